"""Keys of the organization profile that texts ask for, and that are misspelled or gone in the profile itself.

One mistake there would be reported in every text that shows the value, with a fix that spreads it. So it is reported
once, at its line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..book.read import ORGANIZATION, Handbook
from ..model.derivation import PROFILE
from ..model.organization import read_organization
from ..source.codes import Code
from ..source.document import read_document
from ..source.problems import Problem, Problems, nearest
from ..source.profile import keys_in
from .texts import handbook_texts

Places = list[tuple[str, int]]
"""Files and lines."""


def keys_in_use(handbook: Handbook) -> dict[str, Places]:
    """Every key that a text shows, with the places where it does."""
    uses: dict[str, Places] = {}
    for path, line, text in handbook_texts(handbook, r"\{\{"):
        for key in keys_in(text):
            uses.setdefault(key, []).append((path, line))
    return uses


@dataclass(frozen=True, slots=True)
class _Profile:
    """The keys of the profile now and as it was published, and those that nothing asks for."""

    keys: Mapping[str, str]
    published: Mapping[str, str]
    spare: frozenset[str]

    def group(self, name: str) -> set[str]:
        """The names of the values in a group."""
        return {key.partition(".")[2] for key in self.keys if key.startswith(f"{name}.")}


def misspelled_values(handbook: Handbook, uses: Mapping[str, Places]) -> dict[str, Problem]:
    """By each key that texts ask for in vain, the problem at the line of the profile that is to blame."""
    keys = {key: value.text for key, value in handbook.profile.values.items()}
    unknown = [key for key in uses if key not in keys and "." in key]
    if not unknown:
        return {}
    others = _named_elsewhere(handbook)
    profile = _Profile(keys, _published(handbook), frozenset(keys.keys() - uses.keys() - others))
    sure = [key for key in unknown if key in profile.published or len(uses[key]) > 1]
    problems: dict[str, Problem] = {}
    for group in dict.fromkeys(key.partition(".")[0] for key in sure):
        names = {key.partition(".")[2] for key in sure if key.startswith(f"{group}.")}
        if other := _renamed_group(group, names, profile):
            message = f'no text uses the group "{other}", but texts ask for "{group}"'
            of_group = _misspelled(handbook, (other,), message, group)
            problems |= dict.fromkeys((f"{group}.{name}" for name in names), of_group)
    for key in sure:
        if key not in problems and (of_key := _of_key(key, profile, handbook, len(uses[key]))):
            problems[key] = of_key
    return problems


def _named_elsewhere(handbook: Handbook) -> set[str]:
    """The keys that questions are made of, that the pocket guide prints, or that are read by name."""
    texts = (text for document in handbook.bank.documents for where, text in document.texts() if where[-1] == "from")
    numbers = handbook.pocket.numbers if handbook.pocket else ()
    return {*(text.removeprefix(PROFILE).strip() for text in texts), *(number.value or "" for number in numbers)}


def _published(handbook: Handbook) -> Mapping[str, str]:
    text = handbook.past.text(ORGANIZATION)
    document = read_document(ORGANIZATION, text, Problems()) if text else None
    values = read_organization(document, Problems()).profile.values if document else {}
    return {key: value.text for key, value in values.items()}


def _renamed_group(group: str, names: Iterable[str], profile: _Profile) -> str | None:
    """The group that nothing asks for and that has what a group that isn't there should have."""
    if profile.group(group):
        return None
    groups = dict.fromkeys(key.partition(".")[0] for key in profile.spare)
    fitting = [each for each in groups if set(names) <= profile.group(each) and _is_spare(each, profile)]
    return fitting[0] if len(fitting) == 1 else nearest(group, fitting)


def _is_spare(group: str, profile: _Profile) -> bool:
    return all(f"{group}.{name}" in profile.spare for name in profile.group(group))


def _of_key(key: str, profile: _Profile, handbook: Handbook, count: int) -> Problem | None:
    group, _, name = key.partition(".")
    near = nearest(key, profile.spare - profile.published.keys()) or nearest(key, profile.spare)
    same = [each for each in profile.spare if each.partition(".")[2].casefold() == name.casefold()]
    if near and near.partition(".")[0] == group:
        typed = near.partition(".")[2]
        return _misspelled(handbook, (group, typed), f'no text uses "{near}", but texts ask for "{key}"', name)
    if len(same) == 1:
        other = same[0].partition(".")[0]
        message = f'no text uses "{same[0]}", but texts ask for "{key}"'
        return _problem(handbook, (other, name), message, f'Move this line to the other lines below "{group}:".')
    if not profile.group(group):
        return None
    times = "1 text shows it" if count == 1 else f"{count} texts show it"
    text = profile.published.get(key, "")
    line = f"  {name}: {text}".rstrip()
    hint = f'Below "{group}:", put the line "{line}".'
    return _problem(handbook, (group,), f'"{key}" is not here, but {times}', hint)


def _misspelled(handbook: Handbook, where: tuple[str, ...], message: str, name: str) -> Problem:
    return _problem(handbook, where, message, f'Write "{name}:" in place of "{where[-1]}:".')


def _problem(handbook: Handbook, where: tuple[str, ...], message: str, hint: str) -> Problem:
    document = handbook.document(ORGANIZATION)
    line = document.line(where) if document else 1
    return Problem(ORGANIZATION, line, Code.PLACEHOLDER_UNKNOWN, message, hint)
