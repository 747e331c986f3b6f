"""Reads HTML as other programs put it into questions: what Markdown has of it stays, the rest is reported."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from xml.etree.ElementTree import Element

from ..source.addresses import is_fit, leads_out
from .losses import shortened
from .passage import (
    BARE,
    Passage,
    PassageLine,
    TextFormat,
    clean_text,
    escaped,
    markdown_passage,
    plain_passage,
    readable,
)
from .trees import html_tree, walk

_BLOCKS_NAMES = (
    "address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead "
    "tr ul colgroup dir menu"
)
_BLOCKS = frozenset(_BLOCKS_NAMES.split())
_STYLES = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "code": "code", "kbd": "code", "tt": "code"}
_WEIGHT = re.compile(r"font-weight:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_SLANT = re.compile(r"font-style:\s*(?:italic|oblique)", re.IGNORECASE)
_BARE_INLINE_NAMES = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark meta link nobr q rp rt ruby s "
    "samp small span strike strong sub sup time tt u var wbr"
)
_BARE_INLINE = frozenset(_BARE_INLINE_NAMES.split())
_EMBEDDED = {
    "audio": "a sound",
    "video": "a video",
    "iframe": "a page shown in the text",
    "object": "a file shown in the text",
    "embed": "a file shown in the text",
    "applet": "a program in the text",
    "script": "a program in the text",
    "svg": "a drawing",
    "canvas": "a drawing",
    "math": "a formula",
    "input": "a form field",
    "select": "a form field",
    "textarea": "a form field",
    "button": "a button",
    "map": "a map of links on a picture",
}
_UNSEEN = frozenset({"style", "title", "head", "template", "noscript"})
_FAMILIAR = (
    _BLOCKS | _BARE_INLINE | set(_EMBEDDED) | _UNSEEN | {"img", "source", "track", "param", "area", "option", "col"}
)
_GUESSES = re.compile(
    r"<(?:/(?P<end>[a-z][\w:.-]*)\s*>|(?P<single>br|hr|img)\b[^<>]*>|(?P<start>[a-z][\w:.-]*)\s+[\w-]+\s*=[^<>]*>)",
    re.IGNORECASE,
)
_OPENING = re.compile(r"<(?=/?([a-zA-Z][^\s/<>]*))")
_COMPARISON = re.compile(r"<(?=[abipqsu]\s+\w[^<>=]*>)", re.IGNORECASE)
"""As in "a <b and b> c": a tag of one letter with words after it, and none of them with a value."""
_LINE_END = re.compile(r"(<[^<>]*>)|\n")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_RAISED = str.maketrans("0123456789+-−n()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ⁽⁾")
_BLANK = re.compile(r"[\s\u200b]+")
_TAGS = re.compile(r"<[^<>]+>")
_IN_ADDRESS = str.maketrans({mark: f"%{ord(mark):02X}" for mark in " ()<>"})
_NO_STYLE = frozenset[str]()

LIST = "a list is now one line"

Link = Callable[[str], str]
"""Gives the address that the bank should have for one of the web."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Words that look alike. `link` is the number of the link that they are part of, 0 for none."""

    text: str
    styles: frozenset[str] = frozenset()
    link: int = 0


@dataclass(slots=True)
class _Row:
    """A line while it is put together."""

    entry: int | None
    runs: list[_Run] = field(default_factory=list)


def read_passage(text: str, form: TextFormat, link: Link = str) -> Passage:
    """A text of a question in one of the forms that Moodle knows."""
    if form is TextFormat.HTML:
        return html_passage(text, link)
    if form is TextFormat.MOODLE and _has_tags(text):
        return html_passage(_with_breaks(text), link)
    if form is TextFormat.MOODLE and _ENTITY.search(text):
        return html_passage(_with_breaks(text.replace("<", "&lt;")), link)
    return markdown_passage(text) if form is TextFormat.MARKDOWN else plain_passage(text)


def _has_tags(text: str) -> bool:
    """Whether a text has tags that are meant as such: "What does <p> stand for?" has none."""
    return "<!--" in text or any(
        str(match[match.lastgroup or 0]).lower() in _FAMILIAR for match in _GUESSES.finditer(text)
    )


