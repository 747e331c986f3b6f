"""What several commands say in the same words, besides what `checks.summary` says."""

from __future__ import annotations

import sys

import click


def announce(what: str) -> None:
    """Say what is about to take a while, where someone is watching: at a terminal."""
    if sys.stderr.isatty():
        click.echo(f"{what} …", err=True)
