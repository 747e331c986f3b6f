"""Items from the terms of the glossary."""

from __future__ import annotations

from ...model.glossary import Term
from .material import Material, Named, Unfit
from .options import option, options
from .words import first_and_rest, joined, sentence, unlinked


def match(material: Material) -> dict[str, object]:
    """The terms of `only` to match with their meanings; the meanings of those in `beside` stay as distractors."""
    terms = [Named(term, term.anchor, term.term) for term in material.sources.glossary]
    asked = material.chosen(terms, material.entry.only, "only")
    unused = material.chosen(terms, material.entry.beside, "beside")
    left = [{"text": term.term, "to": _meaning(term), "why": _why(term, material)} for term in asked]
    right = sorted(_meaning(term) for term in (*asked, *unused))
    return {"stem": "Match each term with its meaning.", "left": left, "right": right}


def single(material: Material) -> dict[str, object]:
    """The meaning of the term named by `about`, among the meanings of those in `beside`."""
    terms = [Named(term, term.anchor, term.term) for term in material.sources.glossary]
    if material.entry.about is None:
        raise Unfit('"about" is missing', "Name the term to ask about.", "as")
    right = material.chosen(terms, [material.entry.about], "about")[0]
    others = material.chosen(terms, material.entry.beside, "beside") or list(material.sources.glossary)
    siblings = [option(_meaning(term), f"It is the meaning of another term: {term.term}.") for term in others]
    made = options(material, option(_meaning(right), _why(right, material), right=True), siblings)
    return {"stem": f"What does “{right.term}” mean in this handbook?", "options": made}


def _meaning(term: Term) -> str:
    return sentence(first_and_rest(unlinked(term.means))[0])


def _why(term: Term, material: Material) -> str:
    """What the meaning goes on to say, else where to read on."""
    rest = first_and_rest(unlinked(term.means))[1]
    there = material.sources.guide.destination(term.see) if term.see else None
    also = f"It is also called: {', '.join(term.also)}" if term.also else None
    met = f"You meet it on the page “{there.page.title}”." if there else None
    return rest or joined(also, met) or sentence(unlinked(term.means))
