"""Items from the rows of a table of expectations."""

from __future__ import annotations

from dataclasses import dataclass

from ...model.blocks import Expectations
from ...source.problems import did_you_mean
from .material import Drifted, Material, Named, Unfit
from .options import option, options
from .words import joined, sentence, unlinked

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class _Table:
    """The table, the column that is asked about (`by`), the one that answers, and the ones that say why."""

    block: Expectations
    by: str
    column: str
    because: tuple[str, ...]

    def why(self, row: Row) -> str:
        """The reason of a row: what its further cells say; where there are none, both cells once more."""
        if not self.because:
            return f"{unlinked(row[self.by]).rstrip('.')}: {sentence(unlinked(row[self.column]))}"
        return joined(*(f"{self.block.columns[name]}: {unlinked(row[name])}" for name in self.because))


def match(material: Material) -> dict[str, object]:
    """Row headings to match with the cells of a column. With `only`, the cells of other rows stay as distractors."""
    table, rows = _table(material)
    asked = material.chosen(rows, material.entry.only, "only") if material.entry.only else table.block.rows
    left = [
        {"text": unlinked(row[table.by]), "to": unlinked(row[table.column]), "why": table.why(row)} for row in asked
    ]
    right = [unlinked(row[table.column]) for row in table.block.rows]
    stem = f"{table.block.title}: match each entry with what belongs to it."
    return {"stem": stem, "left": left, "right": sorted(dict.fromkeys(right))}


def single(material: Material) -> dict[str, object]:
    """What belongs to the row named by `about`; the cells of its siblings are the distractors."""
    table, rows = _table(material)
    if material.entry.about is None:
        raise Unfit('"about" is missing', "Name the row to ask about.", "as")
    right = material.chosen(rows, [material.entry.about], "about")[0]
    named = material.chosen(rows, material.entry.beside, "beside") or table.block.rows
    siblings = [
        option(unlinked(row[table.column]), f"It goes with another entry: {sentence(unlinked(row[table.by]))}")
        for row in named
        if row is not right
    ]
    made = options(material, option(unlinked(right[table.column]), table.why(right), right=True), siblings)
    stem = f"{table.block.title}: what goes with “{unlinked(right[table.by]).rstrip('.')}”?"
    return {"stem": stem, "options": made}


def _table(material: Material) -> tuple[_Table, list[Named[Row]]]:
    block, entry = material.blocks[0], material.entry
    assert isinstance(block, Expectations)
    for key, name in (("column", entry.column), ("by", entry.by), ("because", entry.because)):
        if name is not None and name not in block.columns:
            raise Drifted(f'"{entry.source}" has no column "{name}"', did_you_mean(name, block.columns), key)
    if entry.column is None:
        raise Unfit('"column" is missing', f"Name the column that answers: {', '.join(block.columns)}.", "as")
    by = entry.by or block.row_heading
    rows = [Named(row, block.ident(row), unlinked(row[by])) for row in block.rows]
    others = tuple(name for name in block.columns if name not in (by, entry.column))
    return _Table(block, by, entry.column, (entry.because,) if entry.because else others), rows
