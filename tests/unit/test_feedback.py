"""Where a reader says something about a page: the form or email that the profile names, filled in."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest

from handbook.site.feedback import feedback_address
from support.folders import HEAD, Checked, page_at

PROFILE = "docs/_data/organization.yml"


def _address(checked: Callable[[dict[str, str]], Checked], profile: str) -> str | None:
    handbook, problems = checked({"docs/page.md": HEAD, PROFILE: profile})
    assert not problems.blocking
    return feedback_address(page_at("page.md", handbook), "Problem", handbook.profile)


def test_an_email_names_the_page_and_leaves_room_for_the_part(checked: Callable[[dict[str, str]], Checked]) -> None:
    address = _address(checked, "org:\n  email: hr@example.org\n  feedback_url: https://example.org/feedback\n")
    assert address
    assert address.startswith("mailto:hr@example.org?")
    filled = parse_qs(urlsplit(address).query)
    assert filled["subject"] == ["Problem: Page"]
    assert filled["body"][0].startswith("Page: Page\r\nAddress: page.html\r\nPart: [heading]")


def test_a_form_that_takes_the_page_comes_first(checked: Callable[[dict[str, str]], Checked]) -> None:
    profile = "org:\n  email: hr@example.org\n  feedback_url: https://example.org/form?p=[page]&h=[heading]\n"
    assert _address(checked, profile) == "https://example.org/form?p=Page%20%28page.md%29&h=%5Bheading%5D"


@pytest.mark.parametrize(
    ("profile", "address"),
    [("org:\n  feedback_url: https://example.org/feedback\n", "https://example.org/feedback"), ("", None)],
)
def test_without_an_email_the_form_stays_as_it_is(
    checked: Callable[[dict[str, str]], Checked], profile: str, address: str | None
) -> None:
    assert _address(checked, profile) == address
