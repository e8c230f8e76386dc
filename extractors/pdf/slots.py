"""Boxes that stand apart on a page, to type, tick or print in: found, and put in rows and blocks of rows.

No line is shared between such boxes, so no lattice shows that they are the cells of one table: their rows and columns
do. Boxes of one height beside each other are a row; rows with boxes over each other are a block.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractors.document import Box, Figure
from extractors.pdf import boxes
from extractors.pdf.lattice import Grid
from extractors.pdf.lines import Segment
from extractors.pdf.primitives import Page

LOWEST, HIGHEST = 6.0, 5.0
"""A box is at least so many points high, and at most so many times the size of the document's text."""

SAME = 3.0
"""Points by which the sides of boxes over each other, or the middles of boxes beside each other, may differ."""

LEVEL = 4.0
"""Points by which the tops of boxes beside each other may differ: tick boxes stand a little lower."""

APART = 1.0
"""Points of white between boxes: nearer ones are cells of a painted table."""

ROW_GAP = 1.2
"""Of a box's height: rows farther apart belong to different blocks."""

MOST = 600
"""More boxes on a page are a drawing or a chart."""


@dataclass(frozen=True, slots=True)
class Slots:
    """The boxes of a page that may be a form's. ``typed``: those of form fields; ``framed``: those with a border."""

    boxes: tuple[Box, ...]
    typed: tuple[Box, ...] = ()
    framed: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """Boxes beside each other, left to right."""

    slots: tuple[Box, ...]

    @property
    def top(self) -> float:
        """Where its highest box begins."""
        return min(slot[1] for slot in self.slots)

    @property
    def bottom(self) -> float:
        """Where its lowest box ends."""
        return max(slot[3] for slot in self.slots)

    def beside(self, segments: Iterable[Segment]) -> list[Segment]:
        """What of some text is printed at the row's height."""
        top, bottom = self.top, self.bottom
        return [segment for segment in segments if top <= boxes.center(segment.box)[1] <= bottom]


def find_slots(page: Page, figures: Sequence[Figure], drawn: Sequence[Grid], body: float) -> Slots:
    """The boxes of a page that may be a form's: painted, outlined or typed in, none in another or in a drawn table.

    The ``figures`` tell tick boxes and bars; ``body`` is the size of the document's text in points.
    """
    ticks = [figure.place.box for figure in figures if figure.kind == "checkbox" and figure.place.box]
    bars = [figure.place.box for figure in figures if figure.kind == "bar" and figure.place.box]
    typed = tuple(field.box for field in page.fields if field.kind == "text")
    lone = [cell.box for grid in drawn if len(grid.ys) == 2 for cell in grid.cells]
    tables = [grid.box for grid in drawn if len(grid.ys) > 2] + bars
    framed = (*(outline.box for outline in page.outlines), *lone)
    shapes = [*typed, *(rect.box for rect in page.rects), *(outline.box for outline in page.outlines)]
    if len(shapes) + len(lone) > MOST:
        return Slots(())
    found: list[Box] = []
    for places in (shapes, lone):
        low = [box for box in places if _is_low(box, body) and not _in_any(box, tables)]
        for box in sorted(low, key=boxes.area, reverse=True):
            if not any(
                boxes.holds_center(other, box, SAME) or boxes.holds_center(box, other) for other in found
            ):
                found.append(box)
    small = [box for box in ticks if not _in_any(box, [*found, *tables])]
    answers = (*typed, *(field.box for field in page.fields if field.kind != "text"))
    return Slots((*found, *small), answers, framed)


def _is_low(box: Box, body: float) -> bool:
    return LOWEST <= boxes.height(box) <= HIGHEST * body and boxes.width(box) >= LOWEST


def _in_any(box: Box, others: Iterable[Box]) -> bool:
    return any(boxes.holds_center(other, box) for other in others)


def blocks_of(slots: Sequence[Box], free: Sequence[Segment]) -> Iterator[tuple[Row, ...]]:
    """Rows that follow closely and have boxes over each other, nothing of the ``free`` text printed between them."""
    block: list[Row] = []
    for row in _rows(slots):
        if block and not _follows(block[-1], row, free):
            yield tuple(block)
            block = []
        block.append(row)
    if block:
        yield tuple(block)


def _rows(slots: Sequence[Box]) -> Iterator[Row]:
    """The rows of boxes that stand apart from each other, from the top."""
    waiting = sorted(slots, key=lambda box: (box[1], box[0]))
    while waiting:
        first = waiting[0]
        row = [box for box in waiting if _beside(first, box)]
        waiting = [box for box in waiting if box not in row]
        row.sort()
        if all(right[0] - left[2] >= APART for left, right in itertools.pairwise(row)):
            yield Row(tuple(row))


def _beside(first: Box, other: Box) -> bool:
    """Whether two boxes stand in one row: their tops or middles level, most of the lower one beside the higher one."""
    middles = boxes.center(first)[1] - boxes.center(other)[1]
    level = abs(middles) <= SAME or abs(first[1] - other[1]) <= LEVEL
    lower = min(boxes.height(first), boxes.height(other))
    return level and min(first[3], other[3]) - max(first[1], other[1]) >= 0.6 * lower


def _follows(above: Row, row: Row, free: Sequence[Segment]) -> bool:
    gap = row.top - above.bottom
    if not 0 <= gap <= ROW_GAP * min(above.bottom - above.top, row.bottom - row.top):
        return False
    few, many = sorted((above.slots, row.slots), key=len)
    wide = reaches_over(few, many) and _is_labelled(above, free) and _is_labelled(row, free)
    if not wide and not all(any(_over(slot, other) for other in many) for slot in few):
        return False
    left, right = few[0][0], few[-1][2]
    between = (left, above.bottom, right, row.top)
    return not any(boxes.holds_center(between, segment.box) for segment in free)


def reaches_over(few: Sequence[Box], many: Sequence[Box]) -> bool:
    """Whether one box is as wide as several beside each other, over or under them."""
    if len(few) != 1 or len(many) < 2:
        return False
    return abs(few[0][0] - many[0][0]) <= SAME and abs(few[0][2] - many[-1][2]) <= SAME


def _is_labelled(row: Row, free: Iterable[Segment]) -> bool:
    """Whether each box of a row has a text of its own before it, as a form's boxes have."""
    here = row.beside(free)
    ends = [0.0, *(slot[2] for slot in row.slots)]
    return all(
        any(last - 1 <= text.x0 and text.x1 <= slot[0] + 1 for text in here)
        for last, slot in zip(ends, row.slots, strict=False)
    )


def _over(slot: Box, other: Box) -> bool:
    return abs(slot[0] - other[0]) <= SAME and abs(slot[2] - other[2]) <= SAME
