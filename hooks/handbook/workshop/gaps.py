"""What a question still lacks, in words: nobody has to see the keys that are empty."""

from __future__ import annotations

from ..source.document import Node, scalars_of

_ENTRIES = {
    "accept": "accepted answer",
    "cards": "card",
    "categories": "heading",
    "left": "pair",
    "near": "nearly right answer",
    "options": "answer",
    "prompts": "statement",
    "right": "target",
    "steps": "step",
}
_VALUES = {
    "explain": "what everyone reads after answering",
    "false": 'the reason for "false" (what happens to the customer)',
    "id": "a name that says what it is about",
    "level": "its level (recall, apply or judge)",
    "refs": "the place where the handbook answers it",
    "scale": "how it is answered (likert5, agree-disagree or text)",
    "stem": "the question itself",
    "text": "its words",
    "true": 'the reason for "true" (what happens to the customer)',
    "why": "the reason (what happens to the customer)",
}


def gaps(question: Node) -> list[str]:
    """Every value that is empty, by what it is for: "Answers 2 and 3: the reason (…) is missing"."""
    numbers: dict[tuple[str, str], list[int]] = {}
    for where, text in scalars_of(question):
        if not text:
            entry = where[1] if len(where) > 2 and isinstance(where[1], int) else None
            kind = "" if entry is None else _ENTRIES.get(str(where[0]), str(where[0]))
            numbers.setdefault((kind, str(where[-1])), []).append(0 if entry is None else entry + 1)
    return [_in_words(kind, _VALUES.get(name, name), of) for (kind, name), of in numbers.items()]


def _in_words(kind: str, value: str, numbers: list[int]) -> str:
    if not kind:
        return f"{value[:1].upper()}{value[1:]} is missing"
    *others, last = map(str, numbers)
    entries = f"{kind.capitalize()}s {', '.join(others)} and {last}" if others else f"{kind.capitalize()} {last}"
    return f"{entries}: {value} is missing"
