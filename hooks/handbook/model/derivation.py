"""An item that takes its content from the handbook: what its entry in the bank says."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .items import BankEntry, ItemId, ItemLevel
from .schema import Groups, Slugs, Text, Texts

PROFILE = "profile:"
"""What `from` begins with where it names a value of the profile instead of a directive."""


class Derivation(BankEntry):
    """A question made of a directive or of a profile value.

    Entries of the directive (rows, steps, phrases, terms) are named by their key, their text or the beginning of it.
    """

    id: ItemId
    source: Text = Field(alias="from")
    """The id of the directive that it is made of; or `profile: group.key`."""
    kind: Literal["order", "match", "classify", "single", "short"] = Field(alias="as")
    """The type of question to make of it."""
    level: ItemLevel
    stem: Text | None = None
    only: list[Text] = []
    """Ask these entries and no others."""
    also: Slugs = []
    """More directives of the kind, whose entries come in."""
    by: Text | None = None
    """The column that is asked about, where it is not the row headings."""
    column: Text | None = None
    """The column that answers."""
    because: Text | None = None
    """The column that gives the reasons; else all further columns do."""
    about: Text | None = None
    """The one entry that a single-choice question asks for; of a procedure, the step that comes before it."""
    beside: list[Text] = []
    """The entries that are its wrong options; else siblings are drawn."""
    equal: Groups = []
    """Groups of steps that may swap."""
    unit: Text | None = None
    """The unit of a profile value."""
    refs: Texts = []
    """Where the handbook says it, beside the directive."""

    @property
    def value(self) -> str | None:
        """The key of the profile value it is made of; None where it is made of a directive."""
        return self.source.removeprefix(PROFILE).strip() if self.source.startswith(PROFILE) else None

    def common(self) -> dict[str, object]:
        """What the item has of the entry as it is."""
        return self.model_dump(include={"id", "level", *BankEntry.model_fields}, exclude_none=True)
