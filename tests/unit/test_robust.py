"""Whatever stands in the files, `handbook check` reports it in words: it never ends in a traceback."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings

from handbook.cli._inspect import inspect
from handbook.source.problems import as_github, as_gitlab, as_text
from support.damage import MORE, damaged
from support.folders import SMALL_SITE


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the small site to damage."""
    root = tmp_path_factory.mktemp("damaged")
    shutil.copytree(SMALL_SITE, root, dirs_exist_ok=True)
    for path, text in {"mkdocs.yml": "site_name: Test\n", **MORE}.items():
        (root / path).write_text(text, "utf-8")
    return root


@settings(max_examples=150)
@given(damaged())
def test_no_content_gives_a_traceback(site: Path, damage: tuple[str, bytes]) -> None:
    path, content = damage
    whole = (site / path).read_bytes()
    try:
        (site / path).write_bytes(content)
        _, problems = inspect(site)
    finally:
        (site / path).write_bytes(whole)
    for report in (as_text, as_github, as_gitlab):
        assert isinstance(report(problems), str)


def test_a_folder_that_has_the_name_of_a_page_is_a_problem(site: Path) -> None:
    folder = site / "docs" / "strange.md"
    folder.mkdir()
    _, problems = inspect(site)
    folder.rmdir()
    assert "docs/strange.md: can't be read" in as_text(problems)
