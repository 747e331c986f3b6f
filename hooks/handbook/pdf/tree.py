"""The tree of the whole guide: what the template prints, in order, as JSON."""

from __future__ import annotations

from collections.abc import Iterator

from ..book.read import ORGANIZATION, POCKET_GUIDE, Handbook
from ..git.edition import Edition
from ..model.dates import months_after
from ..model.guide import PlacedBlock
from ..model.pocket import Blank, PocketGuide, PocketPage, PocketSection
from ..source.document import Document
from ..source.problems import Problems
from ..source.profile import Medium
from .blocks import print_form
from .inline import PrintTexts, Tree, Typesetter
from .links import Links
from .qr import code_tree
from .questions import questions

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
        self.handbook, self.pocket = handbook, pocket
        self.links = _links(handbook, pocket, site)
        self.texts = PrintTexts(Typesetter(handbook.profile, self.links, problems), document, "index.md")

    def guide(self, edition: Edition) -> Tree:
        sections = (self._section(section, at) for at, section in enumerate(self.pocket.sections))
        valid = months_after(edition.date, self.pocket.valid_months) if edition.date else None
        return {
            "language": LANGUAGE,
            "region": REGION,
            "organization": self._organization(),
            "title": self.texts.plain(self.pocket.title, "title"),
            "subtitle": self.texts(self.pocket.subtitle, "subtitle"),
            "edition": str(edition),
            "valid": valid.isoformat() if valid else None,
            "site": self.links.site,
            "cover": code_tree(self.links.site),
            "blanks": [self._blank(blank, at) for at, blank in enumerate(self.pocket.blanks)],
            "sections": [section for section in sections if section["pages"]],
            "questions": questions(self.pocket.questions, self.texts, self.handbook),
        }

    def _organization(self) -> str:
        value = self.handbook.profile.values.get("org.name")
        document = self.handbook.document(ORGANIZATION)
        return self.texts.of(document).literal(value.reads(Medium.PRINT), "org", "name") if value and document else ""

    def _blank(self, blank: Blank, at: int) -> Tree:
        value = self.handbook.profile.values.get(blank.value or "")
        text = self.texts.literal(value.text, "blanks", at, "value") if value and value.text else None
        return {"label": self.texts(blank.label, "blanks", at, "label"), "text": text}

    def _section(self, section: PocketSection, at: int) -> Tree:
        pages = (self._page(page, at, n) for n, page in enumerate(section.pages))
        return {
            "title": self.texts.plain(section.title, "sections", at, "title"),
            "at": at,
            "online": code_tree(self._address(section.online)),
            "pages": [page for page in pages if page],
        }

    def _address(self, path: str) -> str | None:
        return self.links.online(path) if self.handbook.guide.page(path) else None

    def _page(self, entry: PocketPage, at: int, n: int) -> Tree | None:
        page = self.handbook.guide.page(entry.page)
        if page is None or page.meta is None:
            return None
        texts = PrintTexts(self.texts.setter, page.markup.meta, page.path)
        placed = list(_placed(self.handbook, entry))
        return {
            "label": _page_label(at, n),
            "title": texts.plain(page.meta.title, "title"),
            "summary": texts(page.meta.summary, "summary"),
            "blocks": [block for m, one in placed if (block := self._block(one, (at, n, m), len(placed)))],
        }

    def _block(self, placed: PlacedBlock, place: tuple[int, int, int], among: int) -> Tree | None:
        """A directive; its title is a heading only where it is one among several on its page."""
        texts, (at, n, m) = PrintTexts(self.texts.setter, placed.document, placed.page), place
        listed_at = (self.texts.document, ("sections", at, "pages", n, "blocks", m))
        form = print_form(placed.block, texts, self.handbook, listed_at)
        title = texts.plain(placed.block.title, "title")
        heading = {"label": _block_label(at, n, m), "title": title} if among > 1 else None
        return form and {"heading": heading, **form}


def _links(handbook: Handbook, pocket: PocketGuide, site: str) -> Links:
    """Labels for all that is printed. What is printed twice is referred to where it stands first."""
    pages: dict[str, str] = {}
    blocks: dict[str, str] = {}
    for at, section in enumerate(pocket.sections):
        for n, entry in enumerate(section.pages):
            page = handbook.guide.page(entry.page)
            if page is None or page.meta is None:
                continue
            label = _page_label(at, n)
            pages.setdefault(page.path, label)
            placed = list(_placed(handbook, entry))
            for m, one in placed:
                blocks.setdefault(one.block.id, _block_label(at, n, m) if len(placed) > 1 else label)
    return Links(handbook.guide, pages, blocks, site)


def _placed(handbook: Handbook, entry: PocketPage) -> Iterator[tuple[int, PlacedBlock]]:
    for m, name in enumerate(entry.blocks):
        if name in handbook.guide.blocks:
            yield m, handbook.guide.blocks[name]


def _page_label(at: int, n: int) -> str:
    return f"page-{at}-{n}"


def _block_label(at: int, n: int, m: int) -> str:
    return f"block-{at}-{n}-{m}"
