"""The command starts with what it needs: the rest is read by the command that is called."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from handbook.cli import main

LOADED = "import json, sys, handbook.cli{}; print(json.dumps(list(sys.modules)))"


def loaded(more: str = "") -> set[str]:
    """The modules that are there once the command can be called, in an interpreter of its own."""
    command = [sys.executable, "-W", "error", "-c", LOADED.format(more)]
    return set(json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout))


def test_the_command_starts_without_reading_any_other() -> None:
    modules = loaded()
    assert {module for module in modules if module.startswith("handbook.")} == {"handbook.cli"}
    assert modules.isdisjoint({"pydantic", "markdown", "yaml", "typst", "genanki", "lxml", "openpyxl"})


@pytest.mark.parametrize("command", ["check", "site"])
def test_what_only_other_commands_need_is_not_read(command: str) -> None:
    modules = loaded(f", handbook.cli.{command}")
    assert modules.isdisjoint({"typst", "pikepdf", "genanki", "lxml", "openpyxl", "statistics", "segno"})
    assert "handbook.lint.linter" not in modules  # the rules of questions: only where the bank has changed


def test_help_names_every_command() -> None:
    help_text = CliRunner().invoke(main, ["--help"]).output
    for name in ("check", "import", "new", "readability", "site"):
        assert f"\n  {name} " in help_text


def test_a_command_that_is_not_there_is_refused() -> None:
    result = CliRunner().invoke(main, ["chekc"])
    assert result.exit_code == 2
    assert "No such command 'chekc'" in result.output
