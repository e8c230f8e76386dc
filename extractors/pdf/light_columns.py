"""Rows with several lights each under heads ('Last', 'Now'): a table whose cells hold a light, among others of text."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractors.document import Box, Figure
from extractors.pdf import boxes
from extractors.pdf.lamps import LIGHTS
from extractors.pdf.lattice import Grid, GridCell
from extractors.pdf.lines import Line, Segment

LEAST_LIGHTS, LEAST_ROWS = 2, 2
"""One light beside each label needs no head: it is read with its line. A single row does under turned heads."""

LEVEL = 3.0
"""Points by which lights of one column may stand apart."""

STARTS = 6.0
"""Points by which the texts of one column may begin apart."""

FARTHEST = 3.4
"""Font sizes from baseline to baseline: rows farther apart are not of one table."""

REACH = 40.0
"""Points between a table without lines and the lights beside its rows."""

WRAPPED = 1.45
"""Font sizes from baseline to baseline: a line without lights this close below a row is its own second line."""


@dataclass(slots=True)
class Column:
    """From where to where its cells reach; ``lit`` where lights stand in it."""

    x0: float
    x1: float
    lit: bool
    light: tuple[float, float] | None = None
    """From where to where its first light reaches: a text under the end of a wide head may be the next column's."""

    def holds(self, part: Segment) -> bool:
        """Whether a text stands in the column."""
        if self.lit:
            over_light = self.light is not None and part.x0 < self.light[1] and part.x1 > self.light[0]
            return over_light or (part.x0 < self.x1 and self.x0 < part.x1 <= self.x1 + STARTS)
        return (part.x0 < self.x1 and part.x1 > self.x0) or abs(part.x0 - self.x0) <= STARTS

    def has_light(self, box: Box) -> bool:
        """Whether a light stands in the column."""
        return self.lit and self.x0 - LEVEL <= boxes.center(box)[0] <= self.x1 + LEVEL


def light_tables(lines: Sequence[Line], figures: Sequence[Figure]) -> list[Grid]:
    """Grids of rows that have lights under heads of their own, whatever texts stand beside them."""
    lights = [figure.place.box for figure in figures if figure.kind in LIGHTS and figure.place.box]
    if not lights:
        return []
    lines = list(_with_turned_heads(lines))
    grids: list[Grid] = []
    index = 0
    while index + 1 < len(lines):
        columns = _columns(lines[index], lines[index + 1], lights)
        if columns:
            columns += _remarks(lines[index + 1 :], columns[-1], lights)
        rows = _rows(lines[index:], columns, lights) if columns else []
        turned = any(word.turned for word in lines[index].words)
        if len(rows) > (1 if turned else LEAST_ROWS):
            grids.append(_grid(rows, columns))
        index += max(1, sum(map(len, rows)))
    return grids


