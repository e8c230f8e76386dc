"""What typeset papers and slides have beside their records: contents, captions, drawn schedules, boxes as bullets."""

from __future__ import annotations

import pytest

from extractors.document import Run
from tests.documents import (
    AMBER,
    BLUE,
    FORM,
    GREEN,
    GREY,
    bullet,
    bullets,
    cell,
    done,
    head,
    heading,
    para,
    read,
    read_report,
    table,
)


def test_contents_and_lists_of_tables_are_no_records() -> None:
    reading = read(
        FORM,
        heading("Contents", 2),
        table(["1", "Progress in the period", "2"], ["2", "Risks", "3"], ["3", "Decisions required", "3"]),
        heading("List of Tables", 2),
        para("1\tRisk register . . . . . . . . . . . 3"),
        heading("1\tProgress in the period", 2),
        bullets("Sluice gate hung"),
        heading("2\tRisks", 2),
        bullets("The mill race floods"),
    )
    (report,) = reading.reports
    assert done(report) == [("completed", None, "Sluice gate hung")]
    assert [risk.text for risk in report.risks] == ["The mill race floods"]
    assert not report.decisions and not report.unclassified
    assert any(item.text == "Contents" for item in reading.furniture)


def test_text_under_a_heading_of_contents_is_no_entry_of_them() -> None:
    reading = read(FORM, heading("Contents", 2), "The lock keeper's house stays as it is.")
    assert not any("lock keeper" in item.text for item in reading.furniture)


def test_the_number_of_a_caption_on_its_own_line_is_no_record() -> None:
    report = read_report(
        FORM,
        heading("IV.\tRISKS", 2),
        para("TABLE II"),
        para("RISK REGISTER"),
        table([head("Risk"), head("Impact")], ["Ice lifts the pontoon", "High"]),
    )
    assert [risk.text for risk in report.risks] == ["Ice lifts the pontoon"]


def test_roman_numbers_before_a_tab_number_headings() -> None:
    report = read_report(
        FORM,
        para("II.\tWORK OF THIS PERIOD"),
        bullets("Pontoon welded"),
        para("III.\tREQUESTS TO THE BOARD"),
        bullets("Lend us the crane barge"),
    )
    assert done(report) == [("completed", None, "Pontoon welded")]
    assert [decision.text for decision in report.decisions] == ["Lend us the crane barge"]


@pytest.mark.parametrize(
    "times", [("Sep", "Oct", "Nov", "Dec"), ("KW 40", "KW 41", "KW 42", "KW 43"), ("W1", "W2", "W3", "W4")]
)
def test_a_schedule_drawn_with_cells_leaves_a_register_of_milestones(times: tuple[str, ...]) -> None:
    def bar(first: int, last: int) -> list[object]:
        return [cell(fill=GREY if first <= at <= last else None) for at in range(len(times))]

    report = read_report(
        FORM,
        heading("Milestone chart", 2),
        table(
            [head("Milestone"), *map(head, times), head("Status")],
            ["Survey of the bed", *bar(0, 1), "Done"],  # type: ignore[list-item]  # cells
            ["Pontoon moored", *bar(1, 3), "Not started"],  # type: ignore[list-item]
        ),
    )
    assert [(one.text, one.status) for one in report.milestones] == [
        ("Survey of the bed", "Done"),
        ("Pontoon moored", "Not started"),
    ]
    assert not report.ratings


def test_lights_by_month_are_ratings_and_no_schedule() -> None:
    report = read_report(
        FORM,
        heading("RAG status", 2),
        table(
            [head("Dimension"), head("Sep"), head("Oct"), head("Nov")],
            ["Schedule", cell(fill=GREEN), cell(fill=AMBER), cell(fill=AMBER)],
            ["Cost", cell(fill=GREEN), cell(fill=GREEN), cell(fill=GREEN)],
        ),
    )
    assert {rating.label: rating.current for rating in report.ratings} == {
        "Schedule": "Amber",
        "Cost": "Green",
    }


def test_a_second_label_behind_a_tab_in_a_cell_is_a_field() -> None:
    report = read_report(
        table(
            ["Project", "Weir repair"],
            ["Start date", "1 June 2025\tEnd date: 30 May 2026"],
            ["Project manager", "Ann Lee\tand others"],
        )
    )
    assert (report.start_date, report.end_date) == ("2025-06-01", "2026-05-30")
    assert report.manager is not None and report.manager.startswith("Ann Lee")


