"""What must hold across the whole handbook, and the one function that checks all of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from .book import DOCS, GLOSSARY, ORGANIZATION, POCKET_GUIDE, SEARCHES, SECTIONS, Handbook, read_handbook
from .links import broken_links, broken_references
from .lint import lint
from .markup import raw_html_in
from .model.blocks import Cards, Figure, Show
from .model.guide import Placed, resolve
from .picture import ICONS, UnfitPicture, read_picture
from .pictures import silent_pictures
from .problems import Level, Problem, Problems, did_you_mean
from .profile import keys_in
from .provenance import changed_sections
from .quizzes import short_blueprints, wrong_bank, wrong_quizzes
from .redirects import lost_addresses, wrong_redirects
from .reviews import wrong_reviews
from .source import Document, Where
from .whatsnew import untold_changes, wrong_news

_HALF_CLOSED = re.compile(r"\{\{\s*(\w+\.\w+)(?:\s*\}(?!\})|(?=\s*(?:[^\s}\w.]|$))|(?=\s+\w))")
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
    document = handbook.document(ORGANIZATION)
    if not values and (document is None or not document.data) and any(_needs_value(handbook)):
        if document is None and (handbook.root / ORGANIZATION).exists():
            return  # it could not be read: that problem is told where it is
        undo = "If that was not meant, undo the change. Else fill it in: pages and questions show its values."
        yield Problem(ORGANIZATION, 1, "the organization profile is empty, and texts need its values", undo)
        return
    for path, line, text in _texts(handbook):
        for found in _HALF_CLOSED.finditer(text):
            cure = f'Close it with two braces: "{{{{ {found[1]} }}}}".'
            yield Problem(path, line, f'the placeholder "{found[0]}" is not closed', cure)
        for key in keys_in(text):
            if key not in values:
                message = f'"{{{{ {key} }}}}" is not in the organization profile'
                yield Problem(path, line, message, did_you_mean(key, values))
    for value in handbook.profile.empty:
        message, cure = f'"{value.key}" is for the county to fill in', "Write the value after the colon."
        yield Problem(ORGANIZATION, value.line, message, cure, Level.NOTICE)


def _needs_value(handbook: Handbook) -> Iterator[bool]:
    for _, _, text in _texts(handbook):
        yield from (True for _ in keys_in(text))


def wrong_pages(handbook: Handbook) -> Iterator[Problem]:
    """A page has its title in its head and lies in a section."""
    for page in handbook.guide.pages.values():
        for heading in page.headings:
            if heading.level == 1:
                cure = f'Begin with two marks: "## {heading.text}".'
                yield Problem(page.file, heading.line, "a page has one title, in its head", cure)
        if "/" in page.path and handbook.guide.sections and not handbook.guide.section_of(page.path):
            yield Problem(page.file, 1, "this page is in no section", f"Add its folder to {SECTIONS}.", Level.NOTICE)


def raw_html(handbook: Handbook) -> Iterator[Problem]:
    """There is no raw HTML: it would be lost in print and could break the page."""
    for page in handbook.guide.pages.values():
        for found, line in page.markup.raw_html:
            if found.startswith("</") and any(other.startswith(f"<{found[2:-1]}") for other, _ in page.markup.raw_html):
                continue  # told where it opens
            yield Problem(page.file, line, f'"{found}" is raw HTML', NO_HTML)
    for document in _documents(handbook):
        for where, text in document.texts():
            found_in_text = raw_html_in(text)
            if found_in_text:
                yield Problem(document.path, document.line(where), f'"{found_in_text}" is raw HTML', NO_HTML)


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
    listed += [("directive", name, ("mini", at)) for at, name in enumerate(handbook.pocket.mini)]
    listed += [("question", name, ("questions", at)) for at, name in enumerate(handbook.pocket.questions)]
    listed += [("term", name, ("terms", at)) for at, name in enumerate(handbook.pocket.terms)]
    terms = [name for term in handbook.glossary for name in term.names]
    there = {"page": list(pages), "directive": list(blocks), "question": list(handbook.bank.items), "term": terms}
    for what, name, where in listed:
        known = there[what]
        if name not in known and name not in handbook.unread:
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


def wrong_icons(handbook: Handbook) -> Iterator[Problem]:
    """Every icon that a card names is there."""
    known = sorted(file.stem for file in (handbook.root / ICONS).glob("*.svg"))
    for placed in _placed(handbook):
        for at, card in enumerate(placed.block.items if isinstance(placed.block, Cards) else ()):
            if not card.icon or placed.document is None:
                continue
            file, line = placed.document.path, placed.document.line(("items", at, "icon"))
            if card.icon not in known:
                yield Problem(file, line, f'there is no icon "{card.icon}"', did_you_mean(card.icon, known))
                continue
            try:
                read_picture(handbook.root / ICONS / f"{card.icon}.svg")
            except UnfitPicture as error:
                yield Problem(
                    file, line, f'the icon "{card.icon}" cannot be shown: {error}', "Take another, or ask IT."
                )


def wrong_shows(handbook: Handbook) -> Iterator[Problem]:
    """What is shown again is there, and can be shown again."""
    blocks = handbook.guide.blocks
    for placed in _placed(handbook):
        for at, name in enumerate(placed.block.of if isinstance(placed.block, Show) else ()):
            if name in handbook.unread:
                continue
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
    short_blueprints,
    wrong_pocket_guide,
    wrong_figures,
    wrong_icons,
    silent_pictures,
    wrong_redirects,
    lost_addresses,
    wrong_reviews,
    wrong_news,
    untold_changes,
    wrong_shows,
    wrong_glossary,
    wrong_searches,
    changed_sections,
    lint,
)
