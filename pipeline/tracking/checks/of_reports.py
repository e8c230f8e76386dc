"""Checks of the reports themselves: which are missing or stand twice, who agreed them, what the project is called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.model import Finding
from pipeline.tracking.checks.found import MonthFinding, Place, about_key, found, key_source
from pipeline.tracking.dates import spoken
from pipeline.tracking.filing import FiledReport
from pipeline.tracking.overall import overall_rating
from pipeline.tracking.records import report_evidence
from pipeline.tracking.timeline import LONGEST_GAP, Project


def missing_month(project: Project) -> Iterator[MonthFinding]:
    """A month without a report at the project's usual interval."""
    by_period = {filed.period: filed for filed in project.reports}
    for gap in project.gaps:
        filed, next_one = by_period[gap.after], by_period[gap.before]
        between = f"between those for {spoken(gap.after)} and {spoken(gap.before)}"
        if len(gap.months) > LONGEST_GAP:
            message = f"No report for {len(gap.months)} months {between}: is one of the two dates misread?"
            finding = Finding("missing-month", "warning", "period", message)
            yield MonthFinding(filed, gap.months[0], gap.months[0], finding, other=Place(next_one))
            continue
        for month in gap.months:
            message = f"No report for {spoken(month)}, {between}."
            if month == gap.months[-1]:
                message += _rated_before(filed, next_one)
            finding = Finding("missing-month", "warning", "period", message)
            yield MonthFinding(filed, month, month, finding, other=Place(next_one))


def _rated_before(filed: FiledReport, next_one: FiledReport) -> str:
    """What the report after a gap gives as previous overall rating, where that is news: it is the lost report's."""
    told = [rating.previous for rating in next_one.report.ratings if rating.dimension == "overall"]
    if len(told) != 1 or told[0] is None or told[0] == overall_rating(filed.report):
        return ""
    return f" The next report gives {told[0]} as the overall rating before it."


def duplicate_report(project: Project) -> Iterator[MonthFinding]:
    """Two different reports for one month: one counts, the other stays on the sheet Reports alone."""
    for old, counting in project.superseded:
        dates = (spoken(old.report.report_date), spoken(counting.report.report_date))
        why = f"is dated {dates[1]}, later than this one ({dates[0]})"
        if dates[0] == dates[1]:
            why = f"was ingested later; both are dated {dates[0]}"
        where_else = "in the same document" if old.sha256 == counting.sha256 else f"in {counting.file}"
        message = (
            f"There is another report for {spoken(old.period)}, {where_else} ({counting.id}). It counts, because it"
            f" {why}. The records of this one are on no sheet but Reports."
        )
        finding = Finding("duplicate-report", "warning", "period", message, report_evidence(old.report))
        yield found(old, finding, other=Place(counting))


def not_authorised(project: Project) -> Iterator[MonthFinding]:
    """The report says that its sponsor has not agreed it."""
    for filed in (*project.reports, *project.undated):
        if filed.report.authorised is False:
            message = "The report says that the project's sponsor has not agreed it."
            yield about_key(filed, "not-authorised", "authorised", message)


def project_renamed(project: Project) -> Iterator[MonthFinding]:
    """A spelling of the name that no report before used, and that was joined with those before."""
    told: set[str] = set()
    for filed in project.everything:
        spelling = " ".join((filed.report.project or "").split())
        if told and spelling not in told:
            message = f"This report calls the project '{spelling}'; reports before it, {_quoted(told)}."
            finding = Finding("project-renamed", "info", "project", message, key_source(filed, "project"))
            yield found(filed, finding, spelling)
        told.add(spelling)


def _quoted(names: Iterable[str]) -> str:
    return " or ".join(f"'{name}'" for name in sorted(names))
