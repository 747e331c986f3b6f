"""What supervisors and HR use, in Chromium: the first month, huddles, receipts, and who has not signed."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect
from pypdf import PdfReader

from support.answers import ANSWERS, check, show_all
from support.axe import violations
from support.commands import build_site
from support.folders import copy_project
from support.serving import serve

NEWS = """\
- date: 2026-11-22
  who: All
  what: The desk has a new rule.
  link: desk/lend.md
  sign: again
"""
ROSTER = "name,role,start,email\nAna Diaz,clerk,2020-01-01,ana@example.org\nBo,Clerk,2020-01-01,\nCy,Driver,,\n"
ANSWER = "Answer: I have read it\nWhat: {} [{}]\nRequest to sign: {}\nName: {}\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site, with news that asks for a new signature."""
    root = copy_project(tmp_path_factory.mktemp("team"))
    (root / "docs/_data/news.yml").write_text(NEWS, "utf-8")
    return build_site(root)


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    yield from serve(site)


@pytest.fixture
def team(page: Page, address: str) -> Page:
    """The page for the team."""
    page.goto(f"{address}/basics/team.html")
    return page


def test_the_path_counts_ticks_and_quizzes_and_ends_in_a_certificate(team: Page, address: str) -> None:
    path = team.locator(".hb-onboarding")
    summary = path.locator(".hb-done")
    expect(summary).to_have_text("0 of 2 items done, 0 of 1 quiz passed.")
    expect(path.get_by_role("button", name="Make the certificate")).to_be_hidden()
    team.get_by_label("Opened the desk").check()
    expect(summary).to_contain_text("1 of 2 items done")
    expect(path.locator("[data-list]")).to_contain_text("1 of 2 done")
    team.locator(".hb-checklist").get_by_role("button", name="Reset", exact=True).click()
    expect(summary).to_contain_text("0 of 2 items done")
    team.goto(f"{address}/basics/quiz-loans.html")
    show_all(team.locator(".hb-quiz"))
    for item in ("q-single", "q-truefalse"):
        question = team.locator(f"#test-loans--{item}")
        ANSWERS[item][0](question)
        check(question)
    team.goto(f"{address}/basics/team.html")
    expect(path.locator("[data-of]")).to_contain_text("Passed: 100%.")
    path.get_by_role("button", name="Make the certificate").click()
    path.get_by_label("Name").fill("Ana")
    expect(path.locator(".hb-paper")).to_contain_text("has passed every quiz of this path")
    expect(path.locator(".hb-paper dl")).to_contain_text("1 quiz passed")
    assert not violations(team)
    path.get_by_role("button", name="Close").click()
    expect(path.get_by_role("button", name="Make the certificate")).to_be_focused()


def test_the_path_prints_with_lines_to_sign_and_a_huddle_prints_as_two_pages(team: Page) -> None:
    pages = PdfReader(io.BytesIO(team.pdf(format="Letter"))).pages
    text = " ".join(page.extract_text() for page in pages)
    assert "Signatures" in text
    assert "Supervisor" in text
    with team.expect_event("console", lambda message: message.text == "printing"):
        team.evaluate("window.print = () => console.log('printing')")
        team.get_by_role("button", name="Print this huddle").click()
    front, back = PdfReader(io.BytesIO(team.pdf(format="Letter"))).pages
    assert "Read aloud" in front.extract_text()
    assert "Listen for" not in front.extract_text()
    assert "Listen for" in back.extract_text()


