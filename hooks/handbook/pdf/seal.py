"""The county's seal as the templates print it: always as SVG, for they get their content as text."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path, PurePosixPath
from xml.etree.ElementTree import tostring

from ..book.read import DOCS, ORGANIZATION, Handbook
from ..source.codes import Code
from ..source.problems import Problems
from ..source.svg import UnfitPicture, safe_picture
from .figure import FONT

_SVG = "http://www.w3.org/2000/svg"
_KINDS = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}
_MARKS = {
    "image/png": (b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"),
    "image/jpeg": (b"\xff\xd8\xff", b"\xff\xd9"),
}
"""How a whole file begins and ends. Source: ISO/IEC 15948, 5.2 and 11.2.5; ISO/IEC 10918-1, B.1.1.3."""


def seal(handbook: Handbook, problems: Problems) -> str | None:
    """The seal as an SVG picture. None without one; a file that cannot be printed is noticed, and left out."""
    path, document = handbook.organization.settings.seal, handbook.document(ORGANIZATION)
    if path is None or document is None or path not in handbook.files:
        return None
    try:
        return _picture(handbook.root / DOCS / path)
    except UnfitPicture as error:
        message = f'seal: "{path}" can\'t be printed: {error}'
        hint = "Save the picture again as SVG, PNG or JPEG, and upload it. Until then, what is printed has no seal."
        problems.notice(document.path, document.line(("seal",)), Code.PRINT_FORM, message, hint)
        return None


def _picture(file: Path) -> str:
    suffix = PurePosixPath(file.name).suffix.lower()
    if suffix == ".svg":
        return _drawing(file)
    if suffix not in _KINDS:
        raise UnfitPicture(f"the typesetter doesn't know {suffix} files")
    return _wrapped(_KINDS[suffix], file.read_bytes())


def _drawing(file: Path) -> str:
    picture = safe_picture(file)
    picture.set("xmlns", _SVG)
    for element in picture.iter():
        element.attrib.pop("font-family", None)
    picture.set("font-family", FONT)
    return tostring(picture, "unicode")


def _wrapped(kind: str, content: bytes) -> str:
    begin, end = _MARKS[kind]
    if not content.startswith(begin) or end not in content[-64:]:
        raise UnfitPicture("the file is damaged, or isn't what its name says")
    data = f"data:{kind};base64,{b64encode(content).decode()}"
    return f'<svg xmlns="{_SVG}"><image href="{data}"/></svg>'
