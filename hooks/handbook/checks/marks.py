"""Marks within a line that other programs read, and that are shown as typed here.

A mark counts only where the parser has left it as text, and never between backticks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from ..book.read import Handbook
from ..model.guide import Page
from ..source.codes import Code
from ..source.document import Document
from ..source.markup import without_code
from ..source.problems import Level, Problem, recall_problems
from .texts import Place, documents_of

Lines = list[tuple[str, int]]
"""Lines of a text with their numbers."""

FOOTNOTE = re.compile(r" {0,3}\[\^[^\]]+\]:[ \t]*<?(?P<target>[^\s>]*)>?.*")
"""The note itself, which Markdown takes for the address of a link."""
_KEY = re.compile(r"\[\[\s*(?!.*\.md\b)\w+\.\w+\s*\]\]")
_TARGET = re.compile(r"\]\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Habit:
    """What people type for other programs: how to find it, what is wrong, what would be right.

    Where it is shown as typed, `mark` is left of it; without one, what it matches is.
    """

    pattern: re.Pattern[str]
    mark: str
    message: str
    hint: Callable[[re.Match[str]], str]
    code: Code = Code.MARKDOWN_OTHER
    level: Level = Level.PROBLEM

    def problem(self, file: str, line: int, match: re.Match[str]) -> Problem:
        """What is said of one place."""
        return Problem(file, line, self.code, f'"{cut(match[0])}" {self.message}', self.hint(match), self.level)


def cut(text: str, length: int = 40) -> str:
    """A text on one line, without its end where it is long."""
    words = " ".join(text.split())
    return words if len(words) <= length else f"{words[: length - 1].rstrip()}…"


def letters(text: str) -> str:
    """A text without marks, spaces and addresses: what is the same as typed and as shown."""
    return re.sub(r"[\W_]+", "", _TARGET.sub("", text))


def _bold(match: re.Match[str]) -> str:
    return f'Write "**{match["text"].strip()}**".'


def _link(match: re.Match[str]) -> str:
    return _link_of(match["text"], match["target"])


def _link_of(text: str, target: str) -> str:
    return f'Write "[{text}]({target.rstrip(".,;")})".'


def _wiki_link(match: re.Match[str]) -> str:
    name = match["name"].strip()
    if re.search(r"\.(?:png|jpe?g|gif|svg|webp)$", name, re.IGNORECASE):
        return f"![{match['text'] or 'What it shows'}]({name})"
    return f"[{match['text'] or match['name']}]({name.removesuffix('.md')}.md)"


_RAISED = str.maketrans("123", "¹²³")
"""Raised numbers that every font has."""


def _raised(match: re.Match[str]) -> str:
    """A raised or lowered text as plain text: only small numbers have characters of their own."""
    text = match["text"]
    if match["mark"] == "^":
        text = text.translate(_RAISED) if not text.strip("123") else f"^{text}" if text.isdecimal() else text
    return f'Write "{match["before"]}{text}{match["after"]}".'


def _formula(match: re.Match[str]) -> str:
    plain = re.sub(r"\^\{?([123])\}?", lambda power: power[1].translate(_RAISED), match["text"] or "")
    return f'Write "{plain.strip()}".' if plain.strip() and not re.search(r"[\\^_{}]", plain) else "Write it in words."


_HABITS = (
    Habit(
        re.compile(r"(?<!\*)\*\*(?P<text>[ \t][^*]*?\S[^*]*?|[^*]*?\S[^*]*?[ \t])\*\*(?![*\w])"),
        "**",
        "has a space inside its stars, so the stars are shown",
        _bold,
    ),
    Habit(
        re.compile(r"(?<![\w_])__(?P<text>[ \t][^_]*?[^\W_][^_]*?|[^_]*?[^\W_][^_]*?[ \t])__(?![\w_])"),
        "__",
        "has a space inside its underscores, so they are shown",
        _bold,
    ),
    Habit(
        re.compile(r"(?<![\w*\\])\*\*(?=[^\s*])(?:(?!\*\*).)*$"),
        "**",
        "is never closed, so the stars are shown",
        lambda _: "Put two stars behind the last bold word, too, or remove these.",
    ),
    Habit(
        re.compile(r"(?<=[^\W\d] )\*(?=[^\W\d])[^*]*$"),
        "*",
        "is never closed, so the star is shown",
        lambda _: "If it is meant as emphasis, put a star behind its last word, too.",
        level=Level.NOTICE,
    ),
    Habit(
        re.compile(r"(?<![^\s(])_(?=[^\W_]+ )[^_]*$"),
        "_",
        "is never closed, so the underscore is shown",
        lambda _: "If it is meant as emphasis, put an underscore behind its last word, too.",
        level=Level.NOTICE,
    ),
    Habit(
        re.compile(r"(?<![^\s(])`(?=\w)[^`]*$"),
        "`",
        "is never closed, so the backtick is shown",
        lambda _: "Put a backtick behind its last word, too, or delete this one.",
        level=Level.NOTICE,
    ),
    Habit(
        re.compile(r"(?<!\*)(?:\*{3}(?P<text>[^*\s][^*]*)\*{2}|\*{2}(?P<other>[^*\s][^*]*)\*{3})(?!\*)"),
        "*",
        "has more stars on one side, so one is shown",
        lambda match: f'Write "**{match["text"] or match["other"]}**".',
    ),
    Habit(
        re.compile(r"~~(?P<text>[^~]+)~~"),
        "~~",
        "is shown with its marks, because no text is struck out here",
        lambda match: f'Delete it, or write it without the marks: "{match["text"]}".',
    ),
    Habit(
        re.compile(r"(?<![=\w])==(?P<text>[^=\s](?:[^=]*[^=\s])?)==(?![=\w])"),
        "==",
        "is shown with its marks, because no text is highlighted here",
        _bold,
    ),
    Habit(
        re.compile(r"(?<![+\w{])\+\+(?P<text>[^+\s](?:[^+]*[^+\s])?)\+\+(?![+\w}])"),
        "++",
        "is shown with its marks, because no text is underlined here",
        _bold,
    ),
    Habit(
        re.compile(r"(?P<before>[^\W_]*[^\W_)])(?P<mark>~(?!~)|\^)(?P<text>[^~^\s]{1,12})(?P=mark)(?P<after>[^\W_]*)"),
        "",
        "is shown with its marks, because no text is raised or lowered here",
        _raised,
    ),
    Habit(
        re.compile(r"(?<![\w$\\])(?P<mark>\$\$?)(?=[^\s$])(?P<text>[^$]*?[\\^_=][^$]*?)(?<=\S)(?P=mark)(?![\w$])"),
        "$",
        "is shown as typed, because formulas mean nothing here",
        _formula,
    ),
    Habit(
        re.compile(r"^[ \t]*\$\$(?P<text>)(?!\$).*"),
        "$$",
        "is shown as typed, because formulas mean nothing here",
        _formula,
    ),
    Habit(
        re.compile(
            r"[ \t]*\{:?[ \t]*(?:[.#][A-Za-z][\w-]*|[a-z-]+=(?:[\"“][^\"“”]*[\"”]|\S+?))"
            r"(?:[ \t]+(?:[.#][\w-]+|\w+=\S+))*[ \t]*\}"
        ),
        "{",
        "is shown as typed, because a sentence has no name or look of its own",
        lambda _: "Delete it.",
    ),
    Habit(
        re.compile(r"\[\^[\w-]+\]:?"),
        "[^",
        "is shown as typed, because there are no footnotes here",
        lambda _: "Write the note in parentheses, where it belongs.",
    ),
    Habit(
        re.compile(r"!?\[\[(?P<name>[^\[\]|{}]+?)(?:\|(?P<text>[^\[\]]+))?\]\]"),
        "[[",
        "is no link here",
        lambda match: "Delete it." if match["name"].strip("_ ").upper() == "TOC" else f'Write "{_wiki_link(match)}".',
        Code.LINK_FORM,
    ),
    Habit(
        re.compile(r"\((?P<text>[^()\[\]]+)\)\[(?P<target>[^\[\]\s]*[./#][^\[\]\s]*)\]"),
        ")[",
        "has its brackets the wrong way around, so it is no link",
        _link,
        Code.LINK_FORM,
    ),
    Habit(
        re.compile(
            r"\[{2}(?P<text>[^\[\]]+)\]\]?\((?P<target>[^()\s]+)\)|"
            r"\[(?P<text_b>[^\[\]]+)\]\]\((?P<target_b>[^()\s]+)\)|"
            r"\[(?P<text_c>[^\[\]()]+)(?:\](?::\(|\{|)|\()"
            r"(?P<target_c>[\w./-]+\.md(?:#[\w-]*)?|https?://[^\s(){}<>]+?)(?:\)|\})"
        ),
        "[",
        "has a bracket too many, or one missing, so it is no link",
        lambda match: _link_of(*(part for part in match.groups() if part)),
        Code.LINK_FORM,
    ),
    Habit(
        re.compile(r"(?<=\))\([\w./-]+\.md[^()\s]*\)"),
        "(",
        "is shown as typed, because the link before it has an address already",
        lambda _: "Delete it.",
        Code.LINK_FORM,
    ),
    Habit(
        re.compile(r"\[(?P<text>[^\[\]]+)\]\((?P<target>[^()\s]+)(?![^()]*\)|[^()\s])"),
        "](",
        "is never closed, so it is no link",
        _link,
        Code.LINK_FORM,
    ),
    Habit(
        re.compile(r"\[(?P<text>[^\[\]]+)\]\[(?P<name>[^\[\]]*)\]"),
        "][",
        "has no address, so it is no link",
        lambda match: f'Write the path of the page in parentheses: "[{match["text"]}](…)".',
        Code.LINK_FORM,
    ),
    Habit(
        re.compile(
            r"\[/?(?:b|i|u|url|img|color|size|quote)(?:=[^\]]*)?\]|'{3}[^']+'{3}|^[ \t]*={2,6} [^=]+ ={2,6}[ \t]*$|"
            r"^[ \t]*\.\. \w+::.*|^\{\|.*|^\*\[[^\]]+\]:.*|^!include .*|^\{:\w+\}|link:[^\s\[]+\[[^\]]*\]|"
            r"^[ \t]*h[1-6]\. \S.*|^[ \t]*\\[a-z]+[ \t]*$|\{%(?!\s*\w+\.\w+\s*%).*?%\}|\\[a-z]{3,}\{[^}]*\}"
        ),
        "",
        "is a mark of another program, so it is shown as typed",
        lambda _: 'Write it in Markdown: "**bold**", "*italics*", "## Heading" or "[words](address)".',
    ),
    Habit(
        re.compile(r"\{(?P<mark>\+\+|--|>>)(?P<text>.*?)(?:\+\+|--|<<)\}"),
        "{",
        "is the mark of a tracked change, so it is shown as typed",
        lambda match: f'Write "{match["text"]}".' if match["mark"] == "++" else "Delete it.",
    ),
    Habit(
        re.compile(r"(?<![\d:/]):(?P<name>[a-z][a-z0-9_+-]+):(?![\w:/])"),
        ":",
        "is shown as typed, because names of emoji mean nothing here",
        lambda _: "Leave it out, or write a word.",
    ),
)


def odd_marks(handbook: Handbook) -> Iterator[Problem]:
    """Nothing is typed for another program and shown as typed; every link has words."""
    for page in handbook.guide.written:
        parsed, place = handbook.parsed[page.path], Place(page.markup.body, page.markup.body_line)
        yield from (_wordless(page.file, place.line(f"[]({at}", f"({at}"), at) for at in parsed.blank_links)
        yield from _left_over(page.file, page.markup.prose, parsed.left_over)
        yield from _footnotes(page)
    for document in documents_of(handbook):
        make = partial(_in_document, document, handbook)
        yield from recall_problems(make, "marks", *handbook.parser.inputs(document.text), *document.place)


def _footnotes(page: Page) -> Iterator[Problem]:
    """Notes at the foot of a page: what calls for them becomes a link to their first word."""
    for text, line in page.markup.prose:
        if match := FOOTNOTE.match(text):
            message = f'"{cut(match[0])}" is no footnote here, because there are none'
            hint = "Write the note in parentheses, where it belongs."
            yield Problem(page.file, line, Code.MARKDOWN_OTHER, message, hint)
            return


def _in_document(document: Document, handbook: Handbook) -> Iterator[Problem]:
    for where, text in document.texts():
        parsed = handbook.parser.text(text)
        if parsed.left_over or parsed.blank_links:
            line = document.line(where)
            yield from (_wordless(document.path, line, address) for address in parsed.blank_links)
            yield from _left_over(document.path, [(without_code(text), line)], parsed.left_over)


def _left_over(file: str, lines: Iterable[tuple[str, int]], left_over: Iterable[str]) -> Iterator[Problem]:
    """What is shown as typed; of the marks of one kind the first, for who types it once does so always."""
    text_left = "\n".join(left_over)
    left = letters(text_left)
    for habit in _HABITS if text_left else ():
        if habit.mark not in text_left:
            continue
        matches = ((match, line) for text, line in lines for match in habit.pattern.finditer(text))
        places = [(match, line) for match, line in matches if letters(match[0]) in left and _is_meant(match)]
        for match, line in places[:1] if habit.code is Code.MARKDOWN_OTHER else places:
            yield habit.problem(file, line, match)


def _is_meant(match: re.Match[str]) -> bool:
    """Whether a match is what it seems: a word between colons may be no emoji, and two brackets may hold a value."""
    if match[0][0] != ":":
        return not _KEY.fullmatch(match[0])
    from pymdownx.gemoji_db import aliases, emoji  # noqa: PLC0415 (thousands of names, needed almost never)

    return match[0] in emoji or match[0] in aliases


def _wordless(file: str, line: int, address: str) -> Problem:
    message, hint = f'"[]({address})" is a link without words', f'Write words there: "[…]({address})".'
    return Problem(file, line, Code.LINK_FORM, message, hint)
