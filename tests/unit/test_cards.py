"""Cards with a drawing, and quick cards that leave the reasons out."""

from __future__ import annotations

import re
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


MOMENTS = """``` cards
id: now-cards
title: Moments
items:
  - link: hold.md
    text: Hold
  - link: quiet.md
    text: Quiet
  - link: ../phone/hold.md
    text: The page
    note: About [a call](../phone/hold.md).
```
"""
HOLD = """``` procedure
id: phone-hold
title: Holding
steps:
  - do: Ask.
  - do: Wait.
    say: One moment at {{ org.name }}.
  - do: Go on.
    say: Thank you.
```
"""
SECTIONS = """- folder: now
  title: Now
  owner: Team
- folder: phone
  title: Phone
  hue: phone
  owner: Team
"""


def test_a_card_that_leads_to_a_quick_card_has_its_color_and_its_first_words_to_say(
    checked: Callable[[dict[str, str]], Checked],
) -> None:
    handbook, problems = checked(
        {
            "docs/now/index.md": HEAD.replace("\n---\n\n", "\nquick: true\n---\n\n") + MOMENTS,
            "docs/now/hold.md": HEAD + SHOW.replace("page-steps", "phone-hold"),
            "docs/now/quiet.md": HEAD.replace("\n---\n\n", "\nhue: hard\n---\n\n"),
            "docs/phone/hold.md": HEAD + HOLD,
            "docs/_data/sections.yml": SECTIONS,
            "docs/_data/organization.yml": "org:\n  name:\n",
            f"{ICONS}/bolt.svg": DRAWING,
        }
    )
    assert not problems.blocking
    entries = re.findall(r"<li.*?</li>", render_page(handbook, problems, "now/index.md"), re.DOTALL)
    moment, quiet, tool = (re.sub(r"\s*\n\s*", "", entry) for entry in entries)
    say = '<p class="hb-say"><q>One moment at [name].</q></p>'
    assert moment == f'<li class="hb-moment" data-hue="phone"><p><a href="hold.md">Hold</a></p>{say}</li>'
    assert quiet == '<li class="hb-moment" data-hue="hard"><p><a href="quiet.md">Quiet</a></p></li>'
    assert tool.startswith('<li><p><a href="../phone/hold.md">The page</a></p>')


def test_no_term_is_linked_inside_a_card(checked: Callable[[dict[str, str]], Checked]) -> None:
    terms = "- term: Late loan\n  means: One that is late.\n"
    text = CARD.replace("    icon: {}\n", "    note: What a late loan is.\n") + "\nA late loan costs nothing.\n"
    files = {"docs/page.md": HEAD + text, "docs/_data/glossary.yml": terms}
    handbook, problems = checked({**files, "docs/terms.md": HEAD + "``` glossary\nid: terms\ntitle: Terms\n```\n"})
    page = render_page(handbook, problems, "page.md")
    assert "What a late loan is." in page
    assert page.count('class="hb-term"') == 1


def test_a_brief_showing_leaves_out_reasons_and_notes(checked: Callable[[dict[str, str]], Checked]) -> None:
    handbook, problems = checked({"docs/page.md": HEAD + SHOW, "docs/other.md": HEAD + STEPS})
    assert not problems.blocking
    page = render_page(handbook, problems, "page.md")
    assert "Knock." in page
    assert "Hello." in page
    assert "Because." not in page
    assert "Twice." not in page
    assert "Because." in render_page(handbook, problems, "other.md")
