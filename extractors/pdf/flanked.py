"""Tables within a cell whose first and last lines fall together with the cell's own: slivers beside it tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.pdf import boxes
from extractors.pdf.lattice import Grid, GridCell, renumbered
from extractors.pdf.middles import Middles
from extractors.pdf.primitives import Word

LEFT, RIGHT = 14.0, 40.0
"""Points: a cell's margin at the left of a table within it; at the right the rest of the cell's width."""

LEAST_COLUMNS, LEAST_ROWS = 2, 2
"""Of the table within the cell."""


def part_flanked(grid: Grid, words: Middles[Word]) -> list[Grid]:
    """The grid with one cell for every table within, and those tables; the grid alone where it holds none."""
    parts = list(_flanked(grid, words))
    if not parts:
        return [grid]
    held = {cell for _, cells in parts for cell in cells}
    outer = [cell for cell in grid.cells if cell not in held] + [whole for whole, _ in parts]
    inner = [
        renumbered(
            [cell for cell in cells if whole.column < cell.column < cells[-1].column], grid.xs, grid.ys
        )
        for whole, cells in parts
    ]
    return [renumbered(outer, grid.xs, grid.ys), *inner]


def _flanked(grid: Grid, words: Middles[Word]) -> Iterator[tuple[GridCell, Sequence[GridCell]]]:
    """The cell around each table within, and what it is made of: a sliver, the table, a sliver."""
    empty = [cell for cell in grid.cells if cell.row_span >= LEAST_ROWS and not words.holds_any([cell.box])]
    for left in empty:
        if boxes.width(left.box) > LEFT:
            continue
        for right in empty:
            beside = right.row == left.row and right.row_span == left.row_span
            if not beside or right.column <= left.column or boxes.width(right.box) > RIGHT:
                continue
            inner = _between(grid, left, right)
            if inner:
                yield _around(left, right), [left, *inner, right]


def _between(grid: Grid, left: GridCell, right: GridCell) -> list[GridCell]:
    """The cells of a table between two slivers; [] where there is none or its cells are not of these rows alone."""
    rows = range(left.row, left.row + left.row_span)
    inner = [
        cell
        for cell in grid.cells
        if left.column < cell.column < right.column
        and cell.row + cell.row_span > rows[0]
        and cell.row <= rows[-1]
    ]
    whole = all(cell.row in rows and cell.row + cell.row_span <= rows[-1] + 1 for cell in inner)
    columns, starts = {cell.column for cell in inner}, {cell.row for cell in inner}
    return inner if whole and len(columns) >= LEAST_COLUMNS and len(starts) >= LEAST_ROWS else []


def _around(left: GridCell, right: GridCell) -> GridCell:
    return replace(
        left,
        column_span=right.column + right.column_span - left.column,
        box=boxes.union([left.box, right.box]),
    )
