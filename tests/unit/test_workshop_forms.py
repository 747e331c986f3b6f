"""Forms in place of YAML: what a part of a file holds, and a change that touches the lines of its value alone."""

from __future__ import annotations

from typing import Any

import pytest

from handbook.workshop.forms import form_at, with_change

PAGE, PROFILE, NEWS, ITEMS = (
    "docs/desk/lend.md",
    "docs/_data/organization.yml",
    "docs/_data/news.yml",
    "quizbank/items/all.yml",
)
STEPS = """\
---
title: Lend a book
summary: Scan it.
---

Say hello *first*,
then ask.

``` procedure
id: desk-lend
title: Lending a book
steps:
  # the card comes first
  - do: Ask for the card.
    say: May I see your card?
  - do: Scan the book.
    keep: true
```

After.
"""
VALUES = """\
# About the profile
safety:
  # what to dial; example: 911
  emergency:
    required: true
    value:
  # where to go; example: the break room
  safe_place: the yard
ready:
"""
QUESTION = """\
# Questions of the desk
- id: q-one
  type: single
  level: apply
  stem: What do you say?
  options:
    - text: Hello.
      right: true
      why: It is kind.
    # seldom right
    - text: Nothing.
      why: It is rude.
  refs: [desk-lend]

- id: q-two
  type: truefalse
  level: recall
  stem: It is open.
  answer: false
  why:
    true: Look.
    false: It closed.
  refs: [desk-lend]
"""


def change(path: str, text: str, line: int, kind: str, *at: str | int, value: str = "", by: int = 0) -> str:
    return with_change(path, text, line, {"kind": kind, "at": at, "value": value, "by": by})[0]


def difference(before: str, after: str) -> tuple[set[str], set[str]]:
    """The lines that went and those that came."""
    one, other = before.split("\n"), after.split("\n")
    return {line for line in one if line not in other}, {line for line in other if line not in one}


def field(form: dict[str, Any], *at: str | int) -> Any:
    fields = list(form["fields"])
    while fields:
        each = fields.pop()
        if tuple(each["at"]) == at:
            return each
        fields += each["fields"]
    raise AssertionError(at)


def test_a_value_is_changed_in_its_own_line_and_quoted_where_yaml_needs_it() -> None:
    after = change(PAGE, STEPS, 10, "set", "steps", 0, "say", value="Your card: may I?")
    assert difference(STEPS, after) == ({"    say: May I see your card?"}, {'    say: "Your card: may I?"'})


def test_a_key_that_was_not_there_comes_where_its_model_has_it() -> None:
    after = change(PAGE, STEPS, 10, "set", "steps", 1, "say", value="Twice.")
    assert "  - do: Scan the book.\n    say: Twice.\n    keep: true\n" in after


def test_an_optional_key_goes_with_its_last_word_and_a_needed_one_stays() -> None:
    assert "say:" not in change(PAGE, STEPS, 10, "set", "steps", 0, "say")
    assert "  - do:\n" in change(PAGE, STEPS, 10, "set", "steps", 0, "do")
    assert "keep" not in change(PAGE, STEPS, 10, "set", "steps", 1, "keep", value="false")


def test_an_entry_is_added_moved_with_its_comment_and_removed() -> None:
    more = change(ITEMS, QUESTION, 2, "add", 0, "options", 2)
    assert "      why: It is rude.\n    - text:\n      why:\n  refs" in more
    moved = change(ITEMS, QUESTION, 2, "move", 0, "options", 1, by=-1)
    assert "  options:\n    # seldom right\n    - text: Nothing.\n      why: It is rude.\n    - text: Hello." in moved
    fewer = change(PAGE, STEPS, 10, "remove", "steps", 1)
    assert difference(STEPS, fewer) == ({"  - do: Scan the book.", "    keep: true"}, set())


def test_whole_questions_change_places_and_keep_the_comment_of_the_file_above_them() -> None:
    after = change(ITEMS, QUESTION, 2, "move", 0, by=1)
    assert after.startswith("# Questions of the desk\n- id: q-two\n")
    assert sorted(after.split("\n")) == sorted(QUESTION.split("\n"))


def test_a_paragraph_is_one_field_and_keeps_what_it_begins_with() -> None:
    form = form_at(PAGE, STEPS, 7)
    assert form["fields"][0]["value"] == "Say hello *first*, then ask."
    assert "Say hello.\n\n```" in change(PAGE, STEPS, 7, "set", value="Say hello.")
    listed = STEPS.replace("After.", "- After.")
    assert "- Before.\n" in change(PAGE, listed, 20, "set", value="Before.")


