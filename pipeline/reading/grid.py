"""A table as a grid in which every position knows the cell that covers it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from extractors.document import Block, Cell, Table
from pipeline.reading.elements import figures_of

_SIDE_LABEL = 60
"""Characters of a label down the side of several rows; longer ones are content."""
_SIDE_ROWS = 3
"""Rows that such a label spans at least where it does not span the whole table: heads in two rows span two."""


class Grid:
    """Positions of a table; merged cells cover several. Built in one pass over the cells, when they are asked for."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.rows, self.columns = table.rows, table.columns
        self._starting: list[list[Cell]] = [[] for _ in range(table.rows)]
        self._filled: list[list[Cell] | None] = [None] * table.rows
        for cell in table.cells:
            self._starting[cell.row].append(cell)

    @cached_property
    def _at(self) -> dict[tuple[int, int], Cell]:
        """The cells by all their positions; the first to cover one keeps it."""
        covering: dict[tuple[int, int], Cell] = {}
        for cell in self.table.cells:
            if cell.row_span == cell.column_span == 1 and cell.column < self.columns:
                covering.setdefault((cell.row, cell.column), cell)
                continue
            for row in range(cell.row, min(cell.row + cell.row_span, self.rows)):
                for column in range(cell.column, min(cell.column + cell.column_span, self.columns)):
                    covering.setdefault((row, column), cell)
        return covering

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers a position, None where the table has a hole."""
        return self._at.get((row, column))

    def starting(self, row: int) -> list[Cell]:
        """The cells that start in a row, left to right."""
        return self._starting[row] if row < self.rows else []

    def filled(self, row: int) -> list[Cell]:
        """The cells that start in a row and show something: every reader of tables asks for them."""
        if row >= self.rows:
            return []
        shown = self._filled[row]
        if shown is None:
            shown = self._filled[row] = [cell for cell in self._starting[row] if not is_empty(cell)]
        return shown

    def under(self, row: int, head: Cell) -> Cell | None:
        """The cell of a row that stands under a head: the one that covers the head's first column, or most of it."""
        covering = self._at
        for column in range(head.column, head.column + head.column_span):
            cell = covering.get((row, column))
            if cell is not None and cell is not head:
                return cell
        return None


def is_empty(cell: Cell) -> bool:
    """Whether a cell shows neither words nor figures (its fill aside)."""
    return not cell.words and not figures_of(cell.blocks)


def is_label_column(heads: Sequence[Cell], values: Sequence[Cell | None]) -> bool:
    """Whether what stands under the first head is painted as it is, and the other heads are not: labels down a side."""
    first, below = heads[0], values[0]
    return (
        first.fill is not None
        and below is not None
        and below.fill == first.fill
        and all(head.fill != first.fill for head in heads[1:])
    )


@dataclass(frozen=True, slots=True)
class PartBeside:
    """Rows of a table that a label down their left side names, as a table of their own."""

    label: Cell
    table: Table


def part_beside(grid: Grid, row: int) -> PartBeside | None:
    """The part that begins at ``row`` beside a label spanning its rows; None where no label stands there.

    White margins that span the same rows, as a table within a cell leaves them, belong to neither.
    """
    cells = grid.starting(row)
    if not cells or cells[0].column != 0:
        return None
    label, *others = cells
    if not 0 < len(_named(label)) <= _SIDE_LABEL:
        return None
    end, width = row + label.row_span, label.column_span
    whole = row == 0 and end >= grid.rows and label.row_span > 1
    if not (whole or label.row_span >= _SIDE_ROWS) or grid.columns <= width:
        return None
    margins = [
        cell for cell in others if cell.row_span == label.row_span and is_empty(cell) and not cell.fill
    ]
    if any(cell.row_span >= label.row_span for cell in others if cell not in margins):
        return None
    width += sum(cell.column_span for cell in margins if cell.column == width)
    right = sum(cell.column_span for cell in margins if cell.column + cell.column_span == grid.columns)
    beside = tuple(
        replace(cell, row=cell.row - row, column=cell.column - width)
        for line in range(row, min(end, grid.rows))
        for cell in grid.starting(line)
        if cell is not label and cell not in margins
    )
    rows = min(end, grid.rows) - row
    return PartBeside(label, Table(beside, rows, grid.columns - width - right, grid.table.place))


def _named(label: Cell) -> str:
    """A label's words, without the plain lines under a bold one that say how to fill in what stands beside it."""
    lines = [line for line in label.lines if line.text]
    under_bold = bool(lines) and lines[0].bold and not any(line.bold for line in lines[1:])
    return lines[0].text if under_bold else label.words


def nests_table(cell: Cell) -> bool:
    """Whether a table, however small, stands within a cell."""
    return any(isinstance(block, Table) for block in cell.blocks)


def without_lines(
    table: Table, rows: frozenset[int] = frozenset(), columns: frozenset[int] = frozenset()
) -> Table:
    """The table without some rows and columns and the cells that start there; cells across them shrink."""
    cells = (
        replace(
            cell,
            row=cell.row - sum(row < cell.row for row in rows),
            column=cell.column - sum(column < cell.column for column in columns),
            row_span=cell.row_span - sum(cell.row < row < cell.row + cell.row_span for row in rows),
            column_span=cell.column_span
            - sum(cell.column < column < cell.column + cell.column_span for column in columns),
        )
        for cell in table.cells
        if cell.row not in rows and cell.column not in columns
    )
    return Table(tuple(cells), table.rows - len(rows), table.columns - len(columns), table.place)


def rows_alone(grid: Grid, rows: Iterable[int]) -> Table:
    """Some rows of a table as a table of their own, in the order given."""
    kept = list(rows)
    cells = tuple(replace(cell, row=number) for number, row in enumerate(kept) for cell in grid.starting(row))
    return Table(cells, len(kept), grid.columns, grid.table.place)


def tables_joined(
    blocks: Iterable[Block], goes_on: Callable[[Table, Table], bool], join: Callable[[Table, Table], Table]
) -> tuple[Block, ...]:
    """The blocks, each table that goes on with the one right above it joined with that one."""
    joined: list[Block] = []
    for block in blocks:
        above = joined[-1] if joined else None
        if isinstance(block, Table) and isinstance(above, Table) and goes_on(above, block):
            joined[-1] = join(above, block)
        else:
            joined.append(block)
    return tuple(joined)
