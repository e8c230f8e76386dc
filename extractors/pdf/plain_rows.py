"""Rows of a painted table that nobody painted: the columns of the painted rows above and below are theirs too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extractors.pdf.lattice import Grid, GridCell
from extractors.pdf.lines import make_lines
from extractors.pdf.middles import Middles
from extractors.pdf.primitives import Word

LEAST_COLUMNS = 3
"""Columns of a table, and texts apart in a row, from which a row's words stand in columns by no chance."""

FILLED_SHARE = 0.6
"""The share of the columns that the words of such a row stand in."""

SLACK = 1.0
"""Points by which a word may reach over a column's limit."""


def part_plain_rows(grid: Grid, words: Middles[Word]) -> Grid:
    """The grid, its rows without columns parted where their words keep to the columns of the others."""
    columns = len(grid.xs) - 1
    full = Counter(cell.row for cell in grid.cells if cell.column_span == 1)
    if columns < LEAST_COLUMNS or columns not in full.values():
        return grid
    cells: list[GridCell] = []
    for cell in grid.cells:
        whole = cell.column_span == columns and cell.row_span == 1
        parted = whole and keeps_columns(words.within(cell.box), grid.xs)
        cells += _parted(cell, grid.xs) if parted else [cell]
    return replace(grid, cells=tuple(cells))


def keeps_columns(words: Sequence[Word], xs: Sequence[float]) -> bool:
    """Whether words of a row stand apart, in most of the columns, and none reaches from one into the next."""
    if any(word.x0 < x - SLACK and word.x1 > x + SLACK for word in words for x in xs[1:-1]):
        return False
    apart = max((len(line.segments) for line in make_lines(words)), default=0)
    filled = {sum(1 for x in xs[1:-1] if (word.x0 + word.x1) / 2 > x) for word in words}
    return apart >= LEAST_COLUMNS and len(filled) >= max(LEAST_COLUMNS, FILLED_SHARE * (len(xs) - 1))


def _parted(cell: GridCell, xs: Sequence[float]) -> list[GridCell]:
    _, top, _, bottom = cell.box
    return [
        replace(cell, column=column, column_span=1, box=(xs[column], top, xs[column + 1], bottom))
        for column in range(len(xs) - 1)
    ]
