"""Zip files of which the same content gives the same bytes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ..git.edition import Edition

_READABLE_FILE = 0o100644 << 16
_UNIX = 3


def zipped(files: Mapping[str, bytes], edition: Edition) -> bytes:
    """A zip of these files, in this order, each dated by the edition."""
    day = datetime.fromtimestamp(edition.timestamp, UTC)
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in files.items():
            entry = ZipInfo(name, (max(day.year, 1980), day.month, day.day, 0, 0, 0))
            entry.create_system, entry.external_attr, entry.compress_type = _UNIX, _READABLE_FILE, ZIP_DEFLATED
            archive.writestr(entry, content)
    return buffer.getvalue()


def unzipped(content: bytes) -> dict[str, bytes]:
    """The files of a zip by name."""
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
