"""What the theme's search would read in vain is held back from it, and comes back as it was."""

from __future__ import annotations

import pytest

from handbook.site.unsearched import hold_back, put_back

MARK = 'data-search-exclude="data-search-exclude"'


@pytest.mark.parametrize(
    ("content", "read"),
    [
        (
            f"<p>a</p><div {MARK}><div>b</div>c</div><p>d</p>",
            f"<p>a</p><div {MARK}><!--handbook-held:0--></div><p>d</p>",
        ),
        (
            f'<section class="x" {MARK}><p>b</p></section>',
            f'<section class="x" {MARK}><!--handbook-held:0--></section>',
        ),
        (f"<template {MARK}><div><p>b</p></div></template>", f"<template {MARK}><!--handbook-held:0--></template>"),
        (
            f"<div {MARK}>a</div><div {MARK}>b</div>",
            f"<div {MARK}><!--handbook-held:0--></div><div {MARK}><!--handbook-held:1--></div>",
        ),
    ],
)
def test_the_inside_of_what_is_not_searched_is_held_back(content: str, read: str) -> None:
    rest, held = hold_back(content)
    assert rest == read
    assert put_back(rest, held) == content


@pytest.mark.parametrize(
    "content",
    [
        "<p>No mark</p>",
        f"<div {MARK}><h3 id='a'>An entry of the search</h3></div>",
        f"<div {MARK}><p {MARK}>A mark that the search takes out</p></div>",
        f"<div {MARK}><p>Never closed</p>",
        f"<p>data-search-exclude, &lt;div {MARK}&gt;</p>",
    ],
)
def test_what_the_search_has_to_read_stays(content: str) -> None:
    assert hold_back(content) == (content, [])
