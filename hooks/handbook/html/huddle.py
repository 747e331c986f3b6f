"""Renders a huddle: what is read out and acted first, then what to talk about."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from ..book.huddles import Talk, Turn, talk_of, topic_of
from ..model.blocks import Huddle, Line, Player
from .build import el
from .context import Context
from .parts import frame, list_title, style

GONE = "The story or scene that this huddle is made of is gone."
MINUTES = "10 minutes"


def render(block: Huddle, context: Context) -> Element:
    """The situation and the roles; below a line, the debrief. It prints as one sheet: front, then back."""
    talk = talk_of(block, context.handbook)
    if talk is None:
        return frame(block, context, el("p", GONE))
    front = el("div", *_front(block, talk, context), class_="hb-huddle-front")
    back = el("div", *_back(block, talk, context), class_="hb-huddle-back")
    return frame(block, context, style("huddle", context), _head(talk, context), front, back)


def _head(talk: Talk, context: Context) -> Element:
    """How long it takes, its topic, and the page that tells more."""
    topic = topic_of(talk, context.handbook)
    words = el("span", " · ".join([MINUTES, *([topic.title] if topic else [])]))
    more = el("a", talk.source.title, href=context.link(talk.source.path)) if talk.source else None
    return el("p", words, " · " if more is not None else None, more, class_="hb-note")


def _front(block: Huddle, talk: Talk, context: Context) -> Iterator[Element]:
    yield list_title("Read aloud")
    yield el("p", context.rebased(talk.read, talk.page))
    if talk.lines:
        yield el("ol", *(_said_line(line, context) for line in talk.lines), class_="hb-dialogue")
    yield list_title("Two people act it out")
    yield el("dl", *map(_player, block.roles), class_="hb-players")


def _said_line(line: Line, context: Context) -> Element:
    return el("li", el("strong", f"{line.who}:"), " ", el("q", context.spoken(line.says)))


def _player(player: Player) -> Element:
    return el("div", el("dt", player.who), el("dd", player.plays), class_="hb-player")


def _back(block: Huddle, talk: Talk, context: Context) -> Iterator[Element]:
    yield list_title("Talk about it")
    yield el("ol", *(el("li", question) for question in block.questions))
    yield list_title("Listen for")
    yield el("ul", *(el("li", context.rebased(text, talk.page)) for text in talk.listen))
    if talk.line:
        yield list_title("Say it aloud, everyone once")
        yield el("p", el("q", context.spoken(talk.line), class_="hb-words"), class_="hb-practice")
    if talk.turns:
        yield list_title("One good way through it")
        yield el("ol", *(_turn(turn, talk.page, context) for turn in talk.turns))
    if talk.end:
        yield el("p", context.rebased(talk.end, talk.page))


def _turn(turn: Turn, page: str, context: Context) -> Element:
    return el(
        "li", el("p", context.rebased(turn.text, page)), el("p", el("strong", context.rebased(turn.choice, page)))
    )
