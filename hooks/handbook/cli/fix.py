"""`handbook fix`"""

from __future__ import annotations

from pathlib import Path

import click

from ..fix import fixes
from ..source.atomic import write_whole
from ._words import counted


@click.command()
@click.argument("files", nargs=-1)
@click.option("--write", is_flag=True, help="Change the files instead of only showing what would change.")
@click.pass_obj
def command(root: Path, files: tuple[str, ...], write: bool) -> None:
    """Fix what is safe to fix: tabs, indents, dashes, quotes, missing ids and revision numbers.

    FILES are paths or folders in the handbook's folder. Without them, every file is checked. Comments and the order of
    entries stay as they are.
    """
    chosen = [fix for fix in fixes(root) if not files or fix.path.startswith(files)]
    for fix in chosen:
        click.echo(fix.difference(), nl=False)
        if write:
            write_whole(root / fix.path, fix.after.encode())
    if not chosen:
        click.echo("Nothing to fix.")
    elif write:
        click.echo(f"Fixed {counted(chosen, 'file')}. Review the changes above, then run: handbook check")
    else:
        click.echo("No files have been changed. To change them, run: handbook fix --write")
