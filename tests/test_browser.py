"""The built site in Chromium: by http and from the file system, by mouse and by keyboard alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

KINDS = ["http", "file"]
FOCUS = """() => {
    const at = document.activeElement, item = at.closest("[data-quiz=desk-test] .hb-item")
    return {item: item?.dataset.item, tag: at.tagName, type: at.type, text: at.textContent, shown: at.checkVisibility()}
}"""


@pytest.fixture(scope="module", params=KINDS)
def address(request: pytest.FixtureRequest, small_site: Path) -> str:
    """Where the small site is: served, and as files."""
    return request.getfixturevalue("served") if request.param == "http" else small_site.as_uri()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page with a store of its own. A request to another host, a script error or a console error fails the test."""
    context = browser.new_context()
    wrong: list[str] = []

    def only_here(route: Route) -> None:
        url = route.request.url
        if url.startswith(("http://127.0.0.1:", "file:", "data:", "blob:")):
            route.continue_()
        else:
            wrong.append(url)
            route.abort()

    context.route("**/*", only_here)
    page = context.new_page()
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    yield page
    context.close()
    assert not wrong


def test_the_search_leads_to_a_directive(page: Page, address: str) -> None:
    page.goto(f"{address}/index.html")
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("lending")
    result = page.locator(".md-search-result__link").first
    expect(result).to_contain_text("Lend")
    result.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Lend a book")


def test_the_search_knows_a_keyword_that_is_not_on_the_page(page: Page, address: str) -> None:
    page.goto(f"{address}/index.html")
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("lned")
    expect(page.locator(".md-search-result__link").first).to_contain_text("Lend a book")


def _quiz(page: Page, address: str, item: str) -> "Page":
    page.goto(f"{address}/desk/test.html")
    expect(page.locator(".hb-check").first).to_be_visible()
    return page.locator(f"#desk-test--{item}")  # type: ignore[return-value]


def test_a_choice_is_checked_on_the_button_with_the_reason(page: Page, address: str) -> None:
    question = _quiz(page, address, "q-single")
    question.get_by_text("Lend all six this time.").click()
    expect(question.get_by_role("status")).to_be_empty()
    question.get_by_role("button", name="Check").click()
    expect(question.get_by_role("status")).to_contain_text("Not right")
    expect(question).to_contain_text("The limit holds for every child.")
    question.get_by_role("button", name="Try again").click()
    question.get_by_text("Lend five, keep one at the desk.").click()
    question.get_by_role("button", name="Check").click()
    expect(question.get_by_role("status")).to_contain_text("Right")
    expect(question).to_contain_text("Five is the limit for children.")


def test_looking_through_the_options_by_keyboard_checks_nothing(page: Page, address: str) -> None:
    question = _quiz(page, address, "q-single")
    question.get_by_role("radio").first.focus()
    for key in ("Space", "ArrowDown", "ArrowDown", "ArrowUp"):
        page.keyboard.press(key)
    expect(question.get_by_role("status")).to_be_empty()
    expect(question.get_by_role("radio").nth(1)).to_be_checked()


def test_a_whole_quiz_is_answered_by_keyboard_alone(page: Page, address: str) -> None:
    quiz = _quiz(page, address, "q-single").locator("xpath=ancestor::section")
    page.locator("#desk-test").evaluate("heading => { heading.tabIndex = -1; heading.focus() }")
    reached = set()
    for _ in range(120):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        assert focus["shown"]
        if not focus["item"]:
            continue
        if focus["type"] in ("radio", "checkbox"):
            page.keyboard.press("Space")
        elif focus["tag"] == "SELECT":
            page.keyboard.press("ArrowDown")
        elif focus["text"].startswith("Check"):
            page.keyboard.press("Enter")
            reached.add(focus["item"])
        if len(reached) == 5:
            break
    assert reached == {"q-single", "q-multiple", "q-truefalse", "q-order", "q-match"}
    for item in reached:
        expect(quiz.locator(f"[data-item={item}] .hb-result")).to_contain_text("ight")


def test_steps_are_put_in_order_with_buttons_that_keep_the_focus(page: Page, address: str) -> None:
    question = _quiz(page, address, "q-order")
    wanted = ["Ask for the card", "Scan the book", "Say when it is due"]
    for at, text in enumerate(wanted):
        for _ in range(3):
            entries = [entry.inner_text() for entry in question.locator("li[data-option]").all()]
            place = next(n for n, entry in enumerate(entries) if text in entry)
            if place == at:
                break
            button = question.locator("li[data-option]").nth(place).get_by_role("button", name="up")
            button.focus()
            page.keyboard.press("Enter")
            expect(question.locator("li[data-option]").filter(has_text=text).locator("button:focus")).to_have_count(1)
    question.get_by_role("button", name="Check").click()
    expect(question.locator(".hb-result")).to_contain_text("Right")


def test_matching_counts_each_pair(page: Page, address: str) -> None:
    question = _quiz(page, address, "q-match")
    question.locator("li", has_text="A child").get_by_role("combobox").select_option(label="C. Five")
    question.locator("li", has_text="An adult").get_by_role("combobox").select_option(label="C. Five")
    question.get_by_role("button", name="Check").click()
    expect(question.get_by_role("status")).to_contain_text("Partly right")


def test_the_score_counts_what_was_checked_and_starts_over(page: Page, address: str) -> None:
    question = _quiz(page, address, "q-truefalse")
    quiz = page.locator(".hb-quiz").first
    question.get_by_text("True", exact=True).click()
    question.get_by_role("button", name="Check").click()
    expect(quiz.locator(".hb-score")).to_contain_text("1")
    quiz.get_by_role("button", name="Start over").click()
    expect(question.get_by_role("radio", checked=True)).to_have_count(0)
    expect(question.locator(".hb-result")).to_be_empty()


def test_ticks_of_a_checklist_stay_after_a_reload(page: Page, address: str) -> None:
    page.goto(f"{address}/desk/lend.html")
    box = page.get_by_role("checkbox", name="Door locked")
    box.check()
    expect(page.locator(".hb-checklist .hb-done")).to_contain_text("1 of 3 done")
    page.reload()
    expect(box).to_be_checked()
    expect(page.get_by_role("checkbox", name="Lights off")).not_to_be_checked()
    page.get_by_role("button", name="Reset").click()
    expect(box).not_to_be_checked()
    page.get_by_role("button", name="Undo").click()
    expect(box).to_be_checked()


def test_a_page_without_a_quiz_loads_no_quiz_code(page: Page, address: str) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url.rpartition("/")[2]))
    page.goto(f"{address}/basics/index.html")
    page.wait_for_load_state("networkidle")
    assert "handbook.js" in loaded
    assert not {"quiz.js", "checklist.js"} & set(loaded)


def test_without_scripts_every_question_and_answer_is_there(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/desk/test.html")
    quiz = page.locator(".hb-quiz").first
    expect(quiz.locator(".hb-item")).to_have_count(9)
    answer = quiz.locator("details").first
    expect(answer).to_contain_text("Five is the limit for children.")
    expect(answer.get_by_text("Five is the limit for children.")).not_to_be_visible()
    answer.locator("summary").click()
    expect(answer.get_by_text("Five is the limit for children.")).to_be_visible()
    context.close()
