"""Rows that belong to a grid though neither lines nor paint close them: heads over it, plain rows of a painted table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.pdf import boxes
from extractors.pdf.joints import outer_row
from extractors.pdf.lattice import Grid, GridCell
from extractors.pdf.middles import Middles
from extractors.pdf.primitives import Word

LEAST_COLUMNS = 3
"""Columns of a table from which words stand in columns by no chance."""

HEADED_SHARE = 0.6
"""The share of the columns (the first left out: rows' labels) over which turned heads stand."""

NEAR = 12.0
"""Points between turned heads and the row under them."""

TALLEST = 150.0
"""Points: turned heads are no higher."""

SLACK = 3.0
"""Points by which a turned head may reach into the row under it."""


def with_turned_heads(grid: Grid, words: Middles[Word], others: Sequence[Grid]) -> Grid:
    """The grid with a row of its own for heads that are turned upright over its columns."""
    x0, top, x1, _ = grid.box
    if len(grid.xs) <= LEAST_COLUMNS:
        return grid
    zone = (x0, top - TALLEST, x1, top)
    taken = [cell.box for other in others if other is not grid for cell in other.cells]
    heads = [
        word
        for word in words.within(zone)
        if word.turned
        and top - NEAR <= word.box[3] <= top + SLACK
        and not any(boxes.holds_center(box, word.box) for box in taken)
    ]
    columns = {sum(1 for x in grid.xs[1:-1] if boxes.center(word.box)[0] > x) for word in heads}
    if len(columns - {0}) < max(2, HEADED_SHARE * (len(grid.xs) - 2)):
        return grid
    return _with_row(grid, min(word.box[1] for word in heads) - 1.0, above=True)


def with_plain_rows(grid: Grid, words: Middles[Word]) -> Grid:
    """A painted grid with the heads that stand over it and the rows that nobody painted."""
    if len(grid.xs) <= LEAST_COLUMNS:
        return grid
    grid = _completed(grid, words)
    top = outer_row(grid.ys[0], grid.xs, words, up=True)
    if top is not None and all(
        word.look.bold for word in words.within((grid.xs[0], top, grid.xs[-1], grid.ys[0]))
    ):
        grid = _with_row(grid, top, above=True)
    bottom = outer_row(grid.ys[-1], grid.xs, words, up=False)
    return grid if bottom is None else _with_row(grid, bottom, above=False)


def _completed(grid: Grid, words: Middles[Word]) -> Grid:
    """The grid with cells where a row has painted and plain ones, if its words keep to the columns."""
    columns = len(grid.xs) - 1
    added: list[GridCell] = []
    for row in range(len(grid.ys) - 1):
        here = [cell for cell in grid.cells if cell.row <= row < cell.row + cell.row_span]
        held = {column for cell in here for column in range(cell.column, cell.column + cell.column_span)}
        top, bottom = grid.ys[row], grid.ys[row + 1]
        inside = words.within((grid.xs[0], top, grid.xs[-1], bottom))
        crossed = any(word.x0 < x - 1 and word.x1 > x + 1 for word in inside for x in grid.xs[1:-1])
        if len(held) < columns and not crossed:
            added += [_cell(grid.xs, row, column, top, bottom) for column in range(columns) if column not in held]
    cells = sorted([*grid.cells, *added], key=lambda cell: (cell.row, cell.column))
    return replace(grid, cells=tuple(cells)) if added else grid


def _with_row(grid: Grid, end: float, above: bool) -> Grid:
    """The grid with one row more, which ends (or begins) at ``end``."""
    shift, row = (1, 0) if above else (0, len(grid.ys) - 1)
    top, bottom = (end, grid.ys[0]) if above else (grid.ys[-1], end)
    fresh = [_cell(grid.xs, row, column, top, bottom) for column in range(len(grid.xs) - 1)]
    known = [replace(cell, row=cell.row + shift) for cell in grid.cells]
    cells = (*fresh, *known) if above else (*known, *fresh)
    return Grid(tuple(cells), grid.xs, (end, *grid.ys) if above else (*grid.ys, end))


def _cell(xs: Sequence[float], row: int, column: int, top: float, bottom: float) -> GridCell:
    return GridCell(row, column, 1, 1, (xs[column], top, xs[column + 1], bottom))
