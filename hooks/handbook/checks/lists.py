"""Checks of what names something else: the pocket guide, the searches, the glossary and what is shown again."""

from __future__ import annotations

from collections.abc import Iterator

from ..book.read import GLOSSARY, NEWS, ORGANIZATION, POCKET_GUIDE, SEARCHES, SYNONYMS, Handbook, numbered
from ..model.blocks import Show, Topics
from ..model.guide import HOME, resolve_link
from ..model.schema import parse
from ..model.synonyms import Synonyms, folded
from ..source.codes import Code
from ..source.document import Where
from ..source.problems import Level, Problem, Problems, did_you_mean
from .links import Mention, lost_box, missing_page
from .texts import placed_in


def wrong_pocket_guide(handbook: Handbook) -> Iterator[Problem]:
    """What the pocket guide lists is there. What is gone is left out of print: a notice, for it is in another file."""
    document = handbook.document(POCKET_GUIDE)
    if handbook.pocket is None or document is None:
        return
    guide = handbook.guide
    references: list[tuple[str, str, Where]] = []
    for at, section in enumerate(handbook.pocket.sections):
        references.append(("page", section.online, ("sections", at, "online")))
        for n, page in enumerate(section.pages):
            here = ("sections", at, "pages", n)
            references.append(("page", page.page, (*here, "page")))
            references += [("box", name, (*here, "blocks", m)) for m, name in enumerate(page.blocks)]
    references += [("box", name, ("mini", at)) for at, name in enumerate(handbook.pocket.mini)]
    references += [("box", name, ("badge",)) for name in [handbook.pocket.badge] if name]
    references += [("question", name, ("questions", at)) for at, name in enumerate(handbook.pocket.questions)]
    references += [("term", name, ("terms", at)) for at, name in enumerate(handbook.pocket.terms)]
    references += [
        ("value", one.value, ("numbers", at, "value")) for at, one in enumerate(handbook.pocket.numbers) if one.value
    ]
    terms = [name for term in handbook.glossary for name in term.names]
    names = {
        "page": list(guide.paths),
        "box": list(guide.blocks),
        "question": list(handbook.bank.items),
        "term": terms,
        "value": list(handbook.profile.values),
    }
    for what, name, where in references:
        choices = names[what]
        if what == "page":
            yield from missing_page(handbook, Mention(name, document.path, document.line(where)), " to print")
        elif what == "value" and handbook.document(ORGANIZATION) is None:
            continue  # the profile can't be read: that is reported where it is
        elif what == "term" and handbook.document(GLOSSARY) is None and GLOSSARY in handbook.past.files:
            continue  # likewise
        elif name not in choices and name not in handbook.unread:
            message, hint = f'there is no {what} "{name}" to print', did_you_mean(name, choices)
            yield Problem(document.path, document.line(where), Code.PRINT_MISSING, message, hint, Level.NOTICE)


def double_prints(handbook: Handbook) -> Iterator[Problem]:
    """No box is in the pocket guide twice: by itself, and in one that shows it again."""
    document = handbook.document(POCKET_GUIDE)
    first: dict[str, str] = {}
    for at, section in enumerate(handbook.pocket.sections if handbook.pocket and document else ()):
        for n, page in enumerate(section.pages):
            for m, name in enumerate(page.blocks):
                boxes = _boxes_of(handbook, name)
                other = next((first[each] for each in boxes if each in first), None)
                first.update(dict.fromkeys(boxes, name))
                if other is None or document is None:
                    continue
                line = document.line(("sections", at, "pages", n, "blocks", m))
                message = f'"{name}" prints what "{other}" above it prints, too'
                yield Problem(document.path, line, Code.PRINT_TWICE, message, f'Remove "{name}".', Level.NOTICE)


def _boxes_of(handbook: Handbook, name: str) -> list[str]:
    """The boxes that are printed for one: itself, or those that it shows again."""
    placed = handbook.guide.blocks.get(name)
    return list(placed.block.of) if placed and isinstance(placed.block, Show) else [name]


