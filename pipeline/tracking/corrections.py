"""Values that people corrected in the workbook: kept in the store, used wherever the read value would be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from pipeline.tracking.columns import Value


@dataclass(frozen=True, slots=True)
class Correction:
    """One cell that a person changed.

    Attributes:
        sheet: The name of its sheet.
        row: The ID of its row.
        column: The key of its column.
        read: What the tracker showed there before: what was read, or worked out from what was read.
        corrected: What the person wrote, as a value of that column; None where they emptied the cell.
        first_seen: When an ingest first found it.
    """

    sheet: str
    row: str
    column: str
    read: Value
    corrected: Value
    first_seen: datetime


Corrections = Mapping[tuple[str, str], Correction]
"""By the row's ID and the column's key."""


def by_place(corrections: Iterable[Correction]) -> Corrections:
    """Corrections by their row and column."""
    return {(item.row, item.column): item for item in corrections}


def spoken_value(value: Value) -> str:
    """A value as a person reads it; the empty one in words."""
    if value is None:
        return "(empty)"
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, float):
        return f"{value:.12g}"
    return str(value)
