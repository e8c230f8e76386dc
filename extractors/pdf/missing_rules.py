"""Drawn rows that hold several: a table's lines may run over its heads and under its last row alone.

Such a row's cells have one line each level with the first column's, or go on closer below it. What stands so is a row
of its own; cells that wrap each in their own way, and lists beside each other, are left as they are.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractors.pdf.bullets import split_marker
from extractors.pdf.entry_rows import entry_cuts
from extractors.pdf.lattice import Grid, GridCell
from extractors.pdf.levels import LEVEL, between, levels_of
from extractors.pdf.lines import Line, make_lines
from extractors.pdf.middles import Middles
from extractors.pdf.primitives import Word

HEAD_AND_BODY = 2
"""Rows of a table that draws no line between its rows."""

LEAST_COLUMNS = 3
"""Two cells of two lines each may be a label and its value; three are rows."""

LABEL_AND_SUM = 2
"""Columns: sums under each other beside as many labels are rows too."""

WIDE_SET = 1.4
"""Font sizes from baseline to baseline: lines of one paragraph are closer."""

WIDER = 1.15
"""Times the distance of a cell's lines: rows stand farther apart than those."""

LEAST_LABELS, LABEL_WORDS = 3, 4
"""Lines of a form's first column where no line is drawn between its rows, and words of the longest of them."""

SHORT = 3
"""Words: dates, sums, names and ratings have no more; lists beside each other have no column of nothing but such."""

LEAST_SUMS = 3
"""Lines of sums or dates alone: a single date may be wrapped in two."""

LEAST_LEVEL = 0.5
"""Of the columns: so many have a line level with the first one's where a row begins."""

LEAST_CLOSE = 3
"""Rows no farther apart than lines: two may be a cell's two paragraphs."""

PADDING, SPACE, SKIPPED = 2.0, 0.3, 1.5
"""Points at a cell's sides; of the font size, between words; times the distance of lines: one is left out."""


def split_rows(grid: Grid, words: Middles[Word]) -> Grid:
    """The grid with each row under its heads cut where its cells' lines are rows: only lines are missing."""
    cuts: list[float] = []
    alone = len(grid.ys) == HEAD_AND_BODY + 1
    for number in range(1, len(grid.ys) - 1):
        slots = [slot for slot in grid.cells if slot.row == number and slot.row_span == 1]
        if len(slots) >= LABEL_AND_SUM and sum(slot.column_span for slot in slots) == len(grid.xs) - 1:
            held = [_upright(words.within(slot.box)) for slot in slots]
            if not _has_levels(held):  # as most rows
                continue
            columns = [make_lines(each) for each in held]
            found: list[float] = []
            widths = [slot.box[2] - slot.box[0] - 2 * PADDING for slot in slots]
            plain = len(slots) == len(grid.xs) - 1  # merged cells are a form's, unless their sums tell rows
            if len(slots) >= LEAST_COLUMNS or (alone and plain and _are_labels(columns[0])):
                found = _row_cuts(columns, alone and plain)
            if len(slots) >= LEAST_COLUMNS and plain and not found:
                found = _close_cuts(columns, widths, alone)
            cuts += found or (entry_cuts(columns) if plain else [])
    return _cut(grid, cuts) if cuts else grid


def _are_labels(column: Sequence[Line]) -> bool:
    """Whether the lines of a first column of two are labels of a form: some, all short, each with a capital."""
    return len(column) >= LEAST_LABELS and all(
        len(line.words) <= LABEL_WORDS and not line.text[:1].islower() for line in column
    )


def _upright(words: Iterable[Word]) -> list[Word]:
    return [word for word in words if not word.turned]


def _has_levels(cells: Iterable[Sequence[Word]]) -> bool:
    """Whether the words of a row's cells stand on more than one level."""
    bases = [word.base for words in cells for word in words]
    return bool(bases) and max(bases) - min(bases) > LEVEL


def _cut(grid: Grid, cuts: Sequence[float]) -> Grid:
    ys = sorted([*grid.ys, *cuts])
    cells: list[GridCell] = []
    for slot in grid.cells:
        own = [slot.box[1], *(y for y in cuts if slot.box[1] < y < slot.box[3]), slot.box[3]]
        first = ys.index(grid.ys[slot.row])
        if slot.row_span > 1:
            cells.append(replace(slot, row=first, row_span=slot.row_span + len(own) - 2))
            continue
        for index, (top, bottom) in enumerate(itertools.pairwise(own)):
            cells.append(replace(slot, row=first + index, box=(slot.box[0], top, slot.box[2], bottom)))
    ordered = sorted(cells, key=lambda each: (each.row, each.column))
    return replace(grid, cells=tuple(ordered), ys=tuple(ys))


