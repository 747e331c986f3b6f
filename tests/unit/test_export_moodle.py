"""Moodle XML: read back by moodle2amc as far as that goes, and held to the rules that Moodle's importer sets.

The rules are those of question/format/xml/format.php and of the question types that it hands answers to.
"""

import json
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from handbook.export import Assessment
from handbook.export.formats.moodle import SINCE_4_4
from handbook.git.edition import Edition
from handbook.model.items import Item
from support.exported_tests import any_item, export_of, hard_paper, items_of, losses_of, paper_of, small_paper
from support.folders import PROJECT

READER = PROJECT / "tests" / "support" / "consumers" / "moodle_to_amc.py"

# question_bank::fraction_options_full() of Moodle: an answer with another share stops the import
GRADES = (
    100,
    90,
    83.33333,
    80,
    75,
    70,
    66.66667,
    60,
    50,
    40,
    33.33333,
    30,
    25,
    20,
    16.66667,
    14.28571,
    12.5,
    11.11111,
    10,
    5,
    0,
)
HTML = {"p", "ul", "ol", "li", "strong", "em", "code", "a", "br"}
TEXTS = ("questiontext", "generalfeedback", "feedback", "hint")

# what each type must have beside what all have
PARTS = {
    "multichoice": {"single", "shuffleanswers", "answernumbering", "answer"},
    "truefalse": {"answer"},
    "ordering": {"layouttype", "selecttype", "selectcount", "gradingtype", "showgrading", "numberingstyle", "answer"},
    "matching": {"shuffleanswers", "subquestion"},
    "shortanswer": {"usecase", "answer"},
    "numerical": {"answer", "unitgradingtype", "showunits"},
    "essay": {"responseformat", "responserequired", "responsefieldlines", "attachments"},
}
COMMON = {"name", "questiontext", "generalfeedback", "defaultgrade", "penalty", "hidden", "idnumber", "tags"}


def questions(paper: Assessment) -> dict[str, etree._Element]:
    """The questions of the file by their id number."""
    root = etree.fromstring(export_of("moodle", paper).content)
    assert root.tag == "quiz"
    return {str(question.findtext("idnumber") or question.get("type")): question for question in root}


def category(paper: Assessment) -> list[str]:
    """The category of the file, as the levels that Moodle makes of it."""
    path = str(questions(paper)["category"].findtext("category/text"))
    return [level.replace("//", "/") for level in re.split(r"(?<!/)/(?!/)", path)]


def read(paper: Assessment, folder: Path) -> dict[str, Any]:
    """What moodle2amc understands of the file."""
    file = folder / "quiz.xml"
    file.write_bytes(export_of("moodle", paper).content)
    result = subprocess.run([sys.executable, str(READER), str(file)], capture_output=True, text=True, check=True)
    understood: dict[str, Any] = json.loads(result.stdout)
    return understood


def check_rules(question: etree._Element) -> None:
    """Everything that Moodle's importer asks of a question."""
    kind = question.get("type", "")
    parts = {child.tag for child in question}
    assert parts >= COMMON | PARTS[kind], kind
    assert question.findtext("name/text")
    for text in (each for tag in TEXTS for each in question.iter(tag)):
        assert text.get("format") == "html"
        inner = etree.fromstring(f"<div>{text.findtext('text') or ''}</div>")
        assert {element.tag for element in inner.iterdescendants()} <= HTML
    shares = [float(answer.get("fraction", "nan")) for answer in question.findall("answer")]
    if kind == "ordering":
        assert shares == list(range(1, len(shares) + 1))
        assert question.findtext("selectcount") == str(len(shares))
        return
    assert all(any(abs(abs(share) - grade) < 0.00001 for grade in GRADES) for share in shares)
    if kind == "matching":
        rows = question.findall("subquestion")
        assert len(rows) >= 3
        assert all(row.findtext("answer/text") for row in rows)
        assert len([row for row in rows if row.findtext("text")]) >= 2
    elif kind == "multichoice" and question.findtext("single") == "false":
        assert round(sum(share for share in shares if share > 0) / 100, 2) == 1
    elif kind != "essay":
        assert max(shares) == 100


def test_every_question_follows_the_rules_of_the_importer() -> None:
    for paper in (small_paper(), hard_paper()):
        for name, question in questions(paper).items():
            if question.get("type") != "category":
                check_rules(question)
                assert question.findtext("name/text") == name


@given(items=st.lists(any_item, min_size=1, max_size=4))
@settings(max_examples=40)
def test_whatever_is_typed_follows_the_rules(items: list[Item]) -> None:
    paper = paper_of(item.model_copy(update={"id": f"item-{at}"}) for at, item in enumerate(items))
    for item, (name, question) in zip(paper.items, list(questions(paper).items())[1:], strict=True):
        check_rules(question)
        assert name == item.id
        stem = etree.fromstring(str(question.findtext("questiontext/text")))
        assert "".join(map(str, stem.itertext())) == paper.texts.plain(item.stem)


def test_the_rules_refuse_what_moodle_would() -> None:
    question = questions(small_paper())["q-single"]
    question.findall("answer")[1].set("fraction", "42")
    with pytest.raises(AssertionError):
        check_rules(question)


