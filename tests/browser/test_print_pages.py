"""Web pages on paper: printed by a real browser, read back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from handbook.site.print_links import with_addresses
from support.pdf_ink import contrast

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
    for around in (".md-header", ".md-tabs", ".md-sidebar", ".hb-command", ".hb-next", ".hb-row-link"):
        for element in page.query_selector_all(around):
            assert not element.is_visible(), around
    assert page.locator("h1").is_visible()
    assert page.locator(".md-copyright").is_visible()


def test_an_empty_value_is_a_line_to_write_on(paper: Open) -> None:
    page = paper("basics/index.html")
    blank = page.locator(".md-content p .hb-to-fill-in")
    line = blank.evaluate(
        "e => { const s = getComputedStyle(e); return [s.fontSize, s.borderBottomStyle, e.offsetWidth] }"
    )
    assert line[:2] == ["0px", "solid"]
    assert line[2] > 100
    assert "to fill in" not in "".join(sheet.extract_text() for sheet in PdfReader(BytesIO(page.pdf())).pages)


def test_the_warning_of_a_missing_value_and_the_link_to_edit_a_page_are_for_the_screen(paper: Open) -> None:
    page = paper("desk/lend.html")
    added = "document.querySelector('article').insertAdjacentHTML('beforeend', '<p class={0}>Text</p>')"
    for name in ("hb-missing", "hb-edit"):
        page.evaluate(added.replace("{0}", name))
        assert not page.locator(f".{name}").is_visible()
        page.emulate_media(media="screen")
        assert page.locator(f".{name}").is_visible()
        page.emulate_media(media="print")


def test_paper_is_white_and_text_is_dark(paper: Open) -> None:
    page = paper("desk/lend.html")
    color = "name => getComputedStyle(document.body).getPropertyValue(name).trim()"
    assert page.evaluate(color, "--md-default-bg-color") in ("#fff", "white")
    ink = page.evaluate("getComputedStyle(document.querySelector('.md-content p')).color")
    red, green, blue = (int(part) / 255 for part in re.findall(r"\d+", ink)[:3])
    assert contrast((red, green, blue), (1, 1, 1)) >= 7


@pytest.mark.parametrize(("path", "part"), [("now/lend.html", ".hb-safety"), ("index.html", "h1")])
def test_what_has_a_color_of_its_own_on_the_screen_is_dark_on_paper(paper: Open, path: str, part: str) -> None:
    page = paper(path)
    red, green, blue = map(
        int, re.findall(r"\d+", page.locator(part).first.evaluate("e => getComputedStyle(e).color"))[:3]
    )
    assert max(red, green, blue) < 100


def test_whose_handbook_it_is_stands_above_the_title(paper: Open) -> None:
    page = paper("desk/lend.html")
    assert page.locator(".hb-letterhead").is_visible()
    assert page.locator(".hb-letterhead").inner_text() == "Riverton Library"


def test_the_page_shows_its_own_address(paper: Open) -> None:
    canonical = paper("basics/index.html").locator("link[rel=canonical]")
    content = canonical.evaluate("element => getComputedStyle(element, '::after').content")
    assert str(canonical.get_attribute("href")) in str(content)


def test_links_have_a_number_and_their_addresses_stand_at_the_end(paper: Open) -> None:
    page = paper("desk/lend.html")
    link = page.locator("article a[data-link='1']").first
    assert "1" in link.evaluate("link => getComputedStyle(link, '::after').content").replace("attr(data-link)", "1")
    links = page.locator(".hb-links li")
    assert links.first.is_visible()
    assert links.first.inner_text().endswith(link.evaluate("link => new URL(link.href).pathname"))
    page.emulate_media(media="screen")
    assert not links.first.is_visible()


ADDRESS = "https://here.example/desk/page.html"


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ('<p><a href="other.html#part">a</a> <a href="../desk/other.html">b</a></p>', ["here.example/desk/other.html"]),
        ('<p><a href="https://a.example/x?y=1&amp;z#w">a</a></p>', ["a.example/x?y=1&amp;z#w"]),
        ('<p><a href="#part">a</a> <a href="page.html#part">b</a> <a href="tel:+1">c</a></p>', []),
        ('<p><a class="hb-term" href="terms.html">a</a></p><p class="hb-next">Next: <a href="b.html">b</a></p>', []),
        ('<section class="hb hb-cards"><ul><li><p><a href="a.html">a</a></p></li></ul></section>', []),
        ('<p class="hb-next"><a href="a.html">a</a></p><p><a href="b.html">b</a></p>', ["here.example/desk/b.html"]),
    ],
)
def test_each_address_is_listed_once_and_ways_on_are_left_out(text: str, links: list[str]) -> None:
    page = with_addresses(f'<a href="head.html">x</a><article class="x">{text}</article>', ADDRESS)
    assert re.findall("<li>(?!<p>)(.*?)</li>", page) == links
    assert ("data-link" in page) == bool(links)
    assert ("hb-links" in page) == bool(links)


def test_boxes_to_tick_are_drawn_and_keep_their_ticks(paper: Open) -> None:
    page = paper("desk/lend.html")
    box = page.locator(".hb-checklist input").first
    box.check()
    assert box.evaluate("box => getComputedStyle(box).borderTopStyle") == "solid"
    assert "✓" in box.evaluate("box => getComputedStyle(box, '::before').content")


def test_what_a_picture_shows_is_printed_beside_it(paper: Open) -> None:
    figure = paper("desk/more.html").locator(".hb-figure")
    picture, caption = (figure.locator(part).bounding_box() for part in ("svg", "figcaption"))
    assert picture
    assert caption
    assert caption["x"] >= picture["x"] + picture["width"]


def test_a_list_that_is_being_narrowed_prints_whole_with_the_ticks_of_its_first_round(paper: Open) -> None:
    page = paper("desk/more.html")
    page.emulate_media(media="screen")
    picker = page.locator("fieldset.hb-narrow")
    for name in ("One", "Three"):
        picker.get_by_role("checkbox", name=name).check()
    picker.get_by_role("button", name="go on to 1").click()
    page.emulate_media(media="print")
    script = (
        "boxes => boxes.map(box => box.checkVisibility() && getComputedStyle(box, '::before').content.includes('✓'))"
    )
    boxes = picker.locator("ul input")
    assert boxes.evaluate_all(script) == [True, False, True]
    assert not picker.locator(".hb-round[role=status]").is_visible()
    assert picker.locator(".hb-kept .hb-round").first.is_visible()
    page.locator(".hb-worksheet").evaluate("sheet => sheet.dataset.printing = 'blank'")
    assert boxes.evaluate_all(script) == [False, False, False]


def test_nothing_is_still_to_appear_on_paper(paper: Open) -> None:
    """A browser prints the beginning of a movement: of a story, that was an empty frame."""
    moving = "e => getComputedStyle(e).animationName"
    points = paper("desk/test.html").locator(".hb-story > li").all()
    assert points
    assert {point.evaluate(moving) for point in points} == {"none"}


def test_what_folds_on_the_screen_has_no_mark_of_it_on_paper(paper: Open) -> None:
    marks = "e => ['::before', '::after'].map(part => getComputedStyle(e, part)).filter(s => s.display !== 'none')"
    shown = f"e => ({marks})(e).filter(s => s.content !== 'none').length"
    for summary in paper("desk/test.html").locator(".hb-answer > summary").all():
        assert summary.evaluate(shown) == 0


def test_answers_are_printed_on_a_page_of_their_own(paper: Open) -> None:
    texts = [page.extract_text() for page in PdfReader(BytesIO(paper("desk/test.html").pdf())).pages]
    answers = [text for text in texts if "Answers and reasons" in text]
    assert answers
    assert all(text.strip().startswith("Answers and reasons") for text in answers)
