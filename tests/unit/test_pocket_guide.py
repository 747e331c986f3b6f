"""The pocket guide as people hold it: full pages, numbers, cards for the wall and the badge, a fold of one's own."""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from handbook.book.read import Handbook
from handbook.checks import check_handbook
from handbook.model.palette import LIGHT, Hue
from handbook.model.pocket import Number
from handbook.pdf import PAPERS, CardChoice, GuideFormat, check_print, print_fold, print_guide
from handbook.source.codes import Code
from handbook.source.problems import Problems, as_text
from handbook.workshop.pocket import pocket_choices
from support.commands import call_handbook
from support.folders import HEAD, Checked, write_handbook
from support.golden_cases import Case, cases, name_of
from support.pdf_fill import page_fills, panel_fills
from support.pdf_ink import inked
from support.pdf_reading import bookmarks, faults, letters, opened, page_texts, tagged, tags, targets
from support.printed_guide import EDITION, MORE_FILES, SITE

Check = Callable[[Mapping[str, str]], Checked]
FULL = 2 / 3
LETTER = PAPERS["letter"]


@pytest.mark.parametrize("case", cases("pocket-guide"), ids=name_of)
def test_mistakes(case: Case, checked: Check) -> None:
    """Each case in golden/pocket-guide names a mistake in what is printed; what comes out is what HR reads."""
    handbook, problems = checked(case.files)
    if not problems.blocking:
        check_print(handbook, problems)
    case.expect(as_text(problems))


def printed(handbook: Handbook, form: GuideFormat) -> bytes:
    (file,) = print_guide(handbook, EDITION, SITE, Problems(), [form])
    return file.pdf


# Full pages


def task(name: str, chance: random.Random) -> str:
    """A page with a procedure of so many steps, some with words to say and a note to keep."""
    steps = "".join(
        f"  - do: Do thing {at} of this task{' and what goes with it' * chance.randint(0, 2)}.\n"
        + ("    say: I can do that for you right away, and it takes a minute.\n" if chance.random() < 0.6 else "")
        + ("    note: Never leave this out.\n    keep: true\n" if chance.random() < 0.4 else "")
        for at in range(chance.randint(3, 9))
    )
    box = f"``` procedure\nid: {name}-box\ntitle: Doing it\nsteps:\n{steps}```\n"
    return f"---\ntitle: Task {name}\nsummary: In short.\n---\n\n{box}"


@pytest.mark.parametrize("seed", [0, 2, 3, 4])
def test_pages_run_on_and_none_is_less_than_two_thirds_full(seed: int, checked: Check) -> None:
    chance = random.Random(seed)  # noqa: S311 (no secret)
    names = [f"task-{at}" for at in range(24)]
    files = {f"docs/{name}.md": task(name, chance) for name in names}
    sections = "".join(
        f"  - title: Part {at}\n    online: {names[at]}.md\n    pages:\n"
        + "".join(f"      - page: {name}.md\n        blocks: [{name}-box]\n" for name in names[at : at + 6])
        for at in range(0, 24, 6)
    )
    numbers = "".join(f"  - label: Number {at}\n" for at in range(8))
    pocket = f"title: Guide\nsections:\n{sections}numbers:\n{numbers}"
    handbook, problems = checked({**files, "docs/_data/pocket-guide.yml": pocket})
    assert not problems.blocking
    pdf = printed(handbook, GuideFormat.POCKET)
    texts, first = page_texts(pdf), dict(bookmarks(pdf))["Part 0"]
    end = next((at for at, text in enumerate(texts) if text.startswith(("Notes", "More online"))), len(texts))
    fills = page_fills(pdf, GuideFormat.POCKET.page(LETTER))
    assert min(fills[first - 1 : end]) >= FULL - 0.01  # the lowest ink is a baseline
    assert fills[1] >= FULL
    for text in texts[first - 1 : end]:
        assert not text.startswith("Task") or "Do thing" in text


