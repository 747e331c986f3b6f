"""`handbook site`"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..site.build import BlockedError, BuildError, Host, build_site
from ._host import with_host
from ._words import announce


@click.command()
@with_host
@click.pass_obj
def command(root: Path, host: Host) -> None:
    """Build the whole site into site/, including the pocket guide. If there is a problem, the old site stays."""
    try:
        announce("Building the site")
        built, output = build_site(root, host)
    except BuildError as error:
        click.echo(error.output, nl=False)
        if not isinstance(error, BlockedError):
            click.echo(f"{error} site/ is unchanged.", err=True)
        sys.exit(1)
    click.echo(output, nl=False)
    click.echo(f"The handbook is ready: open {built / 'index.html'}")
    if (built / "pocket-guide").is_dir():
        click.echo(f"The pocket guide in every format: {built / 'pocket-guide'}")
