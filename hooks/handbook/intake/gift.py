"""Reads items from GIFT text, as Moodle writes it and as `export.formats.gift` does.

Source: Moodle's documentation of the format and its importer, question/format/gift/format.php.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..export.markup import ANY_ORDER, READ_MORE, joined
from ..model.shapes import SCALES, in_words
from ..source.codes import Code
from ..source.document import Node, normalized
from .accepted import each_once
from .draft import Draft, Intake, one_line_markdown
from .limits import MOST_CHARACTERS, MOST_PARTS

_ESCAPED = re.compile(r"\\([\\~=#{}:n])")
_HIDDEN = re.compile("[\ue000-\ue0ff]")
_FORMAT = re.compile(r"\s*\[(html|markdown|plain|moodle)\]\s*")
_TAG = re.compile(r"(?<! )[ ]*<[^<>]+>")
_MARKS = ("level:", "difficulty:", "type:")
_ENTRY = re.compile(r"([~=])\s*(?:%(-?\d+(?:\.\d+)?)%)?([^~=#]*)(?:#([^~=]*))?")
_NUMBER = re.compile(r"(-?\d+(?:\.\d+)?)(?:(:|\.\.)(-?\d+(?:\.\d+)?))?")
_SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_ANYTHING = re.compile(r"(?<!\\)\*+")
_PLACES = re.compile(r"\d+( or \d+)*")


@dataclass(frozen=True, slots=True)
class _Block:
    """The text between two blank lines: the line it starts on, what its comments say, and the rest of it."""

    line: int
    marks: dict[str, list[str]]
    text: str


@dataclass(slots=True)
class _Question:
    """A block taken apart. `explained` are the lines of the general feedback that have not been made use of."""

    block: _Block
    intake: Intake
    name: str
    form: str
    stem: str
    answers: str
    explained: list[str]
    tags: dict[str, str] = field(default_factory=dict)

    def text(self, raw: str | None) -> str:
        """A text as Markdown on one line."""
        plain, form = self.plain(raw), self._form(raw)
        return " ".join(plain.split()) if form == "markdown" else one_line_markdown(plain)

    def plain(self, raw: str | None) -> str:
        """A text as it reads."""
        own = _FORMAT.match(raw or "")
        text = _unescaped((raw or "")[own.end() if own else 0 :]).strip()
        return html.unescape(_TAG.sub(" ", text)).strip() if self._form(raw) == "html" else text

    def complain(self, message: str, hint: str = "") -> None:
        """Record what is wrong with it."""
        self.intake.problem(self.block.line, Code.IMPORT_ANSWER, message, hint)

    def feedback_for(self, beginning: str) -> str:
        """What the general feedback says after a beginning; the line is then made use of."""
        for line in self.explained:
            if line.startswith(joined(beginning, "")):
                self.explained.remove(line)
                return line.removeprefix(joined(beginning, ""))
        return ""

    def _form(self, raw: str | None) -> str:
        own = _FORMAT.match(raw or "")
        return own[1] if own else self.form


def read_gift(content: bytes, intake: Intake) -> list[Draft]:
    """The items of a GIFT file."""
    try:
        text = normalized(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        intake.problem(line, Code.FILE_ENCODING, "is not saved as UTF-8", 'Save it again with the encoding "UTF-8".')
        return []
    if len(text) > MOST_CHARACTERS:
        intake.too_large(0, "characters", MOST_CHARACTERS)
        return []
    questions = (_question(block, intake) for block in _blocks(text))
    return intake.finished(Draft(q.block.line, _data(q)) for q in questions if q)


def _data(question: _Question) -> dict[str, Node]:
    refs = question.feedback_for(READ_MORE).split()
    own = _own(question)
    ids = question.block.marks.get("id", [])
    tags = [tag for tag in question.block.marks.get("tag", []) if tag.split(":", 1)[0] not in question.tags]
    data: dict[str, Node] = {
        "id": ids[0] if ids else question.name if _SLUG.fullmatch(question.name) else "",
        "type": "",
        "level": question.tags.get("level", ""),
        "stem": question.text(question.stem),
        **own,
        "explain": one_line_markdown(" ".join(question.explained)),
        "refs": [question.intake.ref(address) for address in refs],
        "tags": list(tags),
        "difficulty": question.tags.get("difficulty", ""),
    }
    return {key: value for key, value in data.items() if value not in ("", [])}


def _own(question: _Question) -> dict[str, Node]:
    """The type of a question and the keys of it, distinguished as Moodle does."""
    answers = question.answers.strip()
    if not answers:
        return _essay(question)
    if answers.startswith("#"):
        return _numbers(question, answers[1:])
    if "~" in answers:
        return _choice(question, answers)
    if "=" in answers and "->" in answers:
        return _pairs(question, answers)
    truth = re.fullmatch(r"(T|TRUE|F|FALSE)\s*(?:#([^#]*))?(?:#([^#]*))?", answers)
    if truth:
        is_true = truth[1].startswith("T")
        wrong, right = question.text(truth[2]), question.text(truth[3])
        why: dict[str, Node] = {"true": right if is_true else wrong, "false": wrong if is_true else right}
        return {"type": "truefalse", "answer": "true" if is_true else "false", "why": why}
    return _typed(question, answers if answers.startswith("=") else f"={answers}")


def _choice(question: _Question, answers: str) -> dict[str, Node]:
    single = "=" in answers
    options: list[Node] = []
    for mark, weight, text, why in _ENTRY.findall(answers):
        share = float(weight or 0)
        if single and mark == "~" and share > 0:
            question.complain("an answer can't be partly right here", "It will count as wrong unless you remove it.")
        right = mark == "=" or (not single and share > 0)
        entry = {"text": question.text(text), "right": "true" if right else "", "why": question.text(why)}
        options.append({key: value for key, value in entry.items() if value})
    return {"type": "single" if single else "multiple", "options": options}


def _numbers(question: _Question, answers: str) -> dict[str, Node]:
    accept: list[Node] = []
    near: list[Node] = []
    for mark, weight, text, why in _ENTRY.findall(answers if "=" in answers else f"={answers}"):
        figures = _NUMBER.fullmatch(text.strip())
        if mark == "~" or not figures:
            question.complain(f'"{_unescaped(text).strip() or "~"}" isn\'t a number that can be accepted', "Remove it.")
        elif weight and float(weight) == 0:
            near.append({"text": figures[1], "why": question.text(why)})
        else:
            accept.append(_figures(figures))
    return {"type": "short", "accept": accept, **({"near": near} if near else {})}


def _figures(match: re.Match[str]) -> dict[str, Node]:
    value, tolerance = float(match[1]), float(match[3] or 0)
    if match[2] == "..":
        value, tolerance = (value + tolerance) / 2, (tolerance - value) / 2
    figures = f"{value:.15g}"
    return {"number": figures, "tol": f"{tolerance:.15g}"} if tolerance else {"number": figures}


def _typed(question: _Question, answers: str) -> dict[str, Node]:
    accept: list[Node] = []
    near: list[Node] = []
    for _, weight, text, why in _ENTRY.findall(answers):
        answer = " ".join(question.plain(text).split())
        bare = answer.replace(r"\*", "")
        if weight and float(weight) == 0:
            near.append({"text": answer.replace(r"\*", "*"), "why": question.text(why)})
        elif "*" in bare:
            accept.append({"regex": ".*".join(map(_exactly, _ANYTHING.split(answer)))})
        else:
            accept.append({"text": answer.replace(r"\*", "*")})
    return {"type": "short", "accept": each_once(accept), **({"near": near} if near else {})}


def _exactly(text: str) -> str:
    """The pattern that fits a text and nothing else."""
    return re.sub(r"[$()*+.?\[\\\]^{|}]", r"\\\g<0>", text.replace(r"\*", "*"))


def _pairs(question: _Question, answers: str) -> dict[str, Node]:
    rows = [row.partition("->") for row in answers.split("=")[1:]]
    pairs = [(question.plain(text), _unescaped(right).strip()) for text, _, right in rows]
    targets: list[Node] = [one_line_markdown(text) for text in dict.fromkeys(right for _, right in pairs)]
    filled = [(answer, right) for answer, right in pairs if answer]
    kind = question.tags.get("type", "match")
    if kind == "order" and all(_PLACES.fullmatch(right) for _, right in filled):
        return _steps(question, filled)
    reasons = [(answer, right, question.feedback_for(f"{answer} → {right}")) for answer, right in filled]
    if kind == "classify":
        cards: list[Node] = [_entry(answer, why, "in", right) for answer, right, why in reasons]
        return {"type": "classify", "categories": targets, "cards": cards}
    matched: list[Node] = [_entry(answer, why, "to", right) for answer, right, why in reasons]
    return {"type": "match", "left": matched, "right": targets}


def _steps(question: _Question, placed: list[tuple[str, str]]) -> dict[str, Node]:
    steps: list[Node] = [_entry(text, question.feedback_for(text)) for text, _ in placed]
    while question.feedback_for(ANY_ORDER):
        pass  # the places say which steps may swap
    alike: dict[str, list[str]] = {}
    for text, place in placed:
        alike.setdefault(place, []).append(one_line_markdown(text))
    equal: list[Node] = [list(names) for names in alike.values() if len(names) > 1]
    return {"type": "order", "steps": steps, **({"equal": equal} if equal else {})}


def _essay(question: _Question) -> dict[str, Node]:
    stem, *lines = (line.strip() for line in question.plain(question.stem).split("\n"))
    scales = {" / ".join(map(in_words, answers)): name for name, answers in SCALES.items() if answers}
    scale = scales.get(lines[-1], "text") if lines else "text"
    statements = lines[:-1] if scale != "text" else lines
    prompts: list[Node] = []
    for statement in statements:
        reasons = ((answer, question.feedback_for(f"{statement} {in_words(answer)}")) for answer in SCALES[scale])
        advice: dict[str, Node] = {answer: one_line_markdown(text) for answer, text in reasons if text}
        prompts.append({"text": one_line_markdown(statement), **({"advice": advice} if advice else {})})
    return {
        "type": "reflect",
        "stem": one_line_markdown(stem),
        "scale": scale,
        "prompts": prompts or [one_line_markdown(stem)],
    }


def _entry(answer: str, why: str, name: str = "", value: str = "") -> Node:
    data = {
        "text": one_line_markdown(answer),
        **({name: one_line_markdown(value)} if name else {}),
        "why": one_line_markdown(why),
    }
    return {key: text for key, text in data.items() if text}


def _blocks(text: str) -> Iterator[_Block]:
    """The blocks of a file that may be questions."""
    start, lines, marks = 0, list[str](), dict[str, list[str]]()
    for at, line in enumerate([*text.split("\n"), ""], start=1):
        if line.strip().startswith("//"):
            for name, value in re.findall(r"\[(id|tag):([^\]]+)\]", line):
                marks.setdefault(name, []).append(value.strip())
        elif line.strip():
            start = start or at
            lines.append(line)
        else:
            if lines and not lines[0].startswith("$CATEGORY:"):
                yield _Block(start, marks, "\n".join(lines))
            if lines:
                start, lines, marks = 0, [], {}


def _question(block: _Block, intake: Intake) -> _Question | None:
    """A block taken apart. None, the problem recorded, when it is no question."""
    text = _ESCAPED.sub(lambda match: chr(0xE000 + ord(match[1])), block.text).strip()
    title = re.match(r"::(.*?)::\s*", text, re.DOTALL)
    body = text[title.end() :] if title else text
    form = _FORMAT.match(body)
    body = body[form.end() :] if form else body
    begin, end = body.find("{"), body.find("}")
    if begin < 0 and end < 0:
        hint = "A question has its answers in braces: { … }."
        intake.problem(block.line, Code.IMPORT_SYNTAX, "this text isn't a question", hint)
        return None
    if begin < 0 or end < begin:
        hint = "Put the answers between { and }. To use a brace in a text, put \\ before it."
        intake.problem(block.line, Code.IMPORT_SYNTAX, "a brace is missing", hint)
        return None
    answers, _, feedback = (
        body[begin + 1 : end].rpartition("####") if "####" in body else (body[begin + 1 : end], "", "")
    )
    after = body[end + 1 :].strip()
    stem = body[:begin].strip() + (f" _____ {after}" if after else "")
    question = _Question(
        block, intake, _unescaped(title[1]) if title else "", form[1] if form else "moodle", stem, answers, []
    )
    question.explained = [line.strip() for line in question.plain(feedback).split("\n") if line.strip()]
    if max(answers.count("~"), answers.count("="), stem.count("\n"), len(question.explained)) > MOST_PARTS:
        intake.too_large(block.line, "answers or lines in one question", MOST_PARTS)
        return None
    tags = (tag.split(":", 1) for tag in block.marks.get("tag", []) if tag.startswith(_MARKS))
    question.tags = dict(tags)
    return question


def _unescaped(text: str) -> str:
    """The text with its hidden control characters as they read."""
    return _HIDDEN.sub(lambda match: "\n" if (char := chr(ord(match[0]) - 0xE000)) == "n" else char, text)
