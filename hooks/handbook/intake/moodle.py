"""Questions as Moodle knows them, whatever file they come from, and the items of the bank that are made of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import assert_never

from ..model.answers import figures
from ..model.items import ItemLevel
from ..model.shapes import SCALES, in_words
from ..source.codes import Code
from ..source.document import Node
from ..source.names import slug
from .accepted import each_once
from .draft import Data, Intake, excess
from .feedback import Feedback
from .limits import MOST_PARTS
from .losses import LeftOut, SourcePlace
from .passage import Passage, TextFormat
from .rich_text import LIST, read_passage

_ANYTHING = re.compile(r"(?<!\\)\*+")
_SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+")
_FIGURE = re.compile(r"[+-]?(?:\d{1,30}(?:\.\d{0,30})?|\.\d{1,30})(?:[eE][+-]?\d{1,2})?", re.ASCII)
_PLACES = re.compile(r"\d+( or \d+)*")
_OWN_TAG = re.compile(rf"(level):({'|'.join(ItemLevel)})|(difficulty):([123])|(type):(order|classify)")
_OTHERS = "it isn't kept, because the bank has feedback for one wrong answer at a time"
_ADD = "Add them in the file, or leave the question out there, too."
_NOTHING = Passage()


@dataclass(frozen=True, slots=True)
class MoodleAnswer:
    """An answer, the share of the points that it is worth (1: all), and what is said to it."""

    text: Passage
    share: float
    why: Passage = _NOTHING


@dataclass(frozen=True, slots=True)
class MoodleChoice:
    """Answers to choose from: one, or several."""

    answers: tuple[MoodleAnswer, ...]
    single: bool


@dataclass(frozen=True, slots=True)
class Truth:
    """A statement that is true or false, and what is said to each of the two."""

    answer: bool
    true: Passage = _NOTHING
    false: Passage = _NOTHING


@dataclass(frozen=True, slots=True)
class Typed:
    """Words to type. A star in an answer stands for any words."""

    answers: tuple[MoodleAnswer, ...]


@dataclass(frozen=True, slots=True)
class MoodleNumber:
    """A number, how far off it may be, and the share that it is worth. No value: any other number."""

    value: Decimal | None
    off: Decimal
    share: float
    why: Passage = _NOTHING


@dataclass(frozen=True, slots=True)
class Numbers:
    """A number to type, and the unit that may follow it."""

    answers: tuple[MoodleNumber, ...]
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Pairs:
    """What belongs to what. A row without a left side is a match that stays unused."""

    rows: tuple[tuple[Passage, Passage], ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """Steps in their right order. `exact`: points for the whole order only."""

    steps: tuple[Passage, ...]
    exact: bool


@dataclass(frozen=True, slots=True)
class Essay:
    """An answer in words of one's own."""


Body = MoodleChoice | Truth | Typed | Numbers | Pairs | Steps | Essay
"""The kinds of question that the bank has a place for."""


@dataclass(slots=True)
class Head:
    """What all questions have, and where what is lost of one is recorded."""

    place: SourcePlace
    intake: Intake
    name: str = ""
    ident: str = ""
    stem: Passage = _NOTHING
    feedback: Feedback = field(default_factory=lambda: Feedback(_NOTHING))
    tags: list[str] = field(default_factory=list)
    hints: list[Passage] = field(default_factory=list)
    points: str = ""

    def passage(self, text: str, form: TextFormat) -> Passage:
        """A text of it, with what is lost of that recorded. Our own exports lose no list: its entries are read."""
        passage = read_passage(text, form, self.intake.link)
        for what, instead in passage.losses:
            self.change(what, instead)
        for note in passage.notes:
            if not (note == LIST and self.own("level")):
                self.note(note)
        return passage

    def change(self, what: str, instead: str, hint: str = "") -> None:
        """Record something that the bank can't hold."""
        self.intake.losses.change(self.place, what, instead, hint)

    def note(self, message: str, hint: str = "") -> None:
        """Record something that is worth a look."""
        self.intake.losses.note(self.place, message, hint)

    def require_stem(self) -> None:
        """Raise LeftOut where neither a text nor a name says what is asked. A name can help to write the text."""
        if not self.stem.lines and not self.name:
            hint = "Write the question before its answers."
            raise LeftOut(Code.IMPORT_ANSWER, "it has answers but no question", hint)

    def exact(self, grading: str) -> bool:
        """Whether only the whole order earns points, where Moodle gives them in one of its ways."""
        if grading not in ("", "ALL_OR_NOTHING", "RELATIVE_NEXT_EXCLUDE_LAST"):
            what = f"points for each step ({grading.replace('_', ' ').lower()})"
            self.change(what, "each two neighbors in the right order earn them")
        return grading == "ALL_OR_NOTHING"

    def own(self, name: str) -> str:
        """What a tag of our exports says: the level, the difficulty, the type."""
        matches = (_OWN_TAG.fullmatch(tag) for tag in self.tags)
        values = (dict(zip(match.groups()[::2], match.groups()[1::2], strict=True)) for match in matches if match)
        return next((str(value[name]) for value in values if value.get(name)), "")


