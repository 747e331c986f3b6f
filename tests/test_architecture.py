"""The walls of the library: data flows one way, and nothing in it knows MkDocs."""

import ast
from pathlib import Path

import pytest

from folders import PROJECT

LIBRARY = PROJECT / "hooks" / "handbook"

# from left to right; a module imports only from its own layer and those before
LAYERS = (
    {"problems", "typed", "edition", "random", "repository", "conflicts", "files", "address"},
    {"source", "profile", "markup", "picture", "filling"},
    {"model"},
    {
        "pages",
        "bank",
        "unread",
        "book",
        "checks",
        "redirects",
        "reviews",
        "schemas",
        "changes",
        "report",
        "whatsnew",
        "mend",
        "starts",
        "pagetext",
        "feedback",
        "readability",
        "lint",
        "assembly",
        "derived",
        "provenance",
        "coverage",
    },
    {"html", "pdf"},
    {"export"},
    {"fences", "site", "policy", "stylesheet", "intake", "bundle"},
    {"cli"},
)
OUTPUTS = {"html", "pdf"}
MODULES = sorted(path.relative_to(LIBRARY).as_posix() for path in LIBRARY.rglob("*.py") if path.name != "__init__.py")


def _room(path: str) -> str:
    return path.split("/", maxsplit=1)[0].removesuffix(".py")


def _layer(room: str) -> int:
    return next(at for at, rooms in enumerate(LAYERS) if room in rooms)


def _imports(file: Path) -> set[str]:
    """The names of all modules that a file imports, absolute, those for types only included."""
    package = ("handbook", *file.relative_to(LIBRARY).parent.parts)
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join([*base, *([node.module] if node.module else [])])
            found |= {module} if node.module else {f"{module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("path", MODULES)
def test_a_module_imports_only_from_its_layer_and_those_before(path: str) -> None:
    for name in _imports(LIBRARY / path):
        parts = name.split(".")
        if parts[0] == "handbook" and len(parts) > 1:
            assert _layer(parts[1]) <= _layer(_room(path)), f"{path} imports {name}"
            assert not {parts[1], _room(path)} <= OUTPUTS or parts[1] == _room(path), f"{path} imports {name}"


@pytest.mark.parametrize("path", MODULES)
def test_the_library_does_not_know_mkdocs(path: str) -> None:
    assert not {name for name in _imports(LIBRARY / path) if name.split(".")[0] in ("mkdocs", "material", "properdocs")}


@pytest.mark.parametrize("path", MODULES)
def test_a_module_says_its_job_and_stays_small(path: str) -> None:
    text = (LIBRARY / path).read_text("utf-8")
    assert ast.get_docstring(ast.parse(text))
    assert text.count("\n") <= 250


@pytest.mark.parametrize("file", sorted((PROJECT / "hooks").glob("*.py")), ids=lambda file: file.name)
def test_a_hook_only_adapts(file: Path) -> None:
    assert file.read_text("utf-8").count("\n") <= 60


def test_hooks_and_the_library_share_no_name() -> None:
    """A hook with the name of what it imports would import itself."""
    assert not {path.stem for path in (PROJECT / "hooks").glob("*.py")} & {
        "handbook",
        "markdown",
        "mkdocs",
        "material",
        "yaml",
    }
