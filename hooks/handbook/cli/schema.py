"""`handbook schema`"""

from __future__ import annotations

from pathlib import Path

import click

from ..model.json_schema import schema_files
from ..source.atomic import write_whole


@click.command()
@click.pass_obj
def command(root: Path) -> None:
    """Write the JSON Schemas that editors of code read (after a change of the models)."""
    for path, text in schema_files().items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        write_whole(root / path, text.encode())
        click.echo(path)
