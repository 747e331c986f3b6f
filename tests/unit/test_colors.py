"""The county's colors: taken as people write them, and refused with a shade that can be read where they can't be."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from handbook.model.colors import Colors
from handbook.model.palette import DARK, LIGHT, TEXT, Hue, contrast, hex_color, least_contrast, readable
from handbook.source.codes import Code
from support.folders import HEAD, Checked

Check = Callable[[Mapping[str, str]], Checked]
COLOR = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@pytest.mark.parametrize("typed", ["#0C3B49", "0c3b49", "rgb(12, 59, 73)", "12 59 73"])
def test_a_color_is_read_as_people_write_it(typed: str) -> None:
    assert hex_color(typed) == "#0c3b49"


@pytest.mark.parametrize("typed", ["navy", "#0c3b4", "rgb(12, 59, 300)", "#0c3b4g", ""])
def test_what_is_no_color_is_none(typed: str) -> None:
    assert hex_color(typed) is None


@given(color=COLOR, grounds=st.lists(COLOR, min_size=1, max_size=1))
def test_the_nearest_shade_can_be_read(color: str, grounds: list[str]) -> None:
    shade = readable(color, grounds)
    assert least_contrast(shade, grounds) >= TEXT
    if least_contrast(color, grounds) >= TEXT:
        assert shade == color


def _colors_problems(checked: Check, *lines: str) -> tuple[Colors, list[tuple[Code, str]]]:
    text = "colors:\n" + "".join(f"  {line}\n" for line in lines)
    handbook, problems = checked({"docs/page.md": HEAD, "docs/_data/organization.yml": text})
    own = (Code.COLOR_FORM, Code.COLOR_CONTRAST)
    return handbook.organization.settings.colors, [(each.code, each.hint) for each in problems if each.code in own]


@pytest.mark.parametrize("line", ["header: #7fb3c8", 'links: "#f2c078"', "links: #00ff00", "links_dark: #0b5b6e"])
def test_the_shade_that_a_message_names_passes_when_pasted(checked: Check, line: str) -> None:
    _, [(code, hint)] = _colors_problems(checked, line)
    assert code is Code.COLOR_CONTRAST
    pasted = hint.partition("of it: ")[2].removesuffix(".")
    colors, problems = _colors_problems(checked, pasted)
    assert not problems
    assert getattr(colors, line.partition(":")[0])


@given(color=COLOR)
def test_every_color_has_a_shade_for_every_place(color: str) -> None:
    for name in Colors.model_fields:
        try:
            Colors.model_validate({name: color})
        except ValidationError as error:
            hint = error.errors()[0]["ctx"]["hint"]
            Colors.model_validate({name: hint.rpartition('"')[0].rpartition('"')[2]})


@given(color=COLOR)
def test_links_that_pass_in_light_pass_in_dark(color: str) -> None:
    links = readable(color, [LIGHT["paper"], "#e6e6e6"])
    colors = Colors.model_validate({"links": links})
    assert contrast(colors.light["accent"], LIGHT["paper"]) >= TEXT
    assert contrast(colors.dark["accent"], DARK["paper"]) >= TEXT
    assert contrast(colors.dark["accent"], DARK["on-accent"]) >= TEXT


def test_no_color_changes_nothing() -> None:
    assert not Colors().light
    assert not Colors().dark


def test_a_quick_card_has_the_hue_of_the_page_it_is_made_from(checked: Check) -> None:
    box = "``` phrases\nid: {0}\ntitle: Words\nsay: [Hello.]\n```\n"
    head = "---\ntitle: {0}\nsummary: About it.\n{1}---\n\n"
    handbook, _ = checked(
        {
            "docs/_data/sections.yml": "- folder: phone\n  title: Phone\n  hue: phone\n  owner: Team\n"
            "- folder: now\n  title: Now\n  owner: Team\n",
            "docs/phone/greet.md": head.format("Greet", "") + box.format("greet-words"),
            "docs/phone/letter.md": head.format("Letter", "hue: email\n"),
            "docs/now/greet.md": head.format("Greet now", "")
            + "``` show\nid: now-greet\ntitle: Greet\nof: [greet-words]\n```\n",
            "docs/now/other.md": head.format("Other", ""),
        }
    )
    hues = {page.path: handbook.guide.hue_of(page) for page in handbook.guide.pages}
    assert hues == {
        "phone/greet.md": Hue.PHONE,
        "phone/letter.md": Hue.EMAIL,
        "now/greet.md": Hue.PHONE,
        "now/other.md": None,
    }
