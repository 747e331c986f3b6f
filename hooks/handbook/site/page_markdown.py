"""The Markdown of a page as it is rendered: its title and lead from the head, its body, the way on."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from ..book.read import Handbook
from ..model.blocks import Topics
from ..model.dates import months_after
from ..model.guide import Page, topic_anchor
from ..source.markup import plain_text
from ..source.problems import Problem, as_text
from ..source.profile import Medium
from ..upkeep.reviews import last_review
from .feedback import feedback_address


def page_markdown(page: Page, handbook: Handbook, problems: Iterable[Problem] = ()) -> str:
    """The text to render. Problems of the page as a whole are shown at its top, for the author's preview."""
    parts = [_alarm(list(problems))]
    if page.meta:
        parts += [f"# {page.meta.title}", f"{page.meta.summary}\n{{: .hb-lead }}"]
    parts += [page.markup.body, _way_on(page, handbook), _feedback(page, handbook), _checked(page, handbook)]
    return "\n\n".join(part for part in parts if part) + "\n"


def page_meta(page: Page, handbook: Handbook) -> dict[str, object]:
    """What the theme reads of a page: its title, description, and the words that the search finds it by."""
    if page.meta is None:
        return {"title": page.path}
    filled = {
        name: handbook.profile.fill(plain_text(text), Medium.PAGE)
        for name, text in (("title", page.meta.title), ("description", page.meta.summary))
    }
    words = dict.fromkeys([*page.meta.keywords, *page.meta.tags])
    meta: dict[str, object] = {**filled, "tags": list(words), "hide": list(page.meta.hide)}
    return meta if page.meta.search else {**meta, "search": {"exclude": True}}


def _way_on(page: Page, handbook: Handbook) -> str:
    """The tags, each a link to the pages that have it too, and the page to go on to."""
    lines = []
    topics = next((placed for placed in handbook.guide.blocks.values() if isinstance(placed.block, Topics)), None)
    if topics and page.meta and page.meta.tags:
        here = (f"[{tag.replace('-', ' ')}]({_path(page, topics.page)}#{topic_anchor(tag)})" for tag in page.meta.tags)
        lines.append(f"More like this: {', '.join(here)}\n{{: .hb-tags data-search-exclude }}")
    following = handbook.guide.after(page)
    if following:
        link = f"[{following.title}]({_path(page, following.path)})"
        lines.append(f"Next: {link}\n{{: .hb-next data-search-exclude }}")
    return "\n\n".join(lines)


def _feedback(page: Page, handbook: Handbook) -> str:
    """Two ways to say something about the page. Nothing where the profile names no address for it."""
    asked = (("Was this helpful?", "Was this helpful"), ("Report a problem", "Problem"))
    said = ((label, feedback_address(page, about, handbook.profile)) for label, about in asked)
    links = [f"[{label}](<{address}>)" for label, address in said if address]
    return f"{' · '.join(links)}\n{{: .hb-feedback data-search-exclude }}" if links else ""


def _checked(page: Page, handbook: Handbook) -> str:
    """When the page was last checked, by whom, and when it will be again. Nothing where it never was."""
    section = handbook.guide.section_of(page.path)
    last = last_review(section, handbook.reviews) if section else None
    if section is None or last is None:
        return ""
    by = months_after(last.date, section.review_months)
    said = f"Last checked on {last.date} by {last.role}. To be checked again by {by}."
    return f"{said}\n{{: .hb-checked data-search-exclude data-check-by={by} }}"


def _path(page: Page, target: str) -> str:
    return posixpath.relpath(target, posixpath.dirname(page.path) or ".")


def _alarm(problems: list[Problem]) -> str:
    if not problems:
        return ""
    text = as_text(problems)
    fence = "`" * (3 + text.count("`"))
    body = "\n".join(f"    {line}" for line in [f"{fence} text", *text.split("\n"), fence])
    return f'!!! danger "This page cannot be published yet"\n\n{body}'
