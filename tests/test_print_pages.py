"""Web pages on paper: printed by a real browser, read back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from pdf_ink import contrast

Open = Callable[[str], Page]


@pytest.fixture(params=["light", "dark"])
def paper(request: pytest.FixtureRequest, browser: Browser, served: str) -> Iterator[Open]:
    """Opens a page of the small site as it is printed, whatever color scheme the screen has."""
    scheme: Any = request.param
    context = browser.new_context(color_scheme=scheme)

    def open_page(path: str) -> Page:
        page = context.new_page()
        page.goto(f"{served}/{path}")
        page.emulate_media(media="print")
        return page

    yield open_page
    context.close()


def test_only_the_text_is_printed(paper: Open) -> None:
    page = paper("desk/lend.html")
    for around in (".md-header", ".md-tabs", ".md-sidebar", ".md-search", ".hb-next", ".hb-row-link"):
        for element in page.query_selector_all(around):
            assert not element.is_visible(), around
    assert page.locator("h1").is_visible()
    assert page.locator(".md-copyright").is_visible()


def test_paper_is_white_and_text_is_dark(paper: Open) -> None:
    page = paper("desk/lend.html")
    color = "name => getComputedStyle(document.body).getPropertyValue(name).trim()"
    assert page.evaluate(color, "--md-default-bg-color") in ("#fff", "white")
    ink = page.evaluate("getComputedStyle(document.querySelector('.md-content p')).color")
    red, green, blue = (int(part) / 255 for part in re.findall(r"\d+", ink)[:3])
    assert contrast((red, green, blue), (1, 1, 1)) >= 7


def test_links_that_lead_out_show_their_address_and_the_page_its_own(paper: Open) -> None:
    page = paper("basics/index.html")
    page.evaluate(
        "document.querySelector('.md-typeset').insertAdjacentHTML('beforeend', '<a href=\"https://a.b/c\">x</a>')"
    )
    shown = "element => getComputedStyle(element, '::after').content"
    assert page.locator("a[href='https://a.b/c']").evaluate(shown).replace('" "', "") == '" (https://a.b/c)"'
    canonical = page.locator("link[rel=canonical]")
    assert str(canonical.get_attribute("href")) in str(canonical.evaluate(shown))


def test_boxes_to_tick_are_drawn_and_keep_their_ticks(paper: Open) -> None:
    page = paper("desk/lend.html")
    box = page.locator(".hb-checklist input").first
    box.check()
    assert box.evaluate("box => getComputedStyle(box).borderTopStyle") == "solid"
    assert "✓" in box.evaluate("box => getComputedStyle(box, '::before').content")


def test_answers_are_printed_on_a_page_of_their_own(paper: Open) -> None:
    texts = [page.extract_text() for page in PdfReader(BytesIO(paper("desk/test.html").pdf())).pages]
    answers = [text for text in texts if "Answers and reasons" in text]
    assert answers
    assert all(text.strip().startswith("Answers and reasons") for text in answers)
