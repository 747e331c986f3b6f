"""`handbook export`"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from ..address import site_address
from ..assembly import CodeRefused, Form, draw, rebuild
from ..bank import ITEMS_FOLDER, QUIZZES
from ..book import Handbook
from ..checks import check_handbook
from ..edition import Edition, read_edition
from ..export import FORMATS, Loss, NothingToExport, Paper, Texts, export, load_format
from ..files import write_whole
from ..problems import Problems, as_text, did_you_mean
from ._words import verdict


@click.command()
@click.argument("quiz", required=False)
@click.option("--all", "everything", is_flag=True, help="All questions of the bank instead of a quiz.")
@click.option("--tag", help="All questions with this tag instead of a quiz.")
@click.option("--to", "name", type=click.Choice(FORMATS), required=True, help="The format.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The file to write.")
@click.pass_obj
def command(  # noqa: PLR0913, PLR0917 (one for each option)
    root: Path, quiz: str | None, everything: bool, tag: str | None, name: str, out: Path
) -> None:
    """Write a quiz (its id in quizzes.yml, or a form code) for another program. What is lost by that is listed."""
    if sum([quiz is not None, everything, tag is not None]) != 1:
        raise click.UsageError("Name a quiz, or give --all, or --tag with a tag.")
    handbook = _sound_handbook(root)
    paper = _paper(handbook, quiz, tag)
    form = load_format(name)
    try:
        made = export(paper, form)
        write_whole(out, made.content)
    except NothingToExport as error:
        click.echo(_report(error.losses))
        click.echo(f"{error}. Nothing was written.", err=True)
        sys.exit(1)
    except OSError as error:
        raise click.ClickException(f"{out} cannot be written: {error.strerror}. Nothing has changed.") from error
    if made.losses:
        click.echo(_report(made.losses))
    asked = len(paper.items)
    held = asked - len({loss.item for loss in made.losses if loss.left_out})
    click.echo(f"{out}: {held} of {asked} questions as {form.title}, {len(made.content):,} bytes.")


def _sound_handbook(root: Path) -> Handbook:
    """The handbook, when nothing is wrong in its question bank."""
    handbook, problems = check_handbook(root)
    in_bank = Problems()
    in_bank.extend(problem for problem in problems.blocking if problem.path.startswith((ITEMS_FOLDER, QUIZZES)))
    if in_bank.blocking:
        click.echo(as_text(in_bank))
        click.echo(f"{verdict(in_bank)} Nothing was written.", err=True)
        sys.exit(1)
    return handbook


def _paper(handbook: Handbook, quiz: str | None, tag: str | None) -> Paper:
    """The questions asked for."""
    edition, bank = read_edition(handbook.root), handbook.bank
    texts = Texts(handbook.profile, handbook.guide, site_address(handbook.root))
    if quiz is not None:
        form = _form(quiz, handbook, edition)
        asked = bank.quizzes[form.quiz][0]
        fixed = [bank.items[name].item for name in asked.items if name in bank.items]  # those that lack a value, too
        items = dict.fromkeys(item.id for item in (*fixed, *form.items))
        code = form.code if asked.draw else None
        return Paper(asked.id, asked.title, tuple(bank.items[name].item for name in items), edition, texts, code)
    active = tuple(banked.item for banked in bank.items.values() if banked.item.status == "active")
    if tag is None:
        return Paper("all", "All questions", active, edition, texts)
    tags = {each for item in active for each in item.tags}
    if tag not in tags:
        raise click.UsageError(f'No question has the tag "{tag}". {did_you_mean(tag, tags)}')
    title = tag.replace("-", " ").capitalize()
    return Paper(tag, title, tuple(item for item in active if tag in item.tags), edition, texts)


def _form(name: str, handbook: Handbook, edition: Edition) -> Form:
    """A quiz as the site asks it, or the drawn form that a form code names."""
    quizzes = handbook.bank.quizzes
    if name in quizzes:
        return draw(handbook.bank, handbook.profile, quizzes[name][0], name).forms[0]
    if not re.search(r"-\d+-[0-9a-f]{6}$", name):
        raise click.UsageError(f'There is no quiz "{name}". {did_you_mean(name, quizzes)}')
    try:
        return rebuild(name, handbook.bank, handbook.profile, edition)
    except CodeRefused as error:
        raise click.ClickException(f"{error}") from error


def _report(losses: Iterable[Loss]) -> str:
    """The losses, those of one kind together, each question by its id."""
    kinds: dict[tuple[str, str], list[str]] = {}
    for loss in losses:
        kinds.setdefault((loss.what, loss.instead), []).append(loss.item)
    return "\n".join(f"{what}: {instead}\n    {', '.join(ids)}" for (what, instead), ids in kinds.items())
