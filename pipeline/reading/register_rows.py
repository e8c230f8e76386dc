"""The rows below a register's heads: records, sub-headings, and rows that go on with the record above."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from extractors.document import Cell
from pipeline.reading.elements import ACTIVITY_SECTIONS, RISK_SECTIONS, Row
from pipeline.reading.grid import Grid, is_empty
from pipeline.reading.legends import explains_scale
from pipeline.reading.ticked_kinds import ticked_head
from pipeline.reading.twin_heads import parted_cell, twin_heads
from pipeline.reading.vocabulary import Vocabulary

_HEADS = 2
"""Cells dressed as heads that make a row of heads."""
_UNFILLED_HEADS = 3
"""Heads that make a register of a table without a word below them."""
_GROUP_LINES = 2
_HEADING = 0.9
"""Share of known words from which a row of one cell opens a section."""
_GROUP_LENGTH = 110
"""Characters of a sub-heading row; longer ones are content of their own."""


_LABELS = 3
"""Labels of a form's own fields from which what they stand in is the form, whatever its heads."""
_FORM_FIELDS = {
    "project",
    "programme",
    "reference",
    "sponsor",
    "manager",
    "report_date",
    "start_date",
    "end_date",
}
"""What a form of a report tells of it."""
_GROUPINGS = {"milestones": ("milestones", "completed", "planned"), "finances": ("finances",)}
"""Sections whose names group the rows of a register, by its kind, besides those of its own records."""


def looks_like_head(cell: Cell) -> bool:
    """Whether a cell is dressed as a head: filled or bold."""
    return bool(cell.fill) or all(text.bold for text in cell.lines)


_PROSE = {"people", "quality", "scope", "schedule", "benefits", "dependencies", "changes", "summary"}
"""Sections of prose, whose names are names of workstreams too."""


@dataclass(frozen=True, slots=True)
class HeadReading:
    """What a row of heads says: the register's kind, the part of each head by its index, and how surely.

    ``guessed``: heads whose part only what stands below them tells. ``ticks``: those over ticks for their own kind.
    """

    kind: str
    roles: dict[int, str]
    score: float
    guessed: frozenset[int] = frozenset()
    ticks: frozenset[int] = frozenset()


def read_rows(
    grid: Grid,
    start: int,
    heads: list[tuple[Cell, str]],
    reading: HeadReading,
    vocabulary: Vocabulary,
    begins_another: Callable[[list[Cell]], bool],
) -> tuple[list[Row], int]:
    """The rows from ``start`` on that are the register's, and how many rows of the table they take.

    ``begins_another`` says whether a row holds the heads of another register.
    """
    return _RowReader(grid, start, heads, reading, vocabulary, begins_another).read()


