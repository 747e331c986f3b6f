"""What the search looks through: each page with its words, and the answers in it, as the model has them.

What makes two words alike is known in the browser alone (`web/src/search`), which reads this as it stands;
`web/src/search/contents.ts` is its other side. It is written as short as it can be: whoever searches waits for it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from markdown.extensions.toc import slugify

from ..book.read import Handbook
from ..model.blocks import Cards, Checklist, Contacts, Expectations, Glossary, Phrases, Procedure, Quiz, Show
from ..model.glossary import Term
from ..model.guide import Page, PlacedBlock, address_of
from ..source.markup import Heading, plain_text
from ..source.personal import SAMPLE_NAMES, Personal, blanks_alike
from ..source.profile import PLACEHOLDER, Medium

INDEX = "search/index.js"
"""Its address in the site. Loaded when someone begins to search."""

OTHER_WORDS = "search/words.js"
"""The words of the running texts. Loaded when someone types a word that is not in the index."""

SEPARATOR = ";"
"""Between keywords, and between synonyms: one text packs better than a list."""

MOST_PAGES = 25
"""A word in the running texts of more pages tells nothing."""

_UNSEEN = {"id", "key", "keep", "tick"}
"""Keys of directives whose values no reader sees."""

Fields = dict[str, Any]

_FIRST_SENTENCE = re.compile(r".+?[.!?](?=\s|$)|.+")
_WORD = re.compile(r"[^\W_]{3,}(?:['’-][^\W_]+)*")


def search_files(handbook: Handbook) -> dict[str, str]:
    """Both files, as scripts by their addresses: a page that is opened as a file can load nothing else."""
    index, words = search_index(handbook)
    return {INDEX: _bringing("search-index", index), OTHER_WORDS: _bringing("search-words", words)}


def search_index(handbook: Handbook) -> tuple[Fields, list[str]]:
    """The index, and the other words of each page: those of its running text, each once."""
    reader = _Reader(handbook)
    index = {
        # in this order, since texts that are alike pack better near each other
        "synonyms": [SEPARATOR.join(line.words) for line in handbook.synonyms],
        "keywords": [reader.keywords(page) for page in reader.pages],
        "terms": [reader.term(term) for term in handbook.glossary],
        "answers": list(reader.answers()),
        "pages": [reader.page(page) for page in reader.pages],
        "needed": list(reader.needed()),
        "glossary": reader.page_with(Glossary),
        "contacts": reader.page_with(Contacts),
        "email": reader.email,
    }
    return index, list(_other_words(index, [set(_words(reader.running_texts(page))) for page in reader.pages]))


def _other_words(index: Fields, running: list[set[str]]) -> Iterator[str]:
    """For each page the words of its running text that the index does not have of it, in alphabetical order."""
    pairs = zip(index["pages"], index["keywords"], strict=True)
    indexed = [set(_words([json.dumps(page, ensure_ascii=False), keywords])) for page, keywords in pairs]
    for answer in index["answers"]:
        indexed[answer["page"]] |= set(_words([json.dumps(answer, ensure_ascii=False)]))
    pages = Counter(word for words in running for word in words)
    for words, others in zip(running, indexed, strict=True):
        yield " ".join(sorted(word for word in words - others if pages[word] <= MOST_PAGES))


class _Reader:
    """Reads what the index holds of one handbook."""

    def __init__(self, handbook: Handbook) -> None:
        self.handbook, self.guide = handbook, handbook.guide
        self.pages = [page for page in self.guide.in_order() if page.meta and page.meta.search]
        self.place = {page.path: at for at, page in enumerate(self.pages)}
        email = handbook.profile.values.get("org.email")
        self.email = email.text if email else ""

    def page(self, page: Page) -> Fields:
        """A page: what it is called, and what it is about."""
        assert page.meta
        return _filled(
            at=address_of(page.path),
            kind="card" if self.guide.is_quick_card(page) else "quiz" if page.generated else "",
            title=self._plain(page.title),
            summary=self._plain(page.meta.summary),
            headings=[self._heading(heading) for heading in page.headings],
            shows=[name for name in page.shows if name in self.guide.blocks],
        )

    def keywords(self, page: Page) -> str:
        """The words that a page is found by."""
        return SEPARATOR.join(page.meta.keywords) if page.meta else ""

    def _heading(self, heading: Heading) -> str | list[str]:
        """A heading; with its anchor, where that isn't the one that follows from its words."""
        text = self._plain(heading.text)
        return text if slugify(text, "-") == heading.anchor else [text, heading.anchor]

    def answers(self) -> Iterator[Fields]:
        """The boxes that answer something, in the order of the pages."""
        for page in self.pages:
            for placed in page.blocks:
                if answer := self._answer(placed):
                    title = self._plain(placed.block.title)
                    yield answer | {"page": self.place[page.path], "at": placed.block.id, "title": title}

    def _answer(self, placed: PlacedBlock) -> Fields | None:
        match placed.block:
            case Procedure(steps=steps):
                rows = ([step.ident, self._plain(step.do), self._spoken(step.say)] for step in steps)
                return {"kind": "steps", "steps": [row if row[-1] else row[:-1] for row in rows]}
            case Phrases(say=say) if say:
                return {"kind": "say", "say": [self._spoken(phrase.text) for phrase in say]}
            case Expectations(spoken=[_, *_]) as table:
                return {"kind": "rows", "rows": [self._row(table, row) for row in table.rows]}
            case Checklist(tick=True):
                return {"kind": "checklist"}
            case _:
                return None

    def _row(self, table: Expectations, row: dict[str, str]) -> list[str]:
        """A row of a table with words to say, as a step: its name, its heading with what to do, the words."""
        do = [name for name in table.columns if name not in (table.row_heading, *table.spoken)][:1]
        text = ": ".join(self._plain(row[name]) for name in (table.row_heading, *do))
        return [table.ident(row), text, " ".join(self._spoken(row[name]) for name in table.spoken)]

    def running_texts(self, page: Page) -> Iterator[str]:
        """All other texts of a page: outside its boxes, and those in them that a reader sees.

        Boxes of other pages are found there, and the check at the end of a page is no reason to go there.
        """
        yield from (self._plain(text) for text, _ in page.markup.prose)
        for placed in page.blocks:
            if not isinstance(placed.block, Show | Quiz):
                yield from self._texts_in(placed)

    def _texts_in(self, placed: PlacedBlock) -> Iterator[str]:
        unseen = _UNSEEN | placed.block.names
        for where, text in placed.document.texts():
            if not unseen & set(where):
                yield self._spoken(text) if placed.block.is_spoken(where) else self._plain(text)

    def term(self, term: Term) -> Fields:
        """A term, and the first sentence of what it means; its anchor on the page, where its name doesn't give it."""
        means = _FIRST_SENTENCE.match(self._plain(term.means))
        anchor = "" if term.anchor == f"term-{slugify(term.term, '-')}" else term.anchor
        return _filled(at=anchor, term=term.term, also=term.also, means=means and means[0])

    def needed(self) -> Iterator[int]:
        """The quick cards, in the order of the page that lists them."""
        quick = self.guide.quick
        for placed in quick.blocks if quick else ():
            for card in placed.block.items if isinstance(placed.block, Cards) else ():
                page = self.guide.page_at(placed.page, card.link)
                if page and self.guide.is_quick_card(page) and page.path in self.place:
                    yield self.place[page.path]

    def page_with(self, kind: type[Glossary | Contacts]) -> str:
        """The address of the page that has a directive of a kind. Empty where there is none."""
        placed = next((placed for placed in self.guide.blocks.values() if isinstance(placed.block, kind)), None)
        return address_of(placed.page) if placed else ""

    def _plain(self, text: str) -> str:
        return self.handbook.profile.fill(plain_text(text), Medium.PAGE)

    def _spoken(self, text: str | None) -> str:
        """A line to say. Browser code puts a reader's own words in the place of blanks (`web/src/words/fill.ts`)."""
        if not text:
            return ""
        line = self.handbook.profile.fill(plain_text(text), Medium.SPEECH, but=SAMPLE_NAMES)
        return blanks_alike(PLACEHOLDER.sub(Personal.NAME.blank, line))


def _words(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from _WORD.findall(text.lower())


def _filled(**fields: object) -> Fields:
    """The fields that are not empty."""
    return {name: value for name, value in fields.items() if value}


def _bringing(what: str, content: object) -> str:
    detail = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return f'document.dispatchEvent(new CustomEvent("handbook:{what}",{{detail:{detail}}}))\n'
