"""Checks of the files in docs: what is published must have an address, and must not run anything in a browser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ..book.bank import ITEMS_FOLDER
from ..book.files import symlinks
from ..book.read import DATA, DOCS, FONTS, Handbook
from ..book.unreadable import misnamed
from ..model.guide import address_of
from ..source.codes import Code
from ..source.fonts import KINDS as FONT_KINDS
from ..source.names import better_name, dotted_folder, folded, name_fault, page_fault, page_name
from ..source.problems import Problem
from .built import FOLDERS

_PAGE_AT_MOST = 1_000_000
_RESERVED = (
    "404.html",
    "sitemap.xml",
    "whats-new.xml",
    "search/search_index.json",
    "search/search_index.js",
    "assets/stylesheets/county.css",
)
OWN_KINDS = {"assets/javascripts/": ".js", "assets/stylesheets/": ".css", "assets/fonts/": ".woff2"}
"""Folders of the handbook's own code, and what they hold."""
OWN = tuple(OWN_KINDS)

_MEDIA = ".png .jpg .jpeg .gif .webp .avif .svg .ico .mp3 .m4a .ogg .wav .mp4 .webm .vtt"
_TEXTS = ".pdf .txt .csv .zip .doc .docx .dotx .xls .xlsx .xltx .ppt .pptx .odt .ods .odp .rtf .epub .ics .vcf"
DOCUMENTS = tuple(_TEXTS.split())
"""Files for a program of their own; a page has to link to them."""

_KINDS = frozenset(_MEDIA.split()) | frozenset(DOCUMENTS)


def unfit_files(handbook: Handbook) -> Iterator[Problem]:
    """Files that are published have names that can be addresses, and are of kinds that run nothing."""
    names = {file.removeprefix(f"{DOCS}/") for file in misnamed(handbook.root)}
    for path in sorted(handbook.files - names):
        page = path.endswith(".md")
        fault = page_fault(path) if page else name_fault(path)
        if fault:
            hint = f'Rename it to "{better_name(path)}", and its folder if need be.'
            yield Problem(f"{DOCS}/{path}", 0, Code.PAGE_ADDRESS, f"its name {fault}", hint)
        if path.startswith(FOLDERS) and not page:
            message = "it is in a folder of the site that the build fills itself"
            yield Problem(f"{DOCS}/{path}", 0, Code.PAGE_ADDRESS, message, "Move it to docs/assets.")
        elif not (page or is_known(path)):
            message = f'a file of this kind ("{PurePosixPath(path).suffix or "no ending"}") is not published'
            yield Problem(
                f"{DOCS}/{path}", 0, Code.FILE_KIND, message, _hint_for_kind(handbook.root / DOCS / path, path)
            )


def _hint_for_kind(file: Path, path: str) -> str:
    if path.lower().endswith((".heic", ".heif", ".tif", ".tiff", ".bmp", ".psd")):
        return "Save the picture as JPEG or PNG."
    if path.lower().endswith(FONT_KINDS):
        return f"If it is for the language card, move it to {FONTS}. Nothing else here takes a font."
    if PurePosixPath(path).name.startswith(("~$", "Thumbs.db", "desktop.ini")):
        return "Delete it: a program left it here."
    if path.endswith((".yml", ".yaml")):
        return f"Lists are read from {DATA}, and questions from {ITEMS_FOLDER}. Move it there, or delete it."
    if file.stat().st_size < _PAGE_AT_MOST and file.read_bytes().lstrip(b"\xef\xbb\xbf \r\n").startswith(b"---"):
        return f'If it is a page, rename it to "{page_name(path)}".'
    return "Write it as a page, or save it as a PDF. If the handbook can't do without it, ask IT."


def hidden_pages(handbook: Handbook) -> Iterator[Problem]:
    """A page is where MkDocs looks for pages."""
    for page in handbook.guide.pages:
        if page.path not in handbook.files and (fault := page_fault(page.path)):
            hint = "Rename it, or move it to the folder of a section."
            yield Problem(page.file, 0, Code.PAGE_ADDRESS, f"its name {fault}", hint)


def linked_files(handbook: Handbook) -> Iterator[Problem]:
    """Nothing is a link of the file system: it may lead anywhere, and is a file of one line on Windows."""
    for link in symlinks(handbook.root / DOCS, handbook.root / "quizbank"):
        message = "is a link to another place in the file system, and what is there might be published"
        hint = "Put a copy of the file itself here, or remove the link."
        yield Problem(link.relative_to(handbook.root).as_posix(), 0, Code.FILE_LINK, message, hint)


@dataclass(frozen=True, eq=False, slots=True)
class _Claim:
    """A path whose address is wanted, and where that is written; no line: the file itself wants it."""

    path: str
    file: str
    line: int = 0

    @property
    def address(self) -> PurePosixPath:
        return PurePosixPath(folded(address_of(self.path)))


def addresses_taken_twice(handbook: Handbook) -> Iterator[Problem]:
    """No two files of the site have one name on Windows or macOS, old addresses included; no file is a folder too."""
    claims = list(_claims(handbook))
    first: dict[PurePosixPath, _Claim] = {}
    folders: dict[PurePosixPath, _Claim] = {}
    for claim in claims:
        address = claim.address
        other = first.setdefault(address, claim)
        if other is not claim:
            yield _clash(claim, other)
        else:
            folders |= dict.fromkeys(address.parents, claim)
    order = {claim: at for at, claim in enumerate(claims)}
    for address in first.keys() & folders.keys():
        earlier, later = sorted((first[address], folders[address]), key=order.__getitem__)
        yield _clash(later, earlier)


def _claims(handbook: Handbook) -> Iterator[_Claim]:
    yield from (_Claim(path, path) for path in _RESERVED)
    paths = (path for path in sorted(handbook.files) if not (path.endswith(".md") and dotted_folder(path)))
    yield from (_Claim(path, f"{DOCS}/{path}") for path in paths)
    for page in handbook.guide.pages:
        for at, old in enumerate(page.meta.was if page.meta else ()):
            if handbook.guide.redirects.get(old) is page and not dotted_folder(old):
                yield _Claim(old, page.file, page.markup.meta.line(("was", at)))


def _clash(claim: _Claim, other: _Claim) -> Problem:
    if claim.line:
        message = f'the old address "{claim.path}" is taken by "{other.path}": Windows and macOS see no difference'
        return Problem(claim.file, claim.line, Code.PAGE_WAS, message, f'Remove "{claim.path}" from "was".')
    message = f'its address is taken by "{other.path}": Windows and macOS see no difference'
    return Problem(claim.file, 0, Code.PAGE_ADDRESS, message, "Give one of the two another name.")


def is_known(path: str) -> bool:
    """Whether a file (path from docs) is of a kind that is published."""
    kind = PurePosixPath(path).suffix.lower()
    if PurePosixPath(path).name.startswith("~$"):
        return False
    own = any(path.startswith(folder) and kind in (ending, ".txt", ".md") for folder, ending in OWN_KINDS.items())
    return own or kind in _KINDS
