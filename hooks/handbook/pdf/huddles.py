"""Huddles as trees: the sheet of each, and its two roles as cards to cut apart."""

from __future__ import annotations

from collections.abc import Iterator

from ..book.huddles import Talk, huddles_in, topic_of
from ..book.read import Handbook
from ..model.blocks import Huddle
from ..model.guide import PlacedBlock
from ..source.profile import Medium
from .colors import hue_of
from .inline import Origin, PrintTexts, Typesetter
from .links import Links
from .qr import code_tree
from .runs import Runs, Tree


def huddle_trees(handbook: Handbook, setter: Typesetter, links: Links) -> Iterator[Tree]:
    """The tree of every huddle, in the order of the pages."""
    for placed, huddle, talk in huddles_in(handbook):
        topic = topic_of(talk, handbook)
        yield {
            "file": placed.document.path,
            "roles-at": placed.document.line(("roles",)),
            **_own(huddle, PrintTexts(setter, placed.document, placed.page)),
            **_derived(talk, placed, setter),
            "topic": topic.title if topic else None,
            "hue": hue_of(talk.source, handbook),
            "more": talk.source and talk.source.title,
            "online": code_tree(links.online(talk.source.path)) if talk.source else None,
        }


def _own(huddle: Huddle, texts: PrintTexts) -> Tree:
    """What is written in the huddle."""
    players = (
        {"who": texts(player.who, "roles", at, "who"), "plays": texts(player.plays, "roles", at, "plays")}
        for at, player in enumerate(huddle.roles)
    )
    return {
        "title": texts.plain(huddle.title, "title"),
        "roles": list(players),
        "questions": [texts(question, "questions", at) for at, question in enumerate(huddle.questions)],
    }


def _derived(talk: Talk, placed: PlacedBlock, setter: Typesetter) -> Tree:
    """What may come from a story or a scene. A fault in it is reported at the line of the huddle that names it."""
    origin = Origin(placed.document.path, placed.document.line(("of",)), talk.page)

    def runs(text: str, medium: Medium = Medium.PRINT) -> Runs:
        return setter.runs(text, origin, medium)

    return {
        "read": runs(talk.read),
        "lines": [{"who": runs(line.who), "says": runs(line.says, Medium.SPEECH)} for line in talk.lines],
        "turns": [{"text": runs(turn.text), "choice": runs(turn.choice)} for turn in talk.turns],
        "end": runs(talk.end) if talk.end else None,
        "listen": [runs(text) for text in talk.listen],
        "line": runs(talk.line, Medium.SPEECH) if talk.line else None,
    }
