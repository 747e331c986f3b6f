"""Items made of directives, terms and values: the content follows the page, a fault names the entry's line."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from handbook.assembly import needs_value
from handbook.model.items import Classify, Item, Match, Order, Short, Single
from handbook.model.schema import ident_of
from handbook.source.problems import Level
from support.folders import HEAD, Checked

Check = Callable[[Mapping[str, str]], Checked]

PROCEDURE = """
``` procedure
id: desk-lend
title: Lending a book
steps:
  - do: Ask for the card. See [the card](page.md).
    why: It names the reader.
  - do: Scan the book.
    say: May I have the book?
  - do: Say when it is due.
    note: Write it down, as in [the rules](page.md).
    say: It is due in May.
  - do: Say goodbye.
```
"""
TABLE = """
``` expectations
id: desk-shelves
title: Shelves
columns: {columns}
rows:
  - shelf: Red
    holds: Novels
    why: People like a [warm](page.md) color.
  - shelf: Blue
    holds: Maps
    why: It is the color of the sea.
  - shelf: Green
    holds: Plants
    why: It is the color of leaves.
```
""".replace("{columns}", "\n  shelf: Shelf\n  holds: What it holds\n  why: Why")
PHRASES = """
``` phrases
id: desk-words
title: Words
say:
  - text: May I help?
    why: It asks.
  - No reason is given for this.
avoid:
  - text: What now?
    why: It sounds cross.
    instead: What can I do?
  - text: Next!
    why: It calls a number.
```

``` phrases
id: desk-more-words
title: More words
say:
  - text: Good morning.
    why: It greets.
```

``` glossary
id: desk-terms
title: Terms
```
"""
PROFILE = """
desk:
  limit: 3
  hours:
service_standards:
  - what: Answer
    promise: Within {{ desk.limit }} minutes
"""
TERMS = """
- term: Shelf
  means: A board for books. It hangs on a wall.
- term: Card
  means: What names a reader
  also: [pass]
  see: page.md
- term: Due
  means: The day on which a book comes back.
