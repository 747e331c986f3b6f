"""What is imported ends soon and in words, whatever the file holds."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from click.testing import CliRunner
from openpyxl import Workbook

from handbook.cli import main
from handbook.export.formats.json import VERSION
from handbook.intake import LARGEST_FILE, Draft, Intake, bank_yaml, read_file
from handbook.intake.draft import LONGEST_ID
from handbook.intake.limits import LARGEST_WORKBOOK, LONGEST_TEXT, MOST_PIECES
from handbook.model.guide import Guide
from handbook.source.codes import Code
from handbook.source.document import read_document
from handbook.source.problems import Problems
from support.folders import write_handbook

HEAD = "id,type,level,question,explain,refs,answer 1,right 1,why 1,answer 2,right 2,why 2\n"
ROW = "{},single,recall,Is it?,E.,desk/lend.md,Yes,x,It is.,No,,It is not.\n"
XML = '<quiz><question type="{}"><questiontext format="html"><text>{}</text></questiontext>{}</question></quiz>'
MANY = 200_000


def read(name: str, content: bytes) -> tuple[list[Draft], list[tuple[int, Code]]]:
    """The drafts of a file, and what is wrong with it by line and code."""
    problems = Problems()
    drafts = read_file(content, Intake(name, Guide((), ()), "", {}, problems))
    return drafts, [(problem.line, problem.code) for problem in problems]


def workbook(change: Callable[[dict[str, bytes]], object]) -> bytes:
    """A workbook of one question, with its parts changed."""
    book = Workbook()
    assert book.active is not None
    for line in (HEAD, ROW.format("q-one")):
        book.active.append(line.strip().split(","))
    buffer = BytesIO()
    book.save(buffer)
    with ZipFile(buffer) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    with ZipFile(changed := BytesIO(), "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return changed.getvalue()


SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
ENTITIES = b'<!DOCTYPE x [<!ENTITY a "%s">%s]>' % (
    b"a" * 50,
    b"".join(b'<!ENTITY %c "%s">' % (letter, b"&%c;" % (letter - 1) * 50) for letter in b"bcdefghi"),
)


def _row_far_down(parts: dict[str, bytes]) -> None:
    parts[SHEET] = parts[SHEET].replace(b'<row r="2"', b'<row r="1048576"')


def _cell_far_right(parts: dict[str, bytes]) -> None:
    parts[SHEET] = parts[SHEET].replace(b'r="L2"', b'r="XFD2"')


def _bomb(parts: dict[str, bytes]) -> None:
    parts[STRINGS] = b"<sst>" + b" " * (LARGEST_WORKBOOK + 1) + b"</sst>"


def _entities(parts: dict[str, bytes]) -> None:
    xml = parts[SHEET].replace(b"Is it?", b"&i;")
    parts[SHEET] = ENTITIES + re.sub(rb"<\?xml[^>]*>", b"", xml)


def _outside_entity(parts: dict[str, bytes]) -> None:
    xml = parts[SHEET].replace(b"Is it?", b"&a;")
    parts[SHEET] = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + re.sub(rb"<\?xml[^>]*>", b"", xml)


def _broken(parts: dict[str, bytes]) -> None:
    parts[SHEET] = parts[SHEET][: len(parts[SHEET]) // 2]


def _not_utf_8(parts: dict[str, bytes]) -> None:
    parts[SHEET] = b"\xff\xfe\x00"


def _without_strings(parts: dict[str, bytes]) -> None:
    parts[SHEET] = re.sub(rb"<c [^>]*>.*?</c>", b'<c r="A1" t="s"><v>99999</v></c>', parts[SHEET])


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_row_far_down, Code.IMPORT_LARGE),
        (_cell_far_right, Code.IMPORT_LARGE),
        (_bomb, Code.IMPORT_LARGE),
        (_entities, Code.IMPORT_UNREADABLE),
        (_outside_entity, Code.IMPORT_UNREADABLE),
        (_broken, Code.IMPORT_UNREADABLE),
        (_not_utf_8, Code.IMPORT_UNREADABLE),
        (_without_strings, Code.IMPORT_UNREADABLE),
    ],
)
def test_a_workbook_that_is_damaged_or_a_trap_is_refused(
    change: Callable[[dict[str, bytes]], object], code: Code
) -> None:
    assert read("x.xlsx", workbook(change)) == ([], [(0, code)])


def test_a_workbook_that_is_neither_is_read() -> None:
    drafts, problems = read("x.xlsx", workbook(len))
    assert ([draft.id for draft in drafts], problems) == (["q-one"], [])


@pytest.mark.parametrize("content", [b"", b"PK", b"PK\x05\x06" + b"\0" * 18, b"no workbook", b"\xd0\xcf\x11\xe0"])
def test_a_file_that_is_no_workbook_is_refused(content: bytes) -> None:
    assert read("x.xlsx", content) == ([], [(0, Code.IMPORT_UNREADABLE)])


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("rows.csv", HEAD + ROW.format("q-same") * 20_000, 0),
        ("columns.csv", HEAD.strip() + ",x" * MANY + "\n", 0),
        ("cells.csv", HEAD + ROW.format("q-one").strip() + ",x" * MANY + "\n", 0),
        ("characters.csv", HEAD + "\n" * 2_000_001, 0),
        ("lines.csv", HEAD.strip() + ",tags\n" + ROW.format("q-one").strip() + ',"' + "tag\n" * 20_000 + '"\n', 2),
        ("options.gift", "Which? {=yes" + "~no" * MANY + "}", 1),
        ("pairs.gift", "Which? {" + "=a->b" * MANY + "}", 1),
        ("feedback.gift", "Which? {=a -> b =c -> d####" + "x\n" * MANY + "}", 1),
        ("statements.gift", "Rate\n" * MANY + "{}", 1),
        ("tags.gift", "// [tag:a]\n" * 20_000 + "Which? {=yes ~no}", 20_001),
        ("characters.gift", "Which " * 400_000 + "{=yes ~no}", 0),
        ("text.gift", "Which " * 100_000 + "{=yes ~no}", 1),
        ("blanks.gift", "{=a} x " * MANY + ".", 1),
        ("cloze.gift", "{1:SA:" + "=a#b~" * 30_000 + "} x", 1),
        ("answers.txt", "Which?\n" + "A. one\n" * MANY + "ANSWER: A\n", 1),
        ("lines.txt", "Which?\n" * MANY + "A. one\nB. two\nANSWER: A\n", 1),
        ("answers.xml", XML.format("multichoice", "Which?", '<answer fraction="0"><text>a</text></answer>' * 9_000), 1),
        ("blanks.xml", XML.format("cloze", "{1:SA:=a} x " * 9_000, ""), 1),
        ("tags.xml", XML.format("essay", "How?", f"<tags>{'<tag><text>t</text></tag>' * 9_000}</tags>"), 1),
        ("text.xml", XML.format("essay", "How? " * LONGEST_TEXT, ""), 1),
        ("questions.gift", "Is it? {T}\n\n" * (MOST_PIECES + 1), 0),
        ("questions.txt", "Which?\nA. one\nB. two\nANSWER: A\n" * (MOST_PIECES + 1), 0),
        ("questions.xml", f"<quiz>{'<question/>' * (MOST_PIECES + 1)}</quiz>", 0),
        ("questions.json", f'{{"format": "{VERSION}", "items": [{"1, " * MOST_PIECES}1]}}', 0),
    ],
)
def test_what_is_more_than_anyone_writes_is_refused_with_its_line(name: str, text: str, line: int) -> None:
    drafts, problems = read(name, text.encode())
    assert (drafts, problems) == ([], [(line, Code.IMPORT_LARGE)])


def test_a_cell_that_no_spreadsheet_can_hold_costs_its_row_alone() -> None:
    long = HEAD + ROW.format("q-one") + ROW.format("q-two").replace("Is it?", "Is it? " * 30_000)
    drafts, problems = read("x.csv", long.encode())
    assert ([draft.id for draft in drafts], problems) == (["q-one"], [(3, Code.IMPORT_LARGE)])


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE quiz [<!ENTITY a SYSTEM "file:///etc/passwd">]><quiz>&a;</quiz>',
        f"<!DOCTYPE quiz [{ENTITIES.decode().partition('[')[2].removesuffix(']>')}]><quiz>&i;</quiz>",
        '<!DOCTYPE quiz SYSTEM "https://out.example/quiz.dtd"><quiz/>',
        "<quiz>" + "<a>" * 100_000,
        f"<quiz>{'<a>' * 300}{'</a>' * 300}</quiz>",
        "<quiz>&nbsp;</quiz>",
        "<quiz>\x01</quiz>",
        "<quiz a='' a=''/>",
    ],
)
def test_xml_that_is_a_trap_or_broken_is_refused(text: str) -> None:
    drafts, problems = read("x.xml", text.encode())
    assert (drafts, [code for _, code in problems]) == ([], [Code.IMPORT_UNREADABLE])


@pytest.mark.parametrize(
    "beginning",
    ["<?a b?>" * 5_000, "<!-- a -->" * 5_000, "<!--" * 9_000, "<!DOCTYPE [" * 5_000, "<?" * 9_000, "<" * 9_000],
)
def test_the_kind_of_a_file_is_known_at_once(beginning: str) -> None:
    """A pattern that tries every way to read such a beginning would go on for ever."""
    assert read("x.data", f"{beginning} x".encode())[0] == []


@pytest.mark.parametrize(
    "text",
    [
        f'{{"format": "{VERSION}", "items": {"[" * 100_000}',
        f'{{"format": "{VERSION}", "items": [{{"points": {"9" * 10_000}}}]}}',
        f'{{"format": "{VERSION}", "items": [{{"points": NaN}}]}}',
        f'{{"format": "{VERSION}"',
    ],
)
def test_json_that_is_a_trap_or_broken_is_refused(text: str) -> None:
    drafts, problems = read("x.json", text.encode())
    assert (drafts, [code for _, code in problems]) == ([], [Code.IMPORT_UNREADABLE])


def test_words_inside_of_tags_without_end_are_all_read() -> None:
    drafts, problems = read("x.gift", f"::Deep::[html]{'<div>' * 4000}words{{T}}".encode())
    assert (1, Code.IMPORT_CHANGED) not in problems
    assert [draft.data["stem"] for draft in drafts] == ["words"]


@pytest.mark.parametrize(
    "cell", ["1\nstem: mine", "1 # one", "true\n- id: q-mine", "!!int 1", "&a 1", "*a", "[1", "{a: b}"]
)
def test_no_cell_writes_more_yaml_than_its_own_value(cell: str) -> None:
    quoted = cell.replace('"', '""')
    head = HEAD.strip() + ",difficulty,points,rev\n"
    drafts, _ = read("x.csv", (head + ROW.format("q-one").strip() + f',"{quoted}","{quoted}","{quoted}"\n').encode())
    document = read_document("bank.yml", bank_yaml(drafts), Problems())
    assert document is not None
    assert document.data == [draft.data for draft in drafts]


@pytest.mark.parametrize(
    "stem",
    ["[" * 20_000, "[a](" * 20_000, "*a " * 20_000, "`a" * 20_000, "&lt;<" * 20_000, " " * 90_000, "<" * 90_000],
)
def test_a_text_full_of_marks_is_taken_as_it_stands(stem: str) -> None:
    """Reading so many of them as Markdown takes minutes: Python-Markdown looks for each one's end."""
    for name, text in (
        ("x.csv", HEAD + ROW.format("q-one").replace("Is it?", f"a{stem}b")),
        ("x.gift", f"a{stem}b {{T}}"),
    ):
        (draft,), _ = read(name, text.encode())
        assert bank_yaml([draft])


