"""`handbook readability`"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from ..checks import check_handbook
from ..upkeep.readability import LONGEST, Readability, Sentence, measure

WORST = 10


@click.command()
@click.option("--all", "every", is_flag=True, help="List every page, not only the ten hardest.")
@click.pass_obj
def command(root: Path, every: bool) -> None:
    """Show how hard the pages are to read: grade levels, the hardest pages and sentences that are too long."""
    handbook, _ = check_handbook(root)
    found = measure(handbook)
    click.echo(_medians(found))
    pages = sorted(found.pages.items(), key=lambda page: (-page[1], page[0]))[: None if every else WORST]
    click.echo("\nAll pages, the hardest first:" if every else "\nThe hardest pages:")
    for file, grade in pages:
        click.echo(f"  {grade:4.1f}  {file}")
    click.echo(_long(found.too_long))


def _medians(found: Readability) -> str:
    return (
        f"Pages: median grade {found.median:.1f} in {len(found.pages)} pages (goal: 8 or lower).\n"
        f"Words to say: median grade {found.median_spoken:.1f} in {len(found.spoken)} texts (goal: 6 or lower)."
    )


def _long(sentences: Sequence[Sentence]) -> str:
    if not sentences:
        return f"\nNo sentence is longer than {LONGEST} words."
    listed = (f"{each.path}:{each.line}: {len(each.words)} words: {each.text}" for each in sentences)
    return "\n".join([f"\nSentences of more than {LONGEST} words:", *listed])
