"""How a page or a question would look, as HTML for the page of the workshop."""

from __future__ import annotations

from ..book.read import Handbook
from ..export import ItemTexts
from ..export.scorm.page import as_html
from ..html.build import el
from ..html.items import Place
from ..html.question import answer, numbered, question
from ..model.items import Item
from ..site.markdown_extension import Desk
from ..site.page_markdown import page_markdown
from ..site.rendering import markdown_for
from ..source.problems import Problems


def page_preview(handbook: Handbook, problems: Problems, path: str) -> dict[str, str]:
    """A page (path from docs) and its address in the site. What is wrong in it is shown in its place."""
    page = handbook.guide.page(path)
    if page is None:
        return {"html": "", "address": ""}
    desk = Desk(handbook, problems, page.path)
    inside = {problem for placed in page.placed for problem in desk.problems_in(placed)}
    outside = [problem for problem in problems.blocking if problem.path == page.file and problem not in inside]
    html = markdown_for(desk).convert(page_markdown(page, handbook, outside))
    return {"html": html, "address": page.path.removesuffix(".md") + ".html"}


def question_preview(handbook: Handbook, texts: ItemTexts, path: str, line: int) -> str:
    """The question of a file that a line is in, with its answer closed below it; empty where there is none."""
    above = [banked for banked in handbook.bank.items.values() if banked.document.path == path and banked.line <= line]
    if not above:
        return ""
    item = max(above, key=lambda banked: banked.line).item
    return questions("preview", (item,), texts)


def questions(name: str, items: tuple[Item, ...], texts: ItemTexts) -> str:
    """Questions as HTML, each with its answer closed below it. Links lead to the published site where it's known."""

    def link(target: str) -> str:
        return texts.guide.online(target, texts.site) or ""

    entries = numbered(items, Place(name, texts.profile, texts.guide, link), linked=False)
    parts = [part for entry in entries for part in (question(entry), answer(entry))]
    return as_html(el("section", *parts, class_="hb hb-quiz"), texts)
