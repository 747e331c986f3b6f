"""What Markdown is given as HTML: it need not walk a finished question, and the page is the same as if it had."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from markdown.treeprocessors import Treeprocessor

from handbook.book.read import read_handbook
from handbook.site import markdown_extension
from handbook.site.markdown_extension import Desk
from handbook.site.page_markdown import page_markdown
from handbook.source.problems import Problems
from support.folders import page_at
from support.large_quiz import PAGE, many_questions
from support.rendering import markdown_for

WITH_MARKS = r"\1 Say *this*, see [the desk](desk/lend.md), wait {{ desk.loan_days }} days."
TEXT = re.compile(r"^( *(?:- )?(?:text|stem|why|explain|verdict): .*)$", re.MULTILINE)


class Walk(Treeprocessor):
    """A step that notes what there is in the tree of a page."""

    def run(self, root: Element) -> None:
        """Note it."""
        self.parts = list(root.iter())

    def values(self, name: str) -> Iterator[str]:
        """What the parts have as an attribute."""
        return (value for part in self.parts if (value := part.get(name)))


class WalkOfTheHost(Walk):
    """One that the host brings."""

    __module__ = "mkdocs.structure.pages"


def converted(root: Path, walk: type[Walk]) -> tuple[str, Walk]:
    """The page of many questions, and what a step sees of it that comes after those that write links."""
    handbook = read_handbook(root, Problems())
    md = markdown_for(Desk(handbook, Problems(), PAGE))
    step = walk(md)
    md.treeprocessors.register(step, "walk", 5)
    return md.convert(page_markdown(page_at(PAGE, handbook), handbook)), step


def mark_texts(root: Path, every: int) -> None:
    """Put marks into one text of so many."""
    file = root / "quizbank" / "items" / "many.yml"
    places = list(TEXT.finditer(text := file.read_text("utf-8")))
    for place in reversed(places[::every]):
        text = text[: place.start()] + place.expand(WITH_MARKS) + text[place.end() :]
    file.write_text(text, "utf-8")


@pytest.mark.parametrize("every", [1, 2, 1000])
def test_a_page_of_questions_is_the_same_and_all_its_links_lead_somewhere(
    every: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark_texts(many_questions(tmp_path, 10), every)
    html, seen = converted(tmp_path, WalkOfTheHost)
    anchors = {link.removeprefix("#") for link in seen.values("href") if link.startswith("#")}
    assert anchors
    assert anchors <= {*seen.values("id")}
    monkeypatch.setattr(markdown_extension, "stash_questions", lambda *_: None)
    assert converted(tmp_path, WalkOfTheHost)[0] == html


def test_one_more_question_adds_few_elements_to_the_tree(tmp_path: Path) -> None:
    few, many = (many_questions(tmp_path / str(count), count) for count in (9, 18))
    html, seen = converted(few, WalkOfTheHost)
    longer, more = converted(many, WalkOfTheHost)
    assert len(more.parts) - len(seen.parts) < (longer.count("</") - html.count("</")) / 3


def test_a_step_of_somebody_else_sees_all_of_a_page(tmp_path: Path) -> None:
    html, seen = converted(many_questions(tmp_path, 9), Walk)
    assert html.count("<input") == sum(part.tag == "input" for part in seen.parts) > 0
