"""The handbook itself, built once: what must hold of every page, whatever its text is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from support.axe import LOOKS, faults_by_page, kinds_of, looked_at
from support.built_site import FAULTS
from support.commands import build_site
from support.folders import PROJECT, copy_project
from support.serving import serve


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The handbook, built strictly in a folder of its own."""
    root = copy_project(tmp_path_factory.mktemp("real"), PROJECT)
    return build_site(root)


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """The address at which it is served."""
    yield from serve(site)


@pytest.mark.parametrize("faults", FAULTS, ids=lambda faults: faults.__name__)
def test_the_site_is_sound(faults: Callable[[Path], Iterable[str]], site: Path) -> None:
    assert list(faults(site)) == []


@pytest.mark.parametrize("turn", range(len(LOOKS)), ids=map(str, LOOKS))
def test_axe_finds_nothing_in_what_a_page_says(
    turn: int, browser: Browser, site: Path, address: str, small_site: Path
) -> None:
    """The looks share the pages, so that every page is read once; both see the kinds that the small site lacks."""
    small_kinds = set().union(*map(kinds_of, looked_at(small_site)))
    more_kinds = {kind: file for file in looked_at(site) for kind in kinds_of(file) - small_kinds}
    pages = sorted({*looked_at(site)[turn :: len(LOOKS)], *more_kinds.values()})
    assert not faults_by_page(browser, address, site, [(file, LOOKS[turn]) for file in pages], ".md-content")


def test_axe_finds_nothing_around_it(browser: Browser, site: Path, address: str) -> None:
    """The frame of every page is that of these, but for the place that is marked in its menu."""
    pages = [site / name for name in ("index.html", "404.html", "my-progress.html")]
    assert not faults_by_page(browser, address, site, [(file, look) for file in pages for look in LOOKS], both=True)
