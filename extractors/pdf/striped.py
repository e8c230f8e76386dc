"""Tables whose rows are painted by turns, side by side: each is read by itself, however level their rows stand.

Paint as wide as one table ends where it ends, so that the rows of its neighbour are none of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.document import Box
from extractors.pdf import boxes
from extractors.pdf.gutters import GUTTER
from extractors.pdf.lines import Line, make_lines
from extractors.pdf.primitives import Word

SAME_ENDS = 4.0
"""Points: painted rows that begin and end so close together are rows of one table."""

LEAST_PAINTED = 2
"""Painted rows of a table: a head and every other row."""

PLAIN = 3.0
"""Times a painted row's height: the plain row between two of them is no higher."""

LEVEL = 3.0
"""Points by which the starts of one column's texts may differ."""

WRAPPED = 1.5
"""Font sizes from baseline to baseline within the cells of a plain last row."""


def find_striped(bands: Sequence[tuple[Box, bool]], words: Sequence[Word], grids: Sequence[Box]) -> list[Box]:
    """The boxes of tables of painted and plain rows that have another one beside them, from the top.

    ``bands`` are the rows that paint shows; ``grids``: where tables are drawn.
    """
    painted = [
        band for band, filled in bands if filled and not any(boxes.shared(band, grid) > 0.5 for grid in grids)
    ]
    tables = [table for table in _stacks(painted, words) if len(table) >= LEAST_PAINTED]
    found = [_whole(table, words) for table in tables]
    return sorted(
        (box for box in found if any(_beside(box, other) for other in found)),
        key=lambda box: (box[1], box[0]),
    )


def _stacks(painted: Sequence[Box], words: Sequence[Word]) -> Iterator[list[Box]]:
    """Painted rows of one width with no more than a plain row between each two."""
    stacks: list[list[Box]] = []
    for band in sorted(painted, key=lambda band: (band[1], band[0])):
        if not _has_columns(_lines(band, words)):
            continue
        for stack in reversed(stacks):
            above = stack[-1]
            same = abs(above[0] - band[0]) <= SAME_ENDS and abs(above[2] - band[2]) <= SAME_ENDS
            if same and _goes_on(above, band, words):
                stack.append(band)
                break
        else:
            stacks.append([band])
    yield from stacks


def _goes_on(above: Box, band: Box, words: Sequence[Word]) -> bool:
    """Whether nothing or a plain row with columns of its own stands between two painted rows."""
    high = band[1] - above[3]
    if high > PLAIN * max(boxes.height(above), boxes.height(band)):
        return False
    between = _lines((above[0], above[3], above[2], band[1]), words)
    return _has_columns(between[:1]) if between else high <= SAME_ENDS


def _lines(box: Box, words: Sequence[Word]) -> list[Line]:
    return make_lines(word for word in words if not word.turned and boxes.holds_center(box, word.box))


def _has_columns(lines: Sequence[Line]) -> bool:
    return any(len(line.segments) > 1 for line in lines)


def _whole(table: Sequence[Box], words: Sequence[Word]) -> Box:
    """The box of a table's painted rows and of the plain row under the last one, where there is one."""
    x0, top, x1, bottom = boxes.union(table)
    last = table[-1]
    starts = [segment.x0 for line in _lines(last, words) for segment in line.segments]
    row: list[Line] = []
    for line in _lines((x0, bottom, x1, bottom + boxes.height(last) * PLAIN), words):
        if row and line.base - row[-1].base > WRAPPED * line.size:
            break
        row.append(line)
    texts = [segment for line in row for segment in line.segments]
    kept = all(any(abs(text.x0 - start) <= LEVEL for start in starts) for text in texts)
    near = bool(row) and row[0].box[1] - bottom < boxes.height(last)
    if not (near and kept and _has_columns(row[:1])):
        return (x0, top, x1, bottom)
    return (x0, top, x1, max(line.box[3] for line in row) + 1.0)


def _beside(box: Box, other: Box) -> bool:
    """Whether two tables stand side by side, white between them, one no lower than where the other ends."""
    apart = other[0] - box[2] >= GUTTER or box[0] - other[2] >= GUTTER
    return apart and min(box[3], other[3]) > max(box[1], other[1])
