"""The directives: what an author may write in a code box, one module a kind."""

from .base import Block
from .cards import Card, Cards
from .checklist import Checklist, Tick
from .expectations import Expectations
from .phrases import Avoided, Phrase, Phrases
from .procedure import Procedure, Step
from .profile import Contacts, Standards
from .quiz import Quiz

BLOCKS: dict[str, type[Block]] = {
    block.kind: block for block in (Cards, Checklist, Contacts, Expectations, Phrases, Procedure, Quiz, Standards)
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
    "Phrase",
    "Phrases",
    "Procedure",
    "Quiz",
    "Standards",
    "Step",
    "Tick",
]
