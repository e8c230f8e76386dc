"""Risk maps: likelihood by impact on paint, references in the fields. They place a register's risks, and are none."""

from __future__ import annotations

import re

from pipeline.reading.elements import Element, Labels
from pipeline.reading.grid import Grid, is_empty
from pipeline.reading.vocabulary import Vocabulary

_AXES = {"likelihood", "impact"}
_FIELD = re.compile(r"\d{1,2}|(?:[A-Z]{0,4}[-. ]?\d{1,3}(?:[,;/ ]+|$))+")
"""What a field holds: a score, or the references of its risks ('R02, R05')."""
_BETWEEN_AXES = re.compile(r"\s*[\\/|→↓]\s*|\s+[x×]\s+")
_LEVEL_WORDS = 3
_SIDE = 4
"""Rows and columns of the smallest map, three levels and the axis."""
_PAINTED = 0.5
"""Share of its cells that a map paints."""


def read_risk_map(grid: Grid, vocabulary: Vocabulary) -> tuple[list[Element], int] | None:
    """The whole table as a legend where it is a risk map; None where it is none."""
    cells = grid.table.cells
    if grid.rows < _SIDE or grid.columns < _SIDE:
        return None
    if sum(cell.fill is not None for cell in cells) < _PAINTED * len(cells):
        return None
    axes: set[str] = set()
    fields = numbers = 0
    for text in [cell.words for cell in cells if not is_empty(cell)]:
        if roles := _axes_in(text, vocabulary):
            axes |= roles
            continue
        is_number = _FIELD.fullmatch(text) is not None
        if not is_number and len(text.split()) > _LEVEL_WORDS:
            return None  # a sentence, as in most tables
        fields += 1
        numbers += is_number
    if axes != _AXES or numbers * 2 < fields:
        return None
    return [Labels(tuple(text for cell in cells for text in cell.lines), "legend")], grid.rows


def _axes_in(text: str, vocabulary: Vocabulary) -> set[str]:
    """The axes that a cell names: 'Likelihood', or both in the corner ('Likelihood / Impact')."""
    return {
        column.role
        for part in _BETWEEN_AXES.split(text)
        for column in vocabulary.columns(part)
        if column.register == "risks" and column.role in _AXES
    }
