"""A box with one line of text beside its label: read across with it, as if nobody had drawn the box."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.document import Box
from extractors.pdf import boxes
from extractors.pdf.lattice import Grid
from extractors.pdf.middles import Middles
from extractors.pdf.primitives import Word

HIGHEST = 2.4
"""Times the size of its text: a higher box is a card or a field of several lines."""

LEVEL = 0.2
"""Font sizes by which the baselines of the label and of the text in the box may differ."""

REACH = 40.0
"""Points between the label and the box."""


def without_lone_boxes(grids: Sequence[Grid], words: Middles[Word]) -> list[Grid]:
    """The grids of a page but those of one cell that only frame what their label asks for."""
    cells = [cell.box for grid in grids if len(grid.cells) > 1 for cell in grid.cells]
    return [grid for grid in grids if len(grid.cells) > 1 or not _is_answer(grid.box, words, cells)]


def _is_answer(box: Box, words: Middles[Word], cells: Sequence[Box]) -> bool:
    """Whether a box in no table holds one line of text, and a label stands level with it right before the box."""
    inside = words.within(box)
    bases = {round(word.base, 1) for word in inside}
    if len(bases) != 1 or boxes.height(box) > HIGHEST * inside[0].size:
        return False
    if any(boxes.holds_center(cell, box) for cell in cells):
        return False
    base, slack = inside[0].base, LEVEL * inside[0].size
    before = words.within((box[0] - REACH, box[1] - boxes.height(box), box[0], box[3] + boxes.height(box)))
    return any(abs(word.base - base) <= slack and word.x1 <= box[0] + 1 for word in before)
