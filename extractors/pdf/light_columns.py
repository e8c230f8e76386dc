"""Labels with several lights each under heads ('Last', 'Now'): a table whose cells hold nothing but a light."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from extractors.document import Box, Figure
from extractors.pdf import boxes
from extractors.pdf.lamps import LIGHTS
from extractors.pdf.lattice import Grid, GridCell
from extractors.pdf.lines import Line, Segment

LEAST_LIGHTS, LEAST_ROWS = 2, 2
"""One light beside each label needs no head: it is read with its line."""

LEVEL = 3.0
"""Points by which lights of one column may stand apart."""

FARTHEST = 3.4
"""Font sizes from baseline to baseline: rows farther apart are not of one table."""


def light_tables(lines: Sequence[Line], figures: Sequence[Figure]) -> list[Grid]:
    """Grids of rows that have a label and so many lights as there are heads over them."""
    lights = [figure.place.box for figure in figures if figure.kind in LIGHTS and figure.place.box]
    grids: list[Grid] = []
    index = 0
    while index + LEAST_ROWS < len(lines) and lights:
        columns = _columns(lines[index], lines[index + 1], lights)
        rows = _rows(lines[index:], columns, lights) if columns else []
        if len(rows) > LEAST_ROWS:
            grids.append(_grid(rows, columns))
        index += max(1, len(rows))
    return grids


def _lights_of(line: Line, lights: Sequence[Box]) -> list[Box]:
    """The lights at a line's height, left to right."""
    _, top, _, bottom = line.box
    return sorted(box for box in lights if top - 2 <= boxes.center(box)[1] <= bottom + 2)


def _columns(head: Line, line: Line, lights: Sequence[Box]) -> list[Box]:
    """The lights of the row below a line of heads, each under a head of its own; [] where there are no such heads."""
    level = _lights_of(line, lights)
    if len(level) < LEAST_LIGHTS or _lights_of(head, lights) or line.words[0].turned:
        return []
    over = [next((part for part in head.segments if _over(part, box)), None) for box in level]
    if any(part is None for part in over) or len({id(part) for part in over}) < len(level):
        return []
    return level


def _over(head: Segment, light: Box) -> bool:
    return head.x0 - LEVEL <= boxes.center(light)[0] <= head.x1 + LEVEL


def _rows(lines: Sequence[Line], columns: Sequence[Box], lights: Sequence[Box]) -> list[Line]:
    """The head and the rows below it that have a label and a light in each column, nothing between or after."""
    rows = [lines[0]]
    for line in lines[1:]:
        level = _lights_of(line, lights)
        alike = len(level) == len(columns) and all(
            abs(boxes.center(mine)[0] - boxes.center(theirs)[0]) <= LEVEL
            for mine, theirs in zip(level, columns, strict=True)
        )
        apart = line.base - rows[-1].base > FARTHEST * line.size
        if not alike or apart or line.x1 > columns[0][0]:
            break
        rows.append(line)
    return rows


def _grid(rows: Sequence[Line], columns: Sequence[Box]) -> Grid:
    labels = max(line.x1 for line in rows[1:])
    heads = [next(part for part in rows[0].segments if _over(part, box)) for box in columns]
    sides = [(min(head.x0, box[0]), max(head.x1, box[2])) for head, box in zip(heads, columns, strict=True)]
    xs = [
        min(line.x0 for line in rows) - 1,
        (labels + sides[0][0]) / 2,
        *((left[1] + right[0]) / 2 for left, right in itertools.pairwise(sides)),
        max(sides[-1][1], rows[0].x1) + 1,
    ]
    ys = [
        rows[0].box[1] - 1,
        *((above.box[3] + below.box[1]) / 2 for above, below in itertools.pairwise(rows)),
        max(rows[-1].box[3], columns[0][3] - columns[0][1] + rows[-1].box[1]) + 1,
    ]
    cells = [
        GridCell(row, column, 1, 1, (xs[column], ys[row], xs[column + 1], ys[row + 1]))
        for row in range(len(rows))
        for column in range(len(xs) - 1)
    ]
    return Grid(tuple(cells), tuple(xs), tuple(ys))
