"""Tables cut by a page break -> one table, a cell cut in the middle made whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.document import Block, Box, Cell, ListItem, Paragraph, Table
from extractors.pdf.cut_labels import (
    SAME_EDGE,
    Cut,
    JoinBlocks,
    blank_labels,
    cut_labels,
    with_labels,
    wrapped_labels,
)
from extractors.pdf.paragraphs import TERMINAL

MOST_HEADERS = 3
"""Rows that a table repeats at the top of each page."""

ROW_SLACK = 24.0
"""Points of space that may be left under a table though its next row did not fit."""

FORM_ROWS = 3
"""So many equal labels in both parts: the second is the next copy of a form, not the table's rest."""

LEAST_EDGES = 3
"""Edges of a row of two cells: any two tables of a page may share them."""

WHOLE_ROW, FEW_WORDS = 3, 2
"""Cells of a row, and words of a short one: a name, a date, a rating."""

ONE_SHADE = 6
"""Of 255: by how much the channels of one paint differ between a scan and a print."""


def join_tables(
    above: Table, below: Table, cut: Cut, join: JoinBlocks
) -> tuple[Table, tuple[Block, ...]] | None:
    """One table of both, and the repeated header rows that were dropped; None where they are two tables."""
    if not _same_columns(above, below, cut):
        return None
    headers = _repeated_rows(above, below)
    if _same_form(above, below, headers) or headers == below.rows:
        return None
    broken = cut.open_bottom or cut.open_top
    if not broken and not _near_end(above, below, cut.limit, headers):
        return None
    dropped = tuple(block for cell in below.cells if cell.row < headers for block in cell.blocks)
    rest = [cell for cell in below.cells if cell.row >= headers]
    first = [cell for cell in rest if cell.row == headers]
    labels = cut_labels(above, first, cut) or blank_labels(above, first, rest) or wrapped_labels(above, first)
    merge = bool(rest) and not labels and _row_goes_on(above, first, broken)
    shift = above.rows - headers - (1 if merge else 0)
    above, rest = with_labels(above, rest, labels, join) if labels else (above, rest)
    return _stacked(above, rest, shift, below.rows, join), dropped


def _box(cell: Cell | Table) -> Box:
    if cell.place.box is None:
        raise ValueError("a PDF table without a box")
    return cell.place.box


def _edges(cells: Sequence[Cell]) -> list[float]:
    edges: list[float] = []
    for at in sorted({at for cell in cells for at in _box(cell)[::2]}):
        if not edges or at - edges[-1] > SAME_EDGE:
            edges.append(at)
    return edges


def _last_part(table: Table) -> list[Cell]:
    """The cells of the table's last page."""
    page = max(cell.place.page or 0 for cell in table.cells)
    return [cell for cell in table.cells if (cell.place.page or 0) == page] or list(table.cells)


def _same_columns(above: Table, below: Table, cut: Cut) -> bool:
    """Whether both have the same outer edges, and the columns of one are among those of the other."""
    first, second = _edges(above.cells), _edges(below.cells)
    if abs(first[0] - second[0]) > SAME_EDGE or abs(first[-1] - second[-1]) > SAME_EDGE:
        return False
    fewer, more = sorted((first, second), key=len)
    common = sum(1 for edge in fewer if any(abs(edge - other) <= SAME_EDGE for other in more))
    if common == len(fewer):
        return (
            len(fewer) > 2
            or len(more) == 2
            or cut.open_bottom
            or cut.open_top
            or _full_width_end(above, below)
        )
    return (cut.open_bottom and cut.open_top) or _same_row_edges(above, below)


def _same_row_edges(above: Table, below: Table) -> bool:
    """Whether the rows around the break have the same columns, several; a form's others have columns of their own."""
    last = _edges([cell for cell in above.cells if cell.row + cell.row_span == above.rows])
    first = _edges(below.row(0))
    return len(last) == len(first) > LEAST_EDGES and all(
        abs(mine - theirs) <= SAME_EDGE for mine, theirs in zip(last, first, strict=True)
    )


