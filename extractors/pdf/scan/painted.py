"""Painted areas: cells, bands, chips and lights, by the colour that a reader sees, whatever is printed on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.document import Box
from extractors.pdf import boxes
from extractors.pdf.lattice import find_grids
from extractors.pdf.page.paint import hex_color
from extractors.pdf.primitives import Curve, Rect, Rule
from extractors.pdf.scan.raster import Pixels, Raster, darkest_channel
from extractors.pdf.scan.stretch import drawn_out

ROUGH = 110
"""Dots per inch at which areas are looked for: noise and letters are gone, edges stand within half a point."""

PALEST = 13
"""Of 255: paint differs from white paper by this much in a channel at least."""

PALEST_SIGN, THINNEST_PALE = 40, 6.0
"""Of 255 and points: thin strips and signs differ from paper by this much, for they are there to be seen."""

SMALLEST = 4.0
"""Points: no painted area is narrower; the strokes of letters are."""

SQUARE = 0.8
"""Of a pale area: what rectangles cover of it; of letters of a watermark, which run aslant, they cover less."""

LETTERS = 4.5
"""Points: wider than the strokes of letters printed on paint, and than what their blur leaves between two of them."""

FRAYED = 3.0
"""Points by which one side of a painted area runs unevenly, beside a dark frame or where a letter comes near."""

UNEVEN = 36
"""Of 255: by how much neighbouring pixels differ in letters and at edges, and do not within paint."""

SAME_COLOR = 40.0
"""Distance of two colours (in RGB, 0..441) that are shades of one paint in a noisy scan."""

MOST_COLORS = 24
"""Paints on one page; a page of more is a photograph, whose other colours do not matter."""

LEAST_PAINT = 30.0
"""Square points of one colour: less is the edge between two others."""

SAMPLED = 5
"""Every so many pixels are enough to tell the paints of a page."""

FULL = 0.9
"""Of its box: an area that covers so much is a rectangle, rounded corners and torn edges included."""

DISC = (0.68, 0.87)
"""Of its box: what an ellipse covers is pi / 4 = 0.785."""

LARGEST_LIGHT = 42.0
"""Points: larger round areas are parts of a drawing."""

MAIN_SHARE = 0.55
"""Of a cell's pixels: the colour of so many is the cell's background."""

EVEN_SHARE = 0.4
"""Of an area's pixels: what shows its very colour between the words and chips upon it."""

INSET = 1.6
"""Points from a cell's side that may be its border."""

COLOURED = 24
"""Of 255: by how much the channels of a pixel differ that no scanner makes of grey."""

COLOURED_SHARE = 0.0002
"""Of a page's pixels: so few coloured ones are a stain; a traffic light on a page has five times as many."""

SHADES = (236, 247)
"""Of 255: what stands for black and white paint on a page without colour: paler than any rating's grey, yet darker
than paper, and two paints stay two."""


@dataclass(frozen=True, slots=True)
class Paint:
    """One painted area; ``round`` for discs, ``plain`` for what fills its box."""

    box: Box
    color: tuple[int, int, int]
    round: bool = False
    plain: bool = True


