"""Typed answers judged by pages and by packages as the shared cases say: tests/golden/short."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FrameLocator, Locator, Page, expect

from support.answers import show_all
from support.commands import build_site
from support.exported_tests import export_of, items_of, paper_of
from support.folders import HEAD, copy_project
from support.golden_cases import FOLDER
from support.scorm import begin, make_platform
from support.serving import serve

CASES: list[dict[str, Any]] = json.loads((FOLDER / "short" / "cases.json").read_text("utf-8"))

JUDGED = """async (quiz, cases) => {
    const wrong = []
    for (const [at, {fits, not}] of cases.entries()) {
        const item = quiz.querySelector(`[data-item="case-${at}"]`)
        const [input, check] = [item.querySelector("input"), item.querySelector(".hb-check")]
        const again = [...item.querySelectorAll("button")].find(each => each.textContent === "Try again")
        for (const answer of [...fits, ...not].filter(each => each.trim() && each.length < 40)) {
            input.value = answer
            input.dispatchEvent(new Event("change", {bubbles: true}))
            check.click()
            if (!item.matches(".hb-marked")) check.click() // almost right
            if ((item.querySelector(".hb-result > [data-mark]").dataset.mark === "right") !== fits.includes(answer))
                wrong.push([at, answer])
            again.click()
        }
    }
    return wrong
}"""


def bank() -> str:
    """A question for each case, and what is nearly right of some."""
    items = []
    for at, case in enumerate(CASES):
        near = case.get("near")
        item = {
            "id": f"case-{at}",
            "type": "short",
            "level": "recall",
            "stem": "What?",
            "explain": "So it is.",
            "accept": [case["accept"]],
            "refs": ["index.md"],
        } | ({"near": [{"text": near["text"], "why": f"Near in case {at}."}]} if near else {})
        lines = [f"  {key}: {_yaml(value)}" for key, value in item.items()]
        items.append("- " + "\n".join(lines).lstrip())
    return "\n".join(items) + "\n"


def _yaml(value: Any) -> str:
    """A value as block YAML."""
    if isinstance(value, list):
        return "".join(f"\n    - {_entry(each)}" for each in value)
    return json.dumps(value, ensure_ascii=False)


def _entry(value: Any) -> str:
    if isinstance(value, dict):
        return "\n      ".join(f"{key}: {json.dumps(each, ensure_ascii=False)}" for key, each in value.items())
    return str(value)


def check_cases(quiz: Locator) -> None:
    """Every answer of every case is judged as it says, and the reason for a near one is shown."""
    show_all(quiz)
    expect(quiz.locator(".hb-check")).to_have_count(len(CASES) + 2)  # with those of the end
    assert quiz.evaluate(f"(quiz, cases) => ({JUDGED})(quiz, cases)", CASES) == []
    for at, case in enumerate(CASES):
        question = quiz.locator(f'[data-item="case-{at}"]')
        for answer in case.get("near", {}).get("same", [])[-1:]:
            question.get_by_role("textbox").fill(answer)
            question.locator(".hb-check").click()
            expect(question.locator(".hb-more")).to_contain_text(f"Near in case {at}.")


def test_a_page_judges_typed_answers_as_the_cases_say(page: Page, tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    ids = ", ".join(f"case-{at}" for at in range(len(CASES)))
    (root / "quizbank" / "items" / "cases.yml").write_text(bank(), "utf-8")
    (root / "docs" / "desk" / "cases.md").write_text(
        f"{HEAD}``` quiz\nid: all-cases\ntitle: Cases\nitems: [{ids}]\n```\n", "utf-8"
    )
    build_site(root)
    page.goto((root / "site" / "desk" / "cases.html").as_uri())
    check_cases(page.locator("[data-quiz=all-cases]"))


@pytest.fixture(scope="module")
def platform(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a platform with a package of each edition."""
    folder = tmp_path_factory.mktemp("platform")
    paper = paper_of(items_of(bank()))
    make_platform(folder, {name: export_of(name, paper).content for name in ("scorm12", "scorm2004")})
    yield from serve(folder)


@pytest.mark.parametrize("edition", ["scorm12", "scorm2004"])
def test_a_package_judges_typed_answers_as_the_cases_say(page: Page, platform: str, edition: str) -> None:
    frame: FrameLocator = begin(page, platform, edition, edition="2004" if edition == "scorm2004" else "1.2")
    check_cases(frame.locator(".hb-quiz"))
