"""A test on paper: the tree of its question sheet and of its answer key, as the template prints them."""

from __future__ import annotations

from ...model.dates import edition_in_words
from ...pdf.formats import PageFormat
from ...pdf.runs import Tree
from ...source.markup import plain_text
from ...source.profile import Medium
from ..assessment import Assessment, Losses
from .answers import answer_tree
from .questions import question_tree
from .setting import Setting

LANGUAGE, REGION = "en", "US"


def sheet_trees(assessment: Assessment, losses: Losses) -> dict[str, Tree]:
    """The question sheet ("questions") and the answer key ("answers"). What cannot be printed is recorded."""
    setting = Setting(assessment)
    items = list(enumerate(assessment.items, start=1))
    trees = {
        "questions": [question_tree(item, number, setting) for number, item in items],
        "answers": [answer_tree(item, number, setting) for number, item in items],
    }
    titles = {"questions": assessment.title, "answers": f"{assessment.title}: answers and reasons"}
    setting.report(losses)
    return {sheet: _tree(sheet, assessment, titles[sheet], tree) for sheet, tree in trees.items()}


def sheet_head(assessment: Assessment, name: str) -> Tree:
    """What an answer sheet, or the overlay with its key, says of the test."""
    return _tree(name, assessment, f"{assessment.title}: {name.replace('-', ' ')}", [])


def on_page(tree: Tree, page: PageFormat) -> Tree:
    """The tree for a page of a size."""
    return {**tree, "format": page.tree()}


def _tree(sheet: str, assessment: Assessment, title: str, items: list[Tree]) -> Tree:
    profile = assessment.texts.profile
    name = profile.values.get("org.name")
    code = f"Form code {assessment.code}" if assessment.code else assessment.id
    return {
        "sheet": sheet,
        "title": profile.fill(plain_text(title), Medium.PRINT),
        "organization": name.reads(Medium.PRINT) if name else "",
        "language": LANGUAGE,
        "region": REGION,
        "origin": f"{code}, edition of {edition_in_words(assessment.edition)}",
        "time": assessment.time,
        "points": sum(item.points for item in assessment.items if item.scored),
        "items": items,
    }
