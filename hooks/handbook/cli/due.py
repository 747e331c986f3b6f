"""`handbook due`"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from ..checks import check_handbook
from ..upkeep.reviews import as_lines


@click.command()
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day to look from (default: today).")
@click.pass_obj
def command(root: Path, day: datetime | None) -> None:
    """Tell which sections are due for review, the worst first."""
    handbook, _ = check_handbook(root)
    click.echo("\n".join(as_lines(handbook, (day or datetime.now(UTC)).date())))
