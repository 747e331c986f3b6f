"""What Markdown makes of a text: the same as on the site, for the check reads with the same parser."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
import yaml

from handbook.source.markup import as_paragraph, literal, plain_text
from handbook.source.parser import EXTENSIONS, NOTHING, Parser
from handbook.source.profile import Profile, Value
from support.folders import HEAD, PROJECT, Checked

PARSER = Parser(Profile({"org.name": Value("org.name", "A <b> & [c](javascript:d)", 1)}))


def test_pages_are_read_with_the_extensions_of_the_site() -> None:
    """MkDocs itself takes toc, tables and fenced_code. Source: mkdocs.config.defaults, markdown_extensions."""
    config = (PROJECT / "mkdocs.yml").read_text("utf-8")
    listed = yaml.safe_load(config[config.index("markdown_extensions:") : config.index("extra_css:")])
    named: dict[str, dict[str, object]] = {}
    for entry in listed["markdown_extensions"]:
        named |= entry if isinstance(entry, dict) else {entry: {}}
    assert named.pop("handbook.site.markdown_extension") == {}
    assert {name: dict(options) for name, options in EXTENSIONS.items()} == {
        "toc": {},
        "tables": {},
        "fenced_code": {},
        **named,
    }


@pytest.mark.parametrize(
    "text",
    [
        "At 3 < 5 and a > b, or x <y then z.",
        "<desk@riverton.example> and <https://riverton.example>",
        "`<b>` and &lt;b&gt; and {{ org.name }}",
        "``` text\n<script>a()</script>\n```",
        "    <script>a()</script>",
        "**a**{.big} [b](c.md){: #d lang=es title=e }",
    ],
)
def test_what_is_text_is_no_html(text: str) -> None:
    parsed = PARSER.page(text)
    assert (parsed.tags, parsed.attributes, parsed.pictures) == ((), (), ())


def test_tags_are_found_as_they_were_typed() -> None:
    assert PARSER.page("a <b\nc> *d* <e *f* g>\n\n| <i> |\n|---|\n| <!-- x -->").tags == (
        "<b\nc>",
        "<e f g>",
        "<i>",
        "<!-- x -->",
    )


def test_a_link_over_two_lines_and_one_by_reference_are_found() -> None:
    assert PARSER.page("[a\nb](c.md) [d][e] ![f][g]\n\n[e]: h.md\n[g]: i.png").links == ("c.md", "h.md")
    assert PARSER.page("![f][g]\n\n[g]: i.png").pictures == ("i.png",)


def test_a_box_in_indented_code_is_none() -> None:
    assert PARSER.page("Text\n\n    ``` quiz\n    a\n    ```\n\n``` text\nb\n```").boxes == (("text", "b"),)


def test_values_of_the_profile_are_read_where_they_make_an_address() -> None:
    parser = Parser(Profile({"a.b": Value("a.b", "javascript:c()", 1)}))
    assert parser.text("[x]({{ a.b }})").links == ("javascript:c()",)
    assert PARSER.text("{{ org.name }}") is NOTHING


@pytest.mark.parametrize(
    "text", ["- a", "1. b", "# c", "> d", "``` text", "!!! note", "---", "[e]: f", "| g |", "~~~ h"]
)
def test_a_summary_is_a_paragraph_whatever_it_begins_with(text: str) -> None:
    parsed = PARSER.page(as_paragraph(text) + "\n{: .hb-lead }\n\nText")
    assert parsed.boxes == ()
    assert plain_text(as_paragraph(text)) == text


@pytest.mark.parametrize("text", ["a *b* _c_ [d](e) <f> &lt; `g` \\h {i}", "](javascript:a()) [x", "1. A - B!"])
def test_literal_text_is_shown_as_it_is(text: str) -> None:
    assert plain_text(literal(text)) == text


@pytest.mark.parametrize(
    "body", ["\n".join(" " * 4 * at + "- a" for at in range(70)), "> " * 70 + "a", "> - " * 40 + "a"]
)
def test_what_is_nested_too_deep_is_said_to_be(body: str, checked: Callable[[Mapping[str, str]], Checked]) -> None:
    _, problems = checked({"docs/page.md": HEAD + body})
    assert [str(problem) for problem in problems.blocking] == [
        (
            "docs/page.md:5: lists or quotes in this page are nested too deep for the site to be built [yaml-nested]\n"
            "    Move what is inside to the left, or split the page."
        )
    ]


def test_ten_lists_in_each_other_are_fine() -> None:
    assert not PARSER.page("\n".join(" " * 4 * at + "- a" for at in range(10))).deep
