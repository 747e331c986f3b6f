"""`handbook guide`"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from ..book.read import Handbook
from ..checks import check_handbook
from ..checks.summary import verdict
from ..model.pocket import Number
from ..pdf import CardChoice, GuideFormat, PdfFile, print_fold, print_guide
from ..source.atomic import write_all
from ..source.problems import Problems, as_text
from ._words import announce

FORMATS = {form.key: form for form in GuideFormat}


@click.command()
@click.option("--only", type=click.Choice(list(FORMATS)), multiple=True, help="Print only this format (default: all).")
@click.option("--card", multiple=True, help="Print a mini guide of your own with this card: its page, or a box's id.")
@click.option("--number", multiple=True, help="Print this number on its back: NAME=NUMBER, or NAME for a line.")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default="build/pocket-guide",
    show_default=True,
    help="The folder to write to, relative to the handbook's folder.",
)
@click.pass_obj
def command(root: Path, only: tuple[str, ...], card: tuple[str, ...], number: tuple[str, ...], out: Path) -> None:
    """Print the pocket guide without building the site.

    With --card or --number, print one mini guide of your own: up to six cards, and your numbers on the back.
    """
    if out.suffix.lower() == ".pdf":
        folder = out.with_suffix("")
        raise click.UsageError(f"{out.name} should be a folder, for all PDFs: --out {folder}")
    problems, formats = Problems(), [FORMATS[key] for key in only] or list(GuideFormat)
    announce("Printing the pocket guide")
    handbook, check_problems = check_handbook(root)
    problems.extend(check_problems.blocking)
    files: list[PdfFile] = []
    if not problems.blocking and (card or number):
        files = _own(handbook, card, number, problems)
    elif not problems.blocking:
        files = print_guide(handbook, handbook.edition, handbook.site.address, problems, formats)
    if len(problems):
        click.echo(as_text(problems))
    if problems.blocking:
        click.echo(f"{verdict(problems)} Nothing was printed.", err=True)
        sys.exit(1)
    write_all({root / out / guide.format.file: guide.pdf for guide in files})
    for guide in files:
        click.echo(f"{guide.format.title}, {guide.amount}: {root / out / guide.format.file}")
    if not files:
        click.echo("docs/_data/pocket-guide.yml lists nothing to print.")


def _own(handbook: Handbook, cards: Sequence[str], numbers: Sequence[str], problems: Problems) -> list[PdfFile]:
    """A mini guide of one's own. What is not chosen is as the handbook has it."""
    pocket = handbook.pocket
    pairs = [(name.strip(), text.strip() or None) for name, _, text in (each.partition("=") for each in numbers)]
    own = [Number(label=name, text=text) for name, text in pairs if name] or (pocket.numbers if pocket else [])
    choice = CardChoice(cards or (pocket.mini if pocket else []), own)
    file = print_fold(handbook, handbook.edition, handbook.site.address, choice, problems)
    return [file] if file else []
