"""Ruled lines: thin dark strokes that run level or plumb farther than any letter's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.pdf.page.paint import hex_color
from extractors.pdf.primitives import Rule
from extractors.pdf.scan.raster import Pixels, Raster, lightest_channel
from extractors.pdf.scan.torn import mended

THICKEST = 3.2
"""Points: strokes thicker than this are bars and bands."""

FAINTEST = 26
"""Of 255: by how much a stroke is darker than what is beside it; noise of scanners and JPEG stays below."""

SHORTEST_LEVEL = 14.0
"""Points: the bars of T and E in headings are shorter."""

SHORTEST_PLUMB = 9.0
"""Points: the side of a tick box or of a low row."""

LONG = 30.0
"""Points: longer strokes are lines, wherever they stand."""

CERTAIN = 70.0
"""Points: no word's serifs run so far."""

EVEN = 0.5
"""Of a line's usual darkness: what nearly all of it has at least."""

THIN = 1.3
"""Points: shorter level strokes that are thicker than this belong to large letters."""

SEED = 5.0
"""Points: a line is whole over this length at least; the level strokes of letters are shorter."""

BREAK = 1.2
"""Points: a gap that a coarse scan tears into a line."""

CLEAR = 1.5
"""Points beside a line that are looked at for ink."""

MOST_CROWDED = 0.35
"""Of a line's length: ink on both sides of more of it is a row of letters, not a line."""

BLURRED = 0.35
"""Points by which a scan's blur makes a line thicker on either side; letters stand a point above an underline."""

CROSSING = 0.8
"""Points above and below a line where the letters that cross it show."""

CROSSED = 130
"""Of 255: ink that dark beside a line belongs to a letter."""

BEYOND, ONE_PAINT = 3.0, 40
"""Points from the ends of a stroke, and of 255: where the colour is compared, and how far one paint differs."""

ON_PAINT = 2.6
"""Points: a line between painted cells and its blur."""

MEETING, TOUCHING = 2.5, 0.9
"""Points: how near the ends of a short plumb stroke come to the level lines that it joins, alone and beside letters."""

CORNER = 1.2
"""Points from the end of a level line: a stroke that stands there is the side of a box, whatever stands beside it."""

BESIDE, MOST_BESIDE = 2.4, 0.2
"""Points to the left and right of a plumb stroke, and the share of its length beside which ink may stand there."""


class Ruled(NamedTuple):
    """The ruled lines of a page in points, level ones first, and what is known of the strokes that are too short."""

    rules: tuple[Rule, ...]
    short: tuple[Rule, ...]
    strength: Pixels


def find_rules(raster: Raster) -> Ruled:
    """All ruled lines of a page."""
    strength = _strength(raster)
    upright = list(_runs(raster, strength, level=False))
    long = [rule for rule in upright if rule.y1 - rule.y0 >= LONG]
    level = [
        rule
        for rule in _runs(raster, strength, level=True)
        if rule.x1 - rule.x0 >= LONG or rule.thickness <= THIN
    ]
    level = mended(level, long, raster)
    plumb = [rule for rule in upright if rule not in long and _hangs(rule, level, strength, raster.scale)]
    short = tuple(rule for rule in upright if rule not in long and rule not in plumb)
    return Ruled((*level, *long, *plumb), short, strength)


def hanging_rules(ruled: Ruled, rules: Sequence[Rule], scale: float) -> tuple[Rule, ...]:
    """Short plumb lines between level ones that were found later, at the sides of paint."""
    level = [rule for rule in rules if rule.horizontal]
    return tuple(rule for rule in ruled.short if _hangs(rule, level, ruled.strength, scale))