def wrong_searches(handbook: Handbook) -> Iterator[Problem]:
    """The pages that searches should find are there: a notice, for the page is in another file."""
    document = handbook.document(SEARCHES)
    for where, text in document.texts() if document else ():
        if document and where[-1] == "page" and text not in handbook.guide.paths:
            mention = Mention(text, document.path, document.line(where))
            yield from missing_page(handbook, mention, " for this search to find")


def wrong_synonyms(handbook: Handbook) -> Iterator[Problem]:
    """Every word is in one line, and there once: in two, the search can't tell which is meant."""
    document = handbook.document(SYNONYMS)
    first: dict[str, tuple[int, int]] = {}
    for at in range(len(document.data)) if document and isinstance(document.data, list) else ():
        assert document is not None
        line = parse(Synonyms, document, Problems(), (at,))  # what can't be read has been reported
        for place, word in enumerate(line.words if line else ()):
            before = first.setdefault(folded(word), (at, place))
            if before == (at, place):
                continue
            where = "this line" if before[0] == at else f"line {document.line(before)}"
            hint = "Remove it from one of the two." if before[0] != at else "Remove one."
            here, message = document.line((at, place)), f'"{word}" is already in {where}'
            yield Problem(document.path, here, Code.SYNONYM_TWICE, message, hint)


def wrong_shows(handbook: Handbook) -> Iterator[Problem]:
    """What is shown again is there, and can be shown again."""
    blocks = handbook.guide.blocks
    for placed in placed_in(handbook):
        for at, name in enumerate(placed.block.of if isinstance(placed.block, Show) else ()):
            if name in handbook.unread:
                continue
            if placed.document and name not in blocks:
                yield lost_box(handbook, Mention(name, placed.document.path, placed.document.line(("of", at))))
            elif placed.document and not blocks[name].block.shown_again:
                message = f'"{name}" is a {blocks[name].kind}, which can\'t be shown again'
                line, hint = placed.document.line(("of", at)), "Link to it instead."
                yield Problem(placed.document.path, line, Code.SHOW_KIND, message, hint)


def unused_tags(handbook: Handbook) -> Iterator[Problem]:
    """The tags that a list of pages names are tags of pages. One that none has is left out of it: a notice."""
    tags = {tag for page in handbook.guide.pages if page.meta for tag in page.meta.tags}
    for placed in placed_in(handbook):
        for at, topic in enumerate(placed.block.tags if isinstance(placed.block, Topics) else ()):
            if placed.document and topic.tag not in tags:
                line = placed.document.line(("tags", at, "tag"))
                message, hint = f'no page has the tag "{topic.tag}"', did_you_mean(topic.tag, tags)
                yield Problem(placed.document.path, line, Code.TAG_UNUSED, message, hint, Level.NOTICE)


def wrong_glossary(handbook: Handbook) -> Iterator[Problem]:
    """Terms stand in the glossary once. A page that a term points to and that is gone is left out: a notice."""
    document = handbook.document(GLOSSARY)
    seen: dict[str, tuple[int, str]] = {}
    for at, term in numbered(document, handbook.glossary):
        assert document is not None
        for name in term.names:
            first, other = seen.setdefault(name.casefold(), (at, term.term))
            if first != at:
                message = f'"{name}" is also in the glossary under "{other}"'
                yield Problem(document.path, document.line((at,)), Code.TERM_TWICE, message, "Keep it in one place.")
        if term.see:
            mention = Mention(term.see.partition("#")[0], document.path, document.line((at, "see")))
            yield from missing_page(handbook, mention)


def wrong_news(handbook: Handbook) -> Iterator[Problem]:
    """Entries lead to pages that are there: a notice, for the page is in another file."""
    document = handbook.document(NEWS)
    for at, entry in numbered(document, handbook.news):
        if document and entry.link:
            path = resolve_link(HOME, entry.link.removeprefix(handbook.site.address))[0]
            yield from missing_page(handbook, Mention(path, document.path, document.line((at, "link"))))
