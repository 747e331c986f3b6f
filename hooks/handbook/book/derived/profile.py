"""Items from the values of the organization profile. One whose value is still empty is made, and nobody asks it."""

from __future__ import annotations

from ...source.profile import keys_in
from .material import Material, Unfit
from .options import option, options


def short(material: Material) -> dict[str, object]:
    """The value to type."""
    _, text = _value(material)
    accepted: dict[str, object] = {"text": text}
    if text.replace(".", "", 1).isdigit():
        accepted = {"number": float(text), **({"unit": material.entry.unit} if material.entry.unit else {})}
    return {"stem": _stem(material), "explain": _why(material), "accept": [accepted]}


def single(material: Material) -> dict[str, object]:
    """The value among those of `beside`."""
    placeholder, text = _value(material)
    why = _why(material)
    unit = f" {material.entry.unit}" if material.entry.unit else ""
    if not material.entry.beside:
        raise Unfit('"beside" is missing', 'List wrong answers, for example "beside: [5, 10]".', "as")
    right = option(f"{placeholder}{unit}", why, "value", right=True)
    siblings = [option(f"{other}{unit}", why) for other in material.entry.beside if other != text]
    choices = options(material, right, siblings, {f"{placeholder}{unit}": f"{text}{unit}"})
    return {"stem": _stem(material), "options": choices}


def _value(material: Material) -> tuple[str, str]:
    """The placeholder of the value, and its text; where that is empty, the placeholder once more."""
    key = material.entry.value
    assert key is not None
    placeholder = f"{{{{ {key} }}}}"
    return placeholder, material.sources.organization.profile.values[key].text or placeholder


def _stem(material: Material) -> str:
    if material.entry.stem is None:
        raise Unfit('"stem" is missing', "Write the question that this value answers.", "as")
    return material.entry.stem


def _why(material: Material) -> str:
    """The row of the service standards that has the value, else the value."""
    key = material.entry.value or ""
    for standard in material.sources.organization.standards:
        if key in keys_in(standard.promise):
            return f"It is one of our service standards. {standard.what}: {standard.promise}."
    return f"The handbook says: {{{{ {key} }}}}."
