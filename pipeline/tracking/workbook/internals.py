"""The few things that openpyxl can do only through names it does not publish, in one place.

Written against openpyxl 3.1: its public styles cost four lookups a cell, and it gives no public way to take
hyperlinks, tables or charts off a sheet.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from copy import copy
from functools import cache
from typing import IO, Any, NamedTuple
from xml.etree.ElementTree import iterparse

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.styles.cell_style import StyleArray
from openpyxl.styles.numbers import BUILTIN_FORMATS_MAX_SIZE
from openpyxl.utils.cell import column_index_from_string
from openpyxl.workbook import Workbook
from openpyxl.worksheet._reader import INLINE_STRING, ROW_TAG, VALUE_TAG, WorkSheetParser
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.constants import REL_NS, SHEET_MAIN_NS


def cell_at(page: Worksheet, row: int, column: int) -> Cell:
    """The cell at a place, 1-based. No cell of ours is merged."""
    cell = page.cell(row, column)
    assert isinstance(cell, Cell)
    return cell


def style_of(cell: Cell | MergedCell) -> StyleArray:
    """A cell's whole look, as the workbook's own numbers."""
    style = cell._style  # type: ignore[union-attr]
    return StyleArray(style) if style else StyleArray()


def give_style(cell: Cell, style: StyleArray) -> None:
    """Give a cell a look of the same workbook."""
    cell._style = copy(style)  # type: ignore[attr-defined]


def style_number(book: Workbook, style: StyleArray) -> int:
    """The number by which a part of the workbook names a look."""
    number = book._cell_styles.add(style)  # type: ignore[attr-defined]
    assert isinstance(number, int)
    return number


def moved_style(style: StyleArray, source: Any, target: Any) -> StyleArray:
    """A look of one workbook as another one numbers it."""
    moved = StyleArray(style)
    moved.fontId = target._fonts.add(source._fonts[style.fontId])
    moved.fillId = target._fills.add(source._fills[style.fillId])
    moved.borderId = target._borders.add(source._borders[style.borderId])
    moved.alignmentId = target._alignments.add(source._alignments[style.alignmentId])
    moved.protectionId = target._protections.add(source._protections[style.protectionId])
    if style.numFmtId >= BUILTIN_FORMATS_MAX_SIZE:
        own = source._number_formats[style.numFmtId - BUILTIN_FORMATS_MAX_SIZE]
        moved.numFmtId = target._number_formats.add(own) + BUILTIN_FORMATS_MAX_SIZE
    moved.xfId = 0
    return moved


def styles_of(book: Workbook) -> Sequence[StyleArray]:
    """Every look of the workbook, by its number."""
    styles: Sequence[StyleArray] = book._cell_styles  # type: ignore[attr-defined]
    return styles


def fill_of(book: Workbook, style: StyleArray) -> PatternFill:
    """A copy of a look's fill, which a cell may be given."""
    fill = copy(book._fills[style.fillId])  # type: ignore[attr-defined]
    assert isinstance(fill, PatternFill)
    return fill


def register_style(cell: Cell) -> int:
    """Number the cell's look now. A workbook read back numbers its looks in the order of their numbers, so that
    looks numbered in one order each time give equal bytes.
    """
    assert isinstance(cell.style_id, int)
    return cell.style_id


def forget_links_and_tables(page: Worksheet) -> None:
    """Take the hyperlinks and tables off a sheet; its cells no longer know of them."""
    page._hyperlinks.clear()  # type: ignore[attr-defined]
    page._tables.clear()  # type: ignore[attr-defined]


def charts_of(page: Worksheet) -> list[Any]:
    """The sheet's charts: a list that may be changed."""
    charts = page._charts  # type: ignore[attr-defined]
    assert isinstance(charts, list)
    return charts


def comments_of(page: Worksheet) -> dict[int, dict[int, Comment]]:
    """The comments of a sheet by row and column."""
    found: dict[int, dict[int, Comment]] = {}
    for (row, column), cell in page._cells.items():
        if cell.comment:
            found.setdefault(row, {})[column] = cell.comment
    return found


class OldCell(NamedTuple):
    """A cell as it was saved: its column from 1, and its look by the workbook's number."""

    column: int
    value: Any
    data_type: str
    style: int


class RowParser(WorkSheetParser):
    """openpyxl's reader of a sheet's part, row by row: quicker for what most cells are, text and numbers.

    Attributes:
        links: The relation of each linked cell, known after the last row.
    """

    links: dict[str, str]

    def rows(self, part: IO[bytes]) -> Iterator[tuple[int, list[OldCell], bool]]:
        """The number of each row, its cells, and whether it is hidden."""
        self.links = {}
        element: Any
        for _, element in iterparse(part):
            if element.tag == ROW_TAG:
                number, own = self.parse_row(element)
                cells: list[Any] = own
                shown = self.row_dimensions.pop(str(number), {})
                yield number, cells, shown.get("hidden") in ("1", "true")
                element.clear()
            elif element.tag == _LINK and _RELATION in element.attrib:
                self.links[element.attrib["ref"]] = element.attrib[_RELATION]

    def parse_cell(self, element: Any) -> OldCell:  # type: ignore[override]
        """The cell of an element."""
        place, style, kind = element.get("r"), int(element.get("s", 0)), element.get("t", "n")
        if place is None or len(element) > 1:
            return self._any_cell(element)
        self.col_counter = column = column_of(place)
        if not len(element):
            return OldCell(column, None, "n", style)
        inside = element[0]
        if kind == "inlineStr" and inside.tag == INLINE_STRING and [part.tag for part in inside] == _TEXT:
            return OldCell(column, inside[0].text or "", "s", style)
        if kind == "s" and inside.tag == VALUE_TAG and inside.text:
            return OldCell(column, self.shared_strings[int(inside.text)], "s", style)
        return self._any_cell(element)

    def _any_cell(self, element: Any) -> OldCell:
        cell = super().parse_cell(element)
        return OldCell(cell["column"], cell["value"], cell["data_type"], cell["style_id"])


def row_parser(book: Workbook, texts: Sequence[Any]) -> RowParser:
    """A reader of rows of a workbook.

    Args:
        book: The workbook, read without these rows.
        texts: Its shared strings.
    """
    dates, spans = book._date_formats, book._timedelta_formats  # type: ignore[attr-defined]
    return RowParser(
        io.BytesIO(), texts, epoch=book.epoch, date_formats=dates, timedelta_formats=spans, rich_text=True
    )


@cache
def _column_number(letters: str) -> int:
    return column_index_from_string(letters)


def column_of(place: str) -> int:
    """The column, from 1, of a cell's coordinate."""
    return _column_number(place.rstrip("0123456789"))


_TEXT = [f"{{{SHEET_MAIN_NS}}}t"]
_LINK = f"{{{SHEET_MAIN_NS}}}hyperlink"
_RELATION = f"{{{REL_NS}}}id"
