"""What a page that someone works from offers: lines to copy, the bar, words of one's own, a sheet, print."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect
from pypdf import PdfReader

PHONE = ViewportSize(width=360, height=740)


@pytest.fixture
def lend(page: Page, small_site: Path) -> Page:
    """A page with steps, phrases, a table with lines to say, and a check."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto((small_site / "desk" / "lend.html").as_uri())
    expect(page.get_by_role("button", name="Copy all")).to_be_visible()
    return page


def _copied(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


@pytest.mark.parametrize(
    "line",
    [
        "It is due in three weeks.",
        "Let me look.",
        "I will find out.",
        "You may take ten.",
    ],
    ids=["of a step", "of a list", "instead of one to avoid", "of a table"],
)
def test_every_line_to_say_is_copied_by_keyboard_and_that_is_announced(lend: Page, line: str) -> None:
    lend.get_by_role("button", name=f"Copy: {line}", exact=True).press("Enter")
    expect(lend.get_by_role("button", name=f"Copied: {line}", exact=True)).to_be_focused()
    expect(lend.get_by_text("Copied. Paste it where you need it.")).to_have_count(1)
    assert _copied(lend) == line
    lend.get_by_role("button", name="Copy: May I see", exact=False).press("Space")
    expect(lend.get_by_role("button", name=f"Copy: {line}", exact=True)).to_have_count(1)


def test_of_a_scene_the_line_that_can_be_used_as_it_is_is_copied(page: Page, small_site: Path) -> None:
    page.goto((small_site / "desk" / "more.html").as_uri())
    expect(page.locator(".hb-scene").get_by_role("button", name="Copy: Good morning!")).to_be_visible()
    expect(page.locator(".hb-scene .hb-copy")).to_have_count(1)


def test_where_copying_is_not_allowed_that_is_said(lend: Page) -> None:
    lend.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(new Error());document.execCommand = () => false }"
    )
    lend.get_by_role("button", name="Copy: Let me look.").click()
    expect(lend.get_by_text("This browser does not allow copying.")).to_be_visible()


def test_all_lines_of_a_page_are_copied_in_their_order(lend: Page) -> None:
    lend.get_by_role("button", name="Copy all").click()
    expect(lend.get_by_role("button", name="Copied all")).to_be_visible()
    assert _copied(lend).split("\n") == [
        "May I see your card? This is [office name].",
        "It is due in three weeks.",
        "Let me look.",
        "I will find out.",
        "You may take five. I'm [your name], at [your number].",
        "You may take ten.",
    ]


def test_words_of_ones_own_fill_the_lines_on_the_screen_copied_and_printed(lend: Page) -> None:
    lend.get_by_role("button", name="My name").press("Enter")
    for field, words in (("Your name", "Maria"), ("Your office", "Main library"), ("Your number", "555-010-0199")):
        lend.get_by_label(field, exact=True).fill(words)
    line = "You may take five. I'm Maria, at 555-010-0199."
    expect(lend.get_by_text("May I see your card? This is Main library.")).to_be_visible()
    lend.reload()
    expect(lend.locator("q").filter(has_text=line)).to_be_visible()
    lend.get_by_role("button", name=f"Copy: {line}").click()
    assert _copied(lend) == line
    printed = "".join(sheet.extract_text() for sheet in PdfReader(BytesIO(lend.pdf())).pages)
    assert "Maria" in printed
    lend.get_by_role("button", name="My name").click()
    lend.get_by_role("button", name="Remove all three").click()
    expect(lend.locator("q").filter(has_text="I'm [your name], at [your number].")).to_be_visible()
    assert lend.evaluate("Object.keys(localStorage).filter(key => key.startsWith('handbook:'))") == []


def test_words_of_ones_own_can_be_entered_on_the_page_of_ones_progress_and_are_forgotten_there(
    page: Page, small_site: Path
) -> None:
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto((small_site / "my-progress.html").as_uri())
    page.get_by_label("Your name", exact=True).fill("Maria")
    page.goto((small_site / "desk" / "lend.html").as_uri())
    expect(page.locator("q").filter(has_text="I'm Maria,")).to_be_visible()
    page.goto((small_site / "my-progress.html").as_uri())
    page.get_by_role("button", name="Forget me on this computer").click()
    page.goto((small_site / "desk" / "lend.html").as_uri())
    expect(page.locator("q").filter(has_text="I'm [your name],")).to_be_visible()


