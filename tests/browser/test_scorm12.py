"""SCORM 1.2: the manifest held to ADL's schemas, the package played in Chromium with scorm-again as the platform."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from playwright.sync_api import Page, expect

from handbook.export import Assessment, Losses, NothingToExport
from handbook.export.archive import unzipped
from handbook.export.scorm.manifest import ADL, CP, SCHEMAS
from handbook.export.scorm.record import line_for, records
from handbook.export.scorm.standard import SCORM_12
from handbook.export.xml import XSI
from handbook.git.edition import Edition
from handbook.model.items import Scenario
from support.answers import ANSWERS, check, show_all
from support.axe import violations
from support.exported_tests import export_of, hard_paper, items_of, large_paper, losses_of, paper_of, small_paper
from support.scorm import Launch, answer, begin, leave, make_platform, schema, sent, times
from support.serving import serve

RUN = "cmi.core."
CHECKED = ".hb-item.hb-marked"


def package(paper: Assessment) -> dict[str, bytes]:
    """The files of the package."""
    return unzipped(export_of("scorm12", paper).content)


def test_the_page_says_how_long_the_test_takes() -> None:
    page = package(replace(small_paper(), time="About 5 minutes."))["index.html"].decode()
    assert page.index("About 5 minutes.") < page.index("hb-quiz-intro")


# The manifest


def test_the_manifest_is_valid_and_a_wrong_one_is_not(tmp_path: Path) -> None:
    valid = schema(tmp_path, "scorm12edition", SCHEMAS)
    for paper in (small_paper(), replace(hard_paper(), pass_mark=80, code="some-test-may-1-0a1b2c")):
        manifest = package(paper)["imsmanifest.xml"]
        tree = etree.fromstring(manifest)
        valid.assertValid(tree)
        assert set(SCHEMAS.values()) <= set(str(tree.get(f"{{{XSI}}}schemaLocation")).split())
        for old, new in (
            (b"schemaversion", b"version"),
            (b'scormtype="sco"', b'scormtype="page"'),
            (b"file href", b"file ref"),
        ):
            assert old in manifest
            assert not valid.validate(etree.fromstring(manifest.replace(old, new)))


def test_the_manifest_tells_version_edition_pass_mark_and_every_file_once() -> None:
    files = package(replace(hard_paper(), pass_mark=80, code="some-test-may-1-0a1b2c"))
    tree = etree.fromstring(files.pop("imsmanifest.xml"))
    assert (tree.findtext(f".//{{{CP}}}schema"), tree.findtext(f".//{{{CP}}}schemaversion")) == ("ADL SCORM", "1.2")
    assert tree.findtext(f".//{{{ADL}}}masteryscore") == "80"
    assert "Edition 2026-05-01 · 0123abc, form some-test-may-1-0a1b2c" in etree.tostring(tree, encoding="unicode")
    (resource,) = tree.iter(f"{{{CP}}}resource")
    assert (resource.get("href"), resource.get(f"{{{ADL}}}scormtype")) == ("index.html", "sco")
    assert [file.get("href") for file in resource] == list(files)
    plain = etree.fromstring(package(small_paper())["imsmanifest.xml"])
    assert plain.find(f".//{{{ADL}}}masteryscore") is None


def test_a_newer_edition_is_known_as_the_same_by_its_identifiers_and_another_form_is_not() -> None:
    paper = replace(small_paper(), code="all-kinds-handout-1-0a1b2c")
    newer = replace(paper, items=paper.items[1:], code="all-kinds-handout-1-c2b1a0", edition=Edition())
    assert identifiers(newer) == identifiers(paper) == {"all-kinds"}
    drawn = replace(paper, form="all-kinds-handout-1")
    assert identifiers(replace(drawn, code="all-kinds-handout-1-c2b1a0")) == identifiers(drawn)
    assert not identifiers(drawn) & identifiers(replace(drawn, form="all-kinds-handout-2"))


def identifiers(paper: Assessment) -> set[str]:
    """What follows the kind of thing in the identifiers of all things in the manifest."""
    tree = etree.fromstring(package(paper)["imsmanifest.xml"])
    return {str(each.get("identifier")).partition("-")[2] for each in tree.iter() if each.get("identifier")}


# What is held


def test_the_page_asks_no_other_host_and_runs_no_script_of_its_own() -> None:
    page = package(hard_paper())["index.html"].decode()
    assert re.findall(r"<script[^>]*>", page) == ['<script src="javascripts/scorm.js">']
    assert "default-src 'none'" in page
    assert not re.search(r"<style| style=| on[a-z]+=|<img|<base", page)
    assert re.search(r'<section class="hb-quiz-answers" hidden', page)


def test_raw_html_in_a_question_stays_text() -> None:
    text = "- id: a-raw\n  type: truefalse\n  level: recall\n  answer: true\n  refs: [index.md]\n"
    text += "  stem: Is <b onclick=x()>it</b> &amp; <script>y()</script>?\n  why:\n    true: Yes.\n    false: No.\n"
    page = package(paper_of(items_of(text)))
    assert b"&lt;b onclick=x()&gt;it&lt;/b&gt; &amp; &lt;script&gt;y()&lt;/script&gt;?</span>" in page["index.html"]


def test_losses_are_listed() -> None:
    assert losses_of("scorm12", hard_paper())["h-words"] == ["an accepted answer that is a pattern", "a tolerance"]
    assert losses_of("scorm12", hard_paper())["h-reflect"] == ["the answers to it"]
    story = paper_of([*hard_paper().items, long_story(40)])
    assert [loss.item for loss in export_of("scorm12", story).losses if loss.left_out] == ["h-motto", "a-story"]
    assert losses_of("scorm12", paper_of([long_story(36)])) == {}


def test_more_questions_than_can_be_kept_are_refused_as_a_whole() -> None:
    with pytest.raises(NothingToExport) as caught:
        export_of("scorm12", large_paper(700))
    assert any("4,096" in loss.what for loss in caught.value.losses)


def test_a_script_that_was_never_built_is_named(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"docs/assets/javascripts/scorm\.js is missing.*npm run build"):
        export_of("scorm12", replace(small_paper(), root=tmp_path))


def long_story(choices: int) -> Scenario:
    """A story of so many choices, two at each point."""
    ways = [{"rating": 3, "why": "So it is.", "go": str(at + 1)} for at in range(choices // 2)]
    nodes = {
        str(at): {"text": "What now?", "choices": [way | {"text": f"This {at}"}, way | {"text": f"That {at}"}]}
        for at, way in enumerate(ways)
    }
    data = {"id": "a-story", "type": "scenario", "level": "judge", "stem": "A long one.", "refs": ["index.md"]}
    ends = {str(len(ways)): {"verdict": "good", "text": "It is over."}}
    return Scenario.model_validate(data | {"start": "0", "nodes": nodes, "endings": ends})


# Played on a platform


@pytest.fixture(scope="module")
def platform(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address and the folder of a platform that has the packages of the tests."""
    folder = tmp_path_factory.mktemp("platform")
    whole = replace(small_paper(), pass_mark=80)
    papers = {"practice": whole, "test": replace(whole, mode="test"), "large": large_paper(150)}
    make_platform(folder, {name: export_of("scorm12", paper).content for name, paper in papers.items()})
    for address in serve(folder):
        yield address, folder


