"""The finished site as one zip file, to be unpacked on a file share or a stick and opened by double-click."""

from __future__ import annotations

import re
from pathlib import Path

from ..export.archive import zipped
from ..git.edition import Edition
from ..html.workshop import FOLDER
from ..model.dates import edition_in_words
from .edit_link import without_edit_link

READ_ME = "READ ME FIRST.txt"


def bundle_name(name: str, edition: Edition) -> str:
    """The name of the folder in the zip, and of the zip itself without its ending: the handbook and its edition."""
    return "-".join(re.findall(r"[a-z0-9]+", f"{name} {edition}".lower()))


def bundle(site: Path, name: str, edition: Edition) -> bytes:
    """The zip of a finished site. The same site and edition give the same bytes."""
    folder = bundle_name(name, edition)
    left_out = site / FOLDER  # it needs a web server, and says so
    files = sorted(
        file
        for file in site.rglob("*")
        if file.is_file() and file.name != "sitemap.xml.gz" and left_out not in file.parents
    )
    read_me = _READ_ME.format(name=name, edition=edition_in_words(edition)).replace("\n", "\r\n").encode()
    held = {f"{folder}/{READ_ME}": read_me}
    held |= {f"{folder}/{file.relative_to(site).as_posix()}": _content(file) for file in files}
    return zipped(held, edition)


def _content(file: Path) -> bytes:
    content = file.read_bytes()
    return without_edit_link(content) if file.suffix == ".html" else content


_READ_ME = """{name}
Edition {edition}

1. Unpack this zip file into a folder. Do not open the pages inside the zip file.
2. Double-click index.html in that folder. It opens in your browser.

It needs no network, and it sends nothing. Ticks, answers and worksheets stay in the browser you use.
A newer edition has a later date: replace the whole folder by it.
"""
