"""The zip of the whole site: it tells its edition, is the same each time, and works where it is unpacked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from playwright.sync_api import Page, expect

from handbook.export.archive import unzipped
from handbook.git.edition import Edition
from handbook.site.bundle import READ_ME, bundle, bundle_name
from support.command_bar import CommandBar
from support.commands import run_handbook
from support.folders import copy_project

EDITION = Edition(date(2026, 11, 22), "abc1234", changed=False)


def test_the_name_tells_the_edition() -> None:
    assert bundle_name("County Handbook", EDITION) == "county-handbook-2026-11-22-abc1234"


def test_the_same_site_gives_the_same_bytes(small_site: Path) -> None:
    assert bundle(small_site, "Handbook", EDITION) == bundle(small_site, "Handbook", EDITION)


def test_it_says_how_to_open_it_and_which_edition_it_is(small_site: Path) -> None:
    text = unzipped(bundle(small_site, "Handbook", EDITION))[f"handbook-2026-11-22-abc1234/{READ_ME}"].decode()
    assert "Edition November 22, 2026 · abc1234" in text
    assert "Double-click index.html" in text


def test_the_command_makes_a_site_that_works_by_double_click(tmp_path: Path, page: Page) -> None:
    root = copy_project(tmp_path / "project")
    result = run_handbook(root, "bundle", "--out", str(tmp_path / "handbook.zip"))
    assert result.returncode == 0, result.stdout + result.stderr
    for name, content in unzipped((tmp_path / "handbook.zip").read_bytes()).items():
        file = tmp_path / "unpacked" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    (home,) = (tmp_path / "unpacked").glob("*/index.html")
    page.goto(home.as_uri())
    bar = CommandBar(page)
    bar.ask("lending")
    expect(bar.options.first).to_contain_text("Lend")
    page.goto((home.parent / "desk" / "test.html").as_uri())
    expect(page.locator(".hb-check").first).to_be_visible()
    assert not list(home.parent.rglob("*.map"))
    assert not list(home.parent.rglob("lunr"))
