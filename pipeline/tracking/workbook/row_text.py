"""The rows of a data sheet as the text of its part (ECMA-376, 18.3.1.73): cell objects of a hundred thousand rows take
minutes and a gigabyte, their text takes seconds.

A cell with a comment, a fill or a value that is more than text or a number is not written here: openpyxl writes it,
and its text is put in its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from xml.sax.saxutils import escape

from openpyxl.compat import safe_string
from openpyxl.formula.translate import Translator
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel
from openpyxl.workbook import Workbook
from openpyxl.worksheet.filters import FilterColumn

from pipeline.tracking.columns import CHECKS, Column, Sheet, Value
from pipeline.tracking.months import Row
from pipeline.tracking.text import cell_text
from pipeline.tracking.workbook.cells import EVIDENCE_LINES, lines_needed, row_height, typed_cell
from pipeline.tracking.workbook.filters import is_hidden
from pipeline.tracking.workbook.internals import style_number
from pipeline.tracking.workbook.keep import KeptCell, KeptRow
from pipeline.tracking.workbook.links import MOST_LINKS, SheetLinks
from pipeline.tracking.workbook.shown import digest_of, watched
from pipeline.tracking.workbook.styles import Stamps

SHORT = 48
"""Letters up to which a text is likely to stand in many rows: its XML is made once."""

MOST_KNOWN = 20_000
"""Short texts of a column whose XML is remembered."""

BATCH = 500
"""Rows that are written at once."""


@dataclass(frozen=True, slots=True)
class Made:
    """A cell's XML from its style on, the lines that it needs, its value as a filter sees it, and its digest."""

    xml: str
    lines: int
    value: Any
    digest: str


@dataclass(slots=True)
class _Filled:
    """A column of ours, and the cells of it that have been made."""

    letter: str
    column: Column
    width: float
    watched: bool
    known: dict[str, Made] = field(default_factory=dict)


