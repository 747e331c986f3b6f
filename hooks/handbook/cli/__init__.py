"""The `handbook` command: one module a command."""

from __future__ import annotations

import gc
import os
from errno import EPIPE
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import click

ALLOCATIONS = 500_000
"""How many new objects start the garbage collector. What a command reads stays to its end, so it finds little."""


class Commands(click.Group):
    """The modules here that do not begin with _, each a command of its name, read when it is called.

    A trailing _ keeps a module's name from being a keyword. A command ends in words, never in a traceback, where
    the files or the surroundings are not as needed.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's own signature)
        """The names of all commands."""
        return sorted(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of a name; none where there is none."""
        if cmd_name not in _MODULES:
            return None
        command: click.Command = import_module(f"{__name__}.{_MODULES[cmd_name]}").command
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the command that was named."""
        gc.set_threshold(ALLOCATIONS)  # before its modules are read
        os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # else all libraries are searched for some
        try:
            return super().invoke(ctx)
        except click.ClickException:
            raise
        except Exception as error:
            words = _in_words(error)
            if words is None:
                raise
            raise click.ClickException(words) from error
        finally:
            gc.freeze()  # the process ends: nothing has to be looked through once more


def _in_words(error: Exception) -> str | None:
    """What to say where the files or the surroundings aren't as needed. None for any other fault."""
    from ..git.edition import EpochError  # noqa: PLC0415 (read only where something is wrong)
    from ..source.atomic import WriteError  # noqa: PLC0415
    from ..source.whole_folder import FolderError  # noqa: PLC0415

    if isinstance(error, (EpochError, FolderError, WriteError)):
        return str(error)
    if isinstance(error, OSError) and error.errno != EPIPE:  # then whoever reads the output has stopped: click knows
        return f"{error.filename or 'The output'}: {error.strerror or error}."
    return None


_MODULES = {
    module.name.removesuffix("_"): module.name for module in iter_modules(__path__) if not module.name.startswith("_")
}


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
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
    if not (root / "mkdocs.yml").is_file() and (root / "hooks" / "theme").is_dir():
        raise click.UsageError("mkdocs.yml is gone, and nothing can be published without it. Undo the change to it.")
    if not (root / "mkdocs.yml").is_file():
        raise click.UsageError(
            f"There is no mkdocs.yml in {root.resolve().name}. Run this in the handbook's folder, or use --root."
        )
    context.obj = root.resolve()
    _recover_site(context.obj)


def _recover_site(root: Path) -> None:
    """Put the site back where a killed build has left it aside: there is one at the start of every command."""
    if not (root / "site").exists():
        from ..site.build import SITE  # noqa: PLC0415 (read only where it may be needed)
        from ..source.whole_folder import recover  # noqa: PLC0415

        recover(root / SITE)
