"""Commands that only read the handbook: what an earlier run has read is not read again, and what changed is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.cli._read import read
from handbook.source import document
from handbook.source.problems import Problems
from support.folders import HEAD, write_handbook

PAGE = "docs/page.md"
OTHER = "docs/other.md"


@pytest.fixture
def texts_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The YAML that is read, as it is read."""
    texts: list[str] = []
    as_before: Callable[[str], object] = document._read

    def counted(text: str) -> object:
        texts.append(text)
        return as_before(text)

    monkeypatch.setattr(document, "_read", counted)
    return texts


def test_a_second_command_reads_only_what_has_changed(tmp_path: Path, texts_read: list[str]) -> None:
    root = write_handbook(tmp_path, {PAGE: HEAD, OTHER: HEAD.replace("title: Page", "title: Other")})
    first = read(root, Problems())
    assert texts_read
    texts_read.clear()
    assert read(root, Problems()).guide.pages == first.guide.pages
    assert not texts_read
    (root / PAGE).write_text(HEAD.replace("title: Page", "title: New"), "utf-8")
    page = read(root, Problems()).guide.page("page.md")
    assert page
    assert page.title == "New"
    assert len(texts_read) == 1
