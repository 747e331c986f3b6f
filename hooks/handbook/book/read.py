"""The whole handbook: everything read from its folder, with everything that is wrong in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from ..git.edition import Edition, read_edition
from ..git.repository import last_changes, main_branch
from ..model.glossary import Term
from ..model.guide import Guide, Page, PlacedBlock, Section
from ..model.news import News
from ..model.organization import Organization, read_organization
from ..model.pocket import PocketGuide
from ..model.review import Review
from ..model.roles import Role
from ..model.schema import Entity, parse
from ..model.search import Search
from ..model.synonyms import Synonyms
from ..source.codes import Code
from ..source.document import Document, read_document, read_text
from ..source.names import folded, page_fault
from ..source.parser import Parsed, Parser
from ..source.problems import Problems
from ..source.profile import Profile
from ..source.site_config import NO_SITE, SiteConfig, read_site_config
from .bank import QUIZZES, ItemBank, Quizzes, read_bank, read_quizzes
from .derived import Sources
from .files import published_files
from .pages import DOCS, read_page
from .past import Past
from .quiz_pages import quiz_pages
from .repeats import Holder, report_repeats
from .unreadable import unread_names

__all__ = ["DOCS", "Handbook", "numbered", "read_handbook"]

DATA = f"{DOCS}/_data"
ORGANIZATION = f"{DATA}/organization.yml"
SECTIONS = f"{DATA}/sections.yml"
POCKET_GUIDE = f"{DATA}/pocket-guide.yml"
SEARCHES = f"{DATA}/searches.yml"
SYNONYMS = f"{DATA}/synonyms.yml"
GLOSSARY = f"{DATA}/glossary.yml"
NEWS = f"{DATA}/news.yml"
REVIEWS = f"{DATA}/reviews.yml"
ROLES = f"{DATA}/roles.yml"

FONTS = f"{DATA}/fonts"
"""Where a county puts fonts for the language card. Nothing in there is published as it is."""

DATA_FILES = (ORGANIZATION, SECTIONS, POCKET_GUIDE, SEARCHES, SYNONYMS, GLOSSARY, NEWS, REVIEWS, ROLES)
"""The lists that a handbook is made of, besides its pages and questions."""

MAY_BE_EMPTY = (SYNONYMS, NEWS, REVIEWS, ROLES)
"""Files that begin with nothing in them."""

AnyEntity = TypeVar("AnyEntity", bound=Entity)


@dataclass(frozen=True, eq=False)
class Handbook:
    """One handbook as read. `documents` are its YAML files, for checks that go over all texts."""

    root: Path
    organization: Organization
    guide: Guide
    bank: ItemBank
    pocket: PocketGuide | None
    searches: tuple[Search, ...]
    synonyms: tuple[Synonyms, ...]
    glossary: tuple[Term, ...]
    news: tuple[News, ...]
    reviews: tuple[Review, ...]
    roles: tuple[Role, ...]
    documents: tuple[Document, ...]
    unread: frozenset[str] = frozenset()
    """Names of questions, quizzes and directives that are there but could not be read."""
    gone: frozenset[str] = frozenset()
    """Paths of pages (from docs) that were published and are no more, and that no page names as its old path."""

    site: SiteConfig = NO_SITE
    past: Past = field(default_factory=lambda: Past(Path()))
    """What its files held once."""

    @cached_property
    def edition(self) -> Edition:
        """Its edition. Read once, so that all that is made of one reading names the same; and only where needed."""
        return read_edition(self.root)

    @cached_property
    def files(self) -> frozenset[str]:
        """Every file that the site is made of or holds (paths from docs), links of the file system left out."""
        return published_files(self.root / DOCS)

    @cached_property
    def parser(self) -> Parser:
        """Reads texts as the site does."""
        return Parser(self.profile)

    @cached_property
    def parsed(self) -> Mapping[str, Parsed]:
        """What Markdown makes of each page, by its path."""
        return {page.path: self.parser.page(page.markup.body) for page in self.guide.pages}

    @cached_property
    def editor(self) -> str | None:
        """The address of the git host's web editor, to which the path of a file is added. None where it isn't known."""
        settings = self.organization.settings
        return settings.editor(main_branch(self.root)) if settings.repository else None

    @cached_property
    def last_changes(self) -> dict[str, date]:
        """The day on which each page last changed, by its file; of a page that shows boxes of others, of any of them.

        Read from git, once and only where needed. Pages made of quizzes are left out: their file holds all quizzes.
        """
        days = last_changes(self.root, DOCS)
        guide, latest = self.guide, dict[str, date]()
        for page in guide.written:
            files = {page.file, *(guide.page_of(source).file for source in guide.sources_of(page))}
            if changes := [days[file] for file in files if file in days]:
                latest[page.file] = max(changes)
        return latest

    @property
    def profile(self) -> Profile:
        """The values that placeholders read."""
        return self.organization.profile

    def with_quizzes(self, quizzes: Quizzes) -> Handbook:
        """The same handbook with quizzes that are not in its file."""
        return replace(self, bank=self.bank.with_quizzes(quizzes))

    def document(self, path: str) -> Document | None:
        """The YAML file at a path relative to the handbook's folder, if it was read."""
        return next((document for document in self.documents if document.path == path), None)


