"""Pages of the handbook as a package holds them: one below the other, with all that they show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markdown import Markdown

from ..book.read import Handbook
from ..book.readings import Reading
from ..export.assessment import Loss
from ..model.guide import Page
from ..source.problems import Problems
from .fitting import Fitting, FittingTreeprocessor
from .markdown_extension import Desk
from .rendering import markdown_for

_AFTER_IDS = 4
"""The place of the last change among the tree processors: headings get their ids at 5."""


@dataclass(frozen=True, slots=True)
class PackagePages:
    """The pages as HTML, the files that they show by their places in the package, and what they lose there."""

    html: str
    files: Mapping[str, bytes]
    losses: tuple[Loss, ...]


def package_pages(reading: Reading, handbook: Handbook) -> PackagePages:
    """The pages of a reading, fit to stand in a package. The same handbook and reading give the same."""
    fitting = Fitting(handbook, {page.path: number for number, page in enumerate(reading.pages, start=1)})
    desk = Desk(handbook, Problems())
    markdown = markdown_for(desk)
    markdown.treeprocessors.register(FittingTreeprocessor(markdown, fitting), "handbook-package", _AFTER_IDS)
    html = "\n".join(_page(page, reading, desk, markdown, fitting) for page in reading.pages)
    return PackagePages(html, dict(sorted(fitting.files.items())), tuple(fitting.losses))


def _page(page: Page, reading: Reading, desk: Desk, markdown: Markdown, fitting: Fitting) -> str:
    """A page with its title, unless that stands above it as the title of all."""
    desk.page = fitting.page = page.path
    markdown.reset()
    fitting.below = page.title != reading.title
    head = [f"# {page.title}"] if fitting.below else []
    lead = [f"{page.meta.summary}\n{{: .hb-lead }}"] if page.meta else []
    inner = markdown.convert("\n\n".join([*head, *lead, page.markup.body]) + "\n")
    return f'<article id="{fitting.anchor(page.path, "")}">\n{inner}\n</article>'
