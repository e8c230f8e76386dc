"""Pictures and boxes before a record's words ('✅ Roof planted', '[x] Roof planted'): signs of a list, like bullets."""

from __future__ import annotations

from dataclasses import replace

from pipeline.model import Report
from pipeline.reading.wording import without_leading_signs


def without_record_signs(report: Report) -> Report:
    """The report, its records' words without the signs before them; each keeps the words that it was read from."""
    bare = without_leading_signs
    return replace(
        report,
        project=bare(report.project) if report.project else None,
        ratings=tuple(replace(one, label=bare(one.label)) for one in report.ratings),
        activities=tuple(
            replace(one, text=bare(one.text), workstream=bare(one.workstream) if one.workstream else None)
            for one in report.activities
        ),
        risks=tuple(
            replace(one, text=bare(one.text), response=bare(one.response) if one.response else None)
            for one in report.risks
        ),
        milestones=tuple(replace(one, text=bare(one.text)) for one in report.milestones),
        finances=tuple(replace(one, text=bare(one.text)) for one in report.finances),
        decisions=tuple(replace(one, text=bare(one.text)) for one in report.decisions),
    )