@pytest.fixture
def launch(page: Page, platform: tuple[str, Path]) -> Launch:
    """Begins a session with a package on the platform."""

    return lambda package="practice", **more: begin(page, platform[0], package, **more)


def test_all_right_is_passed_with_an_interaction_for_each_question(page: Page, launch: Launch) -> None:
    frame = launch()
    expect(frame.locator(".hb-quiz-intro")).to_contain_text("You need 80% to pass.")
    answer(frame, right=True)
    expect(frame.locator(".hb-outcome")).to_contain_text("Passed: 100%. Your learning platform has this result.")
    assert times(page)["LMSCommit"] == len(ANSWERS)
    held = leave(page)
    assert (held["core"]["lesson_status"], held["core"]["exit"]) == ("passed", "suspend")
    assert held["core"]["score"] == {"raw": "100", "min": "0", "max": "100"}
    assert re.fullmatch(r"\d+:\d\d:\d\d", held["core"]["session_time"])
    data = {each["id"]: each for each in held["interactions"].values()}
    assert [(name, each["type"], each["student_response"]) for name, each in data.items()] == [
        ("q-single", "choice", "a"),
        ("q-multiple", "choice", "a,b"),
        ("q-truefalse", "true-false", "t"),
        ("q-order", "sequencing", "a,b,c"),
        ("q-match", "matching", "a.a,b.b"),
        ("q-classify", "matching", "a.a,b.b"),
        ("q-short", "fill-in", "FIVE"),
        ("q-scenario", "performance", "a"),
    ]
    for name, each in data.items():
        assert each["result"] == "correct"
        assert each["student_response"].lower() in [right["pattern"] for right in each["correct_responses"].values()], (
            name
        )
    values = sent(page)
    last: dict[str, str] = {}
    for name, value in values:
        assert last.get(name) != value, f"{name} is sent again"
        last[name] = value
        assert len(value) <= 255 or name == "cmi.suspend_data"
    assert {code for *_, code in page.evaluate("calls")} == {"0"}
    assert (times(page)["LMSInitialize"], times(page)["LMSFinish"]) == (1, 1)


