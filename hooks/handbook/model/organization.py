"""The organization: its profile, its service standards and whom to turn to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from ..source.codes import Code
from ..source.document import Document
from ..source.problems import Problems
from ..source.profile import Profile, Value
from .schema import Entity, Text, parse

TABLES = ("service_standards", "contacts")


Row = TypeVar("Row", bound=Entity)


class Standard(Entity):
    """One service standard: what is promised. A row of the table of standards."""

    what: Text
    """What is promised on."""
    promise: Text
    """The promise."""


class Contact(Entity):
    """A person, office or place to turn to."""

    name: Text
    """The person (as a role), office or place."""
    about: Text | None = None
    """What to turn to it for."""
    phone: Text | None = None
    """Phone number."""
    email: Text | None = None
    """Email address."""
    address: Text | None = None
    """Where it is."""
    url: Text | None = None
    """Web address."""


@dataclass(frozen=True, slots=True)
class Organization:
    """What differs from one county to the next."""

    profile: Profile
    standards: tuple[Standard, ...] = ()
    contacts: tuple[Contact, ...] = ()


def read_organization(document: Document, problems: Problems) -> Organization:
    """Take the profile document apart: groups of values, and the two tables."""
    if not isinstance(document.data, dict):
        problems.add(
            document.path,
            1,
            Code.FILE_SHAPE,
            "the profile should be groups of keys and values",
            'For example, "org:" and below it "  name: …".',
        )
        return Organization(Profile({}))
    values: dict[str, Value] = {}
    for group, content in document.data.items():
        if group in TABLES or content == "":
            continue
        if not isinstance(content, dict):
            problems.add(
                document.path,
                document.line((group,)),
                Code.VALUE_KIND,
                f'"{group}" should hold keys and values',
                "Indent them below it.",
            )
            continue
        for name, value in content.items():
            line = document.line((group, name))
            if isinstance(value, str):
                values[f"{group}.{name}"] = Value(f"{group}.{name}", value.strip(), line)
            else:
                problems.add(
                    document.path,
                    line,
                    Code.VALUE_KIND,
                    f'"{group}.{name}" should be one text',
                    "Write it on one line after the colon.",
                )
    return Organization(
        Profile(values),
        tuple(_rows(Standard, "service_standards", document, problems)),
        tuple(_rows(Contact, "contacts", document, problems)),
    )


def _rows(model: type[Row], table: str, document: Document, problems: Problems) -> list[Row]:
    assert isinstance(document.data, dict)
    content = document.data.get(table, [])
    if content == "":
        return []
    if not isinstance(content, list):
        problems.add(
            document.path,
            document.line((table,)),
            Code.VALUE_KIND,
            f'"{table}" should be a list',
            "Begin each entry with a dash.",
        )
        return []
    rows = (parse(model, document, problems, (table, at)) for at in range(len(content)))
    return [row for row in rows if row is not None]
