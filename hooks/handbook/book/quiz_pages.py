"""The pages made of quizzes: each quiz that names a page in quizzes.yml gets it, written as an author would."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..model.forms import QuizForm
from ..model.guide import Guide, Page
from ..source.codes import Code
from ..source.problems import Problems
from .bank import Quizzes
from .pages import DOCS, read_page

_PROMISES = {
    "practice": "You see the reason for every answer, and nobody else sees your results.",
    "test": "Nothing is marked until you finish. Then you see the reason for every answer, and nobody else sees it.",
}


def quiz_pages(quizzes: Quizzes, written: Guide, problems: Problems) -> Iterator[Page]:
    """The pages, in the order of the quizzes. A quiz whose page or box is taken gets none, and that is recorded."""
    owners = {path: path for path in written.paths} | {name: one.page for name, one in written.blocks.items()}
    for form, document, at in quizzes.values():
        if form.page is None:
            continue
        if name := next((name for name in (form.page, form.box) if name in owners), None):
            file = f"{DOCS}/{owners[name]}"
            message = f"{file} already exists" if name == form.page else f'{file} has the id "{name}" of this quiz'
            hint = f'Choose another path, such as "page: {form.page.removesuffix(".md")}-2.md".'
            problems.add(document.path, document.line((at, "page")), Code.ID_TAKEN, message, hint)
            continue
        owners |= {form.page: form.page, form.box: form.page}
        text = _page_text(form, form.page, [page for path in form.see if (page := written.page(path))])
        page = read_page(form.page, text, Problems())  # what is wrong in its texts is reported for the quiz
        yield replace(page, file=document.path, generated=True)


def _page_text(form: QuizForm, path: str, see: Iterable[Page]) -> str:
    """The page as someone would write it: head, quiz, pages that help."""
    plan = f"Plan about {form.time}." if form.time else ""
    lead = (form.summary, plan, _PROMISES[form.mode])
    head = {"title": form.title, "summary": " ".join(part for part in lead if part), "keywords": form.keywords}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items() if value]
    box = f"``` quiz\nid: {form.box}\ntitle: Questions\nquiz: {form.id}\n```"
    links = [f"- [{page.title}]({posixpath.relpath(page.path, posixpath.dirname(path) or '.')})" for page in see]
    help_ = ["## Pages that help", "\n".join(links)] if links else []
    return "\n\n".join(["\n".join(["---", *lines, "---"]), box, *help_]) + "\n"
