"""Painted rows that head what stands below them in a table: the heading's cell, and others painted alike and empty.

Word merges such a row; a PDF whose table lines run through it shows it as cells, and its heading as a label.
"""

from __future__ import annotations

from dataclasses import replace

from extractors.document import Cell, Table
from pipeline.reading.grid import is_empty
from pipeline.reading.vocabulary import Vocabulary

_FEWEST = 3
"""Cells of a row: one of two may be a label beside its empty value."""


def with_bands(table: Table, vocabulary: Vocabulary) -> Table:
    """The table with such rows as one cell across it; the table itself where it has none."""
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell)
    bands = {row for row, cells in rows.items() if _is_band(cells, vocabulary)}
    if not bands:
        return table
    kept = (cell for cell in table.cells if cell.row not in bands or cell.column == 0)
    across = (replace(cell, column_span=table.columns) if cell.row in bands else cell for cell in kept)
    return replace(table, cells=tuple(across))


def _is_band(cells: list[Cell], vocabulary: Vocabulary) -> bool:
    first, *others = cells
    if len(cells) < _FEWEST or first.fill is None or is_empty(first) or len(first.lines) != 1:
        return False
    if not all(is_empty(cell) and cell.fill == first.fill and cell.row_span == 1 for cell in others):
        return False
    if vocabulary.rating_words.light_of(first.fill):
        return False
    match = vocabulary.heading(first.words)
    return match is not None and (match.exact or match.coverage == 1.0)
