"""The option that chooses the program that builds the pages."""

from __future__ import annotations

from typing import get_args

import click

from ..site.build import Host

with_host = click.option(
    "--with",
    "host",
    type=click.Choice(get_args(Host)),
    default="mkdocs",
    show_default=True,
    help="The program that builds the pages. Both give the same files.",
)