def test_gaps_are_lines_to_write_on_in_print(lend: Page) -> None:
    lend.emulate_media(media="print")
    gap = lend.locator("q .hb-blank").first
    assert gap.evaluate("e => [getComputedStyle(e).fontSize, getComputedStyle(e).borderBottomStyle]") == [
        "0px",
        "solid",
    ]


def test_on_a_phone_the_buttons_of_the_bar_are_one_row_from_the_left(lend: Page) -> None:
    lend.set_viewport_size(PHONE)
    tools = lend.locator(".hb-task-bar > .hb-tool")
    expect(tools.first).to_be_visible()
    boxes = [box for tool in tools.all() if (box := tool.bounding_box())]
    text = lend.locator("h1").bounding_box()
    assert len(boxes) > 2
    assert text
    assert boxes[0]["x"] == text["x"]
    assert max(box["y"] for box in boxes) < min(box["y"] + box["height"] for box in boxes)


def test_a_phone_folds_the_reasons_away_until_they_are_asked_for_and_remembers_it(lend: Page) -> None:
    reason = lend.get_by_text("The card shows the name.")
    expect(reason).to_be_visible()
    lend.set_viewport_size(PHONE)
    expect(reason).to_be_hidden()
    lend.get_by_role("checkbox", name="Show why").check()
    expect(reason).to_be_visible()
    lend.reload()
    expect(lend.get_by_role("checkbox", name="Show why")).to_be_checked()
    expect(reason).to_be_visible()


def test_print_leaves_the_check_out_unless_it_is_asked_for(lend: Page) -> None:
    lend.evaluate("() => { window.print = () => { window.printed = (window.printed ?? 0) + 1 } }")
    check = lend.get_by_role("heading", name="Check yourself")
    expect(check).to_be_visible()
    lend.get_by_role("button", name="Print", exact=True).press("Enter")
    lend.get_by_role("button", name="Print now").click()
    lend.emulate_media(media="print")
    expect(check).to_be_hidden()
    lend.emulate_media(media="screen")
    lend.get_by_role("checkbox", name="Print the questions, too").check()
    lend.get_by_role("button", name="Print now").click()
    lend.emulate_media(media="print")
    expect(check).to_be_visible()
    assert lend.evaluate("window.printed") == 2


def test_escape_closes_what_a_button_of_the_bar_has_opened(lend: Page) -> None:
    opener = lend.get_by_role("button", name="My name")
    opener.press("Enter")
    expect(opener).to_have_attribute("aria-expanded", "true")
    lend.get_by_label("Your name", exact=True).press("Escape")
    expect(lend.get_by_label("Your name", exact=True)).to_be_hidden()
    expect(opener).to_be_focused()


def test_a_printed_page_has_a_code_that_leads_to_it(lend: Page) -> None:
    code = lend.locator(".hb-qr")
    expect(code).to_be_hidden()
    lend.emulate_media(media="print")
    expect(code).to_be_visible()


def test_without_scripts_reasons_unfold_and_a_check_can_be_printed(browser: Browser, small_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto((small_site / "desk" / "lend.html").as_uri())
    expect(page.get_by_text("The card shows the name.")).to_be_hidden()
    page.get_by_label("Show why").check()
    expect(page.get_by_text("The card shows the name.")).to_be_visible()
    expect(page.get_by_role("button", name="Copy")).to_have_count(0)
    page.get_by_label("Print the questions, too").check()
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="Check yourself")).to_be_visible()
    context.close()


