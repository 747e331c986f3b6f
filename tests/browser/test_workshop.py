"""The workshop in Chromium: the library runs in the page, and gives what the command line gives."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pikepdf import Pdf
from playwright.sync_api import Browser, Page, expect

from handbook.export import FORMATS, load_format
from support.axe import violations
from support.commands import run_handbook
from support.filled_sheets import filled_in
from support.pdf_reading import bookmarks, faults, opened, page_texts
from support.serving import serve
from support.workshop import make_workshop_project

SLOW = 120_000
"""Milliseconds that the start may take on a machine that does much else."""

TABLE = "id,type,level,question,answer 1,right 1,answer 2\nlent-one,single,apply,What is lent?,Books,x,Cars\n"
GIFT = "::One:: Is it open? {T}\n\n::Two:: Which gate? {=The left one ~The right one}\n"

HOLD_CALLS = """() => {
  const { postMessage } = Worker.prototype
  const held = []
  Worker.prototype.postMessage = function (...message) { held.push(() => postMessage.apply(this, message)) }
  window.letGo = () => {
    Worker.prototype.postMessage = postMessage
    for (const send of held) send()
  }
}"""
"""What the page asks the library for stays on its way until `letGo`."""

DROP = """(place, [name, text]) => {
  const dataTransfer = new DataTransfer()
  dataTransfer.items.add(new File([text], name))
  return place.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }))
}"""
"""Drops a file; says whether the browser would open it."""

BLUEPRINT = """\
- id: desk-test
  title: Desk test
  mode: test
  draw:
    - count: 4
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_workshop_project(tmp_path_factory.mktemp("workshop"))


@pytest.fixture(scope="module")
def workshop(project: Path, browser: Browser) -> Iterator[Page]:
    """A page with the tool started. Anything the console tells as an error fails the tests."""
    context = browser.new_context(accept_downloads=True)
    page, wrong = context.new_page(), list[str]()
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: wrong.append(request.url) if "127.0.0.1" not in request.url else None)
    for address in serve(project / "site"):
        page.goto(f"{address}/workshop.html")
        page.get_by_role("button", name="Start", exact=True).click()
        expect(page.get_by_role("button", name="Draw the test")).to_be_visible(timeout=SLOW)
        yield page
    context.close()
    assert not wrong


@pytest.fixture(scope="module")
def desk(project: Path, browser: Browser) -> Iterator[Page]:
    """A page with the tool to try a change, started."""
    context = browser.new_context()
    page, wrong = context.new_page(), list[str]()
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    for address in serve(project / "site"):
        page.goto(f"{address}/try.html?file=docs/desk/lend.md")
        start_editing(page)
        yield page
    context.close()
    assert not wrong


def start_editing(page: Page) -> None:
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.get_by_text("Nothing to fix in this file.")).to_be_visible(timeout=SLOW)


def write(page: Page, words: str) -> None:
    """Type at the end of the open file, as a person does."""
    to_the_end(page)
    page.keyboard.insert_text(words)


def to_the_end(page: Page) -> None:
    page.locator(".cm-content").click()
    page.keyboard.press("Control+End")


def open_file(page: Page, path: str) -> None:
    page.get_by_label("Page, question file or list").fill(path)
    page.get_by_role("button", name="Open", exact=True).click()
    expect(page.locator(".hb-bench[aria-busy]")).to_have_count(
        0, timeout=SLOW
    )  # else it takes the place of what is typed


def throw_away(page: Page) -> None:
    path = page.get_by_label("Page, question file or list").input_value()
    page.get_by_role("button", name="Throw the draft away").click()
    expect(page.locator(".hb-bench[aria-busy]")).to_have_count(0, timeout=SLOW)
    expect(page.get_by_role("button", name=path, exact=True)).to_have_count(0)


def open_summary(page: Page, words: str) -> None:
    page.locator("summary", has_text=words).click()


