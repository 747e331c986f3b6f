"""Makes the pictures of the guide for editors: a file, the handbook and a message, all of the small site.

Run it when the look of the handbook or the words of a message have changed:
PYTHONPATH=tests .venv/bin/python -m support.editor_pictures
"""

from __future__ import annotations

import io
import sys
import tempfile
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from handbook.cli._inspect import inspect
from handbook.lint.rules import RULES
from handbook.site.build import build_site
from support.chromium import ensure
from support.commits import commit
from support.folders import PROJECT, copy_project

PICTURES = PROJECT / "docs" / "assets" / "editing"
LARGEST = 60_000
COLORS = 96
HIGHEST = 650
Change = Callable[[str], str]

STYLE = """
body { margin: 0; padding: 12px; width: 736px; background: #fff; color: #1b1b1f }
body { font: 15px/1.45 "Atkinson Hyperlegible", sans-serif }
h2 { margin: 0; padding: 6px 12px; background: #33333d; color: #fff; font-size: 14px }
section { border: 1px solid #767680; margin-bottom: 12px }
pre { margin: 0; padding: 8px 12px; font: 13.5px/1.6 "DejaVu Sans Mono", monospace; white-space: pre-wrap }
mark { background: #fff0b3; color: inherit; display: inline-block; width: 100% }
i { color: #6b6b75; font-style: normal; display: inline-block; width: 2.4em }
img { display: block; max-width: 100%; padding: 8px 12px; box-sizing: border-box }
.wrong { border-color: #a3262a } .wrong h2 { background: #a3262a }
"""


@dataclass(frozen=True)
class Job:
    """One job: the file and how it is changed, what of the handbook shows it, and a mistake that is easily made."""

    name: str
    path: str
    change: Change
    page: str
    shows: str
    mistake: Change
    mistaken: str = ""
    most: int = 16


def swap(old: str, new: str) -> Change:
    """Puts one text in the place of another that must be there."""

    def changed(text: str) -> str:
        assert old in text, old
        return text.replace(old, new, 1)

    return changed


def put(new: str) -> Change:
    """Puts a text at the end."""
    return lambda text: f"{text.rstrip()}\n\n{new}" if text.strip() else new


QUESTION = """- id: loan-late-book
  type: single
  level: apply
  stem: A reader brings back a book two days late. What do you do?
  options:
    - text: Say thank you, and take the book.
      right: true
      why: A friendly word brings the reader back.
    - text: Keep the card until the fee is paid.
      why: There's no fee for the first week.
    - text: Send the reader to another desk.
      why: You can take any book here.
  refs: [desk-differences]
"""
PAGE = """---
title: Take a book back
summary: Look at the book, scan it, and say thank you.
keywords: [return, bring back, drop off]
---

``` procedure
id: desk-return
title: Taking a book back
steps:
  - do: See if the book is damaged.
  - do: Scan the book.
    say: Thank you for bringing it back.
```
"""
MOVED = PAGE.replace("Take a book back", "Late books").replace("keywords:", "was: [desk/late.md]\nkeywords:")
MOVED = MOVED.replace("desk-return", "desk-late").replace("Taking a book back", "When a book is late")
FIGURE = """``` figure
id: desk-plan
title: The front desk
src: ../assets/desk.svg
alt: A desk with two legs.
```
"""
NEWS = """- date: 2027-02-01
  who: Everyone at the desk
  what: Children can borrow six books now instead of five.
  link: desk/lend.md
"""
REVIEW = """- date: 2027-02-01
  section: desk
  role: Desk team
  checked: Read every page, and tried every step.
  result: no-change
"""
CLOSE = """- id: close-lamp
  type: truefalse
  level: recall
  stem: The lamp goes off last, after the alarm is on.
  answer: false
  why:
    true: The lamp goes off first.
    false: The lamp goes off first.
  refs: [desk-closing]
"""
LEND, ALL = "docs/desk/lend.md", "quizbank/items/all.yml"

JOBS = (
    Job(
        "change-a-number",
        "docs/_data/organization.yml",
        swap("phone: 555-010-2000", "phone: 555-010-3000"),
        "basics/index.html",
        ".hb-contacts",
        swap("  phone: 555", "   phone: 555"),
    ),
    Job(
        "change-words",
        LEND,
        swap("- text: Let me look.", "- text: Let me look that up for you."),
        "desk/lend.html",
        ".hb-phrases",
        swap("    why: It says what", "   why: It says what"),
    ),
    Job(
        "change-a-list",
        LEND,
        swap("  - do: Say when", "  - do: Ask if they need anything else.\n  - do: Say when"),
        "desk/lend.html",
        ".hb-procedure",
        swap("  - do: Ask if", "  do: Ask if"),
    ),
    Job(
        "add-a-page",
        "docs/desk/return.md",
        put(PAGE),
        "desk/return.html",
        "article",
        swap("---\ntitle: Take a book back\n", ""),
    ),
    Job(
        "move-a-page",
        "docs/desk/overdue.md",
        put(MOVED),
        "desk/overdue.html",
        "article",
        swap("was: [desk/late.md]", "was: [desk/late.html]"),
    ),
    Job(
        "add-a-picture",
        "docs/basics/terms.md",
        put(FIGURE),
        "basics/terms.html",
        ".hb-figure",
        swap("alt: A desk with two legs.\n", ""),
    ),
    Job(
        "change-a-question",
        ALL,
        swap("Lend five, keep one at the desk.", "Lend five, and keep one for next week."),
        "desk/test.html",
        '[data-item="q-single"]',
        swap("    - text: Lend all six this time.\n", "    - text: Lend all six this time.\n      right: true\n"),
    ),
    Job(
        "add-a-question",
        "quizbank/items/loan.yml",
        put(QUESTION),
        "desk/more.html",
        '[data-item="loan-late-book"]',
        swap("      why: There's no fee for the first week.\n", ""),
    ),
    Job(
        "retire-a-question",
        "quizbank/items/close.yml",
        swap("  level: recall\n", "  level: recall\n  status: retired\n"),
        "desk/more.html",
        ".hb-quiz",
        put(CLOSE),
    ),
    Job(
        "tell-what-is-new",
        "docs/_data/news.yml",
        put(NEWS),
        "basics/terms.html",
        ".hb-news",
        swap("2027-02-01", "02/01/2027"),
    ),
    Job(
        "record-a-review",
        "docs/_data/reviews.yml",
        put(REVIEW),
        "desk/lend.html",
        ".hb-checked",
        swap("result: no-change", "result: fine"),
    ),
)
BEFORE = {"quizbank/items/close.yml": CLOSE, "docs/desk/late.md": MOVED.replace("was: [desk/late.md]\n", "")}
MORE = "``` quiz\nid: more-check\ntitle: Check yourself\nitems: [loan-late-book, close-lamp]\n```\n"
LIST = "``` news\nid: terms-news\ntitle: What's new\n```\n"


