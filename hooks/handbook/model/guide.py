"""The guide: sections, pages, and the directives placed in them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field

from pydantic import Field

from ..source.document import Document
from ..source.markup import Fence, Heading, Markup
from .blocks import Block, Cards
from .schema import Entity, Text, slug

HOME = "index.md"


class PageMeta(Entity):
    """The head of a page."""

    title: Text
    summary: Text
    keywords: list[Text] = []
    tags: list[Text] = []
    next: Text | None = None
    was: list[Text] = []
    owner: Text | None = None
    hide: list[Text] = []
    search: bool = True


class Section(Entity):
    """A part of the guide: a folder below docs, its title, the role that owns it and how often it is reviewed.

    Sections of one `group` that follow each other share an entry of the menu's first level.
    """

    folder: Text = Field(examples=["channels/telephone"])
    """The folder below docs/."""
    title: Text
    """The name in the menu."""
    group: Text | None = None
    """The entry of the menu that it shares with its neighbors."""
    owner: Text = Field(examples=["Customer Service team"])
    """The role that keeps it right; not a person."""
    review_months: int = Field(12, ge=1, le=60)
    """How often the owner reads it through: 12, or 6 where a mistake would do harm."""


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

    def below(self, heading: Heading) -> range:
        """The lines from a heading to the next one of its level or a higher one, or to the end of the page."""
        after = (other.line for other in self.headings if other.line > heading.line and other.level <= heading.level)
        return range(heading.line, next(after, self.markup.body_line + self.markup.body.count("\n") + 1))

    def anchors(self) -> set[str]:
        """Everything on the page that a link can point at by name."""
        return {heading.anchor for heading in self.headings} | {placed.block.id for placed in self.blocks}


@dataclass(frozen=True, slots=True)
class Guide:
    """All pages by path, and all sections in the order of the menu."""

    pages: dict[str, Page]
    sections: tuple[Section, ...]
    blocks: dict[str, PlacedBlock] = field(init=False)
    moved: dict[str, str] = field(init=False)
    """The old paths of pages that name them in their heads (`was`), with the paths they have now."""
    _members: dict[str, tuple[Page, ...]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        placed = (placed for page in self.pages.values() for placed in page.blocks)
        object.__setattr__(self, "blocks", {p.block.id: p for p in placed})
        # before _members: the order of the cards goes by it
        moved = {old: path for path, page in self.pages.items() if page.meta for old in page.meta.was}
        object.__setattr__(self, "moved", {old: path for old, path in moved.items() if old not in self.pages})
        object.__setattr__(self, "_members", {section.folder: self._ordered(section) for section in self.sections})

    def now(self, path: str) -> str:
        """Where a page is now: the path itself, unless a page names it as its old one."""
        return self.moved.get(path, path)

    def section_of(self, path: str) -> Section | None:
        """The section a page belongs to."""
        inside = [section for section in self.sections if path.startswith(section.folder + "/")]
        return max(inside, key=lambda section: len(section.folder), default=None)

    def pages_of(self, section: Section) -> tuple[Page, ...]:
        """The pages of a section: its first page, then the others in the order of the first page's cards."""
        return self._members[section.folder]

    def _ordered(self, section: Section) -> tuple[Page, ...]:
        index = f"{section.folder}/index.md"
        order = {path: at for at, path in enumerate(self._cards(index))}
        paths = [path for path in self.pages if self.section_of(path) is section]
        paths.sort(key=lambda path: (path != index, order.get(path, len(order)), path))
        return tuple(self.pages[path] for path in paths)

    def in_order(self) -> Iterator[Page]:
        """All pages in the order of the menu: the home page, the sections, then the pages outside all sections."""
        listed = [self.pages[HOME]] if HOME in self.pages else []
        listed += [page for section in self.sections for page in self.pages_of(section)]
        known = {page.path for page in listed}
        yield from listed
        yield from (page for path, page in self.pages.items() if path not in known)

    def after(self, page: Page) -> Page | None:
        """The page to go on to: the one that its head names as `next`, else the one after it in its section."""
        if page.meta and page.meta.next:
            return self.pages.get(self.now(resolve_link(page.path, page.meta.next)[0]))
        section = self.section_of(page.path)
        pages = self.pages_of(section) if section else ()
        following = pages[pages.index(page) + 1 :] if page in pages else []
        return following[0] if following else None

    def _cards(self, path: str) -> Iterator[str]:
        for placed in self.pages[path].placed if path in self.pages else ():
            if isinstance(placed.block, Cards):
                for card in placed.block.items:
                    yield self.now(resolve_link(path, card.link)[0])


def resolve_link(page: str, link: str) -> tuple[str, str]:
    """The page (path relative to docs) and the anchor that a relative link on `page` leads to."""
    target, _, anchor = link.partition("#")
    if not target:
        return page, anchor
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), target)), anchor


def topic_anchor(tag: str) -> str:
    """Where a tag stands on the page that lists them."""
    return f"topic-{slug(tag)}"


def address_of(path: str) -> str:
    """The address of a page in the site."""
    return posixpath.splitext(path)[0] + ".html"
