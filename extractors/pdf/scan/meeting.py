"""Ruled lines that go on where two painted cells meet, or within paint of nearly their tone, and are lost there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from extractors.pdf.primitives import Rule
from extractors.pdf.scan.painted import Paint
from extractors.pdf.scan.raster import Raster

MEETING = 3.6
"""Points by which two painted cells overlap or stand apart whose common side is one line."""

LEAST_SIDES = 7.0
"""Points: cells are no narrower and no lower."""

IN_LINE, REACH = 1.8, 4.0
"""Points: how far a line that goes on lies off the line before it, and how far its end from that one's end."""

PAPER = 200
"""Of 255: strips as light as this between two cells are paper, no line."""

KNOWN = 0.5
"""Of a common side: a line known along so much of it is that line."""


def lines_between(
    paints: Sequence[Paint],
    seams: Sequence[Rule],
    rules: Sequence[Rule],
    short: Sequence[Rule],
    raster: Raster,
) -> list[Rule]:
    """The common sides of painted cells and the ``seams`` within them that ruled lines show to be lines.

    Such a side lies in line with a ruled line (or a ``short`` stroke, which may be one) and begins where that one ends,
    or runs from one ruled line to another.
    """
    cells = [
        paint.box
        for paint in paints
        if paint.plain and min(paint.box[2] - paint.box[0], paint.box[3] - paint.box[1]) >= LEAST_SIDES
    ]
    sides = [side for side in _sides(cells) if not _is_paper(side, raster)]
    sides = [side for side in (*seams, *sides) if not any(_along(rule, side) for rule in rules)]
    known, found = list(rules), []
    while fresh := [
        side
        for side in sides
        if any(_leads_to(rule, side) for rule in (*known, *short)) or _is_between(side, known)
    ]:
        known += fresh
        found += fresh
        sides = [side for side in sides if side not in fresh]
    return found


def _is_between(side: Rule, rules: Sequence[Rule]) -> bool:
    """Whether a side runs from one line to another across it."""
    at, first, last = _ends(side)
    across = [_ends(rule) for rule in rules if rule.horizontal != side.horizontal]
    return all(
        any(
            abs(place - end) <= REACH and start - REACH <= at <= stop + REACH for place, start, stop in across
        )
        for end in (first, last)
    )


def _sides(cells: Sequence[tuple[float, float, float, float]]) -> Iterator[Rule]:
    for one in cells:
        for other in cells:
            if abs(other[0] - one[2]) <= MEETING:
                top, bottom = max(one[1], other[1]), min(one[3], other[3])
                if bottom - top >= LEAST_SIDES:
                    x = (one[2] + other[0]) / 2
                    yield Rule(x, top, x, bottom, 0.5, "#000000")
            if abs(other[1] - one[3]) <= MEETING:
                left, right = max(one[0], other[0]), min(one[2], other[2])
                if right - left >= LEAST_SIDES:
                    y = (one[3] + other[1]) / 2
                    yield Rule(left, y, right, y, 0.5, "#000000")


def _is_paper(side: Rule, raster: Raster) -> bool:
    """Whether a strip of paper parts two cells."""
    x0, y0, x1, y1 = (round(at * raster.scale) for at in side.box)
    strip = raster.light[max(0, y0 - 1) : y1 + 2, max(0, x0 - 1) : x1 + 2]
    across = np.median(strip, axis=1 if side.horizontal else 0)
    return bool(across.size) and float(across.max()) >= PAPER


def _ends(rule: Rule) -> tuple[float, float, float]:
    """Where a line lies across its direction, begins and ends."""
    return (rule.y0, rule.x0, rule.x1) if rule.horizontal else (rule.x0, rule.y0, rule.y1)


def _along(rule: Rule, side: Rule) -> bool:
    (at, start, stop), (place, first, last) = _ends(rule), _ends(side)
    return (
        rule.horizontal == side.horizontal
        and abs(at - place) <= IN_LINE
        and min(stop, last) - max(start, first) >= KNOWN * (last - first)
    )


def _leads_to(rule: Rule, side: Rule) -> bool:
    (at, start, stop), (place, first, last) = _ends(rule), _ends(side)
    return (
        rule.horizontal == side.horizontal
        and abs(at - place) <= IN_LINE
        and min(abs(stop - first), abs(start - last)) <= REACH
    )
