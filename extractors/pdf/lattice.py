"""Drawn lines -> grids: the tables that a reader sees because their lines (or coloured cells) are drawn.

Stages: edges are snapped and joined; edges that touch make a lattice; each lattice's line positions make base cells;
base cells with no line between them are merged into one spanning cell; areas without enough border are no cells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.document import Box
from extractors.pdf import boxes
from extractors.pdf.primitives import Rule

SNAP = 2.4
"""Points: parallel lines this close are one (double borders, each cell drawing its own)."""

REACH = 3.2
"""Points by which a line may miss another and still touch it."""

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


@dataclass(frozen=True, slots=True)
class Edge:
    """A level or plumb line: ``at`` its fixed coordinate, ``start``..``end`` its extent."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a grid, and which of its four sides are really drawn."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: Box
    top_drawn: bool = True
    bottom_drawn: bool = True


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of one drawn table, row by row. ``xs`` and ``ys`` are the positions of its lines."""

    cells: tuple[GridCell, ...]
    xs: tuple[float, ...]
    ys: tuple[float, ...]

    @property
    def box(self) -> Box:
        """The box around all cells."""
        return boxes.union(cell.box for cell in self.cells)


Area = tuple[int, int, int, int]
"""Merged base cells: first row, first column, last row, last column."""


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
    level, plumb = _joined(level), _joined(plumb)
    if len(level) + len(plumb) > MOST_EDGES:
        return []
    grids = [grid for parts in _lattices(level, plumb) for grid in _grids(*parts)]
    return sorted(grids, key=lambda grid: (grid.box[1], grid.box[0]))


def _joined(edges: Sequence[Edge]) -> list[Edge]:
    """Snap parallel edges to common positions and join those that touch end to end."""
    joined: list[Edge] = []
    group: list[Edge] = []
    for edge in sorted(edges, key=lambda item: item.at):
        if (group and edge.at - group[-1].at > SNAP / 2) or (group and edge.at - group[0].at > SNAP):
            joined.extend(_joined_level(group))
            group = []
        group.append(edge)
    if group:
        joined.extend(_joined_level(group))
    return joined


def _joined_level(group: Sequence[Edge]) -> Iterable[Edge]:
    length = sum(edge.end - edge.start for edge in group) or 1.0
    at = sum(edge.at * (edge.end - edge.start) for edge in group) / length or group[0].at
    ordered = sorted(group, key=lambda item: item.start)
    start, end = ordered[0].start, ordered[0].end
    for edge in ordered[1:]:
        if edge.start > end + REACH:
            yield Edge(at, start, end)
            start, end = edge.start, edge.end
        end = max(end, edge.end)
    yield Edge(at, start, end)


def _lattices(level: Sequence[Edge], plumb: Sequence[Edge]) -> Iterable[tuple[list[Edge], list[Edge]]]:
    """Group edges that touch. Edges that touch nothing are left out."""
    parent = list(range(len(level) + len(plumb)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for i, flat in enumerate(level):
        for j, upright in enumerate(plumb):
            if (
                flat.start - REACH <= upright.at <= flat.end + REACH
                and upright.start - REACH <= flat.at <= upright.end + REACH
            ):
                parent[root(i)] = root(len(level) + j)
    groups: dict[int, tuple[list[Edge], list[Edge]]] = {}
    for index, edge in enumerate([*level, *plumb]):
        parts = groups.setdefault(root(index), ([], []))
        parts[0 if index < len(level) else 1].append(edge)
    return [parts for parts in groups.values() if (parts[0] or len(parts[1]) > 1) and parts[1]]


def _grids(level: Sequence[Edge], plumb: Sequence[Edge]) -> Iterator[Grid]:
    """The grid of one lattice, and grids drawn within its cells whose lines touch it."""
    xs = _positions([edge.at for edge in plumb], [at for edge in level for at in (edge.start, edge.end)])
    ys = _positions([edge.at for edge in level], [at for edge in plumb for at in (edge.start, edge.end)])
    columns, rows = len(xs) - 1, len(ys) - 1
    if columns < 1 or rows < 1:
        return
    frame = (xs[0], ys[0], xs[-1], ys[-1])
    outer = _undrawn_sides(frame, level, plumb)
    for areas in _nests(_merged(rows, columns, xs, ys, level, plumb)):
        cells = []
        for row, column, last_row, last_column in areas:
            box = (xs[column], ys[row], xs[last_column + 1], ys[last_row + 1])
            cell = GridCell(row, column, last_row - row + 1, last_column - column + 1, box)
            checked = _bordered(cell, level, plumb, outer, frame)
            if checked is not None:
                cells.append(checked)
        if cells:
            yield _renumbered(cells, xs, ys)


def _nests(areas: Sequence[Area]) -> Iterator[list[Area]]:
    """Areas by nest: first those that lie in no other, then for each of them those within it."""
    outer = [area for area in areas if not any(_within(area, other) for other in areas)]
    yield outer
    for whole in outer:
        inside = [area for area in areas if _within(area, whole)]
        if inside:
            yield from _nests(inside)


def _within(area: Area, other: Area) -> bool:
    return (
        area != other
        and other[0] <= area[0]
        and other[1] <= area[1]
        and area[2] <= other[2]
        and area[3] <= other[3]
    )


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


def covered(edges: Iterable[Edge], at: float, start: float, end: float) -> float:
    """The share (0..1) of the side from ``start`` to ``end`` at ``at`` that is drawn."""
    total = sum(
        max(0.0, min(edge.end, end) - max(edge.start, start)) for edge in edges if abs(edge.at - at) <= SNAP
    )
    return min(1.0, total / max(0.1, end - start))


def _merged(
    rows: int,
    columns: int,
    xs: Sequence[float],
    ys: Sequence[float],
    level: Sequence[Edge],
    plumb: Sequence[Edge],
) -> list[Area]:
    """Areas of base cells with no line between them."""
    parent = {(row, column): (row, column) for row in range(rows) for column in range(columns)}

    def root(cell: tuple[int, int]) -> tuple[int, int]:
        while parent[cell] != cell:
            cell = parent[cell]
        return cell

    level_at = {row: [edge for edge in level if abs(edge.at - ys[row]) <= SNAP] for row in range(1, rows)}
    plumb_at = {col: [edge for edge in plumb if abs(edge.at - xs[col]) <= SNAP] for col in range(1, columns)}
    for row in range(rows):
        for column in range(columns):
            if column + 1 < columns:
                drawn = covered(plumb_at[column + 1], xs[column + 1], ys[row], ys[row + 1])
                if drawn < COVER:
                    parent[root((row, column + 1))] = root((row, column))
            if row + 1 < rows:
                drawn = covered(level_at[row + 1], ys[row + 1], xs[column], xs[column + 1])
                if drawn < COVER:
                    parent[root((row + 1, column))] = root((row, column))
    groups: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for cell in parent:
        groups.setdefault(root(cell), []).append(cell)
    rectangles = [
        (
            min(r for r, _ in group),
            min(c for _, c in group),
            max(r for r, _ in group),
            max(c for _, c in group),
        )
        for group in groups.values()
    ]
    return sorted(_squared(rectangles))


def _squared(areas: list[Area]) -> list[Area]:
    """Join areas that overlap in part (L-shapes), until none do. One that surrounds another stays apart from it."""
    done: list[Area] = []
    waiting = sorted(areas)
    while waiting:
        one = waiting.pop()
        hit = next((other for other in done if _overlap_in_part(one, other)), None)
        if hit is None:
            done.append(one)
        else:
            done.remove(hit)
            waiting.append(
                (min(one[0], hit[0]), min(one[1], hit[1]), max(one[2], hit[2]), max(one[3], hit[3]))
            )
    return list(dict.fromkeys(done))


def _overlap_in_part(one: Area, other: Area) -> bool:
    if _within(one, other) or _within(other, one) or one == other:
        return False
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def _bordered(
    cell: GridCell,
    level: Sequence[Edge],
    plumb: Sequence[Edge],
    outer: tuple[bool, bool, bool, bool],
    frame: Box,
) -> GridCell | None:
    """The cell with its drawn sides noted; None where it has too few.

    A page break takes top or bottom away; tables may be drawn without any outer border: ``outer`` tells which sides
    (left, top, right, bottom) of the whole lattice (``frame``) are not drawn anywhere.
    """
    x0, top, x1, bottom = cell.box
    if x1 - x0 < LEAST_CELL or bottom - top < LEAST_CELL:
        return None
    drawn = (
        covered(plumb, x0, top, bottom) >= COVER,
        covered(level, top, x0, x1) >= COVER,
        covered(plumb, x1, top, bottom) >= COVER,
        covered(level, bottom, x0, x1) >= COVER,
    )
    framed = (drawn[1] and drawn[3]) or (drawn[0] and drawn[2])
    missing = [side for side in range(4) if not drawn[side]]
    open_sided = sum(drawn) >= LEAST_SIDES and all(
        outer[side] and abs(cell.box[side] - frame[side]) <= SNAP for side in missing
    )
    return replace(cell, top_drawn=drawn[1], bottom_drawn=drawn[3]) if framed or open_sided else None


def _undrawn_sides(frame: Box, level: Sequence[Edge], plumb: Sequence[Edge]) -> tuple[bool, bool, bool, bool]:
    x0, top, x1, bottom = frame
    return (
        covered(plumb, x0, top, bottom) < STRAY,
        covered(level, top, x0, x1) < STRAY,
        covered(plumb, x1, top, bottom) < STRAY,
        covered(level, bottom, x0, x1) < STRAY,
    )


def _renumbered(cells: Sequence[GridCell], xs: Sequence[float], ys: Sequence[float]) -> Grid:
    """Number rows and columns anew without those in which no cell starts."""
    row_starts = sorted({cell.row for cell in cells})
    column_starts = sorted({cell.column for cell in cells})
    numbered = []
    for cell in cells:
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
    numbered.sort(key=lambda cell: (cell.row, cell.column))
    return Grid(
        tuple(numbered),
        (*(xs[column] for column in column_starts), max(cell.box[2] for cell in cells)),
        (*(ys[row] for row in row_starts), max(cell.box[3] for cell in cells)),
    )
