"""One question at a time: by keyboard, by pointer, by touch; in practice and as a test; its end; what is told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, CDPSession, Locator, Page, expect

from support.accessibility_tree import told
from support.answers import ANSWERS, ORDER, check, choose, type_in
from support.axe import LOOKS, Look, faults_of_state, looking

QUIZ = "[data-quiz=desk-test]"
FOCUS = "() => (at => [at.tagName, at.type ?? '', at.textContent.trim()])(document.activeElement)"


@pytest.fixture
def player(page: Page, served_quiz: str) -> Page:
    """The page with the quiz that has every type, which asks its first question."""
    return opened(page, served_quiz)


def opened(page: Page, address: str) -> Page:
    page.goto(f"{address}/desk/test.html")
    expect(page.locator(f"{QUIZ}.hb-player")).to_have_count(1)
    return page


def asked(page: Page, number: int, of: int = 9) -> Locator:
    """The question that is asked, which is the one of this number."""
    expect(page.locator(f"{QUIZ} .hb-jump summary")).to_have_text(f"Question {number} of {of}")
    question = page.locator(f"{QUIZ} .hb-item.hb-now")
    expect(question).to_be_visible()
    return question


def jump(page: Page, number: int) -> Locator:
    """Go to a question by the list of all."""
    page.locator(f"{QUIZ} .hb-jump summary").click()
    page.locator(f"{QUIZ} .hb-jump").get_by_role("button", name=f"Question {number}:").click()
    return asked(page, number)


def go_on(page: Page) -> None:
    page.locator(f"{QUIZ} .hb-now").get_by_role("button", name=re.compile("^(Next|See your result)$")).click()


def number_of(item: str) -> int:
    return [*ANSWERS, "q-reflect"].index(item) + 1


# Getting about


def test_one_question_is_shown_and_the_bar_says_which_and_how_it_goes(player: Page) -> None:
    expect(player.locator(f"{QUIZ} .hb-item:visible")).to_have_count(1)
    choose("Lend all six this time.")(asked(player, 1))
    check(asked(player, 1))
    go_on(player)
    asked(player, 2)
    player.locator(f"{QUIZ} .hb-jump summary").click()
    buttons = player.locator(f"{QUIZ} .hb-jump").get_by_role("button")
    expect(buttons).to_have_count(9)
    assert [button.get_attribute("aria-label") for button in buttons.all()[:2]] == [
        "Question 1: Not quite",
        "Question 2: not answered",
    ]
    expect(buttons.nth(1)).to_have_attribute("aria-current", "step")
    buttons.nth(6).click()
    asked(player, 7)
    player.get_by_role("button", name="Back to question 6").click()
    asked(player, 6)


def test_questions_can_be_skipped_and_the_end_says_which_are_open(player: Page) -> None:
    for number in range(1, 10):
        asked(player, number).get_by_role("button", name="Skip").click()
    score = player.locator(f"{QUIZ} .hb-score")
    expect(score).to_have_text("0 of 8 questions checked. Still open: 1, 2, 3, 4, 5, 6, 7, 8.")
    score.get_by_role("link", name="4", exact=True).click()
    asked(player, 4)


def test_it_goes_on_where_the_reader_was(player: Page) -> None:
    jump(player, 5)
    player.reload()
    asked(player, 5)


def test_an_address_leads_to_its_question(page: Page, served_quiz: str) -> None:
    page.goto(f"{served_quiz}/desk/test.html#desk-test--q-short")
    asked(page, 7)
    page.evaluate("location.hash = '#desk-test--q-order'")
    asked(page, 4)


def test_the_wish_to_see_all_questions_is_remembered_for_every_quiz(player: Page, served_quiz: str) -> None:
    jump(player, 3)
    player.locator(QUIZ).get_by_role("button", name="Show all").click()
    expect(player.locator(f"{QUIZ} .hb-item:visible")).to_have_count(9)
    player.goto(f"{served_quiz}/desk/more.html")
    more = player.locator("[data-quiz=more-kinds]")
    expect(more.locator(".hb-item:visible")).to_have_count(5)
    more.get_by_role("button", name="One at a time").click()
    expect(more.locator(".hb-item:visible")).to_have_count(1)
    opened(player, served_quiz)
    asked(player, 3)


def test_paper_has_all_questions_whatever_is_shown(player: Page) -> None:
    player.emulate_media(media="print")
    expect(player.locator(f"{QUIZ} .hb-item:visible")).to_have_count(9)
    expect(player.locator(f"{QUIZ} .hb-bar")).to_be_hidden()


def test_without_scripts_all_questions_and_answers_are_there(browser: Browser, served_quiz: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served_quiz}/desk/test.html")
    expect(page.locator(f"{QUIZ} .hb-item:visible")).to_have_count(9)
    expect(page.locator(f"{QUIZ} .hb-answer:visible")).to_have_count(9)
    context.close()


def test_all_questions_appear_should_the_script_of_the_quiz_never_come(browser: Browser, served_quiz: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/quiz.js", lambda route: route.abort())
    page.goto(f"{served_quiz}/desk/test.html")
    last = page.locator(f"{QUIZ} .hb-item").last
    part = page.locator(f"{QUIZ} .hb-rest")
    assert part.evaluate("at => at.clientHeight") == 0
    page.evaluate("for (const each of document.getAnimations()) each.finish()")
    assert part.evaluate("at => at.clientHeight") > 500
    last.get_by_text("Agree", exact=True).click()
    context.close()


# Every type by keyboard alone


def focus(page: Page) -> tuple[str, str, str]:
    """The tag, the type and the text of what has the focus."""
    tag, kind, text = page.evaluate(FOCUS)
    return tag, kind, text


def tab_to(page: Page, text: str) -> None:
    """Press Tab until something of this text has the focus."""
    for _ in range(20):
        if focus(page)[2] == text:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f'Tab never comes to "{text}": {focus(page)}')


def by_keys(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def answer_by_keys(page: Page, item: str) -> None:
    """Answer a question, from where the focus is, and check it."""
    if item in ("q-match", "q-classify"):
        _choose_all(page)
    elif item == "q-short":
        page.keyboard.type("five")
    else:
        by_keys(page, *KEYS[item])
    if item in ("q-order", "q-match", "q-classify", "q-scenario"):
        tab_to(page, "Check")
    page.keyboard.press("Enter")


KEYS = {
    "q-single": ("Space",),
    "q-multiple": ("Space", "Tab", "Space"),
    "q-truefalse": ("Space", "ArrowDown"),
    "q-order": ("Tab", "Enter"),
    "q-scenario": ("Enter",),
    "q-reflect": ("Space",),
}


def _choose_all(page: Page) -> None:
    """Choose in each list, with what can be tapped between them left aside."""
    for _ in range(20):
        if focus(page)[2] == "Check":
            return
        if focus(page)[0] == "SELECT":
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")


def test_a_whole_quiz_is_gone_through_by_enter_with_the_focus_never_lost(player: Page) -> None:
    """Enter checks, and Enter goes on; the focus begins in each question where its answer begins."""
    jump(player, 2).get_by_role("button", name="Skip").focus()
    player.get_by_role("button", name="Back to question 1").focus()
    player.keyboard.press("Enter")
    for item in (*ANSWERS, "q-reflect"):
        question = asked(player, number_of(item))
        assert question.evaluate("at => at !== document.activeElement && at.contains(document.activeElement)"), item
        answer_by_keys(player, item)
        expect(question).to_have_class(re.compile("hb-marked"))
        expect(question.locator(".hb-result .hb-verdict")).to_be_visible()
        assert focus(player)[2] in ("Next", "See your result"), item
        player.keyboard.press("Enter")
    expect(player.get_by_role("group", name="Your result")).to_be_focused()
    expect(player.get_by_role("group", name="Your result")).to_contain_text("By topic")


def test_enter_on_nothing_says_what_is_missing_and_goes_nowhere(player: Page) -> None:
    asked(player, 1).get_by_role("radio").first.focus()
    player.keyboard.press("Enter")
    expect(asked(player, 1).locator(".hb-result")).to_have_text("Choose an answer first.")
    player.keyboard.press("Enter")
    asked(player, 1)


# By pointer without dragging, and by touch


@pytest.mark.parametrize("item", ANSWERS)
def test_every_type_is_answered_by_single_clicks(player: Page, item: str) -> None:
    question = jump(player, number_of(item))
    ANSWERS[item][0](question)
    check(question)
    expect(question.locator(".hb-result")).to_have_text("✓ Right")
    expect(question.get_by_role("button", name="Next")).to_be_focused()


@pytest.fixture
def phone(browser: Browser, served_quiz: str) -> Iterator[Page]:
    """The same page on a phone that is touched."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    yield opened(context.new_page(), served_quiz)
    context.close()


