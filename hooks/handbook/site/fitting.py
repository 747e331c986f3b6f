"""A page of the handbook made fit to stand in a package: its links, pictures, headings, and what has no use there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from ..book.read import Handbook
from ..export.assessment import Loss
from ..html.build import el
from ..model.guide import resolve_link
from ..source.one_line import address_in

MEDIA = "media/"
_LISTS = ("downloads", "handouts", "progress", "reports", "sheet", "shortcuts")
USELESS = ("quiz", "onboarding", "acknowledgment", "roster", *_LISTS)
"""Directives that only the site can play or fill."""
UNKEPT = ("checklist", "worksheet")

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_HEADING = re.compile(r"h[1-6]")


@dataclass(slots=True)
class Fitting:
    """What is known while the pages of a package are made fit: `numbers` are those of its pages by their paths.

    `files` gathers the pictures by their place in the package, `losses` what a page loses.
    """

    handbook: Handbook
    numbers: Mapping[str, int]
    files: dict[str, bytes] = field(default_factory=dict)
    losses: dict[Loss, None] = field(default_factory=dict)
    page: str = ""
    below: bool = False
    """Whether the page at hand stands below the title of a section, with its own title."""

    def lose(self, what: str, instead: str) -> None:
        """Record what the page at hand loses."""
        self.losses[Loss(self.page, what, instead)] = None

    def anchor(self, path: str, anchor: str) -> str:
        """The id in the package of a page, or of a place in it: directives have ids of their own, headings do not."""
        if anchor in self.handbook.guide.blocks:
            return anchor
        number = self.numbers[path]
        return f"p{number}-{anchor}" if anchor else f"page-{number}"


class FittingTreeprocessor(Treeprocessor):
    """Makes the page fit: after links and ids are settled, before what was escaped is put back."""

    def __init__(self, md: Markdown, fitting: Fitting) -> None:
        super().__init__(md)
        self.fitting = fitting

    def run(self, root: Element) -> None:
        """Change the tree of the page."""
        fitting = self.fitting
        _without_useless(root, fitting)
        _untabbed(root)
        for element in root.iter():
            element.attrib.pop("style", None)  # the policy of a package lets no style in
            if _HEADING.fullmatch(element.tag):
                _fit_heading(element, fitting)
            elif element.tag == "a":
                _fit_link(element, fitting)
            elif element.tag == "img":
                _fit_picture(element, fitting)
        if any("hb-to-fill-in" in element.get("class", "") for element in root.iter()):
            fitting.lose("a value that the county has yet to fill in", "the page says that it is missing")


def _without_useless(root: Element, fitting: Fitting) -> None:
    for parent in list(root.iter()):
        for child in list(parent):
            kinds = child.get("class", "").removeprefix("hb hb-").split()
            if child.tag == "link" or "hb-task-bar" in child.get("class", "").split():
                parent.remove(child)
            elif child.tag == "section" and kinds and kinds[0] in USELESS:
                _remove(parent, child)
                fitting.lose(f"a box of the kind {kinds[0]}", "it is left out")
            elif child.tag == "section" and kinds and kinds[0] in UNKEPT:
                fitting.lose(f"what is ticked or typed in a {kinds[0]}", "it works, but it isn't kept or sent")


def _remove(parent: Element, child: Element) -> None:
    """Take an element out, and leave the text behind it."""
    at = list(parent).index(child)
    if child.tail and at:
        parent[at - 1].tail = (parent[at - 1].tail or "") + child.tail
    elif child.tail:
        parent.text = (parent.text or "") + child.tail
    parent.remove(child)


def _untabbed(root: Element) -> None:
    """Tabs need the theme: each becomes a part below its label."""
    for tabs in [element for element in root.iter("div") if "tabbed-set" in element.get("class", "").split()]:
        labels = list(tabs.iter("label"))
        blocks = [block for block in tabs.iter("div") if "tabbed-block" in block.get("class", "").split()]
        for child in list(tabs):
            tabs.remove(child)
        for label, block in zip(labels, blocks, strict=False):
            label.tag, label.attrib, label.tail = "strong", {}, None
            block.attrib.clear()
            block.insert(0, el("p", label))
            tabs.append(block)
        tabs.attrib.clear()


def _fit_heading(heading: Element, fitting: Fitting) -> None:
    if fitting.below:
        heading.tag = f"h{min(int(heading.tag[1]) + 1, 6)}"
    name = heading.get("id")
    if name:
        heading.set("id", fitting.anchor(fitting.page, name))


def _fit_link(link: Element, fitting: Fitting) -> None:
    target = address_in(link)
    if not target:
        return
    link.attrib.pop("target", None)
    address = target if _SCHEME.match(target) else _inside(target, fitting)
    if address is None:
        link.tag, link.attrib = "span", {}
        fitting.lose("a link to another page", "only its words are kept, because the site has no address yet")
        return
    link.set("href", AtomicString(address))
    if address.startswith("http"):
        link.attrib |= {"target": "_blank", "rel": "noopener"}


def _inside(target: str, fitting: Fitting) -> str | None:
    """Where a link between pages leads: within the package, else to the site. None where that has no address."""
    guide = fitting.handbook.guide
    path, anchor = resolve_link(fitting.page, unquote(target))
    page = guide.page(path)
    if page and page.path in fitting.numbers:
        return f"#{fitting.anchor(page.path, anchor)}"
    return guide.online(f"{path}#{anchor}".removesuffix("#"), fitting.handbook.site.address)


def _fit_picture(picture: Element, fitting: Fitting) -> None:
    source = unquote(picture.get("src", ""))
    path = posixpath.normpath(posixpath.join(posixpath.dirname(fitting.page), source))
    content = None if _SCHEME.match(source) or path.startswith("../") else _read(fitting.handbook.root, path)
    if content is None:
        words, tail = picture.get("alt", ""), picture.tail
        picture.clear()
        picture.tag, picture.text, picture.tail = "span", AtomicString(words), tail
        fitting.lose(f"the picture {source}", "its description takes its place")
        return
    fitting.files[MEDIA + path] = content
    picture.set("src", MEDIA + path)


def _read(root: Path, path: str) -> bytes | None:
    try:
        return (root / "docs" / path).read_bytes()
    except OSError:
        return None
