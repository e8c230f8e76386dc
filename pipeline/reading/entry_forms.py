"""Forms with heads over their columns: [Item][Unit][Entry] over [Project manager][text][A B]."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.document import Cell
from pipeline.reading.elements import Element, Labels, Pair, mark_of
from pipeline.reading.grid import Grid, is_empty
from pipeline.reading.register_rows import looks_like_head
from pipeline.reading.vocabulary import Vocabulary

_ROWS = 3
"""Known labels that make a form of the rows under a row of heads."""
_WEAK = {"metadata"}


def read_entry_form(grid: Grid, row: int, vocabulary: Vocabulary) -> tuple[list[Element], int] | None:
    """The form whose heads stand at ``row`` and the rows it takes; None where the rows below are no fields."""
    heads = grid.filled(row)
    if len(heads) < 2 or len(heads) < grid.columns or not all(map(looks_like_head, heads)):
        return None
    if vocabulary.field(heads[0].words) not in {None, "metadata"}:
        return None
    rows: list[list[Cell]] = []
    for below in range(row + 1, grid.rows):
        cells = grid.starting(below)
        if len(cells) != grid.columns or is_empty(cells[0]):
            break
        rows.append(cells)
    columns = [_known(list(column), vocabulary) for column in zip(*rows, strict=True)]
    known, *beside = columns or [[]]
    if len(known) < _ROWS or len(known) * 2 < len(rows) or any(len(set(told)) > 1 for told in beside):
        return None  # labels in two columns: a form of two pairs in a row
    entry = _entry(heads, vocabulary)
    elements: list[Element] = [Labels(tuple(line for cell in heads for line in cell.lines))]
    for cells in rows:
        label, value = cells[0], cells[entry]
        others = tuple(
            line for cell in cells if cell is not label and cell is not value for line in cell.lines
        )
        if others:
            elements.append(Labels(others))
        words = label.words.rstrip(": ")
        elements.append(Pair(words, value.words, label.lines + value.lines, mark_of(value), label.place))
    return elements, 1 + len(rows)


def _known(cells: Sequence[Cell], vocabulary: Vocabulary) -> list[str]:
    """The fields that the labels of a column name."""
    fields = [vocabulary.field(cell.words) for cell in cells]
    return [field for field in fields if field and field not in _WEAK]


def _entry(heads: list[Cell], vocabulary: Vocabulary) -> int:
    """Which column holds the answers: the one headed so, else the last."""
    named = [index for index, cell in enumerate(heads) if index and vocabulary.is_kind("entry", cell.words)]
    return named[0] if named else len(heads) - 1
