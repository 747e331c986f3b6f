"""The tools on a page, in Chromium: phrases to copy, scenes to read, worksheets, and what checklists print."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

NARROW = "fieldset.hb-narrow"
MORE = "Save as a file, open one, or clear the sheet"


@pytest.fixture
def sheet(page: Page, small_site: Path) -> Page:
    """The page with a scene and a worksheet."""
    page.goto((small_site / "desk" / "more.html").as_uri())
    expect(page.get_by_role("button", name="Print as filled in")).to_be_visible()
    return page


def test_a_scene_is_read_line_by_line(sheet: Page) -> None:
    lines = sheet.locator(".hb-dialogue li")
    expect(lines.last).to_be_visible()
    sheet.get_by_role("button", name="Read line by line").press("Enter")
    expect(lines.last).to_be_hidden()
    expect(sheet.get_by_text("She greets first.")).to_be_hidden()
    expect(sheet.get_by_role("button", name="Next line")).to_be_focused()
    sheet.keyboard.press("Enter")
    expect(lines.last).to_be_visible()
    expect(sheet.get_by_text("She greets first.")).to_be_visible()
    expect(sheet.get_by_role("button", name="Read line by line")).to_be_focused()


def test_what_is_typed_stays_after_a_reload_and_can_be_cleared_with_undo(sheet: Page) -> None:
    book = sheet.get_by_label("The book I read")
    book.fill("Walden")
    sheet.get_by_label("Novel").check()
    sheet.reload()
    expect(book).to_have_value("Walden")
    expect(sheet.get_by_label("Novel")).to_be_checked()
    sheet.get_by_text(MORE).click()
    sheet.get_by_role("button", name="Clear the sheet").click()
    expect(book).to_have_value("")
    sheet.get_by_role("button", name="Undo clearing").click()
    expect(book).to_have_value("Walden")
    sheet.reload()
    expect(book).to_have_value("Walden")


def test_a_list_is_narrowed_by_keyboard(sheet: Page) -> None:
    picker = sheet.locator(NARROW)
    for name in ("One", "Three"):
        picker.get_by_role("checkbox", name=name).press("Space")
    picker.get_by_role("checkbox", name="Two").press("Space")
    expect(picker.get_by_role("checkbox", name="Two")).not_to_be_checked()
    expect(picker.locator(".hb-trouble")).to_contain_text("Untick one")
    picker.get_by_role("button", name="go on to 1").press("Enter")
    expect(picker.get_by_role("checkbox")).to_have_count(2)
    expect(picker.get_by_role("checkbox", name="One")).to_be_focused()
    picker.get_by_role("checkbox", name="Three").press("Space")
    expect(picker.locator(".hb-round").first).to_have_text("You have chosen: Three.")
    sheet.reload()
    expect(sheet.locator(f"{NARROW} .hb-round").first).to_have_text("You have chosen: Three.")
    sheet.locator(NARROW).get_by_role("button", name="Back to 3").click()
    expect(sheet.locator(NARROW).get_by_role("checkbox", name="Two")).to_be_visible()


def test_a_sheet_goes_to_another_browser_as_a_file(sheet: Page, tmp_path: Path) -> None:
    sheet.get_by_label("The book I read").fill("Walden")
    sheet.get_by_text(MORE).click()
    with sheet.expect_download() as loading:
        sheet.get_by_role("button", name="Save as a file").click()
    file = tmp_path / loading.value.suggested_filename
    loading.value.save_as(file)
    assert json.loads(file.read_text("utf-8"))["entries"] == {"book": "Walden"}
    sheet.get_by_role("button", name="Clear the sheet").click()
    sheet.locator("input[type=file]").set_input_files(file)
    expect(sheet.get_by_label("The book I read")).to_have_value("Walden")
    file.write_text("{}", "utf-8")
    sheet.locator("input[type=file]").set_input_files(file)
    expect(sheet.locator(".hb-worksheet .hb-told")).to_contain_text("Nothing has changed")
    expect(sheet.get_by_label("The book I read")).to_have_value("Walden")


def test_a_file_is_opened_beside_what_it_does_not_have_and_can_be_undone(sheet: Page, tmp_path: Path) -> None:
    book, notice = sheet.get_by_label("The book I read"), sheet.locator(".hb-worksheet .hb-told")
    book.fill("Emma")
    sheet.get_by_label("Novel").check()
    entries = {"book": "Walden", "gone": "from an earlier sheet", "broken": 7}
    file = tmp_path / "sheet.json"
    file.write_text(json.dumps({"kind": "handbook-worksheet", "sheet": _sheet(sheet), "entries": entries}), "utf-8")
    sheet.locator("input[type=file]").set_input_files(file)
    expect(notice).to_have_text(
        "Taken: 2 fields, 1 of them in place of what you had here. Left: 1 field, because it could not be read. "
        "Not in the file, and kept: 1 field."
    )
    expect(book).to_have_value("Walden")
    expect(sheet.get_by_label("Novel")).to_be_checked()
    sheet.get_by_role("button", name="Undo opening").click()
    expect(book).to_have_value("Emma")
    sheet.reload()
    expect(book).to_have_value("Emma")
    expect(sheet.get_by_label("Novel")).to_be_checked()


def test_a_field_that_is_no_longer_on_the_page_keeps_its_entry(sheet: Page) -> None:
    book = sheet.get_by_label("The book I read")
    book.fill("Walden")
    key = sheet.evaluate("Object.keys(localStorage).find(key => key.includes(':worksheet:'))")
    sheet.evaluate(
        "key => { const saved = JSON.parse(localStorage[key]); saved.entries.gone = 'typed before'; "
        "localStorage[key] = JSON.stringify(saved) }",
        key,
    )
    book.fill("Emma")
    assert json.loads(sheet.evaluate("key => localStorage[key]", key))["entries"] == {
        "book": "Emma",
        "gone": "typed before",
    }


def _sheet(page: Page) -> str:
    return page.locator(".hb-worksheet").get_attribute("data-worksheet") or ""


def test_a_damaged_record_is_reported_and_the_sheet_starts_empty(sheet: Page) -> None:
    sheet.get_by_label("The book I read").fill("Walden")
    ours = "Object.keys(localStorage).filter(key => key.startsWith('handbook:'))"
    sheet.evaluate(f"{ours}.forEach(key => {{ localStorage[key] = '{{' }})")
    sheet.reload()
    expect(sheet.locator(".hb-worksheet .hb-told")).to_contain_text("could not be read")
    expect(sheet.get_by_label("The book I read")).to_have_value("")
    sheet.get_by_label("The book I read").fill("Emma")
    aside = sheet.evaluate("Object.entries(localStorage).filter(([key]) => key.includes(':aside:'))")
    assert [(key.rpartition(":aside:")[2], text) for key, text in aside] == [(f"1:worksheet:{_sheet(sheet)}", "{")]


def test_a_sheet_is_printed_alone_on_one_page(sheet: Page) -> None:
    sheet.evaluate(
        "window.print = () => { window.printed = document.querySelector('[data-printing]')?.dataset.printing }"
    )
    sheet.get_by_role("button", name="Print empty").click()
    assert sheet.evaluate("window.printed") == "blank"
    sheet.emulate_media(media="print")
    expect(sheet.get_by_text("She greets first.")).to_be_hidden()
    expect(sheet.get_by_label("The book I read")).to_be_visible()
    expect(sheet.get_by_text("may become a record")).to_be_visible()
    sheet.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(sheet.get_by_text("She greets first.")).to_be_visible()


def test_the_computer_forgets_ticks_and_sheets(sheet: Page, small_site: Path) -> None:
    sheet.on("dialog", lambda dialog: dialog.accept())
    sheet.get_by_label("The book I read").fill("Walden")
    sheet.goto((small_site / "desk" / "lend.html").as_uri())
    sheet.get_by_role("checkbox", name="Door locked").check()
    sheet.get_by_text("Print, or forget what is saved").click()
    sheet.get_by_role("button", name="Forget me on this computer").click()
    expect(sheet.get_by_role("checkbox", name="Door locked")).not_to_be_checked()
    assert sheet.evaluate("Object.keys(localStorage).filter(key => key.startsWith('handbook:'))") == []
    sheet.go_back()
    expect(sheet.get_by_label("The book I read")).to_have_value("")


def test_a_checklist_is_printed_as_ticked_or_empty(page: Page, small_site: Path) -> None:
    page.goto((small_site / "desk" / "lend.html").as_uri())
    page.get_by_role("checkbox", name="Door locked").check()
    page.get_by_text("Print, or forget what is saved").click()
    page.evaluate("window.print = () => undefined")
    mark = "e => getComputedStyle(e, '::before').content"
    for name, content in (("Print as ticked", '"✓"'), ("Print empty", "none")):
        page.get_by_role("button", name=name).click()
        page.emulate_media(media="print")
        assert page.get_by_role("checkbox", name="Door locked").evaluate(mark) == content
        expect(page.get_by_text("Ask for the card.")).to_be_hidden()
        page.emulate_media(media="screen")
        page.evaluate("dispatchEvent(new Event('afterprint'))")


def test_the_links_at_the_foot_name_the_page_and_the_part(page: Page, small_site: Path) -> None:
    page.goto((small_site / "desk" / "lend.html").as_uri())
    link = page.get_by_role("link", name="Report a problem")
    before = link.get_attribute("href") or ""
    assert before.startswith("mailto:desk@riverton.example?subject=Problem%3A%20Lend%20a%20book")
    page.evaluate("document.addEventListener('click', event => event.preventDefault())")
    page.set_viewport_size({"width": 800, "height": 300})
    page.locator("#late-books").evaluate("e => scrollTo(0, e.getBoundingClientRect().top + scrollY - 60)")
    link.dispatch_event("click")
    assert "Part%3A%20Late%20books" in (link.get_attribute("href") or "")
