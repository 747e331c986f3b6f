"""The guide: sections, pages, and the directives placed in them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass, field
from itertools import groupby
from typing import Annotated, Literal
from urllib.parse import quote

from pydantic import BeforeValidator, Field

from ..source.document import Document
from ..source.markup import Fence, Heading, Markup
from ..source.names import slug
from .blocks import Block, Cards, Progress, Quizzes, Sheet, Show, Topics
from .glossary import Term
from .palette import Hue
from .schema import Entity, Text, Texts, as_list

HOME = "index.md"
HiddenPart = Literal["navigation", "toc", "path", "footer", "feedback", "tags"]
"""A part of the theme."""


class PageMeta(Entity):
    """The head of a page."""

    title: Text
    summary: Text
    keywords: Texts = []
    tags: Texts = []
    next: Texts = []
    """The page, or the pages, that are likely to be needed next."""
    was: Texts = []
    owner: Text | None = None
    hide: Annotated[list[HiddenPart], BeforeValidator(as_list, json_schema_input_type=str | list[HiddenPart])] = []
    """Parts of the theme that the page does without."""
    search: bool = True
    foot: bool = False
    """Every page links to it at its foot."""
    tool: bool = False
    """Every page links to it at its top, as to the pages outside all sections."""
    hue: Hue | None = None
    """The kind of moments it is for, where that isn't the section's."""
    quick: bool = False
    """The link in the header of every page and the key Q lead to it."""


class Section(Entity):
    """A part of the guide: a folder below docs, its title, the role that owns it and how often it is reviewed.

    Sections of one `group` that follow each other share an entry of the menu's first level. The first
    section, where it has no index.md, begins with the home page, and goes on in the order of the cards there.
    """

    folder: Text = Field(examples=["channels/telephone"])
    """The folder below docs/."""
    title: Text
    """The name in the menu."""
    group: Text | None = None
    """The entry of the menu that it shares with its neighbors."""
    hue: Hue | None = None
    """The kind of moments that its pages are for: it gives their cards, drawings and marks one color."""
    owner: Text = Field(examples=["Customer Service team"])
    """The role that keeps it right; not a person."""
    foot: bool = False
    """true: its link is at the foot of every page, not in the menu."""
    review_months: int = Field(12, ge=1, le=60)
    """How often the owner reads it through: 12, or 6 where a mistake would do harm."""

    @property
    def tab(self) -> str:
        """What its entry on the menu's first level is called."""
        return self.group or self.title


@dataclass(frozen=True, slots=True)
class Placed:
    """A directive where it stands. `block` is None when it could not be read; `document` then may be too."""

    kind: str
    page: str
    fence: Fence
    document: Document | None
    block: Block | None


@dataclass(frozen=True, slots=True)
class PlacedBlock(Placed):
    """A directive that could be read."""

    document: Document
    block: Block


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `path` is relative to docs, with forward slashes; `file` is relative to the handbook's folder."""

    path: str
    file: str
    meta: PageMeta | None
    markup: Markup
    placed: tuple[Placed, ...]
    generated: bool = False
    """Whether it is made of a file of another kind; `file` is that one."""

    @property
    def title(self) -> str:
        """The title, or the path where the head of the page cannot be read."""
        return self.meta.title if self.meta else self.path

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings typed in the page."""
        return self.markup.headings

    @property
    def blocks(self) -> tuple[PlacedBlock, ...]:
        """The directives that could be read."""
        return tuple(placed for placed in self.placed if isinstance(placed, PlacedBlock))

    @property
    def shows(self) -> tuple[str, ...]:
        """The ids of the directives of other pages that it shows again."""
        return tuple(name for placed in self.placed if isinstance(placed.block, Show) for name in placed.block.of)

    @property
    def brief(self) -> bool:
        """Whether it begins with directives of other pages in brief, as a quick card does."""
        first = self.placed[0].block if self.placed else None
        return isinstance(first, Show) and first.brief

    def below(self, heading: Heading) -> range:
        """The lines from a heading to the next one of its level or a higher one, or to the end of the page."""
        after = (other.line for other in self.headings if other.line > heading.line and other.level <= heading.level)
        return range(heading.line, next(after, self.markup.body_line + self.markup.body.count("\n") + 1))

    @property
    def is_empty(self) -> bool:
        """Whether its file has nothing in it, not even a head."""
        return not self.markup.has_head and not self.markup.body.strip()

    def anchors(self) -> set[str]:
        """Everything on the page that a link can point at by name."""
        return {heading.anchor for heading in self.headings} | {placed.block.id for placed in self.blocks}


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a link or a reference leads: a page, and an anchor on it; none for the page as a whole."""

    page: Page
    anchor: str = ""

    @property
    def path(self) -> str:
        """The page and its anchor as a link from docs: `folder/page.md#anchor`."""
        return f"{self.page.path}#{self.anchor}".removesuffix("#")

    @property
    def title(self) -> str:
        """The title of the page, and behind a colon that of the heading or directive at the anchor."""
        headings = (heading.text for heading in self.page.headings if heading.anchor == self.anchor)
        blocks = (placed.block.title for placed in self.page.blocks if placed.block.id == self.anchor)
        return ": ".join([self.page.title, *headings, *blocks])


