"""`handbook news`"""

from __future__ import annotations

from pathlib import Path

import click

from ..checks import check_handbook
from ..upkeep.news import email_text, newest_first


@click.command()
@click.option("--email", is_flag=True, help="Print the newest entry as an email to paste.")
@click.pass_obj
def command(root: Path, email: bool) -> None:
    """List what's new: every entry, or the newest one as an email."""
    handbook, _ = check_handbook(root)
    entries = newest_first(handbook)
    if not entries:
        raise click.ClickException("docs/_data/news.yml has no entries yet.")
    if email:
        click.echo(email_text(handbook, entries[0], handbook.site.address), nl=False)
        return
    for entry in entries:
        click.echo(f"{entry.date}  {entry.who}: {entry.what}")
