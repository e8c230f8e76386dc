"""Which figures belong to a column, to a cell, or are only its paint."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.document import Box, Figure
from extractors.pdf import boxes
from extractors.pdf.columns import Area

BESIDE = 6.0
"""Points by which a figure may stand outside the column that it belongs to."""

BELOW = 30.0
"""Points by which a figure may stand below the last line of its column: a row of lights under their labels."""


def stands_in(figure: Figure, area: Area, region: Box, later: Sequence[Area]) -> bool:
    """Whether a figure stands in an area: beside its text, and over no later area. Margins belong to the column."""
    box = figure.place.box
    if box is None:
        return True
    ink = boxes.union(piece.box for piece in area.pieces)
    left = float("-inf") if area.frame[0] <= region[0] else area.frame[0] - BESIDE
    right = float("inf") if area.frame[2] >= region[2] else area.frame[2] + BESIDE
    if not boxes.holds_center((left, ink[1] - 2 * BESIDE, right, ink[3] + BELOW), box):
        return False
    return not any(
        boxes.holds_center((rest.frame[0], *boxes.union(piece.box for piece in rest.pieces)[1:]), box)
        for rest in later
    )


def holds_figure(box: Box, figure: Figure) -> bool:
    """Whether the middle of a figure stands in a cell."""
    return figure.place.box is not None and boxes.holds_center(box, figure.place.box, 2.0)


def is_background(figure: Figure, box: Box, fill: str | None) -> bool:
    """Whether a figure is only the cell's own fill."""
    if figure.place.box is None or figure.kind != "shape" or figure.color != fill:
        return False
    return boxes.shared(box, figure.place.box) > 0.75
