"""The walls of the library: data flows one way, and nothing in it knows MkDocs."""

import ast
import re
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import yaml

from support.folders import PROJECT

LIBRARY = PROJECT / "hooks" / "handbook"

ROOMS = (
    "git",
    "source",
    "model",
    "book",
    "assembly",
    "lint",
    "upkeep",
    "fix",
    "html",
    "pdf",
    "export",
    "checks",
    "site",
    "intake",
    "cli",
)
"""From the ground up: a room imports only from itself and from those before it."""

MODULES = sorted(path.relative_to(LIBRARY).as_posix() for path in LIBRARY.rglob("*.py") if path.name != "__init__.py")


def _imports(file: Path) -> set[str]:
    """The names of all modules that a file imports, absolute, those for types only included."""
    package = ("handbook", *file.relative_to(LIBRARY).parent.parts) if file.is_relative_to(LIBRARY) else ()
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join([*base, *([node.module] if node.module else [])])
            found |= {module} if node.module else {f"{module}.{alias.name}" for alias in node.names}
    return found


def test_the_library_holds_these_rooms_and_no_single_modules() -> None:
    top = {path.name for path in LIBRARY.iterdir() if path.name != "__pycache__"}
    assert top == {*ROOMS, "__init__.py"}


@pytest.mark.parametrize("path", MODULES)
def test_a_module_imports_only_from_its_room_and_those_before_it(path: str) -> None:
    room = ROOMS.index(path.split("/", maxsplit=1)[0])
    for name in _imports(LIBRARY / path):
        parts = name.split(".")
        if parts[0] == "handbook" and len(parts) > 1:
            assert ROOMS.index(parts[1]) <= room, f"{path} imports {name}"


def test_print_and_web_do_not_know_each_other() -> None:
    for path in MODULES:
        assert not (
            path.startswith("pdf/") and any(name.startswith("handbook.html") for name in _imports(LIBRARY / path))
        )


def test_the_drawing_in_contributing_is_the_same_list() -> None:
    text = (PROJECT / "CONTRIBUTING.md").read_text("utf-8")
    assert tuple(re.findall(r"^    ([a-z]+)/ ", text, re.MULTILINE)) == ROOMS


def test_no_test_imports_another_test() -> None:
    for file in (PROJECT / "tests").rglob("*.py"):
        modules = {name.split(".")[-1] for name in _imports(file)}
        assert not {name for name in modules if name.startswith("test_") or name == "conftest"}, file


@pytest.mark.parametrize("path", MODULES)
def test_the_library_does_not_know_mkdocs(path: str) -> None:
    assert not {name for name in _imports(LIBRARY / path) if name.split(".")[0] in ("mkdocs", "material", "properdocs")}


@pytest.mark.parametrize("path", MODULES)
def test_a_module_says_its_job(path: str) -> None:
    assert ast.get_docstring(ast.parse((LIBRARY / path).read_text("utf-8")))


def test_a_hook_has_the_name_of_no_other_module() -> None:
    """MkDocs puts the folder of the hooks before all others: a hook with the name of what it imports gets itself."""
    taken = sys.stdlib_module_names | packages_distributions().keys()
    assert not {path.stem for path in (PROJECT / "hooks").glob("*.py")} & taken


def test_mkdocs_is_told_of_every_hook() -> None:
    listed = yaml.safe_load((PROJECT / "mkdocs.yml").read_text("utf-8"))["hooks"]
    files = [path for path in (PROJECT / "hooks").glob("*.py") if "\ndef on_" in path.read_text("utf-8")]
    assert sorted(listed) == sorted(f"hooks/{path.name}" for path in files)
