"""Small drawn marks: bullets before lines, rings around words, and the letters that are left when these are gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.document import Box
from extractors.pdf.page.paint import hex_color
from extractors.pdf.primitives import Curve, Outline
from extractors.pdf.scan.raster import Pixels, Raster

Labels = NDArray[Any]
"""Which shape each pixel belongs to, or places of pixels."""

INKED = 150
"""Of 255: a pixel darker than this is ink in a picture of dark ink on white."""

BULLET = (1.2, 6.0)
"""Points: how wide and high bullets are."""

SOLID = 0.62
"""Of its box: what the ink of a bullet covers at least (a disc 0.79, a diamond 0.5 is left to the letters)."""

CLEAR_BEFORE, CLEAR_AFTER = 9.0, 2.2
"""Points of paper to the left and right of a bullet; full stops and dots of i stand nearer to their letters."""

REACH = 40.0
"""Points within which a bullet's line begins."""

RING_WIDE, RING_HIGH = (16.0, 170.0), (9.0, 48.0)
"""Points: rings drawn around a word or letter."""

RING_BAND = (0.78, 1.12)
"""Times the ellipse's radius: where a ring's ink runs."""

ON_RING = 0.7
"""Of a shape's ink: what lies in the band of a ring; words that touch the ring do not."""

SECTORS, CLOSED = 24, 20
"""A ring is drawn in so many of so many directions."""

BOX_SIDE = (5.0, 17.0)
"""Points: the sides of a tick box."""

FILLED = 0.1
"""Of a tick box's inside: ink that is a tick or a cross."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What was found, and the picture without it."""

    curves: tuple[Curve, ...]
    outlines: tuple[Outline, ...]
    picture: Pixels


@dataclass(frozen=True, slots=True)
class _Shape:
    """A connected piece of ink in pixels."""

    left: int
    top: int
    wide: int
    high: int
    ink: int
    index: int


def take_rings(raster: Raster) -> tuple[tuple[Curve, ...], Raster]:
    """Rings drawn around words, and the page without them: their flat parts would pass for ruled lines."""
    labels, shapes = _shapes_of((raster.light < INKED).astype(np.uint8))
    rings = [(shape, ring) for shape in shapes if (ring := _ring(shape, labels, raster))]
    if not rings:
        return (), raster
    drawn = np.zeros(raster.light.shape, np.uint8)
    for _, ring in rings:
        drawn[ring] = 1
    pixels = raster.pixels.copy()
    pixels[cv2.dilate(drawn, np.ones((3, 3), np.uint8)) > 0] = 255
    curves = tuple(Curve(_box(shape, raster), None, "#000000", True, 0) for shape, _ in rings)
    return curves, replace(raster, pixels=pixels)


def take_marks(picture: Pixels, raster: Raster) -> Marks:
    """Bullets and tick boxes of a picture of ink, taken out of it so that nobody reads letters in them."""
    clean = picture.copy()
    inked = (picture < INKED).astype(np.uint8)
    labels, shapes = _shapes_of(inked)
    curves: list[Curve] = []
    outlines: list[Outline] = []
    for shape in shapes:
        if _is_bullet(shape, inked, raster):
            curves.append(Curve(_box(shape, raster), _color(shape, raster), None, True, 0))
            _wipe(clean, shape)
        elif _is_tick_box(shape, labels, raster):
            box = _box(shape, raster)
            outlines.append(Outline(box, "#000000"))
            if _is_ticked(shape, inked):
                curves.append(Curve(box, None, "#000000", False, 0))
            _wipe(clean, shape)
    return Marks(tuple(curves), tuple(outlines), clean)


def _shapes_of(inked: Pixels) -> tuple[Labels, list[_Shape]]:
    count, labels, stats, _ = cv2.connectedComponentsWithStats(inked, connectivity=8)
    shapes = []
    for index in range(1, count):
        left, top, wide, high, ink = (int(part) for part in stats[index])
        shapes.append(_Shape(left, top, wide, high, ink, index))
    return np.asarray(labels), shapes


def _box(shape: _Shape, raster: Raster) -> Box:
    return raster.points(shape.left, shape.top, shape.left + shape.wide, shape.top + shape.high)


def _color(shape: _Shape, raster: Raster) -> str:
    """The colour in the middle of a spot."""
    y, x = shape.top + shape.high // 2, shape.left + shape.wide // 2
    return hex_color(*(int(part) for part in raster.pixels[y, x]))


def _wipe(picture: Pixels, shape: _Shape) -> None:
    picture[
        max(0, shape.top - 1) : shape.top + shape.high + 1,
        max(0, shape.left - 1) : shape.left + shape.wide + 1,
    ] = 255


