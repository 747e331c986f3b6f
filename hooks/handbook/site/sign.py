"""Read and sign: pages of the handbook as a SCORM package, completed once a person confirms to have read them."""

from __future__ import annotations

from hashlib import sha256

from markdown import Markdown

from ..book.read import Handbook
from ..book.readings import Reading, fingerprint
from ..export.assessment import Loss
from ..export.scorm.manifest import Course
from ..export.scorm.package import packed
from ..export.scorm.page import whole_page
from ..export.scorm.standard import Standard
from ..html.build import el
from ..model.dates import edition_in_words
from ..model.guide import Page
from ..source.markup import plain_text
from ..source.problems import Problems
from ..source.profile import Medium
from .markdown_extension import Desk
from .rendering import markdown_for
from .sign_page import Fitting, FittingTreeprocessor

_NO_SCRIPT = "Without JavaScript you can read this, but you can't confirm that you have read it."
_REQUEST = "When you have read everything above, confirm it here."
_AFTER_IDS = 4
"""The place of the last change among the tree processors: headings get their ids at 5."""


def read_and_sign(reading: Reading, handbook: Handbook, standard: Standard) -> tuple[bytes, tuple[Loss, ...]]:
    """The package, and what it does not hold. The same handbook, edition and reading give the same bytes.

    Raises OSError where a file of the player is missing.
    """
    fitting = Fitting(handbook, {page.path: number for number, page in enumerate(reading.pages, start=1)})
    desk = Desk(handbook, Problems())
    markdown = markdown_for(desk)
    markdown.treeprocessors.register(FittingTreeprocessor(markdown, fitting), "handbook-package", _AFTER_IDS)
    text = "\n".join(_page(page, reading, desk, markdown, fitting) for page in reading.pages)
    title = handbook.profile.fill(plain_text(reading.title), Medium.PAGE)
    course = Course(reading.name, title, handbook.edition)
    content = f"{text}\n{_signature(course, standard, text, fingerprint(reading, handbook), markdown)}"
    page = whole_page(title, content, _NO_SCRIPT, f"Edition: {edition_in_words(handbook.edition)}")
    media = dict(sorted(fitting.files.items()))
    return packed(course, standard, page, media, handbook.root), tuple(fitting.losses)


def _page(page: Page, reading: Reading, desk: Desk, markdown: Markdown, fitting: Fitting) -> str:
    """A page with its title, unless that stands above it as the title of all."""
    desk.page = fitting.page = page.path
    markdown.reset()
    fitting.below = page.title != reading.title
    head = [f"# {page.title}"] if fitting.below else []
    lead = [f"{page.meta.summary}\n{{: .hb-lead }}"] if page.meta else []
    inner = markdown.convert("\n\n".join([*head, *lead, page.markup.body]) + "\n")
    return f'<article id="{fitting.anchor(page.path, "")}">\n{inner}\n</article>'


def _signature(course: Course, standard: Standard, text: str, mark: str, markdown: Markdown) -> str:
    """Where a person confirms. `content` stands for what they have read: with the text it changes, and nothing else.

    `mark` is the hash of its pages that receipts name, too.
    """
    section = el(
        "section",
        el("h2", "Read and sign", id="sign"),
        el("p", _REQUEST),
        class_="hb hb-sign",
        data_scorm=standard.edition,
        data_quiz=course.name,
        data_content=sha256(text.encode()).hexdigest()[:6],
        data_edition=edition_in_words(course.edition),
        data_hash=mark,
    )
    return str(markdown.serializer(section))
