"""What holds of every export: the same bytes, no question lost in silence, full addresses, values filled in."""

import html
import json
import re
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from handbook.export import FORMATS, Assessment, ItemTexts, NothingToExport, load_format
from handbook.export.archive import unzipped
from handbook.model.guide import Guide
from handbook.source.atomic import write_whole
from support.commands import run_handbook
from support.exported_tests import EDITION, PROFILE, hard_paper, items_of, made, paper_of, small_paper
from support.folders import PROJECT, SMALL_SITE, copy_project
from support.pdf_reading import page_texts, targets

READ_HERE = ("moodle", "gift", "csv", "json", "qti21", "anki", "kahoot", "scorm12")
"""The formats whose words can be read in the file as they are; the tests of the others read them."""
PLAIN = [name for name in READ_HERE if not load_format(name).markup]
TRUE = """
- id: {}
  type: truefalse
  level: recall
  stem: {}
  answer: true
  why:
    true: Yes.
    false: No.
  refs: [index.md]
"""


def text_in(name: str, paper: Assessment) -> str:
    """Everything that can be read in an export, entities resolved."""
    content = made(name, paper).content
    if name == "kahoot":
        rows = load_workbook(BytesIO(content)).worksheets[0].iter_rows(values_only=True)
        return "\n".join(str(cell) for row in rows for cell in row if cell is not None)
    if name == "print":
        pdfs = unzipped(content).values()
        return "\n".join(text for pdf in pdfs for text in (*page_texts(pdf), *targets(pdf)))
    if content.startswith(b"PK"):
        with ZipFile(BytesIO(content)) as archive:
            read = [each for each in archive.namelist() if not each.endswith((".css", ".js", ".woff2"))]
            content = b"\n".join(archive.read(each) for each in read).replace(b"<span>", b"").replace(b"</span>", b"")
    return html.unescape(content.decode("utf-8", "replace"))


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_questions_give_the_same_bytes_in_every_run(name: str, tmp_path: Path) -> None:
    """In another process too, where hashes of texts are seeded anew."""
    code = f"""
import sys; sys.path[:0] = {[str(PROJECT / "hooks"), str(PROJECT / "tests")]!r}
from support.exported_tests import made, small_paper
from pathlib import Path
Path({str(tmp_path / "out")!r}).write_bytes(made({name!r}, small_paper()).content)
"""
    subprocess.run([sys.executable, "-c", code], check=True)
    assert (tmp_path / "out").read_bytes() == made(name, small_paper()).content == made(name, small_paper()).content


@pytest.mark.parametrize("name", READ_HERE)
def test_every_question_is_in_the_file_or_named_as_lost(name: str) -> None:
    for paper in (small_paper(), hard_paper()):
        left_out = {loss.item for loss in made(name, paper).losses if loss.left_out}
        text = text_in(name, paper)
        for item in paper.items:
            stem = re.split(r"[*`\[&{\\]", item.stem)[0].strip()
            assert (stem in text.replace("\\", "")) == (item.id not in left_out), item.id


@pytest.mark.parametrize("name", FORMATS)
def test_a_question_that_needs_an_empty_value_is_left_out(name: str) -> None:
    losses = made(name, small_paper()).losses
    assert [loss.item for loss in losses if loss.left_out and "org.department" in loss.what] == ["q-empty"]


@pytest.mark.parametrize("name", READ_HERE)
def test_values_are_filled_in_and_are_no_markdown(name: str) -> None:
    paper = paper_of(items_of(TRUE.format("a-value", "This is {{ org.name }}.")))
    assert "This is The *Office* & Co." in text_in(name, paper)


@pytest.mark.parametrize("name", [name for name in READ_HERE if name != "kahoot"])
def test_where_to_read_on_is_a_full_web_address(name: str) -> None:
    text = text_in(name, small_paper()).replace("\\", "")
    assert "https://handbook.example/desk/lend.html#late-books" in text or name == "anki"
    assert ".md" not in text


@pytest.mark.parametrize("name", READ_HERE)
def test_marks_become_what_the_format_knows(name: str) -> None:
    stem = "Say *that*, `so`, **or** [here](desk/lend.md#late-books)."
    text = text_in(name, paper_of(items_of(TRUE.format("a-mark", stem)))).replace("\\", "")
    losses = [loss.what for loss in made(name, paper_of(items_of(TRUE.format("a-mark", stem)))).losses]
    if name in PLAIN:
        assert "Say that, so, or here (https://handbook.example/desk/lend.html#late-books)." in text
        assert "emphasis, code and links" in losses
    elif name != "anki":  # read in its own test, through Anki
        assert "Say <em>that</em>, <code>so</code>, <strong>or</strong> <a href=" in text
        assert not losses


