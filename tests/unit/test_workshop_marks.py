"""The preview of the workshop knows of every text the line that it is written in, and shows the same as the site."""

from __future__ import annotations

import re

import pytest

from handbook.book.read import Handbook
from handbook.checks import check_handbook
from handbook.export import ItemTexts
from handbook.source.problems import Problems
from handbook.workshop import preview
from handbook.workshop.marks import BEGIN, CELL, END, ZERO
from handbook.workshop.parts import parts_of
from support.folders import SMALL_SITE, copy_project

MARK = re.compile(f"{BEGIN}([^{CELL}{END}]+)(?:{CELL}([^{END}]+))?{END}")
TEXT = re.compile(f">([^<>{BEGIN}]*){MARK.pattern}")
PAGE = """\
---
title: Same
summary: Same.
---

## Same

Same.

- Same.
- {{ org.phone }}

| One | Same |
|---|---|
| Same | Same |
| Other | |

``` procedure
id: same-steps
title: Same
steps:
  - do: Same.
    key: first
    say: Same.
  - do: Same.
    why: Same.
```

Same.
"""
QUESTION = """\
- id: same-match
  type: match
  level: recall
  stem: Same?
  left:
    - text: Same
      to: One
      why: Same
    - text: Other
      to: Same
      why: Same
  right:
    - text: One
    - text: Same
  refs: [same-steps]
"""


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    return check_handbook(copy_project(tmp_path_factory.mktemp("marks")))[0]


def number(figures: str | None) -> int:
    return int("".join(str(ord(figure) - ZERO) for figure in figures or "") or 0)


def marks_in(html: str) -> list[tuple[str, int, int]]:
    """Every text that has a mark at its end, with the line and the cell that the mark tells."""
    return [(text.strip(), number(line), number(cell)) for text, line, cell in TEXT.findall(html)]


def page_html(handbook: Handbook, path: str, text: str | None = None) -> str:
    problems = Problems()
    whole = handbook if text is None else preview.with_file(handbook, f"docs/{path}", text, problems)
    return preview.page_preview(whole, problems, path)["html"]


def question_html(handbook: Handbook, path: str, text: str, line: int) -> str:
    texts = ItemTexts(handbook.profile, handbook.guide, handbook.site.address)
    return preview.question_preview(path, text, line, texts)


def test_every_one_of_several_like_texts_of_a_page_knows_its_own_line(handbook: Handbook) -> None:
    found = marks_in(page_html(handbook, "desk/same.md", PAGE))
    assert [(line, cell) for text, line, cell in found if text.strip("“”.") == "Same"] == [
        (2, 0),
        (3, 0),
        (6, 0),
        (8, 0),
        (10, 0),
        (13, 2),
        (15, 1),
        (15, 2),
        (20, 0),
        (22, 0),
        (24, 0),
        (25, 0),
        (26, 0),
        (29, 0),
    ]


def test_a_value_of_the_profile_is_in_the_line_that_shows_it(handbook: Handbook) -> None:
    assert re.search(rf"</a>{BEGIN}{chr(ZERO + 1)}{chr(ZERO + 1)}{END}", page_html(handbook, "desk/same.md", PAGE))


def test_parts_of_a_question_with_the_same_words_know_their_own_lines(handbook: Handbook) -> None:
    found = marks_in(question_html(handbook, "quizbank/items/same.yml", QUESTION, 1))
    assert {line for text, line, _ in found if text.rstrip("?") == "Same"} == {4, 6, 8, 11, 14}


def test_a_preview_shows_what_it_would_show_without_marks(handbook: Handbook, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = [page.path for page in handbook.guide.pages if not page.generated]
    bank, text = "quizbank/items/all.yml", (SMALL_SITE / "quizbank/items/all.yml").read_text("utf-8-sig")
    places = [(bank, text, part.line) for part in parts_of(bank, text)]
    seen = [page_html(handbook, path) for path in pages] + [question_html(handbook, *place) for place in places]
    monkeypatch.setattr(preview, "marked_page", lambda page: page)
    monkeypatch.setattr(preview, "marked", lambda item, *_: item)
    plain = [page_html(handbook, path) for path in pages] + [question_html(handbook, *place) for place in places]
    assert any(map(MARK.search, seen))
    assert list(map(as_seen, seen)) == list(map(as_seen, plain))


def as_seen(html: str) -> str:
    """Without the marks, and without the figures that stand for words where nobody sees them."""
    return re.sub(r' (?:data-(?:accept|fingerprint|hash|content)="[^"]*"|href="mailto:[^"]*")', "", MARK.sub("", html))