def test_a_table_that_fits_on_a_page_is_on_one(checked: Check) -> None:
    rows = "".join(f"  - who: Group {n}\n    what: Books of kind {n}, and more of them\n" for n in range(12))
    table = "``` expectations\nid: the-table\ntitle: T\ncolumns:\n  who: Who\n  what: What\nrows:\n" + rows + "```\n"
    chance = random.Random(7)  # noqa: S311 (no secret)
    files = {f"docs/{name}.md": task(name, chance) for name in ("one", "two", "three")}
    pages = "".join(f"      - page: {name}.md\n        blocks: [{name}-box]\n" for name in ("one", "two", "three"))
    pages += "      - page: page.md\n        blocks: [the-table]\n"
    pocket = f"title: Guide\nsections:\n  - title: Part\n    online: page.md\n    pages:\n{pages}"
    handbook, _ = checked({**files, "docs/page.md": HEAD + table, "docs/_data/pocket-guide.yml": pocket})
    texts = page_texts(printed(handbook, GuideFormat.POCKET))
    assert len([text for text in texts if "Books of kind" in text]) == 1


def test_rows_of_a_table_that_is_too_wide_become_entries_with_the_names_of_its_columns(checked: Check) -> None:
    keys = ("what", "do", "say", "pass")
    columns = "".join(f"  {key}: The {key}\n" for key in keys)
    rows = "".join("  - " + "    ".join(f"{key}: Characteristically {key} {n}\n" for key in keys) for n in range(4))
    table = f"``` expectations\nid: the-table\ntitle: T\ncolumns:\n{columns}rows:\n{rows}```\n"
    pocket = "title: G\nsections:\n  - title: P\n    online: page.md\n    pages:\n      - page: page.md\n"
    pocket += "        blocks: [the-table]\n"
    handbook, _ = checked({"docs/page.md": HEAD + table, "docs/_data/pocket-guide.yml": pocket})
    pdf = printed(handbook, GuideFormat.POCKET)
    assert not tagged(pdf, "Table")
    assert "Characteristically what 2 The do: Characteristically do 2 The say: Characteristically say 2" in " ".join(
        page_texts(pdf)
    )


# How it looks


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    """The handbook with every element that can be printed."""
    handbook, problems = check_handbook(write_handbook(tmp_path_factory.mktemp("printed"), MORE_FILES))
    assert not problems.blocking, list(problems.blocking)
    return handbook


def _rgb(color: str) -> tuple[float, ...]:
    return tuple(int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))


def test_what_to_say_and_what_to_avoid_are_told_apart_without_color(handbook: Handbook) -> None:
    """Words to say are on a ground; words to avoid have none, but dashes around them and a cross before them."""
    pdf = printed(handbook, GuideFormat.POCKET)
    (page,) = (page for page, text in zip(opened(pdf).pages, page_texts(pdf), strict=True) if "✗ Avoid" in text)
    steps = pikepdf.parse_content_stream(page)
    dashes = [step for step in steps if str(step.operator) == "d" and len(step.operands[0])]
    assert len(dashes) == 1
    text = next(text for text in page_texts(pdf) if "✗ Avoid" in text)
    assert "✓ Say “Let me look.” ✗ Avoid ✗ “No idea.”" in text


def test_a_section_has_the_hue_of_its_page_online(checked: Check) -> None:
    sections = "- folder: desk\n  title: Desk\n  hue: phone\n  owner: Team\n"
    handbook, _ = checked({**MORE_FILES, "docs/_data/sections.yml": sections})
    colors = {mark.color for mark in inked(printed(handbook, GuideFormat.POCKET))}
    assert any(color == pytest.approx(_rgb(Hue.PHONE.ink), abs=0.01) for color in colors)
    assert any(color == pytest.approx(_rgb(LIGHT["accent"]), abs=0.01) for color in colors)


def test_the_county_s_colors_are_printed(checked: Check) -> None:
    organization = MORE_FILES["docs/_data/organization.yml"] + 'colors:\n  links: "#5a1e78"\n'
    handbook, _ = checked({**MORE_FILES, "docs/_data/organization.yml": organization})
    colors = {mark.color for mark in inked(printed(handbook, GuideFormat.POCKET))}
    assert any(color == pytest.approx(_rgb("#5a1e78"), abs=0.01) for color in colors)


