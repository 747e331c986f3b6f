"""`handbook fix`"""

from __future__ import annotations

from pathlib import Path

import click

from ..checks.summary import counted
from ..fix import fixes
from ..source.atomic import write_all


@click.command()
@click.argument("files", nargs=-1)
@click.option("--write", is_flag=True, help="Change the files instead of only showing what would change.")
@click.pass_obj
def command(root: Path, files: tuple[str, ...], write: bool) -> None:
    """Fix what is safe to fix: tabs, indents, dashes, quotes, missing ids and revision numbers.

    FILES are paths or folders in the handbook's folder. Without them, every file is checked. Comments and the order of
    entries stay as they are.
    """
    chosen_fixes = [fix for fix in fixes(root) if not files or fix.path.startswith(files)]
    for fix in chosen_fixes:
        click.echo(fix.difference(), nl=False)
    if write:
        write_all({root / fix.path: fix.after.encode() for fix in chosen_fixes})
    if not chosen_fixes:
        click.echo("Nothing to fix.")
    elif write:
        click.echo(f"Fixed {counted(chosen_fixes, 'file')}. Review the changes above, then run: handbook check")
    else:
        click.echo("No files have been changed. To change them, run: handbook fix --write")
