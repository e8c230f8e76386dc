"""A data sheet: its rows as one Excel table, with what people added to it."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, field
from pathlib import Path

from openpyxl.formatting.formatting import ConditionalFormattingList
from openpyxl.formatting.rule import Rule
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.tracking.columns import CHECKS, Column, Sheet
from pipeline.tracking.corrections import Corrections
from pipeline.tracking.months import Row
from pipeline.tracking.workbook.cells import put_text, put_value, row_height
from pipeline.tracking.workbook.filters import moved_filter
from pipeline.tracking.workbook.internals import cell_at, forget_links_and_tables, give_style, style_number
from pipeline.tracking.workbook.keep import KeptRow, KeptSheet
from pipeline.tracking.workbook.links import SheetLinks
from pipeline.tracking.workbook.marks import mark_correction
from pipeline.tracking.workbook.row_text import RowText
from pipeline.tracking.workbook.styles import (
    RATING_COLOURS,
    SEVERITY_COLOURS,
    SHARE_COLOUR,
    Stamps,
    rating_rules,
    severity_rules,
)

MOST_ROWS = 1_048_575
"""Rows of an Excel sheet below its header (Microsoft, 'Excel specifications and limits')."""

TABLE_STYLE = "TableStyleLight1"
ADDED_WIDTH = 18.0
CHOICES = {"reviewed": "yes,no", "status": "open,accepted,corrected,not an issue"}
"""Offered in the reviewers' columns; any other word may be typed as well."""


class WorkbookError(Exception):
    """The workbook cannot be written; the message says what to do next."""


class TooManyRows(WorkbookError):
    """A sheet would need more rows than Excel has."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sheet is written: the page, the styles of its workbook, the folder that links start from."""

    page: Worksheet
    stamps: Stamps
    folder: Path
    new: bool
    corrections: Corrections = field(default_factory=dict)

    @property
    def book(self) -> Workbook:
        """The workbook of the page."""
        book = self.page.parent
        assert isinstance(book, Workbook)
        return book


def write_sheet(place: Place, sheet: Sheet, rows: Sequence[Row], kept: KeptSheet) -> RowText:
    """Write a sheet anew: its header, its table and the cells that only openpyxl can write. The text of its rows is
    what is returned, to be put into the sheet's part when the workbook has been saved.
    """
    clear_page(place.page)
    headers = list(sheet.headers) + kept.added
    widths = _set_widths(place, sheet, headers, kept)
    _write_header(place, sheet, headers, kept)
    last = max(len(rows), 1) + 1
    table = _table(sheet, headers, last, kept)
    chosen = table.autoFilter or AutoFilter()
    place.page.add_table(table)
    _add_rules(place.page, sheet, last)
    if place.new:
        set_up_page(place.page, "D2")
    return RowText(
        stamps=place.stamps,
        book=place.book,
        sheet=sheet,
        rows=rows,
        headers=headers,
        kept=kept.rows,
        widths=widths,
        filters=[column for column in chosen.filterColumn if column.filters is not None],
        special=_put_special(place, sheet, rows, kept),
        links=SheetLinks(place.folder),
    )


def clear_page(page: Worksheet) -> None:
    """Take everything off a page that is written anew; its set-up, pictures and people's own rules stay."""
    page.delete_rows(1, page.max_row)
    forget_links_and_tables(page)
    page.row_dimensions.clear()
    page.column_dimensions.clear()
    for merged in list(page.merged_cells.ranges):
        page.merged_cells.remove(merged)
    ours = {f'"{word}"' for word in (*RATING_COLOURS, *SEVERITY_COLOURS)}
    rules = [(str(area.sqref), rule) for area in page.conditional_formatting for rule in area.rules]
    page.conditional_formatting = ConditionalFormattingList()
    for area, rule in rules:
        scale = {colour.rgb for colour in rule.colorScale.color} if rule.colorScale else set()
        if not (rule.type == "cellIs" and set(rule.formula) <= ours) and SHARE_COLOUR not in scale:
            page.conditional_formatting.add(area, rule)
    choices = {f'"{words}"' for words in CHOICES.values()}
    validations = page.data_validations
    validations.dataValidation = [rule for rule in validations.dataValidation if rule.formula1 not in choices]


def set_up_page(page: Worksheet, freeze: str) -> None:
    """Frozen header, and on paper: landscape, one page wide, the header on every page."""
    page.freeze_panes = freeze
    for selection in page.sheet_view.selection:
        selection.activeCell, selection.sqref = "A1", "A1"  # as it reads back
    page.sheet_view.showGridLines = False
    page.sheet_view.zoomScale = 90
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A3
    page.page_setup.fitToWidth = 1
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = "1:1"
    page.oddFooter = HeaderFooterItem(left=_HeaderFooterPart("&A"), right=_HeaderFooterPart("&P / &N"))
    page.page_margins.left = page.page_margins.right = 0.4


