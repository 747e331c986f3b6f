"""The built site in Chromium: by http and from the file system, by mouse and by keyboard alone."""

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

KINDS = ["http", "file"]


@pytest.fixture(scope="module", params=KINDS)
def address(request: pytest.FixtureRequest, small_site: Path) -> str:
    """Where the small site is: served, and as files."""
    return request.getfixturevalue("served") if request.param == "http" else small_site.as_uri()


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
    assert not {"quiz.js", "quiz.css", "progress.js", "progress.css", "checklist.js"} & set(loaded)


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


APPEARANCES = "inputs => [...new Set(inputs.map(input => getComputedStyle(input).appearance))]"


@pytest.mark.parametrize(("colors", "appearance"), [("none", "none"), ("active", "auto")])
def test_what_is_ticked_or_chosen_is_drawn_by_us_unless_the_reader_chose_the_colors(
    browser: Browser, served: str, colors: Literal["none", "active"], appearance: str
) -> None:
    page = browser.new_page(color_scheme="dark", forced_colors=colors)
    for path in ("desk/lend.html", "desk/test.html", "my-progress.html"):
        page.goto(f"{served}/{path}")
        inputs = page.locator(".md-content").locator("input[type=radio], input[type=checkbox]")
        expect(inputs.first).to_be_attached()
        assert inputs.evaluate_all(APPEARANCES) == [appearance], path
    page.close()