def test_a_value_of_the_profile_has_its_example_beside_it_and_an_empty_one_stays() -> None:
    form = form_at(PROFILE, VALUES, 4)
    assert field(form, "safety", "emergency")["about"] == "what to dial; example: 911"
    filled = change(PROFILE, VALUES, 4, "set", "safety", "emergency", "value", value="911")
    assert difference(VALUES, filled) == ({"    value:"}, {"    value: 911"})
    assert "  safe_place:\n" in change(PROFILE, VALUES, 4, "set", "safety", "safe_place")


def test_a_flag_and_a_choice_have_what_their_models_allow() -> None:
    form = form_at(ITEMS, QUESTION, 2)
    assert field(form, 0, "level")["choices"] == ["recall", "apply", "judge"]
    assert field(form, 0, "options", 0, "right")["kind"] == "flag"
    assert field(form, 0, "refs")["kind"] == "words"
    after = change(ITEMS, QUESTION, 2, "set", 0, "refs", value="desk-lend\ndesk/lend.md")
    assert "  refs: [desk-lend, desk/lend.md]\n" in after


STORY = """\
- id: s-one
  type: scenario
  level: judge
  stem: Someone waits.
  start: ask
  nodes:
    ask:
      text: What now?
      choices:
        # the kind one
        - text: Greet them.
          rating: 3
          why: It is kind.
          go: end
  endings:
    end:
      text: They smile.
      verdict: good
  refs: [desk-lend]
"""
TABLE = """\
# Table

| Who | What |
|---|---|
| Children | Picture books |
| Adults | Anything |

- One
- Two
"""


def test_points_of_a_story_are_in_the_form_and_another_one_comes_under_its_name() -> None:
    node = field(form_at(ITEMS, STORY, 1), 0, "nodes", "ask")
    assert (node["entry"], field(form_at(ITEMS, STORY, 1), 0, "nodes")["adds"]) == (True, True)
    more = change(ITEMS, STORY, 1, "add", 0, "nodes", "second")
    assert difference(STORY, more)[0] == set()
    assert "          go: end\n    second:\n      text:\n      choices:\n  endings:" in more
    choices = change(ITEMS, more, 1, "add", 0, "nodes", "second", "choices", 0)
    assert "      choices:\n        - text:\n          rating:\n          why:\n          go:\n  endings:" in choices
    up = change(ITEMS, more, 1, "move", 0, "nodes", "second", by=-1)
    assert "  nodes:\n    second:\n      text:\n      choices:\n    ask:\n      text: What now?" in up
    assert change(ITEMS, more, 1, "remove", 0, "nodes", "second") == STORY


def test_a_name_that_is_taken_or_no_name_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match='"ask" already exists'):
        change(ITEMS, STORY, 1, "add", 0, "nodes", "ask")
    with pytest.raises(ValueError, match="Use letters, digits"):
        change(ITEMS, STORY, 1, "add", 0, "nodes", "two words")


def test_a_value_of_the_profile_is_added_empty_and_its_group_keeps_its_comments() -> None:
    after = change(PROFILE, VALUES, 4, "add", "safety", "dogs")
    assert difference(VALUES, after) == (set(), {"  dogs:"})
    assert "  safe_place: the yard\n  dogs:\nready:" in after


def test_an_entry_of_a_list_of_lists_is_added_and_filled_in_brackets() -> None:
    words = "# Same\n- [card, pass]\n\n# Other\n- [desk, counter]\n"
    path = "docs/_data/synonyms.yml"
    more, line = with_change(path, words, 2, {"kind": "add", "at": [1], "value": "", "by": 0})
    assert (more, line) == ("# Same\n- [card, pass]\n-\n\n# Other\n- [desk, counter]\n", 3)
    assert "- [card, pass]\n- [map, street plan]\n" in change(path, more, 3, "set", 1, value="map\nstreet plan")
    assert change(path, words, 2, "set", 0) == "# Same\n-\n\n# Other\n- [desk, counter]\n"


def test_a_row_of_a_table_of_expectations_comes_with_the_cells_of_its_neighbors() -> None:
    columns = "columns:\n  who: Who\n  what: What\n"
    page = f"``` expectations\nid: a-table\ntitle: T\n{columns}rows:\n  - who: A\n    what: B\n```\n"
    assert "    what: B\n  - who:\n    what:\n```" in change(PAGE, page, 1, "add", "rows", 1)


