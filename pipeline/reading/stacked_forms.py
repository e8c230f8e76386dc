"""Forms whose every cell holds its label over its value: '**Lead**' over 'Ada Byron', '**Term**' over 'Summer 1'."""

from __future__ import annotations

from extractors.document import Cell, ListItem
from pipeline.reading.elements import RECORD_SECTIONS, Element, Pair
from pipeline.reading.grid import Grid, is_empty, nests_table
from pipeline.reading.label_lines import is_short
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.rating import Mark

_KNOWN = 2
"""Labels that the rules must know for the others to be labels by their place alone."""
_MOST_LINES = 4
"""Lines of the longest cell: a label and three of its value."""
_RECORDS = {*RECORD_SECTIONS, "response", "milestones", "finances"}
_COVERAGE = 0.75
"""Share of a label's words that the rules must know for it to open a section."""
_CELLS = 3
"""Cells of the smallest such form; two may be sections beside each other."""


def read_stacked_form(grid: Grid, vocabulary: Vocabulary) -> tuple[list[Element], int] | None:
    """The pairs of a table that is nothing but such cells, and its rows; None where it is not."""
    cells = [cell for row in range(grid.rows) for cell in grid.starting(row) if not is_empty(cell)]
    if len(cells) < _CELLS or not all(_is_stacked(cell) for cell in cells):
        return None
    known = [cell for cell in cells if vocabulary.field(_label(cell)) is not None]
    if len(known) < _KNOWN or len(known) * 2 < len(cells):
        return None
    if any(_heads_records(cell, vocabulary) for cell in cells):
        return None  # sections of the report, each in a cell of its own
    return [_pair(cell) for cell in cells], grid.rows


def _heads_records(cell: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a cell's first line opens a section of records: 'Progress' over what was done."""
    label = _label(cell)
    match = vocabulary.heading(label) if vocabulary.field(label) is None else None
    return match is not None and match.section in _RECORDS and (match.exact or match.coverage >= _COVERAGE)


def _is_stacked(cell: Cell) -> bool:
    """Whether a bold short line stands over lines that are not bold, and nothing else."""
    lines = [line for line in cell.lines if line.text]
    if not 1 < len(lines) <= _MOST_LINES or nests_table(cell):
        return False
    if any(isinstance(line, ListItem) for line in lines):
        return False
    label, *value = lines
    return label.bold and is_short(label.text) and not any(line.bold for line in value)


def _label(cell: Cell) -> str:
    return next(line.text for line in cell.lines if line.text).strip().rstrip(":").strip()


def _pair(cell: Cell) -> Pair:
    lines = tuple(line for line in cell.lines if line.text)
    value = " ".join(line.text for line in lines[1:])
    runs = tuple(run for line in lines[1:] for run in line.runs)
    figures = tuple(figure for line in lines for figure in line.figures)
    return Pair(_label(cell), value, lines, Mark(value, runs, None, figures), cell.place)
