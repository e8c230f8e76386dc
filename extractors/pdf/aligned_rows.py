"""Printed lines of a table without drawn columns -> its rows: which lines are one row's wrapped cells."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.pdf.lines import Line, Segment

CLOSE = 1.45
"""Times the font size: lines closer than this may be one wrapped cell."""

FULL_LINE = 0.9
"""Font sizes from baseline to baseline: lines closer than this stand in different cells of one row."""

USUAL_LEADING = 1.25
"""Font sizes from baseline to baseline, where no two lines of a table show it."""

WORD_SPACE, WIDE_SPACE = 0.25, 0.45
"""Font sizes between two words of a line, and what is more than that."""

LEVEL = 0.3
"""Font sizes by which a centred text may stand off the middle of its row."""

ROUNDED = 1.0
"""Points by which the distances of a cell's lines differ: browsers round them to their own points."""

STARTS = 1.0
"""Points by which the texts of one column may begin apart."""

Gap = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Row:
    """One printed line of a candidate table: its segments, bullets joined to their text."""

    line: Line
    segments: tuple[Segment, ...]
    band: int | None
    filled: bool

    @property
    def many(self) -> bool:
        """Whether the row has text in two columns at least."""
        return len(self.segments) > 1


def parted_row(row: Row, gaps: Sequence[Gap]) -> Row:
    """The row, its texts cut where a word begins just as a column does: a cell's text may fill it to the gutter."""
    parts: list[Segment] = []
    for segment in row.segments:
        begin = 0
        for at in range(1, len(segment.words)):
            before, word = segment.words[at - 1], segment.words[at]
            white = word.x0 - before.x1 >= WIDE_SPACE * word.size
            if white and any(abs(word.x0 - right) <= STARTS for _, right in gaps):
                parts.append(Segment(segment.words[begin:at]))
                begin = at
        parts.append(Segment(segment.words[begin:]) if begin else segment)
    return replace(row, segments=tuple(parts)) if len(parts) > len(row.segments) else row


def column_of(segment: Segment, gaps: Sequence[Gap]) -> int | None:
    """The column in which a segment stands; None where it crosses a gutter."""
    column = 0
    for left, right in gaps:
        if segment.x0 >= right - 1.0:
            column += 1
        elif segment.x1 > left + 1.0:
            return None
    return column


def are_one_row(above: Row, below: Row, gaps: Sequence[Gap]) -> bool:
    """Whether two single texts stand in different columns, less than a line apart: cells of one row, centred in it."""
    places = [column_of(row.segments[0], gaps) for row in (above, below)]
    return (
        None not in places
        and places[0] != places[1]
        and below.line.base - above.line.base < FULL_LINE * below.line.size
    )


def row_groups(run: Sequence[Row], gaps: Sequence[Gap], pace: float | None = None) -> list[list[Row]]:
    """Printed lines of one table row together: by bands, else by wider line distances, else by the first column.

    ``pace`` is the greatest step (font sizes) between two lines of one row, where the run is known to have such.
    """
    if len(run) == 1:
        return [[run[0]]]
    steps = [
        (below.line.base - above.line.base) / max(below.line.size, above.line.size)
        for above, below in itertools.pairwise(run)
    ]
    # Cells centred beside wrapped ones stand on baselines of their own, less than a line apart.
    leading = min([step for step in steps if step >= FULL_LINE], default=USUAL_LEADING)
    if min(steps) < FULL_LINE:
        leading = min(leading, USUAL_LEADING)
    spread = leading <= CLOSE and max(steps) > 1.25 * leading
    if min(steps) < FULL_LINE and all(row.band is None for row in run):
        centred = (None if spread else _centred_groups(run, gaps)) or _groups_by_middles(run, gaps)
        if centred is not None:
            return centred
    broad = _broad_bands(run, len(gaps) + 1) | (_body_band(run, pace) if pace is not None else set())
    wrapped = _wrapped_lines(run, gaps)
    groups: list[list[Row]] = [[run[0]]]
    for step, above, row in zip(steps, run, run[1:], strict=False):
        if (
            row.band not in broad
            and above.band not in broad
            and (row.band is not None or above.band is not None)
        ):
            fresh = row.band != above.band
            if fresh and (row.band is None or above.band is None) and not row.many and step <= CLOSE:
                fresh = False
        elif pace is not None:
            fresh = step > pace
        elif spread:
            fresh = step > 1.15 * leading or (
                step <= CLOSE and all(s.bold for s in above.segments) and row.many
            )
        else:
            fresh = column_of(row.segments[0], gaps) == 0 and id(row) not in wrapped
        fresh = fresh or (len(groups) == 1 and _is_head(groups[0]) and not all(s.bold for s in row.segments))
        if fresh:
            groups.append([row])
        else:
            groups[-1].append(row)
    return groups


def _is_head(group: Sequence[Row]) -> bool:
    """Whether a table's first lines are bold texts over three columns or more."""
    return len(group[0].segments) > 2 and all(segment.bold for row in group for segment in row.segments)


