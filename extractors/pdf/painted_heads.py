"""Heads painted over a table whose own lines begin below them: cells side by side that end where its columns do, or
one strip whose words keep its columns.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.document import Box
from extractors.pdf import boxes
from extractors.pdf.fills import visible
from extractors.pdf.lattice import Grid, GridCell
from extractors.pdf.middles import Middles
from extractors.pdf.plain_rows import keeps_columns
from extractors.pdf.primitives import Rect, Word

SAME = 2.4
"""Points by which the sides of painted heads may miss the table's lines, and their ends its top."""

HEIGHTS = (8.0, 80.0)
"""Points: painted heads are so high at least and at most."""

MOST_ROWS = 3
"""Rows of heads over one table: groups of columns, the columns, their units."""

LEAST_HEADS = 2
"""Painted cells with words in a row of heads: one alone is a title."""


def with_painted_heads(
    grid: Grid, rects: Sequence[Rect], words: Middles[Word], others: Sequence[Grid]
) -> Grid:
    """The grid with the rows of heads that are painted cell by cell right over its first line."""
    if not any(abs(rect.box[3] - grid.box[1]) <= SAME for rect in rects):
        return grid  # nothing painted ends there
    taken = [cell.box for other in others if other is not grid for cell in other.cells]
    free = [
        rect.box
        for rect in rects
        if visible(rect.color)
        and HEIGHTS[0] <= boxes.height(rect.box) <= HEIGHTS[1]
        and not any(boxes.holds_center(box, rect.box) for box in taken)
    ]
    for _ in range(MOST_ROWS):
        row = _row_over(grid, free, words)
        if not row:
            break
        grid = _with_row(grid, row)
    return grid


def _row_over(grid: Grid, painted: Sequence[Box], words: Middles[Word]) -> list[Box]:
    """The painted cells side by side that stand on the grid from its left to its right side; [] where none do."""
    x0, top, x1, _ = grid.box
    over = sorted(box for box in painted if abs(box[3] - top) <= SAME and x0 - SAME <= box[0] < x1)
    row = list(_once(over))
    if not row or abs(row[0][0] - x0) > SAME or abs(row[-1][2] - x1) > SAME:
        return []
    if len(row) == 1 and keeps_columns(words.within(row[0]), grid.xs):
        _, upper, _, lower = row[0]
        row = [(left, upper, right, lower) for left, right in itertools.pairwise(grid.xs)]
    touch = all(
        abs(left[2] - right[0]) <= SAME and abs(left[1] - right[1]) <= SAME
        for left, right in itertools.pairwise(row)
    )
    kept = all(any(abs(box[2] - x) <= SAME for x in grid.xs) for box in row)
    headed = sum(1 for box in row if words.holds_any([box]))
    return row if touch and kept and headed >= LEAST_HEADS else []


def _once(painted: Sequence[Box]) -> Iterator[Box]:
    """The areas, each once: a printer may paint one several times."""
    last: Box | None = None
    for box in painted:
        if last is None or abs(box[0] - last[0]) > SAME or abs(box[2] - last[2]) > SAME:
            yield box
            last = box


def _with_row(grid: Grid, row: Sequence[Box]) -> Grid:
    """The grid with painted cells as its first row, each over the columns that it reaches to."""
    top, bottom = min(box[1] for box in row), grid.ys[0]
    heads = []
    for box in row:
        first, end = (_nearest(grid.xs, side) for side in box[::2])
        heads.append(GridCell(0, first, 1, end - first, (grid.xs[first], top, grid.xs[end], bottom)))
    below = [replace(cell, row=cell.row + 1) for cell in grid.cells]
    return Grid((*heads, *below), grid.xs, (top, *grid.ys))


def _nearest(xs: Sequence[float], side: float) -> int:
    """The number of the column line that stands closest to a painted side."""
    return min(range(len(xs)), key=lambda at: abs(xs[at] - side))