class _RowReader:
    """Walks the rows below heads until one is no longer the register's."""

    def __init__(
        self,
        grid: Grid,
        start: int,
        heads: list[tuple[Cell, str]],
        reading: HeadReading,
        vocabulary: Vocabulary,
        begins_another: Callable[[list[Cell]], bool],
    ) -> None:
        self._grid, self._start, self._heads = grid, start, heads
        self._reading, self._vocabulary, self._begins_another = reading, vocabulary, begins_another
        self._columns = {cell.column for cell, _ in heads}
        self._head_words = [text for _, text in heads]
        self._twins = twin_heads(heads, reading.roles, reading.kind, vocabulary)
        self._ticks = [heads[index][0] for index in sorted(reading.ticks)]
        self._rows: list[Row] = []
        self._group: str | None = None
        self._dress: tuple[str | None, bool] | None = None

    def read(self) -> tuple[list[Row], int]:
        """The rows, and how many of the table they take."""
        index = self._start
        while index < self._grid.rows and self._takes(index):
            index += 1
        rows = self._rows if any(row.cells for row in self._rows) else []
        return rows, index - self._start

    def _takes(self, index: int) -> bool:
        """Whether a row is the register's: a record, the rest of one, a sub-heading, nothing, the heads again."""
        cells = self._grid.starting(index)
        shown = [cell for cell in cells if not is_empty(cell)]
        if not shown or [cell.words for cell in cells] == self._head_words:
            return True
        if shown[0].column == 0 and shown[0].column_span > max(self._columns) > 0 and len(shown) > 1:
            shown = shown[:1]
        if len(shown) == 1 and explains_scale(shown[0].words, self._vocabulary):
            return False
        wide = shown[0].column_span > 1 or len(cells) > 1
        if len(shown) == 1 and wide and shown[0].column == 0 and _alone(shown[0], cells, self._grid):
            return self._takes_group(shown[0], index)
        further = _further_parts(self._grid, index, shown, self._rows, self._vocabulary, self._reading.kind)
        if further is not None:
            self._rows[-1] = further
            return True
        if not _fits(cells, self._columns, self._grid) or self._begins_another(cells):
            return False
        if self._rows and _is_wordy(shown) and opens_another(self._grid, index, self._heads, self._start):
            return False
        by_role: dict[str, Cell] = {}
        for number, role in self._reading.roles.items():
            cell = self._grid.under(index, self._heads[number][0])
            if cell is not None and role != "aside":
                twins = self._twins.get(number)
                by_role |= parted_cell(cell, twins, role, self._vocabulary) if twins else {role: cell}
        if self._ticks and (kind := ticked_head(self._grid, index, self._ticks)) is not None:
            by_role["kind"] = kind
        self._rows.append(Row(by_role, tuple(shown), self._group))
        return True

    def _takes_group(self, cell: Cell, index: int) -> bool:
        """Whether a row of one cell groups the rows below it, or says that there are none."""
        words = cell.words
        if len(cell.lines) > _GROUP_LINES or len(words) > _GROUP_LENGTH:
            return False
        if self._opens_section(words) and not self._names_group(cell, index):
            return False
        if opens_another(self._grid, index + 1, self._heads, self._start):
            return False
        if not self._vocabulary.is_kind("placeholder", words):
            note = words.endswith(".") and not looks_like_head(cell)
            if not note and not _goes_on(self._grid, index + 1, self._columns, self._vocabulary):
                return False
            self._group, self._dress = words, (cell.fill, looks_like_head(cell))
        self._rows.append(Row({}, (cell,), self._group))
        return True

    def _names_group(self, cell: Cell, index: int) -> bool:
        """Whether a row that might head prose ('People') groups records: right under the heads, or like such a row.

        Rows of the register's own columns follow it, which no prose has.
        """
        match = self._vocabulary.heading(cell.words)
        if match is not None and match.section not in _PROSE:
            return False
        alike = index == self._start or self._dress == (cell.fill, looks_like_head(cell))
        return alike and _goes_on(self._grid, index + 1, self._columns, self._vocabulary)

    def _opens_section(self, words: str) -> bool:
        """Whether a row of one cell is the heading of a section that the register does not hold."""
        match = self._vocabulary.heading(words)
        if match is None or not (match.exact or match.coverage > _HEADING):
            return False
        kind = self._reading.kind
        return not (
            match.section in _GROUPINGS.get(kind, ())
            or (kind == "risks" and match.section in RISK_SECTIONS)
            or (kind == "activities" and match.section in ACTIVITY_SECTIONS)
        )


def is_unfilled(
    grid: Grid, start: int, reading: HeadReading, heads: list[tuple[Cell, str]], vocabulary: Vocabulary
) -> bool:
    """A register that nobody filled in: known heads over rows that hold nothing, or say that there is nothing."""
    known = len([role for role in reading.roles.values() if role != "aside"])
    end = next((row for row in range(start + 1, grid.rows) if _is_band(grid, row)), grid.rows)
    below = [cell for row in range(start, end) for cell in grid.starting(row)]
    if not all(is_empty(cell) or vocabulary.is_kind("placeholder", cell.words) for cell in below):
        return False
    said = bool(below) and not is_empty(below[0]) and len(reading.roles) == len(heads)
    if said and all(looks_like_head(cell) for cell, _ in heads):
        return True  # 'None' under the first of heads that all are known
    return known >= _UNFILLED_HEADS and known * 2 > len(heads)


