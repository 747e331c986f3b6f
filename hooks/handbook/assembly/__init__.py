"""From a blueprint and a seed to a form: the same for ever, as long as the bank is the same."""

from .code import CodeRefused, rebuild
from .draw import MOST_FORMS, SEED, Drawn, Form, Shortage, asked, draw, enemies, needs_value, tagged
from .key import key_of

__all__ = [
    "MOST_FORMS",
    "SEED",
    "CodeRefused",
    "Drawn",
    "Form",
    "Shortage",
    "asked",
    "draw",
    "enemies",
    "key_of",
    "needs_value",
    "rebuild",
    "tagged",
]