def _is_bullet(shape: _Shape, inked: Pixels, raster: Raster) -> bool:
    """A small solid spot that stands alone before ink at its own height."""
    least, most = BULLET[0] * raster.scale, BULLET[1] * raster.scale
    if not (least <= shape.wide <= most and least <= shape.high <= most):
        return False
    if not 0.7 <= shape.wide / shape.high <= 1.4 or shape.ink < SOLID * shape.wide * shape.high:
        return False
    x0, x1, y0, y1 = shape.left, shape.left + shape.wide, shape.top, shape.top + shape.high
    spread = raster.size(1.5)
    before = inked[y0 - spread : y1 + spread, max(0, x0 - raster.size(CLEAR_BEFORE)) : x0]
    after = inked[y0 - spread : y1 + spread, x1 : x1 + raster.size(CLEAR_AFTER)]
    above = inked[max(0, y0 - raster.size(2.5)) : y0, x0:x1]
    below = inked[y1 : y1 + raster.size(2.0), x0:x1]
    line = inked[y0:y1, x1 : x1 + raster.size(REACH)]
    return bool(line.any()) and not any(part.any() for part in (before, after, above, below))


def _ring(shape: _Shape, labels: Labels, raster: Raster) -> tuple[Labels, Labels] | None:
    """The pixels of a ring; None for any other shape."""
    wide, high = shape.wide / raster.scale, shape.high / raster.scale
    if not (RING_WIDE[0] <= wide <= RING_WIDE[1] and RING_HIGH[0] <= high <= RING_HIGH[1]):
        return None
    if shape.ink > 0.35 * shape.wide * shape.high:
        return None
    window = labels[shape.top : shape.top + shape.high, shape.left : shape.left + shape.wide]
    ys, xs = np.nonzero(window == shape.index)
    across = (xs - (shape.wide - 1) / 2) / (shape.wide / 2)
    down = (ys - (shape.high - 1) / 2) / (shape.high / 2)
    radius = np.hypot(across, down)
    on = (radius >= RING_BAND[0]) & (radius <= RING_BAND[1])
    sectors = np.unique((np.arctan2(down[on], across[on]) + np.pi) // (2 * np.pi / SECTORS))
    if float(on.mean()) < ON_RING or len(sectors) < CLOSED:
        return None
    return ys[on] + shape.top, xs[on] + shape.left


def _is_tick_box(shape: _Shape, labels: Labels, raster: Raster) -> bool:
    """A small square of four thin sides."""
    least, most = BOX_SIDE[0] * raster.scale, BOX_SIDE[1] * raster.scale
    if (
        not (least <= shape.wide <= most and least <= shape.high <= most)
        or not 0.8 <= shape.wide / shape.high <= 1.25
    ):
        return False
    own = labels[shape.top : shape.top + shape.high, shape.left : shape.left + shape.wide] == shape.index
    edge = max(2, raster.size(0.8))
    sides = (
        own[:edge].any(axis=0),
        own[-edge:].any(axis=0),
        own[:, :edge].any(axis=1),
        own[:, -edge:].any(axis=1),
    )
    corners = (own[:edge, :edge], own[:edge, -edge:], own[-edge:, :edge], own[-edge:, -edge:])
    # Round letters (O, D) leave their corners white.
    return all(float(side.mean()) >= 0.95 for side in sides) and all(
        float(corner.mean()) >= 0.4 for corner in corners
    )


def _is_ticked(shape: _Shape, inked: Pixels) -> bool:
    inset = max(2, shape.wide // 5)
    inside = inked[
        shape.top + inset : shape.top + shape.high - inset,
        shape.left + inset : shape.left + shape.wide - inset,
    ]
    return inside.size > 0 and float(inside.mean()) >= FILLED


UNREAD_HIGH = (3.5, 40.0)
"""Points: how high letters are."""

LETTER_GAP = 4.0
"""Points between letters of one piece."""


def unread_pieces(
    picture: Pixels, raster: Raster, read: list[tuple[int, int, int, int]]
) -> Iterator[tuple[int, int, int, int]]:
    """Boxes in pixels (left, top, right, bottom) of ink that stands in none of the ``read`` boxes: lone letters and
    figures, which a reader of whole pages passes over.
    """
    inked = (picture < INKED).astype(np.uint8)
    slack = raster.size(0.7)
    for left, top, right, bottom in read:
        inked[max(0, top - slack) : bottom + slack, max(0, left - slack) : right + slack] = 0
    gap = np.ones((1, raster.size(LETTER_GAP)), np.uint8)
    wide = cv2.morphologyEx(inked, cv2.MORPH_CLOSE, gap).astype(np.uint8)
    _, shapes = _shapes_of(wide)
    for shape in shapes:
        high = shape.high / raster.scale
        box = (shape.left, shape.top, shape.left + shape.wide, shape.top + shape.high)
        inside = int(inked[box[1] : box[3], box[0] : box[2]].sum())
        if UNREAD_HIGH[0] <= high <= UNREAD_HIGH[1] and inside >= 1.5 * raster.scale**2:
            yield box
