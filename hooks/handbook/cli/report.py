"""`handbook report`"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from ..fix import suggestions
from ..git.repository import is_shallow
from ..upkeep.report import as_page
from ._inspect import Ready, inspect
from .changes import SHALLOW, changes_or_exit


@click.command()
@click.option("--since", default="", help="A commit to compare with (default: what is published).")
@click.pass_obj
def command(root: Path, since: str) -> None:
    """Show what a reviewer needs, in Markdown: mistakes and edits for them, changes, an email to paste, reviews due."""
    handbook, problems = inspect(root, Ready.DECLARED)
    today = datetime.now(UTC).date()
    edits = "".join(fix.difference() for fix in suggestions(root, problems.blocking))
    changes = changes_or_exit(root, since)
    if is_shallow(root):
        click.echo(SHALLOW + "\n")
    click.echo(as_page(handbook, problems, edits, changes, today))