def test_a_picture_is_told_of_and_its_description_stays() -> None:
    paper = paper_of(items_of(TRUE.format("a-picture", "What is ![a red flag](flag.png)?")))
    assert "What is a red flag?" in text_in("moodle", paper)
    assert [loss.what for loss in made("moodle", paper).losses] == ["a picture"]


def test_a_format_that_can_hold_nothing_says_so() -> None:
    paper = paper_of([item for item in hard_paper().items if item.id == "h-order"])
    with pytest.raises(NothingToExport) as caught:
        made("kahoot", paper)
    assert [loss.item for loss in caught.value.losses] == ["h-order"]


def test_a_form_code_is_in_the_file() -> None:
    for name in set(READ_HERE) - {"csv", "anki"}:
        assert "some-test-may-1-0a1b2c" in text_in(name, replace(hard_paper(), code="some-test-may-1-0a1b2c"))


def test_without_an_address_links_are_words() -> None:
    paper = replace(small_paper(), texts=ItemTexts(PROFILE, Guide((), ()), ""))
    assert "http" not in json.loads(made("json", paper).content)["items"][0]["explain"]


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "out.xml"
    write_whole(file, b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(file, b"new")
    assert file.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["out.xml"]


def test_the_command_writes_a_quiz_a_tag_or_all_and_lists_what_is_lost(tmp_path: Path) -> None:
    root = copy_project(tmp_path, SMALL_SITE)
    done = run_handbook(root, "export", "all-kinds", "--to", "gift", "--out", "quiz.txt")
    assert done.returncode == 0, done.stderr
    assert "q-scenario" in done.stdout
    assert "quiz.txt: 9 of 10 questions as GIFT" in done.stdout
    done = run_handbook(root, "export", "--tag", "loan", "--to", "csv", "--out", "loan.csv")
    assert "loan.csv: 2 of 3 questions as CSV" in done.stdout
    done = run_handbook(root, "export", "--all", "--to", "json", "--out", "all.json")
    assert len(json.loads((root / "all.json").read_text("utf-8"))["items"]) == 9


def test_a_form_code_gives_a_listed_quiz_again(tmp_path: Path) -> None:
    root = copy_project(tmp_path, SMALL_SITE)
    assert run_handbook(root, "export", "all-kinds", "--to", "json", "--out", "one.json").returncode == 0
    code = json.loads((root / "one.json").read_text("utf-8"))["form"]
    assert re.fullmatch(r"all-kinds-all-kinds-1-[0-9a-f]{6}", code)
    assert run_handbook(root, "export", code, "--to", "json", "--out", "two.json").returncode == 0
    assert (root / "one.json").read_bytes() == (root / "two.json").read_bytes()
    told = run_handbook(root, "draw", "--code", code)
    assert told.stdout.startswith(code)
    assert "Lend five, keep one at the desk." in told.stdout


def test_a_blueprint_that_the_bank_cannot_fill_is_not_exported(tmp_path: Path) -> None:
    root = copy_project(tmp_path, SMALL_SITE)
    (root / "quizbank/quizzes.yml").write_text("- id: big\n  title: Big\n  draw:\n    - count: 99\n", "utf-8")
    done = run_handbook(root, "export", "big", "--to", "json", "--out", "big.json")
    assert done.returncode == 1
    assert 'line 1 of "draw" (any question) asks for 99' in done.stderr
    assert not (root / "big.json").exists()


def test_the_command_says_what_is_meant_and_writes_nothing(tmp_path: Path) -> None:
    root = copy_project(tmp_path, SMALL_SITE)
    (root / "quiz.txt").write_text("mine")
    for words, said in (
        (["all-kind"], 'Did you mean "all-kinds"?'),
        (["--tag", "laon"], 'Did you mean "loan"?'),
        ([], "Name a quiz"),
        (["all-kinds", "--all"], "Name a quiz"),
        (["all-kinds-x-1-000000"], "a different question bank"),
    ):
        done = run_handbook(root, "export", *words, "--to", "gift", "--out", "quiz.txt")
        assert done.returncode != 0
        assert said in done.stderr
    (root / "quizbank" / "items" / "broken.yml").write_text("- id: x\n")
    done = run_handbook(root, "export", "all-kinds", "--to", "gift", "--out", "quiz.txt")
    assert done.returncode == 1
    assert "broken.yml:1" in done.stdout
    assert (root / "quiz.txt").read_text() == "mine"


def test_zips_are_dated_by_the_edition() -> None:
    for name in ("qti21", "anki", "kahoot", "scorm12"):
        with ZipFile(BytesIO(made(name, small_paper()).content)) as archive:
            assert {entry.date_time[:3] for entry in archive.infolist()} == {(2026, 5, 1)}
    assert EDITION.date is not None
