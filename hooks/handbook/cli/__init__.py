"""The `handbook` command: one module a command."""

from __future__ import annotations

import gc
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import click

ALLOCATIONS = 100_000
"""How many new objects start the garbage collector. What a command reads stays to its end, so it finds little."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The handbook's folder (default: the current folder).",
)
@click.version_option(package_name="handbook")
@click.pass_context
def main(context: click.Context, root: Path) -> None:
    """Check, build and preview the staff handbook."""
    if not (root / "mkdocs.yml").is_file():
        raise click.UsageError(
            f"There is no mkdocs.yml in {root.resolve().name}. Run this in the handbook's folder, or use --root."
        )
    gc.set_threshold(ALLOCATIONS)
    context.obj = root.resolve()


# every module here that does not begin with _ is a command of its name; a trailing _ keeps it from being a keyword
for _module in iter_modules(__path__):
    if not _module.name.startswith("_"):
        main.add_command(import_module(f"{__name__}.{_module.name}").command, _module.name.removesuffix("_"))
