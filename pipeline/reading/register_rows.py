"""The rows below a register's heads: records, sub-headings, and rows that go on with the record above."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from extractors.document import Cell
from pipeline.reading.elements import ACTIVITY_SECTIONS, RISK_SECTIONS, Row, cell_text, texts_of
from pipeline.reading.grid import Grid, is_empty
from pipeline.reading.vocabulary import Vocabulary

_HEADS = 2
"""Cells dressed as heads that make a row of heads."""
_GROUP_LENGTH = 110
"""Characters of a sub-heading row; longer ones are content of their own."""


_GROUPINGS = {"milestones": ("milestones", "completed", "planned"), "finances": ("finances",)}
"""Sections whose names group the rows of a register, by its kind, besides those of its own records."""


def looks_like_head(cell: Cell) -> bool:
    """Whether a cell is dressed as a head: filled or bold."""
    return bool(cell.fill) or all(text.bold for text in texts_of(cell.blocks))


@dataclass(frozen=True, slots=True)
class HeadReading:
    """What a row of heads says: the register's kind, the part of each head by its index, and how surely.

    ``guessed``: heads whose part only what stands below them tells.
    """

    kind: str
    roles: dict[int, str]
    score: float
    guessed: frozenset[int] = frozenset()


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
    rows: list[Row] = []
    group: str | None = None
    columns = {cell.column for cell, _ in heads}
    head_words = [text for _, text in heads]
    index = start
    while index < grid.rows:
        cells = grid.starting(index)
        shown = [cell for cell in cells if not is_empty(cell)]
        if not shown:
            index += 1
            continue
        if [cell_text(cell) for cell in cells] == head_words:
            index += 1
            continue
        if shown[0].column == 0 and shown[0].column_span > max(columns) > 0 and len(shown) > 1:
            shown = shown[:1]
        if (
            len(shown) == 1
            and (shown[0].column_span > 1 or len(cells) > 1)
            and shown[0].column == 0
            and _alone(shown[0], cells, grid)
        ):
            match = vocabulary.heading(cell_text(shown[0]))
            if (
                len(texts_of(shown[0].blocks)) > 2
                or len(cell_text(shown[0])) > _GROUP_LENGTH
                or (
                    match
                    and match.section not in _GROUPINGS.get(reading.kind, ())
                    and not (reading.kind == "risks" and match.section in RISK_SECTIONS)
                    and not (reading.kind == "activities" and match.section in ACTIVITY_SECTIONS)
                    and (match.exact or match.coverage > 0.9)
                )
            ):
                break
            if _opens_another(grid, index + 1, heads, start):
                break
            note = cell_text(shown[0]).endswith(".") and not looks_like_head(shown[0])
            if vocabulary.is_kind("placeholder", cell_text(shown[0])):
                rows.append(Row({}, tuple(shown), group))
                index += 1
                continue
            if not note and not _goes_on(grid, index + 1, columns, vocabulary):
                break
            group = cell_text(shown[0])
            rows.append(Row({}, tuple(shown), group))
            index += 1
            continue
        further = _further_parts(grid, index, shown, rows, vocabulary, reading.kind)
        if further is not None:
            rows[-1] = further
            index += 1
            continue
        if not _fits(cells, columns, grid) or begins_another(cells):
            break
        by_role: dict[str, Cell] = {}
        for number, role in reading.roles.items():
            cell = grid.under(index, heads[number][0])
            if cell is not None and role != "aside":
                by_role[role] = cell
        rows.append(Row(by_role, tuple(shown), group))
        index += 1
    return (rows if any(row.cells for row in rows) else []), index - start


def _further_parts(
    grid: Grid, row: int, shown: list[Cell], rows: list[Row], vocabulary: Vocabulary, kind: str
) -> Row | None:
    """A row that goes on with the record above, whose first cell spans it: [Action][Weld the kiln] below [R1][...]."""
    first = grid.at(row, 0)
    if first is None or first.row >= row or not rows or not rows[-1].cells or not shown:
        return None
    label, *values = shown
    words = cell_text(label).strip(" :")
    roles = [column.role for column in vocabulary.columns(words) if column.register == kind]
    if not roles or len(values) != 1 or roles[0] in rows[-1].cells:
        return None
    return Row({**rows[-1].cells, roles[0]: values[0]}, (*rows[-1].all_cells, *shown), rows[-1].group)


def _opens_another(grid: Grid, row: int, heads: list[tuple[Cell, str]], start: int) -> bool:
    """Whether a row right under a sub-heading is dressed as heads, which none of the register's records are."""
    cells = [cell for cell in grid.starting(row) if not is_empty(cell)]
    fills = {cell.fill for cell, text in heads if text}
    if (
        len(cells) < _HEADS
        or not all(map(looks_like_head, cells))
        or not {cell.fill for cell in cells} <= fills
    ):
        return False
    first = [cell for cell in grid.starting(start) if not is_empty(cell)]
    return not all(map(looks_like_head, first)) and [cell_text(cell) for cell in cells] != [
        text for _, text in heads
    ]


def _goes_on(grid: Grid, row: int, columns: set[int], vocabulary: Vocabulary) -> bool:
    """Whether rows of the register's columns follow a row across the table: else that row opens something else."""
    while row < grid.rows:
        shown = [cell for cell in grid.starting(row) if not is_empty(cell)]
        if len(shown) > 1:
            return _fits(grid.starting(row), columns, grid)
        nothing = bool(shown) and vocabulary.is_kind("placeholder", cell_text(shown[0]))
        if shown and not nothing and not looks_like_head(shown[0]):
            return False
        row += 1
    return False


def _alone(cell: Cell, cells: list[Cell], grid: Grid) -> bool:
    """A sub-heading row: merged across the table, or one bold or filled cell with nothing beside it."""
    if cell.column_span >= grid.columns - 1 > 0 or (len(cells) == 1 and cell.column_span > 1):
        return True
    texts = texts_of(cell.blocks)
    return grid.columns > 2 and (bool(cell.fill) or all(text.bold for text in texts))


def _fits(cells: list[Cell], columns: set[int], grid: Grid) -> bool:
    """Whether a row has the head's columns; merged cells may hide some, but new ones make it another band."""
    starts = {cell.column for cell in cells}
    return len(starts - columns) <= max(0, len(starts) // 4) and len(starts) * 2 >= min(
        len(columns), grid.columns
    )