def touch(page: Page, *points: tuple[float, float]) -> None:
    """Put a finger down at the first point, move it along the others, and lift it."""
    session: CDPSession = page.context.new_cdp_session(page)

    def send(kind: str, at: list[dict[str, Any]]) -> None:
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": at})

    (x, y), *others = points
    send("touchStart", [{"x": x, "y": y}])
    for x, y in others:
        send("touchMove", [{"x": x, "y": y}])
    send("touchEnd", [])
    session.detach()


def middle(place: Locator) -> tuple[float, float]:
    place.scroll_into_view_if_needed()
    box = place.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def tap(page: Page, number: int, *names: str) -> Locator:
    """Answer a question by taps on texts, and on its button."""
    question = jump(page, number)
    for name in names:
        question.get_by_text(name, exact=True).locator("visible=true").first.tap()
    question.locator(".hb-check").tap()
    return question


def test_every_type_is_answered_by_taps(phone: Page) -> None:
    right = "✓ Right"
    taps = {
        1: ("Lend five, keep one at the desk.",),
        2: ("Turn the lights off.", "Lock the door."),
        3: ("True",),
        8: ("Offer to reserve it.",),
    }
    for number, names in taps.items():
        expect(tap(phone, number, *names).locator(".hb-result")).to_have_text(right)
    for number, pairs in (
        (5, {"A child": "Five", "An adult": "Ten"}),
        (6, {"Let me look.": "Kind", "No idea.": "Unkind"}),
    ):
        question = jump(phone, number)
        for entry, target in pairs.items():
            question.locator(".hb-pairs label > span", has_text=entry).first.tap()
            question.locator("[data-current]").get_by_role("button", name=target, exact=True).tap()
        question.locator(".hb-check").tap()
        expect(question.locator(".hb-result")).to_have_text(right)
    expect(tap(phone, 9, "Agree").locator(".hb-result")).to_contain_text("no right or wrong")


