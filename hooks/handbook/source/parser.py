"""Python-Markdown as the handbook uses it: raw HTML is text, attributes are a short list. And what it makes of a text.

The site, the exports and the checks share it. So a check judges what a reader would get, however it was typed, and what
slips by a check is text on the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, field, replace
from functools import cached_property
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, ETX, HTML_PLACEHOLDER_RE, STX, AtomicString

from .bare import Bare, spare
from .markup import is_readable
from .memo import recall
from .one_line import OneLine
from .placeholders import Filling
from .profile import Medium, Profile
from .safety import ATTRIBUTES, Attributes, without_html

EXTENSIONS: Mapping[str, Mapping[str, Any]] = {
    "toc": {"permalink": False, "title": "On this page"},
    "tables": {},
    "fenced_code": {},
    "admonition": {},
    "attr_list": {},
    "def_list": {},
    "pymdownx.details": {},
    "pymdownx.superfences": {},
    "pymdownx.tabbed": {"alternate_style": True},
}
"""The extensions that pages are read with, and their options: MkDocs' own, then those of mkdocs.yml."""

_INLINE = frozenset({"a", "abbr", "code", "del", "em", "img", "ins", "mark", "span", "strong", "sub", "sup"})
_RUNS_ON = (
    "base|button|embed|form|iframe|input|link|math|meta|noscript|object|plaintext|script|select|style|svg|template|"
    "textarea|title|xmp"
)
_NEVER_CLOSED = (
    "blockquote|br|center|code|del|details|div|em|font|h[1-6]|hr|img|ins|li|mark|ol|pre|small|span|strong|sub|summary|"
    "sup|table|tbody|td|th|thead|tr|ul|video"
)
"""Names of tags that are meant as such though their end is missing. Of one letter: only with an attribute."""
_TAG = re.compile(
    rf"</?[a-z][^<>]*>|<!--.*?-->|<!(?:--|[a-z\[])[^<>]*>?|<\?[a-z][^<>]*>?|</?(?:{_RUNS_ON})\b[^<>]*|"
    rf"</?(?:{_NEVER_CLOSED})\b(?![.@])[^<>\n]*|<[abipsu][ ]+[a-z-]+=[^<>\n]*|<[bipsu]$",
    re.IGNORECASE | re.DOTALL,
)
_BOX = re.compile(r"<!--box:(\d+)-->")
_TO_READ = re.compile(
    r"\[/?(?:b|i|u|url|img)\b|'''|<[a-z/!?]|\]\s*[(\[]|\)\[|[^{\s]\{[^{]|\s\{:?[^{]|\[\[|\[\^|\*\* |"
    r"\*\*[^*]*$|[^\W\d] \*[^\W\d]|__ |~~|==|\+\+|(?<!\S)_[^\W_]+ |(?<!\S)`\w|\[[^\[\]]+(?:\](?::\(|\{)?|\()[\w./:-]*(?:\.md\b|://)|:[a-z][\w+-]*:|[\w)]~[^~\s]+~|[\w)]\^[^^\s]+\^|\$[^$]*[\\^_=][^$]*\$|\$\$",
    re.IGNORECASE,
)
_LEFT_OVER = re.compile(
    r"^[ \t]*(?:[-*+]|[^\x00-\x7f\w\s“”‘’«¿¡…]|\d{1,2}[.)]|\(?\w\)|[a-zA-Z]\.[ \t]|\(?[ivx]{2,4}[.)]|"
    r"o {2,}|\[[ xX]\]|!!|\?\?\?|:::|\[!)|\*\*|(?<=[^\W\d] )\*(?=[^\W\d])|__|~~|==|\[\^|\[\[|"
    r"\[/?(?:b|i|u|url|img|color|size|quote)\b|'''|\{%|\\[a-z]{3,}\{|^h[1-6]\.[ ]|"
    r"\]\(|\]\[|\)\[|\|.*\||:[a-z][\w+-]*:|\\$|"
    r"[\w)]~[^~\s]+~|[\w)]\^[^^\s]+\^|\$[^$]*[\\^_=][^$]*\$|\$\$|"
    r"\{:?[ \t]*(?:[.#][A-Za-z]|[a-z-]+=)|^\\[a-z]+$|\{(?:\+\+|--|>>)|^![ ]\w|"
    r"\+\+|(?<![^\s(])_[^\W_]+ |(?<![^\s(])`\w|\[[^\[\]\n]+(?:\](?::\(|\{)?|\()[\w./:-]*(?:\.md\b|://)|\[\w[^\[\]\n]*$|\([\w./-]+\.md[^()\s]*\)|"
    r"^\.\. \w+::|link:\S+\[|^\{\||^\*\[[^\]]+\]:|^!include |^\{:\w+\}|\{#[\w-]*$|\(#[\w-]+\)$",
    re.MULTILINE,
)
"""Marks that other programs read as lists, tables, notes, links and so on. Markdown has left them as text."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What Markdown makes of a text, as far as it matters to what a reader's browser does with it."""

    tags: tuple[str, ...] = ()
    """What would be raw HTML, as typed."""
    attributes: tuple[tuple[str, str], ...] = ()
    """The names of attributes that are not allowed, and where they were typed."""
    links: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    blank_links: tuple[str, ...] = ()
    """The addresses of links without words."""
    left_over: tuple[str, ...] = ()
    """Paragraphs, entries and cells with marks that Markdown took for text."""
    indented: tuple[str, ...] = ()
    """What is a code box because of its indent."""
    boxes: tuple[tuple[str, str], ...] = ()
    """The code boxes of a page: language and body."""
    heavy: bool = False
    """Whether a paragraph has so many brackets that reading it takes minutes; then nothing else is known."""
    deep: bool = False
    """Whether lists or quotes are nested so deep that a build might not come to an end; then nothing else is known."""


