"""`handbook report`"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from ..book.read import Handbook
from ..fix import suggestions
from ..git.repository import is_shallow
from ..results.answered_form import Forms
from ..results.findings import finding
from ..results.ledger import is_ledger, read_ledger
from ..results.pile import Pile
from ..results.summary import summarize
from ..results.table import read_table
from ..source.codes import Code
from ..source.problems import Problems, as_text
from ..upkeep.report import as_page
from ._inspect import Ready, inspect
from .changes import SHALLOW, changes_or_exit


@click.command()
@click.option("--since", default="", help="A commit to compare with (default: what is published).")
@click.option(
    "--results",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A table that `handbook results --out` wrote: show the questions to look at, too.",
)
@click.pass_obj
def command(root: Path, since: str, results: Path | None) -> None:
    """Show what a reviewer needs, in Markdown: mistakes and edits for them, changes, an email to paste, reviews due."""
    handbook, problems = inspect(root, Ready.DECLARED)
    today = datetime.now(UTC).date()
    edits = "".join(fix.difference() for fix in suggestions(root, problems.blocking))
    changes = changes_or_exit(root, since)
    if is_shallow(root):
        click.echo(SHALLOW + "\n")
    click.echo(as_page(handbook, problems, edits, changes, today))
    if results:
        click.echo(f"\n### What the answers say\n\n{_questions_to_look_at(results, handbook)}")


def _questions_to_look_at(file: Path, handbook: Handbook) -> str:
    """The questions of the bank in which something stands out, each with its place. A problem ends the command."""
    problems = Problems()
    pile = Pile(Forms(handbook), problems)
    table = read_table(file.name, file.read_bytes(), problems)
    if table is not None and not is_ledger(table):
        hint = "Write it with: handbook results FILE --out results.csv"
        problems.add(file.name, table.line, Code.RESULTS_FILE, "isn't a table of results", hint)
    elif table is not None:
        read_ledger(table, pile)
    if problems.blocking:
        raise click.ClickException(as_text(problems))
    bank = handbook.bank.items
    lines = [
        f"- **{one.item}** ({bank[one.item].document.path}:{bank[one.item].line}): {note}"
        for one in summarize(pile.responses, handbook).questions
        if one.item in bank and one.rev == bank[one.item].item.rev and (note := finding(one))
    ]
    return "\n".join(lines) or "Nothing stands out. With fewer than 20 answers to a question, nothing could."