@pytest.mark.parametrize(("gap", "goes_on"), [(0.25, True), (0.08, False)])
def test_a_quick_tap_on_next_counts_and_the_second_of_a_double_tap_does_not(
    phone: Page, gap: float, *, goes_on: bool
) -> None:
    question = asked(phone, 1)
    question.locator(".hb-options").evaluate("at => at.style.paddingBottom = '50em'")  # the button stays at the foot
    question.get_by_text("Lend all six this time.").tap()
    session = phone.context.new_cdp_session(phone)
    start = phone.evaluate("Date.now() / 1000") + 1
    for at in (start, start + gap):
        x, y = middle(question.locator(".hb-check"))
        for kind, points in (("touchStart", [{"x": x, "y": y}]), ("touchEnd", [])):
            session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points, "timestamp": at})
    session.detach()
    asked(phone, 2 if goes_on else 1)


def test_steps_are_dragged_by_their_handle_with_a_finger(phone: Page) -> None:
    question = jump(phone, 4)
    for place, text in enumerate(ORDER):
        step = question.locator(".hb-steps > li", has_text=text)
        there = question.locator(".hb-steps > li").nth(place)
        x, y = middle(step.locator(".hb-handle"))
        _, to = middle(there)
        touch(phone, (x, y), (x, (y + to) / 2), (x, to - 8))
    assert [text.splitlines()[0] for text in question.locator(".hb-steps > li").all_inner_texts()] == [*ORDER]
    question.locator(".hb-check").tap()
    expect(question.locator(".hb-result")).to_have_text("✓ Right")


