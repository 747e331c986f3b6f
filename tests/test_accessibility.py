"""Every page of both sites, read by axe: nothing is found in the content."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from folders import PROJECT
from rendering import relative

AXE = PROJECT / "web" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]


def violations(page: Page, within: str = ".md-content") -> list[str]:
    """What axe finds below an element, one line for each."""
    if not page.evaluate("() => 'axe' in window"):
        page.add_script_tag(path=str(AXE))
    call = "([within, tags]) => axe.run(within, {runOnly: tags})"
    found: dict[str, Any] = page.evaluate(call, [within, TAGS])
    return [f"{v['id']}: {node['html']}" for v in found["violations"] for node in v["nodes"]]


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
@pytest.mark.parametrize("site", ["small_site", "real_site"])
def test_axe_finds_nothing_in_the_content_of_any_page(
    site: str, width: int, scheme: Any, browser: Browser, request: pytest.FixtureRequest
) -> None:
    folder: Path = request.getfixturevalue(site)
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    found = {}
    for file in sorted(folder.rglob("*.html")):
        page.goto(file.as_uri())
        if wrong := violations(page):
            found[relative(folder, file)] = wrong
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if overflow > 0:
            found.setdefault(relative(folder, file), []).append(f"{overflow} px too wide")
    context.close()
    assert not found
