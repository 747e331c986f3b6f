"""The pages made of quizzes: what they say, where they are in the menu, what their texts can hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from handbook.assembly import Shortage
from handbook.checks import check_handbook
from handbook.model.blocks import Quiz
from handbook.model.forms import Cell
from handbook.pdf import check_print
from handbook.workshop.choices import choices, shortage_in_words
from support.commits import commit
from support.folders import HEAD, Checked, page_at, write_handbook
from support.rendering import render_page

Check = Callable[[Mapping[str, str]], Checked]

BANK = """- id: the-item
  type: truefalse
  level: recall
  stem: A card names its reader.
  answer: true
  why:
    true: It has the name on it.
    false: Look at the card.
  refs: [desk/page.md]
"""
QUIZ = """- id: cards
  title: '"Cards" & {{ desk.name }}: a quiz'
  summary: All [about](it) cards.
  page: desk/quiz-cards.md
  minutes: 5
  keywords: [card, "a: b"]
  see: [desk/old.md, desk/page.md, basics/names.md, nowhere.md]
  items: [the-item]
"""
FILES = {
    "docs/desk/page.md": HEAD.replace("About it.", "About it.\nwas: [desk/old.md]"),
    "docs/desk/index.md": HEAD + "``` quizzes\nid: desk-quizzes\ntitle: Quizzes\n```\n",
    "docs/basics/names.md": HEAD.replace("Page", "Names"),
    "docs/_data/organization.yml": "desk:\n  name: Riverton\n",
    "docs/_data/sections.yml": "- folder: desk\n  title: Desk\n  owner: Desk\n",
    "quizbank/items/all.yml": BANK,
    "quizbank/quizzes.yml": QUIZ,
}


def test_it_has_title_summary_words_to_find_it_the_quiz_and_pages_that_help(checked: Check) -> None:
    handbook, _ = checked(FILES)
    page = page_at("desk/quiz-cards.md", handbook)
    assert page.meta
    assert page.meta.title == '"Cards" & {{ desk.name }}: a quiz'
    assert page.meta.summary.startswith("All [about](it) cards. Plan about 5 minutes. ")
    assert page.meta.keywords == ["card", "a: b"]
    (placed,) = page.blocks
    assert isinstance(placed.block, Quiz)
    assert (placed.block.id, placed.block.quiz) == ("test-cards", "cards")
    assert [link.target for link in page.markup.links] == ["page.md", "page.md", "../basics/names.md"]
    assert page.file == "quizbank/quizzes.yml"


def test_it_is_rendered_without_its_summary_twice(checked: Check) -> None:
    handbook, problems = checked(FILES)
    html = render_page(handbook, problems, "desk/quiz-cards.md")
    assert '<h1 id="cards-riverton-a-quiz">' in html
    assert html.count(" cards. ") == 1
    assert '<h2 id="pages-that-help">' in html


def test_topics_have_the_names_that_readers_know_wherever_they_are_shown(checked: Check) -> None:
    """The section's title, the glossary's spelling, else the tag's own words."""
    handbook, problems = checked(
        {
            **FILES,
            "docs/_data/sections.yml": "- folder: rooms/desk\n  title: Front desk\n  owner: Desk\n",
            "docs/_data/glossary.yml": "- term: FAST for cards\n  means: Four steps.\n",
            "docs/basics/tags.md": HEAD.replace("About it.", "About it.\ntags: [desk, late-return]")
            + "``` topics\nid: by-topic\ntitle: By topic\n```\n",
            "quizbank/items/all.yml": BANK + "  tags: [desk, fast-for-cards, late-return]\n",
        }
    )
    quiz = render_page(handbook, problems, "desk/quiz-cards.md")
    assert re.findall('data-topics="([^"]*)"', quiz) == ["Front desk\nFAST for cards\nLate return"]
    topics = render_page(handbook, problems, "basics/tags.md")
    assert ">Front desk</h" in topics
    assert ">Late return</h" in topics
    cell = Cell.model_validate({"count": 9, "tags": ["desk", "late-return"], "level": "recall", "type": "truefalse"})
    short = shortage_in_words(Shortage(0, cell, 1, 8), handbook.guide)
    assert short == "Line 1 (Front desk, Late return, Know it, True or false) asks for 9, and only 1 fits."
    names = [(choice["id"], choice["title"]) for choice in choices(handbook)["topics"]]
    assert names == [("fast-for-cards", "FAST for cards"), ("desk", "Front desk"), ("late-return", "Late return")]


