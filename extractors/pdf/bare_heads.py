"""Heads set to the left over amounts set to the right: they share no upright strip, and yet are one column."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.pdf.aligned_rows import Gap, Row, column_of
from extractors.pdf.lines import Segment

SAME_END = 3.0
"""Points by which the ends of a column's amounts differ, which stand below each other."""

LEAST_AMOUNTS = 2
"""Rows under such a head."""


def with_heads_over(run: Sequence[Row], gaps: Sequence[Gap]) -> list[Gap]:
    """The gutters without those between a head that nothing stands under and amounts that have no head."""
    columns: list[list[tuple[int, Segment]]] = [[] for _ in range(len(gaps) + 1)]
    for number, row in enumerate(run):
        for segment in row.segments:
            home = column_of(segment, gaps)
            if home is not None:
                columns[home].append((number, segment))
    return [
        gap
        for at, gap in enumerate(gaps)
        if not (at and _is_bare(columns[at]) and _are_amounts(columns[at + 1]))
    ]


def _is_bare(column: Sequence[tuple[int, Segment]]) -> bool:
    return [number for number, _ in column] == [0]


def _are_amounts(column: Sequence[tuple[int, Segment]]) -> bool:
    """Whether a column has no head and figures that end below each other."""
    if len(column) < LEAST_AMOUNTS or column[0][0] == 0:
        return False
    ends = [segment.x1 for _, segment in column]
    figures = all(any(char.isdigit() for char in segment.text) for _, segment in column)
    return figures and max(ends) - min(ends) <= SAME_END
