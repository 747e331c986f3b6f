"""Renders a procedure."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from ..model.blocks import Procedure, Step
from ..model.durations import seconds_in
from ..source.profile import Medium
from .build import el
from .context import Context
from .parts import frame, labeled, noted
from .words import words


def render(block: Procedure, context: Context) -> Element:
    """Numbered steps: what to do, the words to say, the reason, a note. Each step can be linked to."""
    return frame(block, context, el("ol", *(_step(block, step, context) for step in block.steps)))


def _step(block: Procedure, step: Step, context: Context) -> Element:
    return el(
        "li",
        el("p", step.do, class_="hb-do"),
        labeled("say", "Say", words(step.say, context) if step.say else None),
        labeled("why", "Why", step.why),
        noted("note", step.note, keep=step.keep),
        id=f"{block.id}-{step.ident}",
        data_remind=_reminder(step, context),
    )


def _reminder(step: Step, context: Context) -> str | None:
    """The seconds after which to remind; empty where they are a value that the county has yet to fill in."""
    if step.remind is None:
        return None
    seconds = seconds_in(context.handbook.profile.fill(step.remind, Medium.PAGE))
    return str(seconds) if seconds else ""
