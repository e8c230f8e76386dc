"""Solid arrowheads (trends, bullets, lights): drawn or typed, no reader of letters knows them."""

from __future__ import annotations

import cv2
import numpy as np

from extractors.document import Box
from extractors.pdf.scan.marks import INKED
from extractors.pdf.scan.raster import Pixels, Raster
from extractors.pdf.scan.words import ScannedWord

SIDE = (2.2, 9.0)
"""Points: how wide and high arrowheads are."""

OF_BOX = (0.42, 0.68)
"""Of its box: what a triangle covers; a half, and the blur at its sides."""

OF_HULL = 0.84
"""Of its hull: what a solid triangle covers; v, A and 4 leave more white."""

OFF_CENTRE = 0.06
"""Of its side: how far a triangle's middle lies from its box's, towards its base; a sixth where nothing blurs."""

STRAIGHT = 0.045
"""Of its side: how far the middle lies off in the other direction at most."""

HEIGHT = 0.6
"""Of the font size: how high a typed arrowhead is."""

PAIR = 4.0
"""Points between two arrowheads of one sign."""


def take_arrows(picture: Pixels, raster: Raster) -> tuple[list[ScannedWord], Pixels]:
    """The arrowheads of a picture of ink as words, and the picture without them."""
    count, labels, stats, middles = cv2.connectedComponentsWithStats(
        (picture < INKED).astype(np.uint8), connectivity=8
    )
    least, most = SIDE[0] * raster.scale, SIDE[1] * raster.scale
    clean, found = picture.copy(), []
    for index in range(1, count):
        left, top, wide, high, ink = (int(part) for part in stats[index])
        if not (least <= wide <= most and least <= high <= most):
            continue
        if not OF_BOX[0] <= ink / (wide * high) <= OF_BOX[1]:
            continue
        x, y = (float(part) for part in middles[index])
        color = np.median(
            raster.pixels[round(y) - 1 : round(y) + 2, round(x) - 1 : round(x) + 2], axis=(0, 1)
        )
        sign = _sign((x - left + 0.5) / wide - 0.5, (y - top + 0.5) / high - 0.5)
        window = (slice(top, top + high), slice(left, left + wide))
        if sign and _is_solid((labels[window] == index).astype(np.uint8), ink):
            red, green, blue = (int(part) for part in color)
            box = raster.points(left, top, left + wide, top + high)
            found.append(_word(sign, box, index, (red, green, blue)))
            clean[max(0, top - 1) : top + high + 1, max(0, left - 1) : left + wide + 1] = 255
    return _pairs(found), clean


def _sign(right: float, down: float) -> str | None:
    """The arrowhead whose middle lies so far off its box's, towards its base."""
    if abs(right) <= STRAIGHT and abs(down) >= OFF_CENTRE:
        return "▼" if down < 0 else "▲"
    if abs(down) <= STRAIGHT and abs(right) >= OFF_CENTRE:
        return "►" if right < 0 else "◄"
    return None


def _is_solid(shape: Pixels, ink: int) -> bool:
    [outline, *others], _ = cv2.findContours(shape, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    hull = np.zeros_like(shape)
    cv2.fillConvexPoly(hull, cv2.convexHull(outline), (1,))
    return not others and ink >= OF_HULL * float(hull.sum())


def _word(sign: str, box: Box, index: int, color: tuple[int, int, int]) -> ScannedWord:
    size = (box[3] - box[1]) / HEIGHT
    return ScannedWord(sign, box, box[3], size, 100.0, (-1, 0, 0, index), 0.1, color)


def _pairs(words: list[ScannedWord]) -> list[ScannedWord]:
    """Words with the two heads of one arrow put together."""
    ordered = sorted(words, key=lambda word: (round(word.base), word.box[0]))
    joined: list[ScannedWord] = []
    for word in ordered:
        last = joined[-1] if joined else None
        if last and abs(last.base - word.base) <= PAIR and 0 <= word.box[0] - last.box[2] <= PAIR:
            box = (last.box[0], last.box[1], word.box[2], last.box[3])
            joined[-1] = _word(last.text + word.text, box, last.line[-1], last.color)
        else:
            joined.append(word)
    return joined
