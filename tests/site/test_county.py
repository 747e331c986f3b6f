"""Whose handbook it is: the county's name, seal and colors on every page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from handbook.model.palette import TEXT, contrast
from support.commands import build_site
from support.folders import copy_project

PROFILE = """seal: assets/seal.svg
colors:
  header: "#5b1a1a"
  links: "#7a1f1f"
"""
SEAL = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><circle cx="12" cy="12" r="9"/></svg>'
COLORS = """() => {
    const digits = (part) => (+part).toString(16).padStart(2, "0")
    const hex = (value) => "#" + value.match(/\\d+/g).slice(0, 3).map(digits).join("")
    const look = (selector) => getComputedStyle(document.querySelector(selector))
    return {header: hex(look(".md-header").backgroundColor), link: hex(look("article p a").color),
        paper: hex(look("body").backgroundColor)}
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site of a county with a seal and colors."""
    root = copy_project(tmp_path_factory.mktemp("county"))
    profile = root / "docs/_data/organization.yml"
    profile.write_text(PROFILE + profile.read_text("utf-8"), "utf-8")
    (root / "docs/assets/seal.svg").write_text(SEAL, "utf-8")
    return build_site(root)


def test_the_seal_and_the_name_are_in_the_header_the_menu_and_above_every_title(site: Path) -> None:
    for page, up in (("index.html", ""), ("desk/lend.html", "../")):
        html = (site / page).read_text("utf-8")
        assert html.count(f'<img src="{up}assets/seal.svg" alt="" class="hb-seal">') == 3
        assert '<span class="hb-county">Riverton Library</span>' in html
        assert re.search(r'<p class="hb-letterhead"><img [^>]*>Riverton Library', html)


def test_a_county_without_a_seal_has_its_name_and_the_theme_s_drawing(small_site: Path) -> None:
    html = (small_site / "desk" / "lend.html").read_text("utf-8")
    assert "hb-seal" not in html
    assert '<p class="hb-letterhead">Riverton Library' in html
    assert "county.css" not in html


@pytest.mark.parametrize(("scheme", "link"), [("light", "#7a1f1f"), ("dark", None)])
def test_its_colors_are_those_of_the_pages_in_both_schemes(
    site: Path, browser: Browser, scheme: str, link: str | None
) -> None:
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto((site / "basics" / "terms.html").as_uri())
    colors = page.evaluate(COLORS)
    assert colors["header"] == "#5b1a1a"
    assert link is None or colors["link"] == link
    assert contrast(colors["link"], colors["paper"]) >= TEXT
    context.close()
