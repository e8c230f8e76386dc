"""Cells that people corrected, found in the workbook that they saved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from pipeline.tracking.columns import SHEETS
from pipeline.tracking.corrections import Correction, by_place
from pipeline.tracking.workbook.keep import KeptSheet
from pipeline.tracking.workbook.shown import column_value


def find_corrections(
    kept: Mapping[str, KeptSheet], known: Iterable[Correction], moment: datetime
) -> list[Correction]:
    """What people have corrected so far: the corrections known before, and the cells that were changed since.

    Args:
        kept: The workbook as people saved it, by sheet.
        known: The corrections of earlier ingests.
        moment: When the new ones are first seen.
    """
    found = dict(by_place(known))
    for sheet in SHEETS:
        for cell in kept[sheet.name].changed if sheet.name in kept else ():
            place = cell.row, cell.column.key
            value, first = column_value(cell.column, cell.value), moment
            if place in found:
                first = found[place].first_seen
            found[place] = Correction(sheet.name, *place, None, value, first)
    return list(found.values())
