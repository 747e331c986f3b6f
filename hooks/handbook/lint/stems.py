"""Rules for stems and how they go with the options: Q04, Q07, Q08, Q11, Q20."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.items import Scenario
from ..model.shapes import Choose, Type
from ..source.markup import plain_text
from .rules import Finding, Weight
from .texts import LintItem, content, words

_NEGATIVE = re.compile(r"\b(?:not|never|except|neither|nor|cannot|(?<!at )least)\b|n['’]t\b", re.IGNORECASE)
_MARKED = re.compile(r"\b(?:NOT|NEVER|EXCEPT|CANNOT|LEAST)\b|\*{1,3}(?:not|never|except|cannot|least)\*", re.IGNORECASE)
_SHOUTED = re.compile(r"\b(?:NOT|NEVER|EXCEPT|CANNOT|LEAST)\b")
_SUBCLAUSE = re.compile(
    r",|;|:|\"|“|\b(?:when|if|while|because|since|although|though|that|who|whom|whose|so|where|as|until|before|after|"
    r"at least)\b",
    re.IGNORECASE,
)
_LONE = re.compile(
    r"(?:which|what) (?:one )?(?:of (?:the following|these|the statements|the options))? ?(?:statements? )?"
    r"(?:is|are|fits?|applies|apply) ?(?:true|correct|right|false|best)?\W*",
    re.IGNORECASE,
)
_LONGEST_SENTENCE = 25
_LONGEST_STEM = 90
_ECHOED = 2


def negative_stem(reading: LintItem) -> Iterator[Finding]:
    """Q04: a question to choose or type an answer to holds no negative. One that is marked (NOT) is a warning.

    Only the sentence that asks counts, and of it the part that comes before any clause: a story may well say that a
    customer did not sign.
    """
    if not isinstance(reading.shape, Choose | Type):
        return
    question = _question_in(reading)
    main = _SUBCLAUSE.split(question, maxsplit=1)[0] if not reading.statement else question
    if _MARKED.search(reading.item.stem) and _SHOUTED.search(_unmarked(reading.item.stem)):
        hint = "Ask what is right or what to do."
        yield Finding("the question asks what isn't so", hint, ("stem",), Weight.WARN)
    elif match := _NEGATIVE.search(main):
        weight = Weight.WARN if reading.statement else None
        hint = "Say it the other way around." if reading.statement else "Ask what is right, or write it as NOT."
        yield Finding(f'the question turns on "{match[0]}"', hint, ("stem",), weight)


def echo(reading: LintItem) -> Iterator[Finding]:
    """Q07: words of the stem are not repeated in the right option alone.

    A scenario is left out: there a good reply takes up what the customer just said.
    """
    for choices in reading.choices if reading.one_of_several else ():
        right = choices.only_right
        if right is None:
            continue
        stem = reading.stem
        elsewhere = frozenset[str]().union(*(choices.content[at] for at in choices.wrong))
        echoed = (stem & choices.content[right]) - elsewhere
        most = max((len(stem & choices.content[at]) for at in choices.wrong), default=0)
        if len(echoed) >= _ECHOED and len(stem & choices.content[right]) >= most + _ECHOED:
            repeated = [word for word in dict.fromkeys(words(choices.texts[right])) if content(word) & echoed]
            message = f"only the right option repeats words of the question: {', '.join(repeated)}"
            yield Finding(
                message, "Use other words in it, or use these in a wrong option, too.", (*choices.where, right)
            )


def grammar(reading: LintItem) -> Iterator[Finding]:
    """Q08: an article at the end of the stem fits each option, and the number asked for is the number that is right."""
    stem, where = plain_text(reading.item.stem).lower(), ("stem",)
    for choices in reading.choices if not isinstance(reading.item, Scenario) else ():
        article = re.search(r"\b(an?)[ _.…:]*$", stem)
        if article and any((text[:1].lower() in "aeiou") != (article[1] == "an") for text in choices.texts):
            yield Finding(
                f'"{article[1]}" doesn\'t fit every option', 'Write "a(n)", or move it into the options.', where
            )
        plural = re.search(r"\bwhich (?:(two|three|four)|of (?:these|the following) (are|is))\b", stem)
        if not plural:
            continue
        counts = {"two": {2}, "three": {3}, "four": {4}, "is": {1}}.get(plural[1] or plural[2], set(range(2, 9)))
        if len(choices.right) not in counts:
            right = "one option is" if len(choices.right) == 1 else f"{len(choices.right)} options are"
            message = f'the question asks "{plural[0]}", but {right} right'
            yield Finding(message, "Ask for as many as are right, or leave out the number.", where)


def complete_stem(reading: LintItem) -> Iterator[Finding]:
    """Q11: the stem asks a full question or gives a full order; what is to be judged true or false is a statement."""
    stem = plain_text(reading.item.stem)
    if reading.statement:
        if stem.endswith("?"):
            yield Finding("a question is neither true nor false", "Write a statement to judge.", ("stem",))
    elif isinstance(reading.shape, Choose | Type):
        question = _question_in(reading)
        if len(words(stem)) < 4 or (_LONE.fullmatch(question.strip()) and len(reading.sentences) == 1):
            hint = "Ask about one thing, so that people could answer before they read the options."
            yield Finding("the question can't be answered without its options", hint, ("stem",))
        elif not stem.rstrip("\"'”’*_)").endswith(("?", ".", "!")):
            yield Finding("the question isn't a complete sentence", "Make it a complete question.", ("stem",))


def reading_load(reading: LintItem) -> Iterator[Finding]:
    """Q20: sentences of a stem stay within 25 words, a stem within 90."""
    parts = reading.sentences
    counts = [len(words(part)) for part in parts]
    if max(counts, default=0) > _LONGEST_SENTENCE:
        longest = parts[counts.index(max(counts))]
        message = f'a sentence has {max(counts)} words: "{longest[:50]}…"'
        yield Finding(message, "Split it in two.", ("stem",))
    elif sum(counts) > _LONGEST_STEM:
        yield Finding(f"the question has {sum(counts)} words", "Leave out what isn't needed to answer.", ("stem",))


def _question_in(reading: LintItem) -> str:
    """The sentence that asks: the last question, else the last sentence."""
    parts = reading.sentences
    return next((part for part in reversed(parts) if part.rstrip("\"'*_)").endswith("?")), parts[-1] if parts else "")


def _unmarked(stem: str) -> str:
    """The stem with its bold and slanted words in capitals."""
    return re.sub(r"\*{1,3}([^*]+)\*{1,3}", lambda match: match[1].upper(), stem)
