"""The rules of item writing: number, weight, the reason in plain words, and where the rule comes from.

NBME: National Board of Medical Examiners, Item-Writing Guide, 2020, chapter 3 (cues that help a guesser, and
difficulty that has nothing to do with the subject). Haladyna: Haladyna, Downing and Rodriguez, "A review of
multiple-choice item-writing guidelines", Applied Measurement in Education 15(3), 2002. Rodriguez: "Three options are
optimal", Educational Measurement 24(2), 2005. Feedback: Van der Kleij, Feskens and Eggen, Review of Educational
Research, 2015; Butler and Roediger, Memory & Cognition 36(3), 2008. Millman: Millman, Bishop and Ebel, "An analysis of
test-wiseness", Educational and Psychological Measurement 25(3), 1965. Moreno: Moreno, Martínez and Muñiz, "Directrices
para la construcción de ítems de elección múltiple", Psicothema 16(3), 2004 (no option stands out from the rest).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ..source.document import Where
from ..source.problems import Level
from .texts import LintItem


class Weight(StrEnum):
    """How much a broken rule matters. An error blocks publishing; the others are notices."""

    ERROR = "error"
    WARN = "warn"
    INFO = "info"

    @property
    def level(self) -> Level:
        """The level at which `handbook check` reports it."""
        return Level.PROBLEM if self is Weight.ERROR else Level.NOTICE


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `held_by` names what enforces it where that is not the linter."""

    number: str
    weight: Weight
    reason: str
    source: str
    held_by: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule is broken: what is wrong, the hint, and where in the item.

    `weight` where it differs from that of the rule. `other` is a second item that is part of it: a waiver in either of
    the two silences it.
    """

    message: str
    hint: str
    where: Where = ()
    weight: Weight | None = None
    other: LintItem | None = None


_ERROR, _WARN, _INFO = Weight.ERROR, Weight.WARN, Weight.INFO

RULES: dict[str, Rule] = {
    rule.number: rule
    for rule in (
        Rule("Q01", _ERROR, "People who see that two options are right can tell the answer.", "NBME; Haladyna"),
        Rule("Q02", _ERROR, "Two options are easy to guess, and beyond four, nobody picks the rest.", "Rodriguez"),
        Rule("Q03", _WARN, "People who don't know the answer go by length.", "NBME"),
        Rule("Q04", _ERROR, "People overlook a negative and answer the opposite.", "NBME; Haladyna"),
        Rule("Q05", _WARN, "People who don't know the answer rule out what allows no exceptions.", "NBME"),
        Rule("Q06", _WARN, "It means something different to every reader.", "NBME"),
        Rule("Q07", _WARN, "People who don't know the answer pick what sounds like the question.", "NBME"),
        Rule("Q08", _WARN, "Grammar gives the answer away.", "NBME"),
        Rule("Q09", _ERROR, "Two options could both be right.", "NBME; Haladyna"),
        Rule("Q10", _INFO, "People who don't know the answer pick what most options agree on.", "NBME"),
        Rule("Q11", _WARN, "It should be possible to answer with the options covered.", "NBME (cover test)"),
        Rule("Q12", _INFO, "An option that looks different stands out for its looks.", "Haladyna"),
        Rule("Q13", _INFO, "Numbers out of order cost time and test nothing.", "Haladyna"),
        Rule("Q14", _WARN, "People who don't know the answer guess the usual place.", "Haladyna"),
        Rule("Q15", _ERROR, "The reason is what people learn from.", "Feedback", held_by="the reader of the bank"),
        Rule("Q16", _WARN, "People learn from the reason, not from being right or wrong.", "Feedback"),
        Rule(
            "Q17",
            _ERROR,
            "People who got it wrong should find the page that explains it.",
            "provenance: ours",
            held_by="the check of references, and `handbook recheck` for a section that changed",
        ),
        Rule("Q18", _WARN, "In the same test, one gives away the other.", "NBME (hinging)"),
        Rule("Q19", _WARN, "Asking the same thing twice tests nothing new.", "text2qti, issue 38"),
        Rule("Q20", _WARN, "It tests reading, not service.", "NBME; plain language"),
        Rule("Q21", _WARN, "Facts learned by heart say little about what a person does.", "OOPSLA 2024"),
        Rule("Q22", _WARN, "Half of all guesses at true or false are right.", "Haladyna"),
        Rule("Q23", _ERROR, "The story must reward the better choice.", "Whetzel and others, 2020"),
        Rule("Q24", _ERROR, "A reflection has no right answer to score.", "ours"),
        Rule("Q25", _ERROR, "Not everyone sees the picture or the color.", "WCAG 2.2, 1.1.1 and 1.4.1"),
        Rule("Q26", _INFO, "It can't be exported.", "XML 1.0, 2.2"),
        Rule("Q27", _WARN, "What looks different stands out, whatever it says.", "Moreno; Haladyna (28d); Millman"),
        Rule("Q28", _WARN, "An option that explains itself stands out.", "Moreno; Haladyna (28d); Millman"),
        Rule("Q29", _WARN, "The option that speaks to the customer stands out.", "Moreno; Haladyna (28d); Millman"),
        Rule("Q30", _WARN, "In service, the kindest words sound right, whatever they say.", "Moreno; Millman"),
        Rule("Q31", _WARN, "A detail that only one option has stands out.", "Millman; NBME (longest, most specific)"),
        Rule("Q32", _WARN, "Cards can then be sorted without reading them.", "Haladyna (24); Millman"),
        Rule("Q33", _WARN, "People who don't know the answer match what sounds alike.", "Haladyna (28b); NBME"),
    )
}
"""Every rule by its number."""
