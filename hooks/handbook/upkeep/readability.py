"""How hard the handbook is to read: the grade of each page and of the words to say, and sentences that are too long.

The grade is Flesch-Kincaid's: the school year a reader needs. Source: J. P. Kincaid and others, "Derivation of New
Readability Formulas for Navy Enlisted Personnel", 1975. Words, sentences and syllables (the places where a word may be
hyphenated) are counted as textstat 0.7.4 counts them; but it rounds both averages to one decimal, which moves a grade
by up to 0.6.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import median

from pyphen import Pyphen

from ..book.read import GLOSSARY, Handbook
from ..model.blocks import Glossary
from ..model.guide import Page, PlacedBlock
from ..source.markup import plain_text
from ..source.profile import Medium

LONGEST = 25
"""The most words a sentence should have."""

_NO_PROSE = re.compile(r" *(?:#{1,6}|!!!|\?\?\?|===|\{:)")
_ENTRY = re.compile(r"[ >]*(?:[*+-] +|\d+\. +|: +)")
_NO_NAME = r"(?<!\s[A-Z]\.)(?<!\b(?:Mr|Ms|Dr)\.)(?<!\bMrs\.)"
_END = re.compile(rf"(?<=[.!?]){_NO_NAME}[\"'”’)*_\]]*\s+(?![a-z])")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence in plain words, with the file and the line it starts on."""

    path: str
    line: int
    text: str

    @property
    def words(self) -> list[str]:
        """Its words, without marks. Words joined by a hyphen count as one."""
        return re.sub(r"[^\w\s]", "", self.text).split()


@dataclass(frozen=True, slots=True)
class Readability:
    """What was measured: the grade of each page by file, of each text to say, and the sentences that are too long."""

    pages: dict[str, float]
    spoken: tuple[float, ...]
    too_long: tuple[Sentence, ...]

    @property
    def median(self) -> float:
        """The median grade of the pages."""
        return median(self.pages.values()) if self.pages else 0.0

    @property
    def median_spoken(self) -> float:
        """The median grade of the words to say."""
        return median(self.spoken) if self.spoken else 0.0


def measure(handbook: Handbook) -> Readability:
    """Measure all pages: summary, prose and the texts of directives. Headings, labels and quizzes are left out."""
    texts = {page.file: list(page_sentences(page, handbook)) for page in handbook.guide.pages}
    sentences = [sentence for listed in texts.values() for sentence in listed]
    return Readability(
        {file: grade(listed) for file, listed in texts.items() if listed},
        tuple(grade(spoken) for page in handbook.guide.pages for spoken in _spoken(page, handbook)),
        tuple(sentence for sentence in sentences if len(sentence.words) > LONGEST),
    )


def grade(sentences: Sequence[Sentence]) -> float:
    """The grade of some sentences. One of up to two words adds words and is not counted as a sentence."""
    words = [word for sentence in sentences for word in sentence.words]
    counted = sum(len(sentence.words) > 2 for sentence in sentences)
    if not words:
        return 0.0
    return 0.39 * len(words) / max(counted, 1) + 11.8 * sum(map(_syllables, words)) / len(words) - 15.59


@lru_cache(maxsize=1)
def _hyphens() -> Pyphen:
    return Pyphen(lang="en_US")


@lru_cache(maxsize=16384)
def _syllables(word: str) -> int:
    return len(_hyphens().positions(word.lower())) + 1


def page_sentences(page: Page, handbook: Handbook) -> Iterator[Sentence]:
    """The sentences of a page."""
    if page.meta:
        yield from _sentences(page.file, page.markup.meta.line(("summary",)), page.meta.summary, handbook)
    for line, text in _passages(page):
        yield from _sentences(page.file, line, text, handbook)
    for placed in page.blocks:
        yield from _block_sentences(placed, handbook)


def _passages(page: Page) -> Iterator[tuple[int, str]]:
    """The paragraphs and list entries outside boxes, each with its line."""
    start, lines = 0, list[str]()
    for text, line in (*page.markup.prose, ("", 0)):
        entry = _ENTRY.match(text)
        if lines and (entry or not text.strip() or _NO_PROSE.match(text)):
            yield start, "\n".join(lines)
            lines = []
        if text.strip() and not _NO_PROSE.match(text):
            start = start if lines else line
            lines.append(text[entry.end() :] if entry else text)


def _block_sentences(placed: PlacedBlock, handbook: Handbook) -> Iterator[Sentence]:
    document = handbook.document(GLOSSARY) if isinstance(placed.block, Glossary) else placed.document
    for where, text in document.texts() if document else ():
        if document and placed.block.is_prose(where):
            yield from _sentences(document.path, document.line(where), text, handbook)


def _spoken(page: Page, handbook: Handbook) -> Iterator[list[Sentence]]:
    """Each text that is written to be said."""
    for placed in page.blocks:
        document = placed.document
        for where, text in document.texts():
            if placed.block.is_spoken(where):
                sentences = list(_sentences(document.path, document.line(where), text, handbook))
                if sentences:
                    yield sentences


def _sentences(path: str, line: int, text: str, handbook: Handbook) -> Iterator[Sentence]:
    """The sentences of one text. A text of one or two words is a label and gives none."""
    filled = handbook.profile.fill(text, Medium.PAGE)
    if len(filled.split()) < 3:
        return
    at = 0
    for end in (*(found.end() for found in _END.finditer(filled)), len(filled)):
        plain = plain_text(" ".join(filled[at:end].split()))
        if re.search(r"\w", plain):
            yield Sentence(path, line + filled.count("\n", 0, at), plain)
        at = end
