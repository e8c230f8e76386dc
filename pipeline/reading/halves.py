"""Tables printed side by side in one grid to save height: [Area][RAG][Why?][Area][RAG][Why?]."""

from __future__ import annotations

from dataclasses import replace

from extractors.document import Cell, Table
from pipeline.reading.elements import cell_text
from pipeline.reading.grid import is_empty

_FEWEST_HEADS = 2
"""Columns of one part: a single head that comes again may be a form's label."""


def side_by_side_parts(table: Table) -> tuple[Table, ...]:
    """The tables that a grid holds beside each other: its first row's heads come again in the same order.

    The table alone where they do not, where a cell reaches from one part into the next, or where a part's first row
    below the heads begins with nothing (options printed for two periods).
    """
    heads = sorted((cell for cell in table.cells if cell.row == 0), key=lambda cell: cell.column)
    words = [cell_text(cell).casefold() for cell in heads]
    if table.rows < 2 or len(heads) != table.columns or not all(words):
        return (table,)
    width = next(
        (
            size
            for size in range(_FEWEST_HEADS, table.columns // 2 + 1)
            if table.columns % size == 0 and words == words[:size] * (table.columns // size)
        ),
        None,
    )
    if width is None or len(set(words[:width])) < width:
        return (table,)
    if any(cell.column // width != (cell.column + cell.column_span - 1) // width for cell in table.cells):
        return (table,)
    parts = tuple(_part(table, start, width) for start in range(0, table.columns, width))
    return parts if all(map(_names_its_rows, parts)) else (table,)


def _part(table: Table, start: int, width: int) -> Table:
    cells = tuple(
        replace(cell, column=cell.column - start)
        for cell in table.cells
        if start <= cell.column < start + width
    )
    return Table(cells, table.rows, width, table.place)


def _names_its_rows(part: Table) -> bool:
    first: list[Cell] = [cell for cell in part.cells if cell.row == 1 and cell.column == 0]
    return bool(first) and not is_empty(first[0]) and len(cell_text(first[0])) > 1
