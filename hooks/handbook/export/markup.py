"""Pieces of HTML that several formats show: paragraphs, reasons, sources, advice."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence

from ..model.items import Item, Order, Prompt, Reflect
from .shapes import Paired
from .texts import ItemTexts

READ_MORE = "Read more:"
ANY_ORDER = "In any order:"


def paragraphs(texts: ItemTexts, said: Iterable[str | None]) -> str:
    """Each text as a paragraph."""
    return "".join(f"<p>{texts.html(text)}</p>" for text in said if text)


def listed(entries: Iterable[str], tag: str = "ul") -> str:
    """Pieces of HTML as a list."""
    return f"<{tag}>" + "".join(f"<li>{entry}</li>" for entry in entries) + f"</{tag}>"


def reason(said: str, why: str, texts: ItemTexts) -> str:
    """What was said, and below it why it is right or not."""
    return f"<strong>{texts.html(said)}</strong><br/>{texts.html(why)}"


def pair_reason(pair: Paired, texts: ItemTexts) -> str:
    """A pair, and below it why they belong together."""
    return f"{texts.html(pair.text)} → <strong>{texts.html(pair.target_text)}</strong><br/>{texts.html(pair.why)}"


def step_reasons(item: Order, texts: ItemTexts) -> str:
    """The steps in the right order with their reasons, and which of them may swap."""
    steps = listed((reason(step.text, step.why, texts) for step in item.steps), "ol")
    named = {step.ident: texts.html(step.text) for step in item.steps}
    swaps = (f"<p>{ANY_ORDER} {' · '.join(named[ident] for ident in group)}</p>" for group in item.equal_idents())
    return steps + "".join(swaps)


def advice(item: Reflect, texts: ItemTexts) -> str:
    """The statements with the advice for each answer."""
    return "".join(
        f"<p>{texts.html(prompt.text)}</p>" + listed(_advised(prompt, texts))
        for prompt in item.prompts
        if prompt.advice
    )


def explanation(item: Item, texts: ItemTexts, *more: str) -> str:
    """The general explanation, what else is to be said, and where to read on."""
    return paragraphs(texts, [item.explain]) + "".join(more) + sources(item, texts)


def sources(item: Item, texts: ItemTexts) -> str:
    """Links to where the handbook answers the question."""
    found = texts.sources(item)
    links = (f'<a href="{html.escape(one.address)}">{html.escape(one.label, quote=False)}</a>' for one in found)
    return f"<p>{READ_MORE} {' · '.join(links)}</p>" if found else ""


def joined(what: str, why: str) -> str:
    """What was said and why, as plain text in one line."""
    return f"{what} {why}" if what.endswith((".", "?", "!", ":")) else f"{what}: {why}"


def in_words(answer: str) -> str:
    """An answer of a scale as a person reads it."""
    return answer.replace("-", " ").capitalize()


def _advised(prompt: Prompt, texts: ItemTexts) -> Sequence[str]:
    return [f"<strong>{in_words(answer)}:</strong> {texts.html(text)}" for answer, text in prompt.advice.items()]