def test_a_page_is_gathered_on_ones_own_sheet_moved_and_removed(lend: Page, small_site: Path) -> None:
    lend.get_by_role("button", name="My sheet: add this page").click()
    expect(lend.get_by_role("checkbox", name="Lending a book")).to_be_checked()
    lend.get_by_role("checkbox", name="Who borrows what").uncheck()
    lend.get_by_role("link", name="Open my sheet").click()
    boxes = lend.locator(".hb-sheet-boxes > li")
    expect(boxes).to_have_count(2)
    expect(boxes.first).to_contain_text("Ask for the card.")
    expect(boxes.first).not_to_contain_text("The card shows the name.")
    lend.get_by_role("button", name="Move down: Lending a book").press("Enter")
    expect(boxes.last).to_contain_text("Ask for the card.")
    expect(lend.get_by_role("button", name="Move up: Lending a book")).to_be_focused()
    expect(lend.get_by_text("Now at place 2 of 2: Lending a book")).to_be_visible()
    lend.get_by_label("Your name", exact=True).fill("Maria")
    lend.get_by_text("Choose from all pages").click()
    lend.get_by_role("checkbox", name="Lend a book: Who borrows what").check()
    expect(boxes.last).to_contain_text("I'm Maria,")
    lend.reload()
    expect(boxes).to_have_count(3)
    lend.get_by_role("button", name="Clear my sheet").click()
    expect(lend.get_by_text("Nothing is on your sheet yet.")).to_be_visible()
    lend.get_by_role("button", name="Undo").click()
    expect(boxes).to_have_count(3)
    lend.get_by_role("button", name="Remove: Words at the desk").click()
    expect(boxes).to_have_count(2)
    lend.go_back()
    expect(lend.get_by_role("button", name="My sheet: this page is on it")).to_be_visible()


def test_ones_own_sheet_prints_its_boxes_alone_on_one_page(page: Page, small_site: Path) -> None:
    page.goto((small_site / "my-sheet.html").as_uri())
    page.get_by_text("Choose from all pages").click()
    for name in ("Lending a book", "Words at the desk", "Who borrows what"):
        page.get_by_role("checkbox", name=name).check()
    expect(page.get_by_text("This prints on one page.")).to_be_visible()
    (sheet,) = PdfReader(BytesIO(page.pdf())).pages
    text = sheet.extract_text()
    assert "Ask for the card." in text
    assert "Choose from all pages" not in text
    assert "Your name" not in text


def test_a_box_that_is_gone_from_the_guide_is_said_and_can_be_removed(page: Page, small_site: Path) -> None:
    page.goto((small_site / "my-sheet.html").as_uri())
    page.get_by_text("Choose from all pages").click()
    page.get_by_role("checkbox", name="Words at the desk").check()
    page.evaluate(
        "() => { const key = Object.keys(localStorage).find(each => each.endsWith(':sheet'));"
        "localStorage[key] = localStorage[key].replace('desk-words', 'desk-gone') }"
    )
    page.reload()
    expect(page.get_by_text("This box is no longer in the handbook.")).to_be_visible()
    page.get_by_role("button", name="Remove: desk-gone").click()
    expect(page.get_by_text("Nothing is on your sheet yet.")).to_be_visible()


def test_was_this_helpful_is_kept_here_and_nothing_is_sent(lend: Page, small_site: Path) -> None:
    lend.get_by_role("button", name="No", exact=True).press("Enter")
    expect(lend.get_by_role("button", name="No", exact=True)).to_have_attribute("aria-pressed", "true")
    lend.get_by_label("What should be different?").fill("Say it & be brief.")
    lend.get_by_role("button", name="Copy report").click()
    report = _copied(lend).splitlines()
    assert report[:2] == ["Page: Lend a book", "Address: desk/lend.html"]
    assert "Edition: not dated" in report
    assert report[-2:] == ["Helpful: no.", "Say it & be brief."]
    mail = lend.get_by_role("link", name="Email it").get_attribute("href") or ""
    assert mail.startswith("mailto:desk@riverton.example?subject=Was%20this%20helpful%3A%20Lend%20a%20book")
    assert mail.endswith("Helpful%3A%20no.%0D%0ASay%20it%20%26%20be%20brief.")
    lend.goto((small_site / "keys.html").as_uri())
    entry = lend.locator(".hb-reports li")
    expect(entry).to_contain_text("Lend a book Helpful: no. Say it & be brief.")
    lend.get_by_role("button", name="Copy all").click()
    assert "Address: desk/lend.html" in _copied(lend)
    entry.get_by_role("link", name="Lend a book").click()
    expect(lend.get_by_label("What should be different?")).to_have_value("Say it & be brief.")
    lend.get_by_role("button", name="Remove", exact=True).click()
    expect(lend.get_by_role("button", name="Copy report")).to_be_hidden()
    lend.goto((small_site / "keys.html").as_uri())
    expect(lend.get_by_text("You have not answered")).to_be_visible()
