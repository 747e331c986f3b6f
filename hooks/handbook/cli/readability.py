"""`handbook readability`"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from ..checks import check_handbook
from ..upkeep.readability import LONGEST, SHORT, Flow, Readability, Sentence, measure

WORST = 10


@click.command()
@click.option("--all", "every", is_flag=True, help="List every page, not only the ten worst.")
@click.pass_obj
def command(root: Path, every: bool) -> None:
    """Show how the pages read: grade levels, the hardest and the choppiest pages, sentences that are too long."""
    handbook, _ = check_handbook(root)
    found, most = measure(handbook), None if every else WORST
    click.echo(_whole(found))
    click.echo(_hardest(found.pages, most))
    click.echo(_choppiest(found.flows, most))
    click.echo(_long(found.too_long))


def _whole(found: Readability) -> str:
    return (
        f"Pages: median grade {found.median:.1f} in {len(found.pages)} pages (goal: 8 or lower).\n"
        f"Running text: mean sentence {found.flow.mean:.1f} words (goal: 11 to 17), "
        f"{found.flow.short:.0%} of sentences have {SHORT} words or fewer (goal: 4% to 20%).\n"
        f"Words to say: median grade {found.median_spoken:.1f} in {len(found.spoken)} texts (goal: 6 or lower)."
    )


def _hardest(pages: Mapping[str, float], most: int | None) -> str:
    listed = sorted(pages.items(), key=lambda page: (-page[1], page[0]))[:most]
    title = "The hardest pages:" if most else "All pages, the hardest first:"
    return "\n".join([f"\n{title}", *(f"  {grade:4.1f}  {file}" for file, grade in listed)])


def _choppiest(flows: Mapping[str, Flow], most: int | None) -> str:
    if not flows:
        return "\nNo page has enough running text to say how it flows."
    listed = sorted(flows.items(), key=lambda page: (-page[1].short, page[1].mean, page[0]))[:most]
    title = "The choppiest pages" if most else "All pages with running text, the choppiest first"
    lines = (f"  {flow.short:4.0%}  {flow.mean:4.1f}  {file}" for file, flow in listed)
    return "\n".join([f"\n{title} (share of short sentences, mean sentence):", *lines])


def _long(sentences: Sequence[Sentence]) -> str:
    if not sentences:
        return f"\nNo sentence is longer than {LONGEST} words."
    listed = (f"{each.path}:{each.line}: {len(each.words)} words: {each.text}" for each in sentences)
    return "\n".join([f"\nSentences of more than {LONGEST} words:", *listed])
