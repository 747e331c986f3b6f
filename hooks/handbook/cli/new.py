"""`handbook new`"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from ..book.bank import ITEMS_FOLDER, QUIZZES
from ..book.read import DOCS, Handbook
from ..checks import check_handbook
from ..fix.ids import new_name
from ..model.guide import Section
from ..model.items import ItemLevel
from ..source.atomic import write_all
from ..source.names import slug
from ..source.templates import ANSWERS, Started, item_start, quiz_start
from ..workshop.starts import appended, names_of, page_files


@click.group()
def command() -> None:
    """Start a page, a question or a quiz: asks for what is needed and writes a draft."""


@command.command()
@click.pass_obj
def page(root: Path) -> None:
    """Start a page, with a card for it on the first page of its section."""
    handbook, _ = check_handbook(root)
    section = _section(handbook)
    title = _prompt("Title (the task, for example: Put a caller on hold)")
    summary = _prompt("Summary (the answer, in one or two sentences)")
    words = [word.strip() for word in _prompt("Words that people search for, separated by commas").split(",")]
    try:
        files = page_files(handbook, section, title, summary, [word for word in words if word])
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    write_all({root / path: text.encode() for path, text in files.items()})
    path, *others = files
    click.echo(f"Created {path}. Replace the sample text with your own.")
    for other in others:
        click.echo(f"A card for it is at the end of the cards in {other}.")
    if not others:
        click.echo("Add a card for it to the first page of its section.")


@command.command()
@click.pass_obj
def item(root: Path) -> None:
    """Start a question."""
    handbook, _ = check_handbook(root)
    topics = sorted(Path(document.path).stem for document in handbook.bank.documents if document.path != QUIZZES)
    topic = slug(click.prompt(f"Topic ({', '.join(topics)}; or a new one)")) or "new"
    kind = click.prompt("Type", type=click.Choice(list(ANSWERS)), default="single")
    level = click.prompt("Level", type=click.Choice([*map(str, ItemLevel)]), default="apply")
    stem = _prompt("The question, on one line")
    ref = click.prompt(
        "Where the handbook answers it (the id of a directive, or page.md)", value_proc=_reference(handbook)
    )
    name = new_name(topic, stem, names_of(handbook))
    _append(handbook, f"{ITEMS_FOLDER}/{topic}.yml", item_start(Started(name, kind, level, stem, ref, topic)))
    click.echo(f'"{name}" is at the end of {ITEMS_FOLDER}/{topic}.yml. Replace the sample text with your own.')


@command.command()
@click.pass_obj
def quiz(root: Path) -> None:
    """Start a quiz."""
    handbook, _ = check_handbook(root)
    title = _prompt("Title")
    summary = _prompt("What it is about, in one sentence")
    ids = click.prompt("Ids of the questions, separated by commas", value_proc=_questions(handbook))
    name = new_name("quiz", title, names_of(handbook))
    _append(handbook, QUIZZES, quiz_start(name, title, summary, ids))
    click.echo(f'"{name}" is at the end of {QUIZZES}. To show it on a page, add this box:\n')
    click.echo(f"``` quiz\nid: {name}-here\ntitle: {title}\nquiz: {name}\n```")


def _section(handbook: Handbook) -> Section:
    sections = handbook.guide.sections
    for number, section in enumerate(sections, start=1):
        click.echo(f"{number:3}  {section.title}")
    choice: int = click.prompt("Number of the section", type=click.IntRange(1, len(sections)))
    return sections[choice - 1]


def _prompt(question: str) -> str:
    return str(click.prompt(question)).strip()


def _reference(handbook: Handbook) -> Callable[[str], str]:
    def read(text: str) -> str:
        target = text.strip().removeprefix(f"{DOCS}/")
        if handbook.guide.destination(target) is None:
            raise click.UsageError(f'there is no box or page "{target}".')
        return target

    return read


def _questions(handbook: Handbook) -> Callable[[str], list[str]]:
    def read(text: str) -> list[str]:
        names = [name.strip() for name in text.split(",") if name.strip()]
        unknown = [name for name in names if name not in handbook.bank.items]
        if unknown or not names:
            missing = f"there is no question {', '.join(unknown)}." if unknown else "name at least one question."
            raise click.UsageError(missing)
        return names

    return read


def _append(handbook: Handbook, path: str, start: str) -> None:
    write_all({handbook.root / file: text.encode() for file, text in appended(handbook, path, start).items()})
