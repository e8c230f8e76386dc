"""How small teams report: tables of members and work packages by what each did and will do, measures, weeks in turn."""

from __future__ import annotations

import pytest

from extractors.document import Block, Cell
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


def test_a_form_without_any_dress_whose_labels_name_sections() -> None:
    report = read_report(
        FORM,
        table(
            ["Accomplishments", cell(para("Hens moved"), para("Ramp mended"))],
            ["Planned", "Order the mesh"],
            ["Issues", "The saw is lent out"],
            ["Hours", "12"],
        ),
    )
    assert [(one.kind, one.text) for one in report.activities] == [
        ("completed", "Hens moved"),
        ("completed", "Ramp mended"),
        ("planned", "Order the mesh"),
    ]
    assert [risk.text for risk in report.risks] == ["The saw is lent out"]


@pytest.mark.parametrize(
    ("more", "kind"),
    [([], "planned"), ([heading("Next week"), bullet("Order the mesh")], "in-progress")],
)
def test_this_week_after_last_week_is_not_yet_done(more: list[Block], kind: str) -> None:
    report = read_report(
        FORM, heading("Last week"), bullet("Hens moved"), heading("This week"), bullet("Mend the ramp"), more
    )
    assert [(one.kind, one.text) for one in report.activities][:2] == [
        ("completed", "Hens moved"),
        (kind, "Mend the ramp"),
    ]
    assert "period-in-turn" in codes(report)


def test_this_week_alone_is_what_was_done() -> None:
    report = read_report(
        FORM, heading("This week"), bullet("Hens moved"), heading("Next week"), bullet("Rest")
    )
    assert [one.kind for one in report.activities] == ["completed", "planned"]
    assert "period-in-turn" not in codes(report)


def test_two_weeks_beside_each_other() -> None:
    report = read_report(FORM, table(["Last week", "This week"], ["Hens moved", "Mend the ramp"]))
    assert [(one.kind, one.text) for one in report.activities] == [
        ("completed", "Hens moved"),
        ("planned", "Mend the ramp"),
    ]


def test_what_was_planned_for_the_week_beside_what_became_of_it() -> None:
    report = read_report(
        FORM,
        heading("Progress against plan"),
        table(
            heads("Planned for this week", "Actual", "Reason"),
            ["Mend the ramp", "Done", "-"],
            ["Order the mesh", "Not done", "Shop shut"],
        ),
    )
    assert [(one.kind, one.text) for one in report.activities] == [
        ("completed", "Mend the ramp"),
        ("missed", "Order the mesh"),
    ]


def test_goals_with_signs_for_a_state() -> None:
    report = read_report(
        FORM,
        heading("Goals"),
        table(
            ["Goal", "Status", "Notes"],
            ["Mend the ramp", "✅", "on Monday"],
            ["Order the mesh", "❌", "shut"],
        ),
    )
    assert [(one.kind, one.text) for one in report.activities] == [
        ("completed", "Mend the ramp"),
        ("missed", "Order the mesh"),
    ]
    assert not report.metadata
