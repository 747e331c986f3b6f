"""Types words into the search of a built site. `make search` runs this file: it tells which words find their page."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from playwright.sync_api import Browser, sync_playwright

from handbook.book.read import read_handbook
from handbook.model.guide import Guide
from handbook.model.search import Search
from handbook.source.problems import Problems
from support.chromium import ensure
from support.folders import PROJECT, copy_project

BOX = "[data-md-component=search-query]"
ANSWERED = "asked => asked === document.querySelector('.md-search-result__meta').textContent.includes('matching')"
LINKS = ".md-search-result__item > .md-search-result__link"
WANTED = 0.95


@dataclass(frozen=True, slots=True)
class Outcome:
    """A search and the pages that it brought, the best first."""

    search: Search
    found: Sequence[str]
    wanted: str
    """The path of the page that should be found, as it is now."""

    @classmethod
    def of(cls, search: Search, found: Sequence[str], guide: Guide) -> Outcome:
        """What a search brought, in a guide where its page may have moved."""
        page = guide.page(search.page)
        return cls(search, found, page.path if page else search.page)

    @property
    def place(self) -> int | None:
        """The place of the page that should be found, from 1. None where it is not among the results."""
        return self.found.index(self.wanted) + 1 if self.wanted in self.found else None

    def within(self, places: int) -> bool:
        """Whether the page is among the first results."""
        return self.place is not None and self.place <= places


def pages_found(browser: Browser, site: Path, searches: Sequence[str]) -> Iterator[list[str]]:
    """The pages (paths below docs) that each search brings in a site opened from the disk, the best first."""
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())
    box, links = page.locator(BOX), page.locator(LINKS)
    box.click()
    for words in searches:
        for text in ("", words):
            box.evaluate("(box, text) => { box.value = text; box.dispatchEvent(new Event('keyup')) }", text)
            page.wait_for_function(ANSWERED, arg=bool(text))
        addresses = links.evaluate_all("links => links.map(link => link.href.replace(/[?#].*/, ''))")
        home = f"{site.as_uri()}/"
        pages = (unquote(address.removeprefix(home)).removesuffix(".html") + ".md" for address in addresses)
        yield list(dict.fromkeys(pages))
    page.close()


def main(root: Path) -> int:
    """Build the handbook, run its searches and report. Gives the exit code: 1 when too few find their page."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        copy = copy_project(Path(folder), root)
        _build(copy)
        handbook = read_handbook(copy, Problems())
        searches = handbook.searches
        browser = playwright.chromium.launch(executable_path=str(ensure()), args=["--no-sandbox", "--disable-gpu"])
        found = pages_found(browser, copy / "site", [search.query for search in searches])
        outcomes = [Outcome.of(search, pages, handbook.guide) for search, pages in zip(searches, found, strict=True)]
        browser.close()
    tuned = [outcome for outcome in outcomes if not outcome.search.held_out]
    print(report("Searches", tuned))
    print(report("Held out, only measured", [outcome for outcome in outcomes if outcome.search.held_out]))
    return int(_share(tuned, 3) < WANTED)


def _build(root: Path) -> None:
    command = [sys.executable, "-m", "handbook.cli", "--root", str(root), "site"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    if done.returncode:
        sys.exit(done.stdout + done.stderr)


def _share(outcomes: Sequence[Outcome], places: int) -> float:
    return sum(outcome.within(places) for outcome in outcomes) / len(outcomes) if outcomes else 1.0


def report(name: str, outcomes: Sequence[Outcome]) -> str:
    """How many searches found their page, and what the others brought instead."""
    shares = f"first {_share(outcomes, 1):.1%}, in the first three {_share(outcomes, 3):.1%}"
    misses = (
        f'  "{o.search.query}" brings {", ".join(o.found[:3]) or "nothing"}; {o.wanted} is '
        + (f"number {o.place}" if o.place else "not there")
        for o in outcomes
        if not o.within(3)
    )
    return "\n".join([f"{name}: {len(outcomes)}, {shares}", *misses])


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT))
