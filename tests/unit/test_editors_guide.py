"""The pictures of the guide for editors are small, and each is shown."""

from __future__ import annotations

import re

from support.folders import PROJECT

PICTURES = PROJECT / "docs" / "assets" / "editing"


def test_pictures_are_small_and_shown() -> None:
    pages = "".join(page.read_text("utf-8") for page in (PROJECT / "docs").rglob("*.md"))
    names = set(re.findall(r"assets/editing/([\w-]+\.png)", pages))
    assert {file.name for file in PICTURES.iterdir()} == names
    assert max(file.stat().st_size for file in PICTURES.iterdir()) <= 60_000
