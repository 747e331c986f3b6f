"""Entries of what is new, the log of reviews, and what follows from them; the built site shows it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import feedparser
import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser

from handbook.cli import main
from handbook.html.news import feed
from handbook.model.dates import months_after
from handbook.upkeep.reviews import worst_first
from support.commands import build_site
from support.folders import HEAD, Checked, copy_project, write_handbook

NEWS = """- date: 2026-01-02
  who: All
  what: Old & gone.
- date: 2026-03-04
  who: Desk team
  what: Ring {{ org.limit }} times, not *more*.
  action: Read it.
  link: page.md#now
- date: 2026-01-02
  who: Others
  what: Second of the day.
"""
SECTIONS = "\n".join(
    f"- folder: {name}\n  title: {name.title()}\n  owner: {name} team\n  review_months: {months}"
    for name, months in (("calm", 12), ("hot", 6), ("late", 12), ("stuck", 12))
)
REVIEWS = "\n".join(
    f"- date: {day}\n  section: {section}\n  role: {section} team\n  checked: All.\n  result: {result}"
    for day, section, result in (
        ("2025-01-31", "late", "no-change"),
        ("2026-01-31", "calm", "changed"),
        ("2026-01-01", "stuck", "needs-decision"),
    )
)
Check = Callable[[Mapping[str, str]], Checked]
ATOM = "{http://www.w3.org/2005/Atom}"


def _feed(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314  (we wrote it ourselves)


@pytest.fixture
def files() -> dict[str, str]:
    """A handbook with news and reviews."""
    pages = {f"docs/{name}/index.md": HEAD for name in ("calm", "hot", "late", "stuck")}
    data = {"organization": "org:\n  limit: 2\n", "news": NEWS, "sections": SECTIONS, "reviews": REVIEWS}
    page = HEAD.replace("summary:", "foot: true\nsummary:") + "## Now\n"
    return {"docs/page.md": page, **pages, **{f"docs/_data/{k}.yml": v for k, v in data.items()}}


def test_the_feed_is_an_atom_feed(files: dict[str, str], checked: Check) -> None:
    """RFC 4287: what a feed and an entry must have, each id once, times as in RFC 3339, addresses absolute."""
    handbook, problems = checked(files)
    assert not problems.blocking
    root = _feed(feed(handbook, "Handbook", "https://example.org/"))
    entries = root.findall(f"{ATOM}entry")
    for element in (root, *entries):
        for name in ("id", "title", "updated"):
            assert len(element.findall(ATOM + name)) == 1
            assert element.findtext(ATOM + name)
    assert root.find(f"{ATOM}author/{ATOM}name") is not None
    assert [entry.findtext(f"{ATOM}updated") for entry in entries] == [
        "2026-03-04T00:00:00Z",
        "2026-01-02T00:00:00Z",
        "2026-01-02T00:00:00Z",
    ]
    assert root.findtext(f"{ATOM}updated") == "2026-03-04T00:00:00Z"
    assert len({element.findtext(f"{ATOM}id") for element in (root, *entries)}) == 4
    links = [link.get("href") for link in root.iter(f"{ATOM}link")]
    assert links == ["https://example.org/whats-new.xml", "https://example.org/page.html#now"]
    assert entries[0].findtext(f"{ATOM}title") == "Ring 2 times, not more."


def test_a_reader_of_feeds_takes_it_without_a_complaint(site: Path) -> None:
    read = feedparser.parse((site / "whats-new.xml").read_bytes())
    assert (read.bozo, read.version) == (False, "atom10")
    assert read.feed.id.startswith("urn:uuid:")
    (entry,) = read.entries
    assert (entry.title, entry.updated_parsed[:3]) == ("New.", (2026, 1, 2))
    assert entry.link == "https://handbook.example.org/desk/loan.html"
    assert entry.id not in ("", read.feed.id)
    assert entry.content[0].value == "Desk: New. Nothing to do."


def test_an_entry_keeps_its_id_when_it_is_reworded_and_when_another_is_added(
    files: dict[str, str], checked: Check
) -> None:
    def ids() -> set[str | None]:
        return {each.findtext(f"{ATOM}id") for each in _feed(feed(checked(files)[0], "H", "")).iter(f"{ATOM}entry")}

    before = ids()
    files["docs/_data/news.yml"] = "- date: 2026-05-01\n  who: All\n  what: New.\n" + NEWS.replace("gone", "done")
    assert before < ids()


def test_the_newest_entry_is_an_email_to_paste(files: dict[str, str], tmp_path: Path) -> None:
    files["mkdocs.yml"] = "site_name: Test\nsite_url: https://example.org/\n"
    outcome = CliRunner().invoke(main, ["--root", str(write_handbook(tmp_path, files)), "news", "--email"])
    assert outcome.stdout == (
        "Subject: New in the customer service handbook: Ring 2 times, not more\n\nFor: Desk team\n\n"
        "What is new: Ring 2 times, not more.\nWhat to do: Read it.\nRead more: https://example.org/page.html#now\n"
    )


def test_what_is_due_comes_worst_first(files: dict[str, str], checked: Check) -> None:
    """Never read and often to be read; waiting for a decision; long over; not yet due."""
    handbook, _ = checked(files)
    due_sections = worst_first(handbook.guide, handbook.reviews)
    assert [each.section.folder for each in due_sections] == ["hot", "stuck", "late", "calm"]
    assert due_sections[2].by == date(2026, 1, 31)
    assert due_sections[2].days_over(date(2026, 2, 2)) == 2


def test_due_tells_what_to_read(files: dict[str, str], tmp_path: Path) -> None:
    root = write_handbook(tmp_path, files)
    outcome = CliRunner().invoke(main, ["--root", str(root), "due", "--on", "2026-02-02"])
    assert outcome.stdout.splitlines() == [
        "Due on 2026-02-02: 3 of 4 sections.",
        "  Hot (hot), hot team: never reviewed (every 6 months)",
        "  Stuck (stuck), stuck team: waiting for a decision since 2026-01-01",
        "  Late (late), late team: 2 days overdue; last reviewed 2025-01-31 (every 12 months)",
        "Next: Calm, by 2027-01-31.",
        "Read through the section, then add a row to docs/_data/reviews.yml.",
    ]


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        ("2026-08-31", 6, "2027-02-28"),
        ("2023-11-30", 3, "2024-02-29"),
        ("2027-12-31", 2, "2028-02-29"),
        ("2026-01-15", 12, "2027-01-15"),
    ],
)
def test_months_end_where_the_month_ends(day: str, months: int, then: str) -> None:
    assert months_after(date.fromisoformat(day), months) == date.fromisoformat(then)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site with news, reviews and a moved page, built."""
    root = copy_project(tmp_path_factory.mktemp("news"))
    (root / "docs/_data/news.yml").write_text(
        "- date: 2026-01-02\n  who: Desk\n  what: New.\n  link: desk/loan.md\n", "utf-8"
    )
    row = "- date: {}\n  section: {}\n  role: A\n  checked: All.\n  result: changed\n"
    (root / "docs/_data/reviews.yml").write_text(
        row.format("2020-01-01", "desk") + row.format("2099-01-01", "basics"), "utf-8"
    )
    head = "---\ntitle: {}\nsummary: About it.\n{}---\n\n"
    body = "[old](old/loan.md#then) [gone](old/loan.md#gone)\n\n``` news\nid: all-news\ntitle: News\n```\n"
    (root / "docs/news.md").write_text(head.format("News", "search: false\n") + body, "utf-8")
    (root / "docs/desk/loan.md").write_text(head.format("Loan & more", "was: [old/loan.md]\n") + "## Then\n", "utf-8")
    return build_site(root)


