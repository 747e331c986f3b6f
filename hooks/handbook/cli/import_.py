"""`handbook import`"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..checks.summary import counted
from ..intake import LARGEST_FILE, Intake, bank_yaml, exit_code, read_file, together
from ..source.atomic import write_whole
from ..source.problems import Problems, as_text
from ._file import refuse_ending
from ._read import read


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="The file to write (default: print to the screen)."
)
@click.option("--force", is_flag=True, help="Overwrite the file if it already exists.")
@click.pass_obj
def command(root: Path, file: Path, out: Path | None, force: bool) -> None:
    """Turn questions of another program into YAML for the question bank.

    FILE is a spreadsheet (CSV, XLSX), GIFT, Aiken, Moodle XML or our JSON. Everything that is wrong or lost is listed
    by its line, and the last line counts the questions.

    Ends with 0 where all questions were taken as they are, with 3 where only keys such as "why" are still to be
    filled in, and with 1 where something is wrong or was lost.
    """
    _refuse_to_overwrite(file, out, force=force)
    if out:
        refuse_ending(out, ".yml", kind="questions for the bank")
    handbook = read(root, Problems())
    ids_in_use = {name: f"{banked.document.path}:{banked.line}" for name, banked in handbook.bank.items.items()}
    problems = Problems()
    intake = Intake(file.name, handbook.guide, handbook.site.address, ids_in_use, problems)
    with file.open("rb") as opened:
        content = opened.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise click.ClickException(f"{file.name} has more than {LARGEST_FILE:,} bytes. Split it into smaller files.")
    drafts = read_file(content, intake)
    if len(problems):
        click.echo(as_text(together(problems)), err=True)
    if drafts and out:
        write_whole(out, bank_yaml(drafts).encode())
        click.echo(f"{out}: {counted(drafts, 'question')}.")
    elif drafts:
        click.echo(bank_yaml(drafts), nl=False)
    click.echo(intake.losses.summary(), err=True)
    sys.exit(exit_code(problems))


def _refuse_to_overwrite(file: Path, out: Path | None, *, force: bool) -> None:
    if out and out.exists() and out.samefile(file):
        raise click.UsageError(f"{out} is the file to import. Choose another name for the questions.")
    if out and out.exists() and not force:
        raise click.UsageError(f"{out} already exists; choose another name or use --force to overwrite.")
