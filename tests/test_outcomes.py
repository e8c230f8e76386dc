from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from pipeline.model import Narrative
from pipeline.tracking.clauses import clauses_of
from pipeline.tracking.done_words import ACTIONS, Action
from pipeline.tracking.field_words import FIELDS, Field
from pipeline.tracking.filing import file_reports
from pipeline.tracking.months import Tracker
from pipeline.tracking.outcomes import plan_outcomes
from pipeline.tracking.timeline import join_projects
from tests.story_months import invented_plans, plans_of, stories
from tests.tracking_factories import (
    activity,
    findings_of,
    milestone,
    months_of,
    reading,
    report,
    risk,
    source,
    stored,
    tracker_of,
)

LEAST_RIGHT = 0.95
"""Share of plans whose outcome must be what a person says; the README tells what was measured."""
LEAST_OF_INVENTED = 0.9
"""The same of months invented to be hard: half is told in other words, and other work at the same place beside it."""


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
        ("Connect the sewer", "Water company to make the sewer connection"),
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


@pytest.mark.parametrize("kin", [*ACTIONS, *FIELDS], ids=lambda kin: kin.example[0])
def test_each_group_of_kindred_words_ties_its_example(kin: Action | Field) -> None:
    plan, told = kin.example
    assert outcome(plan, (told, "completed"))[0] == "delivered"


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        ("Appoint a site manager", "Site manager in post since 4 May"),
        ("Put the two cold radiators right", "New valves fitted on two cold radiators"),
        ("Sign off the drawings", "Drawings agreed by the board"),
        ("Evaluate the tenders", "Tenders evaluated; the order is not yet placed"),
        ("Interview the anglers", "Angling club interviewed"),
    ],
)
def test_what_a_report_calls_finished_work_answers_its_plan(plan: str, told: str) -> None:
    more = (("Fence repaired", "completed"), ("Install the heaters", "planned"))
    assert outcome(plan, (told, "completed"), *more)[0] == "delivered"


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        ("Repair the lift bridge at Fox Farm", "Customers at Fox Farm complained of low pressure"),
        ("Publish the video of the show home", "Show home open"),
        ("Set the archive rules for leavers", "Design signed off"),
        ("Replace the bearings at pier 2", "Bearings at pier 3 replaced"),
        ("Replace the gutters at Oak House", "Gutters at Lime House and Pine House replaced"),
    ],
)
def test_other_work_at_the_same_place_answers_no_plan(plan: str, told: str) -> None:
    assert outcome(plan, (told, "completed"))[0] == "not mentioned"


def test_the_next_step_is_not_the_plan_carried_forward() -> None:
    told = (
        ("Invitations to price sent to five makers of lifts", "completed"),
        ("Evaluate the lift tenders", "planned"),
    )
    assert outcome("Issue the lift tender", *told)[0] == "delivered"


def outcome_by_prose(plan: str, sentence: str) -> Any:
    summary = Narrative("summary", sentence, source(sentence))
    months: list[Any] = [{"activities": (activity(plan, "planned"),)}, {"narrative": (summary,)}]
    return tracker_of(*months_of("Depot", "2012-01", months)).rows["Activities"][0]["outcome"]


@pytest.mark.parametrize(
    ("sentence", "known"),
    [
        ("We issued the tender for the lifts on 4 May.", "delivered"),
        ("The tender for the lifts will be issued in June.", "carried forward"),
        ("The tender for the roof holds up the work.", "not mentioned"),
    ],
)
def test_the_summary_counts_where_no_activity_tells_of_a_plan(sentence: str, known: str) -> None:
    assert outcome_by_prose("Issue the tender for the lifts", sentence) == known


def test_a_milestone_reached_long_ago_answers_nothing() -> None:
    reached = milestone("Start on site", "2012-01-06", actual="2012-01-06")
    plan = {"activities": (activity("Start the site office", "planned"),), "milestones": (reached,)}
    [row] = tracker_of(*months_of("Depot", "2012-01", [plan, {"milestones": (reached,)}])).rows["Activities"]
    assert row["outcome"] == "not mentioned"


def test_an_answer_goes_to_the_newer_plan() -> None:
    plans = [activity("Survey the roof", "planned")], [activity("Survey the roof again", "planned")]
    done = (activity("Roof surveyed"),)
    months: list[Any] = [
        {"activities": tuple(plans[0])},
        {"activities": tuple(plans[1])},
        {"activities": done},
    ]
    rows = tracker_of(*months_of("Depot", "2012-01", months)).rows["Activities"]
    assert [(row["outcome"], row["outcome_period"]) for row in rows[:2]] == [
        ("carried forward", "2012-02"),
        ("delivered", "2012-03"),
    ]


@pytest.mark.parametrize("apart", [False, True], ids=["chosen by", "kept apart"])
def test_most_outcomes_of_invented_months_are_what_a_person_says(apart: bool) -> None:
    right = Counter(same for plans in invented_plans(apart=apart) for same in _judge(plans))
    assert right[True] / right.total() >= LEAST_OF_INVENTED


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


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        ("Agree the lighting contract with the landlord", "Agreed the cleaning contract with the landlord"),
        ("Recruit the ward sister", "Recruited two ward volunteers"),
        ("Order the benches for the south garden", "Ordered the gravel for the south car park"),
        ("Brief the shop managers", "Bank managers briefed on the loan"),
        ("Survey the upstream channel", "Bat survey of the upstream farm done"),
    ],
)
def test_the_same_work_on_another_thing_does_not_answer_a_plan(plan: str, told: str) -> None:
    assert outcome(plan, (told, "completed"), ("Fence repaired", "completed"))[0] == "not mentioned"


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        ("Visit the Hexham depot", "Visited the Hexham yard"),
        ("Plaster the east wall", "East face plastered"),
        ("Renew the lift motor", "New motor renewed and tested"),
        ("Finish the interim evaluation report", "Interim evaluation finished by the university"),
    ],
)
def test_a_thing_may_be_called_otherwise(plan: str, told: str) -> None:
    assert outcome(plan, (told, "completed"))[0] == "delivered"


