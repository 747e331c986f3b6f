"""What pure functions gave in the run before is there in the next, and what nobody asks for goes."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from handbook.source.memo import memo, recall


def _asked(root: Path, names: str, spare: int) -> str:
    """Ask for an answer to each letter in a run of its own. Gives the letters that had to be answered anew."""
    anew: list[str] = []

    def answer(name: str) -> str:
        anew.append(name)
        return name

    with memo(root, "letters", spare):
        for name in names:
            assert recall(partial(answer, name), name) == name
    return "".join(anew)


@pytest.mark.parametrize(("spare", "anew"), [(0, "abc"), (2, "a"), (9, "")])
def test_answers_that_a_run_has_no_need_of_stay_as_far_as_it_allows(tmp_path: Path, spare: int, anew: str) -> None:
    assert _asked(tmp_path, "abcd", spare) == "abcd"
    assert _asked(tmp_path, "de", spare) == "e"
    assert _asked(tmp_path, "abcde", spare) == anew


def test_that_there_is_no_answer_is_not_kept(tmp_path: Path) -> None:
    answers = iter([None, "yes", "no"])
    for expected in (None, "yes", "yes"):
        with memo(tmp_path, "letters"):
            assert recall(lambda: next(answers), "letter") == expected
