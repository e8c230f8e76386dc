"""Options printed in one cell of a register, each with a box to tick: '☒ Risk ☐ Issue', '☐ Open ☒ Closed'."""

from __future__ import annotations

from extractors.document import Cell, Figure
from pipeline.reading.elements import cell_text, figures_of

_SEVERAL = 2
"""Boxes from which they are options; one alone is ticked for what stands beside it."""


def words_chosen(cell: Cell) -> str:
    """A cell's words; of printed options those beside the one box that is ticked, '' where not just one is."""
    options = _options(cell)
    if not options:
        return cell_text(cell)
    ticked = [box.text.strip() for box in options if box.checked]
    return ticked[0] if len(ticked) == 1 else ""


def is_unchosen(cell: Cell) -> bool:
    """Whether a cell prints options, and not just one of them is ticked."""
    return bool(_options(cell)) and not words_chosen(cell)


def _options(cell: Cell) -> list[Figure]:
    """The boxes of a cell that says nothing but their words, [] for every other cell."""
    boxes = [figure for figure in figures_of(cell.blocks) if figure.kind == "checkbox"]
    said = "".join("".join(box.text.split()) for box in boxes)
    whole = len(boxes) >= _SEVERAL and all(box.text.strip() for box in boxes)
    return boxes if whole and said == "".join(cell_text(cell).split()) else []
