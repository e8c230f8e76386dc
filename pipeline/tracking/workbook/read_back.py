"""What people wrote into the workbook, read back by row ID before the sheets are written anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from openpyxl.cell.rich_text import CellRichText
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.utils.cell import get_column_letter, range_boundaries
from openpyxl.workbook import Workbook
from openpyxl.worksheet.filters import FilterColumn
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.tracking.columns import PAGES, SHEETS, Sheet
from pipeline.tracking.ids import is_row_id
from pipeline.tracking.text import unescape_cell
from pipeline.tracking.workbook.filters import is_hidden
from pipeline.tracking.workbook.internals import OldCell, cell_at, comments_of, fill_of, style_of, styles_of
from pipeline.tracking.workbook.keep import (
    CLOSING,
    MATRICES,
    ORPHANED,
    ChangedCell,
    KeptCell,
    KeptRow,
    KeptSheet,
    row_name,
)
from pipeline.tracking.workbook.links import linked_path
from pipeline.tracking.workbook.marks import without_mark
from pipeline.tracking.workbook.opened import OldRow, OpenedBook
from pipeline.tracking.workbook.shown import changed_cells, watched

LINKED = frozenset(column.header for sheet in SHEETS for column in sheet.columns if column.kind == "link")
"""Columns whose link tells the whole path that the cell shows the name of."""

PLACED = frozenset({"ID", "Project", "Period", "Page", "Evidence"}) | LINKED
"""What of a row's own values is remembered: where a note belongs that outlives it."""


def read_kept(opened: OpenedBook, folder: Path, shown: Mapping[str, str]) -> dict[str, KeptSheet]:
    """What people wrote on each of our sheets of a workbook that stands in ``folder``, by the sheet's name.

    Args:
        opened: The workbook.
        folder: Where it stands.
        shown: What it showed when it was written: digests by row.
    """
    book, kept = opened.book, {}
    for sheet in PAGES:
        if sheet.name in book.sheetnames:
            page = book[sheet.name]
            table = next((table for table in page.tables.values() if table.name == sheet.table), None)
            filtered = list(table.autoFilter.filterColumn) if table and table.autoFilter else []
            known = _Known(("ID",), set(sheet.headers), sheet, _last_row(table), tuple(filtered))
            kept[sheet.name] = _Reader(opened, page, known, shown).read(folder)
            kept[sheet.name].table = table
    for name, keys in MATRICES.items():
        if name in book.sheetnames:
            page = book[name]
            known = _Known(keys, _months(page) | {*keys, *CLOSING}, unbroken=True)
            kept[name] = _Reader(opened, page, known, {}).read(folder)
    return kept


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
    """What is ours on a page: the columns that tell rows apart, our headers, the sheet whose page it is (None for one
    of months), and the last row (0: all). ``unbroken``: our rows end at the first without a key.
    """

    keys: tuple[str, ...]
    ours: set[str]
    sheet: Sheet | None = None
    last_row: int = 0
    filters: tuple[FilterColumn, ...] = ()
    unbroken: bool = False

    @property
    def reviewers(self) -> frozenset[str]:
        """Our headers below which people write."""
        columns = self.sheet.columns if self.sheet else ()
        return frozenset(column.header for column in columns if column.origin == "reviewer")


def _months(page: Worksheet) -> set[str]:
    """Our headers of the overview that are months."""
    return {
        header_text(value)
        for (value,) in page.iter_cols(max_row=1, values_only=True)
        if isinstance(value, datetime)
    }


def header_text(value: object) -> str:
    """A header as text; the month of an overview's column as ``2011-11``."""
    return f"{value:%Y-%m}" if isinstance(value, datetime) else unescape_cell(str(value))


def _headers(page: Worksheet) -> dict[int, str]:
    """Headers by column number."""
    columns = enumerate(page.iter_cols(max_row=1, values_only=True), start=1)
    return {number: header_text(value) for number, (value,) in columns if value not in (None, "")}


def _last_row(table: Table | None) -> int:
    """The last row to read, 0 for all: a row of totals holds formulas about the rows, which Excel makes anew."""
    if table is None or not table.totalsRowCount:
        return 0
    return int(range_boundaries(table.ref)[3] or 1) - 1


@dataclass(slots=True)
class _Line:
    """A row as read: what people wrote, and every value of ours, by header."""

    number: int
    row: KeptRow
    values: dict[str, Any]


