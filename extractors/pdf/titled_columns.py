"""Painted bars beside each other, a title on each: what stands under a bar, within its sides, is read by itself.

Slides and one-page reports are set so, with no frame around what belongs together. A column ends over the next bar, or
where something runs across its sides.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from extractors.document import Box
from extractors.pdf import boxes
from extractors.pdf.lines import make_lines
from extractors.pdf.middles import Middles
from extractors.pdf.primitives import Word

HEIGHTS = (9.0, 32.0)
"""Points: a bar with one line of text is so high at least and at most."""

NARROWEST = 70.0
"""Points: a narrower bar is a badge or a cell."""

LEVEL, SIDE = 2.0, 1.5
"""Points by which the tops and ends of bars of one row may differ; by which words may reach over a bar's side."""

GAPS = (3.0, 60.0)
"""Points between two bars of a row: bars that touch are the cells of a painted row."""

MOST_WORDS = 8
"""Words of a title."""

LEAST_LINES = 2
"""Lines under each bar of a row; tables stand for more."""


def find_titled_columns(
    paint: Sequence[Box], words: Sequence[Word], tables: Sequence[Box], frame: Box
) -> list[Box]:
    """The boxes of such columns, from the top; ``tables`` are those that lines or paint show.

    A row of bars counts where each has lines or tables of its own below it.
    """
    middles = Middles(words)
    bars = [bar for bar in _bars(paint, middles, tables) if boxes.width(bar) < 0.9 * boxes.width(frame)]
    found: list[Box] = []
    for row in _rows(bars):
        columns = [_column(bar, bars, words, tables, frame) for bar in row]
        if all(column is not None for column in columns):
            found += [column for column in columns if column is not None]
    return found


def _bars(paint: Sequence[Box], words: Middles[Word], tables: Sequence[Box]) -> Iterator[Box]:
    """Painted bars in no table with one line of bold text on each."""
    for box in dict.fromkeys(paint):
        if not HEIGHTS[0] <= boxes.height(box) <= HEIGHTS[1] or boxes.width(box) < NARROWEST:
            continue
        if any(boxes.shared(box, table) > 0.5 for table in tables) or any(
            _touches(box, other) for other in paint
        ):
            continue
        lines = make_lines(words.within(box))
        titled = len(lines) == 1 and len(lines[0].segments) == 1 and len(lines[0].words) <= MOST_WORDS
        if titled and all(word.look.bold and not word.turned for word in lines[0].words):
            yield box


def _touches(bar: Box, other: Box) -> bool:
    """Whether other paint of the same height begins where a bar ends, or ends where it begins: cells of a row."""
    level = abs(bar[1] - other[1]) <= LEVEL and abs(bar[3] - other[3]) <= LEVEL
    return level and min(abs(other[0] - bar[2]), abs(bar[0] - other[2])) < GAPS[0]


def _rows(bars: Sequence[Box]) -> Iterator[list[Box]]:
    """Bars beside each other, two at least, from left to right."""
    waiting = sorted(bars, key=lambda bar: (bar[1], bar[0]))
    while waiting:
        first = waiting[0]
        row = sorted(
            bar for bar in waiting if abs(bar[1] - first[1]) <= LEVEL and abs(bar[3] - first[3]) <= LEVEL
        )
        waiting = [bar for bar in waiting if bar not in row]
        apart = all(GAPS[0] <= right[0] - left[2] <= GAPS[1] for left, right in itertools.pairwise(row))
        if len(row) > 1 and apart:
            yield row


def _column(
    bar: Box, bars: Sequence[Box], words: Sequence[Word], tables: Sequence[Box], frame: Box
) -> Box | None:
    """The bar and what stands under it within its sides; None where that is nothing of its own."""
    x0, top, x1, end = bar
    others = [box for box in (*bars, *tables) if box[1] >= end - LEVEL and box[0] < x1 and box[2] > x0]
    limits = [box[1] for box in others if box in bars or box[0] < x0 - GAPS[0] or box[2] > x1 + GAPS[0]]
    below = [word for word in words if word.base > end and word.x1 > x0 and word.x0 < x1]
    limits += [word.box[1] for word in below if word.x0 < x0 - SIDE or word.x1 > x1 + SIDE]
    bottom = min(limits, default=frame[3])
    inside = [word for word in below if word.base < bottom]
    if len({round(word.base) for word in inside}) < LEAST_LINES:
        return None
    held = [
        box[3] for box in tables if box[1] >= end - LEVEL and box[3] <= bottom and x0 - SIDE <= box[0] < x1
    ]
    last = max([word.box[3] for word in inside] + held)
    return (x0, top, x1, min(last + LEVEL, bottom))
