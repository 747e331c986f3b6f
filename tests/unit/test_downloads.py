"""The pages that offer the pocket guide and the quizzes as files tell what the build has made."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from handbook.assembly import rebuild
from handbook.book.read import Handbook
from handbook.checks import check_handbook
from handbook.export.handouts import REPORT, make_handouts
from handbook.model.blocks import Download, HandoutRow
from handbook.pdf import GuideFormat
from handbook.site.markdown_extension import Desk
from support.commands import build_site, run_handbook
from support.exported_tests import EDITION, SITE
from support.folders import Checked, copy_project, page_at
from support.pdf_reading import opened, page_texts
from support.rendering import markdown_for

Check = Callable[[Mapping[str, str]], Checked]
PAGE = """---
title: Guide
summary: To print.
---

``` downloads
id: guide-files
title: Files
```
"""
STORY = "- id: story\n  title: Story\n  items: [q-scenario]\n"
TESTS = PAGE.replace("downloads", "handouts").replace("guide-files", "test-files")


def test_files_are_offered_with_amount_and_size_and_their_edition_once(checked: Check) -> None:
    handbook, problems = checked({"docs/a/page.md": PAGE})
    file = Download("guide/it.pdf", "Large print", "For all.", "3 pages", 41_700, "2026-11-22 · a1b2c3d")
    desk = Desk(handbook, problems, "a/page.md", downloads=(file, file))
    page_html = markdown_for(desk).convert(page_at("a/page.md", handbook).markup.body)
    assert '<a href="../guide/it.pdf">Large print (PDF, 3 pages, 42\u00a0KB)</a>' in page_html
    assert page_html.count('<p class="hb-note">For all.</p>') == 2
    assert page_html.count("Edition: 2026-11-22 · a1b2c3d.") == 1


def test_the_site_offers_every_format_and_every_quiz_that_it_holds(tmp_path: Path) -> None:
    root = copy_project(tmp_path / "project")
    (root / "docs/print.md").write_text(PAGE, "utf-8")
    (root / "docs/tests.md").write_text(TESTS, "utf-8")
    pocket = root / "docs/_data/pocket-guide.yml"
    pocket.write_text(pocket.read_text("utf-8") + "mini: [desk-lend]\nbadge: desk-lend\n", "utf-8")
    profile = root / "docs/_data/organization.yml"
    languages = "languages:\n  - name: Spanish\n    text: Hablo español.\n"
    profile.write_text(profile.read_text("utf-8") + languages, "utf-8")
    build_site(root)
    offered = re.findall(r'href="(pocket-guide/[^"]+)"', (root / "site/print.html").read_text("utf-8"))
    assert offered == [f"pocket-guide/{form.file}" for form in GuideFormat]
    for address in offered:
        assert (root / "site" / address).read_bytes().startswith(b"%PDF-")
    _offers_every_quiz(root)
    _stays_when_a_quiz_is_wrong(root)


def _offers_every_quiz(root: Path) -> None:
    page = html.unescape((root / "site/tests.html").read_text("utf-8"))
    offered = re.findall(r'<a href="(handouts/[^"]+)"[^>]*>[^<(]+ \((\w+), ([^)]+)\)</a>', page)
    handbook, _ = check_handbook(root)
    files = make_handouts(handbook, handbook.edition, handbook.site.address).files
    assert {address for address, _, _ in offered} == set(files)
    for address, kind, size in offered:
        content = (root / "site" / address).read_bytes()
        assert content == files[address], address
        assert size == f"{max(1, round(len(content) / 1000))}\u00a0KB"
        assert kind == ("text" if address.endswith(".txt") else Path(address).suffix[1:].upper())


def _stays_when_a_quiz_is_wrong(root: Path) -> None:
    before = {file: file.stat().st_mtime_ns for file in (root / "site").rglob("*")}
    quizzes = root / "quizbank/quizzes.yml"
    quizzes.write_text(quizzes.read_text("utf-8").replace("q-single", "q-singel"), "utf-8")
    result = run_handbook(root, "site")
    assert result.returncode == 1
    assert 'quizbank/quizzes.yml:3: there is no question "q-singel"' in result.stdout
    assert {file: file.stat().st_mtime_ns for file in (root / "site").rglob("*")} == before


@pytest.fixture
def small(tmp_path: Path) -> Callable[[str], Handbook]:
    """The small site with these quizzes."""

    def make(quizzes: str) -> Handbook:
        root = copy_project(tmp_path / "small")
        (root / "quizbank/quizzes.yml").write_text(quizzes, "utf-8")
        return check_handbook(root)[0]

    return make


def rows_of(handbook: Handbook) -> list[HandoutRow]:
    return list(make_handouts(handbook, EDITION, SITE).table.rows)


def test_a_drawn_test_is_offered_with_a_code_that_gives_it_again(small: Callable[[str], Handbook]) -> None:
    handbook = small("- id: drawn\n  title: Drawn\n  draw:\n    - count: 2\n      type: [single, multiple, short]\n")
    (row,) = rows_of(handbook)
    form = rebuild(row.code, handbook.bank, handbook.profile, EDITION)
    answers = make_handouts(handbook, EDITION, SITE).files["handouts/drawn-answers.pdf"]
    text = " ".join(page_texts(answers))
    assert re.findall(r"Question \d: ([a-z-]+)", text) == [item.id for item in form.items]
    assert row.code in text
    assert "2 questions, drawn from the question bank" in row.about


def test_what_a_file_leaves_out_is_listed_beside_it_and_in_the_report(small: Callable[[str], Handbook]) -> None:
    quizzes = ("- id: some\n  title: Some\n  items: [q-single, q-scenario]\n", STORY)
    handbook = small("".join(quizzes))
    some, story = rows_of(handbook)
    assert some.notes == {"anki": "Holds 1 of the 2 questions."}
    assert story.notes == {"anki": "It cannot hold any of these questions."}
    assert story.files["anki"] == ()
    report = make_handouts(handbook, EDITION, SITE).files[REPORT].decode("utf-8-sig")
    assert "== Story\n" in report
    assert "a question of type scenario can't become a card: the question is left out\n    q-scenario" in report


def test_a_test_that_the_bank_cannot_fill_is_not_offered(small: Callable[[str], Handbook]) -> None:
    (row,) = rows_of(small("- id: big\n  title: Big\n  draw:\n    - count: 99\n"))
    assert not row.files
    assert "too few questions" in row.about


def test_a_retired_question_is_not_handed_out(small: Callable[[str], Handbook]) -> None:
    handbook = small("- id: some\n  title: Some\n  items: [q-single, q-order]\n")
    file = handbook.root / "quizbank/items/all.yml"
    file.write_text(file.read_text("utf-8").replace("- id: q-single\n", "- id: q-single\n  status: retired\n"), "utf-8")
    assert "q-single" not in str(make_handouts(check_handbook(handbook.root)[0], EDITION, SITE).files)


def test_tests_are_printed_on_the_paper_of_the_pocket_guide(small: Callable[[str], Handbook]) -> None:
    handbook = small("- id: some\n  title: Some\n  items: [q-single]\n")
    for name, width in (("letter", 612), ("a4", 595)):
        file = handbook.root / "docs/_data/pocket-guide.yml"
        file.write_text(re.sub(r"(?m)^paper:.*\n", "", file.read_text("utf-8")) + f"paper: {name}\n", "utf-8")
        files = make_handouts(check_handbook(handbook.root)[0], EDITION, SITE).files
        assert round(float(opened(files["handouts/some-questions.pdf"]).pages[0].mediabox[2])) == width


def test_a_page_is_shown_before_its_files_are_made(checked: Check) -> None:
    handbook, problems = checked({"docs/a/page.md": TESTS})
    page_html = markdown_for(Desk(handbook, problems, "a/page.md")).convert(page_at("a/page.md", handbook).markup.body)
    assert "The files are not made yet." in page_html
