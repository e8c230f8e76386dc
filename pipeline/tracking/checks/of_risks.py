"""Checks of risks over the months."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pipeline.model import Finding, Risk
from pipeline.tracking.checks.found import MonthFinding, Place, found, where
from pipeline.tracking.dates import spoken
from pipeline.tracking.history import History


def risk_dropped(history: History) -> Iterator[MonthFinding]:
    """A risk that is in no later report though none ever told that it was closed, resolved or accepted."""
    next_report = {earlier.id: later for earlier, later in pairwise(history.project.reports)}
    for thread in history.threads:
        last = thread.last
        later = next_report.get(last.filed.id)
        if later is None or thread.closed_by is not None:
            continue
        message = (
            f"{_named(last.risk)} stood open in {where(last.filed, last.risk.source.page)}. It is neither in the"
            f" report for {spoken(later.period)} ({later.file}) nor in a later one, and none tells that it was"
            " closed, resolved or accepted."
        )
        finding = Finding("risk-dropped", "warning", "risks", message, last.risk.source)
        yield found(later, finding, last.risk.text, said_in=last.filed, other=Place(later))


def _named(risk: Risk) -> str:
    parts = [part for part in (risk.reference, risk.owner) if part]
    aside = f" ({', '.join(parts)})" if parts else ""
    return f"The {risk.kind or 'risk'} '{risk.text}'{aside}"
