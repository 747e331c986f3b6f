"""Syllables: words of an office with the counts of the CMU Pronouncing Dictionary, and what it does not list."""

from __future__ import annotations

import pytest

from handbook.upkeep.syllables import syllables

KNOWN = {
    1: """
        a ask asked asks call called calls change changed choose code don't eye filled goes guess hold house please
        reach reached says seen signed stayed stepped through tongue vague voice walked watched we're while whole
        world you'll your
    """,
    2: """
        about actions again annoyed answer anxious apart argue being beyond business calling changes client colleague
        create didn't doing employed ended enough evening every exchange finished friendly gorgeous handled homepage
        hopeful houses hundred isn't kindness layout little maybe needed notice passes patient people question quiet
        react rhythm safely safety science seeing settled social someone sometimes special statement stories table
        tables technique timely transfer unique vision voicemail wanted wednesday
    """,
    3: """
        agreement another anyone area audience behavior carefully companion customer different easier employee
        everything example furious happier however idea implement important interest opinion policy previous proactive
        quietly reinforce remember supplement telephone tomorrow various video violence whoever
    """,
    4: """
        ability actually anybody appropriate available coordinate criticism customary evaluate everybody experience
        experiment explanation hesitation identify information interpreter january participate particular recipient
        satisfaction society supervisor usually variety
    """,
    5: """
        administrative automatically coordinator enthusiasm opportunity orientation patriotism possibility university
    """,
}


@pytest.mark.parametrize(("count", "word"), [(count, word) for count, words in KNOWN.items() for word in words.split()])
def test_a_word_has_as_many_syllables_as_the_dictionary_says(count: int, word: str) -> None:
    assert syllables(word) == count
    assert syllables(word.capitalize()) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("ADA", 3),
        ("HR", 2),
        ("GREAT", 1),
        ("office's", 3),
        ("Luis's", 2),
        ("customer’s", 3),
        ("didn’t", 2),
        ("self-check", 2),
        ("911", 1),
        ("", 1),
    ],
)
def test_letters_endings_and_numbers_are_counted_as_they_are_read(word: str, count: int) -> None:
    assert syllables(word) == count
