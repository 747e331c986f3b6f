"""The rules of item writing, held against the bank. `rules` lists them, `linter` says which check holds which rule."""

from .linter import lint
from .rules import RULES, Rule, Weight

__all__ = ["RULES", "Rule", "Weight", "lint"]