def _full_width_end(above: Table, below: Table) -> bool:
    """Whether a full-width row stands at the break: form tables change their columns from row to row."""
    last = [cell for cell in above.cells if cell.row + cell.row_span == above.rows]
    return len(last) == 1 or len(below.row(0)) == 1


def _row_texts(table: Table, row: int) -> list[str]:
    return [cell.text for cell in table.row(row)]


def _row_labels(table: Table) -> dict[int, Cell]:
    """The first cell of each row in which any starts."""
    labels: dict[int, Cell] = {}
    for cell in table.cells:
        labels.setdefault(cell.row, cell)
    return labels


def _repeated_rows(above: Table, below: Table) -> int:
    count = 0
    while count < min(MOST_HEADERS, above.rows, below.rows):
        mine, theirs = _row_texts(above, count), _row_texts(below, count)
        if mine != theirs or not any(mine):
            break
        count += 1
    return count


def _same_form(above: Table, below: Table, headers: int) -> bool:
    """Whether the second table repeats the first one's labels: the next copy of the same form."""
    rows = range(headers, min(above.rows, below.rows))
    mine, theirs = _row_labels(above), _row_labels(below)
    equal = sum(
        1 for row in rows if row in mine and row in theirs and mine[row].text == theirs[row].text != ""
    )
    return equal >= FORM_ROWS or (len(rows) > 0 and equal + headers >= FORM_ROWS and equal >= 0.4 * len(rows))


def _near_end(above: Table, below: Table, limit: float, headers: int) -> bool:
    """Whether the next row would not have fitted under the first table."""
    bottom = max(_box(cell)[3] for cell in _last_part(above))
    row = [_box(cell) for cell in below.cells if cell.row == headers and cell.row_span == 1]
    height = min((box[3] - box[1] for box in row), default=0.0)
    return limit - bottom < height + ROW_SLACK


def _row_goes_on(above: Table, first: Sequence[Cell], broken: bool) -> bool:
    """Whether the first row after the break is the rest of the last row before it."""
    last = [cell for cell in above.cells if cell.row + cell.row_span == above.rows]
    if len(last) != len(first) or any(
        abs(_box(mine)[0] - _box(theirs)[0]) > SAME_EDGE for mine, theirs in zip(last, first, strict=True)
    ):
        return False
    if len(first) > 1 and _of_one_pattern(last[0].text, first[0].text):
        return (
            False  # 'KD03' and 'KD04': each row's own reference, whether or not a line is drawn between them
        )
    if len(first) >= WHOLE_ROW and _begin_anew(last, first):
        return False
    if broken:
        return True
    if not all(_same_paint(cell.fill, other.fill) for cell, other in zip(last, first, strict=True)):
        return False
    if any(_of_one_pattern(cell.text, other.text) for cell, other in zip(last, first, strict=True)):
        return False
    if len(first) > 1 and not first[0].text and any(cell.text for cell in first) and last[0].text:
        return True
    pairs = list(zip(last, first, strict=True))
    if any(_text_goes_on(mine, theirs) for mine, theirs in pairs):
        return True
    return any(_list_goes_on(*pair) for pair in pairs) and not any(_both_hold_values(*pair) for pair in pairs)


def _begin_anew(last: Sequence[Cell], first: Sequence[Cell]) -> bool:
    """Whether all cells of both rows hold texts, those below each begun in no lower case, and a late one so short in
    both that its words fit one line: cut cells end at unlike heights, a whole one leaves nothing for the next page.
    """
    if not all(cell.text for cell in (*last, *first)) or any(cell.text[:1].islower() for cell in first):
        return False
    return any(
        max(len(cell.text.split()) for cell in pair) <= FEW_WORDS
        for pair in zip(last[1:], first[1:], strict=True)
    )


