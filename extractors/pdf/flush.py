"""Columns of justified text: lines on both sides of a white strip end level with each other, as cells never do."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.pdf import boxes
from extractors.pdf.gutters import GUTTER, LEAST_LETTERS, Gap, Piece, Row

FLUSH = 0.7
"""Points by which justified lines end apart."""

LEAST_FLUSH = 3
"""Lines of a column that end at its side: ragged ones do so by chance, but not as many."""

FOLLOWING = 0.9
"""Times a line's height: white over a line that goes on with its column, where no lines are justified."""


def are_flush(rows: Sequence[Row], gutter: Gap) -> bool:
    """Whether long lines on both sides of a gutter end where their column does."""
    return all(_flush_end(side) is not None for side in _sides(rows, gutter))


def _sides(rows: Sequence[Row], gutter: Gap) -> tuple[list[Piece], list[Piece]]:
    pieces = [piece for row in rows for piece in row.pieces]
    return [p for p in pieces if p.box[0] < gutter[1]], [p for p in pieces if p.box[0] >= gutter[1]]


def _flush_end(pieces: Sequence[Piece]) -> float | None:
    """Where the long lines of a column end, None where they are ragged."""
    ends = [piece.box[2] for piece in pieces if piece.segment and len(piece.segment.text) >= LEAST_LETTERS]
    last = max(ends, default=0.0)
    return last if sum(1 for end in ends if last - end <= FLUSH) >= LEAST_FLUSH else None


def with_tail(rows: Sequence[Row], start: int, end: int, gutter: Gap) -> int:
    """Take in the rows after a band (``start`` to ``end``) in which only one column goes on without a break; the left
    one's lines may be longer there than beside the right one. A left column that is justified goes on however far
    below, to its last justified line or to the end of both.
    """
    widest = max(gutter[0], min(sum(gutter) / 2, gutter[1] - GUTTER))
    bottom = max(piece.box[3] for piece in rows[end - 1].pieces)
    left, right = (_flush_end(side) for side in _sides(rows[start:end], gutter))
    broken = False
    last = end
    for at in range(end, len(rows)):
        row = rows[at].pieces
        leftmost = all(piece.box[2] <= widest for piece in row)
        if not leftmost and not all(piece.box[0] >= gutter[1] for piece in row):
            return last
        broken = broken or row[0].box[1] - bottom > FOLLOWING * boxes.height(row[0].box)
        if broken and (left is None or not leftmost):
            return last
        bottom = max(piece.box[3] for piece in row)
        if not broken or any(abs(piece.box[2] - (left or 0.0)) <= FLUSH for piece in row):
            last = at + 1
    return last if left is None or right is None else len(rows)
