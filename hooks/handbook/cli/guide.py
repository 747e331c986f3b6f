"""`handbook guide`"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..checks import check_handbook
from ..pdf import GuideFormat, print_guide
from ..source.problems import Problems, as_text
from ._words import announce, verdict

FORMATS = {form.key: form for form in GuideFormat}


@click.command()
@click.option("--only", type=click.Choice(list(FORMATS)), multiple=True, help="Print only this format (default: all).")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default="build/pocket-guide",
    show_default=True,
    help="The folder to write to, relative to the handbook's folder.",
)
@click.pass_obj
def command(root: Path, only: tuple[str, ...], out: Path) -> None:
    """Print the pocket guide without building the site."""
    problems, chosen = Problems(), [FORMATS[key] for key in only] or list(GuideFormat)
    announce("Printing the pocket guide")
    handbook, found = check_handbook(root)
    problems.extend(found.blocking)
    edition, site = handbook.edition, handbook.site.address
    printed = [] if problems.blocking else print_guide(handbook, edition, site, problems, chosen)
    if len(problems):
        click.echo(as_text(problems))
    if problems.blocking:
        click.echo(f"{verdict(problems)} Nothing was printed.", err=True)
        sys.exit(1)
    (root / out).mkdir(parents=True, exist_ok=True)
    for guide in printed:
        file = root / out / guide.format.file
        file.write_bytes(guide.pdf)
        click.echo(f"{guide.format.title}, {guide.amount}: {file}")
    if not printed:
        click.echo("docs/_data/pocket-guide.yml lists nothing to print.")
