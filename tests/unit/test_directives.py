"""Directives in a page: what the reader gets, wherever an author puts them."""

import sys
from collections.abc import Callable, Mapping

import pytest
import yaml
from markdown import Markdown
from pymdownx.superfences import SuperFencesException

from handbook.site.markdown_extension import Desk, HostWithoutHooks, LeftOverPostprocessor
from support.folders import HEAD, PROJECT, Checked, page_at
from support.golden_cases import Case, cases, name_of
from support.rendering import markdown_for, render_page

BOX = "``` checklist\nid: topic-a\ntitle: A\nitems:\n  - One\n```\n"
Check = Callable[[Mapping[str, str]], Checked]


@pytest.mark.parametrize("case", cases("directives"), ids=name_of)
def test_directives(case: Case, checked: Check) -> None:
    """Each case in golden/directives states in its name what a directive shows."""
    handbook, problems = checked(case.given)
    case.expect(render_page(handbook, problems, "page.md"))


def test_a_directive_that_finds_no_place_stops_the_page(checked: Check) -> None:
    handbook, problems = checked({"docs/page.md": HEAD + BOX})
    md = markdown_for(Desk(handbook, problems, "page.md"))
    with pytest.raises(SuperFencesException, match=r"page\.md:6: this checklist box found no place"):
        md.convert("Another text.\n")


def test_headings_get_the_anchors_that_check_expects(checked: Check) -> None:
    text = "## One *word*\n\n## One word\n\n### `Code` & [link](page.md) {#given}\n\n"
    text += "- list\n\n    ## Inside\n\n## Ünï “code”?\n"
    handbook, problems = checked({"docs/page.md": HEAD + text})
    html = render_page(handbook, problems, "page.md")
    for heading in page_at("page.md", handbook).headings:
        assert f'id="{heading.anchor}"' in html


def test_a_directive_that_check_has_not_seen_stops_the_page(checked: Check) -> None:
    handbook, problems = checked({"docs/page.md": HEAD})
    md = markdown_for(Desk(handbook, problems, "page.md"))
    with pytest.raises(SuperFencesException, match="was not put into the page"):
        md.convert(BOX)


def test_a_marker_that_is_left_over_stops_the_page(checked: Check) -> None:
    handbook, problems = checked({"docs/page.md": HEAD})
    desk = Desk(handbook, problems, "page.md")
    with pytest.raises(SuperFencesException, match="was not put into the page"):
        LeftOverPostprocessor(markdown_for(desk), desk).run("<p><!--handbook-directive:0--></p>")


def test_a_program_that_does_not_run_the_hooks_is_stopped_by_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "tracebacklimit", 1000, raising=False)
    md = Markdown(extensions=[HostWithoutHooks.__module__])  # MkDocs loads it without a desk, too, before it runs hooks
    with pytest.raises(
        RuntimeError, match=r'^This handbook can\'t be built with this program.*"handbook site" instead\.$'
    ):
        md.convert("Any page.\n")
    assert sys.tracebacklimit == 0


def test_mkdocs_yml_names_the_extension_that_stops_such_a_program() -> None:
    config = yaml.safe_load((PROJECT / "mkdocs.yml").read_text("utf-8"))
    assert HostWithoutHooks.__module__ in config["markdown_extensions"]


def test_an_entry_keeps_its_name_when_others_are_inserted_or_moved(checked: Check) -> None:
    box = "``` checklist\nid: topic-a\ntitle: A\nitems:\n{}```\n"
    pages = {
        "docs/a.md": "  - One\n  - Two\n",
        "docs/b.md": "  - New\n  - Two\n  - One\n",
        "docs/c.md": "  - One!\n  - Two\n",
    }
    names = {}
    for path, entries in pages.items():
        handbook, _ = checked({path: HEAD + box.format(entries)})
        block = page_at(path.removeprefix("docs/"), handbook).placed[0].block
        names[path] = {entry.text: entry.ident for entry in block.items}  # type: ignore[union-attr]
    assert names["docs/b.md"]["One"] == names["docs/a.md"]["One"]
    assert names["docs/b.md"]["Two"] == names["docs/a.md"]["Two"]
    assert names["docs/c.md"]["One!"] != names["docs/a.md"]["One"]
