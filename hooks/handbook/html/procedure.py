"""Renders a procedure."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from ..model.blocks import Procedure, Step
from .build import el
from .context import Context
from .parts import frame, labeled, noted


def render(block: Procedure, context: Context) -> Element:
    """Numbered steps: what to do, the words to say, the reason, a note. Each step can be linked to."""
    return frame(block, context, el("ol", *(_step(block, step, context) for step in block.steps)))


def _step(block: Procedure, step: Step, context: Context) -> Element:
    say = context.spoken(step.say) if step.say else None
    return el(
        "li",
        el("p", step.do, class_="hb-do"),
        labeled("say", "Say", say, "q"),
        labeled("why", "Why", step.why),
        noted("note", step.note, keep=step.keep),
        id=f"{block.id}-{step.ident}",
    )
