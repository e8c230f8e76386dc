from __future__ import annotations

from typing import Any

import pytest

from pipeline.model import Report
from pipeline.tracking.checks import CHECKS_OF_MONTHS
from pipeline.tracking.months import Tracker
from tests.tracking_factories import activity, milestone, months_of, rating, report, source, tracker_of

DEPOT = "Depot"


def told(tracker: Tracker, code: str) -> list[tuple[str, str]]:
    """Month and message of each finding of a code."""
    return [
        (str(row["period"]), str(row["message"])) for row in tracker.rows["Checks"] if row["code"] == code
    ]


def overall(*words: str | None, **more: Any) -> list[Report]:
    return months_of(
        DEPOT, "2011-10", [{"ratings": (rating(word, **more),)} if word else None for word in words]
    )


def forecast(*dates: str | None, **more: Any) -> list[Report]:
    """A report a month from 2011-10, each dated the 20th, with the milestone 'Roof on' forecast so."""
    return months_of(
        DEPOT, "2011-10", [{"milestones": (milestone("Roof on", date, **more),)} for date in dates]
    )


def test_previous_rating_differs() -> None:
    reports = months_of(
        DEPOT, "2011-10", [{"ratings": (rating("Red"),)}, {"ratings": (rating("Amber", previous="Green"),)}]
    )
    [(month, message)] = told(tracker_of(*reports), "previous-rating-differs")
    assert month == "2011-11"
    assert "gives Green" in message
    assert "said Red" in message


@pytest.mark.parametrize(
    "each",
    [
        [{"ratings": (rating("Red"),)}, {"ratings": (rating("Amber", previous="Red"),)}],
        [{"ratings": (rating("Red"),)}, {"ratings": (rating("Amber"),)}],
        [
            {"ratings": (rating("Red"),)},
            None,
            {"ratings": (rating("Amber", previous="Green"),)},
        ],  # of the lost one
        [{"ratings": (rating("Red", "cost"),)}, {"ratings": (rating("Amber", "scope", previous="Green"),)}],
        [{}, {"ratings": (rating("Amber", previous="Green"),)}],
    ],
)
def test_previous_rating_does_not_differ(each: list[dict[str, Any] | None]) -> None:
    assert told(tracker_of(*months_of(DEPOT, "2011-10", each)), "previous-rating-differs") == []


def test_ratings_are_found_again_by_label_then_by_dimension() -> None:
    before = report(
        DEPOT,
        "2011-10",
        ratings=(rating("Red", "cost", label="Spend"), rating("Green", "cost", label="Budget")),
    )
    after = report(
        DEPOT,
        "2011-11",
        ratings=(
            rating("Green", "cost", label="BUDGET", previous="Green"),
            rating("Red", "scope", previous="Red"),
        ),
    )
    assert told(tracker_of(before, after), "previous-rating-differs") == []


@pytest.mark.parametrize(
    ("words", "jumps"),
    [
        (("Red", "Green"), 1),
        (("Green", "Red"), 1),
        (("Red", "Amber", "Green"), 0),
        (("Amber/Red", "Green"), 0),
        (("Red", "Blue"), 0),
        (("Red", None, "Green"), 1),
    ],
)
def test_rating_jump(words: tuple[str | None, ...], jumps: int) -> None:
    assert len(told(tracker_of(*overall(*words)), "rating-jump")) == jumps


def test_a_jump_with_a_comment_is_explained() -> None:
    assert told(tracker_of(*overall("Red", "Green", comment="Funding agreed")), "rating-jump") == []


def test_missing_month_is_told_at_the_month() -> None:
    tracker = tracker_of(*overall("Green", None, None, "Green", "Green"))
    assert [month for month, _ in told(tracker, "missing-month")] == ["2011-11", "2011-12"]


def test_a_gap_of_years_is_one_finding() -> None:
    tracker = tracker_of(report(DEPOT, "1911-11"), report(DEPOT, "2011-12"))
    [(month, message)] = told(tracker, "missing-month")
    assert month == "1911-12"
    assert "misread" in message


