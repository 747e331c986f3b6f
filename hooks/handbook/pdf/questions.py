"""The print form of questions to check oneself: five kinds of item, each with its line of the key."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..book.read import Handbook
from ..model.items import Item, Multiple, Order, Short, Single, TrueFalse
from ..source.codes import Code
from ..source.document import Where
from .inline import PrintTexts, Tree, as_runs

LETTERS = "ABCDEFGHIJ"
TRUE_FALSE = ("True", "False")

Form = Callable[[Any, PrintTexts, int], Tree]


def questions(names: list[str], texts: PrintTexts, handbook: Handbook) -> list[Tree]:
    """The items of these ids, in order. `texts` are those of the guide's own file, which a problem points to.

    Left out are those that are gone or need a value of the profile that is still empty; refused, kinds without a form.
    """
    found = (_question(name, ("questions", at), texts, handbook) for at, name in enumerate(names))
    return [question for question in found if question]


def _question(name: str, where: Where, texts: PrintTexts, handbook: Handbook) -> Tree | None:
    banked = handbook.bank.items.get(name)
    if banked is None or handbook.profile.lacks(banked.item.model_dump_json()):
        return None
    form = FORMS.get(type(banked.item))
    if form is None:
        message = f'the question "{name}" is of the type {banked.item.kind}, which has no print form'
        hint = f"Choose one of these types: {', '.join(sorted(kind.kind for kind in FORMS))}."
        texts.setter.problems.add(texts.document.path, texts.document.line(where), Code.PRINT_FORM, message, hint)
        return None
    inside = texts.of(banked.document)
    return {"how": None, "options": [], "blank": False} | {
        "stem": inside(banked.item.stem, banked.at, "stem"),
        **form(banked.item, inside, banked.at),
    }


def _choice(item: Single | Multiple, texts: PrintTexts, at: int) -> Tree:
    options = [texts(option.text, at, "options", n) for n, option in enumerate(item.options)]
    right = [LETTERS[n] for n, option in enumerate(item.options) if option.right]
    how = "More than one answer may be right." if isinstance(item, Multiple) else None
    return {"options": options, "key": as_runs(", ".join(right)), "how": how}


def _truefalse(item: TrueFalse, _: PrintTexts, __: int) -> Tree:
    options = [as_runs(word) for word in TRUE_FALSE]
    return {"options": options, "key": as_runs(LETTERS[0 if item.answer else 1])}


def _short(item: Short, texts: PrintTexts, at: int) -> Tree:
    accepted = next((one for one in item.accept if one.regex is None), None)
    if accepted is None:
        return {"blank": True, "key": texts(item.explain, at, "explain")}
    number = None if accepted.number is None else f"{accepted.number:g} {accepted.unit or ''}".strip()
    return {"blank": True, "key": as_runs(texts.literal(accepted.text or number or "", at, "accept"))}


def _order(item: Order, texts: PrintTexts, at: int) -> Tree:
    """The steps in the order of the alphabet, so that their order on paper says nothing."""
    places = sorted(range(len(item.steps)), key=lambda n: item.steps[n].text.casefold())
    options = [texts(item.steps[n].text, at, "steps", n) for n in places]
    key = " ".join(LETTERS[places.index(n)] for n in range(len(item.steps)))
    return {"options": options, "key": as_runs(key), "how": "Write the letters in the right order.", "blank": True}


FORMS: dict[type[Item], Form] = {
    Single: _choice,
    Multiple: _choice,
    TrueFalse: _truefalse,
    Short: _short,
    Order: _order,
}
"""What is printed, by its model."""
