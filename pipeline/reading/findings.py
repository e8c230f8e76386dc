"""What a highlight report has and this one lacks."""

from __future__ import annotations

from pipeline.model import Finding, Report


def is_blank(report: Report) -> bool:
    """Whether a report holds no record at all, as an empty template does."""
    return not (
        report.ratings
        or report.activities
        or report.risks
        or report.milestones
        or report.finances
        or report.decisions
    )


def missing_findings(report: Report) -> list[Finding]:
    """Warnings for what is absent: project, dates, ratings; one for a report without records."""
    found: list[Finding] = []

    def tell(code: str, about: str, message: str) -> None:
        found.append(Finding(code, "warning", about, message))

    if report.project is None:
        tell("no-project", "project", "No project name was found.")
    if report.report_date is None:
        tell("no-report-date", "report_date", "The report gives no date of its own.")
    if report.period is None:
        tell(
            "no-period",
            "period",
            "The month that the report is about could not be told: the tracker files it under no month.",
        )
    elif report.period_basis == "filename":
        tell("period-from-filename", "period", f"The month {report.period} comes from the file's name alone.")
    if not report.ratings:
        tell("no-ratings", "ratings", "No RAG rating was found.")
    elif not any(rating.dimension == "overall" for rating in report.ratings):
        tell("no-overall-rating", "ratings", "No overall rating was found.")
    if is_blank(report):
        for about in ("activities", "risks"):
            tell(
                "no-records",
                about,
                "No record was found: an empty template, or a layout that the rules do not know.",
            )
    return found
