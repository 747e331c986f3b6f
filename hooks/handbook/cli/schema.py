"""`handbook schema`"""

from __future__ import annotations

from pathlib import Path

import click

from ..model.json_schema import schema_files
from ..source.atomic import write_whole
from ..source.codes import REFERENCE, reference


@click.command()
@click.pass_obj
def command(root: Path) -> None:
    """Write the files generated from the code: JSON Schemas for editors, and a list of every kind of problem."""
    for path, text in (*schema_files().items(), (REFERENCE, reference())):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        write_whole(root / path, text.encode())
        click.echo(path)