def draw(page: Page, count: int = 4) -> str:
    """Draw a test of the small bank with a seed; gives its form code."""
    page.get_by_label("Title").fill("Desk test")
    page.get_by_label("How many", exact=True).fill(str(count))
    page.get_by_label("Seed").fill("may")
    page.get_by_role("button", name="Draw the test").click()
    expect(page.get_by_text("One form drawn")).to_be_visible(timeout=SLOW)
    return page.locator("h3 code").inner_text()


def file_of(page: Page, form: str) -> bytes:
    page.get_by_label("Format").select_option(form)
    page.get_by_role("button", name="Make the file").click()
    save = page.get_by_role("link", name="Save")
    expect(save).to_be_visible(timeout=SLOW)
    with page.expect_download() as download:
        save.click()
    return download.value.path().read_bytes()


@pytest.fixture(scope="module")
def printed(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the blueprint as a file, for the command line."""
    folder = tmp_path_factory.mktemp("files")
    (folder / "desk-test.yml").write_text(BLUEPRINT, "utf-8")
    return folder


def test_a_draw_gives_the_form_code_of_the_command_line(workshop: Page, project: Path, printed: Path) -> None:
    result = run_handbook(project, "draw", "--blueprint", str(printed / "desk-test.yml"), "--seed", "may")
    assert draw(workshop) == result.stdout.split()[0]


@pytest.mark.parametrize("form", [name for name in FORMATS if name != "print"])
def test_a_file_has_the_bytes_of_the_command_line(workshop: Page, project: Path, printed: Path, form: str) -> None:
    code, file = draw(workshop), printed / f"{form}{load_format(form).suffix}"
    words = ["export", code, "--blueprint", str(printed / "desk-test.yml"), "--to", form, "--out", str(file)]
    assert run_handbook(project, *words).returncode == 0
    assert file_of(workshop, form) == file.read_bytes()


@pytest.fixture(scope="module")
def sheets(workshop: Page, project: Path, printed: Path) -> Path:
    """The test on paper, from the command line."""
    code, file = draw(workshop), printed / "print.zip"
    words = ["export", code, "--blueprint", str(printed / "desk-test.yml"), "--to", "print", "--out", str(file)]
    assert run_handbook(project, *words).returncode == 0
    return file


def test_a_printed_test_has_the_pages_words_and_tags_of_the_command_line(workshop: Page, sheets: Path) -> None:
    draw(workshop)
    with ZipFile(sheets) as there, ZipFile(BytesIO(file_of(workshop, "print"))) as here:
        assert here.namelist() == there.namelist()
        for name in there.namelist():
            assert tagged_pages(here.read(name)) == tagged_pages(there.read(name))


def tagged_pages(pdf: bytes) -> list[bytes]:
    """What is drawn on each page, words and tags included."""
    with Pdf.open(BytesIO(pdf)) as document:
        assert document.Root.MarkInfo.Marked
        return [page.Contents.read_bytes() for page in document.pages]


def test_a_test_that_the_bank_cannot_fill_says_which_line_is_short(workshop: Page) -> None:
    workshop.get_by_label("How many", exact=True).fill("99")
    workshop.get_by_role("button", name="Draw the test").click()
    expect(workshop.locator(".hb-outcome")).to_contain_text("Line 1 (any question) asks for 99, and only")
    expect(workshop.get_by_text("Nothing was drawn")).to_be_visible()


def test_a_test_without_a_line_says_so_and_a_line_needs_a_number(workshop: Page) -> None:
    workshop.get_by_role("button", name="Remove this line").click()
    workshop.get_by_role("button", name="Draw the test").click()
    expect(workshop.get_by_text("Nothing was drawn: add a line first")).to_be_visible()
    workshop.get_by_role("button", name="Add a line").click()
    number = workshop.get_by_label("How many", exact=True)
    number.fill("")
    workshop.get_by_role("button", name="Draw the test").click()
    expect(number).to_be_focused()
    assert number.evaluate("field => field.validity.valueMissing")


def test_forms_that_are_the_same_are_said_to_be(workshop: Page) -> None:
    workshop.get_by_label("How many", exact=True).fill("")  # out of sight by then, so it doesn't matter
    workshop.get_by_label("What to ask").select_option("all-kinds")
    workshop.get_by_label("How many forms").fill("2")
    workshop.get_by_role("button", name="Draw the test").click()
    expect(workshop.get_by_text("2 forms drawn. They all ask the same questions")).to_be_visible(timeout=SLOW)
    workshop.get_by_label("How many forms").fill("1")
    workshop.get_by_label("What to ask").select_option(label="A test of my own")
    draw(workshop)


def test_the_answers_are_hidden_until_they_are_asked_for(workshop: Page) -> None:
    draw(workshop)
    workshop.locator("summary", has_text="Look at the 4 questions").click()
    answers = workshop.locator(".hb-paper details.hb-answer")
    expect(answers).to_have_count(4)
    expect(answers.first).to_be_hidden()
    workshop.get_by_role("button", name="Show the answers").click()
    expect(answers.first).to_be_visible()


def test_a_question_that_is_left_out_is_not_drawn_again(workshop: Page) -> None:
    draw(workshop, 2)
    workshop.locator("summary", has_text="Look at the 2 questions").click()
    question = workshop.locator(".hb-paper [data-item]").first
    name = question.get_attribute("data-item")
    question.get_by_role("button", name="Leave this one out").click()
    expect(workshop.locator(f'.hb-paper [data-item="{name}"]')).to_have_count(0)
    expect(workshop.locator("summary", has_text="Look at the 2 questions")).to_be_focused()
    expect(workshop.locator(".hb-paper [data-item]").first).to_be_visible()
    workshop.get_by_role("button", name="Ask it again").click()


def cancel_the_start(page: Page) -> None:
    """Start, think better of it by keyboard, and be back at the button."""
    page.evaluate(HOLD_CALLS)
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.locator(".hb-bench:focus")).to_contain_text("Loading")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Cancel")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Stopped.", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Start", exact=True)).to_be_focused()
    page.evaluate("letGo()")


def test_a_link_opens_the_form_as_a_test_after_a_canceled_start_too(workshop: Page) -> None:
    workshop.get_by_label("Minutes").fill("15")
    code = draw(workshop)
    workshop.get_by_label("Minutes").fill("0")
    address = workshop.get_by_role("link", name="Open it as your team will see it").get_attribute("href")
    assert address
    with workshop.context.new_page() as page:
        page.goto(address)
        expect(page.get_by_text("Your link leads to a test.")).to_be_visible()
        cancel_the_start(page)
        page.get_by_role("button", name="Start", exact=True).click()
        expect(page.locator(".hb-quiz-intro")).to_contain_text(f"Form code: {code}", timeout=SLOW)
        expect(page.get_by_text("Stopped.", exact=True)).to_have_count(0)
        expect(page.get_by_text("About 15 minutes.")).to_be_visible()
        expect(page.locator(".hb-quiz-answers")).to_be_hidden()
        page.get_by_role("button", name="Next").click()
        expect(page.locator(".hb-verdict")).to_have_count(0)


def test_answers_on_sheets_and_in_a_table_are_marked_in_the_page(workshop: Page, sheets: Path, tmp_path: Path) -> None:
    code, sheet = draw(workshop), tmp_path / "sheet.pdf"
    with ZipFile(sheets) as papers:
        empty = papers.read(f"{code}-answer-sheet-letter.pdf")
    sheet.write_bytes(filled_in(empty, {"person": "P1", "row 1": "A", "row 1-1": "A"}))
    link = workshop.get_by_role("link", name="Open it as your team will see it").get_attribute("href")
    with workshop.context.new_page() as page:
        wrong = list[str]()
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        page.goto(str(link).replace("workshop.html", "desk/answers.html").partition("#")[0])
        page.get_by_role("button", name="Start", exact=True).click()
        page.get_by_label("Form code, or the link to the test").fill(str(link), timeout=SLOW)
        table = tmp_path / "answers.csv"
        table.write_text(empty_table(page).replace(f"{code},,", f"{code},P2,A", 1), "utf-8")
        page.locator("input[type=file]").set_input_files([sheet, table])
        page.get_by_role("button", name="Mark the answers").click()
        report = page.locator(".hb-results")
        expect(report).to_contain_text("P1", timeout=SLOW)
        expect(report).to_contain_text("P2")
        page.emulate_media(color_scheme="dark")
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert not violations(page)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert not wrong


def test_a_mini_guide_of_one_s_own_is_made_in_the_page(project: Path, browser: Browser) -> None:
    context = browser.new_context(accept_downloads=True)
    page, wrong = context.new_page(), list[str]()
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    for address in serve(project / "site"):
        page.goto(f"{address}/desk/fold.html")
        page.get_by_role("button", name="Start", exact=True).click()
        page.get_by_role("checkbox", name="Someone wants a book").check(timeout=SLOW)
        page.get_by_role("textbox", name="Number").first.fill("555-0142")
        page.get_by_label("Paper").select_option("a4")
        page.get_by_role("button", name="Make the sheet").click()
        save = page.get_by_role("link", name="Save my-pocket-guide-mini.pdf")
        expect(save).to_be_visible(timeout=SLOW)
        assert not violations(page)
        with page.expect_download() as download:
            save.click()
        pdf = download.value.path().read_bytes()
        assert not faults(pdf)
        assert [title for title, _ in bookmarks(pdf)][:2] == ["Words at the desk", "Someone wants a book"]
        assert "My supervisor 555-0142 Home" in page_texts(pdf)[0]
        assert [round(float(side) / 72 * 25.4) for side in opened(pdf).pages[0].mediabox[2:]] == [297, 210]
        page.get_by_role("button", name="Remove").last.click()
        expect(save).to_have_count(0)
        expect(page.get_by_role("button", name="Remove")).to_be_focused()
        page.get_by_role("button", name="Remove").click()
        expect(page.get_by_role("button", name="Add a number")).to_be_focused()
    context.close()
    assert not wrong


def empty_table(page: Page) -> str:
    page.get_by_role("combobox", name="Kind of file").select_option("csv")
    page.get_by_role("button", name="Make the empty table").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="-answers.csv").click(timeout=SLOW)
    return download.value.path().read_text("utf-8-sig")


def test_the_page_has_nothing_that_axe_objects_to(workshop: Page) -> None:
    draw(workshop)
    for width in (320, 1280):
        workshop.set_viewport_size({"width": width, "height": 800})
        assert not violations(workshop)
        assert workshop.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_long_job_that_is_canceled_leaves_the_test_and_can_be_begun_again(workshop: Page) -> None:
    draw(workshop)
    file = file_of(workshop, "csv")
    make = workshop.get_by_role("button", name="Make the file")
    workshop.get_by_label("Format").select_option("print")
    workshop.evaluate(HOLD_CALLS)  # on a fast machine the file would be made before a hand is at the button
    make.click()
    workshop.get_by_role("button", name="Cancel").click()
    workshop.evaluate("letGo()")
    expect(workshop.get_by_text("Stopped.", exact=True)).to_be_visible()
    expect(make).to_be_focused()
    expect(workshop.get_by_label("Title")).to_have_value("Desk test")
    assert file_of(workshop, "csv") == file  # the library has started again, and knows the form


def test_a_page_opened_as_a_file_says_that_it_needs_the_website(project: Path, page: Page) -> None:
    page.goto((project / "site" / "workshop.html").as_uri())
    expect(page.locator(".hb-workshop")).to_contain_text("This tool needs the handbook's website")


def test_a_site_without_the_parts_says_so(served: str, page: Page) -> None:
    page.goto(f"{served}/workshop.html")
    expect(page.locator(".hb-workshop")).to_contain_text("This site was built without this tool.")


def test_a_page_whose_site_is_out_of_reach_says_so(project: Path, browser: Browser) -> None:
    page = browser.new_page()  # of its own: what can't be loaded is an error in the console
    for address in serve(project / "site"):
        page.route("**/parts.json", lambda route: route.abort())
        page.goto(f"{address}/workshop.html")
        expect(page.get_by_text("The website can't be reached right now.")).to_be_visible()
    page.close()


def test_a_page_from_the_address_is_open_with_its_preview(desk: Page) -> None:
    expect(desk.get_by_label("Page, question file or list")).to_have_value("docs/desk/lend.md")
    expect(desk.locator(".hb-paper h1")).to_have_text("Lend a book")


def test_a_mistake_is_told_beside_its_line_and_gone_when_it_is_mended(desk: Page) -> None:
    open_file(desk, "docs/desk/lend.md")
    write(desk, "\nSee [the start](nope.md).")
    expect(desk.get_by_text('"nope.md" leads to no page').first).to_be_visible(timeout=SLOW)
    expect(desk.get_by_text("1 to fix before this can be published.")).to_be_visible()
    expect(desk.locator(".cm-lint-marker-error")).to_have_count(1)
    for _ in "nope.md).":
        desk.keyboard.press("Backspace")
    desk.keyboard.type("../index.md).")
    expect(desk.get_by_text("Nothing to fix in this file.")).to_be_visible(timeout=SLOW)
    expect(desk.locator(".hb-paper")).to_contain_text("See the start.", timeout=SLOW)


def test_keys_of_the_page_are_letters_in_the_editor(desk: Page) -> None:
    open_file(desk, "docs/desk/more.md")
    to_the_end(desk)
    desk.keyboard.type("\nq/n,p.s1f")
    expect(desk.locator(".cm-content")).to_contain_text("q/n,p.s1f")
    expect(desk.locator(".cm-content")).to_be_focused()
    desk.get_by_role("button", name="Throw the draft away").click()
    expect(desk.locator(".cm-content")).not_to_contain_text("q/n,p.s1f")


def test_a_draft_is_there_again_after_a_reload(desk: Page) -> None:
    open_file(desk, "docs/desk/lend.md")
    write(desk, "\nKept words.")
    expect(desk.locator(".hb-paper")).to_contain_text("Kept words.", timeout=SLOW)
    desk.reload()
    start_editing(desk)
    to_the_end(desk)  # lines that are not in sight are not in the page
    expect(desk.locator(".cm-content")).to_contain_text("Kept words.")
    desk.get_by_role("button", name="Throw the draft away").click()
    expect(desk.locator(".cm-content")).not_to_contain_text("Kept words.")


def test_a_question_is_shown_as_it_would_be_asked(desk: Page) -> None:
    open_file(desk, "quizbank/items/all.yml")
    expect(desk.locator(".hb-paper .hb-stem")).to_have_count(1, timeout=SLOW)


def test_nothing_can_be_typed_while_another_file_opens(desk: Page) -> None:
    open_file(desk, "docs/desk/more.md")
    desk.evaluate(HOLD_CALLS)
    desk.get_by_label("Page, question file or list").fill("docs/desk/lend.md")
    desk.get_by_role("button", name="Open", exact=True).click()
    expect(desk.get_by_text("Opening docs/desk/lend.md")).to_be_visible()
    expect(desk.locator(".hb-bench[aria-busy]")).to_have_count(1)
    write(desk, "LOST")
    expect(desk.locator(".cm-content")).not_to_contain_text("LOST")
    assert desk.locator(".hb-work .hb-bench-form textarea").first.evaluate("area => !!area.closest('[inert]')")
    desk.evaluate("window.letGo()")
    expect(desk.locator(".hb-paper h1")).to_have_text("Lend a book", timeout=SLOW)
    write(desk, "\nTaken.")
    expect(desk.locator(".hb-paper")).to_contain_text("Taken.", timeout=SLOW)
    expect(desk.get_by_role("button", name="docs/desk/more.md", exact=True)).to_have_count(0)
    throw_away(desk)


def test_a_field_is_named_by_its_name_and_described_by_its_help(desk: Page) -> None:
    open_file(desk, "docs/desk/lend.md")
    described = desk.locator(".hb-bench-form [aria-describedby]")
    expect(described.first).to_be_attached(timeout=SLOW)
    for control in described.all():
        name, words = control.evaluate(
            "area => [area.labels[0], document.getElementById(area.getAttribute('aria-describedby'))]"
            ".map((place) => place.textContent)"
        )
        assert words
        assert words not in name


def test_a_mistake_has_its_fix_beside_its_line(desk: Page) -> None:
    open_file(desk, "docs/new-page.md")
    expect(desk.locator(".cm-content")).to_have_text("", timeout=SLOW)
    write(
        desk,
        "---\ntitle: New\nsummary: It.\n---\n\n``` checklist\nid: new-list\ntitle: List\nitems:\n\u2013 One\n```\n",
    )
    fix = desk.get_by_role("button", name="Fix line 10")
    expect(fix).to_be_visible(timeout=SLOW)
    fix.click()
    expect(desk.locator(".cm-content")).to_contain_text("- One")
    throw_away(desk)


def test_words_clicked_in_the_preview_are_changed_in_a_form(desk: Page) -> None:
    open_file(desk, "docs/desk/lend.md")
    desk.locator(".hb-paper").get_by_text("May I see your card?").click()
    words = desk.locator("textarea:focus")
    expect(words).to_have_value("May I see your card? This is {{ org.department }}.", timeout=SLOW)
    words.fill("Your card: may I?")
    words.press("Enter")
    expect(desk.locator(".cm-content")).to_contain_text('say: "Your card: may I?"', timeout=SLOW)
    expect(desk.locator(".hb-paper")).to_contain_text("Your card: may I?", timeout=SLOW)


def test_a_step_is_added_and_moved_by_keyboard_in_the_form(desk: Page) -> None:
    desk.get_by_role("button", name="Add to steps").press("Enter")
    expect(desk.get_by_role("group", name="Step 4").get_by_label("Do", exact=True)).to_be_focused(timeout=SLOW)
    desk.keyboard.type("Say goodbye.")
    desk.keyboard.press("Tab")
    expect(desk.locator(".hb-paper")).to_contain_text("Say goodbye.", timeout=SLOW)
    desk.get_by_role("button", name="Move up: Step 4").press("Enter")
    expect(desk.get_by_role("group", name="Step 3").get_by_label("Do", exact=True)).to_have_value("Say goodbye.")
    throw_away(desk)


STORY = "A man is loud at the desk."

SAME = """\
---
title: Same
summary: Begin here.
---

Same words.

| Who | What |
|---|---|
| Same words. | Same words. |

``` procedure
id: same-steps
title: Steps
steps:
  - do: Same words.
  - do: Call {{ org.phone }} now.
    why: Same words.
```

``` quiz
id: same-check
title: Check
items: [q-truefalse]
```

Same words.
"""


def test_a_click_goes_to_these_very_words_where_others_are_the_same(desk: Page) -> None:
    open_file(desk, "docs/same.md")
    expect(desk.locator(".cm-content")).to_have_text("", timeout=SLOW)
    write(desk, SAME)
    same = desk.locator(".hb-paper").get_by_text("Same words.")
    expect(same).to_have_count(6, timeout=SLOW)
    for at, part in ((5, "Same words."), (2, "| Same words. | Same words. |"), (4, "Procedure: Steps")):
        same.nth(at).click()
        expect(desk.locator("textarea:focus")).to_have_value("Same words.", timeout=SLOW)
        expect(desk.get_by_role("combobox", name="Part", exact=True).locator("option:checked")).to_have_text(part)
    desk.locator("textarea:focus").fill("Other words.")
    desk.keyboard.press("Enter")
    expect(desk.locator(".hb-paper .hb-procedure .hb-why")).to_contain_text("Other words.", timeout=SLOW)
    expect(same).to_have_count(5)


def test_a_click_on_a_value_goes_to_the_words_that_name_it(desk: Page) -> None:
    desk.locator(".hb-paper .hb-do a").click()
    expect(desk.locator("textarea:focus")).to_have_value("Call {{ org.phone }} now.", timeout=SLOW)
    assert len(desk.context.pages) == 1  # the link wasn't followed


def test_a_click_on_words_of_another_file_tells_it_and_opens_it(desk: Page) -> None:
    desk.locator(".hb-paper fieldset .hb-stem").click()
    expect(desk.get_by_text("These words are in quizbank/items/all.yml.")).to_be_visible(timeout=SLOW)
    throw_away(desk)


def test_a_point_of_a_story_comes_under_a_name_of_its_own(desk: Page) -> None:
    open_file(desk, "quizbank/items/all.yml")
    story = desk.get_by_role("combobox", name="Part", exact=True).locator("option", has_text=STORY)
    expect(story).to_have_count(1, timeout=SLOW)
    desk.get_by_role("combobox", name="Part", exact=True).select_option(label=story.inner_text())
    desk.get_by_label("Name of another entry in nodes").fill("later")
    desk.keyboard.press("Enter")
    text = desk.get_by_role("group", name="Later").get_by_label("Text")
    expect(text).to_be_focused(timeout=SLOW)
    desk.keyboard.type("A day later.")
    desk.keyboard.press("Tab")
    desk.get_by_role("button", name="Move up: Later").press("Enter")
    expect(text).to_be_focused(timeout=SLOW)  # it has moved: the form has been made anew
    expect(text).to_have_value("A day later.")
    desk.get_by_role("button", name="Rename: Later").press("Enter")
    desk.get_by_label("New name for Later").fill("next-day")
    desk.keyboard.press("Enter")
    renamed = desk.get_by_role("group", name="Next-day")
    expect(renamed.get_by_label("Text", exact=True)).to_be_focused(timeout=SLOW)
    expect(renamed.get_by_label("Text", exact=True)).to_have_value("A day later.")
    throw_away(desk)


def test_a_renamed_value_of_the_county_is_renamed_in_the_files_that_mention_it(desk: Page) -> None:
    open_file(desk, "docs/_data/organization.yml")
    desk.get_by_role("button", name="Rename: Phone").click()
    desk.get_by_label("New name for Phone").fill("line")
    desk.keyboard.press("Enter")
    expect(desk.get_by_text("The old name, org.phone, is still in docs/basics/index.md")).to_be_visible(timeout=SLOW)
    desk.get_by_role("button", name="Change it there, too").click()
    expect(desk.get_by_text("Changed in docs/basics/index.md")).to_be_visible(timeout=SLOW)
    open_file(desk, "docs/basics/index.md")
    expect(desk.locator(".cm-content")).to_contain_text("Call {{ org.line }}")
    throw_away(desk)
    open_file(desk, "docs/_data/organization.yml")
    throw_away(desk)


def test_names_that_exist_are_offered_while_someone_types(desk: Page) -> None:
    open_file(desk, "docs/desk/more.md")
    to_the_end(desk)
    desk.keyboard.type("\nCall {{ org.pho")
    expect(desk.locator(".cm-tooltip-autocomplete")).to_contain_text("org.phone", timeout=SLOW)
    desk.wait_for_timeout(100)  # an offer can be taken only when it has been seen
    desk.keyboard.press("Enter")
    expect(desk.locator(".cm-content")).to_contain_text("Call {{ org.phone")
    throw_away(desk)


def test_a_new_question_is_begun_without_yaml(desk: Page) -> None:
    open_summary(desk, "Start something new")
    desk.get_by_role("combobox", name="What", exact=True).select_option("question")
    desk.get_by_label("Title, or the first words").fill("What is lent first?")
    desk.get_by_role("combobox", name="Topic").fill("maps")
    desk.get_by_role("combobox", name="Type of question").select_option("single")
    desk.get_by_role("button", name="Start it").click()
    expect(desk.locator(".hb-paper .hb-stem").last).to_have_text("What is lent first?", timeout=SLOW)
    expect(desk.get_by_label("Page, question file or list")).to_have_value("quizbank/items/maps.yml")
    assert not violations(desk)
    throw_away(desk)


def drop(page: Page, name: str, text: str) -> None:
    page.locator(".hb-drop").evaluate(DROP, [name, text])


def test_questions_of_another_program_are_looked_at_and_taken(desk: Page) -> None:
    open_summary(desk, "Bring questions from another program")
    drop(desk, "photo.png", "PNG")
    expect(desk.get_by_text("The file is of no kind that can be imported.")).to_be_visible(timeout=SLOW)
    drop(desk, "table.csv", TABLE)
    expect(desk.get_by_text("1 question in the file, 1 taken, 0 not.")).to_be_visible(timeout=SLOW)
    drop(desk, "gates.gift", GIFT)
    expect(desk.get_by_text("2 questions in the file, 2 taken, 0 not.")).to_be_visible(timeout=SLOW)
    looks = "box => getComputedStyle(box).backgroundColor"
    ticked = desk.get_by_label("Take one").evaluate(looks)
    desk.get_by_label("Take one").uncheck()
    assert desk.get_by_label("Take one").evaluate(looks) != ticked
    desk.get_by_role("button", name="Put these questions into the file").click()
    expect(desk.locator(".cm-content")).to_contain_text("Which gate?", timeout=SLOW)
    expect(desk.locator(".cm-content")).not_to_contain_text("Is it open?")
    expect(desk.locator(".hb-look")).to_contain_text("To fill in", timeout=SLOW)
    assert not violations(desk)
    throw_away(desk)


def test_a_file_dropped_beside_its_place_does_not_take_the_place_of_the_page(desk: Page) -> None:
    stays = desk.locator("h1").evaluate(f"(place, file) => !({DROP})(place, file)", ["table.csv", TABLE])
    assert stays


def test_the_text_is_copied_where_the_page_has_no_clipboard(desk: Page) -> None:
    desk.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })")
    desk.get_by_role("button", name="Copy the text").click()
    expect(desk.get_by_text("Copied.")).to_be_visible()
    desk.evaluate("delete navigator.clipboard")


def test_a_page_is_opened_by_its_title_and_by_its_address(desk: Page) -> None:
    name = desk.get_by_label("Page, question file or list")
    open_file(desk, desk.url.replace("try.html", "desk/more.html"))
    expect(name).to_have_value("docs/desk/more.md")
    open_file(desk, "lend a book")
    expect(name).to_have_value("docs/desk/lend.md")


def test_a_path_outside_the_handbook_is_refused_in_words(desk: Page) -> None:
    open_file(desk, "hooks/finish.py")
    expect(desk.get_by_text("hooks/finish.py is no page, question file or list")).to_be_visible(timeout=SLOW)
    open_file(desk, "docs/desk/lend.md")


def test_the_editor_has_nothing_that_axe_objects_to(desk: Page) -> None:
    for width in (320, 1280):
        desk.set_viewport_size({"width": width, "height": 800})
        assert not violations(desk)


def test_edit_this_page_opens_the_page_there(project: Path) -> None:
    page = (project / "site" / "desk" / "lend.html").read_text("utf-8")
    assert 'href="../try.html?file=docs/desk/lend.md"' in page
