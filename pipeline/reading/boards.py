"""Boards: tables of people or parts of the work by what each did and will do, and of work by its state.

[Task][Lead][Progress in May][Planned for June][Status] over a row a task, [Member][Last week][Next week][Blockers]
[Hours] over a row a person, [To do][In progress][Done] over one row of cards.
"""

from __future__ import annotations

import re

from extractors.document import Cell
from pipeline.reading.cell_words import CODE, kinds_shared
from pipeline.reading.elements import ACTIVITY_SECTIONS, LabelRole, Labels, Rated, mark_of
from pipeline.reading.grid import Grid, is_empty
from pipeline.reading.marks import is_mark
from pipeline.reading.side_by_side import (
    Part,
    SideBySide,
    body_under,
    column_parts,
    heading_of,
    is_dated,
    is_share,
    numbers_lines,
    read_side_by_side,
)
from pipeline.reading.vocabulary import Vocabulary

_ACTIVITIES = set(ACTIVITY_SECTIONS)
_NO_SECTION = {"response"}
"""Sections that are a part of others' records: their head stands over a register's column."""
_WORDS = 2.0
"""Words on the average of what was done; fewer are ticks, states or names of a table of another kind."""
_NAMES = re.compile(r"(?:full )?names?", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,3}")
"""A name of up to four words."""


def read_board(grid: Grid, row: int, vocabulary: Vocabulary) -> SideBySide | None:
    """What a board whose heads stand in ``row`` holds, column by column; None where no board stands there."""
    heads = grid.filled(row)
    if row + 1 >= grid.rows or len(heads) <= 1 or not _is_board(grid, row, heads, vocabulary):
        return None
    if heading_of(heads[0], vocabulary) is not None:
        return read_side_by_side(grid, row, vocabulary)
    sections = [
        cell
        for cell in heads
        if heading_of(cell, vocabulary) not in (None, *_NO_SECTION) and not _is_beside(grid, row, cell)
    ]
    others = [cell for cell in heads if cell not in sections]
    body = body_under(grid, row, vocabulary)
    leader = _leader(grid, row, others, sections[0], vocabulary)
    if leader is None or not body:
        return None
    lights = [cell for cell in others if cell is not leader and _holds_lights(grid, cell, body, vocabulary)]
    asides = [cell for cell in others if cell is not leader and cell not in lights]
    if asides and not _are_asides(grid, row, asides, sections, vocabulary):
        return None
    role: LabelRole = "doer" if _are_people(grid, leader, body, vocabulary) else "workstream"
    parts: list[Part] = [Labels(leader.lines)]
    for head in sections:
        parts += column_parts(grid, head, leader, body, role)
    for light in lights:
        parts += _lights(grid, leader, light, body)
    for aside in asides:
        parts += _aside(grid, aside, body, as_label=numbers_lines(grid, row, aside))
    return SideBySide(tuple(parts), 1 + len(body))


def _is_board(grid: Grid, row: int, heads: list[Cell], vocabulary: Vocabulary) -> bool:
    """Whether heads of several kinds of work stand over what was done and comes next, or its states over the work."""
    first, *others = heads
    names = [heading_of(cell, vocabulary) for cell in others]
    if not _ACTIVITIES.intersection(name for name in names if name):
        return False
    below = list(range(row + 1, grid.rows))
    known = [cell for cell, name in zip(others, names, strict=True) if name]
    if any(is_dated(grid, cell, below) for cell in known if not _is_beside(grid, row, cell)):
        return False
    if _refers(grid, row, first, vocabulary):
        return False
    lead = heading_of(first, vocabulary)
    if lead is None:
        return len(_ACTIVITIES.intersection(name for name in names if name)) > 1
    told = {name for cell, name in zip(others, names, strict=True) if not _is_beside(grid, row, cell)}
    return lead in _ACTIVITIES and bool(told) and told <= _ACTIVITIES


def _is_beside(grid: Grid, row: int, head: Cell) -> bool:
    return numbers_lines(grid, row, head) or is_share(grid, row, head)


