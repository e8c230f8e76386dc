"""What people corrected put in the place of what was read: in the reports that are compared, and in the rows shown."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from pipeline.model import Report
from pipeline.tracking.columns import CORRECTIONS, RECORDS, REPORTS, SHEETS, Sheet, Value
from pipeline.tracking.corrections import Correction, Corrections, spoken_value
from pipeline.tracking.filing import FiledReport
from pipeline.tracking.ids import row_id
from pipeline.tracking.records import period_of


def correct_reports(filed: Iterable[FiledReport], corrections: Corrections) -> list[FiledReport]:
    """The reports with what people corrected in them and in their records, as the checks and the overview see them."""
    rows = {row for row, _ in corrections}
    return [
        one if rows.isdisjoint(row.id for row in one.rows) else _correct_report(one, corrections)
        for one in filed
    ]


def _correct_report(filed: FiledReport, corrections: Corrections) -> FiledReport:
    report = filed.report
    for sheet in RECORDS:
        rows = [row for row in filed.rows if row.sheet is sheet]
        records = [
            _corrected(record, row.id, corrections)
            for record, row in zip(getattr(report, sheet.key), rows, strict=True)
        ]
        changed: dict[str, Any] = {sheet.key: tuple(records)}
        report = replace(report, **changed)
    report = _corrected(report, filed.id, corrections)
    return replace(filed, report=report, period=period_of(report))


def _corrected(noun: Any, row: str, corrections: Corrections) -> Any:
    """A record or report with its corrected fields; a value of a kind that the field cannot hold is only shown."""
    changes = {
        field.name: corrections[row, field.name].corrected
        for field in dataclasses.fields(noun)
        if (row, field.name) in corrections and _fits(corrections[row, field.name], noun, field.name)
    }
    return replace(noun, **changes) if changes else noun


def _fits(correction: Correction, noun: Any, name: str) -> bool:
    value, numbers = correction.corrected, ("percent_complete", "budget", "actual", "forecast", "variance")
    if name == "text" or (name == "label" and not isinstance(noun, Report)):
        return isinstance(value, str)
    if name in numbers and correction.sheet in ("Finances", REPORTS.name):
        return value is None or (isinstance(value, (int, float)) and not isinstance(value, bool))
    if name == "authorised":
        return value is None or isinstance(value, bool)
    return value is None or isinstance(value, str)


def put_corrections(
    rows: Iterable[tuple[Sheet, Mapping[str, Value]]],
    read: Mapping[str, Mapping[str, Value]],
    corrections: Corrections,
) -> tuple[list[tuple[Sheet, Mapping[str, Value]]], list[Correction]]:
    """The rows as people corrected them, and the corrections that stand, with what is read now.

    One that says what is read is none any more. One whose row is gone stands: it was somebody's work.

    Args:
        rows: Every row of the workbook.
        read: What the documents alone give, by the row's ID.
        corrections: What people wrote.
    """
    of_row: dict[str, list[Correction]] = {}
    for item in corrections.values():
        of_row.setdefault(item.row, []).append(item)
    shown: list[tuple[Sheet, Mapping[str, Value]]] = []
    standing: list[Correction] = []
    for sheet, row in rows:
        own = of_row.pop(str(row["id"]), []) if of_row else []
        values = row
        for item in own:
            was = read.get(item.row, row).get(item.column, row[item.column])
            if was != item.corrected:
                standing.append(replace(item, read=was))
                values = {**values, item.column: item.corrected}
        shown.append((sheet, values))
    standing += [item for gone in of_row.values() for item in gone]
    return shown, sorted(standing, key=lambda item: (item.first_seen, item.sheet, item.row, item.column))


def correction_row(correction: Correction) -> dict[str, Value]:
    """The row of the sheet of corrections."""
    sheet = next(page for page in SHEETS if page.name == correction.sheet)
    headers = {column.key: column.header for column in sheet.columns}
    return {
        "id": row_id(CORRECTIONS.prefix, correction.row, correction.column),
        "sheet": correction.sheet,
        "row": correction.row,
        "column": headers[correction.column],
        "read": spoken_value(correction.read),
        "corrected": spoken_value(correction.corrected),
        "first_seen": correction.first_seen,
    }
