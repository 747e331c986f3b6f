"""`handbook schema`"""

from __future__ import annotations

from pathlib import Path

import click

from ..model.json_schema import schema_files
from ..source.atomic import write_all
from ..source.codes import REFERENCE, reference


@click.command()
@click.pass_obj
def command(root: Path) -> None:
    """Write the files generated from the code: JSON Schemas for editors, and a list of every kind of problem."""
    files = {**schema_files(), REFERENCE: reference()}
    write_all({root / path: text.encode() for path, text in files.items()})
    click.echo("\n".join(files))