def test_the_cells_of_a_markdown_table_are_fields_called_by_the_head_and_rows_come_go_and_move() -> None:
    form = form_at(PAGE, TABLE, 6)
    assert [(each["name"], each["value"]) for each in form["fields"]] == [("Who", "Adults"), ("What", "Anything")]
    assert "| Adults | All \\| more |" in change(PAGE, TABLE, 6, "set", 2, value="All | more")
    assert "| Adults | Anything |\n|  |  |\n\n" in change(PAGE, TABLE, 6, "add", 0)
    assert "|---|---|\n| Adults | Anything |\n| Children |" in change(PAGE, TABLE, 6, "move", 0, by=-1)
    assert change(PAGE, TABLE, 5, "move", 0, by=-1) == TABLE
    assert form_at(PAGE, TABLE, 3)["entry"] == []
    assert "Children" not in change(PAGE, TABLE, 5, "remove", 0)
    assert "- Two\n- One\n" in change(PAGE, TABLE, 9, "move", 0, by=-1)
    assert "- One\n- \n- Two\n" in change(PAGE, TABLE, 8, "add", 0)


def test_what_has_no_form_says_so() -> None:
    with pytest.raises(ValueError, match="Change it in the text"):
        change(ITEMS, QUESTION, 2, "remove", 0, "id")
    assert form_at(NEWS, "a: b\n- c", 1)["parts"] == []


def rename(path: str, text: str, line: int, name: str, *at: str | int) -> str:
    return change(path, text, line, "rename", *at, value=name)


def test_a_point_of_a_story_gets_another_name_wherever_the_story_names_it() -> None:
    more = change(ITEMS, STORY, 1, "set", 0, "nodes", "ask", "choices", 0, "go", value="ask")
    after = rename(ITEMS, more, 1, "hello", 0, "nodes", "ask")  # a choice in it leads to itself
    assert difference(more, after) == (
        {"  start: ask", "    ask:", "          go: ask"},
        {"  start: hello", "    hello:", "          go: hello"},
    )
    assert difference(STORY, rename(ITEMS, STORY, 1, "smile", 0, "endings", "end"))[1] == {
        "    smile:",
        "          go: smile",
    }
    with pytest.raises(ValueError, match="Use letters"):
        rename(ITEMS, STORY, 1, "two words", 0, "nodes", "ask")
    with pytest.raises(ValueError, match="Choose another name"):
        rename(ITEMS, STORY, 1, "ask", 0, "nodes", "ask")


def test_what_names_another_entry_is_chosen_from_their_names() -> None:
    form = form_at(ITEMS, STORY, 1)
    go = field(form, 0, "nodes", "ask", "choices", 0, "go")
    assert (go["kind"], go["choices"]) == ("choice", ["ask", "end"])
    assert field(form, 0, "start")["choices"] == ["ask"]


def test_what_is_matched_to_a_text_follows_when_the_text_changes() -> None:
    match = (
        "- id: m-one\n  type: match\n  left:\n    - text: A card\n      to: The desk\n      why: So.\n"
        "    - text: A map\n      to: The shelf\n      why: So.\n  right:\n    - The desk\n    - text: The shelf\n"
    )
    assert field(form_at(ITEMS, match, 1), 0, "left", 1, "to")["choices"] == ["The desk", "The shelf"]
    after = change(ITEMS, match, 1, "set", 0, "right", 0, value="The counter: left")
    assert difference(match, after)[1] == {'      to: "The counter: left"', '    - "The counter: left"'}
    assert "to: A wall\n" in change(ITEMS, match, 1, "set", 0, "right", 1, "text", value="A wall")


def test_a_column_keeps_its_cells_under_another_name_and_its_heading_names_them() -> None:
    columns = "columns:\n  who: Who asks\n  say: What to say\nspoken: [say]\n"
    page = f"``` expectations\nid: a-table\ntitle: T\n{columns}rows:\n  - who: A\n    say: B\n```\n"
    after = rename(PAGE, page, 1, "words", "columns", "say")
    assert difference(page, after)[1] == {"  words: What to say", "spoken: [words]", "    words: B"}
    cell = field(form_at(PAGE, page, 1), "rows", 0, "say")
    assert (cell["name"], cell["entry"]) == ("What to say", False)
    assert not field(form_at(PAGE, page, 1), "rows", 0)["adds"]


def test_an_empty_value_of_the_profile_is_among_the_first_and_a_line_without_words_has_its_field() -> None:
    assert field(form_at(PROFILE, VALUES, 4), "safety", "emergency", "value")["present"]
    lacking = QUESTION.replace("why: It is kind.", "why:")
    assert field(form_at(ITEMS, lacking, 2), 0, "options", 0, "why")["present"]


def test_a_day_that_no_calendar_has_is_a_text_among_others() -> None:
    after = change(ITEMS, QUESTION, 2, "set", 0, "refs", value="2026-02-30\ndesk-lend")
    assert difference(QUESTION, after)[1] == {'    - "2026-02-30"', "    - desk-lend", "  refs:"}