def _same_paint(one: str | None, other: str | None) -> bool:
    """Whether two fills are one paint; a scanned page shows the paint of a digital one before it in its own shade."""
    if one is None or other is None:
        return one == other
    return all(abs(int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) <= ONE_SHADE for at in (1, 3, 5))


def _of_one_pattern(above: str, below: str) -> bool:
    """Whether two texts are a reference, date or amount each ('R1' and 'R2'): every row has one of its own."""
    patterns = {re.sub(r"\d+", "0", text.strip()) for text in (above, below)}
    pattern = patterns.pop()
    return not patterns and "0" in pattern


def _text_goes_on(above: Cell, below: Cell) -> bool:
    """Whether the text of one cell runs on in the other: it begins in lower case, though its column does not."""
    if not above.blocks or not below.blocks:
        return False
    end, start = above.blocks[-1], below.blocks[0]
    if isinstance(end, Table) and isinstance(start, Table):
        return _same_columns(end, start, Cut())
    if not isinstance(end, (Paragraph, ListItem)) or not isinstance(start, Paragraph):
        return False
    if above.text[:1].islower():
        return False  # a register that is kept in lower case throughout
    return not end.text.endswith(TERMINAL) and start.text[:1].islower()


def _list_goes_on(above: Cell, below: Cell) -> bool:
    if not above.blocks or not below.blocks or (above.column_span == 1 and above.column > 0):
        return False
    return isinstance(above.blocks[-1], ListItem) and isinstance(below.blocks[0], ListItem)


def _both_hold_values(above: Cell, below: Cell) -> bool:
    """Whether two cells each hold a text of their own beside the list: a date, a share, a status for each row."""
    return all(cell.blocks and isinstance(cell.blocks[0], Paragraph) for cell in (above, below))


def _stacked(above: Table, rest: Sequence[Cell], shift: int, rows: int, join: JoinBlocks) -> Table:
    """Both tables on one set of columns. The second one's rows, counted to ``rows``, are moved down by ``shift``; what
    comes to stand in the first one's last row is joined to it.
    """
    cells = list(above.cells)
    added = []
    for cell in rest:
        if cell.row + shift >= above.rows:
            added.append(cell)
            continue
        twin = next(
            i
            for i, mine in enumerate(cells)
            if mine.row + mine.row_span == above.rows and abs(_box(mine)[0] - _box(cell)[0]) <= SAME_EDGE
        )
        mine = cells[twin]
        cells[twin] = replace(
            mine,
            blocks=join(mine.blocks, cell.blocks),
            row_span=mine.row_span + cell.row_span - 1,
            fill=mine.fill or cell.fill,
        )
    columns = _Columns(_edges([*cells, *added]))
    numbered = [columns.numbered(cell, 0) for cell in cells]
    numbered += [columns.numbered(cell, shift) for cell in added]
    numbered.sort(key=lambda cell: (cell.row, cell.column))
    return Table(tuple(numbered), shift + rows, columns.count, above.place)


class _Columns:
    """The columns between some edges; cells of one width are looked up once."""

    def __init__(self, edges: Sequence[float]) -> None:
        self.count = len(edges) - 1
        self._edges = edges
        self._known: dict[tuple[float, float], tuple[int, int]] = {}

    def numbered(self, cell: Cell, shift: int) -> Cell:
        """The cell in its column, moved down by ``shift`` rows."""
        x0, _, x1, _ = _box(cell)
        if (x0, x1) not in self._known:
            self._known[x0, x1] = self._place(x0, x1)
        column, span = self._known[x0, x1]
        if not shift and (cell.column, cell.column_span) == (column, span):
            return cell
        return replace(cell, row=cell.row + shift, column=column, column_span=span)

    def _place(self, x0: float, x1: float) -> tuple[int, int]:
        """The column and the span of a cell from ``x0`` to ``x1``."""
        column = min(range(self.count), key=lambda index: abs(self._edges[index] - x0))
        end = min(range(1, self.count + 1), key=lambda index: abs(self._edges[index] - x1))
        return column, max(1, end - column)
