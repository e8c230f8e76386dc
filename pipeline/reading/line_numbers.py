"""Numbers down the side of a form's tables ('T1.02', '3.4'): they name lines of the form, not what it says."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.document import Cell, Table, Text
from pipeline.reading.elements import RISK_SECTIONS
from pipeline.reading.grid import Grid, is_empty, without_lines
from pipeline.reading.vocabulary import Vocabulary
from pipeline.reading.wording import plain

_LINE = re.compile(r"[A-Z]{0,3}\d{1,2}(?:[.\-]\d{1,2}){1,3}\.?")
"""'T1.01', '2.3.1': parts within parts. A plain 'R01' may be a risk's own reference."""
_BAND = re.compile(r"(?:(?:section|part)\s+)?(?P<letter>[A-Z])\s*[.):–—-]\s*\S.*", re.IGNORECASE)
"""'C. Delivery' across a form's table, whose lines are C1, C2 and so on."""
_LONGEST_HEAD = 12
_FIRST = frozenset({0})
_FEWEST = 2
_REFERRED = {*RISK_SECTIONS, "decisions"}
"""Sections whose records are referred to by their number in a register."""
_OF_RISKS = {("risks", role) for role in ("text", "response", "likelihood", "impact", "score")} | {
    ("decisions", "text")
}
"""Parts that only such records have."""
_COUNTS = {
    "no",
    "nr",
    "number",
    "#",
    "item",
    "item no",
    "item number",
    "line",
    "line no",
    "row",
    "sl no",
    "s no",
    "ser",
}
"""Heads over numbers that only count the rows of a table."""


def without_numbers(table: Table, hint: str, vocabulary: Vocabulary) -> tuple[Table, tuple[Text, ...]]:
    """The table without a first column that numbers its lines or counts its rows, and the lines that stood there.

    What counts risks and decisions, or names them under a head that says so, is how people refer to them: it stays.

    Args:
        table: the table.
        hint: the section that the heading above it opens ('' for none).
        vocabulary: what heads are known.
    """
    unnumbered, numbers = without_line_numbers(table)
    if numbers and not _names_records(table, hint, vocabulary):
        return unnumbered, numbers
    uncounted, counts = without_ordinals(table)
    return (uncounted, counts) if counts and not _is_referred(table, hint, vocabulary) else (table, ())


def _is_referred(table: Table, hint: str, vocabulary: Vocabulary) -> bool:
    """Whether a table's heads, or the heading above it, say that its rows are risks or decisions."""
    parts = {
        (column.register, column.role) for cell in table.row(0) for column in vocabulary.columns(cell.words)
    }
    return hint in _REFERRED or bool(parts & _OF_RISKS)


def _names_records(table: Table, hint: str, vocabulary: Vocabulary) -> bool:
    """Whether a table's first head says that risks stand beside their references: 'ID' over 'R4.1' and 'R4.3'."""
    head, *rows = (cell.words.strip() for cell in table.cells if cell.column == 0)
    named = any((part.register, part.role) == ("risks", "reference") for part in vocabulary.columns(head))
    counted = plain(head) in _COUNTS and not any(words[:1].isalpha() for words in rows)
    return named and not counted and _is_referred(table, hint, vocabulary)


def without_line_numbers(table: Table) -> tuple[Table, tuple[Text, ...]]:
    """The table without a first column of such numbers, and the lines of text that stood there (none: ())."""
    column = [cell for cell in table.cells if cell.column == 0]
    if (under := _under_band(table, column)) is not None:
        return under
    head = [cell for cell in column if cell.row == 0 and not _LINE.fullmatch(cell.words.strip())]
    numbers = [cell for cell in column if cell not in head]
    told = [cell.words.strip() for cell in numbers if cell.words.strip()]
    alone = table.columns < _FEWEST or any(cell.column_span > 1 for cell in column)
    if alone or not told or not all(map(_LINE.fullmatch, told)):
        return table, ()
    if any(len(cell.words) > _LONGEST_HEAD for cell in head):
        return table, ()
    return without_lines(table, columns=_FIRST), tuple(line for cell in column for line in cell.lines)


def without_ordinals(table: Table) -> tuple[Table, tuple[Text, ...]]:
    """The table without a first column that counts its rows (1, 2, 3 ... under 'No.'), and the lines of that column."""
    column = [cell for cell in table.cells if cell.column == 0]
    if len(column) < _FEWEST:
        return table, ()
    head, *rows = column
    if table.columns <= _FEWEST or any(cell.column_span > 1 for cell in column):
        return table, ()
    words = plain(head.words)
    counted = [cell.words.strip().rstrip(".") for cell in rows if not is_empty(cell)]
    if (words and words not in _COUNTS) or head.row or len(counted) < _FEWEST:
        return table, ()
    if counted != [str(number) for number in range(1, len(counted) + 1)]:
        return table, ()
    return without_lines(table, columns=_FIRST), tuple(line for cell in column for line in cell.lines)


def counts_on(grid: Grid, row: int) -> bool:
    """Whether a row's number counts on from the row above, or the row below from it: [1][Approve ...], [2][Note ...].

    Such rows are a list's items and head nothing.
    """
    own, above, below = (_count(grid, line) for line in (row, row - 1, row + 1))
    return own is not None and (above == own - 1 or below == own + 1)


def _count(grid: Grid, row: int) -> int | None:
    """The whole number that stands before a row's one other cell."""
    cells = grid.filled(row) if 0 <= row < grid.rows else []
    number = cells[0].words.strip(" .()") if len(cells) == _FEWEST else ""
    return int(number) if number.isdecimal() and len(number) < _FEWEST + 1 else None


def _under_band(table: Table, column: list[Cell]) -> tuple[Table, tuple[Text, ...]] | None:
    """The table without the numbers C1, C2, ... of its lines, the letter told by a band 'C. Delivery' across it."""
    bands = [cell for cell in column if cell.column_span == table.columns]
    numbers = [cell for cell in column if cell not in bands]
    first = next((_BAND.fullmatch(cell.words.strip()) for cell in bands if cell.row == 0), None)
    if first is None or not numbers or table.columns <= _FEWEST:
        return None
    told = [cell.words.strip().casefold() for cell in numbers]
    letter = first["letter"].casefold()
    if told != [f"{letter}{count}" for count in range(1, len(told) + 1)]:
        return None
    kept = [cell for cell in table.cells if cell not in numbers]
    rest = tuple(
        replace(cell, column_span=cell.column_span - 1)
        if cell in bands
        else replace(cell, column=cell.column - 1)
        for cell in kept
    )
    lines = tuple(line for cell in numbers for line in cell.lines)
    return Table(rest, table.rows, table.columns - 1, table.place), lines
