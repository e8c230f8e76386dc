"""Marks of a RAG matrix that its ratings have no part for: a second column of lights under a head no rule knows."""

from __future__ import annotations

from extractors.document import Cell
from pipeline.model import RatingValue
from pipeline.reading.elements import mark_beside
from pipeline.reading.grid import Grid
from pipeline.reading.marks import role_of
from pipeline.reading.matrix_across import AHEAD
from pipeline.reading.period_heads import is_period
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.dates import parse_date
from pipeline.values.rating import Mark

_WORDS = 3
"""Words of a mark; more are a remark."""
_SHARE = 0.5
"""Share of the matrix's rows that a column of marks fills at least; fewer are chance words of another column."""

_NO_LIGHTS = {None, "Blue", "Grey", "Black"}
"""What a word of another column may mean too ('Complete', 'N/A'), or the shade of a band."""
Further = dict[int, tuple[tuple[str, Mark], ...]]
"""By row, the marks that stand for nothing known, each with the head above it ('' for none)."""


def further_marks(
    grid: Grid, rows: list[int], head_row: int | None, roles: dict[str, Cell], vocabulary: Vocabulary
) -> Further:
    """The marks in ``rows`` under heads that no rule knows; those of a column that mostly holds other things are none.

    Args:
        grid: the table.
        rows: the rows whose ratings were read.
        head_row: the row of heads above them, None where there is none.
        roles: the heads whose columns were read, by role.
        vocabulary: the rules.
    """
    columns: dict[int, dict[int, tuple[str, Mark]]] = {}
    for row in rows:
        label, *cells = grid.starting(row)
        read = [grid.under(row, head) for head in roles.values()]
        first = grid.under(row, roles["current"]) if "current" in roles else cells[0]
        for cell in cells:
            if cell is first or any(cell is known for known in read):
                continue
            light = _light(cell, label, vocabulary)
            if light is None:
                continue
            head = grid.at(head_row, cell.column) if head_row is not None else None
            if not _is_known(head, vocabulary) and not (
                _says_now(head, vocabulary) and light == _light(first, label, vocabulary)
            ):
                words = head.words if head is not None else ""
                columns.setdefault(cell.column, {})[row] = (words, mark_beside(cell, label))
    told = [marks for marks in columns.values() if len(marks) >= _SHARE * len(rows)]
    return {row: tuple(marks[row] for marks in told if row in marks) for row in rows}


def _light(cell: Cell | None, label: Cell, vocabulary: Vocabulary) -> RatingValue | None:
    """The red, amber or green that a cell of few words shows beside its row's label."""
    if cell is None or len(cell.words.split()) > _WORDS:
        return None
    value = vocabulary.rating_words.read(mark_beside(cell, label)).value
    return None if value in _NO_LIGHTS else value


def _is_known(head: Cell | None, vocabulary: Vocabulary) -> bool:
    """Whether a head says that its column is no rating of now or then: a remark, what is to come, another month."""
    words = head.words if head is not None else ""
    role = role_of(head, vocabulary)
    return role in {"comment", "aside"} or bool(AHEAD.search(words)) or _is_date(words)


def _is_date(words: str) -> bool:
    """Whether a head is a date or names a period, without its year too."""
    return bool(words) and (is_period(words) or parse_date(words) is not None)


def _says_now(head: Cell | None, vocabulary: Vocabulary) -> bool:
    """Whether a head is another one of the rating that counted: 'Status' in words beside 'RAG' in colours."""
    return role_of(head, vocabulary) == "current"
