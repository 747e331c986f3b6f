"""`handbook import`"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..book.read import read_handbook
from ..intake import READERS, Intake, bank_yaml
from ..source.atomic import write_whole
from ..source.problems import Problems, as_text


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="The file to write instead of the screen.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.pass_obj
def command(root: Path, file: Path, out: Path | None, force: bool) -> None:
    """Turn questions from a spreadsheet (CSV, XLSX) or a GIFT text into YAML of the bank. What is wrong is listed."""
    if file.suffix.lower() not in READERS:
        raise click.UsageError(f"{file.name} is not known here by its end. Known: {', '.join(READERS)}.")
    if out and out.exists() and not force:
        raise click.UsageError(f"{out} is there already. Give another name, or --force to write over it.")
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
            raise click.ClickException(f"{out} cannot be written: {error.strerror}") from error
        click.echo(f"{out}: {len(drafts)} questions.")
    elif drafts:
        click.echo(bank_yaml(drafts), nl=False)
    if problems.blocking:
        click.echo(f"{len(problems.blocking)} things to mend in {file.name}, or in what was made of it.", err=True)
        sys.exit(1)
