"""`handbook bundle`"""

from __future__ import annotations

from pathlib import Path

import click

from ..git.edition import read_edition
from ..site.build import SITE
from ..site.bundle import bundle, bundle_name
from ..source.atomic import write_whole
from ..source.problems import Problems
from ..source.site_config import read_site_config
from ..source.whole_folder import holding
from ._file import refuse_ending
from .site import command as build


@click.command()
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="The file to write (default: named for the edition)."
)
@click.pass_context
def command(context: click.Context, out: Path | None) -> None:
    """Build the site and zip it, so that it opens with a double-click on any computer."""
    if out:
        refuse_ending(out, ".zip", kind="the site as a zip file")
    context.invoke(build)
    root: Path = context.obj
    name, edition = read_site_config(root, Problems()).name, read_edition(root)
    out = out or root / f"{bundle_name(name, edition)}.zip"
    with holding(root / SITE):
        content = bundle(root / SITE, name, edition)
    write_whole(out, content)
    click.echo(f"{out}: the handbook, edition {edition}, {len(content):,} bytes.")
    click.echo("Unzip it anywhere and double-click index.html.")
