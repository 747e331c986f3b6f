"""The small site with a page that asks very many questions."""

from __future__ import annotations

import re
from pathlib import Path

from support.folders import SMALL_SITE, copy_project

PAGE = "desk/many.md"


def many_questions(root: Path, count: int) -> Path:
    """A project in `root` whose page PAGE asks `count` questions: those of the small site under other names."""
    copy_project(root)
    text = (SMALL_SITE / "quizbank" / "items" / "all.yml").read_text("utf-8")
    items = [item for item in re.split(r"\n(?=- id:)", text) if "q-empty" not in item]
    return _with_questions(root, items, count)


LONG = """- id: q-long
  type: single
  level: apply
  stem: A caller says that the form on the website asks for a number that is not on the letter. What do you say first?
  options:
    - text: I can help you with that. Could you read me the first line at the top of the letter, please?
      right: true
      why: The first line names the office that sent the letter, so you find the number and ask for nothing else.
    - text: That number is always on the letter, so please look at it once more and call us back when you have found it.
      why: The caller has already looked, and a second call costs both of you more time than one more question does now.
    - text: You could leave that part of the form empty, and somebody in the office will fill it in for you later.
      why: A form with an empty number is sent back, and then the caller has to begin again and has lost a week by it.
    - text: I am going to transfer you to the people who made the website, because they know the form better than I do.
      why: Those people have no access to letters, so the caller would tell the same story twice and have no number.
  explain: Ask for what the caller has in hand. It takes a minute, and most of the time it gives you all that you need.
  refs: [desk/lend.md]
"""


def long_questions(root: Path, count: int) -> Path:
    """The same with questions of one type: long ones, with four options and a reason for each."""
    copy_project(root)
    return _with_questions(root, [LONG], count)


def _with_questions(root: Path, items: list[str], count: int) -> Path:
    copies = [
        re.sub(r"- id: (\S+)", rf"- id: \1-{at}", items[at % len(items)].rstrip(), count=1) for at in range(count)
    ]
    ids = ", ".join(re.findall(r"(?m)^- id: (\S+)", "\n".join(copies)))
    (root / "quizbank" / "items" / "many.yml").write_text("\n\n".join(copies) + "\n", "utf-8")
    page = f"---\ntitle: Many\nsummary: Many.\n---\n\n``` quiz\nid: many-here\ntitle: Many\nitems: [{ids}]\n```\n"
    (root / "docs" / PAGE).write_text(page, "utf-8")
    return root
