"""Blanks in a text, as Moodle's question type "Embedded answers (Cloze)" writes them: {1:SHORTANSWER:=right~wrong}.

Source: Moodle's question type multianswer, questiontype.php.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ..source.codes import Code
from .losses import LeftOut
from .moodle import Body, Head, MoodleAnswer, MoodleChoice, MoodleNumber, Numbers, Typed, number_of
from .passage import TextFormat, plain_passage

FIELD = re.compile(r"\{\s*(\d*):([A-Z_]+):((?:\\.|[^\\{}])*)\}", re.DOTALL)
BLANK, OTHER_BLANK = "_____", "…"
_INNER = re.compile(r"\s*\d*:([A-Z_]+):(.*)", re.DOTALL)
_ALTERNATIVE = re.compile(r"(=|%(-?\d+(?:[.,]\d+)?)%)?((?:\\.|[^\\~#])*)(?:#((?:\\.|[^\\~])*))?", re.DOTALL)
_BETWEEN = re.compile(r"(?<!\\)~")
_KINDS = {
    **dict.fromkeys(("SHORTANSWER", "SA", "MW", "SHORTANSWER_C", "SAC", "MWC"), "words"),
    **dict.fromkeys(("NUMERICAL", "NM"), "number"),
    **dict.fromkeys(("MULTIRESPONSE", "MR", "MULTIRESPONSE_H", "MRH", "MULTIRESPONSE_S", "MRS"), "several"),
    **dict.fromkeys(("MULTIRESPONSE_HS", "MRHS"), "several"),
    **dict.fromkeys(("MULTICHOICE", "MC", "MULTICHOICE_V", "MCV", "MULTICHOICE_H", "MCH", "MULTICHOICE_S"), "one"),
    **dict.fromkeys(("MCS", "MULTICHOICE_VS", "MCVS", "MULTICHOICE_HS", "MCHS"), "one"),
}


def with_one_blank(parts: list[str], number: int) -> str:
    """A text that was split at its blanks (texts at even places), with one of them open, and dots for the others."""
    return "".join(
        part if at % 2 == 0 else BLANK if at // 2 == number else OTHER_BLANK for at, part in enumerate(parts)
    )


def cloze_body(head: Head, inner: str) -> Body | None:
    """What is asked by the text in the braces of a blank. None where it is no blank of this kind."""
    match = _INNER.fullmatch(inner)
    kind = _KINDS.get(match[1]) if match else None
    if not match or not kind:
        return None
    if match[1] in ("SHORTANSWER_C", "SAC", "MWC"):
        head.change("capitals count in the answer", "they don't count")
    answers = tuple(_answers(head, match[2]))
    if not answers:
        raise LeftOut(Code.IMPORT_SYNTAX, "a blank has no answer", "Write it as {1:SHORTANSWER:=right}.")
    if kind == "number":
        return Numbers(tuple(_number(answer) for answer in answers))
    if kind == "several":
        whole = sum(answer.share for answer in answers if answer.share > 0) or 1
        answers = tuple(replace(answer, share=answer.share / whole) for answer in answers)
    return Typed(answers) if kind == "words" else MoodleChoice(answers, single=kind == "one")


def _answers(head: Head, alternatives: str) -> Iterator[MoodleAnswer]:
    for alternative in _BETWEEN.split(alternatives):
        match = _ALTERNATIVE.fullmatch(alternative.strip())
        text = _read(match[3]) if match else alternative
        if not match or not text:
            continue
        share = float(match[2].replace(",", ".")) / 100 if match[2] else float(match[1] == "=")
        yield MoodleAnswer(plain_passage(text), share, head.passage(_read(match[4] or ""), TextFormat.HTML))


def _read(text: str) -> str:
    return html.unescape(re.sub(r"\\(.)", r"\1", text, flags=re.DOTALL)).strip()


def _number(answer: MoodleAnswer) -> MoodleNumber:
    text = answer.text.plain
    if text == "*":
        return MoodleNumber(None, Decimal(0), answer.share, answer.why)
    first, _, second = text.replace(",", ".").partition(":")
    value, off = number_of(first), number_of(second or "0")
    if value is None or off is None:
        raise LeftOut(Code.IMPORT_ANSWER, f'"{text}" isn\'t a number', "Write figures, such as 5 or 4.5:0.1.")
    return MoodleNumber(value, abs(off), answer.share, answer.why)
