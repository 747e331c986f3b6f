"""What the library writes for the search of the pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from handbook.site.search_index import INDEX, OTHER_WORDS, search_files, search_index
from handbook.source.personal import Personal
from support.folders import HEAD, PROJECT, Checked

Check = Callable[[Mapping[str, str]], Checked]

PAGE = """---
title: Lend a *book* at {{ org.name }}
summary: Card, then book.
keywords: [borrow, loan]
---

Mind the ficus, and the ficus again.

## When the {{ org.name }} is closed

## Fines {#money}

``` procedure
id: desk-lend
title: Lending
steps:
  - do: Ask for the **card**.
    key: card
    say: I'm [your name] at {{ org.name }}, {{ desk.name }}. May I see it?
    why: The walrus decides.
  - do: Stamp it.
    key: stamp
```

``` phrases
id: desk-words
title: Words
say:
  - text: Here you are.
  - text: This is {{ people.sample_staff_1 }}. Call [my number] or [their number].
avoid:
  - text: Gimme.
```

``` expectations
id: desk-rows
title: Who asks
spoken: [say]
columns:
  who: Who
  say: You say
  do: You do
  pass: Pass it to
rows:
  - who: A *reader*
    key: reader
    say: I'm [your name].
    do: Wait.
    pass: Nobody.
```

``` expectations
id: desk-silent
title: What is open
columns:
  what: What
  open: Open
rows:
  - what: Wing
    open: Never
```

``` checklist
id: desk-list
title: After that
items:
  - text: The lamp is off.
```

``` checklist
id: desk-points
title: Points
tick: false
items:
  - text: Nobody could see this done.
```

``` quiz
id: desk-check
title: Xenon check
tags: [desk]
count: 1
```
"""
FILES = {
    "docs/desk/lend.md": PAGE,
    "docs/desk/again.md": HEAD + "``` show\nid: shown\ntitle: S\nof: [desk-lend]\n```\n",
    "docs/desk/hidden.md": HEAD.replace("summary:", "search: false\nsummary:") + "Zebra.\n",
    "docs/_data/organization.yml": "org:\n  name: Riverton Library\n  email: desk@library.example\ndesk:\n  name:\n"
    "people:\n  sample_staff_1: Ivy\n",
    "docs/_data/glossary.yml": "- term: Hold\n  means: A wait. It is short.\n  also: [on hold]\n",
    "docs/_data/synonyms.yml": "- [book, volume]\n",
}


@pytest.fixture
def index(checked: Check) -> Any:
    """The index of a handbook of a few pages."""
    return search_index(checked(FILES)[0])[0]


def test_a_page_has_title_summary_keywords_and_headings_as_a_reader_sees_them(index: Any) -> None:
    (page, keywords), *_ = (
        pair for pair in zip(index["pages"], index["keywords"], strict=True) if pair[0]["at"] == "desk/lend.html"
    )
    assert keywords == "borrow;loan"
    assert page == {
        "at": "desk/lend.html",
        "title": "Lend a book at Riverton Library",
        "summary": "Card, then book.",
        "headings": [["When the Riverton Library is closed", "when-the-orgname-is-closed"], ["Fines", "money"]],
    }


def test_steps_words_to_say_rows_with_words_and_lists_to_tick_are_answers_with_their_places(index: Any) -> None:
    place = [page["at"] for page in index["pages"]].index("desk/lend.html")
    answers = [{name: answer[name] for name in answer if name != "page"} for answer in index["answers"]]
    assert {answer["page"] for answer in index["answers"]} == {place}
    assert answers == [
        {
            "kind": "steps",
            "at": "desk-lend",
            "title": "Lending",
            "steps": [
                ["card", "Ask for the card.", "I'm [your name] at Riverton Library, [name]. May I see it?"],
                ["stamp", "Stamp it."],
            ],
        },
        {
            "kind": "say",
            "at": "desk-words",
            "title": "Words",
            "say": ["Here you are.", "This is [your name]. Call [your number] or [their number]."],
        },
        {
            "kind": "rows",
            "at": "desk-rows",
            "title": "Who asks",
            "rows": [["reader", "A reader: Wait.", "I'm [your name]."]],
        },
        {"kind": "checklist", "at": "desk-list", "title": "After that"},
    ]


def test_a_page_that_shows_boxes_again_names_them_and_a_page_may_stay_out(index: Any) -> None:
    assert [page.get("shows") for page in index["pages"]] == [["desk-lend"], None]


def test_terms_synonyms_and_whom_to_tell_are_there(index: Any) -> None:
    assert index["terms"] == [{"term": "Hold", "also": ["on hold"], "means": "A wait."}]
    assert index["synonyms"] == ["book;volume"]
    assert index["email"] == "desk@library.example"
    assert (index["glossary"], index["contacts"], index["needed"]) == ("", "", [])


def test_words_of_the_running_text_are_apart_each_once_and_no_answers_of_quizzes(checked: Check) -> None:
    index, words = search_index(checked(FILES)[0])
    place = [page["at"] for page in index["pages"]].index("desk/lend.html")
    assert words[place] == (
        "again and could decides done ficus gimme lamp mind never nobody off open pass points walrus what wing"
    )
    assert not [text for text in words if "zebra" in text or "xenon" in text]


def test_both_files_are_scripts_that_bring_data_and_the_same_handbook_gives_the_same(checked: Check) -> None:
    handbook, _ = checked(FILES)
    files = search_files(handbook)
    assert list(files) == [INDEX, OTHER_WORDS]
    for name, text in zip(("search-index", "search-words"), files.values(), strict=True):
        assert text.startswith(f'document.dispatchEvent(new CustomEvent("handbook:{name}",{{detail:')
    assert search_files(handbook) == files


def test_the_gaps_that_a_reader_can_fill_have_one_name_for_pages_and_scripts() -> None:
    fill = (PROJECT / "web/src/words/fill.ts").read_text("utf-8")
    assert dict(re.findall(r'"(\[.+\])": "(\w+)"', fill)) == {each.blank: each.value for each in Personal}
