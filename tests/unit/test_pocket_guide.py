"""The pocket guide as people hold it: full pages, numbers, cards for the wall and the badge, a fold of one's own."""

from __future__ import annotations

import base64
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
from handbook.pdf import PAPERS, Choice, GuideFormat, check_print, print_fold, print_guide
from handbook.source.codes import Code
from handbook.source.problems import Problems, as_text
from support.commands import run_handbook
from support.folders import HEAD, Checked, copy_project, write_handbook
from support.golden_cases import Case, cases, name_of
from support.pdf_fill import page_fills, panel_fills
from support.pdf_ink import inked
from support.pdf_reading import bookmarks, children, faults, opened, page_texts, tagged, tags, targets
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
@pytest.mark.parametrize("form", [GuideFormat.POCKET, GuideFormat.LARGE])
def test_pages_run_on_and_none_is_less_than_two_thirds_full(seed: int, form: GuideFormat, checked: Check) -> None:
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
    pdf = printed(handbook, form)
    texts, first = page_texts(pdf), dict(bookmarks(pdf))["Part 0"]
    end = next((at for at, text in enumerate(texts) if text.startswith(("Notes", "More online"))), len(texts))
    fills = page_fills(pdf, form.page(LETTER))
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
