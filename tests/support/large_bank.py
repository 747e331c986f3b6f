"""A bank of very many questions of every type, each in words of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import yaml

from handbook.source.random import Random
from support.folders import HEAD, write_handbook

A_FILE = 100
"""Questions in a file."""

_SYLLABLES = [
    "ba",
    "co",
    "di",
    "fu",
    "ge",
    "hy",
    "jo",
    "ku",
    "la",
    "mi",
    "no",
    "pe",
    "qua",
    "ri",
    "so",
    "tu",
    "ve",
    "wy",
]
_LINKING = ["the", "a", "to", "of", "and", "you", "for", "with", "in", "that"]
_TAGS = ["phone", "desk", "mail", "visit"]


def write_bank(root: Path, count: int) -> Path:
    """A handbook with one page and `count` questions, the same ones for the same count."""
    random = Random("bank")
    items = [_ITEMS[at % len(_ITEMS)](at, random) for at in range(count)]
    files = {
        f"quizbank/items/part-{start // A_FILE:03}.yml": yaml.safe_dump(items[start : start + A_FILE], sort_keys=False)
        for start in range(0, count, A_FILE)
    }
    return write_handbook(root, {"docs/page.md": HEAD + "## Part\n\nText.\n", **files})


def _word(random: Random) -> str:
    """Any of six thousand words, some of them far more often than others, as in any language."""
    number = random.below(18**3) * random.below(18**3) // 18**3
    return "".join(_SYLLABLES[number // 18**at % 18] for at in range(3))


def _words(random: Random, count: int) -> str:
    return " ".join(_word(random) if at % 2 else _LINKING[random.below(10)] for at in range(count))


def _say(random: Random, count: int) -> str:
    return f"{_words(random, count).capitalize()}."


def _head(kind: str, at: int, random: Random) -> dict[str, object]:
    head = {"id": f"{kind}-{at}", "type": kind, "level": ("recall", "apply", "judge")[at % 3], "tags": [_TAGS[at % 4]]}
    stem = f"{_say(random, 12)} {_words(random, 9).capitalize()}?" if kind != "truefalse" else _say(random, 12)
    return {**head, "stem": stem, "refs": ["page.md#part"]}


def _entries(random: Random, count: int) -> Iterator[dict[str, object]]:
    return ({"text": _say(random, 7), "why": _say(random, 11)} for _ in range(count))


def _choice(kind: str, right: int) -> Callable[[int, Random], dict[str, object]]:
    def make(at: int, random: Random) -> dict[str, object]:
        head = _head(kind, at, random)
        options = [{**one, "right": "true"} if n < right else one for n, one in enumerate(_entries(random, 4))]
        turn = at % 4
        return {**head, "options": options[turn:] + options[:turn], "explain": f"{_say(random, 9)} See **here**."}

    return make


def _truth(at: int, random: Random) -> dict[str, object]:
    why = {"true": _say(random, 9), "false": _say(random, 9)}
    return {**_head("truefalse", at, random), "answer": str(at % 2 == 0).lower(), "why": why}


def _order(at: int, random: Random) -> dict[str, object]:
    return {**_head("order", at, random), "steps": list(_entries(random, 5))}


def _match(at: int, random: Random) -> dict[str, object]:
    head, right = _head("match", at, random), [_say(random, 8) for _ in range(4)]
    return {**head, "left": [{**one, "to": right[n]} for n, one in enumerate(_entries(random, 4))], "right": right}


def _classify(at: int, random: Random) -> dict[str, object]:
    head, into = _head("classify", at, random), [_say(random, 8) for _ in range(2)]
    return {**head, "categories": into, "cards": [{**c, "in": into[n % 2]} for n, c in enumerate(_entries(random, 6))]}


def _short(at: int, random: Random) -> dict[str, object]:
    accept = [{"text": _words(random, 2)}, {"number": str(at), "tol": "1", "unit": "days"}]
    return {**_head("short", at, random), "accept": accept, "explain": _say(random, 9)}


def _scenario(at: int, random: Random) -> dict[str, object]:
    choices = [{**one, "go": "end" if n else "well", "rating": str(3 - n)} for n, one in enumerate(_entries(random, 3))]
    endings = {
        name: {"text": _say(random, 9), "verdict": verdict} for name, verdict in (("well", "good"), ("end", "poor"))
    }
    nodes = {"first": {"text": _say(random, 12), "choices": choices}}
    return {**_head("scenario", at, random), "start": "first", "nodes": nodes, "endings": endings}


def _reflect(at: int, random: Random) -> dict[str, object]:
    prompts = [{"text": f"{_words(random, 9).capitalize()}?"} for _ in range(3)]
    return {**_head("reflect", at, random), "scale": "text", "prompts": prompts}


_ITEMS = (
    *(_choice("single", 1), _choice("multiple", 2), _truth, _order, _match, _classify, _short, _scenario, _reflect),
)
