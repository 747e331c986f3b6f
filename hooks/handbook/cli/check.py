"""`handbook check`"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import click

from ..checks.summary import counts, verdict
from ..source.problems import Level, Problem, as_github, as_gitlab, as_text
from ..upkeep.triage import Group, by_group, proposed_change
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
    groups = by_group(problems.of(Level.NOTICE), proposed_change(handbook))
    if report == "text" and len(problems):
        # notices first: what has to be fixed comes at the end, where a terminal stops
        click.echo("\n\n".join(_in_words(groups, problems.blocking)))
    elif report == "gitlab" or len(problems):
        click.echo(
            REPORTS[report]([*(notice for notices in groups.values() for notice in notices), *problems.blocking])
        )
    if problems.blocking:
        click.echo(verdict(problems), err=True)
        sys.exit(1)
    if report == "text":
        click.echo(counts(handbook))


def _in_words(groups: Mapping[Group, Sequence[Problem]], blocking: Sequence[Problem]) -> Iterator[str]:
    """Each group of findings under what it is, where there is more than one."""
    parts = {**{f"{group}: {len(notices)}": notices for group, notices in groups.items()}}
    if blocking:
        parts[f"To fix before this can be published: {len(blocking)}"] = blocking
    for title, findings in parts.items():
        yield f"== {title}\n{as_text(findings)}" if len(parts) > 1 or not blocking else as_text(findings)
