"""Where a value of the organization profile is shown: pages, the glossary, the contacts, print, questions, files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from ..book.bank import Banked
from ..book.read import Handbook
from ..model.blocks import BLOCKS, Block, Contacts, Glossary, NewsList, Quiz, Show, Standards
from ..model.derivation import PROFILE
from ..model.guide import Page, Placed
from ..model.schema import Entity, node_at
from ..source.document import scalars_of
from ..source.profile import keys_in

_EVERYWHERE = {
    "org.email": "the link for feedback at the foot of every page",
    "org.feedback_url": "the link for feedback at the foot of every page",
    "org.name": "the cover of the pocket guide and the sheets of printed tests",
}
"""Values that are shown where no text names them."""


class Places:
    """Finds where values are shown in one handbook."""

    def __init__(self, handbook: Handbook) -> None:
        self.handbook = handbook

    def of(self, key: str) -> list[str]:
        """Every place that shows a value, in words: pages by title, then what is shared by all, print and questions."""
        pages = [page.title for page in self.handbook.guide.in_order() if key in self._keys_on[page.path]]
        questions = [name for name, banked in self.handbook.bank.items.items() if key in keys_of(banked)]
        return [
            *dict.fromkeys(pages),
            *(["the meanings of terms"] if key in self._keys_in_glossary else []),
            *([_EVERYWHERE[key]] if key in _EVERYWHERE else []),
            *(["the pocket guide"] if key in self._keys_in_print else []),
            *([_counted(len(questions), "question")] if questions else []),
            *self._exports(questions),
        ]

    def _exports(self, questions: list[str]) -> Iterator[str]:
        """The quizzes whose files hold these questions."""
        titles = [form.title for form, _, _ in self.handbook.bank.quizzes.values() if set(questions) & set(form.items)]
        if titles:
            yield f"the files for print and other programs of {_counted(len(titles), 'quiz')} ({', '.join(titles)})"

    @cached_property
    def _keys_on(self) -> dict[str, set[str]]:
        return {page.path: set(self._of_page(page)) for page in self.handbook.guide.pages}

    def _of_page(self, page: Page) -> Iterator[str]:
        yield from _in_texts(text for text, _ in page.markup.prose)
        yield from _in_texts(text for _, text in page.markup.meta.texts())
        for placed in page.placed:
            yield from self._of_placed(placed)

    def _of_placed(self, placed: Placed) -> Iterator[str]:
        yield from _in_texts(text for _, text in (placed.document.texts() if placed.document else ()))
        yield from self._of_block(placed.block)

    def _of_block(self, block: Block | None) -> Iterator[str]:
        """The values that a box shows though its own texts don't name them."""
        handbook = self.handbook
        match block:
            case Contacts():
                yield from _in_entities(handbook.organization.contacts)
            case Standards():
                yield from _in_entities(handbook.organization.standards)
            case Glossary():
                yield from self._keys_in_glossary
            case NewsList():
                yield from _in_entities(handbook.news)
            case Show():
                blocks = handbook.guide.blocks
                yield from (key for name in block.of if name in blocks for key in self._of_placed(blocks[name]))
            case Quiz():
                form = handbook.bank.quizzes.get(block.quiz or "", (None,))[0]
                names = [*block.items, *(form.items if form else ())]
                items = handbook.bank.items
                yield from (key for name in names if name in items for key in keys_of(items[name]))
            case _:
                assert block is None or type(block) in BLOCKS.values()

    @cached_property
    def _keys_in_glossary(self) -> set[str]:
        return set(_in_entities(self.handbook.glossary))

    @cached_property
    def _keys_in_print(self) -> set[str]:
        """The values in what the pocket guide prints."""
        pocket, guide = self.handbook.pocket, self.handbook.guide
        if pocket is None:
            return set()
        keys = {number.value for number in pocket.numbers if number.value}
        for section in pocket.sections:
            for entry in section.pages:
                page = guide.page(entry.page)
                if page and page.meta:
                    keys.update(_in_texts((page.meta.title, page.meta.summary)))
                keys.update(
                    key for name in entry.blocks if name in guide.blocks for key in self._of_placed(guide.blocks[name])
                )
        return keys


def keys_of(banked: Banked) -> set[str]:
    """The values that a question shows, or is made of."""
    node = node_at(banked.document.data, (banked.at,))
    texts = dict(scalars_of(node))
    source = texts.get(("from",), "").removeprefix(PROFILE).strip()
    return {source, *_in_texts(texts.values())}


def _in_texts(texts: Iterable[str]) -> Iterator[str]:
    return (key for text in texts if "{{" in text for key in keys_in(text))


def _in_entities(entities: Iterable[Entity]) -> Iterator[str]:
    return _in_texts(str(value) for entity in entities for value in entity.model_dump().values())


def _counted(count: int, name: str) -> str:
    return f"{count} {name}{'zes' if name == 'quiz' else 's'}" if count > 1 else f"1 {name}"
