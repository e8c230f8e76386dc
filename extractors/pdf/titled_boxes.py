"""Boxes that stand beside each other, each under a painted strip with its title: one table of two rows each."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.document import Box
from extractors.pdf import boxes
from extractors.pdf.fills import visible
from extractors.pdf.lattice import Grid, GridCell
from extractors.pdf.lines import make_lines
from extractors.pdf.middles import Middles
from extractors.pdf.primitives import Rect, Word

SAME = 2.0
"""Points by which the sides of a strip and of the box under it may differ, and the strip's end and the box's top."""

HEIGHTS = (8.0, 32.0)
"""Points: a strip of one line of text is so high at least and at most."""


def with_titles(grids: Sequence[Grid], rects: Sequence[Rect], words: Middles[Word]) -> list[Grid]:
    """The grids of a page, boxes beside each other with the strip over each as its first row.

    A strip over a box that stands alone is the heading of what follows, whoever drew the box.
    """
    strips = [rect.box for rect in rects if visible(rect.color) and _is_low(rect.box)]
    titled = {
        grid: strip
        for grid in grids
        if len(grid.cells) == 1 and (strip := _title_over(grid.box, strips, words)) is not None
    }
    beside = {
        grid for grid in titled if any(other is not grid and _beside(grid.box, other.box) for other in titled)
    }
    return [_under(grid, titled[grid]) if grid in beside else grid for grid in grids]


def _is_low(box: Box) -> bool:
    return HEIGHTS[0] <= boxes.height(box) <= HEIGHTS[1]


def _title_over(box: Box, strips: Sequence[Box], words: Middles[Word]) -> Box | None:
    """The strip right over a box, as wide as it, that holds one line of text."""
    for strip in strips:
        sides = abs(strip[0] - box[0]) <= SAME and abs(strip[2] - box[2]) <= SAME
        if sides and abs(strip[3] - box[1]) <= SAME:
            lines = make_lines(words.within(strip))
            if len(lines) == 1 and len(lines[0].segments) == 1:
                return strip
    return None


def _beside(box: Box, other: Box) -> bool:
    """Whether two boxes begin at one height, side by side."""
    return abs(box[1] - other[1]) <= SAME and (box[2] <= other[0] + SAME or other[2] <= box[0] + SAME)


def _under(grid: Grid, strip: Box) -> Grid:
    """The box with its title as a row of its own."""
    x0, top, x1, bottom = grid.box
    title = GridCell(0, 0, 1, 1, (x0, strip[1], x1, top))
    return Grid((title, GridCell(1, 0, 1, 1, (x0, top, x1, bottom))), (x0, x1), (strip[1], top, bottom))