def html_passage(text: str, link: Link = str) -> Passage:
    """A text that is HTML."""
    clean, losses = clean_text(text)
    reader = _Reader(link)
    reader.read(_sound(clean))
    lines = tuple(line for row in reader.rows if (line := reader.line(row)))
    if not lines and reader.description:  # a picture alone
        lines = plain_passage(reader.description).lines
        reader.losses[0] = reader.losses[0][0], "its description takes its place"
    return Passage(lines, (*losses, *dict.fromkeys(reader.losses)), tuple(dict.fromkeys(reader.notes)))


def _with_breaks(text: str) -> str:
    """The text with its line ends as HTML, those between tags."""
    return _LINE_END.sub(lambda match: match[1] or "<br>", text)


def _sound(text: str) -> str:
    """The text with its unknown tags as words, and so a tag or comment that nobody closed."""
    text = _COMPARISON.sub("&lt;", text)
    text = _OPENING.sub(lambda tag: "<" if tag[1].lower() in _FAMILIAR or ":" in tag[1] else "&lt;", text)
    for mark, end in (("<!--", "-->"), ("<", ">")):
        last = text.rfind(mark)
        if last >= 0 and end not in text[last:]:
            text = f"{text[:last]}&lt;{text[last + 1 :]}"
    return text


class _Reader:
    """Goes through the elements once, and collects rows of words."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self.rows = [_Row(None)]
        self.losses: list[tuple[str, str]] = []
        self.notes: list[str] = []
        self.description = ""
        """That of the first picture that has one."""
        self._styles: list[frozenset[str]] = [frozenset()]
        self._links: list[str] = [""]
        self._within_link = 0
        self._hidden = 0
        self._entries = 0
        self._entry: list[int | None] = [None]

    def read(self, text: str) -> None:
        """Read a text."""
        for event, element in walk(html_tree(text)):
            tag = element.tag
            if event == "start":
                self._start(tag, element)
                self._add(element.text)
            else:
                self._end(tag)
                self._add(element.tail)

    def line(self, row: _Row) -> PassageLine | None:
        """A row as a line. None for one without words."""
        runs = list(_collapsed(row.runs))
        plain = "".join(run.text for run in runs)
        if not plain:
            return None
        links = tuple(dict.fromkeys(self._links[run.link] for run in runs if run.link))
        if not any(run.styles or run.link for run in runs):
            return PassageLine(plain_passage(plain).markdown, plain, links, row.entry)
        markdown = self._marked(runs, plain)
        if markdown is None:
            self.losses.append(("emphasis or links", "only the words are kept"))
        return PassageLine(markdown or plain_passage(plain).markdown, plain, links, row.entry)

    def _start(self, tag: str, element: Element) -> None:
        self._styles.append(self._styles[-1] | _styles_of(tag, element))
        if tag in _BLOCKS:
            if tag == "li":
                self._entries += 1
                self._entry.append(self._entries)
            self._break()
        if tag == "img" and not self._hidden:
            self._picture(element)
        if tag == "a" and not self._hidden:
            self._open_link(element)
        if tag in _EMBEDDED and not self._hidden:
            self._embed(tag, element)
        self._hidden += tag in _EMBEDDED or tag in _UNSEEN
        self._report(tag, element)

    def _end(self, tag: str) -> None:
        self._styles.pop()
        self._hidden -= tag in _EMBEDDED or tag in _UNSEEN
        if tag == "a":
            self._within_link = 0
        if tag in _BLOCKS:
            if tag == "li":
                self._entry.pop()
            self._break()

    def _add(self, text: str | None) -> None:
        if text and not self._hidden:
            styles = self._styles[-1]
            if "sup" in styles:
                text = _raised(text)
            self.rows[-1].runs.append(_Run(text, styles - {"sup"}, self._within_link))

    def _break(self) -> None:
        if self.rows[-1].runs:
            self.rows.append(_Row(self._entry[-1]))
        self.rows[-1].entry = self._entry[-1]

    def _picture(self, element: Element) -> None:
        words = " ".join((element.get("alt") or "").split())
        self.description = self.description or words
        name = words or _file_name(element.get("src") or "")
        self.losses.append((f'a picture ("{name}")' if name else "a picture", "it is left out"))

    def _embed(self, tag: str, element: Element) -> None:
        sources = (part.get("src") or part.get("data") or "" for part in element.iter())
        name = next((_file_name(source) for source in sources if source), "")
        words = " ".join("".join(element.itertext()).split())[:80] if tag == "math" else ""
        display = words or name
        self.losses.append((f'{_EMBEDDED[tag]} ("{display}")' if display else _EMBEDDED[tag], "it is left out"))

    def _open_link(self, element: Element) -> None:
        address = (element.get("href") or "").strip()
        if not address or address.startswith("#"):
            return
        target = self._link(address).translate(_IN_ADDRESS)
        if not is_fit(target) or (target == address and not leads_out(address)):
            self.losses.append((f'the link to "{shortened(address)}"', "only its words are kept"))
            return
        if leads_out(target):
            self.notes.append(f'the link to "{shortened(address)}" is kept: check that staff can open it')
        self._links.append(target)
        self._within_link = len(self._links) - 1

    def _report(self, tag: str, element: Element) -> None:
        """Report what the words alone don't say."""
        if self._hidden:
            return
        if tag in ("s", "strike", "del"):
            words = " ".join("".join(element.itertext()).split())
            self.losses.append((f'words that are struck out ("{shortened(words)}")', "they read like all others"))
        elif tag == "table":
            self.notes.append("a table is now one line, cell after cell")
        elif tag in ("ul", "ol") and len(element.findall("li")) > 1:
            self.notes.append(LIST)

    def _marked(self, runs: list[_Run], plain: str) -> str | None:
        """The runs as Markdown. None where they don't read as they should."""
        for spell in (_spelled, escaped):
            markdown = "".join(
                _linked(self._links[link], "".join(_emphasized(run, spell) for run in group))
                for link, group in groupby(runs, key=lambda run: run.link)
            )
            if readable(markdown) and html.unescape(_TAGS.sub("", BARE.html(markdown))) == plain:
                return markdown
        return None


