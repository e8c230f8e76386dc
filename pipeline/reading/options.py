"""Printed options: columns headed Green, Yellow, Red with a cross in one, or a row of all ratings with one ringed."""

from __future__ import annotations

from extractors.document import Cell
from pipeline.reading.elements import Element, Labels, Rated, cell_text, figures_of, mark_of, texts_of
from pipeline.reading.grid import Grid, is_empty
from pipeline.reading.marks import is_dimension, prose_beside
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.rating import Mark

_OPTION_VALUES = {"Red", "Amber", "Green", "Blue"}
_OPTION_COLUMNS = 2
"""Columns headed by ratings from which a table is one of boxes to mark."""


def read_option_columns(grid: Grid, row: int, vocabulary: Vocabulary) -> tuple[list[Element], int] | None:
    """Columns headed Green, Yellow, Red with a cross in one of them in each dimension's row."""
    words = vocabulary.rating_words
    heads = [cell for cell in grid.starting(row) if not is_empty(cell)]
    options = [cell for cell in heads if cell.column > 0 and words.of_word(cell_text(cell)) in _OPTION_VALUES]
    if len(options) < _OPTION_COLUMNS:
        return None
    elements: list[Element] = [Labels(tuple(text for cell in heads for text in texts_of(cell.blocks)))]
    below = row + 1
    while below < grid.rows and (label := grid.at(below, 0)) is not None and not is_empty(label):
        marked = [head for head in options if _is_crossed(grid.under(below, head))]
        if len(marked) > 1 or (not marked and not is_dimension(label, vocabulary)):
            break
        taken = {id(label), *(id(grid.under(below, head)) for head in options)}
        comment = prose_beside(grid, below, taken)
        value = Mark(cell_text(marked[0])) if marked else None
        cells = tuple(grid.starting(below))
        blocks = tuple(text for cell in cells for text in texts_of(cell.blocks))
        words_beside = cell_text(comment) if comment is not None else None
        elements.append(Rated(cell_text(label).strip(" :"), value, None, words_beside, blocks, label.place))
        below += 1
    return (elements, below - row) if len(elements) > 1 else None


def _is_crossed(cell: Cell | None) -> bool:
    """Whether an option's box is marked: ticked where it is a drawn box, else anything in it."""
    if cell is None or is_empty(cell):
        return False
    boxes = [figure for figure in figures_of(cell.blocks) if figure.kind == "checkbox"]
    return any(figure.checked for figure in boxes) if boxes else True


def read_option_row(grid: Grid, row: int, vocabulary: Vocabulary) -> tuple[list[Element], int] | None:
    """A row of all ratings, one of them ringed or bold: its label stands in the row or heading above."""
    cells = [cell for cell in grid.starting(row) if not is_empty(cell)]
    named = [vocabulary.rating_words.options(cell_text(cell)) for cell in cells]
    if (
        len(cells) < 3
        or any(len(values) != 1 for values in named)
        or len({values[0] for values in named}) < 3
    ):
        return None
    if any(len(cell_text(cell).split()) > 3 for cell in cells):
        return None
    marks = [mark_of(cell) for cell in cells]
    runs = tuple(run for mark in marks for run in mark.runs)
    figures = tuple(figure for mark in marks for figure in mark.figures)
    text = " / ".join(mark.text for mark in marks)
    blocks = tuple(text for cell in cells for text in texts_of(cell.blocks))
    return [Rated("", Mark(text, runs, None, figures), None, None, blocks, cells[0].place)], 1
