"""The items: nine types of question."""

from .arrange import Category, Classify, Match, MatchEntry, Order, SortedCard, Stage, Target
from .base import BankEntry, Item, ItemId, ItemIds, ItemLevel, Waiver
from .choice import Multiple, Option, Reasons, Single, TrueFalse
from .reflections import Prompt, Reflection
from .stories import Choice, Ending, Point, Scenario
from .typed_answers import Short

ITEMS: dict[str, type[Item]] = {
    item.kind: item for item in (Single, Multiple, TrueFalse, Order, Match, Classify, Short, Scenario, Reflection)
}
"""Every type of item by its name."""

__all__ = [
    "ITEMS",
    "BankEntry",
    "Category",
    "Choice",
    "Classify",
    "Ending",
    "Item",
    "ItemId",
    "ItemIds",
    "ItemLevel",
    "Match",
    "MatchEntry",
    "Multiple",
    "Option",
    "Order",
    "Point",
    "Prompt",
    "Reasons",
    "Reflection",
    "Scenario",
    "Short",
    "Single",
    "SortedCard",
    "Stage",
    "Target",
    "TrueFalse",
    "Waiver",
]
