"""The report of `make search`: what is found at which place, and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from handbook.model.search import Search
from handbook.source.problems import Level
from support.folders import HEAD, Checked
from support.site_search import Hit, Outcome, answers, report, same_subject

Check = Callable[[Mapping[str, str]], Checked]

CARD = (
    "---\ntitle: Hold\nsummary: Ask.\n---\n\n``` show\nid: now-hold\ntitle: Hold\nof: [hold-steps]\nbrief: true\n```\n"
)
STEPS = "---\ntitle: Hold\nsummary: Ask.\nkeywords: [wait on the line]\n---\n\n"
STEPS += "``` procedure\nid: hold-steps\ntitle: Hold\nsteps:\n  - do: Ask.\n```\n"
FILES = {
    "docs/now/index.md": HEAD.replace("summary:", "quick: true\nsummary:"),
    "docs/now/hold.md": CARD,
    "docs/phone/hold.md": STEPS,
    "docs/phone/other.md": HEAD.replace("Page", "Transfer a call"),
    "docs/_data/sections.yml": "- folder: now\n  title: Now\n  owner: A\n- folder: phone\n  title: Phone\n  owner: A\n",
}


def test_searches_are_read_and_a_page_that_is_gone_is_a_notice(checked: Check) -> None:
    searches = "- query: on hold\n  page: page.md\n- query: bye\n  page: pag.md\n  held_out: true\n"
    handbook, problems = checked({"docs/page.md": HEAD, "docs/_data/searches.yml": searches})
    assert [search.held_out for search in handbook.searches] == [False, True]
    assert not problems.blocking
    (notice,) = problems.of(Level.NOTICE)
    assert (notice.path, notice.line) == ("docs/_data/searches.yml", 4)
    assert notice.message == 'there is no page "pag.md" for this search to find'
    assert notice.hint == 'Did you mean "page.md"?'


def test_the_search_of_the_pages_itself_is_asked_and_says_why(checked: Check) -> None:
    handbook, _ = checked(FILES)
    hits, nothing = answers(handbook, ["waiting on a line", "zzyzx"])
    assert [hit.page for hit in hits][:2] == ["phone/hold.md", "now/hold.md"]
    assert hits[0].reason.startswith('like "wait on the line": waiting in keywords')
    assert nothing == []


def test_a_card_and_the_page_whose_box_it_shows_are_one_subject(checked: Check) -> None:
    guide = checked(FILES)[0].guide
    assert (
        same_subject("now/hold.md", guide) == same_subject("phone/hold.md", guide) == {"now/hold.md", "phone/hold.md"}
    )
    assert same_subject("phone/other.md", guide) == {"phone/other.md"}


def test_the_report_gives_shares_and_for_each_search_place_and_reason_the_worst_first() -> None:
    hits = [Hit(f"{name}.md", f"on {name}", {name: ["title"]}) for name in "abcd"]
    outcomes = [Outcome(Search(query=f"find {name}", page=f"{name}.md"), hits, {f"{name}.md"}) for name in "acdz"]
    assert report("Searches", outcomes) == (
        "Searches: 4, first 25.0%, in the first three 50.0%\n"
        '   -  "find z"\n       a.md: like "on a": a in title\n       z.md: not there\n'
        '   4  "find d"\n       a.md: like "on a": a in title\n       d.md: like "on d": d in title\n'
        '   3  "find c"\n       a.md: like "on a": a in title\n       c.md: like "on c": c in title\n'
        '   1  "find a"\n       a.md: like "on a": a in title'
    )
