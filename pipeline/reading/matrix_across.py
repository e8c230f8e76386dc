"""Matrices whose dimensions stand in a row over rows of marks: periods, comments, or the projects of an index."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.document import Cell
from pipeline.reading.elements import Element, Labels, Pair, Rated, mark_of
from pipeline.reading.grid import Grid, is_empty
from pipeline.reading.marks import MARK_LENGTH, is_blank_mark, is_dimension, is_mark, names_earlier, role_of
from pipeline.reading.period_heads import is_lettered, is_period, now_and_before
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.rating import Mark

_SHORTEST = 2
"""Words that a rating's explanation has more of."""
_BADGE_WORDS = 4
"""Words of a rating in a scale of the report's own ('Needs watching')."""
_LIT_CELLS = 3
"""Cells of a row of ratings that make a matrix of heads of which only words are known."""
AHEAD = re.compile(r"forecast|expected|next|predicted|plan|outlook", re.IGNORECASE)
"""A row or column of ratings that are still to come."""
_BESIDE = {"comment", "aside", "further"}
"""Rows that say something of the marks and hold none."""


def read_dimensions_across(grid: Grid, row: int, vocabulary: Vocabulary) -> tuple[list[Element], int] | None:
    """A row of dimensions over rows of marks, each row a period (or a comment, or a project of an index)."""
    cells = grid.starting(row)
    known = [cell for cell in cells if not is_empty(cell) and is_dimension(cell, vocabulary)]
    if len(known) < 2 or len(known) * 2 < len(cells) - 1:
        known = max(known, _over_lights(grid, row, cells, vocabulary), key=len)
    if len(known) < 2 or row + 1 >= grid.rows:
        return None
    if known[0].column == 0 and role_of(grid.under(row + 1, known[0]), vocabulary) in {"current", "previous"}:
        known = known[1:]  # 'RAG status' over 'This period', 'Last period': the corner names the table
    heads = [cell for cell in cells if cell in known or _rated_below(grid, row, cell, vocabulary)]
    if len(known) * 2 < len(heads):
        return None
    rows, projects = _period_rows(grid, row, heads, vocabulary)
    if not {"current", "previous"} & {name for name, _ in rows}:
        return None
    elements: list[Element] = []
    used = 1 + len(rows)
    marked = [below for name, below in rows if name not in _BESIDE]
    months = _by_period(grid, marked, heads) if projects else None
    if projects and months is None and all(_is_dated(grid, below, heads) for below in marked):
        return None  # 'April' and 'October': neither is shown to be the later one
    if months is not None:
        rows, projects = [*months, *((name, below) for name, below in rows if name in _BESIDE)], False
    if projects and len(rows) > 1 and len({id(_lead(grid, below, heads)) for _, below in rows}) == 1:
        return None  # one label down the side of all rows names no project
    if projects:
        for _, below in rows:
            elements += _project_row(grid, below, heads)
        return elements, used
    by_role: dict[str, int] = {}
    for name, below in rows:
        by_role.setdefault(name, below)
    further = [below for name, below in rows if name == "further"]
    latest = _lead(grid, by_role["current"], heads) if months is not None else None
    when = latest.words if latest is not None else ""
    rated = [replace(_across(grid, head, by_role, vocabulary), period=when) for head in heads]
    elements += [
        _with_further(one, grid, further, head, heads) for one, head in zip(rated, heads, strict=True)
    ]
    elements += _others(grid, row, heads, by_role, vocabulary)
    leads = [cell for line in range(row, row + used) if (cell := _lead(grid, line, heads)) is not None]
    return [*elements, Labels(tuple(text for cell in leads for text in cell.lines))], used


def _over_lights(grid: Grid, row: int, cells: list[Cell], vocabulary: Vocabulary) -> list[Cell]:
    """The heads of a row over nothing but ratings that name a dimension by a word of theirs ('Local relationships')."""
    by_period = len(cells) > _LIT_CELLS and is_empty(cells[0]) and _leads_periods(grid, row)
    cells = cells[1:] if by_period else cells
    below = [grid.under(row + 1, cell) for cell in cells] if row + 1 < grid.rows else []
    marked = len(cells) >= _LIT_CELLS and all(
        cell is not None and is_mark(cell, vocabulary) for cell in below
    )
    named = all(vocabulary.dimension(cell.words, loose=True) for cell in cells)
    told = named or _was_told(grid, row + 2, cells, vocabulary)
    if not marked and not (below and told and _are_badges(below, vocabulary)):
        return []
    if by_period and marked:
        return cells  # whatever they are called: what else has a light a month?
    return [cell for cell in cells if vocabulary.dimension(cell.words, loose=True)]


