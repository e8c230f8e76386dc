"""Writes the tracker workbook: reads what people wrote in the old one, writes every sheet anew, keeps the rest."""

from __future__ import annotations

import io
import os
import stat
import zipfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from xml.etree.ElementTree import ParseError

from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.tracking.columns import CHECKS, DIMENSIONS, OVERVIEW, PAGES, README, SHEETS
from pipeline.tracking.corrections import by_place
from pipeline.tracking.dates import spoken
from pipeline.tracking.months import OPEN, TELLING, Row, Tracker
from pipeline.tracking.workbook.dimensions import dimension_rows, write_dimensions
from pipeline.tracking.workbook.keep import MATRICES, KeptRow, KeptSheet
from pipeline.tracking.workbook.matrix import shown_months, shown_name
from pipeline.tracking.workbook.opened import open_book
from pipeline.tracking.workbook.orphans import find_orphans
from pipeline.tracking.workbook.overview import write_overview
from pipeline.tracking.workbook.package import finish, lost_parts
from pipeline.tracking.workbook.read_back import is_tracker, read_kept
from pipeline.tracking.workbook.readme import write_readme
from pipeline.tracking.workbook.row_text import RowText
from pipeline.tracking.workbook.sheets import MOST_ROWS, Place, WorkbookError, write_sheet
from pipeline.tracking.workbook.styles import Stamps
from pipeline.tracking.workbook.volumes import (
    Existing,
    Volume,
    kept_in,
    split_months,
    told_of,
    volume_path,
)

CREATOR = "Highlight Tracker"


@dataclass(frozen=True, slots=True)
class WrittenWorkbook:
    """Where the workbook was written, on how many rows people's notes were kept, what they must be told, and what it
    shows: digests by row.
    """

    path: Path
    kept_notes: int = 0
    messages: tuple[str, ...] = ()
    shown: Mapping[str, str] = field(default_factory=dict)


def write_workbook(
    tracker: Tracker,
    path: Path,
    made_at: datetime,
    existing: Existing | None = None,
    most_rows: int = MOST_ROWS,
) -> WrittenWorkbook:
    """Write the tracker to ``path``, with everything that people wrote in the workbook that stands there, which
    ``existing`` holds where it has been read before. Months for which a sheet has no room go to files beside it.

    Where that one is open, read-only, no tracker, or holds what would be lost, it is left as it is and the new
    one is written beside it; the messages tell so. The file appears whole or not at all.

    Raises:
        WorkbookError: the folder cannot be written to, or the file's name does not end in '.xlsx'.
        TooManyRows: one month needs more rows than a sheet takes.
    """
    if path.suffix.lower() != ".xlsx":
        raise WorkbookError(f"cannot write the tracker '{path}': give it a name that ends in .xlsx")
    old = existing or read_existing(path)
    kept = old.everything()
    rows = _with_orphans(tracker, kept)
    to_look_at = open_warnings(rows[CHECKS.name], kept.get(CHECKS.name))
    volumes = split_months(rows, most_rows)
    volumes += [Volume(dict.fromkeys(rows, ()))] * (len(old.files) - len(volumes))
    paths = [volume_path(path, number) for number in range(len(volumes))]
    reasons = [reason for file in old.files for reason in file.reasons]
    reasons += [reason for one in paths for reason in _locks(one)]
    target = _beside(path, made_at) if reasons else path
    told = told_of(volumes, [volume_path(target, number) for number in range(len(volumes))])
    contents: list[bytes] = []
    shown: dict[str, str] = {}
    for number, volume in enumerate(volumes):
        work = _Work(replace(tracker, rows=volume.rows), old, number, told)
        content, own = _make(work, path.parent, made_at, to_look_at)
        contents.append(content)
        shown |= own
    try:
        target = _put(path, target, contents, reasons, made_at)
    except OSError as error:
        raise WorkbookError(
            f"cannot write the tracker '{path}': {error.strerror}. Is its folder there, and may you write in it?"
        ) from error
    left = (f"'{path}' was left as it is: {reason}. The new tracker is '{target}'." for reason in reasons)
    notes = sum(sheet.notes for sheet in kept.values())
    return WrittenWorkbook(target, notes, (*left, *told), shown)


@dataclass(frozen=True, slots=True)
class _Work:
    """One file to write: its rows, all files as they stood, its place among them, and what its readers are told."""

    tracker: Tracker
    old: Existing
    number: int
    told: Sequence[str]

    @property
    def book(self) -> Workbook | None:
        """The workbook as it stood."""
        return self.old.files[self.number].book if self.number < len(self.old.files) else None


