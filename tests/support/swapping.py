"""Replaces a folder through `replacing`, with a builder that costs nothing, as a program that tests may kill.

python -m support.swapping FOLDER EDITION [--without-exchange] [--dying-at STEP] [--for-ever] [--failing]

STEP counts what the program asks of the system in or beside the folder (open, mkdir, rename, remove, …): it kills
itself before doing the one with that number.
"""

from __future__ import annotations

import os
import signal
import sys
from argparse import ArgumentParser
from itertools import count
from pathlib import Path
from unittest.mock import patch

from handbook.source import whole_folder

FILES = [f"{folder}{name}.html" for folder in ("", "desk/", "basics/") for name in ("index", "one", "two")]
READY = "ready"


def build(folder: Path, edition: str) -> None:
    """Put a folder of files that all hold the edition in its place."""
    with whole_folder.replacing(folder) as fresh:
        for name in FILES:
            (fresh / name).parent.mkdir(exist_ok=True)
            (fresh / name).write_text(edition, "utf-8")


def editions(folder: Path) -> set[str]:
    """The editions that the files of a folder hold: one, where it is whole. "missing" for a file that is not there."""
    files = (folder / name for name in FILES)
    return {file.read_text("utf-8") if file.is_file() else "missing" for file in files}


def _die_at(step: int, folder: Path) -> None:
    """Kill this program before the step with that number."""
    seen = count(1)

    def look(event: str, arguments: tuple[object, ...]) -> None:
        ours = any(str(folder.parent) in str(argument) for argument in arguments)
        if ours and next(seen) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(look)


def main() -> None:
    """Build as the command line says."""
    parser = ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("edition")
    parser.add_argument("--without-exchange", action="store_true")
    parser.add_argument("--dying-at", type=int, default=0)
    parser.add_argument("--for-ever", action="store_true")
    parser.add_argument("--failing", action="store_true")
    given = parser.parse_args()
    if given.without_exchange:
        patch.object(whole_folder, "exchange", return_value=False).start()
    print(READY, flush=True)
    if given.dying_at:
        _die_at(given.dying_at, given.folder)
    if given.failing:
        with whole_folder.replacing(given.folder):
            sys.exit("This build fails.")
    build(given.folder, given.edition)
    while given.for_ever:
        build(given.folder, given.edition)


if __name__ == "__main__":
    main()
