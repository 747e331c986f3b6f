"""A heading that says the title of its page once more is for screen readers alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from handbook.html.repetition import says_again
from support.folders import HEAD, Checked
from support.rendering import render_page

Check = Callable[[dict[str, str]], Checked]


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Putting a caller on hold", "Put a caller on hold"),
        ("Taking a message", "Take a message"),
        ("When you feel threatened", "You feel threatened"),
        ("When you have to say no", "You have to say no"),
        ("The six elements of service", "The six elements"),
        ("Hold", "Hold"),
    ],
)
def test_the_same_words_in_another_form_repeat_a_title(heading: str, title: str) -> None:
    assert says_again(heading, title)


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Before you dial", "Leave a message"),
        ("Phone numbers to know", "Phone"),
        ("When the customer is in front of you", "Deaf customers, relay calls"),
        ("Answering a call", "Answer the door"),
    ],
)
def test_other_words_do_not(heading: str, title: str) -> None:
    assert not says_again(heading, title)


STEPS = "``` procedure\nid: page-{0}\ntitle: {1}\nsteps:\n  - do: Knock.\n```\n\n"
CARDS = "``` cards\nid: page-{0}\ntitle: {1}\nitems:\n  - link: page.md\n    text: Here\n```\n\n"


@pytest.mark.parametrize(
    ("body", "hidden"),
    [
        (STEPS.format("a", "Page"), ["page-a"]),
        (STEPS.format("a", "Page") + STEPS.format("b", "Page"), ["page-a"]),
        ("Words first.\n\n" + STEPS.format("a", "Page"), []),
        (CARDS.format("a", "In this section"), ["page-a"]),
        (CARDS.format("a", "First row") + CARDS.format("b", "Second row"), []),
    ],
)
def test_only_the_first_box_below_the_lead_needs_no_heading(checked: Check, body: str, hidden: list[str]) -> None:
    handbook, problems = checked({"docs/page.md": HEAD + body})
    page = render_page(handbook, problems, "page.md")
    assert [name for name in ("page-a", "page-b") if f'<h2 class="hb-repeated" id="{name}">' in page] == hidden