def bank_data(head: Head, body: Body) -> Data:
    """The question as the bank writes it. Raises LeftOut where that can't be."""
    references = [head.intake.ref(address) for address in head.feedback.references()]
    own = _own(head, body)
    explain = [head.feedback.rest, str(own.pop("explain", ""))]
    return {
        **_called(head),
        "type": "",
        "level": head.own("level"),
        "stem": head.stem.markdown,
        **own,
        "explain": " ".join(text for text in explain if text),
        "hints": [hint.markdown for hint in head.hints],
        "refs": [*references],
        "tags": [*tags_of(head)],
        "difficulty": head.own("difficulty"),
        "points": head.points,
    }


def _called(head: Head) -> Data:
    """Its id, where it has one or a name in that form, else its name."""
    own_id = head.ident or (head.name if _SLUG.fullmatch(head.name) else "")
    return {"id": own_id} if own_id else {"name": head.name}


def number_of(text: str) -> Decimal | None:
    """The number that a text says. None where it says anything else, or a number that no one counts to."""
    return Decimal(text.strip()) if _FIGURE.fullmatch(text.strip()) else None


def percent(share: float) -> str:
    """A share as a person reads it: "33.3%"."""
    return f"{share * 100:.1f}".removesuffix(".0") + "%"


def tags_of(head: Head) -> list[str]:
    """The tags in the form that the bank has for them."""
    if len(head.tags) > MOST_PARTS:
        raise excess("tags in one question", MOST_PARTS)
    tags = dict[str, None]()
    for tag in head.tags:
        if _OWN_TAG.fullmatch(tag):
            continue
        name = slug(tag) if slug(tag)[:1].isalpha() else f"tag-{slug(tag)}".strip("-")
        name = name[:64].strip("-") if len(name) > 2 else f"{name}-tag"
        if name != tag:
            head.note(f'the tag "{tag}" is now "{name}"', "Tags are lowercase words joined by dashes.")
        tags[name] = None
    return [*tags]


def _own(head: Head, body: Body) -> Data:
    """The type of a question and the keys of it."""
    match body:
        case MoodleChoice():
            return _choice(head, body)
        case Truth():
            why: Data = {"true": body.true.markdown, "false": body.false.markdown}
            return {"type": "truefalse", "answer": str(body.answer).lower(), "why": why}
        case Typed():
            return _typed(head, body)
        case Numbers():
            return _numbers(head, body)
        case Pairs():
            return _pairs(head, body)
        case Steps():
            return _order(head, body)
        case Essay():
            return _essay(head)
        case _:
            assert_never(body)


def _choice(head: Head, body: MoodleChoice) -> Data:
    if not body.answers:
        raise LeftOut(Code.IMPORT_ANSWER, "it has no answers", _ADD)
    report_shares(head, body)
    options: list[Node] = []
    for answer in body.answers:
        right = answer.share > (0.995 if body.single else 0)
        entry = {"text": answer.text.markdown, "right": "true" if right else "", "why": answer.why.markdown}
        options.append({key: value for key, value in entry.items() if value})
    return {"type": "single" if body.single else "multiple", "options": options}


