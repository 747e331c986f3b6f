"""The Markdown of a page as it is rendered: its title and lead from the head, its body, the way on."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from urllib.parse import quote

from ..book.read import Handbook
from ..model.dates import edition_in_words, in_words, months_after
from ..model.guide import Page
from ..source.markup import as_paragraph, literal, plain_text
from ..source.problems import Problem, as_text
from ..source.profile import Medium
from ..upkeep.reviews import last_review
from .command import command_markdown
from .edit_link import EDIT_LINK, edit_address, workshop_place
from .feedback import feedback_address

_IN_ADDRESS = "%/:?#[]@!$&'()*+,;=~"  # what an address is made of (RFC 3986); of Markdown's marks, none that ends one


def page_markdown(page: Page, handbook: Handbook, problems: Iterable[Problem] = (), *, workshop: bool = False) -> str:
    """The text to render. Problems of the page as a whole are shown at its top, for the author's preview.

    With `workshop` built in, "Edit this page" opens the page there.
    """
    parts = [_alarm(list(problems))]
    if page.meta:
        parts += [f"# {page.meta.title}", f"{as_paragraph(page.meta.summary)}\n{{: .hb-lead }}"]
    parts += [
        command_markdown(page.path, handbook),
        page.markup.body,
        _way_on(page, handbook),
        _feedback(page, handbook),
        _checked(page, handbook),
        _edit(page, handbook, workshop=workshop),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def page_meta(page: Page, handbook: Handbook) -> dict[str, object]:
    """What the theme reads of a page: its title, its description, what it hides. All as text."""
    if page.meta is None:
        return {"title": page.path}
    texts = {"title": page.meta.title, "description": page.meta.summary}
    filled = {name: handbook.profile.fill(plain_text(text), Medium.PAGE) for name, text in texts.items()}
    return {**filled, "hide": list(page.meta.hide)}


def _way_on(page: Page, handbook: Handbook) -> str:
    """What is likely to be needed next, as the head of the page says; else the page after it in its section."""
    guide = handbook.guide
    likely = guide.likely_after(page)
    pages = likely or tuple(filter(None, [guide.page_after(page)]))
    links = [f"[{_title(there, handbook)}](<{_path(page, there.path)}>)" for there in pages]
    label = "Likely next" if likely else "Next"
    return f"{label}: {' · '.join(links)}\n{{: .hb-next data-search-exclude }}" if links else ""


def _title(page: Page, handbook: Handbook) -> str:
    return literal(handbook.profile.fill(plain_text(page.title), Medium.PAGE))


def _feedback(page: Page, handbook: Handbook) -> str:
    """Two ways to say something about the page. Nothing where the profile names no address for it."""
    buttons = (("Was this helpful?", "Was this helpful"), ("Report a problem", "Problem"))
    mail_links = ((label, feedback_address(page, about, handbook.profile)) for label, about in buttons)
    links = [f"[{label}](<{quote(address, safe=_IN_ADDRESS)}>)" for label, address in mail_links if address]
    mark = f'{{: .hb-feedback data-search-exclude data-edition="{edition_in_words(handbook.edition)}" }}'
    return f"{' · '.join(links)}\n{mark}" if links else ""


def _checked(page: Page, handbook: Handbook) -> str:
    """Whose page it is, when it was last checked, whether it changed since, and when it will be checked again."""
    section = handbook.guide.section_of(page.path)
    owner = (page.meta.owner if page.meta else None) or (section.owner if section else None)
    if owner is None:
        return ""
    last = last_review(section, handbook.reviews) if section else None
    if section is None or last is None:
        return f"Owner: {literal(owner)}. Not checked yet.\n{{: .hb-checked data-search-exclude }}"
    by = months_after(last.date, section.review_months)
    checked = f"Last checked on {in_words(last.date)}" + (f" by {literal(last.role)}." if last.role != owner else ".")
    changed = handbook.last_changes.get(page.file)
    since = f"Changed since then, on {in_words(changed)}." if changed and changed > last.date else ""
    parts = (f"Owner: {literal(owner)}.", checked, since, f"Next check due by {in_words(by)}.")
    text = " ".join(part for part in parts if part)
    return f"{text}\n{{: .hb-checked data-search-exclude data-check-by={by} }}"


def _edit(page: Page, handbook: Handbook, *, workshop: bool) -> str:
    """A link to the page's file in the workshop, else in the editor of the git host. Nothing where there is neither."""
    place = workshop_place(handbook) if workshop else None
    address = f"{_path(page, place)}?file={quote(page.file)}" if place else edit_address(page, handbook)
    return f"[Edit this page](<{address}>)\n{{: .{EDIT_LINK} data-search-exclude }}" if address else ""


def _path(page: Page, target: str) -> str:
    return posixpath.relpath(target, posixpath.dirname(page.path) or ".")


def _alarm(problems: list[Problem]) -> str:
    if not problems:
        return ""
    text = as_text(problems)
    fence = "`" * (3 + text.count("`"))
    body = "\n".join(f"    {line}" for line in [f"{fence} text", *text.split("\n"), fence])
    return f'!!! danger "This page cannot be published yet"\n\n{body}'