def _leads_periods(grid: Grid, row: int) -> bool:
    """Whether the rows below a head begin with a period each: [Dec][light][light], [Jan][light][light]."""
    leads = [cell.words for below in range(row + 1, grid.rows) if (cell := grid.at(below, 0)) is not None]
    return len(leads) >= _SHORTEST and all(map(is_period, leads))


def _was_told(grid: Grid, row: int, heads: list[Cell], vocabulary: Vocabulary) -> bool:
    """Whether every cell of a row says what a rating was."""
    cells = [grid.under(row, head) for head in heads] if row < grid.rows else []
    return bool(cells) and all(cell is not None and _tells_previous(cell.words, vocabulary) for cell in cells)


def _period_rows(
    grid: Grid, row: int, heads: list[Cell], vocabulary: Vocabulary
) -> tuple[list[tuple[str, int]], bool]:
    """The rows of marks below the dimensions by role, and whether they are led by projects or months."""
    rows: list[tuple[str, int]] = []
    projects = False
    named = False
    for below in range(row + 1, grid.rows):
        marks = [grid.under(below, head) for head in heads]
        if any(mark is not None and len(mark.words) > MARK_LENGTH for mark in marks) and not rows:
            break
        lead = _lead(grid, below, heads)
        role = role_of(lead, vocabulary)
        shown = sum(1 for mark in marks if mark is not None and is_mark(mark, vocabulary))
        blank = sum(1 for mark in marks if is_blank_mark(mark, vocabulary))
        if role is None and (plainly := _plain_role(rows, marks, lead, vocabulary)):
            rows.append((plainly, below))
            continue
        if (
            role is None
            and rows
            and lead is None
            and (not shown or _are_remarks(marks))
            and blank < len(heads)
        ):
            trend = all(
                mark is None or is_empty(mark) or vocabulary.is_kind("trend", mark.words) for mark in marks
            )
            rows.append(("aside" if trend else "comment", below))
            continue
        if role is None and rows and not shown and lead is not None and _is_commentary(marks, blank):
            rows.append(("comment", below))
            continue
        if role != "comment" and (len(heads) - shown - blank) * 2 >= len(heads):
            break  # half of them hold words: a register that has a column for its rating
        if role == "comment":
            rows.append((role, below))
        elif (
            shown * 2 >= len(heads)
            or (shown and role in {"current", "previous"})
            or (role and all(is_blank_mark(m, vocabulary) for m in marks))
        ):
            unlabelled = lead is None or is_empty(lead)
            taken = [name for name, _ in rows]
            if role is None and lead is not None and not unlabelled and named:
                rows.append(("aside" if AHEAD.search(lead.words) else "further", below))
                continue
            if role is None and not unlabelled and "current" in taken:
                projects = True
            named = named or role is not None
            rows.append((role or ("current" if "current" not in taken else "previous"), below))
        else:
            break
    return rows, projects


def _plain_role(
    rows: list[tuple[str, int]], marks: list[Cell | None], lead: Cell | None, vocabulary: Vocabulary
) -> str | None:
    """The part of a row that no label names: ratings that say that they are the ones before, badges right below."""
    told = [mark.words for mark in marks if mark is not None and not is_empty(mark)]
    if len(told) > 1 and all(_tells_previous(words, vocabulary) for words in told):
        return "previous"
    if any(name != "aside" for name, _ in rows):
        return None
    dated = lead is not None and is_period(lead.words)
    if dated and len(told) == len(marks) and all(is_blank_mark(mark, vocabulary) for mark in marks):
        return "aside"  # the month before the first report: nothing but dashes
    badges = len(told) == len(marks) >= _SHORTEST and _are_badges(marks, vocabulary)
    return "current" if badges else None


def _tells_previous(words: str, vocabulary: Vocabulary) -> bool:
    """Whether a cell says what a rating was: 'was Green', 'Last month: On course' in the report's own words.

    'First report' says that there was none.
    """
    if vocabulary.rating_words.says_previous(words) or vocabulary.rating_words.says_first(words):
        return True
    label, colon, then = words.partition(":")
    return bool(colon) and 0 < len(then.split()) <= _BADGE_WORDS and names_earlier(label, vocabulary)


def _are_badges(marks: list[Cell | None], vocabulary: Vocabulary) -> bool:
    """Whether all cells of a row are a few words on the colour of a rating: the report's own scale."""
    return len({id(mark) for mark in marks}) == len(marks) and all(
        mark is not None
        and vocabulary.rating_words.light_of(mark.fill) is not None
        and len(mark.words.split()) <= _BADGE_WORDS
        for mark in marks
    )


def _is_commentary(marks: list[Cell | None], blank: int) -> bool:
    """Whether a row under the ratings explains them, whatever it is called ('In a word'): sentences, and few gaps."""
    said = [mark.words for mark in marks if mark is not None and not is_empty(mark)]
    return bool(said) and blank * 2 <= len(marks) and all(len(words.split()) > _SHORTEST for words in said)


