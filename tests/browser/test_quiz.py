"""Quizzes in Chromium: every type of question by pointer and by keyboard alone, practice and test, looks and weight."""

from __future__ import annotations

import gzip
import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect
from pypdf import PdfReader

from support.answers import ANSWERS, ORDER, arrange, check, choose, open_item, tell, type_in
from support.axe import LOOKS, Look, faults_of_state, looking
from support.folders import PROJECT
from support.quiz_site import HOSTILE, LONG_TARGET

ASSETS = PROJECT / "docs" / "assets"

RIGHT = "✓ Right"

FOCUS = """() => {
    const at = document.activeElement, item = at.closest("[data-quiz=desk-test] .hb-item")
    return {item: item?.dataset.item, tag: at.tagName, type: at.type, text: at.textContent, shown: at.checkVisibility()}
}"""


@pytest.mark.parametrize("item", ANSWERS)
def test_a_type_is_answered_by_single_clicks_and_teaches(page: Page, served_quiz: str, item: str) -> None:
    """Right and otherwise, with the best answer, the reasons, where to read more, and another try."""
    right, otherwise, verdict, reason = ANSWERS[item]
    question = open_item(page, served_quiz, item)
    otherwise(question)
    expect(question.locator(".hb-result")).to_be_empty()
    check(question)
    expect(question.locator(".hb-result")).to_contain_text(verdict)
    expect(question.locator(".hb-result")).to_have_attribute("role", "status")
    expect(question).to_contain_text(reason)
    expect(question.locator(".hb-more .hb-refs a").first).to_be_visible()
    question.get_by_role("button", name="Try again").click()
    expect(question.locator(".hb-feedback")).to_have_count(0)
    if item == "q-multiple":
        question.get_by_label("Turn the lights off.").uncheck()
    if item == "q-scenario":
        question.get_by_role("button", name="One step back").click()
    right(question)
    check(question)
    expect(question.locator(".hb-result")).to_have_text(RIGHT)


def test_a_reflection_gives_advice_without_a_score_and_is_not_kept(page: Page, served_quiz: str) -> None:
    question = open_item(page, served_quiz, "q-reflect")
    check(question)
    expect(question.get_by_role("status")).to_have_text("Answer at least one first.")
    question.get_by_text("Disagree", exact=True).click()
    question.get_by_role("button", name="Show advice").click()
    expect(question).to_contain_text("Try it once a day.")
    expect(page.locator("[data-quiz=desk-test] .hb-score")).to_contain_text("0 of 8 questions")
    assert "q-reflect" not in page.evaluate("JSON.stringify(localStorage)")
    question.get_by_role("button", name="Try again").click()
    question.get_by_label("Keep my answers").check()
    page.reload()
    expect(question.get_by_label("Disagree")).to_be_checked()
    question.get_by_label("Keep my answers").uncheck()
    page.reload()
    expect(question.get_by_role("radio", checked=True)).to_have_count(0)


def test_free_words_are_kept_only_when_wanted(page: Page, served_quiz: str) -> None:
    question = open_item(page, served_quiz, "m-room", "desk/more.html", "more-kinds")
    question.get_by_role("textbox").fill("my secret")
    question.get_by_role("textbox").blur()
    assert "secret" not in page.evaluate("JSON.stringify(localStorage)")
    question.get_by_label("Keep my answers").check()
    page.reload()
    expect(question.get_by_role("textbox")).to_have_value("my secret")


def test_a_story_branches_goes_back_and_ends_with_the_way_taken(page: Page, served_quiz: str) -> None:
    question = open_item(page, served_quiz, "m-story", "desk/more.html", "more-kinds")
    expect(question.get_by_text("She tells where she was.")).to_be_hidden()
    expect(question.get_by_role("button", name="Check", exact=True)).to_be_hidden()
    tell("Ask for money.")(question)
    expect(question.get_by_text("She does not come again.")).to_be_visible()
    question.get_by_role("button", name="One step back").click()
    tell("Sit down with her.", "Write it down.")(question)
    check(question)
    expect(question.locator(".hb-result")).to_contain_text("Partly right, 1 of 2")
    for phrase in ("Best choice", "Weak choice", "Better: Look there together.", "Two see more.", "A fair end"):
        expect(question).to_contain_text(phrase)
    expect(question).not_to_contain_text("She is a child.")