def test_marks_name_each_section_at_its_own_height(handbook: Handbook) -> None:
    """Turned text near the outer edge; where two sections meet on a page, both marks are there."""
    pdf, form = printed(handbook, GuideFormat.POCKET), GuideFormat.POCKET.page(LETTER)
    heights: dict[str, set[float]] = {}
    for number, page in enumerate(opened(pdf).pages, start=1):
        for name, x, y in _turned(page):
            edge = form.width - x if number % 2 else x
            assert 6 <= edge <= form.outer
            heights.setdefault(name, set()).add(round(y, 1))
    assert len(heights) == 3
    assert all(len(places) <= 2 for places in heights.values())  # turned the other way on the facing page
    assert len({max(places) for places in heights.values()}) == 3


@pytest.mark.parametrize("more", range(0, 24, 3))
def test_the_name_on_a_mark_stays_on_one_line_however_little_room_is_left(more: int, checked: Check) -> None:
    names = ["Desk work", "Long days", "Hard words", "Good notes", "Old books and maps", "Fine " + "i" * (14 + more)]
    sections = "".join(
        f"  - title: {name}\n    online: task-{at}.md\n    pages:\n"
        f"      - page: task-{at}.md\n        blocks: [task-{at}-box]\n"
        for at, name in enumerate(names)
    )
    files = {f"docs/task-{at}.md": task(f"task-{at}", random.Random(at)) for at in range(6)}  # noqa: S311
    handbook, _ = checked({**files, "docs/_data/pocket-guide.yml": f"title: Guide\npaper: a4\nsections:\n{sections}"})
    form, pages = GuideFormat.POCKET.page(PAPERS["a4"]), opened(printed(handbook, GuideFormat.POCKET)).pages
    marks = [(at, mark) for at, page in enumerate(pages) for mark in _turned(page)]
    assert len({name for _, (name, _, _) in marks}) == 6
    edges = [form.width - x if at % 2 == 0 else x for at, (_, x, _) in marks]
    assert max(edges) - min(edges) < 2.5  # the lines of a name that is broken are farther apart


def _turned(page: pikepdf.Page) -> list[tuple[str, float, float]]:
    """The texts of a page that stand on end, with the place of each in millimeters."""
    found: dict[str, tuple[float, float]] = {}

    def note(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        if text.strip() and abs(cm[0] * tm[0]) < 0.01:
            x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            found.setdefault(text.strip(), (x * 25.4 / 72, y * 25.4 / 72))

    from pypdf import PdfReader  # noqa: PLC0415

    out = BytesIO()
    single = pikepdf.new()
    single.pages.append(page)
    single.save(out)
    PdfReader(out).pages[0].extract_text(visitor_text=note)
    return [(text, x, y) for text, (x, y) in found.items()]


def _svg(words: str) -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><circle cx="10" cy="10" r="9" fill="none" '
        f'stroke="#123456"/><text x="2" y="12" font-size="4" font-family="Old Face">{words}</text></svg>'
    )


