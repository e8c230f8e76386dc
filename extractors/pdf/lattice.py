"""Drawn lines -> grids: the tables that a reader sees because their lines (or coloured cells) are drawn.

Stages: edges are snapped and joined; edges that touch make a lattice; a lattice's open sides are closed; pdfplumber
finds the areas that its lines close; areas without enough border are no cells; areas within others are nested tables.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extractors.document import Box, noun
from extractors.pdf import boxes
from extractors.pdf.areas import Area, nests, squared
from extractors.pdf.edges import (
    SNAP,
    Edge,
    closed_cells,
    covered_by,
    hang_together,
    join_edges,
    near_edges,
)
from extractors.pdf.primitives import Rule
from extractors.pdf.reckoned import Reckoned

LEAST_CELL = 4.0
"""Points: no cell is lower or narrower."""

COVER = 0.55
"""The share of a side that must be drawn for the side to be there."""

STRAY = 0.1
"""An outer side drawn to no more than this share is no border."""

LEAST_SIDES = 2
"""Sides of a corner cell that are drawn in a table without an outer border."""

MOST_EDGES = 4000
"""More lines than this on a page are a drawing or a map, not tables."""


@noun
class GridCell:
    """A cell of a grid, and which of its four sides are really drawn."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: Box
    top_drawn: bool = True
    bottom_drawn: bool = True


Drawn = Mapping[float, Sequence[Edge]]
"""What is drawn at each level or upright line of a lattice."""


@dataclass(frozen=True)
class Grid:
    """The cells of one drawn table, row by row. ``xs`` and ``ys`` are the positions of its lines."""

    cells: tuple[GridCell, ...]
    xs: tuple[float, ...]
    ys: tuple[float, ...]

    @Reckoned
    def box(self) -> Box:
        """The box around all cells."""
        return boxes.union(cell.box for cell in self.cells)


def find_grids(rules: Iterable[Rule], rects: Iterable[Box] = ()) -> list[Grid]:
    """All grids that ``rules`` and the outlines of ``rects`` draw, from the top of the page."""
    level: list[Edge] = []
    plumb: list[Edge] = []
    for rule in rules:
        if rule.horizontal:
            level.append(Edge(rule.y0, rule.x0, rule.x1))
        else:
            plumb.append(Edge(rule.x0, rule.y0, rule.y1))
    for x0, top, x1, bottom in rects:
        level += [Edge(top, x0, x1), Edge(bottom, x0, x1)]
        plumb += [Edge(x0, top, bottom), Edge(x1, top, bottom)]
    level, plumb = join_edges(level, plumb)
    if len(level) + len(plumb) > MOST_EDGES:
        return []
    grids = [grid for lattice in hang_together(level, plumb) for grid in _grids(*lattice)]
    return sorted(grids, key=lambda grid: (grid.box[1], grid.box[0]))


def _grids(level: Sequence[Edge], plumb: Sequence[Edge]) -> Iterator[Grid]:
    """The grid of one lattice, and grids drawn within its cells whose lines touch it."""
    xs = _positions([edge.at for edge in plumb], [at for edge in level for at in (edge.start, edge.end)])
    ys = _positions([edge.at for edge in level], [at for edge in plumb for at in (edge.start, edge.end)])
    if len(xs) < 2 or len(ys) < 2:
        return
    frame = (xs[0], ys[0], xs[-1], ys[-1])
    flat = {at: near_edges(level, at) for at in ys}
    upright = {at: near_edges(plumb, at) for at in xs}
    outer = _undrawn_sides(frame, flat, upright)
    for areas in nests(squared(_areas(xs, ys, flat, upright))):
        cells = []
        for row, column, last_row, last_column in areas:
            box = (xs[column], ys[row], xs[last_column + 1], ys[last_row + 1])
            drawn = _drawn_sides(box, flat, upright, outer, frame)
            if drawn is not None:
                span, across = last_row - row + 1, last_column - column + 1
                cells.append(GridCell(row, column, span, across, box, drawn[1], drawn[3]))
        if cells:
            yield renumbered(cells, xs, ys)


def _positions(lines: Sequence[float], ends: Sequence[float]) -> list[float]:
    """Sorted line positions; where the other lines reach beyond them, their outermost ends close the grid."""
    found: list[float] = []
    for at in sorted(lines):
        if not found or at - found[-1] > SNAP:
            found.append(at)
    if ends:
        if not found or min(ends) < found[0] - LEAST_CELL:
            found.insert(0, min(ends))
        if max(ends) > found[-1] + LEAST_CELL:
            found.append(max(ends))
    return found


