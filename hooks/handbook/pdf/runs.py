"""Runs: a text as the template prints it, piece by piece."""

from __future__ import annotations

from typing import Any

Tree = dict[str, Any]
Runs = list[Tree]


def as_runs(text: str) -> Runs:
    """Words of ours, which hold no Markdown, as runs."""
    return [{"kind": "text", "text": text}]


def words(runs: Runs) -> str:
    """The text of runs."""
    return "".join(run["text"] if run["kind"] == "text" else words(run.get("runs", [])) for run in runs)
