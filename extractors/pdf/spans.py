"""Cells that only look merged: rows whose column lines are not drawn, though the other rows' columns go on in them;
and tables drawn as one box whose rows are a table of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.document import Box, Cell, Table
from extractors.pdf import boxes
from extractors.pdf.bullets import merge_markers
from extractors.pdf.lattice import Grid, GridCell
from extractors.pdf.lines import Segment, make_lines
from extractors.pdf.middles import Middles
from extractors.pdf.primitives import Word

ALIGNED = 3.0
"""Points: texts whose starts, middles or ends agree this closely stand in one column."""

LEAST_COLUMNS = 3
"""Texts of a wide cell, one for each of its columns, of which one may be set otherwise than its column."""

MOST_WORDS = 80
"""A cell of more words is a section of text, not a row of short ones."""

LEAST_TEXTS = 2
"""Texts that stand in columns; one alone shows none."""

SAME_EDGE = 4.0
"""Points: lines this close are the same column line."""


def split_spans(grid: Grid, words: Middles[Word]) -> Grid:
    """The grid with each seemingly merged cell cut where its texts keep the columns of other rows."""
    if all(slot.column_span == 1 for slot in grid.cells):
        return grid
    texts = Texts(grid, words)
    cells: list[GridCell] = []
    for slot in grid.cells:
        if slot.column_span > 1 and _keeps_columns(slot, texts):
            cells += _cut(slot, grid.xs)
        else:
            cells.append(slot)
    return replace(grid, cells=tuple(cells))


class Texts:
    """The texts of the cells of single rows, read when they are asked for: of most cells nobody asks."""

    def __init__(self, grid: Grid, words: Middles[Word]) -> None:
        self.slots = [slot for slot in grid.cells if slot.row_span == 1]
        self._middles = words
        self._read: dict[Box, list[Segment]] = {}

    def of(self, slot: GridCell) -> list[Segment]:
        """The segments in a cell's box; none of a cell with too many words."""
        if slot.box not in self._read:
            inside = self._middles.within(slot.box)
            lines = make_lines(inside) if len(inside) <= MOST_WORDS else []
            self._read[slot.box] = [part for line in lines for part in merge_markers(line.segments)]
        return self._read[slot.box]


def _keeps_columns(slot: GridCell, texts: Texts) -> bool:
    """Whether every text of a wide cell stands just as texts of single columns do in other rows, in two at least.

    Where each of its columns holds one text, a header may be set otherwise than its column: one text may be so.
    """
    inside = texts.of(slot) if slot.row_span == 1 else []
    if len(inside) < LEAST_TEXTS:
        return False
    columns: list[int] = []
    strays = 0
    for segment in inside:
        within = [
            other
            for other in texts.slots
            if other.column_span == 1
            and slot.column <= other.column < slot.column + slot.column_span
            and other.box[0] - 1 <= segment.x0
            and segment.x1 <= other.box[2] + 1
        ]
        if not within:
            return False
        home = next(
            (other.column for other in within if any(_aligned(segment, twin) for twin in texts.of(other))),
            None,
        )
        strays += home is None
        columns.append(within[0].column if home is None else home)
    one_each = sorted(columns) == list(range(slot.column, slot.column + slot.column_span))
    return len(set(columns)) > 1 and (
        not strays or (strays == 1 and one_each and len(columns) >= LEAST_COLUMNS)
    )


def _aligned(segment: Segment, other: Segment) -> bool:
    starts, ends = abs(segment.x0 - other.x0), abs(segment.x1 - other.x1)
    middles = abs(segment.x0 + segment.x1 - other.x0 - other.x1) / 2
    return min(starts, ends, middles) <= ALIGNED


def _cut(slot: GridCell, xs: Sequence[float]) -> list[GridCell]:
    return [
        replace(
            slot, column=column, column_span=1, box=(xs[column], slot.box[1], xs[column + 1], slot.box[3])
        )
        for column in range(slot.column, slot.column + slot.column_span)
    ]


def splice_rows(table: Table) -> Table:
    """The table with each full-width cell that holds nothing but a table of the same columns replaced by its rows."""
    if not any(isinstance(block, Table) for cell in table.cells for block in cell.blocks):
        return table
    cells: list[Cell] = []
    shift = 0
    for cell in sorted(table.cells, key=lambda each: each.row):
        inner = cell.blocks[0] if len(cell.blocks) == 1 else None
        if isinstance(inner, Table) and cell.column_span == table.columns and _fits(table, cell, inner):
            cells += [replace(one, row=one.row + cell.row + shift) for one in inner.cells]
            shift += inner.rows - cell.row_span
        else:
            cells.append(replace(cell, row=cell.row + shift))
    ordered = sorted(cells, key=lambda each: (each.row, each.column))
    return replace(table, cells=tuple(ordered), rows=table.rows + shift)


def _fits(table: Table, cell: Cell, inner: Table) -> bool:
    """Whether a nested table fills its cell and has the columns of the table around it."""
    if (
        inner.columns != table.columns
        or table.columns < 2
        or cell.place.box is None
        or inner.place.box is None
    ):
        return False
    outer_edges = sorted({box[0] for each in table.cells if (box := each.place.box) and each is not cell})
    inner_edges = sorted({box[0] for each in inner.cells if (box := each.place.box)})
    near = all(min(abs(edge - other) for other in outer_edges) <= SAME_EDGE * 3 for edge in inner_edges)
    return near and boxes.shared(cell.place.box, inner.place.box) > 0.8
