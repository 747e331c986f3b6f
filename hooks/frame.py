"""MkDocs hook: what stands around every page: the menu, and what the templates in hooks/theme show of the handbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup
from mkdocs.plugins import event_priority
from pathspec.gitignore import GitIgnoreSpec

from desk import desk_of
from handbook.book.county import county
from handbook.model.dates import edition_in_words
from handbook.model.guide import HOME, address_of
from handbook.model.news import FEED
from handbook.site.frame import at_foot, foot_links, menu, moments, not_in_menu, places, tabs

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.structure.toc import AnchorLink
    from mkdocs.utils.templates import TemplateContext


def on_config(config: MkDocsConfig) -> None:
    """The address and the edition are those that the library read, so that pages, QR codes and exports agree."""
    handbook = desk_of(config).handbook
    config.site_url = handbook.site.address or None
    config.nav = menu(handbook.guide)
    config.not_in_nav = GitIgnoreSpec.from_lines(f"/{path}" for path in not_in_menu(handbook.guide))
    config.extra |= {"edition": edition_in_words(handbook.edition), "feed": FEED, "foot": foot_links(handbook)}
    config.extra |= {"tabs": tabs(handbook), "at_foot": at_foot(handbook.guide), "county": county(handbook)}
    config.extra |= {"moments": moments(handbook), "places": places(handbook)}
    config.extra["homepage"] = address_of(HOME)  # the theme knows it only while it is in no section


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """The theme's templates write what they are given as it is. Names and titles are text, so they must be escaped."""
    env.autoescape = True


@event_priority(-200)
def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    """What Markdown has written, and nothing else, is HTML. After all others, which write the content anew."""
    page.content = Markup(page.content or "")  # noqa: S704
    _mark(page.toc.items)


def _mark(entries: list[AnchorLink]) -> None:
    for entry in entries:
        entry.title = Markup(entry.title)  # noqa: S704
        _mark(entry.children)
