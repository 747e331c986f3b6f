"""What changed between two states of the handbook, in words for whoever approves it: pages, questions, values."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import starmap, zip_longest
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from urllib.parse import unquote
from zipfile import ZipFile

from ..book.bank import Banked
from ..book.read import DATA, DOCS, ORGANIZATION, Handbook, read_handbook
from ..git.repository import changed_since, git, published
from ..model.derivation import PROFILE
from ..model.guide import Page
from ..model.schema import node_at
from ..source.document import Document, read_text, scalars_of
from ..source.problems import Problems
from .places import Places

CONTENT = ("docs", "quizbank")
NOTHING = "(empty)"
_CODE = ("assets/javascripts/", "assets/stylesheets/", "assets/fonts/")


@dataclass(frozen=True, slots=True)
class Difference:
    """One text before and after; None where there was or is none. `label` says which text, where that is not plain."""

    before: str | None
    after: str | None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """Something that changed: what kind of thing, its name, what happened to it, and its texts."""

    kind: str
    name: str
    what: str
    differences: tuple[Difference, ...] = ()


class UnknownRevision(Exception):
    """Git does not know the state to compare with."""


def last_state(root: Path) -> str:
    """What to compare with when nobody says: what is published, or the commit before where nothing else differs."""
    main, head = published(root), git(root, "rev-parse", "--verify", "--quiet", "HEAD")
    if main and main != head:
        return main
    first = not git(root, "rev-parse", "--verify", "--quiet", "HEAD^")
    return "HEAD" if first or changed_since(root, "HEAD", *CONTENT) else "HEAD^"


def changes_since(root: Path, revision: str) -> list[Change]:
    """All changes of content since a commit, those not yet committed included. Raises UnknownRevision."""
    with TemporaryDirectory() as folder:
        _unpack(root, revision, Path(folder))
        old, new = read_handbook(Path(folder), Problems()), read_handbook(root, Problems())
        return [*changes_between(old, new), *_pictures(old, new), *_other_files(old, new)]


def changes_between(old: Handbook, new: Handbook) -> list[Change]:
    """What changed in values, pages and questions from one reading to another."""
    return [*_values(old, new), *_pages(old, new), *_questions(old, new)]


def _unpack(root: Path, revision: str, folder: Path) -> None:
    folders = [name for name in CONTENT if git(root, "ls-tree", "--name-only", revision, "--", name)]
    command = ["git", "archive", "--format=zip", revision, "--", *folders]
    try:
        result = subprocess.run(command, cwd=root, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise UnknownRevision(revision) from error
    with ZipFile(io.BytesIO(result.stdout)) as files:
        files.extractall(folder)


def _values(old: Handbook, new: Handbook) -> Iterator[Change]:
    before = {key: value.text or NOTHING for key, value in old.profile.values.items()}
    after = {key: value.text or NOTHING for key, value in new.profile.values.items()}
    places_now, places_before = Places(new), Places(old)
    for key in sorted({*before, *after}):
        if before.get(key) != after.get(key):
            places = places_now.of(key) or places_before.of(key)
            what = f"changed; shown on {', '.join(places)}" if places else "changed"
            yield Change("Values", key, what, (Difference(before.get(key), after.get(key)),))
    tables = [_table_texts(book.document(ORGANIZATION)) for book in (old, new)]
    differences = tuple(_by_place(*tables))
    if differences:
        yield Change("Values", "standards and contacts", "changed", differences)


def _table_texts(document: Document | None) -> dict[str, str]:
    texts = document.texts() if document else ()
    return {_spoken(where): text for where, text in texts if len(where) > 2 and isinstance(where[1], int)}


def _pages(old: Handbook, new: Handbook) -> Iterator[Change]:
    before, after = ({page.path: page for page in book.guide.pages} for book in (old, new))
    moved = {origin: page.path for origin, page in new.guide.redirects.items()}
    for path in sorted({*before, *after}):
        if path in moved and moved[path] not in before:
            continue  # reported where it is now
        if path not in after:
            what = f"moved to {moved[path]}" if path in moved else "removed"
            yield Change("Pages", f"{before[path].title} (docs/{path})", what)
        elif path not in before:
            origin = next((was for was, now in moved.items() if now == path and was in before), None)
            differences = _lines(old.root, new.root, f"docs/{origin}", f"docs/{path}") if origin else ()
            yield Change(
                "Pages", f"{after[path].title} (docs/{path})", f"was {origin}" if origin else "new", differences
            )
        elif differences := _lines(old.root, new.root, f"docs/{path}", f"docs/{path}"):
            yield Change("Pages", f"{after[path].title} (docs/{path})", "changed", differences)


def _questions(old: Handbook, new: Handbook) -> Iterator[Change]:
    before, after = old.bank.items, new.bank.items
    for name in sorted({*before, *after}):
        if name not in after:
            yield Change("Questions", name, "removed", (Difference(before[name].item.stem, None),))
        elif name not in before:
            yield Change("Questions", name, "new", (Difference(None, after[name].item.stem),))
        elif differences := tuple(_by_place(_item_texts(before[name]), _item_texts(after[name]))):
            retired = after[name].item.status == "retired" != before[name].item.status
            yield Change("Questions", name, "retired" if retired else "changed", differences)
        elif differences := tuple(_by_place(_as_asked(before[name]), _as_asked(after[name]))):
            source = _item_texts(after[name]).get("from", "what").removeprefix(PROFILE).strip()
            yield Change("Questions", name, f"follows {source}, which it is made from", differences)


def _as_asked(banked: Banked) -> dict[str, str]:
    """The texts of a question as it is asked: of one made of a page, those that the page gives too."""
    return dict(_leaves(banked.item.model_dump()))


def _leaves(node: object, where: tuple[str | int, ...] = ()) -> Iterator[tuple[str, str]]:
    """Every text and number, with its place in words."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _leaves(value, (*where, key))
    elif isinstance(node, list | tuple):
        for at, value in enumerate(node):
            yield from _leaves(value, (*where, at))
    elif isinstance(node, str | float):
        yield _spoken(where), f"{node:g}" if isinstance(node, float) else node


