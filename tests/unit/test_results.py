"""What people answered, read back from every kind of file: marked by the rules of the page, doubts named, no names."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Callable, Sequence
from io import BytesIO, StringIO
from pathlib import Path

import pytest

from handbook.assembly import draw
from handbook.book.read import Handbook
from handbook.checks import check_handbook
from handbook.export import ItemTexts, export_parts, load_format
from handbook.export.assessment import Losses
from handbook.export.quizzes import quiz_paper
from handbook.export.scorm.record import records
from handbook.export.scorm.standard import SCORM_12
from handbook.model.answer_sheet import RowKind, right_names
from handbook.results.answered_form import DrawnTest, Forms
from handbook.results.files import Reader
from handbook.results.ledger import COLUMNS, ledger
from handbook.results.letters import from_letters, in_letters
from handbook.results.pile import Pile
from handbook.results.template import csv_template, xlsx_template
from handbook.source.codes import Code
from handbook.source.problems import Level, Problem, Problems
from handbook.source.spreadsheet import load_workbook
from support.commands import call_handbook
from support.commits import commit
from support.exported_tests import SITE
from support.filled_sheets import filled_in
from support.folders import SMALL_SITE

Cells = dict[str, str]


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    return check_handbook(SMALL_SITE)[0]


@pytest.fixture(scope="module")
def quiz(handbook: Handbook) -> DrawnTest:
    form = draw(handbook.bank, handbook.profile, handbook.bank.quizzes["all-kinds"][0], "may").forms[0]
    return Forms(handbook).test(form.code)


Read = Callable[..., tuple[Pile, list[Problem]]]


@pytest.fixture(scope="module")
def read(handbook: Handbook) -> Read:
    def read_files(*files: tuple[str, bytes | str], form: str | None = None) -> tuple[Pile, list[Problem]]:
        problems = Problems()
        pile = Pile(Forms(handbook), problems)
        reader = Reader(pile, ItemTexts(handbook.profile, handbook.guide, SITE), form)
        for name, content in files:
            reader.read(name, content.encode() if isinstance(content, str) else content)
        return pile, list(problems)

    return read_files


def right(quiz: DrawnTest) -> Cells:
    """The cells of someone who knows it all."""
    cells: Cells = {}
    for row in quiz.rows:
        used = [
            text for name, text in cells.items() if name.startswith(f"Q{row.question}.") and row.item.type == "order"
        ]
        letters = [
            a for a, name in zip(row.letters, row.names, strict=True) if name in right_names(row) and a not in used
        ]
        cells[f"Q{row.label}"] = "five" if row.kind is RowKind.WORDS else "".join(letters)
    return cells


def wrong(quiz: DrawnTest) -> Cells:
    """The cells of someone who knows nothing."""
    cells: Cells = {}
    for row in quiz.rows:
        letters = [letter for letter, name in zip(row.letters, row.names, strict=True) if name not in right_names(row)]
        cells[f"Q{row.label}"] = "ten" if row.kind is RowKind.WORDS else letters[0]
    return cells


def table(quiz: DrawnTest, *people: tuple[str, Cells], form: str | None = None) -> str:
    """A table as the template has it, with these people."""
    out = StringIO()
    names = ["form", "person", *(f"Q{row.label}" for row in quiz.rows)]
    writer = csv.DictWriter(out, names, restval="", extrasaction="raise")
    writer.writeheader()
    for person, cells in people:
        writer.writerow({"form": form or quiz.code, "person": person, **cells})
    return out.getvalue()


def shares(pile: Pile, person: str) -> dict[str, float]:
    return {response.item: response.share for response in pile.responses if response.person == person}


def codes(problems: Sequence[Problem], level: Level = Level.PROBLEM) -> list[Code]:
    return [problem.code for problem in problems if problem.level is level]


def test_all_right_earns_all_and_all_wrong_nothing(quiz: DrawnTest, read: Read) -> None:
    pile, problems = read(("a.csv", table(quiz, ("P1", right(quiz)), ("P2", wrong(quiz)))))
    assert not problems
    assert shares(pile, "P1") == dict.fromkeys(quiz.by_id, 1.0)
    assert {item: share for item, share in shares(pile, "P2").items() if share and item != "q-order"} == {}
    assert shares(pile, "P2")["q-order"] < 1
    assert {response.rev for response in pile.responses} == {1}


def test_numbers_small_letters_and_spaces_stand_for_letters(quiz: DrawnTest, read: Read) -> None:
    cells = {name: " ".join(text).lower() if name != "Q7" else text for name, text in right(quiz).items()}
    as_numbers = {n: ",".join(str(ord(a) - 64) for a in t) if n != "Q7" else "5" for n, t in right(quiz).items()}
    pile, problems = read(("a.csv", table(quiz, ("P1", cells), ("P2", as_numbers))))
    assert not problems
    assert shares(pile, "P1") == shares(pile, "P2") == dict.fromkeys(quiz.by_id, 1.0)


def test_an_empty_cell_is_no_answer_and_an_empty_row_nobody(quiz: DrawnTest, read: Read) -> None:
    cells = right(quiz) | {"Q1": "", "Q5.2": "-"}
    pile, problems = read(("a.csv", table(quiz, ("P1", cells), ("", {}), ("P2", {}))))
    assert shares(pile, "P1")["q-single"] == 0
    assert shares(pile, "P1")["q-match"] == 0.5
    assert [problem.message for problem in problems] == ["P2 has no answers and is left out"]


@pytest.mark.parametrize("text", ["A/B", "AB", "Z", "7", "yes", "?", "2-Jan", "1/2/2026"])
def test_a_doubtful_entry_is_left_out_and_named_with_its_line_and_a_fix(text: str, quiz: DrawnTest, read: Read) -> None:
    many = [(f"P{at}", right(quiz)) for at in range(3)]
    pile, problems = read(("a.csv", table(quiz, *many, ("P9", right(quiz) | {"Q1": text}))))
    assert codes(problems) == []
    (doubt,) = problems
    assert (doubt.path, doubt.line, doubt.code) == ("a.csv", 5, Code.RESULTS_ENTRY)
    assert "P9, Q1" in doubt.message
    assert text in doubt.message
    assert doubt.hint
    assert "q-single" not in shares(pile, "P9")
    assert len(shares(pile, "P9")) == len(quiz.by_id) - 1


def test_answers_under_the_wrong_headings_are_refused_as_a_whole(quiz: DrawnTest, read: Read) -> None:
    cells = right(quiz)
    shifted = dict(zip(cells, [*list(cells.values())[3:], "", "", ""], strict=True))
    shifted |= {"Q5.1": "F", "Q6.1": "E", "Q3": "C"}
    pile, problems = read(("a.csv", table(quiz, ("P1", shifted), ("P2", shifted))))
    assert Code.RESULTS_FILE in codes(problems)
    assert not pile.responses


def test_the_same_person_twice_is_a_problem_that_names_both_places(quiz: DrawnTest, read: Read) -> None:
    one = table(quiz, ("P1", right(quiz)))
    for files in [
        (("a.csv", table(quiz, ("P1", right(quiz)), ("p1", wrong(quiz)))),),
        (("a.csv", one), ("b.csv", one)),
    ]:
        _, problems = read(*files)
        (problem,) = problems
        assert problem.code is Code.RESULTS_TWICE
        assert "a.csv:2" in problem.message


@pytest.mark.parametrize("person", ["Maria Lopez", "maria", "m.lopez@county.example", ""])
def test_a_name_is_refused(person: str, quiz: DrawnTest, read: Read) -> None:
    _, problems = read(("a.csv", table(quiz, (person, right(quiz)))))
    assert codes(problems) == [Code.RESULTS_PERSON]
    assert problems[0].line == 2


def test_a_column_of_names_is_refused(quiz: DrawnTest, read: Read) -> None:
    text = table(quiz, ("P1", right(quiz))).replace("person,", "person,Last name,", 1).replace("P1,", "P1,Lopez,", 1)
    pile, problems = read(("a.csv", text))
    assert Code.RESULTS_PERSON in codes(problems)
    assert not pile.responses


def test_the_code_of_another_test_or_none_is_told(quiz: DrawnTest, read: Read) -> None:
    for code in ("all-kinds-may-1-000000", "no-such-test-1-0a1b2c", "twelve"):
        _, problems = read(("a.csv", table(quiz, ("P1", right(quiz)), form=code)))
        assert codes(problems) == [Code.RESULTS_CODE], code
        assert problems[0].hint
    _, problems = read(("a.csv", table(quiz, ("P1", right(quiz))).replace(quiz.code, "")))
    assert codes(problems) == [Code.RESULTS_CODE]


def test_columns_of_another_test_are_named_with_the_command_that_makes_the_right_ones(
    quiz: DrawnTest, read: Read
) -> None:
    text = table(quiz, ("P1", right(quiz))).replace("Q4.3", "Q4.9", 1)
    _, problems = read(("a.csv", text))
    (problem,) = problems
    assert problem.code is Code.RESULTS_COLUMN
    assert "Q4.3" in problem.message
    assert "Q4.9" in problem.message
    assert f"--template {quiz.code}" in problem.hint


def test_a_row_with_a_cell_too_many_is_told(quiz: DrawnTest, read: Read) -> None:
    _, problems = read(("a.csv", table(quiz, ("P1", right(quiz))).rstrip() + ",A\n"))
    assert codes(problems) == [Code.RESULTS_COLUMN]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", b""),
        ("a.csv", b"one,two\n1,2\n"),
        ("a.csv", "form,person\nä,1\n".encode("latin-1")),
        ("a.xlsx", b"PK\x03\x04 broken"),
        ("a.xls", b"\xd0\xcf\x11\xe0"),
        ("a.pdf", b"%PDF-1.7 broken"),
        ("a.csv", b"a\0b"),
    ],
)
def test_files_of_other_kinds_are_told_and_never_a_traceback(name: str, content: bytes, read: Read) -> None:
    pile, problems = read((name, content))
    assert codes(problems)
    assert not pile.responses
    assert all(problem.path == name for problem in problems)


def test_a_table_of_excel_with_semicolons_and_in_utf_16_is_read(quiz: DrawnTest, read: Read) -> None:
    text = table(quiz, ("P1", right(quiz)))
    for content in (text.replace(",", ";").encode("utf-8-sig"), text.replace(",", "\t").encode("utf-16")):
        pile, problems = read(("a.csv", content))
        assert not problems
        assert shares(pile, "P1") == dict.fromkeys(quiz.by_id, 1.0)


def test_the_template_is_read_back_once_it_is_filled_in(quiz: DrawnTest, read: Read) -> None:
    book = load_workbook(BytesIO(xlsx_template(quiz)))
    sheet = book["Answers"]
    for column, text in enumerate(["P1", *right(quiz).values()], start=2):
        sheet.cell(2, column, text)
        assert sheet.cell(2, column).number_format == "@"
    out = BytesIO()
    book.save(out)
    pile, problems = read(("a.xlsx", out.getvalue()))
    assert not problems
    assert shares(pile, "P1") == dict.fromkeys(quiz.by_id, 1.0)
    filled = csv_template(quiz).decode("utf-8-sig").replace(f"{quiz.code},", f"{quiz.code},P2", 1)
    assert codes(read(("b.csv", filled))[1]) == []


def test_every_answer_that_a_package_sends_is_read_back(quiz: DrawnTest, handbook: Handbook) -> None:
    paper = quiz_paper(
        draw(handbook.bank, handbook.profile, handbook.bank.quizzes["all-kinds"][0], "may").forms[0],
        *(handbook, handbook.edition, ItemTexts(handbook.profile, handbook.guide, SITE)),
    )
    for record in records(paper, SCORM_12, Losses()):
        if record.item.id in quiz.by_id:
            shape = record.item.shape()
            answer = record.right[0]
            assert from_letters(shape, in_letters(shape, answer)) == answer


# What Moodle's report has of two people, one with two attempts: tabs, ids from 0 on, written for a page.
_ANSWERS = ["a", "a,b", "t", "a,b,c", "a.a,b.b", "a.a,b.b", "five", "a"]


def interactions(quiz: DrawnTest, *attempts: tuple[str, int, Sequence[str]]) -> str:
    count = len(quiz.scored)
    heads = [text for at in range(count + 1) for text in (f"Question {at}", f"Response {at}")]
    lines = [["Name", "Email address", "Attempt", "Started on", "Last accessed on", "Score", "All kinds", *heads]]
    for who, number, answers in attempts:
        cells = [text for one, given in zip(quiz.scored, answers, strict=False) for text in (one.id, given)]
        again = [quiz.scored[0].id, "b"]  # the first question once more: the first answer counts
        lines.append([who, f"{who}@county.example", str(number), "Monday", "Monday", "8", "100/100", *cells, *again])
    return "\n".join("\t".join(line) for line in lines) + "\n"


def test_interactions_of_a_package_are_marked_and_the_first_attempt_counts(quiz: DrawnTest, read: Read) -> None:
    report = interactions(
        quiz, ("Ana Ruiz", 2, _ANSWERS), ("Ana Ruiz", 1, ["b", *_ANSWERS[1:]]), ("Bo Li", 1, _ANSWERS)
    )
    pile, problems = read(("Ana Ruiz.txt", report), form=quiz.code)
    assert codes(problems) == []
    assert len(problems) == 1  # of the later attempt
    assert shares(pile, "#1") == dict.fromkeys(quiz.by_id, 1.0) | {"q-single": 0.0}
    assert shares(pile, "#2") == dict.fromkeys(quiz.by_id, 1.0)
    assert not re.search("Ana|Ruiz|Bo|@", ledger(pile.responses).decode())


def test_a_report_without_ids_or_form_code_or_of_another_test_is_told(quiz: DrawnTest, read: Read) -> None:
    report = interactions(quiz, ("Ana", 1, _ANSWERS))
    assert codes(read(("r.txt", report))[1]) == [Code.RESULTS_CODE]
    assert codes(read(("r.txt", report.replace("Question ", "Text ")), form=quiz.code)[1]) == [Code.RESULTS_COLUMN]
    assert codes(read(("r.txt", report.replace("\tq-", "\tz-")), form=quiz.code)[1]) == [Code.RESULTS_CODE]


def test_a_report_with_an_answer_in_each_row_is_read_too(quiz: DrawnTest, read: Read) -> None:
    pairs = list(zip(quiz.scored, _ANSWERS, strict=True))
    lines = [f'{who},{item.id},"{given}"' for who in ("u1", "u2") for item, given in pairs]
    pile, problems = read(("r.csv", "Learner,Interaction ID,Response\n" + "\n".join(lines)), form=quiz.code)
    assert not problems
    assert shares(pile, "#2") == dict.fromkeys(quiz.by_id, 1.0)


_RESPONSES = """\
"Last name","First name","Email address",State,Started,Completed,Grade/9.00,"Question 1","Response 1","Question 2",\
"Response 2","Question 3","Response 3","Question 4","Response 4","Question 5","Response 5"
Ruiz,Ana,ana@county.example,Finished,May 1,May 1,9.00,\
"Which of these do you do before you close?: Lock the door.; Feed the cat.; Turn the lights off.",\
"Lock the door.; Turn the lights off.",\
"A child brings six picture books. What do you do?: Lend all six this time.; Send the child away.",\
"Lend all six this time.",\
"Who may borrow how many? {A child; An adult} -> {Five; Ten}","A child -> Five; An adult -> Fifty",\
"Put the steps of a loan in order.: Ask for the card; Scan the book","Ask for...; Scan th...; Say whe...",\
"How many books may a child borrow?",-
Li,Bo,bo@county.example,"In progress",May 1,-,-,-,-,-,-,-,-,-,-,-,-
"""


def test_responses_of_moodle_are_found_by_their_texts(quiz: DrawnTest, read: Read) -> None:
    pile, problems = read(("responses.csv", _RESPONSES), form=quiz.code)
    assert codes(problems) == []
    share_of = shares(pile, "#1")
    assert share_of["q-multiple"] == 1
    assert share_of["q-single"] == 0
    assert share_of["q-match"] == 0.5
    assert share_of["q-order"] == 1
    assert share_of["q-short"] == 0
    assert {response.person for response in pile.responses} == {"#1"}
    assert len(share_of) == 5  # the others weren't asked
    assert "q-scenario" in problems[0].message


def filled_sheet(handbook: Handbook, quiz: DrawnTest, cells: Cells, person: str, *, looks_only: bool = False) -> bytes:
    """The answer sheet, filled in by a program that isn't ours. Some say what is marked only by the look of a box."""
    form = draw(handbook.bank, handbook.profile, handbook.bank.quizzes["all-kinds"][0], "may").forms[0]
    texts = ItemTexts(handbook.profile, handbook.guide, SITE)
    paper = quiz_paper(form, handbook, handbook.edition, texts)
    parts, _ = export_parts(paper, load_format("print"), "letter")
    values = {f"row {name[1:].replace('.', '-')}": text for name, text in cells.items()} | {"person": person}
    return filled_in(parts["answer-sheet.pdf"], values, looks_only=looks_only)