def _are_remarks(marks: list[Cell | None]) -> bool:
    """Whether the cells under ratings are sentences, though some begin with a rating's words ('On programme.')."""
    told = [mark.words for mark in marks if mark is not None and not is_empty(mark)]
    sentences = sum(1 for words in told if len(words.split()) > 1)
    return sentences * 2 > len(told) > 1 and all(words.endswith(".") for words in told)


def _rated_below(grid: Grid, row: int, head: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a head that no rule knows stands over a rating: an organisation's own dimension."""
    words = head.words
    if (
        not words
        or len(words) > 40
        or vocabulary.field(words)
        or head.column == 0
        or role_of(head, vocabulary)
    ):
        return False
    below = [grid.under(line, head) for line in range(row + 1, min(row + 3, grid.rows))]
    return any(cell is not None and is_mark(cell, vocabulary) for cell in below)


def _by_period(grid: Grid, rows: list[int], heads: list[Cell]) -> list[tuple[str, int]] | None:
    """Rows led by periods: the latest that is no forecast is current, the one before it previous."""
    labels = [lead for row in rows if (lead := _lead(grid, row, heads)) is not None]
    lettered = len(labels) == len(rows) and all(is_lettered(lead.words) for lead in labels)
    if not lettered and not all(_is_dated(grid, row, heads) for row in rows):
        return None
    leads = [(lead.words, row) for row in rows if (lead := _lead(grid, row, heads)) is not None]
    told = [(words, row) for words, row in leads if not AHEAD.search(words)]
    order = now_and_before([words for words, _ in told])
    return [("current", told[order[0]][1]), ("previous", told[order[1]][1])] if order else None


def _is_dated(grid: Grid, row: int, heads: list[Cell]) -> bool:
    lead = _lead(grid, row, heads)
    return lead is not None and is_period(lead.words)


def _across(grid: Grid, head: Cell, by_role: dict[str, int], vocabulary: Vocabulary) -> Rated:
    under = {name: grid.under(below, head) for name, below in by_role.items()}
    current, previous, comment = under.get("current"), under.get("previous"), under.get("comment")
    blocks = head.lines
    for cell in (current, previous, comment):
        blocks += cell.lines if cell is not None else ()
    return Rated(
        head.words,
        mark_of(current) if current else None,
        _then(previous, vocabulary) if previous else None,
        comment.words if comment and not is_empty(comment) else None,
        blocks,
        (current or head).place,
    )


def _then(cell: Cell, vocabulary: Vocabulary) -> Mark:
    """What a cell shows of the rating before, without the words that say that it is the one before."""
    label, colon, then = cell.words.partition(":")
    mark = mark_of(cell)
    return replace(mark, text=then.strip(), runs=()) if colon and names_earlier(label, vocabulary) else mark


def _with_further(rated: Rated, grid: Grid, rows: list[int], head: Cell, heads: list[Cell]) -> Rated:
    """The rating with its marks in rows whose labels say neither now nor then ('Auditor')."""
    marks = [(_lead(grid, row, heads), grid.under(row, head)) for row in rows]
    shown = [(lead, mark) for lead, mark in marks if lead is not None and mark is not None]
    return replace(
        rated,
        further=tuple((lead.words, mark_of(mark)) for lead, mark in shown),
        blocks=rated.blocks + tuple(line for _, mark in shown for line in mark.lines),
    )


def _others(
    grid: Grid, row: int, heads: list[Cell], by_role: dict[str, int], vocabulary: Vocabulary
) -> list[Element]:
    """Columns of the matrix that rate nothing: a date of the report beside the marks, with its head above."""
    elements: list[Element] = []
    for cell in grid.starting(row):
        if cell in heads or cell.column == 0 or is_empty(cell) or not vocabulary.field(cell.words):
            continue
        below = by_role.get("current", row + 1)
        value = grid.under(below, cell)
        if value is not None and not is_empty(value):
            label = cell.words.rstrip(": ")
            elements.append(
                Pair(
                    label,
                    value.words,
                    cell.lines + value.lines,
                    mark_of(value),
                    cell.place,
                )
            )
    return elements


def _project_row(grid: Grid, row: int, heads: list[Cell]) -> list[Element]:
    lead = _lead(grid, row, heads)
    elements: list[Element] = []
    for head in heads:
        mark = grid.under(row, head)
        blocks = head.lines + (lead.lines if lead else ()) + (mark.lines if mark else ())
        label = lead.words if lead else head.words
        elements.append(
            Rated(label, mark_of(mark) if mark else None, None, None, blocks, head.place, of_project=True)
        )
    return elements


def _lead(grid: Grid, row: int, heads: list[Cell]) -> Cell | None:
    """The label cell of a matrix row: what stands left of the first mark."""
    first = min(head.column for head in heads)
    return grid.at(row, 0) if first > 0 else None