def _areas(xs: Sequence[float], ys: Sequence[float], level: Drawn, plumb: Drawn) -> list[Area]:
    """The areas that the lattice's lines close, its outer sides taken to be drawn (``_bordered`` looks at them).

    No cell crosses a line that runs from side to side, so the stretches between such lines are closed one by one.
    """
    flat = [_drawn(level[at], xs) for at in ys]
    upright = [_drawn(plumb[at], ys) for at in xs]
    for sides in (flat[0], flat[-1], upright[0], upright[-1]):
        sides[:] = [True] * len(sides)
    whole = [row for row, sides in enumerate(flat) if all(sides)]
    areas = []
    for top, bottom in itertools.pairwise(whole):
        if bottom == top + 1:  # one row between two unbroken lines: its cells lie between the plumb ones
            drawn = [column for column, sides in enumerate(upright) if sides[top]]
            areas += [(top, left, top, right - 1) for left, right in itertools.pairwise(drawn)]
            continue
        across = [run for row in range(top, bottom + 1) for run in _stretches(row, 0, flat[row])]
        down = [
            run for column, sides in enumerate(upright) for run in _stretches(column, top, sides[top:bottom])
        ]
        for x0, y0, x1, y1 in closed_cells(across, down):
            areas.append((y0, x0, y1 - 1, x1 - 1))
    return [*areas, *_left_over(areas, flat, upright)]


def _left_over(
    areas: Sequence[Area], flat: Sequence[Sequence[bool]], upright: Sequence[Sequence[bool]]
) -> Iterator[Area]:
    """What lies in no closed area, as the box around it: an area of more than four corners, a line left out."""
    held = {
        (row, column)
        for top, left, bottom, right in areas
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    }
    free = {(row, column) for row in range(len(flat) - 1) for column in range(len(upright) - 1)} - held
    while free:
        found, waiting = [], [min(free)]
        while waiting:
            row, column = cell = waiting.pop()
            if cell in free:
                free.remove(cell)
                found.append(cell)
                waiting += [(row - 1, column)] if not flat[row][column] else []
                waiting += [(row + 1, column)] if not flat[row + 1][column] else []
                waiting += [(row, column - 1)] if not upright[column][row] else []
                waiting += [(row, column + 1)] if not upright[column + 1][row] else []
        rows, columns = zip(*found, strict=True)
        yield (min(rows), min(columns), max(rows), max(columns))


def _drawn(edges: Sequence[Edge], stops: Sequence[float]) -> list[bool]:
    """For each stretch between two ``stops``: whether a line's ``edges`` draw it."""
    return [covered_by(edges, start, end) >= COVER for start, end in itertools.pairwise(stops)]


def _stretches(at: int, first: int, sides: Sequence[bool]) -> Iterator[Edge]:
    """Unbroken runs of drawn sides, counted in lines of the lattice."""
    place = first
    for drawn, run in itertools.groupby(sides):
        length = len(list(run))
        if drawn:
            yield Edge(at, place, place + length)
        place += length


def _drawn_sides(
    box: Box,
    level: Drawn,
    plumb: Drawn,
    outer: tuple[bool, bool, bool, bool],
    frame: Box,
) -> tuple[bool, bool, bool, bool] | None:
    """Which sides (left, top, right, bottom) of a cell are drawn; None where too few are.

    A page break takes top or bottom away; tables may be drawn without any outer border: ``outer`` tells which sides
    (left, top, right, bottom) of the whole lattice (``frame``) are not drawn anywhere.
    """
    x0, top, x1, bottom = box
    if x1 - x0 < LEAST_CELL or bottom - top < LEAST_CELL:
        return None
    drawn = (
        covered_by(plumb[x0], top, bottom) >= COVER,
        covered_by(level[top], x0, x1) >= COVER,
        covered_by(plumb[x1], top, bottom) >= COVER,
        covered_by(level[bottom], x0, x1) >= COVER,
    )
    if (drawn[1] and drawn[3]) or (drawn[0] and drawn[2]):
        return drawn
    missing = [side for side in range(4) if not drawn[side]]
    open_sided = sum(drawn) >= LEAST_SIDES and all(
        outer[side] and abs(box[side] - frame[side]) <= SNAP for side in missing
    )
    return drawn if open_sided else None


def _undrawn_sides(frame: Box, level: Drawn, plumb: Drawn) -> tuple[bool, bool, bool, bool]:
    x0, top, x1, bottom = frame
    return (
        covered_by(plumb[x0], top, bottom) < STRAY,
        covered_by(level[top], x0, x1) < STRAY,
        covered_by(plumb[x1], top, bottom) < STRAY,
        covered_by(level[bottom], x0, x1) < STRAY,
    )


def renumbered(cells: Sequence[GridCell], xs: Sequence[float], ys: Sequence[float]) -> Grid:
    """Number rows and columns anew without those in which no cell starts."""
    row_starts = sorted({cell.row for cell in cells})
    column_starts = sorted({cell.column for cell in cells})
    numbered = []
    complete = len(row_starts) == len(ys) - 1 and len(column_starts) == len(xs) - 1
    for cell in () if complete else cells:
        rows = [row for row in row_starts if cell.row <= row < cell.row + cell.row_span]
        columns = [
            column for column in column_starts if cell.column <= column < cell.column + cell.column_span
        ]
        numbered.append(
            replace(
                cell,
                row=row_starts.index(cell.row),
                column=column_starts.index(cell.column),
                row_span=len(rows),
                column_span=len(columns),
            )
        )
    ordered = sorted(numbered or cells, key=lambda cell: (cell.row, cell.column))
    return Grid(
        tuple(ordered),
        (*(xs[column] for column in column_starts), max(cell.box[2] for cell in cells)),
        (*(ys[row] for row in row_starts), max(cell.box[3] for cell in cells)),
    )
