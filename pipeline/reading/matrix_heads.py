"""Heads of a RAG matrix that the rules do not list: months, heads over lights, a head of two periods."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.document import Cell
from pipeline.reading.elements import Rated
from pipeline.reading.grid import Grid, is_empty
from pipeline.reading.marks import is_mark, is_prose, role_of, role_of_words
from pipeline.reading.matrix_across import AHEAD
from pipeline.reading.period_heads import is_lettered, is_period, now_and_before
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.boxes import BOXES
from pipeline.values.rating import Mark

_LIT_ROWS = 3
"""Rows of known dimensions beside lights that make a matrix of a table whose heads nobody knows."""
_DATED_FIELDS = {"start_date", "end_date", "report_date"}
_MARK_WORDS = 3
"""Words of an organisation's own on a light."""
_BRACKETED = re.compile(r"(?P<now>[^()]+?)\s*\((?P<then>[^()]+)\)\s*")
"""'This month (last month)', and 'Amber (Green)' under it."""


def period_heads(heads: list[Cell], vocabulary: Vocabulary) -> dict[str, Cell]:
    """Columns headed by periods: the latest that is no forecast is current, the one before it previous."""
    answers = _answers(heads, vocabulary)
    named = [
        cell
        for cell in heads
        if cell not in answers and is_period(cell.words) and not AHEAD.search(cell.words)
    ]
    named = named or [cell for cell in heads if is_lettered(cell.words)]
    order = now_and_before([cell.words for cell in named])
    return {"current": named[order[0]], "previous": named[order[1]]} if order else {}


def _answers(heads: list[Cell], vocabulary: Vocabulary) -> list[Cell]:
    """The dates of a form's row, each between its label and the next one: [Start][13 Jan 25][Forecast finish][...]."""
    periods = [is_period(cell.words) for cell in heads]
    ends = [*periods[1:], False]
    return [
        cell
        for before, cell, dated, next_dated in zip([None, *heads], heads, periods, ends, strict=False)
        if before is not None and dated and not next_dated and vocabulary.field(before.words) in _DATED_FIELDS
    ]


def lit_heads(grid: Grid, row: int, heads: list[Cell], vocabulary: Vocabulary) -> dict[str, Cell]:
    """The columns of lights under heads whose words no rule knows ('Standing'), beside labels of dimensions.

    Of two such columns the heads must tell which is the earlier one ('Last bulletin | This bulletin'), whatever the
    report calls itself.
    """
    rows = range(row + 1, grid.rows)
    labels = [cell for below in rows if (cell := grid.at(below, 0)) is not None and not is_empty(cell)]
    known = sum(1 for cell in labels if vocabulary.dimension(cell.words, loose=True))
    if len(rows) < _LIT_ROWS or known < _LIT_ROWS or known * 2 < len(labels):
        return {}
    shown = [
        head
        for head in heads
        if head.column > 0
        and role_of(head, vocabulary) != "comment"  # 'n/a' under 'If not green, why?'
        and not AHEAD.search(head.words)
        and all(_is_lit(grid.under(below, head), vocabulary) for below in rows)
    ]
    # Arrows say where a rating goes, and their colours what it is where nothing else does.
    lit = [head for head in shown if role_of(head, vocabulary) != "aside"] or shown
    if len(lit) == 1:
        return {"current": lit[0]}
    earlier = [head for head in lit if vocabulary.is_kind("earlier", head.words)]
    later = [head for head in lit if head not in earlier]
    if len(earlier) != 1 or len(later) != 1 or AHEAD.search(later[0].words):
        return {}
    return {"current": later[0], "previous": earlier[0]}


def is_told(grid: Grid, row: int, head: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a column holds sentences and no light: 'Position' over what is said of the ratings beside it."""
    cells = [cell for below in range(row + 1, grid.rows) if (cell := grid.under(below, head)) is not None]
    told = [cell for cell in cells if not is_empty(cell)]
    lit = any(is_mark(cell, vocabulary) or vocabulary.rating_words.light_of(cell.fill) for cell in told)
    return bool(told) and not lit and all(is_prose(cell.words) for cell in told)


def earlier_head(grid: Grid, row: int, current: Cell | None, vocabulary: Vocabulary) -> dict[str, Cell]:
    """The column of the ratings before, right before the current one's: 'January | Now', 'At tender | Now'.

    A month behind 'Now' may be one to come.
    """
    rows = range(row + 1, grid.rows)
    if current is None or is_period(current.words):
        return {}
    head = next((cell for cell in grid.filled(row) if cell.column + cell.column_span == current.column), None)
    if head is None or head.column == 0 or AHEAD.search(head.words):
        return {}
    if not is_period(head.words) and not vocabulary.is_kind("earlier", head.words):
        return {}
    marks = [grid.under(below, head) for below in rows]
    return {"previous": head} if all(cell is not None and _is_lit(cell, vocabulary) for cell in marks) else {}


def with_own_comment(roles: dict[str, Cell], heads: list[Cell], vocabulary: Vocabulary) -> dict[str, Cell]:
    """The columns' parts, that of the commentary no column of ratings too: 'Our view' over ratings beside 'Why'."""
    rated = [head for role, head in roles.items() if role != "comment"]
    if roles.get("comment") not in rated:
        return roles
    others = [
        head
        for head in heads
        if head.column > 0 and head not in rated and role_of(head, vocabulary) == "comment"
    ]
    kept = {role: head for role, head in roles.items() if role != "comment"}
    return {**kept, "comment": others[0]} if others else kept


def _is_lit(cell: Cell | None, vocabulary: Vocabulary) -> bool:
    """A rating, or a few words of the organisation's own on a light."""
    said = [word for word in cell.words.split() if word.strip(BOXES)] if cell is not None else []
    if cell is None or len(said) > _MARK_WORDS:
        return False
    return is_mark(cell, vocabulary) or vocabulary.rating_words.light_of(cell.fill) is not None


def names_both(head: Cell | None, vocabulary: Vocabulary) -> bool:
    """Whether a head says that what stands in brackets below it is the rating before: 'This month (last month)'."""
    named = _BRACKETED.fullmatch(head.words.strip()) if head is not None else None
    if named is None:
        return False
    then = named["then"].strip()
    return role_of_words(vocabulary, then) == "previous" or vocabulary.is_kind("earlier", then)


def with_earlier(rated: Rated, vocabulary: Vocabulary) -> Rated:
    """'Amber (Green)' under a head of both periods as the rating and the one before it."""
    told = _BRACKETED.fullmatch(rated.current.text.strip()) if rated.current is not None else None
    if rated.current is None or told is None or vocabulary.rating_words.of_word(told["then"]) is None:
        return rated
    return replace(rated, current=replace(rated.current, text=told["now"]), previous=Mark(told["then"]))
