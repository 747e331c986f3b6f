"""Every page of the small site, which has nearly every kind of box, read by axe as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from support.axe import LOOKS, NARROW, Scheme, faults_by_page, looked_at, violations


def test_axe_finds_nothing_on_the_small_site(browser: Browser, small_site: Path, served: str) -> None:
    looks = [(file, look) for file in looked_at(small_site) for look in LOOKS]
    assert not faults_by_page(browser, served, small_site, looks, both=True)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_the_menu_is_open(scheme: Scheme, browser: Browser, small_site: Path) -> None:
    context = browser.new_context(
        viewport={"width": NARROW, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto((small_site / "desk" / "lend.html").as_uri())
    page.get_by_role("button", name="Menu").click()
    assert not violations(page)
    context.close()
