"""Asks git about the handbook's folder. Where there is no git, or no repository, it knows nothing."""

from __future__ import annotations

import subprocess
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


def published(root: Path) -> str:
    """The newest published commit that this folder builds on: where it left the main branch. Empty: not known."""
    for branch in MAIN:
        if git(root, "rev-parse", "--verify", "--quiet", branch):
            return git(root, "merge-base", "HEAD", branch)
    return git(root, "rev-parse", "--verify", "--quiet", "HEAD")


def once_published(root: Path, folder: str) -> set[str]:
    """Every file of a folder that stood in the main branch at any time.

    Only the first parents of the main branch count: a file that was made and removed again within one proposed change
    was never published. A shallow clone knows less, and then this finds less.
    """
    main = published(root)
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


def text_at(root: Path, revision: str, path: str) -> str | None:
    """A file as it was. None where it was not, or it cannot be known."""
    listing = git(root, "ls-tree", "--name-only", revision, "--", path)
    return git(root, "show", f"{revision}:{path}") if listing else None


def changed_since(root: Path, revision: str, *folders: str) -> list[str]:
    """The files below some folders that differ from a commit, those not yet known to git included."""
    differing = git(root, "diff", "--name-only", "--no-renames", revision, "--", *folders)
    new = git(root, "ls-files", "--others", "--exclude-standard", "--", *folders)
    return sorted({*differing.split("\n"), *new.split("\n")} - {""})