def test_a_sheet_that_was_filled_in_on_screen_comes_back_marked(
    handbook: Handbook, quiz: DrawnTest, read: Read
) -> None:
    sheets = [filled_sheet(handbook, quiz, right(quiz), "P1"), filled_sheet(handbook, quiz, right(quiz), "Ana")]
    for sheet in (sheets[0], filled_sheet(handbook, quiz, right(quiz), "P1", looks_only=True)):
        pile, problems = read(("one.pdf", sheet))
        assert not problems
        assert shares(pile, "P1") == dict.fromkeys(quiz.by_id, 1.0)
    assert codes(read(("one.pdf", sheets[0]), ("again.pdf", sheets[0]))[1]) == [Code.RESULTS_TWICE]
    assert codes(read(("two.pdf", sheets[1]))[1]) == [Code.RESULTS_PERSON]


def test_the_long_table_is_read_back_for_pooling_and_refuses_to_count_anyone_twice(quiz: DrawnTest, read: Read) -> None:
    answers = ("a.csv", table(quiz, ("P1", right(quiz)), ("P2", wrong(quiz))))
    pile, _ = read(answers)
    first = ledger(pile.responses)
    assert first.decode("utf-8-sig").splitlines()[0] == ",".join(COLUMNS)
    again, problems = read(("results.csv", first))
    assert not problems
    assert again.responses == pile.responses
    assert set(codes(read(answers, ("results.csv", first))[1])) == {Code.RESULTS_TWICE}
    assert codes(read(("results.csv", first.replace(b",q-single,1,", b",q-single,one,")))[1]) == [Code.RESULTS_ENTRY]


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("site")
    shutil.copytree(SMALL_SITE, root, dirs_exist_ok=True)
    (root / "mkdocs.yml").write_text("site_name: Test\n", "utf-8")
    commit(root)
    return root