def test_a_thousand_questions_with_one_id_get_ids_of_their_own() -> None:
    long = "q-" + "long-" * 9
    for given in ("q-same", long.strip("-"), ""):
        drafts, _ = read("x.csv", (HEAD + ROW.format(given) * 1_000).encode())
        names = {draft.id for draft in drafts}
        assert len(names) == 1_000
        assert all(re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", name) and len(name) <= LONGEST_ID for name in names)


def test_a_wildcard_of_gift_becomes_a_pattern_that_the_bank_takes() -> None:
    drafts, _ = read("x.gift", b"What? {=within * (day-s) \\* [1.5] a\\=b **}")
    assert drafts[0].data["accept"] == [{"regex": r"within .* \(day-s\) \* \[1\.5\] a=b .*"}]


def test_wildcards_that_could_take_minutes_are_refused() -> None:
    _, problems = read("x.gift", b"What? {=*a*b*c*d*e*}")
    assert (1, Code.PATTERN_SLOW) in problems


def test_a_file_that_does_not_end_is_refused(tmp_path: Path) -> None:
    root = write_handbook(tmp_path / "handbook", {})
    file = tmp_path / "large.csv"
    file.write_bytes(b"x" * (LARGEST_FILE + 1))
    done = CliRunner().invoke(main, ["--root", str(root), "import", str(file)])
    assert done.exit_code == 1
    assert done.output == "Error: large.csv has more than 30,000,000 bytes. Split it into smaller files.\n"
