"""A page as pixels: rendered, turned level, and its paper made white."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.document import Box

Pixels = NDArray[np.uint8]
"""Rows of pixels: RGB, or one channel."""

DPI = 200
"""Tesseract reads 10-point letters well from 150 dpi on, and no better above 200."""

MOST_PIXELS = 20_000_000
"""An A2 poster at 200 dpi; larger pages are rendered more coarsely."""

STEEPEST = 4.0
"""Degrees: sheets lie no more askew than this on a scanner."""

LEAST_TILT = 0.05
"""Degrees: a tilt that moves the end of a line by half a point is not worth blurring the letters for."""

ROUGH_DPI = 60
"""Enough to see lines of text as rows when the tilt is measured."""

PAPER_SHARE = 0.2
"""Of a page's pixels: the lightest ones, which show its paper, unless it is painted all over."""

DARKEST_PAPER = 150
"""Of 255: a lightest tone darker than this is paint, not paper."""

cv2.setNumThreads(1)  # documents are read side by side; each keeps to its processor


@dataclass(frozen=True)
class Raster:
    """A page's pixels, level and on white paper; ``scale`` pixels make a point."""

    pixels: Pixels
    scale: float
    width: float
    height: float

    def points(self, left: float, top: float, right: float, bottom: float) -> Box:
        """A box of pixels in points."""
        return (left / self.scale, top / self.scale, right / self.scale, bottom / self.scale)

    def size(self, points: float) -> int:
        """A length in whole pixels, one at least."""
        return max(1, round(points * self.scale))

    @cached_property
    def light(self) -> Pixels:
        """Each pixel's most inked channel, 255 for paper."""
        return darkest_channel(self.pixels)


def darkest_channel(pixels: Pixels) -> Pixels:
    """The smallest of the three channels of each pixel."""
    red, green, blue = cv2.split(pixels)
    return cv2.min(cv2.min(red, green), blue).astype(np.uint8)


def lightest_channel(pixels: Pixels) -> Pixels:
    """The largest of the three channels of each pixel."""
    red, green, blue = cv2.split(pixels)
    return cv2.max(cv2.max(red, green), blue).astype(np.uint8)


def render_page(page: Any) -> Raster:
    """The raster of an open PDFium page, as a reader sees it."""
    width, height = page.get_size()
    scale = min(DPI / 72.0, (MOST_PIXELS / max(1.0, width * height)) ** 0.5)
    drawn = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False).to_numpy()[:, :, :3]
    return straightened(np.ascontiguousarray(drawn), scale, width, height)


def straightened(pixels: Pixels, scale: float, width: float, height: float) -> Raster:
    """A raster of pixels as they come from a scanner."""
    white = _balanced(pixels)
    angle = _tilt(white, scale)
    if abs(angle) >= LEAST_TILT:
        high, wide = white.shape[:2]
        turn = cv2.getRotationMatrix2D((wide / 2, high / 2), angle, 1.0)
        white = cv2.warpAffine(
            white, turn, (wide, high), flags=cv2.INTER_CUBIC, borderValue=(255, 255, 255)
        ).astype(np.uint8)
    return Raster(white, scale, width, height)


def _balanced(pixels: Pixels) -> Pixels:
    """Pixels in which the paper is white: each channel stretched so that its lightest tones' median is 255."""
    # Averaged first: in single pixels the lightest tones are the grain's, not the paper's.
    sample = cv2.resize(pixels, None, fx=0.2, fy=0.2, interpolation=cv2.INTER_AREA).reshape(-1, 3)
    tone = sample.sum(axis=1, dtype=np.int32)
    light = sample[tone >= np.quantile(tone, 1 - PAPER_SHARE)]
    paper = np.median(light, axis=0)
    if paper.min() < DARKEST_PAPER:
        return pixels
    ramp = np.clip(np.arange(256)[:, None] * (255.0 / paper), 0, 255).astype(np.uint8)
    return cv2.LUT(pixels, ramp[None, :, :]).astype(np.uint8)


def _tilt(pixels: Pixels, scale: float) -> float:
    """By how many degrees clockwise lines fall; rows of text and ruled lines are sharpest when they run level."""
    grey = 255 - darkest_channel(pixels)
    factor = ROUGH_DPI / 72.0 / scale
    rough = cv2.resize(grey, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA).astype(np.float32)
    rough = np.minimum(rough, 128)  # ruled tables and dark bands must not drown the lines of text
    best = max(np.arange(-STEEPEST, STEEPEST + 0.1, 0.5), key=lambda angle: _sharpness(rough, angle))
    fine = cv2.resize(grey, None, fx=2 * factor, fy=2 * factor, interpolation=cv2.INTER_AREA).astype(
        np.float32
    )
    fine = np.minimum(fine, 128)
    for step in (0.2, 0.05):
        best = max(
            np.arange(best - 2 * step, best + 2.5 * step, step), key=lambda angle: _sharpness(fine, angle)
        )
    return float(best)


def _sharpness(grey: NDArray[np.float32], angle: float) -> float:
    high, wide = grey.shape
    turn = cv2.getRotationMatrix2D((wide / 2, high / 2), float(angle), 1.0)
    rows = cv2.warpAffine(grey, turn, (wide, high), flags=cv2.INTER_LINEAR).sum(axis=1)
    return float(np.square(np.diff(rows)).sum())
