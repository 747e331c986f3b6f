"""Files for other programs: the questions of a test → one file, and what that file could not hold.

Each module of `formats` is a format of its name; `FORMATS` names all that are there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pkgutil import iter_modules
from typing import TypeVar

from ..model.items import Item
from . import formats
from .assessment import Assessment, Export, Format, Loss, Losses, NothingToExport, report
from .texts import ItemTexts, item_texts

__all__ = [
    "FORMATS",
    "Assessment",
    "Export",
    "Format",
    "ItemTexts",
    "Loss",
    "Losses",
    "NothingToExport",
    "export",
    "export_parts",
    "load_format",
    "report",
]

Made = TypeVar("Made")

FORMATS = tuple(module.name for module in iter_modules(formats.__path__))
"""The names of all formats."""


def load_format(name: str) -> Format:
    """A format by its name. Its module, and the libraries that it needs, are read only now."""
    loaded: Format = import_module(f"{formats.__name__}.{name}").FORMAT
    return loaded


def export(paper: Assessment, form: Format) -> Export:
    """The file that holds a test in a format, with every loss. The same paper gives the same bytes.

    Raises NothingToExport when not one question can be held.
    """
    return Export(*_made(paper, form, form.write))


def export_parts(paper: Assessment, form: Format, size: str) -> tuple[dict[str, bytes], tuple[Loss, ...]]:
    """The same as files by name where a format is several in one, printed on paper of a size (`letter`, `a4`)."""
    assert form.parts is not None
    parts = form.parts
    return _made(paper, form, lambda askable, losses: parts(askable, losses, size))


def _made(
    paper: Assessment, form: Format, write: Callable[[Assessment, Losses], Made]
) -> tuple[Made, tuple[Loss, ...]]:
    losses = Losses()
    items = tuple(item for item in paper.items if _is_askable(item, paper, losses))
    for item in items:
        _note_lost_marks(item, paper.texts, form, losses)
    content = write(replace(paper, items=items), losses) if items else None
    if content is None or losses.left_out >= {item.id for item in paper.items}:
        raise NothingToExport(losses)
    return content, tuple(losses)


def _is_askable(item: Item, paper: Assessment, losses: Losses) -> bool:
    lacking = paper.texts.lacking(item)
    if lacking:
        losses.leave_out(item, f"it needs {', '.join(lacking)}, which the county hasn't filled in yet")
    return not lacking


def _note_lost_marks(item: Item, texts: ItemTexts, form: Format, losses: Losses) -> None:
    marks = {mark for text in item_texts(item) for mark in texts.marks(text)}
    if "picture" in marks:
        losses.add(item, "a picture", "its description takes its place")
    if not form.markup and marks - {"picture"}:
        losses.add(item, "emphasis, code and links", "only the words are kept, each address in parentheses")
