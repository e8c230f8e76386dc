"""Checks over the months of a project. Each yields findings; one place, ``check_project``, applies them all.

A check sees only the reports that count (not the superseded ones), oldest first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pipeline.model import Activity, Finding, Milestone, Rating, Severity, Source
from pipeline.tracking.adjacent import completed_texts, milestones_by_name, plain_words, same_rating
from pipeline.tracking.dates import date_span, is_later, may_be_same, spoken
from pipeline.tracking.projects import fold_name
from pipeline.tracking.records import report_evidence
from pipeline.tracking.scale import is_jump
from pipeline.tracking.timeline import LONGEST_GAP, FiledReport, Project

FINISHED = frozenset({"achieved", "closed", "complete", "completed", "delivered", "done", "finished", "met"})
"""Whole status texts of a milestone that is over, so that it cannot be overdue though no actual date is printed."""


@dataclass(frozen=True, slots=True)
class MonthFinding:
    """A finding about a project's months.

    Attributes:
        filed: The report that it is told at, and whose file it links to.
        period: The month that it concerns.
        subject: What it is about, in words that stay the same from run to run: its row's ID is made of them.
        finding: What to tell.
    """

    filed: FiledReport
    period: str | None
    subject: str
    finding: Finding


Check = Callable[[Project], Iterator[MonthFinding]]


def check_project(project: Project) -> list[MonthFinding]:
    """Every finding of every check about one project."""
    return [found for check in CHECKS_OF_MONTHS for found in check(project)]


def _found(
    filed: FiledReport,
    code: str,
    severity: Severity,
    about: str,
    message: str,
    source: Source,
    subject: str = "",
) -> MonthFinding:
    return MonthFinding(filed, filed.period, subject, Finding(code, severity, about, message, source))


def _at_record(
    filed: FiledReport,
    code: str,
    about: str,
    message: str,
    record: Rating | Activity | Milestone,
    severity: Severity = "warning",
) -> MonthFinding:
    subject = record.label if isinstance(record, Rating) else record.text
    return _found(filed, code, severity, about, message, record.source, subject)


def _key_source(filed: FiledReport, key: str) -> Source:
    return filed.report.sources.get(key, Source())


def previous_rating_differs(project: Project) -> Iterator[MonthFinding]:
    """A report's 'previous' rating is not what the report before it said. Where months are missing between the
    two, 'previous' speaks of a report that is not there.
    """
    for earlier, later in project.adjacent():
        if project.gap_after(earlier):
            continue
        for rating in later.report.ratings:
            old = same_rating(rating, earlier.report)
            if old and old.current and rating.previous and rating.previous != old.current:
                message = (
                    f"'{rating.label}': this report gives {rating.previous} as the previous rating; the report for"
                    f" {spoken(earlier.period)} ({earlier.file}) said {old.current}."
                )
                yield _at_record(later, "previous-rating-differs", "ratings", message, rating)


def rating_jump(project: Project) -> Iterator[MonthFinding]:
    """A rating that moves between Red and Green without a comment."""
    for earlier, later in project.adjacent():
        for rating in later.report.ratings:
            old = same_rating(rating, earlier.report)
            if old and is_jump(old.current, rating.current) and not (rating.comment or "").strip():
                message = (
                    f"'{rating.label}' went from {old.current} ({spoken(earlier.period)}) to {rating.current}"
                    f" ({spoken(later.period)}) without a comment."
                )
                yield _at_record(later, "rating-jump", "ratings", message, rating)


def missing_month(project: Project) -> Iterator[MonthFinding]:
    """A month without a report at the project's usual interval."""
    by_period = {filed.period: filed for filed in project.reports}
    for gap in project.gaps:
        filed = by_period[gap.after]
        between = f"between those for {spoken(gap.after)} and {spoken(gap.before)}"
        if len(gap.months) > LONGEST_GAP:
            message = f"No report for {len(gap.months)} months {between}: is one of the two dates misread?"
            finding = Finding("missing-month", "warning", "period", message)
            yield MonthFinding(filed, gap.months[0], gap.months[0], finding)
            continue
        for month in gap.months:
            message = f"No report for {spoken(month)}, {between}."
            yield MonthFinding(filed, month, month, Finding("missing-month", "warning", "period", message))