def test_a_line_that_tells_two_works_answers_both_plans() -> None:
    plans = (
        activity("Meet the rowing club about the moorings", "planned"),
        activity("Submit the dredging licence", "planned"),
    )
    done = (activity("Dredging licence lodged and rowing club met the same week; club content"),)
    reports = months_of("Depot", "2012-01", [{"activities": plans}, {"activities": done}])
    rows = tracker_of(*reports).rows["Activities"]
    assert [row["outcome"] for row in rows[:2]] == ["delivered", "delivered"]


@pytest.mark.parametrize(
    ("line", "clauses"),
    [
        ("Doors and windows fitted", ("Doors and windows fitted",)),
        ("Doors hung and windows glazed", ("Doors hung", "windows glazed")),
        (
            "Rooms 1 to 6: carpets out, walls painted",
            ("Rooms 1 to 6: carpets out", "Rooms 1 to 6: walls painted"),
        ),
        ("Hut 3 surveyed and drawn", ("Hut 3 surveyed", "Hut 3 drawn")),
        ("Permits in hand for the yard; drivers told", ("Permits in hand for the yard", "drivers told")),
    ],
)
def test_a_line_is_cut_where_work_is_told_on_both_sides(line: str, clauses: tuple[str, ...]) -> None:
    assert clauses_of(line) == clauses


@pytest.mark.parametrize(
    "told",
    [
        "Beacons delayed: the maker has given 3 October",
        "Beacons: put back to the spring",
        "Beacons on hold until the mast is checked",
        "Beacons now in November",
    ],
)
def test_a_thing_that_is_told_as_put_off_is_carried_forward(told: str) -> None:
    assert outcome("Install the harbour beacons", (told, "completed"))[0] == "carried forward"


def test_a_risk_may_tell_what_is_put_off_and_a_closed_one_does_not() -> None:
    def become(status: str) -> Any:
        later = {"risks": (risk("Harbour beacons: replacement moved to December", status=status),)}
        plan = {"activities": (activity("Replace the harbour beacons", "planned"),)}
        return tracker_of(*months_of("Depot", "2012-01", [plan, later])).rows["Activities"][0]["outcome"]

    assert (become("Open"), become("Closed")) == ("carried forward", "not mentioned")


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        ("Beacons to be put up", "Beacons put up on both piers"),
        ("Hull go-live", "Hull working in the new system since 4 May"),
        ("Pressure trial of the hose", "Hose held pressure for an hour"),
        ("Release 4.2 to go live", "4.2 running in all depots"),
        ("Purchase of the new crane: weigh the test loads", "Test loads weighed"),
    ],
)
def test_a_plan_may_open_with_its_thing(plan: str, told: str) -> None:
    assert outcome(plan, (told, "completed"))[0] == "delivered"


@pytest.mark.parametrize(
    ("plan", "expected"), [("Start piling the quay", "delivered"), ("Pile the quay", "carried forward")]
)
def test_work_in_progress_answers_a_plan_to_start_it(plan: str, expected: str) -> None:
    assert outcome(plan, ("Piling of the quay, 12 of 40 in", "in-progress"))[0] == expected


@pytest.mark.parametrize(
    ("place", "known"), [("Lime House", "not mentioned"), ("Oak House", "carried forward")], ids=str
)
def test_a_plan_is_carried_forward_at_its_own_place_alone(place: str, known: str) -> None:
    told = (("Fence repaired", "completed"), (f"Fit the smoke detectors at {place}", "planned"))
    assert outcome("Smoke detectors to be fitted at Oak House", *told)[0] == known


def test_several_names_may_share_one_noun() -> None:
    done = ("Gutters at Elm, Oak and Lime House replaced", "completed")
    assert outcome("Replace the gutters at Oak House", done)[0] == "delivered"


def test_words_of_one_field_alone_do_not_carry_a_plan_forward() -> None:
    told = (("Fence repaired", "completed"), ("Employ six evening cooks", "planned"))
    assert outcome("Decide on the ferry operator", *told)[0] == "not mentioned"


def test_what_was_done_about_a_risk_tells_of_a_plan() -> None:
    def become(before: str) -> Any:
        later = {"risks": (risk("Thefts from the yard", response="Floodlights installed in the yard"),)}
        plan = {
            "activities": (activity("Install floodlights in the yard", "planned"),),
            "risks": (risk("Thefts from the yard", response=before),),
        }
        return tracker_of(*months_of("Depot", "2012-01", [plan, later])).rows["Activities"][0]["outcome"]

    assert become("Guards at night") == "delivered"
    assert become("Floodlights installed in the yard") == "not mentioned"


def test_a_plan_and_finished_work_that_have_nobody_else_belong_together() -> None:
    plan, told = "Talk to bakers about unsold bread", "Three bakers will give us unsold loaves each evening"
    assert outcome(plan, ("Fence repaired", "completed"), (told, "completed"))[0] == "delivered"
