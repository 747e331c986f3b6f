"""The organization: its profile, its service standards and whom to turn to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Annotated, TypeVar

from pydantic import AfterValidator, Field

from ..source.codes import Code
from ..source.document import Document, Node
from ..source.problems import Problems
from ..source.profile import Profile, Value, keys_in
from .colors import Colors
from .schema import Entity, Text, fault, parse

TABLES = ("service_standards", "contacts", "languages")

NO_PROMISES = "Your county hasn't set these yet. Ask your supervisor before you promise a time."
"""What stands in place of the standards while none can be told."""

EMERGENCY = "In an emergency"
"""What the contacts that are urgent stand under."""


MOST_LANGUAGES = 12
"""So many lines fit on the language card."""


Row = TypeVar("Row", bound=Entity)


_HOSTS = {r"github": "edit", r"gitlab": "-/edit", r"gitea|forgejo|codeberg": "_edit"}
"""What the address of a repository's editor holds, by what the host is called: as its button "Edit" leads there."""

_EDITOR = re.compile(r"/(?:-/|_)?edit/[^/]+$")
"""An address that is already that of the editor for a branch."""


def _web_address(address: str) -> str:
    if re.fullmatch(r"https?://[^\s/]+(?:/\S*)?", address):
        return address.rstrip("/").removesuffix(".git")
    ours = re.sub(r"^git@([^:]+):|^ssh://(?:\w+@)?([^/]+)/", r"\1\2/", address).lstrip("/").removesuffix(".git")
    if "." not in ours.partition("/")[0]:
        ours = f"git.example.org/county/{ours}"
    message = f'repository: "{address}" is not a web address'
    raise fault(Code.REPOSITORY_ADDRESS, message, f'Write it with https:// at the beginning: "https://{ours}".')


def _language_code(code: str) -> str:
    if re.fullmatch(r"[a-z]{2,3}", code.lower()):
        return code.lower()
    message = f'code: "{code}" is not the code of a language'
    raise fault(Code.VALUE_UNKNOWN, message, 'It has two or three letters. Spanish, for example, is "code: es".')


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
    urgent: bool = False
    """true: it comes first, under "In an emergency"."""


class Language(Entity):
    """A line on the language card, as someone who speaks the language has checked it."""

    name: Text
    """What the language is called in English, for the employee."""
    text: Text
    """"I speak …" in that language, for the customer."""
    code: Annotated[Text, AfterValidator(_language_code)] | None = Field(None, examples=["es"])
    """Its code of two or three letters (ISO 639), so that a screen reader pronounces it."""


class MarkedValue(Entity):
    """A value that staff can't do without. Other values are written on one line, as `name: text`."""

    required: bool = False
    """true: while it is empty, its page and card show a warning."""
    value: Text | None = None
    """The value. Leave it empty until you know it."""
    label: Text | None = None
    """What it is called in a sentence, where its name doesn't say it: "interpreter line"."""


class Settings(Entity):
    """What the profile says of the handbook as a whole."""

    ready: bool = False
    """true: the required values are filled in. From then on, an empty one stops publishing."""
    repository: Annotated[Text, AfterValidator(_web_address)] | None = None
    """The address of the handbook's files on the git host. Every page then links to its file there."""
    seal: Text | None = None
    """The picture of the county's seal: its path below docs/, such as assets/seal.svg."""
    colors: Colors = Colors()
    """The county's colors."""

    def editor(self, branch: str) -> str | None:
        """The address of the host's web editor for a branch, to which the path of a file is added.

        None without a repository, and where its address does not tell what kind of host it is.
        """
        if self.repository is None or _EDITOR.search(self.repository):
            return self.repository
        host = self.repository.split("/")[2]
        kind = next((form for names, form in _HOSTS.items() if re.search(names, host)), None)
        return f"{self.repository}/{kind}/{branch}" if kind else None


@dataclass(frozen=True, slots=True)
class Organization:
    """What differs from one county to the next."""

    profile: Profile
    standards: tuple[Standard, ...] = ()
    contacts: tuple[Contact, ...] = ()
    languages: tuple[Language, ...] = ()
    settings: Settings = field(default_factory=Settings)

    @property
    def promises(self) -> tuple[tuple[int, Standard], ...]:
        """The standards that say something, each with its place in the file: not those that need an empty value."""
        lacks = self.profile.lacks
        return tuple(
            (at, row) for at, row in enumerate(self.standards) if not lacks(keys_in(f"{row.what} {row.promise}"))
        )


