"""A bar of painted cells within a row that has words too: 'Progress', ten boxes, 'each box is 10% of the work'."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from extractors.pdf import boxes
from extractors.pdf.bars import EQUAL_CELLS, EQUAL_WIDTHS
from extractors.pdf.lattice import Grid, GridCell, renumbered
from extractors.pdf.middles import Middles
from extractors.pdf.primitives import Word

_ONE_ROW = 2
"""Level lines of a grid of one row."""


def joined_steps(grids: Sequence[Grid], words: Middles[Word]) -> tuple[list[Grid], list[Grid]]:
    """The grids, in each single row the cells joined that are meant as steps; and a grid of each such run's cells."""
    joined: list[Grid] = []
    steps: list[Grid] = []
    for grid in grids:
        run = _run(grid, words) if len(grid.ys) == _ONE_ROW else []
        if not run or len(run) == len(grid.cells):
            joined.append(grid)
            continue
        steps.append(renumbered(run, grid.xs, grid.ys))
        first, last = run[0], run[-1]
        whole = replace(
            first,
            column_span=last.column + last.column_span - first.column,
            box=boxes.union(cell.box for cell in run),
        )
        cells = [whole if cell is first else cell for cell in grid.cells if cell is first or cell not in run]
        joined.append(renumbered(cells, grid.xs, grid.ys))
    return joined, steps


def _run(grid: Grid, words: Middles[Word]) -> list[GridCell]:
    """The longest run of cells of one width without a word, where there are as many as steps have."""
    runs = [
        list(run)
        for empty, run in itertools.groupby(grid.cells, lambda cell: not words.holds_any([cell.box]))
        if empty
    ]
    longest = max(runs, key=len, default=[])
    widths = [boxes.width(cell.box) for cell in longest]
    equal = len(longest) >= EQUAL_CELLS and max(widths) <= EQUAL_WIDTHS * min(widths)
    return longest if equal else []