def test_one_question_is_asked_at_a_time_and_another_session_goes_on_at_the_first_open_one(
    page: Page, launch: Launch
) -> None:
    frame = launch(whole=False)
    names = list(ANSWERS)
    for name in names[:2]:
        question = frame.locator(".hb-item.hb-now")
        expect(question).to_have_attribute("data-item", name)
        ANSWERS[name][0](question)
        check(question)
        expect(question.locator(".hb-result")).to_have_text("✓ Right")
        question.get_by_role("button", name="Next").click()
    held = leave(page)
    frame = launch(whole=False, held={key: held[key] for key in ("suspend_data", "core", "interactions")})
    for name in names[2:]:
        question = frame.locator(".hb-item.hb-now")
        expect(question).to_have_attribute("data-item", name)
        ANSWERS[name][0](question)
        check(question)
        question.get_by_role("button", name=re.compile("Next|See your result")).click()
    frame.locator(".hb-item.hb-now").get_by_role("button", name="Skip").click()
    expect(frame.locator(".hb-outcome")).to_contain_text("Passed: 100%. Your learning platform has this result.")
    expect(frame.get_by_role("group", name="Your result")).to_be_focused()
    assert leave(page)["core"]["lesson_status"] == "passed"


def test_the_first_answers_count_and_after_a_failure_all_can_be_tried_again(page: Page, launch: Launch) -> None:
    frame = launch()
    answer(frame, right=False)
    expect(frame.locator(".hb-outcome")).to_contain_text("Not passed: 18%. You need 80% to pass.")
    first = frame.locator('[data-item="q-truefalse"]')
    first.get_by_role("button", name="Try again").click()
    answer(frame, right=True, names=["q-truefalse"])
    core = {name: value for name, value in sent(page) if name.startswith(RUN)}
    assert (core[f"{RUN}score.raw"], core[f"{RUN}lesson_status"]) == ("18.75", "failed")
    results = {value for name, value in sent(page) if name.endswith(".result")}
    assert results == {"wrong", "0.5"}
    frame.get_by_role("button", name="Start over").click()
    expect(frame.locator(".hb-outcome")).to_be_empty()
    answer(frame, right=True)
    expect(frame.locator(".hb-outcome")).to_contain_text("Passed: 100%")
    held = leave(page)
    assert (held["core"]["score"]["raw"], held["core"]["lesson_status"]) == ("100", "passed")
    assert len(held["interactions"]) == len(ANSWERS)


def test_what_was_begun_goes_on_in_another_session(page: Page, launch: Launch) -> None:
    first, open_ = list(ANSWERS)[:5], list(ANSWERS)[5:]
    frame = launch()
    answer(frame, right=True, names=first[:4])
    answer(frame, right=False, names=first[4:])
    frame.locator('[data-item="q-single"]').get_by_role("button", name="Try again").click()
    frame.locator('[data-item="q-short"] input').fill("five")  # and the caret stays in it
    order = frame.locator('[data-item="q-classify"] .hb-pairs > li').all_text_contents()
    held = leave(page)
    assert held["core"]["lesson_status"] == "incomplete"
    assert not held["core"]["score"]["raw"]
    frame = launch(held={key: held[key] for key in ("suspend_data", "core", "interactions")})
    expect(frame.locator(CHECKED)).to_have_count(4)
    expect(frame.locator('[data-item="q-short"] input')).to_have_value("five")
    assert frame.locator('[data-item="q-classify"] .hb-pairs > li').all_text_contents() == order
    answer(frame, right=True, names=["q-single", *open_])
    expect(frame.locator(".hb-outcome")).to_contain_text("Passed: 93%")
    now = [value for name, value in sent(page) if name.endswith(".id")]
    assert now == open_
    assert leave(page)["core"]["score"]["raw"] == "93.75"


def test_a_damaged_answer_is_reported_and_costs_no_other(page: Page, launch: Launch) -> None:
    frame = launch()
    answer(frame, right=True, names=list(ANSWERS)[:3])
    *head, first, second, third = leave(page)["suspend_data"].split(".")
    frame = launch(held={"suspend_data": ".".join([*head, first, f"!{second}", third])})
    expect(frame.locator(CHECKED)).to_have_count(2)
    expect(frame.locator(".hb-warning")).to_contain_text("Some of your answers could not be read")
    marked = {name for name in ANSWERS if frame.locator(f".hb-marked[data-item={name}]").count()}
    answer(frame, right=True, names=[name for name in ANSWERS if name not in marked])
    expect(frame.locator(".hb-outcome")).to_contain_text("Passed: 100%")


