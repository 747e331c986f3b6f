"""Golden cases: one text file each, with named parts. `UPDATE_GOLDEN=1 pytest` writes what came out; read the diff."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "golden"
_PART = re.compile(r"^=== (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """A case: its file and its parts by name. The part `expected` is what should come out."""

    file: Path
    parts: dict[str, str]

    @property
    def given(self) -> dict[str, str]:
        """All parts but what should come out."""
        return {name: text for name, text in self.parts.items() if name != "expected"}

    def expect(self, actual: str) -> None:
        """Fail unless this came out."""
        if os.environ.get("UPDATE_GOLDEN"):
            given = self.file.read_text("utf-8").partition("=== expected\n")[0]  # as it is: its blanks may matter
            self.file.write_text(f"{given}=== expected\n{actual.rstrip()}\n", "utf-8")
        else:
            assert actual.rstrip() == self.parts.get("expected", "").rstrip()


def cases(area: str) -> list[Case]:
    """The cases of an area, by name."""
    return [_read(file) for file in sorted((FOLDER / area).glob("*.txt"))]


def name_of(case: Case) -> str:
    """What pytest calls a case."""
    return case.file.stem


def _read(file: Path) -> Case:
    _, *pieces = _PART.split(file.read_text("utf-8"))
    return Case(file, {name: text[1:] for name, text in zip(pieces[::2], pieces[1::2], strict=True)})