def report_shares(head: Head, body: MoodleChoice) -> None:
    """Report points that the bank gives in another way."""
    shares = [answer.share for answer in body.answers]
    if body.single:
        for answer in body.answers:
            if 0 < answer.share < 0.995:
                head.change(f'"{answer.text.plain}" is worth {percent(answer.share)}', "it counts as wrong")
        if min(shares, default=0) < 0:
            head.change("points taken off for a wrong answer", "a wrong answer just earns none")
        return
    right, wrong = [s for s in shares if s > 0], [s for s in shares if s <= 0]
    if right and max(right) - min(right) > 0.011:
        head.change(f"right answers worth {' and '.join(map(percent, right))}", "they count alike")
    elif right and abs(sum(right) - 1) > 0.02:
        head.change(f"right answers worth {percent(sum(right))} together", "together they earn all points")
    if right and any(abs(share + 1 / len(right)) > 0.011 for share in wrong):
        share = " or ".join(dict.fromkeys(percent(abs(share)) for share in wrong))
        head.change(f"a wrong answer takes off {share}", "it takes off as much as a right one earns")


def _typed(head: Head, body: Typed) -> Data:
    accept: list[Node] = []
    near: list[Node] = []
    reasons: list[Passage] = []
    for answer in body.answers:
        text = answer.text.plain
        has_star = bool(_ANYTHING.search(text))
        literal = text.replace(r"\*", "*")
        if answer.share > 0.995:
            accept.append({"regex": _pattern(text)} if has_star else {"text": literal})
            reasons.append(answer.why)
        elif has_star:
            _report_star(head, answer)
        else:
            if answer.share > 0:
                head.change(f'the answer "{literal}" is worth {percent(answer.share)}', "it counts as wrong, but close")
            near.append({"text": literal, "why": answer.why.markdown})
    return _short(head, each_once(accept), near, reasons)


def _report_star(head: Head, answer: MoodleAnswer) -> None:
    """Report a wrong answer with a star in it: the bank has a reason for one wrong answer at a time."""
    text = answer.text.plain
    if text.strip("*"):
        head.change(f'the answer "{text}" is worth {percent(answer.share)}', "it counts as wrong, without a reason")
    elif answer.share > 0:
        head.change(f"any other answer is worth {percent(answer.share)}", "it counts as wrong")
    if answer.why.lines:
        head.change(f'the feedback for "{text}" ("{answer.why.plain}")', _OTHERS)


def _numbers(head: Head, body: Numbers) -> Data:
    right = [number for number in body.answers if number.value is not None and number.share > 0.995]
    near: list[Node] = []
    for number in body.answers:
        if number.value is None:
            if number.why.lines:
                head.change(f'the feedback for any other number ("{number.why.plain}")', _OTHERS)
            if number.share > 0:
                head.change(f"any other number is worth {percent(number.share)}", "it counts as wrong")
        elif number not in right:
            near += _near(head, number.value, number, right)
    accept: list[Node] = [_accepted(number, body.unit) for number in right]
    return _short(head, accept, near, [number.why for number in right])


def _near(head: Head, value: Decimal, number: MoodleNumber, right: Sequence[MoodleNumber]) -> list[Node]:
    """The number as a wrong one that is close. None where it is also a right one."""
    reads = f"{figures(value)} ± {figures(number.off)}" if number.off else figures(value)
    if any(abs(value - (other.value or 0)) <= other.off for other in right):
        remark = f', with the feedback "{number.why.plain}"' if number.why.lines else ""
        head.change(f"{reads} is worth {percent(number.share)}{remark}", "only what is fully right is accepted")
        return []
    only = f", and only {figures(value)} itself" if number.off else ""
    if number.share > 0:
        head.change(f"the answer {reads} is worth {percent(number.share)}", f"it counts as wrong, but close{only}")
    elif number.off:
        head.change(f"the feedback for {reads}", f"it is shown for {figures(value)} only")
    return [{"text": figures(value), "why": number.why.markdown}]


def _accepted(number: MoodleNumber, unit: str) -> Data:
    assert number.value is not None
    data = {"number": figures(number.value), "tol": figures(number.off) if number.off else "", "unit": unit}
    return {key: value for key, value in data.items() if value}


def _short(head: Head, accept: list[Node], near: list[Node], reasons: Sequence[Passage]) -> Data:
    if not accept:
        raise LeftOut(Code.IMPORT_ANSWER, "none of its answers is fully right", "Give one of them all points.")
    remark = dict.fromkeys(reason.markdown for reason in reasons if reason.lines)
    for reason in remark:
        head.change(f'the feedback for a right answer ("{reason}")', "it is in the explanation, which everybody reads")
    return {"type": "short", "accept": accept, "near": near, "explain": " ".join(remark)}