def _centred_groups(run: Sequence[Row], gaps: Sequence[Gap]) -> list[list[Row]] | None:
    """The rows of a table whose short cells stand level with the middle of wrapped ones; None where they do not.

    The columns with the fewest texts have one for each row, as far above the row's last line as below its first.
    """
    columns = [{column_of(segment, gaps) for segment in row.segments} for row in run]
    counts = Counter(column for line in columns for column in line)
    shared = [count for count in counts.values() if list(counts.values()).count(count) > 1]
    fewest = {column for column, count in counts.items() if shared and count == min(shared)}
    anchors = [index for index, line in enumerate(columns) if line & fewest]
    if not shared or len(anchors) != min(shared):
        return None
    groups: list[list[Row]] = []
    start = 0
    for anchor in anchors:
        if start > anchor:
            return None
        base, slack = run[anchor].line.base, LEVEL * run[anchor].line.size
        last = 2 * base - run[start].line.base
        end = max(index for index, row in enumerate(run) if row.line.base <= last + slack)
        if abs(run[end].line.base - last) > slack:
            return None
        groups.append(list(run[start : end + 1]))
        start = end + 1
    return groups if start == len(run) else None


def _groups_by_middles(run: Sequence[Row], gaps: Sequence[Gap]) -> list[list[Row]] | None:
    """The rows of a table all of whose cells, of any number of lines, have their middles at one height; else None.

    A column's lines are one cell where they follow each other at the table's least distance of two lines.
    """
    columns: dict[int | None, list[Segment]] = {}
    for row in run:
        for part in row.segments:
            columns.setdefault(column_of(part, gaps), []).append(part)
    if None in columns:
        return None
    pairs = [pair for column in columns.values() for pair in itertools.pairwise(column)]
    leading = min((below.base - above.base for above, below in pairs), default=0.0) + ROUNDED
    middles: list[list[float]] = []
    for column in columns.values():
        cells = [[column[0]]]
        for above, below in itertools.pairwise(column):
            if below.base - above.base <= leading:
                cells[-1].append(below)
            else:
                cells.append([below])
        middles.append([(cell[0].base + cell[-1].base) / 2 for cell in cells])
    rows = max(middles, key=len)
    slack = LEVEL * run[0].line.size
    if not all(min(abs(at - row) for row in rows) <= slack for column in middles for at in column):
        return None
    limits = [(above + below) / 2 for above, below in itertools.pairwise(rows)]
    groups: list[list[Row]] = [[] for _ in rows]
    for line in run:
        groups[sum(1 for limit in limits if line.line.base > limit)].append(line)
    return groups if all(groups) else None


def _wrapped_lines(run: Sequence[Row], gaps: Sequence[Gap]) -> set[int]:
    """The ids of lines that only go on with cells above them though they begin in the first column.

    Such a line has text under texts of the line above alone, in fewer columns than its row has, and none of its first
    words had room there. One of them at least must begin in lower case: the longest entry of a column has no room
    for a word either. Bold values under a line of plain labels are a form's, which has no second entry.
    """
    cells = [{column_of(segment, gaps): segment for segment in row.segments} for row in run]
    ends: dict[int | None, float] = {}
    for line in cells:
        for column, segment in line.items():
            ends[column] = max(ends.get(column, segment.x1), segment.x1)
    wrapped: set[int] = set()
    opened, lower = 0, is_strip(run)
    for index in range(1, len(run)):
        above, line = cells[index - 1], cells[index]
        inner = None not in line and line.keys() <= above.keys() and len(line) < len(cells[opened])
        if inner and 0 in line and all(_goes_on(above[at], line[at], ends[at]) for at in line):
            wrapped.add(id(run[index]))
            lower = lower or line[0].text[:1].islower()
        elif 0 in line:
            opened = index
    return wrapped if lower else set()


def is_strip(run: Sequence[Row]) -> bool:
    """Whether all lines but the first are bold, and that has a plain label over each text of the second."""
    first, *others = run
    if not others:
        return False
    plain = not any(segment.bold for segment in first.segments)
    bold = all(segment.bold for row in others for segment in row.segments)
    return plain and bold and len(first.segments) == len(others[0].segments)


def _goes_on(above: Segment, below: Segment, end: float) -> bool:
    """Whether the first word of the lower text had no room beside the upper one, in a column that ends there."""
    word = below.words[0]
    return above.bold == below.bold and above.x1 + WORD_SPACE * word.size + word.x1 - word.x0 > end


def _broad_bands(run: Sequence[Row], columns: int) -> set[int]:
    """Bands that hold three or more full rows: only the rules over and under a whole table's body."""
    counts: dict[int, int] = {}
    for row in run:
        if row.band is not None and len(row.segments) == columns:
            counts[row.band] = counts.get(row.band, 0) + 1
    return {band for band, count in counts.items() if count >= 3}


def _body_band(run: Sequence[Row], pace: float) -> set[int]:
    """The one band that holds all rows under the heads, where lines in it keep two paces: only the rules over and
    under the table's body, however few rows that has.
    """
    bands = {row.band for row in run[1:]}
    if len(bands) != 1 or run[0].band in bands:
        return set()
    opened = [
        row
        for above, row in itertools.pairwise(run)
        if row.line.base - above.line.base > pace * max(row.line.size, above.line.size)
    ]
    rows = len(opened) > 1 and all(row.many for row in opened)
    return {band for band in bands if band is not None} if rows else set()
