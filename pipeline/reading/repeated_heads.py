"""Heads of a table that come again amid its rows, as printers repeat them on each page."""

from __future__ import annotations

from extractors.document import Table, Text
from pipeline.reading.grid import without_lines

_FEWEST = 3
"""Cells of a row of heads from which its coming again is no chance."""


def without_repeated_heads(table: Table) -> tuple[Table, tuple[Text, ...]]:
    """The table without the rows that repeat its first one word for word, and the lines that stood there (none: ())."""
    rows: dict[int, list[str]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell.words)
    first = rows.get(0, [])
    if len(first) < _FEWEST or not all(first) or table.rows <= _FEWEST:
        return table, ()
    again = frozenset(row for row, words in rows.items() if row > 0 and words == first)
    spanned = any(cell.row < row < cell.row + cell.row_span for cell in table.cells for row in again)
    if not again or spanned:
        return table, ()
    lines = tuple(line for cell in table.cells if cell.row in again for line in cell.lines)
    return without_lines(table, rows=again), lines
