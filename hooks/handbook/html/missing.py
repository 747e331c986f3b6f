"""The warning on a page where a value is still empty that staff can't do without: one, below the lead."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from ..source.profile import Medium, Profile, Value, keys_in
from .build import el

_ADVICE = "Your county hasn't filled this in yet. Until it does, ask your supervisor."
_ADVICE_IN_BRIEF = "Ask your supervisor."
_ONE_LINE = 18
"""Letters for the names of what is missing, where the warning is to stay on one line of a phone."""

_MOST_NAMES = 4
"""How many are named elsewhere. The places themselves say it, too."""


def warn(page: Element, profile: Profile, *, brief: bool) -> None:
    """Put the warning into the tree of a page, before its placeholders are filled. Nothing where no value is missing.

    On a quick card (`brief`) it is one line, to keep every step in sight.
    """
    values = list(_missing_in(page, profile.missing))
    if values:
        label, text = ("Missing:", _brief(values)) if brief else ("Missing here:", f"{_some(values)}. {_ADVICE}")
        warning = el("p", el("strong", label), class_="hb-missing", role="note", data_search_exclude=True)
        warning[0].tail = AtomicString(f" {text}")
        page.insert(_below_lead(page), warning)


def _brief(values: list[Value]) -> str:
    names, count = _names(values), len(values)
    what = names if len(names) <= _ONE_LINE else f"{count} value{'s' if count > 1 else ''}"
    return f"{what}. {_ADVICE_IN_BRIEF}"


def _some(values: list[Value]) -> str:
    named, others = values[:_MOST_NAMES], values[_MOST_NAMES:]
    return f"{_names(named)} and {len(others)} more" if others else _names(named)


def _names(values: Collection[Value]) -> str:
    return ", ".join(value.name for value in values)


def _below_lead(page: Element) -> int:
    """Where the first thing below the title and the lead stands."""
    title = next((at for at, part in enumerate(page) if part.tag == "h1"), -1)
    return title + 1 + (title >= 0 and page[title + 1 : title + 2] != [] and page[title + 1].tag == "p")


def _missing_in(page: Element, values: Collection[Value]) -> Iterator[Value]:
    """The values that the texts of a page show: by their placeholder, or in words to say as these are filled."""
    keys, spoken = set[str](), ""
    for part in page.iter() if values else ():
        keys.update(key for text in (part.text, part.tail) for key in keys_in(text or ""))
        spoken += part.text or "" if part.tag == "q" else ""
    return (value for value in values if value.key in keys or value.reads(Medium.SPEECH) in spoken)
