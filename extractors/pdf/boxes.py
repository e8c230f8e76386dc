"""Arithmetic of boxes ``(x0, top, x1, bottom)`` in points from the page's top left corner."""

from __future__ import annotations

from collections.abc import Iterable

from extractors.document import Box


def width(box: Box) -> float:
    """Points from the left to the right side."""
    return box[2] - box[0]


def height(box: Box) -> float:
    """Points from the top to the bottom."""
    return box[3] - box[1]


def area(box: Box) -> float:
    """Square points; 0 for an empty box."""
    return max(0.0, width(box)) * max(0.0, height(box))


def union(boxes: Iterable[Box]) -> Box:
    """The smallest box around all ``boxes`` (at least one)."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return (min(lefts), min(tops), max(rights), max(bottoms))


def overlap(first: Box, second: Box) -> Box:
    """What two boxes share; its area is 0 where they share nothing."""
    x0, top, x1, bottom = first
    left, upper, right, lower = second
    return (
        left if left > x0 else x0,
        upper if upper > top else top,
        right if right < x1 else x1,
        lower if lower < bottom else bottom,
    )


def shared(part: Box, whole: Box) -> float:
    """The share (0..1) of ``part``'s area that lies within ``whole``."""
    x0, top, x1, bottom = part
    left, upper, right, lower = whole
    if x0 > right or left > x1 or top > lower or upper > bottom or x0 >= x1 or top >= bottom:
        return 0.0
    wide = (x1 if x1 < right else right) - (x0 if x0 > left else left)
    high = (bottom if bottom < lower else lower) - (top if top > upper else upper)
    return wide * high / ((x1 - x0) * (bottom - top))


def center(box: Box) -> tuple[float, float]:
    """The middle of a box as ``(x, y)``."""
    return ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)


def holds(box: Box, x: float, y: float, slack: float = 0.0) -> bool:
    """Whether a point lies in the box, grown by ``slack`` points on each side."""
    return box[0] - slack <= x <= box[2] + slack and box[1] - slack <= y <= box[3] + slack


def holds_center(box: Box, inner: Box, slack: float = 0.0) -> bool:
    """Whether the centre of ``inner`` lies in ``box``."""
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return box[0] - slack <= x <= box[2] + slack and box[1] - slack <= y <= box[3] + slack


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes share a point."""
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def contains(box: Box, inner: Box) -> bool:
    """Whether all of ``inner`` lies in ``box``."""
    return box[0] <= inner[0] and box[1] <= inner[1] and inner[2] <= box[2] and inner[3] <= box[3]


def rounded(box: Box) -> Box:
    """The box in tenths of a point: finer digits are noise."""
    x0, top, x1, bottom = box
    return (round(x0, 1), round(top, 1), round(x1, 1), round(bottom, 1))
