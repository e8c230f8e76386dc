"""Headings of columns side by side that stand at unlike heights: each heads its own column, not what follows both."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.document import Box
from extractors.pdf import boxes
from extractors.pdf.gutters import Gap, Piece, Row

SAME = 2.0
"""Points: a heading begins no farther from where its column's texts do."""

NEAR = 1.5
"""Times the heading's height: white between headings of two columns, and between them and their columns."""

MOST_ROWS = 6
"""Lines from the headings of two columns to where both are beside each other."""

HEADS = 2
"""One for each column."""


def heads_over(rows: Sequence[Row], gutter: Gap, band: Sequence[Piece]) -> list[Piece]:
    """What stands at the end of ``rows`` over a band of columns from two headings on, one on each side of the
    ``gutter``: lines that begin where the columns do, by turns left and right.

    Each heading stands over its own column, bold and larger than all of the band's texts.
    """
    largest = max((piece.segment.size for piece in band if piece.segment is not None), default=0.0)
    top = min(piece.box[1] for piece in band)
    over: list[Piece] = []
    heads: list[Piece] = []
    for row in rows[: -MOST_ROWS - 1 : -1]:
        sides = [_side(piece, gutter, band) for piece in row.pieces]
        lowest = max(piece.box[3] for piece in row.pieces)
        if None in sides or top - lowest > NEAR * boxes.height(row.pieces[0].box):
            return []
        over = [*row.pieces, *over]
        top = min(piece.box[1] for piece in row.pieces)
        heads += [piece for piece in row.pieces if _is_head(piece, largest)]
        if len(heads) == HEADS:
            beside = {_side(piece, gutter, band) for piece in heads} == {"left", "right"}
            return over if beside and heads[-1] is over[0] and heads[0] is over[1] else []
    return []


def _is_head(piece: Piece, largest: float) -> bool:
    return piece.segment is not None and piece.segment.bold and piece.segment.size > largest


def _side(piece: Piece, gutter: Gap, band: Sequence[Piece]) -> str | None:
    """On which side of a gutter a line begins where the column there does; None where it does not, or runs across."""
    if piece.segment is None:
        return None
    if _begins(piece.box, band, gutter[1] - SAME, float("inf")):
        return "right"
    left = piece.box[2] <= gutter[1] and _begins(piece.box, band, 0.0, gutter[0])
    return "left" if left else None


def _begins(box: Box, band: Sequence[Piece], left: float, right: float) -> bool:
    """Whether a heading begins where the column between two places does."""
    starts = [piece.box[0] for piece in band if left <= piece.box[0] < right]
    return bool(starts) and abs(min(starts) - box[0]) <= SAME
