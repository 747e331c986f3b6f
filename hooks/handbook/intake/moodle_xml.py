"""Reads questions from Moodle XML, as Moodle writes it and as `export.formats.moodle` does.

Source: Moodle's importer, question/format/xml/format.php, and import_from_xml of the question type ordering.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from xml.etree.ElementTree import Element

from ..source.codes import Code
from .cloze import FIELD, cloze_body, with_one_blank
from .draft import Candidate, Data, Intake, excess
from .feedback import Feedback
from .limits import MOST_PARTS
from .losses import LeftOut, SourcePlace
from .moodle import (
    Body,
    Essay,
    Head,
    MoodleAnswer,
    MoodleChoice,
    MoodleNumber,
    Numbers,
    Pairs,
    Steps,
    Truth,
    Typed,
    bank_data,
    number_of,
)
from .passage import Passage, TextFormat
from .trees import BrokenTree, Doctype, xml_tree

_FORMS = {
    "html": TextFormat.HTML,
    "moodle_auto_format": TextFormat.MOODLE,
    "plain_text": TextFormat.PLAIN,
    "markdown": TextFormat.MARKDOWN,
    "wiki_like": TextFormat.PLAIN,
}
_KINDS = {"match": "matching", "multianswer": "cloze"}
_NEW_NUMBERS = "it draws new numbers for each person"
_NOT_HERE = {
    "description": "it asks nothing",
    "calculated": _NEW_NUMBERS,
    "calculatedsimple": _NEW_NUMBERS,
    "calculatedmulti": _NEW_NUMBERS,
    "random": "it stands for any question of a category",
    "randomsamatch": "it is made of other questions",
    "ddwtos": "words are dragged into its text",
    "gapselect": "words are chosen within its text",
    "ddimageortext": "answers are dragged onto a picture",
    "ddmarker": "markers are dragged onto a picture",
}
"""Types of Moodle that the bank has no place for, and why."""
_REMARK = {
    "correctfeedback": "the feedback for any right answer",
    "partiallycorrectfeedback": "the feedback for a partly right answer",
    "incorrectfeedback": "the feedback for any wrong answer",
    "graderinfo": "the note for the grader",
    "responsetemplate": "the text that an answer begins with",
    "instructions": "the instructions",
}
"""Texts that the bank has no place for."""
_SETTING_NAMES = (
    "penalty hidden shuffleanswers answernumbering showstandardinstruction shownumcorrect usecase unitgradingtype "
    "unitpenalty showunits unitsleft responseformat responserequired responsefieldlines minwordlimit maxwordlimit "
    "attachments attachmentsrequired maxbytes filetypeslist layouttype selecttype selectcount gradingtype showgrading "
    "numberingstyle logical studentsee length stamp version synchronize"
)
_SETTINGS = frozenset(_SETTING_NAMES.split())
_READ_NAMES = (
    "name questiontext generalfeedback defaultgrade idnumber tags coursetags hint answer subquestion single units "
    "image image_base64 category info file"
)
_READ = frozenset(_READ_NAMES.split())

_FAMILIAR = _SETTINGS | _READ | set(_REMARK)


def read_moodle_xml(content: bytes, intake: Intake) -> Iterator[Candidate]:
    """The questions of a Moodle XML file. What can't be read as XML is a problem, and no question is taken."""
    root, lines = _tree(content, intake)
    settings: dict[str, None] = {}
    for element in root.findall("question"):
        place = SourcePlace(intake.path, lines[element])
        kind = element.get("type", "")
        if kind == "category":
            info = _inner(element, "info/text")
            intake.categories.append((place.line, _inner(element, "category/text") + (f": {info}" if info else "")))
            continue
        settings |= {str(child.tag): None for child in element if child.tag in _SETTINGS and _words(child)}
        for number, of in _parts(element, kind):
            yield Candidate(place, partial(_data, element, (number, of), place, intake))
    if settings:
        hint = "The bank has none: all quizzes show their questions alike."
        intake.note(SourcePlace(intake.path, 0), f"Moodle's settings aren't kept: {', '.join(sorted(settings))}", hint)


def _tree(content: bytes, intake: Intake) -> tuple[Element, dict[Element, int]]:
    """The element that holds all others, and the line of each; one with nothing in it for what can't be read."""
    try:
        return xml_tree(content)
    except Doctype as error:
        message = "has a DOCTYPE line, which can call for other files"
        hint = "Export the questions again, or remove that line."
        intake.problem(error.line, Code.IMPORT_UNREADABLE, message, hint)
    except BrokenTree as error:
        hint = "Export it again, and import the file as it is."
        intake.problem(error.line, Code.IMPORT_UNREADABLE, f"isn't whole XML: {error.message}", hint)
    return Element("quiz"), {}


def _parts(element: Element, kind: str) -> Iterator[tuple[int, int]]:
    """The number of each question that is made of one: a text with blanks is as many as it has blanks."""
    of = len(FIELD.findall(_inner(element, "questiontext/text"))) if _KINDS.get(kind, kind) == "cloze" else 1
    yield from ((number, of) for number in range(of if 0 < of <= MOST_PARTS else 1))


