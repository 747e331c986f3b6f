"""Reads how a table marks an answer as right or wrong: one reader for all types of question."""

from __future__ import annotations

import re
import unicodedata

_RIGHT_WORDS = (
    "yes y x true t 1 right correct ok + * ✓ ✔ ☑ ✅ √ 👍 ● "
    "si sí s oui vrai ja j wahr richtig korrekt verdadero cierto correcto correcta sim certo да правильно 是 对"
)
RIGHT = frozenset(_RIGHT_WORDS.split())
"""Words and signs for "right", in English and as programs in other languages write them."""
_WRONG_WORDS = (
    "no n false f 0 wrong incorrect - – — ✗ ✘ ❌ ☐ 👎 ○ "
    "non faux nein falsch falso incorrecto incorrecta não errado нет неправильно 否 错"
)
WRONG = frozenset(_WRONG_WORDS.split())
_PERCENT = re.compile(r"([+-]?\d+(?:[.,]\d+)?) ?%")


def share(cell: str) -> float | None:
    """The share of the points that a mark gives: 1 for right, 0 for wrong or nothing. None where it is unclear."""
    word = unicodedata.normalize("NFC", cell).replace("\ufe0f", "").strip().strip("!.").casefold()
    percent = _PERCENT.fullmatch(word)
    if percent:
        return float(percent[1].replace(",", ".")) / 100
    if word in RIGHT:
        return 1.0
    return 0.0 if not word or word in WRONG else None
