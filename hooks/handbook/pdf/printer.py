"""Prints the guide in every format, each part only once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..book.read import POCKET_GUIDE, Handbook
from ..git.edition import Edition
from ..model.blocks import Download
from ..source.codes import Code
from ..source.problems import Problems
from .compile import Compiled, compile_tree, forget
from .formats import PAPERS, GuideFormat
from .imposition import PER_SHEET, lay_out
from .inline import Tree
from .mini import mini_tree


@dataclass(frozen=True, slots=True)
class Printed:
    """The guide in one format. `amount` says how many pages or sheets there are."""

    format: GuideFormat
    pdf: bytes
    amount: str

    def download(self, folder: str, edition: Edition) -> Download:
        """The file as the pages offer it, from a folder of the site."""
        form = self.format
        return Download(folder + form.file, form.title, form.about, self.amount, len(self.pdf), str(edition))


class Press:
    """Prints one tree of the guide. May raise PrintError."""

    def __init__(self, tree: Tree, handbook: Handbook, edition: Edition, problems: Problems) -> None:
        assert handbook.pocket is not None
        self.tree, self.handbook, self.timestamp, self.problems = tree, handbook, edition.timestamp, problems
        self.pocket, self.paper = handbook.pocket, PAPERS[handbook.pocket.paper]

    def print(self, formats: Iterable[GuideFormat]) -> list[Printed]:
        """The guide in these formats. The mini guide is left out where nothing is chosen for it."""
        return [printed for form in formats if (printed := getattr(self, f"_{form.name.lower()}")())]

    @cached_property
    def guide(self) -> Compiled:
        """The pages for reading. They are as many as a booklet has besides its last, which says how to make it."""
        compiled = self._compile("guide", GuideFormat.POCKET, self.tree, fold=PER_SHEET)
        self._notice_budgets(compiled.facts[0])
        return compiled

    def _pocket(self) -> Printed:
        return self._printed(GuideFormat.POCKET, self.guide.pdf, self.guide.pages)

    def _booklet(self) -> Printed:
        sheets = -(-(self.guide.pages + 1) // PER_SHEET)
        frame = self._compile("sheets", GuideFormat.BOOKLET, self.tree, sheet=self.paper.upright, sides=2 * sheets)
        return self._printed(GuideFormat.BOOKLET, lay_out(self.guide.pdf, frame.pdf), sheets)

    def _large(self) -> Printed:
        forget()
        compiled = self._compile("guide", GuideFormat.LARGE, self.tree, fold=None)
        return self._printed(GuideFormat.LARGE, compiled.pdf, compiled.pages)

    def _mini(self) -> Printed | None:
        tree = mini_tree(self.tree, self.handbook, self.tree["site"], self.problems)
        if tree is None:
            return None
        compiled = self._compile("mini", GuideFormat.MINI, tree, sheet=self.paper.lying)
        self._notice_cuts(compiled.facts)
        return self._printed(GuideFormat.MINI, compiled.pdf, compiled.pages)

    def _printed(self, form: GuideFormat, pdf: bytes, count: int) -> Printed:
        return Printed(form, pdf, form.amount(count, self.paper))

    def _compile(self, template: str, form: GuideFormat, tree: Tree, **given: object) -> Compiled:
        return compile_tree(template, {**tree, "format": form.page(self.paper).tree(), **given}, self.timestamp)

    def _notice_budgets(self, filled: list[dict[str, int]]) -> None:
        for section in filled:
            at, pages = section["section"], section["pages"]
            budget = self.pocket.sections[at].budget
            if budget and pages > budget:
                message = f'"{self.pocket.sections[at].title}" fills {pages} printed pages, but its budget is {budget}'
                self._notice(
                    Code.PRINT_BUDGET, message, "Remove something, or raise the budget.", "sections", at, "budget"
                )

    def _notice_cuts(self, panels: list[dict[str, Any]]) -> None:
        for panel in panels:
            if panel["left-out"]:
                message = f'"{panel["panel"]}" is too long for a panel of the mini guide, so its end is left out'
                self._notice(
                    Code.PRINT_CUT, message, "Choose a shorter one.", "mini", self.pocket.mini.index(panel["panel"])
                )

    def _notice(self, code: Code, message: str, hint: str, *where: str | int) -> None:
        document = self.handbook.document(POCKET_GUIDE)
        assert document is not None
        self.problems.notice(document.path, document.line(where), code, message, hint)