def test_hints_come_one_by_one_and_are_remembered(page: Page, served_quiz: str) -> None:
    question = open_item(page, served_quiz, "m-hints", "desk/more.html", "more-kinds")
    expect(question.get_by_text("Hint 2")).to_be_hidden()
    question.get_by_text("Hint 1").click()
    expect(question.get_by_text("Think of the door.")).to_be_visible()
    expect(question.get_by_text("Hint 2")).to_be_visible()
    page.reload()
    expect(question.get_by_text("Think of the door.")).to_be_visible()
    expect(question.get_by_text("Think of the clock.")).to_be_hidden()


def test_looking_through_the_options_by_keyboard_checks_nothing(page: Page, served_quiz: str) -> None:
    question = open_item(page, served_quiz, "q-single")
    question.get_by_role("radio").first.focus()
    for key in ("Space", "ArrowDown", "ArrowDown", "ArrowUp"):
        page.keyboard.press(key)
    expect(question.locator(".hb-result")).to_be_empty()
    expect(question.get_by_role("radio").nth(1)).to_be_checked()


@pytest.mark.parametrize("by", ["http", "file"])
def test_a_whole_quiz_is_answered_by_keyboard_alone(page: Page, served_quiz: str, quiz_site: Path, by: str) -> None:
    address = served_quiz if by == "http" else quiz_site.as_uri()
    open_item(page, address, "q-single")
    page.locator("#desk-test").evaluate("heading => { heading.tabIndex = -1; heading.focus() }")
    reached: list[str] = []
    for _ in range(150):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        assert focus["shown"]
        if not focus["item"]:
            continue
        if focus["type"] in ("radio", "checkbox"):
            page.keyboard.press("Space")
        elif focus["type"] == "text":
            page.keyboard.type("5")
        elif focus["tag"] == "SELECT":
            page.keyboard.press("ArrowDown")
        elif focus["text"] == "↑" and "moved" not in reached:
            page.keyboard.press("Enter")
            reached.append("moved")
        elif focus["text"] == "Offer to reserve it.":
            page.keyboard.press("Enter")
        elif focus["text"] in ("Check", "Show advice"):
            page.keyboard.press("Enter")
            reached.append(focus["item"])
        if "q-reflect" in reached:
            break
    assert [item for item in dict.fromkeys(reached) if item != "moved"] == [*ANSWERS, "q-reflect"]
    quiz = page.locator("[data-quiz=desk-test]")
    expect(quiz.get_by_role("group", name="Your result")).to_contain_text("Read next")


def test_the_button_of_a_moved_step_keeps_the_focus_and_the_move_is_announced(page: Page, served_quiz: str) -> None:
    question = open_item(page, served_quiz, "q-order")
    step = question.locator(".hb-steps > li").last
    text = step.inner_text().splitlines()[0]
    step.get_by_role("button", name="Move up").focus()
    page.keyboard.press("Enter")
    expect(question.locator("li", has_text=text).locator("button:focus")).to_have_count(1)
    expect(question.locator(".hb-heard")).to_have_text(f"Now 2 of 3: {text}")


def test_a_right_and_a_wrong_choice_together_say_so(page: Page, served_quiz: str) -> None:
    question = open_item(page, served_quiz, "q-multiple")
    choose("Lock the door.", "Feed the cat.")(question)
    check(question)
    expect(question.locator(".hb-result")).to_have_text("✗ Not quite, 1 of 2, and 1 that doesn't belong")
    reasons = question.locator(".hb-more > div:not(.hb-refs)").all_inner_texts()
    assert [text.splitlines()[0] for text in reasons] == [
        "Right: Lock the door.",
        "Also right: Turn the lights off.",
        "Not this one: Feed the cat.",
    ]


def test_where_nothing_that_was_chosen_is_right_nothing_is_called_right_too(page: Page, served_quiz: str) -> None:
    question = open_item(page, served_quiz, "q-multiple")
    choose("Feed the cat.")(question)
    check(question)
    expect(question.locator(".hb-more")).to_contain_text("Right answer: Turn the lights off.")
    expect(question).not_to_contain_text("Also right")


