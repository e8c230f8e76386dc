"""Lights that are painted squares, or one of several painted boxes of one size under each other."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from extractors.document import Box
from extractors.pdf import boxes
from extractors.pdf.fills import visible
from extractors.pdf.lamps import VIVID, spread
from extractors.pdf.middles import Middles
from extractors.pdf.primitives import Rect, Word

SMALLEST, LARGEST = 4.0, 42.0
"""Points: a light, arrow or mark is no smaller or larger."""

SQUARE = (0.6, 1.7)
"""Times its height: how wide a light that stands alone may be."""

WIDER, LEAST_LIGHTS = (1.7, 5.0), 3
"""A painted box so many times wider than high is a light where so many have its sides and height; a box
with words on it is their background."""

LONGEST, FILLING = 120.0, 0.75
"""Points: a strip alone in its cell is no longer, or it is a bar. Of the cell: it covers less, or it is paint."""


def painted_lights(
    rects: Sequence[Rect], words: Middles[Word], cells: Sequence[Box], used: Collection[Box]
) -> Iterator[tuple[Rect, list[Word]]]:
    """The rectangles that are lights, with the words in each; none of ``cells``, nor ``used`` for other things."""
    taken: list[Box] = []
    columns = _columns(rects)
    for rect in rects:
        box = rect.box
        if (
            rect.color == "#FFFFFF"
            or visible(rect.color) is None
            or box in used
            or min(_sides(box)) < SMALLEST
        ):
            continue
        square = small(box) and SQUARE[0] <= boxes.width(box) / boxes.height(box) <= SQUARE[1]
        if not (
            square
            or len(columns.get(_sized(box), ())) >= LEAST_LIGHTS
            or _is_alone(rect, rects, words, cells)
        ):
            continue
        if is_cell(box, cells) or any(boxes.shared(box, other) > 0.6 for other in taken):
            continue
        inside = words.within(box)
        if len(inside) > square or any(boxes.width(word.box) > boxes.width(box) for word in inside):
            continue
        if not any(
            other.box != box and _touching(box, other.box) and visible(other.color) for other in rects
        ):
            taken.append(box)
            yield rect, inside


def _is_alone(rect: Rect, rects: Sequence[Rect], words: Middles[Word], cells: Sequence[Box]) -> bool:
    """Whether a vivid strip no higher than a light is all that a table's cell holds, with white around it."""
    wide, high = _sides(rect.box)
    if (
        not WIDER[0] * high <= wide <= LONGEST
        or not SMALLEST <= high <= LARGEST
        or spread(rect.color) < VIVID
    ):
        return False
    home = next((cell for cell in cells if boxes.holds_center(cell, rect.box)), None)
    if home is None or boxes.shared(home, rect.box) > FILLING or words.within(home):
        return False
    return not any(
        other.box != rect.box
        and boxes.holds_center(home, other.box)
        and boxes.shared(home, other.box) < FILLING
        and visible(other.color)
        for other in rects
    )


def _sides(box: Box) -> tuple[float, float]:
    return boxes.width(box), boxes.height(box)


def small(box: Box) -> bool:
    """Whether a box is no larger than a light, arrow or mark."""
    return SMALLEST <= boxes.width(box) <= LARGEST and SMALLEST <= boxes.height(box) <= LARGEST


def is_cell(box: Box, cells: Sequence[Box]) -> bool:
    """Whether a box is one of the cells of a table."""
    _, top, _, bottom = box
    level = [cell for cell in cells if cell[1] < bottom and cell[3] > top]
    return any(boxes.shared(box, cell) > 0.8 and boxes.shared(cell, box) > 0.6 for cell in level)


def _columns(rects: Sequence[Rect]) -> dict[tuple[int, int, int], set[int]]:
    """The tops of vividly painted boxes that are wider than high, by their sides and height."""
    tops: dict[tuple[int, int, int], set[int]] = {}
    for rect in rects:
        wide, high = _sides(rect.box)
        if high >= SMALLEST and WIDER[0] <= wide / high <= WIDER[1] and spread(rect.color) >= VIVID:
            tops.setdefault(_sized(rect.box), set()).add(round(rect.box[1]))
    return tops


def _sized(box: Box) -> tuple[int, int, int]:
    return round(box[0]), round(box[2]), round(boxes.height(box))


def _touching(box: Box, other: Box) -> bool:
    """Whether two areas share a side: then both are cells of a coloured grid, not lights."""
    beside = min(abs(box[0] - other[2]), abs(box[2] - other[0])) < 1.5 and abs(box[1] - other[1]) < 1.5
    above = min(abs(box[1] - other[3]), abs(box[3] - other[1])) < 1.5 and abs(box[0] - other[0]) < 1.5
    return beside or above