def _data(element: Element, part: tuple[int, int], place: SourcePlace, intake: Intake) -> Data:
    number, of = part
    kind = _KINDS.get(element.get("type", ""), element.get("type", ""))
    suffix = f"-{number + 1}" if of > 1 else ""
    name, ident = _inner(element, "name/text"), _inner(element, "idnumber")
    head = Head(place, intake, f"{name}{suffix}" if name else "", f"{ident}{suffix}" if ident else "")
    if len(element) > MOST_PARTS or of > MOST_PARTS:
        raise excess("answers in one question", MOST_PARTS)
    if kind not in _READERS:
        why = f": {_NOT_HERE[kind]}" if kind in _NOT_HERE else ""
        hint = "Ask it in another way: as a choice, true or false, an order, pairs, or an answer to type."
        what = f'the bank has no questions of the type "{kind}"{why}' if kind else "it has no type"
        raise LeftOut(Code.IMPORT_TYPE, what, hint)
    head.tags = [_words(tag) for tag in element.iterfind("tags/tag/text")]
    form, text = _text(element.find("questiontext"), TextFormat.HTML)
    if kind == "cloze":
        text = with_one_blank(_split(text), number)
    head.stem = head.passage(text, form)
    head.feedback = Feedback(_passage(head, element.find("generalfeedback"), form))
    hints = (_hint(head, hint, form) for hint in element.iterfind("hint"))
    head.hints = [hint for hint in hints if hint.lines]
    head.points = _points(head, element)
    _report_rest(head, element)
    head.require_stem()
    if kind == "cloze":
        return bank_data(head, _cloze(head, element, number))
    return bank_data(head, _READERS[kind](head, element, form))


def _inner(element: Element, path: str) -> str:
    return _words(element.find(path))


def _words(element: Element | None) -> str:
    return "" if element is None else "".join(element.itertext()).strip()


def _text(element: Element | None, default: TextFormat) -> tuple[TextFormat, str]:
    """How a text is marked up, and the text. In old files it is not inside of an element of its own."""
    if element is None:
        return default, ""
    inner = element.find("text")
    text = _words(inner) if inner is not None else (element.text or "").strip()
    return _FORMS.get(element.get("format") or "", default), text


def _passage(head: Head, element: Element | None, default: TextFormat) -> Passage:
    form, text = _text(element, default)
    return head.passage(text, form)


def _hint(head: Head, element: Element, form: TextFormat) -> Passage:
    old = element.find("hintcontent")
    return _passage(head, element if old is None else old, form)


def _share(element: Element) -> float:
    """The share of the points of an answer, as an attribute or, in old files, an element."""
    text = element.get("fraction") or _inner(element, "fraction") or "0"
    share = number_of(text.replace(",", "."))
    if share is None:
        hint = "Write it in percent, such as 100 or 33.33333."
        raise LeftOut(Code.IMPORT_ANSWER, f'"{text}" is no share of the points', hint)
    return float(share) / 100


def _points(head: Head, element: Element) -> str:
    text = _inner(element, "defaultgrade") or "1"
    points = number_of(text)
    if points is not None and points > 0 and points == points.to_integral_value():
        return "" if points == 1 else str(int(points))
    if points != 0 or not head.own("level"):  # ours give a reflection none
        head.change(f"{text} points", "it counts as one point")
    return ""


def _report_rest(head: Head, element: Element) -> None:
    """Report what the bank has no place for."""
    for name, what in _REMARK.items():
        remark = _words(element.find(name))
        if remark:
            head.change(f'{what} ("{head.passage(remark, TextFormat.HTML).plain}")', "it isn't kept")
    if _inner(element, "usecase") == "1":
        head.change("capitals count in the answer", "they don't count")
    if _inner(element, "hidden") == "1":
        head.note("it is hidden in Moodle", 'To keep it out of use here, too, add "status: retired".')
    if element.find("image") is not None and _inner(element, "image"):
        head.change(f'a picture ("{_inner(element, "image")}")', "it is left out")
    for child in element:
        tag = str(child.tag)
        if tag not in _FAMILIAR and _words(child):
            head.change(f'what is in "{tag}" ("{_words(child)[:60]}")', "it isn't kept")
    display = "".join(str(text) for text in element.itertext() if "@@PLUGINFILE@@" in str(text))
    for file in element.iter("file"):
        name = file.get("name") or "?"
        if name not in display:
            head.change(f'the file "{name}"', "it is left out")


def _choice(head: Head, element: Element, form: TextFormat) -> Body:
    answers = (
        MoodleAnswer(_passage(head, answer, form), _share(answer), _passage(head, answer.find("feedback"), form))
        for answer in element.iterfind("answer")
    )
    return MoodleChoice(tuple(answers), single=_inner(element, "single").lower() not in ("false", "0"))


