"""`handbook new`"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from ..book.bank import ITEMS_FOLDER, QUIZZES
from ..book.read import DOCS, Handbook
from ..checks import check_handbook
from ..fix.ids import new_name
from ..model.blocks import Cards
from ..model.guide import Section
from ..model.items import ItemLevel
from ..model.schema import slug
from ..source.atomic import write_all, write_whole
from ..source.templates import ANSWERS, Started, card_start, item_start, page_start, quiz_start


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
    file = f"{slug(title) or 'new'}.md"
    path = f"{DOCS}/{section.folder}/{file}"
    if (root / path).exists():
        raise click.ClickException(f"{path} already exists. Choose another title.")
    name = new_name(section.folder.rpartition("/")[2], title, _names(handbook))
    start = page_start(title, summary, [word for word in words if word], name)
    index = _with_card(root, handbook, section, card_start(file, title, summary))
    write_all({root / path: start.encode(), **{root / other: text.encode() for other, text in index.items()}})
    click.echo(f"Created {path}. Replace the sample text with your own.")
    for other in index:
        click.echo(f"A card for it is at the end of the cards in {other}.")
    if not index:
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
    file, name = root / ITEMS_FOLDER / f"{topic}.yml", new_name(topic, stem, _names(handbook))
    _append(file, item_start(Started(name, kind, level, stem, ref, topic)))
    click.echo(f'"{name}" is at the end of {ITEMS_FOLDER}/{topic}.yml. Replace the sample text with your own.')


@command.command()
@click.pass_obj
def quiz(root: Path) -> None:
    """Start a quiz."""
    handbook, _ = check_handbook(root)
    title = _prompt("Title")
    summary = _prompt("What it is about, in one sentence")
    ids = click.prompt("Ids of the questions, separated by commas", value_proc=_questions(handbook))
    name = new_name("quiz", title, _names(handbook))
    _append(root / QUIZZES, quiz_start(name, title, summary, ids))
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


def _names(handbook: Handbook) -> set[str]:
    return {*handbook.bank.items, *handbook.bank.quizzes, *handbook.guide.blocks, *handbook.unread}


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


def _append(file: Path, text: str) -> None:
    before = file.read_text("utf-8").rstrip() if file.exists() else ""
    write_whole(file, (f"{before}\n\n{text}" if before else text).encode())


def _with_card(root: Path, handbook: Handbook, section: Section, card: str) -> dict[str, str]:
    """The first page of a section with a card at the end of its cards, by its path. None where there are no cards."""
    index = handbook.guide.page(f"{section.folder}/index.md")
    cards = next((placed for placed in (index.placed if index else ()) if isinstance(placed.block, Cards)), None)
    if index is None or cards is None:
        return {}
    lines = (root / index.file).read_text("utf-8").split("\n")
    end = cards.fence.line + len(cards.fence.body.rstrip("\n").split("\n"))
    lines[end:end] = card.rstrip("\n").split("\n")
    return {index.file: "\n".join(lines)}