def test_the_reasons_of_what_nobody_chose_are_folded(page: Page, served_quiz: str) -> None:
    question = open_item(page, served_quiz, "q-single")
    choose("Lend all six this time.")(question)
    check(question)
    expect(question.locator(".hb-result")).to_contain_text("Best answer: Lend five, keep one at the desk.")
    expect(question.get_by_text("The limit holds for every child.")).to_be_visible()
    other = question.get_by_text("Five of them may be lent.")
    expect(other).to_be_hidden()
    question.get_by_text("The other reasons").click()
    expect(other).to_be_visible()


def test_a_step_in_the_wrong_place_after_the_right_one_says_so(page: Page, served_quiz: str) -> None:
    """Where neighbors score, a list that is partly right has something said of it that is."""
    question = open_item(page, served_quiz, "q-order")
    arrange("Scan the book", "Say when it is due", "Ask for the card")(question)
    check(question)
    expect(question.locator(".hb-result .hb-verdict")).to_have_text("◐ Partly right")
    assert question.locator(".hb-steps .hb-verdict").all_inner_texts() == [
        "✗ Belongs at 2",
        "– Follows the right step, but belongs at 3",
        "✗ Belongs at 1",
    ]
    best = question.locator(".hb-more ol > li")
    assert [text.splitlines()[0] for text in best.all_inner_texts()] == [*ORDER]


def test_the_right_order_stands_beside_ones_own_where_there_is_room(page: Page, served_quiz: str) -> None:
    for width, beside in ((1280, True), (360, False)):
        page.set_viewport_size({"width": width, "height": 800})
        question = open_item(page, served_quiz, "q-order")
        if question.get_by_role("button", name="Try again").is_hidden():
            arrange(*ORDER[::-1])(question)
            check(question)
        own, right = question.locator("ol.hb-steps").bounding_box(), question.locator(".hb-more ol").bounding_box()
        assert own
        assert right
        assert (right["x"] >= own["x"] + own["width"]) == beside
        assert (right["y"] >= own["y"] + own["height"]) != beside


def test_steps_can_be_dragged_by_their_handle_with_a_mouse(page: Page, served_quiz: str) -> None:
    question = open_item(page, served_quiz, "q-order")
    last = question.locator(".hb-steps > li").last
    text = last.inner_text().splitlines()[0]
    last.locator(".hb-handle").drag_to(question.locator(".hb-steps > li").first, target_position={"x": 60, "y": 3})
    expect(question.locator(".hb-steps > li").first).to_contain_text(text)
    expect(question.locator(".hb-heard")).to_have_text(f"Now 1 of 3: {text}")


def test_steps_that_nobody_moved_are_asked_for_and_not_marked_wrong(page: Page, served_quiz: str) -> None:
    question = open_item(page, served_quiz, "q-order")
    check(question)
    expect(question.locator(".hb-result")).to_contain_text("You haven't moved a step yet.")
    expect(question.locator("[data-mark]")).to_have_count(0)
    check(question)
    expect(question.locator(".hb-result .hb-verdict")).to_contain_text(re.compile("Not quite|Partly right"))


def test_an_incomplete_answer_is_asked_for_and_not_counted(page: Page, served_quiz: str) -> None:
    question = open_item(page, served_quiz, "q-match")
    question.locator("select").first.select_option(index=1)
    check(question)
    expect(question.locator(".hb-result")).to_have_text("Choose an answer for every line first.")
    expect(question.locator(".hb-feedback")).to_have_count(0)


def test_what_is_paired_can_be_tapped_one_line_after_the_other(page: Page, served_quiz: str) -> None:
    question = open_item(page, served_quiz, "q-match")
    lines = [line.inner_text() for line in question.locator(".hb-pairs label > span:first-child").all()]
    right = {"A child": "Five", "An adult": "Ten"}
    for line in lines:
        expect(question.locator("[data-current]")).to_contain_text(line)
        question.get_by_role("list", name=f"What goes with: {line}").get_by_role("button", name=right[line]).click()
        expect(question.get_by_role("combobox", name=line).locator("option:checked")).to_contain_text(right[line])
        expect(question.locator(".hb-heard")).to_have_text(f"{line} → {right[line]}")
    expect(question.locator(".hb-pick").first).to_be_hidden()
    question.locator("li", has_text=lines[0]).get_by_text(lines[0]).click()
    question.get_by_role("button", name="Fifty").click()
    check(question)
    expect(question.locator(".hb-result")).to_contain_text("Partly right, 1 of 2")


