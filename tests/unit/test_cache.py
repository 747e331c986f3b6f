"""What is made of the same inputs is made once; nothing but time depends on it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from handbook.checks import check_handbook
from handbook.export.handouts import make_handouts
from handbook.git.edition import Edition
from handbook.pdf import print_guide
from handbook.source import cache
from handbook.source.cache import Cache, CacheEntry
from handbook.source.problems import Problems
from support.exported_tests import EDITION, SITE
from support.folders import copy_project


class Maker:
    """Counts how often it makes what it makes: a file that says how often."""

    def __init__(self) -> None:
        self.times = count(1)
        self.calls = 0

    def __call__(self) -> CacheEntry:
        self.calls = next(self.times)
        return CacheEntry({"a.bin": bytes([0, 10, self.calls]), "b.txt": b""}, {"pages": 3, "losses": [["x", "ü"]]})


def kept_files(root: Path) -> list[Path]:
    return sorted((root / cache.FOLDER).iterdir())


def test_the_same_inputs_are_made_once_and_give_the_same(tmp_path: Path) -> None:
    make = Maker()
    first = Cache(tmp_path).entry(["a", b"b"], make)
    assert Cache(tmp_path).entry(["a", b"b"], make) == first
    assert dict(first.files) == {"a.bin": b"\x00\x0a\x01", "b.txt": b""}
    assert first.facts == {"pages": 3, "losses": [["x", "ü"]]}
    assert make.calls == 1


def test_other_inputs_are_made_again_even_when_they_join_to_the_same_text(tmp_path: Path) -> None:
    make = Maker()
    for inputs in (["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""]):
        Cache(tmp_path).entry(inputs, make)
    assert make.calls == 4


@pytest.mark.parametrize("damage", ["cut", "changed", "empty", "other"])
def test_a_damaged_or_foreign_entry_is_made_again(tmp_path: Path, damage: str) -> None:
    make = Maker()
    Cache(tmp_path).entry(["a"], make)
    (file,) = kept_files(tmp_path)
    whole = file.read_bytes()
    if damage == "other":
        Cache(tmp_path).entry(["b"], make)
        (other,) = (each for each in kept_files(tmp_path) if each != file)
        file.write_bytes(other.read_bytes())
    else:
        file.write_bytes({"cut": whole[:-1], "changed": whole[:-1] + b"x", "empty": b""}[damage])
    calls = make.calls
    assert Cache(tmp_path).entry(["a"], make).files["a.bin"] == bytes([0, 10, calls + 1])
    assert Cache(tmp_path).entry(["a"], make).files["a.bin"] == bytes([0, 10, calls + 1])


def test_nothing_is_kept_of_what_fails(tmp_path: Path) -> None:
    def fail() -> CacheEntry:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        Cache(tmp_path).entry(["a"], fail)
    make = Maker()
    Cache(tmp_path).entry(["a"], make)
    assert make.calls == 1


def test_where_nothing_can_be_written_everything_is_made(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("a file where the folder would be")
    make = Maker()
    for _ in range(2):
        assert Cache(tmp_path).entry(["a"], make).facts["pages"] == 3
    assert make.calls == 2


def test_a_run_that_is_killed_while_it_writes_leaves_no_entry(tmp_path: Path) -> None:
    program = (
        "import os, sys\nfrom pathlib import Path\nfrom handbook.source.cache import Cache, CacheEntry\n"
        "Path.replace = lambda *_: os._exit(9)\n"
        "Cache(Path(sys.argv[1])).entry(['a'], lambda: CacheEntry({'a.bin': b'half'}))"
    )
    result = subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=False)
    assert result.returncode == 9
    make = Maker()
    assert Cache(tmp_path).entry(["a"], make).files["a.bin"] == b"\x00\x0a\x01"


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make = Maker()
    for at, name in enumerate("abc"):
        Cache(tmp_path).entry([name], make)
        newest = max(kept_files(tmp_path), key=lambda file: file.stat().st_mtime_ns)
        os.utime(newest, (1000 + at, 1000 + at))
    Cache(tmp_path).entry(["a"], make)  # used again: now the youngest
    monkeypatch.setattr(cache, "MOST", 2 * kept_files(tmp_path)[0].stat().st_size)
    old_cache = Cache(tmp_path)
    assert len(kept_files(tmp_path)) == 2
    old_cache.entry(["c"], make)
    old_cache.entry(["a"], make)
    assert make.calls == 3
    old_cache.entry(["b"], make)
    assert make.calls == 4


def test_another_version_of_a_library_makes_files_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    libraries = tmp_path / "libraries"
    (libraries / "typst-1.0.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(str(libraries))
    make = Maker()
    for times in (1, 2):
        cache._code.cache_clear()
        Cache(tmp_path).entry(["a"], make)
        assert make.calls == times
        (libraries / "typst-1.0.dist-info").rename(libraries / "typst-1.1.dist-info") if times == 1 else None


def test_a_change_of_our_own_code_makes_files_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "package"
    (package / "pdf").mkdir(parents=True)
    template = package / "pdf" / "guide.typ"
    monkeypatch.setattr(cache, "_PACKAGE", package)
    make = Maker()
    for text in ("one", "two", "one"):
        template.write_text(text)
        cache._code.cache_clear()
        Cache(tmp_path).entry(["a"], make)
    assert make.calls == 2


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    yield
    cache._code.cache_clear()


CHANGES = {
    "docs/desk/lend.md": ("## Late books\n", "## Late boxes\n"),
    "docs/_data/organization.yml": ("phone: ", "phone: 555-0199 or "),
    "quizbank/items/all.yml": ("Five is the limit", "Five is too many"),
    "quizbank/quizzes.yml": ("title: ", "title: More "),
    "docs/assets/javascripts/scorm.js": ("", "// changed\n"),
    "docs/_data/pocket-guide.yml": ("sections:\n", "paper: a4\nsections:\n"),
}


def all_files(root: Path, edition: Edition = EDITION, site: str = SITE) -> dict[str, bytes]:
    handbook, _ = check_handbook(root)
    files = print_guide(handbook, edition, site, Problems())
    return {**make_handouts(handbook, edition, site).files, **{one.format.file: one.pdf for one in files}}


def without_kept(root: Path, edition: Edition = EDITION, site: str = SITE) -> dict[str, bytes]:
    """The same, all of it made in this run."""
    shutil.rmtree(root / ".cache", ignore_errors=True)
    return all_files(root, edition, site)


def test_every_file_has_the_bytes_that_it_has_without_what_was_kept(tmp_path: Path) -> None:
    warm, fresh = copy_project(tmp_path / "kept"), copy_project(tmp_path / "fresh")
    before = all_files(warm)
    assert all_files(warm) == before
    for path, (old, new) in CHANGES.items():
        for root in (warm, fresh):
            text = (root / path).read_text("utf-8")
            assert old in text, path
            (root / path).write_text(text.replace(old, new, 1), "utf-8")
        after = all_files(warm)
        assert after != before, path
        assert after == without_kept(fresh), path
        before = after
    for edition, site in ((Edition.at(0, "4567def"), SITE), (EDITION, "https://elsewhere.example/")):
        assert before != all_files(warm, edition, site) == without_kept(fresh, edition, site)


def test_a_changed_sentence_makes_only_the_files_anew_that_hold_it(tmp_path: Path) -> None:
    """Of the files that don't hold it, one changes: the sheet to sign names a hash of all pages."""
    root = copy_project(tmp_path / "small")
    all_files(root)
    before = set(kept_files(root))
    page = root / "docs/desk/lend.md"
    page.write_text(page.read_text("utf-8").replace("## Late books\n", "## Late books\n\nMore words.\n"), "utf-8")
    all_files(root)
    (_sheet,) = set(kept_files(root)) - before
