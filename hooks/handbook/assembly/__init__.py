"""From a blueprint and a seed to a form: the same for ever, as long as the bank is the same."""

from .code import CodeRefused, rebuild
from .draw import MOST_FORMS, SEED, Draw, Form, Shortage, draw, enemies, fixed_questions, needs_value, tagged
from .key import key_of

__all__ = [
    "MOST_FORMS",
    "SEED",
    "CodeRefused",
    "Draw",
    "Form",
    "Shortage",
    "draw",
    "enemies",
    "fixed_questions",
    "key_of",
    "needs_value",
    "rebuild",
    "tagged",
]
