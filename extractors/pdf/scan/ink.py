"""What is printed, dark on white, whatever it is printed on: the picture that is read."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.pdf.scan.marks import INKED
from extractors.pdf.scan.painted import EDGE, SAME_COLOR, Paint
from extractors.pdf.scan.raster import Pixels, Raster

GRAIN = 28
"""Of 255: paper's grain in a noisy scan, which is no ink."""

NEARBY = 9.0
"""Points: letters of one word stand so near to each other."""

PALEST_INK = 50.0
"""Of 255: the palest ink that is made black, above the grain."""

SIDE = 1.6
"""Points from a painted area's side: how far in the paint beside it is smeared."""

LEAST_INK = 1.2
"""Square points: the darkest part of a thin letter; specks are smaller."""

PLAINEST = 45
"""Of 255: an area whose pixels differ less from its paint has nothing printed on it."""


def ink_picture(raster: Raster, paints: Sequence[Paint]) -> Pixels:
    """What is printed, dark on white, whatever it is printed on: the picture that is read (one channel).

    On each painted area ink is what differs from its paint, so that white words on red are as black as others.
    """
    picture = raster.light.copy()
    for paint in paints:
        edge = raster.size(EDGE)
        x0, y0, x1, y1 = (round(side * raster.scale) for side in paint.box)
        window = (slice(max(0, y0 - edge), y1 + edge), slice(max(0, x0 - edge), x1 + edge))
        inside = raster.pixels[window]
        if not inside.size:
            continue
        shape = np.zeros(inside.shape[:2], np.uint8)
        if paint.round:
            high, wide = inside.shape[:2]
            cv2.ellipse(shape, ((wide / 2, high / 2), (wide - 3 * edge, high - 3 * edge), 0), 1, cv2.FILLED)
        else:
            shape[edge + 2 : -edge - 2, edge + 2 : -edge - 2] = 1
        ink = _ink_on(inside, paint.color, shape > 0, round(LEAST_INK * raster.scale**2))
        if paint.plain:
            _wipe_sides(ink, edge + 2, raster.size(SIDE))
        rim = np.where(_is_mixed(inside, paint.color), 255, picture[window])
        border = edge // 2  # a border in another colour may run along the paint
        rim[border:-border, border:-border] = 255
        picture[window] = np.where(shape > 0, ink, rim)
    return _contrasted(picture, raster)


def _contrasted(picture: Pixels, raster: Raster) -> Pixels:
    """The picture with pale words as black as others: ink is measured by the darkest that stands nearby."""
    dark = cv2.subtract(np.full_like(picture, 255 - GRAIN), picture)
    nearby = cv2.dilate(dark, np.ones((raster.size(NEARBY),) * 2, np.uint8)).astype(np.float32)
    scaled = dark.astype(np.float32) * (255.0 / np.maximum(nearby, PALEST_INK))
    return np.asarray(np.clip(255.0 - scaled, 0, 255), np.uint8)


def _wipe_sides(ink: Pixels, margin: int, depth: int) -> None:
    """Takes away what stands along the sides of a painted area and does not reach into it: its neighbour's paint,
    smeared by JPEG; letters reach farther in.
    """
    for side in (ink, ink[::-1], ink.T, ink.T[::-1]):
        strip, beyond = side[: margin + depth], side[margin + depth : margin + depth + 2]
        if not beyond.size:
            return
        goes_on = cv2.dilate(
            (beyond.min(axis=0) < INKED).astype(np.uint8)[None, :], np.ones((1, 5), np.uint8)
        )[0]
        strip[:, goes_on == 0] = 255


def _is_mixed(pixels: Pixels, color: tuple[int, int, int]) -> NDArray[np.bool_]:
    """Which pixels are between a paint and white paper, as at a blurred edge."""
    paint = 255.0 - np.array(color, np.float32)
    ink = 255.0 - pixels.astype(np.float32)
    share = np.clip((ink @ paint) / max(1.0, float(paint @ paint)), 0.0, 1.0)
    return np.asarray(np.abs(ink - share[:, :, None] * paint).max(axis=2) <= SAME_COLOR)


def _ink_on(pixels: Pixels, color: tuple[int, int, int], within: NDArray[np.bool_], least: int) -> Pixels:
    """How far pixels are from the paint, stretched so that the ink is black: 255 is the paint.

    The ink is what so many pixels ``within`` the paint have at ``least``: a cell may hold one thin letter alone.
    """
    away = np.abs(pixels.astype(np.int16) - np.array(color, np.int16)).max(axis=2)
    inner = away[within]
    most = float(np.partition(inner, -least)[-least]) if inner.size > least else 0.0
    if most < PLAINEST:
        return np.full(away.shape, 255, np.uint8)
    return np.asarray(np.clip(255 - away * (255.0 / most), 0, 255), np.uint8)
