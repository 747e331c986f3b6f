"""MkDocs hook: every page of a finished site carries its Content-Security-Policy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from handbook.site.csp import with_policy

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

_built = {"site": True}


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """The preview has no policy: MkDocs writes a script of its own into it, which reloads the page."""
    _built["site"] = command != "serve"


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Put the policy into a page. This hook comes last: what another one adds later would not be listed."""
    return with_policy(output) if _built["site"] else output


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Put it into the page shown for a wrong address."""
    return with_policy(output_content) if _built["site"] and template_name == "404.html" else output_content