def duplicate_report(project: Project) -> Iterator[MonthFinding]:
    """Two different reports for one month: one counts, the other stays on the sheet Reports alone."""
    for old, counting in project.superseded:
        where = "twice in one document" if old.sha256 == counting.sha256 else f"also in {counting.file}"
        message = (
            f"A report for {spoken(old.period)} stands {where} (report date {spoken(counting.report.report_date)},"
            f" {counting.id}), which counts. This one ({spoken(old.report.report_date)}) is superseded: its records"
            " are on no sheet but Reports."
        )
        yield _found(old, "duplicate-report", "warning", "period", message, report_evidence(old.report))


def end_date_moved(project: Project) -> Iterator[MonthFinding]:
    """The project's end date is not the one that the last report with an end date gave."""
    last: FiledReport | None = None
    for filed in project.reports:
        end = filed.report.end_date
        if date_span(end) is None:
            continue
        if last and not may_be_same(end, last.report.end_date):
            message = (
                f"The end date moved from {spoken(last.report.end_date)} (report for {spoken(last.period)}) to"
                f" {spoken(end)}."
            )
            yield _found(
                filed, "end-date-moved", "warning", "end_date", message, _key_source(filed, "end_date")
            )
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
            message = f"Percent complete went back from {before:g} (report for {spoken(last.period)}) to {percent:g}."
            source = _key_source(filed, "percent_complete")
            yield _found(filed, "percent-went-back", "warning", "percent_complete", message, source)
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
                    f"'{milestone.text}' slipped from {spoken(old.forecast)} (report for {spoken(earlier.period)})"
                    f" to {spoken(milestone.forecast)}."
                )
                yield _at_record(filed, "milestone-slipped", "milestones", message, milestone)
            last[name] = (filed, milestone)


def milestone_overdue(project: Project) -> Iterator[MonthFinding]:
    """A milestone was forecast for before the report and is not reported as reached."""
    for filed in (*project.reports, *project.undated):
        told = date_span(filed.report.report_date) or date_span(filed.period)
        for milestone in filed.report.milestones:
            forecast = date_span(milestone.forecast)
            if told and forecast and forecast[1] < told[0] and not _reached(milestone):
                message = (
                    f"'{milestone.text}' was forecast for {spoken(milestone.forecast)}, before this report, and has"
                    " no actual date."
                )
                yield _at_record(filed, "milestone-overdue", "milestones", message, milestone)


def _reached(milestone: Milestone) -> bool:
    finished = fold_name(milestone.status or "") in FINISHED
    return milestone.actual is not None or finished or milestone.rating == "Blue"


def not_authorised(project: Project) -> Iterator[MonthFinding]:
    """The report says that its sponsor has not agreed it."""
    for filed in (*project.reports, *project.undated):
        if filed.report.authorised is False:
            message = "The report says that the project's sponsor has not agreed it."
            source = _key_source(filed, "authorised")
            yield _found(filed, "not-authorised", "warning", "authorised", message, source)


def repeated_text(project: Project) -> Iterator[MonthFinding]:
    """A completed activity that the report before gave word for word."""
    for earlier, later in project.adjacent():
        before = completed_texts(earlier.report)
        for activity in later.report.activities:
            if activity.kind == "completed" and plain_words(activity.text) in before:
                message = f"Completed word for word as in the report for {spoken(earlier.period)}: '{activity.text}'"
                yield _found(
                    later, "repeated-text", "info", "activities", message, activity.source, activity.text
                )


def project_renamed(project: Project) -> Iterator[MonthFinding]:
    """Two spellings of a name that were joined as one project."""
    told = {project.name}
    for filed in project.everything:
        spelling = " ".join((filed.report.project or "").split())
        if spelling in told:
            continue
        told.add(spelling)
        message = f"'{spelling}' is taken for the project '{project.name}'."
        yield _found(
            filed, "project-renamed", "info", "project", message, _key_source(filed, "project"), spelling
        )


CHECKS_OF_MONTHS: tuple[Check, ...] = (
    previous_rating_differs,
    rating_jump,
    missing_month,
    duplicate_report,
    end_date_moved,
    percent_went_back,
    milestone_slipped,
    milestone_overdue,
    not_authorised,
    repeated_text,
    project_renamed,
)
"""Every check, in the order in which their findings stand for one month."""


def all_checks(projects: Iterable[Project]) -> list[tuple[Project, MonthFinding]]:
    """The findings about every project, with it."""
    return [(project, found) for project in projects for found in check_project(project)]
