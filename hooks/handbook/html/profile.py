"""Renders the tables that the organization profile fills."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from ..model.blocks import Contacts, Standards
from ..model.organization import Contact
from .build import el
from .context import Context
from .parts import frame, noted


def render_standards(block: Standards, context: Context) -> Element:
    """The service standards: what is promised, and the measure."""
    head = el("tr", el("th", "What", scope="col"), el("th", "Our promise", scope="col"))
    rows = (
        el("tr", el("th", standard.what, scope="row"), el("td", standard.promise, data_label="Our promise"))
        for standard in context.handbook.organization.standards
    )
    table = el("table", el("caption", block.title), el("thead", head), el("tbody", *rows))
    return frame(block, context, el("div", table, class_="hb-table"))


def render_contacts(block: Contacts, context: Context) -> Element:
    """The people and places to turn to. Phone numbers, email and web addresses are links."""
    return frame(block, context, el("ul", *map(_contact, context.handbook.organization.contacts)))


def _contact(contact: Contact) -> Element:
    details = (
        el("div", el("dt", label), el("dd", text))
        for label, text in (
            ("Phone", contact.phone),
            ("Email", contact.email),
            ("Address", contact.address),
            ("Web", contact.url),
        )
        if text
    )
    return el("li", el("p", el("strong", contact.name)), noted("note", contact.about), el("dl", *details))
