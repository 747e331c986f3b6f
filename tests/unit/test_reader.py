"""The reader of YAML: text is text, and nothing but problems comes of what cannot be read."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.source.document import Node, Where, read_document, read_text
from handbook.source.lenient import quoted
from handbook.source.markup import read_markup
from handbook.source.problems import Problems, as_text
from support.golden_cases import Case, cases, name_of

ONE_LINE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n\r"))
LINES = st.lists(
    st.one_of(
        ONE_LINE,
        st.sampled_from(["- ", "a: ", "  - b: ", "```", "``` quiz", "---", "    ", "? ", "&a", "|", "> "]),
    ),
).map("\n".join)


def _places(node: Node, around: Where = ()) -> Iterator[Where]:
    """The path of each key and list entry in a part of a document."""
    steps: Iterable[tuple[str | int, Node]] = enumerate(node) if isinstance(node, list) else ()
    for step, inner in node.items() if isinstance(node, dict) else steps:
        yield (*around, step)
        yield from _places(inner, (*around, step))


@pytest.mark.parametrize("case", cases("reader"), ids=name_of)
def test_reader(case: Case) -> None:
    """Each case in golden/reader states a rule in its name."""
    problems = Problems()
    document = read_document("case.yml", case.files["input"], problems)
    reports = [as_text(problems)] if len(problems) else []
    if document:
        reports.append(json.dumps(document.data, indent=2, ensure_ascii=False))
        reports += [f"{'.'.join(map(str, where))}: line {document.line(where)}" for where in _places(document.data)]
    case.expect("\n".join(reports))


@given(ONE_LINE)
def test_a_quoted_text_reads_back_unchanged(text: str) -> None:
    document = read_document("a.yml", f"key: {quoted(text)}\nlist:\n  - {quoted(text)}\n", problems := Problems())
    assert not len(problems)
    assert document
    assert document.data == {"key": text, "list": [text]}


@given(ONE_LINE.map(str.strip).filter(lambda text: text and text[0] not in "\"'[|>#" and not text.startswith("- ")))
def test_a_typed_text_reads_as_typed(text: str) -> None:
    document = read_document("a.yml", f"key: {text}\n", problems := Problems())
    assert not len(problems)
    assert document
    assert document.data == {"key": text}


@given(LINES)
def test_no_yaml_makes_the_reader_raise(text: str) -> None:
    problems = Problems()
    document = read_document("a.yml", text, problems)
    assert (document is None) == bool(problems.blocking)


@given(LINES)
def test_no_markdown_makes_the_scanner_raise(text: str) -> None:
    markup = read_markup("a.md", text, Problems())
    assert all(fence.line <= text.count("\n") + 1 for fence in markup.fences)


def test_windows_line_ends_and_a_byte_order_mark_are_read_as_meant(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes("\ufeffa: one\r\nb: |\r\n  two\r\n  three\r\n".encode())
    text = read_text(tmp_path, "a.yml", Problems())
    assert text is not None
    document = read_document("a.yml", text, Problems())
    assert document
    assert document.data == {"a": "one", "b": "two\nthree\n"}
    assert document.line(("b",)) == 2


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_a_file_in_another_encoding_is_a_problem_and_is_read_all_the_same(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.yml").write_bytes("a: one\nb: café\n".encode(encoding))
    problems = Problems()
    assert read_text(tmp_path, "a.yml", problems) == "a: one\nb: café\n"
    assert "not" in as_text(problems)
    assert len(problems) == 1


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    problems = Problems()
    assert read_text(tmp_path, "a.yml", problems) is None
    assert "a.yml: can't be read" in as_text(problems)
