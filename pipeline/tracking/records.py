"""The rows of one document, as plain values by column key, before months are compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath

from pipeline.model import DocumentInfo, Finding, Passage, Reading, Report, Source
from pipeline.tracking.columns import CHECKS, RECORDS, REPORTS, UNCLASSIFIED, Sheet, Value
from pipeline.tracking.ids import IdMint

OUTSIDE = "(outside every report)"
"""The section of text that a document holds beside its reports, such as a pack's covering paper."""

_PERIOD = re.compile(r"[12]\d{3}-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One row. ``report`` is the report's index in its document, None for what stands outside every report."""

    sheet: Sheet
    report: int | None
    values: dict[str, Value]

    @property
    def id(self) -> str:
        """The row's ID."""
        return str(self.values["id"])


def rows_of(reading: Reading) -> list[RecordRow]:
    """Every row of a document, in document order within each sheet."""
    mint = IdMint(reading.document.sha256)
    rows: list[RecordRow] = []
    for index, report in enumerate(reading.reports):
        rows.append(_report_row(mint, reading.document, index, report))
        for sheet in RECORDS:
            rows.extend(_record_rows(mint, reading.document, index, report, sheet))
        rows.extend(_finding_rows(mint, reading.document, report.findings, index, report))
        rows.extend(_passage_rows(mint, reading.document, report.unclassified, index, report))
    rows.extend(_finding_rows(mint, reading.document, reading.findings))
    rows.extend(_passage_rows(mint, reading.document, reading.unclassified))
    return rows


def period_of(report: Report) -> str | None:
    """The report's month, None where it is not a month of the calendar: it can then not be filed under one."""
    return report.period if report.period and _PERIOD.fullmatch(report.period) else None


def report_evidence(report: Report) -> Source:
    """The words that the report's own values were read from, each once, in reading order of their keys."""
    texts = list(dict.fromkeys(source.text for source in report.sources.values() if source.text.strip()))
    pages = [source.page for source in report.sources.values() if source.page is not None]
    return Source(page=min(pages, default=None), text="\n".join(texts))


def file_name(path: str) -> str:
    """The last part of a path written on any system."""
    return (PureWindowsPath(path) if "\\" in path else PurePosixPath(path)).name or path


def _report_row(mint: IdMint, document: DocumentInfo, index: int, report: Report) -> RecordRow:
    values: dict[str, Value] = {key: getattr(report, key, None) for key in REPORTS.keys("record")}
    values |= {"format": document.format, "pages": document.pages, "sha256": document.sha256}
    source = report_evidence(report)
    return _row(REPORTS, mint.row(REPORTS.prefix, index, ""), document, index, report, source, values)


def _record_rows(
    mint: IdMint, document: DocumentInfo, index: int, report: Report, sheet: Sheet
) -> Iterator[RecordRow]:
    keys = [key for key in sheet.keys("record") if key not in _PLACED]
    content = "label" if "label" in keys else "text"
    for record in getattr(report, sheet.key):
        values: dict[str, Value] = {key: getattr(record, key) for key in keys}
        row = mint.row(sheet.prefix, index, str(values[content]))
        yield _row(sheet, row, document, index, report, record.source, values)


def _finding_rows(
    mint: IdMint,
    document: DocumentInfo,
    findings: Iterable[Finding],
    index: int | None = None,
    report: Report | None = None,
) -> Iterator[RecordRow]:
    for finding in findings:
        row = mint.row(CHECKS.prefix, index, f"{finding.code} {finding.about} {finding.source.text}")
        yield _row(CHECKS, row, document, index, report, finding.source, finding_values(finding))


def finding_values(finding: Finding) -> dict[str, Value]:
    """The columns of ``Checks`` that a finding itself fills."""
    return {
        "severity": finding.severity,
        "code": finding.code,
        "about": finding.about,
        "message": finding.message,
    }


def _passage_rows(
    mint: IdMint,
    document: DocumentInfo,
    passages: Iterable[Passage],
    index: int | None = None,
    report: Report | None = None,
) -> Iterator[RecordRow]:
    for passage in passages:
        row = mint.row(UNCLASSIFIED.prefix, index, passage.text)
        values: dict[str, Value] = {
            "section": OUTSIDE if index is None else passage.section or None,
            "text": passage.text,
        }
        yield _row(UNCLASSIFIED, row, document, index, report, passage.source, values)


_PLACED = frozenset({"id", "project", "period", "source_file", "page", "evidence"})


def _row(
    sheet: Sheet,
    row: str,
    document: DocumentInfo,
    index: int | None,
    report: Report | None,
    source: Source,
    values: dict[str, Value],
) -> RecordRow:
    placed: dict[str, Value] = {
        "id": row,
        "project": report.project if report else None,
        "period": period_of(report) if report else None,
        "source_file": document.path,
        "page": source.page,
        "evidence": source.text,
    }
    return RecordRow(sheet, index, values | placed)
