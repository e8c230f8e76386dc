"""Milestones on their side: the milestones are the columns, and the rows say when each was planned and is expected."""

from __future__ import annotations

from extractors.document import Cell
from pipeline.reading.elements import Register, Row
from pipeline.reading.grid import Grid, is_empty
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.dates import parse_date

_DATES = ("baseline", "forecast", "actual")
_PARTS = (*_DATES, "rating", "status")
_FEWEST = 2
"""Milestones, and rows of dates, that make such a table: one of each is a form's field."""
_MOST = 0.5
"""Share of dates in a row of them: some may be open ('TBC')."""


def read_milestones_across(grid: Grid, row: int, vocabulary: Vocabulary) -> tuple[Register, int] | None:
    """The milestones whose names stand in ``row`` and how many rows they take; None where none do.

    A row of dates whose label no rule knows is the baseline where the table has no other: that is told.
    """
    corner = grid.at(row, 0)
    heads = [cell for cell in grid.starting(row) if cell.column > 0 and not is_empty(cell)]
    if corner is None or len(heads) < _FEWEST or all(vocabulary.field(head.words) for head in heads):
        return None
    labels: dict[str, Cell] = {}
    guessed: list[tuple[str, str]] = []
    below = row + 1
    while below < grid.rows and (label := grid.at(below, 0)) is not None and not is_empty(label):
        part = _part_named(label.words, vocabulary)
        if part is None and "baseline" not in labels and _has_dates(grid, below, heads):
            part = "baseline"
            guessed.append((label.words, part))
        if part is None or part in labels:
            break
        labels[part] = label
        below += 1
    shares = [_dates_in(grid, label.row, heads) for part, label in labels.items() if part in _DATES]
    told = [share for share in shares if share is not None]
    if len(shares) < _FEWEST or len(shares) == len(guessed) or not told or min(told) < _MOST:
        return None
    return _register(grid, corner, heads, labels, tuple(guessed)), below - row


def _part_named(label: str, vocabulary: Vocabulary) -> str | None:
    """The part of a milestone that a row's label names."""
    parts = [column.role for column in vocabulary.columns(label) if column.register == "milestones"]
    return next((part for part in parts if part in _PARTS), None)


def _dates_in(grid: Grid, row: int, heads: list[Cell]) -> float | None:
    """The share of a row's cells with words that are dates; None where none has any (nothing is achieved yet)."""
    cells = [cell for head in heads if (cell := grid.under(row, head)) is not None]
    told = [cell.words for cell in cells if any(map(str.isalnum, cell.words))]
    return sum(1 for words in told if parse_date(words) is not None) / len(told) if told else None


def _has_dates(grid: Grid, row: int, heads: list[Cell]) -> bool:
    """Whether nothing but dates stands under every milestone."""
    cells = [grid.under(row, head) for head in heads]
    return all(cell is not None and parse_date(cell.words) is not None for cell in cells)


def _register(
    grid: Grid, corner: Cell, heads: list[Cell], labels: dict[str, Cell], guessed: tuple[tuple[str, str], ...]
) -> Register:
    rows = []
    for head in heads:
        cells = {
            part: cell for part, label in labels.items() if (cell := grid.under(label.row, head)) is not None
        }
        rows.append(Row({"text": head, **cells}, (head, *cells.values())))
    blocks = tuple(text for cell in (corner, *labels.values()) for text in cell.lines)
    words = {"text": corner.words, **{part: label.words for part, label in labels.items()}}
    return Register("milestones", words, tuple(rows), blocks, grid.table.place, guessed=guessed)
