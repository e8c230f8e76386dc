"""Writes the tracker workbook: reads what people wrote in the old one, writes every sheet anew, keeps the rest."""

from __future__ import annotations

import io
import os
import stat
import warnings
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.tracking.columns import CHECKS, OVERVIEW, PAGES, README
from pipeline.tracking.corrections import by_place
from pipeline.tracking.dates import spoken
from pipeline.tracking.months import OPEN, TELLING, Row, Tracker
from pipeline.tracking.workbook.keep import KeptRow, KeptSheet, is_tracker, read_kept
from pipeline.tracking.workbook.orphans import find_orphans
from pipeline.tracking.workbook.overview import shown_name, write_overview
from pipeline.tracking.workbook.package import lost_parts, steady_bytes
from pipeline.tracking.workbook.readme import write_readme
from pipeline.tracking.workbook.sheets import Place, WorkbookError, write_sheet
from pipeline.tracking.workbook.styles import Stamps

CREATOR = "Highlight Tracker"


@dataclass(frozen=True, slots=True)
class WrittenWorkbook:
    """Where the workbook was written, on how many rows people's notes were kept, and what they must be told."""

    path: Path
    kept_notes: int = 0
    messages: tuple[str, ...] = ()


@dataclass(slots=True)
class Existing:
    """The workbook that stands at the target: its content, and why it must not be written over (empty: it may)."""

    book: Workbook | None = None
    kept: dict[str, KeptSheet] = field(default_factory=dict)
    reasons: list[str] = field(default_factory=list)


def write_workbook(
    tracker: Tracker, path: Path, made_at: datetime, existing: Existing | None = None
) -> WrittenWorkbook:
    """Write the tracker to ``path``, with everything that people wrote in the workbook that stands there, which
    ``existing`` holds where it has been read before.

    Where that one is open, read-only, no tracker, or holds what would be lost, it is left as it is and the new
    one is written beside it; the messages tell so. The file appears whole or not at all.

    Raises:
        WorkbookError: the folder cannot be written to, or the file's name does not end in '.xlsx'.
        TooManyRows: a sheet needs more rows than Excel has.
    """
    if path.suffix.lower() != ".xlsx":
        raise WorkbookError(f"cannot write the tracker '{path}': give it a name that ends in .xlsx")
    old = existing or read_existing(path)
    content, notes = _make(tracker, old, path.parent, made_at)
    reasons = old.reasons + _locks(path)
    try:
        target = _put(path, content, reasons, made_at)
    except OSError as error:
        raise WorkbookError(
            f"cannot write the tracker '{path}': {error.strerror}. Is its folder there, and may you write in it?"
        ) from error
    messages = (f"'{path}' was left as it is: {reason}. The new tracker is '{target}'." for reason in reasons)
    return WrittenWorkbook(target, notes, tuple(messages))


def read_existing(path: Path, as_of: str | None = None) -> Existing:
    """The workbook that stands at ``path``, if any. One that shows months after ``as_of`` is not to be replaced by
    one that does not.
    """
    if not path.exists():
        return Existing()
    try:
        lost = lost_parts(path)
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # what openpyxl cannot keep is told by lost_parts, in people's words
            book = openpyxl.load_workbook(path, rich_text=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, ParseError, OSError) as error:
        return Existing(reasons=[f"it cannot be read as a workbook ({error})"])
    if not is_tracker(book):
        return Existing(reasons=["it is not a tracker of this program"])
    reasons = [f"it holds {what}, which this program cannot keep" for what in lost]
    kept = read_kept(book, path.parent)
    if as_of is not None and _shows_later(kept, as_of):
        reasons.append(f"it shows months after {spoken(as_of)}")
    return Existing(book, kept, reasons)


def _shows_later(kept: dict[str, KeptSheet], as_of: str) -> bool:
    periods = (row.known.get("Period") for sheet in kept.values() for row in sheet.rows.values())
    return any(isinstance(period, datetime) and f"{period:%Y-%m}" > as_of for period in periods)


