"""A quiz of the bank, drawn, as a paper to export."""

from __future__ import annotations

from ..assembly import Form
from ..book.read import Handbook
from ..git.edition import Edition
from .assessment import Assessment
from .texts import ItemTexts


def quiz_paper(form: Form, handbook: Handbook, edition: Edition, texts: ItemTexts) -> Assessment:
    """The assessment of a form. Listed questions that lack a value are in it too, so that their loss is reported."""
    bank = handbook.bank
    quiz = bank.quizzes[form.quiz][0]
    own_items = [bank.items[name].item for name in quiz.items if name in bank.items]
    names = dict.fromkeys(item.id for item in (*own_items, *form.items))
    items = tuple(bank.items[name].item for name in names if bank.items[name].item.status == "active")
    return Assessment(
        quiz.id,
        quiz.title,
        items,
        edition,
        texts,
        code=form.code,
        mode=quiz.mode,
        pass_mark=quiz.pass_mark,
        root=handbook.root,
        form=form.name if quiz.draw else "",
        time=quiz.about_time,
    )
