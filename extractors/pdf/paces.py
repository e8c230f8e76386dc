"""Two paces of an undrawn table's lines: those of one cell stand closer together than its rows, however wide both are.

Documents set at one and a half lines have wrapped cells whose lines stand as far apart as the rows of another table:
only that there are two distances, and which lines keep to which, tells the rows.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from extractors.pdf.aligned_rows import WORD_SPACE, Gap, Row, column_of
from extractors.pdf.lines import Segment

WIDEST = 1.9
"""Font sizes from baseline to baseline: lines farther apart are of different cells."""

SAME = 1.03
"""Times the distance of two lines: printers round baselines by less."""

APART = 1.07
"""Times the distance of a cell's lines: rows stand at least so far apart."""

NEAR = 3.0
"""Points by which the lines of one cell may begin apart."""

PADDING = 11.0
"""Points of white that word processors leave between the texts of two cells."""


def wraps_below(run: Sequence[Row], row: Row, gaps: Sequence[Gap]) -> bool:
    """Whether a single text goes on with a cell of the line above: its first word had no room there, and it stands
    closer to that line than rows of the run stand to each other.
    """
    above, text = run[-1], row.segments[0]
    step = row.line.base - above.line.base
    steps = [b.line.base - a.line.base for a, b in itertools.pairwise(run) if a.many and b.many]
    if not steps or step > WIDEST * row.line.size or step * APART > max(steps):
        return False
    return any(abs(part.x0 - text.x0) <= NEAR and _no_room(part, text, gaps) for part in above.segments)


def wrapped_pace(run: Sequence[Row], gaps: Sequence[Gap]) -> float | None:
    """The greatest step (font sizes) between lines of one row of a run; None where the run has no two paces.

    Lines that follow at the lesser pace go on with cells of their row, those that follow farther down begin in the
    first column and hold several texts; there is no pace between the two.
    """
    steps = [
        (below.line.base - above.line.base) / max(below.line.size, above.line.size)
        for above, below in itertools.pairwise(run)
    ]
    least = min(steps, default=WIDEST)
    if not steps or least > WIDEST or any(least * SAME < step < least * APART for step in steps):
        return None
    wrapped = False
    opened = run[0]
    for step, above, row in zip(steps, run, run[1:], strict=False):
        if step > least * SAME:
            if column_of(row.segments[0], gaps) != 0 or not row.many:
                return None
            opened = row
        elif not _goes_on(opened, above, row, gaps):
            return None
        else:
            wrapped = True
    return least * SAME if wrapped and max(steps) > least * SAME else None


def _goes_on(opened: Row, above: Row, row: Row, gaps: Sequence[Gap]) -> bool:
    """Whether each text of a line stands under one of its row's, in fewer columns than the row has."""
    known = {column_of(part, gaps) for part in opened.segments}
    here = {column_of(part, gaps): part for part in row.segments}
    over = {column_of(part, gaps): part for part in above.segments}
    if None in here or not here.keys() <= known or len(here) >= len(known):
        return False
    return all(at not in over or _no_room(over[at], part, gaps) for at, part in here.items())


def _no_room(above: Segment, below: Segment, gaps: Sequence[Gap]) -> bool:
    """Whether the first word of the lower text had no room beside the upper one before the next column begins."""
    word = below.words[0]
    limit = next((right for _, right in gaps if right > above.x0), None)
    needed = above.x1 + WORD_SPACE * word.size + word.x1 - word.x0
    return above.bold == below.bold and (limit is None or needed > limit - PADDING)
