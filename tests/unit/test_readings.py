"""What people sign for: which pages, what tells one state of them from another, and when they have to sign again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from handbook.book.read import Handbook
from handbook.book.readings import fingerprint, last_request, reading_named, requests
from handbook.checks import check_handbook
from handbook.model.receipts import HAVE_READ, REPLACES, WILL_ASK, Receipt
from handbook.pdf.signature import sheet_tree
from support.commands import call_handbook
from support.commits import commit
from support.folders import HEAD, PROJECT, SMALL_SITE, copy_project, write_handbook
from support.pdf_reading import page_texts

FILES = {
    "docs/index.md": HEAD,
    "docs/desk/index.md": HEAD.replace("Page", "Desk") + "Open at {{ office.opens }}.\n",
    "docs/desk/show.md": HEAD + "``` show\nid: topic-show\ntitle: Again\nof: [topic-list]\n```\n",
    "docs/rules/index.md": HEAD + "``` checklist\nid: topic-list\ntitle: A\nitems: [One]\n```\n",
    "docs/foot/index.md": HEAD,
    "docs/_data/organization.yml": "office:\n  opens: nine\n",
    "docs/_data/sections.yml": "".join(
        f"- folder: {name}\n  title: {name}\n  owner: HR\n{more}"
        for name, more in (("desk", ""), ("rules", ""), ("foot", "  foot: true\n"))
    ),
}
NEWS = """\
- date: 2026-11-23
  who: All
  what: Two.
  link: desk/index.md
  sign: again
- date: 2026-11-23
  who: All
  what: One.
  link: desk/index.md
  sign: again
- date: 2026-11-22
  who: All
  what: A typo.
  link: desk/index.md
- date: 2026-11-21
  who: All
  what: Everything.
  sign: again
"""


def book(folder: Path, files: Mapping[str, str]) -> Handbook:
    return check_handbook(write_handbook(folder, {**FILES, **files}))[0]


def hash_of(name: str, handbook: Handbook) -> str:
    reading = reading_named(name, handbook)
    assert reading
    return fingerprint(reading, handbook)


def test_the_whole_is_all_that_staff_read(tmp_path: Path) -> None:
    reading = reading_named("all", book(tmp_path, {}))
    assert reading
    assert [page.path for page in reading.pages] == ["desk/index.md", "desk/show.md", "rules/index.md"]


@pytest.mark.parametrize(
    ("file", "old", "new", "changed"),
    [
        ("docs/desk/index.md", "Open at", "We open at", {"all", "desk", "desk/index.md"}),
        ("docs/_data/organization.yml", "nine", "ten", {"all", "desk", "desk/index.md"}),
        ("docs/rules/index.md", "One", "Two", {"all", "desk", "desk/show.md", "rules", "rules/index.md"}),
        ("docs/foot/index.md", "Page", "Other", {"foot", "foot/index.md"}),
    ],
    ids=["its text", "a value in it", "a box that it shows", "a page for editors"],
)
def test_the_hash_changes_with_what_is_read_and_with_nothing_else(
    tmp_path: Path, file: str, old: str, new: str, changed: set[str]
) -> None:
    names = ("all", "desk", "desk/index.md", "desk/show.md", "rules", "rules/index.md", "foot", "foot/index.md")
    before = book(tmp_path / "before", {})
    after = book(tmp_path / "after", {file: FILES[file].replace(old, new)})
    assert {name for name in names if hash_of(name, before) != hash_of(name, after)} == changed


def test_the_hash_stays_when_a_page_moves(tmp_path: Path) -> None:
    link = FILES["docs/desk/index.md"] + "\nSee [the list]({}).\n"
    before = book(tmp_path / "before", {"docs/desk/index.md": link.format("show.md"), "docs/desk/all.md": HEAD})
    moved = {"docs/desk/index.md": link.format("a-show.md#again"), "docs/desk/z.md": HEAD}
    after = book(tmp_path / "after", moved)
    assert hash_of("all", before) == hash_of("all", after)
    assert hash_of("desk/index.md", before) == hash_of("desk/index.md", after)


def test_only_news_that_says_so_asks_again_and_rewording_it_asks_nobody(tmp_path: Path) -> None:
    handbook = book(tmp_path / "one", {"docs/_data/news.yml": NEWS})
    whole, rules, desk = (reading_named(name, handbook) for name in ("all", "rules/index.md", "desk/index.md"))
    assert whole
    assert rules
    assert desk
    assert [name for name, _ in requests(whole, handbook)] == ["2026-11-23.2", "2026-11-23.1", "2026-11-21.1"]
    assert last_request(rules, handbook) == "2026-11-21.1"
    reworded = book(tmp_path / "two", {"docs/_data/news.yml": NEWS.replace("Two.", "Two words.")})
    assert last_request(desk, reworded) == "2026-11-23.2"
    assert last_request(rules, book(tmp_path / "three", {})) == ""


def test_a_sheet_lists_what_changed_after_a_day_as_git_knows_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_handbook(tmp_path, {**FILES, "docs/_data/news.yml": NEWS})
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-11-20T12:00:00Z")
    commit(root)
    rules = root / "docs/rules/index.md"
    rules.write_text(rules.read_text("utf-8").replace("Page", "Rules"), "utf-8")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-11-24T12:00:00Z")
    commit(root)
    handbook, _ = check_handbook(root)
    reading = reading_named("all", handbook)
    assert reading
    sheet = sheet_tree(reading, handbook, handbook.edition, date(2026, 11, 22))
    assert sheet["since"] == "November 22, 2026"
    assert sheet["changes"] == ["Page", "Rules"]  # the first shows a box of the second
    assert sheet["asks"] == ["Two.", "One."]
    assert sheet_tree(reading, handbook, handbook.edition)["since"] == "November 23, 2026"


def test_the_command_prints_a_sheet_to_sign(tmp_path: Path) -> None:
    root = copy_project(tmp_path, SMALL_SITE)
    result = call_handbook(root, "sign", "desk", "--to", "sheet", "--since", "2026-11-22", "--out", "desk.pdf")
    assert result.returncode == 0, result.stderr
    assert "desk.pdf: 4 pages to read and sign" in result.stdout
    words = " ".join(page_texts((root / "desk.pdf").read_bytes()))
    for part in ("Receipt: The desk", "Hash of the pages", "I will read it and ask", "November 22, 2026", "Signature"):
        assert part in words
    wrong = call_handbook(root, "sign", "desk", "--since", "2026-11-22", "--out", "desk.zip")
    assert wrong.returncode == 2
    assert "add --to sheet" in wrong.stderr


def test_the_page_that_matches_receipts_reads_the_lines_that_the_emails_have() -> None:
    code = (PROJECT / "web/src/receipts/receipt.ts").read_text("utf-8")
    lines = Receipt("The desk", "read-desk", "an edition", "0123abcd", "").lines()
    labels = re.search(r"const LABELS = \[(.*?)\]", code, re.DOTALL)
    assert labels
    assert re.findall(r'"([^"]+)"', labels[1]) == [label for label, _ in lines]
    for name, words in (("HAVE_READ", HAVE_READ), ("WILL_ASK", WILL_ASK), ("REPLACES", REPLACES), ("NONE", "none")):
        assert f'const {name} = "{words}"' in code
