"""The directives: what an author may write in a code box, one module a kind."""

from .base import Block
from .cards import Card, Cards
from .checklist import Checklist, Tick
from .expectations import Expectations
from .figure import Figure
from .files import Download, Handout, HandoutRow, HandoutTable, Way
from .generated import (
    Acknowledgment,
    Contacts,
    Downloads,
    Glossary,
    Handouts,
    Progress,
    Quizzes,
    Reports,
    Roster,
    Sheet,
    Shortcuts,
    Standards,
    Topics,
    Workshop,
)
from .huddle import Huddle, Player
from .news import NewsList
from .onboarding import Onboarding
from .phrases import Avoided, Phrase, Phrases
from .procedure import Procedure, Step
from .quiz import Quiz
from .scene import Line, Scene
from .show import Show
from .worksheet import SheetField, Worksheet

BLOCKS: dict[str, type[Block]] = {
    block.kind: block for block in sorted(Block.__subclasses__(), key=lambda block: block.kind)
}
"""Every directive by the language of its code box: all that are imported above."""

__all__ = [
    "BLOCKS",
    "Acknowledgment",
    "Avoided",
    "Block",
    "Card",
    "Cards",
    "Checklist",
    "Contacts",
    "Download",
    "Downloads",
    "Expectations",
    "Figure",
    "Glossary",
    "Handout",
    "HandoutRow",
    "HandoutTable",
    "Handouts",
    "Huddle",
    "Line",
    "NewsList",
    "Onboarding",
    "Phrase",
    "Phrases",
    "Player",
    "Procedure",
    "Progress",
    "Quiz",
    "Quizzes",
    "Reports",
    "Roster",
    "Scene",
    "Sheet",
    "SheetField",
    "Shortcuts",
    "Show",
    "Standards",
    "Step",
    "Tick",
    "Topics",
    "Way",
    "Worksheet",
    "Workshop",
]
