"""What is being done is told at a terminal, and nowhere else."""

from __future__ import annotations

import io
import sys
import time

import pytest

from handbook.cli import _progress
from handbook.cli._progress import working


class Terminal(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        """It is."""
        return True


@pytest.fixture(autouse=True)
def no_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tell at once."""
    monkeypatch.setattr(_progress, "PATIENCE", 0.0)
    monkeypatch.setattr(_progress, "PAUSE", 0.001)


def test_a_terminal_shows_what_is_done_and_a_clean_line_after_it(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with working("Drawing"):
        while "Drawing … 0 s\r" not in terminal.getvalue():
            time.sleep(0.001)
    *_, blank, end = terminal.getvalue().split("\r")
    assert blank == " " * len("Drawing … 0 s")
    assert not end


def _divide_by_zero_once_told(terminal: Terminal) -> float:
    while not terminal.getvalue():
        time.sleep(0.001)
    return 1 / 0


def test_a_pipe_is_told_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    with working("Drawing"):
        time.sleep(0.01)
    assert capfd.readouterr() == ("", "")


def test_the_line_goes_when_the_work_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with pytest.raises(ZeroDivisionError), working("Drawing"):
        _divide_by_zero_once_told(terminal)
    assert terminal.getvalue().endswith(" \r")
