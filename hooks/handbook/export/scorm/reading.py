"""Read and sign: a package with pages of the handbook, completed once a person confirms to have read them."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from markdown.serializers import to_html_string

from ...book.read import Handbook
from ...book.readings import Reading, fingerprint
from ...html.build import el
from ...model.dates import edition_in_words
from ...source.markup import plain_text
from ...source.profile import Medium
from .manifest import Course
from .package import packed
from .page import whole_page
from .standard import ScormStandard

_NO_SCRIPT = "Without JavaScript you can read this, but you can't confirm that you have read it."
_REQUEST = "When you have read everything above, confirm it here."


def reading_package(
    reading: Reading, handbook: Handbook, pages: str, files: Mapping[str, bytes], standard: ScormStandard
) -> bytes:
    """The package of a reading. `pages` is what to read, as HTML; `files` is what that shows, by its place.

    The same input gives the same bytes. Raises OSError where a file of the player is missing.
    """
    title = handbook.profile.fill(plain_text(reading.title), Medium.PAGE)
    course = Course(reading.name, title, handbook.edition)
    content = f"{pages}\n{_signature(course, standard, pages, fingerprint(reading, handbook))}"
    page = whole_page(title, content, _NO_SCRIPT, f"Edition: {edition_in_words(handbook.edition)}")
    return packed(course, standard, page, files, handbook.root)


def _signature(course: Course, standard: ScormStandard, pages: str, mark: str) -> str:
    """Where a person confirms. `data-content` stands for what they have read: it changes with that alone.

    `mark` is the hash of its pages that receipts name, too.
    """
    section = el(
        "section",
        el("h2", "Read and sign", id="sign"),
        el("p", _REQUEST),
        class_="hb hb-sign",
        data_scorm=standard.edition,
        data_quiz=course.name,
        data_content=sha256(pages.encode()).hexdigest()[:6],
        data_edition=edition_in_words(course.edition),
        data_hash=mark,
    )
    return to_html_string(section)
