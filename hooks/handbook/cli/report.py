"""`handbook report`"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from ..upkeep.report import as_page
from ._inspect import inspect
from .changes import found_since


@click.command()
@click.option("--since", default="", help="A commit to compare with (default: what is published).")
@click.pass_obj
def command(root: Path, since: str) -> None:
    """Tell what a change is judged by, in Markdown: mistakes, changes, the email to paste, reviews that are due."""
    handbook, problems = inspect(root)
    today = datetime.now(UTC).date()
    click.echo(as_page(handbook, problems, found_since(root, since), handbook.site.address, today))
