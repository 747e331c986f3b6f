"""SCORM 2004: the manifest held to ADL's schemas, the package played in Chromium with scorm-again as the platform."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from playwright.sync_api import Page, expect

from handbook.export import NothingToExport
from handbook.export.archive import unzipped
from handbook.export.scorm.manifest import ADL_2004, CP_2004, LOM, SCHEMAS_2004, SEQUENCING
from handbook.export.xml import XSI
from support.answers import ANSWERS, show_all
from support.exported_tests import export_of, hard_paper, items_of, large_paper, losses_of, paper_of, small_paper
from support.scorm import Launch, answer, begin, leave, make_platform, schema, sent, times
from support.serving import serve

PAPER = replace(small_paper(), pass_mark=80, code="some-test-may-1-0a1b2c")


def test_the_manifest_is_valid_and_a_wrong_one_is_not(tmp_path: Path) -> None:
    valid = schema(tmp_path, "scorm20043rdedition", SCHEMAS_2004)
    for paper in (small_paper(), PAPER, replace(hard_paper(), pass_mark=85)):
        manifest = unzipped(export_of("scorm2004", paper).content)["imsmanifest.xml"]
        tree = etree.fromstring(manifest)
        valid.assertValid(tree)
        assert set(SCHEMAS_2004.values()) <= set(str(tree.get(f"{{{XSI}}}schemaLocation")).split())
        for old, new in (
            (b"schemaversion", b"version"),
            (b'scormType="sco"', b'scormType="page"'),
            (b"file href", b"file ref"),
            (b"completionSetByContent", b"completedByContent"),
        ):
            assert old in manifest
            assert not valid.validate(etree.fromstring(manifest.replace(old, new)))


def test_the_manifest_tells_version_pass_mark_and_every_file_and_the_metadata_edition_and_form() -> None:
    files = unzipped(export_of("scorm2004", PAPER).content)
    tree = etree.fromstring(files.pop("imsmanifest.xml"))
    assert tree.findtext(f".//{{{CP_2004}}}schemaversion") == "2004 3rd Edition"
    assert tree.findtext(f".//{{{SEQUENCING}}}minNormalizedMeasure") == "0.8"
    (resource,) = tree.iter(f"{{{CP_2004}}}resource")
    assert (resource.get("href"), resource.get(f"{{{ADL_2004}}}scormType")) == ("index.html", "sco")
    metadata = files.pop(str(tree.findtext(f".//{{{ADL_2004}}}location")))
    assert [file.get("href") for file in resource] == list(files)
    said = etree.fromstring(metadata).findtext(f".//{{{LOM}}}description/{{{LOM}}}string")
    assert said == "Edition 2026-05-01 · 0123abc, form some-test-may-1-0a1b2c"
    plain = etree.fromstring(unzipped(export_of("scorm2004", small_paper()).content)["imsmanifest.xml"])
    assert plain.find(f".//{{{SEQUENCING}}}objectives") is None


def test_more_right_answers_than_the_record_names_are_told() -> None:
    text = "- id: t-many\n  type: short\n  level: recall\n  stem: Say a letter.\n  explain: Any.\n  refs: [index.md]\n"
    paper = paper_of(items_of(text + f"  accept: [{', '.join('abcdefg')}]\n"))
    assert losses_of("scorm2004", paper)["t-many"] == ["more than 5 accepted answers"]
    assert losses_of("scorm12", paper) == {}


def test_questions_that_scorm_1_2_has_no_room_for_are_held() -> None:
    with pytest.raises(NothingToExport):
        export_of("scorm12", large_paper(700))
    assert not [loss for loss in export_of("scorm2004", large_paper(700)).losses if "characters" in loss.what]
    with pytest.raises(NothingToExport) as caught:
        export_of("scorm2004", large_paper(7000))
    assert any("64,000" in loss.what for loss in caught.value.losses)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A platform that has the packages of the tests."""
    folder = tmp_path_factory.mktemp("platform")
    papers = {"practice": PAPER, "test": replace(PAPER, mode="test"), "no-mark": small_paper()}
    make_platform(folder, {name: export_of("scorm2004", paper).content for name, paper in papers.items()})
    yield from serve(folder)


@pytest.fixture
def launch(page: Page, address: str) -> Launch:
    """Begins a session with a package on the platform."""
    return lambda package="practice", **more: begin(page, address, package, edition="2004", **more)


