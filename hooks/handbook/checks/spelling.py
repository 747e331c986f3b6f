"""Names that authors choose freely, and of which one is most likely a slip: tags, owners, keywords."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from ..book.read import SECTIONS, Handbook, numbered
from ..source.codes import Code
from ..source.document import Document, Where
from ..source.problems import Level, Problem, almost_same

Use = tuple[str, Document, Where]
"""A name, and where it stands."""

_MARKS = ";|/"


def odd_names(handbook: Handbook) -> Iterator[Problem]:
    """No tag or owner is almost another one, and no tag almost a section's folder. A notice: two may well be alike."""
    sections = handbook.guide.sections
    folders = [section.folder.rpartition("/")[2] for section in sections]
    yield from _slips(_page_tags(handbook), "tag", folders)
    yield from _slips(_bank_tags(handbook), "tag", folders)
    yield from _slips(_section_owners(handbook), "owner")
    yield from _slips(_page_owners(handbook), "owner", [section.owner for section in sections])


def joined_keywords(handbook: Handbook) -> Iterator[Problem]:
    """Keywords and tags are parted by commas: else all of them are one."""
    counts = Counter(tag for tag, _, _ in _page_tags(handbook))
    common = {tag for tag, count in counts.items() if count > 1}
    for page in handbook.guide.written:
        for what in ("keyword", "tag"):
            for at, name in enumerate(getattr(page.meta, f"{what}s") if page.meta else ()):
                words = name.split()
                if what == "tag" and len(words) > 1 and name not in common and common.issuperset(words):
                    line = page.markup.meta.line((f"{what}s", at))
                    yield _joined(page.file, line, f'"{name}" is one {what}', words, " ")
                if mark := next((mark for mark in _MARKS if name.count(mark) > (mark == "/")), ""):
                    line = page.markup.meta.line((f"{what}s", at))
                    yield _joined(page.file, line, f'"{name}" is one {what}', name.split(mark), mark)


def _joined(file: str, line: int, what: str, parts: Iterable[str], mark: str) -> Problem:
    words = ", ".join(part.strip() for part in parts if part.strip())
    sign = "a space" if mark == " " else f'"{mark}"'
    message = f"{what}, because {sign} doesn't separate words"
    return Problem(file, line, Code.NAME_ODD, message, f'Write "{words}".', Level.NOTICE)


def _page_tags(handbook: Handbook) -> Iterator[Use]:
    for page in handbook.guide.written:
        yield from ((tag, page.markup.meta, ("tags", at)) for at, tag in enumerate(page.meta.tags if page.meta else ()))


def _bank_tags(handbook: Handbook) -> Iterator[Use]:
    for banked in handbook.bank.items.values():
        yield from ((tag, banked.document, (banked.at, "tags", at)) for at, tag in enumerate(banked.item.tags))


def _section_owners(handbook: Handbook) -> Iterator[Use]:
    document = handbook.document(SECTIONS)
    for at, section in numbered(document, handbook.guide.sections):
        if document:
            yield section.owner, document, (at, "owner")


def _page_owners(handbook: Handbook) -> Iterator[Use]:
    for page in handbook.guide.written:
        if page.meta and page.meta.owner:
            yield page.meta.owner, page.markup.meta, ("owner",)


def _slips(uses: Iterable[Use], what: str, sure: Iterable[str] = ()) -> Iterator[Problem]:
    """A name that is used once and is almost another, or is used more often and is almost one of a section (`sure`)."""
    all_uses = list(uses)
    counts = Counter(name for name, _, _ in all_uses)
    sections = [*sure]
    common = [*sections, *(name for name, count in counts.items() if count > 1)]
    for name, document, where in all_uses:
        is_alone = counts[name] == 1
        if name not in sections and (near := almost_same(name, common if is_alone else sections)):
            message = f'the {what} "{name}" is ' + ("used only here" if is_alone else f'almost the section\'s "{near}"')
            hint = f'Did you mean "{near}"?'
            yield Problem(document.path, document.line(where), Code.NAME_ODD, message, hint, Level.NOTICE)
