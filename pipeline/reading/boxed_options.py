"""Tick boxes in cells of their own beside the options that they tick: [☐][Green][☒][Amber]."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from extractors.document import Cell, Figure, Table
from pipeline.reading.elements import figures_of
from pipeline.reading.grid import Grid
from pipeline.reading.vocabulary import Vocabulary

_OPTIONS = 2
"""A row prints so many options at least; one box beside one word may be a list's."""
_OPEN = set("☐□")
_SIGNS = _OPEN | set("☒☑✓✔✗✘")


def with_own_boxes(table: Table, vocabulary: Vocabulary) -> Table:
    """The table with each box put into the cell of its option; boxes stand before their options, or all after them."""
    boxes = [cell for cell in table.cells if _is_box(cell)]
    if len(boxes) < _OPTIONS:
        return table

    repeated = _repeated(table, boxes)

    def is_option(cell: Cell) -> bool:
        words = cell.words
        return bool(
            (cell.column, words) in repeated
            or vocabulary.rating_words.of_word(words)
            or vocabulary.is_kind("yes", words)
            or vocabulary.is_kind("no", words)
        )

    grid = Grid(table)
    changed = {
        id(cell): own
        for row in sorted({box.row for box in boxes})
        for pair in _pairs(grid.filled(row), is_option)
        for cell, own in _joined(*pair)
    }
    return replace(table, cells=tuple(changed.get(id(cell), cell) for cell in table.cells))


def _repeated(table: Table, boxes: list[Cell]) -> set[tuple[int, str]]:
    """The column and words of options that every row with boxes prints alike ('Met', 'On course', 'Not due yet')."""
    rows = {box.row for box in boxes}
    if len(rows) < _OPTIONS:
        return set()
    told = Counter(
        (cell.column, words)
        for cell in table.cells
        if cell.row in rows and (words := cell.words) and not _is_box(cell)
    )
    return {place for place, count in told.items() if count == len(rows)}


def _is_box(cell: Cell) -> bool:
    """Whether a cell holds one box, drawn or typed, and nothing else."""
    words = cell.words.strip()
    if not words:
        figures = figures_of(cell.blocks)
        return len(figures) == 1 and figures[0].kind == "checkbox" and not figures[0].text
    return len(words) == 1 and words in _SIGNS


def _pairs(cells: Sequence[Cell], is_option: Callable[[Cell], bool]) -> list[tuple[Cell, Cell]]:
    """The boxes of a row and the option of each; none where a box or an option is left over."""
    marks = [cell for cell in cells if _is_box(cell) or is_option(cell)]
    boxes, options = marks[::2], marks[1::2]
    if boxes and not _is_box(boxes[0]):
        boxes, options = options, boxes
    known = (
        len(boxes) == len(options) >= _OPTIONS and all(map(_is_box, boxes)) and all(map(is_option, options))
    )
    return list(zip(boxes, options, strict=True)) if known else []


def _joined(box: Cell, option: Cell) -> Iterator[tuple[Cell, Cell]]:
    """The option's cell with its box, named by the option's words, and a drawn box's own cell without it."""
    words = option.words
    sign = box.words.strip()
    if sign:
        boxes = [Figure("checkbox", box.place, text=words, checked=sign not in _OPEN)]
    else:
        boxes = [replace(figure, text=words) for figure in figures_of(box.blocks)]
        yield box, replace(box, blocks=())
    yield option, replace(option, blocks=(*boxes, *option.blocks))
