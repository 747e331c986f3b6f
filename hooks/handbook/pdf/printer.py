"""Prints the guide in every format, each part only once. What was printed in an earlier run is taken from there."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..book.read import POCKET_GUIDE, Handbook
from ..git.edition import Edition
from ..model.blocks import Download
from ..model.dates import edition_in_words
from ..source.cache import Cache, Entry
from ..source.codes import Code
from ..source.problems import Problems
from .formats import PAPERS, PER_SHEET, GuideFormat
from .inline import Tree
from .mini import mini_tree
from .result import Compiled

_PDF = "pdf"


@dataclass(frozen=True, slots=True)
class PdfFile:
    """The guide in one format. `amount` says how many pages or sheets there are."""

    format: GuideFormat
    pdf: bytes
    amount: str

    def download(self, folder: str, edition: Edition) -> Download:
        """The file as the pages offer it, from a folder of the site."""
        form = self.format
        return Download(
            folder + form.file, form.title, form.about, self.amount, len(self.pdf), edition_in_words(edition)
        )


class Press:
    """Prints one tree of the guide. May raise PrintError."""

    def __init__(self, tree: Tree, handbook: Handbook, edition: Edition, problems: Problems) -> None:
        assert handbook.pocket is not None
        self.tree, self.handbook, self.timestamp, self.problems = tree, handbook, edition.timestamp, problems
        self.pocket, self.paper = handbook.pocket, PAPERS[handbook.pocket.paper]
        self.cache = Cache(handbook.root)

    def print(self, formats: Iterable[GuideFormat]) -> list[PdfFile]:
        """The guide in these formats. The mini guide is left out where nothing is chosen for it."""
        return [file for form in formats if (file := getattr(self, f"_{form.name.lower()}")())]

    @cached_property
    def guide(self) -> Compiled:
        """The pages for reading. They are as many as a booklet has besides its last, which says how to make it."""
        compiled = self._compile("guide", GuideFormat.POCKET, self.tree, fold=PER_SHEET)
        self._notice_budgets(compiled.facts[0])
        return compiled

    def _pocket(self) -> PdfFile:
        return self._file(GuideFormat.POCKET, self.guide.pdf, self.guide.pages)

    def _booklet(self) -> PdfFile:
        sheets = -(-(self.guide.pages + 1) // PER_SHEET)
        frame = self._compile("sheets", GuideFormat.BOOKLET, self.tree, sheet=self.paper.upright, sides=2 * sheets)
        return self._file(GuideFormat.BOOKLET, self._laid_out(frame.pdf), sheets)

    def _large(self) -> PdfFile:
        compiled = self._compile("guide", GuideFormat.LARGE, self.tree, fold=None)
        return self._file(GuideFormat.LARGE, compiled.pdf, compiled.pages)

    def _mini(self) -> PdfFile | None:
        tree = mini_tree(self.tree, self.handbook, self.tree["site"], self.problems)
        if tree is None:
            return None
        compiled = self._compile("mini", GuideFormat.MINI, tree, sheet=self.paper.lying)
        self._notice_cuts(compiled.facts)
        return self._file(GuideFormat.MINI, compiled.pdf, compiled.pages)

    def _file(self, form: GuideFormat, pdf: bytes, count: int) -> PdfFile:
        return PdfFile(form, pdf, form.amount(count, self.paper))

    def _compile(self, template: str, form: GuideFormat, tree: Tree, **data: object) -> Compiled:
        whole = {**tree, "format": form.page(self.paper).tree(), **data}
        inputs = ("guide", template, form.key, json.dumps(whole), str(self.timestamp))
        content = self.cache.entry(inputs, lambda: self._compile_anew(template, form, whole))
        return Compiled(content.files[_PDF], **content.facts)

    def _compile_anew(self, template: str, form: GuideFormat, tree: Tree) -> Entry:
        from .compile import compile_tree, forget  # noqa: PLC0415 (Typst is read only where something is to print)

        if form is GuideFormat.LARGE:
            forget()
        compiled = compile_tree(template, tree, self.timestamp)
        return Entry({_PDF: compiled.pdf}, {"pages": compiled.pages, "facts": compiled.facts})

    def _laid_out(self, frame: bytes) -> bytes:
        from .imposition import lay_out  # noqa: PLC0415 (so is pikepdf)

        guide = self.guide.pdf
        return self.cache.entry(("sheets", guide, frame), lambda: Entry({_PDF: lay_out(guide, frame)})).files[_PDF]

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
