"""Turns a text of an item into HTML or plain text: placeholders filled, links made full web addresses."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from ..model.guide import HOME, Guide, resolve_link
from ..model.items import Item
from ..source.addresses import is_fit, leads_out
from ..source.one_line import OneLine, address_in
from ..source.profile import PLACEHOLDER, Medium, Profile, keys_in

_MARKS = re.compile(r"[*_`\[<&\\{]")
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PICTURE = "picture"
_TEXT_STYLES = ("strong", "em", "code")
_NO_TEXTS = {"id", "type", "level", "refs", "enemies", "waive", "status", "accept"}


@dataclass(frozen=True, slots=True)
class Source:
    """Where the handbook answers a question."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class _Conversion:
    html: str
    plain: str
    marks: frozenset[str] = frozenset()


class ItemTexts:
    """Reads the texts of one handbook's items. `site` is its address, which ends in a slash, or empty."""

    def __init__(self, profile: Profile, guide: Guide, site: str) -> None:
        self.profile, self.guide, self.site = profile, guide, site
        self._conversions: dict[str, _Conversion] = {}
        self._sources: dict[str, Source | None] = {}
        self._one_line = OneLine(profile, Medium.PAGE)

    def html(self, text: str) -> str:
        """The text as HTML that is XML too: strong, em, code, a and br, nothing else."""
        return self._read(text).html

    def plain(self, text: str) -> str:
        """The words of the text; an address follows the words that link to it, in parentheses."""
        return self._read(text).plain

    def literal(self, text: str) -> str:
        """A text that is no Markdown, such as an answer to type."""
        return NOT_XML.sub("", self.profile.fill(text, Medium.PAGE))

    def lacking(self, item: Item) -> list[str]:
        """The keys of profile values that an item needs and that are still empty."""
        return [key for key in dict.fromkeys(keys_in(item.model_dump_json())) if self._is_empty(key)]

    def _is_empty(self, key: str) -> bool:
        return key in self.profile.values and not self.profile.values[key].text

    def marks(self, text: str) -> frozenset[str]:
        """What the text has beside words: strong, em, code, a, picture."""
        return self._read(text).marks

    def _read(self, text: str) -> _Conversion:
        """The text in every way, which takes one look at it."""
        if text not in self._conversions:
            if _bare(text):
                words = self.literal(text)
                self._conversions[text] = _Conversion(html.escape(words, quote=False), words)
            else:
                tree = self._one_line.read(text)
                tags = {_PICTURE if element.tag == "img" else element.tag for element in tree.iter()}
                marks = frozenset(tags & {*_TEXT_STYLES, "a", _PICTURE})
                self._conversions[text] = _Conversion(self._as_html(tree), self._as_plain(tree), marks)
        return self._conversions[text]

    def sources(self, item: Item) -> list[Source]:
        """The places of the handbook that answer an item. None while the site has no address."""
        for ref in item.refs:
            if ref not in self._sources:
                self._sources[ref] = self._source(ref)
        return [source for ref in item.refs if (source := self._sources[ref])]

    def address(self, link: str) -> str | None:
        """The full web address that a link in an item leads to. None for an unfit one, and while the site has none."""
        if leads_out(link) or not is_fit(link):
            return link if is_fit(link) else None
        return self.guide.online("#".join(resolve_link(HOME, link)).removesuffix("#"), self.site)

    def _source(self, ref: str) -> Source | None:
        there = self.guide.destination(ref)
        address = self.guide.online(there.path, self.site) if there else None
        return Source(self.plain(there.title), address) if there and address else None

    def _as_html(self, element: Element) -> str:
        return "".join(
            html.escape(part, quote=False) if isinstance(part, str) else self._element(part)
            for part in self._parts(element)
        )

    def _element(self, element: Element) -> str:
        if element.tag == "br":
            return "<br/>"
        if element.tag == "img":
            return html.escape(element.get("alt", ""), quote=False)
        inner = self._as_html(element)
        if element.tag in _TEXT_STYLES:
            return f"<{element.tag}>{inner}</{element.tag}>"
        address = self._target(element)
        return f'<a href="{html.escape(address)}">{inner}</a>' if address else inner

    def _as_plain(self, element: Element) -> str:
        words = []
        for part in self._parts(element):
            if isinstance(part, str):
                words.append(part)
            elif part.tag in ("br", "img"):
                words.append(part.get("alt", " "))
            else:
                inner, address = self._as_plain(part), self._target(part)
                plain_address = (address or "").removeprefix("mailto:").removeprefix("tel:")
                words.append(f"{inner} ({plain_address})" if plain_address and plain_address != inner else inner)
        return "".join(words)

    def _target(self, element: Element) -> str | None:
        return self.address(address_in(element)) if element.tag == "a" and element.get("href") else None

    def _parts(self, element: Element) -> Iterator[str | Element]:
        yield self._words(element.text, code=element.tag == "code")
        for child in element:
            yield child
            yield self._words(child.tail)

    def _words(self, text: str | None, *, code: bool = False) -> str:
        """The words of an element."""
        return NOT_XML.sub("", self._one_line.words(text, code=code))


def item_texts(item: Item) -> Iterator[str]:
    """Every text of an item that is Markdown."""
    tree = item.model_dump(exclude=_NO_TEXTS)
    for near in tree.get("near", ()):
        del near["text"]  # what a person types is compared as it is
    yield from _texts(tree)


def _texts(node: object) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict | list):
        for value in node.values() if isinstance(node, dict) else node:
            yield from _texts(value)


def _bare(text: str) -> bool:
    """Whether a text has no marks, its placeholders aside: most have none, and need no Markdown."""
    return not _MARKS.search(PLACEHOLDER.sub("", text) if "{{" in text else text)
