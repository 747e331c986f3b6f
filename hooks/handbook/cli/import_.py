"""`handbook import`"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..book.read import read_handbook
from ..intake import READERS, Intake, bank_yaml
from ..source.atomic import write_whole
from ..source.problems import Problems, as_text
from ._words import counted


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="The file to write (default: print to the screen)."
)
@click.option("--force", is_flag=True, help="Overwrite the file if it already exists.")
@click.pass_obj
def command(root: Path, file: Path, out: Path | None, force: bool) -> None:
    """Turn a spreadsheet (CSV, XLSX) or GIFT file into YAML for the question bank. Lists everything that is wrong."""
    if file.suffix.lower() not in READERS:
        raise click.UsageError(f"{file.name} is not a supported file type. Choose one of: {', '.join(READERS)}.")
    if out and out.exists() and not force:
        raise click.UsageError(f"{out} already exists; choose another name or use --force to overwrite.")
    handbook = read_handbook(root, Problems())
    taken = {name: f"{banked.document.path}:{banked.line}" for name, banked in handbook.bank.items.items()}
    problems = Problems()
    intake = Intake(file.name, handbook.guide, handbook.site.address, taken, problems)
    drafts = READERS[file.suffix.lower()](file.read_bytes(), intake)
    if len(problems):
        click.echo(as_text(problems), err=True)
    if drafts and out:
        try:
            write_whole(out, bank_yaml(drafts).encode())
        except OSError as error:
            raise click.ClickException(f"Can't write {out}: {error.strerror}") from error
        click.echo(f"{out}: {counted(drafts, 'question')}.")
    elif drafts:
        click.echo(bank_yaml(drafts), nl=False)
    if problems.blocking:
        click.echo(
            f"{counted(problems.blocking, 'problem')} to fix in {file.name} or in the questions made from it.", err=True
        )
        sys.exit(1)
