"""Lights drawn as a traffic light's lamps, one of them lit; and rows of labels that each have a light of their own."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from extractors.document import Box, Figure
from extractors.pdf import boxes
from extractors.pdf.lattice import Grid, GridCell
from extractors.pdf.lines import Line, Segment

LAMPS = 3
"""Lamps of a traffic light; two side by side may be now and before."""

ALIKE = 1.25
"""Times the smallest lamp: the largest one of the same housing is no larger."""

APART = 0.6
"""Times a lamp's extent: the white between two lamps of one housing is no wider."""

HOUSING = 2.4
"""Times the area of its lamps: what is drawn around a traffic light is no larger."""

VIVID = 60
"""Of 255: the channels of a lit lamp's colour differ by so much more than those of the others."""

BELOW = 3.0
"""Font sizes: a row of lights stands no farther below its labels."""

LIGHTS = ("shape", "symbol", "picture")


def light_lamps(figures: Sequence[Figure], cells: Sequence[Box], frames: Sequence[Box]) -> list[Figure]:
    """``figures`` with the lamps of each traffic light of which one is lit replaced by one light of its colour.

    Lamps of one light stand close in a row, or one under the other in a housing (one of ``frames``); never in
    different ``cells``.
    """
    kept = list(figures)
    for upright in (False, True):
        for lamps in _close_lamps(
            [figure for figure in kept if figure.kind == "shape" and figure.color], upright
        ):
            lit = _lit(lamps)
            whole = boxes.union(_box(lamp) for lamp in lamps)
            housed = any(_houses(frame, whole) for frame in frames)
            parted = any(0.0 < boxes.shared(whole, cell) < 0.8 for cell in cells)
            if lit is not None and not parted and (housed or not upright):
                kept = [figure for figure in kept if figure is lit or figure not in lamps]
    return kept


def _houses(frame: Box, lamps: Box) -> bool:
    return boxes.shared(lamps, frame) > 0.95 and boxes.area(frame) <= HOUSING * boxes.area(lamps)


def _close_lamps(figures: Sequence[Figure], upright: bool) -> list[list[Figure]]:
    """Runs of so many lamps of one size that stand close in one row (or column)."""
    low, high, level = (1, 3, 0) if upright else (0, 2, 1)
    runs: list[list[Figure]] = []
    for figure in sorted(figures, key=lambda each: (round(_box(each)[level]), _box(each)[low])):
        box = _box(figure)
        last = _box(runs[-1][-1]) if runs else None
        extent = box[high] - box[low]
        if (
            last is not None
            and abs(last[level] - box[level]) <= 1.0
            and -1.0 <= box[low] - last[high] <= APART * extent
            and max(extent, last[high] - last[low]) <= ALIKE * min(extent, last[high] - last[low])
        ):
            runs[-1].append(figure)
        else:
            runs.append([figure])
    return [run for run in runs if len(run) == LAMPS]


def _lit(lamps: Sequence[Figure]) -> Figure | None:
    """The one lamp that stands out by its colour."""
    order = sorted(lamps, key=lambda lamp: spread(lamp.color))
    return order[-1] if spread(order[-1].color) >= spread(order[-2].color) + VIVID else None


def spread(color: str | None) -> int:
    """By how much the channels of a colour differ: 0 for greys and for none."""
    if color is None:
        return 0
    parts = [int(color[at : at + 2], 16) for at in (1, 3, 5)]
    return max(parts) - min(parts)


def light_rows(lines: Sequence[Line], figures: Sequence[Figure]) -> list[Grid]:
    """Grids of the lines whose every text has one light: beside it on the right, or below it."""
    lights = [figure for figure in figures if figure.kind in LIGHTS]
    grids: list[Grid] = []
    if not lights:
        return grids
    for index, line in enumerate(lines):
        if len(line.segments) < 2 or line.words[0].turned:
            continue
        following = lines[index + 1].box[1] if index + 1 < len(lines) else float("inf")
        grid = _beside(line, lights) or _under(line, lights, following)
        if grid is not None:
            grids.append(grid)
    return grids


def _beside(line: Line, lights: Sequence[Figure]) -> Grid | None:
    """A row of label and light by turns."""
    x0, top, _, bottom = line.box
    level = sorted(
        (box for box in map(_box, lights) if top - 2 <= boxes.center(box)[1] <= bottom + 2 and box[2] > x0),
    )
    if len(level) != len(line.segments):
        return None
    pieces: list[Box] = []
    for segment, box in zip(line.segments, level, strict=True):
        pieces += [segment.box, box]
    if any(left[2] > right[0] for left, right in itertools.pairwise(pieces)):
        return None
    return _grid([pieces])


def _under(line: Line, lights: Sequence[Figure], following: float) -> Grid | None:
    """A row of labels over a row of lights."""
    end = min(following, line.box[3] + BELOW * line.size)
    below = sorted(box for box in map(_box, lights) if line.box[3] - 1 <= boxes.center(box)[1] <= end)
    if len(below) != len(line.segments) or max(box[1] for box in below) > min(box[3] for box in below):
        return None
    if not all(_shares_column(segment, box) for segment, box in zip(line.segments, below, strict=True)):
        return None
    return _grid([[segment.box for segment in line.segments], below])


def _shares_column(segment: Segment, box: Box) -> bool:
    return segment.x0 - 2 <= boxes.center(box)[0] <= segment.x1 + 2


def _grid(rows: Sequence[Sequence[Box]]) -> Grid:
    """The grid of rows of boxes that stand one under the other."""
    around = [boxes.union(column) for column in zip(*rows, strict=True)]
    xs = [
        around[0][0] - 1,
        *((left[2] + right[0]) / 2 for left, right in itertools.pairwise(around)),
        around[-1][2] + 1,
    ]
    heights = [boxes.union(row) for row in rows]
    ys = [
        heights[0][1] - 1,
        *((above[3] + below[1]) / 2 for above, below in itertools.pairwise(heights)),
        heights[-1][3] + 1,
    ]
    cells = [
        GridCell(row, column, 1, 1, (xs[column], ys[row], xs[column + 1], ys[row + 1]))
        for row in range(len(rows))
        for column in range(len(around))
    ]
    return Grid(tuple(cells), tuple(xs), tuple(ys))


def _box(figure: Figure) -> Box:
    return figure.place.box or (0.0, 0.0, 0.0, 0.0)