@dataclass(frozen=True, slots=True)
class Guide:
    """All pages, and all sections in the order of the menu.

    Pages that someone wrote come in the order of their paths, then those made of quizzes in the order of these.

    A page is looked up with `page`, or with `destination` where a reference may name a place on it. Both find a page
    by its old paths too, so that whoever moves it need not change the files that name it.
    """

    pages: tuple[Page, ...]
    sections: tuple[Section, ...]
    glossary: tuple[Term, ...] = ()
    blocks: dict[str, PlacedBlock] = field(init=False)
    redirects: dict[str, Page] = field(init=False)
    """The pages that name old paths in their heads (`was`), by those paths."""
    tools: tuple[Page, ...] = field(init=False, repr=False)
    """The pages that every page links to at its top: those that ask for it, and those outside all sections."""
    _by_path: dict[str, Page] = field(init=False, repr=False)
    _members: dict[str, tuple[Page, ...]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        by_path = {page.path: page for page in self.pages}
        object.__setattr__(self, "_by_path", by_path)
        placed = (placed for page in self.pages for placed in page.blocks)
        object.__setattr__(self, "blocks", {p.block.id: p for p in placed})
        # before _members: the order of the cards goes by it
        claims = ((old_path(old), page) for page in self.pages if page.meta for old in page.meta.was)
        redirects = {old: page for old, page in claims if old not in by_path}
        object.__setattr__(self, "redirects", redirects)
        within = [(self.section_of(page.path), page) for page in self.pages]
        members = {each.folder: self._ordered(each, [p for s, p in within if s is each]) for each in self.sections}
        object.__setattr__(self, "_members", members)
        object.__setattr__(self, "tools", tuple(page for page in self.in_order() if self._is_tool(page)))

    @property
    def written(self) -> tuple[Page, ...]:
        """The pages that someone wrote."""
        return tuple(page for page in self.pages if not page.generated)

    @property
    def written_boxes(self) -> frozenset[str]:
        """The ids of the boxes that someone wrote."""
        return frozenset(placed.block.id for page in self.written for placed in page.blocks)

    @property
    def paths(self) -> Collection[str]:
        """The paths that pages have now."""
        return self._by_path.keys()

    def page(self, path: str) -> Page | None:
        """The page at a path from docs, or the page that was there before it moved. None where there is no such."""
        return self._by_path.get(path) or self.redirects.get(path)

    def page_at(self, page: str, link: str) -> Page | None:
        """The page that a relative link on `page` leads to. None where there is no such."""
        return self.page(resolve_link(page, link)[0])

    def page_of(self, placed: Placed) -> Page:
        """The page that a directive of this guide stands in."""
        return self._by_path[placed.page]

    def destination(self, target: str) -> Destination | None:
        """Where a directive's id or `page.md#anchor` (path from docs) leads. None where there is no such.

        An anchor that a page lost when it moved is dropped: the link then leads to the page.
        """
        if target in self.blocks:
            return Destination(self.page_of(self.blocks[target]), target)
        path, _, anchor = target.partition("#")
        page = self.page(path)
        if page is None:
            return None
        return Destination(page, anchor if page.path == path or anchor in page.anchors() else "")

    def address(self, target: str) -> str:
        """The address in the site, not quoted, of a page (with an anchor if wanted) or another file, by its path."""
        there = self.destination(target)
        path, mark, anchor = (there.path if there else target).partition("#")
        return address_of(path) + mark + anchor

    def online(self, target: str, site: str) -> str | None:
        """The full web address of a page or file, where `site` is that of the handbook, with a slash at its end.

        None while the site has no address, and for what lies outside of docs.
        """
        if not site or target.startswith(("/", "../")):
            return None
        path, _, anchor = self.address(target).partition("#")
        return site + quote(path) + (f"#{quote(anchor)}" if anchor else "")

    def only(self, page: Page) -> Guide:
        """The same guide with one page in its list: what it finds by a path, an id or a link is all still there."""
        narrow = copy(self)
        object.__setattr__(narrow, "pages", (page,))
        return narrow

    @property
    def quick(self) -> Page | None:
        """The page of the quick cards: the first whose head says so."""
        return next((page for page in self.pages if page.meta and page.meta.quick), None)

    def is_quick_card(self, page: Page) -> bool:
        """Whether a page is in the section of the quick cards, and not the list of them."""
        quick = self.quick
        section = self.section_of(quick.path) if quick else None
        return section is not None and page is not quick and section is self.section_of(page.path)

    def sources_of(self, page: Page) -> Iterator[PlacedBlock]:
        """The directives of other pages that a page shows again."""
        return (self.blocks[name] for name in page.shows if name in self.blocks)

    def lines_to_say(self, page: Page) -> Iterator[str]:
        """The lines to say in the boxes that a page shows again, in their order. They may hold placeholders."""
        for box in self.sources_of(page):
            yield from (text for where, text in box.document.texts() if box.block.is_spoken(where))

    @property
    def overview(self) -> Page | None:
        """The page to look others up on: that with the topics. The home page where there is none."""
        placed = next((placed for placed in self.blocks.values() if isinstance(placed.block, Topics)), None)
        return self.page_of(placed) if placed else self.page(HOME)

    @property
    def sheet(self) -> Page | None:
        """The page of the reader's own sheet. None where there is none."""
        return next((self.page_of(one) for one in self.blocks.values() if isinstance(one.block, Sheet)), None)

    @property
    def progress(self) -> PlacedBlock | None:
        """The box of the reader's own progress. None where there is none."""
        return next((one for one in self.blocks.values() if isinstance(one.block, Progress)), None)

    @property
    def foot(self) -> tuple[Page, ...]:
        """The pages that every page links to at its foot: those outside all sections, then sections, then others."""
        pages = [page for page in self.pages if page.meta and page.meta.foot]
        sections = [page for section in self.sections if section.foot for page in self.pages_of(section)[:1]]
        pages.sort(key=lambda page: self.section_of(page.path) is not None)
        outside = sum(self.section_of(page.path) is None for page in pages)
        return tuple(_once([*pages[:outside], *sections, *pages[outside:]]))

    def _is_tool(self, page: Page) -> bool:
        if page.meta and (page.meta.tool or page.meta.foot):
            return page.meta.tool
        return page.path != HOME and self.section_of(page.path) is None

    @property
    def home_section(self) -> Section | None:
        """The section that begins with the home page: the first one, where it has no index.md to begin with."""
        first = self.sections[0] if self.sections and HOME in self._by_path else None
        return first if first and f"{first.folder}/index.md" not in self._by_path else None

    def section_of(self, path: str) -> Section | None:
        """The section a page belongs to."""
        if path == HOME:
            return self.home_section
        inside = [section for section in self.sections if path.startswith(section.folder + "/")]
        return max(inside, key=lambda section: len(section.folder), default=None)

    def topic(self, tag: str) -> str:
        """What readers call a tag: the section whose folder it names, else the term it spells, else its own words."""
        section = next((each.title for each in self.sections if each.folder.rpartition("/")[2] == tag), None)
        term = next((each.term for each in self.glossary if slug(each.term) == tag), None)
        return section or term or tag[:1].upper() + tag[1:].replace("-", " ")

    def hue_of(self, page: Page) -> Hue | None:
        """The kind of moments that a page is for, by its head or its section; else that of a page whose boxes it shows.

        So a quick card has the color of the page that it is made from.
        """
        pages = [page, *map(self.page_of, self.sources_of(page))]
        parts = ((each.meta, self.section_of(each.path)) for each in pages)
        return next((part.hue for pair in parts for part in pair if part and part.hue), None)

    @property
    def quick_cards(self) -> tuple[Page, ...]:
        """The pages that the page of the quick cards leads to and that show directives of others, in its order."""
        paths = self._cards(self.quick.path) if self.quick else ()
        return tuple(page for page in _once(self._by_path[path] for path, _ in paths) if page.shows)

    def icons(self) -> Mapping[str, str]:
        """The name of the drawing on the first card that leads to a page, by the path of the page."""
        names: dict[str, str] = {}
        for page in self.in_order():
            grids = (placed.block for placed in page.blocks if isinstance(placed.block, Cards))
            for card in (card for grid in grids for card in grid.items if card.icon):
                if there := self.page(resolve_link(page.path, card.link)[0]):
                    names.setdefault(there.path, card.icon or "")
        return names

    def pages_of(self, section: Section) -> tuple[Page, ...]:
        """The pages of a section: its first page, then the others in the order of the first page's cards."""
        return self._members[section.folder]

    def parts_of(self, section: Section) -> list[tuple[str, tuple[Page, ...]]]:
        """Its pages by the cards of its first page, each part with their title; empty for those without one."""
        pages = self.pages_of(section)
        titles = dict(self._cards(pages[0].path)) | {pages[0].path: ""} if pages else {}
        parts = groupby(pages, key=lambda page: titles.get(page.path, ""))
        return [(title, tuple(members)) for title, members in parts]

    def _ordered(self, section: Section, pages: Iterable[Page]) -> tuple[Page, ...]:
        index = HOME if section is self.home_section else f"{section.folder}/index.md"
        order = {path: at for at, (path, _) in enumerate(self._cards(index))}
        return tuple(sorted(pages, key=lambda page: (page.path != index, order.get(page.path, len(order)), page.path)))

    def in_order(self) -> Iterator[Page]:
        """All pages in the order of the menu: the home page, the sections, then the pages outside all sections."""
        home = [self._by_path[HOME]] if HOME in self._by_path else []
        in_sections = (page for section in self.sections for page in self.pages_of(section))
        yield from _once([*home, *in_sections, *self.pages])

    def likely_after(self, page: Page) -> tuple[Page, ...]:
        """The pages that its head names as likely to be needed next."""
        names = page.meta.next if page.meta else ()
        pages = (self.page_at(page.path, name) for name in names)
        return tuple(_once(page for page in pages if page))

    def page_after(self, page: Page) -> Page | None:
        """The page after it in its section."""
        section = self.section_of(page.path) if page.path != HOME else None
        pages = self.pages_of(section) if section else ()
        following = pages[pages.index(page) + 1 :] if page in pages else []
        return following[0] if following else None

    def _cards(self, path: str) -> Iterator[tuple[str, str]]:
        """The pages that the cards of a page lead to, each with the title above its card."""
        index = self._by_path.get(path)
        for placed in index.placed if index else ():
            if isinstance(placed.block, Quizzes):
                yield from ((page.path, placed.block.title) for page in self.pages if page.generated)
            if isinstance(placed.block, Cards):
                targets = (self.page_at(path, card.link) for card in placed.block.items)
                yield from ((page.path, placed.block.title) for page in targets if page)


def _once(pages: Iterable[Page]) -> Collection[Page]:
    return {page.path: page for page in pages}.values()


def resolve_link(page: str, link: str) -> tuple[str, str]:
    """The page (path relative to docs) and the anchor that a relative link on `page` leads to."""
    target, _, anchor = link.partition("#")
    if not target:
        return page, anchor
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), target)), anchor


def old_path(typed: str) -> str:
    """The path (from docs) that is meant in `was`, where it is typed as an address or from another folder."""
    path = re.sub(r"^https?://[^/]+/", "", typed).partition("#")[0].replace("\\", "/").lstrip("/")
    path = re.sub(r"\.html?$", ".md", path.removeprefix("docs/"))
    return path if "." in posixpath.basename(path) or path.endswith("/") else f"{path}.md"


def link_from(page: str, target: str) -> str:
    """A path from docs (`folder/page.md#anchor`) as a link from the page at another; from docs where that is empty."""
    path, mark, anchor = target.partition("#")
    relative = posixpath.relpath(path, posixpath.dirname(page) or ".") if path else ""
    return relative + mark + anchor


def topic_anchor(tag: str) -> str:
    """Where a tag stands on the page that lists them."""
    return f"topic-{slug(tag)}"


def address_of(path: str) -> str:
    """The address in the site of the page or file at a path from docs."""
    return re.sub(r"\.md$", ".html", path)
