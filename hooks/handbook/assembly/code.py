"""The form code: from what is printed on a test, the same test and its key again."""

from __future__ import annotations

import re

from ..book.bank import ItemBank
from ..git.edition import Edition
from ..source.profile import Profile
from .draw import MOST_FORMS, Form, draw

_CODE = re.compile(r"(?P<named>[a-z0-9-]+)-(?P<number>[1-9][0-9]?)-(?P<digest>[0-9a-f]{6})")


class CodeRefused(Exception):
    """No form can be rebuilt from a code; the text says why and what to do."""


def rebuild(code: str, bank: ItemBank, profile: Profile, edition: Edition) -> Form:
    """The form with this code.

    The code does not say how many forms were drawn together, which bears on what each holds; so that is tried from
    the fewest on, and the six digits tell which it was. Raises CodeRefused when the bank of this edition gives none.
    """
    read = _CODE.fullmatch(code.strip().lower())
    if read is None:
        raise CodeRefused(f'"{code}" is not a form code. A form code looks like this: telephone-test-may-1-0a1b2c')
    named, number = read["named"], int(read["number"])
    quizzes = [
        bank.quizzes[name][0] for name in sorted(bank.quizzes, key=len, reverse=True) if named.startswith(f"{name}-")
    ]
    if not quizzes:
        raise CodeRefused(f'no quiz in this edition ({edition}) could have made "{code}"')
    for quiz in quizzes:
        for count in range(number, MOST_FORMS + 1 if quiz.draw else number + 1):
            form = draw(bank, profile, quiz, named[len(quiz.id) + 1 :], count).forms[number - 1]
            if form.digest == read["digest"]:
                return form
    raise CodeRefused(
        f'"{code}" was drawn from a different question bank than the one in this edition ({edition}). '
        "Use the edition of the handbook that is printed next to the code."
    )
