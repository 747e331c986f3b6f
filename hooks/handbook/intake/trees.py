"""XML and HTML as trees of elements, by the standard library alone: so they are read alike here and in a browser."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

DEEPEST = 200
"""Tags inside of tags. Of those that are deeper only the words are read."""

_MISMATCH = expat.errors.codes[expat.errors.XML_ERROR_TAG_MISMATCH]
_ALONE_NAMES = "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr"
_ALONE = frozenset(_ALONE_NAMES.split())
_CLOSES_PARAGRAPH_NAMES = (
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 "
    "h2 h3 h4 h5 h6 header hr main menu nav ol p pre section table ul"
)
_CLOSES_PARAGRAPH = frozenset(_CLOSES_PARAGRAPH_NAMES.split())
_CLOSED_BY = {
    "li": ({"li"}, {"ul", "ol", "menu", "dir"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "tr": ({"tr", "td", "th"}, {"table"}),
    "td": ({"td", "th"}, {"tr", "table"}),
    "th": ({"td", "th"}, {"tr", "table"}),
    "option": ({"option"}, {"select", "datalist"}),
}
"""The tags that end where another of these begins, and those within which they are looked for."""


class BrokenTree(Exception):
    """A text that is no whole XML, or that calls for other files: the line, and what is wrong."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line, self.message = line, message


class Doctype(BrokenTree):
    """XML with a document type, which can call for other files."""


def xml_tree(content: bytes) -> tuple[Element, dict[Element, int]]:
    """The element that holds all others, and the line of each. No other file is read, and no entity but XML's own.

    Raises BrokenTree where it is no whole XML, and Doctype where it has a document type.
    """
    parser, builder, lines, around = expat.ParserCreate(), TreeBuilder(), dict[Element, int](), list[Element]()

    def start(tag: str, attributes: dict[str, str]) -> None:
        around.append(builder.start(tag, attributes))
        lines[around[-1]] = parser.CurrentLineNumber

    def end(tag: str) -> None:
        builder.end(tag)
        around.pop()

    def refuse(*_: Any) -> None:
        raise Doctype(parser.CurrentLineNumber, "has a document type")

    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = builder.data, refuse
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        if error.code == _MISMATCH and around:
            reason = f"<{around[-1].tag}> of line {lines[around[-1]]} isn't closed"
        raise BrokenTree(error.lineno, f"{reason}, at column {error.offset + 1}") from error
    return builder.close(), lines


def html_tree(text: str) -> Element:
    """A text in HTML below one element, each end that was left out put where HTML has it."""
    reader = _Html()
    reader.feed(text)
    reader.close()
    return reader.whole()


def walk(root: Element) -> Iterator[tuple[str, Element]]:
    """Every element below another and itself, each where it starts and where it ends."""
    stack: list[tuple[Element, Iterator[Element]]] = [(root, iter(root))]
    yield "start", root
    while stack:
        element, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            yield "end", element
        else:
            yield "start", child
            stack.append((child, iter(child)))


class _Html(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._builder = TreeBuilder()
        self._open = ["body"]
        self._builder.start("body", {})

    def whole(self) -> Element:
        """The element that holds all."""
        for tag in reversed(self._open):
            self._builder.end(tag)
        return self._builder.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("html", "body", "head") or len(self._open) >= DEEPEST:
            return
        if tag in _CLOSES_PARAGRAPH:
            self._close({"p"}, {"td", "th", "li", "div", "blockquote"})
        if tag in _CLOSED_BY:
            self._close(*_CLOSED_BY[tag])
        self._builder.start(tag, {name: value or "" for name, value in attrs})
        if tag in _ALONE:
            self._builder.end(tag)
        else:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)  # in HTML the slash of <b/> means nothing

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open[1:]:
            while self._open[-1] != tag:
                self._builder.end(self._open.pop())
            self._builder.end(self._open.pop())
        elif tag == "br":
            self.handle_starttag(tag, [])

    def handle_data(self, data: str) -> None:
        self._builder.data(data)

    def _close(self, tags: set[str], within: set[str]) -> None:
        """End the innermost of these tags, and all inside of it, unless it is outside of another."""
        for at in range(len(self._open) - 1, 0, -1):
            if self._open[at] in tags:
                while len(self._open) > at:
                    self._builder.end(self._open.pop())
                return
            if self._open[at] in within:
                return