@pytest.mark.parametrize(("section", "kind"), [("Work completed", "missed"), ("Next steps", "planned")])
def test_an_open_box_among_ticked_items_of_done_work_was_not_done(section: str, kind: str) -> None:
    report = read_report(
        FORM,
        heading(section, 2),
        bullet("Winch greased", marker="✓"),
        bullet("Winch painted", marker="□"),
    )
    assert report.activities[1].kind == kind and report.activities[1].text == "Winch painted"


def test_open_boxes_alone_are_bullets() -> None:
    report = read_report(
        FORM,
        heading("Work completed", 2),
        bullet("Winch greased", marker="☐"),
        bullet("Winch painted", marker="☐"),
    )
    assert {activity.kind for activity in report.activities} == {"completed"}


def test_a_key_of_signs_that_are_bullets_is_a_legend() -> None:
    reading = read(
        FORM,
        heading("Work completed", 2),
        para("(✓ = done, □ = planned for this period but not done)"),
        bullet("Winch greased", marker="✓"),
    )
    assert any(item.kind == "legend" for item in reading.furniture)


def test_the_period_under_each_slides_title_is_no_risk() -> None:
    report = read_report(
        heading("Weir repair – status"),
        para("Reporting period: 14 Jul – 15 Aug 2025"),
        heading("Milestones, risks and spend"),
        para("Reporting period: 14 Jul – 15 Aug 2025"),
        heading("Top risks", 3),
        bullets("The mill race floods"),
    )
    assert [risk.text for risk in report.risks] == ["The mill race floods"]
    assert report.period == "2025-08"


def test_paint_in_other_colours_than_lights_may_be_a_schedule() -> None:
    report = read_report(
        FORM,
        heading("Work plan", 2),
        table(
            [head("Task"), head("Jan"), head("Feb"), head("Mar"), head("Owner")],
            ["Weld the pontoon", cell(fill=BLUE), cell(), cell(), "A Lee"],
            ["Moor the pontoon", cell(), cell(fill=BLUE), cell(fill=BLUE), "B Day"],
        ),
    )
    assert not report.ratings
    assert [one.owner for one in report.activities] == ["A Lee", "B Day"]


def test_parts_of_the_work_that_a_paper_letters_in_italics() -> None:
    report = read_report(
        FORM,
        heading("Progress during the quarter", 2),
        para(Run("A. WP1: Gates", italic=True)),
        para("The north gate was hung and greased."),
        para(Run("B. WP2: Ropes", italic=True)),
        para("Two ropes were laid."),
    )
    assert done(report) == [
        ("completed", "WP1: Gates", "The north gate was hung and greased."),
        ("completed", "WP2: Ropes", "Two ropes were laid."),
    ]


def test_numbered_or_larger_names_over_bullets_are_parts_of_the_work() -> None:
    report = read_report(
        FORM,
        heading("2\tWork completed this period", 2),
        bullet("Winch", marker="2.1", size=12.0),
        bullet("Winch greased", level=1, size=10.9),
        bullet("Ropes", marker="2.2", size=12.0),
        bullet("Rope laid", level=1, size=10.9),
        heading("3\tPlanned for next period", 2),
        para("Gate", size=12.0),
        bullet("Hang the gate", size=10.9),
    )
    assert done(report) == [
        ("completed", "Winch", "Winch greased"),
        ("completed", "Ropes", "Rope laid"),
        ("planned", "Gate", "Hang the gate"),
    ]


@pytest.mark.parametrize("over", ["Team 14", "Milestone 1 report", "Reporting period 3–14 March 2025"])
def test_the_date_of_a_title_block_is_the_reports_own(over: str) -> None:
    report = read_report(
        heading("Weir repair"),
        para(over, size=12.0),
        para("Odile Marsh, Ben Lock", size=12.0),
        para("14 March 2025", size=12.0),
        heading("1\tSummary", 2),
        para("The gate hangs."),
        heading("2\tCompleted this period", 2),
        bullets("Sluice gate hung"),
    )
    assert report.report_date == "2025-03-14"
    assert report.period == "2025-03"
    assert done(report) == [("completed", None, "Sluice gate hung")]
