"""The pocket guide as a PDF: what a reader of paper, of the screen and of the tags finds in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest
import zxingcpp
from PIL import Image

from handbook.book.read import Handbook
from handbook.checks import check_handbook
from handbook.git.edition import Edition
from handbook.pdf import PAPERS, GuideFormat, print_guide
from handbook.pdf.tree import guide_tree
from handbook.source.codes import Code
from handbook.source.problems import Problems
from support.folders import Checked, write_handbook
from support.pdf_reading import (
    bookmarks,
    children,
    faults,
    letters,
    listed_pages,
    opened,
    page_texts,
    scope,
    tagged,
    tags,
)
from support.printed_guide import EDITION, FILES, SITE, print_format

PAGE = GuideFormat.POCKET.page(PAPERS["letter"])
Check = Callable[[Mapping[str, str]], Checked]


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    """A handbook that has every element that can be printed, and a table longer than a page."""
    handbook, problems = check_handbook(write_handbook(tmp_path_factory.mktemp("printed"), FILES))
    assert not problems.blocking
    return handbook


@pytest.fixture(scope="module")
def pdf(handbook: Handbook) -> bytes:
    """Its pocket guide."""
    return print_format(handbook)


def test_is_valid_pdf_ua_and_pdf_a(pdf: bytes) -> None:
    assert not faults(pdf)


def test_pages_are_a_quarter_of_a_letter_sheet(pdf: bytes) -> None:
    for page in opened(pdf).pages:
        assert [round(float(at), 1) for at in page.mediabox] == [0, 0, 306, 396]


def test_says_its_title_and_language(pdf: bytes) -> None:
    document = opened(pdf)
    assert str(document.Root.Lang) == "en-US"
    assert str(document.docinfo["/Title"]) == "Library pocket guide"
    assert bool(document.Root.ViewerPreferences.DisplayDocTitle)


def test_cover_names_organization_title_edition_and_how_long_it_holds(pdf: bytes) -> None:
    assert page_texts(pdf)[0] == (
        "Riverton Library Library pocket guide The small one "
        "Edition: November 22, 2026 · a1b2c3d A printed copy may be out of date after November 22, 2027."
    )


def test_headings_are_bookmarks(pdf: bytes) -> None:
    headings = [str(tag.T) for tag in tags(pdf) if re.fullmatch("/H[1-6]", str(tag.S))]
    assert headings == [title for title, _ in bookmarks(pdf)]
    assert headings == [
        "Contents",
        *("At the desk", "Lend a book", "Lending", "Words", "Who borrows what", "Before you close"),
        *("Whom to ask", "Numbers and promises", "Standards", "Contacts"),
        "More online",
    ]


def test_contents_give_the_pages_of_the_bookmarks(pdf: bytes) -> None:
    pages = dict(bookmarks(pdf))
    entries = listed_pages(page_texts(pdf)[1].removeprefix("Contents"))
    assert entries == {title: pages[title] for title in entries}
    assert len(entries) == 7  # two sections, four pages, the codes
    assert len(tagged(pdf, "TOCI")) == 7


def test_a_link_to_a_printed_page_gives_its_number(pdf: bytes) -> None:
    page = dict(bookmarks(pdf))["Who borrows what"]
    assert any(f"Look up what this group (p. {page}) may borrow." in text for text in page_texts(pdf))


def test_a_link_that_leads_out_gives_its_address(pdf: bytes) -> None:
    assert "See our rules (riverton.example/rules).".replace(" ", "") in "".join(page_texts(pdf)).replace(" ", "")


def test_every_page_names_its_section_and_number(pdf: bytes) -> None:
    texts = page_texts(pdf)
    first, last = (dict(bookmarks(pdf))[title] for title in ("At the desk", "Whom to ask"))
    for number in range(first, last + 1):
        assert "At the desk" in texts[number - 1]
        assert re.search(rf"\b{number}\b", texts[number - 1])


def test_there_is_one_table_for_each_with_headings_of_columns_and_rows(pdf: bytes) -> None:
    tables = tagged(pdf, "Table")
    assert len(tables) == 2
    for table in tables:
        head, body = children(table)
        columns = [cell for row in children(head) for cell in children(row)]
        assert [(str(cell.S), scope(cell)) for cell in columns] == [("/TH", "/Column")] * 2
        for first, *rest in map(children, children(body)):
            assert (str(first.S), scope(first)) == ("/TH", "/Row")
            assert [str(cell.S) for cell in rest] == ["/TD"]
    assert [len(children(children(table)[1])) for table in tables] == [40, 1]


def test_the_head_of_a_long_table_stands_on_each_of_its_pages(pdf: bytes) -> None:
    texts = [text for text in page_texts(pdf) if "Books of kind" in text]
    assert len(texts) > 1
    assert all("Who What Group" in text for text in texts)


def test_there_is_one_list_for_each(pdf: bytes) -> None:
    lists = [len([entry for entry in children(tag) if entry.S == "/LI"]) for tag in tagged(pdf, "L")]
    assert lists == [2, 1, 1, 12, 1]  # steps, say, avoid, boxes, contacts


def test_there_is_a_box_for_each_thing_to_tick(pdf: bytes) -> None:
    assert "".join(page_texts(pdf)).count("☐") == 12


def test_empty_values_are_blanks_to_write_on_and_named_in_words_to_say(pdf: bytes) -> None:
    text = " ".join(page_texts(pdf))
    assert "Room ____________." in text
    assert "This is [room]." in text


def test_text_is_nine_points_or_more_and_keeps_clear_of_the_edge(pdf: bytes) -> None:
    for x, y, size in letters(pdf):
        assert size > 8.99
        assert 6 <= x <= PAGE.width - 6
        assert 6 <= y <= PAGE.height - 6


def test_fonts_are_embedded_and_our_own(pdf: bytes) -> None:
    fonts = {str(font.BaseFont): font for page in opened(pdf).pages for _, font in page.resources.Font.items()}
    assert fonts
    for name, font in fonts.items():
        assert re.fullmatch(r"/[A-Z]{6}\+(AtkinsonHyperlegible-\w+|HandbookSymbols)", name)
        assert "/ToUnicode" in font
        assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor


def test_each_section_has_the_code_of_its_page_online(handbook: Handbook, pdf: bytes) -> None:
    tree = guide_tree(handbook, EDITION, SITE, Problems())
    assert tree is not None
    addresses = [f"{SITE}", f"{SITE}desk/index.html", f"{SITE}ask.html"]
    assert [str(figure.Alt) for figure in tagged(pdf, "Figure")] == [f"QR code that opens {at}" for at in addresses]
    codes = [code["online"] for code in tree["codes"]]
    for printed_code, address in zip(codes, addresses, strict=True):
        assert _read(_modules(printed_code["code"])) == address
        assert printed_code["width"] >= 20


def _read(modules: set[tuple[int, int]]) -> str:
    """What a code says, with four modules of blank around it."""
    wide = max(x for x, _ in modules) + 5
    picture = Image.new("L", (wide, wide), 255)
    for module in modules:
        picture.putpixel(module, 0)
    (code,) = zxingcpp.read_barcodes(picture.resize((4 * wide, 4 * wide), Image.Resampling.NEAREST))
    return code.text


def _modules(svg: str) -> set[tuple[int, int]]:
    """The dark modules that segno's SVG path draws: strokes `h` one unit high, moved by `M` (absolute) and `m`."""
    path = re.search(r'<path[^>]* d="(M[^"]*h[^"]*)"[^>]*stroke', svg) or re.search(r'stroke[^>]* d="(M[^"]*)"', svg)
    assert path
    x, y, dark = 0.0, 0.0, set()
    for move, figures in re.findall(r"([Mmh])([^Mmh]*)", path[1]):
        numbers = [float(number) for number in re.findall(r"-?\d*\.?\d+", figures)]
        if move == "h":
            dark |= {(int(x) + at, int(y)) for at in range(int(numbers[0]))}
            x += numbers[0]
        else:
            x, y = (numbers[0], numbers[1]) if move == "M" else (x + numbers[0], y + numbers[1])
    return dark