"""
FILES = {
    "docs/page.md": HEAD + PROCEDURE + TABLE + PHRASES,
    "docs/_data/organization.yml": PROFILE,
    "docs/_data/glossary.yml": TERMS,
}


def entry(source: str, kind: str, more: str = "") -> str:
    return f"# the bank\n- id: the-item\n  from: {source}\n  as: {kind}\n  level: apply\n{more}"


def derived(checked: Check, bank: str, **files: str) -> Item:
    handbook, problems = checked({**FILES, "quizbank/items/all.yml": bank, **files})
    assert not problems.blocking
    return handbook.bank.items["the-item"].item


def test_the_steps_of_a_procedure_are_put_in_order(checked: Check) -> None:
    item = derived(checked, entry("desk-lend", "order", "  equal:\n    - [Ask for, Scan]\n  tags: [desk]\n"))
    assert isinstance(item, Order)
    assert [(step.text, step.why) for step in item.steps] == [
        ("Ask for the card.", "It names the reader."),
        ("Scan the book.", "You can say: “May I have the book?”"),
        ("Say when it is due.", "You can say: “It is due in May.”"),
        ("Say goodbye.", "It follows from the step before. Say when it is due."),
    ]
    assert item.equal == [["Ask for the card.", "Scan the book."]]
    assert (item.stem, item.refs, item.tags) == (
        "Lending a book: put the steps in the right order.",
        ["desk-lend"],
        ["desk"],
    )


KEYED = PROCEDURE.replace("  - do: Scan the book.\n", "  - do: {}\n    key: {}\n")
OLD_WORDS = "Scan the book."


@pytest.mark.parametrize(
    ("words", "key", "name"),
    [
        (OLD_WORDS, "scan", "scan"),
        (OLD_WORDS, "scan", "Scan the book."),
        (OLD_WORDS, "scan", "scan the"),
        ("Hold it to the reader.", ident_of(OLD_WORDS), OLD_WORDS),
        ("Hold it to the reader.", ident_of(OLD_WORDS), "Hold it"),
        ("Hold it to the reader.", ident_of(OLD_WORDS), ident_of(OLD_WORDS)),
    ],
)
def test_a_step_is_found_by_its_key_its_words_and_the_words_it_had(
    checked: Check, words: str, key: str, name: str
) -> None:
    page = HEAD + KEYED.format(words, key)
    item = derived(checked, entry("desk-lend", "single", f"  about: {name}\n"), **{"docs/page.md": page})
    assert isinstance(item, Single)
    assert [option.text for option in item.options if option.right] == ["Say when it is due."]


def test_a_reworded_row_and_phrase_are_found_by_the_words_they_had(checked: Check) -> None:
    row = TABLE.replace("- shelf: Red", f"- shelf: Crimson\n    key: {ident_of('Red')}")
    words = PHRASES.replace("- text: Next!", f"- text: Who is next?\n    key: {ident_of('Next!')}")
    pages = {"docs/page.md": HEAD + row + words}
    table = derived(checked, entry("desk-shelves", "match", "  column: holds\n  only: [Red, Blue]\n"), **pages)
    assert isinstance(table, Match)
    assert [pair.text for pair in table.left] == ["Crimson", "Blue"]
    phrases = derived(checked, entry("desk-words", "classify", "  only: [May I help?, Next!]\n"), **pages)
    assert isinstance(phrases, Classify)
    assert [card.text for card in phrases.cards] == ["“May I help?”", "“Who is next?”"]


def test_a_term_is_found_by_all_of_its_words_though_another_begins_with_them(checked: Check) -> None:
    terms = TERMS + "- term: Shelf mark\n  means: A label on the back of a book.\n"
    item = derived(checked, entry("desk-terms", "single", "  about: shelf\n"), **{"docs/_data/glossary.yml": terms})
    assert isinstance(item, Single)
    assert item.stem == "What does “Shelf” mean in this handbook?"


def test_the_step_after_another_is_asked_among_the_other_steps(checked: Check) -> None:
    item = derived(checked, entry("desk-lend", "single", "  about: scan the\n  stem: What comes after the scan?\n"))
    assert isinstance(item, Single)
    assert item.stem == "What comes after the scan?"
    assert {option.text for option in item.options} == {"Ask for the card.", "Say when it is due.", "Say goodbye."}
    assert [option.text for option in item.options if option.right] == ["Say when it is due."]
    assert next(o.why for o in item.options if o.text.startswith("Ask")) == "It is step 1 of 4. It names the reader."


def test_rows_are_matched_with_cells_and_unasked_siblings_stay_as_distractors(checked: Check) -> None:
    item = derived(checked, entry("desk-shelves", "match", "  column: holds\n  only: [Red, Blue]\n"))
    assert isinstance(item, Match)
    assert [(pair.text, pair.to, pair.why) for pair in item.left] == [
        ("Red", "Novels", "Why: People like a warm color."),
        ("Blue", "Maps", "Why: It is the color of the sea."),
    ]
    assert [target.text for target in item.right] == ["Maps", "Novels", "Plants"]


def test_one_row_is_asked_among_the_cells_of_its_siblings(checked: Check) -> None:
    item = derived(checked, entry("desk-shelves", "single", "  column: shelf\n  by: holds\n  about: Maps\n"))
    assert isinstance(item, Single)
    assert {(option.text, option.right) for option in item.options} == {
        ("Blue", True),
        ("Red", False),
        ("Green", False),
    }
    assert next(o.why for o in item.options if o.text == "Red") == "It goes with another entry: Novels."


def test_words_are_sorted_into_those_to_use_and_those_to_avoid(checked: Check) -> None:
    """A phrase without a reason is not asked: there would be nothing to learn from it."""
    item = derived(checked, entry("desk-words", "classify", "  also: [desk-more-words]\n"))
    assert isinstance(item, Classify)
    assert [(card.text, card.category, card.why) for card in item.cards] == [
        ("“May I help?”", "Use it", "It asks."),
        ("“Good morning.”", "Use it", "It greets."),
        ("“What now?”", "Avoid it", "It sounds cross. Better: “What can I do?”"),
        ("“Next!”", "Avoid it", "It calls a number."),
    ]
    assert item.refs == ["desk-words", "desk-more-words"]


def test_words_to_say_are_asked_among_words_to_avoid(checked: Check) -> None:
    item = derived(checked, entry("desk-words", "single"))
    assert isinstance(item, Single)
    assert [option.text for option in item.options if option.right] == ["“May I help?”"]
    assert len(item.options) == 3


def test_terms_are_matched_with_the_first_sentence_of_their_meaning(checked: Check) -> None:
    item = derived(checked, entry("desk-terms", "match", "  only: [Shelf, Card]\n  beside: [Due]\n"))
    assert isinstance(item, Match)
    assert [(pair.to, pair.why) for pair in item.left] == [
        ("A board for books.", "It hangs on a wall."),
        ("What names a reader.", "It is also called: pass. You meet it on the page “Page”."),
    ]
    assert len(item.right) == 3


def test_the_meaning_of_a_term_is_asked_among_others(checked: Check) -> None:
    item = derived(checked, entry("desk-terms", "single", "  about: Due\n"))
    assert isinstance(item, Single)
    assert (
        next(o.why for o in item.options if o.text == "A board for books.")
        == "It is the meaning of another term: Shelf."
    )


def test_a_number_of_the_profile_is_typed_and_the_standard_is_the_reason(checked: Check) -> None:
    more = "  stem: Within how many minutes do you answer?\n  unit: minutes\n  refs: [page.md]\n"
    item = derived(checked, entry("profile: desk.limit", "short", more))
    assert isinstance(item, Short)
    assert [(accepted.number, accepted.unit) for accepted in item.accept] == [(3, "minutes")]
    assert item.explain == "It is one of our service standards. Answer: Within {{ desk.limit }} minutes."


def test_a_value_of_the_profile_is_chosen_among_wrong_ones_from_low_to_high(checked: Check) -> None:
    more = "  stem: How many minutes?\n  beside: [5, 3, 1]\n  unit: minutes\n  refs: [page.md]\n"
    handbook, _ = checked({**FILES, "quizbank/items/all.yml": entry("profile: desk.limit", "single", more)})
    item = handbook.bank.items["the-item"].item
    assert isinstance(item, Single)
    assert [(option.text, option.right) for option in item.options] == [
        ("1 minutes", False),
        ("{{ desk.limit }} minutes", True),
        ("5 minutes", False),
    ]


def test_an_item_made_of_an_empty_value_waits_until_it_is_filled_in(checked: Check) -> None:
    more = "  stem: When do we open?\n  refs: [page.md]\n"
    handbook, problems = checked({**FILES, "quizbank/items/all.yml": entry("profile: desk.hours", "short", more)})
    assert not problems.blocking
    assert needs_value(handbook.bank.items["the-item"].item, handbook.profile)


def test_content_key_reason_and_fingerprint_follow_the_page(checked: Check) -> None:
    bank = entry("desk-shelves", "match", "  column: holds\n")
    before = derived(checked, bank)
    page = FILES["docs/page.md"].replace("Maps", "Globes").replace("color of the sea", "color of the sky")
    after = derived(checked, bank, **{"docs/page.md": page})
    assert isinstance(after, Match)
    assert ("Globes", "Why: It is the color of the sky.") in [(pair.to, pair.why) for pair in after.left]
    assert before.fingerprint != after.fingerprint


PROBLEM, NOTICE = Level.PROBLEM, Level.NOTICE


@pytest.mark.parametrize(
    ("bank", "line", "level", "message"),
    [
        (entry("desk-lent", "order"), 3, PROBLEM, 'there is no box "desk-lent" to make this question from'),
        (entry("desk-lend", "match"), 4, PROBLEM, 'a question of type "match" can\'t be made from a procedure'),
        (entry("desk-lend", "order", "  also: [desk-words]\n"), 6, PROBLEM, '"desk-words" is a phrases'),
        (entry("desk-lend", "order", "  column: holds\n  rows: [a]\n"), 7, PROBLEM, '"rows" is not a valid key here'),
        (entry("desk-shelves", "match"), 4, PROBLEM, '"column" is missing'),
        (entry("profile: desk.limits", "short"), 3, PROBLEM, '"desk.limits" is not in the organization profile'),
        (entry("profile: desk.limit", "short", "  stem: How long?\n"), 2, PROBLEM, '"refs" is missing'),
        (entry("desk-shelves", "match", "  column: held\n"), 6, NOTICE, '"desk-shelves" has no column "held"'),
        (entry("desk-shelves", "match", "  column: why\n  only: [Pink]\n"), 7, NOTICE, '"desk-shelves" has no entry'),
        (entry("desk-lend", "single", "  about: Say\n"), 6, NOTICE, '"desk-lend" has more than one entry'),
        (entry("desk-lend", "single", "  about: Say goodbye\n"), 6, NOTICE, '"Say goodbye" is the last step'),
        (
            entry("desk-lend", "order", "  only: [Scan, Ask]\n"),
            2,
            NOTICE,
            'a question of type "order" can\'t be made',
        ),
        (entry("desk-more-words", "classify"), 3, NOTICE, "this needs both phrases to say and phrases to avoid"),
    ],
)
def test_a_fault_names_the_line_of_the_entry(checked: Check, bank: str, line: int, level: Level, message: str) -> None:
    """A fault of the entry blocks; a page that changed so that the entry no longer fits does not."""
    _, problems = checked({**FILES, "quizbank/items/all.yml": bank})
    problems_in_file = [problem for problem in problems if problem.path == "quizbank/items/all.yml"]
    assert [(problem.line, problem.level) for problem in problems_in_file] == [(line, level)]
    assert problems_in_file[0].message.startswith(message)
    assert problems_in_file[0].hint


def test_a_quiz_that_lists_an_item_which_no_longer_fits_goes_on_without_it(checked: Check) -> None:
    bank = entry("desk-lend", "single", "  about: A step that was reworded\n")
    quizzes = "- id: the-quiz\n  title: Quiz\n  items: [the-item]\n"
    _, problems = checked({**FILES, "quizbank/items/all.yml": bank, "quizbank/quizzes.yml": quizzes})
    assert not problems.blocking


def test_an_unreadable_directive_is_reported_once(checked: Check) -> None:
    page = FILES["docs/page.md"].replace("title: Lending a book", "titel: Lending a book")
    files = {**FILES, "docs/page.md": page, "quizbank/items/all.yml": entry("desk-lend", "order")}
    assert {problem.path for problem in checked(files)[1].blocking} == {"docs/page.md"}
