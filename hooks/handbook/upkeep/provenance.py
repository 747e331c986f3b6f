"""What each question rests on: the text behind its references, and whether it changed since somebody last compared.

`quizbank/reviewed.yml` holds, for each question that was accepted once, a hash of the text behind each reference.
`handbook recheck --accept` writes it. A question that is not listed there makes no notice: who wrote it had the page
before them, and who writes in a browser can run no command, so a notice for it would never go away by their doing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from ..book.bank import Banked
from ..book.read import Handbook
from ..model.blocks import Glossary
from ..model.guide import Guide
from ..model.items import Item
from ..source.codes import Code
from ..source.problems import Level, Problem

HEAD = """\
# Which text each question was last compared with. Written by "handbook recheck --accept"; not edited by hand.
"""


@dataclass(frozen=True, slots=True)
class Changed:
    """A question, the reference behind which the text changed, and how it reads now; None where it is gone."""

    banked: Banked
    ref: str
    text: str | None


def text_behind(ref: str, guide: Guide) -> str | None:
    """The text that a reference (`page.md`, `page.md#heading` or a directive's id) names. None when it is gone."""
    if ref in guide.blocks:
        return guide.blocks[ref].fence.body
    path, _, anchor = ref.partition("#")
    page = guide.page(path)
    if page is None:
        return None
    if not anchor:
        return "\n".join([page.title, page.meta.summary if page.meta else "", page.markup.body])
    heading = next((heading for heading in page.headings if heading.anchor == anchor), None)
    if heading:
        lines, first = page.below(heading), page.markup.body_line
        return "\n".join(page.markup.body.split("\n")[lines.start - first : lines.stop - first]).strip()
    return next((placed.fence.body for placed in page.blocks if placed.block.id == anchor), None)


def _text(ref: str, item: Item, handbook: Handbook) -> str | None:
    """The text that a reference of an item names. Of the glossary, the terms that the item speaks of."""
    placed = handbook.guide.blocks.get(ref)
    if placed is None or not isinstance(placed.block, Glossary):
        return text_behind(ref, handbook.guide)
    text = item.model_dump_json().casefold()
    terms = (term for term in handbook.glossary if any(name.casefold() in text for name in term.names))
    return "\n".join(f"{term.term}: {term.means}" for term in terms)


def digest(text: str) -> str:
    """Twelve hex digits that stand for a text; where its lines break does not matter."""
    return sha256(" ".join(text.split()).encode()).hexdigest()[:12]


def changed(handbook: Handbook) -> Iterator[Changed]:
    """Every reference of a question in use behind which the text differs from the one it was last compared with."""
    for name, banked in handbook.bank.items.items():
        accepted = handbook.bank.reviewed.get(name, {})
        if banked.item.status == "active":
            for ref in banked.item.refs:
                text = _text(ref, banked.item, handbook)
                if ref in accepted and (text is None or digest(text) != accepted[ref]):
                    yield Changed(banked, ref, text)


def changed_sections(handbook: Handbook) -> Iterator[Problem]:
    """Questions still fit what the pages say: a notice for each that nobody has compared since a page changed."""
    for change in changed(handbook):
        if change.text is not None:  # a reference that leads nowhere is a problem of its own
            name, line = change.banked.item.id, change.banked.document.line((change.banked.at, "refs"))
            message = f'"{name}": the text it refers to has changed since the two were last compared: {change.ref}'
            hint = f"See if the question still matches it. IT can then run: handbook recheck --accept {name}"
            there = handbook.guide.destination(change.ref)
            yield Problem(
                change.banked.document.path,
                line,
                Code.REFERENCE_CHANGED,
                message,
                hint,
                Level.NOTICE,
                there.page.file if there else change.ref,
            )


def accepted(handbook: Handbook, names: Iterable[str]) -> dict[str, dict[str, str]]:
    """What was accepted so far, and these questions as they are now. Questions that are gone are left out."""
    bank = handbook.bank
    reviews = {name: dict(refs) for name, refs in bank.reviewed.items() if name in bank.items}
    for name in names:
        item = bank.items[name].item
        texts = {ref: _text(ref, item, handbook) for ref in item.refs}
        reviews[name] = {ref: digest(text) for ref, text in texts.items() if text is not None}
    return {name: reviews[name] for name in sorted(reviews) if reviews[name]}


def reviewed_yaml(reviewed: Mapping[str, Mapping[str, str]]) -> str:
    """The text of `quizbank/reviewed.yml`: a question a line and each of its references on one of its own."""
    lines = (
        f"{name}:\n" + "".join(f'  "{ref}": {hashed}\n' for ref, hashed in refs.items())
        for name, refs in reviewed.items()
    )
    return HEAD + "".join(lines)
