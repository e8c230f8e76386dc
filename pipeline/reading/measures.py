"""Tables of measures: [Measure][Last month][This month][Target] over figures. They rate nothing and tell no work.

Hours of a team, visitors of a site and infections of a ward stand under the heads of periods, as ratings and work do.
"""

from __future__ import annotations

import re

from extractors.document import Cell
from pipeline.reading.cell_words import words_told
from pipeline.reading.elements import Register, Row
from pipeline.reading.grid import Grid, is_empty
from pipeline.reading.vocabulary import Vocabulary

_COLUMNS = 2
"""Columns of figures, and rows of them, from which a table measures."""
_MONEY_SIGNS = "£$€¥₹"
_BOUND = "<>≤≥~≈± "
"""Signs before a figure that it is to stay under or over."""
_UNIT = re.compile(
    r"(?<=\d)\s?(?:days?|hours?|hrs?|mins?|minutes?|s|secs?|seconds?|ms|pts?|points?|people|users?)$"
)
"""What a measure counts in, behind its figure."""


def read_measures(grid: Grid, row: int, vocabulary: Vocabulary) -> tuple[Register, int] | None:
    """The rows of measures under the heads in ``row``, as a register of no kind of records, and the rows they take.

    None where other things than bare figures stand under the heads, or lights that rate.
    """
    heads = grid.starting(row)
    if not heads:
        return None
    named, columns = heads[0], heads[1:]
    if len(columns) < _COLUMNS or any(is_empty(cell) or _is_figure(cell) for cell in columns):
        return None
    rows: list[Row] = []
    for below in range(row + 1, grid.rows):
        cells = grid.starting(below)
        if not cells or is_empty(cells[0]) or _is_figure(cells[0]) or not _measures(cells[1:], vocabulary):
            return None
        rows.append(Row({"text": cells[0]}, tuple(cells)))
    if len(rows) < _COLUMNS:
        return None
    blocks = tuple(text for cell in heads for text in cell.lines)
    return Register("other", {"text": named.words}, tuple(rows), blocks, named.place), 1 + len(rows)


def _measures(cells: list[Cell], vocabulary: Vocabulary) -> bool:
    """Whether cells hold figures that are neither money nor lit, and hardly an empty one among them."""
    told = [cell for cell in cells if not is_empty(cell)]
    if len(told) < _COLUMNS or not all(map(_is_figure, told)):
        return False
    return not any(vocabulary.rating_words.light_of(cell.fill) for cell in cells)


def _is_figure(cell: Cell) -> bool:
    words = _UNIT.sub("", cell.words.strip().lstrip(_BOUND))
    return "figure" in words_told(words).kinds and not set(_MONEY_SIGNS) & set(words)
