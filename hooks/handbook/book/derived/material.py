"""What a derived item is made of: directives of the guide, terms, or a value of the profile."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from ...model.blocks import Block
from ...model.derivation import Derivation
from ...model.glossary import Term
from ...model.guide import Guide
from ...model.organization import Organization
from ...model.schema import ident_of
from ...source.problems import did_you_mean, nearest
from ..past import Past
from ..unreadable import in_boxes
from .words import unlinked

_PROFILE = "docs/_data/organization.yml"
Entry_co = TypeVar("Entry_co", covariant=True)


class Unfit(Exception):
    """No item can be made of it: what is wrong, what would be right, and the key of the entry at fault."""

    def __init__(self, message: str, hint: str, key: str = "from") -> None:
        super().__init__(message)
        self.hint, self.key = hint, key


class Drifted(Unfit):
    """The page no longer holds what the entry asks for. Who changed it edits that page alone, so it blocks nothing."""


class Unread(Exception):
    """What it is made of, a directive or the profile, could not be read; the problem has been recorded there."""


@dataclass(frozen=True, slots=True)
class Sources:
    """All that items can be made of."""

    guide: Guide
    glossary: tuple[Term, ...]
    organization: Organization
    past: Past


@dataclass(frozen=True, slots=True)
class NamedEntry(Generic[Entry_co]):
    """An entry of a directive, its permanent name (see `Entry.ident`) and its words."""

    entry: Entry_co
    ident: str
    words: str

    def is_called(self, name: str) -> bool:
        """Whether the name is its permanent one, or the words that this was made of: it may have been reworded."""
        return self.ident in (name, ident_of(name))

    def has_words(self, name: str) -> bool:
        """Whether the name is all of its words."""
        return self.words.casefold() == unlinked(name).casefold()

    def begins_with(self, name: str) -> bool:
        """Whether the name is the beginning of its words."""
        return self.words.casefold().startswith(unlinked(name).casefold())


@dataclass(frozen=True, slots=True)
class Material:
    """An entry of the bank with the directives it names. `kind` is theirs, or "profile"."""

    entry: Derivation
    sources: Sources
    kind: str
    blocks: tuple[Block, ...] = ()

    @classmethod
    def of(cls, entry: Derivation, sources: Sources) -> Material:
        """The material of an entry. Raises Unfit when what it names is not there."""
        if entry.value is not None:
            values = sources.organization.profile.values
            if not values:
                raise Unread
            if entry.value not in values:
                message, name = f'"{entry.value}" is not in the organization profile', entry.value.rpartition(".")[2]
                if re.search(rf"(?m)^ +{re.escape(name)}:", sources.past.text(_PROFILE) or ""):
                    raise Drifted(message, f"Give the value this name again in {_PROFILE}, or name another one here.")
                raise Unfit(message, did_you_mean(entry.value, values))
            return cls(entry, sources, "profile")
        blocks = [_block(entry.source, sources, "from")]
        blocks += [_block(name, sources, "also") for name in entry.also]
        strange = next((block for block in blocks if block.kind != blocks[0].kind), None)
        if strange:
            what = f'"{strange.id}" is a {strange.kind}, but "{entry.source}" is a {blocks[0].kind}'
            raise Unfit(what, "Combine only directives of the same kind.", "also")
        return cls(entry, sources, blocks[0].kind, tuple(blocks))

    @property
    def refs(self) -> list[str]:
        """The directives it is made of, by id."""
        return [block.id for block in self.blocks]

    def pick(self, entries: Sequence[NamedEntry[Entry_co]], names: Iterable[str], key: str) -> list[Entry_co]:
        """The entries with these names. Raises Unfit at that key when there is no such, or more than one."""
        return [self._one(entries, name, key) for name in names]

    def _one(self, entries: Sequence[NamedEntry[Entry_co]], name: str, key: str) -> Entry_co:
        """The entry that a name means: by its permanent name, else all of its words, else the beginning of them."""
        for means in (NamedEntry.is_called, NamedEntry.has_words, NamedEntry.begins_with):
            matches = [each.entry for each in entries if means(each, name)]
            if len(matches) == 1:
                return matches[0]
            if matches:
                what = f'"{self.entry.source}" has more than one entry that begins with "{name}"'
                raise Drifted(what, "Type more of it.", key)
        what = f'"{self.entry.source}" has no entry that begins with "{name}"'
        raise Drifted(what, did_you_mean(name, [each.words for each in entries]), key)


def _block(name: str, sources: Sources, key: str) -> Block:
    blocks = sources.guide.blocks
    if name in blocks:
        return blocks[name].block
    if name in in_boxes(sources.guide.pages, sources.past):
        raise Unread
    if name not in sources.past.ids:
        raise Unfit(f'there is no box "{name}" to make this question from', did_you_mean(name, blocks), key)
    near = nearest(name, sources.guide.written_boxes - sources.past.ids)
    hint = f'Did you mean "{near}"?' if near else "Name another box, or take this question out."
    raise Drifted(f'the box "{name}" was removed, so no question can be made from it', hint, key)
