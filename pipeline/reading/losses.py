"""What a file lost, or shows as a picture alone, told of the values that may have stood there."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from extractors.document import Document
from pipeline.model import Finding, Report

DRAWINGS = "drawings-lost"
"""The code of the problem that tells of drawings which the file does not hold any more."""

HEADER = "header-lost"
"""The code of the problem that tells of a running header or footer which the file does not hold any more."""

ROWS = "deleted-rows-unmarked"
"""The code of the problem that tells of tables whose deleted rows nothing marks."""

PICTURE = "picture-unread"
"""The code of the problem that tells of a picture with a chart or words drawn in it."""

COLOURS = "theme-colours-differ"
"""The code of the problem that tells of colours which the file gives twice, and not alike."""

_RATED = {"ratings": "current", "risks": "rating", "milestones": "rating"}
"""Lists of which each record may have a rating, and where it stands."""

_IN_HEADERS = ("project", "programme", "reference", "sponsor", "manager", "report_date", "period")
"""Keys that running headers and footers tell."""

_DRAWN = ("ratings", "percent_complete")
"""Keys that a light, a bar or a chart tells."""


def with_losses(report: Report, document: Document) -> Report:
    """The report with a finding about each key that it lacks and that a lost or unread part may have told."""
    codes = {problem.code for problem in document.problems}
    found = [
        *(_drawn(report) if DRAWINGS in codes else ()),
        *(_in_header(report) if HEADER in codes else ()),
        *(_tabled(report) if ROWS in codes else ()),
        *(_pictured(report) if PICTURE in codes else ()),
        *(_recoloured(report) if COLOURS in codes else ()),
    ]
    return dataclasses.replace(report, findings=(*report.findings, *found)) if found else report


def _drawn(report: Report) -> Iterator[Finding]:
    """Ratings and a share done that a light or a bar may have shown."""
    bare = [
        key
        for key, name in _RATED.items()
        if any(getattr(item, name) is None for item in getattr(report, key))
    ]
    for key in dict.fromkeys([*bare, *_absent(report, _DRAWN)]):
        message = "Drawings are missing in this file: a rating or a share done that only one of them showed is lost."
        yield Finding(DRAWINGS, "warning", key, message)


def _in_header(report: Report) -> Iterator[Finding]:
    """Particulars that are found nowhere else."""
    for key in _absent(report, _IN_HEADERS):
        message = (
            f"A header or footer is missing in this file: the report's {key.replace('_', ' ')}, "
            "which stands nowhere else, may have stood there."
        )
        yield Finding(HEADER, "warning", key, message)


def _tabled(report: Report) -> Iterator[Finding]:
    """Records of tables, any of which may be a row that somebody deleted."""
    for key in ("activities", "risks", "milestones", "finances", "decisions"):
        rows = [
            record.source for record in getattr(report, key) if (record.source.path or "").startswith("table")
        ]
        if rows:
            message = (
                f"The file keeps no mark of table rows that were deleted in its review: one of these {key} "
                "may have been."
            )
            yield Finding(ROWS, "warning", key, message, rows[0])


def _recoloured(report: Report) -> Iterator[Finding]:
    """Ratings, any of which may have been read from the other one of two colours."""
    for key, name in _RATED.items():
        rated = [
            item.source
            for item in getattr(report, key)
            if getattr(item, name) is not None and getattr(item, "basis", None) != "text"
        ]
        if rated:
            message = (
                f"The file gives its colours twice, and not alike: compare how the {key} are rated in Word."
            )
            yield Finding(COLOURS, "warning", key, message, rated[0])


def _pictured(report: Report) -> Iterator[Finding]:
    """Ratings and a share done that a pasted chart may show."""
    for key in _absent(report, _DRAWN):
        message = (
            f"The report holds a picture of a chart, a table or words, and no {key.replace('_', ' ')}: "
            "look whether the picture tells it."
        )
        yield Finding(PICTURE, "warning", key, message)


def _absent(report: Report, keys: tuple[str, ...]) -> list[str]:
    return [key for key in keys if getattr(report, key) in (None, ())]