def test_without_an_address_of_the_site_there_are_no_codes(handbook: Handbook) -> None:
    assert not tagged(print_format(handbook, site=""), "Figure")


def test_the_same_handbook_and_edition_give_the_same_bytes(handbook: Handbook, pdf: bytes) -> None:
    assert print_format(handbook) == pdf


def test_the_date_in_the_file_is_that_of_the_edition(handbook: Handbook, pdf: bytes) -> None:
    assert str(opened(pdf).docinfo["/CreationDate"]).startswith("D:20261122000000")
    assert str(opened(print_format(handbook, Edition())).docinfo["/CreationDate"]).startswith("D:19800101")


NUMBERS = """
numbers:
  - label: Front desk
    value: org.phone
  - label: Interpreter line
    value: org.room
  - label: My supervisor
"""
SHORT_LISTS = """
service_standards:
  - what: Answer the bell
    promise: Within {{ org.room }} seconds
contacts:
  - name: Front desk
  - name: Fire and police
    urgent: true
"""


@pytest.mark.parametrize("form", [GuideFormat.POCKET, GuideFormat.LARGE])
def test_numbers_to_carry_along_are_filled_in_or_lines_to_write_on(checked: Check, form: GuideFormat) -> None:
    pocket = FILES["docs/_data/pocket-guide.yml"] + NUMBERS
    organization = FILES["docs/_data/organization.yml"].partition("service_standards")[0] + SHORT_LISTS
    handbook, problems = checked(
        {**FILES, "docs/_data/pocket-guide.yml": pocket, "docs/_data/organization.yml": organization}
    )
    assert not problems.blocking
    with_blanks = print_format(handbook, form=form)
    assert not faults(with_blanks)
    texts = page_texts(with_blanks)
    numbers = next(text for text in texts if "My numbers" in text)
    assert "Front desk 555-010-2000 Interpreter line My supervisor" in numbers
    ask = next(text for text in texts if "In an emergency" in text)
    assert ask.index("Fire and police") < ask.index("Front desk")
    assert "Your county hasn’t set these yet." in ask
    assert "Answer the bell" not in ask


