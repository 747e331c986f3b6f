"""The tree of the whole guide: what the template prints, in order, as JSON."""

from __future__ import annotations

from collections.abc import Iterator

from ..book.read import ORGANIZATION, POCKET_GUIDE, Handbook
from ..git.edition import Edition
from ..model.blocks import Show
from ..model.dates import edition_in_words, in_words, months_after
from ..model.guide import HOME, Page, PlacedBlock
from ..model.pocket import PocketGuide, PocketPage, PocketSection
from ..source.document import Document
from ..source.problems import Problems
from ..source.profile import Medium
from .blocks import brief_form, print_form
from .cards import drawings
from .choice import number_tree
from .colors import hue_of, print_colors
from .inline import PrintTexts, Typesetter
from .links import Links
from .qr import code_tree
from .questions import questions
from .runs import Tree
from .seal import seal

LANGUAGE = "en"
REGION = "US"


def guide_tree(handbook: Handbook, edition: Edition, site: str, problems: Problems) -> Tree | None:
    """The guide that `docs/_data/pocket-guide.yml` lists, as a tree: all but the format that it is printed in.

    `site` is the address of the site, with a slash at its end, or empty: then there are no QR codes. Pages and
    directives that are not there are left out (a notice elsewhere). What has no print form is recorded. None without
    that file.
    """
    document = handbook.document(POCKET_GUIDE)
    if handbook.pocket is None or document is None:
        return None
    return _Composer(handbook, handbook.pocket, document, site, problems).guide(edition)


class _Composer:
    """Puts one guide together."""

    def __init__(
        self, handbook: Handbook, pocket: PocketGuide, document: Document, site: str, problems: Problems
    ) -> None:
        self.handbook, self.pocket, self.problems = handbook, pocket, problems
        self.links, self.drawings = _links(handbook, pocket, site), drawings(handbook)
        self.texts = PrintTexts(Typesetter(handbook.profile, self.links, problems), document, HOME)

    def guide(self, edition: Edition) -> Tree:
        sections = (self._section(section, at) for at, section in enumerate(self.pocket.sections))
        valid = months_after(edition.date, self.pocket.valid_months) if edition.date else None
        return {
            "language": LANGUAGE,
            "region": REGION,
            "palette": print_colors(self.handbook),
            "organization": self._organization(),
            "seal": seal(self.handbook, self.problems),
            "title": self.texts.plain(self.pocket.title, "title"),
            "subtitle": self.texts(self.pocket.subtitle, "subtitle"),
            "edition": edition_in_words(edition),
            "valid": in_words(valid) if valid else None,
            "site": self.links.site,
            "home": code_tree(self.links.site),
            "numbers": [
                number_tree(number, self.texts, self.handbook, "numbers", at)
                for at, number in enumerate(self.pocket.numbers)
            ],
            "sections": [section for section in sections if section["tasks"]],
            "questions": questions(self.pocket.questions, self.texts, self.handbook),
            "codes": list(self._codes()),
        }

    def _organization(self) -> str:
        value = self.handbook.profile.values.get("org.name")
        document = self.handbook.document(ORGANIZATION)
        return self.texts.of(document).literal(value.reads(Medium.PRINT), "org", "name") if value and document else ""

    def _codes(self) -> Iterator[Tree]:
        """What opens the home page and the page of each section, each once."""
        titles = {self.links.site: ("All of it", self.handbook.guide.page(HOME))} if self.links.site else {}
        for section in self.pocket.sections:
            if address := self._address(section.online):
                titles.setdefault(address, (section.title, self.handbook.guide.page(section.online)))
        for address, (title, page) in titles.items():
            yield {"title": title, "hue": hue_of(page, self.handbook), "online": code_tree(address)}

    def _section(self, section: PocketSection, at: int) -> Tree:
        pages = (self._task(page, at, n) for n, page in enumerate(section.pages))
        return {
            "title": self.texts.plain(section.title, "sections", at, "title"),
            "hue": hue_of(self.handbook.guide.page(section.online), self.handbook),
            "tasks": [page for page in pages if page],
        }

    def _address(self, path: str) -> str | None:
        return self.links.online(path) if self.handbook.guide.page(path) else None

    def _task(self, entry: PocketPage, at: int, n: int) -> Tree | None:
        page = self.handbook.guide.page(entry.page)
        if page is None or page.meta is None:
            return None
        texts = PrintTexts(self.texts.setter, page.markup.meta, page.path)
        placed = list(_placed(self.handbook, entry))
        part = _part(page, placed)
        blocks = [self._block(one, (at, n, m), len(placed)) for m, one in placed]
        return {
            "label": _page_label(at, n),
            "title": self._heading(part) if part else texts.plain(page.meta.title, "title"),
            "summary": None if part or _needs_no_summary(blocks) else texts.aside(page.meta.summary, "summary"),
            "icon": None if part else self.drawings.get(page.path),
            "blocks": [brief_form(block) if entry.brief else block for block in blocks if block],
        }

    def _block(self, placed: PlacedBlock, place: tuple[int, int, int], among: int) -> Tree | None:
        """A directive; its title is a heading only where it is one among several on its page."""
        texts, (at, n, m) = PrintTexts(self.texts.setter, placed.document, placed.page), place
        listed_at = (self.texts.document, ("sections", at, "pages", n, "blocks", m))
        form = print_form(placed.block, texts, self.handbook, listed_at)
        heading = {"label": _block_label(at, n, m), "title": self._heading(placed)} if among > 1 else None
        return form and {"heading": heading, **form}

    def _heading(self, placed: PlacedBlock) -> str:
        """The title of a directive, or of the one that it shows."""
        if isinstance(placed.block, Show) and len(placed.block.of) == 1:
            placed = self.handbook.guide.blocks.get(placed.block.of[0], placed)
        there = PrintTexts(self.texts.setter, placed.document, placed.page)
        return there.plain(placed.block.title, "title")


