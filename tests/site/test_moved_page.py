"""A page that is moved as docs/editing/move-a-page.md says: all that is made of it stays, but for its address."""

from __future__ import annotations

import gzip
import html
import re
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest

from handbook.assembly import draw
from handbook.book.read import Handbook
from handbook.checks import check_handbook
from handbook.export import FORMATS, ItemTexts, export, load_format
from handbook.export.quizzes import quiz_paper
from handbook.git.edition import Edition
from handbook.html.news import feed
from handbook.intake import Intake
from handbook.source.problems import Level, Problems
from handbook.upkeep.coverage import coverage
from handbook.upkeep.news import email_text
from handbook.upkeep.provenance import accepted, changed, reviewed_yaml
from support.commands import build_site
from support.folders import copy_project
from support.pdf_reading import page_texts, targets
from support.rendering import relative
from support.site_search import Hit, Outcome

OLD, NEW = "desk/lend.md", "desk/loan.md"
SITE = "https://handbook.example.org/"

ADDED = {
    "docs/_data/glossary.yml": """
- term: Fine
  means: Money that is asked for late books.
- term: Shelf mark
  means: Where a book stands.
""",
    "docs/_data/pocket-guide.yml": """
  - title: On loans
    online: desk/lend.md
    pages:
      - page: desk/more.md
        blocks: [more-scene]
mini: [desk-closing, desk-lend]
questions: [q-truefalse, made-single]
terms: [Reserve]
""",
    "docs/_data/news.yml": "- date: 2026-01-02\n  who: All\n  what: Loans.\n  link: desk/lend.md#late-books\n",
    "docs/_data/searches.yml": "- query: borrow\n  page: desk/lend.md\n",
    "docs/whats-new.md": "---\ntitle: New\nsummary: New.\n---\n\n``` news\nid: news\ntitle: News\n```\n",
    "docs/tests.md": "---\ntitle: Tests\nsummary: Tests.\n---\n\n``` handouts\nid: tests\ntitle: Tests\n```\n",
    "quizbank/items/more.yml": """
- id: made-single
  from: glossary
  as: single
  level: recall
  about: Reserve
- id: q-linked
  type: truefalse
  level: recall
  stem: Loans last [some days](desk/lend.md#late-books).
  answer: true
  why:
    true: They do.
    false: They do.
  refs: [desk/lend.md#desk-closing, desk/lend.md]
""",
}
HEADS = {"docs/desk/lend.md": "foot: true", "docs/desk/more.md": "next: lend.md"}
BY_THEIR_PATH = {
    "quizbank/quizzes.yml": 1,  # the file and line that name the page by its path
    "docs/_data/glossary.yml": 1,
    "docs/_data/pocket-guide.yml": 2,
    "docs/_data/searches.yml": 1,
    "docs/basics/nesting.md": 1,
    "docs/desk/index.md": 1,
    "docs/desk/more.md": 1,
    "docs/basics/index.md": 1,
    "docs/index.md": 1,
    "quizbank/items/all.yml": 2,
    "quizbank/items/more.yml": 3,
    "docs/_data/news.yml": 1,
}


@dataclass(frozen=True)
class Project:
    """One of the two states, built."""

    root: Path
    handbook: Handbook
    problems: Problems

    def file(self, name: str) -> bytes:
        """A file of the site."""
        return (self.root / "site" / name).read_bytes()


def _with_more(root: Path) -> Path:
    copy_project(root)
    for path, text in ADDED.items():
        file = root / path
        file.write_text((file.read_text("utf-8") if file.exists() else "") + text, "utf-8")
    for path, line in HEADS.items():
        text = (root / path).read_text("utf-8")
        (root / path).write_text(text.replace("\nsummary:", f"\n{line}\nsummary:", 1), "utf-8")
    quizzes = root / "quizbank/quizzes.yml"
    quizzes.write_text(quizzes.read_text("utf-8").replace("q-empty]", "q-empty, q-linked, made-single]"), "utf-8")
    handbook, _ = check_handbook(root)
    reviewed = reviewed_yaml(accepted(handbook, handbook.bank.items))
    (root / "quizbank/reviewed.yml").write_text(reviewed, "utf-8")
    return root


def _move(root: Path) -> None:
    """What the guide for editors says: the name of the file, and one line in the head of the page."""
    text = (root / "docs" / OLD).read_text("utf-8")
    (root / "docs" / OLD).unlink()
    (root / "docs" / NEW).write_text(text.replace("\nsummary:", f"\nwas: [{OLD}]\nsummary:", 1), "utf-8")


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, Project]:
    """The small site before and after."""
    roots = [_with_more(tmp_path_factory.mktemp(name)) for name in ("before", "after")]
    _move(roots[1])
    for root in roots:
        build_site(root)
    before, after = (Project(root, *check_handbook(root)) for root in roots)
    return before, after


def _as_before(text: str) -> str:
    """A text in which the page has its old address again, and no QR code, which holds it as a pattern."""
    text = re.sub(r'<path stroke="#000" d="[^"]*"', "", text)
    return re.sub(r"(?:(?<=%2F)|(?<![\w-]))loan(?=\.(?:html|md)\b)", "lend", text)


