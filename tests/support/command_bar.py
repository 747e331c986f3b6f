"""The command bar of a page in Chromium: types into it and reads its answers; and the index that it reads."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Frame, Locator, Page

from handbook.site.search_index import INDEX

ANSWERS = """groups => groups.flatMap(group => {
    const kind = document.getElementById(group.getAttribute("aria-labelledby")).textContent
    return [...group.querySelectorAll("[role=option]")].map(option => [kind, option.textContent, option.href])
})"""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: the name of its group, what it says, and where it leads."""

    kind: str
    text: str
    href: str

    @property
    def page(self) -> str:
        """The name of the page that it leads to, with its folder."""
        return "/".join(urlsplit(self.href).path.split("/")[-2:])


class CommandBar:
    """The bar of a page, or of a frame in it."""

    def __init__(self, page: Page | Frame) -> None:
        self.page = page

    @property
    def box(self) -> Locator:
        """Where one types."""
        return self.page.get_by_role("combobox", name="Search the handbook")

    @property
    def options(self) -> Locator:
        """The answers."""
        return self.page.locator("[role=listbox] [role=option]")

    @property
    def panel(self) -> Locator:
        """All that is shown below the box."""
        return self.page.locator(".hb-search-panel")

    def open(self) -> None:
        """Come to the box; it is open once it can answer."""
        self.box.focus()
        self.panel.wait_for()

    def ask(self, words: str) -> list[Answer]:
        """What is shown for some words, in its order."""
        self.open()
        self.box.fill(words)
        return [Answer(*row) for row in self.page.locator("[role=listbox] [role=group]").evaluate_all(ANSWERS)]

    def pages(self, words: str) -> list[str]:
        """The pages that some words bring, each once."""
        return list(dict.fromkeys(answer.page for answer in self.ask(words)))


def contents(site: Path) -> Any:
    """What the index of the search holds, in a built site."""
    script = (site / INDEX).read_text("utf-8")
    return json.loads(script.partition("detail:")[2].rpartition("}))")[0])
