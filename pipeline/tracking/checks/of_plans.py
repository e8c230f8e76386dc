"""Checks of what was planned and what was done."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Finding
from pipeline.tracking.adjacent import completed_texts, plain_words
from pipeline.tracking.checks.found import MonthFinding, Place, at_record, found, where
from pipeline.tracking.dates import spoken
from pipeline.tracking.history import History
from pipeline.tracking.timeline import Project


def repeated_text(project: Project) -> Iterator[MonthFinding]:
    """A completed activity that the report before gave word for word."""
    for earlier, later in project.adjacent():
        before = completed_texts(earlier.report)
        for activity in later.report.activities:
            old = before.get(plain_words(activity.text)) if activity.kind == "completed" else None
            if old:
                message = (
                    f"Completed word for word as in {where(earlier, old.source.page)}: '{activity.text}'"
                )
                other = Place(earlier, old.source.page)
                yield at_record(later, "repeated-text", "activities", message, activity, "info", other)


def planned_not_reported(history: History) -> Iterator[MonthFinding]:
    """An activity planned in one report that the next mentions neither as done nor as planned."""
    for earlier, later in history.project.adjacent():
        for position, activity in enumerate(earlier.report.activities):
            followed = history.outcomes.get((earlier.id, position))
            if followed is None or (followed.told_by is later and followed.outcome != "not mentioned"):
                continue
            late = "" if followed.outcome == "not mentioned" else (
                f" It comes up again, {followed.outcome}, in {where(followed.told_by)}."
            )  # fmt: skip
            message = (
                f"Planned in {where(earlier, activity.source.page)}: '{activity.text}'. The next report, for"
                f" {spoken(later.period)} ({later.file}), mentions it neither as done nor as planned.{late}"
            )
            finding = Finding("planned-not-reported", "info", "activities", message, activity.source)
            yield found(later, finding, activity.text, said_in=earlier, other=Place(later))
