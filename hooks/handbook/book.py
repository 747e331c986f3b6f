"""The whole handbook: everything read from its folder, with everything that is wrong in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from .bank import ItemBank, read_bank
from .markup import Fence, read_markup
from .model.blocks import BLOCKS
from .model.glossary import Term
from .model.guide import Guide, Page, PageMeta, Placed, PocketGuide, Section
from .model.organization import Organization, read_organization
from .model.schema import Entity, parse
from .model.search import Search
from .problems import Problems, did_you_mean
from .profile import Profile
from .source import Document, read_document, read_text

DOCS = "docs"
DATA = f"{DOCS}/_data"
ORGANIZATION = f"{DATA}/organization.yml"
SECTIONS = f"{DATA}/sections.yml"
POCKET_GUIDE = f"{DATA}/pocket-guide.yml"
SEARCHES = f"{DATA}/searches.yml"
GLOSSARY = f"{DATA}/glossary.yml"

Listed = TypeVar("Listed", bound=Entity)


@dataclass(frozen=True, slots=True)
class Handbook:
    """One handbook as read. `documents` are its YAML files, for checks that go over all texts."""

    root: Path
    organization: Organization
    guide: Guide
    bank: ItemBank
    pocket: PocketGuide | None
    searches: tuple[Search, ...]
    glossary: tuple[Term, ...]
    documents: tuple[Document, ...]

    @property
    def profile(self) -> Profile:
        """The values that placeholders read."""
        return self.organization.profile

    def document(self, path: str) -> Document | None:
        """The YAML file at a path relative to the handbook's folder, if it was read."""
        return next((document for document in self.documents if document.path == path), None)


def read_handbook(root: Path, problems: Problems) -> Handbook:
    """Read the handbook in a folder. What cannot be read is recorded and left out."""
    paths = (ORGANIZATION, SECTIONS, POCKET_GUIDE, SEARCHES, GLOSSARY)
    files = {path: _read_data(root, path, problems) for path in paths}
    organization, sections, pocket, searches, glossary = files.values()
    bank = read_bank(root, problems)
    pages = {page.path: page for page in _read_pages(root, problems)}
    _complain_of_repeated_ids(pages.values(), problems)
    return Handbook(
        root,
        read_organization(organization, problems) if organization else Organization(Profile({})),
        Guide(pages, tuple(_read_list(Section, sections, problems)) if sections else ()),
        bank,
        parse(PocketGuide, pocket, problems) if pocket else None,
        tuple(_read_list(Search, searches, problems)) if searches else (),
        tuple(_read_list(Term, glossary, problems)) if glossary else (),
        (*(document for document in files.values() if document), *bank.documents),
    )


def _read_data(root: Path, path: str, problems: Problems) -> Document | None:
    text = read_text(root, path, problems) if (root / path).exists() else None
    return read_document(path, text, problems) if text is not None else None


def _read_list(model: type[Listed], document: Document, problems: Problems) -> Iterator[Listed]:
    if not isinstance(document.data, list):
        problems.add(document.path, 1, "this file should hold a list", "Begin each entry with a dash and a space.")
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


def read_page(path: str, text: str, problems: Problems) -> Page:
    """Read one page. `path` is relative to docs; `text` is the whole file."""
    file = f"{DOCS}/{path}"
    markup = read_markup(file, text, problems)
    meta = parse(PageMeta, markup.meta, problems)
    placed = (_read_directive(path, file, fence, problems) for fence in markup.fences)
    return Page(path, file, meta, markup, tuple(p for p in placed if p))


def _read_directive(path: str, file: str, fence: Fence, problems: Problems) -> Placed | None:
    if fence.language not in BLOCKS:
        _complain_of_misspelled(file, fence, problems)
        return None
    if not fence.closed:
        problems.add(
            file,
            fence.line,
            f"the {fence.language} box is never closed",
            "Add a line of three backticks (```) below it.",
        )
        return Placed(fence.language, path, fence, None, None)
    document = read_document(file, fence.body, problems, first_line=fence.line + 1)
    block = parse(BLOCKS[fence.language], document, problems) if document else None
    return Placed(fence.language, path, fence, document, block)


def _complain_of_misspelled(file: str, fence: Fence, problems: Problems) -> None:
    near = did_you_mean(fence.language, BLOCKS)
    if fence.language and near.startswith("Did") and fence.body.lstrip().startswith("id:"):
        problems.add(file, fence.line, f'there is no directive "{fence.language}"', near)


def _complain_of_repeated_ids(pages: Iterable[Page], problems: Problems) -> None:
    first: dict[str, Placed] = {}
    for page in pages:
        for placed in page.placed:
            if placed.block and placed.document:
                other = first.setdefault(placed.block.id, placed)
                if other is not placed:
                    where = f"{DOCS}/{other.page}:{other.fence.line}"
                    message = f'the id "{placed.block.id}" is taken by {where}'
                    problems.add(page.file, placed.document.line(("id",)), message, "Give this one an id of its own.")