def _make(tracker: Tracker, old: Existing, folder: Path, made_at: datetime) -> tuple[bytes, int]:
    """The bytes of the workbook, and on how many rows notes were kept."""
    book = old.book or _empty_book()
    stamps = Stamps.of(book)
    rows = _with_orphans(tracker, old.kept)
    was_there = set(book.sheetnames)
    pages = {name: _page(book, name) for name in (OVERVIEW, *(sheet.name for sheet in PAGES), README)}
    corrections = by_place(tracker.corrections)
    for sheet in PAGES:
        place = Place(pages[sheet.name], stamps, folder, sheet.name not in was_there, corrections)
        write_sheet(place, sheet, rows[sheet.name], old.kept.get(sheet.name, KeptSheet()))
    to_look_at = open_warnings(rows[CHECKS.name], old.kept.get(CHECKS.name))
    place = Place(pages[OVERVIEW], stamps, folder, new=OVERVIEW not in was_there)
    write_overview(place, tracker, to_look_at, old.kept.get(OVERVIEW, KeptSheet()))
    write_readme(pages[README], tracker, made_at, stamps, new=README not in was_there)
    if old.book is None:
        _arrange(book, made_at)
    saved = io.BytesIO()
    book.save(saved)
    return steady_bytes(saved.getvalue(), made_at), sum(sheet.notes for sheet in old.kept.values())


def _with_orphans(tracker: Tracker, kept: dict[str, KeptSheet]) -> dict[str, tuple[Row, ...]]:
    """The rows of all sheets; notes whose rows are gone stand at the end of ``Checks``."""
    present = {name: {str(row["id"]) for row in own} for name, own in tracker.rows.items()}
    present[OVERVIEW] = {shown_name(project) for project in tracker.projects}
    lost = find_orphans(kept, present)
    return dict(tracker.rows) | {CHECKS.name: (*tracker.rows[CHECKS.name], *lost)}


def open_warnings(checks: tuple[Row, ...], kept: KeptSheet | None) -> dict[str, int]:
    """How many warnings and errors of each project no reviewer has given another status than open; where no
    project is named, of each file.
    """
    counts: Counter[str] = Counter()
    for row in checks:
        own = kept.rows.get(str(row["id"]), KeptRow()) if kept else KeptRow()
        if row["severity"] in TELLING and own.status == OPEN:
            counts[str(row["project"] or row["source_file"])] += 1
    return counts


def _page(book: Workbook, name: str) -> Worksheet:
    page = book[name] if name in book.sheetnames else book.create_sheet(name)
    assert isinstance(page, Worksheet)
    return page


def _empty_book() -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    return book


def _arrange(book: Workbook, made_at: datetime) -> None:
    book.properties.creator = CREATOR
    book.properties.title = "Highlight report tracker"
    book.properties.created = made_at.replace(tzinfo=None)
    book.active = 0


def _locks(path: Path) -> list[str]:
    """Why an existing file must not be replaced though the system would let us."""
    if not path.exists():
        return []
    if not path.stat().st_mode & stat.S_IWUSR:
        return ["it is marked read-only"]
    owners = (path.with_name(f"~${path.name}"), path.with_name(f".~lock.{path.name}#"))
    return ["it is open in another program"] if any(owner.exists() for owner in owners) else []


def _put(path: Path, content: bytes, reasons: list[str], made_at: datetime) -> Path:
    """Write to ``path``, or beside it where there are reasons to; finding it locked is one more reason."""
    if not reasons:
        try:
            _replace(path, content)
        except PermissionError:
            if not path.exists():
                raise
            reasons.append("it is open in another program or may not be written to")
    target = _beside(path, made_at) if reasons else path
    if reasons:
        _replace(target, content)
    return target


def _beside(path: Path, made_at: datetime) -> Path:
    """A free name beside the target."""
    name = f"{path.stem} {made_at:%Y-%m-%d %H%M}"
    free = path.with_name(f"{name}{path.suffix}")
    number = 2
    while free.exists():
        free = path.with_name(f"{name} ({number}){path.suffix}")
        number += 1
    return free


def _replace(target: Path, content: bytes) -> None:
    """Write beside and move into place: nobody ever sees half a workbook."""
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        part.write_bytes(content)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
