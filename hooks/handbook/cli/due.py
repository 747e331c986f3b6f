"""`handbook due`"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from ..checks import check_handbook
from ..upkeep.reviews import as_lines


@click.command()
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="The date to check for (default: today).")
@click.pass_obj
def command(root: Path, day: datetime | None) -> None:
    """List the sections that are due for review, the most overdue first."""
    handbook, _ = check_handbook(root)
    click.echo("\n".join(as_lines(handbook, (day or datetime.now(UTC)).date())))
