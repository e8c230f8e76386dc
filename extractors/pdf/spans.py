"""Cells that only look merged: rows whose column lines are not drawn, though the other rows' columns go on in them;
and tables drawn as one box whose rows are a table of their own.
"""

from __future__ import annotations

import itertools
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
"""Two cells of two lines each may be a label and its value; three are rows."""

MOST_WORDS = 80
"""A cell of more words is a section of text, not a row of short ones."""

LEAST_TEXTS = 2
"""Texts that stand in columns; one alone shows none."""

HEADER_AND_BODY = 2
WIDE_SET = 1.4
"""Font sizes from baseline to baseline: lines of one paragraph are closer."""

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


def split_rows(grid: Grid, words: Sequence[Word]) -> Grid:
    """The grid with each row cut whose cells all hold lines on the same, wide-set baselines: only lines are missing.

    A header over one drawn row is looked at alone: in rows among others, such lines are labels over their values.
    """
    cuts: list[float] = []
    body = [slot for slot in grid.cells if slot.row == len(grid.ys) - 2]
    if len(grid.ys) == HEADER_AND_BODY + 1 and LEAST_COLUMNS <= len(body) == len(grid.xs) - 1:
        cuts = _row_cuts(body, words)
    if not cuts:
        return grid
    ys = sorted([*grid.ys, *cuts])
    cells = []
    for slot in grid.cells:
        own = [slot.box[1], *(y for y in cuts if slot.box[1] < y < slot.box[3]), slot.box[3]]
        if slot.row_span > 1:
            cells.append(
                slot._replace(row=ys.index(grid.ys[slot.row]), row_span=slot.row_span + len(own) - 2)
            )
            continue
        first = ys.index(grid.ys[slot.row])
        for index, (top, bottom) in enumerate(itertools.pairwise(own)):
            cells.append(slot._replace(row=first + index, box=(slot.box[0], top, slot.box[2], bottom)))
    ordered = sorted(cells, key=lambda each: (each.row, each.column))
    return replace(grid, cells=tuple(ordered), ys=tuple(ys))


def _row_cuts(slots: Sequence[GridCell], words: Sequence[Word]) -> list[float]:
    """Where a row falls into rows: heights between its lines; none where its cells are wrapped each in its own way."""
    columns = []
    for slot in slots:
        lines = make_lines(
            word for word in words if boxes.holds_center(slot.box, word.box) and not word.turned
        )
        columns.append([(line.base, line.size) for line in lines])
    first = columns[0]
    if len(first) < 2 or any(len(column) != len(first) for column in columns):
        return []
    level = all(abs(a[0] - b[0]) < 1.5 for column in columns for a, b in zip(first, column, strict=True))
    wide = all(below[0] - above[0] > WIDE_SET * below[1] for above, below in itertools.pairwise(first))
    if not (level and wide):
        return []
    return [(above[0] + below[0] - 0.6 * below[1]) / 2 for above, below in itertools.pairwise(first)]


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
        slot._replace(
            column=column, column_span=1, box=(xs[column], slot.box[1], xs[column + 1], slot.box[3])
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
