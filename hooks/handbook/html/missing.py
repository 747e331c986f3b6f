"""The warning where a value is still empty that staff can't do without."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from ..source.profile import Medium, Profile, Value, keys_in
from .build import el

_LABEL, _LABEL_IN_BRIEF = "Missing here:", "Missing:"
_ADVICE = "Your county hasn't filled this in yet. Until it does, ask your supervisor."
_ADVICE_IN_BRIEF = "Ask your supervisor."
_ONE_LINE = 18
"""Letters for the names of what is missing, where the warning is to stay on one line of a phone."""


def with_warning(box: Element, profile: Profile) -> Element:
    """The box of a directive; where it shows a required value that is empty, a warning comes first."""
    values = list(_shown_in(box, profile.missing))
    return _warned(box, _LABEL, _whole(values)) if values else box


def with_brief_warning(box: Element, profile: Profile, around: Iterable[str]) -> Element:
    """The same for what a quick card shows, and for the texts `around` it: one line, to keep every step in sight."""
    in_box, in_texts = list(_shown_in(box, profile.missing)), _named_in(around, profile)
    values = [value for value in profile.missing if value in in_box or value in in_texts]
    return _warned(box, _LABEL_IN_BRIEF, _brief(values)) if values else box


def _warned(box: Element, label: str, text: str) -> Element:
    warning = el("p", el("strong", label), class_="hb-missing", role="note", data_search_exclude=True)
    warning[0].tail = AtomicString(f" {text}")
    box.insert(1, warning)  # behind the heading
    return box


def markdown_warning(texts: Iterable[str], profile: Profile) -> str:
    """The same for running text, in Markdown. Empty where no required value is missing in the texts."""
    values = _named_in(texts, profile)
    mark = "{: .hb-missing role=note data-search-exclude }"
    return f"**{_LABEL}** {_whole(values)}\n{mark}" if values else ""


def _whole(values: Collection[Value]) -> str:
    return f"{_names(values)}. {_ADVICE}"


def _brief(values: Collection[Value]) -> str:
    names, count = _names(values), len(values)
    what = names if len(names) <= _ONE_LINE else f"{count} value{'s' if count > 1 else ''}"
    return f"{what}. {_ADVICE_IN_BRIEF}"


def _names(values: Iterable[Value]) -> str:
    return ", ".join(value.name for value in values)


def _named_in(texts: Iterable[str], profile: Profile) -> list[Value]:
    keys = {key for text in texts for key in keys_in(text)} if profile.missing else set[str]()
    return [value for value in profile.missing if value.key in keys]


def _shown_in(box: Element, values: Collection[Value]) -> Iterator[Value]:
    """The values that the texts of a box show: by their placeholder, or in words to say as these are filled."""
    keys, spoken = set[str](), ""
    for part in box.iter() if values else ():
        keys.update(key for text in (part.text, part.tail) for key in keys_in(text or ""))
        spoken += part.text or "" if part.tag == "q" else ""
    return (value for value in values if value.key in keys or value.reads(Medium.SPEECH) in spoken)
