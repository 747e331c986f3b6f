"""A site for the tests of the quizzes in a browser: the small site with more questions, a test, and hostile texts."""

from __future__ import annotations

from pathlib import Path

from support.commands import build_site
from support.folders import HEAD, copy_project

HOSTILE = "`<img src=x onerror=alert(1)>`"
LONG_TARGET = "A. Slow down, say it in other words, and pause after every point that matters"
"""A target of m-long, under the letter that it has there."""

ITEMS = f"""\
- id: m-hints
  type: truefalse
  level: recall
  stem: The desk closes at six.
  answer: false
  why:
    true: Look at the door.
    false: It closes at five.
  hints: [Think of the door., Think of the clock.]
  refs: [desk-closing]
  tags: [close-time]
- id: m-hostile
  type: single
  level: recall
  stem: What is {HOSTILE} & "so on"?
  options:
    - text: "{HOSTILE} is text"
      right: true
      why: "{HOSTILE} again."
    - text: "`<script>alert(2)</script>` runs"
      why: It does not.
    - text: "Nothing & nobody"
      why: It is something.
  explain: "{HOSTILE} to explain."
  refs: [desk-words]
- id: m-story
  type: scenario
  level: judge
  stem: A child has lost a book.
  start: ask
  nodes:
    ask:
      text: She cries.
      choices:
        - text: Sit down with her.
          rating: 3
          why: It calms.
          go: find
        - text: Ask for money.
          rating: 0
          why: She is a child.
          go: bad
    find:
      text: She tells where she was.
      choices:
        - text: Look there together.
          rating: 3
          why: Two see more.
          go: good
        - text: Write it down.
          rating: 1
          why: It takes long.
          go: fair
  endings:
    good:
      verdict: good
      text: The book is there.
    fair:
      verdict: fair
      text: The book comes back later.
    bad:
      verdict: poor
      text: She does not come again.
  refs: [basics/terms.md]
- id: m-room
  type: reflect
  level: judge
  stem: What will you try?
  scale: text
  prompts: [One thing for tomorrow.]
- id: m-long
  type: classify
  level: apply
  stem: Where does it belong?
  categories: ["{LONG_TARGET.removeprefix("A. ")}", Elsewhere]
  cards:
    - text: A long one
      in: "{LONG_TARGET.removeprefix("A. ")}"
      why: It is long.
    - text: A short one
      in: Elsewhere
      why: It is short.
  refs: [basics/terms.md]
"""

MORE = """\
``` quiz
id: more-kinds
title: More
items: [m-hints, m-hostile, m-story, m-room, m-long]
```

``` quiz
id: more-three
title: Three
items: [m-hints, q-single, q-truefalse]
```
"""

EXAM = """\
``` quiz
id: exam
title: An exam
mode: test
items: [q-single, q-truefalse, q-order, q-reflect, m-hints]
```
"""


HANDOUTS = """\
``` handouts
id: to-hand-out
title: To hand out
```
"""


def make_quiz_site(root: Path) -> Path:
    """The project folder of the site, built."""
    copy_project(root)
    (root / "quizbank" / "items" / "more.yml").write_text(ITEMS, "utf-8")
    (root / "docs" / "desk" / "more.md").write_text(HEAD + MORE, "utf-8")
    (root / "docs" / "desk" / "exam.md").write_text(HEAD + EXAM, "utf-8")
    (root / "docs" / "desk" / "handouts.md").write_text(HEAD + HANDOUTS, "utf-8")
    profile = root / "docs" / "_data" / "organization.yml"
    profile.write_text("seal: assets/desk.svg\n" + profile.read_text("utf-8"), "utf-8")
    build_site(root)
    return root
