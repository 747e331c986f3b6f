"""Every fix that a message offers works when it is pasted to the letter: see tests/golden/pasted for what comes out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import unified_diff
from pathlib import Path

import pytest

from handbook.checks import check_handbook
from handbook.source.problems import Problem, as_text
from support.folders import write_handbook
from support.golden_cases import FOLDER, Case, cases, name_of
from support.pasting import paste

ROUNDS = 8
_ADVICE = """
Add its kind|Add one that|Ask about|Ask the owner|Begin each entry|Check|Compare|Copy the questions|Choose another|
For example|Give each|Have one|If it is a copy|If you didn't mean|In the head|Indent|Keep it|Keep one|Keep the line|
Leave it|Let a choice|Link to|Lists are|Mark the right|Move it to the folder|Move "|Only|Put it into|Put the comment|
Put the file|Remove it from one|
Remove one|Replace it|Save|Say what happens|The newest|There are no tables|Use another|Use letters|
Use other|Write for example|Write it after|Write it in Markdown|Write it on one line after|Write the address|
Write the note|Write the number|Write the path that|Write the question|Write the value|Write them|
Write a number and|

Remove the line, or|Take it out of|Write its words|Write the id of|Write what belongs|
Put two stars|Put a backtick|If people read|Write "```" and the kind|
If it is meant as emphasis|Give one of them|Put what is new|Add a heading for it|
Delete this line|
Write it in words|Name the page|Copy or upload|
Write it like|Write one that begins|Write there what|Write words there
"""
LEFT_TO_THE_READER = re.compile(_ADVICE.replace("\n", ""))
"""How hints begin that ask for a decision, or for words that only the author knows: nothing in them is to be pasted."""


def _findings(root: Path, files: Mapping[str, str]) -> list[Problem]:
    return sorted(check_handbook(write_handbook(root, files))[1], key=lambda finding: (finding.path, -finding.line))


def _pasted(tmp_path: Path, given: Mapping[str, str]) -> tuple[dict[str, str], list[Problem]]:
    """The files after all fixes, from the last line of a file to its first; and what is left to say of them."""
    files, findings = dict(given), list[Problem]()
    for at in range(ROUNDS):
        findings, lines = _findings(tmp_path / str(at), files), set[tuple[str, int]]()
        for finding in findings:
            if (finding.path, finding.line) not in lines:
                done = paste(files, finding)
                assert done is not False or LEFT_TO_THE_READER.match(finding.hint), f"this can't be done: {finding}"
                lines |= {(finding.path, finding.line)} if done else set()
        if not lines:
            return files, findings
    pytest.fail(f"the fixes lead to ever new ones:\n{as_text(findings)}")


@pytest.mark.parametrize("case", [case for case in cases("problems") if " as " not in "".join(case.files)], ids=name_of)
def test_fixes_work_when_pasted(case: Case, tmp_path: Path) -> None:
    files, left = _pasted(tmp_path, case.files)
    assert all(LEFT_TO_THE_READER.match(finding.hint) for finding in left), as_text(left)
    changes = "".join(
        "".join(unified_diff(case.files.get(path, "").splitlines(True), text.splitlines(True), path, path, n=0))
        for path, text in sorted(files.items())
        if text != case.files.get(path, "")
    )
    moved = "".join(f"gone: {path}\n" for path in case.files if path not in files)
    result = f"{changes}{moved}== left\n{as_text(finding for finding in left)}"
    Case(FOLDER / "pasted" / case.file.name, _expected(case.file.name)).expect(result)


def _expected(name: str) -> dict[str, str]:
    file = FOLDER / "pasted" / name
    return {"expected": file.read_text("utf-8").removeprefix("=== expected\n")} if file.exists() else {}


def test_every_result_belongs_to_a_case() -> None:
    names = {file.name for file in (FOLDER / "pasted").glob("*.txt")}
    assert names <= {file.name for file in (FOLDER / "problems").glob("*.txt")}
