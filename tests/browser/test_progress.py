"""My progress in Chromium: overview, review, certificate, file, forgetting."""

from __future__ import annotations

import io
import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pypdf import PageObject, PdfReader

from support.answers import ANSWERS, check, open_item, show_all
from support.axe import violations

TODAY = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def practiced(page: Page, served_quiz: str) -> Page:
    """The page after a quiz: one question right, the others not wholly so."""
    page.clock.set_fixed_time(TODAY)
    open_item(page, served_quiz, "q-single")
    for item, (right, otherwise, *_) in ANSWERS.items():
        (right if item == "q-match" else otherwise)(page.locator(f"#desk-test--{item}"))
        check(page.locator(f"#desk-test--{item}"))
    page.goto(f"{served_quiz}/my-progress.html")
    expect(page.locator(".hb-progress table")).to_be_visible()
    return page


def test_the_overview_shows_sections_and_the_weak_spots(practiced: Page) -> None:
    row = practiced.get_by_role("row", name="The desk")
    assert row.locator("td").all_text_contents() == ["1 of 8", "8 of 10", "0"]
    expect(practiced.get_by_role("row")).to_have_count(2)
    expect(practiced.get_by_text("Not practiced yet: Basics")).to_be_visible()
    weak = practiced.locator(".hb-weak")
    expect(weak.locator("li")).to_have_count(5)
    expect(weak).not_to_contain_text("Who may borrow how many?")
    expect(weak.locator("a").first).to_be_visible()
    expect(practiced.locator(".hb-due")).to_have_text(
        "Nothing is due today. The next question is due on November 23, 2026."
    )
    assert not violations(practiced)


def test_the_overview_works_where_pages_are_opened_as_files(page: Page, quiz_site: Path) -> None:
    question = open_item(page, quiz_site.as_uri(), "q-truefalse")
    ANSWERS["q-truefalse"][0](question)
    check(question)
    page.goto(f"{quiz_site.as_uri()}/my-progress.html")
    expect(page.get_by_role("row", name="The desk")).to_contain_text("1 of 10")


def test_what_is_due_is_asked_again_and_goes_away_for_longer(practiced: Page) -> None:
    practiced.clock.set_fixed_time(datetime(2026, 11, 23, 12, tzinfo=UTC))
    practiced.reload()
    expect(practiced.locator(".hb-due")).to_contain_text("2 more questions are due, but can wait until tomorrow.")
    practiced.get_by_role("button", name="Continue").click()
    show_all(practiced.locator(".hb-progress .hb-quiz"))
    question = practiced.locator(".hb-progress .hb-item").first
    item = question.get_attribute("data-item") or ""
    ANSWERS[item][0](question)
    check(question)
    expect(question.locator(".hb-result")).to_have_text("✓ Right")
    expect(practiced.locator(".hb-due")).to_contain_text("2 more questions are due, but can wait until tomorrow.")
    practiced.reload()
    expect(practiced.locator(".hb-due")).to_contain_text("2 more questions are due, but can wait until tomorrow.")
    saved = practiced.evaluate("id => Object.keys(localStorage).find(key => key.endsWith(`:item:${id}`))", item)
    log = json.loads(practiced.evaluate("key => localStorage.getItem(key)", saved))["log"]
    assert [grade for _, grade in log] == [1, 3]


