"""How alike texts are in meaning: words that mean the same count as one, and a rare word counts more than a common one.

The measure is the cosine of the texts with their words weighted by rarity (Spärck Jones, "A statistical interpretation
of term specificity and its application in retrieval", Journal of Documentation 28(1), 1972). It needs no model of the
language: that two questions of one office are about the same thing shows in the few words that hardly any other has.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import log, sqrt

from .texts import LINKING, root, words

_SAME = """
caller customer visitor resident client guest
coworker colleague
supervisor manager boss
phone telephone
bill invoice
fee charge cost price
form application paperwork
letter mail
desk counter window
lobby entrance
apology apologize sorry
thank grateful
angry upset furious mad annoyed
fix repair correct solve resolve
mistake error
begin start
end finish
quick fast prompt
answer reply respond response
explain describe
repeat restate paraphrase
problem issue trouble concern
complaint complain
wait delay
promise assure guarantee
private confidential
appointment meeting
hear heard listen
send sent
write wrote written
keep kept
leave left
pay paid
find found
lose lost
speak spoke spoken talk
bring brought
think thought
hold held
meet met
feel felt
break broke broken
choose chose chosen pick select
"""
"""Words of an office that stand for each other, and irregular forms. Only words that are swapped in practice."""


def _stem(word: str) -> str:
    """The root of a word, with its end as it is in all its forms: agree and agreed, stop and stopped."""
    bare = root(word).rstrip("e") or word
    return bare[:-1] if len(bare) > 3 and bare[-1] == bare[-2] else bare


_MEANING = {_stem(word): _stem(line.split()[0]) for line in reversed(_SAME.split("\n")) for word in line.split()}


def meanings(texts: Sequence[str]) -> frozenset[str]:
    """What texts speak of: one name for each meaning."""
    return frozenset(_meaning(word) for text in texts for word in words(text) if word not in LINKING and len(word) > 2)


@lru_cache(maxsize=65536)
def _meaning(word: str) -> str:
    stem = _stem(word)
    return _MEANING.get(stem, stem)


def alike(texts: Sequence[frozenset[str]], least: float, fewest: int) -> Iterator[tuple[int, int, float]]:
    """Pairs of texts, by their places, that are at least so much alike (0 to 1), and how much that is.

    They share at least the fewest meanings: one or two may be the name of a topic.

    Texts are looked up by their rarest words only, the shortest first. Source: prefix filtering (Bayardo, Ma and
    Srikant, "Scaling up all pairs similarity search", 2007): of two texts that are alike enough, so many of the words
    that they share are among the rarest of each, for with fewer of them, what is left is too little.
    """
    frequency = Counter(word for text in texts for word in text)
    weight = {word: log(1 + len(texts) / count) ** 2 for word, count in frequency.items()}
    lengths = [sqrt(sum(map(weight.__getitem__, text))) for text in texts]
    index: defaultdict[str, list[int]] = defaultdict(list)
    for at in sorted(range(len(texts)), key=lengths.__getitem__):
        text, shortest = texts[at], least * lengths[at]
        by_rarity = sorted(((weight[word], word) for word in text), reverse=True)
        shared_words = Counter[int]()
        for word in _rarest(by_rarity, shortest**2, fewest):
            shared_words.update(index[word])
        for other, count in shared_words.items():
            if count >= fewest and lengths[other] >= shortest:
                product = sum(map(weight.__getitem__, text & texts[other]))
                likeness = product / (lengths[at] * lengths[other])
                if likeness >= least:
                    yield min(at, other), max(at, other), likeness
        for word in _rarest(by_rarity, shortest * lengths[at], fewest):
            index[word].append(at)


def _rarest(by_rarity: Sequence[tuple[float, str]], least: float, fewest: int) -> list[str]:
    """The rarest words of a text, so many that the others, with one less than the fewest of these, weigh too little."""
    left = sum(weight for weight, _ in by_rarity[: fewest - 1])
    for at in range(len(by_rarity), 0, -1):
        left += by_rarity[at - 1][0]
        if left >= least:
            return [word for _, word in by_rarity[:at]]
    return []