def read_handbook(root: Path, problems: Problems) -> Handbook:
    """Read the handbook in a folder. What cannot be read is recorded and left out."""
    files = {path: _read_data(root, path, problems) for path in DATA_FILES}
    organization, sections, pocket, searches, synonyms, glossary, news, reviews, roles = files.values()
    pages = tuple(_read_pages(root, problems))
    past = Past(root)
    report_repeats((_holder(placed) for page in pages for placed in page.blocks), past, problems)
    parts = tuple(_read_list(Section, sections, problems)) if sections else ()
    quizzes = read_quizzes(root, problems)
    terms = tuple(_read_list(Term, glossary, problems)) if glossary else ()
    sources = Sources(
        Guide((*pages, *quiz_pages(quizzes[0], Guide(pages, parts), problems)), parts, terms),
        terms,
        read_organization(organization, problems) if organization else Organization(Profile({})),
        past,
    )
    bank = read_bank(root, sources, quizzes, problems)
    names = [*bank.items, *bank.quizzes, *sources.guide.blocks]
    unread = unread_names(root, pages, past, names)
    unread |= frozenset((*_unread_quizzes(quizzes, past), *_old_paths(root, pages))).difference(names)
    return Handbook(
        root,
        sources.organization,
        sources.guide,
        bank,
        parse(PocketGuide, pocket, problems) if pocket else None,
        tuple(_read_list(Search, searches, problems)) if searches else (),
        tuple(_read_list(Synonyms, synonyms, problems)) if synonyms else (),
        sources.glossary,
        tuple(_read_list(News, news, problems)) if news else (),
        tuple(_read_list(Review, reviews, problems)) if reviews else (),
        tuple(_read_list(Role, roles, problems)) if roles else (),
        (*(document for document in files.values() if document), *bank.documents),
        unread,
        frozenset(_gone(root, sources)) - unread,
        read_site_config(root, problems),
        past,
    )


def _holder(placed: PlacedBlock) -> Holder:
    return Holder(placed.block.id, f"{DOCS}/{placed.page}", placed.document.line(("id",)))


def _unread_quizzes(quizzes: tuple[Quizzes, Document | None], past: Past) -> Iterator[str]:
    """While a quiz can't be read, the published pages that are made of quizzes; without their file, what it held."""
    readable, document = quizzes
    if document is None or len(document.data) != len(readable):
        yield from past.quiz_pages()
    if document is None and QUIZZES in past.files:
        yield from past.ids


def _old_paths(root: Path, pages: Iterable[Page]) -> Iterator[str]:
    """The paths that stand in heads that can't be read: they may be old ones of the page, and lead to it."""
    for page in pages:
        if page.meta is None:
            head = (read_text(root, page.file, Problems()) or "").split("\n---")[0]
            for line in re.findall(r"(?m)^\s*(?:was\b|- ).*", head):
                yield from re.findall(r"[\w./-]+\.md\b", line)


def _gone(root: Path, sources: Sources) -> Iterator[str]:
    """What was published is asked of git, not kept in a list: whoever moves a page in a browser changes one file."""
    same = {folded(path) for path in sources.guide.paths}
    files = (file.removeprefix(f"{DOCS}/") for file in sources.past.all_files(DOCS))
    for path in {*files, *sources.past.quiz_pages()}:
        is_there = folded(path) in same or path in sources.guide.redirects or (root / DOCS / path).exists()
        if path.endswith(".md") and not is_there and not page_fault(path):
            yield path


def _read_data(root: Path, path: str, problems: Problems) -> Document | None:
    text = read_text(root, path, problems) if (root / path).exists() else None
    return read_document(path, text, problems) if text is not None else None


def numbered(document: Document | None, entries: Sequence[AnyEntity]) -> Iterator[tuple[int, AnyEntity]]:
    """The entries of a list with their places in its file: some of it may not have been readable."""
    if document is None or not isinstance(document.data, list):
        return
    if len(document.data) == len(entries):
        yield from enumerate(entries)
        return
    for at in range(len(document.data)):
        if entries and (entry := parse(type(entries[0]), document, Problems(), (at,))):
            yield at, entry


def _read_list(model: type[AnyEntity], document: Document, problems: Problems) -> Iterator[AnyEntity]:
    if not isinstance(document.data, list):
        if document.data == {} and document.path in MAY_BE_EMPTY:
            return
        hint = "Begin each entry with a dash and a space."
        problems.add(document.path, 1, Code.FILE_SHAPE, "this file should be a list", hint)
        return
    for at in range(len(document.data)):
        entry = parse(model, document, problems, (at,))
        if entry:
            yield entry


def _read_pages(root: Path, problems: Problems) -> Iterator[Page]:
    docs = root / DOCS
    for file in sorted(docs.rglob("*.md")):
        path = file.relative_to(docs).as_posix()
        if not path.startswith(("_", ".")):
            text = read_text(root, f"{DOCS}/{path}", problems)
            if text is not None:
                yield read_page(path, text, problems)
