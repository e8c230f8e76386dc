"""Rows that belong to a grid though neither lines nor paint close them: heads over it, plain rows and columns."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from extractors.pdf import boxes
from extractors.pdf.joints import outer_row
from extractors.pdf.lattice import Grid, GridCell
from extractors.pdf.lines import make_lines
from extractors.pdf.middles import Middles
from extractors.pdf.primitives import Word

LEAST_COLUMNS = 3
"""Columns of a table from which words stand in columns by no chance."""

HEADED_SHARE = 0.6
"""The share of the columns (the first left out: rows' labels) over which turned heads stand."""

NEAR = 12.0
"""Points between turned heads and the row under them."""

LEVEL = 2.5
"""Points by which the baselines of one row, and the starts of one column, may differ."""

LEAST_ROWS = 2
"""Rows of a painted table that has a plain column at its side."""

WIDEST = 260.0
"""Points: such a column is no wider."""

FARTHEST = {True: 160.0, False: 40.0}
"""Points between the paint and the texts of a column at its left (labels of different lengths) or right."""

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
    grid = _with_side(_with_side(_completed(grid, words), words, left=True), words, left=False)
    if len(grid.xs) <= LEAST_COLUMNS:
        return grid
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
            added += [
                _cell(grid.xs, row, column, top, bottom) for column in range(columns) if column not in held
            ]
    cells = sorted([*grid.cells, *added], key=lambda cell: (cell.row, cell.column))
    return replace(grid, cells=tuple(cells)) if added else grid


def _with_side(grid: Grid, words: Middles[Word], left: bool) -> Grid:
    """The grid with the plain column at its side, whose texts stand on the baselines of all painted rows."""
    x0, _, x1, _ = grid.box
    side = (x0 - WIDEST, x0) if left else (x1, x1 + WIDEST)
    starts, ends = [], []
    for top, bottom in itertools.pairwise(grid.ys):
        bases = [word.base for word in words.within((x0, top, x1, bottom))]
        beside = make_lines(words.within((side[0], top, side[1], bottom)))
        if not bases or not beside or not any(abs(beside[0].base - base) <= LEVEL for base in bases):
            return grid
        near = [line.segments[-1 if left else 0] for line in beside]
        starts.append(near[0].x0)
        ends += [segment.x1 for segment in near]
    crossed = max(ends) > x0 + 1 if left else min(starts) < x1 - 1
    gap = x0 - max(ends) if left else min(starts) - x1
    if len(starts) < LEAST_ROWS or crossed or gap > FARTHEST[left] or max(starts) - min(starts) > LEVEL:
        return grid
    xs = (min(starts) - 1.0, *grid.xs) if left else (*grid.xs, max(ends) + 1.0)
    shift, column = (1, 0) if left else (0, len(grid.xs) - 1)
    known = [replace(cell, column=cell.column + shift) for cell in grid.cells]
    fresh = [_cell(xs, row, column, *pair) for row, pair in enumerate(itertools.pairwise(grid.ys))]
    cells = sorted([*known, *fresh], key=lambda cell: (cell.row, cell.column))
    return Grid(tuple(cells), xs, grid.ys)


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
