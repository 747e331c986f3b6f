"""Answer sheets, filled in on screen by a program that isn't ours."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, TextStringObject


def filled_in(sheet: bytes, values: Mapping[str, str], *, looks_only: bool = False) -> bytes:
    """A sheet with letters or words in its fields, by name. Some programs mark a box only by its look."""
    writer = PdfWriter(PdfReader(BytesIO(sheet)))
    for page in writer.pages:
        for note in page["/Annots"]:  # type: ignore[attr-defined]
            widget = note.get_object()
            parent = widget["/Parent"].get_object()
            name = str(widget.get("/T", parent["/T"]))
            if widget.get("/FT") == "/Tx":
                widget[NameObject("/V")] = TextStringObject(values.get(name, ""))
                continue
            states = [str(state) for state in widget["/AP"]["/N"] if state != "/Off"]
            group = str(parent["/T"])
            if states[0].removeprefix("/") in values.get(group, ""):
                widget[NameObject("/AS")] = NameObject(states[0])
                target = widget if "/T" in widget else parent
                if looks_only:
                    continue
                target[NameObject("/V")] = NameObject(states[0])
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
