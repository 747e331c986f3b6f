"""A handbook held open for one reader: what a page asks, and the answers as what JSON can hold."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypedDict

from ..assembly import MOST_FORMS, SEED, Form, draw
from ..book.bank import read_blueprint
from ..book.read import Handbook
from ..checks import check_handbook
from ..checks.quizzes import wrong_bank
from ..export import Assessment, ItemTexts, NothingToExport, export, load_format, report
from ..export.quizzes import quiz_paper
from ..source.problems import Problems
from .choices import TestChoices, choices, shortage_in_words
from .edits import Edits, as_data
from .preview import questions, test_section

BLUEPRINT = "the test"
"""What a blueprint that a page makes is called in messages."""


class Request(TypedDict):
    """What to draw: a quiz of the bank by its id, or a blueprint as YAML, with seed and number of forms."""

    quiz: str
    blueprint: str
    seed: str
    forms: int


class Session:
    """The handbook in a folder, read and checked once."""

    def __init__(self, root: Path) -> None:
        self.handbook, self.problems = check_handbook(root)
        self.edits = Edits(root, self.handbook, self.problems)
        self._forms: dict[str, tuple[Form, Handbook]] = {}

    def choices(self) -> TestChoices:
        """What a test can be made of."""
        return choices(self.handbook)

    def draw(self, request: Request) -> dict[str, Any]:
        """The forms of a test, each with its code and questions; or what is wrong, and which line is short."""
        handbook, quiz, problems = self._with_test(request)
        wrong = [as_data(problem) for problem in problems.blocking]
        seed = (request["seed"].strip() or quiz).lower()
        if not wrong and not SEED.fullmatch(seed):
            message = f'"{seed}" can\'t be a seed'
            wrong = [{"message": message, "hint": "Use letters, digits and single dashes between them: may-2."}]
        if wrong:
            return {"problems": wrong, "shortages": [], "forms": []}
        count = min(max(request["forms"], 1), MOST_FORMS)
        result = draw(handbook.bank, handbook.profile, handbook.bank.quizzes[quiz][0], seed, count)
        self._forms = {form.code: (form, handbook) for form in result.forms}
        return {
            "problems": [],
            "shortages": [shortage_in_words(shortage, handbook.guide) for shortage in result.shortages],
            "forms": [_form(form, self._texts(handbook)) for form in result.forms],
        }

    def take(self, request: Request, code: str) -> dict[str, Any]:
        """The form of a link as a test in the page. Raises ValueError, in words, where it isn't to be had any more."""
        drawing = self.draw(request)
        if code not in self._forms:
            wrong = [f"{problem['message']}." for problem in drawing["problems"]] or drawing["shortages"]
            raise ValueError(
                " ".join(["The handbook has changed since this link was made. Ask for a new link.", *wrong])
            )
        form, handbook = self._forms[code]
        quiz = handbook.bank.quizzes[form.quiz][0]
        return {"title": quiz.title, "html": test_section(form, quiz, self._texts(handbook), handbook.edition)}

    def export(self, request: Request, code: str, name: str) -> dict[str, Any]:
        """The file of a form of a test, in a format: its name, its bytes, and what it does not hold.

        What isn't among the forms drawn last is drawn again: whoever stops a job begins a new session.
        Raises KeyError for a code that the test doesn't give.
        """
        if code not in self._forms:
            self.draw(request)
        form, handbook = self._forms[code]
        kind = load_format(name)
        paper = self._paper(form, handbook)
        try:
            output = export(paper, kind)
        except NothingToExport as error:
            return {"name": "", "content": b"", "losses": report(error.losses)}
        end = kind.suffix if name in kind.suffix else f"-{name}{kind.suffix}"
        return {"name": code + end, "content": output.content, "losses": report(output.losses)}

    def with_own(self, blueprint: str) -> Handbook:
        """The handbook with a test of one's own, if there is one. Raises ValueError, in words, where it is wrong."""
        if not blueprint.strip():
            return self.handbook
        handbook, quiz, problems = self._with_test({"quiz": "", "blueprint": blueprint, "seed": "", "forms": 1})
        wrong = [f"Line {each.line}: {each.message}. {each.hint}" for each in problems.blocking]
        if wrong or not quiz:
            raise ValueError(" ".join(["The lines of your test can't be read.", *wrong]))
        return handbook

    def _paper(self, form: Form, handbook: Handbook) -> Assessment:
        return quiz_paper(form, handbook, handbook.edition, self._texts(handbook))

    def _texts(self, handbook: Handbook) -> ItemTexts:
        return ItemTexts(handbook.profile, handbook.guide, handbook.site.address)

    def _with_test(self, request: Request) -> tuple[Handbook, str, Problems]:
        problems = Problems()
        if request["quiz"]:
            return self.handbook, request["quiz"], problems
        quizzes = read_blueprint(BLUEPRINT, request["blueprint"], problems)
        handbook = self.handbook.with_quizzes(quizzes)
        problems.extend(problem for problem in wrong_bank(handbook) if problem.path == BLUEPRINT)
        return handbook, next(iter(quizzes), ""), problems


def _form(form: Form, texts: ItemTexts) -> dict[str, Any]:
    return {"code": form.code, "count": len(form.items), "html": questions(form.name, form.items, texts)}
