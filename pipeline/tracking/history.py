"""A project with what only all its months together tell: the threads of its risks and what became of its plans."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.tracking.outcomes import Followed, plan_outcomes
from pipeline.tracking.threads import Thread, risk_threads
from pipeline.tracking.timeline import Project


@dataclass(frozen=True, slots=True)
class History:
    """One project's months compared.

    Attributes:
        project: The project and its reports.
        threads: Its risks, each over all reports that hold it.
        outcomes: What became of a planned activity, by its report's ID and its place among the activities.
        thread_of: The thread of a risk, by its report's ID and its place among the risks.
    """

    project: Project
    threads: tuple[Thread, ...]
    outcomes: Mapping[tuple[str, int], Followed]
    thread_of: Mapping[tuple[str, int], Thread]


def compare_months(project: Project) -> History:
    """Compare the reports of a project that count."""
    threads = risk_threads(project)
    places = {(seen.filed.id, seen.position): thread for thread in threads for seen in thread.seen}
    return History(project, tuple(threads), plan_outcomes(project), places)
