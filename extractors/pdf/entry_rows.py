"""Rows that their short entries tell: sums, dates, names or ratings under each other between two lines.

Typesetters give a cell no more room than its longest entry needs, and rows stand no farther apart than lines: neither
white nor room tells where a row begins.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from extractors.pdf.bullets import split_marker
from extractors.pdf.levels import between, levels_of
from extractors.pdf.lines import Line

LEAST_COLUMNS = 3
"""Two cells of words under each other may be a label and its value."""

LEAST_ROWS = 3
"""Two ratings may be a cell's two words."""

LEAST_LEVEL = 0.5
"""Of the columns: so many have a line level with the first one's where a row begins."""

FEW = 2
"""Words: ratings and states have no more."""

NAMED = 3
"""Words: names and dates have no more."""

AGREEING = 2
"""Columns of short entries that leave out the same lines: one may do so because its cells are short."""

_AMOUNT = re.compile(
    r"(?:[A-Z]{3} ?)?[-–(]?[£€$]? ?[-–]?\d[\d.,' ]*[kKmM%]?\)?(?: ?(?:€|%|[A-Z]{3}))?"
    r"|\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,4})?|\d{1,2} [A-Z][a-z]+(?: \d{4})?|[A-Z][a-z]{2,8} \d{4}|[–—-]"
)
"""A whole sum or date, or the dash in its place: no cell holds two of them."""

_MORE = (",", "-", ";")


def entry_cuts(columns: Sequence[Sequence[Line]]) -> list[float]:
    """Heights between the rows that short entries in some of the ``columns`` tell; none where none do."""
    levels = levels_of(columns)
    lines = [line for level in levels for line in level]
    if len(levels) < 2 or any(split_marker(line) for line in lines):
        return []
    at = {id(line): number for number, level in enumerate(levels) for line in level}
    stood = [[at[id(line)] for line in column] for column in columns]
    starts = _single_lines(columns, levels, stood) or _left_out(columns, stood)
    first = dict(zip(stood[0], columns[0], strict=True))
    if any(start not in first or first[start].text[:1].islower() for start in starts):
        return []
    return between(levels, [start - 1 for start in starts[1:]])


def _single_lines(
    columns: Sequence[Sequence[Line]], levels: Sequence[Sequence[Line]], stood: Sequence[Sequence[int]]
) -> list[int]:
    """All levels, where each has texts in half of the columns and a later column nothing but whole sums or dates, or
    words under capitals as ratings are.
    """
    if not all(len(level) >= max(2, LEAST_LEVEL * len(columns)) for level in levels):
        return []
    full = [column for column, own in zip(columns[1:], stood[1:], strict=True) if len(own) == len(levels)]
    words = len(levels) >= LEAST_ROWS and len(columns) >= LEAST_COLUMNS
    told = any(all(_AMOUNT.fullmatch(line.text) for line in column) for column in full) or (
        words and any(all(_is_entry(line, FEW) for line in column) for column in full)
    )
    return list(range(len(levels))) if told else []


def _left_out(columns: Sequence[Sequence[Line]], stood: Sequence[Sequence[int]]) -> list[int]:
    """The levels of two columns of short entries that leave out the same ones; other cells go on there.

    They do so between two entries, or else one of the columns has nothing but whole sums or dates.
    """
    short = [
        (tuple(own), all(_AMOUNT.fullmatch(line.text) for line in column))
        for column, own in zip(columns, stood, strict=True)
        if len(column) > 1 and (all(_is_entry(line, NAMED) for line in column) or _is_scale(column))
    ]
    sets = [own for own, _ in short]
    for starts in sets:
        told = (starts, True) in short or any(b - a > 1 for a, b in itertools.pairwise(starts))
        if not starts[0] and told and sets.count(starts) >= AGREEING and len(columns) > AGREEING:
            return list(starts)
    return []


def _is_scale(column: Sequence[Line]) -> bool:
    """Whether a column has single words in lower case alone ('high', 'certain'): text that wraps has longer lines."""
    return all(len(line.words) == 1 and line.text.isalpha() and line.text.islower() for line in column)


def _is_entry(line: Line, most: int) -> bool:
    return len(line.words) <= most and not line.text[:1].islower() and not line.text.endswith(_MORE)
