"""The tracker's records for other programs: a file for each sheet, or one database of them all."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

import pandas as pd

from pipeline.tracking.columns import PAGES, Column, Sheet
from pipeline.tracking.months import Tracker
from pipeline.tracking.text import clean_text

TYPES: Mapping[str, str] = {"number": "Float64", "percent": "Float64", "count": "Int64", "flag": "boolean"}
"""pandas types of columns that are no text. Dates stay ISO 8601 text: many are known only to the month or year."""

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet that opens a CSV file takes for the beginning of a formula (OWASP, 'CSV Injection')."""

DATABASE = "records.sqlite"


class ExportError(Exception):
    """The records cannot be written; the message says what to do next."""


def export_records(tracker: Tracker, folder: Path, form: str) -> list[Path]:
    """Write every sheet's records into ``folder``, in place of files of the same names.

    Args:
        tracker: The records.
        folder: Made where it is missing.
        form: One of ``FORMATS``.

    Returns:
        The files written.

    Raises:
        ExportError: the folder cannot be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return FORMATS[form](tracker, folder)
    except (OSError, sqlite3.Error) as error:
        raise ExportError(f"cannot write the records to '{folder}': {error}. May you write there?") from error


def record_frame(tracker: Tracker, sheet: Sheet) -> pd.DataFrame:
    """A sheet's records, typed; the columns that people fill in the workbook are left out."""
    columns = [column for column in sheet.columns if column.origin != "reviewer"]
    rows = tracker.rows[sheet.name]
    return pd.DataFrame(
        {column.key: _series(column, [row[column.key] for row in rows]) for column in columns}
    )


def _series(column: Column, values: list[object]) -> pd.Series:
    if column.kind == "moment":
        return pd.to_datetime(pd.Series(values, dtype=object), utc=True)
    kind = TYPES.get(column.kind, "string")
    fitting = [value if kind == "string" or _fits(kind, value) else None for value in values]
    if kind == "string":
        fitting = [None if value is None else clean_text(str(value)) for value in values]
    return pd.Series(fitting, dtype=kind)


def _fits(kind: str, value: object) -> bool:
    """False for a word that somebody wrote where a number stands: it is told on the sheet of corrections."""
    if kind == "boolean":
        return isinstance(value, bool)
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _csv(tracker: Tracker, folder: Path) -> list[Path]:
    return _each(tracker, folder, "csv", lambda frame, path: frame.map(_no_formula).to_csv(path, index=False))


def _json(tracker: Tracker, folder: Path) -> list[Path]:
    def write(frame: pd.DataFrame, path: Path) -> None:
        frame.to_json(path, orient="records", date_format="iso", force_ascii=False, indent=1)

    return _each(tracker, folder, "json", write)


def _parquet(tracker: Tracker, folder: Path) -> list[Path]:
    return _each(tracker, folder, "parquet", lambda frame, path: frame.to_parquet(path, index=False))


def _sqlite(tracker: Tracker, folder: Path) -> list[Path]:
    path, part = folder / DATABASE, folder / f".{DATABASE}.part"
    part.unlink(missing_ok=True)
    with closing(sqlite3.connect(part)) as link:
        for sheet in PAGES:
            record_frame(tracker, sheet).to_sql(sheet.key, link, index=False)
        link.commit()
    part.replace(path)
    return [path]


def _each(
    tracker: Tracker, folder: Path, ending: str, write: Callable[[pd.DataFrame, Path], object]
) -> list[Path]:
    paths = []
    for sheet in PAGES:
        path = folder / f"{sheet.key}.{ending}"
        part = path.with_name(f".{path.name}.part")
        write(record_frame(tracker, sheet), part)
        part.replace(path)
        paths.append(path)
    return paths


def _no_formula(value: object) -> object:
    """Text as a spreadsheet shows it and never runs it."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_SIGNS) else value


FORMATS: Mapping[str, Callable[[Tracker, Path], list[Path]]] = {
    "csv": _csv,
    "parquet": _parquet,
    "json": _json,
    "sqlite": _sqlite,
}