def test_a_swipe_goes_back_and_one_to_the_left_goes_on(phone: Page) -> None:
    jump(phone, 3)
    _, y = middle(phone.locator(f"{QUIZ} .hb-now .hb-stem"))
    touch(phone, (60, y), (160, y + 4), (280, y + 6))
    asked(phone, 2)
    touch(phone, (280, y), (160, y), (60, y + 5))
    asked(phone, 3)
    touch(phone, (100, y), (150, y + 90), (200, y + 180))  # that scrolls
    asked(phone, 3)
    phone.context.new_cdp_session(phone).send("Emulation.setPageScaleFactor", {"pageScaleFactor": 2})
    touch(phone, (280, y), (160, y), (60, y + 5))  # that looks around in a page made larger
    asked(phone, 3)


def test_the_main_button_stays_under_the_thumb_and_hides_nothing_that_has_the_focus(phone: Page) -> None:
    for number in range(1, 10):
        button = jump(phone, number).locator(".hb-buttons").last
        box = button.bounding_box()
        assert box
        assert box["y"] + box["height"] <= 740
    question = jump(phone, 1)
    question.get_by_role("radio").last.focus()
    bar, option = question.locator(".hb-buttons").last.bounding_box(), question.locator("label").last.bounding_box()
    assert bar
    assert option
    assert option["y"] + option["height"] <= bar["y"] + 1


def test_the_list_of_all_questions_opens_where_it_is(phone: Page) -> None:
    phone.set_viewport_size({"width": 360, "height": 420})
    jump(phone, 5)
    summary = phone.locator(f"{QUIZ} .hb-jump summary")
    before = summary.bounding_box()
    assert before
    assert 0 < before["y"] < 100
    touch(phone, (before["x"] + 20, before["y"] + 10))
    expect(phone.locator(f"{QUIZ} .hb-jump").get_by_role("button")).to_have_count(9)
    phone.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    after = summary.bounding_box()
    assert after
    assert after["y"] >= before["y"]


def test_a_step_that_is_moved_down_by_key_does_not_go_below_the_main_button(player: Page) -> None:
    player.set_viewport_size({"width": 360, "height": 420})
    question = jump(player, 4)
    question.get_by_role("button", name="Move down").first.focus()
    for _ in ORDER[1:]:
        player.keyboard.press("Enter")
    moved, bar = player.locator(":focus").bounding_box(), question.locator(".hb-buttons").last.bounding_box()
    assert moved
    assert bar
    assert moved["y"] + moved["height"] <= bar["y"] + 1


def test_where_all_is_in_sight_a_verdict_moves_nothing(player: Page) -> None:
    """The right order stands beside one's own: it is longer than the screen, but it begins in sight."""
    player.set_viewport_size({"width": 1280, "height": 520})
    question = jump(player, 4)
    ANSWERS["q-order"][1](question)
    before = player.evaluate("scrollY")
    check(question)
    expect(question.locator(".hb-result .hb-verdict")).to_be_in_viewport()
    assert player.evaluate("scrollY") >= before


def test_on_a_very_low_screen_no_bar_covers_what_is_read(player: Page) -> None:
    """1280 by 1024 pixels at 400 percent. Nor does one cover anything before someone begins to answer."""
    position = "at => getComputedStyle(at).position"
    question = asked(player, 1)
    buttons = question.locator(".hb-buttons").last
    assert buttons.evaluate(position) == "static"
    question.get_by_role("radio").first.focus()
    assert buttons.evaluate(position) == "sticky"
    player.set_viewport_size({"width": 320, "height": 256})
    assert buttons.evaluate(position) == "static"