def main(names: list[str]) -> None:
    """Make the pictures named, or all."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        root = copy_project(Path(folder))
        for path, text in BEFORE.items():
            (root / path).write_text(text, "utf-8")
        commit(root)
        (root / "docs/desk/late.md").unlink()
        for path, text in (("docs/desk/more.md", MORE), ("docs/basics/terms.md", LIST)):
            _edit(root, path, put(text))
        before = {job.path: _read(root, job.path) for job in JOBS}
        for job in JOBS:
            _edit(root, job.path, job.change)
        build_site(root)
        browser = playwright.chromium.launch(executable_path=str(ensure()), args=["--no-sandbox"])
        for job in JOBS:
            if not names or job.name in names:
                print(_picture(root, job, before[job.path], browser))


def _read(root: Path, path: str) -> str:
    return (root / path).read_text("utf-8-sig") if (root / path).exists() else ""


def _edit(root: Path, path: str, change: Change) -> None:
    (root / path).write_text(change(_read(root, path)), "utf-8")


def _picture(root: Path, job: Job, before: str, browser: Browser) -> str:
    panels = [
        _panel(f"The file {job.path}", _excerpt(before, job.change(before), _read(root, job.path), job.most)),
        _panel("The handbook", f'<img src="data:image/png;base64,{b64encode(_shot(root, job, browser)).decode()}">'),
        _panel("The message after a mistake", f"<pre>{escape(_message(root, job))}</pre>", "wrong"),
    ]
    page = browser.new_page(viewport={"width": 760, "height": 400}, device_scale_factor=1.5)
    page.set_content(f"<style>{STYLE}</style>{''.join(panels)}")
    page.wait_for_load_state()
    image = Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("RGB")
    page.close()
    file = PICTURES / f"{job.name}.png"
    for colors in (COLORS, 48, 24, 16):
        image.quantize(colors, dither=Image.Dither.NONE).save(file, optimize=True)
        if file.stat().st_size <= LARGEST:
            break
    return f"{file.relative_to(PROJECT)}  {image.width} x {image.height}  {file.stat().st_size} bytes"


def _panel(title: str, content: str, kind: str = "") -> str:
    return f'<section class="{kind}"><h2>{escape(title)}</h2>{content}</section>'


def _excerpt(before: str, after: str, file: str, most: int) -> str:
    """The lines around what a job makes new, with their numbers in the file, which other jobs change too."""
    added = {line for line in after.split("\n") if line.strip()} - set(before.split("\n"))
    lines = file.rstrip("\n").split("\n")
    new = [at for at, line in enumerate(lines) if line in added]
    first = max(min(new[0] - 3, len(lines) - most), 0)
    excerpt = []
    for at, line in list(enumerate(lines))[first : first + most]:
        text = f"<i>{at + 1}</i>{escape(line)}"
        excerpt.append(f"<mark>{text}</mark>" if at in new and before.strip() else text)
    return f"<pre>{chr(10).join(excerpt)}</pre>"


def _shot(root: Path, job: Job, browser: Browser) -> bytes:
    page = browser.new_page(viewport={"width": 760, "height": 700}, device_scale_factor=1.5)
    page.goto((root / "site" / job.page).as_uri())
    page.wait_for_load_state()
    page.evaluate("document.querySelector('.md-header').hidden = true")  # it would lie over what is shown
    image = Image.open(io.BytesIO(page.locator(job.shows).first.screenshot()))
    cut = image.crop((0, 0, image.width, min(image.height, HIGHEST)))
    cut.save(picture := io.BytesIO(), "PNG")
    page.close()
    return picture.getvalue()


def _message(root: Path, job: Job) -> str:
    right = _read(root, job.path)
    _edit(root, job.path, job.mistake)
    _, problems = inspect(root)
    (root / job.path).write_text(right, "utf-8")
    messages = [problem for problem in problems.blocking if problem.code not in RULES]
    return str(replace(messages[0]))


if __name__ == "__main__":
    main(sys.argv[1:])