def _strength(raster: Raster) -> Pixels:
    """By how much each pixel is darker than what lies around it within a line's thickness: ink, on any paint.

    On red or blue a black line hardly darkens the grey picture, but it takes away the paint's own channel.
    """
    grey = _sunk(
        cv2.cvtColor(raster.pixels, cv2.COLOR_RGB2GRAY).astype(np.uint8), raster.size(THICKEST + CLEAR)
    )
    # The strip of paint between white letters and its edge is no line, but thicker than a line in a table.
    bright = _sunk(lightest_channel(raster.pixels), raster.size(ON_PAINT))
    return cv2.max(grey, cv2.min(bright, cv2.add(grey, grey))).astype(np.uint8)


def _sunk(channel: Pixels, reach: int) -> Pixels:
    """By how much each pixel of a channel lies below what is on both sides of it, within so many pixels."""
    around = cv2.morphologyEx(channel, cv2.MORPH_CLOSE, np.ones((reach, reach), np.uint8))
    return cv2.subtract(around, channel).astype(np.uint8)


def _runs(raster: Raster, strength: Pixels, *, level: bool) -> Iterator[Rule]:
    """Unbroken straight strokes along one axis."""
    strokes = np.where(strength >= FAINTEST, np.uint8(255), np.uint8(0))
    shortest, seed, gap = (
        raster.size(SHORTEST_LEVEL if level else SHORTEST_PLUMB),
        raster.size(SEED),
        raster.size(BREAK),
    )
    solid = cv2.morphologyEx(strokes, cv2.MORPH_OPEN, _stroke(seed, level=level))
    joined = cv2.morphologyEx(solid, cv2.MORPH_CLOSE, _stroke(gap, level=level))
    joined = cv2.morphologyEx(joined, cv2.MORPH_OPEN, _stroke(shortest, level=level))
    count, labels, boxes, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    for index in range(1, count):
        left, top, wide_by, high_by, _ = (int(part) for part in boxes[index])
        window = (slice(top, top + high_by), slice(left, left + wide_by))
        inked = (labels[window] == index) & (strokes[window] > 0)
        length, bulk = (wide_by, high_by) if level else (high_by, wide_by)
        if not inked.any():
            continue
        dark = strength[window][inked].astype(np.float32)  # pixels at its blurred sides count in part
        thickness = float(dark.sum()) / float(np.quantile(dark, 0.9)) / length
        if thickness > raster.size(THICKEST) or bulk > length:
            continue
        if not _stands_free(
            strokes, (left, top, left + wide_by, top + high_by), raster.size(CLEAR), level=level
        ):
            continue
        color = np.median(raster.pixels[window][inked], axis=0)
        doubtful = level and length < raster.size(CERTAIN)
        if doubtful and (not _is_even(strength[window]) or _goes_on(raster, window, color)):
            continue
        x0, y0, x1, y1 = raster.points(left, top, left + wide_by, top + high_by)
        if level:
            middle = (y0 + y1) / 2
            yield Rule(x0, middle, x1, middle, thickness / raster.scale, _hex(color))
        else:
            middle = (x0 + x1) / 2
            yield Rule(middle, y0, middle, y1, thickness / raster.scale, _hex(color))


def _stroke(length: int, *, level: bool) -> Pixels:
    """A stroke of one pixel's thickness."""
    return np.ones((1, length) if level else (length, 1), np.uint8)


def _stands_free(strokes: Pixels, box: tuple[int, int, int, int], reach: int, *, level: bool) -> bool:
    """Whether a stroke has paper on one side at least for most of its length."""
    left, top, right, bottom = box
    if level:
        before, after = (
            strokes[max(0, top - reach) : top, left:right],
            strokes[bottom : bottom + reach, left:right],
        )
    else:
        before, after = (
            strokes[top:bottom, max(0, left - reach) : left],
            strokes[top:bottom, right : right + reach],
        )
    axis = 0 if level else 1
    if not before.size or not after.size:
        return True
    return float((before.any(axis=axis) & after.any(axis=axis)).mean()) <= MOST_CROWDED


