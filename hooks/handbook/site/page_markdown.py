"""The Markdown of a page as it is rendered: its title and lead from the head, its body, the way on."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from urllib.parse import quote

from ..book.read import Handbook
from ..html.missing import markdown_warning
from ..model.dates import months_after
from ..model.guide import Page
from ..source.markup import as_paragraph, literal, plain_text
from ..source.problems import Problem, as_text
from ..source.profile import Medium
from ..upkeep.reviews import last_review
from .edit_link import EDIT_LINK, edit_address
from .feedback import feedback_address

_IN_ADDRESS = "%/:?#[]@!$&'()*+,;=~"  # what an address is made of (RFC 3986); of Markdown's marks, none that ends one

CARDS_FIRST = 2
"""How much more a word on a quick card counts in the search: a page with the same title comes after its card."""


def page_markdown(page: Page, handbook: Handbook, problems: Iterable[Problem] = ()) -> str:
    """The text to render. Problems of the page as a whole are shown at its top, for the author's preview."""
    parts = [_alarm(list(problems))]
    if page.meta:
        parts += [f"# {page.meta.title}", f"{as_paragraph(page.meta.summary)}\n{{: .hb-lead }}"]
    parts += [
        _missing(page, handbook),
        page.markup.body,
        _way_on(page, handbook),
        _feedback(page, handbook),
        _checked(page, handbook),
        _edit(page, handbook),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _missing(page: Page, handbook: Handbook) -> str:
    """A warning where the running text needs a value that staff can't do without and that is still empty."""
    head = (page.meta.title, page.meta.summary) if page.meta else ()
    return markdown_warning([*head, *(text for text, _ in page.markup.prose)], handbook.profile)


def page_meta(page: Page, handbook: Handbook) -> dict[str, object]:
    """What the theme reads of a page: its title, description, and the words that it is found by. All as text."""
    if page.meta is None:
        return {"title": page.path}
    filled = {
        name: handbook.profile.fill(plain_text(text), Medium.PAGE)
        for name, text in (("title", page.meta.title), ("description", page.meta.summary))
    }
    words = dict.fromkeys([*page.meta.keywords, *page.meta.tags])
    meta: dict[str, object] = {**filled, "tags": list(words), "hide": list(page.meta.hide)}
    if not page.meta.search:
        return {**meta, "search": {"exclude": True}}
    return {**meta, "search": {"boost": CARDS_FIRST}} if _is_quick_card(page, handbook) else meta


def _is_quick_card(page: Page, handbook: Handbook) -> bool:
    """Whether a page is in the section of the quick cards."""
    guide = handbook.guide
    section = guide.section_of(guide.quick.path) if guide.quick else None
    return section is not None and section is guide.section_of(page.path)


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
    mark = f'{{: .hb-feedback data-search-exclude data-edition="{handbook.edition}" }}'
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
    checked = f"Last checked on {last.date}" + (f" by {literal(last.role)}." if last.role != owner else ".")
    changed = handbook.last_changes.get(page.file)
    since = f"Changed since then, on {changed}." if changed and changed > last.date else ""
    parts = (f"Owner: {literal(owner)}.", checked, since, f"Next check due by {by}.")
    text = " ".join(part for part in parts if part)
    return f"{text}\n{{: .hb-checked data-search-exclude data-check-by={by} }}"


def _edit(page: Page, handbook: Handbook) -> str:
    """A link to the page's file in the editor of the git host. Nothing where the profile names no known host."""
    address = edit_address(page, handbook)
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
