"""A file is known by its content: what can't be imported is refused in words, and taken for nothing else."""

from __future__ import annotations

import codecs
from io import BytesIO
from zipfile import ZipFile

import pytest

from handbook.export.formats.json import VERSION
from handbook.intake import Intake, bank_yaml, read_file
from handbook.model.guide import Guide
from handbook.source.codes import Code
from handbook.source.problems import Problems
from support.exported_tests import export_of, small_paper
from support.workbooks import workbook

GIFT = "What comes first? {=Greet ~Ask}\n"
AIKEN = "What comes first?\nA. Greet\nB. Ask\nANSWER: A\n"
XML = (
    '<quiz><question type="truefalse"><questiontext format="html"><text>What comes first?</text></questiontext>'
    '<answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer>'
    "</question></quiz>"
)
CSV = "type,level,question,answer 1,right 1,answer 2\nsingle,recall,What comes first?,Greet,yes,Ask\n"
JSON = f'{{"format": "{VERSION}", "items": [{{"type": "truefalse", "stem": "What comes first?", "answer": true}}]}}'
CONTENTS = {"gift": GIFT, "aiken": AIKEN, "xml": XML, "csv": CSV, "json": JSON}


def read(name: str, content: bytes) -> tuple[list[str], list[tuple[int, Code, str]]]:
    """The stems of the drafts, and what is wrong beside keys to fill in."""
    problems = Problems()
    drafts = read_file(content, Intake(name, Guide((), ()), "", {}, problems))
    wrong = [problem for problem in problems.blocking if problem.code is not Code.KEY_MISSING]
    return [str(draft.data["stem"]) for draft in drafts], [(p.line, p.code, p.message) for p in wrong]


def archive(*names: str) -> bytes:
    """A zip file with files of these names."""
    with ZipFile(buffer := BytesIO(), "w") as made:
        for name in names:
            made.writestr(name, "x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("kind", "suffix"),
    [
        *((kind, suffix) for kind in CONTENTS for suffix in (".txt", ".gift", ".data", "")),
        *((kind, suffix) for kind in ("xml", "json") for suffix in (".csv", ".xml")),
        ("csv", ".csv"),
    ],
)
def test_the_name_of_a_file_does_not_decide_what_it_is(kind: str, suffix: str) -> None:
    stems, wrong = read(f"questions{suffix}", CONTENTS[kind].encode())
    assert stems == ["What comes first?"]
    assert [code for _, code, _ in wrong] in ([], [Code.LIST_SHORT])


def test_a_workbook_under_any_name_is_one() -> None:
    stems, wrong = read("questions.csv", workbook(CSV.replace(",", "\t")))
    assert (stems, wrong) == (["What comes first?"], [])


