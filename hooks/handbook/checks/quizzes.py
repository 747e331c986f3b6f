"""Checks that every quiz finds the questions it asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..assembly import draw, enemies, tagged
from ..book.bank import Banked, ItemBank
from ..book.read import SECTIONS, Handbook
from ..model.blocks import Quiz
from ..model.forms import QuizForm
from ..source.codes import Code
from ..source.document import Document, Where
from ..source.problems import Level, Problem, did_you_mean, nearest
from .links import Mention, missing_page


def wrong_quizzes(handbook: Handbook) -> Iterator[Problem]:
    """Quizzes in pages ask items and quizzes that are there."""
    for page in handbook.guide.written:
        for placed in page.placed:
            if isinstance(placed.block, Quiz) and placed.document is not None:
                yield from _wrong_quiz(placed.block, placed.document, handbook)


def _wrong_quiz(quiz: Quiz, document: Document, handbook: Handbook) -> Iterator[Problem]:
    bank = handbook.bank
    for at, name in enumerate(quiz.items):
        yield from _wrong_item(name, handbook, document, ("items", at))
    yield from _asked_twice(quiz.items, document, ("items",))
    if quiz.quiz and quiz.quiz not in {*bank.quizzes, *handbook.unread}:
        message, hint = f'there is no quiz "{quiz.quiz}"', did_you_mean(quiz.quiz, bank.quizzes)
        level = _level(quiz.quiz, handbook)
        yield Problem(document.path, document.line(("quiz",)), Code.QUIZ_MISSING, message, hint, level)
    if quiz.count:
        yield from _short(quiz, quiz.count, document, handbook)


def _short(quiz: Quiz, count_needed: int, document: Document, handbook: Handbook) -> Iterator[Problem]:
    """Too few questions have the tags: a notice, unless it is the tags that are wrong. The questions are elsewhere."""
    items = [banked.item for banked in handbook.bank.items.values()]
    count = len(list(tagged(quiz.tags, handbook.bank.active, enemies(items))))
    all_tags = {tag for item in items for tag in item.tags}
    for at, tag in enumerate(quiz.tags):
        if tag not in all_tags and (near := nearest(tag, all_tags)):
            message, hint = f'no question has the tag "{tag}"', f'Did you mean "{near}"?'
            yield Problem(document.path, document.line(("tags", at)), Code.QUIZ_SHORT, message, hint)
            return
    if count < count_needed and not handbook.unread:
        there = f"there {'is' if count == 1 else 'are'} {count or 'none'}"
        message = f"{count_needed} questions with these tags are needed, and {there}"
        hint = f'Write "count: {count}", or use other tags.' if count else "Use other tags, or take this quiz out."
        yield Problem(document.path, document.line(("count",)), Code.QUIZ_SHORT, message, hint, Level.NOTICE)


def _asked_twice(names: Sequence[str], document: Document, where: Where) -> Iterator[Problem]:
    for at, name in enumerate(names):
        if name in names[:at]:
            message, line = f'"{name}" is asked twice in this quiz', document.line((*where, at))
            yield Problem(document.path, line, Code.ENTRY_TWICE, message, "Remove one of the two.", Level.NOTICE)


def _level(name: str, handbook: Handbook) -> Level:
    """How much it matters that something is not there: where it was published, somebody removed it in another file."""
    return Level.NOTICE if name in handbook.past.ids else Level.PROBLEM


def wrong_bank(handbook: Handbook) -> Iterator[Problem]:
    """Quizzes of the bank ask items that are there; items name enemies that are there."""
    bank = handbook.bank
    for form, document, at in bank.quizzes.values():
        for key, names in (("items", form.items), ("exclude", form.exclude)):
            for place, name in enumerate(names):
                yield from _wrong_item(name, handbook, document, (at, key, place))
        yield from _asked_twice(form.items, document, (at, "items"))
        yield from _enemies_together(form, bank, document, at)
    for banked in bank.items.values():
        for place, enemy in enumerate(banked.item.enemies):
            yield from _wrong_enemy(enemy, banked, place, handbook)


def _wrong_enemy(enemy: str, banked: Banked, place: int, handbook: Handbook) -> Iterator[Problem]:
    bank, document = handbook.bank, banked.document
    line = document.line((banked.at, "enemies", place))
    if enemy == banked.item.id:
        message, hint = f'"{enemy}" is its own enemy here', "Replace it with another question, or take it out."
        yield Problem(document.path, line, Code.QUESTION_ENEMIES, message, hint, Level.NOTICE)
    elif enemy not in {*bank.items, *handbook.unread}:
        message, level = f'there is no question "{enemy}"', _level(enemy, handbook)
        removed = level is Level.NOTICE
        hint = "Replace it with another question, or take it out." if removed else did_you_mean(enemy, bank.items)
        yield Problem(document.path, line, Code.QUESTION_MISSING, message, hint, level)


def wrong_quiz_pages(handbook: Handbook) -> Iterator[Problem]:
    """The pages made of quizzes are in a section, and the pages that they name are there. Notices: of other files."""
    guide = handbook.guide
    for form, document, at in handbook.bank.quizzes.values():
        if form.page and "/" in form.page and guide.sections and not guide.section_of(form.page):
            line, message = document.line((at, "page")), f'the page "{form.page}" isn\'t in any section'
            hint = f"Put it into the folder of a section, or add its folder to {SECTIONS}."
            yield Problem(document.path, line, Code.PAGE_SECTION, message, hint, Level.NOTICE)
        for place, path in enumerate(form.see):
            mention = Mention(path, document.path, document.line((at, "see", place)))
            yield from missing_page(handbook, mention)


def short_blueprints(handbook: Handbook) -> Iterator[Problem]:
    """The bank can fill every blueprint. A notice, for the questions that it lacks are in other files."""
    if handbook.unread:
        return  # questions that could not be read would be missed
    for name, (form, document, at) in handbook.bank.quizzes.items():
        for shortage in draw(handbook.bank, handbook.profile, form, name).shortages if form.draw else ():
            line = document.line((at, "draw", shortage.at, "count"))
            hint = "Lower the count, make this line less specific, or write more questions like these."
            message = f'"{name}" can\'t be drawn: {shortage}'
            yield Problem(document.path, line, Code.QUIZ_UNDRAWABLE, message, hint, Level.NOTICE)


def _wrong_item(name: str, handbook: Handbook, document: Document, where: Where) -> Iterator[Problem]:
    bank, line = handbook.bank, document.line(where)
    if name in handbook.unread:
        return
    if name not in bank.items:
        message, hint = f'there is no question "{name}"', did_you_mean(name, bank.items)
        if name in handbook.past.ids:  # then it was no slip, and one that was there all the time is another question
            near = nearest(name, bank.items.keys() - handbook.past.ids)
            hint = f'Did you mean "{near}"?' if near else "Replace it with another question, or take it out."
        yield Problem(document.path, line, Code.QUESTION_MISSING, message, hint, _level(name, handbook))
    elif bank.items[name].item.status == "retired":
        message, hint = f'the question "{name}" is retired, so it is left out here', "Replace it with another question."
        yield Problem(document.path, line, Code.QUESTION_RETIRED, message, hint, Level.NOTICE)


def _enemies_together(form: QuizForm, bank: ItemBank, document: Document, at: int) -> Iterator[Problem]:
    first: dict[str, str] = {}
    groups = enemies(bank.items[name].item for name in form.items if name in bank.items)
    for place, name in enumerate(form.items):
        other = first.setdefault(groups.get(name, name), name)
        if other != name:
            message, hint = (
                f'"{name}" and "{other}" are enemies: one repeats the other or gives its answer away',
                "Keep only one of the two.",
            )
            line = document.line((at, "items", place))
            yield Problem(document.path, line, Code.QUESTION_ENEMIES, message, hint, Level.NOTICE)
