"""A finding about the months of a project: what was said, where it stands, and where stands what it contradicts."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model import Activity, Finding, Milestone, Rating, Severity, Source
from pipeline.tracking.dates import spoken
from pipeline.tracking.filing import FiledReport


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a report: where words stand that a finding speaks of."""

    filed: FiledReport
    page: int | None = None


@dataclass(frozen=True, slots=True)
class MonthFinding:
    """A finding about a project's months.

    Attributes:
        filed: The report that it is told at.
        period: The month that it concerns.
        subject: What it is about, in words that stay the same from run to run: its row's ID is made of them.
        finding: What to tell.
        said_in: The report that holds the finding's words, where that is another one than ``filed``.
        other: Where what was expected stands, or should stand: the other side of the comparison.
    """

    filed: FiledReport
    period: str | None
    subject: str
    finding: Finding
    said_in: FiledReport | None = None
    other: Place | None = None


def found(
    filed: FiledReport,
    finding: Finding,
    subject: str = "",
    *,
    said_in: FiledReport | None = None,
    other: Place | None = None,
) -> MonthFinding:
    """A finding told at a report, for its month."""
    return MonthFinding(filed, filed.period, subject, finding, said_in, other)


def at_record(
    filed: FiledReport,
    code: str,
    about: str,
    message: str,
    record: Rating | Activity | Milestone,
    severity: Severity = "warning",
    other: Place | None = None,
) -> MonthFinding:
    """A finding about one record of a report."""
    subject = record.label if isinstance(record, Rating) else record.text
    return found(filed, Finding(code, severity, about, message, record.source), subject, other=other)


def about_key(
    filed: FiledReport, code: str, key: str, message: str, other: FiledReport | None = None
) -> MonthFinding:
    """A warning about a single value of a report; ``other``: the report that it is compared with."""
    place = Place(other, key_source(other, key).page) if other else None
    return found(filed, Finding(code, "warning", key, message, key_source(filed, key)), other=place)


def key_source(filed: FiledReport, key: str) -> Source:
    """The words that a single value was read from."""
    return filed.report.sources.get(key, Source())


def where(filed: FiledReport, page: int | None = None) -> str:
    """A report as a message names it: 'the report for Mar 2012 (depot-march.docx, page 2)'."""
    at = f", page {page}" if page else ""
    return f"the report for {spoken(filed.period)} ({filed.file}{at})"
