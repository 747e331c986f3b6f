"""A stand-in for Moodle's SCORM activity: the rules of Moodle 5.1 that cost people their results.

What an activity holds of a person is kept by the identifier of the package's item (mod/scorm/datamodels/scormlib.php).
An update that has no item of that identifier deletes it. At the end of a session what was never attempted counts as
completed, in a preview, too (scorm_12.js). An attempt that is over is only looked at, unless another one is begun.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import etree
from playwright.sync_api import FrameLocator, Page

from handbook.export import Assessment
from handbook.export.archive import unzipped
from support.exported_tests import export_of
from support.scorm import begin, leave, make_platform

OVER = ("completed", "passed", "failed")
UNSENT = {"core": {"lesson_status": "not attempted", "lesson_mode": "normal"}}


class Activity:
    """An activity on the platform at an address, whose files lie in a folder, and what it holds of one person."""

    def __init__(self, address: str, folder: Path) -> None:
        self.address, self.folder = address, folder
        self.tracks: dict[str, Any] = {}
        self.item = ""
        self._mode = ""

    def upload(self, paper: Assessment) -> None:
        """Put a package in, as a new activity or as an update of what is there."""
        content = export_of("scorm12", paper).content
        make_platform(self.folder, {"activity": content})
        (item,) = etree.fromstring(unzipped(content)["imsmanifest.xml"]).iter("{*}item")
        self.item = str(item.get("identifier"))
        self.tracks = {name: held for name, held in self.tracks.items() if name == self.item}

    @property
    def held(self) -> Any:
        """What is held of the person."""
        return self.tracks.get(self.item, UNSENT)

    @property
    def status(self) -> str:
        """The status of the person's attempt."""
        return str(self.held["core"]["lesson_status"])

    def enter(self, page: Page, *, preview: bool = False, anew: bool = False) -> FrameLocator:
        """Press Preview or Enter; `anew`: with the box "Start a new attempt" ticked."""
        if anew:
            self.tracks.pop(self.item, None)
        self._mode = "browse" if preview else "review" if self.status in OVER else "normal"
        held = {**self.held, "core": {**self.held["core"], "lesson_mode": self._mode}}
        return begin(page, self.address, "activity", held=held, asMoodle=True)

    def leave(self, page: Page) -> None:
        """Press Exit activity. Of a look back nothing is kept."""
        left = leave(page)
        if self._mode != "review":
            self.tracks[self.item] = {key: left[key] for key in ("suspend_data", "core", "interactions")}
