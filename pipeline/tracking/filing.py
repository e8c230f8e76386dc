"""Reports as the store holds them, each with its rows and where it comes from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from pipeline.model import Report
from pipeline.tracking.columns import REPORTS
from pipeline.tracking.records import RecordRow, file_name, period_of, rows_of
from pipeline.tracking.store import StoredReading


@dataclass(frozen=True, slots=True)
class FiledReport:
    """One report with where it comes from. ``rows`` are its rows as its document alone gives them."""

    id: str
    report: Report
    period: str | None
    path: str
    sha256: str
    index: int
    ingested_at: datetime
    rules_version: str
    rows: tuple[RecordRow, ...]

    @property
    def file(self) -> str:
        """The name of its file."""
        return file_name(self.path)


def file_reports(readings: Iterable[StoredReading]) -> tuple[list[FiledReport], list[RecordRow]]:
    """Every report of the store with its rows, in the store's order; and the rows outside every report."""
    filed: list[FiledReport] = []
    loose: list[RecordRow] = []
    for stored in readings:
        rows = rows_of(stored.reading)
        loose.extend(row for row in rows if row.report is None)
        for index, report in enumerate(stored.reading.reports):
            own = tuple(row for row in rows if row.report == index)
            filed.append(
                FiledReport(
                    id=next(row.id for row in own if row.sheet is REPORTS),
                    report=report,
                    period=period_of(report),
                    path=stored.reading.document.path,
                    sha256=stored.reading.document.sha256,
                    index=index,
                    ingested_at=stored.ingested_at,
                    rules_version=stored.rules_version,
                    rows=own,
                )
            )
    return filed, loose
