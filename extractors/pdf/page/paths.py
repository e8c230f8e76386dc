"""Paths as PDF files hold them -> stretches of straight and curved line."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pypdfium2 import raw

from extractors.document import Box
from extractors.pdf import boxes
from extractors.pdf.page.calls import (
    Address,
    closes,
    count_segments,
    get_segment,
    get_segment_kind,
    segment_end,
)
from extractors.pdf.page.space import Matrix, Point, around

STRAIGHT = 0.7
"""Points by which the ends of a line may differ and the line still be level or plumb."""

CURVE_STEPS = (0.25, 0.5, 0.75, 1.0)
"""Where points of a curve are taken: a quarter circle's farthest point is found to a hundredth."""

CURVE_POINTS = 4
"""Two ends and two handles: the least of a curve."""


CORNERS = 4
"""Of a rectangle that is drawn from the middle of a side."""


class Subpath(NamedTuple):
    """One stretch of a path: its corner points in reading space, how many of its parts are curved, and the box around
    its line, which the handles of curves lie off.
    """

    points: tuple[Point, ...]
    bends: int
    closed: bool
    box: Box

    @property
    def rectangular(self) -> bool:
        """Whether all sides run along the axes and at least three of them are there.

        Drawing programs begin in the middle of a side: such points lie between two corners.
        """
        if len(self.points) < 4 or self.bends:
            return False
        x0, top, x1, bottom = self.box
        corners = [
            (x - x0 < STRAIGHT or x1 - x < STRAIGHT) and (y - top < STRAIGHT or bottom - y < STRAIGHT)
            for x, y in self.points
        ]
        if all(corners):
            return True
        path = (*self.points, self.points[0]) if self.closed else self.points
        sides = ((0, x0), (0, x1), (1, top), (1, bottom))
        return sum(corners) >= CORNERS and all(
            any(max(abs(one[axis] - side), abs(other[axis] - side)) < STRAIGHT for axis, side in sides)
            for one, other in itertools.pairwise(path)
        )


def read_subpaths(path: Address, matrix: Matrix) -> Iterator[Subpath]:
    """All stretches of the path object at an address, in reading space."""
    points: list[Point] = []
    kinds: list[int] = []
    closed = False
    a, b, c, d, e, f = matrix
    for index in range(count_segments(path)):
        segment = get_segment(path, index)
        kind = get_segment_kind(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield _subpath(points, kinds, closed)
            points, kinds, closed = [], [], False
        closed = closed or bool(closes(segment))
        kinds.append(kind)
        x, y = segment_end(segment)
        points.append((a * x + c * y + e, b * x + d * y + f))
    if len(points) > 1:
        yield _subpath(points, kinds, closed)


def _subpath(points: Sequence[Point], kinds: Sequence[int], closed: bool) -> Subpath:
    """One stretch of a path; its curves come as two handles and an end each."""
    bends = kinds.count(raw.FPDF_SEGMENT_BEZIERTO) // 3
    ink: list[Point] = []
    index = 0
    while bends and index < len(points):
        if kinds[index] == raw.FPDF_SEGMENT_BEZIERTO and 0 < index <= len(points) - 3:
            ink += _on_curve(points[index - 1], *points[index : index + 3])
            index += 3
        else:
            ink.append(points[index])
            index += 1
    return Subpath(tuple(points), bends, closed, around(ink or points))


def _on_curve(start: Point, first: Point, second: Point, end: Point) -> Iterator[Point]:
    """Points on a Bezier curve, its end included."""
    for step in CURVE_STEPS:
        a, b, c, d = (1 - step) ** 3, 3 * step * (1 - step) ** 2, 3 * step**2 * (1 - step), step**3
        yield (
            a * start[0] + b * first[0] + c * second[0] + d * end[0],
            a * start[1] + b * first[1] + c * second[1] + d * end[1],
        )


def slants(subpath: Subpath) -> bool:
    """Whether a stroke runs aslant: a cross or tick drawn by hand."""
    return any(
        min(abs(x - u), abs(y - v)) > 2 * STRAIGHT for (x, y), (u, v) in itertools.pairwise(subpath.points)
    )


def sag(subpath: Subpath) -> float:
    """How far the middle of an open curve lies below its ends, in its widths."""
    if not subpath.bends or len(subpath.points) < CURVE_POINTS:
        return 0.0
    first, *inner, last = subpath.points
    if first == last:
        return 0.0
    level = (first[1] + last[1]) / 2
    return (sum(y for _, y in inner) / len(inner) - level) / max(1.0, boxes.width(subpath.box))


def mostly_straight(subpath: Subpath) -> bool:
    """Whether a curved path is a rectangle with rounded corners: long straight sides, small corners."""
    x0, top, x1, bottom = subpath.box
    straight = sum(
        abs(x - u) + abs(y - v)
        for (x, y), (u, v) in zip(subpath.points, subpath.points[1:], strict=False)
        if min(abs(x - u), abs(y - v)) < 0.05
    )
    return straight > 1.2 * ((x1 - x0) + (bottom - top)) and subpath.bends >= 4


def frame_of(subpaths: Sequence[Subpath]) -> tuple[Box, Box] | None:
    """The outer and inner box of a path that paints nothing but what lies between two rectangles; None for others.

    Style sheets draw a border of one colour so: the inner rectangle runs the other way round, or the path is filled by
    the even-odd rule, and either leaves it blank (ISO 32000-1, 8.5.3.3).
    """
    if len(subpaths) != len(("outer", "inner")) or not all(subpath.rectangular for subpath in subpaths):
        return None
    outer, inner = sorted((subpath.box for subpath in subpaths), key=boxes.area, reverse=True)
    within = outer[0] <= inner[0] < inner[2] <= outer[2] and outer[1] <= inner[1] < inner[3] <= outer[3]
    return (outer, inner) if within and outer != inner else None


def turns_left(subpath: Subpath) -> bool:
    """Which way round a rectangle is drawn."""
    points = (*subpath.points, subpath.points[0])
    return sum(x * v - u * y for (x, y), (u, v) in itertools.pairwise(points)) > 0
