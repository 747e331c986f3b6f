"""Cards with a drawing, and quick cards that leave the reasons out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.source.svg import ICONS, read_picture
from support.folders import HEAD, PROJECT, Checked
from support.rendering import render_page

CARD = "``` cards\nid: page-cards\ntitle: Cards\nitems:\n  - link: page.md\n    text: Here\n    icon: {}\n```\n"
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M0 0h24"/></svg>'
STEP = "  - do: Knock.\n    say: Hello.\n    why: Because.\n    note: Twice.\n"
STEPS = f"``` procedure\nid: page-steps\ntitle: Steps\nsteps:\n{STEP}```\n"
SHOW = "``` show\nid: page-show\ntitle: Again\nof: [page-steps]\nbrief: true\n```\n"


def test_a_card_shows_its_drawing_for_the_eye_alone(checked: Callable[[dict[str, str]], Checked]) -> None:
    handbook, problems = checked({"docs/page.md": HEAD + CARD.format("door"), f"{ICONS}/door.svg": DRAWING})
    assert not problems.blocking
    assert '<svg aria-hidden="true" class="hb-icon"' in render_page(handbook, problems, "page.md")


def test_an_unknown_icon_is_a_problem_with_the_nearest_name(checked: Callable[[dict[str, str]], Checked]) -> None:
    _, problems = checked({"docs/page.md": HEAD + CARD.format("dor"), f"{ICONS}/door.svg": DRAWING})
    (problem,) = problems.blocking
    assert (problem.line, problem.message) == (12, 'there is no icon "dor"')
    assert problem.hint == 'Did you mean "door"?'


def test_an_icon_that_cannot_stand_in_a_page_is_a_problem(checked: Callable[[dict[str, str]], Checked]) -> None:
    _, problems = checked({"docs/page.md": HEAD + CARD.format("door"), f"{ICONS}/door.svg": "<svg"})
    (problem,) = problems.blocking
    assert problem.message.startswith('the icon "door" can\'t be shown')


@pytest.mark.parametrize("file", sorted((PROJECT / ICONS).glob("*.svg")), ids=lambda file: file.stem)
def test_every_icon_of_the_set_can_stand_in_a_page(file: Path) -> None:
    assert read_picture(file).get("viewBox") == "0 0 24 24"


def test_a_brief_showing_leaves_out_reasons_and_notes(checked: Callable[[dict[str, str]], Checked]) -> None:
    handbook, problems = checked({"docs/page.md": HEAD + SHOW, "docs/other.md": HEAD + STEPS})
    assert not problems.blocking
    page = render_page(handbook, problems, "page.md")
    assert "Knock." in page
    assert "Hello." in page
    assert "Because." not in page
    assert "Twice." not in page
    assert "Because." in render_page(handbook, problems, "other.md")