def _is_band(grid: Grid, row: int) -> bool:
    """Whether a row across the table is dressed as a head: what stands below it is of another part."""
    cells = grid.filled(row)
    return len(cells) == 1 and cells[0].column_span >= grid.columns > 1 and looks_like_head(cells[0])


def _further_parts(
    grid: Grid, row: int, shown: list[Cell], rows: list[Row], vocabulary: Vocabulary, kind: str
) -> Row | None:
    """A row that goes on with the record above, whose first cell spans it: [Action][Weld the kiln] below [R1][...]."""
    first = grid.at(row, 0)
    if first is None or first.row >= row or not rows or not rows[-1].cells or not shown:
        return None
    label, *values = shown
    words = label.words.strip(" :")
    if not values:
        return _with_line(rows[-1], label, vocabulary, kind)
    roles = [column.role for column in vocabulary.columns(words) if column.register == kind]
    if not roles or len(values) != 1 or roles[0] in rows[-1].cells:
        return None
    return Row({**rows[-1].cells, roles[0]: values[0]}, (*rows[-1].all_cells, *shown), rows[-1].group)


def _with_line(row: Row, cell: Cell, vocabulary: Vocabulary, kind: str) -> Row | None:
    """The record above with a part told in one cell below it: 'Mitigation: fire it slowly'."""
    label, sign, _ = cell.words.partition(":")
    roles = [column.role for column in vocabulary.columns(label.strip()) if column.register == kind]
    if not sign or not roles or roles[0] in row.cells or roles[0] in {"aside", "text", "text-plain"}:
        return None
    return Row({**row.cells, roles[0]: cell}, (*row.all_cells, cell), row.group)


def _is_wordy(cells: list[Cell]) -> bool:
    """Whether all cells begin with words, as heads do: a row of totals may be dressed as one."""
    return all(cell.words.strip()[:1].isalpha() for cell in cells)


def opens_another(grid: Grid, row: int, heads: list[tuple[Cell, str]], start: int) -> bool:
    """Whether a row right under a sub-heading is dressed as heads, which none of the register's records are."""
    cells = grid.filled(row)
    fills = {cell.fill for cell, text in heads if text}
    if (
        len(cells) < _HEADS
        or not all(map(looks_like_head, cells))
        or not {cell.fill for cell in cells} <= fills
    ):
        return False
    first = grid.filled(start)
    return not all(map(looks_like_head, first)) and [cell.words for cell in cells] != [
        text for _, text in heads
    ]


def _goes_on(grid: Grid, row: int, columns: set[int], vocabulary: Vocabulary) -> bool:
    """Whether rows of the register's columns follow a row across the table: else that row opens something else."""
    while row < grid.rows:
        shown = grid.filled(row)
        if len(shown) > 1:
            return _fits(grid.starting(row), columns, grid)
        nothing = bool(shown) and vocabulary.is_kind("placeholder", shown[0].words)
        if shown and not nothing and not looks_like_head(shown[0]):
            return False
        row += 1
    return False


def _alone(cell: Cell, cells: list[Cell], grid: Grid) -> bool:
    """A sub-heading row: merged across the table, or one bold or filled cell with nothing beside it."""
    if cell.column_span >= grid.columns - 1 > 0 or (len(cells) == 1 and cell.column_span > 1):
        return True
    texts = cell.lines
    return grid.columns > 2 and (bool(cell.fill) or all(text.bold for text in texts))


def _fits(cells: list[Cell], columns: set[int], grid: Grid) -> bool:
    """Whether a row has the head's columns; merged cells may hide some, but new ones make it another band."""
    starts = {cell.column for cell in cells}
    return len(starts - columns) <= max(0, len(starts) // 4) and len(starts) * 2 >= min(
        len(columns), grid.columns
    )


def hold_labels(rows: list[Row], vocabulary: Vocabulary) -> bool:
    """Whether most of what rows are about are labels of a form's fields: [1][Project name][text][Depot move]."""
    told = [row.cells["text"].words for row in rows if "text" in row.cells]
    labels = [field for words in told if (field := vocabulary.field(words)) is not None]
    return len(set(labels) & _FORM_FIELDS) >= _LABELS and len(labels) * 2 > len(told)
