"""One value into one cell, typed: text stays text, dates are dates, numbers are numbers."""

from __future__ import annotations

import math
from datetime import date, datetime

from openpyxl.cell.cell import Cell

from pipeline.tracking.columns import Column, Value
from pipeline.tracking.dates import full_date
from pipeline.tracking.records import file_name
from pipeline.tracking.text import cell_text
from pipeline.tracking.workbook.styles import Look, Stamps

FIRST_YEAR = 1901
"""Excel has no dates before 1900 and counts a 29 February 1900 that never was: earlier dates are shown as text."""

LINE_HEIGHT = 13.5
"""Points of one line of the sheet's font."""

MOST_LINES = 12
"""Lines that a row shows; the rest of a long text is in the cell, not in the way of the next row."""

EVIDENCE_LINES = 3
"""Lines that evidence alone may claim: it is there to be looked up, not to be read in passing."""

LETTERS_PER_WIDTH = 1.15
"""Letters of ordinary text on one unit of column width in the sheet's font."""


def put_value(cell: Cell, column: Column, value: Value, stamps: Stamps) -> None:
    """Write a value as its column's kind, or as text where it is none (a date of reduced precision)."""
    typed, look = typed_cell(column, value)
    put_text(cell, typed) if isinstance(typed, str) else put_plain(cell, typed)
    stamps.put(cell, "review" if column.origin == "reviewer" else look)


def put_text(cell: Cell, text: str) -> None:
    """Write text that is never a formula, an error value or an escape, whatever it begins with."""
    cell.value = cell_text(text)
    cell.data_type = "s"


def put_plain(cell: Cell, value: float | datetime | date | None) -> None:
    """Write a number, a date or nothing."""
    cell.value = value


def typed_cell(column: Column, value: Value) -> tuple[str | float | datetime | date | None, Look]:
    """A value as its column's kind, or as text where it is none, and its look."""
    result: tuple[str | float | datetime | date | None, Look] = (
        None if value is None else str(value),
        "text",
    )
    match column.kind:
        case "rating":
            result = (result[0], "rating")
        case "month" | "date" if isinstance(value, str):
            result = _date_value(column, value)
        case "moment" if isinstance(value, datetime):
            result = (value.replace(tzinfo=None), "moment")
        case "flag" if isinstance(value, bool):
            result = ("Yes" if value else "No", "text")
        case "number" | "count" | "percent" if isinstance(value, (int, float)) and math.isfinite(value):
            result = (value, _number_look(column, value))
        case "digest":
            result = (result[0], "digest")
        case "link" if isinstance(value, str):
            result = (file_name(value), "link")
    return result


def _date_value(column: Column, value: str) -> tuple[str | date, Look]:
    day = full_date(f"{value}-01" if column.kind == "month" else value)
    if day is None or day.year < FIRST_YEAR:
        return value, "text"
    return datetime(day.year, day.month, day.day), "month" if column.kind == "month" else "date"


def _number_look(column: Column, value: float) -> Look:
    whole = float(value).is_integer()
    if column.kind == "count":
        return "count"
    if column.kind == "percent":
        return "percent"
    return "whole number" if whole else "number"


def lines_needed(text: str, width: float) -> int:
    """How many lines a text takes in a wrapped cell of this width."""
    letters = max(width * LETTERS_PER_WIDTH, 1)
    return sum(max(1, math.ceil(len(line) / letters)) for line in text.split("\n"))


def row_height(lines: int) -> float:
    """Points for a row of so many lines."""
    return LINE_HEIGHT * min(max(lines, 1), MOST_LINES) + 2
