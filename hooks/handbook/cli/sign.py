"""`handbook sign`"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..book.read import Handbook
from ..checks import check_handbook
from ..checks.summary import verdict
from ..export import report
from ..export.scorm.standard import STANDARDS
from ..site.sign import Reading, page_to_read, read_and_sign, section_to_read
from ..source.atomic import write_whole
from ..source.problems import as_text, did_you_mean


@click.command()
@click.argument("name", metavar="PAGE_OR_SECTION")
@click.option(
    "--to", "to", type=click.Choice(list(STANDARDS)), default="scorm12", show_default=True, help="The kind of package."
)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The file to write.")
@click.pass_obj
def command(root: Path, name: str, to: str, out: Path) -> None:
    """Write a page or a section for people to read and sign on a learning platform.

    It ends with a button "I have read edition …", and is completed for whoever presses it. Name a page (now/hold.md) or
    the folder of a section (now) below docs.
    """
    handbook, problems = check_handbook(root)
    reading = _reading(name, handbook)
    files = {page.file for page in reading.pages}
    wrong = [problem for problem in problems.blocking if problem.path in files]
    if wrong:
        click.echo(as_text(wrong))
        click.echo(f"{verdict(wrong)} Nothing was written.", err=True)
        sys.exit(1)
    try:
        content, losses = read_and_sign(reading, handbook, STANDARDS[to])
        write_whole(out, content)
    except OSError as error:
        raise click.ClickException(f"Can't write {out}: {error.strerror}. Nothing has changed.") from error
    if losses:
        click.echo(report(losses))
    pages = f"{len(reading.pages)} page{'s' if len(reading.pages) != 1 else ''}"
    click.echo(f"{out}: {pages} to read and sign, edition {handbook.edition}, {len(content):,} bytes.")


def _reading(name: str, handbook: Handbook) -> Reading:
    """What a path below docs names; a person can also type it from the handbook's folder."""
    path = name.replace("\\", "/").removeprefix("./").removeprefix("docs/").rstrip("/")
    guide = handbook.guide
    page = guide.page(path)
    if page:
        return page_to_read(page)
    section = next((section for section in guide.sections if section.folder == path), None)
    if section:
        return section_to_read(section, handbook)
    names = [*guide.paths, *(section.folder for section in guide.sections)]
    raise click.UsageError(f'There is no page or section "{path}". {did_you_mean(path, names)}')
