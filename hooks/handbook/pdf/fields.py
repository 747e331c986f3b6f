"""Makes an answer sheet one to fill in on screen: fields where its boxes are, each in the table cell of its letter.

A field that is empty draws nothing, so printed on paper the sheet is the same. Source: ISO 32000-1, 12.7 (forms),
14.8.4.3.4 (Form elements); ISO 14289-1 (PDF/UA), 7.18.1 and 7.18.4; ISO 19005-2 (PDF/A), 6.4.1 (appearances).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from ..model.answer_sheet import PERSON_FIELD, RowKind, field_name
from .answer_sheet import DIGITS, PERSON, WIDE, PlacedRow, Spot
from .formats import PageFormat
from .row_heads import below

MILLIMETER = 72 / 25.4
_PRINT = 4
_RADIO = 1 << 15
_TYPED = "/Helv 10 Tf 0 g"
"""How typed words look. An empty field draws none, so no font need be in the file for it."""


def add_fields(document: pikepdf.Pdf, placed_rows: Sequence[PlacedRow], form: PageFormat, code: str) -> None:
    """Put its fields into a sheet. They belong to one whose name is the form code, by which the sheet is read back."""
    maker = _Maker(document, form)
    kids = [maker.person(), *maker.rows(placed_rows)]
    root = document.make_indirect(Dictionary(T=String(code), Kids=Array(kids)))
    for kid in kids:
        kid.Parent = root
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    fonts = Dictionary(Helv=document.make_indirect(font))
    document.Root.AcroForm = Dictionary(Fields=Array([root]), DR=Dictionary(Font=fonts), DA=String(_TYPED))


class _Maker:
    def __init__(self, document: pikepdf.Pdf, form: PageFormat) -> None:
        self.document, self.form = document, form
        self.left = (form.width - WIDE) / 2
        self.tree = document.Root.StructTreeRoot
        self.tables = [[*below(body, "/TR")] for body in below(self.tree, "/TBody")]

    def person(self) -> pikepdf.Object:
        """The field for a person's code."""
        table = next(below(self.tree, "/Table"))
        parent = table.P
        element = self._element(parent, before=table)
        return self._text(PERSON, element, PERSON_FIELD, "Your code (not your name)")

    def rows(self, placed_rows: Sequence[PlacedRow]) -> Iterator[pikepdf.Object]:
        """A field for each row."""
        lines = self._lines(placed_rows)
        for placed in placed_rows:
            cells = [cell for _ in range(placed.lines) for cell in next(lines)]
            name, label = field_name(placed.row.label), f"Question {placed.row.label}"
            if placed.words:
                yield self._text(placed.words, self._element(cells[0]), name, label)
            else:
                spots = list(zip(cells, placed.boxes, placed.row.letters, strict=False))
                yield self._boxes(spots, name, label, several=placed.row.kind is RowKind.SEVERAL)

    def _lines(self, placed_rows: Sequence[PlacedRow]) -> Iterator[list[pikepdf.Object]]:
        """The cells of each line of the rows, in the order of the tables; those of the digits are none of them."""
        pages = max(placed.page for placed in placed_rows) + 1
        columns = [len({p.column for p in placed_rows if p.page == page}) for page in range(pages)]
        at = 0
        for count in columns:
            assert len(self.tables[at]) == DIGITS
            for table in self.tables[at + 1 : at + 1 + count]:
                yield from ([*below(row, "/TD")] for row in table)
            at += 1 + count

    def _boxes(
        self, spots: Iterable[tuple[pikepdf.Object, Spot, str]], name: str, label: str, *, several: bool
    ) -> pikepdf.Object:
        """Boxes of which one can be marked, or several."""
        kids = []
        field = self.document.make_indirect(Dictionary(T=String(name), TU=String(label), FT=Name.Btn))
        for cell, spot, letter in spots:
            states = Dictionary({f"/{letter}": self._drawing(spot, cross=True), "/Off": self._drawing(spot)})
            widget = self._widget(spot, self._element(cell), f"{label}, {letter}")
            widget.AP, widget.AS, widget.Parent = Dictionary(N=states), Name.Off, field
            if several:
                widget.FT, widget.T, widget.V = Name.Btn, String(letter), Name.Off
            kids.append(widget)
        if several:
            del field.FT
        else:
            field.Ff, field.V = _RADIO, Name.Off
        field.Kids = Array(kids)
        return field

    def _text(self, spot: Spot, element: pikepdf.Object, name: str, label: str) -> pikepdf.Object:
        widget = self._widget(spot, element, label)
        widget.FT, widget.T, widget.V = Name.Tx, String(name), String("")
        widget.DA, widget.MaxLen = String(_TYPED), 200
        widget.AP = Dictionary(N=self._drawing(spot))
        return widget

    def _widget(self, spot: Spot, element: pikepdf.Object, label: str) -> pikepdf.Object:
        page = self.document.pages[spot.page].obj
        x, y = (self.left + spot.x) * MILLIMETER, (self.form.height - spot.y - spot.height) * MILLIMETER
        corner = [round(float(at), 3) for at in (x, y, x + spot.width * MILLIMETER, y + spot.height * MILLIMETER)]
        key = int(self.tree.ParentTreeNextKey)
        widget = self.document.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Widget,
                Rect=Array(corner),
                F=_PRINT,
                P=page,
                TU=String(label),
                StructParent=key,
            )
        )
        self._number(key, element)
        element.K = Dictionary(Type=Name.OBJR, Obj=widget, Pg=page)
        element.Pg = page
        page.Annots = Array([*page.get("/Annots", []), widget])
        page.Tabs = Name.S
        return widget

    def _number(self, key: int, element: pikepdf.Object) -> None:
        """Enter an element into the parent tree, by which a reader comes from a field to its place in the text."""
        tree = self.tree.ParentTree
        tree.Nums = Array([*tree.get("/Nums", []), key, element])
        self.tree.ParentTreeNextKey = key + 1

    def _element(self, parent: pikepdf.Object, before: pikepdf.Object | None = None) -> pikepdf.Object:
        """A new Form element at the end of another, or before one of its children."""
        element = self.document.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Form, P=parent))
        content = parent.get("/K")
        children = list(content) if isinstance(content, Array) else [content] if content is not None else []
        at = next((n for n, child in enumerate(children) if before is not None and child == before), len(children))
        parent.K = Array([*children[:at], element, *children[at:]])
        return element

    def _drawing(self, spot: Spot, *, cross: bool = False) -> pikepdf.Object:
        width, height = round(spot.width * MILLIMETER, 3), round(spot.height * MILLIMETER, 3)
        ends = f"2.5 2.5 m {width - 2.5:.3f} {height - 2.5:.3f} l 2.5 {height - 2.5:.3f} m {width - 2.5:.3f} 2.5 l S"
        content = f"q 1.6 w {ends} Q".encode() if cross else b""
        drawing = pikepdf.Stream(self.document, content)
        drawing.Type, drawing.Subtype = Name.XObject, Name.Form
        drawing.BBox, drawing.Resources = Array([0, 0, width, height]), Dictionary()
        return self.document.make_indirect(drawing)
