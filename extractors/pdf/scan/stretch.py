"""Bands of paint that white letters cut in pieces: drawn out to where the paint ends, not where the letters begin."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from extractors.document import Box
from extractors.pdf.scan.raster import Raster

HIGHEST = 40.0
"""Points: higher areas are panels, whose letters leave enough paint around them."""

WINDOW = 9.0
"""Points: over such a stretch of letters there is always paint between them."""

BETWEEN = 0.25
"""Of a stretch of letters: the paint between them, at least."""

BARE = 0.6
"""Of a column of pixels: so much paint and it shows no letter; a band ends with such columns."""

PAPER, ALL_PAPER, GAP = 235, 0.95, 1.2
"""Of 255, of a column, and points: so much white parts two chips."""


def drawn_out(raster: Raster, box: Box, color: tuple[int, int, int], reach: float) -> Box:
    """The box of a band of paint, letters and all.

    Args:
        raster: the page.
        box: of a piece of the band.
        color: of the paint.
        reach: by how much (of 255) its shades differ.
    """
    x0, top, x1, bottom = (round(side * raster.scale) for side in box)
    if bottom - top > HIGHEST * raster.scale or bottom - top < 3:
        return box
    strip = raster.pixels[top + 1 : bottom - 1]
    near = np.abs(strip.astype(np.int16) - np.array(color, np.int16)).max(axis=2) <= reach
    paint = near.mean(axis=0)
    paper = (strip.min(axis=2) >= PAPER).mean(axis=0) >= ALL_PAPER
    wide = raster.size(WINDOW)
    around = np.convolve(paint, np.ones(wide) / wide, mode="same")
    right = x1 + _steps(paint[x1:], around[x1:], paper[x1:], raster.size(GAP))
    left = x0 - _steps(paint[:x0][::-1], around[:x0][::-1], paper[:x0][::-1], raster.size(GAP))
    return (left / raster.scale, box[1], right / raster.scale, box[3])


def _steps(
    paint: NDArray[np.float64], around: NDArray[np.float64], paper: NDArray[np.bool_], gap: int
) -> int:
    """How many columns outwards the band reaches: to the last bare one before paper or other paint."""
    ends = np.flatnonzero(around < BETWEEN)
    limit = int(ends[0]) if len(ends) else len(paint)
    white = np.convolve(paper[:limit], np.ones(gap), mode="valid") if limit >= gap else np.zeros(0)
    gaps = np.flatnonzero(white >= gap)
    limit = min(limit, int(gaps[0])) if len(gaps) else limit
    bare = np.flatnonzero(paint[:limit] >= BARE)
    return int(bare[-1]) + 1 if len(bare) else 0
