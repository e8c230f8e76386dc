"""Rows of wrapped cells whose texts begin level in all columns: a table's, however long its cells run."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from extractors.pdf.bullets import DASHES, SIGNS
from extractors.pdf.gutters import LEVEL, Row
from extractors.pdf.lines import Segment

NEAR = 3.0
"""Points: texts of one column begin no farther apart."""

STEP = 1.2
"""Times the distance of two lines of one text: what stands farther below begins the next row."""

FAR = 3.4
"""Font sizes from baseline to baseline: rows farther apart are not of one table."""

LEAST_STARTS = 3
"""Rows that begin level: paragraphs of two columns of text do so twice by chance."""

LEAST_SHARE = 0.7
"""Of the rows of the first column those that have a text beside them: cells may be empty."""


def level_rows(rows: Sequence[Row]) -> int:
    """How many rows of text from the first are a table's, told by where its texts begin; 0 where they are none."""
    first = _segments(rows[0])
    if len(first) < max(2, len(rows[0].pieces)):
        return 0
    starts = [segment.x0 for segment in first]
    columns: list[list[Segment]] = [[] for _ in starts]
    count = 0
    for row in rows:
        parts = _segments(row)
        homes = [_home(part, starts) for part in parts]
        below = parts[0].base - columns[0][-1].base if parts and columns[0] else 0.0
        if len(parts) < len(row.pieces) or None in homes or below > FAR * parts[0].size:
            break
        for part, home in zip(parts, homes, strict=True):
            columns[home or 0].append(part)
        count += 1
    return count if all(map(len, columns)) and _begin_level(columns) else 0


def _begin_level(columns: Sequence[Sequence[Segment]]) -> bool:
    """Whether the texts of the other columns begin where those of the first one do."""
    pairs = [pair for column in columns for pair in itertools.pairwise(column)]
    leading = min((below.base - above.base for above, below in pairs), default=0.0)
    first, *others = (list(_starts(column, leading)) for column in columns)
    if any(_are_listed(found) for found in (first, *others)):
        return False
    for found in others:
        if not all(any(abs(one.base - other.base) <= LEVEL for other in first) for one in found):
            return False
    beside = min(len(found) for found in others)
    return beside >= max(LEAST_STARTS, LEAST_SHARE * len(first)) and any(
        len(column) > len(first) for column in columns
    )


def _starts(column: Sequence[Segment], leading: float) -> Iterator[Segment]:
    """The lines with which the texts of a column begin."""
    yield column[0]
    for above, below in itertools.pairwise(column):
        if below.base - above.base > STEP * leading:
            yield below


def _are_listed(starts: Sequence[Segment]) -> bool:
    """Whether texts begin with bullets: lists stand beside each other as columns do."""
    marked = sum(1 for segment in starts if segment.text[:1] in SIGNS or segment.text[:1] in DASHES)
    return marked * 2 >= len(starts)


def _segments(row: Row) -> list[Segment]:
    parts = [piece.segment for piece in row.pieces if piece.segment is not None]
    return sorted(parts, key=lambda segment: segment.x0)


def _home(segment: Segment, starts: Sequence[float]) -> int | None:
    return next((index for index, x in enumerate(starts) if abs(segment.x0 - x) <= NEAR), None)