@dataclass(slots=True)
class RowText:
    """The rows of one sheet, from the page's second row on.

    Attributes:
        sheet: The sheet.
        rows: Its rows.
        headers: All headers of the page, people's own after ours.
        kept: What people wrote, by row ID.
        widths: Of the columns, by header.
        filters: By listed values, which hide rows.
        special: The columns (0-based) of the cells that openpyxl writes, by row number.
        links: The links of the rows that have been written.
        shown: The digests of their cells, by row ID.
    """

    book: Workbook
    stamps: Stamps
    sheet: Sheet
    rows: Sequence[Row]
    headers: Sequence[str]
    kept: Mapping[str, KeptRow]
    widths: Mapping[str, float]
    filters: Sequence[FilterColumn]
    special: Mapping[int, Sequence[int]]
    links: SheetLinks
    shown: dict[str, str] = field(default_factory=dict)

    @property
    def area(self) -> str:
        """The cells that the page has, a first row included where there are none."""
        return f"A1:{get_column_letter(len(self.headers))}{len(self.rows) + 1}"

    def batches(self, special: Mapping[str, str]) -> Iterator[str]:
        """The XML of all rows, some hundreds at a time.

        Args:
            special: The XML of the cells that openpyxl wrote, by coordinate.
        """
        own = watched(self.sheet)
        columns = [
            _Filled(get_column_letter(number), column, self.widths[column.header], column in own)
            for number, column in enumerate(self.sheet.columns, start=1)
        ]
        for start in range(0, len(self.rows), BATCH):
            batch = enumerate(self.rows[start : start + BATCH], start=start + 2)
            yield "".join([self._row(number, row, columns, special) for number, row in batch])

    def _row(self, number: int, row: Row, columns: list[_Filled], special: Mapping[str, str]) -> str:
        made = [self._made(filled, row[filled.column.key]) for filled in columns]
        cells = [
            f'<c r="{filled.letter}{number}"{cell.xml}' for filled, cell in zip(columns, made, strict=True)
        ]
        lines = max([cell.lines for cell in made])
        self.shown[str(row["id"])] = "".join([cell.digest for cell in made])
        self._link(number, row, columns)
        own = self.kept.get(str(row["id"]))
        if own is not None:
            self._put_kept(number, own, cells)
        for position in self.special.get(number, ()):
            cells[position] = special[f"{get_column_letter(position + 1)}{number}"]
        hidden = ' hidden="1"' if self._is_hidden(own, made) else ""
        return f'<row r="{number}" ht="{row_height(lines)}" customHeight="1"{hidden}>{"".join(cells)}</row>'

    def _made(self, filled: _Filled, value: Value) -> Made:
        short = type(value) is str and len(value) <= SHORT
        made = filled.known.get(value) if short else None  # type: ignore[arg-type]
        if made is None:
            made = self._make(filled, value)
            if short and len(filled.known) < MOST_KNOWN:
                filled.known[value] = made  # type: ignore[index]
        return made

    def _make(self, filled: _Filled, value: Value) -> Made:
        column = filled.column
        typed, look = typed_cell(column, value)
        lines = 1
        if isinstance(typed, str):
            typed = cell_text(typed)
            if column.kind != "digest":
                lines = lines_needed(typed, filled.width)
                lines = min(lines, EVIDENCE_LINES) if column.key == "evidence" else lines
        style = self.stamps.numbers["review" if column.origin == "reviewer" else look]
        digest = digest_of(typed) if filled.watched else ""
        return Made(value_xml(typed, style, self.book.epoch), lines, typed, digest)

    def _link(self, number: int, row: Row, columns: list[_Filled]) -> None:
        most = MOST_LINKS // 2 if self.sheet is CHECKS else MOST_LINKS
        if number > most:
            return
        for filled in columns:
            if filled.column.kind == "link":
                self.links.add(f"{filled.letter}{number}", row["source_file"], row["page"])
            elif filled.column.key == "about":
                self.links.add(f"{filled.letter}{number}", row.get("other_file"), row.get("other_page"))

    def _put_kept(self, number: int, own: KeptRow, cells: list[str]) -> None:
        """Plain values that people wrote; a cell that openpyxl writes is put over them."""
        cells += [""] * (len(self.headers) - len(cells))
        for position, header in enumerate(self.headers):
            cell = own.written(header, added=position >= len(self.sheet.columns))
            if cell is not None:
                place = f"{get_column_letter(position + 1)}{number}"
                style = style_number(self.book, cell.style)
                cells[position] = f'<c r="{place}"{kept_xml(cell, style, place)}'

    def _is_hidden(self, own: KeptRow | None, made: list[Made]) -> bool:
        if own is not None and own.hidden:
            return True
        if not self.filters:
            return False
        values = [cell.value for cell in made] + [None] * (len(self.headers) - len(made))
        for position, header in enumerate(self.headers) if own is not None else ():
            cell = own.written(header, added=position >= len(made)) if own else None
            if cell is not None:
                values[position] = cell.value
        return is_hidden(values, self.filters)


def value_xml(value: str | float | date | None, style: int, epoch: datetime) -> str:
    """The XML of a cell from its style on."""
    if value is None or value == "":
        return f' s="{style}"/>'
    if isinstance(value, str):
        return f' s="{style}" t="inlineStr"><is><t{_space(value)}>{_escaped(value)}</t></is></c>'
    if isinstance(value, date):
        value = to_excel(value, epoch)  # type: ignore[no-untyped-call]
    return f' s="{style}"><v>{safe_string(value)}</v></c>'


def kept_xml(cell: KeptCell, style: int, place: str) -> str:
    """The XML of a plain cell that people wrote, from its style on."""
    if cell.data_type == "f":
        formula = Translator(cell.value, cell.coordinate).translate_formula(place)
        return f' s="{style}"><f>{_escaped(formula[1:])}</f><v/></c>'
    return value_xml(cell.value, style, datetime.min)


def _space(text: str) -> str:
    return ' xml:space="preserve"' if text != text.strip() else ""


def _escaped(text: str) -> str:
    return escape(text, {"\r": "&#13;"})
