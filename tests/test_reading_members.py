"""Tables of members and work packages by what each did and will do; tables of measures; headings numbered through."""

from __future__ import annotations

import pytest

from extractors.document import Cell
from tests.documents import (
    AMBER,
    FORM,
    GREEN,
    bold,
    bullet,
    bullets,
    cell,
    codes,
    head,
    heading,
    para,
    read_report,
    table,
)


def heads(*words: str) -> list[str | Cell]:
    return [head(word) for word in words]


def test_what_each_member_did_will_do_and_waits_for() -> None:
    report = read_report(
        FORM,
        heading("Individual progress"),
        table(
            heads("Team member", "What I did", "What I will do", "Blockers", "Hours"),
            [
                "Ada Moss",
                cell(*bullets("Wired the feeder", "Weighed the hens")),
                "Mend the ramp",
                "None",
                "7",
            ],
            ["Ben Ash", "Drew the coop", "Order the mesh", "The saw is lent out", "5.5"],
        ),
    )
    assert [(one.kind, one.owner, one.workstream, one.text) for one in report.activities] == [
        ("completed", "Ada Moss", None, "Wired the feeder"),
        ("completed", "Ada Moss", None, "Weighed the hens"),
        ("completed", "Ben Ash", None, "Drew the coop"),
        ("planned", "Ada Moss", None, "Mend the ramp"),
        ("planned", "Ben Ash", None, "Order the mesh"),
    ]
    assert [(risk.kind, risk.text) for risk in report.risks] == [("issue", "The saw is lent out")]
    assert {"7", "5.5"} <= {passage.text for passage in report.unclassified}


def test_work_packages_with_a_code_a_title_a_lead_and_a_light() -> None:
    report = read_report(
        FORM,
        heading("Progress per work package"),
        table(
            heads(
                "WP", "Title", "Lead", "Work performed this quarter", "Work planned next quarter", "Status"
            ),
            ["WP1", "Nets", "UCL", "Looms set up", "Weave the first net", cell("On track", fill=GREEN)],
            ["WP2", "Floats", "NIOZ", "Cork dried", "Tar the corks", cell("At risk", fill=AMBER)],
        ),
    )
    assert [(one.kind, one.workstream, one.text) for one in report.activities] == [
        ("completed", "Nets", "Looms set up"),
        ("completed", "Floats", "Cork dried"),
        ("planned", "Nets", "Weave the first net"),
        ("planned", "Floats", "Tar the corks"),
    ]
    assert {(one.label, one.current) for one in report.ratings} >= {("Nets", "Green"), ("Floats", "Amber")}


def test_a_task_with_a_date_of_its_own_is_a_record_and_no_workstream() -> None:
    report = read_report(
        FORM,
        heading("Actions"),
        table(
            heads("Action", "Owner", "Progress", "Next steps", "Due"),
            ["Mend the weir", "Ada Moss", "Stone ordered", "Set the stone", "4 May 2024"],
            ["Clear the leat", "Ben Ash", "Half cleared", "Clear the rest", "9 May 2024"],
        ),
    )
    assert [one.workstream for one in report.activities] == [None, None]
    assert [one.due for one in report.activities] == ["2024-05-04", "2024-05-09"]


@pytest.mark.parametrize(
    ("now", "goal"), [("5", "7"), ("231", "< 250"), ("44%", "40%"), ("12 days", "10 days")]
)
def test_measures_under_heads_of_periods_are_no_ratings_and_no_work(now: str, goal: str) -> None:
    report = read_report(
        FORM,
        heading("Numbers"),
        table(
            ["", "Last week", "This week", "Target"], ["Eggs a day", "4", now, goal], ["Hens", "3", "3", "5"]
        ),
    )
    assert (report.ratings, report.activities) == ((), ())
    assert f"Eggs a day 4 {now} {goal}" in {passage.text for passage in report.unclassified}


def test_a_score_from_one_to_five_beside_its_comment_still_rates() -> None:
    report = read_report(
        FORM,
        table(
            heads("Measure", "Last month", "This month", "Comment"), ["Budget", "3", "4", "Spending slowed"]
        ),
    )
    assert "Budget" in {rating.label for rating in report.ratings}


def test_headings_numbered_through_end_the_work_before_them() -> None:
    report = read_report(
        FORM,
        bold("1. Work done"),
        bullet("Hens moved"),
        bold("2. Next week"),
        bold("Ada"),
        bullet("Mend the ramp"),
        bold("3. Hours"),
        para("All of us worked 6 hours"),
        bold("4. Issues / roadblocks"),
        bullet("The saw is lent out"),
    )
    assert [(one.kind, one.workstream, one.text) for one in report.activities] == [
        ("completed", None, "Hens moved"),
        ("planned", "Ada", "Mend the ramp"),
    ]
    assert [(risk.kind, risk.text) for risk in report.risks] == [("issue", "The saw is lent out")]


def test_leave_that_is_planned_is_no_planned_work() -> None:
    report = read_report(
        FORM,
        heading("Next period"),
        bullet("Mend the ramp"),
        heading("Leave plan"),
        para("Ada Moss from 4 to 8 May"),
    )
    assert [one.text for one in report.activities] == ["Mend the ramp"]


def test_a_large_title_over_a_smaller_line_in_a_banner_names_the_project() -> None:
    report = read_report(
        table([cell(bold("Project status", size=16), para("Wharf lamps renewal", size=11)), "Ash & Co"]),
        table([head("Project lead"), "Ada Moss"], [head("Date"), "4 May 2024"]),
        heading("Next steps"),
        bullet("Mend the ramp"),
    )
    assert report.project == "Wharf lamps renewal"
    assert "project-guessed" in codes(report)
