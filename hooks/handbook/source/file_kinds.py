"""What kind of picture or document a file is by what is in it, and whether all of it is there."""

from __future__ import annotations

from pathlib import Path

BEGINNINGS = {
    ".png": (b"\x89PNG",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".gif": (b"GIF8",),
    ".webp": (b"RIFF",),
    ".avif": (),
    ".pdf": (b"%PDF", b"\xef\xbb\xbf%PDF"),
}
"""What files of a kind begin with. Source: IANA media types; PDF: ISO 32000."""
_PHOTOS = (".png", ".jpg", ".gif", ".webp")


def what_it_is(file: Path, kind: str) -> str:
    """What a file is that isn't what its name says; empty where it is. A browser takes each picture for what it is."""
    with file.open("rb") as stream:
        begins = stream.read(16)
    if not begins:
        return "empty"
    if begins[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypmsf1") and kind != ".avif":
        return "a photo in Apple's format (HEIC)"
    fitting = BEGINNINGS[".pdf"] if kind == ".pdf" else tuple(each for name in _PHOTOS for each in BEGINNINGS[name])
    fits = begins.startswith(fitting) or begins[4:8] == b"ftyp"
    return "" if fits else f"no {kind[1:].upper()} file"


def other_kind(file: Path, kind: str) -> str:
    """The ending that a picture should have, where it is of another kind than its own says. Empty: it fits."""
    with file.open("rb") as stream:
        begins = stream.read(16)
    kind = ".jpg" if kind == ".jpeg" else kind
    actual = next((name for name in _PHOTOS if begins.startswith(BEGINNINGS[name])), "")
    return actual if actual and kind in _PHOTOS and actual != kind else ""


def is_cut_off(file: Path) -> bool:
    """Whether the end of a picture or PDF is missing. Cameras add notes behind it, so it may be anywhere."""
    data = file.read_bytes()
    if data.startswith(BEGINNINGS[".png"]):
        return b"IEND" not in data
    if data.startswith(BEGINNINGS[".jpg"]):
        return data.find(b"\xff\xd9", _start_of_scan(data)) < 0
    if data.startswith(BEGINNINGS[".webp"]):
        return int.from_bytes(data[4:8], "little") + 8 > len(data)
    return data.startswith(BEGINNINGS[".pdf"]) and b" obj" in data and b"%%EOF" not in data


def _start_of_scan(data: bytes) -> int:
    """Where the picture of a JPEG begins: its head may hold a small one with its own end. Source: ITU-T T.81."""
    at = 2
    while data[at : at + 1] == b"\xff" and data[at + 1 : at + 2] != b"\xda" and at + 4 <= len(data):
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return at
