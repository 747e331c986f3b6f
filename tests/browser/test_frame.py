"""The theme's frame by keyboard, zoomed, in high contrast and without scripts; the keys that work on every page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

# what a stop of the keyboard is called, and whether a person sees that it has the focus
STOP = """() => {
    const at = document.activeElement
    if (!at || at === document.body) return null
    const label = at.labels?.[0]
    const seen = at.matches(".md-nav__toggle, .md-option") ? (at.checked && at.matches(".md-nav__toggle")
        ? at.parentElement.querySelector(":scope > .md-nav > .md-nav__title") : at.nextElementSibling)
        : at.matches(".tabbed-set > input") ? label : at
    const box = seen.getBoundingClientRect(), style = getComputedStyle(seen)
    const card = at.closest(".hb-cards li")
    const outline = card ? getComputedStyle(card) : style
    const thick = parseFloat(outline.outlineWidth) >= 2
    const name = at.getAttribute("aria-label") || at.textContent.trim() || label?.textContent.trim() || at.title
    return {tag: at.tagName, name, drawn: at.type === "date" || (outline.outlineStyle !== "none" && thick),
        shown: seen.checkVisibility({visibilityProperty: true, opacityProperty: true}) && box.width > 0 && box.right > 0
            && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight}
}"""


def _open(browser: Browser, file: Path, width: int = 1280, height: int = 800, **settings: Any) -> Page:
    context = browser.new_context(
        viewport={"width": width, "height": height}, **{"reduced_motion": "reduce", **settings}
    )
    page = context.new_page()
    page.goto(file.as_uri())
    return page


@pytest.fixture
def lend(small_site: Path) -> Path:
    """A page with a procedure, phrases, a table and a checklist."""
    return small_site / "desk" / "lend.html"


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("name", ["index", "desk/lend", "desk/more", "desk/test", "basics/nesting", "basics/index"])
def test_each_stop_of_the_keyboard_has_a_name_and_is_seen(
    width: int, name: str, browser: Browser, small_site: Path
) -> None:
    page = _open(browser, small_site / f"{name}.html", width)
    page.wait_for_load_state("networkidle")
    stops: list[dict[str, Any]] = []
    for _ in range(200):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            break
        stops.append(stop)
    assert stops[0]["name"] == "Skip to content"
    assert 5 < len(stops) < 200  # and so nothing holds the focus
    assert not [stop for stop in stops if not stop["name"]]
    assert not [stop for stop in stops if not stop["shown"]]
    assert not [stop for stop in stops if not stop["drawn"]]
    page.context.close()


def test_what_keeps_people_safe_does_not_look_like_an_aside_on_a_card(browser: Browser, small_site: Path) -> None:
    look = "e => { const s = getComputedStyle(e); return [s.color, s.borderLeftWidth] }"
    page = _open(browser, small_site / "now" / "lend.html", 360, 740)
    kept = page.get_by_text("Twice, if it beeps.")
    step = page.locator(".hb-do").first
    assert kept.evaluate(look) == [step.evaluate(look)[0], "4px"]
    assert page.locator(".hb-note:not(.hb-safety)").count() == 0
    page.context.close()


def test_the_skip_link_leads_to_the_text(browser: Browser, lend: Path) -> None:
    page = _open(browser, lend)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.md-content') !== null")
    page.context.close()


def test_the_menu_opens_and_closes_by_keyboard(browser: Browser, lend: Path) -> None:
    page = _open(browser, lend, 320)
    opener = page.get_by_role("button", name="Menu")
    opener.focus()
    page.keyboard.press("Enter")
    expect(opener).to_have_attribute("aria-expanded", "true")
    assert _inside(page, "#hb-menu")
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    expect(opener).to_have_attribute("aria-expanded", "false")
    page.context.close()


def test_the_groups_of_the_menu_open_by_keyboard(browser: Browser, lend: Path) -> None:
    page = _open(browser, lend, 320)
    page.get_by_role("button", name="Menu").press("Enter")
    group = page.locator("#hb-menu input[id^=__nav_]")
    expect(group).to_have_count(1)  # the others are links
    expect(group).to_be_checked()
    group.press("Enter")
    expect(group).not_to_be_checked()
    page.locator("#hb-menu a", has_text="Basics").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Basics")
    page.context.close()


def test_the_menu_closes_when_the_focus_leaves_it(browser: Browser, lend: Path) -> None:
    page = _open(browser, lend, 320)
    page.get_by_role("button", name="Menu").press("Enter")
    page.locator("article a:visible").first.focus()
    expect(page.get_by_role("button", name="Menu")).to_have_attribute("aria-expanded", "false")
    page.context.close()


def test_the_colors_switch_by_keyboard(browser: Browser, lend: Path) -> None:
    page = _open(browser, lend)
    page.get_by_role("radio", name="Switch to dark mode").press("Space")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.context.close()


def test_the_colors_are_those_of_the_computer_until_a_reader_chooses(browser: Browser, lend: Path) -> None:
    page = _open(browser, lend, color_scheme="dark")
    body, switch = page.locator("body"), page.locator(".md-header__option label:visible")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.emulate_media(color_scheme="light")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    switch.click()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.reload()
    page.emulate_media(color_scheme="light")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    switch.click()
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    page.context.close()


def test_the_colors_switch_where_a_browser_keeps_nothing(browser: Browser, lend: Path) -> None:
    page = _open(browser, lend)
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no') } })")
    errors: list[object] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.reload()
    page.locator(".md-header__option label:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.context.close()
    assert not errors


@pytest.mark.parametrize(("computer", "chosen"), [("light", "slate"), ("dark", "default")])
def test_the_colors_are_there_before_the_script_of_the_page_comes(
    browser: Browser, lend: Path, computer: Any, chosen: str
) -> None:
    page = _open(browser, lend, color_scheme=computer)
    page.locator(".md-header__option label:visible").click()
    page.route("**/handbook.js", lambda route: route.abort())
    page.reload()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", chosen)
    page.evaluate("localStorage.clear()")
    page.reload()
    expect(page.locator("body")).not_to_have_attribute("data-md-color-scheme", chosen)
    page.context.close()


def test_an_address_opens_the_tab_that_it_names(browser: Browser, small_site: Path) -> None:
    page = _open(browser, small_site / "basics" / "nesting.html")
    second = page.locator("#__tabbed_1_2")
    expect(second).not_to_be_checked()
    page.evaluate("location.hash = '__tabbed_1_2'")
    expect(second).to_be_checked()
    page.context.close()


def test_an_address_that_was_cut_off_stops_nothing(browser: Browser, lend: Path) -> None:
    page = _open(browser, lend)
    page.goto(f"{lend.as_uri()}#the-%")
    page.reload()
    page.keyboard.press("/")
    expect(page.get_by_role("combobox")).to_be_focused()
    page.context.close()


def test_header_and_contents_follow_the_reader(browser: Browser, lend: Path) -> None:
    page = _open(browser, lend, height=500)
    header, title = page.locator(".md-header"), page.locator("[data-md-component=header-topic]")
    entries = page.locator(".md-sidebar--secondary a[href^='#']")
    expect(title).to_have_css("opacity", "0")
    entries.nth(1).click()
    expect(entries.nth(1)).to_have_class("md-nav__link md-nav__link--active")
    expect(entries.nth(0)).to_have_class("md-nav__link md-nav__link--passed")
    expect(title).to_have_css("opacity", "1")
    assert "rgba(0, 0, 0, 0.1)" in header.evaluate("e => getComputedStyle(e).boxShadow")
    page.evaluate("scrollTo(0, 0)")
    expect(title).to_have_css("opacity", "0")
    page.context.close()


def test_the_menu_makes_way_for_what_its_link_leads_to(browser: Browser, lend: Path) -> None:
    page = _open(browser, lend, 320)
    opener = page.get_by_role("button", name="Menu")
    opener.click()
    page.locator("#hb-menu label.md-nav__link[for=__toc]").click()
    page.locator("#hb-menu nav.md-nav--secondary a").last.click()
    expect(opener).to_have_attribute("aria-expanded", "false")
    page.context.close()


def test_what_is_folded_opens_for_a_link_into_it_and_for_print(browser: Browser, small_site: Path) -> None:
    page = _open(browser, small_site / "basics" / "nesting.html")
    fold = page.locator("details:has(#nest-details)")
    assert not fold.evaluate("e => e.open")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert fold.evaluate("e => e.open")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert not fold.evaluate("e => e.open")
    page.goto(f"{page.url}#nest-details")
    expect(page.get_by_text("Please come in.")).to_be_visible()
    page.context.close()


def test_the_open_tab_is_marked(browser: Browser, small_site: Path) -> None:
    page = _open(browser, small_site / "basics" / "nesting.html")
    border = "e => getComputedStyle(e).borderBottomColor"
    first, second = page.locator(".tabbed-labels > label").all()
    assert first.evaluate(border) != second.evaluate(border) == "rgba(0, 0, 0, 0)"
    page.context.close()


def test_nothing_scrolls_sideways_at_400_percent(browser: Browser, small_site: Path) -> None:
    """1280 by 1024 at 400 percent is 320 by 256: there the header scrolls away with the page."""
    page = _open(browser, small_site / "index.html", 320, 256)
    for file in sorted(small_site.rglob("*.html")):
        page.goto(file.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, file.name
    assert page.locator(".md-header").evaluate("e => getComputedStyle(e).position") == "static"
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.locator(".md-header").evaluate("e => getComputedStyle(e).position") == "sticky"
    page.context.close()


def test_nothing_moves_where_less_motion_is_asked_for(browser: Browser, lend: Path) -> None:
    page = _open(browser, lend)
    moving = "[...document.querySelectorAll('*')].filter(e => parseFloat(getComputedStyle(e).transitionDuration) > .05)"
    assert page.evaluate(f"{moving}.length") == 0
    page.context.close()


def test_marks_are_drawn_in_high_contrast(browser: Browser, small_site: Path) -> None:
    """The theme draws them as masks over a background color, which high contrast takes away."""
    page = _open(browser, small_site / "basics" / "nesting.html", 320, forced_colors="active")
    script = "e => { const s = getComputedStyle(e, '::before'); return s.forcedColorAdjust + s.maskImage.slice(0, 3) }"
    for mark in page.locator(".admonition-title, summary:not(.hb-more-tools *)").all():
        assert mark.evaluate(script) == "noneurl"
    page.context.close()


def test_without_scripts_the_text_and_the_menu_are_there(browser: Browser, lend: Path) -> None:
    page = _open(browser, lend, 320, java_script_enabled=False)
    expect(page.get_by_text("Ask for the card.")).to_be_visible()
    expect(page.locator("[data-opens]:visible")).to_have_count(0)
    page.locator("label.md-header__button[for=__drawer]").click()
    expect(page.locator("#hb-menu a:visible").first).to_be_visible()
    page.context.close()


def test_the_quick_cards_are_two_taps_away(browser: Browser, lend: Path) -> None:
    page = _open(browser, lend, 360, 740)
    page.get_by_role("link", name="Now", exact=True).click()
    page.locator(".hb-cards a").first.click()
    expect(page.locator(".hb-brief")).to_contain_text("Ask for the card.")
    expect(page.locator(".hb-brief")).not_to_contain_text("The card shows the name.")
    page.context.close()


def test_a_key_leads_to_the_quick_cards_until_it_is_switched_off(browser: Browser, small_site: Path) -> None:
    page = _open(browser, small_site / "desk" / "lend.html")
    page.keyboard.press("q")
    page.wait_for_url("**/now/index.html")
    page.goto((small_site / "keys.html").as_uri())
    switch = page.get_by_role("checkbox", name="Keys /")
    expect(switch).to_be_checked()
    switch.uncheck()
    page.reload()
    expect(switch).not_to_be_checked()
    page.keyboard.press("q")
    page.keyboard.press("/")
    page.wait_for_timeout(100)
    assert page.url.endswith("keys.html")
    expect(page.get_by_role("combobox")).not_to_be_focused()
    page.context.close()


def test_the_keys_are_letters_where_one_types(browser: Browser, lend: Path) -> None:
    page = _open(browser, lend)
    page.keyboard.press("/")
    page.keyboard.type("q")
    page.wait_for_timeout(100)
    assert page.url.endswith("lend.html")
    page.context.close()


def test_letters_with_accents_are_loaded_by_a_page_that_has_some(browser: Browser, served: str) -> None:
    page = browser.new_page()
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url.rpartition("/")[2]))
    page.goto(f"{served}/desk/lend.html", wait_until="networkidle")
    assert {name for name in loaded if name.endswith(".woff2")} == {
        f"atkinson-hyperlegible-latin-{weight}-normal.woff2" for weight in (400, 700)
    }
    with page.expect_request("**/atkinson-hyperlegible-accents-400-normal.woff2"):
        page.locator(".md-content p").last.evaluate("each => each.append('é')")


def test_the_page_for_a_wrong_address_leads_home(browser: Browser, served: str) -> None:
    page = browser.new_page()
    page.goto(f"{served}/404.html")
    page.get_by_role("link", name="the home page").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Library desk")
    page.close()


def _inside(page: Page, selector: str) -> bool:
    inside: bool = page.evaluate(f"document.activeElement.closest('{selector}') !== null")
    return inside
