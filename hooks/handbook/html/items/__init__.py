"""How each type of item is asked and answered on a page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from .arrange import answer_classify, answer_match, answer_order, assign_categories, assign_matches, number_steps
from .base import Place
from .choice import answer_options, answer_truth, choose_one, choose_some, choose_truth
from .open import advise, answer_scenario, answer_short, rate_prompts, tell_story, type_answer

Part = Callable[[Any, Place], Sequence[Element | None]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One type of item: what is asked below the stem, the answer with its reasons, and how to answer."""

    question: Part
    answer: Part
    how: str = ""


SHEETS: dict[str, Sheet] = {
    "single": Sheet(choose_one, answer_options),
    "multiple": Sheet(choose_some, answer_options, "Choose all that fit."),
    "truefalse": Sheet(choose_truth, answer_truth),
    "order": Sheet(number_steps, answer_order, "Number the steps in the right order."),
    "match": Sheet(assign_matches, answer_match, "Choose a letter for each entry."),
    "classify": Sheet(assign_categories, answer_classify, "Choose a letter for each entry."),
    "short": Sheet(type_answer, answer_short),
    "scenario": Sheet(tell_story, answer_scenario, "Start at 1. At each point, choose what you do and go on."),
    "reflect": Sheet(rate_prompts, advise),
}
"""Every type of item by its name."""

__all__ = ["SHEETS", "Place", "Sheet"]
