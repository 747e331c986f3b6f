"""Whether the heading of a box says what the title of its page has just said."""

from __future__ import annotations

import re

from ..lint.texts import LINKING, root, words
from ..model.blocks import Block, Cards
from ..model.guide import Page

_OPENING = frozenset({"when", "how", "to", "the", "a"})


def repeats_title(block: Block, page: Page) -> bool:
    """Whether a box needs no heading for the eye: it is the first thing below the lead, and its title is the page's.

    "Putting a caller on hold" repeats "Put a caller on hold". The only cards of a page need none either.
    """
    if not page.meta or not page.placed or page.placed[0].block is not block or not _begins_with_box(page):
        return False
    if isinstance(block, Cards):
        return sum(isinstance(placed.block, Cards) for placed in page.blocks) == 1
    return says_again(block.title, page.meta.title)


def says_again(heading: str, title: str) -> bool:
    """Whether a heading has the words of a title, in any form, and not as many others."""
    ours, theirs = _meaning(heading), _meaning(title)
    if not ours or not theirs:
        return _roots(heading) - _OPENING == _roots(title) - _OPENING
    return theirs <= ours and len(ours - theirs) < len(theirs)


def _begins_with_box(page: Page) -> bool:
    return page.markup.body.lstrip().startswith(("```", "~~~"))


def _meaning(text: str) -> frozenset[str]:
    return frozenset(each for each in _roots(text) - _LINKING_ROOTS if len(each) > 2)


def _roots(text: str) -> frozenset[str]:
    return frozenset(map(_root, words(text)))


def _root(word: str) -> str:
    """Without its ending, and without the letter that an ending doubles: "putting" is "put"."""
    return re.sub(r"([bdgmnprt])\1$", r"\1", root(re.sub(r"(?<=\w{3})ing$", "", word)))


_LINKING_ROOTS = frozenset(map(_root, LINKING))
