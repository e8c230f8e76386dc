"""Rows of a drawn grid of one column, a ruled card perhaps, cut into the columns that its words keep."""

from __future__ import annotations

import itertools
from dataclasses import replace

from extractors.pdf.lattice import Grid, GridCell

SAME_LINE = 3.0
"""Points by which the limits of rows that the words show may differ from the drawn ones."""


def with_aligned_rows(grid: Grid, aligned: Grid) -> Grid:
    """The one-column ``grid`` with the columns of ``aligned``, a table found among its words.

    The rows over and under that table (a card's painted title, a row left empty) run from side to side. The grid is
    left as it is where the table's rows are not the drawn ones.
    """
    inner = aligned.ys[1:-1]
    limits = [_nearest(grid, at) for at in inner]
    if not limits or any(limit is None for limit in limits):
        return grid
    lines = [limit for limit in limits if limit is not None]
    first, last = lines[0] - 1, lines[-1] + 1
    if lines != list(range(first + 1, last)) or last >= len(grid.ys):
        return grid
    xs = (grid.xs[0], *aligned.xs[1:-1], grid.xs[-1])
    columns = len(xs) - 1
    cells: list[GridCell] = []
    for row, whole in enumerate(sorted(grid.cells, key=lambda cell: cell.row)):
        if not first <= row < last:
            cells.append(replace(whole, column_span=columns))
            continue
        _, top, _, bottom = whole.box
        cells += [
            replace(whole, column=column, box=(left, top, right, bottom))
            for column, (left, right) in enumerate(itertools.pairwise(xs))
        ]
    return replace(grid, cells=tuple(cells), xs=xs)


def _nearest(grid: Grid, at: float) -> int | None:
    """The number of the drawn line at a height; None where none is drawn there."""
    return next((number for number, y in enumerate(grid.ys) if abs(y - at) <= SAME_LINE), None)
