"""From the documents of the store to the rows of every sheet: months compared, nothing of it kept but the rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

import pandas as pd

from pipeline.model import Finding, Milestone
from pipeline.tracking.adjacent import same_rating
from pipeline.tracking.checks import MonthFinding, check_history
from pipeline.tracking.columns import CHECKS, CORRECTIONS, REPORTS, SHEETS, Sheet, Value
from pipeline.tracking.correcting import correct_reports, correction_row, put_corrections
from pipeline.tracking.corrections import Correction, by_place
from pipeline.tracking.dates import full_date
from pipeline.tracking.filing import FiledReport, file_reports
from pipeline.tracking.history import History, compare_months
from pipeline.tracking.ids import row_id
from pipeline.tracking.records import RecordRow, finding_values
from pipeline.tracking.scale import trend
from pipeline.tracking.store import StoredReading
from pipeline.tracking.text import CELL_CHARACTERS, is_too_long
from pipeline.tracking.timeline import Project, join_projects, up_to

Row = Mapping[str, Value]
"""One row of a sheet: a value for every key of its columns. A finding's may also tell ``other_file`` and
``other_page``: where the other side of the comparison stands; and ``told_at``: the file of the report it counts for."""

TELLING = ("warning", "error")
"""Severities that somebody must look at."""

OPEN = "open"
"""The status of a finding until a reviewer gives it another."""


@dataclass(frozen=True, slots=True)
class Tracker:
    """What the workbook shows.

    Attributes:
        rows: The rows of each data sheet by its name, in the sheet's order.
        projects: Every project over its months, in the order of the overview.
        documents: How many documents the rows are made from, those that could not be read included.
        rules_versions: The versions of the rules that read them.
        changed_at: When the store last changed; None for an empty store. A workbook made at this moment is
            the same, byte for byte, however often it is made.
    """

    rows: Mapping[str, tuple[Row, ...]]
    projects: tuple[Project, ...]
    documents: int = 0
    rules_versions: tuple[str, ...] = ()
    changed_at: datetime | None = None
    corrections: tuple[Correction, ...] = ()

    def frame(self, sheet: Sheet) -> pd.DataFrame:
        """The rows of a sheet as a table of plain objects, a column for each key."""
        keys = [column.key for column in sheet.columns]
        return pd.DataFrame(
            [dict(row) for row in self.rows[sheet.name]], columns=pd.Index(keys), dtype=object
        )


def reconcile_months(
    readings: Iterable[StoredReading],
    aliases: Mapping[str, str] | None = None,
    corrections: Iterable[Correction] = (),
    as_of: str | None = None,
) -> Tracker:
    """The tracker of these documents. The same documents give the same tracker, in whatever order they come.

    Args:
        readings: The documents.
        aliases: Other names of projects → the name to show.
        corrections: What people corrected, which counts instead of what was read.
        as_of: The last month (``YYYY-MM``) whose reports count; None for all.
    """
    corrected = by_place(corrections)
    stored = sorted(readings, key=lambda item: (item.paths[0], item.reading.document.sha256))
    filed, loose = file_reports(stored)
    filed = correct_reports(filed, corrected)
    if as_of is not None:
        stored, filed, loose = _as_it_stood(stored, filed, loose, as_of)
    projects = join_projects(filed, aliases)
    histories = [compare_months(project) for project in projects]
    rows = [row for history in histories for row in _project_rows(history)]
    rows += [(row.sheet, _full(row, {})) for row in loose]
    rows += _month_findings(histories)
    rows += list(_cut_findings(rows))
    read = {row.id: row.values for one in filed for row in one.rows}
    rows, standing = put_corrections(rows, read, corrected)
    sheets = {sheet.name: _in_order(sheet, rows, projects) for sheet in SHEETS}
    return Tracker(
        rows=sheets | {CORRECTIONS.name: tuple(correction_row(item) for item in standing)},
        projects=projects,
        documents=len(stored),
        rules_versions=tuple(sorted({item.rules_version for item in stored})),
        changed_at=max(
            [*(item.read_at for item in stored), *(item.first_seen for item in standing)], default=None
        ),
        corrections=tuple(standing),
    )


def _as_it_stood(
    stored: list[StoredReading], filed: list[FiledReport], loose: list[RecordRow], month: str
) -> tuple[list[StoredReading], list[FiledReport], list[RecordRow]]:
    """Documents, reports and rows outside reports without those that came later. A document that could not be read
    stays: it may be of that time.
    """
    kept = up_to(filed, month)
    late = {one.path for one in filed} - {one.path for one in kept}
    return (
        [item for item in stored if item.reading.document.path not in late],
        kept,
        [row for row in loose if row.values["source_file"] not in late],
    )


def _project_rows(history: History) -> Iterator[tuple[Sheet, Row]]:
    project = history.project
    counted_by = {old.id: counting.id for old, counting in project.superseded}
    earlier = {later.id: before for before, later in project.adjacent()}
    for filed in project.everything:
        before = earlier.get(filed.id)
        named: dict[str, Value] = {"project": project.name or None, "period": filed.period}
        for sheet in SHEETS:
            if filed.id in counted_by and sheet not in (REPORTS, CHECKS):
                continue
            own = [row for row in filed.rows if row.sheet is sheet]
            for position, row in enumerate(own):
                values = named | _computed(sheet, history, filed, position, before)
                if sheet is REPORTS:
                    values["superseded_by"] = counted_by.get(filed.id)
                yield sheet, _full(row, values)


def _full(row: RecordRow, values: Mapping[str, Value]) -> Row:
    """The row with a value for every column; what a later step or a reviewer fills is None."""
    known = row.values | dict(values)
    full: dict[str, Value] = {column.key: known.get(column.key) for column in row.sheet.columns}
    if row.sheet is CHECKS:
        full["status"] = OPEN
    return full


def _computed(
    sheet: Sheet, history: History, filed: FiledReport, position: int, before: FiledReport | None
) -> dict[str, Value]:
    """The columns of a record that its own document does not give."""
    report = filed.report
    if sheet.key == "ratings":
        rating = report.ratings[position]
        old = same_rating(rating, before.report) if before else None
        reported = old.current if old else None
        return {"previous_reported": reported, "trend": trend(reported or rating.previous, rating.current)}
    if sheet.key == "activities":
        return _outcome_values(history, filed, position)
    if sheet.key == "risks":
        return _thread_values(history, filed, position)
    if sheet.key == "milestones":
        return {"slip_days": slip_days(report.milestones[position])}
    if sheet is REPORTS:
        return {"ingested_at": filed.ingested_at, "rules_version": filed.rules_version, "warnings": 0}
    return {}


def _outcome_values(history: History, filed: FiledReport, position: int) -> dict[str, Value]:
    followed = history.outcomes.get((filed.id, position))
    if followed is None:
        return {}
    return {"outcome": followed.outcome, "outcome_period": followed.told_by.period}


def _thread_values(history: History, filed: FiledReport, position: int) -> dict[str, Value]:
    thread = history.thread_of.get((filed.id, position))
    if thread is None:
        return {}
    return {
        "thread": thread.id,
        "first_seen": thread.first_period,
        "last_seen": thread.last_period,
        "months_open": thread.months_open,
    }


def slip_days(milestone: Milestone) -> int | None:
    """Days from the baseline to the actual date, or to the forecast where there is none; None where a date is
    missing or less precise than a day.
    """
    baseline, reached = full_date(milestone.baseline), full_date(milestone.actual or milestone.forecast)
    return (reached - baseline).days if baseline and reached else None


def _month_findings(histories: Iterable[History]) -> list[tuple[Sheet, Row]]:
    seen: Counter[tuple[str, ...]] = Counter()
    rows: list[tuple[Sheet, Row]] = []
    for project, found in ((each.project, found) for each in histories for found in check_history(each)):
        anchor = project.key if found.finding.code == "missing-month" else found.filed.id
        parts = (anchor, found.finding.code, found.subject)
        seen[parts] += 1
        rows.append((CHECKS, _finding_row(project, found, row_id(CHECKS.prefix, *parts, str(seen[parts])))))
    return rows


def _finding_row(project: Project, found: MonthFinding, identity: str) -> Row:
    source = found.finding.source
    return dict.fromkeys((column.key for column in CHECKS.columns), None) | finding_values(found.finding) | {
        "id": identity,
        "project": project.name or None,
        "period": found.period,
        "status": OPEN,
        "source_file": (found.said_in or found.filed).path,
        "page": source.page,
        "evidence": source.text,
        "other_file": found.other.filed.path if found.other else None,
        "other_page": found.other.page if found.other else None,
        "told_at": found.filed.path,
    }  # fmt: skip


def _cut_findings(rows: Iterable[tuple[Sheet, Row]]) -> Iterator[tuple[Sheet, Row]]:
    """Tells of texts longer than a cell: the workbook shows their beginning, the store holds them whole."""
    for sheet, row in rows:
        for column in sheet.columns:
            value = row[column.key]
            if isinstance(value, str) and is_too_long(value):
                message = (
                    f"'{column.header}' of {row['id']} on {sheet.name} has {len(value)} characters; a cell holds"
                    f" {CELL_CHARACTERS}. It is cut here and whole in the store."
                )
                values = finding_values(Finding("text-cut", "warning", sheet.key, message))
                identity = row_id(CHECKS.prefix, str(row["id"]), column.key, "text-cut")
                kept = {key: row[key] for key in ("project", "period", "source_file", "page")}
                empty = dict.fromkeys((column.key for column in CHECKS.columns), None)
                yield CHECKS, empty | kept | values | {"id": identity, "status": OPEN}


def _in_order(sheet: Sheet, rows: list[tuple[Sheet, Row]], projects: tuple[Project, ...]) -> tuple[Row, ...]:
    """The sheet's rows by project, month and document order; rows of no project or no month come last."""
    own = [row for kind, row in rows if kind is sheet]
    if sheet is REPORTS:
        own = _with_warnings(own, [row for kind, row in rows if kind is CHECKS])
    rank = {project.name: position for position, project in enumerate(projects) if project.name}
    frame = pd.DataFrame(
        {
            "project": [rank.get(str(row["project"]), len(rank)) for row in own],
            "period": [str(row["period"] or "9999") for row in own],
        }
    )
    order = frame.sort_values(["project", "period"], kind="stable").index
    return tuple(own[int(position)] for position in order)


def _with_warnings(reports: list[Row], findings: list[Row]) -> list[Row]:
    """Reports with the number of findings to look at: those of their project and month in their file, and those
    about the file as a whole.
    """
    counts = Counter(_place(row) for row in findings if row["severity"] in TELLING)
    return [
        dict(row)
        | {"warnings": sum(counts[place] for place in {_place(row), (row["source_file"], None, None)})}
        for row in reports
    ]


def _place(row: Row) -> tuple[Value, ...]:
    return (row.get("told_at") or row["source_file"], row["project"], row["period"])
