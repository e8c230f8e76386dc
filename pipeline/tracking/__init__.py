"""Records of many documents → store → months reconciled → workbook.

Importing this module imports pandas, openpyxl and SQLAlchemy: do it only where a tracker is made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from pipeline.tracking.months import Tracker, reconcile_months
from pipeline.tracking.store import Store, StoredReading, StoreError
from pipeline.tracking.workbook.sheets import WorkbookError
from pipeline.tracking.workbook.write import WrittenWorkbook, write_workbook

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


def build_tracker(store: Store, folder: Path = Path(), aliases: Mapping[str, str] | None = None) -> Tracker:
    """The rows of every sheet from all documents of the store, months reconciled.

    Args:
        store: Where the documents are.
        folder: Where relative paths start: the workbook's folder. Of several names of one document the first at
            which its file still stands is shown, so that links open when files have moved.
        aliases: Other names of projects → the name to show.
    """
    return reconcile_months((_at_living_path(stored, folder) for stored in store.readings()), aliases)


def _at_living_path(stored: StoredReading, folder: Path) -> StoredReading:
    living = next(
        (path for path in stored.paths if _stands(folder / path.partition("!/")[0])), stored.paths[0]
    )
    reading = stored.reading
    return replace(stored, reading=replace(reading, document=replace(reading.document, path=living)))


def _stands(file: Path) -> bool:
    try:
        return file.exists()
    except OSError:  # a name from another system that this one does not even allow
        return False
