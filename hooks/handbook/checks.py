"""What must hold across the whole handbook, and the one function that checks all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from .bank import ItemBank
from .book import DOCS, GLOSSARY, ORGANIZATION, POCKET_GUIDE, SEARCHES, SECTIONS, Handbook, read_handbook
from .links import broken_links, broken_references
from .markup import raw_html_in
from .model.blocks import Figure, Quiz, Show
from .model.guide import Placed, resolve
from .picture import UnfitPicture, read_picture
from .problems import Level, Problem, Problems, did_you_mean
from .profile import keys_in
from .source import Document, Where

NO_HTML = "Write it in Markdown, or between backticks to show it."


def check_handbook(root: Path) -> tuple[Handbook, Problems]:
    """Read the handbook in a folder and check all of it. Gives it with every problem and notice found."""
    problems = Problems()
    handbook = read_handbook(root, problems)
    for check in CHECKS:
        problems.extend(check(handbook))
    return handbook, problems


def wrong_placeholders(handbook: Handbook) -> Iterator[Problem]:
    """Every placeholder names a value of the profile. Values still empty are listed."""
    values = handbook.profile.values
    for path, line, text in _texts(handbook):
        for key in keys_in(text):
            if key not in values:
                message = f'"{{{{ {key} }}}}" is not in the organization profile'
                yield Problem(path, line, message, did_you_mean(key, values))
    for value in handbook.profile.empty:
        message, cure = f'"{value.key}" is for the county to fill in', "Write the value after the colon."
        yield Problem(ORGANIZATION, value.line, message, cure, Level.NOTICE)


def wrong_pages(handbook: Handbook) -> Iterator[Problem]:
    """A page has its title in its head and lies in a section."""
    for page in handbook.guide.pages.values():
        for heading in page.headings:
            if heading.level == 1:
                cure = f'Begin with two marks: "## {heading.text}".'
                yield Problem(page.file, heading.line, "a page has one title, in its head", cure)
        if "/" in page.path and not handbook.guide.section_of(page.path):
            yield Problem(page.file, 1, "this page is in no section", f"Add its folder to {SECTIONS}.", Level.NOTICE)


def raw_html(handbook: Handbook) -> Iterator[Problem]:
    """There is no raw HTML: it would be lost in print and could break the page."""
    for page in handbook.guide.pages.values():
        for found, line in page.markup.raw_html:
            yield Problem(page.file, line, f'"{found}" is raw HTML', NO_HTML)
    for document in _documents(handbook):
        for where, text in document.texts():
            found_in_text = raw_html_in(text)
            if found_in_text:
                yield Problem(document.path, document.line(where), f'"{found_in_text}" is raw HTML', NO_HTML)


def wrong_quizzes(handbook: Handbook) -> Iterator[Problem]:
    """Quizzes in pages ask items and quizzes that are there."""
    bank = handbook.bank
    for placed in _placed(handbook):
        quiz, document = placed.block, placed.document
        if not isinstance(quiz, Quiz) or document is None:
            continue
        for at, name in enumerate(quiz.items):
            yield from _wrong_item(name, bank, document, ("items", at))
        if quiz.quiz and quiz.quiz not in bank.quizzes:
            cure = did_you_mean(quiz.quiz, bank.quizzes)
            yield Problem(document.path, document.line(("quiz",)), f'there is no quiz "{quiz.quiz}"', cure)
        found = len(bank.chosen(quiz))
        if quiz.count and found < quiz.count:
            message = f"{found} questions have these tags, {quiz.count} are asked for"
            cure = f'Write "count: {found}", or use other tags.'
            yield Problem(document.path, document.line(("count",)), message, cure)


def wrong_bank(handbook: Handbook) -> Iterator[Problem]:
    """Quizzes of the bank ask items that are there; items name enemies that are there."""
    bank = handbook.bank
    for form, document, at in bank.quizzes.values():
        for place, name in enumerate(form.items):
            yield from _wrong_item(name, bank, document, (at, "items", place))
    for banked in bank.items.values():
        for place, enemy in enumerate(banked.item.enemies):
            if enemy not in bank.items:
                line = banked.document.line((banked.at, "enemies", place))
                cure = did_you_mean(enemy, bank.items)
                yield Problem(banked.document.path, line, f'there is no question "{enemy}"', cure)


def _wrong_item(name: str, bank: ItemBank, document: Document, where: Where) -> Iterator[Problem]:
    line = document.line(where)
    if name not in bank.items:
        yield Problem(document.path, line, f'there is no question "{name}"', did_you_mean(name, bank.items))
    elif bank.items[name].item.status == "retired":
        message, cure = f'the question "{name}" is retired', "Ask another one in its place."
        yield Problem(document.path, line, message, cure, Level.NOTICE)


def wrong_pocket_guide(handbook: Handbook) -> Iterator[Problem]:
    """What the pocket guide lists is there. What is gone is left out of print: a notice, for it is in another file."""
    document = handbook.document(POCKET_GUIDE)
    if handbook.pocket is None or document is None:
        return
    pages, blocks = handbook.guide.pages, handbook.guide.blocks
    listed: list[tuple[str, str, Where]] = []
    for at, section in enumerate(handbook.pocket.sections):
        listed.append(("page", section.online, ("sections", at, "online")))
        for n, page in enumerate(section.pages):
            here = ("sections", at, "pages", n)
            listed.append(("page", page.page, (*here, "page")))
            listed += [("directive", name, (*here, "blocks", m)) for m, name in enumerate(page.blocks)]
    for what, name, where in listed:
        known = list(pages if what == "page" else blocks)
        if name not in known:
            message = f'there is no {what} "{name}" to print'
            yield Problem(document.path, document.line(where), message, did_you_mean(name, known), Level.NOTICE)


def wrong_searches(handbook: Handbook) -> Iterator[Problem]:
    """The pages that searches should find are there: a notice, for the page is in another file."""
    document, pages = handbook.document(SEARCHES), handbook.guide.pages
    for where, text in document.texts() if document else ():
        if document and where[-1] == "page" and text not in pages:
            message = f'there is no page "{text}" for this search to find'
            yield Problem(document.path, document.line(where), message, did_you_mean(text, pages), Level.NOTICE)


def wrong_figures(handbook: Handbook) -> Iterator[Problem]:
    """Every figure has its file; an SVG picture holds only shapes and words."""
    for placed in _placed(handbook):
        if not isinstance(placed.block, Figure) or placed.document is None:
            continue
        file, line = placed.document.path, placed.document.line(("src",))
        path, cure = resolve(placed.page, placed.block.src)[0], "Check the path; it is relative to this page."
        if not (handbook.root / DOCS / path).is_file():
            yield Problem(file, line, f'there is no picture "{placed.block.src}"', cure)
        elif path.endswith(".svg"):
            try:
                read_picture(handbook.root / DOCS / path)
            except UnfitPicture as error:
                message = f'the picture "{placed.block.src}" cannot be shown: {error}'
                yield Problem(file, line, message, "Save it as plain SVG, or ask IT.")


def wrong_shows(handbook: Handbook) -> Iterator[Problem]:
    """What is shown again is there, and can be shown again."""
    blocks = handbook.guide.blocks
    for placed in _placed(handbook):
        for at, name in enumerate(placed.block.of if isinstance(placed.block, Show) else ()):
            if placed.document and name not in blocks:
                line = placed.document.line(("of", at))
                yield Problem(placed.document.path, line, f'there is no directive "{name}"', did_you_mean(name, blocks))
            elif placed.document and blocks[name].kind in ("show", "quiz", "glossary"):
                message = f'"{name}" is a {blocks[name].kind}, which is not shown again'
                yield Problem(placed.document.path, placed.document.line(("of", at)), message, "Link to it instead.")


def wrong_glossary(handbook: Handbook) -> Iterator[Problem]:
    """Terms stand in the glossary once. A page that a term points to and that is gone is left out: a notice."""
    document = handbook.document(GLOSSARY)
    seen: dict[str, str] = {}
    for at, term in enumerate(handbook.glossary if document else ()):
        assert document is not None
        for name in term.names:
            if seen.setdefault(name.casefold(), term.term) != term.term:
                message = f'"{name}" stands in the glossary under "{seen[name.casefold()]}" too'
                yield Problem(document.path, document.line((at,)), message, "Keep it in one place.")
        path = (term.see or "").partition("#")[0]
        if path and path not in handbook.guide.pages:
            cure = did_you_mean(path, handbook.guide.pages)
            yield Problem(document.path, document.line((at, "see")), f'there is no page "{path}"', cure, Level.NOTICE)


def _texts(handbook: Handbook) -> Iterator[tuple[str, int, str]]:
    """Every text of the handbook with its file and line."""
    for page in handbook.guide.pages.values():
        for text, line in page.markup.prose:
            yield page.file, line, text
    for document in _documents(handbook):
        for where, text in document.texts():
            yield document.path, document.line(where), text


def _documents(handbook: Handbook) -> Iterator[Document]:
    yield from handbook.documents
    yield from (page.markup.meta for page in handbook.guide.pages.values())
    yield from (placed.document for placed in _placed(handbook) if placed.document)


def _placed(handbook: Handbook) -> Iterator[Placed]:
    for page in handbook.guide.pages.values():
        yield from page.placed


CHECKS: tuple[Callable[[Handbook], Iterator[Problem]], ...] = (
    wrong_placeholders,
    wrong_pages,
    raw_html,
    broken_links,
    broken_references,
    wrong_quizzes,
    wrong_bank,
    wrong_pocket_guide,
    wrong_figures,
    wrong_shows,
    wrong_glossary,
    wrong_searches,
)