def _styles_of(tag: str, element: Element) -> frozenset[str]:
    look = element.get("style") or ""
    return frozenset(
        style
        for style, there in (
            (_STYLES.get(tag, ""), tag in _STYLES),
            ("strong", bool(_WEIGHT.search(look))),
            ("em", bool(_SLANT.search(look))),
            ("sup", tag == "sup"),
        )
        if there
    )


def _collapsed(runs: list[_Run]) -> Iterator[_Run]:
    """The runs with single blanks between words and none at the ends, those that look alike as one."""
    alike = groupby(runs, key=lambda run: (run.styles, run.link))
    texts = [("".join(run.text for run in group), look) for look, group in alike]
    ends_blank, merged = True, list[_Run]()
    for text, (styles, link) in texts:
        words = _BLANK.sub(" ", text)
        words = words.removeprefix(" ") if ends_blank else words
        ends_blank = words.endswith(" ") if words else ends_blank
        merged += _outside(words, styles, link)
    if merged and not merged[-1].text.strip():
        merged.pop()
    if merged:
        merged[-1] = _Run(merged[-1].text.rstrip(" "), merged[-1].styles, merged[-1].link)
    for (styles, link), group in groupby(merged, key=lambda run: (run.styles, run.link)):
        yield _Run("".join(run.text for run in group), styles, link)


def _outside(words: str, styles: frozenset[str], link: int) -> Iterator[_Run]:
    """The run with blanks at its ends outside of its emphasis, where Markdown wants them."""
    inner = words.strip(" ")
    parts = (
        ((" ", _NO_STYLE), (inner, styles), (" ", _NO_STYLE))
        if inner
        else ((" ", _NO_STYLE), ("", styles), ("", styles))
    )
    there = (words.startswith(" "), bool(inner), words.endswith(" "))
    yield from (
        _Run(text, look, link) for (text, look), is_there in zip(parts, there, strict=True) if is_there and text
    )


def _emphasized(run: _Run, spell: Callable[[str], str]) -> str:
    if "code" in run.styles:
        return f"`{run.text}`"
    marks = ("**" if "strong" in run.styles else "") + ("*" if "em" in run.styles else "")
    return f"{marks}{spell(run.text)}{marks[::-1]}"


def _spelled(text: str) -> str:
    return text if BARE.plain(text) == text else escaped(text)


def _linked(address: str, words: str) -> str:
    """The words as a link, blanks at their ends outside of it."""
    inner = words.strip(" ")
    lead, trail = words.startswith(" "), words.endswith(" ")
    return f"{' ' * lead}[{inner}]({address}){' ' * trail}" if address and inner else words


def _raised(text: str) -> str:
    """Raised figures as characters of their own: 10³ is not 103."""
    raised = text.translate(_RAISED)
    return raised if set(text.strip()) <= set("0123456789+-−n()") else text


def _file_name(address: str) -> str:
    if address.startswith("data:"):
        return ""
    return shortened(address.partition("?")[0].rstrip("/").rpartition("/")[2])
