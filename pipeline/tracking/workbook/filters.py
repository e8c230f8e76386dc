"""Filters that people set: their rows are hidden again after the rows have moved, as Excel would do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from datetime import datetime
from typing import Any

from openpyxl.worksheet.filters import AutoFilter, DateGroupItem, FilterColumn, Filters


def moved_filter(old: AutoFilter | None, old_headers: list[str], headers: list[str], ref: str) -> AutoFilter:
    """The filter of a table over its new range; a filter of a column that is gone goes with it."""
    fresh = AutoFilter(ref=ref)
    for column in old.filterColumn if old else ():
        name = old_headers[column.colId] if column.colId < len(old_headers) else None
        if name in headers:
            moved = copy(column)
            moved.colId = headers.index(name)
            fresh.filterColumn.append(moved)
    return fresh


def is_hidden(row: Sequence[Any] | Mapping[int, Any], columns: Iterable[FilterColumn]) -> bool:
    """True where a filter by listed values hides a row with these values. Other filters (by colour, by a
    condition) are kept in the file and hide again when they are next applied in Excel.
    """
    return any(
        not _shows(row[column.colId], column.filters) for column in columns if column.filters is not None
    )


def _shows(value: Any, chosen: Filters) -> bool:
    if value in (None, ""):
        return bool(chosen.blank)
    if isinstance(value, datetime) and chosen.dateGroupItem:
        return any(_in_group(value, group) for group in chosen.dateGroupItem)
    shown = f"{value:g}" if isinstance(value, float) else str(value)
    return shown.casefold() in {str(item).casefold() for item in chosen.filter}


def _in_group(value: datetime, group: DateGroupItem) -> bool:
    parts = [(value.year, group.year), (value.month, group.month), (value.day, group.day)]
    return all(wanted is None or own == wanted for own, wanted in parts)