def _readable(content: bytes) -> dict[str, str]:
    """What a file says, piece by piece: all files in a zip, texts and links of a PDF, the notes of an Anki deck."""
    if content.startswith(b"%PDF"):
        return {"": _as_before("\n".join([*page_texts(content), *sorted(targets(content))]))}
    if content.startswith(b"SQLite format 3\0"):
        return {"notes": _notes(content)}
    if content.startswith(b"\x1f\x8b"):
        return _readable(gzip.decompress(content))
    if is_zipfile(BytesIO(content)):
        with ZipFile(BytesIO(content)) as archive:
            inside = {name: _readable(archive.read(name)) for name in archive.namelist()}
        return {f"{name}/{part}": text for name, parts in inside.items() for part, text in parts.items()}
    return {"": _as_before(content.decode("utf-8", "surrogateescape"))}


def _notes(content: bytes) -> str:
    database = sqlite3.connect(":memory:")
    database.deserialize(content)
    rows = database.execute("SELECT guid, tags, flds FROM notes ORDER BY guid").fetchall()
    database.close()
    return _as_before("\n".join(map(str, rows)))


def _files(project: Project) -> Iterator[str]:
    site = project.root / "site"
    return (relative(site, file) for file in sorted(site.rglob("*")) if file.is_file())


def test_every_file_of_the_site_stays_but_for_the_address(states: tuple[Project, Project]) -> None:
    """Pages with their foot, quizzes and glossary, search index, pocket guide in all formats, files of the quizzes."""
    before, after = states
    files = [name for name in _files(after) if name != "desk/lend.html"]  # what is left there only leads on
    assert sorted(map(_as_before, files)) == list(_files(before))
    for name in set(files) - {"service-worker.js"}:  # it lists the hash of every page
        assert _readable(after.file(name)) == _readable(before.file(_as_before(name))), name
    assert '<a href="loan.html">Lend a book</a>' in after.file("desk/lend.html").decode()


def test_what_is_compared_names_the_page(states: tuple[Project, Project]) -> None:
    """Else the comparison would hold for a page that is nowhere."""
    site = states[1]
    guide = " ".join(page_texts(site.file("pocket-guide/pocket-guide.pdf")))
    assert "Lending a book" in guide
    for name, words in {
        "basics/terms.html": 'See <a href="../desk/loan.html#late-books">Lend a book</a>',
        "basics/index.html": '<li><a href="../desk/loan.html">Lend a book</a></li>',
        "desk/test.html": '<a href="loan.html#late-books">Lend a book: Late books</a>',
        "desk/more.html": '<a href="loan.html">Lend a book</a>',
        "desk/index.html": '<a href="loan.html">Lend a book</a>',
        "whats-new.html": '<a href="desk/loan.html#late-books">Lend a book</a>',
        "whats-new.xml": f"{SITE}desk/loan.html#late-books",
    }.items():
        assert words in re.sub(r' data-link="\d+"', "", html.unescape(site.file(name).decode())), name


@pytest.mark.parametrize("name", FORMATS)
def test_every_export_stays_but_for_the_address(states: tuple[Project, Project], name: str) -> None:
    before, after = (_exported(project.handbook, name) for project in states)
    assert after == before
    if name != "kahoot":  # it has no place for what to read on
        assert f"{SITE}desk/lend.html#late-books" in "".join(after.values()).replace("\\", "")


def _exported(handbook: Handbook, name: str) -> Mapping[str, str]:
    form = draw(handbook.bank, handbook.profile, handbook.bank.quizzes["all-kinds"][0], "seed").forms[0]
    texts = ItemTexts(handbook.profile, handbook.guide, SITE)
    output = export(quiz_paper(form, handbook, Edition(), texts), load_format(name))
    return {part: html.unescape(text) for part, text in _readable(output.content).items()}


def test_the_questions_and_what_they_cover_stay(states: tuple[Project, Project]) -> None:
    before, after = (project.handbook for project in states)
    assert after.bank.active == before.bank.active
    assert "You meet it on the page “Lend a book”." in str(after.bank.items["made-single"].item)
    assert not list(changed(after))
    counts = [
        (dict(result.sections), [page.title for page in result.pages], len(result.headings), result.directives)
        for result in map(coverage, (before, after))
    ]
    assert counts[0][:3] == counts[1][:3]
    assert [placed.kind for placed in counts[0][3]] == [placed.kind for placed in counts[1][3]]


def test_news_feed_search_and_import_find_the_page(states: tuple[Project, Project]) -> None:
    _, after = states
    handbook = after.handbook
    address = f"{SITE}desk/loan.html#late-books"
    assert f"Read more: {address}\n" in email_text(handbook, handbook.news[0], SITE)
    assert f'href="{address}"' in feed(handbook, "Handbook", SITE)
    (outcome,) = (Outcome.of(search, [Hit(NEW)], handbook.guide) for search in handbook.searches)
    assert outcome.place == 1
    intake = Intake("a.csv", handbook.guide, SITE, {}, Problems())
    assert intake.ref(f"{SITE}desk/lend.html#late-books") == "desk/loan.md#late-books"
    assert intake.ref(f"{SITE}desk/lend.html#desk-lend") == "desk-lend"


def test_whatever_names_the_page_by_its_old_path_gets_the_new_one(states: tuple[Project, Project]) -> None:
    before, after = states
    old_problems = {(problem.path, problem.message) for problem in before.problems}
    new_problems = [problem for problem in after.problems if (problem.path, problem.message) not in old_problems]
    assert {problem.level for problem in new_problems} == {Level.NOTICE}
    assert {problem.message for problem in new_problems} == {f'"{OLD}" has moved to "{NEW}"'}
    assert all(re.match(r'Write "[\w./#-]*loan\.md[\w#-]*"\.', problem.hint) for problem in new_problems)
    assert {
        path: sum(problem.path == path for problem in new_problems) for path in {p.path for p in new_problems}
    } == BY_THEIR_PATH
