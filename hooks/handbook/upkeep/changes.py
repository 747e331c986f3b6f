"""What changed between two states of the handbook, in words for whoever approves it: pages, questions, values."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import starmap, zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from ..book.bank import Banked
from ..book.read import DATA, ORGANIZATION, Handbook, read_handbook
from ..git.repository import changed_since, git, published
from ..model.derivation import PROFILE
from ..model.guide import Page
from ..model.schema import node_at
from ..source.document import Document, read_text, scalars_of
from ..source.problems import Problems
from ..source.profile import keys_in

CONTENT = ("docs", "quizbank")
NOTHING = "(empty)"


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
        return [*changes_between(old, new), *_other_files(old, new)]


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
    for key in sorted({*before, *after}):
        if before.get(key) != after.get(key):
            places = _shown_on(new, key)
            what = f"changed; shown on {', '.join(places)}" if places else "changed"
            yield Change("Values", key, what, (Difference(before.get(key), after.get(key)),))
    tables = [_table_texts(book.document(ORGANIZATION)) for book in (old, new)]
    differences = tuple(_by_place(*tables))
    if differences:
        yield Change("Values", "standards and contacts", "changed", differences)


def _table_texts(document: Document | None) -> dict[str, str]:
    texts = document.texts() if document else ()
    return {_spoken(where): text for where, text in texts if len(where) > 2 and isinstance(where[1], int)}


def _shown_on(handbook: Handbook, key: str) -> list[str]:
    """The titles of the pages that show a value: up to five, then how many more, and how many questions."""
    titles = [page.title for page in handbook.guide.in_order() if key in _keys_on(page)]
    count = sum(key in _keys_of(banked) for banked in handbook.bank.items.values())
    more = [f"{len(titles) - 5} more pages"] if len(titles) > 5 else []
    return [*titles[:5], *more, *([f"{count} question{'s' * (count > 1)}"] if count else [])]


def _keys_of(banked: Banked) -> set[str]:
    """The values that a question shows, or is made of."""
    texts = _item_texts(banked)
    return {
        texts.get("from", "").removeprefix(PROFILE).strip(),
        *(key for text in texts.values() for key in keys_in(text)),
    }


def _keys_on(page: Page) -> set[str]:
    texts = [text for text, _ in page.markup.prose]
    texts += [text for placed in page.placed if placed.document for _, text in placed.document.texts()]
    return {key for text in texts for key in keys_in(text)}


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
