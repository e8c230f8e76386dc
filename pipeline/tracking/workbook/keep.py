"""What people wrote into the workbook: read back by row ID before the sheets are written anew."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.cell.rich_text import CellRichText
from openpyxl.comments import Comment
from openpyxl.formula.translate import Translator
from openpyxl.styles import PatternFill
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils.cell import get_column_letter, range_boundaries
from openpyxl.workbook import Workbook
from openpyxl.worksheet.filters import FilterColumn
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.tracking.columns import OVERVIEW, PAGES, SHEETS, Sheet
from pipeline.tracking.months import OPEN
from pipeline.tracking.text import unescape_cell
from pipeline.tracking.workbook.filters import is_hidden
from pipeline.tracking.workbook.internals import cell_at, give_style, paint_of, style_of
from pipeline.tracking.workbook.links import linked_path
from pipeline.tracking.workbook.marks import without_mark

CLOSING = {"Trend": 12.0, "Percent complete": 11.0, "Months missing": 10.0, "Open warnings": 10.0}
"""The columns of the overview after its months, with their widths."""


LINKED = frozenset(column.header for sheet in SHEETS for column in sheet.columns if column.kind == "link")
"""Columns whose link tells the whole path that the cell shows the name of."""


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

    def put(self, page: Worksheet, number: int, headers: Sequence[str], added: Sequence[str]) -> None:
        """Write it into row ``number`` of the new page, whose columns have these headers."""
        for position, header in enumerate(headers, start=1):
            own = self.cells.get(header)
            if own is not None and (header in added or not own.empty):
                own.put(cell_at(page, number, position))
            if header in self.fills:
                cell_at(page, number, position).fill = self.fills[header]
            if header in self.comments:
                cell_at(page, number, position).comment = copy(self.comments[header])
        if self.hidden:
            page.row_dimensions[number].hidden = True

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

    @property
    def notes(self) -> int:
        """How many rows people wrote in."""
        return sum(row.worth_keeping(with_status=True) for row in self.rows.values())


def read_kept(book: Workbook, folder: Path) -> dict[str, KeptSheet]:
    """What people wrote on each of our sheets of a workbook that stands in ``folder``, by the sheet's name."""
    kept = {}
    for sheet in PAGES:
        if sheet.name in book.sheetnames:
            page = book[sheet.name]
            table = next((table for table in page.tables.values() if table.name == sheet.table), None)
            filtered = list(table.autoFilter.filterColumn) if table and table.autoFilter else []
            known = _Known(
                "ID", set(sheet.headers), _reviewers(sheet), _last_row(page, table), tuple(filtered)
            )
            kept[sheet.name] = _read_page(page, known, folder)
            kept[sheet.name].table = table
    if OVERVIEW in book.sheetnames:
        kept[OVERVIEW] = _read_overview(book[OVERVIEW], folder)
    return kept


def _reviewers(sheet: Sheet) -> set[str]:
    return {column.header for column in sheet.columns if column.origin == "reviewer"}


