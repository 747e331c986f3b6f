"""The language card in other scripts: with the font that comes with the handbook, and with those that a county adds."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from pathlib import Path

import pikepdf
import pytest

from handbook.book.read import Handbook
from handbook.checks import check_handbook
from handbook.pdf import GuideFormat, print_guide
from handbook.source.codes import Code
from handbook.source.fonts import characters
from handbook.source.problems import Problems, as_text
from support.folders import HEAD, Checked, write_handbook
from support.pdf_reading import faults, letters, opened, page_texts, tags
from support.printed_guide import EDITION, MORE_FILES, SITE

Check = Callable[[Mapping[str, str]], Checked]
FEW_BOXES = Path(__file__).parents[1] / "support" / "few-boxes.ttf"
"""A font with a box for each character of 我說中文𠀀."""
FONTS = "docs/_data/fonts"
CHINESE = "  - name: Chinese\n    text: 我說中文\n    code: zh\n"


def files_with(lines: str) -> Mapping[str, str]:
    profile = MORE_FILES["docs/_data/organization.yml"].partition("languages:")[0]
    return {**MORE_FILES, "docs/_data/organization.yml": f"{profile}languages:\n{lines}"}


def card_of(handbook: Handbook) -> tuple[bytes | None, str]:
    """The card, and what is said of it."""
    problems = Problems()
    files = print_guide(handbook, EDITION, SITE, problems, [GuideFormat.LANGUAGES])
    return files[0].pdf if files else None, as_text(problems)


def fonts_of(pdf: bytes) -> set[str]:
    """The fonts that are embedded, each as a subset: behind six letters."""
    fonts = [
        font
        for page in opened(pdf).pages
        for font in page.resources.get("/Font", pikepdf.Dictionary()).as_dict().values()
    ]
    return {str(font.BaseFont).partition("+")[2] for font in fonts}


def with_font(handbook: Handbook, content: bytes) -> None:
    folder = handbook.root / FONTS
    folder.mkdir(exist_ok=True)
    (folder / "boxes.ttf").write_bytes(content)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Vietnamese", "Tôi nói tiếng Việt."),
        ("Russian", "Я говорю по-русски."),
        ("Greek", "Μιλάω ελληνικά."),
        ("Armenian", "Ես խոսում եմ հայերեն։"),
        ("Georgian", "მე ვლაპარაკობ ქართულად."),
    ],
)
def test_a_line_in_another_script_is_printed_in_one_font(name: str, text: str, checked: Check) -> None:
    handbook, problems = checked(files_with(f"  - name: {name}\n    text: {text}\n"))
    pdf, notices = card_of(handbook)
    assert not problems.blocking
    assert notices == ""
    assert pdf is not None
    assert f"{text} {name}" in page_texts(pdf)[0]
    assert fonts_of(pdf) == {"HandbookLanguages-Bold", "AtkinsonHyperlegible-Bold", "AtkinsonHyperlegible-Regular"}
    assert not faults(pdf)


@pytest.mark.parametrize(
    ("text", "code"), [("أتكلم العربية.", "ar"), ("من فارسی می\u200cدانم", "fa"), ("אני מדבר עברית.", None)]
)
def test_a_line_that_runs_from_the_right_begins_there(text: str, code: str | None, checked: Check) -> None:
    lines = f"  - name: From the right\n    text: {text}\n" + (f"    code: {code}\n" if code else "")
    handbook, problems = checked(files_with(lines))
    pdf, notices = card_of(handbook)
    assert not [one for one in problems if one.path.endswith("organization.yml") and one.code != Code.VALUE_EMPTY]
    assert pdf is not None
    assert notices == ""
    assert not faults(pdf)
    assert max(x for x, _, _ in letters(pdf)) > 90  # of 140 mm; the heading begins at 14
    assert code is None or code in [str(tag.Lang) for tag in tags(pdf) if "/Lang" in tag]


def test_without_joiners_persian_would_be_misspelled(checked: Check) -> None:
    handbook, _ = checked(files_with("  - name: Persian\n    text: می\u200cدانم\n    code: fa\n"))
    joined, _ = card_of(handbook)
    handbook, _ = checked(files_with("  - name: Persian\n    text: میدانم\n    code: fa\n"))
    assert card_of(handbook)[0] != joined


def test_a_county_adds_a_font_for_a_script_of_its_own(checked: Check) -> None:
    handbook, _ = checked(files_with(CHINESE))
    pdf, notices = card_of(handbook)
    assert pdf is None
    assert 'leaves out Chinese: no font of the handbook has "我說中文"' in notices
    assert "Add a font that has them to docs/_data/fonts, as a .ttf or .otf file" in notices
    with_font(handbook, FEW_BOXES.read_bytes())
    assert not [one for one in check_handbook(handbook.root)[1] if "font" in as_text([one])]
    pdf, notices = card_of(handbook)
    assert notices == ""
    assert pdf is not None
    assert "我說中文 Chinese" in page_texts(pdf)[0]
    assert any(name.startswith("FewBoxes") for name in fonts_of(pdf))
    assert not faults(pdf)


def test_another_font_under_the_same_name_makes_another_card(checked: Check) -> None:
    handbook, _ = checked(files_with(CHINESE))
    font = FEW_BOXES.read_bytes()
    with_font(handbook, font)
    first = card_of(handbook)
    assert card_of(handbook) == first
    with_font(handbook, font.replace(struct.pack(">Hh", 1000, 50), struct.pack(">Hh", 700, 50)))
    assert card_of(handbook)[0] not in (None, first[0])


def test_a_font_for_the_card_is_in_no_other_file(checked: Check) -> None:
    handbook, _ = checked(files_with(CHINESE))
    forms = [form for form in GuideFormat if form is not GuideFormat.LANGUAGES]
    before = print_guide(handbook, EDITION, SITE, Problems(), forms)
    with_font(handbook, FEW_BOXES.read_bytes())
    assert print_guide(handbook, EDITION, SITE, Problems(), forms) == before
    assert not {name for file in before for name in fonts_of(file.pdf) if "Languages" in name or "Boxes" in name}


def restricted(font: bytes) -> bytes:
    """The font as one that may not be embedded (OS/2, fsType 2)."""
    at = font.index(b"OS/2")
    start = struct.unpack_from(">I", font, at + 8)[0]
    return font[: start + 8] + b"\0\2" + font[start + 10 :]


BOXES = FEW_BOXES.read_bytes()
AGAIN = "Upload a new copy of it, or delete it and use another font."


@pytest.mark.parametrize(
    ("path", "content", "message", "hint"),
    [
        (f"{FONTS}/a.ttf", BOXES[:-40], "this file isn't a whole font", AGAIN),
        (f"{FONTS}/a.ttf", b"", "this file isn't a whole font", AGAIN),
        (f"{FONTS}/a.otf", b"<!DOCTYPE html>" * 99, "this file isn't a whole font", AGAIN),
        (f"{FONTS}/a.ttf", BOXES.replace(b"glyf", b"gone"), "this file is a font made of pictures", AGAIN),
        (f"{FONTS}/a.ttf", restricted(BOXES), "this file is a font whose maker doesn't allow it in a PDF", AGAIN),
        (
            *(f"{FONTS}/a.woff2", BOXES, 'a file of this kind (".woff2") can\'t be printed'),
            "Upload the .ttf or .otf file of the font instead.",
        ),
        (
            *(f"{FONTS}/noto/a.ttf", BOXES, f"this font is not read, because it is in a folder below {FONTS}"),
            f"Move it to {FONTS}.",
        ),
        (
            *("docs/_data/a.TTF", BOXES, f"this file is not read, because fonts are read from {FONTS}"),
            f"Move it to {FONTS}.",
        ),
        (
            *("docs/assets/a.ttf", BOXES, 'a file of this kind (".ttf") is not published'),
            f"If it is for the language card, move it to {FONTS}. Nothing else here takes a font.",
        ),
    ],
)
def test_a_font_that_cannot_be_used_is_reported(
    path: str, content: bytes, message: str, hint: str, tmp_path: Path
) -> None:
    root = write_handbook(tmp_path, {"docs/a.md": HEAD, path: "", f"{FONTS}/license.txt": "As you like."})
    (root / path).write_bytes(content)
    _, problems = check_handbook(root)
    found = [(one.path, one.message, one.hint) for one in problems.blocking if one.path != "docs/a.md"]
    assert found == [(path, message, hint)]


def test_a_damaged_font_leaves_its_language_out(checked: Check) -> None:
    handbook, _ = checked(files_with(CHINESE))
    with_font(handbook, FEW_BOXES.read_bytes()[:-40])
    pdf, notices = card_of(handbook)
    assert pdf is None
    assert "leaves out Chinese" in notices


def test_characters_beyond_the_first_plane_are_known() -> None:
    assert characters(BOXES) == set("我說中文𠀀")
