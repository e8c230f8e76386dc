"""Ring and pie charts drawn as paths: the shares of their colours, measured on the rendered page.

However a chart is drawn (slices, thick arcs over a track, discs over discs), a walk around it meets its colours in
proportion.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

from extractors.document import Box
from extractors.pdf import boxes
from extractors.pdf.page.paint import Painting
from extractors.pdf.primitives import Curve, Ring

SMALLEST, LARGEST = 24.0, 260.0
"""Points: the diameter of a chart; smaller round things are lights."""

ROUND = 1.15
"""Times its shorter side: what is longer is no circle."""

SPAN = 0.8
"""Of a chart's width and height: a track or disc is so large at least."""

CIRCLE = 1.03
"""Times its shorter side: a box no longer than this is a circle's."""

STEPS = 240
"""Places looked at on the walk: shares to half a percent."""

WAYS = (0.82, 0.9, 0.7, 1.0, 0.55)
"""Of the radius: where the walk may run; rings differ in how thick they are."""

COVERED = 0.97
"""The share of the walk that must be in the chart's colours: the edges between them are mixed."""

LEAST_SHARE = 0.01
NEAR = 40
"""Of 255: a pixel whose channels differ by less has the colour."""


def find_rings(curves: Sequence[Curve], painting: Painting) -> list[Ring]:
    """All ring and pie charts among the curved shapes of a page."""
    rings = []
    for group in _groups([curve for curve in curves if curve.box[2] > curve.box[0]]):
        box = boxes.union(curve.box for curve in group)
        colors = list(
            dict.fromkeys(color for curve in group for color in (curve.fill, curve.stroke) if color)
        )
        wide, high = boxes.width(box), boxes.height(box)
        if (
            len(colors) < 2
            or min(wide, high) < SMALLEST
            or max(wide, high) > min(LARGEST, ROUND * min(wide, high))
        ):
            continue
        whole = _circle(group, box)
        segments = next((found for way in WAYS if (found := _walk(whole, way, colors, painting))), None)
        if segments:
            rings.append(Ring(box, segments))
    return rings


def _circle(group: Sequence[Curve], box: Box) -> Box:
    """The track or disc of a chart, around whose middle the walk runs: the box of an arc reaches beyond its line.

    Slices that make a whole circle need no other.
    """
    if max(boxes.width(box), boxes.height(box)) <= CIRCLE * min(boxes.width(box), boxes.height(box)):
        return box
    whole = [
        curve.box
        for curve in group
        if curve.round
        and boxes.width(curve.box) >= SPAN * boxes.width(box)
        and boxes.height(curve.box) >= SPAN * boxes.height(box)
    ]
    return min(whole, key=lambda one: abs(boxes.width(one) - boxes.height(one)), default=box)


def _groups(curves: Sequence[Curve]) -> list[list[Curve]]:
    """Curves whose boxes overlap or touch, directly or through others; small ones start no group."""
    groups: list[list[Curve]] = []
    for curve in sorted(curves, key=lambda each: -boxes.area(each.box)):
        home = next((group for group in groups if any(_touch(curve.box, other.box) for other in group)), None)
        if home is not None:
            home.append(curve)
        elif max(boxes.width(curve.box), boxes.height(curve.box)) >= SMALLEST / 2:
            groups.append([curve])
    return [group for group in groups if len(group) > 1]


def _touch(box: Box, other: Box) -> bool:
    both = boxes.overlap(box, other)
    return boxes.width(both) > -0.5 and boxes.height(both) > -0.5


def _walk(
    box: Box, way: float, colors: Sequence[str], painting: Painting
) -> tuple[tuple[str, float], ...] | None:
    """The colours met clockwise from the top and their shares; None where the walk leaves the chart."""
    x, y = boxes.center(box)
    across, down = way * boxes.width(box) / 2, way * boxes.height(box) / 2
    met = []
    for step in range(STEPS):
        angle = 2 * math.pi * (step + 0.5) / STEPS
        pixel = painting.at(x + across * math.sin(angle), y - down * math.cos(angle))
        met.append(_nearest(pixel, colors) if pixel else None)
    known = [color for color in met if color]
    if len(known) < COVERED * STEPS:
        return None
    shares: dict[str, float] = {}
    for color, run in itertools.groupby(known):
        shares[color] = shares.get(color, 0.0) + len(list(run)) / len(known)
    segments = tuple((color, round(share, 3)) for color, share in shares.items() if share >= LEAST_SHARE)
    return segments if len(segments) > 1 else None


def _nearest(pixel: tuple[int, int, int], colors: Sequence[str]) -> str | None:
    for color in colors:
        parts = [int(color[at : at + 2], 16) for at in (1, 3, 5)]
        if all(abs(part - own) < NEAR for part, own in zip(parts, pixel, strict=True)):
            return color
    return None
