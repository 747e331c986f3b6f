"""Renders the tables that the organization profile fills."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from ..model.blocks import Contacts, Standards
from ..model.organization import EMERGENCY, NO_PROMISES, Contact
from ..source.contact import dialed, phone_in
from .build import el
from .context import Context
from .parts import frame, list_title, noted


def render_standards(block: Standards, context: Context) -> Element:
    """The service standards: what is promised, and the measure. A row that needs an empty value is left out."""
    promises = context.handbook.organization.promises
    if not promises:
        return frame(block, context, el("p", NO_PROMISES))
    head = el("tr", el("th", "What", scope="col"), el("th", "Our promise", scope="col"))
    rows = (
        el("tr", el("th", standard.what, scope="row"), el("td", standard.promise, data_label="Our promise"))
        for _, standard in promises
    )
    table = el("table", el("caption", block.title), el("thead", head), el("tbody", *rows))
    return frame(block, context, el("div", table, class_="hb-table"))


def render_contacts(block: Contacts, context: Context) -> Element:
    """The people and places to turn to, the urgent ones first. Phone numbers, email and web addresses are links."""
    contacts = context.handbook.organization.contacts
    urgent, others = ([each for each in contacts if each.urgent is first] for first in (True, False))
    label = list_title(EMERGENCY, f"{block.id}-urgent") if urgent else None
    first = el("ul", *map(_contact, urgent), class_="hb-urgent", aria_labelledby=f"{block.id}-urgent")
    return frame(block, context, label, first if urgent else None, el("ul", *map(_contact, others)) if others else None)


def _contact(contact: Contact) -> Element:
    details = (
        el("div", el("dt", label), el("dd", detail))
        for label, detail in (
            ("Phone", _dialable(contact.phone)),
            ("Email", contact.email),
            ("Address", contact.address),
            ("Web", contact.url),
        )
        if detail is not None
    )
    return el("li", el("p", el("strong", contact.name)), noted("note", contact.about), el("dl", *details))


def _dialable(phone: str | None) -> Element | str | None:
    """A number to dial as a link. A placeholder becomes one by itself."""
    number = phone_in(phone) if phone and "{{" not in phone else ""
    return el("a", AtomicString(phone), href=f"tel:{dialed(number)}") if phone and number else phone
