"""Correct starts of a page, a question and a quiz, to be filled with words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .lenient import quoted

REASON = "Say here why, in one sentence: what it means for the customer."
SUMMARY = "Say here what the answer is, in one or two sentences."
CHECKED = "Say here what was checked, in one sentence."
OWNER = "Write the role here that keeps the section correct."

ANSWERS = {
    "single": """\
  options:
    - text: Write the right answer here.
      right: true
      why: {reason}
    - text: Write a wrong answer here that somebody might choose.
      why: {reason}
    - text: Write another wrong answer of the same length here.
      why: {reason}
""",
    "multiple": """\
  options:
    - text: Write one right answer here.
      right: true
      why: {reason}
    - text: Write another right answer here.
      right: true
      why: {reason}
    - text: Write a wrong answer here that somebody might choose.
      why: {reason}
""",
    "truefalse": """\
  answer: false
  why:
    true: {reason}
    false: {reason}
""",
    "order": """\
  steps:
    - text: Write the first step here.
      why: {reason}
    - text: Write the second step here.
      why: {reason}
    - text: Write the third step here.
      why: {reason}
""",
    "match": """\
  left:
    - text: Write one thing here.
      to: Write what it belongs to here.
      why: {reason}
    - text: Write another thing here.
      to: Write what the other thing belongs to here.
      why: {reason}
  right:
    - Write what it belongs to here.
    - Write what the other thing belongs to here.
    - Write something here that belongs to neither.
""",
    "classify": """\
  categories:
    - One group
    - Another group
  cards:
    - text: Write something here that belongs to one group.
      in: One group
      why: {reason}
    - text: Write something here that belongs to the other group.
      in: Another group
      why: {reason}
""",
    "short": """\
  accept:
    - text: answer
  explain: {reason}
""",
    "scenario": """\
  start: opening
  nodes:
    opening:
      text: Say here what the customer says or does first.
      choices:
        - text: Write the best thing to do here.
          rating: 3
          why: {reason}
          go: second
        - text: Write something here that does not help.
          rating: 1
          why: {reason}
          go: ends-badly
    second:
      text: Say here what happens next.
      choices:
        - text: Write the best thing to do now here.
          rating: 3
          why: {reason}
          go: ends-well
        - text: Write something here that spoils it.
          rating: 0
          why: {reason}
          go: ends-badly
  endings:
    ends-well:
      verdict: good
      text: Say here how it ends well.
    ends-badly:
      verdict: poor
      text: Say here how it ends badly.
""",
    "reflect": """\
  scale: agree-disagree
  prompts:
    - text: Write a sentence about yourself here, beginning with "I".
      advice:
        agree: Say here what to do with a yes.
        disagree: Say here what to do with a no.
""",
}
"""The keys of each type."""


STEPS = """\
  - do: Write the first step here.
    say: Write the words to say here, or remove this line.
  - do: Write the second step here.
"""
_FILLING = re.compile(r"(?:- |\w+: )*((?:Write|Say) .*\bhere\b.*)")
_LINES = (line.strip() for text in (*ANSWERS.values(), STEPS) for line in text.split("\n"))
TO_REPLACE = frozenset(
    {REASON, SUMMARY, CHECKED, OWNER, *(match[1] for line in _LINES if (match := _FILLING.fullmatch(line)))}
)
"""The texts that stand in place of words yet to be written."""


@dataclass(frozen=True, slots=True)
class Started:
    """A question to begin."""

    name: str
    kind: str
    level: str
    stem: str
    ref: str
    tag: str


def page_start(title: str, summary: str, words: list[str], name: str) -> str:
    """A page with its head and a list of steps."""
    return (
        f"---\ntitle: {_safe(title)}\nsummary: {_safe(summary)}\nkeywords: [{', '.join(words)}]\n---\n\n"
        f"``` procedure\nid: {name}\ntitle: {_safe(title)}\nsteps:\n{STEPS}```\n"
    )


def card_start(file: str, title: str, summary: str) -> str:
    """The entry for a page in the cards of its section."""
    return f"  - link: {file}\n    text: {_safe(title)}\n    note: {_safe(summary)}\n"


def item_start(item: Started) -> str:
    """A question in its type's form."""
    return (
        f"- id: {item.name}\n  type: {item.kind}\n  level: {item.level}\n  stem: {_safe(item.stem)}\n"
        f"{ANSWERS[item.kind].format(reason=REASON)}  refs: [{item.ref}]\n  tags: [{item.tag}]\n"
    )


def quiz_start(name: str, title: str, summary: str, items: list[str]) -> str:
    """A quiz that asks some questions."""
    lines = "".join(f"    - {item}\n" for item in items)
    return f"- id: {name}\n  title: {_safe(title)}\n  summary: {_safe(summary)}\n  items:\n{lines}"


def news_start(day: str, who: str, what: str) -> str:
    """An entry of the news."""
    return f"- date: {day}\n  who: {_safe(who)}\n  what: {_safe(what)}\n"


def review_start(day: str, section: str, role: str) -> str:
    """An entry of the log of reviews."""
    return f"- date: {day}\n  section: {section}\n  role: {_safe(role)}\n  checked: {CHECKED}\n  result: no-change\n"


def section_start(folder: str, title: str) -> str:
    """A section in the menu."""
    return f"- folder: {folder}\n  title: {_safe(title)}\n  owner: {OWNER}\n  review_months: 12\n"


def _safe(text: str) -> str:
    """A text as it is typed; in quotes where it would not be read as one text."""
    clean = " ".join(text.split())
    return quoted(clean) if clean[:1] in "\"'[|>#-" else clean
