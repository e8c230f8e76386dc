"""Tables of money without lines whose columns stand a word space apart: told by amounts that end one below another."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from extractors.document import Box
from extractors.pdf import boxes
from extractors.pdf.lattice import Grid, GridCell
from extractors.pdf.lines import Line
from extractors.pdf.primitives import Word

AMOUNT = re.compile(
    r"[-+(−–]?(?:[£$€][-+−–]?\d[\d,.]*(?:k|m|bn)?|\d{1,3}(?:,\d{3})+|\d+\.\d+|0)\)?|[-–—]", re.IGNORECASE
)
"""With a currency's sign, or grouped as no year and no count of words is; a dash where there is none."""

LEAST_AMOUNTS, LEAST_ROWS = 3, 3
"""Amounts of a row, and rows of as many."""

LEVEL = 3.0
"""Points: amounts of one column end no farther apart."""

FAR = 3.4
"""Font sizes from baseline to baseline: rows farther apart are not of one table."""

LARGER = 1.1
"""Times the size of the amounts: what is set so large over them is a heading."""

HEADS, CLOSE = 3, 2.6
"""Lines over the amounts, set otherwise, that are heads, at most; font sizes from baseline to baseline."""


def find_amounts(lines: Sequence[Line]) -> list[Grid]:
    """Grids of rows that end with as many amounts each, however close to each other these stand."""
    grids: list[Grid] = []
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and _goes_on(lines, start, end):
            end += 1
        if end - start >= LEAST_ROWS and _are_apart(lines[start:end]):
            grids.append(_grid(_heads(lines[:start], lines[start]), lines[start:end]))
        start = max(end, start + 1)
    return grids


def _amounts(line: Line) -> list[Word]:
    """The amounts with which a line ends; [] where words alone, or nothing, stand before them."""
    tail = list(itertools.takewhile(lambda word: AMOUNT.fullmatch(word.text), reversed(line.words)))[::-1]
    return tail if LEAST_AMOUNTS <= len(tail) < len(line.words) else []


def _goes_on(lines: Sequence[Line], start: int, index: int) -> bool:
    """Whether the line at ``index`` is a row of the table that begins at ``start``."""
    row = _amounts(lines[index])
    if index == start:
        return bool(row)
    first, above = _amounts(lines[start]), lines[index - 1]
    near = lines[index].base - above.base <= FAR * above.size
    level = all(abs(one.x1 - other.x1) <= LEVEL for one, other in zip(first, row, strict=False))
    return near and len(row) == len(first) and level


def _are_apart(rows: Sequence[Line]) -> bool:
    """Whether no column reaches into the next."""
    return all(left[1] < right[0] for left, right in itertools.pairwise(_spans(rows)))


def _spans(rows: Sequence[Line]) -> list[tuple[float, float]]:
    """From where to where the labels and the amounts of each column reach."""
    columns = list(zip(*map(_amounts, rows), strict=True))
    labels = [line.words[: len(line.words) - len(columns)] for line in rows]
    left = (min(line[0].x0 for line in labels), max(line[-1].x1 for line in labels))
    return [left, *((min(word.x0 for word in each), max(word.x1 for word in each)) for each in columns)]


def _heads(above: Sequence[Line], first: Line) -> list[Line]:
    """The lines right over the first row that are set otherwise."""
    plain = _faces(first)
    heads: list[Line] = []
    below = first
    for line in reversed(above[-HEADS:]):
        if (
            _faces(line) & plain
            or line.size > LARGER * first.size
            or below.base - line.base > CLOSE * first.size
        ):
            break
        heads.insert(0, line)
        below = line
    return heads


def _faces(line: Line) -> set[tuple[str, str | None]]:
    return {(word.look.font, word.look.color) for word in line.words}


def _grid(heads: Sequence[Line], rows: Sequence[Line]) -> Grid:
    spans = _spans(rows)
    ink = boxes.union(line.box for line in (*heads, *rows))
    xs = [ink[0] - 1, *((left[1] + right[0]) / 2 for left, right in itertools.pairwise(spans)), ink[2] + 1]
    held: list[Box] = [boxes.union(line.box for line in heads)] if heads else []
    held += [line.box for line in rows]
    ys = [held[0][1], *((above[3] + below[1]) / 2 for above, below in itertools.pairwise(held)), held[-1][3]]
    return Grid(tuple(_cells(xs, ys)), tuple(xs), tuple(ys))


def _cells(xs: Sequence[float], ys: Sequence[float]) -> Iterator[GridCell]:
    for row, (top, bottom) in enumerate(itertools.pairwise(ys)):
        for column, (left, right) in enumerate(itertools.pairwise(xs)):
            yield GridCell(row, column, 1, 1, (left, top, right, bottom))
