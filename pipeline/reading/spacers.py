"""Empty columns and rows that only keep a table's others apart: a reader does not see them, so no rule should."""

from __future__ import annotations

from itertools import pairwise

from extractors.document import Cell, Table
from pipeline.reading.grid import is_empty, without_lines
from pipeline.reading.vocabulary import Vocabulary

_FEWEST = 2
"""Columns that stay: a form whose values are all blank keeps the column where they would stand."""


def without_spacers(table: Table, vocabulary: Vocabulary) -> Table:
    """The table without its empty columns, and without empty rows where they part all of its rows."""
    if all(not _is_blank(cell) for cell in table.cells):
        return table
    rows, columns = _spacer_rows(table), _spacer_columns(table, vocabulary)
    return without_lines(table, rows, columns) if rows or columns else table


def _is_blank(cell: Cell) -> bool:
    return cell.fill is None and is_empty(cell)


def _spacer_columns(table: Table, vocabulary: Vocabulary) -> frozenset[int]:
    """The columns in which only blank cells start; the last one, and a form's column of blank values, stay."""
    shown = {cell.column for cell in table.cells if not _is_blank(cell) or cell.column_span > 1}
    spare = [column for column in range(table.columns - 1) if column not in shown]
    if table.columns - len(spare) < _FEWEST or _parts_labels(table, frozenset(spare), vocabulary):
        return frozenset()
    return frozenset(spare)


def _parts_labels(table: Table, spare: frozenset[int], vocabulary: Vocabulary) -> bool:
    """Whether a blank column stands where the value of a form's label is missing: before the next label."""
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        if cell.column not in spare:
            rows.setdefault(cell.row, []).append(cell)
    told = [
        (_is_label(one, vocabulary), _is_label(other, vocabulary))
        for cells in rows.values()
        for one, other in pairwise(cells)
        if one.column + 1 in spare
    ]
    return (True, True) in told and (False, False) not in told  # values on both sides: labels over values


def _is_label(cell: Cell, vocabulary: Vocabulary) -> bool:
    words = cell.words.strip()
    return words.endswith((":", "?")) or vocabulary.field(words) is not None


def _spacer_rows(table: Table) -> frozenset[int]:
    """Every second row, where all of these are blank and no others are."""
    blank = [all(map(_is_blank, table.row(row))) for row in range(table.rows)]
    by_turns = len(blank) > _FEWEST and blank == [bool(row % 2) for row in range(table.rows)]
    return frozenset(row for row, is_blank in enumerate(blank) if is_blank) if by_turns else frozenset()
