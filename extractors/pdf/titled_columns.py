"""Painted bars beside each other, a title on each: what stands under a bar, within its sides, is read by itself.

Slides and one-page reports are set so, with no frame around what belongs together. A column ends over the next bar,
where something runs across its sides, and where the columns of its row are left blank. Columns of text alone are told
by the white between them (``columns.py``); lights beside their areas stand in the way of that.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

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

BLANK = 24.0
"""Points without text in any column of a row: what follows stands under all of them."""

MOST_WORDS = 8
"""Words of a title."""

LEAST_LINES = 2
"""Lines under each bar of a row; tables stand for more."""


def find_titled_columns(
    paint: Sequence[Box],
    words: Sequence[Word],
    tables: Sequence[Box],
    lights: Sequence[Box],
) -> list[Box]:
    """The boxes of such columns, from the top; ``tables`` are those that lines or paint show.

    A row of bars counts where each has lines or tables of its own below it, and one has ``lights``.
    """
    strips = list(_strips(paint, tables)) if lights else []
    if not strips:
        return []
    middles = Middles(words)
    bars = list(_bars(strips, middles))
    found: list[Box] = []
    for row in _rows(bars):
        if all(_is_labelled(bar, middles) for bar in row):
            continue
        limit = _end_of(row, bars, words)
        sides = [
            (before[2] + SIDE if before else bar[0] - SIDE, after[0] - SIDE if after else bar[2] + SIDE)
            for before, bar, after in zip([None, *row], row, [*row[1:], None], strict=False)
        ]
        columns = [
            _column(bar, between, bars, words, tables, limit) for bar, between in zip(row, sides, strict=True)
        ]
        whole = [column for column in columns if column is not None]
        lit = any(boxes.holds_center(column, light) for column in whole for light in lights)
        if len(whole) == len(row) and lit:
            found += whole
    return found


def _end_of(row: Sequence[Box], bars: Sequence[Box], words: Sequence[Word]) -> float:
    """Where the columns of a row of bars end together: over a bar as wide as they are, or a blank strip."""
    left, _, right, end = boxes.union(row)
    limit = min(
        (bar[1] for bar in bars if bar[1] >= end and bar[0] <= left + GAPS[1] and bar[2] >= right - GAPS[1]),
        default=float("inf"),
    )
    below = sorted(
        (word.box[1], word.box[3])
        for word in words
        if end < word.base < limit and word.x1 > left and word.x0 < right
    )
    last = end
    for word_top, bottom in below:
        if word_top - last > BLANK:
            return last + LEVEL
        last = max(last, bottom)
    return limit


def _strips(paint: Sequence[Box], tables: Sequence[Box]) -> Iterator[Box]:
    """Paint that has the sides of a bar, in no table and beside no other paint."""
    for box in dict.fromkeys(paint):
        if not HEIGHTS[0] <= boxes.height(box) <= HEIGHTS[1] or boxes.width(box) < NARROWEST:
            continue
        if not any(boxes.shared(box, table) > 0.5 for table in tables) and not any(
            _touches(box, other) for other in paint
        ):
            yield box


def _bars(strips: Iterable[Box], words: Middles[Word]) -> Iterator[Box]:
    """Strips with one line of text on each, bold or in another colour than what stands below it."""
    for box in strips:
        lines = make_lines(words.within(box))
        if len(lines) != 1 or len(lines[0].segments) > 1 or len(lines[0].words) > MOST_WORDS:
            continue
        below = words.within((box[0], box[3], box[2], box[3] + BLANK))
        inks = {word.look.color for word in below}
        if all(
            (word.look.bold or word.look.color not in inks) and not word.turned for word in lines[0].words
        ):
            yield box


def _is_labelled(bar: Box, words: Middles[Word]) -> bool:
    """Whether one line stands by itself right over a bar, within its sides: the label of what the bar says."""
    above = make_lines(words.within((bar[0] - BLANK, bar[1] - BLANK, bar[2] + BLANK, bar[1])))
    return len(above) == 1 and above[0].x0 >= bar[0] and above[0].x1 <= bar[2]


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
    bar: Box,
    between: tuple[float, float],
    bars: Sequence[Box],
    words: Sequence[Word],
    tables: Sequence[Box],
    limit: float,
) -> Box | None:
    """The bar and what stands under it ``between`` its neighbours; None where that is nothing of its own."""
    x0, top, x1, end = bar
    left, right = between
    others = [box for box in (*bars, *tables) if box[1] >= end - LEVEL and box[0] < x1 and box[2] > x0]
    limits = [box[1] for box in others if box in bars or box[0] < left or box[2] > right]
    below = [word for word in words if word.base > end and word.x1 > x0 and word.x0 < x1]
    limits += [word.box[1] for word in below if word.x0 < left or word.x1 > right]
    bottom = min([limit, *limits])
    inside = [word for word in below if word.base < bottom]
    if len({round(word.base) for word in inside}) < LEAST_LINES:
        return None
    held = [box[3] for box in others if box not in bars and box[3] <= bottom]
    last = max([word.box[3] for word in inside] + held)
    return (x0, top, x1, min(last + LEVEL, bottom))
