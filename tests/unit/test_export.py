"""What holds of every export: the same bytes, no question lost in silence, full addresses, values filled in."""

import html
import json
import re
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import fromstring
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from handbook.export import FORMATS, Assessment, ItemTexts, NothingToExport, load_format, report
from handbook.export.archive import unzipped
from handbook.model.guide import Guide
from handbook.source.profile import Profile, Value
from support.commands import call_handbook
from support.exported_tests import (
    EDITION,
    PROFILE,
    SITE,
    bank_paper,
    export_of,
    hard_paper,
    items_of,
    paper_of,
    small_paper,
)
from support.folders import PROJECT, SMALL_SITE, copy_project
from support.pdf_reading import page_texts, targets

READ_HERE = ("moodle", "moodle43", "gift", "csv", "json", "qti21", "anki", "kahoot", "scorm12", "scorm2004")
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
    content = export_of(name, paper).content
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


@pytest.fixture(scope="module")
def of_another_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the file of each format, written by another process, where hashes of texts are seeded anew."""
    folder = tmp_path_factory.mktemp("another-run")
    code = f"""
import sys; sys.path[:0] = {[str(PROJECT / "hooks"), str(PROJECT / "tests")]!r}
from support.exported_tests import export_of, small_paper
from pathlib import Path
for name in {list(FORMATS)!r}:
    (Path({str(folder)!r}) / name).write_bytes(export_of(name, small_paper()).content)
"""
    subprocess.run([sys.executable, "-c", code], check=True)
    return folder


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_questions_give_the_same_bytes_in_every_run(name: str, of_another_run: Path) -> None:
    content = (of_another_run / name).read_bytes()
    assert content == export_of(name, small_paper()).content == export_of(name, small_paper()).content


@pytest.mark.parametrize("name", FORMATS)
def test_an_export_leaves_nothing_among_the_temporary_files(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert export_of(name, paper_of(small_paper().items[:1])).content
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", READ_HERE)
def test_every_question_is_in_the_file_or_named_as_lost(name: str) -> None:
    for paper in (small_paper(), hard_paper()):
        left_out = {loss.item for loss in export_of(name, paper).losses if loss.left_out}
        text = text_in(name, paper)
        for item in paper.items:
            stem = re.split(r"[*`\[&{\\]", item.stem)[0].strip()
            assert (stem in text.replace("\\", "")) == (item.id not in left_out), item.id


@pytest.mark.parametrize("name", FORMATS)
def test_a_question_that_needs_an_empty_value_is_left_out(name: str) -> None:
    losses = export_of(name, small_paper()).losses
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
    losses = [loss.what for loss in export_of(name, paper_of(items_of(TRUE.format("a-mark", stem)))).losses]
    if name in PLAIN:
        assert "Say that, so, or here (https://handbook.example/desk/lend.html#late-books)." in text
        assert "emphasis, code and links" in losses
    elif name != "anki":  # read in its own test, through Anki
        assert "Say <em>that</em>, <code>so</code>, <strong>or</strong> <a href=" in text
        assert "emphasis, code and links" not in losses


def test_a_picture_is_reported_and_its_description_stays() -> None:
    paper = paper_of(items_of(TRUE.format("a-picture", "What is ![a red flag](flag.png)?")))
    assert "What is a red flag?" in text_in("moodle", paper)
    assert [loss.what for loss in export_of("moodle", paper).losses] == ["a picture"]


def test_a_format_that_can_hold_nothing_says_so() -> None:
    paper = paper_of([item for item in hard_paper().items if item.id == "h-order"])
    with pytest.raises(NothingToExport) as caught:
        export_of("kahoot", paper)
    assert [loss.item for loss in caught.value.losses] == ["h-order"]


def test_a_form_code_is_in_the_file() -> None:
    for name in set(READ_HERE) - {"csv", "anki"}:
        assert "some-test-may-1-0a1b2c" in text_in(name, replace(hard_paper(), code="some-test-may-1-0a1b2c"))


def test_without_an_address_links_are_words() -> None:
    paper = replace(small_paper(), texts=ItemTexts(PROFILE, Guide((), ()), ""))
    assert "http" not in json.loads(export_of("json", paper).content)["items"][0]["explain"]


def test_the_command_writes_a_quiz_a_tag_or_all_and_lists_what_is_lost(tmp_path: Path) -> None:
    root = copy_project(tmp_path, SMALL_SITE)
    result = call_handbook(root, "export", "all-kinds", "--to", "gift", "--out", "quiz.txt")
    assert result.returncode == 0, result.stderr
    assert "q-scenario" in result.stdout
    assert "quiz.txt: 9 of 10 questions as GIFT" in result.stdout
    result = call_handbook(root, "export", "--tag", "loan", "--to", "csv", "--out", "loan.csv")
    assert "loan.csv: 2 of 3 questions as CSV" in result.stdout
    result = call_handbook(root, "export", "--all", "--to", "json", "--out", "all.json")
    assert len(json.loads((root / "all.json").read_text("utf-8"))["items"]) == 9


def test_a_form_code_gives_a_listed_quiz_again(tmp_path: Path) -> None:
    root = copy_project(tmp_path, SMALL_SITE)
    assert call_handbook(root, "export", "all-kinds", "--to", "json", "--out", "one.json").returncode == 0
    code = json.loads((root / "one.json").read_text("utf-8"))["form"]
    assert re.fullmatch(r"all-kinds-all-kinds-1-[0-9a-f]{6}", code)
    assert call_handbook(root, "export", code, "--to", "json", "--out", "two.json").returncode == 0
    assert (root / "one.json").read_bytes() == (root / "two.json").read_bytes()
    again = call_handbook(root, "draw", "--code", code)
    assert again.stdout.startswith(code)
    assert "Lend five, keep one at the desk." in again.stdout


def test_a_blueprint_that_the_bank_cannot_fill_is_not_exported(tmp_path: Path) -> None:
    root = copy_project(tmp_path, SMALL_SITE)
    (root / "quizbank/quizzes.yml").write_text("- id: big\n  title: Big\n  draw:\n    - count: 99\n", "utf-8")
    result = call_handbook(root, "export", "big", "--to", "json", "--out", "big.json")
    assert result.returncode == 1
    assert 'line 1 of "draw" (any question) asks for 99' in result.stderr
    assert not (root / "big.json").exists()


def test_the_command_says_what_is_meant_and_writes_nothing(tmp_path: Path) -> None:
    root = copy_project(tmp_path, SMALL_SITE)
    (root / "quiz.txt").write_text("mine")
    for words, text in (
        (["all-kind"], 'Did you mean "all-kinds"?'),
        (["--tag", "laon"], 'Did you mean "loan"?'),
        ([], "Name a quiz"),
        (["all-kinds", "--all"], "Name a quiz"),
        (["all-kinds-x-1-000000"], "a different question bank"),
    ):
        result = call_handbook(root, "export", *words, "--to", "gift", "--out", "quiz.txt")
        assert result.returncode != 0
        assert text in result.stderr
    (root / "quizbank" / "items" / "broken.yml").write_text("- id: x\n")
    result = call_handbook(root, "export", "all-kinds", "--to", "gift", "--out", "quiz.txt")
    assert result.returncode == 1
    assert "broken.yml:1" in result.stdout
    assert (root / "quiz.txt").read_text() == "mine"


def test_zips_are_dated_by_the_edition() -> None:
    for name in ("qti21", "anki", "kahoot", "scorm12", "scorm2004"):
        with ZipFile(BytesIO(export_of(name, small_paper()).content)) as archive:
            assert {entry.date_time[:3] for entry in archive.infolist()} == {(2026, 5, 1)}
    assert EDITION.date is not None


HOSTILE = """
- id: x-single
  type: single
  level: apply
  stem: "<script>a()</script> [b](javascript:a()) **c**{onclick=a() style=d} &lt;img src=x&gt; {{ org.name }}"
  options:
    - text: "<img src=x onerror=a()>"
      right: true
      why: "[b](java&Tab;script:a()) ![e](https://elsewhere.example/a.png)"
    - text: "</script><script>a()</script>"
      why: "]]>--> {{ org.name }}"
    - text: C
      why: "[b](data:text/html,a) [c](//elsewhere.example/) [d](file:///etc/passwd)"
  refs: [index.md]
