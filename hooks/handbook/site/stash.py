"""Gives Markdown the finished parts of a quiz as HTML: neither it nor the host has to walk their elements again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.util import AtomicString

_PACKAGES = frozenset({"markdown", "handbook", "mkdocs", "properdocs"})
"""Those whose steps we know. A step of another might look for anything in a page, and is given all of it."""

_LOOKED_FOR = frozenset({"img", "q", "section", "h1", "h2", "h3", "h4", "h5", "h6"})
"""What they look for, besides links and ids."""

_NO_TERMS = "data-search-exclude"
"""Marks a part in which no term is linked to the glossary."""

_LINKED = frozenset({"data-item", "data-answer"})
"""Mark a question and its answer: their ids are named only by the links from one to the other, which always fit."""


def stash_questions(quiz: Element, md: Markdown) -> None:
    """Replace what is finished in the questions and answers of a quiz. What comes out in the end is the same.

    Of their texts, those without marks are known as such (`spare`).
    """
    if all(type(step).__module__.partition(".")[0] in _PACKAGES for step in md.treeprocessors):
        for part in quiz:
            if part.get(_NO_TERMS):
                _stash_below(part, md)


def _stash_below(part: Element, md: Markdown) -> bool:
    """Whether a part is finished, all in it included. If it isn't, what is finished in it is replaced."""
    finished = {child: _stash_below(child, md) for child in part}
    if all(finished.values()) and not _is_looked_for(part):
        return True
    runs = groupby(part, lambda child: finished[child] and md.is_block_level(child.tag))
    part[:] = [each for is_html, run in runs for each in (_replacement(list(run), md) if is_html else run)]
    return False


def _is_looked_for(part: Element) -> bool:
    leads_on = part.tag == "a" and not part.get("href", "").startswith("#")
    has_name = "id" in part.attrib and _LINKED.isdisjoint(part.attrib)
    has_marks = _has_marks(part.text) or _has_marks(part.tail)
    return leads_on or has_name or has_marks or part.tag in _LOOKED_FOR or _NO_TERMS in part.attrib


def _has_marks(text: str | None) -> bool:
    """Whether inline patterns, or lists of attributes, may find something in a text."""
    return bool(text) and (not isinstance(text, AtomicString) or "{" in text)


def _replacement(run: Sequence[Element], md: Markdown) -> Sequence[Element]:
    """A paragraph in the place of some elements: Markdown writes what is stashed instead of it."""
    if len(run) == 1 and not len(run[0]):
        return run
    box, paragraph = Element("div"), Element("p")
    box.extend(run)
    md.treeprocessors["prettify"].run(box)
    html = md.serializer(box)
    paragraph.text = AtomicString(md.htmlStash.store(html[html.index(">") + 1 : html.rindex("<")].strip()))
    return [paragraph]
