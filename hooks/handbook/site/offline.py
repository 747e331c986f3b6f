"""What makes the handbook work on a phone without a net: the list of what a browser keeps, a manifest, icons.

The list holds a hash of each file, and the browser takes no other: so nothing is kept that is older than the edition.
Source: W3C, "Service Workers" and "Web Application Manifest".
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

from ..book.read import DOCS, Handbook
from ..model.palette import LIGHT
from ..pdf.icon import icon_png
from ..pdf.result import PrintError
from .theme_markup import put_before

WORKER, MANIFEST = "service-worker.js", "manifest.json"
"""Their addresses: a worker answers for the folder that it lies in."""

_SCRIPT = Path("assets", "javascripts", WORKER)
_EDITION = '<meta name="handbook-edition" content="{}">'
"""Without it a page asks for no worker: a preview and a page of the zip file have none."""

_EDITION_IN = re.compile(_EDITION.format('[^"]*').encode())

_KINDS = (".html", ".css", ".js", ".json", ".woff2", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg")
_LEFT_OUT = (
    "404.html",
    WORKER,
    MANIFEST,
    "handouts/",
    "pocket-guide/",
    "assets/editing/",
    "assets/icons/",
    "assets/javascripts/scorm.js",
    "assets/stylesheets/scorm.css",
    "workshop/",
    "assets/javascripts/workshop",
    "assets/stylesheets/workshop.css",
)
"""What no reader needs on the way: files to print and for other programs, for editors, or in the pages anyway."""

_ICONS = {"assets/images/icon-180.png": 180, "assets/images/icon-192.png": 192, "assets/images/icon-512.png": 512}
_SEAL, _MARK = 0.78, 0.6
"""How much of an icon a seal takes, and our own mark: a phone may cut the corners off. Source: W3C, "safe zone"."""


def with_edition(page: str, handbook: Handbook) -> str:
    """A whole page as HTML, which tells its edition and so asks for the worker. Raises ThemeError without a head."""
    return put_before(page, "</head>", _EDITION.format(handbook.edition))


def without_edition(page: bytes) -> bytes:
    """A finished page as HTML, as it was before."""
    return _EDITION_IN.sub(b"", page)


def write_offline(site: Path, handbook: Handbook) -> None:
    """Write worker, manifest and icons into a finished site. The same site gives the same bytes."""
    for address, size in _ICONS.items():
        (site / address).parent.mkdir(parents=True, exist_ok=True)
        (site / address).write_bytes(_icon(size, handbook))
    (site / MANIFEST).write_text(_manifest(handbook), "utf-8", newline="\n")
    script = (site / _SCRIPT).read_text("utf-8")
    (site / _SCRIPT).unlink()
    files = {quote(address): _hash(site / address) for address in _addresses(site, handbook)}
    version = sha256(json.dumps(files).encode()).hexdigest()[:12]
    facts = json.dumps({"edition": str(handbook.edition), "version": version, "files": files}, indent=0)
    (site / WORKER).write_text(f"self.handbook = {facts}\n{script}", "utf-8", newline="\n")


def _addresses(site: Path, handbook: Handbook) -> Iterator[str]:
    """The files that a browser keeps, in their order."""
    for_editors = tuple(f"{section.folder}/" for section in handbook.guide.sections if section.foot)
    for file in sorted(site.rglob("*")):
        address = file.relative_to(site).as_posix()
        if file.suffix in _KINDS and file.is_file() and not address.startswith((*_LEFT_OUT, *for_editors)):
            yield address


def _hash(file: Path) -> str:
    return f"sha256-{b64encode(sha256(file.read_bytes()).digest()).decode()}"


def _manifest(handbook: Handbook) -> str:
    name = handbook.site.name
    icons = [
        {"src": address, "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
        for address, size in _ICONS.items()
        for purpose in ("any", "maskable")
        if size != 180  # that one is for iPhones, which read no manifest for it
    ]
    facts = {
        "name": name,
        "short_name": name if len(name) <= 12 else "Handbook",
        "lang": "en",
        "start_url": "index.html",
        "scope": "./",
        "display": "standalone",
        "background_color": LIGHT["paper"],
        "theme_color": _header(handbook),
        "icons": icons,
    }
    return json.dumps(facts, indent=2, ensure_ascii=False) + "\n"


def _icon(size: int, handbook: Handbook) -> bytes:
    """The county's seal where there is one that can be drawn, else our own mark."""
    if seal := _seal(handbook):
        with suppress(PrintError):
            return icon_png(seal, LIGHT["paper"], size, _SEAL)
    return icon_png(Path(__file__).with_name("mark.svg").read_bytes(), _header(handbook), size, _MARK)


def _seal(handbook: Handbook) -> bytes | None:
    path = handbook.organization.settings.seal
    file = handbook.root / DOCS / path if path else None
    return file.read_bytes() if file and file.is_file() else None


def _header(handbook: Handbook) -> str:
    return handbook.organization.settings.colors.light.get("header", LIGHT["header"])