@pytest.mark.parametrize("kind", CONTENTS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_encodings_that_say_what_they_are_are_read(kind: str, encoding: str, ends: str) -> None:
    text = CONTENTS[kind].replace("\n", ends).replace("comes", "com\u00e9s")
    stems, _ = read(f"questions.{kind}", text.encode(encoding))
    assert stems == ["What com\u00e9s first?"]


def test_an_xml_file_is_read_in_the_encoding_that_it_states() -> None:
    text = '<?xml version="1.0" encoding="ISO-8859-1"?>' + XML.replace("comes", "com\u00e9s")
    assert read("x.xml", text.encode("latin-1"))[0] == ["What com\u00e9s first?"]


@pytest.mark.parametrize("kind", ["gift", "aiken", "csv"])
@pytest.mark.parametrize("encoding", ["cp1252", "mac-roman", "utf-16-le"])
def test_an_encoding_that_would_have_to_be_guessed_is_refused(kind: str, encoding: str) -> None:
    text = CONTENTS[kind].replace("comes first", "se\u00f1or alcalde")
    stems, wrong = read(f"x.{kind}", text.encode(encoding))
    assert not stems
    assert [code for _, code, _ in wrong] == [Code.FILE_ENCODING]


def test_the_word_that_is_garbled_is_shown() -> None:
    _, [(line, _, message)] = read("x.csv", CSV.replace("Ask", "Ask the se\u00f1or").encode("cp1252"))
    assert (line, message) == (2, 'is not saved as UTF-8: see "se\u00f1or"')


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("x.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or password-protected Office file"),
        ("x.pdf", b"%PDF-1.7", "a PDF"),
        ("x.mbz", b"\x1f\x8b\x08", "a compressed file, such as a Moodle backup"),
        ("x.db", b"SQLite format 3\0", "a database"),
        ("x.rtf", b"{\\rtf1 text}", "a text of a word processor"),
        ("x.png", b"\x89PNG\r\n", "a picture"),
        ("x.jpg", b"\xff\xd8\xff\xe0", "a picture"),
        ("x.docx", archive("[Content_Types].xml", "word/document.xml"), "a Word document"),
        ("x.pptx", archive("ppt/presentation.xml"), "a presentation"),
        ("x.ods", archive("mimetype", "content.xml"), "an OpenDocument file"),
        ("x.apkg", archive("collection.anki21", "media"), "a deck of Anki"),
        ("x.mbz", archive("moodle_backup.xml"), "a Moodle backup"),
        ("x.zip", archive("imsmanifest.xml"), "a package for learning platforms (QTI, SCORM or Common Cartridge)"),
        ("x.zip", archive("questions.gift"), "an archive"),
        ("x.xml", b'<?xml version="1.0"?><!-- a --><assessmentItem xmlns="x"/>', "QTI"),
        ("x.xml", b"<questestinterop/>", "QTI"),
        ("x.xml", b'<?xml version="1.0"?><manifest/>', "the list of a package for learning platforms"),
        ("x.html", b"<!DOCTYPE html><html><body>{=a ~b}</body></html>", "a web page"),
        ("x.svg", b"<svg/>", "a picture"),
        ("x.xml", b"<?xml version='1.0'?><ss:workbook/>", "an XML spreadsheet"),
    ],
)
def test_a_file_of_another_kind_is_refused_by_what_it_is(name: str, content: bytes, words: str) -> None:
    assert read(name, content) == ([], [(0, Code.IMPORT_UNREADABLE, f"is {words}, which can't be imported")])


@pytest.mark.parametrize("form", ["qti21", "scorm12", "scorm2004", "anki", "print"])
def test_an_export_that_is_not_for_the_way_back_is_refused_in_words(form: str) -> None:
    stems, [(_, code, message)] = read("x.zip", export_of(form, small_paper()).content)
    assert (stems, code) == ([], Code.IMPORT_UNREADABLE)
    assert message.endswith("which can't be imported")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("x.gift", b"", "is empty"),
        ("x.csv", b" \n\n", "is empty"),
        ("x.csv", b",,\n,,\n", "is empty"),
        ("x.xml", b"<notes/>", 'isn\'t Moodle XML, which begins with "<quiz>"'),
        ("x.data", b"just words", "is of no kind that can be imported"),
        ("x.yml", b"- id: hold\n  type: single\n", "is already written as the bank is"),
        ("x.xlsx", b"\xffno workbook", "can't be read as a workbook"),
        ("x.xml", b"<quiz/>", "holds no question"),
    ],
)
def test_a_file_without_questions_says_so(name: str, content: bytes, message: str) -> None:
    stems, wrong = read(name, content)
    assert (stems, [found for _, _, found in wrong]) == ([], [message])


def test_a_byte_order_mark_alone_is_an_empty_file() -> None:
    assert read("x.gift", codecs.BOM_UTF8)[1] == [(0, Code.IMPORT_UNREADABLE, "is empty")]


def test_nothing_is_left_half_written_of_what_no_bank_could_read() -> None:
    problems = Problems()
    drafts = read_file(b"\x00\x01{}", Intake("x.gift", Guide((), ()), "", {}, problems))
    assert (bank_yaml(drafts), [problem.code for problem in problems]) == ("", [Code.FILE_ENCODING])
