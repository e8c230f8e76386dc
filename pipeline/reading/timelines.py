"""Bars of a schedule drawn with a table's cells: months or weeks as heads, under them cells that are painted or blank.

Such columns say when work is done, which no record holds; beside them the rows are a register like any other.
"""

from __future__ import annotations

import itertools

from extractors.document import Cell, Table, Text
from pipeline.reading.elements import figures_of
from pipeline.reading.grid import without_lines
from pipeline.reading.period_heads import is_period
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.dates import parse_date

_FEWEST = 3
"""Months or weeks beside each other, and columns from which a table has a schedule beside something else."""

_FEWEST_COUNTED = 6
"""Weeks whose heads are bare numbers: fewer are the steps of a scale."""

_BAR_SIGNS = frozenset("xX■█▬●▪◆-–—=*")
"""What stands for paint where a schedule is typed."""


def without_timeline(table: Table, vocabulary: Vocabulary) -> tuple[Table, tuple[Text, ...]]:
    """The table without the columns of a drawn schedule, and their heads' lines (none: ())."""
    heads = table.row(0)
    if len(heads) <= _FEWEST or table.rows < 2:
        return table, ()
    runs = itertools.groupby(heads, lambda head: head.column_span == 1 and _is_time(head.words))
    spans = [list(run) for timed, run in runs if timed]
    span = max(spans, key=len, default=[])
    columns = frozenset(head.column for head in span)
    counted = bool(span) and span[0].words.isdecimal()
    if len(span) < (_FEWEST_COUNTED if counted else _FEWEST) or len(span) == len(heads):
        return table, ()
    body = [cell for cell in table.cells if cell.row and cell.column in columns]
    if not _are_bars(body, vocabulary) or any(
        cell.column + cell.column_span - 1 > max(columns) for cell in body
    ):
        return table, ()
    lines = tuple(line for cell in (*span, *body) for line in cell.lines)
    return without_lines(table, columns=columns), lines


def _is_time(head: str) -> bool:
    """Whether a head names a month, a week or a numbered period, in any language that is read."""
    words = head.strip(" .")
    if not words or len(words.split()) > _FEWEST:
        return False
    return words.isdecimal() or is_period(words) or parse_date(f"1 {words} 2020") is not None


def _are_bars(cells: list[Cell], vocabulary: Vocabulary) -> bool:
    """Whether cells are painted or blank and nothing else, in colours that rate nothing: lights do, by month."""
    words = {cell.words.strip() for cell in cells}
    if any(text and not _BAR_SIGNS.issuperset(text) for text in words):
        return False
    colors = {cell.fill for cell in cells} | {
        figure.color for cell in cells for figure in figures_of(cell.blocks)
    }
    drawn = any(colors - {None}) or any(words)
    return drawn and not any(vocabulary.rating_words.light_of(color) for color in colors)
