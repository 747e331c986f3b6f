"""`handbook schema`"""

from __future__ import annotations

from pathlib import Path

import click

from ..files import write_whole
from ..schemas import schema_files


@click.command()
@click.pass_obj
def command(root: Path) -> None:
    """Write the JSON Schemas that editors of code read (after a change of the models)."""
    for path, text in schema_files().items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        write_whole(root / path, text.encode())
        click.echo(path)
