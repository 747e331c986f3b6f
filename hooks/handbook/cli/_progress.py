"""What is being done, told at a terminal while it takes more than a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

import click

PATIENCE = 1.0
"""Seconds before anything is shown."""
PAUSE = 0.5
"""Seconds between two looks at the clock."""


@contextmanager
def working(what: str) -> Iterator[None]:
    """Show what is being done, and for how long, in one line on stderr; none where that is no terminal.

    The cursor waits at the beginning of the line, so that whatever else is written goes over it. Whoever uses it writes
    nothing to stdout meanwhile.
    """
    if not sys.stderr.isatty():
        yield
        return
    done = Event()
    teller = Thread(target=_tell, args=(what, done), daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()


def _tell(what: str, done: Event) -> None:
    began, shown = time.monotonic(), ""
    while not done.wait(PAUSE if shown else PATIENCE):
        shown = f"{what} … {time.monotonic() - began:.0f} s"
        click.echo(f"{shown}\r", err=True, nl=False)
    click.echo(f"{' ' * len(shown)}\r" if shown else "", err=True, nl=False)
