"""A workbook is read as its editor sees it: all of its sheets, whatever it says of its own size."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Font

from handbook.intake import Draft, Intake, read_file
from handbook.model.guide import Guide
from handbook.source.problems import Problems, as_text
from support.workbooks import workbook

HEAD = "Type\tLevel\tQuestion\tAnswer 1\tRight 1\tWhy 1\tAnswer 2\tRight 2\tWhy 2\tRefs"
ROW = "single\trecall\tWho {}?\tThe desk\tyes\tIt is.\tThe mayor\t\tNo.\tdesk/lend.md"
SHEET = "xl/worksheets/sheet1.xml"


def read(content: bytes) -> tuple[list[Draft], Problems]:
    """The drafts of a workbook, and what is wrong with it."""
    problems = Problems()
    return read_file(content, Intake("bank.xlsx", Guide((), ()), "", {}, problems)), problems


def changed(content: bytes, change: Callable[[dict[str, bytes]], object]) -> bytes:
    """A workbook with its parts changed."""
    with ZipFile(BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    with ZipFile(buffer := BytesIO(), "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return buffer.getvalue()


def test_the_questions_of_every_sheet_are_taken() -> None:
    sheets = "\n".join(f"## Sheet {at}\n{HEAD}\n{ROW.format(at)}" for at in range(1, 6))
    drafts, problems = read(workbook(sheets))
    assert [draft.id for draft in drafts] == [f"who-{at}" for at in range(1, 6)]
    assert not list(problems)


@pytest.mark.parametrize("size", [b"A1", b"A1:B2", b"A1:XFD1048576", b""])
def test_a_stated_size_that_is_wrong_does_not_matter(size: bytes) -> None:
    def restate(parts: dict[str, bytes]) -> None:
        parts[SHEET] = re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="' + size + b'"', parts[SHEET])

    drafts, problems = read(changed(workbook(f"{HEAD}\n{ROW.format('is it')}"), restate))
    assert ([draft.id for draft in drafts], as_text(problems)) == (["who-is-it"], "")


def test_pictures_and_comments_are_reported() -> None:
    def illustrate(parts: dict[str, bytes]) -> None:
        parts["xl/media/image1.png"] = b"x"
        parts["xl/comments/comment1.xml"] = b"<comments/>"

    drafts, problems = read(changed(workbook(f"{HEAD}\n{ROW.format('is it')}"), illustrate))
    assert len(drafts) == 1
    said = as_text(problems)
    assert "pictures in the workbook aren't imported" in said
    assert "comments on cells in the workbook aren't imported" in said
    assert not problems.blocking


def test_what_is_hidden_linked_or_struck_out_is_read_and_reported() -> None:
    def restyle(parts: dict[str, bytes]) -> None:
        sheet = parts[SHEET].replace(b'<row r="2"', b'<row r="2" hidden="1"')
        parts[SHEET] = sheet.replace(b"</sheetData>", b'</sheetData><hyperlinks><hyperlink ref="A1"/></hyperlinks>')

    book = load_workbook(BytesIO(workbook(f"{HEAD}\n{ROW.format('is it')}")))
    book.worksheets[0]["D2"].font = Font(strike=True)
    book.save(buffer := BytesIO())
    drafts, problems = read(changed(buffer.getvalue(), restyle))
    assert len(drafts) == 1
    said = as_text(problems)
    assert "bank.xlsx:2: struck-out words in D2: they are read like any others" in said
    assert "links behind the words of cells aren't imported" in said
    assert "rows or columns are hidden in the workbook, and they are read, too" in said


def test_words_in_several_fonts_are_one_text() -> None:
    """Excel keeps such texts in a part of their own."""
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    text = b"<si><r><t>The </t></r><r><rPr><strike/></rPr><t>old</t></r><r><t> desk</t></r></si>"

    def share(parts: dict[str, bytes]) -> None:
        cell = re.compile(rb't="inlineStr"[^>]*><is><t[^>]*>The desk</t></is>')
        parts[SHEET], count = cell.subn(b't="s"><v>0</v>', parts[SHEET])
        assert count == 1
        parts["xl/sharedStrings.xml"] = (
            b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' + text + b"</sst>"
        )
        override = b'<Override PartName="/xl/sharedStrings.xml" ContentType="' + kind + b'"/></Types>'
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", override)

    (draft,), problems = read(changed(workbook(f"{HEAD}\n{ROW.format('is it')}"), share))
    assert "'The old desk'" in str(draft.data)
    assert "struck-out words in D2" in as_text(problems)


def test_two_sheets_may_have_questions_of_one_name() -> None:
    head, row = f"Id\t{HEAD}", f"q-one\t{ROW.format('is it')}"
    drafts, problems = read(workbook(f"## A\n{head}\n{row}\n## B\n{head}\n{row}"))
    assert [draft.id for draft in drafts] == ["q-one", "q-one-2"]
    assert 'bank.xlsx, sheet "B":2' in as_text(problems)


def test_a_formula_with_a_result_reads_as_its_result() -> None:
    def work_out(parts: dict[str, bytes]) -> None:
        parts[SHEET] = (
            parts[SHEET]
            .replace(b"<f>1+1</f><v />", b"<f>1+1</f><v>2</v>")
            .replace(b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>")
        )

    drafts, problems = read(changed(workbook(f"{HEAD}\n{ROW.format('is it').replace('The desk', '=1+1')}"), work_out))
    assert not problems.blocking, as_text(problems)
    assert drafts[0].data["options"][0]["text"] == "2"  # type: ignore[index, call-overload]


def test_a_date_that_no_calendar_has_is_an_error_of_its_cell() -> None:
    rows = f"{HEAD}\n{ROW.format('is it').replace('The desk', '99999999999¦m/d/yyyy')}\n{ROW.format('was it')}"
    drafts, problems = read(workbook(rows))
    assert [draft.id for draft in drafts] == ["who-was-it"]
    assert "bank.xlsx:2: question left out: D2 shows the error #VALUE!" in as_text(problems)