def test_news_stand_in_the_page_with_their_feed(site: Path) -> None:
    html = (site / "news.html").read_text("utf-8")
    assert '<time datetime="2026-01-02">' in html
    assert re.search('href="desk/loan.html"[^>]*>Loan &amp; more</a>', html)
    assert '<a href="whats-new.xml"' in html
    assert 'type="application/atom+xml" title="What\'s new" href="../whats-new.xml">' in (
        site / "desk/loan.html"
    ).read_text("utf-8")
    assert _feed((site / "whats-new.xml").read_text("utf-8")).tag == f"{ATOM}feed"


def test_a_page_may_stay_out_of_the_search(site: Path) -> None:
    index = (site / "search" / "index.js").read_text("utf-8")
    assert "desk/loan.html" in index
    assert "news.html" not in index


def test_links_to_a_moved_page_lead_to_where_it_is(site: Path) -> None:
    html = (site / "news.html").read_text("utf-8")
    assert re.search('<a href="desk/loan.html#then"[^>]*>old</a>', html)
    assert re.search('<a href="desk/loan.html"[^>]*>gone</a>', html)


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_an_old_address_leads_on_also_when_opened_as_a_file(site: Path, browser: Browser, script: bool) -> None:
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto((site / "old" / "loan.html").as_uri() + "#then")
    page.wait_for_url("**/desk/loan.html*")
    assert page.url.endswith("loan.html#then" if script else "loan.html")
    assert page.get_by_role("heading", name="Loan & more").count() == 1
    context.close()


def test_the_page_at_an_old_address_is_kept_out_of_search_engines(site: Path) -> None:
    html = (site / "old" / "loan.html").read_text("utf-8")
    assert '<meta name="robots" content="noindex">' in html
    assert '<link rel="canonical" href="https://handbook.example.org/desk/loan.html">' in html


def test_a_page_says_calmly_that_its_check_is_due(site: Path, browser: Browser) -> None:
    page = browser.new_page()
    page.goto((site / "desk" / "loan.html").as_uri())
    page.get_by_role("note").filter(has_text="was due on July 1, 2020").wait_for()
    assert "Last checked on January 1, 2020 by A." in page.inner_text("article")
    page.goto((site / "basics" / "nesting.html").as_uri())
    page.wait_for_load_state()
    assert page.locator(".hb-overdue").count() == 0
    page.close()
