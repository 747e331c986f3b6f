"""What commands over the question bank share: a bank without faults, and forms drawn from it."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..assembly import SEED, CodeRefused, Form, draw, rebuild
from ..book.bank import ITEMS_FOLDER, QUIZZES, read_blueprint
from ..book.read import Handbook
from ..checks import check_handbook
from ..checks.quizzes import wrong_bank
from ..checks.summary import verdict
from ..git.edition import Edition
from ..model.forms import QuizForm
from ..source.document import read_text
from ..source.problems import Problems, as_text, did_you_mean


def sound_bank(root: Path) -> Handbook:
    """The handbook in a folder, when nothing is wrong in its question bank; else the command ends."""
    handbook, problems = check_handbook(root)
    in_bank = [problem for problem in problems.blocking if problem.path.startswith((ITEMS_FOLDER, QUIZZES))]
    if in_bank:
        click.echo(as_text(in_bank))
        click.echo(f"{verdict(in_bank)} Nothing was drawn or written.", err=True)
        sys.exit(1)
    return handbook


def with_blueprint(handbook: Handbook, file: Path) -> tuple[Handbook, str]:
    """The handbook with the quizzes of a file besides its own, and the id of the first of them."""
    problems = Problems()
    text = read_text(file.parent, file.name, problems)
    quizzes = read_blueprint(file.name, text, problems) if text is not None else {}
    handbook = handbook.with_quizzes(quizzes)
    problems.extend(problem for problem in wrong_bank(handbook) if problem.path == file.name)
    if problems.blocking or not quizzes:
        click.echo(as_text(problems.blocking))
        click.echo("Nothing was drawn or written.", err=True)
        sys.exit(1)
    return handbook, next(iter(quizzes))


def quiz_named(name: str, handbook: Handbook) -> QuizForm:
    """A quiz of the bank by its id."""
    if name not in handbook.bank.quizzes:
        raise click.UsageError(f'There is no quiz "{name}". {did_you_mean(name, handbook.bank.quizzes)}')
    return handbook.bank.quizzes[name][0]


blueprint_option = click.option(
    "--blueprint",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file with a quiz of your own, written like those in quizzes.yml.",
)


def drawn_forms(quiz: QuizForm, seed: str | None, forms: int, handbook: Handbook) -> tuple[Form, ...]:
    """Forms of a quiz; when the bank cannot fill it, the command ends by saying what is short."""
    seed = (seed or quiz.id).lower()
    if not SEED.fullmatch(seed):
        raise click.UsageError("A seed is made of letters, digits and single dashes between them, for example may-2.")
    result = draw(handbook.bank, handbook.profile, quiz, seed, forms)
    if result.shortages:
        click.echo(f'The question bank has too few questions for "{quiz.id}":', err=True)
        for shortage in result.shortages:
            click.echo(f"  {shortage}", err=True)
        sys.exit(1)
    return result.forms


def rebuilt_form(code: str, handbook: Handbook, edition: Edition) -> Form:
    """The form with a code; when the bank gives none, the command ends by saying why."""
    try:
        return rebuild(code, handbook.bank, handbook.profile, edition)
    except CodeRefused as error:
        raise click.ClickException(str(error)) from error