def test_all_right_is_completed_and_passed_with_an_interaction_for_each_question(page: Page, launch: Launch) -> None:
    frame = launch()
    answer(frame, right=True)
    expect(frame.locator(".hb-outcome")).to_contain_text("Passed: 100%. Your learning platform has this result.")
    assert {code for *_, code in page.evaluate("calls")} <= {"0", "403"}  # 403: a value that was never set is asked for
    assert {call[-1] for call in page.evaluate("calls.filter(([name]) => name !== 'GetValue')")} == {"0"}
    held = leave(page)
    assert (held["completion_status"], held["success_status"], held["exit"]) == ("completed", "passed", "suspend")
    assert held["score"] == {"scaled": "1", "raw": "100", "min": "0", "max": "100"}
    assert re.fullmatch(r"PT\d+H\d+M\d+S", held["session_time"])
    interactions = {each["id"]: each for each in held["interactions"].values()}
    assert [(name, each["type"], each["learner_response"]) for name, each in interactions.items()] == [
        ("q-single", "choice", "a"),
        ("q-multiple", "choice", "a[,]b"),
        ("q-truefalse", "true-false", "true"),
        ("q-order", "sequencing", "a[,]b[,]c"),
        ("q-match", "matching", "a[.]a[,]b[.]b"),
        ("q-classify", "matching", "a[.]a[,]b[.]b"),
        ("q-short", "fill-in", "FIVE"),
        ("q-scenario", "performance", "1[.]a"),
    ]
    for name, each in interactions.items():
        assert each["result"] == "correct"
        patterns = [right["pattern"] for right in each["correct_responses"].values()]
        assert each["learner_response"].lower() in patterns, name
    assert (times(page)["Initialize"], times(page)["Terminate"]) == (1, 1)


def test_a_fail_is_completed_and_failed_and_goes_on_in_another_session(page: Page, launch: Launch) -> None:
    answer(launch(), right=False)
    held = leave(page)
    assert (held["completion_status"], held["success_status"]) == ("completed", "failed")
    assert (held["score"]["raw"], held["score"]["scaled"]) == ("18.75", "0.1875")
    assert {value for name, value in sent(page) if name.endswith(".result")} == {"incorrect", "0.5"}
    keys = ("suspend_data", "completion_status", "success_status", "score")
    frame = launch(held={key: held[key] for key in keys} | {"mode": "normal"})
    expect(frame.locator(".hb-outcome")).to_contain_text("To try the whole quiz again, press Start over.")
    frame.get_by_role("button", name="Start over").click()
    answer(frame, right=True)
    held = leave(page)
    assert (held["completion_status"], held["success_status"]) == ("completed", "passed")


def test_without_a_mark_who_has_answered_all_has_completed_and_success_stays_open(page: Page, launch: Launch) -> None:
    answer(launch("no-mark"), right=False)
    held = leave(page)
    assert (held["completion_status"], held["success_status"]) == ("completed", "unknown")


def test_what_was_begun_goes_on_and_is_incomplete(page: Page, launch: Launch) -> None:
    answer(launch(), right=True, names=list(ANSWERS)[:3])
    held = leave(page)
    assert (held["completion_status"], held["success_status"]) == ("incomplete", "unknown")
    frame = launch(held={"suspend_data": held["suspend_data"]})
    expect(frame.locator(".hb-item.hb-marked")).to_have_count(3)


def test_the_mark_of_the_platform_goes_before_that_of_the_quiz(page: Page, launch: Launch) -> None:
    frame = launch(held={"scaled_passing_score": "0.9"})
    expect(frame.locator(".hb-quiz-intro")).to_contain_text("You need 90% to pass.")
    leave(page)


@pytest.mark.parametrize(
    ("held", "words"),
    [
        ({"mode": "browse"}, "This is a preview"),
        ({"mode": "review", "success_status": "passed"}, "You are looking at this quiz again."),
        ({"mode": "review", "success_status": "failed"}, "leave the quiz and start a new attempt"),
    ],
    ids=["preview", "review", "review of a fail"],
)
def test_looking_at_it_sends_nothing_and_completes_nothing(
    page: Page, launch: Launch, held: dict[str, str], words: str
) -> None:
    frame = launch("test", held=held)
    expect(frame.locator(".hb-warning")).to_contain_text(words)
    state = leave(page)
    assert sent(page) == []
    assert state["completion_status"] == "unknown"
    assert times(page)["Terminate"] == 1


def test_without_a_platform_the_quiz_plays_on_and_says_so(page: Page, address: str) -> None:
    page.goto(f"{address}/practice/index.html")
    show_all(page.locator(".hb-quiz"))
    answer(page, right=True)
    expect(page.locator(".hb-warning")).to_contain_text("No learning platform was found.")
