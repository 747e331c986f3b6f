"""A folder that is replaced is whole at every moment, however the run that replaces it ends."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Event, Thread

import pytest

from handbook.source import exchange
from handbook.source.whole_folder import FolderError, holding, recover, replacing
from support.folders import PROJECT
from support.swapping import FILES, READY, build, editions

OLD, NEW = "old", "new"
LINUX = sys.platform == "linux"
WAYS = pytest.mark.parametrize("ways", [[], ["--without-exchange"]], ids=["exchange", "two renames"])


def _started(folder: Path, *words: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "support.swapping", str(folder), *words]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT / "tests")}
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def _run(folder: Path, *words: str) -> tuple[int, str]:
    process = _started(folder, *words)
    _, errors = process.communicate(timeout=60)
    return process.returncode, errors


def _leftovers(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.parent.iterdir() if file.name not in (folder.name, ".cache"))


@WAYS
def test_a_run_that_is_killed_at_any_step_leaves_a_whole_folder(tmp_path: Path, ways: list[str]) -> None:
    folder, outcomes, code, errors, step = tmp_path / "site", list[set[str]](), -signal.SIGKILL, "", 0
    while code == -signal.SIGKILL:
        step += 1
        build(folder, OLD)
        code, errors = _run(folder, NEW, "--dying-at", str(step), *ways)
        if not ways:
            assert editions(folder) in ({OLD}, {NEW}), step
        else:  # the next run puts it back, also when it builds nothing
            assert _run(folder, NEW, "--failing", *ways) == (1, "This build fails.\n")
            assert editions(folder) in ({OLD}, {NEW}), step
            assert not _leftovers(folder), step
        outcomes.append(editions(folder))
    assert (code, errors) == (0, "")
    assert outcomes[0] == {OLD}
    assert outcomes[-1] == {NEW}
    assert len(outcomes) > 2 * len(FILES)


@WAYS
def test_a_run_that_is_killed_at_any_moment_leaves_a_whole_folder(tmp_path: Path, ways: list[str]) -> None:
    folder, chance = tmp_path / "site", random.Random(13)  # noqa: S311 (moments, not secrets)
    build(folder, OLD)
    for _ in range(100):
        process = _started(folder, NEW, "--for-ever", *ways)
        assert process.stdout is not None
        assert process.stdout.readline().strip() == READY
        time.sleep(chance.uniform(0, 0.03))
        process.kill()
        process.communicate(timeout=60)
        if ways:
            recover(folder)
        assert editions(folder) in ({OLD}, {NEW})
        build(folder, OLD)
        assert editions(folder) == {OLD}
        assert not _leftovers(folder)


@pytest.mark.skipif(not LINUX, reason="elsewhere a folder is renamed in two steps")
def test_there_is_a_whole_folder_while_it_is_replaced(tmp_path: Path) -> None:
    folder, ended, missing = tmp_path / "site", Event(), []
    build(folder, OLD)

    def look() -> None:
        while not ended.is_set():
            if not (folder / "index.html").is_file():
                missing.append(1)

    watcher = Thread(target=look)
    watcher.start()
    for edition in range(50):
        build(folder, str(edition))
    ended.set()
    watcher.join()
    assert not missing


def test_a_second_run_is_refused_in_words_while_one_is_writing(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    build(folder, OLD)
    with replacing(folder) as fresh:
        (fresh / "index.html").write_text(NEW)
        code, errors = _run(folder, "third")
        assert code == 1
        assert "FolderError: Another run is writing site/. Wait until it has finished, then try again." in errors
        recover(folder)
    assert (folder / "index.html").read_text() == NEW
    assert _run(folder, "third") == (0, "")
    assert editions(folder) == {"third"}


def test_a_folder_is_not_replaced_while_it_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    build(folder, OLD)
    with holding(folder):
        code, errors = _run(folder, NEW)
        assert (code, "Another run is writing site/." in errors) == (1, True)
    assert editions(folder) == {OLD}


def test_a_lock_ends_with_the_run_that_held_it(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    process = _started(folder, NEW, "--for-ever")
    assert process.stdout is not None
    process.stdout.readline()
    process.kill()
    process.communicate(timeout=60)
    assert _run(folder, OLD) == (0, "")
    assert editions(folder) == {OLD}


def test_a_folder_that_a_killed_run_moved_aside_is_put_back(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    build(tmp_path / ".site-old", OLD)
    recover(folder)
    assert editions(folder) == {OLD}
    build(tmp_path / ".site-old", NEW)
    recover(folder)
    assert editions(folder) == {OLD}


def test_an_exception_in_the_block_leaves_what_was_there(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    build(folder, OLD)

    def stopped() -> None:
        with replacing(folder) as fresh:
            (fresh / "index.html").write_text(NEW)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert editions(folder) == {OLD}
    assert not _leftovers(folder)


@pytest.mark.parametrize("kind", ["file", "link", "dangling link"])
def test_what_is_no_folder_of_its_own_is_replaced_and_nothing_else_is_removed(tmp_path: Path, kind: str) -> None:
    folder, other = tmp_path / "site", tmp_path / "other"
    build(other, OLD)
    if kind == "file":
        folder.write_text("a file")
    else:
        folder.symlink_to(other if kind == "link" else tmp_path / "nowhere")
    build(folder, NEW)
    assert editions(folder) == {NEW}
    assert editions(other) == {OLD}
    assert _leftovers(folder) == ["other"]


def test_a_folder_that_cannot_be_written_is_named_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("no folder")
    with pytest.raises(FolderError, match=r"Can't write .*\.cache.*: File exists\."), replacing(tmp_path / "site"):
        pytest.fail("there is no place to build in")


def test_an_old_folder_that_cannot_be_removed_is_reported_and_the_new_one_is_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refused(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    folder = tmp_path / "site"
    build(folder, OLD)
    monkeypatch.setattr("shutil.rmtree", refused)
    build(folder, NEW)
    assert editions(folder) == {NEW}
    assert "which is no longer needed: Permission denied." in caplog.text
    caplog.clear()
    monkeypatch.undo()
    build(folder, OLD)
    assert not _leftovers(folder)


@pytest.mark.skipif(not LINUX, reason="needs a system that can exchange")
def test_two_folders_exchange_their_names(tmp_path: Path) -> None:
    one, other = tmp_path / "é one", tmp_path / "other"
    build(one, OLD)
    build(other, NEW)
    assert exchange.exchange(one, other)
    assert (editions(one), editions(other)) == ({NEW}, {OLD})
    assert not exchange.exchange(one, tmp_path / "missing")
    assert editions(one) == {NEW}
