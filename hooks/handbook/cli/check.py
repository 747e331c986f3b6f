"""`handbook check`"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import click

from ..source.problems import Level, Problem, as_github, as_gitlab, as_text
from ._inspect import inspect
from ._words import counts, verdict

REPORTS: dict[str, Callable[[Iterable[Problem]], str]] = {"text": as_text, "github": as_github, "gitlab": as_gitlab}


@click.command()
@click.option("--format", "report", type=click.Choice(list(REPORTS)), default="text", help="The format of the report.")
@click.pass_obj
def command(root: Path, report: str) -> None:
    """List every problem (then the exit code is 1) and every notice."""
    handbook, problems = inspect(root)
    if report == "gitlab" or len(problems):
        # notices first: what has to be fixed comes at the end, where a terminal stops
        click.echo(REPORTS[report]([*problems.of(Level.NOTICE), *problems.blocking]))
    if problems.blocking:
        click.echo(verdict(problems), err=True)
        sys.exit(1)
    if report == "text":
        click.echo(counts(handbook))
