"""Options printed in one cell of a register or form, each with a box to tick: '☒ Risk ☐ Issue', '☐ Open ☒ Closed'."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.document import Cell, Figure
from pipeline.reading.elements import cell_text, figures_of

_SEVERAL = 2
"""Boxes from which they are options; one alone is ticked for what stands beside it."""


def words_chosen(cell: Cell) -> str:
    """A cell's words; of printed options those beside the one box that is ticked, '' where not just one is."""
    return chosen_of(cell_text(cell), figures_of(cell.blocks))


def chosen_of(text: str, figures: Sequence[Figure]) -> str:
    """As ``words_chosen``, of words and the figures among them."""
    options = _options(text, figures)
    if not options:
        return text
    ticked = [box.text.strip() for box in options if box.checked]
    return ticked[0] if len(ticked) == 1 else ""


def is_unchosen(cell: Cell) -> bool:
    """Whether a cell prints options, and not just one of them is ticked."""
    return bool(_options(cell_text(cell), figures_of(cell.blocks))) and not words_chosen(cell)


def _options(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """The boxes beside words that say nothing but what is to tick; [] of all other words."""
    boxes = [figure for figure in figures if figure.kind == "checkbox"]
    said = "".join("".join(box.text.split()) for box in boxes)
    whole = len(boxes) >= _SEVERAL and all(box.text.strip() for box in boxes)
    return boxes if whole and said == "".join(text.split()) else []
