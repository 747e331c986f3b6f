"""Parts that several directives share."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from ..model.blocks import Block
from .build import el
from .context import Context


def frame(block: Block, context: Context, *children: Element | None, **attributes: str | bool) -> Element:
    """The box of a directive: a section with its title as heading. The heading carries the directive's id."""
    heading = el(f"h{min(context.level, 6)}", block.title, id=block.id)
    return el("section", heading, *children, class_=f"hb hb-{block.kind}", **attributes)


def style(name: str, context: Context) -> Element:
    """The link to a style sheet that only pages with a directive need: it stands in the directive's box."""
    return el("link", rel="stylesheet", href=context.link(f"assets/stylesheets/{name}.css"))


def list_title(text: str, ident: str | None = None) -> Element:
    """The title of a list, which is no heading. What it labels refers to its id."""
    return el("p", text, class_="hb-list-title", id=ident)


SAFETY = "hb-safety"
"""The class of a note or reason that a brief showing must not leave out, and that must not look like an aside."""


def labeled(name: str, label: str, text: Element | str | None, *, keep: bool = False) -> Element | None:
    """A paragraph that begins with a label in bold: "Why: …". None without a text."""
    if text is None or text == "":
        return None
    content = text if isinstance(text, Element) else el("span", text)
    return el("p", el("strong", f"{label}:", class_="hb-label"), " ", content, class_=_class(name, keep=keep))


def noted(name: str, text: str | None, *, keep: bool = False) -> Element | None:
    """A paragraph of its own. None without a text."""
    return el("p", text, class_=_class(name, keep=keep)) if text else None


def _class(name: str, *, keep: bool) -> str:
    return f"hb-{name} {SAFETY}" if keep else f"hb-{name}"