def read_existing(path: Path, shown: Mapping[str, str] | None = None, as_of: str | None = None) -> Existing:
    """The workbook that stands at ``path``, if any, with its earlier months. One that shows months after ``as_of`` is
    not to be replaced by one that does not.

    Args:
        path: The workbook.
        shown: What it showed when it was written: digests by row.
        as_of: The last month (``YYYY-MM``) that the new one will show.
    """
    existing = _read_file(path, shown or {}, as_of)
    while (earlier := volume_path(path, len(existing.files))).exists():
        existing.earlier.append(_read_file(earlier, shown or {}, as_of))
    return existing


def _read_file(path: Path, shown: Mapping[str, str], as_of: str | None) -> Existing:
    if not path.exists():
        return Existing()
    try:
        opened = open_book(path)
        if not is_tracker(opened.book):
            return Existing(reasons=["it is not a tracker of this program"])
        kept = read_kept(opened, path.parent, shown)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, ParseError, OSError) as error:
        return Existing(reasons=[f"it cannot be read as a workbook ({error})"])
    reasons = [f"it holds {what}, which this program cannot keep" for what in lost_parts(opened.package)]
    latest = [sheet.latest for sheet in kept.values() if sheet.latest]
    if as_of is not None and latest and f"{max(latest):%Y-%m}" > as_of:
        reasons.append(f"it shows months after {spoken(as_of)}")
    return Existing(opened.book, kept, reasons)


def _make(
    work: _Work, folder: Path, made_at: datetime, to_look_at: dict[str, int]
) -> tuple[bytes, dict[str, str]]:
    """The bytes of a file, and what its rows show: digests by row. The sheets of months stand in the newest alone."""
    tracker, book = work.tracker, work.book or _empty_book()
    stamps = Stamps.of(book)
    was_there = set(book.sheetnames)
    first = tuple(MATRICES) if work.number == 0 else ()
    pages = {name: _page(book, name) for name in (*first, *(sheet.name for sheet in PAGES), README)}
    kept = kept_in(work.old, work.number, book, tracker.rows)
    corrections = by_place(tracker.corrections)
    written: dict[str, RowText] = {}
    for sheet in PAGES:
        place = Place(pages[sheet.name], stamps, folder, sheet.name not in was_there, corrections)
        own = kept.get(sheet.name, KeptSheet())
        written[sheet.name] = write_sheet(place, sheet, tracker.rows[sheet.name], own)
    if first:
        places = {name: Place(pages[name], stamps, folder, new=name not in was_there) for name in first}
        months = shown_months(tracker.projects)
        write_overview(places[OVERVIEW], tracker, months, to_look_at, kept.get(OVERVIEW, KeptSheet()))
        write_dimensions(places[DIMENSIONS], tracker, months, kept.get(DIMENSIONS, KeptSheet()))
    write_readme(pages[README], tracker, made_at, stamps, README not in was_there, work.told)
    if work.book is None:
        _arrange(book, made_at)
    saved = io.BytesIO()
    book.save(saved)
    parts = {pages[name].path.lstrip("/"): text for name, text in written.items()}
    content = finish(saved.getvalue(), made_at, parts)
    shown: dict[str, str] = {}
    for sheet in SHEETS:
        shown |= written[sheet.name].shown
    return content, shown


def _with_orphans(tracker: Tracker, kept: dict[str, KeptSheet]) -> dict[str, tuple[Row, ...]]:
    """The rows of all sheets; notes whose rows are gone stand at the end of ``Checks``."""
    present = {name: {str(row["id"]) for row in own} for name, own in tracker.rows.items()}
    present[OVERVIEW] = {shown_name(project) for project in tracker.projects}
    present[DIMENSIONS] = set(dimension_rows(tracker))
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


def _put(path: Path, target: Path, contents: list[bytes], reasons: list[str], made_at: datetime) -> Path:
    """Write the files to ``target``, or beside ``path`` where that proves locked, which is one more reason."""
    try:
        _replace_all(target, contents)
    except PermissionError:
        if reasons or not path.exists():
            raise
        reasons.append("it is open in another program or may not be written to")
        target = _beside(path, made_at)
        _replace_all(target, contents)
    return target


def _replace_all(target: Path, contents: list[bytes]) -> None:
    """Write all files, the earliest months first: a row that moves is at no time in none."""
    for number, content in reversed(list(enumerate(contents))):
        _replace(volume_path(target, number), content)


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
