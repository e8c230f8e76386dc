from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from pipeline.tracking.filing import file_reports
from pipeline.tracking.months import Tracker
from pipeline.tracking.outcomes import plan_outcomes
from pipeline.tracking.timeline import join_projects
from tests.story_months import plans_of, stories
from tests.tracking_factories import (
    activity,
    findings_of,
    milestone,
    months_of,
    reading,
    report,
    stored,
    tracker_of,
)

LEAST_RIGHT = 0.95
"""Share of plans whose outcome must be what a person says; the README tells what was measured."""


def outcome(plan: str, *told: tuple[str, str], months: int = 1, **more: Any) -> tuple[Any, Any]:
    """What the tracker says of one plan of January, whose next reports say this."""
    later = [{"activities": tuple(activity(text, kind) for text, kind in told)}] if months == 1 else []
    reports = months_of("Depot", "2012-01", [{"activities": (activity(plan, "planned"),)}, *later])
    rows = tracker_of(*reports).rows["Activities"]
    return rows[0]["outcome"], rows[0]["outcome_period"]


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        ("Issue the tender", "Tender issued on 4 May"),
        ("Hold a workshop with ward staff", "A workshop for ward staff was held in the seminar room"),
        ("Submit the planning application", "Planning application submission made to the council"),
        ("Appoint the main contractor", "Main contractor appointed: Hale Brothers"),
        ("Complete user acceptance testing", "UAT finished with two open faults"),
        ("Recruit a site manager", "Site manager recruitment complete; she starts in June"),
        ("Lay 900 m of pipe along Mill Road", "Laid 940 m of pipe along Mill Road"),
    ],
)
def test_a_plan_done_in_other_words_is_delivered(plan: str, told: str) -> None:
    assert outcome(plan, ("Fence repaired", "completed"), (told, "completed")) == ("delivered", "2012-02")


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        ("Hand over Block A", "Hand over Block A"),
        ("Hand over Block A", "Handover of Block A, once the lift is certified"),
    ],
)
def test_a_plan_that_stands_again_is_carried_forward(plan: str, told: str) -> None:
    assert outcome(plan, (told, "planned")) == ("carried forward", "2012-02")


def test_work_that_the_report_says_was_not_done_is_carried_forward() -> None:
    assert (
        outcome("Issue the tender", ("Tender not yet issued, legal advice awaited", "completed"))[0]
        == "carried forward"
    )
    assert outcome("Issue the tender", ("Issue the tender", "missed"))[0] == "carried forward"


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        ("Hand over Block A", "Block B handed over"),
        ("Open the north wing", "South wing opened"),
        ("Complete Phase 1 surveys", "Phase 2 surveys completed"),
        ("Order the lifts", "Roof felt laid"),
    ],
)
def test_another_thing_does_not_answer_a_plan(plan: str, told: str) -> None:
    assert outcome(plan, (told, "completed"))[0] == "not mentioned"


def test_two_plans_do_not_share_one_short_answer() -> None:
    plans = (activity("Plaster the ground floor", "planned"), activity("Plaster the first floor", "planned"))
    done = (activity("Ground floor plastered"),)
    reports = months_of("Depot", "2012-01", [{"activities": plans}, {"activities": done}])
    rows = tracker_of(*reports).rows["Activities"]
    assert [row["outcome"] for row in rows[:2]] == ["delivered", "not mentioned"]


def test_one_answer_may_tell_of_two_plans() -> None:
    plans = (activity("Install the windows", "planned"), activity("Install the doors", "planned"))
    done = (activity("All windows and doors installed"),)
    reports = months_of("Depot", "2012-01", [{"activities": plans}, {"activities": done}])
    rows = tracker_of(*reports).rows["Activities"]
    assert [row["outcome"] for row in rows[:2]] == ["delivered", "delivered"]


def test_a_milestone_reached_answers_a_plan() -> None:
    reports = months_of(
        "Depot",
        "2012-01",
        [
            {"activities": (activity("Start on site", "planned"),)},
            {"milestones": (milestone("Start on site", "2012-02-06", actual="2012-02-06"),)},
        ],
    )
    assert tracker_of(*reports).rows["Activities"][0]["outcome"] == "delivered"


def silent_months() -> Tracker:
    order = {"activities": (activity("Order the lifts", "planned"),)}
    later = {"activities": (activity("Lifts ordered from Hale"),)}
    return tracker_of(*months_of("Depot", "2012-01", [order, {"activities": (activity("Fence up"),)}, later]))


def test_the_month_that_is_silent_about_a_plan_is_told_and_a_later_answer_found() -> None:
    tracker = silent_months()
    [told] = findings_of(tracker, "planned-not-reported")
    assert (told["period"], told["severity"], told["evidence"]) == ("2012-02", "info", "Order the lifts")
    assert "comes up again, delivered" in str(told["message"])
    row = tracker.rows["Activities"][0]
    assert (row["outcome"], row["outcome_period"]) == ("delivered", "2012-03")


def test_the_last_report_has_no_outcomes_yet() -> None:
    tracker = tracker_of(report("Depot", "2012-01", activities=(activity("Order the lifts", "planned"),)))
    assert tracker.rows["Activities"][0]["outcome"] is None
    assert findings_of(tracker, "planned-not-reported") == []


@pytest.mark.parametrize("apart", [False, True], ids=["chosen by", "kept apart"])
def test_most_outcomes_are_what_a_person_says(apart: bool) -> None:
    right: Counter[bool] = Counter()
    for key in stories(apart=apart):
        for plans in plans_of(key):
            right.update(_judge(plans))
    assert right[True] / right.total() >= LEAST_RIGHT


def _judge(plans: Any) -> list[bool]:
    """For each plan whether the outcome in the next month is the known one."""
    months = plans.story[plans.step : plans.step + 2]
    filed, _ = file_reports([stored(reading(one)) for one in months])
    [project] = join_projects(filed)
    found = plan_outcomes(project)
    places = [n for n, item in enumerate(months[0].activities) if item.kind == "planned"]
    got = [found[project.reports[0].id, place].outcome for place in places]
    return [mine == known for mine, known in zip(got, plans.outcomes, strict=True)]
