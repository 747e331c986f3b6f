"""`handbook gaps`"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from ..book.read import DOCS
from ..model.items import ItemLevel
from ..source.problems import Problems
from ..upkeep.coverage import Coverage, coverage
from ._read import read


@click.command()
@click.pass_obj
def command(root: Path) -> None:
    """Show how many questions each section has at each level, and what no question covers yet."""
    for line in _as_lines(coverage(read(root, Problems()))):
        click.echo(line)


def _as_lines(result: Coverage) -> Iterator[str]:
    wide = max((len(title) for title, _ in result.sections), default=0)
    yield " ".join([" " * wide, *(f"{level:>7}" for level in ItemLevel), f"{'all':>7}"])
    for title, counts in result.sections:
        numbers = (*(counts[level] for level in ItemLevel), counts.total())
        yield " ".join([title.ljust(wide), *(f"{number:>7}" for number in numbers)])
    yield ""
    yield f"Pages without a question: {len(result.pages)}"
    yield from (f"  {DOCS}/{page.path}: {page.title}" for page in result.pages)
    yield f"Headings without a question: {len(result.headings)}"
    yield from (f"  {DOCS}/{page.path}:{heading.line}: {heading.text}" for page, heading in result.headings)
    yield f"Procedures and tables without a question: {len(result.directives)}"
    for placed in result.directives:
        yield f"  {DOCS}/{placed.page}:{placed.fence.line}: {placed.block.id} ({placed.kind}): {placed.block.title}"