def test_what_scripts_put_in_has_its_room_before_they_come(page: Page, served_quiz: str) -> None:
    page.route("**/progress.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(f"{served_quiz}/my-progress.html")
    assert page.locator(".hb-quizzes").evaluate("each => each.getBoundingClientRect().top > innerHeight")
    page.unroute_all()
    page.route("**/my-progress.questions.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.reload()
    today = page.locator(".hb-today")
    expect(page.locator(".hb-keeping")).to_be_visible()
    before = today.evaluate("each => each.offsetHeight")
    page.unroute_all()
    page.reload()
    expect(today.get_by_role("button", name="Start")).to_be_visible()
    assert abs(today.evaluate("each => each.offsetHeight") - before) < 8


def test_below_the_mark_to_pass_there_is_a_record_of_practice_and_no_certificate(practiced: Page) -> None:
    expect(practiced.get_by_text("Nine kinds, completed on November 22, 2026: 25%")).to_be_visible()
    expect(practiced.get_by_text("80% or more earns a certificate.")).to_be_visible()
    expect(practiced.get_by_role("button", name="Certificate")).to_have_count(0)
    practiced.get_by_role("button", name="Record of practice: Nine kinds").click()
    expect(practiced.locator(".hb-paper")).to_contain_text("Record of practice")
    expect(practiced.locator(".hb-paper")).to_contain_text("25% (2 of 8 points)")
    expect(practiced.locator(".hb-paper")).not_to_contain_text("ertificate of")


@pytest.fixture
def passed(page: Page, served_quiz: str) -> Page:
    """The page after a quiz with all answers right."""
    page.clock.set_fixed_time(TODAY)
    open_item(page, served_quiz, "q-single")
    for item, (right, *_) in ANSWERS.items():
        right(page.locator(f"#desk-test--{item}"))
        check(page.locator(f"#desk-test--{item}"))
    page.goto(f"{served_quiz}/my-progress.html")
    expect(page.locator(".hb-progress table")).to_be_visible()
    return page


@pytest.mark.parametrize("paper_size", ["Letter", "A4"])
def test_the_certificate_fills_one_sheet_with_name_and_seal_and_nothing_around_it(
    passed: Page, paper_size: str
) -> None:
    passed.get_by_role("button", name="Certificate: Nine kinds").click()
    passed.get_by_label("Name, for the certificate only").fill("Ann Lee")
    paper = passed.locator(".hb-paper")
    expect(paper.locator("img")).to_have_js_property("complete", True)
    assert paper.locator("img").evaluate("at => at.naturalWidth") > 0
    options = {"format": paper_size, "prefer_css_page_size": False, "display_header_footer": True}
    [sheet] = PdfReader(io.BytesIO(passed.pdf(**options))).pages  # type: ignore[arg-type]
    text = " ".join(sheet.extract_text().split())
    for phrase in ("Riverton Library", "Certificate of completion", "Ann Lee", "100% (8 of 8 points)", "signature"):
        assert phrase in text
    assert "http" not in text
    heights = [y for y, words in lines_of(sheet) if words.strip()]
    tall = float(sheet.mediabox[3])
    assert max(heights) > 0.85 * tall
    assert min(heights) < 0.15 * tall


def lines_of(sheet: PageObject) -> list[tuple[float, str]]:
    """The pieces of text of a sheet, each with its height from the bottom."""
    pieces: list[tuple[float, str]] = []
    sheet.extract_text(
        visitor_text=lambda text, outer, inner, *_: pieces.append((inner[5] * outer[3] + outer[5], text))
    )
    return pieces


def test_the_certificate_prints_on_one_page_and_keeps_no_name(passed: Page) -> None:
    practiced = passed
    practiced.get_by_role("button", name="Certificate: Nine kinds").click()
    expect(practiced.get_by_role("button", name="Print")).to_have_attribute("aria-disabled", "true")
    practiced.get_by_label("Name, for the certificate only").fill("Ann <b>Lee</b>")
    paper = practiced.locator(".hb-paper")
    expect(paper).to_contain_text("Ann <b>Lee</b>")
    assert not violations(practiced)
    lines = dict(zip(paper.locator("dt").all_inner_texts(), paper.locator("dd").all_inner_texts(), strict=True))
    assert lines["Date"] == "November 22, 2026"
    pages = PdfReader(io.BytesIO(practiced.pdf(format="Letter"))).pages
    assert len(pages) == 1
    text = " ".join(pages[0].extract_text().split())
    for phrase in ("Certificate of completion", "Nine kinds", lines["Check code"], "It proves neither who answered"):
        assert phrase in text
    for around in ("My progress", "Forget me", "Done for today", "Name, for"):
        assert around not in text
    assert "Lee" not in practiced.evaluate("JSON.stringify(localStorage)")
    _compare(practiced, {"Name": "Ann <b>Lee</b>", **lines})


def _compare(page: Page, lines: dict[str, str]) -> None:
    page.get_by_text("Compare the check code of a certificate").click()
    for label, text in lines.items():
        if label != "Quiz":
            page.get_by_label(label, exact=True).fill(text)
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_text("The check code fits these lines.")).to_be_visible()
    page.get_by_label("Date", exact=True).fill("November 23, 2026")
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_text("The check code does not fit these lines.")).to_be_visible()


