"""The few things that openpyxl can do only through names it does not publish, in one place.

Written against openpyxl 3.1: its public styles cost four lookups a cell, and it gives no public way to take
hyperlinks, tables or charts off a sheet.
"""

from __future__ import annotations

from copy import copy
from typing import Any

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import PatternFill
from openpyxl.styles.cell_style import StyleArray
from openpyxl.worksheet.worksheet import Worksheet


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


def paint_of(cell: Cell | MergedCell) -> PatternFill:
    """A copy of a cell's fill, which another cell may be given."""
    fill = copy(cell.fill)
    assert isinstance(fill, PatternFill)
    return fill


def register_style(cell: Cell) -> None:
    """Number the cell's look now. A workbook read back numbers its looks in the order of their numbers, so that
    looks numbered in one order each time give equal bytes.
    """
    assert cell.style_id is not None


def forget_links_and_tables(page: Worksheet) -> None:
    """Take the hyperlinks and tables off a sheet; its cells no longer know of them."""
    page._hyperlinks.clear()  # type: ignore[attr-defined]
    page._tables.clear()  # type: ignore[attr-defined]


def charts_of(page: Worksheet) -> list[Any]:
    """The sheet's charts: a list that may be changed."""
    charts = page._charts  # type: ignore[attr-defined]
    assert isinstance(charts, list)
    return charts
