"""Cards to print: a directive under a title, in brief and whole, with the hue and the drawing of its page."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import ParseError, fromstring

from ..book.read import Handbook
from ..model.blocks import Block, Show
from ..model.guide import Page, PlacedBlock
from ..source.problems import Problems
from ..source.svg import ICONS
from .blocks import Place, brief_form, print_form
from .colors import hue_of
from .inline import PrintTexts, Typesetter
from .links import Links
from .qr import code_tree
from .runs import Tree

_NAMESPACE = "http://www.w3.org/2000/svg"


class CardPrinter:
    """Makes the cards of one handbook. None of them has pages to refer to."""

    def __init__(self, handbook: Handbook, site: str, problems: Problems) -> None:
        self.handbook, self.links = handbook, Links(handbook.guide, {}, {}, site)
        self.setter = Typesetter(handbook.profile, self.links, problems)
        self.drawings = drawings(handbook)

    def panel(self, name: str, listed_at: Place | None = None) -> Tree | None:
        """The card of a directive: under the title of its page where it is the first there, else under its own.

        None for one that is not there or has no print form.
        """
        placed = self.handbook.guide.blocks.get(name)
        if placed is None:
            return None
        page = self.handbook.guide.page_of(placed)
        return self._card(page, placed, page.blocks[0] is placed, listed_at)

    def sheet(self, page: Page) -> Tree | None:
        """The card of a page that shows directives of others, with its code. None without a print form."""
        placed = next(placed for placed in page.blocks if isinstance(placed.block, Show))
        card = self._card(page, placed, by_page=True)
        return card and {**card, "online": code_tree(self.links.online(page.path)), "file": page.file}

    def _card(self, page: Page, placed: PlacedBlock, by_page: bool, listed_at: Place | None = None) -> Tree | None:
        source = self._source(placed)
        texts = PrintTexts(self.setter, source.document, source.page)
        form = print_form(source.block, texts, self.handbook, listed_at)
        if form is None:
            return None
        heading = PrintTexts(self.setter, page.markup.meta, page.path) if by_page else texts
        return {
            "id": placed.block.id,
            "title": heading.plain(page.title if by_page else source.block.title, "title"),
            "hue": hue_of(page, self.handbook),
            "icon": self.drawings.get(page.path),
            "forms": [brief_form(form), form],
        }

    def _source(self, placed: PlacedBlock) -> PlacedBlock:
        """The one directive that a directive shows again, or itself."""
        only = _only_shown(placed.block)
        return self.handbook.guide.blocks.get(only, placed) if only else placed


def _only_shown(block: Block) -> str | None:
    return block.of[0] if isinstance(block, Show) and len(block.of) == 1 else None


def drawings(handbook: Handbook) -> Mapping[str, str]:
    """The drawing on the card that leads to a page, as SVG in the current color, by the path of the page.

    A card for a page where a directive is shown again counts for the directive's own page, too.
    """
    guide, by_path = handbook.guide, dict[str, str]()
    for path, name in guide.icons().items():
        page, svg = guide.page(path), _drawing(handbook, name)
        sources = (guide.blocks[one].page for one in page.shows if one in guide.blocks) if page else ()
        for each in (path, *sources) if svg else ():
            by_path.setdefault(each, svg or "")
    return by_path


def _drawing(handbook: Handbook, name: str) -> str | None:
    """The drawing of a name, as it was typed. None where it is not there or no drawing: a problem elsewhere."""
    try:
        text = (handbook.root / ICONS / f"{name}.svg").read_text("utf-8-sig")
        return text if fromstring(text).tag == f"{{{_NAMESPACE}}}svg" else None  # noqa: S314 (from the handbook's folder)
    except (OSError, UnicodeDecodeError, ParseError):
        return None
