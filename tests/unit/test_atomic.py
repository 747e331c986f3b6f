"""Files are written whole or not at all."""

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from handbook.cli import main
from handbook.source.atomic import WriteError, write_all, write_whole
from support.folders import copy_project

LONG = b"x" * 100_000


@contextmanager
def _full_disk() -> Iterator[None]:
    """A file can't grow beyond 50,000 bytes: writing ends as it does on a full disk, in the middle."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_a_full_disk_leaves_every_file_as_it_was(tmp_path: Path) -> None:
    small, large = tmp_path / "small.txt", tmp_path / "large.txt"
    small.write_bytes(b"old")
    large.write_bytes(b"old")
    with _full_disk(), pytest.raises(WriteError, match=r"Can't write .*large\.txt: .*\. Nothing has changed\."):
        write_all({small: b"new", large: LONG})
    assert (small.read_bytes(), large.read_bytes()) == (b"old", b"old")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["large.txt", "small.txt"]


def test_a_folder_in_the_place_of_a_file_leaves_the_other_files_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "b.txt").mkdir()
    with pytest.raises(WriteError, match=r"b\.txt: Is a directory"):
        write_all({tmp_path / "a.txt": b"new", tmp_path / "b.txt": b"new"})
    assert [file.name for file in tmp_path.iterdir()] == ["b.txt"]


def test_a_file_that_may_not_be_changed_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "theirs.txt"
    file.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda path, mode: (path, mode) != (file, os.W_OK))
    with pytest.raises(WriteError, match=r"it may not be changed\. Nothing has changed\."):
        write_whole(file, b"new")
    assert file.read_bytes() == b"old"


def test_a_file_keeps_its_mode_and_a_link_to_it_stays_a_link(tmp_path: Path) -> None:
    file, link = tmp_path / "run", tmp_path / "link"
    file.write_bytes(b"old")
    file.chmod(0o750)
    link.symlink_to(file)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert file.read_bytes() == b"new"
    assert file.stat().st_mode & 0o777 == 0o750


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE)
    write_whole(pipe, b"new")
    assert reader.communicate(timeout=60)[0] == b"new"
    assert pipe.is_fifo()


def test_a_name_as_long_as_names_can_be_is_written(tmp_path: Path) -> None:
    write_whole(tmp_path / ("n" * 255), b"new")
    assert (tmp_path / ("n" * 255)).read_bytes() == b"new"


KILLED = """
import os, signal, sys
from pathlib import Path
from itertools import count
from handbook.source.atomic import write_all
seen, folder, step = count(1), sys.argv[1], int(sys.argv[2])
def look(event, arguments):
    if any(folder in str(argument) for argument in arguments) and next(seen) == step:
        os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(look)
write_all({Path(folder, name): b"new" * 50_000 for name in ("one", "two")})
"""


def test_a_run_that_is_killed_at_any_step_leaves_each_file_whole(tmp_path: Path) -> None:
    code, step = -signal.SIGKILL, 0
    while code == -signal.SIGKILL:
        step += 1
        for name in ("one", "two"):
            (tmp_path / name).write_bytes(b"old")
        code = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path), str(step)], check=False).returncode
        for name in ("one", "two"):
            assert (tmp_path / name).read_bytes() in (b"old", b"new" * 50_000), step
    assert (code, step > 5) == (0, True)
    assert (tmp_path / "two").read_bytes() == b"new" * 50_000


@pytest.mark.parametrize(
    "words",
    [
        ["export", "--all", "--to", "json", "--out", "{}.json"],
        ["guide", "--only", "pocket", "--out", "{}"],
        ["import", "{folder}/one.gift", "--out", "{}.yml"],
        ["schema"],
        ["recheck", "--accept"],
    ],
)
def test_a_command_that_cannot_write_says_so(tmp_path: Path, words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    root = copy_project(tmp_path / "handbook")
    before = _content(root)
    (tmp_path / "a file").write_text("in the way")
    (tmp_path / "one.gift").write_text("Is it open? {T}")
    out = tmp_path / "a file" / "out"

    def full(file: Path, content: bytes, parts: object) -> None:
        raise OSError(28, "No space left on device", str(file))

    if "--out" not in words:
        monkeypatch.setattr("handbook.source.atomic._write_beside", full)
    done = CliRunner().invoke(main, ["--root", str(root), *(word.format(out, folder=tmp_path) for word in words)])
    assert done.exit_code == 1, done.output
    assert isinstance(done.exception, SystemExit)
    assert "Error: Can't write " in done.output
    assert "Nothing has changed." in done.output
    assert _content(root) == before


def _content(root: Path) -> dict[Path, bytes]:
    """Every file but those that are kept to save time."""
    kept = root / ".cache"
    return {file: file.read_bytes() for file in root.rglob("*") if file.is_file() and not file.is_relative_to(kept)}
