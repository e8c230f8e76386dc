"""More rows than a sheet of Excel takes: the oldest months go to files of their own beside the tracker.

Threads, checks, corrections and the overview see all months; what people wrote in a row moves with it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from openpyxl.workbook import Workbook

from pipeline.tracking.dates import spoken
from pipeline.tracking.months import Row
from pipeline.tracking.workbook.internals import moved_style
from pipeline.tracking.workbook.keep import KeptRow, KeptSheet
from pipeline.tracking.workbook.sheets import TooManyRows

Rows = Mapping[str, tuple[Row, ...]]
"""Rows by the name of their sheet."""

UNDATED = "9999"
"""Stands for the month of rows that are of none: they stay in the tracker itself."""


@dataclass(slots=True)
class Existing:
    """A workbook that stands where one is to be written: its content, why it must not be written over (empty: it
    may), and the files of earlier months beside it.
    """

    book: Workbook | None = None
    kept: dict[str, KeptSheet] = field(default_factory=dict)
    reasons: list[str] = field(default_factory=list)
    earlier: list[Existing] = field(default_factory=list)

    @property
    def files(self) -> list[Existing]:
        """The workbook and its earlier months."""
        return [self, *self.earlier]

    def everything(self) -> dict[str, KeptSheet]:
        """What people made of each sheet in all the files."""
        if not self.earlier:
            return self.kept
        names = {name: None for old in self.files for name in old.kept}
        return {name: _joined([old.kept[name] for old in self.files if name in old.kept]) for name in names}


def _joined(sheets: Sequence[KeptSheet]) -> KeptSheet:
    rows = {identity: row for sheet in reversed(sheets) for identity, row in sheet.rows.items()}
    strays = [stray for sheet in sheets for stray in sheet.strays]
    changed = [cell for sheet in sheets for cell in sheet.changed]
    return KeptSheet(rows=rows, strays=strays, changed=changed)


def volume_path(path: Path, number: int) -> Path:
    """Where a tracker's files stand: 0 is the tracker itself, 1 holds the latest of the earlier months."""
    if number == 0:
        return path
    return path.with_name(f"{path.stem} (earlier months{f' {number}' if number > 1 else ''}){path.suffix}")


@dataclass(frozen=True, slots=True)
class Volume:
    """The rows of one file. ``after``: the last month that is in an earlier one; None for the earliest."""

    rows: Rows
    after: str | None = None


def split_months(rows: Rows, most: int) -> list[Volume]:
    """The rows of each file, the newest first; every sheet of a file has at most so many rows.

    Raises:
        TooManyRows: one month alone has more.
    """
    volumes: list[Volume] = []
    while (after := _cut(rows, most)) is not None:
        newer = {name: tuple(row for row in own if _month(row) > after) for name, own in rows.items()}
        volumes.append(Volume(newer, after))
        rows = {name: tuple(row for row in own if _month(row) <= after) for name, own in rows.items()}
    return [*volumes, Volume(rows)]


def _month(row: Row) -> str:
    return str(row.get("period") or UNDATED)


def _cut(rows: Rows, most: int) -> str | None:
    """The last month that has no room in the newest file, None where all have; the December of its year where that
    leaves later months, so that rows move from file to file once a year at most.
    """
    cut = ""
    for name, own in rows.items():
        if len(own) <= most:
            continue
        room = most
        for month, count in sorted(Counter(map(_month, own)).items(), reverse=True):
            room -= count
            if room < 0:
                cut = max(cut, month)
                break
        if cut >= max(map(_month, own)):
            raise TooManyRows(
                f"sheet {name} would have {len(own)} rows of one month or of none, Excel takes {most}: ingest some of"
                " the reports into a tracker and store of their own"
            )
    if not cut:
        return None
    latest = max((_month(row) for own in rows.values() for row in own if row.get("period")), default=cut)
    return max(cut, f"{cut[:4]}-12") if latest > f"{cut[:4]}-12" else cut


def kept_in(old: Existing, number: int, book: Workbook, rows: Rows) -> dict[str, KeptSheet]:
    """What people made of the sheets of one file: what they wrote in that file, and in rows that come to it now.

    Args:
        old: All files as people saved them.
        number: The file's place among them.
        book: The workbook that is written.
        rows: The rows that it will hold.
    """
    own = old.files[number].kept if number < len(old.files) else {}
    if len(old.files) == 1 and number == 0:
        return own
    kept = {}
    for name, present in rows.items():
        sheet = own.get(name, KeptSheet())
        here = {str(row["id"]) for row in present}
        moved = dict(sheet.rows)
        for place, other in enumerate(old.files):
            if place == number or other.book is None or name not in other.kept:
                continue
            for identity in other.kept[name].rows.keys() & here - moved.keys():
                moved[identity] = _moved(other.kept[name].rows[identity], other.book, book)
            new = [header for header in other.kept[name].added if header not in sheet.added]
            sheet = replace(sheet, added=[*sheet.added, *new])
        kept[name] = replace(sheet, rows=moved)
    return kept | {name: sheet for name, sheet in own.items() if name not in kept}


def _moved(row: KeptRow, source: Workbook, target: Workbook) -> KeptRow:
    cells = {
        header: replace(cell, style=moved_style(cell.style, source, target))
        for header, cell in row.cells.items()
    }
    return replace(row, cells=cells)


def told_of(volumes: Sequence[Volume], paths: Sequence[Path]) -> list[str]:
    """Which months stand in which file, for people: a sentence for each file of earlier months."""
    return [
        f"Excel has no room for all rows in one file: the months until {spoken(volume.after)} are in '{path.name}'."
        for volume, path in zip(volumes, paths[1:], strict=False)
        if volume.after
    ]