def test_a_number_to_carry_along_that_names_no_value_is_noticed(checked: Check) -> None:
    pocket = FILES["docs/_data/pocket-guide.yml"] + NUMBERS.replace("org.room", "org.rom")
    _, problems = checked({**FILES, "docs/_data/pocket-guide.yml": pocket})
    (problem,) = (problem for problem in problems if problem.code is Code.PRINT_MISSING)
    assert (problem.message, problem.hint) == ('there is no value "org.rom" to print', 'Did you mean "org.room"?')


@pytest.mark.parametrize("boxes", ["desk-ask, desk-again", "desk-again, desk-ask", "desk-ask, desk-ask"])
def test_a_box_that_would_be_printed_twice_is_noticed(boxes: str, checked: Check) -> None:
    page = "---\ntitle: Page\nsummary: One.\n---\n\n``` steps\nid: desk-ask\ntitle: Ask\nsteps:\n  - do: Ask.\n```\n"
    again = "\n``` show\nid: desk-again\ntitle: Again\nof: [desk-ask]\n```\n"
    section = f"  - title: All\n    online: page.md\n    pages:\n      - page: page.md\n        blocks: [{boxes}]\n"
    pocket = f"title: Guide\nsections:\n{section}"
    _, problems = checked({"docs/page.md": page + again, "docs/_data/pocket-guide.yml": pocket})
    (problem,) = (problem for problem in problems if problem.code is Code.PRINT_TWICE)
    one, two = boxes.split(", ")
    assert (problem.line, problem.message) == (7, f'"{two}" prints what "{one}" above it prints, too')


def test_without_a_list_of_what_to_print_there_is_no_guide(checked: Check) -> None:
    handbook, _ = checked({"docs/page.md": "---\ntitle: Page\nsummary: One.\n---\n"})
    problems = Problems()
    assert not print_guide(handbook, EDITION, SITE, problems)
    assert not list(problems)
