"""What the rules look at in an item: its texts, the words in them, and every set of options to choose from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from ..book.bank import Banked
from ..model.items import Item, Scenario
from ..model.shapes import Choose, Shape
from ..source.document import Document, Where
from ..source.markup import plain_text

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_PLACEHOLDER = re.compile(r"\{\{.*?\}\}")
_SENTENCE_END = re.compile(r"(?<=[.?!:])(?<!\b(?:Mr|Ms|Dr)\.)(?<!\bMrs\.)[\"')*_]*\s+(?=[\"'(*_]*[A-Z0-9])")


def word_list(text: str) -> frozenset[str]:
    """A list of words to look for, written as a text."""
    return frozenset(text.split())


LINKING = word_list(
    """
    a about after again all also am an and any are as at away back be because been before being both but by can
    cannot could did do does doing don't down each else even ever every few first for from get give go goes got had
    has have having he her here hers him his how i i'll i'm if in into is it it's its just last let let's like made
    make makes many may me might more most much must my need needs new next no not now of off on once one ones only
    or other others our out over own part put right said same say says see she should so some someone something such
    take tell than that that's the their them then there they thing things this those through to too two under until
    up us very want wants was way we were what when where which while who whom whose why will with without would you
    your yours
    """
)
"""Words that hold sentences together, and the commonest verbs: sharing them says nothing."""


def words(text: str) -> list[str]:
    """The words of a text in lower case, without placeholders and Markdown."""
    return list(_words(text))


@lru_cache(maxsize=65536)
def _words(text: str) -> tuple[str, ...]:
    bare = plain_text(_PLACEHOLDER.sub(" ", text))
    return tuple(_WORD.findall(bare.lower().replace("’", "'")))


@lru_cache(maxsize=65536)
def root(word: str) -> str:
    """The word without its ending. Source: the S stemmer of Harman, 1991, and the endings -ed and -ing."""
    word = word.removesuffix("'s")
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 3 and not word.endswith("ss"):
            return word[: -len(ending)].removesuffix("e")
    return word.removesuffix("e")


def content(text: str) -> frozenset[str]:
    """The roots of the words that carry meaning."""
    return frozenset(root(word) for word in words(text) if word not in LINKING and len(word) > 2)


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [sentence for sentence in _SENTENCE_END.split(plain_text(_PLACEHOLDER.sub("0", text))) if sentence.strip()]


@dataclass(frozen=True)
class Choices:
    """Options of which some are right, where they stand in their item, and the text that they answer."""

    where: Where
    texts: tuple[str, ...]
    right: frozenset[int]
    stem: str

    @cached_property
    def question(self) -> frozenset[str]:
        """The meaning of what they answer in words."""
        return content(self.stem)

    @cached_property
    def content(self) -> tuple[frozenset[str], ...]:
        """The meaning of each option in words."""
        return tuple(content(text) for text in self.texts)

    @property
    def only_right(self) -> int | None:
        """The place of the right option, if there is exactly one."""
        return next(iter(self.right)) if len(self.right) == 1 else None

    @property
    def wrong(self) -> list[int]:
        """The places of the others."""
        return [at for at in range(len(self.texts)) if at not in self.right]


@dataclass(frozen=True)
class LintItem:
    """An item of the bank as the rules read it."""

    banked: Banked

    @property
    def item(self) -> Item:
        """The item."""
        return self.banked.item

    @cached_property
    def shape(self) -> Shape:
        """What a person does with the item."""
        return self.item.shape()

    @property
    def document(self) -> Document:
        """The file it is written in."""
        return self.banked.document

    @cached_property
    def choices(self) -> tuple[Choices, ...]:
        """Its options: one set, or one for each point of a scenario, where the best rated is right."""
        return tuple(_choices(self.item, self.shape))

    @property
    def one_of_several(self) -> bool:
        """Whether one of several options is to be chosen."""
        return isinstance(self.shape, Choose) and self.shape.single and not self.shape.truth

    @cached_property
    def stem(self) -> frozenset[str]:
        """The meaning of the stem in words."""
        return content(self.item.stem)

    @cached_property
    def texts(self) -> tuple[tuple[Where, str], ...]:
        """Every text of the item and where it stands."""
        texts: list[tuple[Where, str]] = []
        _collect(self.item.model_dump(by_alias=True, exclude_defaults=True, exclude={"waive"}), (), texts)
        return tuple(texts)

    def places(self, pattern: re.Pattern[str], hints: tuple[str, ...] = ()) -> Iterator[tuple[Where, str]]:
        """What a pattern finds in the texts, and where. It finds nothing without one of the hints (in lower case)."""
        hinted = not hints or any(map(self._lowered.__contains__, hints))
        if hinted and pattern.search(self._joined):
            for where, text in self.texts:
                if match := pattern.search(text):
                    yield where, match[0]

    @cached_property
    def _joined(self) -> str:
        return "\n".join(text for _, text in self.texts)

    @cached_property
    def _lowered(self) -> str:
        return self._joined.lower()

    @cached_property
    def sentences(self) -> list[str]:
        """The sentences of the stem."""
        return sentences(self.item.stem)

    @property
    def reasons(self) -> Iterator[tuple[Where, str]]:
        """Every reason and where it stands."""
        for where, text in self.texts:
            if "why" in where[-2:] or where == ("explain",):
                yield where, text

    @property
    def statement(self) -> str:
        """What is to be judged in a question of true or false; else nothing."""
        return self.item.stem if isinstance(self.shape, Choose) and self.shape.truth else ""


def _choices(item: Item, shape: Shape) -> Iterator[Choices]:
    if isinstance(shape, Choose) and not shape.truth:
        right = frozenset(at for at, answer in enumerate(shape.answers) if answer.right)
        yield Choices(("options",), tuple(answer.text for answer in shape.answers), right, item.stem)
    if isinstance(item, Scenario):
        for name, point in item.nodes.items():
            best = max(choice.rating for choice in point.choices)
            right = frozenset(at for at, choice in enumerate(point.choices) if choice.rating == best)
            texts = tuple(choice.text for choice in point.choices)
            yield Choices(("nodes", name, "choices"), texts, right, point.text)


def _collect(node: object, where: Where, texts: list[tuple[Where, str]]) -> None:
    if isinstance(node, str):
        texts.append((where, node))
    elif isinstance(node, list):
        for at, entry in enumerate(node):
            _collect(entry, (*where, at), texts)
    elif isinstance(node, dict):
        for key, entry in node.items():
            _collect(entry, (*where, key), texts)
