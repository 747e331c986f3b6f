"""Tells by its content what kind of file a file is, and reads it; its name decides only where its content can't."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

from ..source.codes import Code
from ..source.document import normalized
from .aiken import ANSWER, read_aiken
from .draft import Candidate, Draft, Intake, excess
from .gift import read_gift
from .json_quiz import is_quiz, read_json
from .limits import MOST_CHARACTERS
from .moodle_xml import read_moodle_xml
from .preamble import SAVE_ANEW, encoding_of
from .spreadsheet import has_headings, read_csv, read_xlsx

KINDS = "a spreadsheet (CSV, XLSX), GIFT, Aiken, Moodle XML or our own JSON"
_INSTEAD = "Export the questions as Moodle XML, GIFT, Aiken or a spreadsheet, and import that file."
_SIGNATURES = {
    b"\xd0\xcf\x11\xe0": (
        "an old or password-protected Office file",
        "Save it as an Excel workbook (.xlsx) without a password.",
    ),
    b"%PDF": ("a PDF", _INSTEAD),
    b"\x1f\x8b": ("a compressed file, such as a Moodle backup", _INSTEAD),
    b"SQLite format 3": ("a database", _INSTEAD),
    b"{\\rtf": ("a text of a word processor", "Save it as plain text in UTF-8, or as an Excel workbook."),
    b"\x89PNG": ("a picture", _INSTEAD),
    b"\xff\xd8\xff": ("a picture", _INSTEAD),
}
_INSIDE = {
    "word/document.xml": (
        "a Word document",
        "Save it as plain text in UTF-8 (GIFT or Aiken), or copy it into a workbook.",
    ),
    "ppt/presentation.xml": ("a presentation", _INSTEAD),
    "content.xml": ("an OpenDocument file", "Save it as an Excel workbook (.xlsx)."),
    "collection.anki2": ("a deck of Anki", _INSTEAD),
    "collection.anki21": ("a deck of Anki", _INSTEAD),
    "moodle_backup.xml": ("a Moodle backup", "In Moodle's question bank, export the questions as Moodle XML."),
    "imsmanifest.xml": ("a package for learning platforms (QTI, SCORM or Common Cartridge)", _INSTEAD),
}
_ROOTS = {
    "assessmentItem": "QTI",
    "assessmentTest": "QTI",
    "questestinterop": "QTI",
    "qti-assessment-item": "QTI",
    "manifest": "the list of a package for learning platforms",
    "html": "a web page",
    "svg": "a picture",
    "workbook": "an XML spreadsheet",
}
_ROOT = re.compile(
    r"\s*(?:<\?(?:[^?]|\?(?!>))*+\?>\s*|<!--(?:[^-]|-(?!->))*+-->\s*|<!DOCTYPE[^>\[]*+(?:\[[^\]]*+\])?+\s*>\s*)*+"
    r"<([A-Za-z][\w.:-]*)"
)
_GIFT = re.compile(r"^[ \t]*(?:::|\$CATEGORY)|\{\s*[=~#>]|\{\s*(?:T|F|TRUE|FALSE)?\s*\}|\{[^{}\n]*[=~]", re.MULTILINE)
_OPTION = re.compile(r"^[ \t]*[A-Za-z][).][ \t]", re.MULTILINE)
_TITLE = re.compile(r"^[ \t]*(?:::.*::|\$CATEGORY)", re.MULTILINE)
_BANK = re.compile(r"(?:#.*\n|\s)*- (?:id|type|level|stem): ")


class Refusal(Exception):
    """A file that can't be read: what it is, what would help, and the line and code of the problem."""

    def __init__(self, message: str, hint: str, line: int = 0, code: Code = Code.IMPORT_UNREADABLE) -> None:
        super().__init__(message)
        self.finding = line, code, message, hint


def read_file(content: bytes, intake: Intake) -> list[Draft]:
    """The drafts of the questions in a file. What is lost and what is wrong is recorded in the intake."""
    try:
        drafts = intake.drafts(_candidates(content, intake))
    except Refusal as refusal:
        intake.problem(*refusal.finding)
        return []
    if not intake.losses.questions and not intake.problems.blocking:
        intake.problem(0, Code.IMPORT_UNREADABLE, "holds no question", f"The file should be {KINDS}.")
    return drafts


