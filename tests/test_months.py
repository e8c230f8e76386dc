from __future__ import annotations

import pytest

from pipeline.model import Report
from pipeline.tracking.columns import CHECKS, SHEETS
from pipeline.tracking.months import reconcile_months, slip_days
from pipeline.tracking.scale import BETTER, CHANGED, SAME, WORSE, trend
from tests.tracking_factories import (
    activity,
    finding,
    findings_of,
    milestone,
    passage,
    rating,
    reading,
    report,
    risk,
    source,
    stored,
    tracker_of,
)


@pytest.mark.parametrize(
    ("earlier", "current", "way"),
    [
        ("Red", "Amber/Red", BETTER),
        ("Green", "Amber/Green", WORSE),
        ("Amber", "Amber", SAME),
        ("Blue", "Blue", SAME),
        ("Green", "Blue", CHANGED),
        (None, "Green", None),
        ("Green", None, None),
    ],
)
def test_trend(earlier: str | None, current: str | None, way: str | None) -> None:
    assert trend(earlier, current) == way


def test_trend_goes_by_the_earlier_report_then_by_the_reports_own_word() -> None:
    first = report("Depot", "2011-11", ratings=(rating("Amber", previous="Green"),))
    second = report("Depot", "2011-12", ratings=(rating("Green", previous="Green"),))
    rows = tracker_of(first, second).rows["Ratings"]
    assert [(row["previous"], row["previous_reported"], row["trend"]) for row in rows] == [
        ("Green", None, WORSE),
        ("Green", "Amber", BETTER),
    ]


@pytest.mark.parametrize(
    ("dates", "days"),
    [
        ({"baseline": "2011-11-01", "forecast": "2011-11-15"}, 14),
        ({"baseline": "2011-11-01", "forecast": "2011-12-15", "actual": "2011-10-31"}, -1),
        ({"baseline": "2011-11", "forecast": "2011-12-15"}, None),
        ({"forecast": "2011-12-15"}, None),
        ({"baseline": "2011-11-01"}, None),
    ],
)
def test_slip_in_days(dates: dict[str, str], days: int | None) -> None:
    assert slip_days(milestone(**dates)) == days


def test_every_row_has_a_value_for_every_column_of_its_sheet() -> None:
    full = report(
        ratings=(rating(),), activities=(activity(),), risks=(risk(),), milestones=(milestone(),),
        findings=(finding(),), unclassified=(passage(),),
    )  # fmt: skip
    tracker = reconcile_months(
        [stored(reading(full, unclassified=(passage("Cover"),), findings=(finding("torn"),)))]
    )
    for sheet in SHEETS:
        for row in tracker.rows[sheet.name]:
            assert set(row) == {column.key for column in sheet.columns}
        assert list(tracker.frame(sheet).columns) == [column.key for column in sheet.columns]


def test_text_outside_every_report_has_no_project() -> None:
    pack = reading(
        report("Depot"), report("Archive"), unclassified=(passage("Covering paper"),), path="pack.pdf"
    )
    rows = reconcile_months([stored(pack)]).rows["Unclassified"]
    assert [(row["project"], row["text"]) for row in rows] == [(None, "Covering paper")]


def test_a_report_counts_the_warnings_that_concern_it() -> None:
    one = report("Depot", "2011-11", findings=(finding(), finding("small", "info")), authorised=False)
    other = report("Depot", "2011-12")
    assert [row["warnings"] for row in tracker_of(one, other).rows["Reports"]] == [2, 0]


def test_warnings_about_a_whole_document_count_for_its_reports() -> None:
    one = reading(report("Depot"), findings=(finding("page-lost"),))
    assert reconcile_months([stored(one)]).rows["Reports"][0]["warnings"] == 1


def test_a_reports_evidence_is_every_word_its_values_were_read_from() -> None:
    words = {
        "project": source("Project: Depot", 2),
        "sponsor": source("Sponsor: A Bell", 1),
        "manager": source(""),
    }
    [row] = tracker_of(Report(project="Depot", sources=words)).rows["Reports"]
    assert (row["evidence"], row["page"]) == ("Project: Depot\nSponsor: A Bell", 1)


def test_a_document_that_could_not_be_read_is_a_check() -> None:
    lost = reading(findings=(finding("encrypted", "error", "document"),), path="locked.docx")
    tracker = reconcile_months([stored(lost)])
    [row] = tracker.rows[CHECKS.name]
    assert (row["severity"], row["source_file"], row["project"]) == ("error", "locked.docx", None)
    assert tracker.rows["Reports"] == ()


def test_a_text_longer_than_a_cell_is_told() -> None:
    tracker = tracker_of(report(activities=(activity("word " * 7000, source=source("short")),)))
    [told] = findings_of(tracker, "text-cut")
    assert "'Activity'" in str(told["message"])
    assert findings_of(tracker_of(report(activities=(activity("x" * 32767),))), "text-cut") == []