def test_on_a_very_low_screen_the_keyboard_begins_where_reading_begins(player: Page) -> None:
    player.set_viewport_size({"width": 320, "height": 256})
    jump(player, 7).get_by_role("button", name="Skip").focus()
    player.keyboard.press("Enter")
    story = asked(player, 8)
    expect(story.locator(".hb-stem")).to_be_in_viewport(ratio=1)
    story.locator(".hb-story > li:visible > p").evaluate("at => at.style.paddingBottom = '12em'")
    story.get_by_role("button", name="Shrug.").focus()
    player.keyboard.press("Enter")
    player.keyboard.press("Tab")
    player.keyboard.press("Enter")  # one step back, to what is longer than the screen
    box = story.locator(".hb-story > li:visible > p").bounding_box()
    assert box
    assert 0 <= box["y"] < 100


# The end


def test_the_end_shows_the_result_by_topic_and_what_to_read_and_tries_the_missed_ones(player: Page) -> None:
    for item, (right, otherwise, *_) in ANSWERS.items():
        question = asked(player, number_of(item))
        (otherwise if item in ("q-single", "q-short") else right)(question)
        check(question)
        go_on(player)
    asked(player, 9).get_by_role("button", name="Skip").click()
    result = player.get_by_role("group", name="Your result")
    for words in (
        "75% You're getting there.",
        "6 right · 2 to try again",
        "Try the 2 you missed again",
        "By topic",
        "Loan 1 of 2",
        "Read next",
        "Lend a book: Who borrows what",
    ):
        expect(result).to_contain_text(re.compile(re.escape(words).replace(r"\ ", r"\s+")))
    expect(result).not_to_contain_text("Form code")
    retry, topic = (
        result.get_by_role("button", name="Try the 2").bounding_box(),
        result.get_by_text("Loan").bounding_box(),
    )
    assert retry
    assert topic
    assert retry["y"] < topic["y"]  # what comes next is not below a long list
    player.locator(QUIZ).get_by_role("button", name="Try the 2 you missed again").click()
    for number, act in ((1, ANSWERS["q-single"][0]), (2, ANSWERS["q-short"][0])):
        question = asked(player, number, 2)
        act(question)
        check(question)
        go_on(player)
    expect(result).to_be_focused()
    expect(result).to_contain_text("100%")
    expect(player.locator(f"{QUIZ} .hb-jump summary")).to_have_text("All questions")
    player.reload()
    expect(result).to_be_visible()
    player.locator(QUIZ).get_by_role("button", name="Start over").click()
    expect(asked(player, 1).get_by_role("radio", checked=True)).to_have_count(0)


def test_the_end_leads_to_a_few_pages_and_can_show_the_others(player: Page) -> None:
    for item, (_, otherwise, *_rest) in ANSWERS.items():
        otherwise(asked(player, number_of(item)))
        check(asked(player, number_of(item)))
        go_on(player)
    asked(player, 9).get_by_role("button", name="Skip").click()
    result = player.get_by_role("group", name="Your result")
    expect(result).to_contain_text("Now you know what to practice.")
    links = result.locator("li a")
    expect(links).to_have_count(6)
    expect(links.locator("visible=true")).to_have_count(3)
    result.get_by_text("3 more to read").click()
    expect(links.locator("visible=true")).to_have_count(6)


def test_what_is_neither_right_nor_wrong_is_called_neither(player: Page) -> None:
    choose("Agree")(jump(player, 9))
    check(asked(player, 9))
    player.locator(f"{QUIZ} .hb-jump summary").click()
    expect(player.locator(QUIZ).get_by_role("button", name="Question 9: answered", exact=True)).to_be_visible()
    expect(player.locator(f"{QUIZ} .hb-track [data-state=right]")).to_have_count(0)
    verdict = asked(player, 9).locator(".hb-verdict")
    color = "at => getComputedStyle(at).color"
    plain = asked(player, 9).evaluate(color)
    player.evaluate("document.body.style.setProperty('--hb-hue', 'red')")  # that of a section
    assert verdict.evaluate(color) == plain


