"""Reads an answer sheet that was filled in on screen: a PDF whose fields are those that `pdf.fields` makes.

pypdf reads it, which is plain Python, so the workshop in the browser can, too.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject

from ..model.answer_sheet import PERSON_FIELD, Row, RowKind, field_name
from ..source.codes import Code
from .answered_form import DrawnTest, Respondent
from .limits import LARGEST_FILE, LONGEST_WORDS
from .pile import Pile

SOURCE = "screen"
_NO_SHEET = "isn't an answer sheet that was filled in on screen"
_NO_SHEET_HINT = "Ask for the sheet itself, saved and not printed to PDF. Or enter its letters in a table. To get one: "
_LOG = logging.getLogger("pypdf")

Values = dict[str, list[str]]
"""What is in each field, by its name: the letters that are marked, or the words."""


def read_sheet(path: str, content: bytes, pile: Pile) -> None:
    """Mark the answers on a sheet, and put them on the pile."""
    sheet = _fields(content) if len(content) <= LARGEST_FILE else None
    if sheet is None:
        pile.problems.add(path, 0, Code.RESULTS_FILE, _NO_SHEET, _NO_SHEET_HINT + pile.ways.template)
        return
    code, values = sheet
    test = pile.test(path, 0, code)
    person = "".join(values.get(PERSON_FIELD, []))
    if test is None or not pile.is_code(path, 0, person) or not pile.enters(path, 0, test.code, person):
        return
    if not any(values[name] for name in values.keys() - {PERSON_FIELD}):
        pile.doubt(
            path, 0, f"{person} has no answers and is left out", "Ask for the sheet again, saved once it's filled in."
        )
        return
    marks = [_marks(row, values.get(field_name(row.label), [])) for row in test.rows]
    _take(test, Respondent(SOURCE, person), marks, pile)


def _take(test: DrawnTest, place: Respondent, marks: list[tuple[str, ...]], pile: Pile) -> None:
    for item in test.scored:
        rows = test.rows_of[item.id]
        pile.responses.append(test.respond(place, item, test.answer(item, marks[rows.start : rows.stop])))


def _marks(row: Row, entries: list[str]) -> tuple[str, ...]:
    """The names behind the letters. A field knows only letters of its row, and of one letter only one."""
    if row.kind is RowKind.WORDS:
        return tuple(words[:LONGEST_WORDS] for words in entries[:1])
    by_letter = dict(zip(row.letters, row.names, strict=True))
    return tuple(by_letter[letter] for letter in entries if letter in by_letter)


def _fields(content: bytes) -> tuple[str, Values] | None:
    """The form code and the fields of a sheet. None where a PDF has no such fields."""
    _LOG.setLevel(logging.CRITICAL)  # what it finds odd is nobody's mistake
    try:
        form = PdfReader(BytesIO(content)).root_object["/AcroForm"]
        for root in _dictionaries(form, "/Fields"):
            if "/Kids" in root and "/T" in root:
                return str(root["/T"]), {
                    str(kid["/T"]): _value(kid) for kid in _dictionaries(root, "/Kids") if "/T" in kid
                }
    except Exception:  # noqa: BLE001 (on a damaged file pypdf raises whatever it meets)
        return None
    return None


def _dictionaries(parent: PdfObject, key: str) -> Iterator[DictionaryObject]:
    """The dictionaries in a list that another one holds, such as its fields."""
    entries = parent[key] if isinstance(parent, DictionaryObject) and key in parent else None
    if isinstance(entries, ArrayObject):
        yield from (one for entry in entries if isinstance(one := entry.get_object(), DictionaryObject))


def _value(field: DictionaryObject) -> list[str]:
    """What is in a field: of one with boxes of their own, all letters that are marked.

    Some programs say which box is marked in the field, some in the look of the box, and some in both.
    """
    kids = list(_dictionaries(field, "/Kids"))
    if kids and "/T" in kids[0]:
        return [str(kid["/T"]) for kid in kids if _states(kid)]
    return list(dict.fromkeys([*_states(field), *(state for kid in kids for state in _states(kid))]))


def _states(field: DictionaryObject) -> list[str]:
    values = (str(field[key]).removeprefix("/").strip() for key in ("/V", "/AS") if key in field)
    return list(dict.fromkeys(value for value in values if value not in ("", "Off")))
