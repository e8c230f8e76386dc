"""Guidance under a form's labels ('Programme', below it in small print 'As named in the plan'): it is no value."""

from __future__ import annotations

from dataclasses import replace

from extractors.document import Cell, ListItem, Table, Text
from pipeline.reading.grid import is_empty
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.dates import parse_date

_SMALLER = 0.9
"""Points by which small print is smaller than the label over it."""
_LABELS = 3
"""Labels one under the other that make a form's column: a title with its subtitle stands alone."""
_LINES = 3
"""Lines of the longest guidance under a label."""


def without_guidance(table: Table, vocabulary: Vocabulary) -> tuple[Table, tuple[Text, ...]]:
    """The table without the guidance under its labels, and that guidance.

    A label with guidance stands beside its value: what stands under a label whose neighbour is built alike is its
    value.
    """
    several = [cell for cell in table.cells if len(cell.blocks) > 1]
    if not several:
        return table, ()
    labels = _label_columns(table)
    several = [cell for cell in several if cell.column in labels]
    beside = {(cell.row, cell.column): cell for cell in table.cells} if several else {}
    cut: dict[tuple[int, int], Cell] = {}
    told: list[Text] = []
    for cell in several:
        value = beside.get((cell.row, cell.column + cell.column_span))
        if (
            value is None
            or is_empty(value)
            or _is_headed(value)
            or not (guidance := _guidance(cell, vocabulary))
        ):
            continue
        cut[cell.row, cell.column] = replace(cell, blocks=cell.blocks[:1])
        told += guidance
    if not cut:
        return table, ()
    cells = tuple(cut.get((cell.row, cell.column), cell) for cell in table.cells)
    return replace(table, cells=cells), tuple(told)


def _label_columns(table: Table) -> set[int]:
    """The columns whose cells all begin in bold, several of them: those of a form's labels."""
    begun: dict[int, list[bool]] = {}
    for cell in table.cells:
        if cell.lines and cell.lines[0].text:
            begun.setdefault(cell.column, []).append(cell.lines[0].bold)
    return {column for column, bold in begun.items() if len(bold) >= _LABELS and all(bold)}


def _guidance(cell: Cell, vocabulary: Vocabulary) -> tuple[Text, ...]:
    """The small print under a cell's bold label; () where it holds anything else."""
    label, *below = cell.blocks or (None,)
    lines = tuple(block for block in below if isinstance(block, Text) and not isinstance(block, ListItem))
    if not isinstance(label, Text) or not label.bold or len(lines) != len(below) or len(lines) > _LINES:
        return ()
    if vocabulary.rating_words.of_word(label.text) or any(_is_value(line.text, vocabulary) for line in lines):
        return ()
    return lines if any(line.text for line in lines) and all(_is_small(line, label) for line in lines) else ()


def _is_value(text: str, vocabulary: Vocabulary) -> bool:
    """Whether small print tells something of its own: 'Last month: Green', a date."""
    words = vocabulary.rating_words
    said = text.rpartition(":")[2].strip()
    return words.starts_with_rating(said) or words.says_previous(text) or parse_date(said) is not None


def _is_small(line: Text, label: Text) -> bool:
    """Whether a line is set smaller than the label over it, or in italics, which may be as bold as the label."""
    if line.figures or not line.text:
        return not line.text and not line.figures
    small = line.size is not None and label.size is not None and line.size <= label.size - _SMALLER
    slanted = line.italic and not (line.bold and label.italic)
    return slanted or (small and not line.bold)


def _is_headed(cell: Cell) -> bool:
    """Whether a cell begins with a bold line over others, as one with its own label does."""
    first = cell.lines[0] if cell.lines else None
    return first is not None and first.bold and len(cell.lines) > 1 and first is cell.blocks[0]
