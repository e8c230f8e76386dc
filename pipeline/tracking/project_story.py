"""One project's story over its months, as words: what the terminal shows of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from pipeline.tracking.checks.of_dates import is_overdue
from pipeline.tracking.columns import CHECKS
from pipeline.tracking.dates import spoken
from pipeline.tracking.history import History, compare_months
from pipeline.tracking.months import OPEN, TELLING, Row, Tracker
from pipeline.tracking.overall import overall_rating
from pipeline.tracking.projects import fold_name
from pipeline.tracking.timeline import Project

NEAR_NAME = 60
"""Of 100 (RapidFuzz): how near a project's name must be to be offered for one that is not there."""
OFFERED = 5


class NoSuchProject(Exception):
    """The tracker has no project of that name; the message names the nearest."""


@dataclass(frozen=True, slots=True)
class MonthLine:
    """One month: its overall rating ('' without a report) and percent complete."""

    period: str
    rating: str
    percent: float | None


@dataclass(frozen=True, slots=True)
class Story:
    """What somebody asks of a project first.

    Attributes:
        project: The project.
        months: Every month from its first report to its last.
        risks: Risks that stood open in the last report: words, reference, owner, months open.
        overdue: Plans that no report answered, and milestones whose date is past: words, when it was due or planned.
        checks: Findings to look at, the latest month first.
    """

    project: Project
    months: tuple[MonthLine, ...]
    risks: tuple[tuple[str, str, str, int], ...]
    overdue: tuple[tuple[str, str], ...]
    checks: tuple[Row, ...]


def tell_project(tracker: Tracker, name: str) -> Story:
    """The story of the project of this name, however it is spelt.

    Raises:
        NoSuchProject: there is none.
    """
    project = _find(tracker.projects, name)
    history = compare_months(project)
    checks = [
        row
        for row in tracker.rows[CHECKS.name]
        if row["project"] == project.name and row["severity"] in TELLING and row["status"] == OPEN
    ]
    return Story(
        project,
        tuple(_months(project)),
        tuple(_open_risks(history)),
        tuple(_overdue(history)),
        tuple(sorted(checks, key=lambda row: str(row["period"] or ""), reverse=True)),
    )


def _find(projects: Sequence[Project], name: str) -> Project:
    wanted = fold_name(name)
    for project in projects:
        spellings = {fold_name(filed.report.project or "") for filed in project.everything}
        if project.name and wanted in spellings | {fold_name(project.name)}:
            return project
    names = [project.name for project in projects if project.name]
    whole = [one for one in names if wanted and wanted in fold_name(one)]
    if len(whole) == 1:
        return next(project for project in projects if project.name == whole[0])
    near = whole or [
        one
        for one, score, _ in process.extract(name, names, scorer=fuzz.WRatio, limit=OFFERED)
        if score >= NEAR_NAME
    ]
    offered = f" Did you mean {' or '.join(repr(one) for one in near[:OFFERED])}?" if near else ""
    raise NoSuchProject(f"the tracker has no project '{name}'.{offered}")


def _months(project: Project) -> list[MonthLine]:
    lines = {
        filed.period: MonthLine(filed.period, overall_rating(filed.report), filed.report.percent_complete)
        for filed in project.reports
        if filed.period
    }
    for gap in project.gaps:
        lines.update({month: MonthLine(month, "", None) for month in gap.months})
    return [lines[period] for period in sorted(lines)]


def _open_risks(history: History) -> list[tuple[str, str, str, int]]:
    last = history.project.reports[-1] if history.project.reports else None
    return [
        (item.risk.text, item.risk.reference or "", item.risk.owner or "", thread.months_open or 0)
        for thread in history.threads
        if (item := thread.last).filed is last and thread.closed_by is None
    ]


def _overdue(history: History) -> list[tuple[str, str]]:
    found = []
    for filed in history.project.reports:
        for position, activity in enumerate(filed.report.activities):
            followed = history.outcomes.get((filed.id, position))
            if followed and followed.outcome == "not mentioned":
                found.append((activity.text, f"planned in {spoken(filed.period)}, not mentioned since"))
    for last in history.project.reports[-1:]:
        found += [
            (milestone.text, f"milestone due {spoken(milestone.forecast)}")
            for milestone in last.report.milestones
            if is_overdue(milestone, last)
        ]
    return found
