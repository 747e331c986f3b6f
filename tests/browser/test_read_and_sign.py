"""Pages to read and sign, played in Chromium with scorm-again as the platform."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from handbook.book.readings import page_to_read, section_to_read
from handbook.checks import check_handbook
from handbook.cli.sign import read_and_sign
from handbook.export.scorm.standard import STANDARDS
from support.axe import violations
from support.folders import SMALL_SITE, copy_project, page_at
from support.scorm import Launch, begin, leave, make_platform, sent, times
from support.serving import serve


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A platform with a page in both editions of SCORM, the same page with another text, and a section."""
    root, folder = copy_project(tmp_path_factory.mktemp("book"), SMALL_SITE), tmp_path_factory.mktemp("platform")
    handbook, _ = check_handbook(root)
    reading = page_to_read(page_at("desk/lend.md", handbook))
    packages = {name: read_and_sign(reading, handbook, standard)[0] for name, standard in STANDARDS.items()}
    desk = next(section for section in handbook.guide.sections if section.folder == "desk")
    packages["section"] = read_and_sign(section_to_read(desk, handbook), handbook, STANDARDS["scorm12"])[0]
    lend = root / "docs/desk/lend.md"
    lend.write_text(lend.read_text("utf-8-sig").replace("Lights off", "Radio off"), "utf-8")
    newer, _ = check_handbook(root)
    reading = page_to_read(page_at("desk/lend.md", newer))
    packages["newer"] = read_and_sign(reading, newer, STANDARDS["scorm12"])[0]
    shutil.rmtree(root)
    make_platform(folder, packages)
    yield from serve(folder)


@pytest.fixture
def launch(page: Page, address: str) -> Launch:
    """Begins a session with a package on the platform."""
    return lambda package="scorm12", **more: begin(page, address, package, **more)


CONFIRM = "I have read edition not dated"


def confirm(frame: FrameLocator | Page) -> Any:
    return frame.get_by_role("button", name=CONFIRM)


def test_it_is_incomplete_until_it_is_confirmed_and_completed_then(page: Page, launch: Launch) -> None:
    frame = launch()
    assert dict(sent(page)) == {"cmi.core.lesson_status": "incomplete", "cmi.core.exit": "suspend"}
    assert leave(page)["core"]["lesson_status"] == "incomplete"
    frame = launch()
    confirm(frame).click()
    expect(frame.locator(".hb-outcome")).to_have_text("You confirmed that you have read edition not dated.")
    expect(confirm(frame)).to_have_count(0)
    assert times(page)["LMSCommit"] == 1
    assert {code for *_, code in page.evaluate("calls")} == {"0"}
    held = leave(page)
    assert held["core"]["lesson_status"] == "completed"
    (told,) = held["interactions"].values()
    assert (told["id"], told["type"]) == ("read-desk-lend", "fill-in")
    assert re.fullmatch("not dated; hash [0-9a-f]{8}", told["student_response"])
    assert times(page)["LMSFinish"] == 1


def test_scorm_2004_gets_completion_and_no_success(page: Page, launch: Launch) -> None:
    frame = launch("scorm2004", edition="2004")
    confirm(frame).press("Enter")
    expect(frame.locator(".hb-outcome")).to_contain_text("You confirmed")
    assert {call[-1] for call in page.evaluate("calls.filter(([name]) => name !== 'GetValue')")} == {"0"}
    held = leave(page)
    assert (held["completion_status"], held["success_status"]) == ("completed", "unknown")
    (told,) = held["interactions"].values()
    assert told["learner_response"].startswith("not dated; hash ")
    assert told["result"] == "neutral"


def test_who_will_read_it_and_ask_stays_incomplete_and_can_confirm_later(page: Page, launch: Launch) -> None:
    frame = launch()
    frame.get_by_role("button", name="I will read it and ask").click()
    expect(frame.locator(".hb-outcome")).to_contain_text("Recorded: you will read it and ask.")
    assert page.evaluate("calls.filter(([name]) => name === 'LMSCommit').length") == 1
    confirm(frame).click()
    held = leave(page)
    assert held["core"]["lesson_status"] == "completed"
    answers = [each["student_response"] for each in held["interactions"].values()]
    assert [answer.partition(":")[0] for answer in answers] == ["will read it and ask", answers[1]]


def test_who_has_confirmed_is_told_and_a_changed_text_asks_again(page: Page, launch: Launch) -> None:
    confirm(launch()).click()
    held = leave(page)
    kept = {key: held[key] for key in ("suspend_data", "core", "interactions")}
    frame = launch(held=kept)
    expect(frame.locator(".hb-outcome")).to_contain_text("You confirmed that you have read edition not dated.")
    expect(confirm(frame)).to_have_count(0)
    leave(page)
    frame = launch("newer", held=kept)
    expect(frame.locator(".hb-outcome")).to_contain_text("The text has changed since you confirmed edition not dated.")
    assert leave(page)["core"]["lesson_status"] == "completed"
    frame = launch("newer", held=kept)
    confirm(frame).click()
    held = leave(page)
    assert held["core"]["lesson_status"] == "completed"
    assert held["suspend_data"] != kept["suspend_data"]
    assert len(held["interactions"]) == 2


@pytest.mark.parametrize(
    ("core", "words"),
    [
        ({"lesson_mode": "browse"}, "This is a preview"),
        ({"lesson_mode": "review", "lesson_status": "completed"}, "You are looking at this again."),
    ],
    ids=["preview", "review"],
)
def test_looking_at_it_confirms_nothing(page: Page, launch: Launch, core: dict[str, str], words: str) -> None:
    frame = launch(held={"core": core}, asMoodle=True)
    expect(frame.locator(".hb-warning")).to_contain_text(words)
    expect(confirm(frame)).to_have_count(0)
    status = leave(page)["core"]["lesson_status"]
    assert status == ("browsed" if core["lesson_mode"] == "browse" else "completed")


def test_a_platform_that_does_not_take_it_is_told_of_and_asked_again(page: Page, launch: Launch) -> None:
    frame = launch(fails=True)
    confirm(frame).click()
    expect(frame.locator(".hb-warning")).to_contain_text("The learning platform didn't record that you have read this.")
    expect(confirm(frame)).to_have_count(1)
    assert leave(page)["core"]["lesson_status"] != "completed"


@pytest.mark.parametrize("package", ["scorm12", "section"])
def test_it_can_be_read_by_everybody_and_without_a_platform(page: Page, address: str, package: str) -> None:
    page.goto(f"{address}/{package}/index.html")
    expect(page.locator(".hb-warning").last).to_contain_text("No learning platform was found.")
    expect(confirm(page)).to_have_count(0)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert not violations(page)
    page.set_viewport_size({"width": 320, "height": 600})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_button_and_what_it_says_are_fit_for_everybody(page: Page, address: str) -> None:
    calls = ("Initialize", "Finish", "SetValue", "Commit")
    given = ", ".join(f"LMS{call}: () => 'true'" for call in calls)
    page.add_init_script(f"window.API = {{ LMSGetValue: () => '', {given} }}")
    page.goto(f"{address}/scorm12/index.html")
    expect(confirm(page)).to_be_visible()
    assert not violations(page)
    confirm(page).click()
    expect(page.locator(".hb-outcome")).to_contain_text("You confirmed")
    assert not violations(page)
