"""The head of a table's only column: 'Item' over the decisions asked for, as trackers print a list of one column."""

from __future__ import annotations

from extractors.document import Cell, Table, Text
from pipeline.reading.elements import RECORD_SECTIONS
from pipeline.reading.grid import without_lines
from pipeline.reading.vocabulary import Vocabulary

_WORDS = 3
"""Words of a head: more may be a record."""
_TEXTS = ("text", "text-plain", "label")
"""The parts of a record that a column of its own may hold."""


def without_lone_head(table: Table, section: str, vocabulary: Vocabulary) -> tuple[Table, tuple[Text, ...]]:
    """The table of records in a section of them without the head of its one column, and that head's line (none: ())."""
    if section not in RECORD_SECTIONS or table.columns != 1 or table.rows < 2:
        return table, ()
    head, *rest = (cell for cell in table.cells if cell.column == 0)
    if not _is_head(head, vocabulary) or not all(len(cell.words) > len(head.words) for cell in rest):
        return table, ()
    return without_lines(table, rows=frozenset({0})), head.lines


def _is_head(cell: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a cell holds nothing but the head of a column of texts, which names no section of its own."""
    if len(cell.lines) != 1 or len(cell.words.split()) > _WORDS or vocabulary.heading(cell.words):
        return False
    return any(column.role in _TEXTS for column in vocabulary.columns(cell.words))
