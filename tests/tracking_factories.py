"""Two-line makers of readings for the tests of the tracker."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from pipeline.model import (
    Activity,
    Decision,
    DocumentInfo,
    Finance,
    Finding,
    Milestone,
    Passage,
    Rating,
    Reading,
    Report,
    Risk,
    Source,
)
from pipeline.tracking.months import Row, Tracker, reconcile_months
from pipeline.tracking.store import StoredReading

NOON = datetime(2012, 3, 5, 12, 0, tzinfo=UTC)


def source(text: str = "as printed", page: int | None = 1) -> Source:
    return Source(page=page, text=text)


def rating(current: Any = "Green", dimension: Any = "overall", **more: Any) -> Rating:
    plain: dict[str, Any] = {"label": dimension.title(), "previous": None, "comment": None, "basis": "text"}
    return Rating(**plain | {"source": source(str(current))} | more, current=current, dimension=dimension)


def activity(text: str = "Desks ordered", kind: Any = "completed", **more: Any) -> Activity:
    plain: dict[str, Any] = {"workstream": None, "owner": None, "due": None, "source": source(text)}
    return Activity(**plain | more, text=text, kind=kind)


def risk(text: str = "The lease may end early", **more: Any) -> Risk:
    keys = ("reference", "response", "owner", "likelihood", "impact", "score", "rating", "status")
    return Risk(**dict.fromkeys(keys, None) | {"kind": "risk", "source": source(text)} | more, text=text)  # type: ignore[arg-type]


def milestone(text: str = "Roof on", forecast: str | None = None, **more: Any) -> Milestone:
    plain: dict[str, Any] = dict.fromkeys(("baseline", "actual", "rating", "status"))
    return Milestone(**plain | {"source": source(text)} | more, text=text, forecast=forecast)


def finance(text: str = "Total", **more: Any) -> Finance:
    plain: dict[str, Any] = dict.fromkeys(("budget", "actual", "forecast", "variance"))
    return Finance(**plain | {"currency": "GBP", "source": source(text)} | more, text=text)


def decision(text: str = "Agree the new date") -> Decision:
    return Decision(text, source(text))


def finding(code: str = "guessed", severity: Any = "warning", about: str = "period") -> Finding:
    return Finding(code, severity, about, f"The {about} is uncertain.", source("as printed there"))


def passage(text: str = "A line that no rule took") -> Passage:
    return Passage(text, source(text))


def report(project: str | None = "Library Move", period: str | None = "2012-01", **more: Any) -> Report:
    plain: dict[str, Any] = {
        "report_date": f"{period}-20" if period else None,
        "sources": {"project": source(project or "")},
    }
    return Report(**plain | more, project=project, period=period)


def reading(*reports: Report, path: str | None = None, **more: Any) -> Reading:
    name = path or "-".join(f"{one.project} {one.period}" for one in reports).replace("/", " ") + ".pdf"
    digest = hashlib.sha256(repr((reports, name, more)).encode("utf-8", "surrogatepass")).hexdigest()
    info = DocumentInfo(name, more.pop("sha256", digest), "pdf", 2, False)
    return Reading(info, reports, **more)


def stored(one: Reading, hours: int = 0) -> StoredReading:
    moment = NOON + timedelta(hours=hours)
    return StoredReading(one, (one.document.path,), moment, moment, "rules-1")


def tracker_of(*reports: Report) -> Tracker:
    """The tracker of reports that each stand in a document of their own, ingested in this order."""
    return reconcile_months(stored(reading(one), hours) for hours, one in enumerate(reports))


def findings_of(tracker: Tracker, code: str) -> list[Row]:
    return [row for row in tracker.rows["Checks"] if row["code"] == code]


def months_of(project: str, first: str, each: Iterable[dict[str, Any] | None]) -> list[Report]:
    """Reports month after month from ``first``; None leaves a month out."""
    year, month = int(first[:4]), int(first[5:])
    reports = []
    for step, more in enumerate(each):
        number = 12 * year + month - 1 + step
        if more is not None:
            reports.append(report(project, f"{number // 12}-{number % 12 + 1:02}", **more))
    return reports
