"""The one table of columns: store tables, workbook sheets and their order all derive from it.

To add a field of a record, add it to ``pipeline.model`` and give it a ``Column`` here; nothing else changes.
Names of sheets, tables and headers are a promise to the people whose formulas and filters use them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from pipeline.tracking.meanings import MEANINGS

Value = str | float | int | bool | datetime | None
"""What a cell of a row may hold: dates as ISO 8601 text of any precision, months as ``YYYY-MM``."""

Kind = Literal[
    "text", "number", "count", "date", "month", "moment", "rating", "flag", "percent", "link", "digest"
]
"""How a value is typed and shown. ``count`` is a whole number, ``moment`` a date with its time,
``digest`` a checksum, which nobody reads and which needs no room."""

Origin = Literal["record", "store", "months", "reviewer"]
"""Who knows the value: the document itself, the store, the comparison of months, or the people who review."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``key`` is the field of the record; ``width`` is in characters of the sheet's font."""

    key: str
    header: str
    kind: Kind = "text"
    width: float = 14
    origin: Origin = "record"

    @property
    def meaning(self) -> str:
        """What the column holds, for the people who read the workbook; empty where its header says it all."""
        return MEANINGS.get(self.key, "")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One data sheet.

    Attributes:
        name: The sheet's name in the workbook.
        table: The name of its Excel table.
        key: The list of a report that its rows come from; also the name of the store's table.
        prefix: Begins the rows' IDs, so that an ID quoted in a mail tells its sheet.
        meaning: What a row is, for the people who read the workbook.
        columns: Every column, in order.
    """

    name: str
    table: str
    key: str
    prefix: str
    meaning: str
    columns: tuple[Column, ...]

    def keys(self, *origins: Origin) -> tuple[str, ...]:
        """The keys of the columns with one of these origins, in order."""
        return tuple(column.key for column in self.columns if column.origin in origins)

    @property
    def headers(self) -> tuple[str, ...]:
        """The headers in order."""
        return tuple(column.header for column in self.columns)


LEADING = (
    Column("id", "ID", width=16),
    Column("project", "Project", width=28),
    Column("period", "Period", "month", 10),
)
TRAILING = (
    Column("source_file", "Source file", "link", 26),
    Column("page", "Page", "count", 7),
    Column("evidence", "Evidence", width=48),
)
REVIEWERS = (
    Column("reviewed", "Reviewed", width=11, origin="reviewer"),
    Column("reviewer", "Reviewer", width=14, origin="reviewer"),
    Column("note", "Note", width=32, origin="reviewer"),
)


def _sheet(name: str, key: str, prefix: str, meaning: str, *own: Column) -> Sheet:
    table = f"tbl{name}"
    return Sheet(name, table, key, prefix, meaning, LEADING + own + TRAILING + REVIEWERS)


RATINGS = _sheet(
    "Ratings", "ratings", "RAT", "a rating of a report",
    Column("dimension", "Dimension", width=13),
    Column("label", "Label", width=20),
    Column("current", "Current", "rating", 13),
    Column("previous", "Previous", "rating", 13),
    Column("previous_reported", "Previous reported", "rating", 13, "months"),
    Column("trend", "Trend", width=11, origin="months"),
    Column("basis", "Basis", width=9),
    Column("comment", "Comment", width=48),
)  # fmt: skip
ACTIVITIES = _sheet(
    "Activities", "activities", "ACT", "an activity completed, in progress, planned or missed",
    Column("kind", "Kind", width=12),
    Column("workstream", "Workstream", width=24),
    Column("text", "Activity", width=60),
    Column("owner", "Owner", width=18),
    Column("due", "Due", "date", 12),
    Column("outcome", "Outcome", width=14, origin="months"),
    Column("outcome_period", "Outcome period", "month", 10, "months"),
)  # fmt: skip
RISKS = _sheet(
    "Risks", "risks", "RSK", "a risk or issue in one report",
    Column("kind", "Kind", width=8),
    Column("reference", "Reference", width=11),
    Column("text", "Description", width=52),
    Column("response", "Response", width=44),
    Column("owner", "Owner", width=18),
    Column("likelihood", "Likelihood", width=12),
    Column("impact", "Impact", width=10),
    Column("score", "Score", width=8),
    Column("rating", "Rating", "rating", 13),
    Column("status", "Status", width=12),
    Column("thread", "Thread", width=17, origin="months"),
    Column("first_seen", "First seen", "month", 10, "months"),
    Column("last_seen", "Last seen", "month", 10, "months"),
    Column("months_open", "Months open", "count", 9, "months"),
)  # fmt: skip
MILESTONES = _sheet(
    "Milestones", "milestones", "MIL", "a milestone as one report gives it",
    Column("text", "Milestone", width=44),
    Column("baseline", "Baseline", "date", 13),
    Column("forecast", "Forecast", "date", 13),
    Column("actual", "Actual", "date", 13),
    Column("rating", "Rating", "rating", 13),
    Column("status", "Status", width=16),
    Column("slip_days", "Slip (days)", "count", 9, "months"),
)  # fmt: skip
FINANCES = _sheet(
    "Finances", "finances", "FIN", "a line of a budget table",
    Column("text", "Line", width=36),
    Column("budget", "Budget", "number", 15),
    Column("actual", "Actual", "number", 15),
    Column("forecast", "Forecast", "number", 15),
    Column("variance", "Variance", "number", 15),
    Column("currency", "Currency", width=10),
)  # fmt: skip
DECISIONS = _sheet(
    "Decisions", "decisions", "DEC", "a recommendation, decision or support asked of the board",
    Column("text", "Decision", width=60),
)  # fmt: skip
REPORTS = _sheet(
    "Reports", "reports", "RPT", "a report read",
    Column("programme", "Programme", width=24),
    Column("reference", "Reference", width=13),
    Column("sponsor", "Sponsor", width=20),
    Column("manager", "Manager", width=20),
    Column("report_date", "Report date", "date", 13),
    Column("period_basis", "Period basis", width=12),
    Column("start_date", "Start date", "date", 13),
    Column("end_date", "End date", "date", 13),
    Column("percent_complete", "Percent complete", "percent", 11),
    Column("authorised", "Authorised", "flag", 11),
    Column("superseded_by", "Superseded by", width=15, origin="months"),
    Column("format", "Format", width=9),
    Column("pages", "Pages", "count", 8),
    Column("sha256", "SHA-256", "digest", 14),
    Column("ingested_at", "Ingested at", "moment", 18, "store"),
    Column("rules_version", "Rules version", width=14, origin="store"),
    Column("warnings", "Warnings", "count", 10, "months"),
)  # fmt: skip
CHECKS = _sheet(
    "Checks", "findings", "CHK", "a finding: what to look at before trusting the rest",
    Column("severity", "Severity", width=10),
    Column("code", "Code", width=24),
    Column("about", "About", width=16),
    Column("message", "Message", width=60),
    Column("status", "Status", width=11, origin="reviewer"),
)  # fmt: skip
UNCLASSIFIED = _sheet(
    "Unclassified", "unclassified", "TXT", "text that no rule took",
    Column("section", "Section", width=24),
    Column("text", "Text", width=70),
)  # fmt: skip

RECORDS = (RATINGS, ACTIVITIES, RISKS, MILESTONES, FINANCES, DECISIONS)
"""The sheets whose rows are a report's own records: ``Sheet.key`` is the report's field."""

SHEETS = (*RECORDS, REPORTS, CHECKS, UNCLASSIFIED)
"""Every data sheet in the workbook's order."""

CORRECTIONS = Sheet(
    "Corrections", "tblCorrections", "corrections", "COR", "a cell whose value somebody corrected", (
        Column("id", "ID", width=16),
        Column("sheet", "Sheet", width=14),
        Column("row", "Row ID", width=18),
        Column("column", "Column", width=20),
        Column("read", "Read", width=44),
        Column("corrected", "Corrected", width=44),
        Column("first_seen", "First seen", "moment", 18),
    ),
)  # fmt: skip
"""What people corrected in the other sheets; it holds no row of a document's own."""

PAGES = (*SHEETS, CORRECTIONS)
"""Every sheet of the workbook that is a table, in order."""

OVERVIEW = "Overview"
DIMENSIONS = "Dimensions"
README = "Read me"
