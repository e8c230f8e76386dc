"""What a cell shows, as text that is the same before and after Excel or LibreOffice saved the workbook.

A digest of it for each cell is kept in the store when the workbook is written. A cell that shows something else at the
next ingest was changed by a person.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from pipeline.tracking.columns import Column, Sheet, Value
from pipeline.tracking.text import unescape_cell

DIGEST = 8
"""Hexadecimal digits of a cell's digest."""

SHORT = 48
"""Letters up to which a text is likely to stand in many cells: its digest is made once."""

_FIXED = frozenset({"id", "source_file"})
"""Columns that are no value of a report: what a row is known by, and its link."""


def watched(sheet: Sheet) -> list[Column]:
    """The columns whose cells hold values of ours."""
    return [column for column in sheet.columns if column.origin != "reviewer" and column.key not in _FIXED]


def digest_of(value: Any) -> str:
    """The digest of a cell's value."""
    if isinstance(value, str):
        return _digest_of_short(value) if len(value) <= SHORT else _digest(shown_text(value))
    return _digest(shown_text(value))


@lru_cache(maxsize=20_000)
def _digest_of_short(text: str) -> str:
    return _digest(shown_text(text))


def changed_cells(
    columns: Sequence[Column], cells: Mapping[str, Any], digests: str
) -> Iterator[tuple[Column, Any]]:
    """The columns whose cells no longer show what was written, with what they show now.

    Args:
        columns: The columns of the row's sheet that are watched.
        cells: The row's cells as read back, by header; a column that people deleted is not there.
        digests: The digests of those columns when the row was written, one after the other.
    """
    if len(digests) != DIGEST * len(columns):
        return  # written by a release with other columns
    for number, column in enumerate(columns):
        if column.header not in cells:
            continue
        value = cells[column.header]
        if digest_of(value) != digests[DIGEST * number : DIGEST * (number + 1)]:
            yield column, value


def column_value(column: Column, cell: Any) -> Value:
    """What a person wrote in a cell, as a value of its column; text where it is none."""
    if cell is None or cell == "":
        return None
    if isinstance(cell, (date, datetime)) and column.kind in ("date", "month"):
        return f"{cell:%Y-%m}" if column.kind == "month" else f"{cell:%Y-%m-%d}"
    convert: dict[str, Callable[[str], Value]] = {"rating": _rating, "flag": _flag}
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        numeric = column.kind in ("number", "percent", "count")
        return cell if numeric else f"{cell:.15g}"
    text = unescape_cell(str(cell)).strip()
    return convert.get(column.kind, str)(text)


def shown_text(value: Any) -> str:
    """What a cell shows, whatever program saved it: moments to the second, numbers to twelve digits."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        return f"{value + timedelta(milliseconds=500):%Y-%m-%d %H:%M:%S}"
    if isinstance(value, date):
        return f"{value:%Y-%m-%d} 00:00:00"
    if isinstance(value, (int, float)):
        return f"{value:.12g}"
    return unescape_cell(str(value)).replace("\r\n", "\n").strip()


def _rating(text: str) -> str:
    return "/".join(part.strip().capitalize() for part in text.split("/"))


def _flag(text: str) -> Value:
    return {"yes": True, "no": False, "true": True, "false": False}.get(text.casefold(), text)


def _digest(text: str) -> str:
    return f"{zlib.crc32(text.encode('utf-8', 'surrogatepass')):0{DIGEST}x}"