def _png() -> bytes:
    """A red square of eight by eight."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")

    head = (8).to_bytes(4, "big") * 2 + bytes([8, 2, 0, 0, 0])
    rows = zlib.compress(b"".join(b"\0" + b"\xff\0\0" * 8 for _ in range(8)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def _with_seal(root: Path, name: str, content: bytes) -> tuple[Handbook, Problems]:
    organization = MORE_FILES["docs/_data/organization.yml"] + f"seal: assets/{name}\n"
    write_handbook(root, {**MORE_FILES, "docs/_data/organization.yml": organization})
    (root / "docs/assets" / name).write_bytes(content)
    return check_handbook(root)


@pytest.mark.parametrize(
    ("name", "content"),
    [("seal.svg", _svg("Est. 1850").encode()), ("seal.png", _png())],
    ids=["SVG", "PNG"],
)
def test_the_seal_is_on_the_covers_with_its_name(name: str, content: bytes, tmp_path: Path) -> None:
    handbook, problems = _with_seal(tmp_path, name, content)
    assert not problems.blocking
    for form in (GuideFormat.POCKET, GuideFormat.MINI):
        pdf = printed(handbook, form)
        assert not faults(pdf)
        assert "Seal of Riverton Library" in [str(figure.Alt) for figure in tagged(pdf, "Figure")]


def test_a_wide_seal_leaves_room_for_the_name_of_the_county(tmp_path: Path) -> None:
    handbook, _ = _with_seal(tmp_path, "seal.svg", _svg("Est.").replace('"0 0 20 20"', '"0 0 400 20"').encode())
    pdf, form = printed(handbook, GuideFormat.POCKET), GuideFormat.POCKET.page(LETTER)
    assert page_texts(pdf)[0].startswith("Est. Riverton Library")
    (name, *_) = (x for x, _, size in letters(pdf) if round(size) == 12)
    assert form.outer + 20 < name < form.width / 2 + 5


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("seal.png", _png()[:60], "the file is damaged, or isn't what its name says"),
        ("seal.jpg", _png(), "the file is damaged, or isn't what its name says"),
        ("seal.webp", b"RIFF", "the typesetter doesn't know .webp files"),
    ],
    ids=["cut off", "of another kind", "of a kind that is not printed"],
)
def test_a_seal_that_cannot_be_printed_is_noticed_and_left_out(
    name: str, content: bytes, reason: str, tmp_path: Path
) -> None:
    handbook, _ = _with_seal(tmp_path, name, content)
    problems = Problems()
    (file,) = print_guide(handbook, EDITION, SITE, problems, [GuideFormat.POCKET])
    assert not any("Seal" in str(figure.Alt) for figure in tagged(file.pdf, "Figure"))
    (problem,) = problems
    assert (problem.code, problem.line) == (Code.PRINT_FORM, 19)
    assert problem.message == f'seal: "assets/{name}" can\'t be printed: {reason}'


# Cards


def test_each_quick_card_is_a_sheet_with_its_code(handbook: Handbook) -> None:
    pdf = printed(handbook, GuideFormat.CARDS)
    texts = page_texts(pdf)
    assert [title for title, _ in bookmarks(pdf)] == ["Lend a book now", "Close now"]
    assert "Ask for the card. Say: “May I see your card? This is [room].”" in texts[0]
    assert "It shows the name" not in texts[0]  # a card is brief
    assert [str(figure.Alt) for figure in tagged(pdf, "Figure")] == [
        f"QR code that opens {SITE}now/lend.html",
        f"QR code that opens {SITE}now/close.html",
    ]
    assert targets(pdf) == {f"{SITE}now/lend.html", f"{SITE}now/close.html"}


def test_a_card_that_does_not_fit_goes_on_and_is_noticed(checked: Check) -> None:
    steps = "".join(
        f"  - do: Do thing {n}, and say so.\n    say: I am doing thing {n} for you now.\n" for n in range(40)
    )
    page = MORE_FILES["docs/desk/lend.md"].replace("steps:\n", "steps:\n" + steps, 1)
    handbook, problems = checked({**MORE_FILES, "docs/desk/lend.md": page})
    assert not problems.blocking
    print_problems = Problems()
    (file,) = print_guide(handbook, EDITION, SITE, print_problems, [GuideFormat.CARDS])
    assert not faults(file.pdf)
    assert [(each.path, each.code) for each in print_problems] == [("docs/now/lend.md", Code.PRINT_CUT)]
    text = " ".join(page_texts(file.pdf))
    assert all(f"Do thing {n}, and say so." in text for n in range(40))


def test_a_table_on_a_card_is_as_wide_as_the_card(checked: Check) -> None:
    """Its letters are enlarged, and so were its columns, beyond the edge."""
    rows = "".join(f"  - who: Group {n}\n    what: Books\n    when: Now\n" for n in range(6))
    columns = "  who: Who\n  what: What\n  when: When\n"
    table = f"``` expectations\nid: desk-closing\ntitle: T\ncolumns:\n{columns}rows:\n{rows}```\n"
    handbook, problems = checked({**MORE_FILES, "docs/desk/close.md": HEAD + table})
    assert not problems.blocking
    pdf, form = printed(handbook, GuideFormat.CARDS), GuideFormat.CARDS.page(LETTER)
    assert tagged(pdf, "Table")
    assert max(mark.x for mark in inked(pdf)) < form.width - form.outer + 0.5


def test_without_quick_cards_there_are_no_wall_cards(checked: Check) -> None:
    files = {name: text for name, text in MORE_FILES.items() if name != "docs/index.md"}
    handbook, _ = checked(files)
    assert not print_guide(handbook, EDITION, SITE, Problems(), [GuideFormat.CARDS])


def test_a_badge_card_has_three_numbers_and_the_letters_at_the_size_of_an_id_card(handbook: Handbook) -> None:
    """The sheet has several; a screen reader finds the first one only."""
    pdf = printed(handbook, GuideFormat.BADGE)
    assert [title for title, _ in bookmarks(pdf)] == ["My numbers", "Lend a book"]
    text = " ".join(page_texts(pdf))
    assert text.count("Front desk 555-010-2000 Relay calls 711 Doors") == 4
    assert "My own" not in text
    assert text.count("A Ask for the card. L Look up what this group may borrow.") == 4
    content = [tag for tag in tags(pdf) if str(tag.S) == "/P"]
    assert len(content) < 12
    marks = [mark for mark in inked(pdf) if not mark.text]
    lefts = sorted({round(mark.x, 1) for mark in marks if mark.y > 200})
    assert any(round(right - left, 1) == 85.6 for left in lefts for right in lefts)
    steps = sorted({round(mark.y, 1) for mark in marks})
    assert any(round(above - below, 1) == 54.0 for below in steps for above in steps)


def test_the_letters_of_a_model_are_told_from_what_they_are_for(checked: Check) -> None:
    steps = "  - do: G is for Greet. Greet people.\n  - do: E is for Evaluate. Find out more.\n  - do: Thank them.\n"
    page = MORE_FILES["docs/desk/lend.md"].replace("steps:\n", "steps:\n" + steps, 1)
    handbook, _ = checked({**MORE_FILES, "docs/desk/lend.md": page})
    text = " ".join(page_texts(printed(handbook, GuideFormat.BADGE)))
    assert "G Greet people. E Evaluate: Find out more. T Thank them." in text


@pytest.mark.parametrize(("form", "most"), [(GuideFormat.BADGE, 3), (GuideFormat.MINI, 4)])
def test_numbers_that_there_is_no_room_for_are_left_out_and_noticed(
    form: GuideFormat, most: int, checked: Check
) -> None:
    organization = MORE_FILES["docs/_data/organization.yml"].replace(
        "  room:\n", f"  room: {'Ask Ann or Bob. ' * 120}\n"
    )
    handbook, _ = checked({**MORE_FILES, "docs/_data/organization.yml": organization})
    problems = Problems()
    print_guide(handbook, EDITION, SITE, problems, [form])
    (problem,) = (each for each in problems if "numbers fit" in each.message)
    assert problem.message.startswith(f"2 of {most} numbers fit")
    assert (problem.code, problem.path) == (Code.PRINT_CUT, "docs/_data/pocket-guide.yml")
    document = handbook.document("docs/_data/pocket-guide.yml")
    assert document
    assert problem.line == document.line(("numbers", 2))


def test_the_two_roles_of_a_huddle_have_letters_of_one_size(checked: Check) -> None:
    team = MORE_FILES["docs/team.md"].replace("You want a *book*.", "You want a book, and you say why. " * 18)
    handbook, _ = checked({**MORE_FILES, "docs/team.md": team})
    sizes = {round(size, 1) for x, y, size in letters(printed(handbook, GuideFormat.ROLES)) if y > LETTER.height / 2}
    assert len(sizes) == 3  # the line above, the role, its text
    team = MORE_FILES["docs/team.md"].replace("You want a *book*.", "You want a book, and you say why. " * 60)
    handbook, _ = checked({**MORE_FILES, "docs/team.md": team})
    problems = Problems()
    print_guide(handbook, EDITION, SITE, problems, [GuideFormat.ROLES])
    assert [(each.path, each.line, each.message) for each in problems] == [
        ("docs/team.md", 9, 'the roles of "The man who waits" are too long for role-play cards')
    ]


def test_the_language_card_has_each_line_in_its_language(handbook: Handbook) -> None:
    pdf = printed(handbook, GuideFormat.LANGUAGES)
    assert "Point to your language Hablo español. Spanish Ich spreche Deutsch. German" in page_texts(pdf)[0]
    languages = [str(tag.Lang) for tag in tags(pdf) if "/Lang" in tag]
    assert "es" in languages


@pytest.mark.parametrize(("count", "columns"), [(1, 1), (6, 1), (7, 2), (12, 2)])
def test_a_few_languages_are_one_below_the_other_in_larger_letters(count: int, columns: int, checked: Check) -> None:
    organization = MORE_FILES["docs/_data/organization.yml"].partition("languages:")[0] + "languages:\n"
    organization += "".join(f"  - name: Language {n}\n    text: I speak it.\n    code: en\n" for n in range(count))
    handbook, _ = checked({**MORE_FILES, "docs/_data/organization.yml": organization})
    pdf = printed(handbook, GuideFormat.LANGUAGES)
    assert not faults(pdf)
    assert page_texts(pdf)[0].count("I speak it.") == count
    lines = [(round(x), round(size)) for x, _, size in letters(pdf) if round(size) in (17, 26)]
    assert len({x for x, _ in lines}) == columns
    assert {size for _, size in lines} == {26 if columns == 1 else 17}


def test_a_long_line_of_the_language_card_has_smaller_letters_and_one_that_is_longer_is_noticed(checked: Check) -> None:
    def card(more: str) -> tuple[bytes, list[str]]:
        lines = "".join(
            f"  - name: Language {n}\n    text: I speak it.{more * (n == 0)}\n    code: en\n" for n in range(12)
        )
        organization = MORE_FILES["docs/_data/organization.yml"].partition("languages:")[0] + f"languages:\n{lines}"
        handbook, _ = checked({**MORE_FILES, "docs/_data/organization.yml": organization})
        problems = Problems()
        (file,) = print_guide(handbook, EDITION, SITE, problems, [GuideFormat.LANGUAGES])
        return file.pdf, [each.message for each in problems]

    pdf, messages = card(" Please call someone who can speak it, too.")
    assert not messages
    assert {round(size) for _, _, size in letters(pdf)} == {10, 15, 17, 20}
    pdf, messages = card(" Please call someone who can speak it, too." * 6)
    assert messages == ["the lines are too long for the language card, so it goes on over a second page"]
    assert not faults(pdf)


def test_without_languages_there_is_no_language_card(checked: Check) -> None:
    organization = MORE_FILES["docs/_data/organization.yml"].partition("languages:")[0]
    handbook, _ = checked({**MORE_FILES, "docs/_data/organization.yml": organization})
    assert not print_guide(handbook, EDITION, SITE, Problems(), [GuideFormat.LANGUAGES])


# The mini guide, and one of one's own


def test_panels_of_the_mini_guide_are_full_and_the_back_has_the_numbers(checked: Check) -> None:
    chance = random.Random(3)  # noqa: S311 (no secret)
    names = [f"task-{at}" for at in range(6)]
    files = {f"docs/{name}.md": task(name, chance) for name in names}
    blocks = ", ".join(f"{name}-box" for name in names)
    numbers = "".join(f"  - label: Number {at}\n" for at in range(8))
    pages = "      - page: task-0.md\n        blocks: [task-0-box]\n"
    pocket = f"title: Guide\nsections:\n  - title: One\n    online: task-0.md\n    pages:\n{pages}"
    handbook, _ = checked({**files, "docs/_data/pocket-guide.yml": f"{pocket}numbers:\n{numbers}mini: [{blocks}]\n"})
    pdf = printed(handbook, GuideFormat.MINI)
    fills = list(panel_fills(pdf, GuideFormat.MINI.page(LETTER)))
    assert len(fills) == 8
    assert min(fills) >= 0.7
    assert bookmarks(pdf)[-1][0] == "My numbers"


def test_panels_of_the_mini_guide_come_in_order_and_upright_when_it_is_folded(handbook: Handbook) -> None:
    """Follows the paper: cut in the middle and folded the long way, the sheet is a ring of eight panels.

    Whoever goes around it sees the lower row from left to right, then the upper row from right to left, turned over.
    """
    pdf, form = printed(handbook, GuideFormat.MINI), GuideFormat.MINI.page(LETTER)
    first: dict[tuple[int, int], bool] = {}
    for x, y, up in _directions(pdf):
        first.setdefault((int(x // form.width), int(y // form.height)), up)
    ring = [(column, 0) for column in range(4)] + [(column, 1) for column in reversed(range(4))]
    start = ring.index((1, 0))  # the cover
    assert list(first) == ring[start:] + ring[:start]
    assert first == {(column, row): row == 0 for column, row in ring}


def _directions(pdf: bytes) -> list[tuple[float, float, bool]]:
    """Where each text is, in millimeters, and whether it is upright."""
    from pypdf import PdfReader  # noqa: PLC0415

    places: list[tuple[float, float, bool]] = []

    def note(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        if text.strip() and "Cut only here" not in text:
            x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            places.append((x * 25.4 / 72, y * 25.4 / 72, tm[0] * cm[0] > 0))

    PdfReader(BytesIO(pdf)).pages[0].extract_text(visitor_text=note)
    return places


def test_a_fold_of_one_s_own_has_the_cards_and_numbers_chosen(handbook: Handbook) -> None:
    choice = CardChoice(
        ["now/lend.md", "desk-words"], [Number(label="My supervisor", text="555-0199"), Number(label="Home")]
    )
    problems = Problems()
    file = print_fold(handbook, EDITION, SITE, choice, problems)
    assert file is not None
    assert not list(problems)
    assert not faults(file.pdf)
    assert [title for title, _ in bookmarks(file.pdf)] == ["Lend a book now", "Words", *["Notes"] * 4, "My numbers"]
    assert "My supervisor 555-0199 Home" in page_texts(file.pdf)[0]
    again = print_fold(handbook, EDITION, SITE, choice, problems)
    assert again is not None
    assert again.pdf == file.pdf


def test_without_numbers_the_back_has_lines_to_write_on(handbook: Handbook) -> None:
    file = print_fold(handbook, EDITION, SITE, CardChoice(["now/lend.md"]), Problems())
    assert file is not None
    assert not faults(file.pdf)
    form = GuideFormat.MINI.page(LETTER)
    back = [mark.y for mark in inked(file.pdf) if not mark.text and mark.x < form.width and mark.y < form.height - 20]
    assert len(set(back)) >= 8


def test_cards_to_choose_from_are_called_as_on_the_sheet_and_offered_once(handbook: Handbook) -> None:
    pocket = handbook.pocket
    assert pocket
    for mini, titles in (
        (["desk-lend", "desk-words"], ["Lend a book", "Words", "Close now"]),
        (["desk-words"], ["Words", "Lend a book now", "Close now"]),
    ):
        own = replace(handbook, pocket=pocket.model_copy(update={"mini": mini}))
        assert [card["title"] for card in pocket_choices(own)["cards"]] == titles


@pytest.mark.parametrize(
    ("cards", "numbers", "message", "hint"),
    [
        (["now/lent.md"], [], 'there is no card "now/lent.md" to print', 'Did you mean "now/lend.md"?'),
        (["desk-lend"] * 7, [], "7 cards don't fit, because the mini guide has room for 6", "Leave out 1."),
        (["desk-lend"], ["N"] * 12, "12 numbers don't fit, because the back has room for 10", "Leave out 2."),
        (
            *(["desk-lend"], ["🙂"]),
            *('no font in the printed guide has the character "🙂 (slightly smiling face)"', "Write it in words."),
        ),
    ],
)
def test_what_does_not_fit_a_fold_of_one_s_own_is_told(
    cards: list[str], numbers: list[str], message: str, hint: str, handbook: Handbook
) -> None:
    problems = Problems()
    choice = CardChoice(cards, [Number(label=label) for label in numbers])
    assert print_fold(handbook, EDITION, SITE, choice, problems) is None
    assert [(each.path, each.message, each.hint) for each in problems] == [("your choice", message, hint)]


def test_the_command_prints_a_fold_of_one_s_own(tmp_path: Path) -> None:
    root = write_handbook(tmp_path, MORE_FILES)
    words = (
        "guide",
        "--card",
        "now/lend.md",
        "--number",
        "My supervisor=555-0199",
        "--number",
        "Home",
        "--out",
        "here",
    )
    result = call_handbook(root, *words)
    assert result.returncode == 0, result.stdout + result.stderr
    (file,) = (root / "here").iterdir()
    text = page_texts(file.read_bytes())[0]
    assert "Lend a book now" in text
    assert "My supervisor 555-0199 Home" in text
    result = call_handbook(root, "guide", "--card", "now/lent.md", "--out", "there")
    assert result.returncode == 1
    assert 'your choice: there is no card "now/lent.md" to print' in result.stdout
    assert not (root / "there").exists()
