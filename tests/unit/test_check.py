"""`handbook check`: every problem of the whole handbook in one run, each with its place and its hint."""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from handbook.checks import check_handbook
from handbook.cli import main
from handbook.site.page_markdown import page_meta
from handbook.source.problems import as_text
from support.folders import HEAD, SMALL_SITE, Checked, copy_project, page_at, write_handbook
from support.golden_cases import Case, cases, name_of

Check = Callable[[Mapping[str, str]], Checked]


@pytest.mark.parametrize("case", cases("problems"), ids=name_of)
def test_problems(case: Case, checked: Check, tmp_path: Path) -> None:
    """Each case in golden/problems names a mistake; what comes out is what its author reads."""
    files = {name: text for name, text in case.files.items() if " as " not in name}
    for name, text in case.files.items():
        path, _, encoding = name.partition(" as ")
        if encoding:  # "docs/page.md as cp1252": with the bytes of another program
            lines = text.replace("\n", "\r\n") if encoding == "utf-8-sig" else text
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_bytes(lines.encode(encoding))
    _, problems = checked(files)
    case.expect(as_text(problems))


def test_all_problems_come_in_one_run(checked: Check) -> None:
    files = {name: text for case in cases("problems") for name, text in case.files.items() if name.endswith("page.md")}
    _, problems = checked({f"docs/p{n}.md": text for n, text in enumerate(files.values())})
    assert {problem.path for problem in problems.blocking}


def _run(root: Path, *words: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["--root", str(root), *words])
    return result.exit_code, result.stdout, result.stderr


def test_a_clean_handbook_ends_with_one_line_of_counts(tmp_path: Path) -> None:
    code, out, _ = _run(copy_project(tmp_path), "check")
    assert code == 0
    counts = r"\d+ pages, \d+ boxes, \d+ questions, 1 profile value to fill in."
    assert re.fullmatch(counts, out.splitlines()[-1])


def test_notices_alone_do_not_fail(tmp_path: Path) -> None:
    root = write_handbook(tmp_path, {"docs/_data/organization.yml": "org:\n  name:\n", "docs/a.md": HEAD})
    code, out, _ = _run(root, "check")
    assert code == 0
    assert 'notice: "org.name" is for the county to fill in' in out


def test_problems_fail(tmp_path: Path) -> None:
    code, out, err = _run(write_handbook(tmp_path, {"docs/a.md": "Text.\n"}), "check")
    assert code == 1
    assert "docs/a.md:1: the page has no head" in out
    assert err == "1 problem to fix before this can be published.\n"


def test_github_shows_problems_beside_the_line(tmp_path: Path) -> None:
    root = write_handbook(tmp_path, {"docs/a.md": HEAD + "[x](b%,:.md)\n"})
    code, out, _ = _run(root, "check", "--format", "github")
    assert code == 1
    place = "file=docs/a.md,line=6,title=Handbook problem page-missing"
    hint = 'If the page was moved or removed, write "was: [b%25,:.md]" in the head of the page that replaces it.'
    assert out == f'::error {place}::there is no page "b%25,:.md"%0ACheck the path. {hint}\n'


def test_github_gets_files_with_few_findings_first(tmp_path: Path) -> None:
    """It shows ten of a level: the many values that are yet to be filled in must not hide a page."""
    values = "".join(f"  value_{n}:\n" for n in range(12))
    pages = {"docs/Put On Hold.md": HEAD, "docs/_data/organization.yml": f"org:\n{values}"}
    _, out, _ = _run(write_handbook(tmp_path, pages), "check", "--format", "github")
    assert out.startswith("::notice file=docs/Put On Hold.md,")
    assert out.count("::notice") == 2  # many values to fill in are one notice


def test_gitlab_reads_a_code_quality_report(tmp_path: Path) -> None:
    root = write_handbook(tmp_path, {"docs/a.md": HEAD + "[x](b.md)\n"})
    _, out, _ = _run(root, "check", "--format", "gitlab")
    (issue,) = json.loads(out)
    assert issue["severity"] == "blocker"
    assert issue["check_name"] == "page-missing"
    assert issue["description"].startswith('there is no page "b.md". Check the path.')
    assert issue["location"] == {"path": "docs/a.md", "lines": {"begin": 6}}
    assert len(issue["fingerprint"]) == 64


def test_gitlab_report_of_a_clean_handbook_is_an_empty_list(tmp_path: Path) -> None:
    _, out, _ = _run(write_handbook(tmp_path, {"docs/a.md": HEAD}), "check", "--format", "gitlab")
    assert json.loads(out) == []


def test_a_folder_that_is_no_handbook_is_reported(tmp_path: Path) -> None:
    code, _, err = _run(tmp_path, "check")
    assert code == 2
    assert "There is no mkdocs.yml" in err


def test_the_small_site_has_a_page_with_windows_line_ends() -> None:
    assert b"\r\n" in (SMALL_SITE / "docs/desk/lend.md").read_bytes()


def test_what_cannot_be_printed_is_found_by_check(tmp_path: Path) -> None:
    section = "  - title: One\n    online: a.md\n    pages:\n      - page: a.md\n        blocks: [topic-a]\n"
    pocket = f"title: Pocket\nsections:\n{section}"
    box = "``` checklist\nid: topic-a\ntitle: A\nitems:\n  - ![picture](a.png)\n```\n"
    root = write_handbook(tmp_path, {"docs/a.md": HEAD + box, "docs/a.png": "", "docs/_data/pocket-guide.yml": pocket})
    code, out, _ = _run(root, "check")
    assert code == 1
    assert out.startswith("docs/a.md:10: ")


def test_a_heading_in_a_link_is_read_as_typed(checked: Callable[[Mapping[str, str]], Checked]) -> None:
    """As MkDocs reads it: what the check lets pass, the build must find."""
    _, problems = checked({"docs/page.md": HEAD + "## Late books\n\n[x](#late%2Dbooks)\n"})
    assert [problem.line for problem in problems.blocking] == [8]


def test_a_tab_whose_text_is_outside_of_it_is_reported(checked: Callable[[Mapping[str, str]], Checked]) -> None:
    _, problems = checked({"docs/page.md": HEAD + '=== "Phone"\nPick up.\n\n=== "Desk"\n    Stand up.\n'})
    assert [(problem.line, problem.code) for problem in problems.blocking] == [(7, "markdown-other")]


QUESTION = """- id: q-one
  type: truefalse
  level: apply
  stem: The caller waits on the line for you.
  answer: true
  why:
    true: The line is still open.
    false: The line is still open.
  refs: [page.md]
  tags: {}
"""


@pytest.mark.parametrize(
    ("typed", "meant"), [("hold, on hold", "[hold, on hold]"), ("hold", "[hold]"), ('"hold", “wait”,', "[hold, wait]")]
)
def test_a_text_with_commas_is_the_list_that_it_is_meant_as(tmp_path: Path, typed: str, meant: str) -> None:
    heads = []
    for folder, names in (("typed", typed), ("meant", meant)):
        head = f"---\ntitle: Page\nsummary: About it.\nkeywords: {names}\ntags: {names}\n---\n\nWords.\n"
        tags = names.replace("on hold", "on-hold")
        files = {"docs/page.md": head, "quizbank/items/a.yml": QUESTION.format(tags)}
        handbook, problems = check_handbook(write_handbook(tmp_path / folder, files))
        assert not problems.blocking, as_text(problems)
        page = page_at("page.md", handbook)
        heads.append((page_meta(page, handbook), page.meta, handbook.bank.items["q-one"].item))
    assert heads[0] == heads[1]
