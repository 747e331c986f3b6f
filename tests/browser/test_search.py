"""The search in Chromium: what people type finds the page, on a small site with the real settings."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from handbook.model.search import Search
from handbook.source.problems import Level
from support.commands import run_handbook
from support.folders import HEAD, Checked, copy_project
from support.site_search import Outcome, pages_found, report

PAGES = {
    "desk/close.md": """---
title: Close for a holiday
summary: Hang up the sign and lock the door.
keywords: [vacation, closng, shutters]
next: wombat.md
---

Water the ficus before you leave.

``` quiz
id: desk-close-check
title: Xenon check
items: [q-single]
```
""",
    "desk/wombat.md": """---
title: Feed the wombat
summary: Twice a day.
---

Interesting documents, doors and indoor toys are of no interest to a wombat.
""",
    "desk/list.md": """---
title: Everything on one list
summary: A holiday stands here among many other things.
---

Sign, door, lock.
""",
}


@pytest.fixture(scope="module")
def find(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Callable[[str], list[str]]:
    """Types words into the search of the small site with three pages more; gives the pages found, the best first."""
    root = copy_project(tmp_path_factory.mktemp("search"))
    for path, text in PAGES.items():
        (root / "docs" / path).write_text(text, "utf-8")
    done = run_handbook(root, "site")
    assert done.returncode == 0, done.stdout + done.stderr
    return lambda words: next(pages_found(browser, root / "site", [words]))


def test_a_word_of_the_title_counts_more_than_the_same_word_in_the_text(find: Callable[[str], list[str]]) -> None:
    assert find("holiday") == ["desk/close.md", "desk/list.md"]


@pytest.mark.parametrize("words", ["vacation", "closng", "ficus", "shutter", "FICUS"])
def test_keywords_misspellings_and_beginnings_of_words_find_their_page(
    find: Callable[[str], list[str]], words: str
) -> None:
    assert find(words) == ["desk/close.md"]


def test_the_small_words_of_a_question_bring_no_other_pages(find: Callable[[str], list[str]]) -> None:
    """`i` and `do` are beginnings of many words: without the separator of mkdocs.yml they would bring the wombat."""
    assert find("how do I water the ficus?") == ["desk/close.md"]


def test_the_way_on_at_the_foot_of_a_page_is_not_searched(find: Callable[[str], list[str]]) -> None:
    assert find("wombat") == ["desk/wombat.md"]


def test_a_self_check_is_found_as_its_page_and_a_listed_quiz_by_its_title(find: Callable[[str], list[str]]) -> None:
    assert find("xenon") == []
    assert find("nine kinds")[0] == "desk/test.md"


def test_searches_are_read_and_a_page_that_is_gone_is_a_notice(
    checked: Callable[[dict[str, str]], Checked],
) -> None:
    searches = "- query: on hold\n  page: page.md\n- query: bye\n  page: pag.md\n  held_out: true\n"
    handbook, problems = checked({"docs/page.md": HEAD, "docs/_data/searches.yml": searches})
    assert [search.held_out for search in handbook.searches] == [False, True]
    assert not problems.blocking
    (notice,) = problems.of(Level.NOTICE)
    assert (notice.path, notice.line) == ("docs/_data/searches.yml", 4)
    assert notice.message == 'there is no page "pag.md" for this search to find'
    assert notice.hint == 'Did you mean "page.md"?'


def test_the_report_gives_shares_and_every_miss() -> None:
    found = ["a.md", "b.md", "c.md", "d.md"]
    outcomes = [Outcome(Search(query=f"find {page}", page=f"{page}.md"), found, f"{page}.md") for page in "acdz"]
    assert report("Searches", outcomes) == (
        "Searches: 4, first 25.0%, in the first three 50.0%\n"
        '  "find d" brings a.md, b.md, c.md; d.md is number 4\n'
        '  "find z" brings a.md, b.md, c.md; z.md is not there'
    )


def test_a_search_that_brings_nothing_is_said_so() -> None:
    assert report("One", [Outcome(Search(query="q", page="a.md"), [], "a.md")]).endswith(
        '"q" brings nothing; a.md is not there'
    )
