"""What people wrote into the workbook: read back by row ID before the sheets are written anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.formula.translate import Translator
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils.cell import get_column_letter, range_boundaries
from openpyxl.workbook import Workbook
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.tracking.columns import CHECKS, SHEETS, Sheet, Value
from pipeline.tracking.ids import row_id
from pipeline.tracking.months import OPEN
from pipeline.tracking.text import unescape_cell
from pipeline.tracking.workbook.internals import cell_at, give_style, style_of
from pipeline.tracking.workbook.links import linked_path

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
    def empty(self) -> bool:
        """True where nobody wrote anything here."""
        return self.value in (None, "")


@dataclass(slots=True)
class KeptRow:
    """What people wrote in one row: cells by header, comments by header, and the row's place for an orphan."""

    cells: dict[str, KeptCell] = field(default_factory=dict)
    comments: dict[str, Comment] = field(default_factory=dict)
    known: dict[str, Any] = field(default_factory=dict)

    def worth_keeping(self, with_status: bool = False) -> bool:
        """True where somebody wrote something that must not go with the row. The status of a finding goes with
        the finding; ``with_status`` counts it where it is not the one that every finding begins with.
        """
        written = {header for header, cell in self.cells.items() if not cell.empty}
        if not with_status or self.status == OPEN:
            written.discard("Status")
        return bool(self.comments) or bool(written)

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
    """What people wrote on each data sheet of a workbook that stands in ``folder``, by the sheet's name."""
    pages = {sheet: book[sheet.name] for sheet in SHEETS if sheet.name in book.sheetnames}
    return {sheet.name: _read_sheet(page, sheet, folder) for sheet, page in pages.items()}


def is_tracker(book: Workbook) -> bool:
    """True for a workbook that this program wrote: every data sheet in it begins with the ID column.

    A workbook with a sheet of one of our names but without our columns is somebody else's.
    """
    ours = [book[sheet.name] for sheet in SHEETS if sheet.name in book.sheetnames]
    return bool(ours) and all(any(name == "ID" for name in _headers(page).values()) for page in ours)


def _headers(page: Worksheet) -> dict[int, str]:
    """Headers by column number."""
    named: dict[int, str] = {}
    for number, (value,) in enumerate(page.iter_cols(max_row=1, values_only=True), start=1):
        if value not in (None, ""):
            named[number] = unescape_cell(str(value))
    return named


def _read_sheet(page: Worksheet, sheet: Sheet, folder: Path) -> KeptSheet:
    headers = _with_nameless(page, _headers(page))
    kept = KeptSheet(table=next((table for table in page.tables.values() if table.name == sheet.table), None))
    ours = set(sheet.headers)
    widths = column_widths(page)
    for number, header in headers.items():
        top = cell_at(page, 1, number)
        if number in widths:
            kept.widths[header] = widths[number]
        if header not in ours:
            kept.added.append(header)
            kept.header_styles[header] = style_of(top)
        if top.comment:
            kept.header_comments[header] = top.comment
    document = {column.header for column in sheet.columns if column.origin != "reviewer"}
    for number, cells in enumerate(page.iter_rows(min_row=2, max_row=_last_row(page, kept.table)), start=2):
        row = _read_row(cells, headers, document, folder)
        identity = row.known.get("ID")
        if isinstance(identity, str) and identity not in kept.rows:
            kept.rows[identity] = row
        elif row.worth_keeping() or (identity is None and any(row.known.values())):
            kept.strays.append((number, row))
    return kept


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


def _with_nameless(page: Worksheet, headers: dict[int, str]) -> dict[int, str]:
    """A column in which somebody wrote without giving it a header is called by its letter."""
    taken = set(headers.values())
    for number, cells in enumerate(page.iter_cols(min_row=2), start=1):
        if number not in headers and any(cell.value not in (None, "") for cell in cells):
            name = f"Column {get_column_letter(number)}"
            headers[number] = name if name not in taken else f"{name} (added)"
    return dict(sorted(headers.items()))


def _read_row(
    cells: tuple[Cell | MergedCell, ...], headers: dict[int, str], document: set[str], folder: Path
) -> KeptRow:
    row = KeptRow()
    for number, cell in enumerate(cells, start=1):
        header = headers.get(number)
        if header is None:
            continue
        if header in document:
            row.known[header] = unescape_cell(cell.value) if isinstance(cell.value, str) else cell.value
            if cell.hyperlink and cell.hyperlink.target:
                row.known[header] = linked_path(cell.hyperlink.target, folder)
        elif isinstance(cell, Cell):
            row.cells[header] = _kept_cell(cell)
        if cell.comment:
            row.comments[header] = cell.comment
    return row


def _kept_cell(cell: Cell | MergedCell) -> KeptCell:
    kind = cell.data_type if isinstance(cell, Cell) else "n"
    return KeptCell(cell.value, kind, style_of(cell), cell.coordinate)


def orphans(
    kept: dict[str, KeptSheet], present: dict[str, set[str]]
) -> Iterator[tuple[str, dict[str, Value]]]:
    """Rows for ``Checks``: one for each note whose row is gone, with the ID it had.

    Args:
        kept: What people wrote, by sheet.
        present: The IDs of the rows that each sheet will have.
    """
    for name, sheet in kept.items():
        for identity, row in sheet.rows.items():
            if identity in present[name]:
                continue
            if row.known.get("Code") == ORPHANED and name == CHECKS.name:
                yield identity, _as_it_was(row)
            elif row.worth_keeping():
                yield identity, _orphan(name, identity, row)
        for number, row in sheet.strays:
            yield f"row {number}", _orphan(name, f"row {number}", row)


def _orphan(sheet: str, identity: str, row: KeptRow) -> dict[str, Value]:
    content = "; ".join(str(value) for value in row.known.values() if isinstance(value, str))
    return _blank() | {
        "id": row_id(CHECKS.prefix, ORPHANED, sheet, identity, row.told() or content),
        "project": row.known.get("Project"),
        "period": _month(row.known.get("Period")),
        "severity": "warning",
        "code": ORPHANED,
        "about": sheet,
        "message": f"Written at {identity} of {sheet}, which is no longer there: {row.told() or content}",
        "status": OPEN,
        "source_file": _text(row.known.get("Source file")),
        "page": row.known.get("Page"),
        "evidence": row.known.get("Evidence"),
    }


def _as_it_was(row: KeptRow) -> dict[str, Value]:
    by_header = {column.header: column.key for column in CHECKS.columns}
    values = {by_header[header]: value for header, value in row.known.items() if header in by_header}
    return _blank() | values | {"period": _month(row.known.get("Period")), "status": OPEN}


def _blank() -> dict[str, Value]:
    return dict.fromkeys((column.key for column in CHECKS.columns), None)


def _month(value: Any) -> str | None:
    return f"{value:%Y-%m}" if hasattr(value, "strftime") else None


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None
