"""Ruled lines that are lost where they run along dark paint, found again by the edge of the paint."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.pdf.page.paint import hex_color
from extractors.pdf.primitives import Rule
from extractors.pdf.scan.raster import Pixels, Raster

BESIDE = (0.5, 1.1)
"""Points from a line's middle: where the paint on one side is compared with what is on the other."""

STEP = 40
"""Of 255: by how much paint and what lies across the line differ."""

WHOLE = 5.0
"""Points: an edge of paint is unbroken over this length at least; those of letters are shorter."""

GAP = 2.0
"""Points: what a coarse scan tears out of an edge."""

DARKER = 12
"""Of 255: by how much a line is darker than the paint along it."""

THIN = 0.5
"""Points: the thickness of a line that shows by the paint beside it alone."""

LEAST_GAIN = 4.0
"""Points: ends that would move by less stay."""

DOUBLE = 3.2
"""Points: strokes so near to a line found again are the strip of paint between it and the letters."""

BAND = 70.0
"""Points: paint that ends along a straight line of such length, from one plumb line to another, ends at a line."""

MEETING = 2.0
"""Points: how near the ends of such an edge come to the plumb lines."""


def mended(rules: Sequence[Rule], plumb: Sequence[Rule], raster: Raster) -> list[Rule]:
    """Level lines, each drawn out for as long as the paint beside it ends along it; what came of its torn parts gone.

    Edges of paint from one of the ``plumb`` lines to another are lines too.
    """
    grey = cv2.cvtColor(raster.pixels, cv2.COLOR_RGB2GRAY).astype(np.uint8)
    rules = [_centred(rule, grey, raster.scale) for rule in rules]
    whole = [_drawn_out(rule, grey, raster.scale) for rule in rules]
    edges = [_centred(edge, grey, raster.scale) for edge in _edges(grey, plumb, raster)]
    fresh = [edge for edge in edges if not any(_covers(line, edge) for line in whole)]
    rules, whole = [*rules, *fresh], [*whole, *(replace(edge) for edge in fresh)]
    longer = [rule for rule, was in zip(whole, rules, strict=True) if rule is not was]
    kept: list[Rule] = []
    for rule, was in sorted(zip(whole, rules, strict=True), key=lambda pair: pair[0].x0 - pair[0].x1):
        rivals = kept if rule is not was else [line for line in kept if line in longer]
        if not any(_covers(line, rule) for line in rivals):
            kept.append(rule)
    return sorted(kept, key=lambda rule: (rule.y0, rule.x0))


def _centred(rule: Rule, grey: Pixels, scale: float) -> Rule:
    """A line in its darkest row: a strip of dark paint between it and white letters is not its middle."""
    row, reach = round(rule.y0 * scale), round(DOUBLE * scale)
    first = max(0, row - reach)
    window = grey[first : row + reach + 1, round(rule.x0 * scale) : round(rule.x1 * scale)]
    if not window.size:
        return rule
    dark = np.median(window, axis=1)
    if float(dark[min(row - first, len(dark) - 1)]) - float(dark.min()) < DARKER:
        return rule
    y = (first + float(np.flatnonzero(dark <= dark.min() + 2).mean()) + 0.5) / scale
    return replace(rule, y0=y, y1=y, thickness=min(rule.thickness, THIN))


def _edges(grey: Pixels, plumb: Sequence[Rule], raster: Raster) -> Iterator[Rule]:
    """Where bands of paint end, all the way from one plumb line to another."""
    scale = raster.scale
    high = round((BESIDE[1] - BESIDE[0]) * scale) + 1
    mean = cv2.blur(grey, (1, high)).astype(np.int16)
    away = round((BESIDE[0] + BESIDE[1]) / 2 * scale)
    step = np.zeros(grey.shape, np.uint8)
    step[away:-away] = np.abs(mean[: -2 * away] - mean[2 * away :]) >= STEP
    step = cv2.morphologyEx(step, cv2.MORPH_CLOSE, np.ones((1, round(GAP * scale)), np.uint8)).astype(
        np.uint8
    )
    step = cv2.morphologyEx(step, cv2.MORPH_OPEN, np.ones((1, round(BAND * scale)), np.uint8)).astype(
        np.uint8
    )
    count, _, stats, _ = cv2.connectedComponentsWithStats(step, connectivity=8)
    for index in range(1, count):
        left, top, wide, tall, _ = (int(part) for part in stats[index])
        x0, y, x1 = left / scale, (top + tall / 2) / scale, (left + wide) / scale
        ends = [
            any(abs(rule.x0 - x) <= MEETING and rule.y0 - MEETING <= y <= rule.y1 + MEETING for rule in plumb)
            for x in (x0, x1)
        ]
        if all(ends) and tall <= DOUBLE * scale:
            color = np.median(raster.pixels[top + tall // 2, left : left + wide], axis=0)
            yield Rule(x0, y, x1, y, THIN, hex_color(*(int(part) for part in color)))


def _drawn_out(rule: Rule, grey: Pixels, scale: float) -> Rule:
    edge = _edge(grey, round(rule.y0 * scale), scale)
    start, end = round(rule.x0 * scale), min(round(rule.x1 * scale), len(edge)) - 1
    slack = round(GAP * scale)
    while (before := np.flatnonzero(edge[max(0, start - slack) : start])).size:
        start = max(0, start - slack) + int(before[0])
    while (after := np.flatnonzero(edge[end + 1 : end + 1 + slack])).size:
        end += 1 + int(after[-1])
    gained = max(rule.x0 - start / scale, (end + 1) / scale - rule.x1)
    return rule if gained < LEAST_GAIN else replace(rule, x0=start / scale, x1=(end + 1) / scale)


def _edge(grey: Pixels, row: int, scale: float) -> NDArray[np.bool_]:
    """For each column, whether an edge of paint runs along a row of pixels there."""
    near, far = round(BESIDE[0] * scale), round(BESIDE[1] * scale)
    above, below = grey[max(0, row - far) : max(1, row - near + 1)], grey[row + near : row + far + 1]
    if not above.size or not below.size:
        return np.zeros(grey.shape[1], np.bool_)
    step = np.abs(above.mean(axis=0) - below.mean(axis=0)) >= STEP
    strip = step.astype(np.uint8)[None, :]
    solid = cv2.morphologyEx(strip, cv2.MORPH_OPEN, np.ones((1, round(WHOLE * scale)), np.uint8))
    return np.asarray(solid[0] > 0)


def _covers(line: Rule, rule: Rule) -> bool:
    """Whether a line stands for another stroke close to it."""
    along = min(line.x1, rule.x1) - max(line.x0, rule.x0)
    return abs(line.y0 - rule.y0) <= DOUBLE and along >= 0.9 * (rule.x1 - rule.x0)
