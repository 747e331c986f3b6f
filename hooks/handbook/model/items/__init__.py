"""The items: nine types of question."""

from .arrange import Category, Classify, Match, Order, Pair, SortedCard, Stage, Target
from .base import BankEntry, Item, ItemId, Waiver
from .choice import Multiple, Option, Reasons, Single, TrueFalse
from .open import SCALES, Accepted, Choice, Ending, Near, Point, Prompt, Reflect, Scenario, Short

ITEMS: dict[str, type[Item]] = {
    item.kind: item for item in (Single, Multiple, TrueFalse, Order, Match, Classify, Short, Scenario, Reflect)
}
"""Every type of item by its name."""

__all__ = [
    "ITEMS",
    "SCALES",
    "Accepted",
    "BankEntry",
    "Category",
    "Choice",
    "Classify",
    "Ending",
    "Item",
    "ItemId",
    "Match",
    "Multiple",
    "Near",
    "Option",
    "Order",
    "Pair",
    "Point",
    "Prompt",
    "Reasons",
    "Reflect",
    "Scenario",
    "Short",
    "Single",
    "SortedCard",
    "Stage",
    "Target",
    "TrueFalse",
    "Waiver",
]
