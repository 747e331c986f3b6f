"""The mini guide as a tree: one directive a panel, in few words."""

from __future__ import annotations

from typing import Any

from ..book.read import POCKET_GUIDE, Handbook
from ..model.guide import PlacedBlock
from ..source.problems import Problems
from .blocks import KEEP, Place, print_form
from .inline import PrintTexts, Tree, Typesetter
from .links import Links

_ASIDES = ("why", "note", "about")


def mini_tree(guide: Tree, handbook: Handbook, site: str, problems: Problems) -> Tree | None:
    """The mini guide, under the cover of the guide. Links lead to the site: it has no pages to refer to.

    None where nothing is chosen for it.
    """
    pocket, document = handbook.pocket, handbook.document(POCKET_GUIDE)
    if pocket is None or document is None or not pocket.mini:
        return None
    setter = Typesetter(handbook.profile, Links(handbook.guide, {}, {}, site), problems)
    blocks = [(handbook.guide.blocks[name], at) for at, name in enumerate(pocket.mini) if name in handbook.guide.blocks]
    panels = [panel for placed, at in blocks if (panel := _panel(placed, setter, handbook, (document, ("mini", at))))]
    return {**guide, "panels": panels}


def _panel(placed: PlacedBlock, setter: Typesetter, handbook: Handbook, listed_at: Place) -> Tree | None:
    texts = PrintTexts(setter, placed.document, placed.page)
    form = print_form(placed.block, texts, handbook, listed_at)
    return form and {"id": placed.block.id, "title": texts.plain(placed.block.title, "title"), **_brief(form)}


def _brief(form: Any) -> Any:
    """The same without what may be left out."""
    if isinstance(form, dict):
        return {key: None if key in _ASIDES and key != form.get(KEEP) else _brief(value) for key, value in form.items()}
    return [_brief(entry) for entry in form] if isinstance(form, list) else form
