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
    result, most = measure(handbook), None if every else WORST
    click.echo(_whole(result))
    click.echo(_hardest(result.pages, most))
    click.echo(_choppiest(result.flows, most))
    click.echo(_long(result.too_long))


def _whole(result: Readability) -> str:
    return (
        f"Pages: median grade {result.median:.1f} in {len(result.pages)} pages (goal: 8 or lower).\n"
        f"Running text: mean sentence {result.flow.mean:.1f} words (goal: 11 to 17), "
        f"{result.flow.short:.0%} of sentences have {SHORT} words or fewer (goal: 4% to 20%).\n"
        f"Words to say: median grade {result.median_spoken:.1f} in {len(result.spoken)} texts (goal: 6 or lower)."
    )


def _hardest(pages: Mapping[str, float], most: int | None) -> str:
    worst = sorted(pages.items(), key=lambda page: (-page[1], page[0]))[:most]
    title = "The hardest pages:" if most else "All pages, the hardest first:"
    return "\n".join([f"\n{title}", *(f"  {grade:4.1f}  {file}" for file, grade in worst)])


def _choppiest(flows: Mapping[str, Flow], most: int | None) -> str:
    if not flows:
        return "\nNo page has enough running text to say how it flows."
    worst = sorted(flows.items(), key=lambda page: (-page[1].short, page[1].mean, page[0]))[:most]
    title = "The choppiest pages" if most else "All pages with running text, the choppiest first"
    lines = (f"  {flow.short:4.0%}  {flow.mean:4.1f}  {file}" for file, flow in worst)
    return "\n".join([f"\n{title} (share of short sentences, mean sentence):", *lines])


def _long(sentences: Sequence[Sentence]) -> str:
    if not sentences:
        return f"\nNo sentence is longer than {LONGEST} words."
    lines = (f"{each.path}:{each.line}: {len(each.words)} words: {each.text}" for each in sentences)
    return "\n".join([f"\nSentences of more than {LONGEST} words:", *lines])
