"""Quizzes on a page: what each type of item looks like, and what holds of all of them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping
from hashlib import sha256
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

import pytest

from handbook.html import Context, render
from handbook.model.items import ITEMS
from handbook.site.deferred import without_later
from support.folders import HEAD, Checked
from support.golden_cases import Case, cases, name_of
from support.rendering import render_page

BANK = "quizbank/items/sample.yml"
QUIZ = "topic/deep/quiz.md"

PAGE = """\
---
title: A *sample* page
summary: For a test.
---

## First things

``` procedure
id: sample-steps
title: Some steps
steps:
  - do: One thing.
```
"""

ITEM = """\
- id: {id}
  type: truefalse
  level: recall
  stem: {stem}
  answer: true
  why:
    true: Because.
    false: Because not.
  refs: [sample-steps]
"""

Check = Callable[[Mapping[str, str]], Checked]
Build = Callable[..., Element]


def files(items: str, directive: str) -> dict[str, str]:
    """A small handbook with one quiz, on a page two folders deep."""
    return {
        "docs/_data/organization.yml": "org:\n  name: Sample County\n  department:\n",
        "docs/topic/page.md": PAGE,
        f"docs/{QUIZ}": f"{HEAD}``` quiz\nid: check-this\ntitle: Check this\n{directive}\n```\n",
        BANK: items,
    }


@pytest.fixture
def quiz(checked: Check) -> Build:
    """The element of a quiz on these items."""

    def build(items: str, directive: str, quizzes: str = "") -> Element:
        handbook, problems = checked(files(items, directive) | ({"quizbank/quizzes.yml": quizzes} if quizzes else {}))
        assert not problems.blocking
        block = handbook.guide.blocks["check-this"].block
        return render(block, Context(handbook, QUIZ))

    return build


def ids_of(items: str) -> str:
    """The line of a directive that asks all of some items."""
    return f"items: [{', '.join(line.split()[-1] for line in items.splitlines() if line.startswith('- id:'))}]"


def text_of(element: Element | None) -> str:
    """All text in an element, its white space as one blank each."""
    assert element is not None
    return " ".join("".join(element.itertext()).split())


def every_item() -> str:
    """The items of all golden files."""
    return "\n".join(case.given[BANK] for case in cases("html-quiz"))


def item_of(kind: str) -> str:
    """The item of the golden file of a type."""
    return next(case.given[BANK] for case in cases("html-quiz") if name_of(case).startswith(kind))


@pytest.mark.parametrize("case", cases("html-quiz"), ids=name_of)
def test_html_quiz(case: Case, checked: Check) -> None:
    """Each case in golden/html-quiz states in its name what a type of item shows."""
    items = case.given[BANK]
    handbook, problems = checked(files(items, ids_of(items)))
    assert not problems.blocking
    case.expect(render_page(handbook, problems, QUIZ))


def test_every_type_of_item_has_a_golden_file() -> None:
    assert set(ITEMS) == {name_of(case).partition("_")[0] for case in cases("html-quiz")}


def test_ids_are_unique_and_every_link_within_the_page_finds_one(quiz: Build) -> None:
    element = quiz(every_item(), ids_of(every_item()))
    ids = Counter(each.get("id") for each in element.iter() if each.get("id"))
    assert set(ids.values()) == {1}
    local = {href[1:] for link in element.iter("a") if (href := link.get("href", "")).startswith("#")}
    assert local <= set(ids)


def test_ids_of_two_quizzes_never_meet_even_where_their_names_run_into_each_other(quiz: Build) -> None:
    """Joined by one dash, "a-b" with "c" would be "a" with "b-c"."""
    element = quiz(ITEM.format(id="answers", stem="Is it so?"), "items: [answers]")
    ids = {identifier for each in element.iter() if (identifier := each.get("id"))}
    assert all("--" in identifier for identifier in ids - {"check-this"})
    assert len(ids) == 4


def test_every_control_has_a_label_and_every_question_a_legend(quiz: Build) -> None:
    element = quiz(every_item(), ids_of(every_item()))
    labeled = {id(each) for label in element.iter("label") for each in label.iter()}
    controls = [each for tag in ("input", "select", "textarea") for each in element.iter(tag)]
    assert controls
    assert all(id(control) in labeled for control in controls)
    assert all(fieldset[0].tag == "legend" and text_of(fieldset[0]) for fieldset in element.iter("fieldset"))


def test_questions_and_answers_stay_out_of_the_search_index_but_the_title_is_in_it(quiz: Build) -> None:
    quizzes = "- id: listed-quiz\n  title: Listed\n  summary: On sample things.\n  items: [is-it-so]\n"
    element = quiz(ITEM.format(id="is-it-so", stem="Is it so?"), "quiz: listed-quiz", quizzes)
    searched = [child for child in element if child.tag != "link" and child.get("data-search-exclude") is None]
    assert [text_of(child) for child in searched] == ["Check this", "On sample things."]


def test_order_match_and_classify_are_never_shown_as_they_are_right(quiz: Build) -> None:
    """Twenty ids each stand for twenty shuffles, of so few entries that a right order by chance is likely."""
    order, match = item_of("order"), item_of("match")
    items = "\n".join(
        text.replace(name, f"{name}-{at}")
        for text, name in ((order, "make-tea"), (match, "who-answers"))
        for at in range(20)
    )
    element = quiz(items, ids_of(items))
    shown = {
        question.get("data-item"): [entry.get("data-option") for entry in question.findall("ul[@class='hb-steps']/li")]
        for question in element.findall(".//fieldset[@data-type='order']")
    }
    assert len(shown) == 20
    assert ["boil", "cup", "bag", "pour"] not in shown.values()
    assert ["boil", "bag", "cup", "pour"] not in shown.values()
    for question in element.findall(".//fieldset[@data-type='match']"):
        targets = [option.get("value") for option in question.findall(".//li[1]//option")]
        assert targets.index("b") < targets.index("a")


def test_a_shuffle_is_the_same_in_every_build(quiz: Build) -> None:
    first, second = (ET.tostring(quiz(every_item(), ids_of(every_item()))) for _ in range(2))
    assert first == second


def test_an_item_that_needs_an_empty_value_of_the_profile_is_left_out(quiz: Build) -> None:
    items = ITEM.format(id="asks-name", stem="{{ org.name }} is open.") + ITEM.format(
        id="asks-department", stem="The {{ org.department }} is open."
    )
    element = quiz(items, "items: [asks-department, asks-name]")
    assert [question.get("data-item") for question in element.iter("fieldset")] == ["asks-name"]
    assert text_of(element.find(".//summary")) == "Answer 1: Sample County is open."


def test_a_quiz_tells_the_browser_its_mode_and_what_it_asks(quiz: Build) -> None:
    """The mode of the directive goes before that of quizzes.yml; the six digits follow from the questions alone."""
    item, other = (ITEM.format(id=name, stem="Is it so?") for name in ("is-it-so", "is-it-not"))
    quizzes = "- id: listed-quiz\n  title: Listed\n  mode: test\n  items: [is-it-so]\n"
    listed = quiz(item, "quiz: listed-quiz", quizzes)
    assert (listed.get("data-mode"), listed.get("data-form")) == ("test", "listed-quiz")
    assert quiz(item, "quiz: listed-quiz\nmode: practice", quizzes).get("data-mode") == "practice"
    here = quiz(item, "items: [is-it-so]\nmode: test")
    assert (here.get("data-mode"), here.get("data-form")) == ("test", "check-this")
    lines = "is-it-so@1:" + (here.find(".//fieldset").get("data-fingerprint") or "")  # type: ignore[union-attr]
    assert here.get("data-content") == listed.get("data-content") == sha256(lines.encode()).hexdigest()[:6]
    assert quiz(item + other, "items: [is-it-so, is-it-not]").get("data-content") != here.get("data-content")


def test_a_quiz_of_very_many_questions_tells_the_browser(quiz: Build) -> None:
    """Then it lays out what is near alone; else a whole page can be seen at once."""
    items = [ITEM.format(id=f"item-{at}", stem="Is it so?") for at in range(51)]
    few, many = ("".join(items[:50]), "".join(items))
    assert quiz(few, ids_of(few)).get("data-many") is None
    assert quiz(many, ids_of(many)).get("data-many") is not None


def test_a_typed_answer_carries_what_is_accepted_with_placeholders_filled(quiz: Build) -> None:
    item = """\
