"""The edition of a handbook: the date and revision of the commit it is built from. The clock is never read."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from .repository import git

STAMP = ".edition"
"""Holds `$Format:%ct %H$`, which git replaces in a downloaded archive (gitattributes: export-subst)."""


_CHANGED = "changed"

REVISION = 7
"""Hex digits of a revision that are shown. Git's own short form grows with the repository, so it is not used."""

EPOCH = "SOURCE_DATE_EPOCH"
"""The date and time for everything that is made, in seconds. Source: reproducible-builds.org."""

_DAY = 24 * 60 * 60
_END = int(datetime(2100, 1, 1, tzinfo=UTC).timestamp())
"""Zip files know no date after 2107. A commit of such a day was made with a wrong clock, and so was one before 1970."""

UNDATED = date(1980, 1, 1)
"""Stands for no date where a date must be: the first that zip files know. It is never shown."""


class EpochError(ValueError):
    """SOURCE_DATE_EPOCH is no date and time. The message says so, with what would be right."""


@dataclass(frozen=True, slots=True)
class Edition:
    """Date (UTC) and short revision of a commit; `changed` where files differ from it. No date: it is not known.

    `time` is that of the commit in seconds since midnight (UTC): it tells two editions of one day apart.
    """

    date: date | None = None
    revision: str = ""
    changed: bool = False
    time: int = 0

    @classmethod
    def at(cls, seconds: int, revision: str, *, changed: bool = False) -> Edition:
        """The edition of a commit made so many seconds after the beginning of 1970; without a date if that can't be."""
        if not 0 <= seconds < _END:
            return cls(None, revision, changed)
        return cls(datetime.fromtimestamp(seconds, UTC).date(), revision, changed, seconds % _DAY)

    def __str__(self) -> str:
        text = " · ".join(part for part in (self.date.isoformat() if self.date else "", self.revision) if part)
        return (text or "not dated") + (" with changes" if self.changed else "")

    @property
    def timestamp(self) -> int:
        """Date and time in seconds since 1970; UNDATED without a date."""
        day = self.date or UNDATED
        return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()) + self.time

    @property
    def stamp(self) -> str:
        """What tells the edition where git can't: the same as git writes into an archive (see STAMP)."""
        if self.date is None:
            return ""
        return f"{self.timestamp} {self.revision:0<40}" + (f" {_CHANGED}" if self.changed else "")


def read_edition(root: Path) -> Edition:
    """The edition of the handbook in a folder: from git, else from the stamp in an archive, else without a date.

    SOURCE_DATE_EPOCH wins for date and time. Raises EpochError when it holds anything else.
    """
    edition = _from_git(root) or _from_stamp(root) or Edition()
    epoch = _epoch()
    if epoch is None or epoch == Edition().timestamp:
        return edition
    return Edition.at(epoch, edition.revision, changed=edition.changed)


def _epoch() -> int | None:
    """The date and time given from outside. None where there is none, or nothing in it."""
    text = os.environ.get(EPOCH, "").strip()
    if not text:
        return None
    if not re.fullmatch("[0-9]{1,12}", text) or int(text) >= _END:
        example = Edition.at(1_777_600_000, "")
        raise EpochError(
            f'{EPOCH} is "{text[:40]}". It should be the seconds from 1970 to a day before 2100, for example '
            f"{example.timestamp} for {example}; or leave it out: unset {EPOCH}"
        )
    return int(text)


def _from_git(root: Path) -> Edition | None:
    log = git(root, "log", "-1", "--format=%ct %H")
    if not log:
        return None
    seconds, revision = log.split()
    changed = bool(git(root, "status", "--porcelain", "--untracked-files=no"))
    return Edition.at(int(seconds), revision[:REVISION], changed=changed)


def _from_stamp(root: Path) -> Edition | None:
    try:
        stamp = (root / STAMP).read_text("utf-8")
    except OSError:
        return None
    match = re.search(rf"(\d+) ([0-9a-f]{{40}})( {_CHANGED})?", stamp)
    return Edition.at(int(match[1]), match[2][:REVISION], changed=bool(match[3])) if match else None
