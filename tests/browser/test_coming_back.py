"""Coming back in Chromium: the link in the header, the questions of a day, how sure one is, weeks in a row."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from support.answers import ANSWERS, check, choose, open_item
from support.axe import violations

QUIZ = "desk/test.html"
SUNDAY = 22
"""November 22, 2026."""

SHIFT = """() => new Promise(done => {
    let sum = 0
    new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value })
        .observe({type: "layout-shift", buffered: true})
    setTimeout(() => done(sum), 100)
})"""


def on(page: Page, day: int, month: int = 11) -> None:
    """Set the clock to noon of a day of 2026."""
    page.clock.set_fixed_time(datetime(2026, month, day, 12, tzinfo=UTC))


def chip(page: Page) -> Locator:
    return page.locator(".hb-due-chip")


def give(question: Locator, item: str, *, right: bool) -> None:
    """Answer a question, and have the answer checked."""
    rightly, otherwise, *_ = ANSWERS[item]
    (rightly if right else otherwise)(question)
    check(question)


def practice(page: Page, address: str, *items: str, right: bool = False) -> None:
    """Answer questions of the quiz with every type."""
    open_item(page, address, "q-single")
    for item in items:
        question = page.locator(f"#desk-test--{item}")
        give(question, item, right=right)
        expect(question.locator(".hb-verdict").first).to_be_visible()
    page.evaluate("key => localStorage.removeItem(key)", f"handbook:{urlsplit(page.url).path.removesuffix(QUIZ)}:view")


@pytest.fixture
def learner(page: Page, served_quiz: str) -> Page:
    """A day after seven questions were missed and one was right; the page that shows it."""
    on(page, SUNDAY)
    practice(page, served_quiz, "q-match", right=True)
    practice(page, served_quiz, *(item for item in ANSWERS if item != "q-match"))
    on(page, SUNDAY + 1)
    page.goto(f"{served_quiz}/my-progress.html")
    expect(page.locator(".hb-progress table")).to_be_visible()
    return page


def asked(page: Page) -> Locator:
    """The question of the day that is asked, which is the only one to be seen."""
    expect(page.locator(".hb-today .hb-item:visible")).to_have_count(1)
    return page.locator(".hb-today .hb-item.hb-now")


def answer(page: Page, *, right: bool = True) -> str:
    """Answer the question of the day that is asked. Its id."""
    question = asked(page)
    item = question.get_attribute("data-item") or ""
    give(question, item, right=right)
    return item


def test_the_header_says_what_is_due_and_is_quiet_when_nothing_is(page: Page, served_quiz: str) -> None:
    on(page, SUNDAY)
    page.goto(f"{served_quiz}/desk/lend.html")
    expect(chip(page)).to_be_hidden()
    practice(page, served_quiz, "q-single", "q-truefalse")
    expect(chip(page)).to_be_hidden()
    on(page, SUNDAY + 1)
    page.goto(f"{served_quiz}/desk/lend.html")
    expect(chip(page)).to_have_text("2 due · 1 min")
    assert page.evaluate(SHIFT) < 0.02  # 0.1 and less is good (Core Web Vitals)
    assert not violations(page)
    question = open_item(page, served_quiz, "q-truefalse")
    question.get_by_role("button", name="Try again").click()
    ANSWERS["q-truefalse"][0](question)
    check(question)
    expect(chip(page)).to_have_text("1 due · 1 min")
    page.goto(f"{served_quiz}/desk/lend.html")
    expect(chip(page)).to_have_text("1 due · 1 min")


def test_the_header_counts_what_was_practiced_in_an_edition_before_it_did(page: Page, served_quiz: str) -> None:
    on(page, SUNDAY)
    practice(page, served_quiz, "q-single", "q-truefalse")
    # as it was kept then, and a question that is no longer asked
    page.evaluate("""() => {
        localStorage.removeItem("handbook:/:due")
        localStorage["handbook:/:item:gone"] = localStorage["handbook:/:item:q-single"]
    }""")
    on(page, SUNDAY + 1)
    page.goto(f"{served_quiz}/desk/lend.html")
    expect(chip(page)).to_have_text("2 due · 1 min")
    page.evaluate("localStorage['handbook:/:due'] = '{damaged'")
    page.reload()
    expect(chip(page)).to_have_text("2 due · 1 min")
    assert not page.evaluate("Object.keys(localStorage).filter(name => name.includes('aside'))")


def test_a_page_without_practice_loads_nothing_for_it(page: Page, served_quiz: str) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(f"{served_quiz}/desk/lend.html", wait_until="networkidle")
    assert not [url for url in loaded if "due.js" in url or "versions" in url]


def test_the_link_leads_right_to_the_five_of_the_day_and_is_gone_after_them(learner: Page, served_quiz: str) -> None:
    page = learner
    row = page.get_by_role("row", name="The desk")
    expect(row.locator("td").first).to_have_text("1 of 8")
    assert (
        row.locator(".hb-mastery > span").evaluate("at => getComputedStyle(at).getPropertyValue('--hb-share')") == "0.1"
    )
    assert not violations(page)
    expect(page.locator(".hb-plan")).to_have_text("Today: 5 due, about 2 minutes.")
    expect(page.locator(".hb-due")).to_have_text("2 more questions are due, but can wait until tomorrow.")
    page.goto(f"{served_quiz}/desk/lend.html")
    expect(chip(page)).to_have_text("5 due · 2 min")
    chip(page).click()
    done = [answer(page)]
    expect(chip(page)).to_have_text("4 due · 2 min")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    expect(page.locator(".hb-today .hb-now.hb-marked")).to_have_count(1)  # back from the page that explains it
    page.reload()  # what is left of the day goes on
    for _ in range(4):
        done.append(answer(page))
        page.locator(".hb-today .hb-now .hb-check").click()
    assert len(set(done)) == 5
    end = page.locator(".hb-today .hb-closing")
    expect(end).to_contain_text("Done for today.")
    expect(end).to_contain_text("2 more questions are due, but can wait until tomorrow.")
    expect(chip(page)).to_be_hidden()
    assert not violations(page)
    page.reload()
    expect(page.locator(".hb-plan")).to_have_text("Done for today.")
    expect(page.locator(".hb-today .hb-item")).to_have_count(0)
    page.get_by_role("button", name="Practice 5 more").click()
    expect(page.locator(".hb-today .hb-item")).to_have_count(5)


def test_where_few_are_due_new_questions_of_the_whole_bank_fill_the_day(page: Page, served_quiz: str) -> None:
    on(page, SUNDAY)
    page.goto(f"{served_quiz}/my-progress.html")
    expect(page.locator(".hb-plan")).to_have_text("Start with 5 questions, about 2 minutes.")
    assert not violations(page)
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.locator(".hb-today .hb-item")).to_have_count(5)
    expect(page.locator(".hb-today .hb-jump summary")).to_have_text("Question 1 of 5")
    practice(page, served_quiz, "q-single", "q-truefalse")
    on(page, SUNDAY + 1)
    page.goto(f"{served_quiz}/my-progress.html")
    expect(page.locator(".hb-plan")).to_have_text("Today: 2 due and 3 new, about 2 minutes.")
    page.get_by_role("button", name="Continue").click()
    items = page.locator(".hb-today .hb-item").evaluate_all("all => all.map(each => each.dataset.item)")
    assert set(items[:2]) == {"q-single", "q-truefalse"}
    assert len(set(items)) == 5


def test_the_first_answer_of_all_says_what_is_kept_and_where(page: Page, served_quiz: str) -> None:
    practice(page, served_quiz, "q-single", "q-truefalse")
    words = "the days you practice stay in this browser"
    expect(page.locator("#desk-test--q-single")).to_contain_text(words)
    expect(page.locator("#desk-test--q-truefalse")).not_to_contain_text(words)


def test_the_end_of_a_quiz_leads_to_my_progress_and_says_when_it_goes_on(page: Page, served_quiz: str) -> None:
    on(page, SUNDAY)
    practice(page, served_quiz, *ANSWERS)
    end = page.locator("[data-quiz=desk-test] .hb-closing")
    expect(end).to_contain_text("The next question comes back on November 23, 2026.")
    end.get_by_role("link", name="See My progress").click()
    expect(page).to_have_url(f"{served_quiz}/my-progress.html")


@pytest.fixture
def unsure(page: Page, served_quiz: str) -> Page:
    """A reader who is asked how sure they are, at the quiz."""
    on(page, SUNDAY)
    page.goto(f"{served_quiz}/my-progress.html")
    page.get_by_label("ask me how sure I am").check()
    page.goto(f"{served_quiz}/desk/test.html")
    return page


def test_someone_who_wants_it_says_how_sure_they_are_and_sees_where_they_were_wrong(
    unsure: Page, served_quiz: str
) -> None:
    page = unsure
    question = page.locator("[data-quiz=desk-test] .hb-now")
    sureness = question.get_by_role("group", name="How sure are you?")
    expect(question.locator(".hb-check")).to_be_hidden()
    sureness.get_by_role("button", name="Sure", exact=True).click()
    expect(question.locator(".hb-result")).to_have_text("Choose an answer first.")
    choose("Lend all six this time.")(question)
    question.get_by_role("radio", checked=True).press("Enter")
    expect(sureness.get_by_role("button", name="Sure", exact=True)).to_be_focused()
    assert not violations(page)
    page.keyboard.press("Enter")
    expect(question.locator(".hb-result")).to_contain_text("Not quite")
    expect(sureness).to_be_hidden()
    expect(question.locator(".hb-check")).to_be_focused()
    page.keyboard.press("Enter")
    sureness.get_by_role("button", name="Guessing").click()
    for item, (right, *_) in {"q-multiple": ANSWERS["q-multiple"], "q-truefalse": ANSWERS["q-truefalse"]}.items():
        expect(question).to_have_attribute("data-item", item)
        right(question)
        sureness.get_by_role("button", name="Sure", exact=True).click()
        question.locator(".hb-check").click()
    page.goto(f"{served_quiz}/my-progress.html")
    expect(page.get_by_text("You were sure of 3 answers, and 2 were right.")).to_be_visible()
    wrong = page.locator(".hb-weak").first
    expect(wrong.locator("li")).to_have_count(1)
    expect(wrong).to_contain_text("A child brings six picture books.")
    page.get_by_label("ask me how sure I am").uncheck()
    page.goto(f"{served_quiz}/desk/test.html")
    expect(question.get_by_role("button", name="Check")).to_be_visible()


def test_weeks_in_a_row_and_what_was_learned_are_shown(page: Page, served_quiz: str) -> None:
    for day, right in ((SUNDAY - 8, False), (SUNDAY - 1, True)):
        on(page, day)
        open_item(page, served_quiz, "q-truefalse")
        question = page.locator("#desk-test--q-truefalse")
        again = question.get_by_role("button", name="Try again")
        if again.is_visible():
            again.click()
        give(question, "q-truefalse", right=right)
    weeks = page.locator(".hb-weeks")
    on(page, SUNDAY - 1)
    page.goto(f"{served_quiz}/my-progress.html")
    expect(weeks).to_have_text("You've practiced 2 weeks in a row.")
    expect(
        page.get_by_text("1 question has come back so far: 0 right on the first try, 1 on the latest.")
    ).to_be_visible()
    on(page, SUNDAY)
    page.reload()
    expect(weeks).to_have_text("You practiced 2 weeks in a row. Practice this week to make it 3 in a row.")
    on(page, 1, 12)
    page.reload()
    expect(page.locator(".hb-plan")).to_contain_text("due")
    expect(weeks).to_be_hidden()


@pytest.fixture
def offline(quiz_site: Path, browser: Browser) -> Iterator[Page]:
    """The site opened as files."""
    page = browser.new_page()
    page.goto((quiz_site / "desk" / "lend.html").as_uri())
    yield page
    page.close()


def test_it_works_where_pages_are_opened_as_files(offline: Page, quiz_site: Path) -> None:
    on(offline, SUNDAY)
    practice(offline, quiz_site.as_uri(), "q-single")
    on(offline, SUNDAY + 1)
    offline.goto((quiz_site / "basics" / "terms.html").as_uri())
    chip(offline).click()
    assert answer(offline) == "q-single"


def test_without_scripts_the_header_says_nothing(browser: Browser, served_quiz: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{served_quiz}/desk/lend.html")
    expect(chip(page)).to_be_hidden()
    page.close()
