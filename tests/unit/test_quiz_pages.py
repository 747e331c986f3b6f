"""The pages made of quizzes: what they say, where they are in the menu, what their texts can hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest

from handbook.model.blocks import Quiz
from handbook.workshop.choices import choices
from support.folders import HEAD, Checked, page_at
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
