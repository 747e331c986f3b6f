"""Renders a table of expectations."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from ..model.blocks import Expectations
from .build import el
from .context import Context
from .parts import frame
from .words import words


def render(block: Expectations, context: Context) -> Element:
    """A table with a caption, column headings and row headings. Each row can be linked to."""
    head = el("tr", *(el("th", heading, scope="col") for heading in block.columns.values()))
    rows = (_row(block, row, context) for row in block.rows)
    table = el("table", el("caption", block.title), el("thead", head), el("tbody", *rows))
    return frame(block, context, el("div", table, class_="hb-table"))


def _row(block: Expectations, row: dict[str, str], context: Context) -> Element:
    anchor = f"{block.id}-{block.ident(row)}"
    heading = row[block.row_heading]
    link = el("a", AtomicString("#"), href=f"#{anchor}", class_="hb-row-link")
    link.set("aria-label", f"Link to the row “{context.plain(heading)}”")
    cells = [el("th", heading, " ", link, scope="row")]
    for name, heading in list(block.columns.items())[1:]:
        text = words(row[name], context) if name in block.spoken else row[name]
        cells.append(el("td", text, data_label=heading))
    return el("tr", *cells, id=anchor)
