"""Items from words to say and words to avoid. A phrase that has no reason is not asked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from ...model.blocks import Avoided, Phrase, Phrases
from .material import Drifted, Material, Named
from .options import option, options
from .words import joined, said, unlinked

Said = TypeVar("Said", Phrase, Avoided)

SAY, AVOID = "Use it", "Avoid it"


def classify(material: Material) -> dict[str, object]:
    """Phrases to sort into those to say and those to avoid."""
    say, avoid = _phrases(material)
    both: list[Named[Phrase | Avoided]] = [*say, *avoid]
    only = material.entry.only
    asked = material.chosen(both, only, "only") if only else [named.entry for named in both]
    cards = [
        {
            "text": said(phrase.text),
            "in": SAY if isinstance(phrase, Phrase) else AVOID,
            "why": _why(phrase),
            **({"key": phrase.key} if phrase.key else {}),
        }
        for phrase in asked
    ]
    if len({card["in"] for card in cards}) < 2:
        raise Drifted(
            "this needs both phrases to say and phrases to avoid", "Name phrases of both kinds that have a why."
        )
    title = material.blocks[0].title
    return {"stem": f"{title}: sort what you could say.", "categories": [SAY, AVOID], "cards": cards}


def single(material: Material) -> dict[str, object]:
    """Which of the phrases to say: the one named by `about`, else the first, among those to avoid."""
    say, avoid = _phrases(material)
    if not say:
        raise Drifted(f'"{material.entry.source}" has no phrase to say that has a why', "Add a why to one of them.")
    about = material.entry.about
    right = material.chosen(say, [about], "about")[0] if about else say[0].entry
    named = material.chosen(avoid, material.entry.beside, "beside") or [other.entry for other in avoid]
    siblings = [option(said(phrase.text), _why(phrase), phrase.key) for phrase in named]
    made = options(material, option(said(right.text), _why(right), right.key, right=True), siblings)
    return {"stem": f"{material.blocks[0].title}: what do you say?", "options": made}


def _phrases(material: Material) -> tuple[list[Named[Phrase]], list[Named[Avoided]]]:
    blocks = [block for block in material.blocks if isinstance(block, Phrases)]
    return _with_reason(p for block in blocks for p in block.say), _with_reason(p for b in blocks for p in b.avoid)


def _with_reason(phrases: Iterable[Said]) -> list[Named[Said]]:
    """Those that have a reason; of two with the same words, the last."""
    by_words = {phrase.text: phrase for phrase in phrases if phrase.why}
    return [Named(phrase, phrase.ident, unlinked(words)) for words, phrase in by_words.items()]


def _why(phrase: Phrase | Avoided) -> str:
    instead = f"Better: {said(phrase.instead)}" if isinstance(phrase, Avoided) and phrase.instead else None
    return joined(unlinked(phrase.why or ""), instead)
