from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Reading
from pipeline.tracking.months import reconcile_months
from pipeline.tracking.timeline import find_gaps
from tests.tracking_factories import NOON, activity, findings_of, rating, reading, report, stored, tracker_of


@pytest.mark.parametrize(
    ("periods", "missing"),
    [
        ("2011-11 2011-12 2012-01", ""),
        ("2011-11 2012-01", "2011-12"),
        ("2011-10 2011-11 2012-02", "2011-12 2012-01"),
        ("2011-03 2011-06 2011-09 2012-03", "2011-12"),  # quarterly
        ("2011-03 2011-06 2011-10", ""),  # a quarterly report that came late
        ("2011-01 2011-02 2011-03 2011-06 2011-07", "2011-04 2011-05"),
        ("2011-11", ""),
        ("", ""),
    ],
)
def test_months_that_should_have_a_report(periods: str, missing: str) -> None:
    gaps = find_gaps(tuple(periods.split()))
    assert [month for gap in gaps for month in gap.months] == missing.split()


def test_of_two_reports_of_a_month_the_later_date_counts() -> None:
    final = report(report_date="2012-01-20", activities=(activity("final"),))
    draft = report(report_date="2012-01-10", activities=(activity("draft"),))
    tracker = tracker_of(final, draft)  # though the draft was ingested later
    assert [row["text"] for row in tracker.rows["Activities"]] == ["final"]
    reports = {row["report_date"]: row for row in tracker.rows["Reports"]}
    assert reports["2012-01-10"]["superseded_by"] == reports["2012-01-20"]["id"]
    assert reports["2012-01-20"]["superseded_by"] is None
    [told] = findings_of(tracker, "duplicate-report")
    assert told["source_file"] == reports["2012-01-10"]["source_file"]


def test_of_equal_dates_the_later_ingest_counts() -> None:
    first, second = report(activities=(activity("first"),)), report(activities=(activity("second"),))
    assert [row["text"] for row in tracker_of(first, second).rows["Activities"]] == ["second"]
    assert [row["text"] for row in tracker_of(second, first).rows["Activities"]] == ["first"]


def test_findings_of_a_superseded_report_are_still_told() -> None:
    from tests.tracking_factories import finding

    tracker = tracker_of(report(findings=(finding("torn"),)), report(report_date="2012-01-31"))
    assert len(findings_of(tracker, "torn")) == 1


def test_a_report_without_a_month_stays_and_joins_no_comparison() -> None:
    tracker = tracker_of(report(period="2012-01"), report(period=None), report(period="2012-02"))
    assert [row["period"] for row in tracker.rows["Reports"]] == ["2012-01", "2012-02", None]
    assert findings_of(tracker, "missing-month") == []


def test_a_month_that_the_calendar_does_not_have_is_no_month() -> None:
    assert tracker_of(report(period="2012-13")).rows["Reports"][0]["period"] is None


def documents() -> list[Reading]:
    months = ("2011-11", "2011-12", "2012-02")
    return [
        reading(
            report(
                project, month, ratings=(rating(), rating("Red", "cost")), activities=(activity(), activity())
            )
        )
        for project in ("Depot", "Archive", "Ward 7")
        for month in months
    ]


@given(st.permutations(range(9)))
def test_the_order_of_documents_does_not_matter(order: list[int]) -> None:
    ordered = documents()
    one = reconcile_months(stored(document) for document in ordered)
    other = reconcile_months(stored(ordered[number]) for number in order)
    assert one.rows == other.rows


def test_ids_are_unique_and_stay_when_documents_come() -> None:
    some = reconcile_months(stored(document) for document in documents()[:5])
    more = reconcile_months(stored(document) for document in documents())
    for name, rows in more.rows.items():
        ids = [row["id"] for row in rows]
        assert len(ids) == len(set(ids))
        gone = {row["id"] for row in some.rows[name]} - set(ids)
        assert not gone or name == "Checks"  # a month is missing no more


def test_ids_stay_when_a_neighbour_is_read_anew() -> None:
    def ids(*texts: str) -> dict[str, str]:
        one = reading(
            report(activities=tuple(activity(text) for text in texts)), path="a.pdf", sha256="ab" * 32
        )
        return {
            str(row["text"]): str(row["id"]) for row in reconcile_months([stored(one)]).rows["Activities"]
        }

    before, after = ids("Kept", "Read wrongly"), ids("Read", "wrongly", "Kept")
    assert before["Kept"] == after["Kept"]


def test_rows_stand_by_project_month_and_document_order() -> None:
    tracker = reconcile_months(stored(document) for document in documents())
    order = [(str(row["project"]), str(row["period"])) for row in tracker.rows["Ratings"]]
    assert order == sorted(order)
    assert [row["dimension"] for row in tracker.rows["Ratings"]][:4] == ["overall", "cost", "overall", "cost"]


def test_the_tracker_is_dated_by_the_last_change() -> None:
    assert reconcile_months([stored(documents()[0]), stored(documents()[1], hours=2)]).changed_at != NOON
    assert reconcile_months([]).changed_at is None
