"""How a tracker of many rows is written, and written again with a month more, against openpyxl's write-only and
read-only ways with the same cells: seconds of processor time and peak memory of a process of its own.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl

from pipeline.model import Reading
from pipeline.tracking import Tracker, build_tracker, open_store, renew_workbook
from pipeline.tracking.columns import SHEETS
from samples.month import Update
from samples.story import project_keys, tell
from tests.bench.memory import peak_megabytes
from tests.bench.word import timed
from tests.tracking_factories import (
    NOON,
    activity,
    finance,
    milestone,
    rating,
    reading,
    report,
    risk,
)

SIZES = (10_000, 100_000)
MONTHS = 24
ROWS_OF_REPORT = 25
"""About as many as the reports below give, findings over the months included."""
GOAL_SECONDS = {"first": 60, "month": 90}
"""For the largest size: the first writing, and one with a month more."""
GOAL_MEGABYTES = 1_000
STORY = 12
"""Months that a sample project is told over; then it begins again."""


def main() -> None:
    """Prints a row for each size, then how time grows with the rows: 1.0 is linear."""
    first, month = GOAL_SECONDS.values()
    print(
        f"\nTracker of many rows (goal for {SIZES[-1]:,}: first {first} s, a month more {month} s,"
        f" {GOAL_MEGABYTES:,} MB)"
    )
    heads = ("rows", "first s", "x floor", "month s", "x floor", "peak MB")
    print("  " + "".join(f"{head:>10}" for head in heads))
    measured = [in_process(size) for size in SIZES]
    for one in measured:
        ratios = one["first"] / one["write floor"], one["month"] / (one["write floor"] + one["read floor"])
        numbers = f"{one['first']:10.1f}{ratios[0]:10.1f}{one['month']:10.1f}{ratios[1]:10.1f}"
        print(f"  {one['rows']:10,.0f}{numbers}{one['peak']:10.0f}")
    small, large = measured
    times = large["rows"] / small["rows"]
    for name in ("first", "month"):
        print(f"  growth of '{name}' over growth of rows: {large[name] / small[name] / times:.2f}")


def in_process(size: int) -> dict[str, float]:
    """The measures of one size, taken in a process of its own so that its memory tells of it alone."""
    command = [sys.executable, "-m", "tests.bench.rows", str(size)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    result: dict[str, float] = json.loads(done.stdout)
    return result


def measure(size: int) -> dict[str, float]:
    """Seconds of the first writing and of one with a month more, of the floors, and megabytes at the peak."""
    projects = max(size // (MONTHS * ROWS_OF_REPORT), 1)
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "tracker.sqlite") as store:
        path = Path(folder) / "tracker.xlsx"
        for one in readings(projects, range(MONTHS)):
            store.add(one, NOON, "bench")
        first = timed(lambda: renew_workbook(store, path))
        for one in readings(projects, range(MONTHS, MONTHS + 1)):
            store.add(one, NOON, "bench")
        month = timed(lambda: renew_workbook(store, path))
        peak = peak_megabytes()
        tracker = build_tracker(store, Path(folder))
        floor = Path(folder) / "floor.xlsx"
        write_floor, read_floor = (
            timed(lambda: write_plainly(tracker, floor)),
            timed(lambda: read_plainly(floor)),
        )
        rows = sum(len(tracker.rows[sheet.name]) for sheet in SHEETS)
    return {
        "rows": rows,
        "first": first,
        "month": month,
        "write floor": write_floor,
        "read floor": read_floor,
        "peak": peak,
    }


def readings(projects: int, months: range) -> Iterator[Reading]:
    """A report of each project for each month."""
    keys = project_keys()
    told = {key: [tell(key, number) for number in range(1, STORY + 1)] for key in keys}
    for project in range(projects):
        key = keys[project % len(keys)]
        for month in months:
            yield reading_of(told[key][month % STORY], project, month)


def reading_of(told: Update, project: int, month: int) -> Reading:
    """A report with what is told of a month; the works of each year are others."""
    year = f"year {month // STORY + 1}"
    colours = ("Green", "Amber", "Red", "Amber", "Green")
    return reading(
        report(
            f"{told.project.name} no {project}",
            f"{2010 + month // STORY}-{month % STORY + 1:02}",
            ratings=tuple(
                rating(colours[(project + month * place) % len(colours)], dimension)
                for place, dimension in enumerate(("overall", "schedule", "cost", "risks"))
            ),
            activities=tuple(
                activity(f"{item.text} in {year}", kind, owner=item.owner)
                for kind, items in (("completed", told.done), ("planned", told.planned))
                for item in items
            )
            + tuple(
                activity(f"{what} {month} of the works package") for what in ("Survey", "Drawing", "Permit")
            ),
            risks=tuple(
                risk(item.text, reference=item.reference, owner=item.owner, response=item.response)
                for item in told.risks
            ),
            milestones=tuple(
                milestone(item.text, item.forecast.isoformat(), baseline=item.baseline.isoformat())
                for item in told.milestones
            ),
            finances=tuple(
                finance(item.text, budget=item.budget, actual=item.actual, forecast=item.forecast)
                for item in told.money
            ),
        )
    )


def write_plainly(tracker: Tracker, path: Path) -> None:
    """openpyxl's write-only way: the same values without any look, link or table"""
    book = openpyxl.Workbook(write_only=True)
    for sheet in SHEETS:
        page: Any = book.create_sheet(sheet.name)
        page.append(list(sheet.headers))
        for row in tracker.rows[sheet.name]:
            page.append([plain(row[column.key]) for column in sheet.columns])
    book.save(path)


def plain(value: Any) -> Any:
    return value.replace(tzinfo=None) if isinstance(value, datetime) else value


def read_plainly(path: Path) -> int:
    """openpyxl's read-only way: the values of all cells"""
    book = openpyxl.load_workbook(path, read_only=True)
    count = sum(len(row) for page in book.worksheets for row in page.iter_rows(values_only=True))
    book.close()
    return count


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(measure(int(sys.argv[1]))))
    else:
        main()
