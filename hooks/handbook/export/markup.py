"""Pieces of HTML that several formats show: paragraphs, reasons, sources, advice."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence

from ..model.items import Item
from ..model.shapes import Arrange, PairEntry, Reflect, ReflectPrompt, in_words
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


def pair_reason(pair: PairEntry, texts: ItemTexts) -> str:
    """A pair, and below it why they belong together."""
    return f"{texts.html(pair.text)} → <strong>{texts.html(pair.target.text)}</strong><br/>{texts.html(pair.why)}"


def step_reasons(shape: Arrange, texts: ItemTexts) -> str:
    """The steps in the right order with their reasons, and which of them may swap."""
    steps = listed((reason(step.text, step.why, texts) for step in shape.steps), "ol")
    swaps = (f"<p>{ANY_ORDER} {' · '.join(texts.html(step.text) for step in group)}</p>" for group in shape.swaps)
    return steps + "".join(swaps)


def prompts(stem: str, shape: Reflect, texts: ItemTexts) -> str:
    """What is to be reflected on, with the answers of the scale."""
    scale = " / ".join(map(in_words, shape.answers))
    statements = listed(texts.html(prompt.text) for prompt in shape.prompts)
    return paragraphs(texts, [stem]) + statements + (f"<p>{scale}</p>" if scale else "")


def advice(shape: Reflect, texts: ItemTexts) -> str:
    """The statements with the advice for each answer."""
    return "".join(
        f"<p>{texts.html(prompt.text)}</p>" + listed(_advised(prompt, texts))
        for prompt in shape.prompts
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


def _advised(prompt: ReflectPrompt, texts: ItemTexts) -> Sequence[str]:
    return [f"<strong>{in_words(answer)}:</strong> {texts.html(text)}" for answer, text in prompt.advice]
