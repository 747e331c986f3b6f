"""The directives: what an author may write in a code box, one module a kind."""

from .base import Block
from .cards import Card, Cards
from .checklist import Checklist, Tick
from .expectations import Expectations
from .figure import Figure
from .glossary import Glossary
from .phrases import Avoided, Phrase, Phrases
from .procedure import Procedure, Step
from .profile import Contacts, Standards
from .quiz import Quiz
from .scene import Line, Scene
from .show import Show
from .topics import Topics
from .worksheet import SheetField, Worksheet

BLOCKS: dict[str, type[Block]] = {
    block.kind: block
    for block in (
        Cards,
        Checklist,
        Contacts,
        Expectations,
        Figure,
        Glossary,
        Phrases,
        Procedure,
        Quiz,
        Scene,
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
    "Expectations",
    "Figure",
    "Glossary",
    "Line",
    "Phrase",
    "Phrases",
    "Procedure",
    "Quiz",
    "Scene",
    "SheetField",
    "Show",
    "Standards",
    "Step",
    "Tick",
    "Topics",
    "Worksheet",
]
