"""Drawn lines as pdfplumber's table finder knows them: snapped, joined, crossed, and closed to cells.

pdfplumber does the geometry of lines that close cells; what it leaves open (tables cut by a page's end, tables without
an outer border) is closed by the lattice before it is asked.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from pdfplumber.table import edges_to_intersections, intersections_to_cells, merge_edges, snap_edges

SNAP = 2.4
"""Points: parallel lines this close are one (double borders, each cell drawing its own)."""

REACH = 3.2
"""Points by which a line may miss another and still touch it."""

EXACT = 3
"""Decimals of a snapped position: pdfplumber reaches it by adding, so that twins differ in the last bit."""


class Edge(NamedTuple):
    """A level or plumb line: ``at`` its fixed coordinate, ``start``..``end`` its extent."""

    at: float
    start: float
    end: float


Lattice = tuple[list[Edge], list[Edge]]
"""Level and plumb edges that hang together."""


def join_edges(level: Iterable[Edge], plumb: Iterable[Edge]) -> Lattice:
    """Snap parallel edges to common positions and join those that touch end to end."""
    near = snap_edges([*map(_flat, level), *map(_upright, plumb)], SNAP / 2, SNAP / 2)
    for item in near:
        for key in ("x0", "x1") if item["orientation"] == "v" else ("top", "bottom"):
            item[key] = round(item[key], EXACT)
    return _told(merge_edges(near, 0, 0, REACH, REACH))


def hang_together(level: Sequence[Edge], plumb: Sequence[Edge]) -> list[Lattice]:
    """The edges grouped by those that touch; edges that touch nothing are left out."""
    crossings = edges_to_intersections([*map(_flat, level), *map(_upright, plumb)], REACH, REACH)
    parent: dict[int, int] = {}
    members: dict[int, dict[str, Any]] = {}

    def root(key: int) -> int:
        while parent.setdefault(key, key) != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for crossing in crossings.values():
        touching = [*crossing["h"], *crossing["v"]]
        for edge in touching:
            members[id(edge)] = edge
            parent[root(id(edge))] = root(id(touching[0]))
    groups: dict[int, list[dict[str, Any]]] = {}
    for key, edge in members.items():
        groups.setdefault(root(key), []).append(edge)
    return [_told(group) for group in groups.values()]


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


def _told(noted: Iterable[dict[str, Any]]) -> Lattice:
    """The edges that pdfplumber noted as ours, in a fixed order."""
    level, plumb = [], []
    for item in noted:
        if item["orientation"] == "h":
            level.append(Edge(item["top"], item["x0"], item["x1"]))
        else:
            plumb.append(Edge(item["x0"], item["top"], item["bottom"]))
    return sorted(level), sorted(plumb)


def covered(edges: Sequence[Edge], at: float, start: float, end: float) -> float:
    """The share (0..1) of the side from ``start`` to ``end`` at ``at`` that is drawn."""
    total = 0.0
    for _, first, last in near_edges(edges, at):
        if first < end and start < last:
            total += (last if last < end else end) - (first if first > start else start)
    return min(1.0, total / max(0.1, end - start))


def near_edges(edges: Sequence[Edge], at: float) -> Sequence[Edge]:
    """Those of some sorted ``edges`` that are one line with what stands at ``at``."""
    first = last = bisect_left(edges, (at - SNAP,))
    while last < len(edges) and edges[last].at - at <= SNAP:
        last += 1
    return edges[first:last]
