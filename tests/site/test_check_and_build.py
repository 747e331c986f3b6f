"""What passes `handbook check` builds, and what fails it does not: whatever is done to a file of a small site."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from handbook.cli._inspect import inspect
from support.damage import MORE, damaged, typed_into
from support.folders import HEAD, copy_project
from support.strict_build import build_fault

BOUNDED = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
"""A build takes a second, though in this process: so there are few examples, and none is shrunk."""
OF_SEVERAL = settings(BOUNDED, max_examples=6)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the small site to damage."""
    root = copy_project(tmp_path_factory.mktemp("damaged"))
    for path, text in MORE.items():
        (root / path).write_text(text, "utf-8")
    assert build_fault(root) is None
    return root


def _agree(site: Path) -> bool:
    """Whether the check passes, as it must whenever a strict build is whole, and only then."""
    passes = not inspect(site)[1].blocking
    if passes:
        assert build_fault(site) is None
    return passes


@BOUNDED
@given(st.one_of(damaged(), typed_into(), typed_into()))
def test_any_damage_has_the_same_verdict_in_both(site: Path, damage: tuple[str, bytes]) -> None:
    path, content = damage
    whole = (site / path).read_bytes()
    try:
        (site / path).write_bytes(content)
        _agree(site)
    finally:
        (site / path).write_bytes(whole)


NAMES = st.text("abAB01 .-_#?%:é~'&+@=;,!()[]{}$^`", min_size=1, max_size=8).map(lambda name: f"{name}.md")
ODD_NAMES = st.sampled_from(["README.md", "Lend.md", "404.md", "nul.md", "LEND.html/a.md", "_data/a.md"])
ODD_ADDRESSES = st.sampled_from(["desk/Lend.md", "desk/lend.html/a.md", "404.md", ".md", "desk", "..\\a.md"])


def several(names: st.SearchStrategy[str]) -> st.SearchStrategy[list[str]]:
    """Names for pages of one build, which takes as long for one of them as for all."""
    return st.lists(names, min_size=6, max_size=8, unique_by=str.casefold)


def _what_passes_builds(site: Path, pages: Mapping[str, str]) -> None:
    """A strict build of the site with these pages is whole, once those that the check refuses are taken out."""
    files = {site / "docs/desk" / name: text for name, text in pages.items()}
    more = {file: text for file, text in files.items() if not file.exists()}
    try:
        for file, text in more.items():
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, "utf-8")
        while problems := inspect(site)[1].blocking:
            standing = [file for file in more if file.exists()]
            refused = {site / problem.path for problem in problems}.intersection(standing)
            for file in refused or standing[-1:]:  # of two that clash, the one that is named may be the small site's
                file.unlink()
            assert standing
        assert build_fault(site) is None
    finally:
        for file in more:
            file.unlink(missing_ok=True)
            if file.parent.name != "desk" and file.parent.exists():
                file.parent.rmdir()


@OF_SEVERAL
@given(several(st.one_of(NAMES, ODD_NAMES)))
def test_pages_of_any_names_that_pass_the_check_build(site: Path, names: list[str]) -> None:
    _what_passes_builds(site, dict.fromkeys(names, HEAD))


@OF_SEVERAL
@given(several(st.one_of(NAMES, ODD_ADDRESSES)))
def test_pages_of_any_old_addresses_that_pass_the_check_build(site: Path, names: list[str]) -> None:
    head = "---\ntitle: New\nsummary: New.\nwas:\n  - {}\n---\n"
    _what_passes_builds(site, {f"new-{number}.md": head.format(name) for number, name in enumerate(names)})


ACCIDENTS: Mapping[str, tuple[str, str]] = {
    "link_out_of_docs": ("docs/desk/new.md", f"{HEAD}[x](../../mkdocs.yml)"),
    "link_from_the_root": ("docs/desk/new.md", f"{HEAD}[x](/index.md)"),
    "link_to_data": ("docs/desk/new.md", f"{HEAD}[x](../_data/sections.yml)"),
    "link_to_a_folder": ("docs/desk/new.md", f"{HEAD}[x](../basics/)"),
    "link_over_lines": ("docs/desk/new.md", f"{HEAD}[x\ny](gone.md)"),
    "link_with_a_query": ("docs/desk/new.md", f"{HEAD}[x](lend.md?a=b)"),
    "link_by_reference": ("docs/desk/new.md", f"{HEAD}[x][y]\n\n[y]: gone.md"),
    "picture_out_of_docs": ("docs/desk/new.md", f"{HEAD}![Words](../../hooks/a.png)"),
    "heading_that_is_none": ("docs/desk/new.md", f"{HEAD}[x](#a)\n\n``` text\n# a\n```"),
    "odd_declaration": ("docs/desk/new.md", f"{HEAD}`<![x`"),
    "box_further_right": ("docs/desk/new.md", f"{HEAD}  ``` checklist\nid: new-box\ntitle: A\nitems: [a]\n```"),
    "box_in_a_span": ("docs/desk/new.md", f"{HEAD}`a\n``` checklist\nid: new-box\ntitle: A\nitems: [a]\n```\nb`"),
    "summary_that_begins_a_box": ("docs/desk/new.md", "---\ntitle: A\nsummary: '``` checklist'\n---\n"),
    "corrections_shown": ("docs/desk/new.md", f'{HEAD}` tabindex=""` and `role="dialog"` and ` autocomplete="off"`'),
    "page_of_html": ("docs/desk/new.html", "<p>"),
    "broken_picture": ("docs/assets/new.svg", "<svg"),
}


@pytest.mark.parametrize(("path", "content"), ACCIDENTS.values(), ids=ACCIDENTS)
def test_an_accident_has_the_same_verdict_in_both(path: str, content: str, site: Path) -> None:
    (site / path).write_text(content, "utf-8")
    try:
        passes = _agree(site)
        assert passes or build_fault(site)
    finally:
        (site / path).unlink()


@pytest.mark.parametrize("target", ["/etc/hostname", "nowhere.md", "lend.md", "../basics"])
def test_a_link_of_the_file_system_has_the_same_verdict_in_both(target: str, site: Path) -> None:
    link = site / "docs/desk/new.md"
    link.symlink_to(target)
    try:
        assert not _agree(site)
        assert build_fault(site)
    finally:
        link.unlink()


@pytest.mark.parametrize("path", ["docs/assets/icons/bolt.svg", "docs/assets/desk.svg", "docs/_data/sections.yml"])
def test_a_lost_file_has_the_same_verdict_in_both(path: str, site: Path) -> None:
    lost = (site / path).rename(site / "lost")
    try:
        passes = _agree(site)
        assert passes or build_fault(site)
    finally:
        lost.rename(site / path)


SECTIONS = "- folder: {}\n  title: {}\n  owner: A\n{}"


@pytest.mark.parametrize("group", ["", "  group: Same\n", "  group: Other\n"])
def test_sections_of_one_name_keep_their_pages(group: str, site: Path) -> None:
    sections = site / "docs/_data/sections.yml"
    whole = sections.read_text("utf-8")
    text = "".join(SECTIONS.format(folder, "Same", group) for folder in ("basics", "desk", "now"))
    sections.write_text(text, "utf-8")
    try:
        assert _agree(site)
    finally:
        sections.write_text(whole, "utf-8")