def test_a_long_choice_is_shown_in_full_on_a_narrow_screen(page: Page, served_quiz: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    question = open_item(page, served_quiz, "m-long", "desk/more.html", "more-kinds")
    select = question.get_by_role("combobox", name="A long one")
    select.select_option(label=LONG_TARGET)
    choice = question.locator("li", has_text="A long one").locator(".hb-choice")
    shown = choice.locator("span")
    expect(shown).to_have_text(LONG_TARGET)
    box = choice.bounding_box()
    assert box
    assert box["height"] > 60  # on several lines
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_one_letter_off_is_almost_right_and_can_be_corrected_before_it_counts(page: Page, served_quiz: str) -> None:
    question = open_item(page, served_quiz, "q-short")
    type_in("fivee")(question)
    check(question)
    expect(question.locator(".hb-result")).to_have_text("Almost: check the spelling")
    expect(question.locator("[data-mark]")).to_have_count(0)
    check(question)
    expect(question.locator(".hb-result .hb-verdict")).to_contain_text("Almost: check the spelling")
    expect(question.locator(".hb-result")).to_contain_text("Right answer:")
    question.get_by_role("button", name="Try again").click()
    type_in("Within five.")(question)
    check(question)
    expect(question.locator(".hb-result")).to_have_text(RIGHT)


def test_a_double_click_on_check_does_not_take_the_feedback_away(page: Page, served_quiz: str) -> None:
    question = open_item(page, served_quiz, "q-single")
    choose("Lend all six this time.")(question)
    question.locator(".hb-check").dblclick()
    expect(question.locator(".hb-result")).to_contain_text("Not quite")


def test_a_check_of_two_questions_stays_small(page: Page, served_quiz: str) -> None:
    page.goto(f"{served_quiz}/desk/test.html")
    quiz = page.locator("[data-quiz=desk-tagged].hb-live")
    first, second = quiz.locator(".hb-item").all()
    choose("Lend all six this time.")(first)
    check(first)
    choose("True")(second)
    check(second)
    expect(first.locator(".hb-result")).to_contain_text("Not quite")
    expect(quiz.locator(".hb-bar, .hb-quiz-end, .hb-summary, .hb-code")).to_have_count(0)
    assert quiz.get_by_role("button").all_inner_texts() == ["Try again", "Try again"]
    assert quiz.inner_text().count("Form code") == 0


def test_the_missed_ones_alone_are_tried_again(page: Page, served_quiz: str) -> None:
    open_item(page, served_quiz, "m-hints", "desk/more.html", "more-three")
    quiz = page.locator("[data-quiz=more-three]")
    first, second, third = quiz.locator(".hb-item").all()
    for question, answer in ((first, "True"), (second, "Lend five, keep one at the desk."), (third, "True")):
        choose(answer)(question)
        check(question)
    result = quiz.get_by_role("group", name="Your result")
    expect(result).to_contain_text("66%")
    expect(result).to_contain_text("2 right · 1 to try again")
    expect(result).to_contain_text(re.compile(r"Close time\s+0 of 1"))
    quiz.get_by_role("button", name="Try the one you missed again").click()
    expect(second).to_be_hidden()
    expect(first.locator("input:focus")).to_have_count(1)
    expect(first.get_by_role("radio", checked=True)).to_have_count(0)
    choose("False")(first)
    check(first)
    expect(second).to_be_visible()
    expect(result).to_contain_text("100%")
    quiz.get_by_role("button", name="Start over").click()
    expect(quiz.get_by_role("radio", checked=True)).to_have_count(0)


def test_options_stay_in_their_order_through_a_retry_and_a_reload(page: Page, served_quiz: str) -> None:
    question = open_item(page, served_quiz, "q-single")
    order = "question => [...question.querySelectorAll('input')].map(input => input.value).join()"
    before = question.evaluate(order)
    question.get_by_role("radio").first.check()
    check(question)
    question.get_by_role("button", name="Try again").click()
    assert question.evaluate(order) == before
    page.reload()
    expect(page.locator(".hb-live").first).to_be_visible()
    assert question.evaluate(order) == before


def test_a_test_tells_nothing_before_its_end_and_lets_everything_be_changed(page: Page, served_quiz: str) -> None:
    question = open_item(page, served_quiz, "q-single", "desk/exam.html", "exam")
    quiz = page.locator("[data-quiz=exam]")
    assert quiz.get_by_role("button", name="Check", exact=True).count() == 0
    expect(quiz.get_by_text("Hint 1")).to_be_hidden()
    choose("Lend all six this time.")(question)
    choose("Lend five, keep one at the desk.")(question)
    question.get_by_role("button", name="Flag for later").click()
    expect(quiz.locator(".hb-score")).to_have_text("1 of 4 questions answered. Flagged: 1.")
    expect(
        quiz.locator(".hb-feedback, .hb-summary, .hb-more:not(:empty), [data-mark=right], [data-mark=wrong]")
    ).to_have_count(0)
    page.reload()
    expect(quiz.locator(".hb-score")).to_have_text("1 of 4 questions answered. Flagged: 1.")
    quiz.get_by_label("Show the time").check()
    expect(quiz.get_by_role("timer")).to_have_text(re.compile(r"^\d+:\d\d$"))
    finish = quiz.get_by_role("button", name="Finish")
    finish.click()
    expect(quiz.locator(".hb-score")).to_contain_text("Not answered yet: 2, 3, 5.")
    quiz.locator(".hb-score").get_by_role("link", name="3").click()
    expect(page.locator("#exam--q-order")).to_be_in_viewport()
    finish.click()
    expect(quiz.get_by_role("group", name="Your result")).to_be_focused()
    expect(quiz.get_by_role("group", name="Your result")).to_contain_text("1 right · 3 to try again")
    expect(page.locator("#exam--q-order .hb-result")).to_contain_text("– Not answered")
    expect(question.locator(".hb-result")).to_have_text(RIGHT)
    expect(quiz.get_by_text("Hint 1")).to_be_visible()
    expect(quiz.get_by_role("button", name="Flag for later")).to_have_count(1)
    page.reload()
    expect(question.locator(".hb-result")).to_have_text(RIGHT)
    expect(quiz.locator(".hb-summary")).to_be_visible()


def test_texts_of_authors_never_become_html(page: Page, served_quiz: str) -> None:
    """The page fixture fails on any script error; an alert would stand still."""
    dialogs: list[str] = []

    def on_dialog(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", on_dialog)
    question = open_item(page, served_quiz, "m-hostile", "desk/more.html", "more-kinds")
    question.get_by_text("runs").click()
    check(question)
    expect(question.locator(".hb-more")).to_contain_text(HOSTILE.strip("`"))
    assert page.locator(".hb-quiz img, .hb-quiz script").count() == 0
    assert not dialogs


def test_what_a_reader_types_never_becomes_html(page: Page, served_quiz: str) -> None:
    question = open_item(page, served_quiz, "q-short")
    type_in("<img src=x onerror=alert(1)>")(question)
    check(question)
    page.reload()
    expect(question.get_by_role("textbox")).to_have_value("<img src=x onerror=alert(1)>")
    assert page.locator(".hb-quiz img").count() == 0


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_axe_finds_nothing_in_any_state(browser: Browser, served_quiz: str, look: Look) -> None:
    """Untouched, answered otherwise and right, with the summary; targets of 24 px; nothing wider than the page."""
    context = looking(browser, look)
    page = context.new_page()
    faults: dict[str, list[str]] = {}

    def note(state: str) -> None:
        faults[state] = faults_of_state(page, ".hb-quiz")
        faults[f"{state}: too small"] = page.evaluate(SMALL)

    open_item(page, served_quiz, "q-single")
    note("untouched")
    for state in ("otherwise", "right"):
        for item, (right, otherwise, *_) in ANSWERS.items():
            question = page.locator(f"#desk-test--{item}")
            (right if state == "right" else otherwise)(question)
            check(question)
        expect(page.locator("[data-quiz=desk-test] .hb-summary")).to_be_visible()
        note(state)
        page.locator("[data-quiz=desk-test]").get_by_role("button", name="Start over").click()
    page.goto(f"{served_quiz}/desk/exam.html")
    note("test")
    context.close()
    assert not {state: wrong for state, wrong in faults.items() if wrong}


SMALL = """() => {
    const small = ({width, height}) => width < 24 || height < 24
    const target = at => at.closest("label") ?? at
    return [...document.querySelectorAll(".hb-quiz :is(button, input, select, summary)")]
        .filter(at => at.checkVisibility() && small(target(at).getBoundingClientRect())).map(at => at.outerHTML)
}"""


def test_text_twice_as_large_fits(browser: Browser, served_quiz: str) -> None:
    context = browser.new_context(viewport={"width": 640, "height": 800})
    page = context.new_page()
    open_item(page, served_quiz, "q-single")
    page.evaluate("document.documentElement.style.setProperty('font-size', '250%', 'important')")
    overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    context.close()
    assert overflow <= 0


def test_right_and_wrong_differ_without_colors(browser: Browser, served_quiz: str) -> None:
    """With forced colors and without motion, the marks differ by sign, word and line."""
    context = browser.new_context(forced_colors="active", reduced_motion="reduce")
    page = context.new_page()
    question = open_item(page, served_quiz, "q-single")
    choose("Lend all six this time.")(question)
    check(question)
    expect(question.locator("li[data-mark=wrong]")).to_contain_text("✗ Your answer")
    expect(question.locator("li[data-mark=right]")).to_contain_text("✓ Best answer")
    lines = [
        question.locator(f"li[data-mark={mark}] label").evaluate("at => getComputedStyle(at).borderInlineStartStyle")
        for mark in ("right", "wrong")
    ]
    assert lines == ["solid", "double"]
    context.close()


def test_printing_gives_the_questions_and_then_the_answers_on_a_page_of_their_own(page: Page, served_quiz: str) -> None:
    question = open_item(page, served_quiz, "q-single")
    choose("Lend all six this time.")(question)
    check(question)
    page.emulate_media(media="print")
    quiz = page.locator("[data-quiz=desk-test]")
    expect(quiz.locator(".hb-feedback").first).to_be_hidden()
    expect(quiz.get_by_role("button", name=re.compile("Check|Try again|Show all")).first).to_be_hidden()
    expect(quiz.locator(".hb-quiz-answers .hb-why").first).to_be_visible()
    assert quiz.locator(".hb-quiz-answers").evaluate("at => getComputedStyle(at).breakBefore") == "page"
    expect(quiz.locator("#desk-test--q-scenario")).to_contain_text("He leaves happy.")
    assert page.evaluate("document.getAnimations().length") == 0  # what begins unseen would be printed so
    signs = "at => ['::before', '::after'].map(part => getComputedStyle(at, part).content)"
    assert quiz.locator(".hb-answer > summary").first.evaluate(signs) == ["none", "none"]


def test_a_story_under_way_prints_whole_with_numbers_to_go_to(page: Page, served_quiz: str) -> None:
    question = open_item(page, served_quiz, "m-story", "desk/more.html", "more-kinds")
    tell("Sit down with her.", "Write it down.")(question)
    text = " ".join(" ".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf())).pages).split())
    story = re.search(r"1\. She cries\..*2\. She tells where she was\..*3\. The end: The book is there\.", text)
    assert story
    assert "Sit down with her. → go to 2" in story[0]
    expect(question.get_by_text("→ go to 2")).to_be_hidden()
    expect(question.get_by_text("She does not come again.")).to_be_hidden()


@pytest.mark.parametrize(("file", "most"), [("javascripts/quiz.js", 16 * 1024), ("stylesheets/quiz.css", 5 * 1024)])
def test_what_a_quiz_loads_is_light(file: str, most: int) -> None:
    assert len(gzip.compress((ASSETS / file).read_bytes(), 9)) <= most
