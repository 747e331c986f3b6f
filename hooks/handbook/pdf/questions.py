"""The print form of a question: what is read, room to answer, and the key in the letters of that room."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import assert_never

from ..book.bank import Banked
from ..book.read import Handbook
from ..model.answer_sheet import LETTERS
from ..model.shapes import Arrange, Choose, Pair, Part, Reflect, Shape, Shuffle, Story, StoryPoint, Type, in_words
from ..source.codes import Code
from ..source.document import Where
from .inline import PrintTexts
from .runs import Runs, Tree, as_runs

SetText = Callable[[str], Runs]
"""Sets a text of the question."""


def how_to_answer(shape: Shape) -> str | None:
    """What to do where the question alone does not say it."""
    match shape:
        case Choose():
            return None if shape.single else "Check all that apply."
        case Arrange():
            return "Write the letters in the right order."
        case Pair():
            return "Write the letter that fits on every line."
        case Type():
            return None
        case Story():
            return "Start at 1. Check the box for what you do, then go where it says."
        case Reflect():
            return "There is no right or wrong answer, and it earns no points."
        case _:
            assert_never(shape)


def answer_space(shape: Shape, runs: SetText, shuffle: Shuffle) -> list[Tree]:
    """The parts of a question that the template prints below its stem."""
    match shape:
        case Choose():
            return [{"kind": "options", "entries": _entries(shape.answers, runs)}]
        case Arrange():
            return [{"kind": "steps", "entries": _entries(shape.mixed(shuffle), runs)}]
        case Pair():
            entries, targets = shape.mixed(shuffle)
            return [{"kind": "pairs", "targets": _entries(targets, runs), "entries": _entries(entries, runs)}]
        case Type():
            return [{"kind": "lines", "count": 1}]
        case Story():
            points = [_point(point, runs) for point in shape.points]
            return points + [{"kind": "ending", "number": end.number, "text": runs(end.text)} for end in shape.ends]
        case Reflect():
            scale = [in_words(answer) for answer in shape.answers]
            return [{"kind": "prompt", "text": runs(prompt.text), "scale": scale} for prompt in shape.prompts]
        case _:
            assert_never(shape)


def _point(point: StoryPoint, runs: SetText) -> Tree:
    entries = [[*runs(choice.text), *as_runs(f" Go on at {choice.to}.")] for choice in point.choices]
    return {"kind": "point", "number": point.number, "text": runs(point.text), "entries": entries}


def _entries(parts: Iterable[Part], runs: SetText) -> list[Runs]:
    return [runs(part.text) for part in parts]


def letters(parts: Iterable[Part]) -> dict[str, str]:
    """The letter under which each part is printed, by its permanent name."""
    return {part.ident: letter for part, letter in zip(parts, LETTERS, strict=False)}


def letters_to_choose(shape: Choose) -> str:
    """The letters of the right answers."""
    letter_of = letters(shape.answers)
    return ", ".join(letter_of[answer.ident] for answer in shape.right)


def letters_in_order(shape: Arrange, shuffle: Shuffle) -> str:
    """The letters of the steps in the right order."""
    letter_of = letters(shape.mixed(shuffle))
    return " ".join(letter_of[step.ident] for step in shape.steps)


def questions(names: list[str], texts: PrintTexts, handbook: Handbook) -> list[Tree]:
    """The items of these ids, in order, to check oneself. `texts` are those of the guide's own file.

    Left out are those that are gone or need a value of the profile that is still empty. Refused, by a problem in that
    file, are those whose key does not fit on the line that it gets.
    """
    trees = (_question(name, ("questions", at), texts, handbook) for at, name in enumerate(names))
    return [question for question in trees if question]


def _question(name: str, where: Where, texts: PrintTexts, handbook: Handbook) -> Tree | None:
    banked = handbook.bank.items.get(name)
    if banked is None or handbook.profile.lacks(banked.item.placeholders):
        return None
    shape, inside = banked.item.shape(), texts.of(banked.document)
    runs, shuffle = _set_text(banked, inside), _alphabetical(shape)
    key = _key(shape, shuffle, lambda text: as_runs(inside.literal(text, banked.at, "accept")))
    if key is None:
        message = f'the question "{name}" is of type {banked.item.kind}, which can\'t be printed in the guide'
        hint = "Use one that is answered by choosing, by putting steps in order or by typing."
        texts.setter.problems.add(texts.document.path, texts.document.line(where), Code.PRINT_FORM, message, hint)
        return None
    return {
        "stem": runs(banked.item.stem),
        "how": how_to_answer(shape),
        "parts": answer_space(shape, runs, shuffle),
        "key": key or runs(banked.item.explain or ""),
    }


def _set_text(banked: Banked, texts: PrintTexts) -> SetText:
    """Sets the texts of an item, each with the line that it is written on."""
    places = {" ".join(text.split()): where for where, text in banked.document.texts() if where[0] == banked.at}
    return lambda text: texts(text, *places.get(text, (banked.at,))) or []


def _alphabetical(shape: Shape) -> Shuffle:
    """The order of the alphabet, so that the order on paper says nothing."""
    texts = {step.ident: step.text.casefold() for step in shape.steps} if isinstance(shape, Arrange) else {}
    return lambda names: sorted(names, key=texts.__getitem__)


def _key(shape: Shape, shuffle: Shuffle, literal: SetText) -> Runs | None:
    """What is right, on one line: nothing where only the explanation can say it. None where a line is too little."""
    match shape:
        case Choose():
            return as_runs(letters_to_choose(shape))
        case Arrange():
            return as_runs(letters_in_order(shape, shuffle))
        case Type():
            return next((literal(answer.reads) for answer in shape.accept if answer.reads), [])
        case Pair() | Story() | Reflect():
            return None
        case _:
            assert_never(shape)
