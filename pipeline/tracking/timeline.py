"""Reports filed under their projects, in order of months: which one counts, and which months have none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

import pandas as pd

from pipeline.tracking.dates import months_between
from pipeline.tracking.filing import FiledReport
from pipeline.tracking.ids import row_id
from pipeline.tracking.joining import NameGroup, join_names
from pipeline.tracking.projects import fold_name, usual_spelling

LONGEST_GAP = 24
"""Months. A longer gap is told as one finding and not drawn month by month: it is rather a misread date."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Months without a report between the reports of two periods."""

    after: str
    before: str
    months: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Project:
    """One project over its months.

    Attributes:
        key: What is equal for all its spellings; unique for each report without a project name.
        name: The spelling to show, empty where the reports name none.
        reports: The reports that count, one a month, oldest first.
        superseded: Reports of a month that another report counts for, with that report.
        undated: Reports that could not be filed under a month.
        gaps: Where months have no report, at the project's usual interval.
    """

    key: str
    name: str
    reports: tuple[FiledReport, ...]
    superseded: tuple[tuple[FiledReport, FiledReport], ...]
    undated: tuple[FiledReport, ...]
    gaps: tuple[Gap, ...]

    @property
    def everything(self) -> tuple[FiledReport, ...]:
        """Every report of the project by month, the ones that count before those they supersede."""
        late = tuple(old for old, _ in self.superseded)
        return (*sorted(self.reports + late, key=lambda filed: filed.period or ""), *self.undated)

    def adjacent(self) -> Iterable[tuple[FiledReport, FiledReport]]:
        """Each report with the one before it, whether or not months are missing between them."""
        return pairwise(self.reports)

    def gap_after(self, filed: FiledReport) -> bool:
        """True where reports are missing straight after this one."""
        return any(gap.after == filed.period for gap in self.gaps)


def join_projects(
    filed: Iterable[FiledReport], aliases: Mapping[str, str] | None = None
) -> tuple[Project, ...]:
    """Reports joined to projects and put in order of months; projects in order of their names.

    Args:
        filed: The reports.
        aliases: Another name of a project → the name to show, as rules declare.
    """
    declared = {fold_name(other): name for other, name in (aliases or {}).items()}
    groups: dict[str, NameGroup] = {}
    for report in filed:
        key = project_key(report)
        groups.setdefault(key, NameGroup(key)).reports.append(report)
    joined: dict[str, list[FiledReport]] = {}
    leaders = join_names(groups, {other: fold_name(name) for other, name in declared.items()})
    for key, group in groups.items():
        joined.setdefault(leaders[key], []).extend(group.reports)
    shown = {fold_name(name): name for name in declared.values()}
    projects = [_project(key, reports, shown.get(key)) for key, reports in joined.items()]
    return tuple(
        sorted(projects, key=lambda project: (not project.name, fold_name(project.name), project.key))
    )


def up_to(filed: Iterable[FiledReport], month: str | None) -> list[FiledReport]:
    """The reports that had been made by the end of a month (``YYYY-MM``): those for it or an earlier one, by their
    report date where they tell no period. What tells neither is left out. None takes all.
    """
    if month is None:
        return list(filed)
    return [one for one in filed if "" < (one.period or (one.report.report_date or "")[:7]) <= month]


def project_key(filed: FiledReport) -> str:
    """What joins reports to one project. A report without a name stands alone: it may be of any project."""
    name = (filed.report.project or "").strip()
    return fold_name(name) or name or row_id("NONE", filed.id)


def _project(key: str, reports: list[FiledReport], declared: str | None) -> Project:
    order = sorted(reports, key=_seniority)
    months: dict[str, list[FiledReport]] = {}
    for filed in order:
        if filed.period:
            months.setdefault(filed.period, []).append(filed)
    names = [filed.report.project for filed in order if (filed.report.project or "").strip()]
    return Project(
        key=key,
        name=declared or (usual_spelling(name for name in names if name) if names else ""),
        reports=tuple(versions[-1] for versions in months.values()),
        superseded=tuple((old, versions[-1]) for versions in months.values() for old in versions[:-1]),
        undated=tuple(filed for filed in order if not filed.period),
        gaps=find_gaps(tuple(months)),
    )


def _seniority(filed: FiledReport) -> tuple[str, str, datetime, str, int]:
    """Of two reports of one month the later report date counts, then the later ingest; the rest is for order only."""
    return (filed.period or "", filed.report.report_date or "", filed.ingested_at, filed.path, filed.index)


def find_gaps(periods: tuple[str, ...]) -> tuple[Gap, ...]:
    """Gaps wider than the usual interval between the periods of a project's reports, in order.

    The usual interval is the most frequent one; of equals the shortest. Two reports alone tell no interval:
    highlight reports are monthly then.
    """
    widths = [months_between(one, two) for one, two in pairwise(periods)]
    counts = Counter(widths)
    usual = min(counts, key=lambda width: (-counts[width], width)) if len(widths) > 1 else 1
    gaps = []
    for (after, before), width in zip(pairwise(periods), widths, strict=True):
        months = pd.period_range(pd.Period(after, "M") + usual, periods=width // usual - 1, freq=f"{usual}M")
        if len(months):
            gaps.append(Gap(after, before, tuple(str(month) for month in months)))
    return tuple(gaps)