def read_organization(document: Document, problems: Problems) -> Organization:
    """Take the profile document apart: groups of values, the two tables, and what it says of the handbook."""
    if not isinstance(document.data, dict):
        problems.add(
            document.path,
            1,
            Code.FILE_SHAPE,
            "the profile should be groups of keys and values",
            'For example, "org:" and below it "  name: …".',
        )
        return Organization(Profile({}))
    values = _values(document.data, document, problems)
    return Organization(
        Profile({value.key: value for value in values}),
        tuple(_rows(Standard, "service_standards", document, problems)),
        tuple(_rows(Contact, "contacts", document, problems)),
        tuple(_languages(document, problems)),
        _settings(document.data, document, problems),
    )


def _settings(data: dict[str, Node], document: Document, problems: Problems) -> Settings:
    """Each by itself: one that is wrong takes no other with it."""
    settings = Settings()
    for name in (name for name in Settings.model_fields if name in data):
        alone = parse(Settings, document.only(name), problems)
        settings = settings.model_copy(update={name: getattr(alone, name)}) if alone else settings
    return settings


def _values(data: dict[str, Node], document: Document, problems: Problems) -> Iterator[Value]:
    for group, content in data.items():
        if group in (*TABLES, *Settings.model_fields) or content == "":
            continue
        if not isinstance(content, dict):
            message, hint = f'"{group}" should hold keys and values', "Indent them below it."
            problems.add(document.path, document.line((group,)), Code.VALUE_KIND, message, hint)
            continue
        for name, typed in content.items():
            if isinstance(typed, dict) and typed and not typed.keys() & MarkedValue.model_fields.keys():
                yield from _indented_group((group, name), typed, document, problems)
            elif value := _value((group, name), typed, document, problems):
                yield value


def _indented_group(
    where: tuple[str, str], content: dict[str, Node], document: Document, problems: Problems
) -> Iterator[Value]:
    """The values of a group that begins too far to the right, so that it is inside another; read as meant."""
    group, name = where
    message = f'"{name}" is inside of "{group}", but a group stands on its own'
    hint = f'Begin "{name}:" in the first column, and the lines below it two spaces from the left.'
    problems.add(document.path, document.line(where), Code.INDENT_WRONG, message, hint)
    for inner, typed in content.items():
        if isinstance(typed, str):
            yield Value(f"{name}.{inner}", typed.strip(), document.line((group, name, inner)))


def _value(where: tuple[str, str], typed: Node, document: Document, problems: Problems) -> Value | None:
    """One value. One that is marked wrong is read as empty: so nobody is told that it isn't there."""
    key, line = ".".join(where), document.line(where)
    if isinstance(typed, str):
        return Value(key, typed.strip(), line)
    if isinstance(typed, dict):
        marked = parse(MarkedValue, document, problems, where) or MarkedValue()
        line = document.line((*where, "value"))
        return Value(key, marked.value or "", line, marked.required, marked.label or "")
    message, hint = f'"{key}" should be one text', "Write it on one line after the colon."
    problems.add(document.path, line, Code.VALUE_KIND, message, hint)
    return None


def _languages(document: Document, problems: Problems) -> list[Language]:
    """As many as fit on the card; the others are noticed."""
    rows = _rows(Language, "languages", document, problems)
    if len(rows) > MOST_LANGUAGES:
        line = document.line(("languages", MOST_LANGUAGES))
        message = f"the language card holds {MOST_LANGUAGES} languages, so it leaves out those from here on"
        problems.notice(document.path, line, Code.VALUE_KIND, message, "Move the languages you need most to the top.")
    return rows[:MOST_LANGUAGES]


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
    others = (entry for entry in content if isinstance(entry, dict) and _is_of_other_table(model, entry))
    if other := next(others, None):
        key = next(name for name in TABLES if name != table)
        message = f'"{next(iter(other))}: …" begins an entry of "{key}", and that line is missing above it'
        problems.add(
            document.path,
            document.line((table, content.index(other))),
            Code.KEY_MISSING,
            message,
            f'Put "{key}:" above it.',
        )
        content = content[: content.index(other)]
    rows = (parse(model, document, problems, (table, at)) for at in range(len(content)))
    return [row for row in rows if row is not None]


def _is_of_other_table(model: type[Entity], entry: dict[str, Node]) -> bool:
    """Whether a row has the keys of the other table, and none of its own: the key above it was lost."""
    other = Contact if model is Standard else Standard
    return not entry.keys() & model.model_fields.keys() and entry.keys() <= other.model_fields.keys()
