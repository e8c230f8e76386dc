"""White strips that run down through rows of text and tables, and what stands on both sides of them, row by row."""

from __future__ import annotations

import itertools
import operator
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from extractors.document import Box
from extractors.pdf import boxes
from extractors.pdf.bullets import DASHES, SIGNS
from extractors.pdf.lines import Segment
from extractors.pdf.reckoned import Reckoned

GUTTER = 11.0
"""Points: the least width of the white strip between two columns."""

NARROW = 8.0
"""Points: the least width of one between columns of justified text."""

LEAST_LINES = 3
"""A column has at least so many lines; fewer are labels and values side by side."""

LEVEL = 1.6
"""Points: baselines this close are one."""

LEVEL_SHARE = 0.75
"""Where fewer of the right side's lines than this stand on baselines of the left side, the sides are independent."""

LEAST_LETTERS = 22
"""Characters of the usual line of a column of running text; shorter ones are a table's cells."""

WORDY = 0.5 * LEAST_LETTERS
"""Characters of the usual line of what are no single words and figures."""

LEAST_SIGNS = 2
"""Lines of a list that begin with a bullet."""

LOW_TABLE = 45.0
"""Points: a tile is no higher."""

LEAST_TITLED = 2
"""Low tables, each with its title, that are a column."""

TALL_TABLE = 60.0
"""Points: a table this high is as good as lines of text."""

PADDING, WIDE_TABLE = 5.6, 60.0
"""Points between a table's side and the text in its cells (Word: 5.4); what is narrower is a box or a tile."""

Gap = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Piece:
    """A segment of text, or a thing that is placed whole (a table, a figure): ``segment`` is None; ``parts`` are the
    pieces of a table whose columns are not known yet.
    """

    box: Box
    index: int
    segment: Segment | None = None
    parts: tuple[Piece, ...] = ()


def without_padding(table: Box) -> Box:
    """A table's box without what its outer cells leave white at its sides: that belongs to the gutters beside it."""
    x0, top, x1, bottom = table
    return table if x1 - x0 < WIDE_TABLE else (x0 + PADDING, top, x1 - PADDING, bottom)


class Side(NamedTuple):
    """What stands on one side of a gutter: how many pieces, lines, tall tables; of the lines, how many are no single
    words, how many as long as running text, how many begin with a bullet.
    """

    pieces: int = 0
    lines: int = 0
    tables: int = 0
    wordy: int = 0
    long: int = 0
    signs: int = 0
    low: int = 0
    """Tables lower than tall ones and higher than tiles."""

    def with_more(self, other: Side) -> Side:
        """Both together."""
        return Side(*map(operator.add, self, other))

    def without(self, other: Side) -> Side:
        """This side less what is part of it."""
        return Side(*map(operator.sub, self, other))

    @property
    def heavy(self) -> bool:
        """Whether it is more than a label or a value; low tables under their titles are."""
        return self.lines >= LEAST_LINES or self.tables > 0 or self.titled

    @property
    def titled(self) -> bool:
        """Whether it is low tables under their titles."""
        return min(self.low, self.lines) >= LEAST_TITLED and self.low == self.pieces - self.lines


class Sides(NamedTuple):
    """What stands left and right of a gutter; ``level``: lines of the right that have one of the left beside them."""

    left: Side = Side()
    right: Side = Side()
    level: int = 0

    def with_more(self, other: Sides) -> Sides:
        """Those of further rows too."""
        return Sides(
            self.left.with_more(other.left), self.right.with_more(other.right), self.level + other.level
        )

    def hold_tables(self) -> bool:
        """Whether a table stands on either side, however low."""
        return any(side.tables or side.low for side in (self.left, self.right))

    def are_columns(self) -> bool | None:
        """Whether both sides are read one after the other, not across; None where their lines must be looked at."""
        left, right = self.left, self.right
        if left.pieces and right.pieces and not left.lines and not right.lines:
            return True
        if not left.heavy or not right.heavy:
            return False
        if left.tables or right.tables or left.titled or right.titled:
            return True
        if left.signs >= LEAST_SIGNS and right.signs >= LEAST_SIGNS:
            return True
        wordy = _both(_usual(left.wordy, left.lines), _usual(right.wordy, right.lines))
        if wordy is not False and self.level < LEVEL_SHARE * min(left.lines, right.lines):
            return wordy
        long = _both(_usual(left.long, left.lines), _usual(right.long, right.lines))
        return False if long is False else None


