"""`handbook results`"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from ..book.read import Handbook
from ..checks.summary import counted
from ..export.texts import ItemTexts
from ..results.answered_form import DrawnTest, Forms
from ..results.files import Reader
from ..results.ledger import ledger
from ..results.limits import LARGEST_FILE
from ..results.lines import as_lines
from ..results.page import as_page
from ..results.pile import Pile
from ..results.summary import summarize
from ..results.template import csv_template, xlsx_template
from ..results.where import work_tree
from ..source.atomic import write_all
from ..source.problems import Problems, as_text
from ._bank import blueprint_option, sound_bank, with_blueprint
from ._file import refuse_ending

_DOUBTS = 3
"""How the command ends where all was read but for single entries."""

_TEMPLATES = {".xlsx": xlsx_template, ".csv": csv_template}
_SUFFIXES = (".csv", ".tsv", ".txt", ".xlsx", ".pdf")


@click.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="FILE…")
@click.option("--form", help="The form code of the test, for files of a platform, which don't say it.")
@blueprint_option
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write every answer to this CSV file.")
@click.option("--html", type=click.Path(dir_okay=False, path_type=Path), help="Write the report as a page with charts.")
@click.option("--template", metavar="CODE", help="Write the empty table for the form with this code to --out instead.")
@click.option("--force", is_flag=True, help="Overwrite files that already exist.")
@click.option("--in-git", is_flag=True, help="Write files inside a git repository, too. They hold people's results.")
@click.pass_obj
def command(  # noqa: PLR0913, PLR0917 (one for each option)
    root: Path,
    files: tuple[Path, ...],
    form: str | None,
    blueprint: Path | None,
    out: Path | None,
    html: Path | None,
    template: str | None,
    force: bool,
    in_git: bool,
) -> None:
    """Mark answers that came back, and say what they say: who needs what, and which questions to look at.

    FILE is a table made with --template, an answer sheet filled in on screen (PDF), the interactions report of a SCORM
    package, Moodle's quiz responses, or a table that --out wrote. A folder stands for all of these in it.

    Ends with 0 where everything was read, with 3 where entries were left out, and with 1 where nothing was taken.
    """
    if bool(files) == (template is not None):
        raise click.UsageError("Name the files with the answers, or give the code of a form with --template.")
    _refuse_endings(out, html, as_template=template is not None)
    _refuse_places([file for file in (out, html) if file], force=force, in_git=in_git)
    handbook = sound_bank(root)
    if blueprint:
        handbook, _ = with_blueprint(handbook, blueprint)
    tests = Forms(handbook)
    if template is not None:
        _write_template(template, out, tests)
        return
    problems = Problems()
    pile = Pile(tests, problems)
    texts = ItemTexts(handbook.profile, handbook.guide, handbook.site.address)
    reader = Reader(pile, texts, form)
    for name, file in _with_names(list(_each(files))):
        with file.open("rb") as opened:
            reader.read(name, opened.read(LARGEST_FILE + 1))
    if len(problems):
        click.echo(as_text(problems), err=True)
    if problems.blocking or not pile.responses:
        click.echo(f"{counted(problems.blocking, 'problem')} to fix first. Nothing was marked or written.", err=True)
        sys.exit(1)
    _tell(pile, handbook, out, html)
    sys.exit(_DOUBTS if len(problems) else 0)


def _tell(pile: Pile, handbook: Handbook, out: Path | None, html: Path | None) -> None:
    summary = summarize(pile.responses, handbook)
    contents: dict[Path, bytes] = {}
    if out:
        contents[out] = ledger(pile.responses)
    if html:
        contents[html] = as_page(summary, handbook)
    write_all(contents)
    for line in as_lines(summary, handbook):
        click.echo(line)
    for file in contents:
        click.echo(f"{file}: written. It has people's results in it.", err=True)


def _write_template(code: str, out: Path | None, tests: Forms) -> None:
    if out is None:
        raise click.UsageError("Say which file to write: --out answers.xlsx (or answers.csv).")
    test = _test(code, tests)
    write_all({out: _TEMPLATES[out.suffix.lower()](test)})
    click.echo(f"{out}: {counted(test.rows, 'row')} of the answer sheet of {test.code}, a column for each.")


def _test(code: str, tests: Forms) -> DrawnTest:
    from ..assembly import CodeRefused  # noqa: PLC0415 (with its words, it is one of click's faults)

    try:
        return tests.test(code)
    except CodeRefused as error:
        raise click.ClickException(str(error)) from error


def _refuse_endings(out: Path | None, html: Path | None, *, as_template: bool) -> None:
    if out and as_template:
        refuse_ending(out, *_TEMPLATES, kind="an empty table")
    elif out:
        refuse_ending(out, ".csv", kind="a table of every answer")
    if html:
        refuse_ending(html, ".html", kind="a page with charts", option="--html")


def _refuse_places(files: Sequence[Path], *, force: bool, in_git: bool) -> None:
    """Refuse to write over answers, and to where git would take them along."""
    for file in files:
        if file.exists() and not force:
            raise click.UsageError(f"{file} already exists. Choose another name, or use --force to overwrite it.")
        tree = work_tree(file)
        if tree is not None and not in_git:
            raise click.UsageError(
                f"{file} would be in the git repository {tree.name}, and results of people don't belong there. "
                f"Write it elsewhere, for example --{'html' if file.suffix == '.html' else 'out'} "
                f"{Path.home() / file.name}, or add --in-git."
            )


def _each(files: Sequence[Path]) -> Iterator[Path]:
    """The files, and those in the folders."""
    for file in files:
        if file.is_dir():
            yield from sorted(one for one in file.iterdir() if one.suffix.lower() in _SUFFIXES)
        else:
            yield file


def _with_names(files: Sequence[Path]) -> Iterator[tuple[str, Path]]:
    """Each file with the name that it goes by: of its path only so much that no two are alike."""
    names = [file.name for file in files]
    for file in files:
        yield (file.name if names.count(file.name) == 1 else f"{file.resolve().parent.name}/{file.name}"), file
