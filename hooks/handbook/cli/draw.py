"""`handbook draw`"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import click

from ..assembly import MOST_FORMS, Form, key_of
from ..book.read import Handbook
from ..git.edition import Edition
from ..model.items import Item
from ..source.markup import plain_text
from ..source.profile import Medium
from ._bank import blueprint_option, drawn_forms, quiz_named, rebuilt_form, sound_bank, with_blueprint


@click.command()
@click.argument("quiz", required=False)
@click.option("--seed", help="What the draw starts from: letters, digits and dashes (default: the quiz's id).")
@click.option(
    "--forms", type=click.IntRange(1, MOST_FORMS), default=1, show_default=True, help="How many forms to draw."
)
@click.option("--code", help="Rebuild the form that has this code, with its key.")
@blueprint_option
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@click.pass_obj
def command(  # noqa: PLR0913, PLR0917 (click hands each option over by itself)
    root: Path,
    quiz: str | None,
    seed: str | None,
    forms: int,
    code: str | None,
    blueprint: Path | None,
    as_json: bool,
) -> None:
    """Draw parallel forms of QUIZ that share as few questions as possible, or rebuild a form from its code.

    The same seed and number of forms give the same forms, as long as the question bank stays the same.
    """
    handbook = sound_bank(root)
    if blueprint:
        handbook, own = with_blueprint(handbook, blueprint)
        quiz = quiz or (None if code else own)
    if (quiz is None) == (code is None):
        raise click.UsageError("Name a quiz, or give the code of a form with --code.")
    edition = handbook.edition
    form_list: Sequence[Form] = [rebuilt_form(code, handbook, edition)] if code else ()
    if quiz:
        form_list = drawn_forms(quiz_named(quiz, handbook), seed, forms, handbook)
    if as_json:
        click.echo(json.dumps(_as_data(form_list, handbook, edition), indent=2, ensure_ascii=False))
        return
    for line in _as_lines(form_list, handbook, edition):
        click.echo(line)


def _as_data(forms: Sequence[Form], handbook: Handbook, edition: Edition) -> dict[str, Any]:
    quiz = handbook.bank.quizzes[forms[0].quiz][0]
    entries = [
        {"code": form.code, "number": form.number, "items": [_item(item, handbook) for item in form.items]}
        for form in forms
    ]
    return {"quiz": quiz.id, "title": quiz.title, "seed": forms[0].seed, "edition": str(edition), "forms": entries}


def _item(item: Item, handbook: Handbook) -> dict[str, Any]:
    data = {"id": item.id, "rev": item.rev, "fingerprint": item.fingerprint, "type": item.type, "level": item.level}
    return {**data, "stem": _plain(item.stem, handbook), "key": [_plain(line, handbook) for line in key_of(item)]}


def _as_lines(forms: Sequence[Form], handbook: Handbook, edition: Edition) -> Iterator[str]:
    for form in forms:
        yield f"{form.code}   ({len(form.items)} questions, edition {edition})"
        for number, item in enumerate(form.items, start=1):
            yield f"{number:3}. {item.id} ({item.type}, {item.level}): {_plain(item.stem, handbook)}"
            for line in key_of(item):
                yield f"       {_plain(line, handbook)}"
        yield ""
    held = [{item.id for item in form.items} for form in forms]
    for name in handbook.bank.quizzes[forms[0].quiz][0].items:
        if name not in held[0]:
            yield f'"{name}" is left out because it needs a value that the county hasn\'t filled in yet.'
    if len(forms) > 1:
        shared = max(len(one & other) for one, other in combinations(held, 2))
        yield f"Two forms share {shared} questions at most."


def _plain(text: str, handbook: Handbook) -> str:
    return handbook.profile.fill(plain_text(text), Medium.PAGE)
