"""Records of many documents → store → months reconciled → workbook.

Importing this module imports pandas, openpyxl and SQLAlchemy: do it only where a tracker is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from pipeline.tracking.corrections import Correction
from pipeline.tracking.export import FORMATS, ExportError, export_records
from pipeline.tracking.months import Tracker, reconcile_months
from pipeline.tracking.project_story import NoSuchProject, Story, tell_project
from pipeline.tracking.store import Store, StoredReading, StoreError
from pipeline.tracking.workbook.corrected import find_corrections
from pipeline.tracking.workbook.sheets import MOST_ROWS, WorkbookError
from pipeline.tracking.workbook.write import WrittenWorkbook, read_existing, write_workbook

__all__ = [
    "FORMATS",
    "ExportError",
    "NoSuchProject",
    "Store",
    "StoreError",
    "Story",
    "Tracker",
    "WorkbookError",
    "WrittenWorkbook",
    "build_tracker",
    "export_records",
    "open_store",
    "renew_workbook",
    "tell_project",
    "write_workbook",
]


def open_store(url: str | Path) -> Store:
    """The store at a SQLAlchemy URL or the path of a SQLite file, made where there is none.

    Raises:
        StoreError: it cannot be used; the message says what to do.
    """
    return Store.open(url)


def renew_workbook(
    store: Store,
    path: Path,
    aliases: Mapping[str, str] | None = None,
    as_of: str | None = None,
    now: datetime | None = None,
    most_rows: int = MOST_ROWS,
) -> WrittenWorkbook:
    """Write the workbook at ``path`` from the store, with what people wrote and corrected in the one that stands there.

    Args:
        store: Where the documents are; what people corrected is kept there too.
        path: The workbook.
        aliases: Other names of projects → the name to show.
        as_of: The last month (``YYYY-MM``) that the workbook shows; None for all. A workbook that shows later ones is
            never written over: it holds people's work on them.
        most_rows: Rows of a sheet from which the oldest months go to a file beside the workbook.
        now: When a correction found in this workbook counts as first seen; the present moment without it.

    Raises:
        StoreError: the store cannot be used.
        WorkbookError: the workbook cannot be written.
    """
    moment = (now or datetime.now(UTC)).replace(microsecond=0)
    existing = read_existing(path, store.shown(path.name), as_of)
    corrections = find_corrections(existing.everything(), store.corrections(), moment)
    tracker = build_tracker(store, path.parent, aliases, corrections, as_of)
    # Dated by the store's last change: what has not changed gives the same workbook, byte for byte.
    written = write_workbook(tracker, path, tracker.changed_at or moment, existing, most_rows)
    store.keep_corrections(tracker.corrections)
    store.keep_shown(written.path.name, written.shown)
    return written


def build_tracker(
    store: Store,
    folder: Path = Path(),
    aliases: Mapping[str, str] | None = None,
    corrections: Iterable[Correction] | None = None,
    as_of: str | None = None,
) -> Tracker:
    """The rows of every sheet from all documents of the store, months reconciled.

    Args:
        store: Where the documents are.
        folder: Where relative paths start: the workbook's folder. Of several names of one document the first at
            which its file still stands is shown, so that links open when files have moved.
        aliases: Other names of projects → the name to show.
        corrections: What people corrected; without it, what the store knows of it.
        as_of: The last month (``YYYY-MM``) whose reports count; None for all.
    """
    known = store.corrections() if corrections is None else corrections
    readings = (_at_living_path(stored, folder) for stored in store.readings())
    return reconcile_months(readings, aliases, known, as_of)


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
