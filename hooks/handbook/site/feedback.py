"""Where a reader says whether a page helped and what is wrong with it: an email or a form, filled in beforehand."""

from __future__ import annotations

from urllib.parse import quote

from ..model.guide import Page
from ..source.markup import plain_text
from ..source.profile import Medium, Profile

PAGE, HEADING = "[page]", "[heading]"
"""Stand in the address of a form where the page and the heading go in."""


def feedback_address(page: Page, about: str, profile: Profile) -> str | None:
    """The address that takes what a reader has to say about a page. None where the profile has neither kind.

    `org.feedback_url` with [page] in it is a form that can be filled in, and comes first; then an email to `org.email`;
    then the form as it is. [heading] stays in the address: a script puts the heading there when the link is followed.
    """
    form, email = _value(profile, "org.feedback_url"), _value(profile, "org.email")
    title = profile.fill(plain_text(page.title), Medium.PAGE)
    if form.startswith(("https://", "http://")) and PAGE in form:
        return form.replace(PAGE, _quoted(f"{title} ({page.path})")).replace(HEADING, _quoted(HEADING))
    if "@" in email:
        body = f"Page: {title}\nAddress: {page.path.removesuffix('.md')}.html\nPart: {HEADING}\n\n"
        return f"mailto:{email}?subject={_quoted(f'{about}: {title}')}&body={_quoted(body)}"
    return form if form.startswith(("https://", "http://")) else None


def _value(profile: Profile, key: str) -> str:
    value = profile.values.get(key)
    return value.text if value else ""


def _quoted(text: str) -> str:
    return quote(text.replace("\n", "\r\n"), safe="")
