"""`handbook changes`"""

from __future__ import annotations

from pathlib import Path

import click

from ..git.repository import is_shallow
from ..upkeep.changes import Change, UnknownRevision, changes_since, last_state
from ..upkeep.report import as_report


@click.command()
@click.option("--since", default="", help="A commit to compare with (default: what is published).")
@click.option(
    "--format", "form", type=click.Choice(["text", "markdown"]), default="text", help="The format of the report."
)
@click.pass_obj
def command(root: Path, since: str, form: str) -> None:
    """Show what changed: values, pages and questions, before and after."""
    changes = changes_or_exit(root, since)
    if is_shallow(root):
        click.echo(SHALLOW, err=True)
    if changes or not is_shallow(root):
        click.echo(as_report(changes, form == "markdown"))


SHALLOW = (
    "This copy has only the last part of the history (a shallow clone), so changes might be missing here. "
    "To see all of them, run: git fetch --unshallow"
)


def changes_or_exit(root: Path, since: str) -> list[Change]:
    """The changes since a commit (empty: since what is published), or an end that says why not."""
    try:
        return changes_since(root, since or last_state(root))
    except UnknownRevision as error:
        raise click.ClickException(f'There is no "{error}" in git to compare this folder with.') from error
