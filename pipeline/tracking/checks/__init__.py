"""Checks over the months of a project. Each yields findings; one place, ``check_history``, applies them all.

A check sees only the reports that count (not the superseded ones), oldest first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.tracking.checks.found import MonthFinding
from pipeline.tracking.checks.of_dates import (
    end_date_moved,
    milestone_overdue,
    milestone_slipped,
    percent_went_back,
)
from pipeline.tracking.checks.of_plans import planned_not_reported, repeated_text
from pipeline.tracking.checks.of_ratings import previous_rating_differs, rating_jump
from pipeline.tracking.checks.of_reports import (
    duplicate_report,
    missing_month,
    not_authorised,
    project_renamed,
)
from pipeline.tracking.checks.of_risks import risk_dropped
from pipeline.tracking.history import History
from pipeline.tracking.timeline import Project

__all__ = ["CHECKS_OF_HISTORIES", "CHECKS_OF_MONTHS", "MonthFinding", "check_history"]

CHECKS_OF_MONTHS: tuple[Callable[[Project], Iterator[MonthFinding]], ...] = (
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
"""Checks that compare one report with another, in the order in which their findings stand for one month."""

CHECKS_OF_HISTORIES: tuple[Callable[[History], Iterator[MonthFinding]], ...] = (
    planned_not_reported,
    risk_dropped,
)
"""Checks that need to know one thing again over the months, after the others."""


def check_history(history: History) -> list[MonthFinding]:
    """Every finding of every check about one project."""
    findings = [found for check in CHECKS_OF_MONTHS for found in check(history.project)]
    findings += [found for check in CHECKS_OF_HISTORIES for found in check(history)]
    return findings