def test_the_command_marks_reports_and_writes_nothing_into_a_repository(
    small_site: Path, quiz: DrawnTest, tmp_path: Path
) -> None:
    answers = tmp_path / "a.csv"
    crowd = ((f"P{at}", wrong(quiz)) for at in range(10, 30))
    answers.write_text(table(quiz, ("P1", right(quiz)), ("P2", wrong(quiz) | {"Q1": "A/B"}), *crowd), "utf-8")
    out, page = tmp_path / "out" / "results.csv", tmp_path / "report.html"
    result = call_handbook(small_site, "results", str(answers), "--out", str(out), "--html", str(page))
    assert result.returncode == 3, result.stderr
    assert "a.csv:3" in result.stderr
    assert "P1" in result.stdout
    assert "To read:" in result.stdout
    assert len(out.read_text("utf-8-sig").splitlines()) == 22 * len(quiz.by_id)
    assert page.read_text("utf-8").startswith("<!doctype html>")
    refused = call_handbook(small_site, "results", str(answers), "--out", str(small_site / "more.csv"))
    assert refused.returncode == 2
    assert "--in-git" in refused.stderr
    assert not (small_site / "more.csv").exists()
    again = call_handbook(small_site, "results", str(answers), "--out", str(out))
    assert again.returncode == 2
    assert "--force" in again.stderr
    report = call_handbook(small_site, "report", "--results", str(out))
    assert report.returncode == 0, report.stderr
    assert re.search(r"\*\*q-single\*\* \(quizbank/items/\S+:1\): ", report.stdout)
