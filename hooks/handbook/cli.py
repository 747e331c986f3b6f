"""The `handbook` command."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import click

from .book import Handbook
from .checks import check_handbook
from .problems import Problem, Problems, as_github, as_gitlab, as_text
from .site import BuildError, build_site, run_mkdocs

REPORTS: dict[str, Callable[[Iterable[Problem]], str]] = {"text": as_text, "github": as_github, "gitlab": as_gitlab}


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The handbook's folder (default: this one).",
)
@click.version_option(package_name="handbook")
@click.pass_context
def main(context: click.Context, root: Path) -> None:
    """Check, build and preview the staff handbook."""
    if not (root / "mkdocs.yml").is_file():
        raise click.UsageError(
            f"{root.resolve().name} holds no mkdocs.yml: run this in the handbook's folder, or name it with --root."
        )
    context.obj = root.resolve()


@main.command()
@click.option("--format", "report", type=click.Choice(list(REPORTS)), default="text", help="How to report.")
@click.pass_obj
def check(root: Path, report: str) -> None:
    """List everything that is wrong (exit 1) and everything worth knowing."""
    handbook, problems = check_handbook(root)
    if report != "text" or len(problems):
        click.echo(REPORTS[report](problems))
    if problems.blocking:
        click.echo(_verdict(problems), err=True)
        sys.exit(1)
    if report == "text":
        click.echo(counts(handbook))


@main.command()
@click.pass_obj
def site(root: Path) -> None:
    """Build the whole site into site/, pocket guide included. A problem leaves the old site as it was."""
    handbook, problems = check_handbook(root)
    if problems.blocking:
        click.echo(as_text(problems.blocking))
        click.echo(_verdict(problems) + " Nothing was built; site/ is as it was.", err=True)
        sys.exit(1)
    try:
        built = build_site(root)
    except BuildError as error:
        click.echo(f"{error} site/ is as it was.", err=True)
        sys.exit(1)
    click.echo(counts(handbook))
    click.echo(f"The handbook is ready: open {built / 'index.html'}")
    for guide in sorted((built / "pocket-guide").glob("*.pdf")):
        click.echo(f"The pocket guide to print: {guide}")


@main.command()
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to serve the preview.")
@click.pass_obj
def serve(root: Path, address: str) -> None:
    """Preview the pages; they reload when a file is saved. Problems show in their place."""
    try:
        run_mkdocs(root, "serve", "--dev-addr", address)
    except BuildError as error:
        raise click.ClickException(str(error)) from error
    except KeyboardInterrupt:
        click.echo()


def counts(handbook: Handbook) -> str:
    """One line that says how much there is."""
    guide, bank, empty = handbook.guide, handbook.bank, handbook.profile.empty
    return (
        f"{len(guide.pages)} pages, {len(guide.blocks)} directives, {len(bank.items)} questions, "
        f"{len(empty)} profile values to fill in."
    )


def _verdict(problems: Problems) -> str:
    many = len(problems.blocking)
    return f"{many} problem{'s' if many != 1 else ''} to mend before this can be published."


if __name__ == "__main__":
    main()
