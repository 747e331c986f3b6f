"""Sets the texts of one test for paper, and settles the order in which they are shown."""

from __future__ import annotations

import re

from ...model.answer_sheet import paper_order
from ...model.guide import HOME
from ...model.items import Item
from ...model.shapes import Shuffle
from ...pdf.inline import Origin, Typesetter
from ...pdf.links import Links
from ...pdf.runs import Runs
from ...source.problems import Problems
from ..assessment import Assessment, Losses

_PICTURE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")


class Setting:
    """The type shop for one test."""

    def __init__(self, assessment: Assessment) -> None:
        self.assessment = assessment
        self._problems = Problems()
        self._setter = Typesetter(
            assessment.texts.profile, Links(assessment.texts.guide, {}, {}, assessment.texts.site), self._problems
        )

    def runs(self, text: str, item: Item) -> Runs:
        """A text of an item as runs. A picture is its description; links start from the first page of docs."""
        return self._setter.runs(_PICTURE.sub(r"\1", text), Origin(item.id, 0, HOME))

    def optional(self, text: str | None, item: Item) -> Runs | None:
        """The same; None without a text."""
        return None if text is None else self.runs(text, item)

    def shuffle(self, item: Item) -> Shuffle:
        """An order that form and item settle."""
        return paper_order(self.assessment.code or self.assessment.id, item)

    def report(self, losses: Losses) -> None:
        """Record what could not be printed."""
        items = {item.id: item for item in self.assessment.items}
        for problem in self._problems:
            losses.add(items[problem.path], problem.message, "it is left out, and the words around it are kept")
