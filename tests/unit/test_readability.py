"""Reading grades: which texts are read, how they are counted, and what `handbook readability` says."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from handbook.book.read import Handbook
from handbook.cli import main
from handbook.upkeep.readability import Sentence, Use, grade, measure, page_sentences
from support.folders import HEAD, Checked, page_at, write_handbook

Check = Callable[[Mapping[str, str]], Checked]
LONG = " ".join(["word"] * 26) + "."
BLOCKS = """
``` procedure
id: page-steps
title: The steps to take
steps:
  - do: Open the door for them.
    say: Please come in now.
    why: It is cold out there.
```

``` expectations
id: page-table
title: The table of things
columns:
  a: The first column
  b: The second column
rows:
  - a: The heading of it
    b: The cell of it.
```
"""


def _read(handbook: Handbook, path: str = "page.md") -> list[tuple[int, str]]:
    return [(each.line, each.text) for each in page_sentences(page_at(path, handbook), handbook)]


def _sentences(*texts: str) -> list[Sentence]:
    return [Sentence("page.md", 1, text) for text in texts]


def test_summary_and_prose_are_read_sentence_by_sentence_with_their_lines(checked: Check) -> None:
    head = "---\ntitle: The title of it\nsummary: All about this page. It is short.\n---\n\n"
    body = (
        "## The heading of it\n\nOne goes on\nto here. Then two\ncomes along.\n\n- An entry stands\n- Another one too\n"
    )
    handbook, _ = checked({"docs/page.md": head + body})
    assert _read(handbook) == [
        (3, "All about this page."),
        (3, "It is short."),
        (8, "One goes on to here."),
        (9, "Then two comes along."),
        (12, "An entry stands"),
        (13, "Another one too"),
    ]


def test_marks_links_code_and_placeholders_are_read_as_their_words(checked: Check) -> None:
    profile = "org:\n  name: Riverton Library\n"
    text = "Ask **the [front desk](page.md)** of {{ org.name }}.\n"
    handbook, _ = checked({"docs/page.md": HEAD + text, "docs/_data/organization.yml": profile})
    assert (6, "Ask the front desk of Riverton Library.") in _read(handbook)


def test_the_texts_of_directives_are_read_but_no_titles_labels_or_headings(checked: Check) -> None:
    handbook, problems = checked({"docs/page.md": HEAD + BLOCKS})
    assert not problems.blocking
    assert [text for _, text in _read(handbook)] == [
        "Open the door for them.",
        "Please come in now.",
        "It is cold out there.",
        "The cell of it.",
    ]


def test_a_quiz_is_not_read(checked: Check) -> None:
    quiz = "``` quiz\nid: page-check\ntitle: Check what you know\ntags: [one two three]\ncount: 1\n```\n"
    handbook, _ = checked({"docs/page.md": HEAD + quiz})
    assert _read(handbook) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ms. Ray came in at 9 a.m. with her form.", 1),
        ("Is it open? Yes, it is! Come in now.", 3),
        ('She said "no thank you." Then she left.', 2),
        ("Use a file, e.g. a picture of it.", 1),
        ("The model is called G.R.E.A.T. Each letter counts.", 2),
        ("See [the page](page.md). It tells more.", 2),
    ],
)
def test_sentences_end_where_they_end(checked: Check, text: str, count: int) -> None:
    handbook, _ = checked({"docs/page.md": HEAD + text + "\n"})
    assert len([line for line, _ in _read(handbook) if line > 5]) == count


def test_the_grade_is_that_of_the_formula() -> None:
    """6 words in 1 sentence, 8 syllables; then 2 words more that make no sentence of their own."""
    assert grade(_sentences("The happy doctor is at home.")) == pytest.approx(0.39 * 6 + 11.8 * 8 / 6 - 15.59)
    assert grade(_sentences("The happy doctor is at home.", "Good night.")) == pytest.approx(
        0.39 * 8 + 11.8 * 10 / 8 - 15.59
    )


def test_words_to_say_are_measured_one_by_one(checked: Check) -> None:
    phrases = """``` phrases
id: page-words
title: Words to say
say:
  - Let us look at it now.
  - text: I can help you with it.
    why: This reason is not said aloud.
avoid:
  - text: This is not to be said.
    instead: Say this one in its place.
```
"""
    handbook, problems = checked({"docs/page.md": HEAD + phrases + BLOCKS.partition("``` expectations")[0]})
    assert not problems.blocking
    assert len(measure(handbook).spoken) == 4


def test_running_text_is_told_from_entries_and_words_to_say(checked: Check) -> None:
    scene = """
