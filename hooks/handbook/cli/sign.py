"""`handbook sign`"""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path

import click

from ..book.read import Handbook
from ..book.readings import Reading, reading_named
from ..checks import check_handbook
from ..checks.summary import verdict
from ..export import report
from ..export.assessment import Loss
from ..export.scorm.reading import reading_package
from ..export.scorm.standard import STANDARDS, ScormStandard
from ..model.roles import EVERYTHING
from ..pdf import PrintError, print_sheet
from ..site.package_pages import package_pages
from ..source.atomic import write_whole
from ..source.problems import Problem, Problems, as_text, did_you_mean
from ._file import refuse_ending

SHEET = "sheet"


@click.command()
@click.argument("name", metavar="PAGE_OR_SECTION")
@click.option(
    "--to",
    "to",
    type=click.Choice([*STANDARDS, SHEET]),
    default="scorm12",
    show_default=True,
    help="The kind of package, or a sheet of paper to sign (PDF).",
)
@click.option(
    "--since", type=click.DateTime(["%Y-%m-%d"]), help="List what changed after this day, that of the last signature."
)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The file to write.")
@click.pass_obj
def command(root: Path, name: str, to: str, since: datetime | None, out: Path) -> None:
    """Write a page, a section or the whole handbook for people to read and sign.

    A package ends with a button "I have read edition …", and is completed for whoever presses it. A sheet has lines to
    sign on. Name a page (now/hold.md), the folder of a section (now) below docs, or "all".
    """
    if to == SHEET:
        refuse_ending(out, ".pdf", kind="a sheet to sign")
    else:
        refuse_ending(out, ".zip", kind=f"a {STANDARDS[to].title} package; for paper, add --to {SHEET}")
    handbook, problems = check_handbook(root)
    reading = _reading(name, handbook)
    files = {page.file for page in reading.pages}
    _stop_at([problem for problem in problems.blocking if problem.path in files])
    if since and to != SHEET:
        raise click.UsageError(f"--since is for a sheet: add --to {SHEET}.")
    try:
        day = since.date() if since else None
        content, losses = (
            (_sheet(reading, handbook, day), ()) if to == SHEET else read_and_sign(reading, handbook, STANDARDS[to])
        )
        write_whole(out, content)
    except OSError as error:
        raise click.ClickException(f"Can't write {out}: {error.strerror}. Nothing has changed.") from error
    if losses:
        click.echo(report(losses))
    pages = f"{len(reading.pages)} page{'s' if len(reading.pages) != 1 else ''}"
    click.echo(f"{out}: {pages} to read and sign, edition {handbook.edition}, {len(content):,} bytes.")


def read_and_sign(reading: Reading, handbook: Handbook, standard: ScormStandard) -> tuple[bytes, tuple[Loss, ...]]:
    """The package of a reading, and what its pages lose in it. Raises OSError where a file of the player is missing."""
    pages = package_pages(reading, handbook)
    return reading_package(reading, handbook, pages.html, pages.files, standard), pages.losses


def _sheet(reading: Reading, handbook: Handbook, since: date | None) -> bytes:
    problems = Problems()
    try:
        file = print_sheet(handbook, reading, since, problems)
    except PrintError as error:
        raise click.ClickException(f"The sheet can't be printed: {error}") from error
    _stop_at(problems.blocking)
    assert file is not None
    return file.pdf


def _stop_at(wrong: list[Problem]) -> None:
    if wrong:
        click.echo(as_text(wrong))
        click.echo(f"{verdict(wrong)} Nothing was written.", err=True)
        sys.exit(1)


def _reading(name: str, handbook: Handbook) -> Reading:
    """What a path below docs names; a person can also type it from the handbook's folder."""
    path = name.replace("\\", "/").removeprefix("./").removeprefix("docs/").rstrip("/")
    guide = handbook.guide
    if reading := reading_named(path, handbook):
        return reading
    names = [EVERYTHING, *guide.paths, *(section.folder for section in guide.sections)]
    raise click.UsageError(f'There is no page or section "{path}". {did_you_mean(path, names)}')
