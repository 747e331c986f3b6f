"""`handbook recheck`"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from pathlib import Path

import click

from ..assembly import key_of
from ..book.bank import REVIEWED
from ..book.read import Handbook
from ..source.atomic import write_whole
from ..source.markup import plain_text
from ..source.problems import Problems, as_text, did_you_mean
from ..upkeep.provenance import Changed, accepted, changed, reviewed_yaml
from ._read import read


@click.command()
@click.argument("items", nargs=-1)
@click.option("--accept", is_flag=True, help="Record that these questions (default: all) match the current text.")
@click.pass_obj
def command(root: Path, items: tuple[str, ...], accept: bool) -> None:
    """List the questions whose section has changed since they were last compared with it, with the current text.

    Read each question and its text. If they match, run this again with --accept and the ids of those questions.
    """
    problems = Problems()
    handbook = read(root, problems)
    _stop_where_unknown(items, handbook)
    if accept:
        if problems.blocking:
            raise click.ClickException(f"Fix this first, then compare:\n{as_text(problems.blocking)}")
        _accept(root, items, handbook)
    else:
        _list([change for change in changed(handbook) if not items or change.banked.item.id in items], handbook)


def _stop_where_unknown(items: Sequence[str], handbook: Handbook) -> None:
    for name in items:
        if name not in handbook.bank.items:
            raise click.UsageError(f'There is no question "{name}". {did_you_mean(name, handbook.bank.items)}')


def _accept(root: Path, items: Sequence[str], handbook: Handbook) -> None:
    names = items or [item.id for item in handbook.bank.active]
    write_whole(root / REVIEWED, reviewed_yaml(accepted(handbook, names)).encode())
    click.echo(f"{REVIEWED}: {len(names)} questions recorded as matching the current text.")


def _list(changes: Sequence[Changed], handbook: Handbook) -> None:
    for change in changes:
        item = change.banked.item
        click.echo(f"{change.banked.document.path}:{change.banked.line}: {item.id}: {change.ref} has changed")
        click.echo(f"  Question: {plain_text(item.stem)}")
        for line in key_of(item):
            click.echo(f"  Key: {plain_text(line)}")
        click.echo("  Current text:" if change.text is not None else "  The text is gone.")
        click.echo(textwrap.indent(change.text or "", "    ") + "\n")
    waiting = [
        name
        for name, banked in handbook.bank.items.items()
        if banked.item.status == "active" and banked.item.refs and name not in handbook.bank.reviewed
    ]
    questions = {change.banked.item.id for change in changes}
    click.echo(f"Questions to compare again: {len(questions)}. Not accepted yet: {len(waiting)}.")