def _row_cuts(columns: Sequence[Sequence[Line]], alone: bool) -> list[float]:
    """Where a row (``alone``: the only one under its heads) falls into rows, between its lines; none where its cells
    are wrapped each in its own way.
    """
    levels = levels_of(columns)
    lines = [line for level in levels for line in level]
    if len(levels) < 2 or any(split_marker(line) for line in lines):
        return []
    first = {id(line) for line in columns[0]}
    opens = [
        any(id(line) in first for line in level) and len(level) >= max(2, LEAST_LEVEL * len(columns))
        for level in levels
    ]
    steps = [
        (below[0].base - above[0].base) / max(above[0].size, below[0].size)
        for above, below in itertools.pairwise(levels)
    ]
    within = [step for step, opening in zip(steps, opens[1:], strict=True) if not opening]
    least = WIDER * max(within) if within else 0.0 if alone and _hold_sums(columns, len(levels)) else WIDE_SET
    fresh = [at for at, step in enumerate(steps) if step > least]
    if not (opens[0] and fresh and all(opens[at + 1] for at in fresh)):
        return []
    rows = [levels[0], *(levels[at + 1] for at in fresh)]
    if any(line.text[:1].islower() for row in rows for line in row if id(line) in first):
        return []  # goes on with the cell's text
    if not (_are_entries(columns, rows) if within else _are_level(columns, rows, alone)):
        return []
    return between(levels, fresh)


def _close_cuts(columns: Sequence[Sequence[Line]], widths: Sequence[float], alone: bool) -> list[float]:
    """The same of rows no farther apart than lines: what had room beside the text above it is an entry of its own.

    A row begins where the first cell and another one do so, and a column has short entries at each such height alone;
    two rows, the only ones under their heads, begin in all columns.
    """
    levels = levels_of(columns)
    if len(levels) < 2 or any(split_marker(line) for level in levels for line in level):
        return []
    own = [_own_starts(column, width) for column, width in zip(columns, widths, strict=True)]
    starts = [
        at
        for at, level in enumerate(levels)
        if not at
        or (
            len(level) >= max(2, LEAST_LEVEL * len(columns))
            and any(id(line) in own[0] for line in level)
            and any(id(line) in found for found in own[1:] for line in level)
        )
    ]
    rows = [levels[at] for at in starts]
    begun = [{id(line) for line in row} for row in rows]
    entries = any(
        len(column) == len(rows)
        and all(id(line) in row and len(line.words) <= SHORT for line, row in zip(column, begun, strict=True))
        for column in columns[1:]
    )
    lower = any(_is_mixed([line for line in column if id(line) in set().union(*begun)]) for column in columns)
    strays = {line for found in own for line in found} - {line for row in begun for line in row}
    few = len(rows) < LEAST_CLOSE and not (
        alone and len(rows) > 1 and all(len(row) == len(columns) for row in rows)
    )
    return [] if few or not entries or lower or strays else between(levels, [at - 1 for at in starts[1:]])


def _is_mixed(starts: Sequence[Line]) -> bool:
    """Whether some of the texts that begin a column's cells are in lower case, as what goes on is; words of a scale
    ('high', 'low') all are.
    """
    cases = {line.text[:1].islower() for line in starts}
    return len(cases) > 1


def _own_starts(column: Sequence[Line], width: float) -> set[int]:
    """The ids of the lines that do not go on with those above: their first words had room there, or one is left out."""
    steps = [below.base - above.base for above, below in itertools.pairwise(column)]
    usual = min(steps, default=0.0)
    return {
        id(below)
        for (above, below), step in zip(itertools.pairwise(column), steps, strict=True)
        if above.x1 - above.x0 + SPACE * above.size + below.words[0].x1 - below.words[0].x0 <= width
        or step > SKIPPED * usual
    }


def _hold_sums(columns: Sequence[Sequence[Line]], rows: int) -> bool:
    """Whether all columns have as many lines, several of them figures alone: no cell wraps so."""
    if len(columns) < LEAST_COLUMNS or any(len(column) != rows for column in columns):
        return False
    return sum(all(line.text[:1].isdigit() for line in column) for column in columns[1:]) > 1


def _are_entries(columns: Sequence[Sequence[Line]], rows: Sequence[Sequence[Line]]) -> bool:
    """Whether a later column has nothing but short texts, two at least, each where a row begins."""
    begins = {id(line) for row in rows for line in row}
    return any(
        len(column) > 1 and all(id(line) in begins and len(line.words) <= SHORT for line in column)
        for column in columns[1:]
    )


def _are_level(columns: Sequence[Sequence[Line]], rows: Sequence[Sequence[Line]], alone: bool) -> bool:
    """Whether single lines are rows: one cell has none where the next row has one, as no wrapped text has; or one has
    sums or dates alone, more than a date would wrap into; or all have as many, under heads or with sums among them.
    """
    sums = False
    for column in columns[1:]:
        held = [any(line in column for line in row) for row in rows]
        if (False, True) in itertools.pairwise(held):
            return True
        if len(column) == len(rows) and all(any(map(str.isdigit, line.text)) for line in column):
            sums = True
    return (sums and len(rows) >= LEAST_SUMS) or (
        (alone or sums) and all(len(column) == len(rows) for column in columns)
    )
