"""Rows under a line of heads that are a table's, though its cells stand on baselines of their own."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.pdf.bullets import DASHES, SIGNS
from extractors.pdf.gutters import Row
from extractors.pdf.lines import Segment

LEAST_HEADS = 3
"""Two bold texts side by side may head two columns of text."""

LEAST_SHORT = 2
"""Columns of dates, figures, names: with so many of them it is a table."""

SHORT = 3
"""Words of such a text."""

NEAR = 3.0
"""Points: starts, ends or middles of a column's texts and its head agree this closely."""

FAR = 3.4
"""Font sizes from baseline to baseline: rows farther apart are not of one table."""

LARGER = 1.1
"""Times the heads' size: a text set so large is the next heading."""


def headed_rows(rows: Sequence[Row]) -> int:
    """How many rows from the first one are a line of heads and the table under it; 0 where it heads none."""
    heads = _heads(rows[0])
    if not heads:
        return 0
    texts: list[list[Segment]] = [[] for _ in heads]
    count, base = 1, heads[0].base
    for row in rows[1:]:
        segments = [piece.segment for piece in row.pieces if piece.segment is not None]
        homes = [_home(segment, heads) for segment in segments]
        if len(segments) < len(row.pieces) or None in homes:
            break
        if any(segment.size > LARGER * heads[0].size for segment in segments):
            break
        if min(segment.base for segment in segments) - base > FAR * heads[0].size:
            break
        for segment, home in zip(segments, homes, strict=True):
            texts[home or 0].append(segment)
        base = max(segment.base for segment in segments)
        count += 1
    short = [column for column in texts[1:] if len(column) > 1 and all(map(_is_short, column))]
    return count if len(short) >= LEAST_SHORT else 0


def _heads(row: Row) -> list[Segment]:
    """The bold texts of a line of heads, from left to right; none of any other row."""
    heads = [piece.segment for piece in row.pieces if piece.segment is not None]
    level = len({round(head.base) for head in heads}) == 1
    if len(heads) < max(LEAST_HEADS, len(row.pieces)) or not level or not all(head.bold for head in heads):
        return []
    return sorted(heads, key=lambda head: head.x0)


def _home(segment: Segment, heads: Sequence[Segment]) -> int | None:
    for index, head in enumerate(heads):
        sides = abs(segment.x0 - head.x0), abs(segment.x1 - head.x1)
        if min(*sides, abs(segment.x0 + segment.x1 - head.x0 - head.x1) / 2) <= NEAR:
            return index
    return None


def _is_short(segment: Segment) -> bool:
    text = segment.text
    return len(segment.words) <= SHORT and text[:1] not in SIGNS and text[:1] not in DASHES
