"""How a page or a question would look, as HTML for the page of the workshop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ..assembly import Form
from ..book.bank import ITEMS_FOLDER
from ..book.pages import read_page
from ..book.read import DOCS, Handbook
from ..checks import check_page
from ..export import ItemTexts
from ..export.scorm.page import as_html
from ..fix.file_check import model_of, problems_in
from ..git.edition import Edition
from ..html.build import el
from ..html.items import ItemPlace
from ..html.question import answer, numbered, question
from ..html.quiz import question_list
from ..intake import Draft, item_of
from ..intake.losses import SourcePlace
from ..model.dates import edition_in_words
from ..model.forms import QuizForm
from ..model.guide import Guide, Page, address_of
from ..model.items import Item
from ..model.schema import parse
from ..site.markdown_extension import Desk
from ..site.page_markdown import page_markdown
from ..site.rendering import markdown_for
from ..source.characters import without_odd_characters
from ..source.document import Node
from ..source.problems import Problems
from .marks import marked, marked_page, without_marks_in_addresses
from .parts import FilePart, part_at, parts_of, value_of


def page_preview(handbook: Handbook, problems: Problems, path: str) -> dict[str, str]:
    """A page (path from docs) and its address in the site. What is wrong in it is shown in its place.

    Behind its texts are the marks of their lines.
    """
    page = handbook.guide.page(path)
    if page is None:
        return {"html": "", "address": ""}
    page = marked_page(page)
    handbook = replace(handbook, guide=_with_page(handbook.guide, page))
    desk = Desk(handbook, problems, page.path)
    inside = {problem for placed in page.placed for problem in desk.problems_in(placed)}
    outside = [problem for problem in problems.blocking if problem.path == page.file and problem not in inside]
    html = markdown_for(desk).convert(without_marks_in_addresses(page_markdown(page, handbook, outside)))
    return {"html": html, "address": address_of(page.path)}


def question_preview(path: str, text: str, line: int, texts: ItemTexts) -> str:
    """The question of a file that a line is in, with its answer closed below it; empty where it can't be read.

    What is still missing is shown as something to fill in.
    """
    part = part_at(parts_of(path, text), line) if path.startswith(ITEMS_FOLDER) else None
    model = model_of(path, value_of(part)) if part and part.document else None
    if part is None or part.document is None or model is None or not issubclass(model, Item):
        return ""
    item = parse(model, part.document, Problems(), part.where) or _unfinished(part, value_of(part))
    return questions("preview", (marked(item, part.document, part.where),), texts) if item else ""


def _unfinished(part: FilePart, data: Node) -> Item | None:
    if part.document is None or not isinstance(data, dict):
        return None
    return item_of(Draft(SourcePlace(part.document.path, part.line), data))


def bank_preview(handbook: Handbook, texts: ItemTexts, path: str, line: int) -> str:
    """The question that the bank has of a line, which takes its words from a page; empty where there is none."""
    above = [banked for banked in handbook.bank.items.values() if banked.document.path == path and banked.line <= line]
    if not above:
        return ""
    return questions("preview", (max(above, key=lambda banked: banked.line).item,), texts)


def with_file(handbook: Handbook, path: str, text: str, problems: Problems) -> Handbook:
    """The handbook with a page read anew; all else as it was. What is wrong with the file by itself is recorded."""
    if not path.endswith(".md"):
        problems.extend(problems_in(path, text))
        return handbook
    page = read_page(path.removeprefix(f"{DOCS}/"), without_odd_characters(path, text, problems), problems)
    whole = replace(handbook, guide=_with_page(handbook.guide, page))
    check_page(whole, page, problems)
    return whole


def _with_page(guide: Guide, page: Page) -> Guide:
    """The guide with a page in the place of the one at its path, or at the end: what is made of all keeps its order."""
    pages = {each.path: each for each in guide.pages} | {page.path: page}
    return Guide(tuple(pages.values()), guide.sections, guide.glossary)


def test_section(form: Form, quiz: QuizForm, texts: ItemTexts, edition: Edition) -> str:
    """A form as a quiz that a browser runs as a test, its answers out of sight."""
    entries = numbered(form.items, ItemPlace(form.name, texts.profile, texts.guide, _linker(texts)), linked=False)
    section = el(
        "section",
        el("h2", quiz.title),
        *([el("p", quiz.about_time)] if quiz.time else []),
        el("p", class_="hb-quiz-intro"),
        el("div", *question_list(entries), class_="hb-quiz-questions"),
        el("section", *map(answer, entries), class_="hb-quiz-answers", hidden=True),
        class_="hb hb-quiz",
        data_quiz=form.name,
        data_mode="test",
        data_form=form.quiz,
        data_content=form.digest,
        data_edition=edition_in_words(edition),
    )
    return as_html(section, texts)


def questions(name: str, items: tuple[Item, ...], texts: ItemTexts) -> str:
    """Questions as HTML, each with its answer closed below it. Links lead to the published site where it's known."""
    entries = numbered(items, ItemPlace(name, texts.profile, texts.guide, _linker(texts)), linked=False)
    parts = [part for entry in entries for part in (question(entry), answer(entry))]
    return as_html(el("section", *parts, class_="hb hb-quiz"), texts)


def _linker(texts: ItemTexts) -> Callable[[str], str]:
    return lambda target: texts.guide.online(target, texts.site) or ""