def _part(page: Page, placed: list[tuple[int, PlacedBlock]]) -> PlacedBlock | None:
    """The one directive that is printed of a page that begins with another: it is under its own title."""
    return placed[0][1] if len(placed) == 1 and placed[0][1] is not page.blocks[0] else None


def _needs_no_summary(blocks: list[Tree | None]) -> bool:
    """Whether a page begins with steps, which say what its summary says, or with a few of the terms online."""
    first = next((block for block in blocks if block), {})
    inner = first.get("blocks", [first])
    return bool(inner) and inner[0].get("kind") in ("procedure", "glossary")


def _links(handbook: Handbook, pocket: PocketGuide, site: str) -> Links:
    """Labels for all that is printed. What is printed twice is referred to where it stands first.

    A page is in print, too, where one of its directives is shown in print.
    """
    pages: dict[str, str] = {}
    blocks: dict[str, str] = {}
    for at, section in enumerate(pocket.sections):
        for n, entry in enumerate(section.pages):
            page = handbook.guide.page(entry.page)
            if page is None or page.meta is None:
                continue
            placed = list(_placed(handbook, entry))
            if not _part(page, placed):
                pages.setdefault(page.path, _page_label(at, n))
            for m, one in placed:
                label = _block_label(at, n, m) if len(placed) > 1 else _page_label(at, n)
                for name in (one.block.id, *(one.block.of if isinstance(one.block, Show) else ())):
                    blocks.setdefault(name, label)
    for page in handbook.guide.pages:
        for name in _first_directives(page):
            if name in blocks:
                pages.setdefault(page.path, blocks[name])
    return Links(handbook.guide, pages, blocks, site)


def _first_directives(page: Page) -> tuple[str, ...]:
    """The directive that a page is about, and what it shows."""
    return (*(placed.block.id for placed in page.blocks[:1]), *page.shows[:1])


def _placed(handbook: Handbook, entry: PocketPage) -> Iterator[tuple[int, PlacedBlock]]:
    for m, name in enumerate(entry.blocks):
        if name in handbook.guide.blocks:
            yield m, handbook.guide.blocks[name]


def _page_label(at: int, n: int) -> str:
    return f"page-{at}-{n}"


def _block_label(at: int, n: int, m: int) -> str:
    return f"block-{at}-{n}-{m}"
