"""Every quiz as files for those who train others, and the report of what each file does not hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass, field
from pathlib import PurePath

from ..assembly import draw
from ..book.read import Handbook
from ..git.edition import Edition
from ..model.blocks import Handout, HandoutRow, Handouts, HandoutTable, Way
from ..model.dates import edition_in_words
from ..pdf import PAPERS, PrintError
from ..source.cache import Cache, CacheEntry, fingerprint
from . import FORMATS, Assessment, ItemTexts, Loss, NothingToExport, export, export_parts, load_format, report
from .inputs import paper_inputs, shared_inputs
from .quizzes import quiz_paper

FOLDER = "handouts/"
REPORT = FOLDER + "not-held.txt"
SEED = "handout"
"""Of a quiz that is drawn, form 1 of this seed is offered; pages ask another form."""

OFFERED = (
    Way(
        "print",
        "On paper",
        "Print the questions and the answer sheet for your team, or send the answer sheet to fill in on screen. Keep "
        "the answers and the key overlay for yourself.",
    ),
    Way("scorm12", "Learning platform", "For almost any learning platform (SCORM 1.2). It keeps the score.", "Package"),
    Way(
        "moodle",
        "Moodle",
        "Import it into a question bank in Moodle 4.4 or later, then build a quiz from it.",
        "Questions",
    ),
    Way("anki", "Anki", "Flash cards for a phone or a computer. A newer file brings the cards up to date.", "Cards"),
)
"""The formats that the page offers, in this order, where they are there."""

SHORT = "The question bank holds too few questions to draw this test."
TITLE = "What the files of the quizzes do not hold"
ABOUT_IDS = "Each question is named by its id in the question bank."


@dataclass(frozen=True, slots=True)
class Pack:
    """All files by address (relative to docs), and the table that offers them."""

    files: Mapping[str, bytes]
    table: HandoutTable


@dataclass(frozen=True, slots=True)
class _Output:
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
    maker = _Maker(handbook, edition, site, ways)
    quizzes = [maker.quiz(name) for name in handbook.bank.quizzes]
    files = {name: content for quiz in quizzes for name, content in quiz.files.items()}
    reports = [
        f"{TITLE}\nEdition {edition_in_words(edition)}\n{ABOUT_IDS}",
        *(quiz.report for quiz in quizzes if quiz.report),
    ]
    files[REPORT] = ("\n\n".join(reports) + "\n").encode("utf-8-sig")
    offered = Handout(REPORT, TITLE, "text", len(files[REPORT]))
    return Pack(files, HandoutTable(ways, tuple(quiz.row for quiz in quizzes), offered, edition_in_words(edition)))


def handout_files(handbook: Handbook) -> frozenset[str]:
    """The paths in the site of the files of all quizzes. None where no page offers them, or they can't be made."""
    if not are_offered(handbook):
        return frozenset()
    try:
        return frozenset(make_handouts(handbook, handbook.edition, handbook.site.address).files)
    except (PrintError, OSError):
        return frozenset()


def are_offered(handbook: Handbook) -> bool:
    """Whether a page offers the files of the quizzes: else none are made."""
    return any(isinstance(placed.block, Handouts) for placed in handbook.guide.blocks.values())


class _Maker:
    """Makes the files of quizzes, or takes them from an earlier run that had the same inputs."""

    def __init__(self, handbook: Handbook, edition: Edition, site: str, ways: tuple[Way, ...]) -> None:
        self.handbook, self.edition, self.ways = handbook, edition, ways
        self.texts = ItemTexts(handbook.profile, handbook.guide, site)
        self.size = handbook.pocket.paper if handbook.pocket else next(iter(PAPERS))
        self.cache, self.shared = Cache(handbook.root), fingerprint(shared_inputs(handbook))

    def quiz(self, name: str) -> _Quiz:
        """The files of a quiz, and its row in the table."""
        form = self.handbook.bank.quizzes[name][0]
        result = draw(self.handbook.bank, self.handbook.profile, form, SEED)
        if result.shortages:
            return _Quiz(HandoutRow(name, form.title, SHORT))
        assessment = quiz_paper(result.forms[0], self.handbook, self.edition, self.texts)
        outputs = self._in_all_ways(assessment)
        count = f"{len(assessment.items)} question{'s' if len(assessment.items) != 1 else ''}"
        row = HandoutRow(
            name,
            form.title,
            f"{count}, drawn from the question bank" if form.draw else count,
            result.forms[0].code if form.draw else "",
            {one.way.format: tuple(_offered(name, one)) for one in outputs},
            {one.way.format: _note(one, len(assessment.items)) for one in outputs if one.left_out},
        )
        files = {FOLDER + name + end: content for one in outputs for end, content in one.files.items()}
        return _Quiz(row, files, _report(form.title, outputs))

    def _in_all_ways(self, assessment: Assessment) -> list[_Output]:
        inputs = [self.size, self.shared, *paper_inputs(assessment)]
        return [self._in(way, assessment, inputs) for way in self.ways]

    def _in(self, way: Way, assessment: Assessment, inputs: list[str]) -> _Output:
        entry = self.cache.entry([way.format, *inputs], lambda: _write(way.format, assessment, self.size))
        return _Output(way, entry.files, tuple(Loss(*loss) for loss in entry.facts))


def _write(name: str, assessment: Assessment, size: str) -> CacheEntry:
    """A quiz in a format. One that can hold nothing of it has no file."""
    form = load_format(name)
    try:
        if form.parts:
            parts, losses = export_parts(assessment, form, size)
            files = {f"-{part}": content for part, content in parts.items()}
        else:
            output = export(assessment, form)
            files, losses = {f"-{name}{form.suffix}": output.content}, output.losses
    except NothingToExport as error:
        files, losses = {}, error.losses
    return CacheEntry(files, [astuple(loss) for loss in losses])


def _offered(quiz: str, output: _Output) -> Iterator[Handout]:
    for end, content in output.files.items():
        name = PurePath(end.removeprefix("-"))
        kind = name.suffix.removeprefix(".").upper()
        yield Handout(
            FOLDER + quiz + end, output.way.holds or name.stem.replace("-", " ").capitalize(), kind, len(content)
        )


def _note(output: _Output, count: int) -> str:
    held = count - len(output.left_out)
    return f"Holds {held} of the {count} questions." if held else "It cannot hold any of these questions."


def _report(title: str, outputs: list[_Output]) -> str:
    parts = [f"{one.way.title}\n{report(one.losses)}" for one in outputs if one.losses]
    return "\n\n".join([f"== {title}", *parts]) if parts else ""
