"""Rows of an RTF table whose cells hold tables: LibreOffice mistakes the inner cells' widths for theirs.

Such a row comes out in cells of one width with empty ones after the last; the row above it tells where they stand.
"""

from __future__ import annotations

import dataclasses

from extractors.document import Block, Cell, Figure, Table


def with_rows_in_line(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, the rows of their tables that nested tables have put out of line under the cells above them."""
    return tuple(_mended(block) if isinstance(block, Table) else block for block in blocks)


def _mended(table: Table) -> Table:
    cells: list[Cell] = []
    above: tuple[Cell, ...] = ()
    for index in range(table.rows):
        row = table.row(index)
        above = _in_line(row, above) if _is_out_of_line(row, above) else row
        cells += above
    return dataclasses.replace(table, cells=tuple(cells))


def _is_out_of_line(row: tuple[Cell, ...], above: tuple[Cell, ...]) -> bool:
    """Whether a row with nested tables has as many filled cells as the one above, at other places, and empty ones."""
    nested = any(isinstance(block, Table) for cell in row for block in cell.blocks)
    filled, rest = row[: len(above)], row[len(above) :]
    return (
        nested
        and bool(rest)
        and all(_holds_words(cell) for cell in filled)
        and not any(_holds_words(cell) for cell in rest)
        and [cell.column for cell in filled] != [cell.column for cell in above]
        and all(cell.row_span == 1 for cell in (*row, *above))
    )


def _holds_words(cell: Cell) -> bool:
    return bool(cell.words) or any(isinstance(block, (Figure, Table)) for block in cell.blocks)


def _in_line(row: tuple[Cell, ...], above: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return tuple(
        dataclasses.replace(cell, column=over.column, column_span=over.column_span)
        for cell, over in zip(row, above, strict=False)
    )
