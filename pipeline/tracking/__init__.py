"""Records of many documents → store → months reconciled → workbook.

Importing this module imports pandas, openpyxl and SQLAlchemy: do it only where a tracker is made.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pipeline.tracking.months import Tracker, reconcile_months
from pipeline.tracking.store import Store, StoredReading, StoreError
from pipeline.tracking.workbook.write import WorkbookError, WrittenWorkbook, write_workbook

__all__ = [
    "Store",
    "StoreError",
    "Tracker",
    "WorkbookError",
    "WrittenWorkbook",
    "build_tracker",
    "open_store",
    "write_workbook",
]


def open_store(url: str | Path) -> Store:
    """The store at a SQLAlchemy URL or the path of a SQLite file, made where there is none.

    Raises:
        StoreError: it cannot be used; the message says what to do.
    """
    return Store.open(url)


def build_tracker(store: Store) -> Tracker:
    """The rows of every sheet from all documents of the store, months reconciled."""
    return reconcile_months(_at_living_path(stored) for stored in store.readings())


def _at_living_path(stored: StoredReading) -> StoredReading:
    """The reading under a name at which its file still stands, so that links open; else under its first name."""
    living = next((path for path in stored.paths if Path(path).exists()), stored.paths[0])
    reading = stored.reading
    return replace(stored, reading=replace(reading, document=replace(reading.document, path=living)))
