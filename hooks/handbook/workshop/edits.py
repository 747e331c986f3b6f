"""Trying a change: a file as it would be, what is wrong in it then, how it would look, and what else changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..book.bank import ITEMS_FOLDER, QUIZZES
from ..book.read import DATA, DOCS, GLOSSARY, NEWS, ORGANIZATION, Handbook
from ..checks import check_handbook
from ..export import ItemTexts
from ..model.blocks import Show
from ..source.document import read_text
from ..source.problems import Level, Problem, Problems
from ..upkeep.changes import Change, changes_between
from .choices import TYPE_NAMES
from .line_fixes import line_fixes
from .mentions import with_key
from .preview import bank_preview, page_preview, question_preview, with_file
from .starts import Beginning, appended, begin

HOME_ADDRESS = "index.html"
PATTERNS = (f"{DOCS}/**/*.md", f"{DATA}/*.yml", f"{ITEMS_FOLDER}/*.yml", QUIZZES)

_LISTS = {
    "contacts": ORGANIZATION,
    "glossary": GLOSSARY,
    "news": NEWS,
    "standards": ORGANIZATION,
}
"""The boxes that show a list, and the file that it is in."""


class Edits:
    """The files of a handbook, to be changed where they lie: in the browser that is no disk, and nobody else's."""

    def __init__(self, root: Path, handbook: Handbook, problems: Problems) -> None:
        self.root, self.published, self.handbook = root, handbook, handbook
        self._before = set(problems)
        self._texts = {path: self._read(path) for path in self._paths()}

    def files(self) -> dict[str, Any]:
        """Every file that can be changed, with a title where it is a page; the address of the git host's editor."""
        titles = {page.file: page.title for page in self.published.guide.pages}
        entries = [{"path": path, "title": titles.get(path, path.rpartition("/")[2])} for path in self._texts]
        sections = [{"id": section.folder, "title": section.title} for section in self.published.guide.sections]
        topics = [path.rpartition("/")[2][:-4] for path in self._texts if path.startswith(ITEMS_FOLDER)]
        types = [{"id": name, "title": title} for name, title in TYPE_NAMES.items()]
        places = {"sections": sections, "topics": topics, "types": types}
        return {"files": entries, "editor": self.published.editor or "", **places}

    def open(self, path: str) -> dict[str, Any]:
        """The published text of a file; empty for a new one."""
        return {"text": self._texts.get(path, "")}

    def glance(self, path: str, text: str, line: int) -> dict[str, Any]:
        """What comes of a file with this text as far as the rest of the handbook need not be read again for it."""
        self._inside(path)
        problems = Problems()
        handbook = with_file(self.handbook, path, text, problems)
        return {
            "problems": [as_data(problem) for problem in problems],
            "preview": _preview(handbook, problems, path, text, line),
            "fixes": line_fixes(self.root, path, text, problems),
        }

    def attempt(self, path: str, text: str, line: int) -> dict[str, Any]:
        """What comes of a file with this text; `line` is where the person is in it, from 1."""
        self.write({path: text})
        self.handbook, problems = check_handbook(self.root)
        alone = Problems()
        with_file(self.handbook, path, text, alone)
        seen_alone, of_file = set(alone), [problem for problem in problems if problem.path == path]
        fresh = [problem for problem in problems if problem not in self._before and problem.path != path]
        return {
            "problems": [as_data(problem) for problem in of_file if problem in seen_alone],
            "joint": [as_data(problem) for problem in of_file if problem not in seen_alone],
            "elsewhere": [as_data(problem) for problem in fresh],
            "preview": _preview(self.handbook, problems, path, text, line),
            "fixes": line_fixes(self.root, path, text, problems),
        }

    def changes(self) -> list[str]:
        """What readers find changed, as of the last attempt."""
        return [_in_words(change) for change in changes_between(self.published, self.handbook)]

    def source(self, item: str, box: str) -> dict[str, Any]:
        """The file and line of words that a box takes from elsewhere: those of a question, of another box, of a list.

        `box` is the id of the box's heading. Where a page has a box again, the box's own id is behind two dashes.
        """
        if item in self.handbook.bank.items:
            banked = self.handbook.bank.items[item]
            return {"path": banked.document.path, "line": banked.line}
        placed = self.handbook.guide.blocks.get(box.rpartition("--")[2])
        if placed and isinstance(placed.block, Show):
            placed = self.handbook.guide.blocks.get(placed.block.of[0])
        if placed is None:
            return {"path": "", "line": 0}
        path = _LISTS.get(placed.kind)
        return {"path": path, "line": 1} if path else {"path": f"{DOCS}/{placed.page}", "line": placed.fence.line}

    def mentions(self, key: str, name: str = "") -> list[tuple[str, str]]:
        """The other files that mention a value of the profile by its key, each with another one in its place."""
        before = {path: self._read(path) for path in self._paths() if key and path != ORGANIZATION}
        after = {path: with_key(path, text, key, name) for path, text in before.items()}
        return [(path, text) for path, text in after.items() if text != before[path]]

    def begin(self, beginning: Beginning) -> list[dict[str, str]]:
        """The files with something new from a template, the one to go on with first."""
        return self.write(begin(self.handbook, beginning))

    def add(self, path: str, text: str) -> list[dict[str, str]]:
        """A file with more at its end."""
        self._inside(path)
        return self.write(appended(self.handbook, path, text))

    def write(self, texts: dict[str, str]) -> list[dict[str, str]]:
        """Change files without a look at what comes of it."""
        for path, text in texts.items():
            file = self._inside(path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8", newline="\n")
        return [{"path": path, "text": text} for path, text in texts.items()]

    def restore(self, path: str) -> dict[str, Any]:
        """Take a change back: the file is as published, or gone where it was new."""
        file = self._inside(path)
        if path in self._texts:
            file.write_text(self._texts[path], "utf-8", newline="\n")
        else:
            file.unlink(missing_ok=True)
        return {}

    def _inside(self, path: str) -> Path:
        """The file at a path below docs or quizbank. Raises ValueError for any other."""
        file = (self.root / path).resolve()
        folders = [(self.root / name).resolve() for name in (DOCS, "quizbank")]
        if not any(folder in file.parents for folder in folders) or file.suffix not in (".md", ".yml"):
            raise ValueError(f"{path} is no page, question file or list. For example, docs/now/new-card.md")
        return file

    def _paths(self) -> list[str]:
        files = {file.relative_to(self.root).as_posix() for pattern in PATTERNS for file in self.root.glob(pattern)}
        return sorted(files)

    def _read(self, path: str) -> str:
        return read_text(self.root, path, Problems()) or ""


def as_data(problem: Problem) -> dict[str, Any]:
    """A finding as a page shows it."""
    return {
        "path": problem.path,
        "line": problem.line,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
        "notice": problem.level is Level.NOTICE,
    }


def _preview(handbook: Handbook, problems: Problems, path: str, text: str, line: int) -> dict[str, str]:
    """The page as HTML, with its address; of a question file the question at a line; nothing of other files."""
    if path.endswith(".md"):
        return page_preview(handbook, problems, path.removeprefix(f"{DOCS}/"))
    texts = ItemTexts(handbook.profile, handbook.guide, handbook.site.address)
    html = question_preview(path, text, line, texts) or bank_preview(handbook, texts, path, line)
    return {"html": html, "address": HOME_ADDRESS}


def _in_words(change: Change) -> str:
    return f"{change.kind}: {change.name} ({change.what})"