def _usual(having: int, lines: int) -> bool | None:
    """Whether the median line has what ``having`` of them have; None where half of them do."""
    return None if 2 * having == lines else 2 * having > lines


def _both(one: bool | None, other: bool | None) -> bool | None:
    if one is False or other is False:
        return False
    return True if one and other else None


class Row:
    """Pieces that overlap in height, and the white strips between them, those at the frame's sides included."""

    def __init__(self, pieces: Sequence[Piece], frame: Box) -> None:
        self.pieces = pieces
        self._ordered = sorted(pieces, key=lambda piece: (piece.box[0], piece.box[2]))
        self._starts = [piece.box[0] for piece in self._ordered]
        self._frame = frame
        self._parted: dict[int, Sides] = {}

    @Reckoned
    def x0(self) -> float:
        """Where its first piece begins."""
        return self._starts[0]

    @Reckoned
    def x1(self) -> float:
        """Where the last of its pieces ends."""
        return max(piece.box[2] for piece in self.pieces)

    @Reckoned
    def gaps(self) -> list[Gap]:
        """The white strips from left to right."""
        gaps: list[Gap] = []
        at = self._frame[0] - 1.0
        for piece in self._ordered:
            if piece.box[0] - at >= NARROW:
                gaps.append((at, piece.box[0]))
            at = max(at, piece.box[2])
        gaps.append((at, self._frame[2] + GUTTER + 1.0))
        return gaps

    @Reckoned
    def _sums(self) -> list[Side]:
        """What the first pieces are together: none of them, the first, the first two, ..."""
        return list(itertools.accumulate(map(_weighed, self._ordered), Side.with_more, initial=Side()))

    def parted(self, gap: Gap) -> Sides:
        """What stands on both sides of a strip through which none of the pieces reaches."""
        count = bisect_left(self._starts, gap[1])
        if count not in self._parted:
            left = self._sums[count]
            before, after = _segments(self._ordered[:count]), _segments(self._ordered[count:])
            bases = [segment.base for segment in before]
            level = sum(1 for segment in after if any(abs(segment.base - base) < LEVEL for base in bases))
            self._parted[count] = Sides(left, self._sums[-1].without(left), level)
        return self._parted[count]


def _weighed(piece: Piece) -> Side:
    if piece.segment is None:
        high = boxes.height(piece.box)
        return Side(pieces=1, tables=int(high > TALL_TABLE), low=int(LOW_TABLE < high <= TALL_TABLE))
    text = piece.segment.text
    bulleted = len(text) > 1 and (text[0] in SIGNS or text[0] in DASHES)  # a dash alone is an empty cell
    return Side(1, 1, 0, int(len(text) >= WORDY), int(len(text) >= LEAST_LETTERS), int(bulleted))


def _segments(pieces: Sequence[Piece]) -> list[Segment]:
    return [piece.segment for piece in pieces if piece.segment is not None]


def narrowed(gaps: Sequence[tuple[Gap, Sides]], row: Row) -> list[tuple[Gap, Sides]]:
    """What a row leaves of strips, from left to right, and what stands on both sides of them with it."""
    left = []
    others = row.gaps
    at = 0
    for gap, sides in gaps:
        while at < len(others) - 1 and others[at][1] <= gap[0]:
            at += 1
        for other in others[at:]:
            if other[0] >= gap[1]:
                break
            both = (max(gap[0], other[0]), min(gap[1], other[1]))
            if both[1] - both[0] >= NARROW:
                left.append((both, sides.with_more(row.parted(both))))
    return left
