"""What a derived item is made of: directives of the guide, terms, or a value of the profile."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ...model.blocks import Block
from ...model.derivation import Derivation
from ...model.glossary import Term
from ...model.guide import Guide
from ...model.organization import Organization
from ...source.problems import did_you_mean
from ..unreadable import in_boxes
from .words import unlinked

Entry = TypeVar("Entry")


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
                raise Unfit(f'"{entry.value}" is not in the organization profile', did_you_mean(entry.value, values))
            return cls(entry, sources, "profile")
        blocks = [_block(entry.source, sources.guide, "from")]
        blocks += [_block(name, sources.guide, "also") for name in entry.also]
        strange = next((block for block in blocks if block.kind != blocks[0].kind), None)
        if strange:
            what = f'"{strange.id}" is a {strange.kind}, but "{entry.source}" is a {blocks[0].kind}'
            raise Unfit(what, "Combine only directives of the same kind.", "also")
        return cls(entry, sources, blocks[0].kind, tuple(blocks))

    @property
    def refs(self) -> list[str]:
        """The directives it is made of, by id."""
        return [block.id for block in self.blocks]

    def pick(self, entries: Mapping[str, Entry], names: Iterable[str], key: str) -> list[Entry]:
        """The entries with these names. Raises Unfit at that key when there is no such, or more than one."""
        return [entries[self._place(list(entries), name, key)] for name in names]

    def _place(self, texts: Sequence[str], name: str, key: str) -> str:
        target = unlinked(name).casefold()
        matches = [text for text in texts if text.casefold() == target]
        matches = matches or [text for text in texts if text.casefold().startswith(target)]
        if len(matches) != 1:
            many = "more than one entry" if matches else "no entry"
            what = f'"{self.entry.source}" has {many} that begins with "{name}"'
            raise Drifted(what, "Type more of it." if matches else did_you_mean(name, texts), key)
        return matches[0]


def _block(name: str, guide: Guide, key: str) -> Block:
    placed = guide.blocks.get(name)
    if placed is None:
        if name in in_boxes(guide.pages):
            raise Unread
        raise Unfit(f'there is no directive "{name}" to make this question from', did_you_mean(name, guide.blocks), key)
    return placed.block
