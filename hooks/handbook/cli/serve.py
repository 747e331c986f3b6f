"""`handbook serve`"""

from __future__ import annotations

from pathlib import Path

import click

from ..site.build import BuildError, Host, run_host
from ._host import with_host


@click.command()
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="The address of the preview.")
@with_host
@click.pass_obj
def command(root: Path, address: str, host: Host) -> None:
    """Preview the pages. They reload when you save a file, and problems show where they are."""
    try:
        run_host(root, host, "serve", "--dev-addr", address)
    except BuildError as error:
        raise click.ClickException(str(error)) from error
    except KeyboardInterrupt:
        click.echo()
