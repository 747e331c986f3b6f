"""The theme's style sheet, without what no page can need; read back by the browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from handbook.site.prune_css import names_in, without_unused_properties, without_unused_rules
from support.folders import PROJECT

NAMES = frozenset({"a", "b"})
THEME = ("ThemePart", "ThemeState")


@pytest.mark.parametrize(
    ("sheet", "rest"),
    [
        (".a{top:0}.x{top:1px}", ".a{top:0}"),
        (".a,.x,p{top:0}", ".a,p{top:0}"),
        (".a .x{top:0}p>.b{top:0}", "p>.b{top:0}"),
        (".a:not(.x){top:0}", ".a:not(.x){top:0}"),
        (".a :is(.x,.b):hover{top:0}.a :where(.x,.y){top:0}", ".a :is(.x,.b):hover{top:0}"),
        ("@media print{.x{top:0}}@media screen{.x{top:0}.a{top:0}}", "@media screen{.a{top:0}}"),
        ("@keyframes x{0%{top:0}}@import 'x';", '@keyframes x{0%{top:0}}@import "x";'),
        (".a{content:'}.x{'}/* } */.b{top:0}", '.a{content:"}.x{"}.b{top:0}'),
        ("[data-md-color-primary=red]{top:0}[data-md-color-primary=a]{top:0}", "[data-md-color-primary=a]{top:0}"),
        (".a{top:0", ".a{top:0}"),
        (".a [hidden]:nth-child(2n+1)>*{top:0}", ".a [hidden]:nth-child(2n/**/+1)>*{top:0}"),
    ],
)
def test_rules_for_classes_that_nothing_has_are_left_out(sheet: str, rest: str) -> None:
    assert without_unused_rules(sheet, NAMES) == rest


def test_names_come_from_pages_and_from_scripts() -> None:
    page = '<p class="a b" title="c"><body data-md-color-scheme="slate">words in class</p>'
    assert names_in([page], ['list.add("d-e")']) >= {"a", "b", "slate", "d-e"}
    assert not names_in([page], []) & {"c", "words"}


def test_custom_properties_that_nothing_uses_are_left_out() -> None:
    sheet = ":root{--a:1px;--b:url(a;b);--c:2px;--d:3px}.x--a:hover{top:var(--a)}"
    rest = ":root{--a:1px;--c:2px;--d:3px}.x--a:hover{top:var(--a)}"
    assert without_unused_properties(sheet, ["p{top:var(--c)}", 'set("--d")']) == rest


def test_the_built_site_has_one_sheet_of_the_theme_with_what_its_pages_need(page: Page, small_site: Path) -> None:
    page.goto((small_site / "basics" / "nesting.html").as_uri())
    (sheet,) = (small_site / "assets" / "stylesheets").glob("*.min.css")
    assert page.locator("link[href$='.min.css']").get_attribute("href") == f"../assets/stylesheets/{sheet.name}"
    assert ".md-consent" not in sheet.read_text("utf-8")
    assert page.locator(".tabbed-set > input").first.evaluate("input => getComputedStyle(input).opacity") == "0"
    assert page.locator(".md-header").evaluate("header => getComputedStyle(header).position") == "sticky"


def test_what_can_wait_does_not_keep_a_page_from_being_shown(page: Page, small_site: Path) -> None:
    page.goto((small_site / "index.html").as_uri())
    head = (small_site / "index.html").read_text("utf-8").partition("</head>")[0]
    assert "<script src" not in head
    assert page.locator("link[href$='print.css']").get_attribute("media") == "print"
    scripts = page.evaluate("[...document.querySelectorAll('body script[src]')].map(script => script.src)")
    names = [script.rpartition("/")[2].partition(".")[0] for script in scripts]
    assert names[:2] == ["scheme", "handbook"]  # the first is short, and sets the colors
    assert not list(small_site.rglob("*.min.js"))


def test_the_theme_has_what_scripts_read_off_it_and_draws_what_they_mark(page: Page, small_site: Path) -> None:
    contract = (PROJECT / "web/src/page.ts").read_text("utf-8")
    enums = (re.findall(rf"^export enum {name} {{(.*?)^}}", contract, re.MULTILINE | re.DOTALL)[0] for name in THEME)
    selectors, states = (re.findall(r' = "(.+)"', part) for part in enums)
    assert len(selectors) > 5
    assert len(states) > 3
    lacking = set(selectors)
    for name in ("desk/lend.html", "basics/nesting.html"):
        page.goto((small_site / name).as_uri())
        lacking = {selector for selector in lacking if not page.locator(selector).count()}
    assert lacking == set()
    (sheet,) = (small_site / "assets" / "stylesheets").glob("*.min.css")
    assert not [state for state in states if f".{state}" not in sheet.read_text("utf-8")]
