"""Makes handbooks to test with: from a few files, or the small site of tests/support/small_site."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from handbook.book.read import Handbook
from handbook.model.guide import Page
from handbook.source.problems import Problems

Checked = tuple[Handbook, Problems]

PROJECT = Path(__file__).parents[2]
SMALL_SITE = Path(__file__).parent / "small_site"

HEAD = "---\ntitle: Page\nsummary: About it.\n---\n\n"


def write_handbook(root: Path, files: Mapping[str, str]) -> Path:
    """A handbook of these files (paths relative to its folder), with an empty profile where none is given."""
    for path, text in {"docs/_data/organization.yml": "", "mkdocs.yml": "site_name: Test\n", **files}.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return root


def page_at(path: str, handbook: Handbook) -> Page:
    """A page that a handbook has."""
    page = handbook.guide.page(path)
    assert page is not None, f"there is no page {path}"
    return page


def copy_project(root: Path, content: Path = SMALL_SITE) -> Path:
    """A folder like the project's, with the real configuration, hooks and assets, and this content in it."""
    shutil.copytree(
        content / "docs", root / "docs", ignore=shutil.ignore_patterns("javascripts", "stylesheets", "fonts")
    )
    shutil.copytree(content / "quizbank", root / "quizbank")
    shutil.copytree(PROJECT / "hooks", root / "hooks", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    shutil.copytree(PROJECT / "docs" / "assets", root / "docs" / "assets", dirs_exist_ok=True)
    shutil.copy(PROJECT / "mkdocs.yml", root / "mkdocs.yml")
    return root


def with_small_content(root: Path) -> None:
    """Put the texts and questions of the small site in the place of those of a project; its assets stay."""
    assets = (root / "docs" / "assets").rename(root / "assets")
    for name in ("docs", "quizbank"):
        shutil.rmtree(root / name)
        shutil.copytree(SMALL_SITE / name, root / name)
    shutil.copytree(assets, root / "docs" / "assets", dirs_exist_ok=True)
    shutil.rmtree(assets)
