"""The walls of the library: data flows one way, and nothing in it knows MkDocs."""

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import yaml

from support.folders import PROJECT

HOOKS = PROJECT / "hooks"
LIBRARY = HOOKS / "handbook"

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
    "results",
    "workshop",
    "cli",
)
"""From the ground up: a room imports only from itself and from those before it."""

MODULES = sorted(path.relative_to(LIBRARY).as_posix() for path in LIBRARY.rglob("*.py") if path.name != "__init__.py")


@cache
def _tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"))


def _imports(file: Path) -> set[str]:
    """The names of all modules that a file imports, absolute, those for types only included."""
    package = ("handbook", *file.relative_to(LIBRARY).parent.parts) if file.is_relative_to(LIBRARY) else ()
    modules: set[str] = set()
    for node in ast.walk(_tree(file)):
        if isinstance(node, ast.Import):
            modules |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join([*base, *([node.module] if node.module else [])])
            modules |= {module} if node.module else {f"{module}.{alias.name}" for alias in node.names}
    return modules


IMPORTS = tuple((path, name) for path in MODULES for name in sorted(_imports(LIBRARY / path)))
"""What each module of the library imports."""

PARTICIPLE = re.compile(
    r"_*(asked|chosen|done|drawn|found|given|kept|known|listed|made|meant|"
    r"named|printed|said|shown|taken|told|used|wanted)_*",
    re.IGNORECASE,
)
"""No name on its own: say what a thing is, not what was done to it. `drawn_items` is fine; so is `left`, a side."""


def _names(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every name that a file gives to something, with its line."""
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield node.lineno, name
            case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()) | ast.arg(arg=name):
                yield node.lineno, name
            case ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)) | ast.ExceptHandler(name=str(name)):
                yield node.lineno, name
            case ast.alias(asname=str(name)):
                yield node.lineno, name


def _participles(tree: ast.Module) -> list[tuple[int, str]]:
    return [(line, name) for line, name in _names(tree) if PARTICIPLE.fullmatch(name)]


def test_the_library_holds_these_rooms_and_no_single_modules() -> None:
    top = {path.name for path in LIBRARY.iterdir() if path.name != "__pycache__"}
    assert top == {*ROOMS, "__init__.py"}


def test_a_module_imports_only_from_its_room_and_those_before_it() -> None:
    for path, name in IMPORTS:
        room, parts = ROOMS.index(path.split("/", maxsplit=1)[0]), name.split(".")
        if parts[0] == "handbook" and len(parts) > 1:
            assert ROOMS.index(parts[1]) <= room, f"{path} imports {name}"


def test_print_and_web_do_not_know_each_other() -> None:
    for path, name in IMPORTS:
        assert not (path.startswith("pdf/") and name.startswith("handbook.html")), f"{path} imports {name}"


def test_the_drawing_in_contributing_is_the_same_list() -> None:
    text = (PROJECT / "CONTRIBUTING.md").read_text("utf-8")
    assert tuple(re.findall(r"^    ([a-z]+)/ ", text, re.MULTILINE)) == ROOMS


def test_no_test_imports_another_test() -> None:
    for file in (PROJECT / "tests").rglob("*.py"):
        modules = {name.split(".")[-1] for name in _imports(file)}
        assert not {name for name in modules if name.startswith("test_") or name == "conftest"}, file


def test_no_two_classes_have_one_name() -> None:
    """What a module keeps to itself (`_Reader`) may be called what others call theirs."""
    places: dict[str, list[str]] = {}
    for path in MODULES:
        for node in _tree(LIBRARY / path).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places.setdefault(node.name, []).append(path)
    assert {name: paths for name, paths in places.items() if len(paths) > 1} == {}


def test_the_library_does_not_know_mkdocs() -> None:
    for path, name in IMPORTS:
        assert name.split(".")[0] not in ("mkdocs", "material", "properdocs"), f"{path} imports {name}"


def test_a_module_says_its_job() -> None:
    assert [path for path in MODULES if not ast.get_docstring(_tree(LIBRARY / path))] == []


def test_a_hook_has_the_name_of_no_other_module() -> None:
    """MkDocs puts the folder of the hooks before all others: a hook with the name of what it imports gets itself."""
    names = sys.stdlib_module_names | packages_distributions().keys()
    assert not {path.stem for path in (PROJECT / "hooks").glob("*.py")} & names


def test_mkdocs_lists_every_hook() -> None:
    hooks = yaml.safe_load((PROJECT / "mkdocs.yml").read_text("utf-8"))["hooks"]
    files = [
        path for path in (PROJECT / "hooks").glob("*.py") if re.search(r"(?m)^(?:def )?on_\w+", path.read_text("utf-8"))
    ]
    assert sorted(hooks) == sorted(f"hooks/{path.name}" for path in files)


def test_no_participle_is_a_name() -> None:
    files = {file.relative_to(PROJECT).as_posix(): _tree(file) for file in HOOKS.rglob("*.py")}
    assert {path: names for path, tree in files.items() if (names := _participles(tree))} == {}


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("found = 1", "found"),
        ("_KEPT: int = 1", "_KEPT"),
        ("def told(): ...", "told"),
        ("class _Made: ...", "_Made"),
        ("lambda *, asked: 1", "asked"),
        ("self.chosen = 1", "chosen"),
        ("[1 for shown in ()]", "shown"),
        ("if said := 1: ...", "said"),
        ("import re as used", "used"),
    ],
)
def test_a_participle_is_noticed_wherever_a_name_is_given(code: str, name: str) -> None:
    assert _participles(ast.parse(code)) == [(1, name)]
    assert not _participles(ast.parse(code.replace(name, f"{name}_item")))
