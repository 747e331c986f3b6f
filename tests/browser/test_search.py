"""The command bar in Chromium, on a small site with the real settings: what it finds, and how it is used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from support.axe import violations
from support.command_bar import CommandBar
from support.commands import build_site
from support.folders import copy_project
from support.serving import serve

PAGES = {
    "desk/close.md": """---
title: Close for a holiday
summary: Hang up the sign and lock the door.
keywords: [vacation, shutters, walk-in, "don't wait", e-mail, café]
next: wombat.md
---

Water the ficus before you leave. They keep calling on 911.

## When the alarm rings {#alarm}

Leave the building.

``` checklist
id: desk-close-list
title: Before a holiday
items:
  - text: The shutters are down.
  - text: The lights are off.
```

``` phrases
id: desk-close-words
title: What to say at the door
say:
  - text: We're closed until [day]. May I give you our hours?
  - text: Happy holidays!
```

``` phrases
id: desk-close-greeting
title: Greeting at the shop
say:
  - text: Hello, this is [my name].
```

``` quiz
id: desk-close-check
title: Xenon check
items: [q-single]
```
""",
    "now/lend.md": """---
title: Someone wants a book
summary: Card, book, day.
---

``` show
id: now-lend
title: Lend it
of: [desk-lend]
brief: true
```
""",
    "desk/wombat.md": """---
title: Feed the wombat
summary: Twice a day.
---

Interesting documents, doors and indoor toys are of no interest to a wombat.
""",
    "desk/list.md": """---
title: Everything on one list
summary: A holiday stands here among many other things.
---