def _is_even(strength: Pixels) -> bool:
    """Whether a level stroke is equally dark all along: serifs that touch make a row of dark and pale spots."""
    profile = strength.max(axis=0)
    return float(np.quantile(profile, 0.08)) >= EVEN * float(np.median(profile))


def _goes_on(raster: Raster, window: tuple[slice, slice], color: NDArray[np.float64]) -> bool:
    """Whether the same paint lies beyond an end of a level stroke: a strip of it over white letters, not a line."""
    rows, columns = window
    away, wide = raster.size(BEYOND), raster.size(1.0)
    ends = (
        raster.pixels[rows, max(0, columns.start - away - wide) : max(0, columns.start - away)],
        raster.pixels[rows, columns.stop + away : columns.stop + away + wide],
    )
    return any(
        end.size > 0 and float(np.abs(np.median(end, axis=(0, 1)) - color).max()) <= ONE_PAINT for end in ends
    )


def _hex(color: NDArray[np.float64]) -> str:
    return hex_color(*(int(part) for part in color))


def _hangs(rule: Rule, level: Sequence[Rule], strength: Pixels, scale: float) -> bool:
    """Whether a plumb stroke runs from one level line to another: no letter touches both.

    The stem of a J comes near to both in a low row, but its neighbours stand beside it.
    """
    left, right = round((rule.x0 - BESIDE) * scale), round((rule.x0 + BESIDE) * scale)
    half = round((rule.thickness / 2 + BLURRED) * scale) + 1
    rows, x = slice(round(rule.y0 * scale), round(rule.y1 * scale)), round(rule.x0 * scale)
    sides = (strength[rows, max(0, left) : x - half], strength[rows, x + half + 1 : right + 1])
    alone = all(
        not side.size or float((side >= FAINTEST).any(axis=1).mean()) <= MOST_BESIDE for side in sides
    )
    near = [line for line in level if line.x0 - MEETING <= rule.x0 <= line.x1 + MEETING]
    corners = [line for line in near if min(abs(line.x0 - rule.x0), abs(line.x1 - rule.x0)) <= CORNER]
    return _joins(rule, near, MEETING if alone else TOUCHING) or _joins(rule, corners, MEETING)


def _joins(rule: Rule, level: Sequence[Rule], reach: float) -> bool:
    """Whether a plumb stroke runs from one of some level lines to another."""
    return all(any(abs(end - line.y0) <= reach for line in level) for end in (rule.y0, rule.y1))


def without_rules(picture: Pixels, raster: Raster, rules: Sequence[Rule]) -> Pixels:
    """A picture of ink on white (one channel) with the lines painted over, but not the letters that cross them."""
    bare = picture.copy()
    windows = [(rule, _window(rule, raster, bare.shape)) for rule in rules]
    for _, window in windows:
        bare[window] = 255
    clean = bare.copy()
    reach = raster.size(CROSSING)
    for rule, (rows, columns) in windows:
        if not rule.horizontal:
            continue
        above, below = (
            bare[max(0, rows.start - reach) : rows.start, columns],
            bare[rows.stop : rows.stop + reach, columns],
        )
        if above.size and below.size:
            crossed = (above.min(axis=0) < CROSSED) & (below.min(axis=0) < CROSSED)
            if crossed.any():
                clean[rows, columns] = np.where(
                    crossed[None, :], picture[rows, columns], clean[rows, columns]
                )
    return clean


def _window(rule: Rule, raster: Raster, shape: tuple[int, ...]) -> tuple[slice, slice]:
    """Where a line's pixels are, its blurred sides included."""
    half = rule.thickness / 2 + BLURRED
    x0, y0, x1, y1 = rule.box
    if rule.horizontal:
        y0, y1 = y0 - half, y1 + half
    else:
        x0, x1 = x0 - half, x1 + half
    return (
        slice(max(0, int(y0 * raster.scale)), min(shape[0], int(y1 * raster.scale) + 1)),
        slice(max(0, int(x0 * raster.scale)), min(shape[1], int(x1 * raster.scale) + 1)),
    )
