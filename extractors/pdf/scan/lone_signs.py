"""Solid coloured signs that stand alone (arrows of a trend, faces): lights, whatever letters were read in them."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

import cv2
import numpy as np

from extractors.document import Box
from extractors.pdf import boxes
from extractors.pdf.page.paint import hex_color
from extractors.pdf.primitives import Curve
from extractors.pdf.scan.marks import INKED
from extractors.pdf.scan.raster import Pixels, Raster
from extractors.pdf.scan.words import ScannedWord

COLOURED = 60
"""Of 255: by how much the channels of a sign's colour differ."""

HEAVY = 1.6
"""Times the page's usual stroke: bold letters are a third heavier, solid shapes twice as heavy."""

UNSURE = 86.0
"""Of 100: a real letter that stands alone is read with more confidence."""

MOST_LETTERS = 3
"""Letters that may be read in one sign."""

SIDE = (6.0, 20.0)
"""Points: how wide and high signs are."""

ALONE = 10.0
"""Points to the next word beside it."""

SOLID = 0.6
"""Of its hull: what an arrow or a diamond covers at least."""

DEEP = 1.8
"""Points from the middle of a solid sign to its edge; the strokes of bold letters of a text are thinner."""


def take_signs(words: Sequence[ScannedWord]) -> tuple[list[ScannedWord], tuple[Curve, ...]]:
    """The words that are words, and the others as coloured shapes."""
    usual = median(word.weight for word in words) if words else 0.0
    signs = [word for word in words if _is_sign(word, usual) and not _has_neighbour(word, words)]
    curves = (Curve(word.box, hex_color(*word.color), None, False, 0) for word in signs)
    return [word for word in words if word not in signs], tuple(curves)


def _is_sign(word: ScannedWord, usual: float) -> bool:
    wide, high = boxes.width(word.box), boxes.height(word.box)
    return (
        max(word.color) - min(word.color) >= COLOURED
        and len(word.text) <= MOST_LETTERS
        and word.confidence <= UNSURE
        and word.weight >= HEAVY * usual
        and SIDE[0] <= min(wide, high)
        and max(wide, high) <= SIDE[1]
    )


def unread_signs(
    picture: Pixels, raster: Raster, words: Sequence[ScannedWord], known: Sequence[Box]
) -> tuple[Curve, ...]:
    """The solid coloured shapes of a picture of ink in which no letters were read, and nothing else is known."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(
        (picture < INKED).astype(np.uint8), connectivity=8
    )
    found = []
    for index in range(1, count):
        left, top, wide, high, _ = (int(part) for part in stats[index])
        if not (SIDE[0] * raster.scale <= min(wide, high) and max(wide, high) <= SIDE[1] * raster.scale):
            continue
        box = raster.points(left, top, left + wide, top + high)
        if any(boxes.shared(box, other) > 0 for other in known) or _beside(box, [word.box for word in words]):
            continue
        window = (slice(top, top + high), slice(left, left + wide))
        own = (labels[window] == index).astype(np.uint8)
        red, green, blue = (int(part) for part in np.median(raster.pixels[window][own > 0], axis=0))
        if max(red, green, blue) - min(red, green, blue) >= COLOURED and _is_solid(own, raster.scale):
            found.append(Curve(box, hex_color(red, green, blue), None, False, 0))
    return tuple(found)


def _is_solid(shape: Pixels, scale: float) -> bool:
    """Whether a shape (1 where it is inked) is filled, and broader than strokes are."""
    outer, _ = cv2.findContours(shape, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    hull = cv2.fillConvexPoly(np.zeros_like(shape), cv2.convexHull(np.concatenate(outer)), 1)
    depth = cv2.distanceTransform(np.pad(shape, 1), cv2.DIST_L2, 3)
    return float(shape.sum()) >= SOLID * float(hull.sum()) and float(depth.max()) >= DEEP * scale


def _has_neighbour(word: ScannedWord, words: Sequence[ScannedWord]) -> bool:
    return _beside(word.box, [other.box for other in words if other is not word])


def _beside(box: Box, others: Sequence[Box]) -> bool:
    x0, top, x1, bottom = box
    return any(
        other[1] < bottom and other[3] > top and other[0] < x1 + ALONE and other[2] > x0 - ALONE
        for other in others
    )
