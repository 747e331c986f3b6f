"""The menu, the tabs, the tools in the header and the links at the foot, where the home page begins a section."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from support.command_bar import contents
from support.commands import build_site
from support.folders import copy_project

SECTIONS = """- folder: now
  title: Now
  owner: Desk team
- folder: desk
  title: The desk
  owner: Desk team
- folder: basics
  title: Basics
  foot: true
  owner: Head librarian
"""
HOME = """---
title: What's happening?
summary: Pick it.
quick: true
---

``` cards
id: home-more
title: More
items:
  - link: now/zebra.md
    text: A zebra comes in
```

``` cards
id: home-cards
title: Moments
items:
  - link: now/lend.md
    text: Lend a book
```
"""
CARD = "---\ntitle: {}\nsummary: Card, book, day.\n---\n\nText of the card.\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site, its home page at the beginning of the section of quick cards, and a section at the foot."""
    root = copy_project(tmp_path_factory.mktemp("menu"))
    files = {
        "_data/sections.yml": SECTIONS,
        "index.md": HOME,
        "now/lend.md": CARD.format("Lend a book"),
        "now/zebra.md": CARD.format("A zebra comes in"),
    }
    for path, text in files.items():
        (root / "docs" / path).write_text(text, "utf-8")
    (root / "docs/now/index.md").unlink()
    (root / "docs/desk/test.md").write_text(
        (root / "docs/desk/test.md").read_text("utf-8").replace("\n---\n\n", "\ntool: true\n---\n\n", 1), "utf-8"
    )
    return build_site(root)


def _tabs(html: str) -> list[tuple[str, str]]:
    bar = re.search(r'<ul class="md-tabs__list">(.*?)</ul>', html, re.DOTALL)
    assert bar
    return re.findall(r'<a href="([^"]*)" class="md-tabs__link">\s*(.*?)\s*</a>', bar[1])


def test_the_tabs_are_the_sections_and_the_home_page_is_the_first_of_its_own(site: Path) -> None:
    html = (site / "desk" / "lend.html").read_text("utf-8")
    assert _tabs(html) == [("../index.html", "Now"), ("index.html", "The desk")]
    home = (site / "index.html").read_text("utf-8")
    assert _tabs(home) == [("index.html", "Now"), ("desk/index.html", "The desk")]
    assert 'md-tabs__item--active"' in home


def test_its_pages_come_in_the_order_of_all_cards_of_the_home_page(site: Path) -> None:
    html = (site / "now" / "lend.html").read_text("utf-8")
    menu = unescape(html[html.index('aria-label="Navigation"') :])
    order = [menu.index(name) for name in ("What's happening?", "A zebra comes in", "Lend a book")]
    assert order == sorted(order)


def test_the_name_of_the_site_leads_to_the_home_page(site: Path) -> None:
    for page, link in (("index.html", "index.html"), ("desk/lend.html", "../index.html")):
        logos = re.findall(r'<a href="([^"]*)"[^>]*class="[^"]*md-logo"', (site / page).read_text("utf-8"))
        assert logos == [link, link]


def test_tools_are_in_the_header_and_the_menu_and_are_no_tabs(site: Path) -> None:
    html = (site / "desk" / "lend.html").read_text("utf-8")
    assert '<div class="hb-tools"><a href="../desk/test.html">Test yourself</a><a href="../my-progress.html">' in html
    menu = html[html.index('aria-label="Navigation"') :]
    assert re.search(r'<a href="\.\./my-progress\.html" class="md-nav__link">', menu)


def test_a_section_at_the_foot_is_built_and_not_in_the_menu(site: Path) -> None:
    html = (site / "desk" / "lend.html").read_text("utf-8")
    assert (
        '<ul class="hb-foot"><li><a href="../keys.html">Keys</a></li><li><a href="../basics/index.html">Basics</a></li>'
    ) in html
    assert "basics/" not in html[html.index('aria-label="Navigation"') : html.index("<article")]


def test_a_section_at_the_foot_has_a_menu_on_its_own_pages(site: Path) -> None:
    html = (site / "basics" / "nesting.html").read_text("utf-8")
    menu = html[html.index('aria-label="Navigation"') : html.index("<article")]
    assert '<a href="terms.html" class="md-nav__link">' in menu
    assert "Basics" not in [title for _, title in _tabs(html)]


def test_a_page_names_the_section_that_it_is_in_and_a_first_page_and_a_quick_card_do_not(site: Path) -> None:
    named = '<p class="hb-section"><a href="index.html">The desk</a></p>'
    assert named in (site / "desk" / "lend.html").read_text("utf-8")
    for page in ("index.html", "desk/index.html", "now/lend.html", "my-progress.html"):
        assert "hb-section" not in (site / page).read_text("utf-8")


def test_the_page_for_a_wrong_address_shows_the_moments(site: Path) -> None:
    html = (site / "404.html").read_text("utf-8")
    cards = re.findall(r'<li class="hb-moment">.*?<a href="([^"]+)">([^<]+)</a>', html)
    assert cards == [("/now/zebra.html", "A zebra comes in"), ("/now/lend.html", "Lend a book")]


def test_the_home_page_leads_on_to_no_card_by_itself(site: Path) -> None:
    assert "hb-next" not in (site / "index.html").read_text("utf-8")


def test_the_search_knows_the_quick_cards_and_offers_them_first(site: Path) -> None:
    index = contents(site)
    cards = {page["at"] for page in index["pages"] if page.get("kind") == "card"}
    assert cards == {"now/lend.html", "now/zebra.html"}
    assert [index["pages"][at]["at"] for at in index["needed"]] == ["now/zebra.html", "now/lend.html"]