@pytest.mark.parametrize(
    ("ends", "moved"),
    [
        (("2012-03-31", "2012-06-30"), ["2011-11"]),
        (("2012-06-30", "2012-03-31"), ["2011-11"]),
        (("2012-03-31", None, "2012-06-30"), ["2011-12"]),
        (("2013", "2013-06", "2013-06-30"), []),
        (("2013", "2014-06"), ["2011-11"]),
        (("2012-03-31", "soon"), []),
    ],
)
def test_end_date_moved(ends: tuple[str | None, ...], moved: list[str]) -> None:
    tracker = tracker_of(*months_of(DEPOT, "2011-10", [{"end_date": end} for end in ends]))
    assert [month for month, _ in told(tracker, "end-date-moved")] == moved


@pytest.mark.parametrize(
    ("percents", "back"),
    [((10, 20, 15), ["2011-12"]), ((10, None, 5), ["2011-12"]), ((10, 10, 11), []), ((0, 0), [])],
)
def test_percent_went_back(percents: tuple[float | None, ...], back: list[str]) -> None:
    tracker = tracker_of(
        *months_of(DEPOT, "2011-10", [{"percent_complete": percent} for percent in percents])
    )
    assert [month for month, _ in told(tracker, "percent-went-back")] == back


@pytest.mark.parametrize(
    ("dates", "slipped"),
    [
        (("2012-03-01", "2012-04-01"), ["2011-11"]),
        (("2012-03-01", "2012-02-01"), []),
        (("2012-03", "2012-03-20"), []),
        (("2012-03", "2012-04-01"), ["2011-11"]),
        (("2012-03-01", None, "2012-04-01"), ["2011-12"]),
    ],
)
def test_milestone_slipped(dates: tuple[str | None, ...], slipped: list[str]) -> None:
    assert [month for month, _ in told(tracker_of(*forecast(*dates)), "milestone-slipped")] == slipped


@pytest.mark.parametrize(
    ("date", "more", "overdue"),
    [
        ("2011-10-19", {}, True),
        ("2011-10-20", {}, False),
        ("2011-10", {}, False),  # the month is not over
        ("2011-09", {}, True),
        ("2011-10-19", {"actual": "2011-10-18"}, False),
        ("2011-10-19", {"status": "Complete"}, False),
        ("2011-10-19", {"status": "Not complete"}, True),
        ("2011-10-19", {"rating": "Blue"}, False),
        (None, {"baseline": "2011-01-01"}, False),
    ],
)
def test_milestone_overdue(date: str | None, more: dict[str, Any], overdue: bool) -> None:
    assert bool(told(tracker_of(*forecast(date, **more)), "milestone-overdue")) is overdue


def test_a_report_without_a_date_is_as_old_as_its_month() -> None:
    late = report(DEPOT, "2011-10", report_date=None, milestones=(milestone("Roof on", "2011-09-30"),))
    assert len(told(tracker_of(late), "milestone-overdue")) == 1


@pytest.mark.parametrize(("authorised", "count"), [(False, 1), (True, 0), (None, 0)])
def test_not_authorised(authorised: bool | None, count: int) -> None:
    words = {"authorised": source("Agreed by the sponsor? No")}
    tracker = tracker_of(report(authorised=authorised, sources=words))
    assert len(told(tracker, "not-authorised")) == count
    if count:
        assert tracker.rows["Checks"][0]["evidence"] == "Agreed by the sponsor? No"


def test_repeated_text() -> None:
    one = {"activities": (activity("Walls  painted."), activity("Roof"))}
    two = {"activities": (activity("walls painted"), activity("Roof", "planned"), activity("Floors"))}
    [(month, message)] = told(tracker_of(*months_of(DEPOT, "2011-10", [one, two])), "repeated-text")
    assert month == "2011-11"
    assert "walls painted" in message


def test_every_check_is_applied_and_a_calm_project_has_no_finding() -> None:
    calm = months_of(
        DEPOT,
        "2011-10",
        [
            {
                "ratings": (rating("Amber", previous="Amber"),),
                "end_date": "2013",
                "percent_complete": 10 * step,
            }
            for step in range(6)
        ],
    )
    assert tracker_of(*calm).rows["Checks"] == ()
    assert len({check.__name__ for check in CHECKS_OF_MONTHS}) == len(CHECKS_OF_MONTHS)


def test_a_finding_keeps_its_id_when_months_come() -> None:
    reports = overall("Red", None, "Green", "Green")
    before, after = tracker_of(*reports[:2]).rows["Checks"], tracker_of(*reports).rows["Checks"]
    assert {row["id"] for row in before} <= {row["id"] for row in after}