class _Reader:
    """Reads one page. A column in which somebody wrote without giving it a header is called by its letter."""

    def __init__(self, opened: OpenedBook, page: Worksheet, known: _Known, shown: Mapping[str, str]) -> None:
        self._opened, self._page, self._known, self._shown = opened, page, known, shown
        self._styles = styles_of(opened.book)
        self._fills: dict[int, PatternFill | None] = {}
        self._headers = _headers(page)
        self._taken = set(self._headers.values())
        self._nameless: dict[str, bool] = {}
        self._blank = {header: None for header in self._headers.values() if self._mine(header)}
        self._watched = watched(known.sheet) if known.sheet else []
        self._kept = KeptSheet()

    def read(self, folder: Path) -> KeptSheet:
        """What people made of the page."""
        comments = comments_of(self._page)
        retained: list[_Line] = []
        seen: set[str] = set()
        rows = self._opened.rows(self._page.title)
        for old in self._ours(rows):
            line = self._line(old, comments.pop(old.number, {}))
            if self._retain(line, seen):
                retained.append(line)
        for number, own in sorted(comments.items()):
            if number > 1 and (not self._known.last_row or number <= self._known.last_row):
                line = self._line(OldRow(number, (), hidden=False), own)
                retained += [line] if self._retain(line, seen) else []
        self._tell_places(retained, rows.links(), folder)
        self._read_headers()
        return self._kept

    def _mine(self, header: str) -> bool:
        return header in self._known.ours and header not in self._known.reviewers

    def _ours(self, rows: Iterable[OldRow]) -> Iterator[OldRow]:
        """The rows that are read; all are walked through, because what stands below them is read after them."""
        key = next((number for number, header in self._headers.items() if header == self._known.keys[0]), 0)
        expected: int | None = 2
        for old in rows:
            if self._known.unbroken:
                named = any(cell.column == key and cell.value is not None for cell in old.cells)
                expected = old.number + 1 if named and old.number == expected else None
            if expected and (not self._known.last_row or old.number <= self._known.last_row):
                yield old

    def _line(self, old: OldRow, comments: Mapping[int, Comment]) -> _Line:
        row, values = KeptRow(), dict(self._blank)
        for cell in old.cells:
            header = self._headers.get(cell.column) or self._name(cell)
            if header is None:
                continue
            if header in values:
                values[header] = cell.value
                fill = self._fill(cell.style)
                if fill is not None:
                    row.fills[header] = fill
            elif cell.value is not None or (header not in self._known.ours and any(self._styles[cell.style])):
                place = f"{get_column_letter(cell.column)}{old.number}"
                row.cells[header] = KeptCell(cell.value, cell.data_type, self._styles[cell.style], place)
        for column, comment in comments.items():
            theirs = without_mark(comment)
            if theirs and column in self._headers:
                row.comments[self._headers[column]] = theirs
        row.hidden = old.hidden and not self._filtered_out(old)
        return _Line(old.number, row, values)

    def _name(self, cell: OldCell) -> str | None:
        """The name of a column without a header, where this cell shows that it is used."""
        if cell.value in (None, "") and not any(self._styles[cell.style]):
            return None
        name = f"Column {get_column_letter(cell.column)}"
        self._headers[cell.column] = name = name if name not in self._taken else f"{name} (added)"
        self._nameless[name] = False
        return name

    def _fill(self, style: int) -> PatternFill | None:
        """What people painted a cell of ours with: we paint none."""
        if style not in self._fills:
            fill = fill_of(self._opened.book, self._styles[style])
            self._fills[style] = fill if fill.fill_type else None
        return self._fills[style]

    def _filtered_out(self, old: OldRow) -> bool:
        """True where a filter may be what hides the row: one by a condition hides rows that only Excel can name."""
        listed = [column for column in self._known.filters if column.filters is not None]
        values: dict[int, Any] = {column.colId: None for column in listed}
        values |= {cell.column - 1: cell.value for cell in old.cells}
        return len(listed) < len(self._known.filters) or is_hidden(values, listed)

    def _retain(self, line: _Line, seen: set[str]) -> bool:
        """Keep what people wrote in a row, of a copy of a row what they changed in it; False where it is nothing."""
        row, values = line.row, line.values
        for header in self._nameless.keys() & row.cells.keys():
            self._nameless[header] |= not row.cells[header].empty
        names = [_plain(values.get(key)) for key in self._known.keys]
        identity = row_name(*(name for name in names if isinstance(name, str)))
        ours = bool(identity) and (self._known.sheet is None or is_row_id(identity))
        if ours and identity not in seen:
            seen.add(identity)
            self._watch(identity, values)
            orphan = values.get("Code") == ORPHANED
            if not (row.cells or row.comments or row.fills or row.hidden or orphan):
                return False
            row.known = {key: _plain(value) for key, value in values.items() if orphan or key in PLACED}
            self._kept.rows[identity] = row
            return True
        row.known = {key: _plain(value) for key, value in values.items()}
        copied = ours and any(changed_cells(self._watched, values, self._shown.get(identity, "")))
        if row.worth_keeping() or copied or (not ours and any(row.known.values())):
            self._kept.strays.append((line.number, row))
            return True
        return False

    def _watch(self, identity: str, values: Mapping[str, Any]) -> None:
        """Note which cells of a row no longer show what was written, and the latest month."""
        period = values.get("Period")
        if isinstance(period, datetime):
            self._kept.latest = max(self._kept.latest or period, period)
        digests = self._shown.get(identity, "")
        for column, value in changed_cells(self._watched, values, digests):
            self._kept.changed.append(ChangedCell(identity, column, value))

    def _tell_places(self, retained: list[_Line], links: Mapping[str, str], folder: Path) -> None:
        """Give the rows that are kept the whole path of their file."""
        linked = {number: header for number, header in self._headers.items() if header in LINKED}
        for line in retained:
            for number, header in linked.items():
                target = links.get(f"{get_column_letter(number)}{line.number}")
                if target:
                    line.row.known[header] = linked_path(target, folder)

    def _read_headers(self) -> None:
        widths = column_widths(self._page, max(self._headers, default=0))
        for number, header in sorted(self._headers.items()):
            if not self._nameless.get(header, True):
                continue
            top = cell_at(self._page, 1, number)
            if number in widths:
                self._kept.widths[header] = widths[number]
            if header not in self._known.ours:
                self._kept.added.append(header)
                self._kept.header_styles[header] = style_of(top)
            if top.comment:
                self._kept.header_comments[header] = top.comment


def column_widths(page: Worksheet, last: int) -> dict[int, tuple[float, bool]]:
    """Width and hiddenness by column number, to the last column: the file tells them for runs of equal columns."""
    widths = {}
    for dimension in page.column_dimensions.values():
        dimension.reindex()
        for number in range(dimension.min or 1, min(dimension.max or 1, last) + 1):
            widths[number] = (dimension.width, bool(dimension.hidden))
    return widths


def _plain(value: Any) -> Any:
    return unescape_cell(str(value)) if isinstance(value, (str, CellRichText)) else value