def _refers(grid: Grid, row: int, head: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a column holds the references of a register's records ('Ref.' over R01, R02), and no workstreams."""
    if not any(column.role == "reference" for column in vocabulary.columns(head.words)):
        return False
    words = _words_under(grid, head, range(row + 1, grid.rows))
    return bool(words) and all(map(CODE.fullmatch, words))


def _leader(grid: Grid, row: int, others: list[Cell], first: Cell, vocabulary: Vocabulary) -> Cell | None:
    """The column before the first section that names whose row it is: a title rather than its code or its leader."""
    before = [cell for cell in others if cell.column < first.column and not numbers_lines(grid, row, cell)]
    led = [cell for cell in before if not _is_lead(cell, vocabulary)] or before
    named = [
        cell
        for cell in led
        if not all(map(CODE.fullmatch, _words_under(grid, cell, range(row + 1, grid.rows))))
    ]
    return next(iter(named or led), None)


def _are_asides(
    grid: Grid, row: int, asides: list[Cell], sections: list[Cell], vocabulary: Vocabulary
) -> bool:
    """Whether columns beside a board's sections make no register of it: no dates, and prose in the sections."""
    plain = [cell for cell in asides if not (_is_beside(grid, row, cell) or _is_lead(cell, vocabulary))]
    below = range(row + 1, grid.rows)
    if any("date" in kinds_shared(_words_under(grid, cell, below)) for cell in plain):
        return False
    if any("due" in _roles(cell, vocabulary) for cell in plain):
        return False
    told = [words for cell in sections for words in _words_under(grid, cell, below)]
    return not plain or sum(len(words.split()) for words in told) >= _WORDS * len(told)


def _holds_lights(grid: Grid, head: Cell, body: list[int], vocabulary: Vocabulary) -> bool:
    """Whether a column rates the rows: under a head of ratings, nothing but lights and words of ratings."""
    if not any(
        column.register == "ratings" and column.role == "current" for column in vocabulary.columns(head.words)
    ):
        return False
    cells = [cell for below in body if (cell := grid.under(below, head)) is not None]
    shown = [cell for cell in cells if not is_empty(cell) or cell.fill]
    return bool(shown) and all(is_mark(cell, vocabulary) for cell in shown)


def _are_people(grid: Grid, leader: Cell, body: list[int], vocabulary: Vocabulary) -> bool:
    """Whether the rows are those of people, who do the work that stands in them."""
    words = _words_under(grid, leader, body)
    if "name" in kinds_shared(words) or _roles(leader, vocabulary) == {"owner"}:
        return True
    return bool(_NAMES.fullmatch(leader.words)) and all(map(_NAME.fullmatch, words))


def _is_lead(head: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a column says who leads the parts of the work."""
    return _roles(head, vocabulary) == {"owner"} and heading_of(head, vocabulary) is None


def _roles(head: Cell, vocabulary: Vocabulary) -> set[str]:
    return {column.role for column in vocabulary.columns(head.words) if column.register == "activities"}


def _words_under(grid: Grid, head: Cell, rows: range | list[int]) -> list[str]:
    cells = [cell for row in rows if (cell := grid.under(row, head)) is not None and not is_empty(cell)]
    return [cell.words.strip() for cell in cells]


def _lights(grid: Grid, leader: Cell, head: Cell, body: list[int]) -> list[Part]:
    """The ratings of parts of the work: a column of lights beside what each did and will do."""
    parts: list[Part] = [Labels(head.lines)]
    for below in body:
        label, mark = grid.at(below, leader.column), grid.under(below, head)
        if label is not None and mark is not None:
            blocks = label.lines + mark.lines
            parts.append(Rated(label.words, mark_of(mark), None, None, blocks, mark.place, of_part=True))
    return parts


def _aside(grid: Grid, head: Cell, body: list[int], *, as_label: bool) -> list[Part]:
    """A column that is no section's: numbers of lines label the rows, the rest is kept."""
    cells = [cell for below in body if (cell := grid.under(below, head)) is not None]
    lines = tuple(text for cell in cells for text in cell.lines)
    if as_label:
        return [Labels(head.lines + lines)]
    return [Labels(head.lines), Labels(lines, "kept")]
