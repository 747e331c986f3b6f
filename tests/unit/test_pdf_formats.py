"""The formats of the pocket guide: reading pages, booklet sheets, mini guide, large print, on Letter and on A4."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
import typst
import zxingcpp
from PIL import Image

from handbook.book.read import Handbook
from handbook.checks import check_handbook
from handbook.model.palette import LIGHT
from handbook.pdf import PAPERS, GuideFormat, check_print, print_guide
from handbook.pdf.compile import FOLDER, paged
from handbook.pdf.fonts import FOLDER as FONTS
from handbook.pdf.formats import PER_LEAF
from handbook.pdf.imposition import sides
from handbook.pdf.tree import guide_tree
from handbook.source.codes import Code
from handbook.source.problems import Problems
from support.commands import call_handbook
from support.folders import Checked, write_handbook
from support.pdf_ink import contrast, inked
from support.pdf_reading import bookmarks, faults, letters, opened, page_texts, tagged, tags
from support.printed_guide import EDITION, MORE_FILES, POCKET, SITE

Check = Callable[[Mapping[str, str]], Checked]
each_form = pytest.mark.parametrize("form", GuideFormat, ids=lambda form: form.key)
each_paper = pytest.mark.parametrize("paper", PAPERS)
PALE = (0.902, 0.937, 0.945)
"""The palest ground that text stands on: the heads of tables."""


@pytest.fixture(scope="module")
def handbooks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Handbook]:
    """The handbook with every element that can be printed, for each paper."""
    handbook, problems = check_handbook(write_handbook(tmp_path_factory.mktemp("printed"), MORE_FILES))
    assert not problems.blocking, list(problems.blocking)
    assert handbook.pocket
    return {paper: replace(handbook, pocket=handbook.pocket.model_copy(update={"paper": paper})) for paper in PAPERS}


@pytest.fixture(scope="module")
def pdfs(handbooks: dict[str, Handbook]) -> dict[tuple[GuideFormat, str], bytes]:
    """Every format on every paper."""
    problems = Problems()
    files = {
        (one.format, paper): one.pdf
        for paper, handbook in handbooks.items()
        for one in print_guide(handbook, EDITION, SITE, problems)
    }
    assert {problem.message for problem in problems} == {
        '"desk-groups" is too long for a panel of the mini guide, so its end is left out',
    }
    return files


Pdfs = dict[tuple[GuideFormat, str], bytes]


@each_form
@each_paper
def test_every_format_is_valid_pdf_ua_and_pdf_a(form: GuideFormat, paper: str, pdfs: Pdfs) -> None:
    assert not faults(pdfs[form, paper])


@each_form
@each_paper
def test_nothing_is_printed_within_six_millimeters_of_an_edge(form: GuideFormat, paper: str, pdfs: Pdfs) -> None:
    """The pages on a sheet have edges of their own only once they are cut; only a fold mark crosses those."""
    width, height = (float(length) / 72 * 25.4 for length in opened(pdfs[form, paper]).pages[0].mediabox[2:])
    marks = list(inked(pdfs[form, paper]))
    assert marks
    for mark in marks:
        assert 5.99 <= mark.x <= width - 5.99, mark
        assert 5.99 <= mark.y <= height - 5.99, mark


@each_form
@each_paper
def test_text_stands_out_from_its_ground(form: GuideFormat, paper: str, pdfs: Pdfs) -> None:
    for color in {mark.color for mark in inked(pdfs[form, paper]) if mark.text}:
        assert contrast(color, PALE) >= 4.5


@each_form
@each_paper
def test_the_same_handbook_gives_the_same_bytes(
    form: GuideFormat, paper: str, pdfs: Pdfs, handbooks: dict[str, Handbook]
) -> None:
    assert [one.pdf for one in print_guide(handbooks[paper], EDITION, SITE, Problems(), [form])] == [pdfs[form, paper]]


@pytest.mark.parametrize(
    ("form", "paper", "size"),
    [
        (GuideFormat.POCKET, "letter", (107.95, 139.7)),
        (GuideFormat.POCKET, "a4", (105, 148.5)),
        (GuideFormat.BOOKLET, "letter", (215.9, 279.4)),
        (GuideFormat.BOOKLET, "a4", (210, 297)),
        (GuideFormat.MINI, "letter", (279.4, 215.9)),
        (GuideFormat.MINI, "a4", (297, 210)),
        (GuideFormat.LARGE, "letter", (215.9, 279.4)),
        (GuideFormat.LARGE, "a4", (210, 297)),
        (GuideFormat.CARDS, "letter", (139.7, 215.9)),
        (GuideFormat.CARDS, "a4", (148.5, 210)),
        (GuideFormat.BADGE, "letter", (215.9, 279.4)),
        (GuideFormat.LANGUAGES, "a4", (148.5, 210)),
        (GuideFormat.HUDDLES, "letter", (215.9, 279.4)),
        (GuideFormat.ROLES, "a4", (210, 297)),
        (GuideFormat.SIGN, "letter", (215.9, 279.4)),
    ],
)
def test_pages_have_their_size(form: GuideFormat, paper: str, size: tuple[float, float], pdfs: Pdfs) -> None:
    for page in opened(pdfs[form, paper]).pages:
        assert [float(length) / 72 * 25.4 for length in page.mediabox] == pytest.approx([0, 0, *size], abs=0.1)


@each_form
def test_text_is_large_enough(form: GuideFormat, pdfs: Pdfs) -> None:
    points = {GuideFormat.LARGE: 18, GuideFormat.CARDS: 10, GuideFormat.LANGUAGES: 10}.get(form, 9)
    assert min(size for _, __, size in letters(pdfs[form, "letter"]) if size > 0) >= points - 0.01


def test_a_booklet_comes_out_in_order_when_it_is_cut_stacked_and_folded() -> None:
    """Follows the paper: each leaf of a folded pile is a front and, turned over the long edge, the back behind it."""
    for pages in range(4, 65, 4):
        printed_sides = list(sides(pages))
        sheets = list(zip(printed_sides[::2], printed_sides[1::2], strict=True))
        upper = [(front[:2], back[:2]) for front, back in sheets]
        lower = [(front[2:], back[2:]) for front, back in sheets]
        pile = [leaf for leaf in upper + lower if leaf != ((0, 0), (0, 0))]  # lower halves under upper ones, no scraps
        assert len(pile) == pages // 4
        right = [page for front, back in pile for page in (front[1], back[0])]
        order = [page for front, back in reversed(pile) for page in (back[1], front[0])]
        assert right + order == list(range(1, pages + 1))


@each_paper
def test_booklet_sheets_hold_every_page_in_its_place(paper: str, pdfs: Pdfs) -> None:
    pages = page_texts(pdfs[GuideFormat.POCKET, paper])
    printed_sides = list(sides(len(pages)))
    text = page_texts(pdfs[GuideFormat.BOOKLET, paper])
    assert len(text) == len(printed_sides)
    for side, quarters in zip(text, printed_sides, strict=True):
        for number in quarters:
            assert not number or pages[number - 1] in side
    assert "Cut here" in text[0]


def test_booklet_sheets_ask_the_printer_for_both_sides_at_full_size(pdfs: Pdfs) -> None:
    wishes = opened(pdfs[GuideFormat.BOOKLET, "letter"]).Root.ViewerPreferences
    assert (str(wishes.Duplex), str(wishes.PrintScaling)) == ("/DuplexFlipLongEdge", "/None")


def test_on_booklet_sheets_a_screen_reader_finds_only_how_to_make_one(pdfs: Pdfs) -> None:
    pdf = pdfs[GuideFormat.BOOKLET, "letter"]
    assert [str(tag.S) for tag in tags(pdf)] == ["/Document", "/P"]


def test_the_mini_guide_is_one_sheet_read_panel_by_panel(pdfs: Pdfs) -> None:
    pdf = pdfs[GuideFormat.MINI, "letter"]
    assert len(opened(pdf).pages) == 1
    assert [title for title, _ in bookmarks(pdf)] == [
        *("Lend a book", "Words", "Who borrows what", "Before you close", "Numbers and promises", "Contacts"),
        "My numbers",
    ]


def test_panels_of_the_mini_guide_fold_into_order(pdfs: Pdfs) -> None:
    """The upper row stands on its head; read from the cover, the panels go around the sheet."""
    wide, high = 279.4 / 4, 215.9 / 2
    marks = [mark for mark in inked(pdfs[GuideFormat.MINI, "letter"]) if mark.text]
    cells = {(int(mark.x // wide), int(mark.y // high)) for mark in marks}
    assert cells == {(column, row) for column in range(4) for row in range(2)}
    order = list(dict.fromkeys((int(mark.x // wide), int(mark.y // high)) for mark in marks))
    assert order == [(1, 0), (2, 0), (3, 0), (3, 1), (2, 1), (1, 1), (0, 1), (0, 0)]


@pytest.mark.parametrize("form", [GuideFormat.POCKET, GuideFormat.LARGE])
def test_every_directive_is_printed_with_its_tags(form: GuideFormat, pdfs: Pdfs) -> None:
    pdf = pdfs[form, "letter"]
    text = " ".join(page_texts(pdf))
    for phrase in ("Ann: “Is it [room]?”", "He could have smiled", "Now keep 1 of them", "One shelf.", "Loan: A book"):
        assert phrase in text
    assert "Many shelves" not in text
    alternatives = [str(figure.Alt) for figure in tagged(pdf, "Figure")]
    assert "A long shelf" in alternatives
    assert len(set(alternatives)) == len(alternatives) == 5  # the cover, three sections, the picture
    assert len(tagged(pdf, "Table")) == 2
    assert text.count("☐") == 12 * 2 + 2 + 4 + 3 + 2 + 3 + 3


def test_a_huddle_is_a_sheet_with_the_situation_in_front_and_the_debrief_on_the_back(pdfs: Pdfs) -> None:
    story_front, story_back, scene_front, scene_back = page_texts(pdfs[GuideFormat.HUDDLES, "letter"])
    for part in ("The man who waits", "Read aloud A man waits. He looks up.", "Reader You want a book."):
        assert part in story_front
    assert "He gets it." not in story_front
    for part in ("1. What did he want?", "✓ He gets it.", "“Greet him.”", "He looks up. Greet him.", "He is glad."):
        assert part in story_back
    assert "Ann: “Is it [room]?”" in scene_front
    assert "“Let me show you.”" in scene_back


def test_role_cards_are_four_to_a_sheet(pdfs: Pdfs) -> None:
    [sheet] = page_texts(pdfs[GuideFormat.ROLES, "letter"])
    for part in ("Reader You want a book.", "Clerk You know", "Ann You look for a room.", "Bob You sit at the desk."):
        assert part in sheet


def test_the_sheet_to_sign_names_the_edition_and_offers_both_answers(pdfs: Pdfs) -> None:
    [sheet] = page_texts(pdfs[GuideFormat.SIGN, "letter"])
    for part in ("Receipt: The whole handbook", "Hash of the pages: ", "☐ I have read it", "☐ I will read it and ask"):
        assert part in sheet
    for part in ("All of it.", "Name in print", "Signature", "Date"):
        assert part in sheet


def test_questions_come_with_their_key(pdfs: Pdfs) -> None:
    text = " ".join(page_texts(pdfs[GuideFormat.POCKET, "letter"]))
    assert "Key. 1: A · 2: A · 3: A, C · 4: 3 rings · 5: C A B" in text
    assert "☐ A. Eat ☐ B. Read ☐ C. Wake" in text


def test_a_question_of_a_kind_that_is_not_printed_is_refused(checked: Check) -> None:
    handbook, _ = checked(
        MORE_FILES | {"docs/_data/pocket-guide.yml": POCKET + "questions: [q-card, q-match, q-gone]\n"}
    )
    problems = Problems()
    assert not print_guide(handbook, EDITION, SITE, problems)
    assert [(problem.path, problem.line) for problem in problems] == [("docs/_data/pocket-guide.yml", 19)]


def test_a_guide_that_outgrows_its_budget_is_noticed(checked: Check) -> None:
    pocket = MORE_FILES["docs/_data/pocket-guide.yml"].replace("subtitle:", "budget: 8\nsubtitle:")
    handbook, _ = checked(MORE_FILES | {"docs/_data/pocket-guide.yml": pocket})
    problems = Problems()
    check_print(handbook, problems)
    assert not problems.blocking
    assert [(each.line, each.message) for each in problems if each.code is Code.PRINT_BUDGET] == [
        (3, "the guide fills 16 pages, but its budget is 8")
    ]


def test_without_panels_there_is_no_mini_guide(checked: Check) -> None:
    handbook, _ = checked(MORE_FILES | {"docs/_data/pocket-guide.yml": POCKET})
    assert GuideFormat.MINI not in {one.format for one in print_guide(handbook, EDITION, SITE, Problems())}


def test_every_code_is_read_back_from_the_rendered_pages(handbooks: dict[str, Handbook]) -> None:
    """As a phone reads them: from a picture of the page at the resolution of an office printer's draft."""
    tree = guide_tree(handbooks["letter"], EDITION, SITE, Problems())
    assert tree is not None
    page = GuideFormat.POCKET.page(PAPERS["letter"]).tree()
    whole = {"palette": LIGHT, **paged({**tree, "format": page, "fold": PER_LEAF})}
    compiler = typst.Compiler(
        FOLDER / "guide.typ",
        root=FOLDER,
        font_paths=typst.Fonts(False, False, [FONTS]),
        sys_inputs={"guide": json.dumps(whole)},
    )
    pictures = compiler.compile(format="png", ppi=200)
    assert isinstance(pictures, list)
    read = [code.text for picture in pictures for code in zxingcpp.read_barcodes(Image.open(BytesIO(picture)))]
    assert sorted(read) == sorted([f"{SITE}", f"{SITE}desk/index.html", f"{SITE}ask.html", f"{SITE}more.html"])


def test_the_command_prints_one_format_or_all(tmp_path: Path) -> None:
    root = write_handbook(tmp_path, MORE_FILES | {"mkdocs.yml": f"site_name: Test\nsite_url: {SITE}\n"})
    result = call_handbook(root, "guide", "--only", "mini", "--out", "here")
    assert result.returncode == 0, result.stdout + result.stderr
    assert [file.name for file in (root / "here").iterdir()] == ["pocket-guide-mini.pdf"]
    assert call_handbook(root, "guide").returncode == 0
    assert {file.name for file in (root / "build/pocket-guide").iterdir()} == {form.file for form in GuideFormat}


def test_the_command_prints_nothing_of_a_handbook_with_a_problem(tmp_path: Path) -> None:
    root = write_handbook(tmp_path, MORE_FILES | {"docs/ask.md": "---\ntitle: Ask\n---\n"})
    result = call_handbook(root, "guide")
    assert result.returncode == 1
    assert "Nothing was printed" in result.stderr
    assert not (root / "build").exists()