def test_a_test_is_reviewed_before_its_end_and_marks_nothing(page: Page, served_quiz: str) -> None:
    page.goto(f"{served_quiz}/desk/exam.html")
    quiz = page.locator("[data-quiz=exam].hb-player")
    now = quiz.locator(".hb-now")
    choose("Lend all six this time.")(now)
    now.get_by_role("button", name="Flag for later").click()
    now.get_by_role("button", name="Next").click()
    for name in ("Next", "Next", "Skip", "Review and finish"):
        now.get_by_role("button", name=name).click()
    expect(quiz.locator(".hb-closing")).to_be_visible()
    expect(quiz.locator(".hb-score")).to_have_text("1 of 4 questions answered. Still open: 2, 3, 5. Flagged: 1.")
    expect(quiz.locator("[data-mark]:not([data-mark=other])")).to_have_count(0)
    quiz.get_by_role("button", name="Finish").click()
    expect(quiz.locator(".hb-score")).to_contain_text("Not answered yet: 2, 3, 5.")
    quiz.locator(".hb-score").get_by_role("link", name="2").click()
    choose("True")(now)
    page.reload()
    expect(now.get_by_label("True")).to_be_checked()
    quiz.locator(".hb-jump summary").click()
    expect(quiz.get_by_role("button", name="Question 1: answered, flagged")).to_be_visible()
    quiz.get_by_role("button", name="Question 5:").click()
    now.get_by_role("button", name="Review and finish").click()
    quiz.get_by_role("button", name="Finish").click()
    quiz.get_by_role("button", name="Finish").click()
    expect(page.get_by_role("group", name="Your result")).to_be_focused()
    expect(page.get_by_role("group", name="Your result")).to_contain_text("1 right")


def test_a_link_of_the_handout_page_opens_a_quiz_as_a_test_of_its_own(player: Page, served_quiz: str) -> None:
    """What was practiced before is not in it, and it keeps its form code."""
    choose("True")(jump(player, 3))
    check(asked(player, 3))
    player.goto(f"{served_quiz}/desk/handouts.html")
    files = player.locator("details", has=player.get_by_text("All kinds", exact=True))
    files.locator("summary").click()
    link = files.get_by_role("link", name="Open as a test")
    code = (link.get_attribute("href") or "").partition("?code=")[2].partition("#")[0]
    assert re.fullmatch(r"all-kinds-all-kinds-1-[0-9a-f]{6}", code)
    link.click()
    expect(player.locator(f"{QUIZ} .hb-quiz-intro")).to_contain_text(f"Form code: {code}")
    question = asked(player, 1)
    expect(question).to_have_class(re.compile("hb-in-test"))
    order = question.locator("input").evaluate_all("all => all.map(each => each.value)")
    choose("Lend five, keep one at the desk.")(question)
    question.get_by_role("button", name="Next").click()
    expect(asked(player, 2).get_by_role("checkbox", checked=True)).to_have_count(0)
    expect(jump(player, 3).get_by_role("radio", checked=True)).to_have_count(0)
    jump(player, 9).get_by_role("button", name="Skip").click()
    for _ in range(2):
        player.locator(QUIZ).get_by_role("button", name="Finish").click()
    result = player.get_by_role("group", name="Your result")
    expect(result).to_contain_text("12%")
    expect(result).to_contain_text(f"Form code: {code}")
    player.locator(QUIZ).get_by_role("button", name="Start over").click()
    assert asked(player, 1).locator("input").evaluate_all("all => all.map(each => each.value)") == order
    opened(player, served_quiz)
    expect(jump(player, 3).locator(".hb-result")).to_have_text("✓ Right")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("all-kinds-may-1-000000", "was made from other questions than those of this edition"),
        ("all-kinds-may-2-000000", "doesn't belong to this quiz"),
        ("other-may-1-000000", "doesn't belong to this quiz"),
    ],
)
def test_a_form_code_is_verified(page: Page, served_quiz: str, code: str, words: str) -> None:
    page.goto(f"{served_quiz}/desk/test.html?code={code}")
    expect(page.locator(f"{QUIZ} .hb-trouble")).to_contain_text(words)
    expect(asked(page, 1).get_by_role("button", name="Check")).to_be_visible()


