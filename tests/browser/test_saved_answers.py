"""What quizzes keep in a browser: nothing lost, nothing moved, every fault of the storage survived and reported."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from support.answers import ANSWERS, check, choose, open_item, type_in
from support.commands import build_site
from support.quiz_site import make_quiz_site
from support.serving import serve

KEY = "handbook:/:quiz:desk-test:q-single"
DAMAGED = "could not be read"
UNSAVED = "This browser does not save your answers."


def trouble(page: Page) -> str:
    """What the quiz says of the storage."""
    return page.locator("[data-quiz=desk-test] .hb-trouble").inner_text()


def test_every_answer_stays_after_a_reload_checked_or_not(page: Page, served_quiz: str) -> None:
    open_item(page, served_quiz, "q-single")
    for item, (_, otherwise, *_) in ANSWERS.items():
        otherwise(page.locator(f"#desk-test--{item}"))
        if item != "q-single":
            check(page.locator(f"#desk-test--{item}"))
    results = page.locator("[data-quiz=desk-test] .hb-item:not([data-type=reflect]) .hb-result").all_text_contents()
    page.reload()
    expect(page.locator("[data-quiz=desk-test] .hb-score")).to_contain_text("7 of 8 questions checked")
    again = page.locator("[data-quiz=desk-test] .hb-item:not([data-type=reflect]) .hb-result").all_text_contents()
    assert again == results
    expect(page.locator("#desk-test--q-single").get_by_label("Lend all six this time.")).to_be_checked()
    expect(page.locator("#desk-test--q-single .hb-feedback")).to_have_count(0)


def test_one_item_in_two_quizzes_has_two_answers(page: Page, served_quiz: str) -> None:
    question = open_item(page, served_quiz, "q-single")
    choose("Lend all six this time.")(question)
    check(question)
    page.reload()
    expect(page.locator("#desk-test--q-single .hb-feedback")).to_have_count(2)
    expect(page.locator("#desk-again--q-single").get_by_role("radio", checked=True)).to_have_count(0)


def test_two_tabs_keep_each_others_answers(browser: Browser, served_quiz: str) -> None:
    context = browser.new_context()
    one, other = context.new_page(), context.new_page()
    first = open_item(one, served_quiz, "q-single")
    open_item(other, served_quiz, "q-single")
    choose("Lend all six this time.")(first)
    check(first)
    expect(other.locator("#desk-test--q-single .hb-result")).to_contain_text("Not quite")
    choose("True")(other.locator("#desk-test--q-truefalse"))
    check(other.locator("#desk-test--q-truefalse"))
    expect(one.locator("[data-quiz=desk-test] .hb-score")).to_contain_text("2 of 8 questions checked")
    orders = [
        tab.locator("#desk-test--q-single").evaluate("at => [...at.querySelectorAll('input')].map(i => i.value).join()")
        for tab in (one, other)
    ]
    assert orders[0] == orders[1]
    other.reload()
    expect(other.locator("[data-quiz=desk-test] .hb-score")).to_contain_text("2 of 8 questions checked")
    context.close()


def test_answers_of_the_first_edition_are_taken_up(page: Page, served_quiz: str) -> None:
    question = open_item(page, served_quiz, "q-single")
    right = question.get_by_label("Lend five, keep one at the desk.").get_attribute("value")
    # Steps that nobody had moved were no answer, and could be checked all the same
    for item, given in {"q-single": [right], "q-short": ["five"], "q-order": []}.items():
        place = page.locator(f"#desk-test--{item}")
        record = {
            "v": 1,
            "rev": int(place.get_attribute("data-rev") or ""),
            "fp": place.get_attribute("data-fingerprint"),
            "answer": given,
            "checked": True,
            "hints": 0,
            "flag": False,
        }
        page.evaluate(
            "([key, saved]) => localStorage.setItem(key, saved)",
            [f"handbook:/:quiz:desk-test:{item}", json.dumps(record)],
        )
    page.reload()
    for item, verdict in (("q-single", "✓ Right"), ("q-short", "✓ Right")):
        expect(page.locator(f"#desk-test--{item} .hb-result")).to_have_text(verdict)
    expect(page.locator("#desk-test--q-order.hb-marked")).to_have_count(1)
    expect(page.locator("[data-quiz=desk-test] .hb-score")).to_contain_text("3 of 8 questions checked")
    assert trouble(page) == ""


@pytest.mark.parametrize(
    "saved", ["{", "null", '{"v":99}', '{"v":1,"rev":1,"answer":"<img src=x onerror=alert(1)>"}', "<script>"]
)
def test_a_damaged_record_is_reported_and_costs_no_other(page: Page, served_quiz: str, saved: str) -> None:
    question = open_item(page, served_quiz, "q-truefalse")
    choose("True")(question)
    check(question)
    page.evaluate("([key, saved]) => localStorage.setItem(key, saved)", [KEY, saved])
    page.reload()
    expect(page.locator("[data-quiz=desk-test] .hb-trouble")).to_contain_text(DAMAGED)
    expect(question.locator(".hb-result")).to_have_text("✓ Right")
    choose("Lend all six this time.")(page.locator("#desk-test--q-single"))
    assert page.evaluate("localStorage['handbook:/:aside:1:quiz:desk-test:q-single']") == saved
    page.reload()
    expect(page.locator("#desk-test--q-single").get_by_role("radio", checked=True)).to_have_count(1)
    assert trouble(page) == ""


def test_a_clock_that_was_ahead_costs_no_day_of_practice(page: Page, served_quiz: str) -> None:
    history = "JSON.parse(localStorage['handbook:/:item:q-truefalse']).log"
    days = []
    for now in (datetime(2027, 11, 22, 12, tzinfo=UTC), *(datetime(2026, 11, day, 12, tzinfo=UTC) for day in (22, 23))):
        page.clock.set_fixed_time(now)
        question = open_item(page, served_quiz, "q-truefalse")
        again = question.get_by_role("button", name="Try again")
        if again.is_visible():
            again.click()
        choose("True")(question)
        check(question)
        days.append((now - datetime(1970, 1, 1, tzinfo=UTC)).days)
    assert page.evaluate(history) == [[day, 3] for day in sorted(days)]
    page.goto(f"{served_quiz}/my-progress.html")
    expect(page.locator(".hb-due")).to_contain_text("The next question is due on")
    expect(page.locator(".hb-due")).to_contain_text(", 2026.")
    expect(page.locator(".hb-progress .hb-trouble")).to_be_empty()


def test_an_answer_that_names_strange_options_chooses_none(page: Page, served_quiz: str) -> None:
    question = open_item(page, served_quiz, "q-single")
    fields = {name: question.get_attribute(f"data-{name}") for name in ("rev", "fingerprint")}
    answer = '["\\"]", "<b>", "__proto__", "constructor"]'
    record = f'{{"v":1,"rev":{fields["rev"]},"fp":"{fields["fingerprint"]}","checked":true,"answer":{answer}}}'
    for item in ("q-single", "q-order", "q-match", "q-scenario"):
        fingerprint = page.locator(f"#desk-test--{item}").get_attribute("data-fingerprint") or ""
        page.evaluate(
            "([key, saved]) => localStorage.setItem(key, saved)",
            [f"handbook:/:quiz:desk-test:{item}", record.replace(str(fields["fingerprint"]), fingerprint)],
        )
    page.reload()
    expect(page.locator("[data-quiz=desk-test].hb-live")).to_have_count(1)
    expect(question.get_by_role("radio", checked=True)).to_have_count(0)
    expect(page.locator("#desk-test--q-order .hb-steps > li")).to_have_count(3)


def test_a_full_storage_is_reported_and_the_quiz_goes_on(page: Page, served_quiz: str) -> None:
    question = open_item(page, served_quiz, "q-single")
    page.evaluate(
        """() => {
            for (let size = 1 << 22; size >= 1; size >>= 1) {
                try { for (let n = 0; ; n++) localStorage.setItem(`fill-${size}-${n}`, "x".repeat(size)) } catch {}
            }
        }"""
    )
    choose("Lend all six this time.")(question)
    check(question)
    expect(question.locator(".hb-result")).to_contain_text("Not quite")
    expect(page.locator("[data-quiz=desk-test] .hb-trouble")).to_contain_text(UNSAVED)


FORBIDDEN = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"


def test_a_forbidden_storage_is_reported_and_the_quiz_goes_on(browser: Browser, served_quiz: str) -> None:
    context = browser.new_context()
    context.add_init_script(FORBIDDEN)
    page = context.new_page()
    page.goto(f"{served_quiz}/desk/test.html")
    expect(page.locator("[data-quiz=desk-test] .hb-trouble")).to_contain_text(UNSAVED)
    question = page.locator("#desk-test--q-single")
    choose("Lend five, keep one at the desk.")(question)
    check(question)
    expect(question.locator(".hb-result")).to_have_text("✓ Right")
    context.close()


def _changed(root: Path) -> None:
    """Another edition: a question inserted, one moved, one reworded, one with another key, one with a new revision."""
    file = root / "quizbank" / "items" / "all.yml"
    text = file.read_text("utf-8")
    text = text.replace("Which of these do you do before you close?", "Before you close, what do you do?")
    text = text.replace("  answer: true\n  why:\n    true: It says so", "  answer: false\n  why:\n    true: It says so")
    text = text.replace("- id: q-short\n", "- id: q-short\n  rev: 2\n")
    file.write_text(text, "utf-8")
    file = root / "quizbank" / "quizzes.yml"
    items = "items: [m-hints, q-order, q-multiple, q-truefalse, q-short, q-match, q-classify, q-scenario, q-single]"
    file.write_text(re.sub(r"items: \[.*\]", items, file.read_text("utf-8")), "utf-8")


def test_a_new_edition_moves_no_answer_to_another_question(browser: Browser, tmp_path: Path) -> None:
    root = make_quiz_site(tmp_path)
    context = browser.new_context()
    for address in serve(root / "site"):
        _in_two_editions(context, address, root)
    context.close()


def _in_two_editions(context: BrowserContext, address: str, root: Path) -> None:
    page = context.new_page()
    open_item(page, address, "q-single")
    for item in ("q-single", "q-multiple", "q-truefalse", "q-short"):
        question = page.locator(f"#desk-test--{item}")
        ANSWERS[item][1](question)
        check(question)
    _changed(root)
    build_site(root)
    page.reload()
    expect(page.locator("[data-quiz=desk-test].hb-live")).to_have_count(1)
    for item, verdict in (("q-single", "Not quite"), ("q-multiple", "Partly right")):
        expect(page.locator(f"#desk-test--{item} .hb-result")).to_contain_text(verdict)
    for item in ("q-truefalse", "q-short"):
        expect(page.locator(f"#desk-test--{item} .hb-result")).to_contain_text("was changed since you answered it")
        expect(page.locator(f"#desk-test--{item} .hb-feedback")).to_have_count(0)
    for item in ("m-hints", "q-order", "q-match"):
        expect(page.locator(f"#desk-test--{item} .hb-result")).to_be_empty()
    expect(page.locator("#desk-test--m-hints").get_by_role("radio", checked=True)).to_have_count(0)
    question = page.locator("#desk-test--q-short")
    type_in("5")(question)
    check(question)
    page.reload()
    expect(question.locator(".hb-result")).to_have_text("✓ Right")