def _candidates(content: bytes, intake: Intake) -> Iterator[Candidate]:
    """The questions of a file of any kind. Raises Refusal for one of no kind that can be read."""
    _refuse_signature(content)
    if content.startswith(b"PK"):
        _refuse_archive(content)
        return read_xlsx(content, intake)
    root = _ROOT.match(_beginning(content))
    name = root[1].rpartition(":")[2] if root else ""
    if name == "quiz":
        return read_moodle_xml(content, intake)
    if name in _ROOTS:
        raise Refusal(f"is {_ROOTS[name]}, which can't be imported", _INSTEAD)
    text = _text(content, intake)
    if _suffix(intake) == ".xml" and not is_quiz(text):
        raise Refusal('isn\'t Moodle XML, which begins with "<quiz>"', _INSTEAD)
    return _text_reader(text, intake)(text, intake)


def _text_reader(text: str, intake: Intake) -> Callable[[str, Intake], Iterator[Candidate]]:
    """What reads a text, by its marks; where it has those of no kind, by the name of the file."""
    if not text.strip():
        raise Refusal("is empty", f"The file should be {KINDS}.")
    if _BANK.match(text):
        raise Refusal("is already written as the bank is", "Put it into the folder quizbank/items as it is.")
    if is_quiz(text):
        return read_json
    gift, suffix = bool(_GIFT.search(text)), _suffix(intake)
    if has_headings(text) or (suffix in (".csv", ".tsv") and not _TITLE.search(text)):
        return read_csv
    if ANSWER.search(text) and (_OPTION.search(text) or not gift) and not (gift and suffix == ".gift"):
        return read_aiken
    if gift or suffix in (".gift", ".txt", ""):
        return read_gift
    raise Refusal("is of no kind that can be imported", f"The file should be {KINDS}.")


def _suffix(intake: Intake) -> str:
    return PurePath(intake.path).suffix.lower()


def _refuse_signature(content: bytes) -> None:
    for signature, (what, hint) in _SIGNATURES.items():
        if content.startswith(signature):
            raise Refusal(f"is {what}, which can't be imported", hint)


def _refuse_archive(content: bytes) -> None:
    """Refuse a zip file that is no workbook, by what is inside."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        return  # the reader of workbooks says that it is damaged
    if "xl/workbook.xml" in names:
        return
    inside = next(
        (_INSIDE[name] for name in _INSIDE if name in names), ("an archive", "Unpack it, and import the file inside.")
    )
    raise Refusal(f"is {inside[0]}, which can't be imported", inside[1])


def _beginning(content: bytes) -> str:
    """The first characters of a file, whatever its encoding."""
    encoding = encoding_of(content)
    if encoding == "utf-8-sig" and not content.startswith(codecs.BOM_UTF8):
        encoding = "latin-1"
    return content[:20_000].decode(encoding, errors="ignore")


def _text(content: bytes, intake: Intake) -> str:
    """The text of a file. Raises Refusal for one in an encoding that would have to be guessed."""
    try:
        text = normalized(content.decode(encoding_of(content)))
    except UnicodeDecodeError as error:
        if _suffix(intake) == ".xlsx":
            raise Refusal("can't be read as a workbook", "Save it again as an Excel workbook (.xlsx).") from error
        line = normalized(content[: error.start].decode("latin-1")).count("\n") + 1
        word = _word_at(content, error.start)
        raise Refusal(f'is not saved as UTF-8: see "{word}"', SAVE_ANEW, line, Code.FILE_ENCODING) from error
    if "\0" in text:
        raise Refusal("isn't text, or isn't saved as UTF-8", SAVE_ANEW, code=Code.FILE_ENCODING)
    if len(text) > MOST_CHARACTERS:
        reason = excess("characters", MOST_CHARACTERS)
        raise Refusal(reason.why, reason.hint, code=reason.code)
    return text


def _word_at(content: bytes, at: int) -> str:
    """The word around a byte, as Windows writes the western languages."""
    start = max(content.rfind(mark, 0, at) for mark in (b" ", b"\n", b"\r", b"\t", b",", b";", b'"')) + 1
    return re.split(r'[\s,;"]', content[start : at + 40].decode("cp1252", errors="replace"), maxsplit=1)[0][:40]
