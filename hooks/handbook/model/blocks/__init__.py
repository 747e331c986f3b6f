"""The directives: what an author may write in a code box, one module a kind."""

from .base import Block
from .cards import Card, Cards
from .checklist import Checklist, Tick
from .downloads import Download, Downloads
from .expectations import Expectations
from .figure import Figure
from .glossary import Glossary
from .handouts import Handout, HandoutRow, Handouts, HandoutTable, Way
from .news import NewsList
from .phrases import Avoided, Phrase, Phrases
from .procedure import Procedure, Step
from .profile import Contacts, Standards
from .progress import Progress
from .quiz import Quiz
from .scene import Line, Scene
from .shortcuts import Shortcuts
from .show import Show
from .topics import Topics
from .worksheet import SheetField, Worksheet

BLOCKS: dict[str, type[Block]] = {
    block.kind: block
    for block in (
        Cards,
        Checklist,
        Contacts,
        Downloads,
        Expectations,
        Figure,
        Glossary,
        Handouts,
        NewsList,
        Phrases,
        Procedure,
        Progress,
        Quiz,
        Scene,
        Shortcuts,
        Show,
        Standards,
        Topics,
        Worksheet,
    )
}
"""Every directive by the language of its code box."""

__all__ = [
    "BLOCKS",
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
    "Line",
    "NewsList",
    "Phrase",
    "Phrases",
    "Procedure",
    "Progress",
    "Quiz",
    "Scene",
    "SheetField",
    "Shortcuts",
    "Show",
    "Standards",
    "Step",
    "Tick",
    "Topics",
    "Way",
    "Worksheet",
]
