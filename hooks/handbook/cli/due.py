"""`handbook due`"""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import click

from ..checks import check_handbook
from ..reviews import Due, worst_first


@click.command()
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day to look from (default: today).")
@click.pass_obj
def command(root: Path, day: datetime | None) -> None:
    """Tell which sections are due for review, the worst first."""
    handbook, _ = check_handbook(root)
    today = (day or datetime.now(UTC)).date()
    found = worst_first(handbook.guide, handbook.reviews)
    late = [each for each in found if each.by is None or each.by <= today]
    click.echo(f"Due on {today}: {len(late)} of {len(found)} sections.")
    for each in late:
        click.echo(f"  {each.section.title} ({each.section.folder}), {each.section.owner}: {_why(each, today)}")
    coming = next((each for each in found if each not in late), None)
    if coming:
        click.echo(f"Next: {coming.section.title}, by {coming.by}.")
    if late:
        click.echo("Read the section through, then add a row to docs/_data/reviews.yml.")


def _why(each: Due, today: date) -> str:
    months = f"every {each.section.review_months} months"
    if each.last is None:
        return f"never reviewed ({months})"
    if each.by is None:
        return f"waits for a decision since {each.last.date}"
    return f"{each.days_over(today)} days over; last reviewed {each.last.date} ({months})"
