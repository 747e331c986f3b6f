"""There is a whole site whatever happens to the build: killed, out of disk space, two at once."""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from support.commands import STRICT, run_handbook
from support.folders import copy_project
from support.rendering import relative


@pytest.fixture
def root(tmp_path: Path, small_site: Path) -> Path:
    """The small site as a project folder, with a site of an earlier edition."""
    root = copy_project(tmp_path)
    for file in small_site.rglob("*.html"):
        place = root / "site" / file.relative_to(small_site)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text("earlier", "utf-8")
    return root


def _start(root: Path, prepare: Callable[[], None] | None = None) -> subprocess.Popen[str]:
    command = [sys.executable, *STRICT, "-m", "handbook.cli", "--root", str(root), "site"]
    return subprocess.Popen(
        command,
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        preexec_fn=prepare,  # noqa: PLW1509 (the tests start no thread before)
    )


def _whole(root: Path, small_site: Path) -> bool:
    """Whether the site is that of the earlier edition or the new one, and not a file of it is missing."""
    pages = {relative(small_site, page): page.read_bytes() for page in small_site.rglob("*.html")}
    found = {relative(root / "site", page): page.read_bytes() for page in (root / "site").rglob("*.html")}
    return found in (pages, dict.fromkeys(pages, b"earlier"))


@pytest.mark.parametrize("seconds", [0.5, 1.5, 3.0])
def test_a_build_that_is_killed_leaves_a_whole_site_and_the_next_one_succeeds(
    root: Path, small_site: Path, seconds: float
) -> None:
    process = _start(root)
    time.sleep(seconds)
    process.kill()
    process.communicate(timeout=120)
    assert _whole(root, small_site)
    assert run_handbook(root, "site").returncode == 0
    assert _whole(root, small_site)
    assert not list(root.glob(".site*"))


def test_a_build_that_fails_after_one_was_killed_between_its_renames_says_the_truth(
    root: Path, small_site: Path
) -> None:
    (root / "site").rename(root / ".site-old")
    (root / "docs" / "desk" / "bad.md").write_text("no head\n", "utf-8")
    done = run_handbook(root, "site")
    assert done.returncode == 1
    assert "site/ is unchanged" in done.stderr
    assert (root / "site" / "index.html").read_text("utf-8") == "earlier"
    assert _whole(root, small_site)


def test_a_build_on_a_full_disk_says_so_and_leaves_the_site_as_it_was(root: Path, small_site: Path) -> None:
    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    process = _start(root, full)
    output, _ = process.communicate(timeout=120)
    assert process.returncode == 1
    assert "can't be read or written: File too large." in output
    assert "site/ is unchanged." in output
    assert "Traceback" not in output
    assert _whole(root, small_site)
    assert not list(root.glob(".site*"))


def test_of_two_builds_at_once_each_ends_with_a_whole_site_or_in_words(root: Path, small_site: Path) -> None:
    first, second = _start(root), _start(root)
    outputs = [process.communicate(timeout=180)[0] for process in (first, second)]
    codes = [first.returncode, second.returncode]
    assert 0 in codes, outputs
    for code, output in zip(codes, outputs, strict=True):
        assert code == 0 or "Another run is writing site/. Wait until it has finished" in output
        assert "Traceback" not in output
    assert _whole(root, small_site)
    assert not list(root.glob(".site*"))


@pytest.mark.skipif(os.name == "nt", reason="no such folder")
def test_a_folder_where_nothing_can_be_written_is_named(root: Path, small_site: Path) -> None:
    (root / ".cache").write_text("in the way", "utf-8")
    done = run_handbook(root, "site")
    assert done.returncode == 1
    assert f"Can't write {root / '.cache'}: File exists. site/ is unchanged." in done.stderr
    assert _whole(root, small_site)


@pytest.mark.parametrize("epoch", ["abc", ""])
def test_plain_mkdocs_says_what_is_wrong_with_a_date_from_outside(root: Path, epoch: str) -> None:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": epoch}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert done.returncode == (1 if epoch else 0)
    assert ('SOURCE_DATE_EPOCH is "abc". It should be the seconds' in done.stderr) == bool(epoch)
