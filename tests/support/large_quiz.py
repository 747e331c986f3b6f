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
    copies = [
        re.sub(r"- id: (\S+)", rf"- id: \1-{at}", items[at % len(items)].rstrip(), count=1) for at in range(count)
    ]
    ids = ", ".join(re.findall(r"(?m)^- id: (\S+)", "\n".join(copies)))
    (root / "quizbank" / "items" / "many.yml").write_text("\n\n".join(copies) + "\n", "utf-8")
    page = f"---\ntitle: Many\nsummary: Many.\n---\n\n``` quiz\nid: many-here\ntitle: Many\nitems: [{ids}]\n```\n"
    (root / "docs" / PAGE).write_text(page, "utf-8")
    return root