- id: who-are-we
  type: short
  level: recall
  stem: What is our name?
  accept:
    - "{{ org.name }}"
    - number: 5
      unit: miles
  near:
    - text: "{{ org.name }} Office"
      why: Nearly.
  explain: It is on the door.
  refs: [sample-steps]
"""
    element = quiz(item, "items: [who-are-we]")
    key = element.find(".//*[@data-accept]")
    assert key is not None
    accepted = json.loads(key.get("data-accept") or "")
    assert accepted == [{"text": "Sample County"}, {"number": 5.0, "unit": "miles"}]
    assert text_of(key) == "Right answer: Sample County"
    assert "Also right: 5 miles" in text_of(element)
    assert element.find(".//*[@data-near='Sample County Office']") is not None


def test_a_typed_answer_that_is_known_by_a_pattern_alone_can_be_right(quiz: Build) -> None:
    item = """\
- id: say-hello
  type: short
  level: recall
  stem: How do you greet?
  accept:
    - regex: hello|hi
  explain: Any friendly word will do.
  refs: [sample-steps]
"""
    key = quiz(item, "items: [say-hello]").find(".//*[@data-accept]")
    assert key is not None
    assert json.loads(key.get("data-accept") or "") == [{"regex": "hello|hi"}]
    assert text_of(key) == "Right answer: See the explanation below."


def test_the_progress_page_carries_every_scored_question_asleep_with_its_section(checked: Check) -> None:
    """Left out are reflections, retired questions and those that need an empty value of the profile."""
    items = ITEM.format(id="is-it-so", stem="Is it so?")
    items += ITEM.format(id="asks-department", stem="{{ org.department }}?")
    items += ITEM.format(id="gone-by-now", stem="Is it gone?") + "  status: retired\n" + item_of("reflect")
    given = files(items, "quiz: listed-quiz") | {
        "docs/_data/sections.yml": "- folder: topic\n  title: The topic\n  owner: Desk\n",
        "docs/progress.md": f"{HEAD}``` progress\nid: my-progress\ntitle: Mine\n```\n",
        "quizbank/quizzes.yml": "- id: listed-quiz\n  title: Listed\n  items: [is-it-so]\n",
    }
    handbook, problems = checked(given)
    assert not problems.blocking
    block = handbook.guide.blocks["my-progress"].block
    element = render(block, Context(handbook, "progress.md"))
    asleep = element.find("template")
    assert asleep is not None
    questions = [(each.get("data-item"), each.get("data-section")) for each in asleep.iter("fieldset")]
    assert questions == [("is-it-so", "The topic")]
    assert [each.get("data-answer") for each in asleep.iter("details")] == ["is-it-so"]
    link = element.find("ul[@class='hb-quizzes']/li[@data-of='check-this']/a")
    assert link is not None
    assert link.get("href") == "topic/deep/quiz.md#check-this"


def test_a_quiz_with_no_question_left_says_so(quiz: Build) -> None:
    item = ITEM.format(id="asks-department", stem="The {{ org.department }} is open.")
    element = quiz(item, "items: [asks-department]")
    assert text_of(element) == "Check thisThere is no question here yet."


def test_an_item_that_is_listed_twice_is_asked_once(quiz: Build) -> None:
    element = quiz(ITEM.format(id="is-it-so", stem="Is it so?"), "items: [is-it-so, is-it-so]")
    assert len(element.findall(".//fieldset")) == 1


def test_links_lead_to_the_same_place_from_the_page_of_the_quiz(quiz: Build) -> None:
    """Links in an item are typed relative to docs; this page stands two folders below it."""
    items = item_of("single")
    element = quiz(items, ids_of(items))
    assert "[the page](../page.md#first-things)" in text_of(element.find(".//legend"))
    assert [link.get("href") for link in element.findall(".//*[@class='hb-refs']//a")] == [
        "../page.md#first-things",
        "../page.md#sample-steps",
    ]
    assert [text_of(link) for link in element.findall(".//*[@class='hb-refs']//a")] == [
        "A sample page: First things",
        "A sample page: Some steps",
    ]


def test_a_long_stem_is_cut_between_words_in_the_summary_of_its_answer(quiz: Build) -> None:
    stem = "This statement goes on and on, well beyond the sixty characters, of a summary."
    element = quiz(ITEM.format(id="is-it-so", stem=stem), "items: [is-it-so]")
    assert text_of(element.find(".//summary")) == "Answer 1: This statement goes on and on, well beyond the sixty…"


def test_what_can_wait_is_brought_by_a_script_beside_the_page() -> None:
    page = '<template data-later="questions" id="x"><p>"é"</p></template><template>b</template>'
    left, scripts = without_later(page, "mine")
    waiting = '<template data-later="questions" id="x" data-src="mine.questions.js"></template>'
    assert left == f"{waiting}<template>b</template>"
    event = 'new CustomEvent("handbook:questions", { detail: "<p>\\"é\\"</p>" })'
    assert scripts == {"mine.questions.js": f"document.dispatchEvent({event})\n"}
