"""The file that a command is told to write: its name has to say what is in it."""

from __future__ import annotations

from pathlib import Path

import click


def refuse_ending(file: Path, *endings: str, kind: str = "", option: str = "--out") -> None:
    """Refuse a name with another ending before anything is made, because no program would open such a file.

    Of an ending in two parts (`.gift.txt`), the last one counts: programs go by that. The first ending is the one
    that the message gives; `kind` says what the file would be.
    """
    if file.suffix.lower() in {Path(f"x{ending}").suffix for ending in endings}:
        return
    name = file.name if file.suffix[1:].isdigit() else file.stem  # the end of "rules-v1.2" is part of the name
    path = str(file.with_name(name.removesuffix(".").removesuffix(endings[0]) + endings[0]))
    quoted = f'"{path}"' if " " in path else path
    about = f" ({kind})" if kind else ""
    raise click.UsageError(f"{file.name} should end in {' or '.join(endings)}{about}. Use this: {option} {quoted}")