Sign, door, lock.
""",
}
SYNONYMS = "- [wombat, burrowing beast]\n- [vacation, time off, off for a while]\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site with three pages more and with synonyms."""
    root = copy_project(tmp_path_factory.mktemp("search"))
    for path, text in {**PAGES, "_data/synonyms.yml": SYNONYMS}.items():
        (root / "docs" / path).write_text(text, "utf-8")
    return build_site(root)


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where the site is served."""
    yield from serve(site)


@pytest.fixture
def bar(page: Page, address: str) -> CommandBar:
    """The bar of a page with a header."""
    page.goto(f"{address}/basics/nesting.html")
    return CommandBar(page)


def test_a_word_of_the_title_counts_more_than_the_same_word_in_the_text(bar: CommandBar) -> None:
    assert bar.pages("holiday")[0] == "desk/close.html"


@pytest.mark.parametrize(
    "words",
    [
        *("vacation", "vacations", "vacatoin", "SHUTTERS", "shutter", "shutt"),
        *("walk in", "walkin", "walk-ins", "walk‑in", "dont wait", "don’t wait", "don't wait"),
        *("email", "e mail", "e-mails", "cafe", "CAFÉ", "cafe\u0301"),
        *("time off", "how do I close for holidays?", "what must I do when the alarm rings"),
    ],
)
def test_a_page_is_found_however_its_words_are_typed(bar: CommandBar, words: str) -> None:
    assert bar.pages(words)[0] == "desk/close.html"


@pytest.mark.parametrize("words", ["ficus", "how do I water the ficus?", "911", "9-1-1"])
def test_words_of_the_running_text_are_found(bar: CommandBar, words: str) -> None:
    bar.ask(words)
    expect(bar.options.first).to_have_attribute("href", re.compile(r"/desk/close\.html"))


def test_the_small_words_of_a_question_bring_no_other_pages(bar: CommandBar) -> None:
    assert bar.pages("how do I feed it?") == ["desk/wombat.html"]


def test_words_that_mean_the_same_are_found_and_marked(bar: CommandBar) -> None:
    assert bar.pages("burrowing beast")[0] == "desk/wombat.html"
    expect(bar.panel.locator("mark")).to_have_text(["wombat"])


def test_the_way_on_at_the_foot_of_a_page_is_not_searched(bar: CommandBar) -> None:
    assert bar.pages("wombat") == ["desk/wombat.html"]


def test_a_self_check_is_not_found_and_a_quiz_with_a_page_is(bar: CommandBar) -> None:
    assert bar.pages("xenon") == []
    assert bar.pages("loans quiz")[0] == "basics/quiz-loans.html"


def test_answers_come_in_groups_and_lead_to_their_place(bar: CommandBar, page: Page) -> None:
    answers = bar.ask("holiday")
    assert [answer.kind for answer in answers][:3] == ["Say", "Checklist", "Pages"]
    assert answers[0].text.startswith("Happy holidays!")
    bar.options.nth(1).click()
    page.wait_for_url("**/desk/close.html#desk-close-list")
    assert page.locator("#desk-close-list").bounding_box() is not None
    expect(page.locator("#desk-close-list")).to_be_in_viewport()


def test_a_heading_that_fits_is_where_its_page_opens(bar: CommandBar) -> None:
    answer = next(answer for answer in bar.ask("alarm rings") if answer.kind == "Pages")
    assert answer.href.endswith("/desk/close.html#alarm")


def test_words_to_say_are_copied(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
    page.goto(f"{address}/desk/wombat.html")
    bar = CommandBar(page)
    bar.ask("holiday")
    page.get_by_role("button", name="Copy: Happy holidays!").click()
    expect(page.get_by_text("Copied. Paste it where you need it.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "Happy holidays!"
    expect(bar.options.first).to_be_visible()


def test_words_are_copied_where_the_browser_offers_no_clipboard_and_the_list_stays(page: Page, address: str) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(f"{address}/desk/wombat.html")
    bar = CommandBar(page)
    bar.ask("holiday")
    page.get_by_role("button", name="Copy: Happy holidays!").click()
    copied = page.get_by_role("button", name="Copied: Happy holidays!")
    expect(copied).to_be_focused()
    expect(bar.options.first).to_be_visible()


def test_a_reader_finds_the_lines_to_say_with_their_own_name(page: Page, address: str) -> None:
    page.goto(f"{address}/desk/wombat.html")
    page.evaluate("localStorage.setItem('handbook:/:personal', JSON.stringify({ v: 1, words: { name: 'Maria' } }))")
    bar = CommandBar(page)
    bar.ask("shop greeting")
    expect(bar.options.first).to_contain_text("Hello, this is Maria.")
    expect(page.get_by_role("button", name="Copy: Hello, this is Maria.")).to_be_visible()


def test_a_long_word_does_not_run_out_of_the_list(bar: CommandBar) -> None:
    bar.ask("q" * 300)
    assert bar.panel.evaluate("panel => panel.scrollWidth - panel.clientWidth") == 0


def active(bar: CommandBar) -> Locator:
    """The answer that is chosen."""
    name = bar.box.get_attribute("aria-activedescendant")
    assert name
    return bar.page.locator(f"#{name}")


def test_arrows_choose_enter_opens_and_escape_closes(bar: CommandBar, page: Page) -> None:
    page.keyboard.press("/")
    expect(bar.box).to_be_focused()
    bar.ask("holiday")
    expect(bar.box).to_have_attribute("aria-expanded", "true")
    assert bar.box.get_attribute("aria-activedescendant") is None
    count = bar.options.count()
    for key, at in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0), ("ArrowUp", count - 1), ("Home", 0)):
        page.keyboard.press(key)
        assert active(bar).get_attribute("id") == bar.options.nth(at).get_attribute("id"), key
        expect(active(bar)).to_have_attribute("aria-selected", "true")
        expect(bar.page.locator("[aria-selected=true]")).to_have_count(1)
    page.keyboard.press("End")
    expect(active(bar)).to_be_in_viewport()
    expect(bar.box).to_be_focused()
    page.keyboard.press("Escape")
    expect(bar.box).to_have_attribute("aria-expanded", "false")
    expect(bar.panel).to_be_hidden()
    page.keyboard.press("ArrowDown")
    expect(bar.panel).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/close.html#desk-close-words")


def test_enter_opens_the_first_answer_where_none_is_chosen(bar: CommandBar, page: Page) -> None:
    bar.ask("wombat")
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/wombat.html")


@pytest.mark.parametrize("key", ["Control+k", "Meta+k"])
def test_keys_lead_to_the_box_and_escape_leads_back(bar: CommandBar, page: Page, key: str) -> None:
    link = page.locator("article a").first
    link.focus()
    page.keyboard.press(key)
    expect(bar.box).to_be_focused()
    bar.panel.wait_for()
    page.keyboard.press("Escape")
    expect(bar.panel).to_be_hidden()
    expect(link).to_be_focused()


def test_the_list_closes_when_the_focus_or_a_click_goes_elsewhere(bar: CommandBar, page: Page) -> None:
    bar.ask("holiday")
    page.mouse.click(20, 700)
    expect(bar.panel).to_be_hidden()
    bar.open()
    page.locator("article a").first.focus()
    expect(bar.panel).to_be_hidden()


def test_a_screen_reader_is_told_of_groups_answers_and_their_number(bar: CommandBar) -> None:
    bar.ask("holiday")
    listbox = bar.page.get_by_role("listbox", name="Answers")
    group = listbox.get_by_role("group", name="Say")
    expect(group.get_by_role("option", name="Happy holidays! Close for a holiday")).to_be_visible()
    expect(bar.box).to_have_attribute("aria-controls", str(listbox.get_attribute("id")))
    expect(bar.panel.locator(".hb-heard")).to_have_text(f"{bar.options.count()} answers")
    bar.ask("qqqqqq")
    expect(bar.box).to_have_attribute("aria-expanded", "false")
    expect(bar.panel.locator(".hb-heard")).to_have_text("Nothing found for “qqqqqq”")


def test_a_mistyped_word_is_taken_for_the_nearest_and_the_bar_says_so(bar: CommandBar) -> None:
    bar.ask("wommbat")
    expect(bar.panel).to_contain_text("No page has “wommbat”. These have “wombat”.")
    expect(bar.options.first).to_contain_text("Feed the wombat")


def test_words_that_no_page_has_are_named_beside_what_the_others_bring(bar: CommandBar) -> None:
    bar.ask("qqqqqq wombat")
    expect(bar.panel).to_contain_text("No page has “qqqqqq”.")
    expect(bar.options.first).to_contain_text("Feed the wombat")


def test_small_words_are_not_marked(bar: CommandBar) -> None:
    bar.ask("off for a while holiday")
    assert set(bar.panel.locator("mark").all_text_contents()) == {"holiday", "holidays"}


def test_where_nothing_is_found_there_is_a_way_on(bar: CommandBar, page: Page) -> None:
    assert bar.ask("wombbbbat") == []
    bar.panel.get_by_role("button", name="wombat").click()
    expect(bar.options.first).to_contain_text("Feed the wombat")
    expect(bar.box).to_be_focused()


def test_what_was_not_found_is_kept_until_it_is_sent(bar: CommandBar, page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
    for words in ("qqqqqq", "zzzzzz"):
        page.reload()
        bar.ask(words)
        bar.panel.get_by_role("button", name="Tell HR what you looked for").click()
    expect(bar.panel.get_by_role("listitem")).to_have_text(["qqqqqq", "zzzzzz"])
    bar.panel.get_by_role("button", name="Copy the list").click()
    expect(bar.panel).to_contain_text("Copied.")
    assert "- qqqqqq\n- zzzzzz" in page.evaluate("navigator.clipboard.readText()")
    bar.panel.get_by_role("button", name="Sent: clear the list").click()
    expect(bar.panel.get_by_role("listitem")).to_have_count(0)
    assert page.evaluate("Object.keys(localStorage).filter(name => name.endsWith(':missed'))") == []


def test_with_nothing_typed_there_is_what_was_chosen_last_and_what_is_needed_most(bar: CommandBar, page: Page) -> None:
    assert {answer.kind for answer in bar.ask("")} == {"Needed most"}
    bar.ask("wombat")
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/wombat.html")
    answers = bar.ask("")
    assert (answers[0].kind, answers[0].page) == ("Recent", "desk/wombat.html")


def test_nothing_is_loaded_before_someone_comes_to_the_box(page: Page, address: str) -> None:
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url.removeprefix(f"{address}/")))
    page.goto(f"{address}/desk/wombat.html", wait_until="networkidle")
    assert not [name for name in seen if "search" in name]
    bar = CommandBar(page)
    bar.ask("holiday")
    assert {"search/index.js", "assets/javascripts/search.js"} <= set(seen)
    assert "search/words.js" not in seen
    with page.expect_request("**/search/words.js"):
        bar.ask("ficus")


def test_the_bar_is_above_the_cards_on_the_home_page_and_in_the_header_of_others(page: Page, address: str) -> None:
    page.goto(f"{address}/index.html")
    box = CommandBar(page).box
    expect(box).to_have_count(1)
    assert page.locator("article [role=combobox]").count() == 1
    top = page.locator(".hb-cards").first.bounding_box()
    place = box.bounding_box()
    assert top
    assert place
    assert place["y"] + place["height"] < top["y"]
    page.goto(f"{address}/desk/wombat.html")
    assert page.locator("header [role=combobox]").count() == 1


def test_an_answer_looks_the_same_in_the_page_and_in_its_header(page: Page, address: str) -> None:
    looks = []
    for path in ("index.html", "desk/wombat.html"):
        page.goto(f"{address}/{path}")
        CommandBar(page).ask("holiday")
        option = page.get_by_role("option").last
        looks.append(option.evaluate("e => { const s = getComputedStyle(e); return [s.padding, s.borderTopWidth] }"))
    assert looks[0] == looks[1]


@pytest.mark.parametrize("path", ["index.html", "desk/wombat.html"])
def test_on_a_phone_it_takes_the_whole_screen_and_can_be_closed(browser: Browser, address: str, path: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    page = context.new_page()
    page.goto(f"{address}/{path}")
    bar = CommandBar(page)
    bar.box.tap()
    bar.panel.wait_for()
    bar.ask("holiday")
    assert page.locator(".hb-search").bounding_box() == {"x": 0, "y": 0, "width": 360, "height": 740}
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.get_by_role("button", name="Close").click()
    expect(bar.panel).to_be_hidden()
    box = bar.box.bounding_box()
    assert box
    assert box["height"] >= 24
    context.close()


def test_it_answers_when_the_site_is_opened_from_the_disk(page: Page, site: Path) -> None:
    page.goto((site / "desk" / "wombat.html").as_uri())
    bar = CommandBar(page)
    assert bar.pages("vacations")[0] == "desk/close.html"
    bar.options.first.click()
    page.wait_for_url("file://**/desk/close.html*")


def test_it_answers_where_the_browser_may_keep_nothing(browser: Browser, address: str) -> None:
    """A frame without an origin of its own: even asking for the storage is a SecurityError there."""
    page = browser.new_page()
    page.goto(f"{address}/404.html")
    page.set_content(f'<iframe sandbox="allow-scripts" width="900" height="700" src="{address}/desk/wombat.html">')
    frame = page.frames[1]
    frame.wait_for_load_state()
    with pytest.raises(Exception, match="SecurityError"):
        frame.evaluate("localStorage.length")
    bar = CommandBar(frame)
    assert bar.pages("vacations")[0] == "desk/close.html"
    assert bar.ask("qqqqqq") == []
    bar.panel.get_by_role("button", name="Tell HR what you looked for").click()
    expect(bar.panel.get_by_role("listitem")).to_have_text(["qqqqqq"])
    page.close()


def test_without_scripts_there_is_a_link_to_look_pages_up(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for path in ("index.html", "desk/wombat.html"):
        page.goto((site / path).as_uri())
        link = page.locator(".hb-command").get_by_role("link")
        expect(link).to_be_visible()
        link.click()
        expect(page.locator("#topics")).to_be_attached()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_it_keeps_nobody_out(browser: Browser, address: str, scheme: Any, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{address}/desk/wombat.html")
    bar = CommandBar(page)
    for words in ("", "holiday", "qqqqqq"):
        bar.ask(words)
        page.keyboard.press("ArrowDown")
        assert violations(page) == []
    context.close()
