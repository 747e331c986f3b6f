"""A command that is told a name with the ending of another kind of file names the one that fits, and makes nothing."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from handbook.cli import main
from handbook.cli._file import refuse_ending
from handbook.export import FORMATS, load_format


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_takes_its_own_ending_in_either_case_and_none_of_another_kind(name: str) -> None:
    ending = load_format(name).suffix
    own = (f"rules{ending}", f"rules{ending.upper()}", f"out/rules.v2{ending}", "rules", "rules.gift", "rules-v1.2")
    for file in own:
        refuse_ending(Path(file), ending)
    for file in ("rules.pdf", "rules.PDF", "rules.docx"):
        with pytest.raises(click.UsageError, match=rf"should end in {ending}. Use this: --out rules{ending}$"):
            refuse_ending(Path(file), ending)


@pytest.mark.parametrize(
    ("file", "fix"),
    [
        ("out/rules.pdf", "--out out/rules.zip"),
        ("my test.pdf", '--out "my test.zip"'),
        ("rules.zip.pdf", "--out rules.zip"),
    ],
)
def test_the_name_that_fits_is_in_the_same_folder_and_can_be_pasted(file: str, fix: str) -> None:
    with pytest.raises(click.UsageError) as caught:
        refuse_ending(Path(file), ".zip")
    assert caught.value.message.endswith(f"Use this: {fix}")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ["export", "all-kinds", "--to", "print", "--out", "rules.pdf"],
            "rules.pdf should end in .zip (PDFs to print, in a zip). Use this: --out rules.zip",
        ),
        (["sign", "desk", "--out", "desk.pdf"], "for paper, add --to sheet). Use this: --out desk.zip"),
        (["sign", "desk", "--to", "sheet", "--out", "desk.zip"], "(a sheet to sign). Use this: --out desk.pdf"),
        (["results", "one.csv", "--out", "two.xlsx"], "(a table of every answer). Use this: --out two.csv"),
        (["results", "one.csv", "--html", "two.pdf"], "(a page with charts). Use this: --html two.html"),
        (["results", "--template", "x", "--out", "two.pdf"], "should end in .xlsx or .csv (an empty table)."),
        (
            ["guide", "--out", "guide.pdf"],
            "guide.pdf should be a folder, for all PDFs: --out guide",
        ),
        (["bundle", "--out", "site.pdf"], "(the site as a zip file). Use this: --out site.zip"),
        (["import", "one.csv", "--out", "two.csv"], "(questions for the bank). Use this: --out two.yml"),
    ],
)
def test_a_command_refuses_it_before_it_reads_or_writes(
    words: list[str], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("mkdocs.yml", "one.csv"):
        (tmp_path / name).write_text("", "utf-8")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, words)
    assert (result.exit_code, message in result.output) == (2, True), result.output
    assert {file.name for file in tmp_path.iterdir()} == {"mkdocs.yml", "one.csv"}