``` scene
id: page-scene
title: A scene
setting: It rains outside today.
lines:
  - who: Clerk
    says: Come in and sit down.
better:
  - She could have looked up.
```
"""
    table = "\n| What | When it is kept |\n|---|---|\n| Answers | when you check one of them |\n\n"
    text = "One goes on here.\n\n- An entry stands here\n" + table
    handbook, problems = checked({"docs/page.md": HEAD + text + BLOCKS + scene})
    assert not problems.blocking
    found = list(page_sentences(page_at("page.md", handbook), handbook))
    uses = {use: [each.text for each in found if each.use is use] for use in Use}
    assert uses == {
        Use.RUNNING: [
            "One goes on here.",
            "It is cold out there.",
            "It rains outside today.",
            "She could have looked up.",
        ],
        Use.ENTRY: [
            "An entry stands here",
            "When it is kept",
            "when you check one of them",
            "Open the door for them.",
            "The cell of it.",
        ],
        Use.SPOKEN: ["Please come in now.", "Come in and sit down."],
    }


def test_words_to_say_do_not_make_a_page_easy_or_choppy(checked: Check) -> None:
    hard = "Administrative determinations necessitate documentation.\n"
    said = "\n``` phrases\nid: page-words\ntitle: Words\nsay:\n  - I can do it for you now.\n```\n"
    with_words, _ = checked({"docs/page.md": HEAD + hard + said})
    grade_with, flow_with = measure(with_words).pages["docs/page.md"], measure(with_words).flow
    without, _ = checked({"docs/page.md": HEAD + hard})
    assert (grade_with, flow_with) == (measure(without).pages["docs/page.md"], measure(without).flow)


def test_apostrophes_belong_to_a_word() -> None:
    assert _sentences("Don't say 'no' to the boss's form.")[0].words == [
        "Don't",
        "say",
        "no",
        "to",
        "the",
        "boss's",
        "form",
    ]


def test_an_empty_handbook_has_no_grade(checked: Check) -> None:
    handbook, _ = checked({})
    result = measure(handbook)
    assert (result.median, result.median_spoken, result.pages) == (0.0, 0.0, {})


def _run(root: Path, *words: str) -> str:
    result = CliRunner().invoke(main, ["--root", str(root), "readability", *words])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_the_report_names_hard_pages_and_long_sentences(tmp_path: Path) -> None:
    hard = "---\ntitle: Hard\nsummary: Administrative determinations necessitate documentation.\n---\n\n" + LONG + "\n"
    easy = {f"docs/easy{at}.md": HEAD + "The cat sat on the mat.\n" for at in range(12)}
    root = write_handbook(tmp_path, {**easy, "docs/hard.md": hard})
    out = _run(root)
    lines = out.splitlines()
    assert lines[0].endswith("in 13 pages (goal: 8 or lower).")
    assert lines[4] == "The hardest pages:"
    assert lines[5].endswith("docs/hard.md")
    assert out.count("docs/easy") == 9
    assert f"docs/hard.md:6: 26 words: {LONG}" in lines
    assert _run(root, "--all").count("docs/easy") == 12


def test_the_report_names_the_choppiest_pages(tmp_path: Path) -> None:
    short, long = "The cat sat on the mat. ", "The old cat sat on the new mat. "
    pages = {
        "docs/a.md": HEAD + long * 5,
        "docs/b.md": HEAD + short * 4 + long,
        "docs/c.md": HEAD + short * 2 + long * 3,
        "docs/few.md": HEAD + short * 4,
    }
    lines = _run(write_handbook(tmp_path, pages)).splitlines()
    assert lines[1] == (
        "Running text: mean sentence 6.9 words (goal: 11 to 17), "
        "53% of sentences have 6 words or fewer (goal: 4% to 20%)."
    )
    at = lines.index("The choppiest pages (share of short sentences, mean sentence):")
    assert lines[at + 1 : at + 5] == [
        "   80%   6.4  docs/b.md",
        "   40%   7.2  docs/c.md",
        "    0%   8.0  docs/a.md",
        "",
    ]


def test_the_report_says_that_no_sentence_is_too_long(tmp_path: Path) -> None:
    root = write_handbook(tmp_path, {"docs/page.md": HEAD + LONG.replace("word ", "", 1) + "\n"})
    assert "No sentence is longer than 25 words." in _run(root)