def is_tracker(book: Workbook) -> bool:
    """True for a workbook that this program wrote: each of our sheets in it has the ID and most other columns.

    A risk log of somebody else may well have a sheet 'Risks' that begins with an ID.
    """
    pages = [
        (sheet, set(_headers(book[sheet.name]).values())) for sheet in SHEETS if sheet.name in book.sheetnames
    ]
    return bool(pages) and all(
        "ID" in headers and 2 * len(headers & set(sheet.headers)) > len(sheet.headers)
        for sheet, headers in pages
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """What is ours on a page: the column that tells rows apart, our headers, and which of these people fill."""

    key: str
    ours: set[str]
    reviewers: set[str]
    last_row: int
    filters: tuple[FilterColumn, ...] = ()


def _read_overview(page: Worksheet, folder: Path) -> KeptSheet:
    """People's columns and comments beside the projects, whose rows end at the first without a name."""
    months = {
        header_text(value)
        for (value,) in page.iter_cols(max_row=1, values_only=True)
        if isinstance(value, datetime)
    }
    names = [value for (value,) in page.iter_rows(min_row=2, max_col=1, values_only=True)]
    last = names.index(None) + 1 if None in names else len(names) + 1
    return _read_page(page, _Known("Project", months | {"Project", *CLOSING}, set(), last), folder)


def header_text(value: object) -> str:
    """A header as text; the month of an overview's column as ``2011-11``."""
    return f"{value:%Y-%m}" if isinstance(value, datetime) else unescape_cell(str(value))


def _headers(page: Worksheet) -> dict[int, str]:
    """Headers by column number."""
    columns = enumerate(page.iter_cols(max_row=1, values_only=True), start=1)
    return {number: header_text(value) for number, (value,) in columns if value not in (None, "")}


def _read_page(page: Worksheet, known: _Known, folder: Path) -> KeptSheet:
    headers = _with_nameless(page, _headers(page), known.last_row)
    kept = KeptSheet()
    widths = column_widths(page)
    for number, header in headers.items():
        top = cell_at(page, 1, number)
        if number in widths:
            kept.widths[header] = widths[number]
        if header not in known.ours:
            kept.added.append(header)
            kept.header_styles[header] = style_of(top)
        if top.comment:
            kept.header_comments[header] = top.comment
    concealed = {number for number, dimension in page.row_dimensions.items() if dimension.hidden}
    for number, cells in enumerate(page.iter_rows(min_row=2, max_row=max(known.last_row, 2)), start=2):
        row = _read_row(cells, headers, known, folder)
        row.hidden = number in concealed and not _filtered_out(cells, known.filters)
        identity = row.known.get(known.key)
        if isinstance(identity, str) and identity not in kept.rows:
            kept.rows[identity] = row
        elif row.worth_keeping() or (identity is None and any(row.known.values())):
            kept.strays.append((number, row))
    return kept


def _filtered_out(cells: Sequence[Cell | MergedCell], filters: Sequence[FilterColumn]) -> bool:
    """True where a filter may be what hides the row: one by a condition hides rows that only Excel can name."""
    listed = [column for column in filters if column.filters is not None]
    return len(listed) < len(filters) or is_hidden([cell.value for cell in cells], listed)


def column_widths(page: Worksheet) -> dict[int, tuple[float, bool]]:
    """Width and hiddenness by column number: the file tells them for runs of equal columns."""
    widths = {}
    for dimension in page.column_dimensions.values():
        dimension.reindex()
        for number in range(dimension.min or 1, min(dimension.max or 1, page.max_column) + 1):
            widths[number] = (dimension.width, bool(dimension.hidden))
    return widths


def _last_row(page: Worksheet, table: Table | None) -> int:
    """The last row to read: a row of totals holds formulas about the rows, which Excel makes anew."""
    if table is not None and table.totalsRowCount:
        bottom = range_boundaries(table.ref)[3]
        return min(page.max_row, int(bottom or page.max_row) - 1)
    return page.max_row


def _with_nameless(page: Worksheet, headers: dict[int, str], last: int) -> dict[int, str]:
    """A column in which somebody wrote without giving it a header is called by its letter."""
    taken = set(headers.values())
    for number, cells in enumerate(page.iter_cols(min_row=2, max_row=max(last, 2)), start=1):
        if number not in headers and any(cell.value not in (None, "") for cell in cells):
            name = f"Column {get_column_letter(number)}"
            headers[number] = name if name not in taken else f"{name} (added)"
    return dict(sorted(headers.items()))


def _read_row(
    cells: tuple[Cell | MergedCell, ...], headers: dict[int, str], known: _Known, folder: Path
) -> KeptRow:
    row = KeptRow()
    for number, cell in enumerate(cells, start=1):
        header = headers.get(number)
        if header is None:
            continue
        if header in known.ours and header not in known.reviewers:
            row.known[header] = _plain(cell.value)
            if header in LINKED and cell.hyperlink and cell.hyperlink.target:
                row.known[header] = linked_path(cell.hyperlink.target, folder)
            if cell.has_style and cell.fill.fill_type:
                row.fills[header] = paint_of(cell)
        elif isinstance(cell, Cell) and (
            cell.value is not None or (cell.has_style and header not in known.ours)
        ):
            row.cells[header] = _kept_cell(cell)
        comment = without_mark(cell.comment) if cell.comment else None
        if comment:
            row.comments[header] = comment
    return row


def _plain(value: Any) -> Any:
    return unescape_cell(str(value)) if isinstance(value, (str, CellRichText)) else value


def _kept_cell(cell: Cell | MergedCell) -> KeptCell:
    kind = cell.data_type if isinstance(cell, Cell) else "n"
    return KeptCell(cell.value, kind, style_of(cell), cell.coordinate)
