"""Asks git about the handbook's folder. Where there is no git, or no repository, it knows nothing."""

from __future__ import annotations

import re
import subprocess
from datetime import date
from pathlib import Path

MAIN = ("origin/HEAD", "origin/main", "origin/master", "main", "master")
"""Where the published branch may be found, the surest first."""


def git(root: Path, *words: str) -> str:
    """What git says, its last line end cut off; empty where it fails or the folder is not the root of a repository."""
    if not (root / ".git").exists():
        return ""
    try:
        command = ["git", "-c", "core.quotePath=false", *words]
        result = subprocess.run(command, cwd=root, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return result.stdout.decode("utf-8", errors="replace").removesuffix("\n")


def refusal(root: Path) -> str:
    """Why git tells nothing of a folder that has a repository; empty where it does, and where there is none."""
    if not (root / ".git").exists():
        return ""
    try:
        run = subprocess.run(["git", "rev-parse", "--git-dir"], cwd=root, capture_output=True, check=False)
    except OSError:
        return "git isn't installed"
    text = run.stderr.decode("utf-8", errors="replace").strip()
    return text.partition("\n")[0].removeprefix("fatal: ") if run.returncode else ""


def is_shallow(root: Path) -> bool:
    """Whether a repository holds only the last part of its history."""
    return git(root, "rev-parse", "--is-shallow-repository") == "true"


def published(root: Path) -> str:
    """The newest published commit that this folder builds on: where it left the main branch. Empty: not known."""
    refs = [f"refs/{'remotes' if '/' in branch else 'heads'}/{branch}" for branch in MAIN]
    names = git(root, "for-each-ref", "--format=%(refname)", *refs).split("\n")
    main = next((ref for ref in refs if ref in names), None)
    return git(root, "merge-base", "HEAD", main) if main else git(root, "rev-parse", "--verify", "--quiet", "HEAD")


def once_published(root: Path, main: str, folder: str) -> set[str]:
    """Every file of a folder that stood in the main branch at any time, up to a commit.

    Only the first parents of the main branch count: a file that was made and removed again within one proposed change
    was never published. A shallow clone knows less, and then this finds less.
    """
    if not main:
        return set()
    words = (
        "--first-parent",
        "--diff-merges=first-parent",
        "--no-renames",
        "--diff-filter=A",
        "--name-only",
        "--format=",
    )
    return set(git(root, "log", *words, main, "--", folder).split("\n")) - {""}


def files_at(root: Path, main: str) -> set[str]:
    """Every file of a commit."""
    return set(git(root, "ls-tree", "-r", "--name-only", main).split("\n")) - {""} if main else set()


def lines_at(root: Path, main: str, pattern: str, *paths: str) -> list[str]:
    """The lines with a pattern in a commit: `path:number:line`."""
    lines = git(root, "grep", "--extended-regexp", "--line-number", "-e", pattern, main, "--", *paths) if main else ""
    return [line.removeprefix(f"{main}:") for line in lines.split("\n") if line]


def added_lines(root: Path, main: str, pattern: str, *paths: str) -> list[str]:
    """Every line that was ever added to some files in the main branch, up to a commit, and has a pattern."""
    if not main:
        return []
    words = ("--first-parent", "--diff-merges=first-parent", "--no-renames", "--patch", "--unified=0", "--format=")
    patches = git(root, "log", *words, "--extended-regexp", f"-G{pattern}", main, "--", *paths)
    typed = re.compile(pattern)
    return [line[1:] for line in patches.splitlines() if line.startswith("+") and typed.search(line[1:])]


def last_text(root: Path, main: str, path: str) -> str | None:
    """A file as it last was in the main branch, up to a commit. None where it never was there."""
    if not main:
        return None
    if text := text_at(root, main, path):
        return text
    removal = git(root, "log", "-1", "--first-parent", "--diff-merges=first-parent", "--format=%H", main, "--", path)
    return text_at(root, f"{removal}^", path) if removal else None


def main_branch(root: Path) -> str:
    """The name of the branch that is published; "main" where git does not say."""
    default = git(root, "rev-parse", "--abbrev-ref", "origin/HEAD").removeprefix("origin/")
    local = (branch for branch in ("main", "master") if git(root, "rev-parse", "--verify", "--quiet", branch))
    return default if default not in ("", "HEAD") else next(local, "main")


def last_changes(root: Path, *folders: str) -> dict[str, date]:
    """The day on which each file of some folders last changed in what is published, by the dates of git.

    Nothing of a shallow clone: there the oldest commit would seem to have changed every file.
    """
    if git(root, "rev-parse", "--is-shallow-repository") != "false":
        return {}
    words = ("--first-parent", "--diff-merges=first-parent", "--no-renames", "--name-only", "--format=%x00%cs")
    days: dict[str, date] = {}
    for commit in git(root, "log", *words, "--", *folders).split("\0")[1:]:
        day, *files = commit.split("\n")
        for file in filter(None, files):
            days.setdefault(file, date.fromisoformat(day))
    return days


def text_at(root: Path, revision: str, path: str) -> str | None:
    """A file as it was. None where it was not, or it cannot be known."""
    listing = git(root, "ls-tree", "--name-only", revision, "--", path)
    return git(root, "show", f"{revision}:{path}") if listing else None


def changed_since(root: Path, revision: str, *folders: str) -> list[str]:
    """The files below some folders that differ from a commit, those not yet known to git included."""
    differing = git(root, "diff", "--name-only", "--no-renames", revision, "--", *folders)
    new = git(root, "ls-files", "--others", "--exclude-standard", "--", *folders)
    return sorted({*differing.split("\n"), *new.split("\n")} - {""})
