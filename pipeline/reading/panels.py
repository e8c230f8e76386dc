"""What stands around a form: a banner over it, or a panel beside it with one tall lamp under 'Overall health'."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extractors.document import Cell, Figure, Table
from pipeline.reading.elements import Drawing, Element, Line, Pair, mark_of
from pipeline.reading.forms import inside_cell
from pipeline.reading.grid import Grid, is_empty
from pipeline.reading.register_rows import looks_like_head
from pipeline.reading.titles import read_title
from pipeline.reading.vocabulary import Vocabulary
from pipeline.values.dates import parse_date

_FORM_SHARE = 0.5
"""Share of the rows beside a panel that begin with a label that the rules know."""
_BANNER_CELLS = 2
_FEWEST_ROWS = 3
"""Rows of a form beside which a tall cell is a panel; heads in two rows span two."""


@dataclass(frozen=True, slots=True)
class FormWithPanel:
    """The form's own rows as a table, and what the panel beside it says."""

    form: Table
    panel: tuple[Element, ...]


def part_panel(table: Table, vocabulary: Vocabulary) -> FormWithPanel | None:
    """A form's table without the panel in its last column; None where it has none."""
    column = table.columns - 1
    panel = sorted((cell for cell in table.cells if cell.column == column), key=lambda cell: cell.row)
    beside = tuple(cell for cell in table.cells if cell.column < column)
    if table.rows < _FEWEST_ROWS or column < 2 or not any(cell.row_span > 1 for cell in panel):
        return None
    if any(cell.row_span > 1 or cell.column + cell.column_span > column for cell in beside):
        return None
    form = Table(beside, table.rows, column, table.place)
    if not _is_form(form, vocabulary) or not _is_panel(panel, table.rows):
        return None
    return FormWithPanel(form, tuple(_read(panel, vocabulary)))


def is_banner(cells: list[Cell], vocabulary: Vocabulary) -> bool:
    """Whether a table's first row is a banner: all of it dressed alike, no label in it, its date or title among it."""
    alike = len({cell.fill for cell in cells}) == 1 and cells[0].fill is not None
    if len(cells) < _BANNER_CELLS or not alike or not all(map(looks_like_head, cells)):
        return False
    words = [cell.words for cell in cells]
    told = any(parse_date(text) is not None for text in words)
    titled = len(words) > _BANNER_CELLS and any(read_title(text, vocabulary).kind for text in words)
    return (told or titled) and not any(vocabulary.field(text) for text in words)


def _is_form(form: Table, vocabulary: Vocabulary) -> bool:
    grid = Grid(form)
    labels = [cells[0] for row in range(grid.rows) if (cells := grid.starting(row))]
    known = [cell for cell in labels if vocabulary.field(cell.words) is not None]
    return len(known) >= max(2, _FORM_SHARE * form.rows)


def _is_panel(cells: list[Cell], rows: int) -> bool:
    """Whether a column holds little beside many rows: tall cells, each alone or under a head."""
    shown = [cell for cell in cells if not is_empty(cell) or cell.fill]
    tall = [cell for cell in shown if cell.row_span > 1]
    low = [cell for cell in shown if cell.row_span == 1]
    return bool(tall) and len(low) <= len(tall) and all(map(looks_like_head, low)) and len(shown) < rows


def _read(cells: list[Cell], vocabulary: Vocabulary) -> list[Element]:
    found: list[Element] = []
    waiting: Cell | None = None
    for cell in cells:
        if waiting is not None:
            label = waiting.words.strip(" :")
            blocks = waiting.lines + cell.lines
            mark = replace(mark_of(cell), fill=cell.fill if cell.fill != waiting.fill else None)
            found.append(Pair(label, cell.words, blocks, mark, waiting.place))
            waiting = None
        elif cell.row_span == 1 and not is_empty(cell):
            waiting = cell
        else:
            lines = [Line(text, text.text, fill=cell.fill, in_table=True) for text in cell.lines]
            found += inside_cell(cell, vocabulary) or lines
            found += [Drawing(block) for block in cell.blocks if isinstance(block, Figure)]
    if waiting is not None:
        found += [Line(text, text.text, fill=waiting.fill, in_table=True) for text in waiting.lines]
    return found