def test_a_form_code_gives_everyone_the_same_order_of_options(page: Page, served_quiz: str) -> None:
    page.goto(f"{served_quiz}/desk/test.html")
    content = page.locator(QUIZ).get_attribute("data-content")

    def order(seed: str) -> str:
        page.goto(f"{served_quiz}/desk/test.html?code={seed}-1-{content}")
        return "\n".join(label.inner_text() for label in asked(page, 1).locator("label").all())

    first = order("all-kinds-may")
    assert len({order(f"all-kinds-june{number}") for number in range(4)}) > 1
    page.evaluate("localStorage.clear()")
    assert order("ALL-KINDS-MAY") == first


def test_the_time_is_shown_to_those_who_want_it(page: Page, served_quiz: str) -> None:
    page.goto(f"{served_quiz}/desk/exam.html")
    quiz = page.locator("[data-quiz=exam].hb-player")
    expect(quiz.get_by_role("timer")).to_be_hidden()
    quiz.get_by_label("Show the time").check()
    quiz.get_by_role("button", name="Next").click()
    expect(quiz.get_by_role("timer")).to_have_text(re.compile(r"^0:0\d$"))
    expect(quiz.get_by_label("Show the time")).to_be_hidden()


def test_the_time_stops_with_the_test_and_begins_again_with_it(page: Page, served_quiz: str) -> None:
    page.clock.install(time=0)
    page.clock.pause_at(1_000)
    page.goto(f"{served_quiz}/desk/exam.html")
    quiz = page.locator("[data-quiz=exam].hb-player")
    quiz.get_by_label("Show the time").check()
    page.clock.run_for(61_000)
    expect(quiz.get_by_role("timer")).to_have_text("1:01")
    quiz.locator(".hb-jump summary").click()
    quiz.get_by_role("button", name="Question 5:").click()
    quiz.get_by_role("button", name="Review and finish").click()
    for _ in range(2):
        quiz.get_by_role("button", name="Finish").click()
    page.clock.run_for(60_000)
    expect(quiz.get_by_role("timer")).to_have_text("1:01")
    quiz.get_by_role("button", name="Start over").click()
    page.clock.run_for(2_000)
    expect(quiz.get_by_role("timer")).to_have_text("0:02")


# What is kept


def test_what_is_typed_is_kept_when_the_tab_is_closed_with_the_caret_in_it(player: Page, served_quiz: str) -> None:
    jump(player, 7).get_by_role("textbox").focus()
    player.keyboard.type("fi")
    other = player.context.new_page()
    player.close(run_before_unload=False)
    opened(other, served_quiz)
    expect(asked(other, 7).get_by_role("textbox")).to_have_value("fi")
    other.close()


def test_a_fast_reload_loses_no_answer(player: Page) -> None:
    player.evaluate("document.querySelector('[data-item=q-single] input').click(); location.reload()")
    player.wait_for_load_state()
    expect(asked(player, 1).get_by_role("radio", checked=True)).to_have_count(1)


def test_another_tab_that_starts_over_is_followed(player: Page, served_quiz: str) -> None:
    other = opened(player.context.new_page(), served_quiz)
    choose("Lend all six this time.")(asked(player, 1))
    check(asked(player, 1))
    expect(asked(other, 1).locator(".hb-result")).to_contain_text("Not quite")
    other.locator(QUIZ).get_by_role("button", name="Show all").click()
    other.locator(QUIZ).get_by_role("button", name="Start over").click()
    expect(asked(player, 1).get_by_role("radio", checked=True)).to_have_count(0)
    expect(asked(player, 1).locator(".hb-result")).to_be_empty()
    other.close()


def test_a_forbidden_storage_is_reported_and_the_player_goes_on(browser: Browser, served_quiz: str) -> None:
    context = browser.new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"
    )
    page = opened(context.new_page(), served_quiz)
    choose("Lend all six this time.")(asked(page, 1))
    check(asked(page, 1))
    go_on(page)
    asked(page, 2)
    expect(page.locator(f"{QUIZ} .hb-trouble")).to_contain_text("This browser does not save your answers.")
    context.close()


# What a screen reader gets