def test_types_are_those_of_moodle() -> None:
    kinds = {name: question.get("type") for name, question in questions(small_paper()).items()}
    assert kinds == {
        "category": "category",
        "q-single": "multichoice",
        "q-multiple": "multichoice",
        "q-truefalse": "truefalse",
        "q-order": "ordering",
        "q-match": "matching",
        "q-classify": "matching",
        "q-short": "shortanswer",
        "q-scenario": "multichoice",
        "q-reflect": "essay",
    }
    assert questions(hard_paper())["h-numbers"].get("type") == "numerical"


def test_moodle2amc_reads_choices_numbers_and_essays(tmp_path: Path) -> None:
    understood = read(small_paper(), tmp_path)
    questions_read = {question["id"]: question for question in understood["questions"]}
    ((name, count),) = understood["categories"].items()
    assert re.findall(r"\w+", name) == ["top", "All", "kinds", "2026", "05", "01", "0123abc"]
    assert count == 4  # those types of the nine that it knows
    assert questions_read["q-single"]["right"] == ["Lend five, keep one at the desk."]
    assert questions_read["q-single"]["wrong"] == ["Lend all six this time.", "Send the child away."]
    assert (questions_read["q-single"]["kind"], questions_read["q-multiple"]["kind"]) == ("question", "questionmult")
    assert questions_read["q-multiple"]["right"] == ["Turn the lights off.", "Lock the door."]
    assert questions_read["q-scenario"]["right"] == ["Offer to reserve it."]
    assert "".join(questions_read["q-reflect"]["asked"]).startswith("Howdoyoufeelaboutit?")


def test_moodle2amc_reads_a_number_with_its_tolerance(tmp_path: Path) -> None:
    paper = paper_of(
        items_of("""
- id: n-one
  type: short
  level: recall
  stem: How long?
  explain: Twenty.
  accept:
    - number: 20
      tol: 0.5
  refs: [index.md]
""")
    )
    [question] = read(paper, tmp_path)["questions"]
    [(target, answer)] = question["number"]
    assert target == "20"
    assert "exact = 5, decimals = 1" in answer


def test_reasons_hints_points_and_units_are_kept() -> None:
    hard = questions(hard_paper())
    single = hard["h-single"]
    assert single.findtext("defaultgrade") == "3"
    assert single.findtext("hint/text") == "<p>Read it <em>again</em>.</p>"
    assert single.findtext("answer/feedback/text") == "<p>It is so: 1 &lt; 2 &amp; 3 &gt; 2.</p>"
    assert [tag.text for tag in single.findall("tags/tag/text")] == [
        "hard",
        "second-tag",
        "level:apply",
        "difficulty:2",
    ]
    numbers = hard["h-numbers"]
    assert numbers.findtext("units/unit/unit_name") == "seconds"
    assert [answer.findtext("tolerance") for answer in numbers.findall("answer")] == ["1.5", "0", "0"]
    assert hard["h-words"].findtext("answer/text") == r"\* (asterisk)"  # a star alone would stand for any text
    assert questions(small_paper())["q-reflect"].findtext("defaultgrade") == "0"


def test_forms_editions_and_titles_have_categories_of_their_own() -> None:
    paper = replace(small_paper(), code="some-test-may-1-0a1b2c")
    newer = replace(paper, edition=Edition(date(2026, 6, 1), "456cdef"))
    papers = [paper, replace(paper, code="some-test-may-2-0a1b2c"), newer, replace(paper, title="And/or")]
    assert [category(each)[-2:] for each in papers] == [
        ["All kinds", "2026-05-01 · 0123abc · some-test-may-1-0a1b2c"],
        ["All kinds", "2026-05-01 · 0123abc · some-test-may-2-0a1b2c"],
        ["All kinds", "2026-06-01 · 456cdef · some-test-may-1-0a1b2c"],
        ["And/or", "2026-05-01 · 0123abc · some-test-may-1-0a1b2c"],
    ]


def test_a_category_has_no_id_number_which_another_title_would_have_too() -> None:
    assert questions(small_paper())["category"].find("idnumber") is None


def test_ordering_questions_are_said_to_need_moodle_4_4_and_the_older_format_has_none() -> None:
    assert SINCE_4_4[0] in losses_of("moodle", small_paper())["q-order"]
    for paper in (small_paper(), hard_paper()):
        older = list(etree.fromstring(export_of("moodle43", paper).content))
        assert "ordering" not in {question.get("type") for question in older}
        for question in older:
            if question.get("type") != "category":
                check_rules(question)
    numbered = next(
        q for q in etree.fromstring(export_of("moodle43", hard_paper()).content) if q[0][0].text == "h-order"
    )
    rows = [(row.findtext("text"), row.findtext("answer/text")) for row in numbered.findall("subquestion")]
    assert rows == [("First -&gt; of all", "1"), ("This", "2 or 3"), ("That", "2 or 3"), ("Last.", "4")]
    assert "It may swap too." in str(numbered.findtext("generalfeedback/text"))
    assert set(losses_of("moodle43", hard_paper())["h-order"]) == {
        "steps to put in order",
        "points for the whole order only",
        "a reason of its own for each entry",
    }


def test_what_is_lost_is_named() -> None:
    lost = losses_of("moodle", hard_paper())
    assert "steps in any order" in lost["h-order"]
    assert "points for all or nothing" in lost["h-multiple"]
    assert "an accepted answer that is a pattern" in lost["h-words"]
    assert lost["h-pattern"] == ["all accepted answers are patterns"]
    assert "h-single" not in lost
    assert losses_of("moodle", small_paper())["q-scenario"] == ["the story beyond its first choice"]
