"""Asks the search of the pages for what people type. `make search` runs this file: it tells what is found, and why.

The search itself is asked, not a copy of it: Node runs the modules that the browser runs (`web/search.mjs`).
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from handbook.book.read import Handbook, read_handbook
from handbook.model.guide import Guide
from handbook.model.search import Search
from handbook.site.search_index import search_index
from handbook.source.problems import Problems
from support.folders import PROJECT

PROGRAM = PROJECT / "web" / "search.mjs"
GOAL = 0.95


@dataclass(frozen=True, slots=True)
class Hit:
    """A page that a search brought, and why: what it fits, and which word is in which parts of the page."""

    page: str
    fits: str = ""
    why: Mapping[str, Sequence[str]] | None = None

    @property
    def reason(self) -> str:
        """The reason in words."""
        words = "; ".join(f"{word} in {', '.join(parts)}" for word, parts in (self.why or {}).items())
        return f'like "{self.fits}": {words}' if self.fits else words


@dataclass(frozen=True, slots=True)
class Outcome:
    """A search and the pages that it brought, the best first."""

    search: Search
    hits: Sequence[Hit]
    targets: Collection[str]
    """The paths of the page that should be found, as it is now, and of what shows the same boxes."""

    @classmethod
    def of(cls, search: Search, hits: Sequence[Hit], guide: Guide) -> Outcome:
        """What a search brought, in a guide where its page may have moved."""
        page = guide.page(search.page)
        return cls(search, hits, same_subject(page.path, guide) if page else {search.page})

    @property
    def place(self) -> int | None:
        """The place of the page that should be found, from 1. None where it is not among the results."""
        return next((at for at, hit in enumerate(self.hits, start=1) if hit.page in self.targets), None)

    def within(self, places: int) -> bool:
        """Whether the page is among the first results."""
        return self.place is not None and self.place <= places

    def __str__(self) -> str:
        """Its place, what was typed, and the reason for the first page, and for the right one where that is another."""
        place = self.place
        shown = sorted({1, place or 1} & set(range(1, len(self.hits) + 1)))
        lines = [f"{self.hits[at - 1].page}: {self.hits[at - 1].reason}" for at in shown]
        missing = [] if place else [f"{self.search.page}: not there"]
        return "\n       ".join([f'{place or "-":>4}  "{self.search.query}"', *lines, *missing])


def same_subject(path: str, guide: Guide) -> set[str]:
    """A page with the pages whose boxes it shows, and the quick cards that show its own: they answer the same."""
    cards = (page for page in guide.pages if guide.is_quick_card(page))
    pairs = ((card.path, guide.blocks[name].page) for card in cards for name in card.shows if name in guide.blocks)
    return {path, *(other for pair in pairs if path in pair for other in pair)}


def answers(handbook: Handbook, queries: Sequence[str]) -> list[list[Hit]]:
    """The pages that each search brings, in the order in which their answers are shown."""
    node = shutil.which("node")
    if node is None:
        sys.exit("This needs Node.js 20 or later (Debian 13: apt install nodejs npm).")
    contents, words = search_index(handbook)
    asked = json.dumps({"contents": contents, "words": words, "queries": list(queries)})
    result = subprocess.run([node, str(PROGRAM)], input=asked, capture_output=True, check=True, encoding="utf-8")
    return [list(_pages(answers)) for answers in json.loads(result.stdout)]


def _pages(answers: Iterable[Mapping[str, object]]) -> Iterator[Hit]:
    """The pages that answers lead to, each once. An address may lead to a place on its page."""
    seen = set[str]()
    for answer in answers:
        page = str(answer["at"]).partition("#")[0].removesuffix(".html") + ".md"
        if page not in seen:
            seen.add(page)
            yield Hit(page, str(answer["fits"]), answer["why"])  # type: ignore[arg-type]  # as web/search.mjs wrote it


def main(root: Path) -> int:
    """Ask all searches of a handbook and report. Gives the exit code: 1 when too few find their page."""
    handbook = read_handbook(root, Problems())
    hits = answers(handbook, [search.query for search in handbook.searches])
    outcomes = [Outcome.of(*pair, handbook.guide) for pair in zip(handbook.searches, hits, strict=True)]
    tuned = [outcome for outcome in outcomes if not outcome.search.held_out]
    print(report("Searches", tuned))
    print(report("Held out, only measured", [outcome for outcome in outcomes if outcome.search.held_out]))
    return int(_share(tuned, 3) < GOAL)


def _share(outcomes: Sequence[Outcome], places: int) -> float:
    return sum(outcome.within(places) for outcome in outcomes) / len(outcomes) if outcomes else 1.0


def report(name: str, outcomes: Sequence[Outcome]) -> str:
    """How many searches found their page, and where each found it and why, the worst first."""
    shares = f"first {_share(outcomes, 1):.1%}, in the first three {_share(outcomes, 3):.1%}"
    worst = sorted(outcomes, key=lambda outcome: -(outcome.place or len(outcome.hits) + 1))
    return "\n".join([f"{name}: {len(outcomes)}, {shares}", *map(str, worst)])


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT))
