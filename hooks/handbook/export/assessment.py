"""What is handed to a format, and what comes back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..git.edition import Edition
from ..model.items import Item
from ..model.shapes import Arrange
from .texts import ItemTexts


@dataclass(frozen=True, slots=True)
class Assessment:
    """The questions of one test, in order. `code` is the form code of a test that was drawn.

    `form` names a form of a blueprint, of which there can be several, whatever its questions are in this edition.
    `mode`, `pass_mark` (percent) and `root`, the handbook's folder, are for formats that ask the questions themselves.
    """

    id: str
    title: str
    items: tuple[Item, ...]
    edition: Edition
    texts: ItemTexts
    code: str | None = None
    mode: str = "practice"
    pass_mark: int | None = None
    root: Path | None = None
    form: str = ""
    time: str = ""
    """How long it takes, as a sentence."""

    @property
    def name(self) -> str:
        """The permanent name, by which a platform knows the test of a newer edition as the same."""
        return self.form or self.id

    @property
    def origin(self) -> str:
        """Edition and form code, by which files made of other questions are told apart."""
        return " · ".join(part for part in (str(self.edition), self.code) if part)


STORY = ("the story beyond its first choice", "only the first choice is asked, and a better choice earns more")
REASONS_BELOW = ("a reason of its own for each entry", "the reasons are together in the explanation")
SCALE = ("a rating scale", "its answers are listed, and people type one")
PARTS_OF_POINTS = ("points for all or nothing", "right answers earn a share, wrong ones lose one")
IN_NUMBERS = ("steps to put in order", "each step is matched with its number")
HINTS = ("hints", "they are left out")
"""What several formats cannot hold, and what they do instead."""


def lost_order(shape: Arrange) -> list[tuple[str, str]]:
    """What is lost where steps are matched with their numbers."""
    losses = [IN_NUMBERS]
    if shape.score == "exact":
        losses.append(("points for the whole order only", "each step in its place earns a share of them"))
    return losses


@dataclass(frozen=True, slots=True, order=True)
class Loss:
    """Something of a question (by its id) that a format cannot hold, and what was done instead.

    What a format can hold of no question has no id: it is named once.
    """

    item: str
    what: str
    instead: str
    left_out: bool = False
    """Whether the file does not hold the question at all."""

    def __str__(self) -> str:
        return ": ".join(part for part in (self.item, self.what, self.instead) if part)


class Losses:
    """Collects losses."""

    def __init__(self) -> None:
        self._losses: dict[Loss, None] = {}

    def add(self, item: Item, what: str, instead: str) -> None:
        """Record something that the file says in another way."""
        self._losses[Loss(item.id, what, instead)] = None

    def add_for_all(self, what: str, instead: str) -> None:
        """Record something that the file holds of no question."""
        self._losses[Loss("", what, instead)] = None

    def leave_out(self, item: Item, why: str) -> None:
        """Record a question that the file does not hold."""
        self._losses[Loss(item.id, why, "the question is left out", left_out=True)] = None

    def __iter__(self) -> Iterator[Loss]:
        return iter(self._losses)

    @property
    def left_out(self) -> set[str]:
        """The ids of the questions that the file does not hold."""
        return {loss.item for loss in self if loss.left_out}


class NothingToExport(Exception):
    """Not one of the questions can be held by the format."""

    def __init__(self, losses: Losses) -> None:
        super().__init__("None of these questions can be exported to this format")
        self.losses = tuple(losses)


def stay_in_bank(items: Iterable[Item], losses: Losses) -> None:
    """Record what these questions have that only the bank knows: an import of the file doesn't bring it back."""
    questions = list(items)
    names = [name for name in _OF_THE_BANK if any(getattr(item, name) != _default(item, name) for item in questions)]
    if any(_has_key(item.model_dump()) for item in questions):
        names.append("keys of answers")
    if names:
        losses.add_for_all(", ".join(names), "only in the bank, not in the file")


_OF_THE_BANK = ("rev", "status", "enemies", "waive")


def _default(item: Item, name: str) -> object:
    return type(item).model_fields[name].default


def _has_key(node: object) -> bool:
    """Whether an entry in it has a permanent name that its author gave it."""
    if isinstance(node, dict):
        return bool(node.get("key")) or any(map(_has_key, node.values()))
    return isinstance(node, list) and any(map(_has_key, node))


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: what it is called, how its name ends, its writer, and whether it shows emphasis and links."""

    title: str
    suffix: str
    write: Callable[[Assessment, Losses], bytes]
    markup: bool = False
    parts: Callable[[Assessment, Losses, str], dict[str, bytes]] | None = None
    """The files in it on a size of paper (`letter`, `a4`), by name: where each is opened by itself."""


@dataclass(frozen=True, slots=True)
class Export:
    """A file as bytes, and what it could not hold."""

    content: bytes
    losses: tuple[Loss, ...]


def report(losses: Iterable[Loss]) -> str:
    """The losses, those of one kind together, each question by its id."""
    kinds: dict[tuple[str, str], list[str]] = {}
    for loss in losses:
        kinds.setdefault((loss.what, loss.instead), []).append(loss.item)
    return "\n".join(
        "\n    ".join(filter(None, (f"{what}: {instead}", ", ".join(filter(None, ids)))))
        for (what, instead), ids in kinds.items()
    )
