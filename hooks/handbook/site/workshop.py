"""The parts of the workshop, which runs the library in the reader's browser: Python as WebAssembly, libraries, sources.

Source: Pyodide (https://pyodide.org), CPython compiled to WebAssembly, from its npm package. Its version of Python and
of its binary interface are what the wheels of requirements-browser.txt are made for.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import distribution, version
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from ..book.read import FONTS, Handbook
from ..export.archive import zipped
from ..git.edition import STAMP, Edition
from ..html.workshop import FOLDER
from ..model.blocks import Workshop
from ..source.atomic import write_whole

ENGINE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
ENGINE_FOLDER = "web/node_modules/pyodide"
_LOADS = b"pyodide.asm.mjs"
WHEELS_FOLDER = ".cache/workshop"
PRINTER = "typst"

LIBRARIES = (
    "annotated-types",
    "cached-property",
    "chevron",
    "click",
    "et-xmlfile",
    "frozendict",
    "genanki",
    "Markdown",
    "openpyxl",
    "pydantic",
    "pymdown-extensions",
    "pypdf",
    "PyYAML",
    "segno",
    "tinycss2",
    "typing-extensions",
    "typing-inspection",
    "webencodings",
)
"""What the library imports there and is plain Python: taken as it is installed here."""

_SITE_PACKAGES = "lib/python3.14/site-packages/"
_SOURCES = ("docs", "quizbank", "hooks/handbook")
_LEFT_OUT = ("/__pycache__/", f"{FONTS}/")
"""What is not needed there: nobody prints the language card in a browser."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What the workshop is made of: files by name, and the sizes that the page says beforehand."""

    files: dict[str, bytes]

    def listing(self) -> bytes:
        """The list that the page reads first: the size of each part, and a mark that changes with its content."""
        entries = {
            name: {"size": len(data), "mark": sha256(data).hexdigest()[:12]} for name, data in self.files.items()
        }
        return json.dumps(entries, indent=1, sort_keys=True).encode()


def _mark(content: bytes) -> str:
    return sha256(content).hexdigest()[:12]


def has_workshop(handbook: Handbook) -> bool:
    """Whether a page has a tool of the workshop."""
    return any(isinstance(placed.block, Workshop) for placed in handbook.guide.blocks.values())


def missing_parts(root: Path) -> list[str]:
    """What is lacking to build the workshop in, as files relative to the handbook's folder."""
    lacking = [f"{ENGINE_FOLDER}/{name}" for name in ENGINE if not (root / ENGINE_FOLDER / name).is_file()]
    wheels = [f"{WHEELS_FOLDER}/{name}" for name in ("pydantic_core", PRINTER) if _wheel(root, name) is None]
    return [*lacking, *wheels]


def write_workshop(handbook: Handbook, site: Path) -> None:
    """Put the workshop into a built site. Raises OSError where its parts can't be read or written."""
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    parts = workshop_parts(handbook)
    for name, content in parts.files.items():
        (folder / name).write_bytes(content)
    (folder / "parts.json").write_bytes(parts.listing())


def workshop_parts(handbook: Handbook) -> Parts:
    """Everything that the page loads. The same edition and libraries give the same bytes."""
    root = handbook.root
    engine = {_servable(name): _engine_file(root, name) for name in ENGINE}
    return Parts(
        {
            **engine,
            "libraries.zip": _zip_of(root, "libraries", _versions(root), lambda: _libraries(root)),
            "handbook.zip": zipped(_sources(handbook), handbook.edition),
            "print.zip": _zip_of(root, "print", _wheel_name(root, PRINTER), lambda: _unpacked(root, PRINTER)),
        }
    )


def _servable(name: str) -> str:
    """A name that any web server knows for JavaScript: several don't know .mjs, and browsers refuse what they send."""
    return name.replace(".mjs", ".js")


def _engine_file(root: Path, name: str) -> bytes:
    """A file of Pyodide, which asks for another one by its name."""
    content = (root / ENGINE_FOLDER / name).read_bytes()
    return content.replace(_LOADS, _servable(_LOADS.decode()).encode()) if name == ENGINE[0] else content


def _zip_of(root: Path, name: str, versions: str, make: Callable[[], dict[str, bytes]]) -> bytes:
    """A zip of libraries where Python looks for them; the one of an earlier build where their versions are the same.

    Packing takes seconds, and libraries seldom change.
    """
    file = root / WHEELS_FOLDER / f"{name}-{sha256(versions.encode()).hexdigest()[:12]}.zip"
    if not file.is_file():
        content = zipped({_SITE_PACKAGES + name: content for name, content in make().items()}, Edition())
        for old in file.parent.glob(f"{name}-*.zip"):
            old.unlink(missing_ok=True)
        write_whole(file, content)
    return file.read_bytes()


def _versions(root: Path) -> str:
    return "\n".join([*(f"{name} {version(name)}" for name in LIBRARIES), _wheel_name(root, "pydantic_core")])


def _wheel_name(root: Path, name: str) -> str:
    wheel = _wheel(root, name)
    return wheel.name if wheel else ""


def _libraries(root: Path) -> dict[str, bytes]:
    """The Python files of all libraries, with what tells their versions."""
    files = _unpacked(root, "pydantic_core")
    for name in LIBRARIES:
        for file in sorted(distribution(name).files or (), key=str):
            if file.suffix in (".py", ".json") or file.name in ("METADATA", "entry_points.txt"):
                files[str(file)] = file.read_binary()
    return {name: content for name, content in files.items() if not name.startswith("..")}


def _unpacked(root: Path, name: str) -> dict[str, bytes]:
    wheel = _wheel(root, name)
    assert wheel is not None
    with ZipFile(BytesIO(wheel.read_bytes())) as archive:
        return {entry: archive.read(entry) for entry in sorted(archive.namelist()) if not entry.endswith("/")}


def _wheel(root: Path, name: str) -> Path | None:
    return next(iter(sorted((root / WHEELS_FOLDER).glob(f"{name}-*.whl"))), None)


def _sources(handbook: Handbook) -> dict[str, bytes]:
    root = handbook.root
    files = {file.relative_to(root).as_posix(): file for folder in _SOURCES for file in _files(root / folder)}
    held = {name: file.read_bytes() for name, file in files.items() if not any(part in name for part in _LEFT_OUT)}
    held |= {"mkdocs.yml": (root / "mkdocs.yml").read_bytes(), STAMP: handbook.edition.stamp.encode()}
    return {f"handbook/{name}": content for name, content in held.items()}


def _files(folder: Path) -> Iterator[Path]:
    return (file for file in sorted(folder.rglob("*")) if file.is_file() and not file.is_symlink())
