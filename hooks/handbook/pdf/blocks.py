"""The print form of each directive, as the tree that the template prints."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from ..book.read import GLOSSARY, ORGANIZATION, Handbook
from ..model.blocks import (
    Avoided,
    Block,
    Checklist,
    Contacts,
    Expectations,
    Figure,
    Glossary,
    Phrase,
    Phrases,
    Procedure,
    Scene,
    Show,
    Standards,
    Step,
    Tick,
    Worksheet,
)
from ..model.guide import HOME
from ..model.organization import EMERGENCY, NO_PROMISES, Contact
from ..source.codes import Code
from ..source.contact import dialed, phone_in
from ..source.document import Document, Where
from ..source.profile import Medium
from .figure import figure
from .inline import PrintTexts
from .links import spoken_address
from .runs import Tree, as_runs

KEEP = "keep"
"""The key that names the text of an entry which a brief form must not leave out."""

ASIDES = ("why", "note", "about")
"""The keys of what a brief form leaves out."""

LABELS = {"phone": "Phone", "email": "Email", "url": "Web"}

Printer = Callable[[Any, PrintTexts, Handbook], Tree]


Place = tuple[Document, Where]
"""A document, and where in it something is listed."""


def print_form(block: Block, texts: PrintTexts, handbook: Handbook, listed_at: Place | None = None) -> Tree | None:
    """The tree of a directive. None for a kind that is not printed, with a problem recorded where it is listed."""
    if block.kind in NOT_PRINTED:
        document, where = listed_at or (texts.document, ("id",))
        kinds = ", ".join(sorted(each.kind for each in PRINTERS))
        message = f'"{block.id}" is a {block.kind} box, which can\'t be printed'
        hint = f'Remove "{block.id}" from this list. What can be printed: {kinds}.'
        texts.setter.problems.add(document.path, document.line(where), Code.PRINT_FORM, message, hint)
        return None
    return {"kind": block.kind, **PRINTERS[type(block)](block, texts, handbook)}


def _procedure(block: Procedure, texts: PrintTexts, _: Handbook) -> Tree:
    steps = (
        {
            "do": texts(step.do, "steps", at, "do"),
            "say": texts.spoken(step.say, "steps", at, "say"),
            "why": texts.aside(step.why, "steps", at, "why"),
            "note": texts.aside(step.note, "steps", at, "note"),
            **_safety(step, "note"),
        }
        for at, step in enumerate(block.steps)
    )
    return {"steps": list(steps)}


def _checklist(block: Checklist, texts: PrintTexts, _: Handbook) -> Tree:
    items = (
        {
            "text": texts(item.text, "items", at, "text"),
            "note": texts.aside(item.note, "items", at, "note"),
            **_safety(item, "note"),
        }
        for at, item in enumerate(block.items)
    )
    return {"items": list(items), "tick": block.tick}


def _safety(entry: Step | Tick | Phrase | Avoided, name: str) -> Tree:
    """Names the text of an entry that a brief form must not leave out."""
    return {KEEP: name} if entry.keep else {}


def _phrases(block: Phrases, texts: PrintTexts, _: Handbook) -> Tree:
    return {"say": _entries("say", block.say, texts), "avoid": _entries("avoid", block.avoid, texts)}


def _entries(name: str, entries: Sequence[Phrase | Avoided], texts: PrintTexts) -> list[Tree]:
    return [
        {
            "text": texts.spoken(entry.text, name, at, "text"),
            "why": texts.aside(entry.why, name, at, "why"),
            "instead": texts.spoken(entry.instead, name, at, "instead") if isinstance(entry, Avoided) else None,
            **_safety(entry, "why"),
        }
        for at, entry in enumerate(entries)
    ]


def _expectations(block: Expectations, texts: PrintTexts, _: Handbook) -> Tree:
    return {
        "columns": [texts(heading, "columns", key) for key, heading in block.columns.items()],
        "rows": [[texts(row[key], "rows", at, key) for key in block.columns] for at, row in enumerate(block.rows)],
    }


def _standards(_: Standards, texts: PrintTexts, handbook: Handbook) -> Tree:
    texts = _of_organization(texts, handbook)
    rows = (
        [texts(row.what, "service_standards", at, "what"), texts(row.promise, "service_standards", at, "promise")]
        for at, row in handbook.organization.promises
    )
    return {"columns": [as_runs("What"), as_runs("Our promise")], "rows": list(rows), "without": NO_PROMISES}


def _contacts(_: Contacts, texts: PrintTexts, handbook: Handbook) -> Tree:
    texts = _of_organization(texts, handbook)
    in_order = sorted(enumerate(handbook.organization.contacts), key=lambda entry: not entry[1].urgent)
    return {"contacts": [_contact(contact, at, texts, handbook) for at, contact in in_order], "emergency": EMERGENCY}


def _contact(contact: Contact, at: int, texts: PrintTexts, handbook: Handbook) -> Tree:
    def value(text: str | None) -> str:
        return handbook.profile.fill(text or "", Medium.PRINT)

    phone, email, web = value(contact.phone), value(contact.email), value(contact.url)
    details = (
        ("phone", phone, f"tel:{dialed(number)}" if (number := phone_in(phone)) else None),
        ("email", email, f"mailto:{email}" if "@" in email else None),
        ("url", spoken_address(web), web if web.startswith(("https://", "http://")) else None),
    )
    return {
        "urgent": contact.urgent,
        "name": texts(contact.name, "contacts", at, "name"),
        "about": texts.aside(contact.about, "contacts", at, "about"),
        "address": texts(contact.address, "contacts", at, "address"),
        "details": [
            {"label": LABELS[key], "text": texts.literal(text, "contacts", at, key), "to": to}
            for key, text, to in details
            if text
        ],
    }


def _scene(block: Scene, texts: PrintTexts, _: Handbook) -> Tree:
    lines = (
        {"who": texts(line.who, "lines", at, "who"), "says": texts.spoken(line.says, "lines", at, "says")}
        for at, line in enumerate(block.lines)
    )
    return {
        "setting": texts(block.setting, "setting"),
        "lines": list(lines),
        "well": [texts(point, "well", at) for at, point in enumerate(block.well)],
        "better": [texts(point, "better", at) for at, point in enumerate(block.better)],
    }


def _worksheet(block: Worksheet, texts: PrintTexts, _: Handbook) -> Tree:
    fields = (
        {
            "kind": field.type,
            "label": texts(field.label, "fields", at, "label"),
            "note": texts.aside(field.note, "fields", at, "note"),
            "options": [texts(option, "fields", at, "options", n) for n, option in enumerate(field.options)],
            "to": field.to,
        }
        for at, field in enumerate(block.fields)
    )
    return {"fields": list(fields)}


def _glossary(_: Glossary, texts: PrintTexts, handbook: Handbook) -> Tree:
    """The terms that the guide chooses; all where it chooses none."""
    document = handbook.document(GLOSSARY)
    texts = replace(texts.of(document), page=HOME) if document else texts
    names = {name.casefold() for name in handbook.pocket.terms} if handbook.pocket else set()
    terms = (
        {"term": texts(term.term, at, "term"), "means": texts(term.means, at, "means")}
        for at, term in sorted(enumerate(handbook.glossary), key=lambda entry: entry[1].term.casefold())
        if not names or names & {name.casefold() for name in term.names}
    )
    return {"terms": list(terms)}


def _show(block: Show, texts: PrintTexts, handbook: Handbook) -> Tree:
    """The directives it shows, each as on its own page. One that is gone is a problem elsewhere."""
    others = (handbook.guide.blocks[name] for name in block.of if name in handbook.guide.blocks)
    blocks = []
    for at, placed in enumerate(others):
        there = PrintTexts(texts.setter, placed.document, placed.page)
        form = print_form(placed.block, there, handbook, (texts.document, ("of", at)))
        if form:
            heading = {"title": there.plain(placed.block.title, "title")} if len(block.of) > 1 else None
            blocks.append({"heading": heading, **(brief_form(form) if block.brief else form)})
    return {"blocks": blocks}


def brief_form(form: Any) -> Any:
    """The same print form without reasons and remarks, but for those to keep."""
    if isinstance(form, dict):
        return {
            key: None if key in ASIDES and key != form.get(KEEP) else brief_form(value) for key, value in form.items()
        }
    return [brief_form(entry) for entry in form] if isinstance(form, list) else form


def _of_organization(texts: PrintTexts, handbook: Handbook) -> PrintTexts:
    document = handbook.document(ORGANIZATION)
    return texts.of(document) if document else texts


PRINTERS: dict[type[Block], Printer] = {
    Checklist: _checklist,
    Contacts: _contacts,
    Expectations: _expectations,
    Figure: figure,
    Glossary: _glossary,
    Phrases: _phrases,
    Procedure: _procedure,
    Scene: _scene,
    Show: _show,
    Standards: _standards,
    Worksheet: _worksheet,
}
"""What is printed, by its model."""

NOT_PRINTED = frozenset(
    {
        "acknowledgment",
        "cards",
        "downloads",
        "handouts",
        "huddle",
        "news",
        "onboarding",
        "progress",
        "quiz",
        "quizzes",
        "reports",
        "roster",
        "sheet",
        "shortcuts",
        "topics",
        "workshop",
    }
)
"""What lives on a screen only: a problem where the guide asks for it."""
