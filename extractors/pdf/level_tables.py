"""Tables of level rules that stand in one column of a page: they end where their rules end, not in the next column.

Typeset papers draw lines over and under a table's heads and under its last row alone. Seen cell by cell, such a table
is a heap of short texts and hides that it stands in a column; it is placed whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.document import Box
from extractors.pdf import boxes
from extractors.pdf.columns import Area, reading_areas
from extractors.pdf.gutters import LEAST_LINES, LEVEL, LEVEL_SHARE, Piece

SAME = 1.0
"""Points: bands that touch and begin and end so close together are rows of one table."""

OVERHANG = 4.0
"""Points by which a table's texts may stand out over its rules."""


def areas_around_tables(
    zones: Sequence[Sequence[Piece]],
    frame: Box,
    rules: Sequence[Box],
    lights: Sequence[Box],
    bands: Sequence[tuple[Box, bool]],
) -> list[Area]:
    """The areas of ``frame`` in reading order, zone by zone, as ``reading_areas`` tells them; each table of level rules
    (``bands``: the rows between them, and whether they are painted) with text of another column beside it is in one.
    """
    tables = _ruled(bands)
    return [
        Area(area.frame, tuple(_apart(area.pieces)))
        for zone in zones
        for area in reading_areas(_with_tables(zone, tables), frame, rules, lights)
    ]


def _with_tables(pieces: Sequence[Piece], tables: Sequence[Box]) -> list[Piece]:
    """The pieces, those of a table that stands in a column as one."""
    whole = list(pieces)
    for table in tables:
        inside = [piece for piece in whole if boxes.holds_center(table, piece.box)]
        text = len(inside) >= LEAST_LINES and all(piece.segment for piece in inside)
        if text and _stands_in_a_column(table, inside, whole):
            box = boxes.union([table, *(piece.box for piece in inside)])
            whole = [piece for piece in whole if piece not in inside]
            whole.append(Piece(box, -1, parts=tuple(inside)))
    return whole


def _apart(pieces: Sequence[Piece]) -> Iterator[Piece]:
    for piece in pieces:
        yield from piece.parts or (piece,)


def _ruled(bands: Sequence[tuple[Box, bool]]) -> list[Box]:
    """Where rows between level rules stand directly under each other: at least a head and what it stands over."""
    stacks: list[list[Box]] = []
    for band in sorted(box for box, filled in bands if not filled):
        for stack in stacks:
            x0, _, x1, bottom = stack[-1]
            if max(abs(band[0] - x0), abs(band[2] - x1), abs(band[1] - bottom)) <= SAME:
                stack.append(band)
                break
        else:
            stacks.append([band])
    return [boxes.union(stack) for stack in stacks if len(stack) > 1]


def _stands_in_a_column(table: Box, inside: Sequence[Piece], pieces: Sequence[Piece]) -> bool:
    """Whether lines beside a table are those of another column: none crosses its sides, and most stand level with
    none of its rows.
    """
    x0, top, x1, bottom = table
    beside = [piece for piece in pieces if piece not in inside and top < boxes.center(piece.box)[1] < bottom]
    if any(piece.box[0] < x1 - OVERHANG and piece.box[2] > x0 + OVERHANG for piece in beside):
        return False
    lines = [piece.segment for piece in beside if piece.segment is not None]
    rows = [piece.segment.base for piece in inside if piece.segment is not None]
    level = sum(1 for line in lines if any(abs(line.base - base) < LEVEL for base in rows))
    return bool(beside) and level < LEVEL_SHARE * len(beside)
