"""What is due for review: it follows from the log of reviews and from how often each section is to be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..book.read import REVIEWS, Handbook, numbered
from ..model.dates import months_after
from ..model.guide import Guide, Section
from ..model.review import Review
from ..source.codes import Code
from ..source.problems import Level, Problem, did_you_mean


@dataclass(frozen=True, slots=True)
class Due:
    """A section, its last review (None: never) and the day by which the next is due (None: at once)."""

    section: Section
    last: Review | None
    by: date | None

    def days_over(self, today: date) -> int:
        """By how many days it is overdue; less than nothing where it is not."""
        return (today - self.by).days if self.by else 0


def last_review(section: Section, reviews: tuple[Review, ...]) -> Review | None:
    """The newest row of the log for a section. Of two of one day, the lower one."""
    return max((row for row in reviews if row.section == section.folder), key=lambda row: row.date, default=None)


def due(section: Section, reviews: tuple[Review, ...]) -> Due:
    """When a section is due. What waits for a decision is due at once."""
    last = last_review(section, reviews)
    by = months_after(last.date, section.review_months) if last and last.result != "needs-decision" else None
    return Due(section, last, by)


def worst_first(guide: Guide, reviews: tuple[Review, ...]) -> list[Due]:
    """All sections: those due at once by how often they are to be read, then the others by their day."""
    due_sections = [due(section, reviews) for section in guide.sections]
    return sorted(due_sections, key=lambda each: (each.by is not None, each.by or date.min, each.section.review_months))


def as_lines(handbook: Handbook, today: date) -> list[str]:
    """What is due on a day, the worst first, then what comes next; a line each."""
    due_sections = worst_first(handbook.guide, handbook.reviews)
    late = [each for each in due_sections if each.by is None or each.by <= today]
    lines = [f"Due on {today}: {len(late)} of {len(due_sections)} sections."]
    lines += [f"  {due.section.title} ({due.section.folder}), {due.section.owner}: {_why(due, today)}" for due in late]
    coming = next((each for each in due_sections if each not in late), None)
    lines += [f"Next: {coming.section.title}, by {coming.by}."] if coming else []
    return [*lines, *([f"Read through the section, then add a row to {REVIEWS}."] if late else [])]


def _why(each: Due, today: date) -> str:
    months = f"every {each.section.review_months} months"
    if each.last is None:
        return f"never reviewed ({months})"
    if each.by is None:
        return f"waiting for a decision since {each.last.date}"
    return f"{each.days_over(today)} days overdue; last reviewed {each.last.date} ({months})"


def wrong_reviews(handbook: Handbook) -> Iterator[Problem]:
    """Rows of the log name sections that are there. Another role than the owner's is worth knowing."""
    document = handbook.document(REVIEWS)
    owners = {section.folder: section.owner for section in handbook.guide.sections}
    for at, row in numbered(document, handbook.reviews) if owners else ():
        assert document is not None
        if row.section not in owners:
            titles = {section.title.casefold(): section.folder for section in handbook.guide.sections}
            folder = titles.get(row.section.casefold())
            hint = f'Did you mean "{folder}"?' if folder else did_you_mean(row.section, owners)
            message = f'there is no section "{row.section}"'
            yield Problem(
                document.path, document.line((at, "section")), Code.SECTION_MISSING, message, hint, Level.NOTICE
            )
        elif row.role not in _owners_of(handbook, row.section):
            message = f'"{row.role}" does not own the section "{row.section}": {owners[row.section]} does'
            hint = "Ask the owner to confirm it, or name the new owner in docs/_data/sections.yml."
            yield Problem(document.path, document.line((at, "role")), Code.REVIEW_OWNER, message, hint, Level.NOTICE)


def _owners_of(handbook: Handbook, folder: str) -> set[str]:
    """The section's owner, and the owners that single pages of it name."""
    section = next(section for section in handbook.guide.sections if section.folder == folder)
    pages = handbook.guide.pages_of(section)
    return {section.owner, *(page.meta.owner for page in pages if page.meta and page.meta.owner)}
