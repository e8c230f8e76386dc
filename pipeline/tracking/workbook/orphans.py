"""Notes whose row is gone: they move to the sheet Checks, where somebody reads them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.tracking.columns import CHECKS, Value
from pipeline.tracking.ids import row_id
from pipeline.tracking.months import OPEN
from pipeline.tracking.workbook.keep import ORPHANED, KeptRow, KeptSheet


def find_orphans(kept: dict[str, KeptSheet], present: dict[str, set[str]]) -> Iterator[dict[str, Value]]:
    """Rows for ``Checks``: one for each note whose row is gone, with what was written in it.

    Args:
        kept: What people wrote, by sheet.
        present: The IDs of the rows that each sheet will have.
    """
    for name, sheet in kept.items():
        for identity, row in sheet.rows.items():
            if identity in present[name]:
                continue
            if row.known.get("Code") == ORPHANED and name == CHECKS.name:
                yield _as_it_was(row)
            elif row.worth_keeping():
                yield _orphan(name, identity, row)
        for number, row in sheet.strays:
            yield _orphan(name, f"row {number}", row)


def _orphan(sheet: str, identity: str, row: KeptRow) -> dict[str, Value]:
    content = "; ".join(str(value) for value in row.known.values() if isinstance(value, str))
    return _blank() | {
        "id": row_id(CHECKS.prefix, ORPHANED, sheet, identity, row.told() or content),
        "project": row.known.get("Project"),
        "period": _month(row.known.get("Period")),
        "severity": "warning",
        "code": ORPHANED,
        "about": sheet,
        "message": f"Written at {identity} of {sheet}, a row that is no longer there: {row.told() or content}",
        "status": OPEN,
        "source_file": _text(row.known.get("Source file")),
        "page": row.known.get("Page"),
        "evidence": row.known.get("Evidence"),
    }


def _as_it_was(row: KeptRow) -> dict[str, Value]:
    by_header = {column.header: column.key for column in CHECKS.columns}
    values = {by_header[header]: value for header, value in row.known.items() if header in by_header}
    return _blank() | values | {"period": _month(row.known.get("Period")), "status": OPEN}


def _blank() -> dict[str, Value]:
    return dict.fromkeys((column.key for column in CHECKS.columns), None)


def _month(value: Any) -> str | None:
    return f"{value:%Y-%m}" if hasattr(value, "strftime") else None


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None