def test_a_test_marks_nothing_before_its_end_and_then_sends_all_at_once(page: Page, launch: Launch) -> None:
    frame = launch("test")
    for name, (right, *_) in ANSWERS.items():
        right(frame.locator(f'[data-item="{name}"]'))
    assert not [name for name, _ in sent(page) if "interactions" in name or "score" in name]
    frame.get_by_role("button", name="Finish and check all").click()
    expect(frame.locator(".hb-outcome")).to_contain_text("Passed: 100%")
    assert times(page)["LMSCommit"] <= 2  # one more where the test was slow: answers are kept after some seconds
    assert len(leave(page)["interactions"]) == len(ANSWERS)


def test_an_attempt_that_is_over_is_shown_and_nothing_is_sent(page: Page, launch: Launch) -> None:
    frame = launch()
    answer(frame, right=True)
    held = leave(page)
    for mode, text in (("review", "You are looking at this quiz again."), ("normal", "You have completed this quiz.")):
        core = {"lesson_status": "passed", "lesson_mode": mode}
        frame = launch(held={"suspend_data": held["suspend_data"], "core": core})
        expect(frame.locator(".hb-warning")).to_contain_text(text)
        expect(frame.locator(CHECKED)).to_have_count(len(ANSWERS))
        frame.get_by_role("button", name="Start over").click()
        answer(frame, right=False, names=["q-single"])
        leave(page)
        assert {name for name, _ in sent(page)} <= {f"{RUN}exit", f"{RUN}session_time"}
        assert times(page)["LMSFinish"] == 1


def test_without_a_platform_the_quiz_plays_on_and_says_that_nothing_is_sent(
    page: Page, platform: tuple[str, Path]
) -> None:
    page.goto(f"{platform[0]}/practice/index.html")
    show_all(page.locator(".hb-quiz"))
    answer(page, right=True)
    expect(page.locator(".hb-warning")).to_contain_text("No learning platform was found.")
    expect(page.locator(".hb-outcome")).to_have_text("Passed: 100%.")
    assert page.evaluate("localStorage.length") == 0
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert not violations(page)


@pytest.mark.parametrize(
    ("how", "text"),
    [
        ({"fails": True}, "The learning platform did not take your last answer."),
        ({"held": {"core": {"lesson_mode": "", "credit": ""}}}, ""),
    ],
    ids=["an API that fails", "no mode"],
)
def test_the_quiz_plays_on_whatever_the_platform_does(page: Page, launch: Launch, how: Any, text: str) -> None:
    frame = launch(**how)
    answer(frame, right=True)
    expect(frame.locator(".hb-warning")).to_contain_text(text)
    expect(frame.locator(".hb-outcome")).to_contain_text("Passed: 100%")
    assert ("Your learning platform has" in frame.locator(".hb-outcome").inner_text()) == (not text)
    held = leave(page)
    assert (held["core"]["lesson_status"] == "passed") == (not text)


FILL = """(first) => {
    for (const item of document.querySelectorAll(".hb-item:not([data-type=reflect])")) {
        for (const box of item.querySelectorAll(".hb-options input")) box.click()
        for (const select of item.querySelectorAll("select")) select.selectedIndex = select.options.length - 1
        for (const line of item.querySelectorAll(".hb-line input")) line.value = "%".repeat(line.maxLength)
        for (const _ of [1, 2]) if (!item.matches(".hb-marked")) item.querySelector(".hb-check").click()
    }
}"""


def test_a_large_quiz_is_kept_in_4096_characters(page: Page, launch: Launch) -> None:
    frame = launch("large")
    questions = frame.locator(".hb-item")
    expect(questions.locator(".hb-check")).to_have_count(questions.count())
    questions.first.evaluate(FILL)
    checked = frame.locator(CHECKED).count()
    held = leave(page)
    assert checked > 120
    assert 2000 < len(held["suspend_data"]) <= 4096
    assert held["suspend_data"].isascii()
    item_records = records(large_paper(150), SCORM_12, Losses())
    tokens = held["suspend_data"].split(".")[3:]
    for record, token in zip(item_records, tokens, strict=False):  # tokens that are empty at the end are left out
        assert len(token) < record.room + (line_for(item_records, SCORM_12) or 0) * (record.kind == "fill-in"), (
            record.item.id
        )
    frame = launch("large", held={"suspend_data": held["suspend_data"]})
    expect(frame.locator(CHECKED)).to_have_count(checked)
