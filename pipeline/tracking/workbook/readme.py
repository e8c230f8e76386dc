"""The sheet that tells what the workbook is: when it was made, from what, and what each sheet means."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from openpyxl.worksheet.worksheet import Worksheet

from pipeline.tracking.columns import DIMENSIONS, OVERVIEW, PAGES
from pipeline.tracking.dates import spoken
from pipeline.tracking.months import Tracker
from pipeline.tracking.workbook.cells import lines_needed, put_text, row_height
from pipeline.tracking.workbook.internals import cell_at
from pipeline.tracking.workbook.sheets import clear_page, set_up_page
from pipeline.tracking.workbook.styles import Look, Stamps

NAME_WIDTH, MEANING_WIDTH = 22.0, 100.0
_STEPS = (
    ("1. Checks", "Filter Severity by error and warning and Status by open. Each row says what to look at."),
    (
        "2. The report",
        "Open its Source file; Evidence quotes the words. About links to the report compared with.",
    ),
    (
        "3. The answer",
        "Set Status: accepted (it is as the finding says), corrected (you wrote the right value into its"
        " cell) or not an issue. Anything but open leaves the count of Open warnings on the overview.",
    ),
    ("4. The next month", "Close the workbook and ingest the new reports: what you did here stays."),
)
_HABITS = (
    ("Yours", "The columns Reviewed, Reviewer and Note, the Status of Checks, and columns, comments, fills and sheets"
     " that you add stay at the next ingest."),
    ("Corrections", "Where a value is wrong, write the right one into its cell. The next ingest keeps it, frames the"
     " cell, tells in its comment what was read, lists it on this sheet, and counts with it in checks and overview."
     " Writing the read value back takes the correction away."),
    ("Evidence", "Every row links to its file and gives the page and the words it was read from. A value that is"
     " uncertain has a row in Checks: look there first. Where a check compares two reports,"
     " its About links to the other one."),
    ("Threads, plans", "Risks are followed over the months, and plans into the next report, by their words. That is a"
     " judgement: look at both texts before you rely on one. A plan without a later report has no outcome yet."),
    ("Not due", "A month without a report is hatched on the overview where one was due at the project's usual interval,"
     " and empty where none was."),
    ("Superseded", "Of two reports for one project and month the later counts; the other is on Reports alone."),
)  # fmt: skip


CODES = {
    "previous-rating-differs": "The previous rating that a report gives is not what the report before it said.",
    "rating-jump": "A rating moved between Red and Green from one report to the next without a comment.",
    "missing-month": "No report, though one was due at the project's usual interval.",
    "duplicate-report": "Two different reports for one month; the later one counts.",
    "planned-not-reported": "Planned in one report; the next mentions it neither as done nor as planned.",
    "risk-dropped": "A risk left the reports, and none says that it was closed, resolved or accepted.",
    "repeated-text": "A completed activity word for word as in the report before.",
    "end-date-moved": "The project's end date is not that of the earlier report.",
    "percent-went-back": "Percent complete is below that of the earlier report.",
    "milestone-slipped": "A milestone's forecast is later than in the earlier report.",
    "milestone-overdue": "A milestone's forecast lies before the report date, and no actual date is given.",
    "not-authorised": "The report says that its sponsor has not agreed it.",
    "project-renamed": "Two spellings of a name were joined as one project.",
    "orphaned-note": "What somebody wrote beside a row that is no longer there.",
}


def write_readme(
    page: Worksheet, tracker: Tracker, made_at: datetime, stamps: Stamps, new: bool, told: Sequence[str] = ()
) -> None:
    """Write the sheet anew; ``told``: which months stand in other files."""
    clear_page(page)
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = NAME_WIDTH, MEANING_WIDTH
    _line(page, 1, "Highlight report tracker", "", stamps, "title")
    number = 3
    for heading, lines in (
        ("", _facts(tracker, made_at) + [("Earlier months", sentence) for sentence in told]),
        ("Sheets", _sheets(tracker)),
        ("Start here", list(_STEPS)),
        ("How to use it", list(_HABITS)),
        ("Checks that compare months", list(CODES.items())),
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
    dimensions = (
        "A row is one dimension of a project, a column a month: where a project stands, and since when. Percent"
        " complete stands below its ratings."
    )
    return [(OVERVIEW, overview), (DIMENSIONS, dimensions), *told]


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
