"""What a huddle says: taken from its story or its scene, but for what is written in the huddle itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..model.blocks import Huddle, Line, Scene
from ..model.guide import HOME, Page, PlacedBlock, Section
from ..model.items import Item
from ..model.shapes import Story
from .read import Handbook

_CALL = re.compile(r"""(?<=[.?!"”])\s+(?:Choose|What|When|How|Who|Where|Why|Which)\b[^"“”.?]*[.?]$""")
"""A last sentence that asks the reader to choose. What someone says ends with a quotation mark."""
_MOST = 5


@dataclass(frozen=True, slots=True)
class Turn:
    """How a story goes on: what is going on, the best choice there, and why it is best."""

    text: str
    choice: str
    why: str


@dataclass(frozen=True, slots=True)
class Talk:
    """All that a huddle says. Its texts may hold links as they are typed on `page` (a path from docs)."""

    page: str
    source: Page | None
    """The page that tells more. None where it is gone."""
    read: str
    lines: tuple[Line, ...]
    """What is said, of a scene."""
    turns: tuple[Turn, ...]
    """How it goes on, of a story."""
    end: str | None
    listen: tuple[str, ...]
    line: str | None
    """The line to practice. None where the scene has none to use."""


def talk_of(huddle: Huddle, handbook: Handbook) -> Talk | None:
    """What a huddle says. None where neither a story nor a scene has the id that it names."""
    placed = handbook.guide.blocks.get(huddle.of)
    if placed and isinstance(placed.block, Scene):
        return _from_scene(huddle, placed, placed.block, handbook)
    banked = handbook.bank.items.get(huddle.of)
    shape = banked.item.shape() if banked else None
    return _from_story(huddle, banked.item, shape, handbook) if banked and isinstance(shape, Story) else None


def sources(handbook: Handbook) -> list[str]:
    """The ids of all that a huddle can be made of."""
    scenes = [name for name, placed in handbook.guide.blocks.items() if isinstance(placed.block, Scene)]
    stories = [name for name, banked in handbook.bank.items.items() if banked.item.type == "scenario"]
    return [*stories, *scenes]


def topic_of(talk: Talk, handbook: Handbook) -> Section | None:
    """The section of the page that tells more."""
    return handbook.guide.section_of(talk.source.path) if talk.source else None


def huddles_in(handbook: Handbook) -> Iterator[tuple[PlacedBlock, Huddle, Talk]]:
    """All huddles that can be held, page by page."""
    for page in handbook.guide.in_order():
        for placed in page.blocks:
            if isinstance(placed.block, Huddle) and (talk := talk_of(placed.block, handbook)):
                yield placed, placed.block, talk


def _from_scene(huddle: Huddle, placed: PlacedBlock, scene: Scene, handbook: Handbook) -> Talk:
    usable = next((line.says for line in scene.lines if line.use), None)
    page = handbook.guide.page_of(placed)
    return Talk(
        placed.page,
        page,
        huddle.read or scene.setting or "",
        tuple(scene.lines),
        (),
        None,
        tuple(huddle.listen or [*scene.well, *scene.better][:_MOST]),
        huddle.line or usable,
    )


def _from_story(huddle: Huddle, item: Item, story: Story, handbook: Handbook) -> Talk:
    way, end = story.best_way()
    texts = {point.number: point.text for point in story.points}
    places = (story.points[0].number, *(choice.to for choice in way))
    turns = tuple(
        Turn(_without_call(texts[at]), choice.text, choice.why) for at, choice in zip(places, way, strict=False)
    )
    there = (handbook.guide.destination(ref) for ref in item.refs)
    return Talk(
        HOME,
        next((each.page for each in there if each), None),
        huddle.read or f"{_without_call(item.stem)} {turns[0].text}",
        (),
        turns,
        end.text,
        tuple(huddle.listen or [turn.why for turn in turns][:_MOST]),
        huddle.line or turns[0].choice,
    )


def _without_call(text: str) -> str:
    """A text without a last sentence that asks to choose: in a huddle, people act. Words that someone says stay."""
    return _CALL.sub("", text)
