"""The files of the site that the build itself makes, by the very names that it will give them."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from ..book.read import Handbook
from ..model.news import FEED
from ..pdf.formats import FOLDER as POCKET_GUIDE

HANDOUTS = "handouts/"
FOLDERS = (POCKET_GUIDE, HANDOUTS)
"""Folders of the site that are the build's alone."""


def built_files(paths: Iterable[str], handbook: Handbook) -> Collection[str]:
    """The paths (from docs) of the files that the build makes in the folders that these paths lead into, and the feed.

    Which there are is known only once they are made, so it is asked only where a path leads to one.
    """
    all_paths = list(paths)
    files = {FEED}
    if any(path.startswith(POCKET_GUIDE) for path in all_paths):
        from ..pdf import guide_files  # noqa: PLC0415 (likewise)

        files |= guide_files(handbook)
    if any(path.startswith(HANDOUTS) for path in all_paths):
        from ..export.handouts import handout_files  # noqa: PLC0415 (no check needs the formats otherwise)

        files |= handout_files(handbook)
    return files
