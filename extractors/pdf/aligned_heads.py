"""The heads of tables without drawn columns: which line they are, and the columns that they show."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.pdf.aligned_rows import Gap, Row, column_of
from extractors.pdf.lines import Segment
from extractors.pdf.primitives import Word

LEAST_WHITE = 3.0
"""Points of white that are left between two columns in all rows together."""

NEAR = 3.0
"""Points: starts, ends or middles of a column's texts that agree this closely are aligned."""

FAR = 3.4
"""Times the font size: rows farther apart belong to different tables."""

HEADING = 1.1
"""Times the size of the row above: a single text set so large is the next heading."""

LEAST_SLANTED = 2
"""Texts of a line in italics: more are heads over columns; two may be a label and its value, or names and dates."""

_SECTION = re.compile(r"(?:\d+|[A-Z])(?:\.\d+)*\.?")
"""The number of a section, which typesetters set a wide gap before its title."""


def is_numbered_title(rows: Sequence[Row], index: int) -> bool:
    """Whether a line is a section's number and title, set larger than a line beside it: no row of a table."""
    parts = rows[index].segments
    if len(parts) != 2 or not _SECTION.fullmatch(parts[0].text):
        return False
    beside = [rows[at].line.size for at in (index - 1, index + 1) if 0 <= at < len(rows)]
    return any(rows[index].line.size > HEADING * size for size in beside)


def is_headed(run: Sequence[Row]) -> bool:
    """Whether the first row looks like a header: bold, in italics or filled while most other rows are not."""
    first, others = run[0], run[1:]
    if not others or not first.many:
        return False
    bold = all(segment.bold for segment in first.segments)
    plain = sum(1 for row in others if not all(segment.bold for segment in row.segments))
    if len(first.segments) > LEAST_SLANTED and _is_italic(first) and not any(map(_is_italic, others)):
        return True
    unfilled = sum(1 for row in others if not row.filled)
    return (bold and plain >= 0.6 * len(others)) or (first.filled and unfilled >= 0.4 * len(others))


def is_head(row: Row) -> bool:
    """Whether all texts of several columns are bold: the head of a table."""
    return row.many and all(segment.bold for segment in row.segments)


def with_empty_columns(gaps: Sequence[Gap], head: Row, run: Sequence[Row]) -> list[Gap]:
    """The gutters and those before heads under which no words stand: a column of lights, or one not filled in."""
    found = list(gaps)
    for left, right in itertools.pairwise(head.segments):
        within = [
            part
            for row in run
            for part in row.segments
            if part.x0 >= left.x0 - NEAR and column_of(part, gaps) == column_of(right, gaps)
        ]
        free = (max([left.x1, *(part.x1 for part in within)]), right.x0)
        if column_of(left, gaps) == column_of(right, gaps) is not None and free[1] - free[0] >= LEAST_WHITE:
            found.append(free)
    return sorted(found)


def close_head(head: Row, below: Row, gaps: Sequence[Gap]) -> Row | None:
    """The line over a table as its head, cut at the table's columns: heads may stand a word space apart.

    None where it is set like the row below it, or does not keep the columns.
    """
    faces = [{(word.look.font, word.look.color) for word in row.line.words} for row in (head, below)]
    far = below.line.base - head.line.base > FAR * below.line.size
    if far or head.line.size > HEADING * below.line.size or (len(head.segments) == 1 and is_head(below)):
        return None  # the heading of the section, over the heads
    if head.line.words[0].turned or faces[0] & faces[1] or len(head.segments) > len(gaps):
        return None
    parts: list[list[Word]] = [[] for _ in range(len(gaps) + 1)]
    for word in head.line.words:
        parts[sum(1 for left, right in gaps if (word.x0 + word.x1) > left + right)].append(word)
    cut = replace(head, segments=tuple(Segment(tuple(part)) for part in parts if part))
    whole = all(parts[1:]) and all(right - left >= LEAST_WHITE for left, right in left_by(gaps, cut))
    return cut if whole else None


def over_head(above: Sequence[Row], head: Row, gaps: Sequence[Gap]) -> Row | None:
    """The first line of heads that wrap, one of them alone: it stands within the same painted band and one column."""
    row = above[-1] if above else None
    if row is None or row.band is None or row.band != head.band or not row.filled or row.many:
        return None
    faces = [
        {(word.look.font, word.look.size, word.look.color) for word in one.line.words} for one in (row, head)
    ]
    return row if faces[0] == faces[1] and column_of(row.segments[0], gaps) is not None else None


def left_by(gaps: Sequence[Gap], head: Row | None) -> list[Gap]:
    """What a head leaves of gutters, each of its texts on one side."""
    segments = head.segments if head is not None else ()
    return [
        (
            max([left, *(part.x1 for part in segments if part.x0 + part.x1 <= left + right)]),
            min([right, *(part.x0 for part in segments if part.x0 + part.x1 > left + right)]),
        )
        for left, right in gaps
    ]


def _is_italic(row: Row) -> bool:
    return all(word.look.italic for word in row.line.words)
