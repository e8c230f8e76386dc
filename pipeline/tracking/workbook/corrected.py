"""Cells that people corrected, found in the workbook that they saved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from pipeline.tracking.columns import SHEETS
from pipeline.tracking.corrections import Correction, by_place
from pipeline.tracking.months import Tracker
from pipeline.tracking.workbook.keep import KeptSheet
from pipeline.tracking.workbook.shown import changed_cells, column_value, row_digests


def find_corrections(
    kept: Mapping[str, KeptSheet],
    shown: Mapping[str, str],
    known: Iterable[Correction],
    moment: datetime,
) -> list[Correction]:
    """What people have corrected so far: the corrections known before, and the cells that were changed since.

    Args:
        kept: The workbook as people saved it, by sheet.
        shown: What it showed when it was written: digests by row.
        known: The corrections of earlier ingests.
        moment: When the new ones are first seen.
    """
    found = dict(by_place(known))
    for sheet in SHEETS:
        for identity, row in (kept[sheet.name].rows if sheet.name in kept else {}).items():
            for column, cell in changed_cells(sheet, row.known, shown.get(identity, "")):
                place = identity, column.key
                value, first = column_value(column, cell), moment
                if place in found:
                    first = found[place].first_seen
                found[place] = Correction(sheet.name, identity, column.key, None, value, first)
    return list(found.values())


def shown_rows(tracker: Tracker) -> dict[str, str]:
    """What the workbook shows now: digests by row."""
    return {str(row["id"]): row_digests(sheet, row) for sheet in SHEETS for row in tracker.rows[sheet.name]}
