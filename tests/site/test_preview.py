"""`handbook serve` goes on while commits are made."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import pytest

from handbook.git.edition import read_edition
from handbook.model.dates import edition_in_words
from handbook.source.site_config import VARIABLE
from support.commands import STRICT
from support.commits import commit, run_git
from support.folders import copy_project
from support.pdf_reading import page_texts

PAGE = "docs/desk/test.md"
PARTS = ("footer", "quiz", "progress", "pocket guide")
LONGEST = 120
"""Seconds after which a preview that does not come is given up."""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small site, committed on a day of its own."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-05-01T12:00:00Z")
    root = copy_project(tmp_path)
    commit(root)
    return root


@pytest.fixture
def preview(project: Path) -> Iterator[str]:
    """The address of its preview."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, *STRICT, "-m", "handbook.cli", "--root", str(project), "serve", "--address", address]
    with (project.parent / "preview.log").open("w") as log:
        running = subprocess.Popen(command, cwd=project, stdout=log, stderr=log, start_new_session=True)
        try:
            yield address
        finally:
            os.killpg(running.pid, signal.SIGTERM)
            running.wait()


def _fetched(host: str, path: str) -> bytes:
    connection = HTTPConnection(host, timeout=LONGEST)
    connection.request("GET", f"/{path}")
    content = connection.getresponse().read()
    connection.close()
    return content


def _when_it_has(words: str, host: str, path: str) -> str:
    """A page, once it holds these words."""
    given_up = time.monotonic() + LONGEST
    while time.monotonic() < given_up:
        try:
            text = _fetched(host, path).decode()
        except (OSError, HTTPException):  # it does not serve yet
            text = ""
        if words in text:
            return text
        time.sleep(0.2)
    pytest.fail(f"{path} never had {words!r}")


def _editions(host: str) -> dict[str, set[str]]:
    """What the parts of the preview say that they are."""
    quiz, progress = (_fetched(host, path).decode() for path in ("desk/test.html", "my-progress.html"))
    guide = " ".join(page_texts(_fetched(host, "pocket-guide/pocket-guide.pdf")))
    return {
        "footer": set(re.findall(r"Edition (.+?)\s*</", quiz + progress)),
        "quiz": set(re.findall(r'data-edition="([^"]+)"', quiz)),
        "progress": set(re.findall(r'data-edition="([^"]+)"', progress)),
        "pocket guide": set(re.findall(r"[A-Z][a-z]+ \d+, \d{4} · [0-9a-f]{7}(?: with changes)?", guide)),
    }


def test_after_a_commit_all_parts_of_a_preview_name_the_new_edition(
    project: Path, preview: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _when_it_has("Nine kinds of question.", preview, "desk/test.html")
    first = edition_in_words(read_edition(project))
    assert _editions(preview) == {key: {first} for key in PARTS}
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-06-02T12:00:00Z")
    run_git(project, "commit", "--quiet", "--allow-empty", "--message", "Next")
    text = (project / PAGE).read_text("utf-8")
    (project / PAGE).write_text(text.replace("Nine kinds of", "All kinds of"), "utf-8")
    _when_it_has("All kinds of question.", preview, "desk/test.html")
    second = edition_in_words(read_edition(project))
    assert second.startswith("June 2, 2026")
    assert second.endswith("with changes")
    assert _editions(preview) == {key: {second} for key in PARTS}


def test_a_preview_names_the_published_address(project: Path, preview: str) -> None:
    """QR codes of its pocket guide and the addresses that its pages print are those that will be published."""
    page = _when_it_has("Nine kinds of question.", preview, "desk/test.html")
    assert '<link rel="canonical" href="https://handbook.example.org/desk/test.html">' in page
    assert (project / "site").exists() is False
