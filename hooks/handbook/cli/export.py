"""`handbook export`"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

from ..book.read import Handbook
from ..export import FORMATS, Assessment, ItemTexts, NothingToExport, export, load_format, report
from ..export.quizzes import quiz_paper
from ..source.atomic import write_whole
from ..source.problems import did_you_mean
from ._bank import blueprint_option, drawn_forms, quiz_named, rebuilt_form, sound_bank, with_blueprint
from ._file import refuse_ending
from ._words import announce


@click.command()
@click.argument("quiz", required=False)
@click.option("--all", "everything", is_flag=True, help="Export all questions instead of a quiz.")
@click.option("--tag", help="Export all questions with this tag instead of a quiz.")
@blueprint_option
@click.option("--to", "name", type=click.Choice(FORMATS), required=True, help="The format to write.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The file to write.")
@click.pass_obj
def command(  # noqa: PLR0913, PLR0917 (one for each option)
    root: Path, quiz: str | None, everything: bool, tag: str | None, blueprint: Path | None, name: str, out: Path
) -> None:
    """Write a quiz (its id or a form code) for another program. Lists anything the format cannot hold."""
    if sum([quiz is not None, everything, tag is not None]) != 1:
        raise click.UsageError("Name a quiz, or use --all or --tag.")
    form = load_format(name)
    refuse_ending(out, form.suffix, kind=form.title)
    handbook = sound_bank(root)
    if blueprint:
        handbook, _ = with_blueprint(handbook, blueprint)
    assessment = _quiz(quiz, handbook) if quiz is not None else _tagged(tag, handbook)
    try:
        announce(f"Writing {len(assessment.items)} questions as {form.title}")
        output = export(assessment, form)
    except NothingToExport as error:
        click.echo(report(error.losses))
        click.echo(f"{error}. Nothing was written.", err=True)
        sys.exit(1)
    write_whole(out, output.content)
    if output.losses:
        click.echo(report(output.losses))
    count = len(assessment.items)
    held = count - len({loss.item for loss in output.losses if loss.left_out})
    click.echo(f"{out}: {held} of {count} questions as {form.title}, {len(output.content):,} bytes.")


def _quiz(name: str, handbook: Handbook) -> Assessment:
    """A quiz as the site asks it, or the form that a form code names."""
    edition = handbook.edition
    if name not in handbook.bank.quizzes and re.search(r"-\d+-[0-9a-f]{6}$", name.strip().lower()):
        form = rebuilt_form(name, handbook, edition)
    else:
        (form,) = drawn_forms(quiz_named(name, handbook), None, 1, handbook)
    return quiz_paper(form, handbook, edition, _texts(handbook))


def _tagged(tag: str | None, handbook: Handbook) -> Assessment:
    """All questions in use, or those with a tag."""
    edition = handbook.edition
    active = handbook.bank.active
    if tag is None:
        return Assessment("all", "All questions", active, edition, _texts(handbook), root=handbook.root)
    tags = {each for item in active for each in item.tags}
    if tag not in tags:
        raise click.UsageError(f'No question has the tag "{tag}". {did_you_mean(tag, tags)}')
    title = tag.replace("-", " ").capitalize()
    items = tuple(item for item in active if tag in item.tags)
    return Assessment(tag, title, items, edition, _texts(handbook), root=handbook.root)


def _texts(handbook: Handbook) -> ItemTexts:
    return ItemTexts(handbook.profile, handbook.guide, handbook.site.address)