def test_names_and_live_texts_of_the_player(player: Page) -> None:
    entries = told(player)
    assert ("radio", "Lend all six this time.") in entries
    assert ("button", "Check") in entries
    assert any(role == "group" and name.startswith("1. A child brings six picture books.") for role, name in entries)
    assert any("Question 1 of 9" in name for _, name in entries)
    question = asked(player, 1)
    choose("Lend all six this time.")(question)
    check(question)
    live = [name for role, name in told(player) if role == "status" and name]
    assert "Not quite Best answer: Lend five, keep one at the desk." in [" ".join(words.split()) for words in live]
    assert ("button", "Next") in told(player)
    assert not [name for role, name in told(player) if role in ("radio", "button", "combobox", "link") and not name]


@pytest.mark.parametrize("item", [*ANSWERS, "q-reflect"])
def test_every_control_of_every_type_has_a_name_before_and_after(player: Page, item: str) -> None:
    question = jump(player, number_of(item))

    def nameless() -> list[tuple[str, str]]:
        roles = {"radio", "checkbox", "button", "combobox", "textbox", "link", "group"}
        return [(role, name) for role, name in told(player) if role in roles and not name and role != "group"]

    assert nameless() == []
    if item == "q-reflect":
        choose("Agree")(question)
    else:
        ANSWERS[item][1](question)
    check(question)
    assert nameless() == []
    [verdict] = [words for role, words in told(player) if role == "status" and words]
    assert verdict
    assert not verdict.rstrip().endswith(":")  # what is announced is told, too


# How it looks


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_axe_finds_nothing_in_any_state_of_the_player(browser: Browser, served_quiz: str, look: Look) -> None:
    context = looking(browser, look)
    page = opened(context.new_page(), served_quiz)
    faults: dict[str, list[str]] = {}

    def note(state: str) -> None:
        faults[state] = faults_of_state(page, QUIZ)

    for item, (_, otherwise, *_rest) in ANSWERS.items():
        question = jump(page, number_of(item))
        note(f"{item} open")
        otherwise(question)
        check(question)
        note(f"{item} marked")
    page.locator(f"{QUIZ} .hb-jump summary").click()
    note("list of all")
    jump_to = page.locator(f"{QUIZ} .hb-jump").get_by_role("button", name="Question 9:")
    jump_to.click()
    asked(page, 9).get_by_role("button", name="Skip").click()
    note("end")
    context.close()
    assert not {state: wrong for state, wrong in faults.items() if wrong}


def test_nothing_moves_where_motion_is_not_wanted(browser: Browser, served_quiz: str) -> None:
    for motion, some in (("reduce", False), ("no-preference", True)):
        context: BrowserContext = browser.new_context(reduced_motion=motion)  # type: ignore[arg-type]
        page = opened(context.new_page(), served_quiz)
        name = page.locator(f"{QUIZ} .hb-now").evaluate("at => getComputedStyle(at).animationName")
        assert (name != "none") == some
        context.close()


def test_what_was_told_of_a_story_stays_and_only_what_is_new_comes_in(page: Page, served_quiz: str) -> None:
    page.goto(f"{served_quiz}/desk/more.html#more-kinds--m-story")
    question = page.locator("[data-quiz=more-kinds] .hb-now[data-item=m-story]")
    question.get_by_role("button", name="Sit down with her.").click()
    moving = question.evaluate(
        """at => {
            for (const each of document.getAnimations()) each.finish()
            at.querySelector("li[data-point]:not([hidden]) li:not([hidden]) button:enabled").click()
            return document.getAnimations().map(each => each.effect.target.innerText)
        }"""
    )
    assert len(moving) == 1
    assert re.match("The end: The book", moving[0])


def test_it_works_where_pages_are_opened_as_files(page: Page, quiz_site: Path) -> None:
    page.goto((quiz_site / "desk" / "test.html").as_uri())
    type_in("5")(jump(page, 7))
    page.keyboard.press("Enter")
    expect(asked(page, 7).locator(".hb-result")).to_have_text("✓ Right")
    page.reload()
    expect(asked(page, 7).locator(".hb-result")).to_have_text("✓ Right")