"""
NAME = '<script>a()</script> &lt;b&gt; "c" & d'


class _Elements(HTMLParser):
    """The elements of a piece of HTML, and the attributes of each."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))


def _shown(name: str, content: bytes, folder: Path) -> list[str]:
    """What another program shows of an export as HTML."""
    if name == "moodle":
        return [part.findtext("text") or "" for part in fromstring(content).iterfind(".//*[@format='html']")]  # noqa: S314
    files = unzipped(content)
    if name == "anki":
        (folder / "deck").write_bytes(files["collection.anki2"])
        with closing(sqlite3.connect(folder / "deck")) as deck:
            return [field for (fields,) in deck.execute("select flds from notes") for field in fields.split("\x1f")]
    return [file.decode() for path, file in files.items() if path.endswith((".html", ".xml"))]


@pytest.mark.parametrize("name", ["moodle", "anki", "qti21", "scorm12"])
def test_nothing_that_an_author_types_is_markup_in_another_program(name: str, tmp_path: Path) -> None:
    texts = ItemTexts(Profile({"org.name": Value("org.name", NAME, 1)}), small_paper().texts.guide, SITE)
    paper = replace(paper_of(items_of(HOSTILE)), title=NAME, texts=texts)
    pieces = _shown(name, export_of(name, paper).content, tmp_path)
    elements = [element for piece in pieces for element in _Elements(piece).elements]
    assert ("strong", {}) in elements
    assert not {tag for tag, _ in elements} & {"img", "iframe", "svg", "style", "b"}
    assert [attributes for tag, attributes in elements if tag == "script" and "src" not in attributes] == []
    assert not [key for _, attributes in elements for key in attributes if key.startswith("on") or key == "style"]
    links = [attributes["href"] or "" for tag, attributes in elements if tag == "a"]
    assert all(link.startswith((SITE, "#")) for link in links)


@pytest.mark.parametrize("form", ["gift", "moodle", "moodle43"])
def test_what_only_the_bank_knows_is_named_once_and_only_what_there_is(form: str) -> None:
    lines = report(export_of(form, bank_paper()).losses).split("\n")
    at = lines.index("rev, enemies, waive, keys of answers: only in the bank, not in the file")
    assert not lines[at + 1].startswith(" ")  # it names no questions
    plain = [item for item in bank_paper().items if item.id != "b-single"]
    assert "only in the bank" not in report(export_of(form, paper_of(plain)).losses)