def test_progress_goes_along_as_a_file_and_nothing_is_left_after_forgetting(practiced: Page) -> None:
    with practiced.expect_download() as download:
        practiced.get_by_role("button", name="Save my progress").click()
    file = download.value.path()
    practiced.once("dialog", lambda dialog: dialog.dismiss())
    practiced.get_by_role("button", name="Forget me").click()
    expect(practiced.get_by_role("row", name="The desk")).to_contain_text("8 of 10")
    practiced.once("dialog", lambda dialog: dialog.accept())
    practiced.get_by_role("button", name="Forget me").click()
    expect(practiced.get_by_text("Start with 5 questions")).to_be_visible()
    assert not [key for key in practiced.evaluate("Object.keys(localStorage)") if key.startswith("handbook:")]
    practiced.get_by_label("Take in a file").set_input_files(file)
    expect(practiced.get_by_role("row", name="The desk")).to_contain_text("8 of 10")
    expect(practiced.get_by_role("button", name="Record of practice: Nine kinds")).to_be_visible()
    expect(storage_notice(practiced)).to_have_text("Taken: 8 answers, 8 practice records, and 1 finished quiz.")
    practiced.get_by_label("Take in a file").set_input_files(file)
    expect(storage_notice(practiced)).to_have_text("Already here: 8 answers, 8 practice records, and 1 finished quiz.")


def storage_notice(page: Page) -> Locator:
    """What is said below the buttons for what this browser keeps."""
    return page.locator(".hb-keeping .hb-result")


def test_a_file_leaves_what_is_newer_here_and_says_so(practiced: Page, served_quiz: str) -> None:
    with practiced.expect_download() as download:
        practiced.get_by_role("button", name="Save my progress").click()
    file = download.value.path()
    question = open_item(practiced, served_quiz, "q-truefalse")
    question.get_by_role("button", name="Try again").click()
    ANSWERS["q-truefalse"][0](question)
    practiced.goto(f"{served_quiz}/my-progress.html")
    practiced.get_by_label("Take in a file").set_input_files(file)
    expect(storage_notice(practiced)).to_have_text(
        "Already here: 7 answers, 8 practice records, and 1 finished quiz. Left: 1 answer, because yours is newer."
    )
    question = open_item(practiced, served_quiz, "q-truefalse")
    expect(question.get_by_role("radio", name="True")).to_be_checked()


def test_what_could_not_be_read_is_counted_and_goes_along_in_the_file(page: Page, served_quiz: str) -> None:
    question = open_item(page, served_quiz, "q-truefalse")
    page.evaluate("localStorage['handbook:/:item:q-truefalse'] = '{damaged'")
    ANSWERS["q-truefalse"][0](question)
    check(question)
    page.goto(f"{served_quiz}/my-progress.html")
    expect(page.get_by_text("Set aside in this browser: 1 entry that could not be read")).to_be_visible()
    assert not violations(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save my progress").click()
    saved = json.loads(download.value.path().read_text("utf-8"))["saved"]
    assert saved["aside:1:item:q-truefalse"] == "{damaged"
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Forget me").click()
    expect(page.get_by_text("Set aside in this browser")).to_be_hidden()


def test_a_file_of_another_kind_is_refused(page: Page, served_quiz: str) -> None:
    page.goto(f"{served_quiz}/my-progress.html")
    upload: Any = {"name": "x.json", "mimeType": "application/json", "buffer": b'{"saved": {"item:x": "<b>"}}'}
    page.get_by_label("Take in a file").set_input_files(upload)
    expect(page.get_by_text("This file has no handbook progress in it.")).to_be_visible()


def test_without_scripts_the_quizzes_are_listed(browser: Browser, served_quiz: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served_quiz}/my-progress.html")
    expect(page.get_by_text("this page needs its scripts")).to_be_visible()
    page.locator(".hb-quizzes a", has_text="Nine kinds").click()
    expect(page).to_have_url(f"{served_quiz}/desk/test.html#desk-test")
    context.close()


def test_without_the_file_of_questions_the_page_says_so_and_keeps_the_rest(browser: Browser, served_quiz: str) -> None:
    page = browser.new_page()
    page.route("**/my-progress.questions.js", lambda route: route.abort())
    page.goto(f"{served_quiz}/my-progress.html")
    expect(page.locator(".hb-progress .hb-trouble")).to_contain_text("could not be loaded")
    expect(page.get_by_role("button", name=re.compile("Start|Continue"))).to_be_hidden()
    expect(page.get_by_role("button", name="Forget me on this computer")).to_be_visible()
    expect(page.locator(".hb-quizzes a").first).to_be_visible()
    page.close()