def test_a_receipt_is_saved_and_what_changed_since_is_told(team: Page, tmp_path: Path) -> None:
    section = team.locator(".hb-acknowledgment")
    section.get_by_label("What did you read?").select_option(label="The desk")
    section.get_by_role("button", name="Save as a file").click()
    expect(section.locator(".hb-told")).to_have_text("Choose your answer first.")
    section.get_by_label("I have read it").check()
    section.get_by_role("button", name="Save as a file").click()
    expect(section.locator(".hb-told")).to_have_text("Type your name first.")
    section.get_by_label("Your name").fill("Ana Díaz")
    with team.expect_download() as download:
        section.get_by_role("button", name="Save as a file").click()
    assert download.value.suggested_filename.startswith("receipt-ana-diaz-")
    file = tmp_path / "receipt.txt"
    download.value.save_as(file)
    lines = dict(line.split(": ", 1) for line in file.read_text("utf-8").splitlines() if ": " in line)
    assert lines["Answer"] == "I have read it"
    assert lines["What"] == "The desk [read-desk]"
    assert lines["Request to sign"] == "2026-11-22.1"
    assert lines["Name"] == "Ana Díaz"
    assert len(lines["Hash of the pages"]) == 8
    team.reload()
    section.get_by_label("What did you read?").select_option(label="The desk")
    expect(section.locator(".hb-changes")).to_contain_text("you don't have to sign again")
    assert "Ana" not in team.evaluate("JSON.stringify(localStorage)")
    key = team.evaluate("Object.keys(localStorage).find((key) => key.endsWith('receipt:read-desk'))")
    older = "JSON.stringify({...JSON.parse(localStorage[key]), hash: 'x', request: '', pages: {}})"
    team.evaluate(f"(key) => {{ localStorage[key] = {older} }}", key)
    team.reload()
    section.get_by_label("What did you read?").select_option(label="The desk")
    changes = section.locator(".hb-changes")
    expect(changes).to_contain_text("sign again. The reason:")
    expect(changes).to_contain_text("The desk has a new rule.")
    expect(changes.get_by_role("link", name="Lend a book").first).to_be_visible()


def test_who_has_not_signed_is_told_by_role_with_a_reminder(team: Page) -> None:
    section = team.locator(".hb-roster")
    section.get_by_role("button", name="See who hasn't signed").click()
    expect(section.locator(".hb-told").first).to_have_text("Choose your list of staff first.")
    staff = section.get_by_label("List of staff (CSV)")
    staff.set_input_files({"name": "x.csv", "mimeType": "text/csv", "buffer": b"who,what\nAna,all\n"})
    section.get_by_role("button", name="See who hasn't signed").click()
    expect(section.locator(".hb-told").first).to_contain_text("x.csv can't be read as a list of staff.")
    staff.set_input_files({"name": "staff.csv", "mimeType": "text/csv", "buffer": ROSTER.encode()})
    receipt = ANSWER.format("The desk", "read-desk", "2026-11-22.1", "Ana Diaz")
    files = [("one.txt", receipt), ("odd.txt", "Hello.")]
    section.get_by_label("Receipts (files or saved emails)").set_input_files(
        [FilePayload(name=name, mimeType="text/plain", buffer=text.encode()) for name, text in files]
    )
    section.get_by_label("Or paste the emails here").fill(
        ANSWER.format("Terms and topics", "read-basics-terms", "none", "Ana Diaz")
        + ANSWER.format("The desk", "read-desk", "none", "Bo")
    )
    section.get_by_role("button", name="See who hasn't signed").click()
    expect(section.locator(".hb-told").first).to_have_text("3 people and 3 receipts read. No receipt in: odd.txt.")
    outcome = section.locator(".hb-outcome")
    expect(outcome).to_contain_text("1 of 2 people has signed everything or has time left.")
    expect(outcome.get_by_role("row", name="Bo")).to_contain_text("The desk: has to sign again")
    expect(outcome.get_by_role("row", name="Bo")).to_contain_text("Terms and topics: no receipt")
    expect(outcome.get_by_role("row", name="Ana")).to_have_count(0)
    expect(outcome).to_contain_text("Cy: Driver")
    mail = outcome.get_by_role("link", name="Email a reminder").get_attribute("href")
    assert mail
    assert "basics/team.html" in unquote(mail)
    with team.expect_download() as download:
        outcome.get_by_role("button", name="Save the list of what's missing").click()
    assert b'"Bo","","Clerk","The desk","has to sign again"' in Path(download.value.path()).read_bytes()
    assert not violations(team)
    assert team.evaluate("Object.keys(localStorage).filter((key) => /bo|ana/i.test(localStorage[key])).length") == 0


def test_without_scripts_the_emails_are_ready(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/basics/team.html")
    mail = page.get_by_role("link", name="Email that you've read it").first.get_attribute("href")
    assert mail
    assert mail.startswith("mailto:desk@riverton.example?subject=Handbook%20receipt")
    expect(page.locator(".hb-huddle-back")).to_be_visible()
    expect(page.locator(".hb-roster")).to_contain_text("This page needs its scripts")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_of_it_fits_a_small_phone(team: Page, scheme: str) -> None:
    team.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    team.set_viewport_size({"width": 320, "height": 700})
    assert team.evaluate("document.documentElement.scrollWidth") <= 320
    assert not violations(team)
