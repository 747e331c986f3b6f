"""Finds what matters in a Markdown page without rendering it: front matter, code boxes, headings, links.

The rules are those of Python-Markdown and SuperFences: content of a list or of an admonition is indented by four, and
a box is closed by the very fence that opened it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from markdown import Markdown
from markdown.extensions.toc import slugify, strip_tags, unique

from .document import Document, normalized
from .head import read_head
from .problems import Problems

_FENCE = re.compile(
    r"(?P<fence>~{3,}|`{3,})[ \t]*(?:\{[^\n]*\}|\.?(?P<lang>[\w#.+-]+)?(?=[\t ]|$)(?P<options>.*))?[ \t]*$"
)
_CONTAINER = re.compile(r"(?:[*+-]|\d+\.)[ \t]|!!!\+?[ \t]|\?\?\?\+?[ \t]|===[!+]?[ \t]|:[ \t]|\[\^[^\]]+\]:")
_HEADING = re.compile(r"(?P<marks>#{1,6})[ \t]*(?P<text>[^\n]*?)[ \t]*#*[ \t]*$")
_ATTRIBUTES = re.compile(r"[ ]+\{:?[ ]*(?P<inner>[^}\n]*)[ ]*\}[ ]*$")
_CODE_SPAN = re.compile(r"(?<!\\)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_LINK = re.compile(
    r"\[(?:[^\[\]]|\[[^\]]{0,500}+\]){0,1000}+\]\(\s{0,9}+"
    r"(?:<(?P<angled>[^<>]{1,2000}+)>|<?(?P<target>[^\s)>]{0,2000}+)>?)(?:\s{1,9}(?:[\"'(][^)]{0,1000}+|(?P<more>[^)]{0,1000}+)))?\)"
)
"""Bounded and never tried twice, so that a line full of brackets that nobody closed is read in seconds."""
_DEFINITION = re.compile(r"^ {0,3}\[[^\]^]+\]:[ \t]*<?(?P<target>[^\s>]+)>?")
_BLOCK_START = re.compile(
    r"[-+*:]\s|\d+\.\s|#|>|`{3}|~{3}|!!!|\?\?\?|===|\||\{:|\[[^\]]*\]:|(?:[-=]+|(?:[*_-][ ]*){3,})$"
)


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced code box: its language, the line of its opening mark and its body, dedented."""

    language: str
    line: int
    body: str
    closed: bool
    rest: str = ""
    """What stands behind the language, in the line of the opening mark."""
    marks: str = "```"
    """The marks that open it, and close it."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page with the anchor that Python-Markdown gives it."""

    level: int
    text: str
    anchor: str
    line: int


@dataclass(frozen=True, slots=True)
class Link:
    """The target of a link or picture, as typed."""

    target: str
    line: int


@dataclass(frozen=True, slots=True)
class Markup:
    """What stands in one page. `body` is the Markdown below the front matter, `body_line` the line it starts on."""

    meta: Document
    body: str
    body_line: int
    fences: tuple[Fence, ...]
    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    prose: tuple[tuple[str, int], ...]
    """The lines outside code boxes, code spans blanked out."""
    has_head: bool = True
    head_read: bool = True
    """Whether the front matter is there, and whether it could be read."""


def read_markup(path: str, text: str, problems: Problems) -> Markup:
    """Take a page apart. A front matter that cannot be read is recorded and taken as empty."""
    text = normalized(text)
    head = read_head(path, text, problems)
    fences, prose = _split_fences(head.body.split("\n"), head.body_line)
    masked = tuple((without_code(line), at) for line, at in prose)
    return Markup(
        head.meta or Document(path, {}, 1),
        head.body,
        head.body_line,
        tuple(fences),
        tuple(headings_in(prose)),
        tuple(links_in(masked)),
        masked,
        has_head=head.is_there,
        head_read=head.meta is not None,
    )


def without_code(text: str) -> str:
    """A text with blanks where it shows code. One with rows of too many lengths stays: to pair those takes minutes."""
    return _CODE_SPAN.sub(lambda span: " " * len(span[0]), text) if "`" in text and _has_few_rows(text) else text


def _split_fences(lines: list[str], first: int) -> tuple[list[Fence], list[tuple[str, int]]]:
    fences: list[Fence] = []
    prose: list[tuple[str, int]] = []
    containers: list[int] = []
    blank, at = True, 0
    while at < len(lines):
        line = lines[at].expandtabs(4)
        bare = line.lstrip(" >")
        indent = len(line) - len(line.lstrip(" "))
        if bare:
            containers = [column for column in containers if column <= indent or not blank]
        room = max((column for column in containers if column <= indent), default=0)
        in_code = blank and bare and indent - room >= 4
        opening = _FENCE.match(bare) if bare.startswith(("`", "~")) and not in_code else None
        if opening:
            end = _closing(lines, at, opening["fence"])
            quoted = ">" in line[: len(line) - len(bare)]
            body = _dedented(lines[at + 1 : end], len(line) - len(bare), quoted)
            rest = (opening["options"] or "").strip()
            fences.append(Fence(opening["lang"] or "", first + at, body, end < len(lines), rest, opening["fence"]))
            at, blank = min(end, len(lines)) + 1, True
            continue
        if in_code:
            at = _end_of_code(lines, at, room + 4)
            continue
        if _CONTAINER.match(line[room:].lstrip(" ")):
            containers = [column for column in containers if column <= room] + [room + 4]
        prose.append((line, first + at))
        blank = not bare
        at += 1
    return fences, prose