def _with_turned_heads(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, turned words that end beside each other as one line, with the level heads among them."""
    turned: list[Line] = []
    for line in lines:
        if line.words[0].turned:
            if turned and line.box[3] - turned[-1].box[3] > 2 * LEVEL:
                yield _joined(turned)
                turned = []
            turned.append(line)
            continue
        among = bool(turned) and line.box[1] < turned[-1].box[3] - LEVEL
        if turned and not among:
            yield _joined(turned)
        yield _joined([*turned, line]) if among else line
        turned = []
    if turned:
        yield _joined(turned)


def _joined(lines: Sequence[Line]) -> Line:
    parts = [segment for line in lines for segment in line.segments]
    return Line(tuple(sorted(parts, key=lambda part: part.x0)))


def _lights_of(line: Line, lights: Sequence[Box]) -> list[Box]:
    """The lights at a line's height, left to right."""
    _, top, _, bottom = line.box
    return sorted(box for box in lights if top - 2 <= boxes.center(box)[1] <= bottom + 2)


def _columns(head: Line, line: Line, lights: Sequence[Box]) -> list[Column]:
    """The columns under a line of heads, where each light of the row below has a head of its own; else []."""
    level = _lights_of(line, lights)
    if len(level) < LEAST_LIGHTS or line.words[0].turned or _lights_of(head, lights):
        return []
    columns = [Column(part.x0, part.x1, lit=False) for part in head.segments]
    for box in level:
        x = boxes.center(box)[0]
        over = [column for column in columns if column.x0 - LEVEL <= x <= column.x1 + LEVEL]
        if len(over) != 1 or over[0].lit:
            return []
        over[0].lit, over[0].light = True, (box[0], box[2])
    for column in columns:
        here = [box for box in level if column.has_light(box)]
        column.x0 = min([column.x0, *(box[0] for box in here)])
        column.x1 = max([column.x1, *(box[2] for box in here)])
    first = line.segments[0]
    if first.x1 <= columns[0].x0 and not columns[0].holds(first):
        columns.insert(0, Column(first.x0, first.x1, lit=False))
    return columns


def _remarks(lines: Sequence[Line], last: Column, lights: Sequence[Box]) -> list[Column]:
    """The column of remarks that stand under no head, right of the last light of their rows; [] where none do."""
    for line in itertools.takewhile(lambda line: _lights_of(line, lights), lines):
        part = line.segments[-1]
        beyond = last.light is None or part.x0 >= last.light[1]
        if len(line.segments) > 1 and beyond and part.x1 > last.x1 and not last.holds(part):
            return [Column(part.x0, part.x1, lit=False)]
    return []


def _rows(lines: Sequence[Line], columns: Sequence[Column], lights: Sequence[Box]) -> list[list[Line]]:
    """The head and the rows below it, whose lights and texts keep to the columns; a row may have several lines."""
    rows = [[lines[0]]]
    for line in lines[1:]:
        level = _lights_of(line, lights)
        last = rows[-1][-1]
        close = line.base - last.base
        homes = [[column for column in columns if column.holds(part)] for part in line.segments]
        placed = all(len(found) == 1 for found in homes) and all(
            sum(column.has_light(box) for column in columns) == 1 for box in level
        )
        wrapped = not level and len(rows) > 1 and close <= WRAPPED * line.size
        if line.words[0].turned or close > FARTHEST * line.size or not placed or not (level or wrapped):
            break
        for part, found in zip(line.segments, homes, strict=True):
            found[0].x0, found[0].x1 = min(found[0].x0, part.x0), max(found[0].x1, part.x1)
        if wrapped:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _grid(rows: Sequence[Sequence[Line]], columns: Sequence[Column]) -> Grid:
    xs = [
        columns[0].x0 - 1,
        *((left.x1 + right.x0) / 2 for left, right in itertools.pairwise(columns)),
        columns[-1].x1 + 1,
    ]
    held = [boxes.union(line.box for line in row) for row in rows]
    ys = [
        held[0][1] - 1,
        *((above[3] + below[1]) / 2 for above, below in itertools.pairwise(held)),
        held[-1][3] + 2,
    ]
    cells = [
        GridCell(row, column, 1, 1, (xs[column], ys[row], xs[column + 1], ys[row + 1]))
        for row in range(len(rows))
        for column in range(len(columns))
    ]
    return Grid(tuple(cells), tuple(xs), tuple(ys))


def with_lights_beside(grid: Grid, figures: Sequence[Figure]) -> Grid:
    """The grid with a last column for lights that stand beside its rows, at most one beside each, without a head."""
    lights = [figure.place.box for figure in figures if figure.kind in LIGHTS and figure.place.box]
    beside = [box for box in lights if grid.ys[0] <= boxes.center(box)[1] <= grid.ys[-1]]
    beside = [box for box in beside if -LEVEL <= box[0] - grid.xs[-1] <= REACH]
    rows = {sum(1 for y in grid.ys[1:-1] if y < boxes.center(box)[1]) for box in beside}
    middles = [boxes.center(box)[0] for box in beside]
    if len(rows) < max(LEAST_ROWS, len(beside)) or max(middles) - min(middles) > LEVEL:
        return grid
    xs = (*grid.xs, max(box[2] for box in beside) + 1)
    column = len(grid.xs) - 1
    left = min(xs[-2], *(box[0] - 1 for box in beside))
    fresh = [
        GridCell(row, column, 1, 1, (left, top, xs[-1], bottom))
        for row, (top, bottom) in enumerate(itertools.pairwise(grid.ys))
    ]
    cells = sorted((*grid.cells, *fresh), key=lambda cell: (cell.row, cell.column))
    return Grid(tuple(cells), xs, grid.ys)
