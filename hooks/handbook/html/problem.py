"""Renders what is wrong with a directive in its place, so that an author sees it in the preview."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from ..source.problems import Problem
from .build import el


def render(title: str, problems: Iterable[Problem]) -> Element:
    """A box that lists problems with their hints. Their texts are shown as they are, never read as Markdown."""
    entries = (
        el("li", el("code", AtomicString(f"{p.path}:{p.line}")), " ", _plain(p.message), el("br"), _plain(p.hint))
        for p in problems
    )
    return el(
        "div", el("p", el("strong", AtomicString(title))), el("ul", *entries), class_="hb hb-problem", role="note"
    )


def _plain(text: str) -> Element:
    return el("span", AtomicString(text))
