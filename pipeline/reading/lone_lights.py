"""A light in each row of a register that has no column for it: it rates what the row holds."""

from __future__ import annotations

from extractors.document import Figure
from pipeline.reading.elements import Register, Row, figures_of
from pipeline.values.rating import Mark, RatingWords

_LEAST_ROWS = 2
"""Rows with a light: one alone may be a drawing beside the words."""
_COLOURED = {"rating", "score", "status", "impact", "likelihood"}
"""Parts whose own cells show the rating."""


def lone_lights(register: Register, words: RatingWords) -> dict[int, Mark]:
    """By a row's ``id`` what rates it; {} unless every row with words has just one light, and no part is rated so."""
    if _COLOURED & set(register.heads):
        return {}
    rows = [row for row in register.rows if "text" in row.cells]
    lights = [_lights(row, words) for row in rows]
    if len(rows) < _LEAST_ROWS or any(len(found) != 1 for found in lights):
        return {}
    return {id(row): Mark("", (), None, (found[0],)) for row, found in zip(rows, lights, strict=True)}


def _lights(row: Row, words: RatingWords) -> list[Figure]:
    return [
        figure
        for cell in row.all_cells
        for figure in figures_of(cell.blocks)
        if figure.kind not in {"checkbox", "bar", "chart"} and words.light_of(figure.color)
    ]
