"""Index pages of packs: a row for each project, what it is called in one column and how it is rated in another."""

from __future__ import annotations

from extractors.document import Cell
from pipeline.reading.elements import Element, Labels, Rated, mark_of
from pipeline.reading.grid import Grid
from pipeline.reading.marks import is_blank_mark, is_dimension, is_mark, role_of
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.rating import Mark

_COLUMNS, _ROWS = 3, 2
"""Columns and projects of the smallest index: its rows tell more than a name and a mark."""
_NAME = 90
"""Characters of a project's name."""


def read_index(grid: Grid, row: int, vocabulary: Vocabulary) -> tuple[list[Element], int] | None:
    """The ratings of the projects listed under a head row, and the rows it takes; None where it is no index."""
    heads = grid.filled(row)
    named = [cell for cell in heads if vocabulary.field(cell.words) == "project"]
    rated = [cell for cell in heads if _is_rating_head(cell, vocabulary)]
    if len(heads) < _COLUMNS or len(named) != 1 or len(rated) != 1:
        return None
    body = _rows(grid, row, len(heads), named[0], rated[0], vocabulary)
    names = {name.words for name, _, _ in body}
    least = 1 if any(_tells_page(cell, vocabulary) for cell in heads) else _ROWS
    if len(body) < least or len(names) < len(body):
        return None
    earlier = [cell for cell in heads if role_of(cell, vocabulary) == "previous"]
    elements: list[Element] = [
        Rated(
            name.words,
            mark_of(mark),
            _earlier(grid, name.row, earlier, vocabulary),
            _comment(grid, name, heads, {id(named[0]), id(rated[0]), *map(id, earlier)}, vocabulary),
            tuple(line for cell in cells for line in cell.lines),
            name.place,
            of_project=True,
        )
        for name, mark, cells in body
    ]
    return [Labels(tuple(line for cell in heads for line in cell.lines)), *elements], 1 + len(body)


def _tells_page(head: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a head stands over pages: what is listed with its page, if only one, is an index."""
    return vocabulary.is_kind("page", head.words)


def _earlier(grid: Grid, row: int, heads: list[Cell], vocabulary: Vocabulary) -> Mark | None:
    """The mark of the period before, under the one head that names it."""
    mark = grid.under(row, heads[0]) if len(heads) == 1 else None
    return mark_of(mark) if mark is not None and is_mark(mark, vocabulary) else None


def _comment(
    grid: Grid, name: Cell, heads: list[Cell], taken: set[int], vocabulary: Vocabulary
) -> str | None:
    """The commentary of a project's row: what stands under the head of comments, else its one sentence."""
    free = [head for head in heads if id(head) not in taken]
    headed = [head for head in free if role_of(head, vocabulary) == "comment"]
    cells = [cell for head in headed or free if (cell := grid.under(name.row, head)) is not None]
    told = [words for cell in cells if (words := cell.words) and (headed or words.endswith("."))]
    return told[0] if len(told) == 1 else None


def _rows(
    grid: Grid, row: int, heads: int, named: Cell, rated: Cell, vocabulary: Vocabulary
) -> list[tuple[Cell, Cell, list[Cell]]]:
    """The name, the mark and all cells of each row below the heads, up to the first that is another's."""
    body: list[tuple[Cell, Cell, list[Cell]]] = []
    for below in range(row + 1, grid.rows):
        name, mark = grid.under(below, named), grid.under(below, rated)
        cells = grid.starting(below)
        if name is None or mark is None or len(cells) != heads or not 0 < len(name.words) <= _NAME:
            break
        if not is_mark(mark, vocabulary) and not is_blank_mark(mark, vocabulary):
            break
        body.append((name, mark, cells))
    return body if any(is_mark(mark, vocabulary) for _, mark, _ in body) else []


def _is_rating_head(cell: Cell, vocabulary: Vocabulary) -> bool:
    return is_dimension(cell, vocabulary) or role_of(cell, vocabulary) == "current"
