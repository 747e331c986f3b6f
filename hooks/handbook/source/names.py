"""Names of files that can be addresses: on any server, in any browser, and in a folder on Windows and macOS too."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

LONGEST = 180
"""Windows takes 259 characters for a whole path, and someone unpacks the handbook into a folder of theirs."""

_NOT_IN_NAMES = re.compile(r'[#?%:*"<>|\\]')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])[ ]*(?:\.|$)", re.IGNORECASE)
_UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
_UNPUBLISHED = "_data"


def name_fault(path: str) -> str | None:
    """Why a path (from docs) can be the address of nothing. None where it can. Reads on from "its name …"."""
    if len(path) > LONGEST:
        return f"and that of its folder are {len(path)} characters long, and Windows has no room for that"
    return next((fault for part in PurePosixPath(path).parts if (fault := _fault(part))), None)


def page_fault(path: str) -> str | None:
    """The same for the path of a page, which also must not be hidden or taken for another page."""
    parts = PurePosixPath(path).parts
    if hidden := next((part for part in parts if part.startswith((".", "_"))), None):
        return f'or that of its folder begins with "{hidden[0]}", so it would not be published'
    if parts[0] == "templates" and len(parts) > 1:
        return 'is in the folder "templates", which MkDocs does not publish'
    if PurePosixPath(path).stem == "README":
        return "is that of a file about the folder, which MkDocs publishes as its first page"
    if folder := dotted_folder(path):
        return f'is in the folder "{folder}", which would be taken for a file of the site because of its dot'
    return name_fault(path)


def dotted_folder(path: str) -> str | None:
    """The first folder in the path of a page whose name has a dot, as files have. None where none has one."""
    return next((part for part in PurePosixPath(path).parts[:-1] if "." in part), None)


def folded(path: str) -> str:
    """A path as Windows and macOS compare it: they see no difference between capitals and small letters."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def slug(text: str) -> str:
    """A text in the form of an id or an anchor: lower-case words joined by dashes. Empty where it has no letter."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def better_name(path: str) -> str:
    """A name for the file at a path that is easy to read out and to type."""
    name = PurePosixPath(path)
    stem = "index" if name.stem == "README" else slug(name.stem)
    stem = f"{stem}-page" if _DEVICES.match(stem) else stem or "page"
    return stem[:60] + name.suffix.lower().strip()


def page_name(path: str) -> str:
    """The name that the file at a path should have as a page: "hold.md" for "hold.md.txt" and "hold.markdown"."""
    name = re.sub(
        r"(?:\.(?:md|markdown|mdown|mkd|mdx|txt|text|html?|docx?|rtf|bak))+[~ ]*$",
        "",
        PurePosixPath(path).name,
        flags=re.IGNORECASE,
    )
    return better_name(f"{name}.md")


def is_published(path: str) -> bool:
    """Whether MkDocs takes a file (path from docs) into the site: nothing hidden, no data, no templates of its own."""
    parts = PurePosixPath(path).parts
    hidden = any(part.startswith(".") for part in parts)
    return not hidden and _UNPUBLISHED not in parts[:-1] and not (parts[0] == "templates" and len(parts) > 1)


def _fault(part: str) -> str | None:
    if mark := _NOT_IN_NAMES.search(part):
        return f'has "{mark[0]}" in it, which has another meaning in an address or on Windows'
    if not part.isprintable() and any(unicodedata.category(char) in _UNSEEN for char in part):
        return "has a character in it that nobody can see or type"
    if part != part.strip() or part.endswith("."):
        return "or that of its folder begins or ends with a space or a dot, which Windows drops"
    if _DEVICES.match(part):
        return f'or that of its folder is "{part}", which Windows keeps for itself'
    return None
