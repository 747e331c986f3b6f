"""`handbook fix`"""

from __future__ import annotations

from pathlib import Path

import click

from ..fix import mended
from ..source.atomic import write_whole


@click.command()
@click.argument("files", nargs=-1)
@click.option("--write", is_flag=True, help="Change the files (without it, what would change is shown and no more).")
@click.pass_obj
def command(root: Path, files: tuple[str, ...], write: bool) -> None:
    """Mend what is safe: tabs, indents, dashes, quotes, missing ids, `rev`. Remarks and order stay.

    FILES are paths or folders below the handbook's folder; without them, all of it is looked through.
    """
    found = [each for each in mended(root) if not files or each.path.startswith(files)]
    for each in found:
        click.echo(each.difference(), nl=False)
        if write:
            write_whole(root / each.path, each.after.encode())
    if not found:
        click.echo("There is nothing to mend.")
    elif write:
        click.echo(f"{len(found)} file{'s' * (len(found) > 1)} mended. Read what changed above; then: handbook check")
    else:
        click.echo("Nothing is written yet. To change the files: handbook fix --write")
