"""Renders where a list of staff is matched with receipts: the roles, and what each has to read."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from ..book.readings import reading_named
from ..model.blocks import Acknowledgment, Roster
from ..model.roles import Role
from .acknowledgment import link_to, marks_of
from .build import el
from .context import Context
from .parts import frame, style

NO_ROLES = "There are no roles yet. Add them to docs/_data/roles.yml."
_NO_SCRIPT = "This page needs its scripts: the list of staff and the receipts stay on your computer."


def render(block: Roster, context: Context) -> Element:
    """The roles. `data-where` is the page to sign on, for the reminder."""
    roles = context.handbook.roles
    return frame(
        block,
        context,
        style("receipts", context),
        el("p", _NO_SCRIPT, class_="hb-needs-script"),
        el("ul", *(_role(role, context) for role in roles), class_="hb-roles") if roles else el("p", NO_ROLES),
        data_where=_page_to_sign(context),
    )


def _role(role: Role, context: Context) -> Element:
    """A role with what it has to read, each with the marks of its present state."""
    there = [reading for name in role.reads if (reading := reading_named(name, context.handbook))]
    links = [
        part for reading in there for part in (", ", link_to(reading, context, **marks_of(reading, context.handbook)))
    ][1:]
    days = f", within {role.days} days" if role.days else ""
    label = el("strong", f"{role.role}:")
    return el("li", label, " ", *links, days, data_role=role.role, data_days=str(role.days))


def _page_to_sign(context: Context) -> str:
    """The full address of the page where people sign; within the site while that has none. Empty where none is."""
    guide = context.handbook.guide
    placed = next((one for one in guide.blocks.values() if isinstance(one.block, Acknowledgment)), None)
    if placed is None:
        return ""
    return guide.online(placed.page, context.handbook.site.address) or guide.address(placed.page)
