"""Drawn lines as pdfplumber's table finder knows them: snapped, joined, crossed, and closed to cells.

They are snapped, joined and crossed here as it does, which for each plumb line sorts all level ones again. It does the
geometry of lines that close cells; what it leaves open (tables cut by a page's end, tables without an outer border) is
closed by the lattice before it is asked.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from pdfplumber.table import edges_to_intersections, intersections_to_cells

SNAP = 2.4
"""Points: parallel lines this close are one (double borders, each cell drawing its own)."""

REACH = 3.2
"""Points by which a line may miss another and still touch it."""

EXACT = 3
"""Decimals of a snapped position: it is reached by adding, so that twins differ in the last bit."""


class Edge(NamedTuple):
    """A level or plumb line: ``at`` its fixed coordinate, ``start``..``end`` its extent."""

    at: float
    start: float
    end: float


Lattice = tuple[list[Edge], list[Edge]]
"""Level and plumb edges that hang together."""


def join_edges(level: Iterable[Edge], plumb: Iterable[Edge]) -> Lattice:
    """Snap parallel edges to common positions and join those that touch end to end; each kind in a fixed order."""
    return _joined(_snapped(list(level))), _joined(_snapped(list(plumb)))


def _snapped(edges: Sequence[Edge]) -> list[Edge]:
    """Parallel edges, those of a chain of near positions moved to its mean."""
    chains: dict[float, list[float]] = {}
    chain: list[float] = []
    last = float("-inf")
    for at in sorted({edge.at for edge in edges}):
        if at > last + SNAP / 2:
            chain = []
        chains[at], last = chain, at
    for edge in edges:
        chains[edge.at].append(edge.at)
    places = {at: round(at + (sum(chain) / len(chain) - at), EXACT) for at, chain in chains.items()}
    return [Edge(places[at], start, end) for at, start, end in edges]


def _joined(edges: Iterable[Edge]) -> list[Edge]:
    """Edges of one position made one where they touch, in a fixed order."""
    joined: list[Edge] = []
    for edge in sorted(edges):
        last = joined[-1] if joined else None
        if last is None or edge.at != last.at or edge.start > last.end + REACH:
            joined.append(edge)
        elif edge.end > last.end:
            joined[-1] = Edge(edge.at, last.start, edge.end)
    return joined


def hang_together(level: Sequence[Edge], plumb: Sequence[Edge]) -> list[Lattice]:
    """The edges (sorted) grouped by those that touch; edges that touch nothing are left out."""
    parent = list(range(len(level) + len(plumb)))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    touching: dict[int, None] = {}
    for number, upright in enumerate(plumb, start=len(level)):
        for other in _crossed_by(upright, level):
            touching[other] = touching[number] = None
            parent[root(number)] = root(other)
    groups: dict[int, Lattice] = {}
    for number in touching:
        flats, uprights = groups.setdefault(root(number), ([], []))
        if number < len(level):
            flats.append(level[number])
        else:
            uprights.append(plumb[number - len(level)])
    return [(sorted(flats), sorted(uprights)) for flats, uprights in groups.values()]


def _crossed_by(upright: Edge, level: Sequence[Edge]) -> Iterator[int]:
    """The indices of those of some sorted level edges that a plumb one crosses or nearly reaches."""
    at, start, end = upright
    for index in range(bisect_left(level, (start - 2 * REACH,)), len(level)):
        y, left, right = level[index]
        if end < y - REACH:
            return
        if start <= y + REACH and left - REACH <= at <= right + REACH:
            yield index


def closed_cells(level: Iterable[Edge], plumb: Iterable[Edge]) -> list[tuple[int, int, int, int]]:
    """The smallest rectangles that edges at whole-numbered positions close, as ``(x0, top, x1, bottom)``."""
    crossings = edges_to_intersections([*map(_flat, level), *map(_upright, plumb)], 0, 0)
    return [
        (round(x0), round(top), round(x1), round(bottom))
        for x0, top, x1, bottom in intersections_to_cells(crossings)
    ]


def _flat(edge: Edge) -> dict[str, Any]:
    return _noted("h", edge.start, edge.at, edge.end, edge.at)


def _upright(edge: Edge) -> dict[str, Any]:
    return _noted("v", edge.at, edge.start, edge.at, edge.end)


def _noted(orientation: str, x0: float, top: float, x1: float, bottom: float) -> dict[str, Any]:
    return {
        "orientation": orientation,
        "x0": x0,
        "top": top,
        "x1": x1,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
    }


def covered_by(edges: Iterable[Edge], start: float, end: float) -> float:
    """The share (0..1) of what lies from ``start`` to ``end`` that edges of one line cover."""
    total = 0.0
    for _, first, last in edges:
        if first <= start and end <= last and end - start > SNAP:  # most sides are a part of one line
            return 1.0
        if first < end and start < last:
            total += (last if last < end else end) - (first if first > start else start)
    return min(1.0, total / max(0.1, end - start))


def near_edges(edges: Sequence[Edge], at: float) -> Sequence[Edge]:
    """Those of some sorted ``edges`` that are one line with what stands at ``at``."""
    first = last = bisect_left(edges, (at - SNAP,))
    while last < len(edges) and edges[last].at - at <= SNAP:
        last += 1
    return edges[first:last]
