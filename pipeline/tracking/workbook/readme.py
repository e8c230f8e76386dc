"""The sheet that tells what the workbook is: when it was made, from what, and what each sheet means."""

from __future__ import annotations

from datetime import datetime

from openpyxl.worksheet.worksheet import Worksheet

from pipeline.tracking.columns import OVERVIEW, PAGES
from pipeline.tracking.dates import spoken
from pipeline.tracking.months import Tracker
from pipeline.tracking.workbook.cells import lines_needed, put_text, row_height
from pipeline.tracking.workbook.internals import cell_at
from pipeline.tracking.workbook.sheets import clear_page, set_up_page
from pipeline.tracking.workbook.styles import Look, Stamps

NAME_WIDTH, MEANING_WIDTH = 22.0, 100.0
_HABITS = (
    ("Yours", "The columns Reviewed, Reviewer and Note, the Status of Checks, and columns, comments, fills and sheets"
     " that you add stay at the next ingest."),
    ("Corrections", "Where a value is wrong, write the right one into its cell. The next ingest keeps it, frames the"
     " cell, tells in its comment what was read, lists it on this sheet, and counts with it in checks and overview."
     " Writing the read value back takes the correction away."),
    ("Evidence", "Every row links to its file and gives the page and the words it was read from. A value that is"
     " uncertain has a row in Checks: look there first. Where a check compares two reports,"
     " its About links to the other one."),
    ("Superseded", "Of two reports for one project and month the later counts; the other is on Reports alone."),
)  # fmt: skip


def write_readme(page: Worksheet, tracker: Tracker, made_at: datetime, stamps: Stamps, new: bool) -> None:
    """Write the sheet anew."""
    clear_page(page)
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = NAME_WIDTH, MEANING_WIDTH
    _line(page, 1, "Highlight report tracker", "", stamps, "title")
    number = 3
    for heading, lines in (
        ("", _facts(tracker, made_at)),
        ("Sheets", _sheets(tracker)),
        ("How to use it", list(_HABITS)),
        ("Columns", _columns()),
    ):
        if heading:
            _line(page, number + 1, heading, "", stamps, "title")
            number += 2
        for name, meaning in lines:
            _line(page, number, name, meaning, stamps)
            number += 1
    if new:
        set_up_page(page, "A3")


def _facts(tracker: Tracker, made_at: datetime) -> list[tuple[str, str]]:
    reports = len(tracker.rows["Reports"])
    return [
        ("Made", f"{spoken(f'{made_at:%Y-%m-%d}')}, {made_at:%H:%M}"),
        ("From", f"{tracker.documents} documents with {reports} reports of {len(tracker.projects)} projects"),
        ("Rules version", ", ".join(tracker.rules_versions) or "none"),
    ]


def _sheets(tracker: Tracker) -> list[tuple[str, str]]:
    overview = (
        "A row is a project, a column a month: the overall rating of the report that counts. Then the trend, percent"
        " complete, months missing and warnings that nobody has dealt with."
    )
    told = [
        (sheet.name, f"A row is {sheet.meaning} ({len(tracker.rows[sheet.name])} rows).") for sheet in PAGES
    ]
    return [(OVERVIEW, overview), *told]


def _columns() -> list[tuple[str, str]]:
    """Every column whose header does not say it all, once, in the order of the sheets."""
    columns = {column.header: column.meaning for sheet in PAGES for column in sheet.columns if column.meaning}
    return list(columns.items())


def _line(
    page: Worksheet, number: int, name: str, meaning: str, stamps: Stamps, look: Look = "label"
) -> None:
    for column, (text, own) in enumerate(((name, look), (meaning, "text")), start=1):
        cell = cell_at(page, number, column)
        put_text(cell, text)
        if text:
            stamps.put(cell, own)
    lines = lines_needed(meaning, MEANING_WIDTH)
    page.row_dimensions[number].height = row_height(lines) + (8 if look == "title" else 0)