def _closing(lines: list[str], opening: int, fence: str) -> int:
    for at in range(opening + 1, len(lines)):
        if lines[at].strip(" \t>") == fence:
            return at
    return len(lines)


def _end_of_code(lines: list[str], at: int, indent: int) -> int:
    while at < len(lines):
        line = lines[at].expandtabs(4)
        if line.strip() and len(line) - len(line.lstrip(" ")) < indent:
            break
        at += 1
    return at


def _dedented(lines: list[str], indent: int, quoted: bool) -> str:
    texts = [line.expandtabs(4) for line in lines]
    if indent:
        before = re.compile(rf"^[ >]{{0,{indent}}}" if quoted else rf"^ {{0,{indent}}}")
        texts = [before.sub("", text) for text in texts]
    return "\n".join(text.rstrip() for text in texts)


def headings_in(prose: Iterable[tuple[str, int]]) -> Iterator[Heading]:
    """The headings among lines of Markdown that stand outside of code boxes."""
    anchors: set[str] = set()
    for line, at in prose:
        match = _HEADING.match(line.lstrip(" ")) if "#" in line else None
        if not match or not match["text"]:
            continue
        text, own_anchor = match["text"], None
        attributes = _ATTRIBUTES.search(" " + text)
        if attributes:
            text = text[: len(text) - len(attributes[0])].rstrip()
            own_anchor = re.search(r"#([\w-]+)", attributes["inner"])
        plain = plain_text(text)
        anchor = own_anchor[1] if own_anchor else unique(slugify(plain, "-"), anchors)
        anchors.add(anchor)
        yield Heading(len(match["marks"]), plain, anchor, at)


def links_in(lines: tuple[tuple[str, int], ...]) -> Iterator[Link]:
    """The targets of all links and pictures in lines of Markdown."""
    for line, at in lines:
        if "[" not in line:
            continue
        for match in _LINK.finditer(line):
            target = match["target"] if match["angled"] is None else match["angled"].strip()
            yield Link(" ".join([target, *(match["more"] or "").split()]), at)
        definition = _DEFINITION.match(line)
        if definition:
            yield Link(definition["target"], at)


MOST_MARKS = 500
MOST_LENGTHS = 20
TOO_MANY_MARKS = (
    f'it has more than {MOST_MARKS} "[" or "<", or backticks in rows of more than {MOST_LENGTHS} lengths, '
    "and reading so many takes minutes"
)


def is_readable(text: str) -> bool:
    """Whether Markdown reads a paragraph soon: it looks for the end of each bracket in all that follows."""
    if len(text) > MOST_MARKS and max(text.count("["), text.count("<")) > MOST_MARKS:
        return False
    return "`" not in text or _has_few_rows(text)


def _has_few_rows(text: str) -> bool:
    """Whether backticks stand in rows of few lengths: the end of each is looked for in all that follows."""
    return len({len(row) for row in re.findall("`+", text)}) <= MOST_LENGTHS


def links_of(text: str) -> list[str]:
    """The targets of the links in one text."""
    if "[" not in text:
        return []
    return [link.target for link in links_in(((without_code(text), 0),))]


def literal(text: str) -> str:
    """A plain text as Markdown that shows it as it is, within a line."""
    return re.sub(r"[\\`*_{}\[\]()#+.!-]", r"\\\g<0>", html.escape(text, quote=False))


def as_paragraph(text: str) -> str:
    """Markdown on one line as a paragraph, whatever it begins with: a dash begins no list then, "1." neither."""
    return f"&#{ord(text[0])};{text[1:]}" if _BLOCK_START.match(text) else text


@lru_cache(maxsize=65536)
def plain_text(text: str) -> str:
    """The words of a Markdown text, without its marks."""
    if not re.search(r"[*_`\[<&\\]", text):
        return text
    return html.unescape(strip_tags(_inline().reset().convert(text)))


@lru_cache(maxsize=1)
def _inline() -> Markdown:
    md = Markdown()
    md.preprocessors.deregister("html_block")
    md.inlinePatterns.deregister("html")
    return md


def trimmed(body: str) -> str:
    """The body of a code box without what no reader of it sees: empty lines around it, blanks at the ends of lines."""
    return "\n".join(line.rstrip() for line in body.strip("\n").split("\n"))
