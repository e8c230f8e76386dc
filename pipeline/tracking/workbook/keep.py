"""What people wrote into the workbook, by the rows that they wrote it in."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.formula.translate import Translator
from openpyxl.styles import PatternFill
from openpyxl.styles.cell_style import StyleArray
from openpyxl.worksheet.table import Table

from pipeline.tracking.columns import DIMENSIONS, OVERVIEW, Column
from pipeline.tracking.months import OPEN
from pipeline.tracking.workbook.internals import give_style

CLOSING = {"Trend": 12.0, "Percent complete": 11.0, "Months missing": 10.0, "Open warnings": 10.0}
"""The columns of the overview after its months, with their widths."""

MATRICES = {OVERVIEW: ("Project",), DIMENSIONS: ("Project", "Dimension")}
"""The sheets with a column a month, with the columns that name their rows."""

ORPHANED = "orphaned-note"
"""The code of the finding that a note becomes when its row is gone."""


@dataclass(frozen=True, slots=True)
class KeptCell:
    """A cell that people wrote, with where it stood: a formula is moved along with its row."""

    value: Any
    data_type: str
    style: StyleArray
    coordinate: str

    def put(self, cell: Cell) -> None:
        """Write it into a cell of the new sheet."""
        cell.value = self.value
        if self.data_type == "f" and isinstance(self.value, str):
            cell.value = Translator(self.value, origin=self.coordinate).translate_formula(cell.coordinate)
        cell.data_type = self.data_type
        give_style(cell, self.style)

    @property
    def plain(self) -> bool:
        """True for text, a number, a formula or nothing."""
        kind = str if self.data_type in ("s", "f") else (int, float, type(None))
        return self.data_type in ("s", "f", "n") and isinstance(self.value, kind) and self.value is not True

    @property
    def empty(self) -> bool:
        """True where nobody wrote anything here."""
        return self.value in (None, "")


@dataclass(slots=True)
class KeptRow:
    """What people wrote in one row: cells by header, comments by header, and the row's place for an orphan."""

    cells: dict[str, KeptCell] = field(default_factory=dict)
    comments: dict[str, Comment] = field(default_factory=dict)
    known: dict[str, Any] = field(default_factory=dict)
    fills: dict[str, PatternFill] = field(default_factory=dict)
    """What people painted our cells with, by header: we paint none."""
    hidden: bool = False
    """Hidden by hand, not by a filter."""

    def worth_keeping(self, with_status: bool = False) -> bool:
        """True where somebody wrote something that must not go with the row. The status of a finding goes with
        the finding; ``with_status`` counts it where it is not the one that every finding begins with.
        """
        written = {header for header, cell in self.cells.items() if not cell.empty}
        if not with_status or self.status == OPEN:
            written.discard("Status")
        return bool(self.comments) or bool(written)

    def written(self, header: str, added: bool) -> KeptCell | None:
        """What people wrote in a column: nothing where they left a column of ours empty."""
        own = self.cells.get(header)
        return own if own is not None and (added or not own.empty) else None

    def special(self, header: str, added: bool) -> bool:
        """True for a cell that is more than a plain value."""
        own = self.written(header, added)
        return header in self.fills or header in self.comments or (own is not None and not own.plain)

    def put(self, cell: Cell, header: str, added: bool) -> None:
        """Write it into a cell of a column."""
        own = self.written(header, added)
        if own is not None:
            own.put(cell)
        if header in self.fills:
            cell.fill = self.fills[header]
        if header in self.comments:
            cell.comment = copy(self.comments[header])

    @property
    def status(self) -> str:
        """The status that a finding has now."""
        cell = self.cells.get("Status")
        return OPEN if cell is None or cell.empty else str(cell.value).strip().casefold()

    def told(self) -> str:
        """Everything people wrote here, as one text."""
        parts = [f"{header}: {cell.value}" for header, cell in self.cells.items() if not cell.empty]
        parts += [f"comment at {header}: {comment.text}" for header, comment in self.comments.items()]
        return "; ".join(parts)


@dataclass(frozen=True, slots=True)
class ChangedCell:
    """A cell of ours that shows something else than was written: the ID of its row, its column, what it shows."""

    row: str
    column: Column
    value: Any


@dataclass(slots=True)
class KeptSheet:
    """What people made of one sheet."""

    rows: dict[str, KeptRow] = field(default_factory=dict)
    strays: list[tuple[int, KeptRow]] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    header_styles: dict[str, StyleArray] = field(default_factory=dict)
    header_comments: dict[str, Comment] = field(default_factory=dict)
    widths: dict[str, tuple[float, bool]] = field(default_factory=dict)
    """Width in characters and whether the column is hidden, by header."""
    table: Table | None = None
    changed: list[ChangedCell] = field(default_factory=list)
    """Cells of ours that show something else than was written."""
    latest: datetime | None = None
    """The latest month of its rows."""

    @property
    def notes(self) -> int:
        """How many rows people wrote in."""
        return sum(row.worth_keeping(with_status=True) for row in self.rows.values())


def row_name(*names: str) -> str:
    """What a row without an ID is known by: the project, and what of it the row tells."""
    return " – ".join(names)
