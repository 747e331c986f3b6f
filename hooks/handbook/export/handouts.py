"""Every quiz as files for those who train others, and the report of what each file does not hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import PurePath

from ..assembly import draw
from ..book.read import Handbook
from ..git.edition import Edition
from ..model.blocks import Handout, HandoutRow, HandoutTable, Way
from ..pdf import PAPERS
from . import FORMATS, Assessment, ItemTexts, Loss, NothingToExport, export, export_parts, load_format, report
from .quizzes import quiz_paper

FOLDER = "handouts/"
REPORT = FOLDER + "not-held.txt"
SEED = "handout"
"""Of a quiz that is drawn, form 1 of this seed is offered; pages ask another form."""

OFFERED = (
    Way("print", "On paper", "Print the questions for your team. Keep the answers for yourself."),
    Way("scorm12", "Learning platform", "For most learning platforms (SCORM 1.2). It counts the score.", "Package"),
    Way("moodle", "Moodle", "Import it into a question bank in Moodle, then build a quiz from it.", "Questions"),
    Way("anki", "Anki", "Flash cards for a phone or a computer. A newer file brings the cards up to date.", "Cards"),
)
"""The formats that the page offers, in this order, where they are there."""

SHORT = "The question bank holds too few questions to draw this test."
TITLE = "What the files of the quizzes do not hold"
NAMED = "Each question is named by its id in the question bank."


@dataclass(frozen=True, slots=True)
class Pack:
    """All files by address (relative to docs), and the table that offers them."""

    files: Mapping[str, bytes]
    table: HandoutTable


@dataclass(frozen=True, slots=True)
class _Made:
    """One quiz in one format: its files by the end of their names, and what they do not hold."""

    way: Way
    files: Mapping[str, bytes]
    losses: tuple[Loss, ...]

    @property
    def left_out(self) -> set[str]:
        return {loss.item for loss in self.losses if loss.left_out}


@dataclass(frozen=True, slots=True)
class _Quiz:
    row: HandoutRow
    files: Mapping[str, bytes] = field(default_factory=dict)
    report: str = ""


def make_handouts(handbook: Handbook, edition: Edition, site: str) -> Pack:
    """The files of all quizzes. The same handbook, edition and address give the same bytes.

    A blueprint that the bank cannot fill gives no files; the check tells why. May raise PrintError.
    """
    ways = tuple(way for way in OFFERED if way.format in FORMATS)
    texts = ItemTexts(handbook.profile, handbook.guide, site)
    quizzes = [_quiz(name, ways, handbook, edition, texts) for name in handbook.bank.quizzes]
    files = {name: content for quiz in quizzes for name, content in quiz.files.items()}
    told = [f"{TITLE}\nEdition {edition}\n{NAMED}", *(quiz.report for quiz in quizzes if quiz.report)]
    files[REPORT] = ("\n\n".join(told) + "\n").encode("utf-8-sig")
    offered = Handout(REPORT, TITLE, "text", len(files[REPORT]))
    return Pack(files, HandoutTable(ways, tuple(quiz.row for quiz in quizzes), offered, str(edition)))


def inputs_of(handbook: Handbook, edition: Edition, site: str) -> str:
    """A hash of all that the files are made of: while it stays the same, a preview need not make them again."""
    bank, guide = handbook.bank, handbook.guide
    said = [str(edition), site, str(handbook.pocket.paper if handbook.pocket else "")]
    said += [banked.item.model_dump_json() for banked in bank.items.values()]
    said += [quiz.model_dump_json() for quiz, _, _ in bank.quizzes.values()]
    said += [f"{value.key}={value.text}" for value in handbook.profile.values.values()]
    said += [f"{page.path}: {page.title}: {page.headings}" for page in guide.pages]
    said += [f"{old}: {page.path}" for old, page in guide.redirects.items()]
    said += [f"{name}: {placed.page}: {placed.block.title}" for name, placed in guide.blocks.items()]
    return sha256("\0".join(said).encode("utf-8", "surrogatepass")).hexdigest()


def _quiz(name: str, ways: tuple[Way, ...], handbook: Handbook, edition: Edition, texts: ItemTexts) -> _Quiz:
    form = handbook.bank.quizzes[name][0]
    drawn = draw(handbook.bank, handbook.profile, form, SEED)
    if drawn.shortages:
        return _Quiz(HandoutRow(name, form.title, SHORT))
    paper = quiz_paper(drawn.forms[0], handbook, edition, texts)
    size = handbook.pocket.paper if handbook.pocket else next(iter(PAPERS))
    made = [_made(way, paper, size) for way in ways]
    count = f"{len(paper.items)} question{'s' if len(paper.items) != 1 else ''}"
    row = HandoutRow(
        name,
        form.title,
        f"{count}, drawn from the question bank" if form.draw else count,
        drawn.forms[0].code if form.draw else "",
        {one.way.format: tuple(_offered(name, one)) for one in made},
        {one.way.format: _note(one, len(paper.items)) for one in made if one.left_out},
    )
    files = {FOLDER + name + end: content for one in made for end, content in one.files.items()}
    return _Quiz(row, files, _report(form.title, made))


def _made(way: Way, paper: Assessment, size: str) -> _Made:
    """A quiz in a format. One that can hold nothing of it has no file."""
    form = load_format(way.format)
    try:
        if form.parts:
            files, losses = export_parts(paper, form, size)
            return _Made(way, {f"-{name}": content for name, content in files.items()}, losses)
        made = export(paper, form)
    except NothingToExport as error:
        return _Made(way, {}, error.losses)
    return _Made(way, {f"-{way.format}{form.suffix}": made.content}, made.losses)


def _offered(quiz: str, made: _Made) -> Iterator[Handout]:
    for end, content in made.files.items():
        name = PurePath(end.removeprefix("-"))
        kind = name.suffix.removeprefix(".").upper()
        yield Handout(FOLDER + quiz + end, made.way.holds or name.stem.capitalize(), kind, len(content))


def _note(made: _Made, asked: int) -> str:
    held = asked - len(made.left_out)
    return f"Holds {held} of the {asked} questions." if held else "It cannot hold any of these questions."


def _report(title: str, made: list[_Made]) -> str:
    told = [f"{one.way.title}\n{report(one.losses)}" for one in made if one.losses]
    return "\n\n".join([f"== {title}", *told]) if told else ""
