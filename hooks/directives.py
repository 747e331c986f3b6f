"""MkDocs hook: checks the handbook, then renders directives, placeholders and the heads of pages."""

from __future__ import annotations

import gc
import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from markupsafe import escape
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

from desk import desk_of, set_desk
from handbook.checks import check_handbook, check_site
from handbook.git.edition import EPOCH, EpochError
from handbook.site.compiled_templates import CompiledTemplates
from handbook.site.gate import pass_gate
from handbook.site.markdown_extension import Desk, extension_configs
from handbook.site.page_markdown import page_markdown, page_meta
from handbook.source.cache import Cache

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from handbook.book.read import Handbook

_mode = {"preview": False}

log = logging.getLogger("mkdocs.hooks.handbook")


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Tell a preview from a build for readers."""
    _mode["preview"] = command == "serve"


def _read_edition(handbook: Handbook) -> None:
    """Read the edition while what is wrong with it can still be told in words."""
    if not os.environ.get(EPOCH, "unset").strip():
        del os.environ[EPOCH]  # there is nothing in it, and MkDocs would take it for a number
    try:
        handbook.edition  # noqa: B018 (read once, here)
    except EpochError as error:
        raise PluginError(str(error)) from error


def on_post_build(config: MkDocsConfig) -> None:
    """Look for garbage again, which a preview leaves between two builds."""
    gc.enable()


@event_priority(100)
def on_config(config: MkDocsConfig) -> None:
    """Before any other hook, read and check everything; a problem is a warning, which stops a strict build.

    A build ends before there is garbage worth looking for, and looking takes longer the larger its pages are.
    """
    gc.disable()
    handbook, problems = check_handbook(Path(config.config_file_path).parent)
    problems.extend(check_site(handbook))
    _read_edition(handbook)
    pass_gate(handbook, problems)
    for problem in problems.blocking:
        log.warning("%s", problem)
    desk = Desk(handbook, problems, preview=_mode["preview"])
    for name, options in extension_configs(desk).items():
        config.mdx_configs.setdefault(name, {}).update(options)
    set_desk(config, desk)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Spare Jinja the compiling of templates that it compiled in an earlier build."""
    env.bytecode_cache = CompiledTemplates(Cache(Path(config.config_file_path).parent))


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """Give MkDocs the text as the library read it: a page in another encoding shows its problem in the preview."""
    desk = desk_of(config)
    guide_page = desk.handbook.guide.page(page.file.src_uri)
    return "\n" + guide_page.markup.body if guide_page else None


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give MkDocs the page as the library reads it, so that the head of a page may be typed without quotes."""
    desk = desk_of(config)
    desk.page = page.file.src_uri
    guide_page = desk.handbook.guide.page(desk.page)
    if guide_page is None:
        raise PluginError(f"docs/{desk.page}: its name or that of its folder begins with _ or a dot; rename it")
    meta = page_meta(guide_page, desk.handbook)
    page.meta = {**meta, "title": escape(str(meta["title"]))}  # the theme's templates strip the tags of a title
    inside = {problem for placed in guide_page.placed for problem in desk.problems_in(placed)}
    outside = [
        problem for problem in desk.problems.blocking if problem.path == guide_page.file and problem not in inside
    ]
    return page_markdown(guide_page, desk.handbook, outside, workshop=desk.workshop)
