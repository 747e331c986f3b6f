"""Where files about people may be written: not where git would take them along."""

from __future__ import annotations

from pathlib import Path


def work_tree(file: Path) -> Path | None:
    """The folder of the git repository that a file would lie in. None where it lies in none."""
    return next((folder for folder in file.resolve().parents if (folder / ".git").exists()), None)
