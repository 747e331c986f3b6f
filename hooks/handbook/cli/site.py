"""`handbook site`"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..site.build import BuildError, Host, build_site
from ..source.problems import as_text
from ._host import with_host
from ._inspect import inspect
from ._words import announce, counts, verdict


@click.command()
@with_host
@click.pass_obj
def command(root: Path, host: Host) -> None:
    """Build the whole site into site/, including the pocket guide. If there is a problem, the old site stays."""
    handbook, problems = inspect(root)
    if problems.blocking:
        click.echo(as_text(problems.blocking))
        click.echo(f"{verdict(problems)} Nothing was built, and site/ is unchanged.", err=True)
        sys.exit(1)
    try:
        announce("Building the site")
        built = build_site(root, host)
    except BuildError as error:
        click.echo(f"{error} site/ is unchanged.", err=True)
        sys.exit(1)
    click.echo(counts(handbook))
    click.echo(f"The handbook is ready: open {built / 'index.html'}")
    if (built / "pocket-guide").is_dir():
        click.echo(f"The pocket guide in every format: {built / 'pocket-guide'}")