def _pattern(text: str) -> str:
    """The pattern that fits an answer with stars in it."""
    return ".*".join(map(_exactly, _ANYTHING.split(text)))


def _exactly(text: str) -> str:
    """The pattern that fits a text and nothing else."""
    return re.sub(r"[$()*+.?\[\\\]^{|}]", r"\\\g<0>", text.replace(r"\*", "*"))


def _pairs(head: Head, body: Pairs) -> Data:
    if not any(left.lines for left, _ in body.rows):
        raise LeftOut(Code.IMPORT_ANSWER, "it has no pairs", _ADD)
    if not all(right.lines for _, right in body.rows):
        raise LeftOut(Code.IMPORT_ANSWER, "one of its pairs has no right side", "Write it as =left -> right.")
    filled = [(left, right) for left, right in body.rows if left.lines]
    kind = head.own("type")
    if kind == "order" and all(_PLACES.fullmatch(right.plain) for _, right in filled):
        return _numbered(head, filled)
    targets: list[Node] = [*dict.fromkeys(right.markdown for _, right in body.rows)]
    name = "in" if kind == "classify" else "to"
    entries: list[Node] = []
    for left, right in filled:
        why = head.feedback.reason(f"{left.plain} → {right.plain}")
        entries.append(_entry(left, why, name, right.markdown))
    if kind == "classify":
        return {"type": "classify", "categories": targets, "cards": entries}
    return {"type": "match", "left": entries, "right": targets}


def _numbered(head: Head, placed: list[tuple[Passage, Passage]]) -> Data:
    """Steps that were matched with their places; those with one place may swap."""
    head.feedback.swaps()
    steps: list[Node] = [_entry(text, head.feedback.reason(text.plain)) for text, _ in placed]
    alike: dict[str, list[Node]] = {}
    for text, place in placed:
        alike.setdefault(place.plain, []).append(text.markdown)
    return {"type": "order", "steps": steps, "equal": [names for names in alike.values() if len(names) > 1]}


def _order(head: Head, body: Steps) -> Data:
    if not body.steps:
        raise LeftOut(Code.IMPORT_ANSWER, "it has no steps", _ADD)
    swaps = head.feedback.swaps()
    names = {step.plain: step.markdown for step in body.steps}
    equal: list[Node] = [[names[name] for name in swap] for swap in swaps if set(swap) <= set(names)]
    if len(equal) < len(swaps):
        head.change("steps that may come in any order", "only the listed order is right")
    steps: list[Node] = [_entry(step, head.feedback.reason(step.plain)) for step in body.steps]
    return {"type": "order", "steps": steps, "equal": equal, "score": "exact" if body.exact else ""}


def _entry(text: Passage, why: str, name: str = "", value: str = "") -> Data:
    data = {"text": text.markdown, name: value, "why": why}
    return {key: value for key, value in data.items() if value}


def _essay(head: Head) -> Data:
    """A reflection. In one of ours, each line of the text is a statement, and the last may list the answers."""
    if not head.own("level"):
        head.note("an essay is now a reflection, which counts no points")
    stem, *lines = head.stem.lines or (None,)
    if stem is None:
        raise LeftOut(Code.IMPORT_ANSWER, "it asks nothing", "Write the question before the braces.")
    scales = {" / ".join(map(in_words, answers)): name for name, answers in SCALES.items() if answers}
    scale = scales.get(lines[-1].plain, "text") if lines else "text"
    if not head.own("level") and scale == "text":
        lines, texts = lines[-1:], [line.markdown for line in head.stem.lines]
        return _reflection(" ".join(texts[:-1] or texts), scale, [lines[0].markdown if lines else stem.markdown])
    prompts: list[Node] = [
        _prompt(head, line.plain, line.markdown, scale) for line in lines[: -1 if scale != "text" else None]
    ]
    return _reflection(stem.markdown, scale, prompts or [stem.markdown])


def _reflection(stem: str, scale: str, prompts: list[Node]) -> Data:
    return {"type": "reflect", "stem": stem, "scale": scale, "prompts": prompts}


def _prompt(head: Head, plain: str, markdown: str, scale: str) -> Data:
    remark = ((answer, head.feedback.advice(plain, in_words(answer))) for answer in SCALES[scale])
    advice: Data = {answer: text for answer, text in remark if text}
    if advice:
        head.feedback.drop(plain)
    return {"text": markdown, "advice": advice} if advice else {"text": markdown}
