"""Budgets on their side: the lines are the columns and the amounts the rows, or the amounts stand in one column."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.document import Cell
from pipeline.reading.elements import Register, Row
from pipeline.reading.grid import Grid, is_empty
from pipeline.reading.vocabulary import Vocabulary

MONEY_ROLES = 2
"""Amounts (budget, actual ...) that make a finance table."""
AMOUNTS = ("budget", "actual", "forecast", "variance")
"""The parts of a finance record that are money."""
_LABEL_AND_VALUE = 2
_UNIT = re.compile(
    r"[(\[]?\s*(?:[£$€]|GBP|EUR|USD)\s*(?:['’]?000s?|k|mn?|million|thousands?)?\s*[)\]]?", re.IGNORECASE
)
"""A head over the amounts that is nothing but their unit: '£000', '(£m)'."""


def read_budget(grid: Grid, row: int, vocabulary: Vocabulary) -> tuple[Register, int] | None:
    """The budget that begins at ``row`` and the rows it takes; None where it is no table on its side."""
    corner = grid.at(row, 0)
    heads = [cell for cell in grid.starting(row) if not is_empty(cell)]
    if len(heads) == 1 and heads[0].column > 0 and _UNIT.fullmatch(heads[0].words.strip()):
        below = _one_column(grid, row + 1, vocabulary)
        return (replace(below[0], over=(heads[0].words,)), below[1] + 1) if below else None
    if corner is not None and amount_named(corner.words, vocabulary):
        return _one_column(grid, row, vocabulary)
    return _lines_across(grid, row, corner, vocabulary)


def amount_named(label: str, vocabulary: Vocabulary) -> str | None:
    """The amount that a label names: 'Spend to date' is the actual."""
    roles = [
        column.role
        for column in vocabulary.columns(label, loose=True)
        if column.register == "finances" and column.role in AMOUNTS
    ]
    return roles[0] if roles else None


def _has_figure(cell: Cell) -> bool:
    return any(char.isdigit() for char in cell.words)


def _one_column(grid: Grid, row: int, vocabulary: Vocabulary) -> tuple[Register, int] | None:
    """The amounts of the whole project, one under the other: [Budget][£1.2m] / [Spend to date][£0.3m]."""
    labels: dict[str, Cell] = {}
    values: dict[str, Cell] = {}
    below = row
    while below < grid.rows and len(cells := grid.starting(below)) == _LABEL_AND_VALUE:
        role = amount_named(cells[0].words, vocabulary)
        if role is None or role in labels or not _has_figure(cells[1]):
            break
        labels[role], values[role] = cells
        below += 1
    if len(labels) < MONEY_ROLES:
        return None
    return _register(grid, labels, (Row(values, tuple(values.values())),)), below - row


def _lines_across(
    grid: Grid, row: int, corner: Cell | None, vocabulary: Vocabulary
) -> tuple[Register, int] | None:
    """The lines of the budget are the columns; budget, actual and forecast the rows."""
    heads = [cell for cell in grid.starting(row) if cell.column > 0 and not is_empty(cell)]
    lines: dict[str, int] = {}
    labels: dict[str, Cell] = {}
    below = row + 1
    while below < grid.rows and (label := grid.at(below, 0)) is not None:
        role = amount_named(label.words, vocabulary)
        if role is None or role in lines:
            break
        lines[role], labels[role] = below, label
        below += 1
    if len(lines) < MONEY_ROLES or not heads or any(vocabulary.dimension(head.words) for head in heads):
        return None
    if not any(_has_figure(cell) for line in lines.values() for cell in grid.starting(line)[1:]):
        return None
    rows = []
    for head in heads:
        amounts = {role: cell for role, line in lines.items() if (cell := grid.under(line, head)) is not None}
        rows.append(Row({"text": head, **amounts}, (head, *amounts.values())))
    named = {"text": corner, **labels} if corner is not None else labels
    return _register(grid, named, tuple(rows)), below - row


def _register(grid: Grid, labels: dict[str, Cell], rows: tuple[Row, ...]) -> Register:
    blocks = tuple(text for label in labels.values() for text in label.lines)
    heads = {role: label.words for role, label in labels.items()}
    return Register("finances", heads, rows, blocks, grid.table.place)
