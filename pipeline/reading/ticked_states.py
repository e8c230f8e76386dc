"""Milestones with the states that each may have printed beside it, one of them ticked: [Roof on][☒ Met][☐ Late]."""

from __future__ import annotations

from dataclasses import replace

from extractors.document import Cell
from pipeline.reading.elements import Register, Row, figures_of
from pipeline.reading.grid import Grid, is_empty
from pipeline.reading.ticked_options import words_chosen

_LEAST = 2
"""Rows, and options of each, from which they are a list of milestones and their states."""


def read_ticked_states(grid: Grid, row: int) -> tuple[Register, int] | None:
    """The milestones from ``row`` on and the rows that they take; None where their options are not the same ones."""
    rows: list[Row] = []
    printed: list[str] | None = None
    while row + len(rows) < grid.rows:
        cells = [cell for cell in grid.starting(row + len(rows)) if not is_empty(cell)]
        if not cells:
            break
        label, *options = cells
        words = [cell.words for cell in options]
        alike = printed is None or words == printed
        if len(options) < _LEAST or not alike or _has_box(label) or not all(map(_has_box, options)):
            break
        printed = words
        whole = replace(options[0], blocks=tuple(block for cell in options for block in cell.blocks))
        rows.append(Row({"text": label, "status": whole}, tuple(cells)))
    if len(rows) < _LEAST or not any(words_chosen(each.cells["status"]) for each in rows):
        return None
    return Register("milestones", {"text": "", "status": ""}, tuple(rows), (), grid.table.place), len(rows)


def _has_box(cell: Cell) -> bool:
    """Whether a cell holds a box to tick that its own words name."""
    return any(figure.kind == "checkbox" and figure.text for figure in figures_of(cell.blocks))
