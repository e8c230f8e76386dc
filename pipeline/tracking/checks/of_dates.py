"""Checks of dates and of progress over the months."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Milestone
from pipeline.tracking.adjacent import milestones_by_name
from pipeline.tracking.checks.found import MonthFinding, Place, about_key, at_record, key_source, where
from pipeline.tracking.dates import date_span, is_later, may_be_same, spoken
from pipeline.tracking.filing import FiledReport
from pipeline.tracking.projects import fold_name
from pipeline.tracking.timeline import Project

FINISHED = frozenset({"achieved", "closed", "complete", "completed", "delivered", "done", "finished", "met"})
"""Whole status texts of a milestone that is over, so that it cannot be overdue though no actual date is printed."""


def end_date_moved(project: Project) -> Iterator[MonthFinding]:
    """The project's end date is not the one that the last report with an end date gave."""
    last: FiledReport | None = None
    for filed in project.reports:
        end = filed.report.end_date
        if date_span(end) is None:
            continue
        if last and not may_be_same(end, last.report.end_date):
            before = where(last, key_source(last, "end_date").page)
            message = (
                f"The end date moved from {spoken(last.report.end_date)} in {before} to {spoken(end)} here."
            )
            yield about_key(filed, "end-date-moved", "end_date", message, last)
        last = filed


def percent_went_back(project: Project) -> Iterator[MonthFinding]:
    """Percent complete is below what the last report with a percentage gave."""
    last: FiledReport | None = None
    for filed in project.reports:
        percent = filed.report.percent_complete
        if percent is None:
            continue
        before = last.report.percent_complete if last else None
        if last and before is not None and percent < before:
            place = where(last, key_source(last, "percent_complete").page)
            message = f"Percent complete went back from {before:g} in {place} to {percent:g} here."
            yield about_key(filed, "percent-went-back", "percent_complete", message, last)
        last = filed


def milestone_slipped(project: Project) -> Iterator[MonthFinding]:
    """A milestone's forecast lies later than when a report last gave one."""
    last: dict[tuple[str, int], tuple[FiledReport, Milestone]] = {}
    for filed in project.reports:
        for name, milestone in milestones_by_name(filed.report.milestones).items():
            if date_span(milestone.forecast) is None:
                continue
            earlier, old = last.get(name, (filed, milestone))
            if is_later(milestone.forecast, old.forecast):
                message = (
                    f"'{milestone.text}' slipped from {spoken(old.forecast)} in {where(earlier, old.source.page)}"
                    f" to {spoken(milestone.forecast)} here."
                )
                other = Place(earlier, old.source.page)
                yield at_record(filed, "milestone-slipped", "milestones", message, milestone, other=other)
            last[name] = (filed, milestone)


def milestone_overdue(project: Project) -> Iterator[MonthFinding]:
    """A milestone was forecast for before the report and is not reported as reached."""
    for filed in (*project.reports, *project.undated):
        for milestone in filed.report.milestones:
            if is_overdue(milestone, filed):
                message = (
                    f"'{milestone.text}' was forecast for {spoken(milestone.forecast)}, before this report, and has"
                    " no actual date."
                )
                yield at_record(filed, "milestone-overdue", "milestones", message, milestone)


def is_overdue(milestone: Milestone, filed: FiledReport) -> bool:
    """Whether a milestone was forecast for before the report that gives it, which does not call it reached."""
    told = date_span(filed.report.report_date) or date_span(filed.period)
    forecast = date_span(milestone.forecast)
    return bool(told and forecast and forecast[1] < told[0]) and not _reached(milestone)


def _reached(milestone: Milestone) -> bool:
    finished = fold_name(milestone.status or "") in FINISHED
    return milestone.actual is not None or finished or milestone.rating == "Blue"