def _set_widths(place: Place, sheet: Sheet, headers: list[str], kept: KeptSheet) -> dict[str, float]:
    usual: dict[str, float] = {column.header: column.width for column in sheet.columns}
    widths = {}
    for number, header in enumerate(headers, start=1):
        widths[header] = set_width(
            place.page, number, usual.get(header, ADDED_WIDTH), kept.widths.get(header)
        )
    return widths


def set_width(page: Worksheet, column: int, usual: float, kept: tuple[float, bool] | None) -> float:
    """Give a column the width that people gave it, or the usual one, and hide it where they hid it."""
    dimension = page.column_dimensions[get_column_letter(column)]
    dimension.width, dimension.hidden = kept or (usual, False)
    return dimension.width


def _write_header(place: Place, sheet: Sheet, headers: list[str], kept: KeptSheet) -> None:
    reviewers = {column.header for column in sheet.columns if column.origin == "reviewer"}
    for number, header in enumerate(headers, start=1):
        cell = cell_at(place.page, 1, number)
        put_text(cell, header)
        place.stamps.put(cell, "review header" if header in reviewers else "header")
        if header in kept.header_styles:
            give_style(cell, kept.header_styles[header])
        if header in kept.header_comments:
            cell.comment = copy(kept.header_comments[header])
    place.page.row_dimensions[1].height = row_height(2)


def _put_special(place: Place, sheet: Sheet, rows: Sequence[Row], kept: KeptSheet) -> dict[int, list[int]]:
    """Write the cells that are more than a plain value: their columns, from 0, by row number."""
    corrected = {row for row, _ in place.corrections}
    special: dict[int, list[int]] = {}
    for number, row in enumerate(rows, start=2):
        own = kept.rows.get(str(row["id"]))
        if own is None and row["id"] not in corrected:
            continue
        positions = _put_special_row(place, sheet, number, row, own or KeptRow(), kept.added)
        if positions:
            special[number] = positions
    return special


def _put_special_row(
    place: Place, sheet: Sheet, number: int, row: Row, own: KeptRow, added: list[str]
) -> list[int]:
    positions = []
    for position, header in enumerate((*sheet.headers, *added)):
        column = sheet.columns[position] if position < len(sheet.columns) else None
        correction = place.corrections.get((str(row["id"]), column.key)) if column else None
        written = own.written(header, added=column is None)
        if written:
            style_number(place.book, written.style)  # numbered before the workbook is saved
        if correction is None and not own.special(header, added=column is None):
            continue
        cell = cell_at(place.page, number, position + 1)
        if column:
            put_value(cell, column, row[column.key], place.stamps)
        own.put(cell, header, added=column is None)
        if correction:
            mark_correction(cell, correction)
        positions.append(position)
    return positions


def _table(sheet: Sheet, headers: list[str], last: int, kept: KeptSheet) -> Table:
    ref = f"A1:{get_column_letter(len(headers))}{last}"
    old = {column.name: column for column in kept.table.tableColumns} if kept.table else {}
    table = Table(displayName=sheet.table, name=sheet.table, ref=ref)
    table.tableStyleInfo = (
        kept.table.tableStyleInfo if kept.table else TableStyleInfo(TABLE_STYLE, showRowStripes=False)
    )
    for number, header in enumerate(headers, start=1):
        column = TableColumn(id=number, name=header.replace("\n", "_x000a_"))
        if column.name in old:
            column.calculatedColumnFormula = old[column.name].calculatedColumnFormula
        table.tableColumns.append(column)
    table.autoFilter = moved_filter(kept.table.autoFilter if kept.table else None, list(old), headers, ref)
    return table


def _add_rules(page: Worksheet, sheet: Sheet, last: int) -> None:
    for number, column in enumerate(sheet.columns, start=1):
        letter = get_column_letter(number)
        area = f"{letter}2:{letter}{last}"
        if column.kind == "rating":
            add_rules(page, area, rating_rules())
        elif sheet is CHECKS and column.key == "severity":
            add_rules(page, area, severity_rules())
        if column.origin == "reviewer" and column.key in CHOICES:
            _offer(page, area, column)


def add_rules(page: Worksheet, area: str, rules: list[Rule]) -> None:
    """Add conditional formats to an area."""
    for rule in rules:
        page.conditional_formatting.add(area, rule)


def _offer(page: Worksheet, area: str, column: Column) -> None:
    choice = DataValidation(type="list", formula1=f'"{CHOICES[column.key]}"', allow_blank=True)
    choice.showErrorMessage = False
    choice.add(area)
    page.add_data_validation(choice)
