"""The Markdown of a page as it is rendered: its title and lead from the head, its body, the way on."""

from __future__ import annotations

from collections.abc import Iterable

from .book import Handbook
from .markup import plain_text
from .model.guide import Page, resolve
from .problems import Problem, as_text
from .profile import Medium


def page_markdown(page: Page, handbook: Handbook, problems: Iterable[Problem] = ()) -> str:
    """The text to render. Problems of the page as a whole are shown at its top, for the author's preview."""
    parts = [_alarm(list(problems))]
    if page.meta:
        parts += [f"# {page.meta.title}", f"{page.meta.summary}\n{{: .hb-lead }}"]
    parts += [page.markup.body, _way_on(page, handbook)]
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
    return {**filled, "tags": list(words), "hide": list(page.meta.hide)}


def _way_on(page: Page, handbook: Handbook) -> str:
    if not page.meta or not page.meta.next:
        return ""
    target = handbook.guide.pages.get(resolve(page.path, page.meta.next)[0])
    return f"Next: [{target.title}]({page.meta.next})\n{{: .hb-next }}" if target else ""


def _alarm(problems: list[Problem]) -> str:
    if not problems:
        return ""
    text = as_text(problems)
    fence = "`" * (3 + text.count("`"))
    body = "\n".join(f"    {line}" for line in [f"{fence} text", *text.split("\n"), fence])
    return f'!!! danger "This page cannot be published yet"\n\n{body}'
