"""Painted areas that thin lines part into cells: strips of paper between cells side by side, and lines so pale or so
near to the paint's own tone that they are seen only because they run from one side of it to the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from extractors.document import Box
from extractors.pdf.page.paint import hex_color
from extractors.pdf.primitives import Rule
from extractors.pdf.scan.painted import Paint
from extractors.pdf.scan.raster import Raster

LEAST_SIDES = 7.0
"""Points: cells are no narrower and no lower."""

BLOCK = 3.0
"""Points along a line that are seen as one: the grain is gone."""

LEAST = 9.0
"""Distance of colours (in RGB, 0..441) by which a line differs from the paint, its grain averaged away."""

ALONG = 0.4
"""Of how a line usually differs from the paint: how much it does so all along."""

NEARLY_ALL = 0.1
"""Of a line's length: what a crossing line or a stain may cover."""

ENDS = (0.8, 2.3)
"""Points from an area's side: a line runs there, and letters do not."""

BESIDE, AWAY = 1.6, 0.45
"""Points from a line to the paint on both sides of it, and how much of the line's difference may be seen there."""

THICKEST = 3.0
"""Points: broader strips of paper part areas, not cells, and were seen as such."""

DEEPEST = 3
"""Rows of columns of rows."""

WHITE = 0.5
"""Of the way from the paint to white: what a strip of paper shows, its blur included; grey lines on dark paint less."""


class Parted(NamedTuple):
    """Paints, each cell of a parted one by itself, and the coloured lines between cells."""

    paints: tuple[Paint, ...]
    rules: tuple[Rule, ...]


class _Line(NamedTuple):
    """A line in pixels along one axis of an area, and the colour that it has."""

    at: int
    color: NDArray[np.float32]


def part_paints(paints: Sequence[Paint], raster: Raster) -> Parted:
    """The paints, those with lines from side to side as the cells between these."""
    parts: list[Paint] = []
    rules: list[Rule] = []
    for paint in paints:
        x0, top, x1, bottom = (max(0, round(side * raster.scale)) for side in paint.box)
        window = raster.pixels[top:bottom, x0:x1].astype(np.float32)
        whole = (0, 0, window.shape[1], window.shape[0])
        if not paint.plain or not window.size:
            parts.append(paint)
            continue
        away = window - np.array(paint.color, np.float32)
        ruled = False
        for box, lines in _cells(away, whole, raster, DEEPEST):
            moved = raster.points(x0 + box[0], top + box[1], x0 + box[2], top + box[3])
            if lines:
                own = list(_rules(lines, moved, paint, raster))
                rules += [*own, *(_sides(moved) if own and not ruled else ())]
                ruled = ruled or bool(own)
            else:
                parts.append(paint if box == whole else replace(paint, box=moved))
    return Parted(tuple(parts), tuple(rules))


def _rules(lines: dict[bool, list[_Line]], box: Box, paint: Paint, raster: Raster) -> Iterator[Rule]:
    for plumb, found in lines.items():
        for at, color in found:
            if _is_paper(color, paint):
                continue
            red, green, blue = (int(part) for part in np.clip(color + np.array(paint.color), 0, 255))
            if plumb:
                x = box[0] + at / raster.scale
                yield Rule(x, box[1], x, box[3], 0.5, hex_color(red, green, blue))
            else:
                y = box[1] + at / raster.scale
                yield Rule(box[0], y, box[2], y, 0.5, hex_color(red, green, blue))


def _is_paper(away: NDArray[np.float32], paint: Paint) -> bool:
    """Whether a line that differs so from its paint is a strip of paper, blurred."""
    white = 255.0 - np.array(paint.color, np.float32)
    return float(away @ white) >= WHITE * float(white @ white)


def _sides(box: Box) -> Iterator[Rule]:
    """The sides of a ruled area, which has lines all around it."""
    x0, top, x1, bottom = box
    for y in (top, bottom):
        yield Rule(x0, y, x1, y, 0.5, "#000000")
    for x in (x0, x1):
        yield Rule(x, top, x, bottom, 0.5, "#000000")


def _cells(
    away: NDArray[np.float32], box: tuple[int, int, int, int], raster: Raster, depth: int
) -> Iterator[tuple[tuple[int, int, int, int], dict[bool, list[_Line]]]]:
    """Areas with the lines that part them (by whether they are plumb), then their cells, which none part."""
    left, top, right, bottom = box
    inside = away[top:bottom, left:right]
    columns = _lines(inside, raster) if depth else []
    rows = _lines(inside.swapaxes(0, 1), raster) if depth and not columns else []
    if not columns and not rows:
        yield box, {}
        return
    yield box, {bool(columns): columns or rows}
    ends = [0, *(line.at for line in columns or rows), right - left if columns else bottom - top]
    for start, stop in pairwise(ends):
        part = (left + start, top, left + stop, bottom) if columns else (left, top + start, right, top + stop)
        yield from _cells(away, part, raster, depth - 1)


def _lines(away: NDArray[np.float32], raster: Raster) -> list[_Line]:
    """The plumb lines that run from the top of an area to its bottom."""
    least, beside = raster.size(LEAST_SIDES), raster.size(BESIDE)
    high, wide = away.shape[:2]
    if high < least or wide < 2 * least:
        return []
    blocks = max(1, high // raster.size(BLOCK))
    step = high // blocks
    seen = away[: step * blocks].reshape(blocks, step, wide, 3).mean(axis=1)
    usual = np.median(seen, axis=0)
    strength = np.linalg.norm(usual, axis=1)
    unit = usual / np.maximum(strength, 1.0)[:, None]
    along = np.quantile((seen * unit).sum(axis=2), NEARLY_ALL, axis=0)
    near, far = (raster.size(end) for end in ENDS)
    ends = [
        (part.mean(axis=0) * unit).sum(axis=1) for part in (away[near:far], away[high - far : high - near])
    ]
    shown = np.minimum(along, np.minimum(*ends))
    found: list[_Line] = []
    for start, stop in _runs((strength >= LEAST) & (shown >= ALONG * strength)):
        middle = start + int(strength[start:stop].argmax())
        if stop - start > raster.size(THICKEST) or min(middle, wide - middle) < least:
            continue
        sides = (
            usual[max(0, start - beside)] @ unit[middle],
            usual[min(wide, stop + beside) - 1] @ unit[middle],
        )
        if max(sides) > AWAY * strength[middle]:
            continue
        if not found or middle - found[-1].at >= least:
            found.append(_Line(middle, usual[middle]))
    return found


def _runs(marked: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], marked.astype(np.int8), [0]))))
    yield from zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)