def test_it_is_no_page_that_was_published_and_is_gone_and_no_text_is_told_of_twice(checked: Check) -> None:
    quiz = QUIZ.replace("All [about](it) cards.", "All <b>about</b> cards.")
    _, problems = checked({**FILES, "quizbank/quizzes.yml": quiz})
    (problem,) = problems.blocking
    assert (problem.path, problem.line) == ("quizbank/quizzes.yml", 3)


@pytest.mark.parametrize("first", ["a-quiz", "z-quiz"])
def test_quiz_pages_come_in_the_order_of_their_file(checked: Check, first: str) -> None:
    more = QUIZ.replace("id: cards", "id: other").replace("quiz-cards", first)
    handbook, _ = checked({**FILES, "quizbank/quizzes.yml": more + QUIZ})
    pages = handbook.guide.pages_of(handbook.guide.sections[0])
    assert [page.path for page in pages] == [
        "desk/index.md",
        f"desk/{first}.md",
        "desk/quiz-cards.md",
        "desk/page.md",
    ]


def test_a_quiz_without_minutes_and_summary_has_a_page_that_reads_well(checked: Check) -> None:
    bare = "- id: cards\n  title: Cards\n  page: desk/quiz-cards.md\n  items: [the-item]\n"
    handbook, problems = checked({**FILES, "quizbank/quizzes.yml": bare})
    assert not problems.blocking
    meta = page_at("desk/quiz-cards.md", handbook).meta
    assert meta
    assert meta.summary == "You see the reason for every answer, and nobody else sees your results."


@pytest.mark.parametrize("broken", ["title", "whole file"])
def test_what_only_follows_from_a_quiz_that_cannot_be_read_is_not_told_of_other_files(
    broken: str, tmp_path: Path
) -> None:
    link = {"docs/basics/names.md": f"{FILES['docs/basics/names.md']}[Quiz](../desk/quiz-cards.md)\n"}
    root = write_handbook(tmp_path, {**FILES, **link, "quizbank/quizzes.yml": QUIZ})
    commit(root)
    before = {finding.path for finding in check_handbook(root)[1]}
    quizzes = root / "quizbank/quizzes.yml"
    if broken == "title":
        quizzes.write_text(QUIZ.replace("  title: ", "  titel: "), "utf-8")
    else:
        quizzes.unlink()
    assert {finding.path for finding in check_handbook(root)[1]} <= {*before, "quizbank/quizzes.yml"}


def test_a_glossary_or_profile_that_is_gone_is_not_told_where_it_is_printed(tmp_path: Path) -> None:
    section = "  - title: One\n    online: a.md\n    pages:\n      - page: a.md\n        blocks: [topic-a]\n"
    box = "``` glossary\nid: topic-a\ntitle: A\n```\n"
    files = {
        "docs/a.md": HEAD + box,
        "docs/_data/organization.yml": "org:\n  name: Riverton\n",
        "docs/_data/glossary.yml": "- term: Hold\n  means: A wait.\n",
        "docs/_data/pocket-guide.yml": f"title: Pocket\nterms: [Hold]\nsections:\n{section}",
    }
    root = write_handbook(tmp_path, files)
    commit(root)
    for path, text in (("glossary", None), ("organization", "org:\n\tname: Riverton\n")):
        file = root / f"docs/_data/{path}.yml"
        file.unlink() if text is None else file.write_text(text, "utf-8")
        handbook, problems = check_handbook(root)
        check_print(handbook, problems)
        assert not [finding for finding in problems if "print" in finding.code]