def is_coloured(raster: Raster) -> bool:
    """False for a page scanned in grey, where no colour can be told."""
    small = cv2.resize(raster.pixels, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    chroma = small.max(axis=2).astype(np.int16) - small.min(axis=2)
    return float((chroma >= COLOURED).mean()) >= COLOURED_SHARE


def find_paint(raster: Raster, rules: Sequence[Rule]) -> tuple[Paint, ...]:
    """All painted areas in painting order: larger ones first, for smaller ones lie on them."""
    cells = [cell.box for grid in find_grids(rules) for cell in grid.cells]
    found = [paint for cell in cells if (paint := _cell_paint(raster, cell))]
    for rough in _areas(raster):
        settled = _settled(raster, rough)
        if settled is None or (not settled.plain and 255 - min(settled.color) < PALEST_SIGN):
            continue  # signs are there to be seen; a watermark's letters are not
        paint = _grown(raster, settled) if settled.plain else settled
        if paint.plain:
            whole = drawn_out(raster, paint.box, paint.color, _reach(paint.color))
            paint = _grown(raster, replace(paint, box=whole)) if whole != paint.box else paint
        home = next((cell for cell in found if boxes.shared(paint.box, cell.box) > 0.8), None)
        same = home is not None and _distance(home.color, paint.color) <= SAME_COLOR
        covered = sum(boxes.area(boxes.overlap(paint.box, cell.box)) for cell in found if _near(cell, paint))
        if not same and covered < 0.6 * boxes.area(paint.box):
            found.append(paint)
    return tuple(sorted(found, key=lambda paint: -boxes.area(paint.box)))


def _settled(raster: Raster, paint: Paint) -> Paint | None:
    """An area in its very own colour; None where less than most of it is in one: rows of letters, seen from afar."""
    x0, top, x1, bottom = (round(side * raster.scale) for side in paint.box)
    across, down = (x1 - x0) // 6, (bottom - top) // 6
    inside = raster.pixels[top + down : bottom - down, x0 + across : x1 - across].reshape(-1, 3)
    if not inside.size:
        return None
    color = _commonest(inside)
    if 255 - min(color) < PALEST:
        return None  # paper whose grain came together to a tint
    away = np.abs(inside.astype(np.int16) - np.array(color, np.int16)).max(axis=1)
    own = _distance(color, paint.color) <= SAME_COLOR and float((away <= SAME_COLOR / 2).mean()) >= EVEN_SHARE
    return replace(paint, color=color) if own else None


def _grown(raster: Raster, paint: Paint) -> Paint:
    """A rectangle with its sides moved out to where its paint ends."""
    x0, top, x1, bottom = (round(side * raster.scale) for side in paint.box)
    high, wide = raster.pixels.shape[:2]
    reach, reached = raster.size(EDGE), _reach(paint.color)

    def painted(rows: slice, columns: slice) -> bool:
        strip = raster.pixels[rows, columns].reshape(-1, 3).astype(np.int16)
        near = np.abs(strip - np.array(paint.color, np.int16)).max(axis=1) <= reached
        return bool(near.size) and float(near.mean()) >= MAIN_SHARE

    for _ in range(reach):
        x0 -= x0 > 0 and painted(slice(top, bottom), slice(x0 - 1, x0))
        x1 += x1 < wide and painted(slice(top, bottom), slice(x1, x1 + 1))
        top -= top > 0 and painted(slice(top - 1, top), slice(x0, x1))
        bottom += bottom < high and painted(slice(bottom, bottom + 1), slice(x0, x1))
    return Paint(raster.points(x0, top, x1, bottom), paint.color)


def _near(one: Paint, other: Paint) -> bool:
    apart = boxes.overlap(one.box, other.box)
    return (
        boxes.width(apart) > 0 and boxes.height(apart) > 0 and _distance(one.color, other.color) <= SAME_COLOR
    )


def shapes_of(paints: Sequence[Paint], *, coloured: bool) -> tuple[tuple[Rect, ...], tuple[Curve, ...]]:
    """Painted areas as primitives; without their colours where the page shows none."""
    rects, curves = [], []
    for order, paint in enumerate(paints, start=1):
        color = hex_color(*paint.color) if coloured else _shade(paint.color)
        if paint.plain:
            rects.append(Rect(paint.box, color, order))
        else:
            curves.append(Curve(paint.box, color, None, paint.round, order))
    return tuple(rects), tuple(curves)


def _shade(color: tuple[int, int, int]) -> str:
    """A grey that tells paints apart and is no rating."""
    level = SHADES[0] + round(sum(color) / 765 * (SHADES[1] - SHADES[0]))
    return hex_color(level, level, level)


def _cell_paint(raster: Raster, cell: Box) -> Paint | None:
    """The background of a ruled cell: the commonest colour of its pixels, None where it is white or mixed."""
    x0, top, x1, bottom = (round(side * raster.scale) for side in cell)
    inset = raster.size(INSET)
    inside = raster.pixels[top + inset : bottom - inset, x0 + inset : x1 - inset].reshape(-1, 3)
    if len(inside) < 20:
        return None
    color = _commonest(inside)
    share = float((np.abs(inside.astype(np.int16) - color).max(axis=1) <= SAME_COLOR).mean())
    if 255 - min(color) < PALEST or share < MAIN_SHARE:
        return None
    return Paint(cell, color)


def _commonest(pixels: NDArray[np.uint8]) -> tuple[int, int, int]:
    bins = (pixels // 32).astype(np.int32)
    keys = bins[:, 0] * 64 + bins[:, 1] * 8 + bins[:, 2]
    first = np.median(pixels[keys == np.bincount(keys).argmax()], axis=0)
    near = pixels[np.abs(pixels.astype(np.int16) - first).max(axis=1) <= 24]
    red, green, blue = (int(part) for part in np.median(near, axis=0))
    return red, green, blue


def _areas(raster: Raster) -> Iterator[Paint]:
    """Connected areas of one colour, as rectangles and discs."""
    factor = ROUGH / 72.0 / raster.scale
    small = cv2.resize(raster.pixels, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA).astype(
        np.uint8
    )
    small = cv2.medianBlur(small, 3).astype(np.uint8)
    scale = raster.scale * factor
    square = np.ones((3, 3), np.uint8)
    spread = cv2.subtract(cv2.dilate(small, square), cv2.erode(small, square))
    darkest = darkest_channel(small)
    flat = (spread.max(axis=2) < UNEVEN) & (darkest <= 255 - PALEST)
    seeds = cv2.morphologyEx(flat.astype(np.uint8), cv2.MORPH_OPEN, _square(SMALLEST * scale)).astype(
        np.uint8
    )
    for color in _palette(small[seeds > 0], round(LEAST_PAINT * scale * scale)):
        reach = _reach(color)
        low, high = (tuple(part + step for part in color) for step in (-reach, reach))
        near = cv2.inRange(small, np.array(low), np.array(high))
        mask = cv2.morphologyEx((near > 0).astype(np.uint8), cv2.MORPH_OPEN, square).astype(np.uint8)
        # Letters cut paint in pieces; paper between two painted areas does not belong to either.
        closed = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, _square(LETTERS * scale)).astype(np.uint8)
        mask |= closed & (darkest <= 255 - reach).astype(np.uint8)
        yield from _shapes(mask, mask & seeds, color, scale)


def _square(side: float) -> Pixels:
    return np.ones((max(1, round(side)),) * 2, np.uint8)


def _reach(color: tuple[int, int, int]) -> float:
    """How far shades of one paint are apart; pale paints differ by less, from each other and from paper."""
    return min(SAME_COLOR, (255 - min(color)) / 2)


def _palette(pixels: NDArray[np.uint8], least: int) -> list[tuple[int, int, int]]:
    """The paints among ``pixels``, commonest first; each stands for all that look like it."""
    colors: list[tuple[int, int, int]] = []
    pixels = pixels[::SAMPLED]
    least //= SAMPLED
    while len(pixels) >= least and len(colors) < MOST_COLORS:
        color = _commonest(pixels)
        away = np.abs(pixels.astype(np.int16) - np.array(color, np.int16)).max(axis=1)
        near = away <= _reach(color)
        if near.sum() >= least:
            colors.append(color)
        else:
            near = away <= max(
                SAME_COLOR, float(away.min())
            )  # no paint, but shades of many; they must not come again
        pixels = pixels[~near]
    return colors


def _shapes(mask: Pixels, seeds: Pixels, color: tuple[int, int, int], scale: float) -> Iterator[Paint]:
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=4)
    for index in range(1, count):
        left, top, wide, high, _ = (int(part) for part in stats[index])
        if min(wide, high) < 0.8 * SMALLEST * scale:
            continue
        window = (slice(top, top + high), slice(left, left + wide))
        own = (labels[window] == index).astype(np.uint8)
        if not (own & seeds[window]).any():
            continue
        outer, _ = cv2.findContours(own, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
        whole = cv2.drawContours(np.zeros_like(own), outer, -1, 1, thickness=cv2.FILLED)
        share = float(whole.mean())
        box = (left / scale, top / scale, (left + wide) / scale, (top + high) / scale)
        small = max(boxes.width(box), boxes.height(box)) <= LARGEST_LIGHT
        pale = 255 - min(color) < PALEST_SIGN
        if min(wide, high) < THINNEST_PALE * scale and pale:
            continue  # a shadow that blurred letters leave at the edge of pale paint
        framed = float(own.sum()) < 0.5 * float(whole.sum())  # something else stands within
        if not framed and small and DISC[0] <= share <= DISC[1] and 0.8 <= wide / high <= 1.25:
            found = [Paint(box, color, round=True, plain=False)]
        elif not framed and share >= FULL:
            found = [Paint(box, color)]
        elif not framed and small:
            found = [Paint(box, color, plain=share >= DISC[1])]
        else:
            found = list(_pieces(own if framed else whole, color, (left, top), scale))
        covered = sum(boxes.area(paint.box) for paint in found if paint.plain) * scale * scale
        if not pale or covered >= SQUARE * float((own if framed else whole).sum()):
            yield from found


def _pieces(
    mask: Pixels, color: tuple[int, int, int], corner: tuple[int, int], scale: float
) -> Iterator[Paint]:
    """An area of several corners as rectangles: rows of pixels with the same beginnings and ends go together."""
    slack = max(2, round(FRAYED * scale))
    least = SMALLEST * scale
    open_runs: list[list[int]] = []  # left, right, top, bottom
    done: list[list[int]] = []
    for row in range(mask.shape[0]):
        edges = np.flatnonzero(np.diff(np.concatenate(([0], mask[row].astype(np.int8), [0]))))
        still: list[list[int]] = []
        for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
            run = next(
                (r for r in open_runs if abs(r[0] - start) <= slack and abs(r[1] - end) <= slack), None
            )
            if run is None:
                run = [start, end, row, row + 1]
            else:
                open_runs.remove(run)
                run[3] = row + 1
            still.append(run)
        done += open_runs
        open_runs = still
    for start, end, top, bottom in (*done, *open_runs):
        if end - start >= least and bottom - top >= least:
            x, y = corner
            yield Paint(
                ((x + start) / scale, (y + top) / scale, (x + end) / scale, (y + bottom) / scale), color
            )


def _distance(one: tuple[int, int, int], other: tuple[int, int, int]) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


EDGE = 1.8
"""Points around an area's edge in which paint fades to paper."""