def _item_texts(banked: Banked) -> dict[str, str]:
    return {_spoken(where): text for where, text in scalars_of(node_at(banked.document.data, (banked.at,)))}


def _spoken(where: Sequence[str | int]) -> str:
    return " ".join(str(step + 1) if isinstance(step, int) else step for step in where)


def _by_place(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Difference]:
    for place in dict.fromkeys([*before, *after]):
        if before.get(place) != after.get(place):
            yield Difference(before.get(place), after.get(place), place)


def _pictures(old: Handbook, new: Handbook) -> Iterator[Change]:
    """Pictures and documents, each with its size and the pages that show it. Not the handbook's own code."""
    for path in sorted(old.files | new.files):
        if path.endswith(".md") or path.startswith(_CODE):
            continue
        before, after = ((book.root / DOCS / path) if path in book.files else None for book in (old, new))
        if before and after and before.read_bytes() == after.read_bytes():
            continue
        what = "removed" if after is None else f"{'changed' if before else 'new'}, {_size(after)}"
        pages = [page.title for page in new.guide.written if PurePosixPath(path).name in _addresses(page)]
        places = f"; on {', '.join(pages)}" if pages else "; on no page" if after else ""
        yield Change("Pictures and files", f"{DOCS}/{path}", what + places)


def _addresses(page: Page) -> set[str]:
    """The names of all files that a page names."""
    texts = [text for placed in page.placed if placed.document for _, text in placed.document.texts()]
    targets = [link.target for link in page.markup.links] + texts
    return {PurePosixPath(unquote(target)).name for target in targets}


def _size(file: Path) -> str:
    size = file.stat().st_size
    return f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{max(round(size / 1000), 1)} KB"


def _other_files(old: Handbook, new: Handbook) -> Iterator[Change]:
    paths = {document.path for book in (old, new) for document in book.documents}
    for path in sorted(path for path in paths if path.startswith(DATA) or path.endswith("quizzes.yml")):
        if path != ORGANIZATION and (differences := _lines(old.root, new.root, path, path)):
            yield Change("Other files", path, "changed", differences)


def _lines(old: Path, new: Path, before: str, after: str) -> tuple[Difference, ...]:
    """The lines that differ between two files, those that took each other's place side by side."""
    was, now = (_file_lines(old, before), _file_lines(new, after))
    differences: list[Difference] = []
    for kind, a, b, c, d in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if kind != "equal":
            differences += starmap(Difference, zip_longest(was[a:b], now[c:d]))
    return tuple(differences)


def _file_lines(root: Path, path: str) -> list[str]:
    text = read_text(root, path, Problems()) if (root / path).is_file() else None
    return [line.strip() for line in (text or "").split("\n") if line.strip()]
