"""The file that a command is told to write: its name has to say what is in it."""

from __future__ import annotations

from pathlib import Path

import click

_NAMES = "apkg csv doc docx epub gif htm html jpg json md odt pdf png ppt pptx txt xls xlsx xml yaml yml zip"
_KINDS = frozenset(f".{name}" for name in _NAMES.split())
"""Endings that programs open files by. With none of them, a name may be what a platform asks for."""


def refuse_ending(file: Path, *endings: str, kind: str = "", option: str = "--out") -> None:
    """Refuse a name with the ending of another kind before anything is made, because no program would open such a file.

    Of an ending in two parts (`.gift.txt`), the last one counts: programs go by that. The first ending is the one
    that the message gives; `kind` says what the file would be.
    """
    ending = file.suffix.lower()
    if ending not in _KINDS - {Path(f"x{each}").suffix for each in endings}:
        return
    path = str(file.with_name(file.stem.removesuffix(endings[0]) + endings[0]))
    quoted = f'"{path}"' if " " in path else path
    about = f" ({kind})" if kind else ""
    raise click.UsageError(f"{file.name} should end in {' or '.join(endings)}{about}. Use this: {option} {quoted}")
