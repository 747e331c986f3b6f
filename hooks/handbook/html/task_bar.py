"""The bar of a page that someone works from: what can be folded away or printed with it. Scripts add its buttons.

Its switches work without a script: the style sheets look at them.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from .build import el
from .parts import SAFETY

_TASKS = frozenset({"hb-procedure", "hb-phrases", "hb-checklist", "hb-points", "hb-expectations", "hb-scene"})
"""The classes of the boxes that people work from."""

_FOLDED = frozenset({"hb-procedure", "hb-phrases"})
"""Those whose reasons a phone leaves out until they are asked for."""

_FOOT = frozenset({"hb-next", "hb-feedback", "hb-checked", "hb-edit"})
"""Those of what stands at the foot of every page."""

CHECK = "data-check"
"""Marks a self-check of what stands on its page: print leaves it out unless it is asked for."""


def add_task_bar(root: Element, sheet: str | None) -> None:
    """Put the bar into the tree of a page: behind its lead, on a quick card below all that it says. None without a box.

    `sheet` leads to the reader's own sheet, if there is one.
    """
    if not any(_classes(box) & _TASKS for box in _boxes(root)):
        return
    head = next((at for at, child in enumerate(root) if "hb-lead" in _classes(child)), None)
    if head is None:
        return
    at = next(at for at in range(head + 1, len(root) + 1) if at == len(root) or "hb-missing" not in _classes(root[at]))
    if at < len(root) and "hb-brief" in _classes(root[at]):
        at = next((end for end, child in enumerate(root) if _classes(child) & _FOOT), len(root))
    root.insert(at, _bar(root, sheet))


def _bar(root: Element, sheet: str | None) -> Element:
    why = _switch("hb-why-switch", "Show why") if any(_reasons(root)) else None
    with_checks = _switch("hb-check-switch", "Print the questions, too") if _left_out(root) else None
    return el("div", why, with_checks, class_="hb-task-bar", data_sheet=sheet, data_search_exclude=True)


def _switch(name: str, label: str) -> Element:
    return el("p", el("label", el("input", type="checkbox"), " ", label), class_=f"hb-switch {name}")


def _reasons(root: Element) -> Iterator[Element]:
    for box in _boxes(root):
        if _classes(box) & _FOLDED:
            yield from (part for part in box.iter("p") if {"hb-why"} == _classes(part) & {"hb-why", SAFETY})


def _left_out(root: Element) -> bool:
    """Whether there is a self-check behind a box that people work from. One before them is what the page is for."""
    behind = left_out = False
    for box in _boxes(root):
        behind = behind or bool(_classes(box) & _TASKS)
        if not behind:
            box.attrib.pop(CHECK, None)
        left_out = left_out or CHECK in box.attrib
    return left_out


def _boxes(parent: Element) -> Iterator[Element]:
    """The boxes of directives, in their order; not those that wait in a template."""
    for child in parent:
        if child.tag == "section":
            yield child
        if child.tag != "template":
            yield from _boxes(child)


def _classes(element: Element) -> set[str]:
    return set(element.get("class", "").split())
