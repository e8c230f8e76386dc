"""Tables printed side by side in one grid to save height: [Area][RAG][Why?][Area][RAG][Why?]."""

from __future__ import annotations

from dataclasses import replace

from extractors.document import Cell, ListItem, Table
from pipeline.reading.elements import RECORD_SECTIONS
from pipeline.reading.grid import Grid, is_empty, rows_alone
from pipeline.reading.register_rows import looks_like_head
from pipeline.reading.vocabulary import Vocabulary

_FEWEST_HEADS = 2
"""Columns of one part: a single head that comes again may be a form's label."""
_COVERAGE = 0.75
"""Share of a title's words that the rules must know."""


def side_by_side_parts(table: Table, vocabulary: Vocabulary) -> tuple[Table, ...]:
    """The tables that a grid holds beside each other: heads that come again, or a title of its own over each.

    The table alone where it is one: where a cell reaches from one part into the next, or where a part's first row
    below the heads begins with nothing (options printed for two periods).
    """
    heads = sorted((cell for cell in table.cells if cell.row == 0), key=lambda cell: cell.column)
    parts = (
        _under_titles(table, heads, vocabulary)
        or _by_heads(table, heads)
        or _beside_section(table, heads, vocabulary)
    )
    part_of = {column: index for index, part in enumerate(parts) for column in part}
    if not parts or any(part_of.get(cell.column) != part_of.get(_end(cell) - 1) for cell in table.cells):
        return (table,)
    return tuple(_part(table, part.start, len(part)) for part in parts)


def parts_within(grid: Grid, row: int, vocabulary: Vocabulary) -> tuple[tuple[Table, ...], int] | None:
    """Tables beside each other in some rows of a form that is one table, each under a title of its own.

    [Milestones, over four columns][Finance, over five] at ``row``, and below it the rows in which no cell reaches from
    one part into the next. None where there are none, else the tables and the rows that they take together.
    """
    titles = grid.filled(row)
    if len(titles) < _FEWEST_HEADS or all(cell.column_span < _FEWEST_HEADS for cell in titles):
        return None
    if any(cell.row < row or cell.row_span > 1 for cell in titles):
        return None
    ends = {_end(cell) for cell in titles}
    below = row + 1
    while below < grid.rows and not any(_crosses(cell, ends) for cell in grid.starting(below)):
        below += 1
    band = rows_alone(grid, range(row, below))
    if any(cell.row + cell.row_span > band.rows for cell in band.cells):
        return None
    parts = side_by_side_parts(band, vocabulary)
    return (parts, below - row) if len(parts) > 1 else None


def _crosses(cell: Cell, ends: set[int]) -> bool:
    """Whether a cell reaches beyond where a title ends."""
    return any(cell.column < end < _end(cell) for end in ends)


def _by_heads(table: Table, heads: list[Cell]) -> list[range]:
    """The columns of parts of the same heads: [Area][RAG][Why?][Area][RAG][Why?]."""
    words = [cell.words.casefold() for cell in heads]
    if table.rows < 2 or len(heads) != table.columns or not all(words):
        return []
    width = next(
        (
            size
            for size in range(_FEWEST_HEADS, table.columns // 2 + 1)
            if table.columns % size == 0 and words == words[:size] * (table.columns // size)
        ),
        None,
    )
    if width is None or len(set(words[:width])) < width:
        return []
    starts = range(0, table.columns, width)
    return (
        [range(start, start + width) for start in starts]
        if all(_names_its_rows(table, start) for start in starts)
        else []
    )


def _under_titles(table: Table, heads: list[Cell], vocabulary: Vocabulary) -> list[range]:
    """The columns of registers that stand beside each other, each under the title of its own section.

    [Key milestones, over four columns][Top risks, over five]: an empty column may part them. A list may stand beside
    a register, in a column of its own.
    """
    titles = [cell for cell in heads if not is_empty(cell)]
    gaps = [cell for cell in heads if is_empty(cell)]
    registers = [cell for cell in titles if cell.column_span >= _FEWEST_HEADS]
    if len(titles) < _FEWEST_HEADS or not registers:
        return []
    if any(_is_filled(table, column) for cell in gaps for column in range(cell.column, _end(cell))):
        return []
    if not all(cell in registers or _heads_list(table, cell) for cell in titles):
        return []
    for title in registers:
        below = [cell for cell in table.cells if cell.row == 1 and title.column <= cell.column < _end(title)]
        if len([cell for cell in below if not is_empty(cell) and looks_like_head(cell)]) < _FEWEST_HEADS:
            return []
    named = [vocabulary.heading(title.words) for title in titles]
    sections = {match.section for match in named if match is not None and match.coverage >= _COVERAGE}
    parts = [range(cell.column, _end(cell)) for cell in titles]
    return parts if len(sections) == len(titles) else []


def _heads_list(table: Table, title: Cell) -> bool:
    """Whether a title of one column stands over a list, an item a cell ('Done in P8' beside a register of tasks)."""
    below = [cell for cell in table.cells if cell.row > 0 and cell.column == title.column]
    lines = [line for cell in below for line in cell.lines if line.text]
    return bool(lines) and all(isinstance(line, ListItem) for line in lines)


def _beside_section(table: Table, heads: list[Cell], vocabulary: Vocabulary) -> list[range]:
    """The columns of a register, and its last one where that is a section of its own.

    [£000][Approved][Spent][Asks of the board]: one cell under the last head runs down beside all rows.
    """
    if len(heads) <= _FEWEST_HEADS or len(heads) != table.columns or table.rows <= _FEWEST_HEADS:
        return []
    last = table.columns - 1
    beside = [cell for cell in table.cells if cell.row > 0 and _end(cell) > last]
    whole = len(beside) == 1 and beside[0].column == last and beside[0].row_span == table.rows - 1
    others = [cell for cell in table.cells if cell.row > 0 and cell.column < last]
    match = vocabulary.heading(heads[-1].words) if whole else None
    if match is None or match.section not in RECORD_SECTIONS or any(cell.row_span > 1 for cell in others):
        return []
    return [range(last), range(last, last + 1)] if match.coverage >= _COVERAGE else []


def _is_filled(table: Table, column: int) -> bool:
    return any(cell.column <= column < _end(cell) and not is_empty(cell) for cell in table.cells)


def _end(cell: Cell) -> int:
    return cell.column + cell.column_span


def _part(table: Table, start: int, width: int) -> Table:
    cells = tuple(
        replace(cell, column=cell.column - start)
        for cell in table.cells
        if start <= cell.column < start + width
    )
    return Table(cells, table.rows, width, table.place)


def _names_its_rows(table: Table, start: int) -> bool:
    first = [cell for cell in table.cells if cell.row == 1 and cell.column == start]
    return bool(first) and not is_empty(first[0]) and len(first[0].words) > 1