def _truth(head: Head, element: Element, form: TextFormat) -> Body:
    """The two answers by their names; in old files, by their order."""
    answers = list(element.iterfind("answer"))
    names = [_text(answer, form)[1].lower() for answer in answers]
    if len(answers) != 2:
        raise LeftOut(Code.IMPORT_ANSWER, "it needs the two answers true and false", "Export it again from Moodle.")
    first_is_true = names[0] == "true" or (names[0] != "false" and names[1] != "true")
    true, false = answers if first_is_true else answers[::-1]
    if (_share(true) > 0.5) == (_share(false) > 0.5):
        hint = "Give one of the two all points."
        raise LeftOut(Code.IMPORT_ANSWER, "exactly one of true and false has to be right", hint)
    remark = (_passage(head, answer.find("feedback"), form) for answer in (true, false))
    return Truth(_share(true) > 0.5, *remark)


def _typed(head: Head, element: Element, form: TextFormat) -> Body:
    answers = (
        MoodleAnswer(
            head.passage(_text(answer, form)[1], TextFormat.PLAIN),
            _share(answer),
            _passage(head, answer.find("feedback"), form),
        )
        for answer in element.iterfind("answer")
    )
    return Typed(tuple(answers))


def _numbers(head: Head, element: Element, form: TextFormat) -> Body:
    numbers: list[MoodleNumber] = []
    for answer in element.iterfind("answer"):
        text, tolerance = _text(answer, form)[1] or "*", _inner(answer, "tolerance") or "0"
        value, off = number_of(text), number_of(tolerance)
        if text != "*" and (value is None or off is None):
            hint = "Write figures only. A unit belongs in the question."
            raise LeftOut(Code.IMPORT_ANSWER, f'"{text}" or its tolerance "{tolerance}" isn\'t a number', hint)
        numbers.append(
            MoodleNumber(value, abs(off or Decimal(0)), _share(answer), _passage(head, answer.find("feedback"), form))
        )
    return Numbers(tuple(numbers), _unit(head, element))


def _unit(head: Head, element: Element) -> str:
    """The unit that may follow the number: the one that counts once."""
    units = {_inner(unit, "unit_name"): _inner(unit, "multiplier") or "1" for unit in element.iterfind("units/unit")}
    own = next((name for name, multiplier in units.items() if number_of(multiplier) == 1), "")
    others = ", ".join(name for name in units if name != own)
    if others:
        head.change(f"other units ({others})", "only the number, or the number with its first unit, is accepted")
    if _inner(element, "unitgradingtype") not in ("", "0"):
        head.change("points for the unit", "the number alone earns all points")
    return own


def _pairs(head: Head, element: Element, form: TextFormat) -> Body:
    rows = (
        (_passage(head, row, form), head.passage(_inner(row, "answer/text"), TextFormat.PLAIN))
        for row in element.iterfind("subquestion")
    )
    return Pairs(tuple(rows))


def _steps(head: Head, element: Element, form: TextFormat) -> Body:
    answers = list(element.iterfind("answer"))
    select = (_inner(element, "selecttype") or _inner(element, "logical") or "RANDOM").upper()
    count = _inner(element, "selectcount") or _inner(element, "studentsee") or "6"
    if select not in ("ALL", "EXACT", "0") and count.isdecimal() and 0 < int(count) < len(answers):
        head.change(f"{count} of its {len(answers)} steps are asked at a time", "all of them are asked")
    for answer in answers:
        remark = _passage(head, answer.find("feedback"), form)
        if remark.lines:
            head.change(f'the feedback for a step ("{remark.plain}")', "it isn't kept")
    steps = tuple(_passage(head, answer, form) for answer in answers)
    return Steps(steps, exact=head.exact(_inner(element, "gradingtype").upper()))


def _essay(head: Head, element: Element, form: TextFormat) -> Body:
    del head, element, form
    return Essay()


def _split(text: str) -> list[str]:
    """The text between the blanks (at even places) and the blanks."""
    parts, end = list[str](), 0
    for match in FIELD.finditer(text):
        parts += [text[end : match.start()], match[0]]
        end = match.end()
    return [*parts, text[end:]]


def _cloze(head: Head, element: Element, number: int) -> Body:
    blanks = [match[0] for match in FIELD.finditer(_inner(element, "questiontext/text"))]
    if not blanks:
        raise LeftOut(Code.IMPORT_ANSWER, "it has no blank", "A blank is written as {1:SHORTANSWER:=right}.")
    if len(blanks) > 1 and not number:
        what = f"a text with {len(blanks)} blanks"
        head.change(what, "each blank is a question of its own, with … in place of the others")
    body = cloze_body(head, blanks[number][1:-1])
    if body is None:
        raise LeftOut(Code.IMPORT_TYPE, f'the blank "{blanks[number][:40]}" is of a kind that isn\'t known here')
    return body


_READERS = {
    "multichoice": _choice,
    "truefalse": _truth,
    "shortanswer": _typed,
    "numerical": _numbers,
    "matching": _pairs,
    "ordering": _steps,
    "essay": _essay,
    "cloze": _essay,
}
"""What reads the answers of each type."""