NOTHING = Parsed()
TOO_DEEP = Parsed(deep=True)
TOO_HEAVY = Parsed(heavy=True)
_DEEPEST = 60


class Parser:
    """Reads pages and texts of one handbook as the site does."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._values = repr(profile.values)
        self._boxes_read: list[tuple[str, str]] = []

    @cached_property
    def _page(self) -> Markdown:
        return _observed_by(_page_markdown(self._profile, self._box))

    @cached_property
    def _text(self) -> Markdown:
        return _observed_by(OneLine(self._profile, Medium.PAGE).markdown)

    def page(self, body: str) -> Parsed:
        """The Markdown of a page, without its head."""
        return _from_json(recall(lambda: _as_json(self._page_parsed(body)), "page", *self.inputs(body)))

    def inputs(self, text: str) -> tuple[str, ...]:
        """All that decides what is made of a text: the values of the profile, too, where it may name one."""
        return (text, self._values) if "{{" in text or "\\" in text else (text,)

    def _page_parsed(self, body: str) -> Parsed:
        if not all(is_readable(paragraph) for paragraph in re.split(r"\n[ \t]*\n", body)):
            return TOO_HEAVY
        try:
            return self._read(body)
        except RecursionError:
            return TOO_DEEP

    def _read(self, body: str) -> Parsed:
        self._boxes_read.clear()
        md = self._page.reset()
        lines = body.split("\n")
        for preprocessor in md.preprocessors:
            lines = preprocessor.run(lines)
        root = md.parser.parseDocument(lines).getroot()
        assert root is not None
        if _is_deep(root):
            return TOO_DEEP
        standing = {int(box[1]) for text in _texts(root) for box in self._boxes(text)}
        indented = tuple("".join(code.itertext()) for code in root.iter("pre"))
        spare(root)
        for treeprocessor in md.treeprocessors:
            new = treeprocessor.run(root)
            root = root if new is None else new
        boxes = tuple(box for at, box in enumerate(self._boxes_read) if at in standing)
        return replace(_observed(md), indented=indented, boxes=boxes)

    def text(self, text: str) -> Parsed:
        """One text of a directive, a question or the head of a page."""
        if not _TO_READ.search(text):
            return NOTHING
        return _from_json(recall(lambda: _as_json(self._text_parsed(text)), "text", *self.inputs(text)))

    def _text_parsed(self, text: str) -> Parsed:
        md = self._text.reset()
        root = Element("div")
        for tag in ("p", "td"):  # a cell or a heading takes attributes from the end of its line, a paragraph does not
            SubElement(root, tag).text = text
            if not re.search(r"\s\{:?[^{]", text):
                break
        for name in ("inline", "attr_list", "observer"):
            md.treeprocessors[name].run(root)
        return _observed(md)

    def _box(self, source: str, language: str | None, _class: str, _options: object, _md: object, **more: Any) -> str:
        self._attributes(more)
        self._boxes_read.append((language or "", source))
        return f"<!--box:{len(self._boxes_read) - 1}-->"

    def _attributes(self, more: Mapping[str, Any]) -> None:
        attributes = self._page.treeprocessors["attr_list"]
        assert isinstance(attributes, Attributes)
        attributes.refused += [(name, name) for name in more.get("attrs") or {} if name not in ATTRIBUTES]

    def _boxes(self, text: str) -> Iterator[re.Match[str]]:
        for match in HTML_PLACEHOLDER_RE.finditer(text):
            stashed = self._page.htmlStash.rawHtmlBlocks[int(match[1])]
            box = _BOX.fullmatch(stashed.strip()) if isinstance(stashed, str) else None
            if box:
                yield box


@dataclass
class _Observer(Treeprocessor):
    """Looks at a tree when all but the escaped characters are in it."""

    md: Markdown
    tags: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    blank_links: list[str] = field(default_factory=list)
    left_over: list[str] = field(default_factory=list)

    def run(self, root: Element) -> None:
        """Note what is there, and forget what was."""
        texts = list(_blocks(root))
        self.tags = [match[0] for text in texts for match in _TAG.finditer(text)]
        self.left_over = [text for text in texts if _LEFT_OVER.search(text)]
        links = [link for link in root.iter("a") if "href" in link.attrib]
        self.links = [_typed(link.get("href", "")) for link in links]
        self.blank_links = [_typed(link.get("href", "")) for link in links if _is_wordless(link)]
        self.pictures = [_typed(picture.get("src", "")) for picture in root.iter("img")]


def _is_wordless(link: Element) -> bool:
    """Whether a link has no words, or only those that a hint has in place of words."""
    return not len(link) and (link.text or "").strip() in ("", "…")


def _observed_by(md: Markdown) -> Markdown:
    md.treeprocessors.register(_Observer(md), "observer", 1)  # before "unescape": "\<b>" is meant as text
    return md


def _as_json(parsed: Parsed) -> Sequence[Any]:
    return astuple(parsed)


def _from_json(parts: Sequence[Any]) -> Parsed:
    """The parts as they were: of a list of pairs, the pairs too."""
    return Parsed(*map(_frozen, parts))


def _frozen(part: Any) -> Any:
    return tuple(map(_frozen, part)) if isinstance(part, list | tuple) else part


def _page_markdown(profile: Profile, box: Any) -> Markdown:
    configs = {name: dict(options) for name, options in EXTENSIONS.items()}
    configs["pymdownx.superfences"] = {"custom_fences": [{"name": "*", "class": "", "format": box}]}
    md = without_html(Markdown(extensions=list(EXTENSIONS), extension_configs=configs))
    md.inlinePatterns.register(Filling(md, profile, Medium.PAGE), "placeholders", 185)
    md.treeprocessors.deregister("toc")  # it names headings, and nobody asks for that here
    return md


def _observed(md: Markdown) -> Parsed:
    observer, attributes = md.treeprocessors["observer"], md.treeprocessors["attr_list"]
    assert isinstance(observer, _Observer)
    assert isinstance(attributes, Attributes)
    refused = tuple(dict.fromkeys(attributes.refused))
    attributes.refused.clear()
    return Parsed(
        tuple(dict.fromkeys(observer.tags)),
        refused,
        tuple(observer.links),
        tuple(observer.pictures),
        tuple(observer.blank_links),
        tuple(observer.left_over),
    )


def _is_deep(root: Element) -> bool:
    level = [root]
    for _ in range(_DEEPEST):
        level = [child for parent in level for child in parent]
    return bool(level)


def _texts(root: Element) -> Iterator[str]:
    """The texts that Markdown would still read: not those of code."""
    for part in root.iter():
        for text in (part.text, part.tail):
            if text and not isinstance(text, AtomicString):
                yield text


def _blocks(parent: Element) -> Iterator[str]:
    """The words of every paragraph, cell and so on: tags may go on over marks and lines. Code counts for nothing."""
    words = [_words(parent.text)]
    for child in parent:
        if child.tag in _INLINE or child.tag == "br":
            words.append(" " if child.tag in ("code", "img", "br") else "".join(_blocks(child)))
        else:
            if child.tag != "pre":
                yield from _blocks(child)
            words.append("\n")
        words.append(_words(child.tail))
    yield "".join(words)


def _words(text: str | None) -> str:
    return "" if not text or (isinstance(text, AtomicString) and not isinstance(text, Bare)) else text


def _typed(address: str) -> str:
    """An address as its author wrote it: Markdown keeps escaped characters as codes until the end."""
    plain = re.sub(rf"{STX}(\d+){ETX}", lambda code: f"\\{chr(int(code[1]))}", address)
    return plain.replace(AMP_SUBSTITUTE, "&")
