"""Kinds told by ticks: columns headed 'Risk' and 'Issue' of nothing but boxes, one of them ticked in each row."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.document import Cell
from pipeline.reading.elements import figures_of
from pipeline.reading.grid import Grid

KINDS = {"risk", "issue", "r", "i", "risks", "issues", "assumption", "dependency", "action"}
"""What a column of kinds, or the head of a column of ticks, calls them."""
_TICKED, _OPEN = {"x", "✓", "✔", "✗", "✘", "☒", "☑", "×", "yes", "y"}, {"", "☐", "□", "no", "n"}


def tick_columns(heads: Sequence[Cell], columns: Sequence[Sequence[Cell]]) -> frozenset[int]:
    """The columns, by the index of their heads, that hold ticks for the kinds that head them: two at least, or none."""
    found = [
        index
        for index, (head, cells) in enumerate(zip(heads, columns, strict=True))
        if head.words.casefold().strip(" :?") in KINDS
        and cells
        and all(_tick(cell) is not None for cell in cells)
    ]
    return frozenset(found if len(found) > 1 else ())


def ticked_head(grid: Grid, row: int, heads: Sequence[Cell]) -> Cell | None:
    """The one of ``heads`` whose box is ticked in a row, None where none or several are."""
    cells = [(head, grid.under(row, head)) for head in heads]
    ticked = [head for head, cell in cells if cell is not None and _tick(cell)]
    return ticked[0] if len(ticked) == 1 else None


def _tick(cell: Cell) -> bool | None:
    """Whether a cell's box is ticked; None where it holds something else."""
    boxes = [figure for figure in figures_of(cell.blocks) if figure.kind == "checkbox"]
    words = cell.words.casefold().strip()
    if boxes:
        return any(box.checked for box in boxes) if not words else None
    return True if words in _TICKED else False if words in _OPEN else None
