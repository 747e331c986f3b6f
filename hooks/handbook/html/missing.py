"""The warning where a value is still empty that staff can't do without."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from ..source.profile import Medium, Profile, Value, keys_in
from .build import el

ADVICE = "Your county hasn't filled this in yet. Until it does, ask your supervisor."


def with_warning(box: Element, profile: Profile) -> Element:
    """The box of a directive; where it shows a required value that is empty, a warning comes first."""
    if profile.missing and (values := list(_shown_in(box, profile.missing))):
        names = AtomicString(f" {', '.join(value.name for value in values)}. {ADVICE}")
        warning = el("p", el("strong", "Missing here:"), class_="hb-missing", role="note", data_search_exclude=True)
        warning[0].tail = names
        box.insert(1, warning)  # behind the heading
    return box


def markdown_warning(texts: Iterable[str], profile: Profile) -> str:
    """The same for running text, in Markdown. Empty where no required value is missing in the texts."""
    keys = {key for text in texts for key in keys_in(text)} if profile.missing else set[str]()
    names = ", ".join(value.name for value in profile.missing if value.key in keys)
    mark = "{: .hb-missing role=note data-search-exclude }"
    return f"**Missing here:** {names}. {ADVICE}\n{mark}" if names else ""


def _shown_in(box: Element, values: Iterable[Value]) -> Iterator[Value]:
    """The values that the texts of a box show: by their placeholder, or in words to say as these are filled."""
    keys, spoken = set[str](), ""
    for part in box.iter():
        keys.update(key for text in (part.text, part.tail) for key in keys_in(text or ""))
        spoken += part.text or "" if part.tag == "q" else ""
    return (value for value in values if value.key in keys or value.reads(Medium.SPEECH) in spoken)
