"""Files that lie where nobody reads them, or under a name that nobody reads: else they would be missed in silence."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath

from ..book.bank import ITEMS_FOLDER, QUIZZES, REVIEWED
from ..book.files import documents_below
from ..book.read import DATA, DATA_FILES, DOCS, FONTS, Handbook
from ..book.unreadable import misnamed
from ..source.codes import Code
from ..source.fonts import KINDS as FONT_KINDS
from ..source.names import better_name, page_name
from ..source.problems import Level, Problem, nearest

BANK = "quizbank"
_OWN_FOLDERS = frozenset({DOCS, BANK, "hooks", "web", "tests", "publishing", "site", "build", "public", "node_modules"})
_HEAD = re.compile(r"\s*-{3,}[ \t]*\n\s*(?:title|summary):", re.IGNORECASE)
_QUESTION = re.compile(r"^- *id:", re.MULTILINE)


def lost_files(handbook: Handbook) -> Iterator[Problem]:
    """Pages, questions and lists are where they are read, under a name by which they are read."""
    root = handbook.root
    strays = misnamed(root)
    for file in strays:
        is_page = file.startswith(f"{DOCS}/") and not file.startswith(f"{DATA}/")
        right = page_name(file) if is_page else _list_name(file)
        message, hint = "is ignored because its name has the wrong extension", f'Rename it to "{right}".'
        if not is_page and (root / file).with_name(right).exists():
            there = PurePosixPath(file).with_name(right)
            hint = f"Put what is new into {there}, which is there, too, and delete this file."
        yield Problem(file, 0, Code.FILE_NAME, message, hint)
    yield from _in_data(root, strays)
    yield from _in_bank(root, strays)
    yield from _beside(root)


def _list_name(file: str) -> str:
    """The name of a list or a file of questions as it is read, without the other endings that it has."""
    return re.sub(r"(?:\.(?:ya?ml|txt|bak|old|orig))+$", "", PurePosixPath(file).name, flags=re.IGNORECASE) + ".yml"


def _in_data(root: Path, strays: Collection[str]) -> Iterator[Problem]:
    """What lies among the lists of the handbook and is none of them; `strays` are files that are reported already."""
    for file in documents_below(root / DATA):
        path, name = f"{DATA}/{file}", PurePosixPath(file).name
        if path in DATA_FILES or path in strays or path.startswith(f"{FONTS}/"):
            continue
        if file.lower().endswith(FONT_KINDS):
            yield _lost(path, f"is not read, because fonts are read from {FONTS}", f"Move it to {FONTS}.")
            continue
        if file.endswith(".md"):
            hint = f"Move it to the folder of a section, such as {DOCS}/{better_name(name)}."
            yield _lost(path, "is not published, because a page can't be among the lists", hint)
            continue
        stems = {PurePosixPath(each).stem: each for each in DATA_FILES}
        stem = re.sub(r"[ _-]*(?:\(\d+\)|copy|\d+)$", "", PurePosixPath(file).stem, flags=re.IGNORECASE)
        near = stem if stem in stems else nearest(stem, stems)
        hint = (
            f'Rename it to "{PurePosixPath(stems[near]).name}".' if near else "Delete it, or ask IT where it belongs."
        )
        if near and (root / stems[near]).exists():
            hint = f"If it is a copy of {stems[near]}, change that file and delete this one."
        yield _lost(path, "is not read, because no list has this name", hint, sure=near is not None)


def _in_bank(root: Path, strays: Collection[str]) -> Iterator[Problem]:
    """Questions are read from one folder, and quizzes from one file."""
    for file in documents_below(root / BANK):
        path = PurePosixPath(BANK, file)
        if path.parts[1] == "schema" or str(path) in (QUIZZES, REVIEWED) or str(path) in strays:
            continue
        if path.suffix == ".yml" and str(path.parent) != ITEMS_FOLDER:
            hint = f"Move it to {ITEMS_FOLDER}/{better_name(path.name)}."
            if nearest(path.stem, ("quizzes",)) or path.stem.startswith("quiz"):
                hint = f"Put its quizzes into {QUIZZES}. If it holds questions, move it to {ITEMS_FOLDER}."
            yield _lost(str(path), f"is not read, because questions are read from {ITEMS_FOLDER}", hint)
        elif path.suffix != ".yml":
            hint = "Copy the questions into a file whose name ends in .yml, or ask IT to import it."
            yield _lost(str(path), "is not read, because questions are read from .yml files", hint, sure=False)


def _beside(root: Path) -> Iterator[Problem]:
    """Pages and questions beside the folders of the handbook, or in one whose name is misspelled."""
    for entry in sorted(root.iterdir()):
        name = entry.name
        if name.startswith(".") or name in _OWN_FOLDERS or entry.is_symlink():
            continue
        if entry.is_dir() and not (entry / ".git").exists():
            yield from _in_strange_folder(entry)
        elif entry.suffix in (".yml", ".yaml") and _QUESTION.search(_beginning(entry)):
            hint = f"Move it to {ITEMS_FOLDER}/{better_name(entry.stem)}.yml."
            yield _lost(name, f"is not read, because questions are read from {ITEMS_FOLDER}", hint)
        elif entry.suffix == ".md" and _HEAD.match(_beginning(entry)):
            hint = f"Move it to the folder of a section, such as {DOCS}/{better_name(name)}."
            yield _lost(name, f"is not published, because pages are read from {DOCS}", hint)


def _in_strange_folder(folder: Path) -> Iterator[Problem]:
    twin = next((each for each in (DOCS, BANK) if (folder.parent / each).exists() and _same(folder, each)), None)
    for file in documents_below(folder) if twin is None else ():
        path = PurePosixPath(folder.name, file)
        text = _beginning(folder / file)
        if path.suffix == ".md" and _HEAD.match(text):
            inner = PurePosixPath(file) if nearest(folder.name.lower(), (DOCS,)) else path
            yield _lost(
                str(path), f"is not published, because pages are read from {DOCS}", f"Move it to {DOCS}/{inner}."
            )
        elif path.suffix in (".yml", ".yaml") and _QUESTION.search(text):
            hint = f"Move it to {ITEMS_FOLDER}/{path.stem}.yml."
            yield _lost(str(path), f"is not read, because questions are read from {ITEMS_FOLDER}", hint)
        elif path.suffix == ".yml" and f"{DATA}/{path.name}" in DATA_FILES:
            yield _lost(str(path), f"is not read, because the lists are read from {DATA}", f"Move it to {DATA}.")


def _same(folder: Path, name: str) -> bool:
    """Whether a folder is another one under a name that differs in capitals only, as on Windows and macOS."""
    return folder.name != name and folder.samefile(folder.parent / name)


def _beginning(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            return stream.read(2000).decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
    except OSError:
        return ""


def _lost(path: str, message: str, hint: str, *, sure: bool = True) -> Problem:
    return Problem(path, 0, Code.FILE_PLACE, f"this file {message}", hint, Level.PROBLEM if sure else Level.NOTICE)
