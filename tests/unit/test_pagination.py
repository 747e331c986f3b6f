"""Which part of the printed guide begins a page: the cheapest way there is, and none that tears lists apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from handbook.pdf.pagination import FULL, PagePart, page_starts, spread

HIGH = 100.0
HEIGHT = st.floats(1, 60).map(lambda height: round(height, 1))


@st.composite
def tasks(draw: st.DrawFn, most: int = 8) -> list[PagePart]:
    """The parts of some tasks: a head and a list each; the first one opens a section."""
    parts = [PagePart("section", draw(HEIGHT) / 5)]
    for _ in range(draw(st.integers(1, most))):
        entries = draw(st.lists(HEIGHT, min_size=1, max_size=7))
        parts.append(PagePart("task", draw(HEIGHT) / 4, above=6))
        parts += [PagePart("entry", height / 2, 3, at=at, of=len(entries)) for at, height in enumerate(entries)]
    return parts


def pages(parts: list[PagePart], starts: list[int]) -> list[list[PagePart]]:
    return [parts[start:end] for start, end in pairwise([*starts, len(parts)])]


def may_begin(part: PagePart, before: PagePart) -> bool:
    return before.kind == "entry" and (part.kind != "entry" or 1 < part.at < part.of - 1)


def height(page: list[PagePart]) -> float:
    return page[0].height + (page[0].again if page[0].at else 0) + sum(part.above + part.height for part in page[1:])


def widened(parts: list[PagePart], starts: list[int]) -> list[PagePart]:
    """The parts with the space above them that fills their pages."""
    more = spread(parts, starts, HIGH)
    return [replace(part, above=part.above + each) for part, each in zip(parts, more, strict=True)]


@given(parts=tasks(), first=st.integers(2, 5))
def test_parts_spread_until_their_page_is_nearly_full(parts: list[PagePart], first: int) -> None:
    starts = page_starts(parts, HIGH, first)
    for page, before in zip(pages(widened(parts, starts), starts), pages(parts, starts), strict=True):
        assert height(before) <= height(page) <= max(height(before), 0.95 * HIGH)
        for part, old in zip(page[1:], before[1:], strict=True):
            assert old.above <= part.above <= old.above + 0.02 * HIGH


def test_what_leads_in_to_a_list_stays_near_it_and_the_rows_of_a_table_touch() -> None:
    rows = [PagePart("entry", 10, 8 if at == 0 else 0, again=8, at=at, of=3) for at in range(3)]
    assert spread([*card(3, 0.3), PagePart("task", 5, 6), *rows], [0], HIGH) == [0, 0, 1.3, 1.3, 1.3, 0, 0, 0]


@given(parts=tasks(), first=st.integers(2, 5))
def test_every_part_is_on_a_page_and_fits(parts: list[PagePart], first: int) -> None:
    starts = page_starts(parts, HIGH, first)
    assert starts[0] == 0
    assert starts == sorted(set(starts))
    for page in pages(parts, starts):
        whole = [at for at in range(1, len(page)) if may_begin(page[at], page[at - 1])] or [len(page)]
        assert height(page) <= HIGH or height(page[: whole[0]]) > HIGH


@given(parts=tasks(), first=st.integers(2, 5))
def test_no_head_stays_behind_and_no_entry_is_alone(parts: list[PagePart], first: int) -> None:
    for page in pages(parts, page_starts(parts, HIGH, first)):
        assert page[-1].kind == "entry"
        if page[0].kind == "entry":
            assert page[0].at == 0 or 1 < page[0].at < page[0].of - 1
        if page[-1].at + 1 < page[-1].of:
            assert page[-1].at >= 1


@given(parts=tasks(most=2), first=st.integers(2, 3))
def test_no_page_is_too_empty_where_some_way_leaves_none_so(parts: list[PagePart], first: int) -> None:
    def empty(starts: list[int]) -> bool:
        return any(height(page) < FULL * HIGH - 0.2 for page in pages(widened(parts, starts), starts))

    ways = (way for way in _ways(parts, [0]) if all(height(page) <= HIGH for page in pages(parts, way)))
    if not all(map(empty, ways)):
        assert not empty(page_starts(parts, HIGH, first))


def _ways(parts: list[PagePart], starts: list[int]) -> Iterator[list[int]]:
    """All ways to begin pages where they may begin."""
    yield starts
    for at in range(starts[-1] + 1, len(parts)):
        if may_begin(parts[at], parts[at - 1]):
            yield from _ways(parts, [*starts, at])


def card(entries: int, share: float) -> list[PagePart]:
    """A task of this share of a page."""
    each = (share * HIGH - 16) / entries
    return [PagePart("task", 10, 6), *(PagePart("entry", each - 2, 2, at=at, of=entries) for at in range(entries))]


def test_a_card_stays_whole_where_the_page_before_it_is_full_enough() -> None:
    parts = [*card(5, 0.8), *card(5, 0.75), *card(6, 0.85)]
    assert page_starts(parts, HIGH, first=4) == [0, 6, 12]


def test_a_card_goes_on_over_the_page_where_one_would_be_half_empty() -> None:
    parts = [*card(5, 0.5), *card(8, 0.9)]
    assert page_starts(parts, HIGH, first=4) == [0, 6 + 3]


def test_a_part_higher_than_a_page_goes_on_over_several() -> None:
    parts = [
        PagePart("task", 10),
        PagePart("entry", 250, 5, at=0, of=1),
        PagePart("task", 10, 6),
        PagePart("entry", 60, 5, at=0, of=1),
    ]
    assert page_starts(parts, HIGH, first=4) == [0, 2]


def test_the_head_of_a_table_counts_where_the_table_goes_on() -> None:
    rows = [PagePart("entry", 30, 20 if at == 0 else 0, again=20, at=at, of=6) for at in range(6)]
    starts = page_starts([PagePart("task", 10), *rows], HIGH, first=4)
    assert starts == [0, 3, 5]


def test_a_booklet_is_not_filled_up_with_notes_where_cards_can_go_on() -> None:
    """Five pages would need seven for notes; four are enough where some lists go on over a page."""
    parts = [part for _ in range(5) for part in card(8, 0.745)]
    assert len(page_starts(parts, HIGH, first=4)) == 5
    assert len(page_starts(parts, HIGH, first=4, fold=8)) == 4
