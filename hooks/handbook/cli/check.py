"""`handbook check`"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import click

from ..checks.summary import counts, verdict
from ..source.problems import Level, Problem, as_github, as_gitlab, as_text
from ._inspect import Ready, inspect

REPORTS: dict[str, Callable[[Iterable[Problem]], str]] = {"text": as_text, "github": as_github, "gitlab": as_gitlab}


@click.command()
@click.option("--format", "report", type=click.Choice(list(REPORTS)), default="text", help="The format of the report.")
@click.option(
    "--ready",
    type=click.Choice([when.value for when in Ready]),
    is_flag=False,
    flag_value=Ready.ALWAYS.value,
    help='Before publishing: empty required values are problems, too. With "declared", once organization.yml says so.',
)
@click.pass_obj
def command(root: Path, report: str, ready: str | None) -> None:
    """List every problem (then the exit code is 1) and every notice."""
    handbook, problems = inspect(root, Ready(ready) if ready else None)
    if report == "gitlab" or len(problems):
        # notices first: what has to be fixed comes at the end, where a terminal stops
        click.echo(REPORTS[report]([*problems.of(Level.NOTICE), *problems.blocking]))
    if problems.blocking:
        click.echo(verdict(problems), err=True)
        sys.exit(1)
    if report == "text":
        click.echo(counts(handbook))
