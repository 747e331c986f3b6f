"""How hard and how choppy the handbook is to read: its pages, its words to say, and sentences that are too long.

The grade is Flesch-Kincaid's: the school year a reader needs. Source: J. P. Kincaid and others, "Derivation of New
Readability Formulas for Navy Enlisted Personnel", 1975. A page of nothing but short sentences has a low grade and is
no pleasure to read, so the mean sentence of the running text and the share of short ones are shown, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from statistics import mean, median

from ..book.read import GLOSSARY, Handbook
from ..model.blocks import Block, Glossary
from ..model.guide import Page, PlacedBlock
from ..source.document import Where
from ..source.markup import plain_text
from ..source.profile import Medium
from .syllables import syllables

LONGEST = 25
"""The most words a sentence should have."""

SHORT = 6
"""The most words of a short sentence."""

ENOUGH = 5
"""How many sentences of running text say whether a page is choppy."""

_NO_PROSE = re.compile(r" *(?:#{1,6}|!!!|\?\?\?|===|\{:)")
_ENTRY = re.compile(r"[ >]*(?:[*+-] +|\d+\. +|: +)")
_NO_NAME = r"(?<!\s[A-Z]\.)(?<!\b(?:Mr|Ms|Dr)\.)(?<!\bMrs\.)"
_END = re.compile(rf"(?<=[.!?]){_NO_NAME}[\"'”’)*_\]]*\s+(?![a-z])")


_RUNNING = frozenset({"about", "better", "explain", "note", "setting", "well", "why"})
"""The keys of a directive whose texts are read one after the other; others are steps, entries and cells."""


class Use(Enum):
    """Whether a sentence is one of running text, an entry of a list or table, or words to say."""

    RUNNING = "running"
    ENTRY = "entry"
    SPOKEN = "spoken"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence in plain words, with the file and the line it starts on."""

    path: str
    line: int
    text: str
    use: Use = Use.RUNNING

    @property
    def words(self) -> list[str]:
        """Its words, without marks but apostrophes. Words joined by a hyphen count as one."""
        bare = (word.strip("'’") for word in re.sub(r"[^\w\s'’]", "", self.text).split())
        return [word for word in bare if word]


@dataclass(frozen=True, slots=True)
class Flow:
    """How some running text flows: how many sentences it has, their mean length, and the share of short ones."""

    count: int
    mean: float
    short: float


@dataclass(frozen=True, slots=True)
class Readability:
    """What was measured. `pages` and `flows` are by file; a page with little running text has no flow of its own."""

    pages: dict[str, float]
    spoken: tuple[float, ...]
    too_long: tuple[Sentence, ...]
    flow: Flow
    flows: dict[str, Flow]

    @property
    def median(self) -> float:
        """The median grade of the pages."""
        return median(self.pages.values()) if self.pages else 0.0

    @property
    def median_spoken(self) -> float:
        """The median grade of the words to say."""
        return median(self.spoken) if self.spoken else 0.0


def measure(handbook: Handbook) -> Readability:
    """Measure all pages: summary, prose and the texts of directives. Headings, labels and quizzes are left out.

    Words to say are apart: they are short because people speak so.
    """
    pages = handbook.guide.written
    texts = {page.file: list(page_sentences(page, handbook)) for page in pages}
    written = {file: [each for each in group if each.use is not Use.SPOKEN] for file, group in texts.items()}
    sentences = [sentence for group in texts.values() for sentence in group]
    flows = {file: flow(group) for file, group in texts.items()}
    return Readability(
        {file: grade(group) for file, group in written.items() if group},
        tuple(grade(spoken) for page in pages for spoken in _spoken(page, handbook)),
        tuple(sentence for sentence in sentences if len(sentence.words) > LONGEST),
        flow(sentences),
        {file: each for file, each in flows.items() if each.count >= ENOUGH},
    )


def flow(sentences: Sequence[Sentence]) -> Flow:
    """How the running text among some sentences flows."""
    lengths = [len(sentence.words) for sentence in sentences if sentence.use is Use.RUNNING]
    if not lengths:
        return Flow(0, 0.0, 0.0)
    return Flow(len(lengths), mean(lengths), sum(length <= SHORT for length in lengths) / len(lengths))


def grade(sentences: Sequence[Sentence]) -> float:
    """The grade of some sentences. One of up to two words adds words and is not counted as a sentence."""
    words = [word for sentence in sentences for word in sentence.words]
    counted = sum(len(sentence.words) > 2 for sentence in sentences)
    if not words:
        return 0.0
    return 0.39 * len(words) / max(counted, 1) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def page_sentences(page: Page, handbook: Handbook) -> Iterator[Sentence]:
    """The sentences of a page."""
    if page.meta:
        line = page.markup.meta.line(("summary",))
        yield from _sentences(page.file, line, page.meta.summary, Use.RUNNING, handbook)
    for line, text, use in _passages(page):
        yield from _sentences(page.file, line, text, use, handbook)
    for placed in page.blocks:
        yield from _block_sentences(placed, handbook)


def _passages(page: Page) -> Iterator[tuple[int, str, Use]]:
    """The paragraphs, list entries and cells of tables outside boxes, each with its line."""
    start, lines, use = 0, list[str](), Use.RUNNING
    for text, line in (*page.markup.prose, ("", 0)):
        entry, is_row = _ENTRY.match(text), text.lstrip().startswith("|")
        is_prose = bool(text.strip()) and not is_row and not _NO_PROSE.match(text)
        if lines and (entry or not is_prose):
            yield start, "\n".join(lines), use
            lines = []
        if is_row:
            yield from ((line, cell, Use.ENTRY) for cell in text.split("|"))
        if is_prose:
            start, use = (start, use) if lines else (line, Use.ENTRY if entry else Use.RUNNING)
            lines.append(text[entry.end() :] if entry else text)


def _block_sentences(placed: PlacedBlock, handbook: Handbook) -> Iterator[Sentence]:
    document = handbook.document(GLOSSARY) if isinstance(placed.block, Glossary) else placed.document
    for where, text in document.texts() if document else ():
        if document and placed.block.is_prose(where):
            yield from _sentences(document.path, document.line(where), text, _use(placed.block, where), handbook)


def _use(block: Block, where: Where) -> Use:
    if block.is_spoken(where):
        return Use.SPOKEN
    return Use.RUNNING if next(key for key in reversed(where) if isinstance(key, str)) in _RUNNING else Use.ENTRY


def _spoken(page: Page, handbook: Handbook) -> Iterator[list[Sentence]]:
    """Each text that is written to be said."""
    for placed in page.blocks:
        document = placed.document
        for where, text in document.texts():
            if placed.block.is_spoken(where):
                sentences = list(_sentences(document.path, document.line(where), text, Use.SPOKEN, handbook))
                if sentences:
                    yield sentences


def _sentences(path: str, line: int, text: str, use: Use, handbook: Handbook) -> Iterator[Sentence]:
    """The sentences of one text. A text of one or two words is a label and gives none."""
    filled = handbook.profile.fill(text, Medium.PAGE)
    if len(filled.split()) < 3:
        return
    at = 0
    for end in (*(match.end() for match in _END.finditer(filled)), len(filled)):
        plain = plain_text(" ".join(filled[at:end].split()))
        if re.search(r"\w", plain):
            yield Sentence(path, line + filled.count("\n", 0, at), plain, use)
        at = end
