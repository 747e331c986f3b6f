"""Prints the guide in every format, each part only once. What was printed in an earlier run is taken from there."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from ..book.read import FONTS, ORGANIZATION, Handbook
from ..book.readings import Reading, whole_to_read
from ..git.edition import Edition
from ..model.blocks import Acknowledgment, Download
from ..model.dates import edition_in_words
from ..model.pocket import PocketGuide
from ..source.cache import Cache, CacheEntry
from ..source.codes import Code
from ..source.document import Document
from ..source.problems import Problems
from .badge import badge_tree
from .cards import CardPrinter
from .formats import ENLARGED, PAPERS, PER_LEAF, GuideFormat, SheetSize
from .huddles import huddle_trees
from .languages import languages_tree
from .result import Compiled
from .runs import Tree
from .signature import sheet_tree

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


@dataclass(frozen=True)
class Press:
    """Prints one tree of the guide. May raise PrintError. Notices name lines of `document`, which lists its parts."""

    tree: Tree
    handbook: Handbook
    edition: Edition
    problems: Problems
    document: Document

    @property
    def pocket(self) -> PocketGuide:
        """What the guide holds."""
        assert self.handbook.pocket is not None
        return self.handbook.pocket

    @property
    def paper(self) -> SheetSize:
        """The paper to print on."""
        return PAPERS[self.pocket.paper]

    @cached_property
    def cache(self) -> Cache:
        """What earlier runs have printed."""
        return Cache(self.handbook.root)

    def print(self, formats: Iterable[GuideFormat]) -> list[PdfFile]:
        """The guide in these formats, but for those that nothing is chosen or supplied for."""
        return [file for form in formats if (file := self._printers[form]())]

    @property
    def _printers(self) -> Mapping[GuideFormat, Callable[[], PdfFile | None]]:
        return {
            GuideFormat.POCKET: self._pocket,
            GuideFormat.BOOKLET: self._booklet,
            GuideFormat.LARGE: self._large,
            GuideFormat.MINI: self._mini,
            GuideFormat.CARDS: self._cards,
            GuideFormat.BADGE: self._badge,
            GuideFormat.LANGUAGES: self._languages,
            GuideFormat.HUDDLES: self._huddles,
            GuideFormat.ROLES: self._roles,
            GuideFormat.SIGN: self._sign,
        }

    @cached_property
    def guide(self) -> Compiled:
        """The pages for reading, as many as a booklet has."""
        compiled = self._compile("guide", GuideFormat.POCKET, self.tree, fold=PER_LEAF)
        self._notice_budget(compiled.pages)
        self._notice_numbers(compiled, "inside the front cover")
        return compiled

    @cached_property
    def cards(self) -> CardPrinter:
        """What makes panels and cards."""
        return CardPrinter(self.handbook, self.tree["site"], self.problems)

    @cached_property
    def huddles(self) -> list[Tree]:
        """What is printed of each huddle."""
        return list(huddle_trees(self.handbook, self.cards.setter, self.cards.links))

    def _pocket(self) -> PdfFile:
        return self._file(GuideFormat.POCKET, self.guide.pdf, self.guide.pages)

    def _booklet(self) -> PdfFile:
        sheets = -(-self.guide.pages // PER_LEAF // 2)
        frame = self._compile("sheets", GuideFormat.BOOKLET, self.tree, sheet=self.paper.upright, sides=2 * sheets)
        booklet = self._of_pages("sheets", lambda guide: _on_sheets(guide, frame.pdf), frame.pdf)
        return self._file(GuideFormat.BOOKLET, booklet, sheets)

    def _large(self) -> PdfFile:
        large = self._of_pages("large", _enlarged)
        return self._file(GuideFormat.LARGE, large, self.guide.pages)

    def _mini(self) -> PdfFile | None:
        entries = [(name, (self.document, ("mini", at))) for at, name in enumerate(self.pocket.mini)]
        panels = [panel for name, place in entries if (panel := self.cards.panel(name, place))]
        if not panels:
            return None
        hues = list(dict.fromkeys(panel["hue"] for panel in panels))
        compiled = self._compile("mini", GuideFormat.MINI, self.tree, sheet=self.paper.lying, panels=panels, hues=hues)
        self._notice_cuts(compiled.facts)
        self._notice_numbers(compiled, "on the back of the mini guide")
        return self._file(GuideFormat.MINI, compiled.pdf, compiled.pages)

    def _cards(self) -> PdfFile | None:
        cards = [card for page in self.handbook.guide.quick_cards if (card := self.cards.sheet(page))]
        if not cards:
            return None
        compiled = self._compile("cards", GuideFormat.CARDS, self.tree, cards=cards)
        self._notice_long_cards(compiled.facts)
        return self._file(GuideFormat.CARDS, compiled.pdf, compiled.pages)

    def _badge(self) -> PdfFile | None:
        tree = badge_tree(self.tree, self.handbook, self.problems)
        if tree is None:
            return None
        compiled = self._compile("badge", GuideFormat.BADGE, tree, sheet=self.paper.upright)
        self._notice_numbers(compiled, "on the badge card", len(tree["numbers"]))
        return self._file(GuideFormat.BADGE, compiled.pdf, compiled.pages)

    def _languages(self) -> PdfFile | None:
        tree = languages_tree(self.tree, self.handbook, self.problems)
        if tree is None:
            return None
        compiled = self._compile("languages", GuideFormat.LANGUAGES, tree)
        if not all(fact["fits"] for fact in compiled.facts):
            document = self.handbook.document(ORGANIZATION) or self.document
            message = "the lines are too long for the language card, so it goes on over a second page"
            hint = "Shorten them, or list fewer languages."
            self.problems.notice(document.path, document.line(("languages",)), Code.PRINT_CUT, message, hint)
        return self._file(GuideFormat.LANGUAGES, compiled.pdf, compiled.pages)

    def _huddles(self) -> PdfFile | None:
        return self._of_huddles("huddles", GuideFormat.HUDDLES)

    def _roles(self) -> PdfFile | None:
        return self._of_huddles("roles", GuideFormat.ROLES, sheet=self.paper.upright)

    def _of_huddles(self, template: str, form: GuideFormat, **data: object) -> PdfFile | None:
        """The sheets of all huddles, or their cards. None without huddles."""
        if not self.huddles:
            return None
        compiled = self._compile(template, form, {**self.tree, "title": form.title, "huddles": self.huddles}, **data)
        self._notice_long_roles(compiled.facts)
        return self._file(form, compiled.pdf, compiled.pages)

    def sign(self, reading: Reading, since: date | None = None) -> PdfFile:
        """The sheet to sign for a reading, with what changed after a day."""
        sheet = sheet_tree(reading, self.handbook, self.edition, since)
        tree = {**self.tree, "title": f"{sheet['handbook']}: receipt", "sheet": sheet}
        compiled = self._compile("sign", GuideFormat.SIGN, tree)
        return self._file(GuideFormat.SIGN, compiled.pdf, compiled.pages)

    def _sign(self) -> PdfFile | None:
        """The sheet for the whole handbook, where a page is there to sign on."""
        offers = any(isinstance(one.block, Acknowledgment) for one in self.handbook.guide.blocks.values())
        return self.sign(whole_to_read(self.handbook)) if offers else None

    def _file(self, form: GuideFormat, pdf: bytes, count: int) -> PdfFile:
        return PdfFile(form, pdf, form.amount(count, self.paper))

    def _compile(self, template: str, form: GuideFormat, tree: Tree, **data: object) -> Compiled:
        whole = {**tree, "format": form.page(self.paper).tree(), **data}
        inputs = ("guide", template, form.key, json.dumps(whole), str(self.edition.timestamp))
        content = self.cache.entry(inputs, lambda: self._compile_anew(template, whole))
        return Compiled(content.files[_PDF], **content.facts)

    def _compile_anew(self, template: str, tree: Tree) -> CacheEntry:
        from .compile import compile_tree, paged  # noqa: PLC0415 (Typst is read only where something is to print)

        more = (self.handbook.root / FONTS,) if tree.get("fonts") else ()
        whole = paged(tree) if template == "guide" else tree
        compiled = compile_tree(template, whole, self.edition.timestamp, more_fonts=more)
        return CacheEntry({_PDF: compiled.pdf}, {"pages": compiled.pages, "facts": compiled.facts})

    def _of_pages(self, name: str, make: Callable[[bytes], bytes], *inputs: bytes) -> bytes:
        """What is made of the pages for reading, and of further inputs."""
        guide = self.guide.pdf
        entry = self.cache.entry((name, guide, *inputs), lambda: CacheEntry({_PDF: make(guide)}))
        return entry.files[_PDF]

    def _notice_budget(self, pages: int) -> None:
        budget = self.pocket.budget
        if budget and pages > budget:
            message = f"the guide fills {pages} pages, but its budget is {budget}"
            self._notice(Code.PRINT_BUDGET, message, "Remove something, or raise the budget.", "budget")

    def _notice_numbers(self, compiled: Compiled, where: str, most: int | None = None) -> None:
        """Tell of numbers that there is no room for."""
        many = len(self.tree["numbers"][:most])
        room = next((fact["numbers"] for fact in compiled.facts if "numbers" in fact), many)
        if room < many:
            message = f"{room} of {many} numbers fit {where}, and the others are left out"
            self._notice(Code.PRINT_CUT, message, "Shorten what fills them, or list fewer.", "numbers", room)

    def _notice_cuts(self, panels: list[dict[str, Any]]) -> None:
        for panel in panels:
            if panel.get("left-out"):
                message = f'"{panel["panel"]}" is too long for a panel of the mini guide, so its end is left out'
                self._notice(
                    Code.PRINT_CUT,
                    message,
                    "Choose a shorter one, or shorten what it says.",
                    "mini",
                    self.pocket.mini.index(panel["panel"]),
                )

    def _notice_long_cards(self, cards: list[dict[str, Any]]) -> None:
        for card in cards:
            if not card["fits"]:
                message = f'"{card["card"]}" is too long for a wall card, so it goes on over a second page'
                self.problems.notice(card["file"], 1, Code.PRINT_CUT, message, "Shorten the steps that it shows.")

    def _notice_long_roles(self, facts: list[dict[str, Any]]) -> None:
        for huddle, fact in zip(self.huddles, facts, strict=False):
            if not fact["fits"]:
                message = f'the roles of "{huddle["title"]}" are too long for role-play cards'
                hint = "Shorten what each role says, or what is read aloud."
                self.problems.notice(huddle["file"], huddle["roles-at"], Code.PRINT_CUT, message, hint)

    def _notice(self, code: Code, message: str, hint: str, *where: str | int) -> None:
        self.problems.notice(self.document.path, self.document.line(where), code, message, hint)


def _on_sheets(guide: bytes, frame: bytes) -> bytes:
    """The pages for reading on the sheets of a booklet."""
    from .imposition import lay_out  # noqa: PLC0415 (pikepdf is read only where something is to print)

    return lay_out(guide, frame)


def _enlarged(guide: bytes) -> bytes:
    """The pages for reading, drawn larger."""
    from .enlarge import enlarged  # noqa: PLC0415 (so is pikepdf)

    return enlarged(guide, ENLARGED)
