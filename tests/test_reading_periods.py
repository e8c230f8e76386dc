"""Which period of a table of ratings is now: told by the order of the heads, whichever way they run."""

from __future__ import annotations

import pytest

from pipeline.reading.period_heads import now_and_before
from tests.documents import (
    AMBER,
    FORM,
    GREEN,
    RED,
    bullets,
    cell,
    codes,
    done,
    head,
    heading,
    read_report,
    table,
)


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        (("Aug", "Sep"), (1, 0)),
        (("September", "August"), (0, 1)),
        (("Dec", "Jan"), (1, 0)),
        (("Jan", "Dec"), (0, 1)),
        (("Nov", "Dec", "Jan 2024"), (2, 1)),
        (("Jan 2024", "Dec 2023"), (0, 1)),
        (("Feb-24", "Mar-24"), (1, 0)),
        (("30 Sept", "31 Aug"), (0, 1)),
        (("31/08/2024", "30/09/2024"), (1, 0)),
        (("Q4", "Q1"), (1, 0)),
        (("Q1 2024/25", "Q4 2023/24"), (0, 1)),
        (("Period 13", "Period 1"), (1, 0)),
        (("1 – 30 June", "1 – 31 May"), (0, 1)),
        (("RAG May", "June (RAG)"), (1, 0)),
        (("M3", "M4"), (1, 0)),
        (("M1", "M12"), (0, 1)),
        (("P8", "P7"), (0, 1)),
        (("M3", "M5"), None),
        (("Apr", "Oct"), None),
        (("Q1", "Q3"), None),
        (("Sep 30", "Oct 29"), None),
        (("May", "May"), None),
        (("P1", "P2"), None),
        (("May", "Comment"), None),
        (("May", "Q2"), None),
    ],
)
def test_the_order_of_heads_tells_the_latest_period(
    heads: tuple[str, ...], expected: tuple[int, int] | None
) -> None:
    assert now_and_before(heads) == expected


def test_the_latest_month_may_lead_the_first_row() -> None:
    report = read_report(
        FORM,
        table(
            [head(""), head("Overall"), head("Money")],
            [head("May"), cell("A", fill=AMBER), cell("R", fill=RED)],
            [head("April"), cell("G", fill=GREEN), cell("A", fill=AMBER)],
        ),
    )
    assert [(rating.current, rating.previous) for rating in report.ratings] == [
        ("Amber", "Green"),
        ("Red", "Amber"),
    ]


def test_months_over_the_columns_run_over_the_turn_of_the_year() -> None:
    report = read_report(
        FORM,
        table(
            [head("Area"), head("Dec"), head("Jan"), head("Why")],
            ["Overall", cell("", fill=GREEN), cell("", fill=RED), "The weir gate is stuck."],
            ["Schedule", cell("", fill=GREEN), cell("", fill=AMBER), ""],
        ),
    )
    assert [(rating.current, rating.previous) for rating in report.ratings] == [
        ("Red", "Green"),
        ("Amber", "Green"),
    ]


def test_rows_of_months_that_follow_neither_way_are_no_ratings() -> None:
    report = read_report(
        FORM,
        table(
            [head(""), head("Overall"), head("Money")],
            [head("April"), cell("A", fill=AMBER), cell("R", fill=RED)],
            [head("October"), cell("G", fill=GREEN), cell("A", fill=AMBER)],
        ),
    )
    assert not any(rating.previous for rating in report.ratings)
    assert any(finding.about == "ratings" and finding.severity == "warning" for finding in report.findings)


@pytest.mark.parametrize(("month", "told"), [("January 2012", False), ("February 2012", True)])
def test_a_matrix_that_reaches_beyond_the_reports_month_is_told(month: str, told: bool) -> None:
    report = read_report(
        table(["Project", "Weir repair"], ["Period", "January 2012"], ["Date", "31 January 2012"]),
        table(
            [head("Area"), head("December 2011"), head(month)],
            ["Overall", cell("G", fill=GREEN), cell("A", fill=AMBER)],
            ["Schedule", cell("G", fill=GREEN), cell("A", fill=AMBER)],
        ),
    )
    assert ("rating-of-another-month" in codes(report)) == told


def test_what_will_be_done_is_planned() -> None:
    report = read_report(
        FORM,
        heading("Work planned for next month"),
        table(
            [head("Workstream"), head("What will be done"), head("Lead"), head("Due date")],
            ["Sluices", "Grease the paddles", "A Ferris", "3 May 2012"],
        ),
    )
    assert done(report) == [("planned", "Sluices", "Grease the paddles")]


def test_what_was_planned_stays_missed_under_its_heading() -> None:
    report = read_report(
        FORM,
        heading("Planned for November but not done"),
        table(
            [head("Planned activity"), head("Reason"), head("Lead")], ["Dredge the pond", "Ice", "A Ferris"]
        ),
    )
    assert [(kind, text) for kind, _, text in done(report)] == [("missed", "Dredge the pond")]


def test_a_table_of_another_kind_than_its_section_is_told() -> None:
    report = read_report(
        FORM,
        heading("Work planned for next month"),
        table([head("Work completed this month"), head("Lead")], ["Greased the paddles", "A Ferris"]),
    )
    assert "kinds-differ" in codes(report)


@pytest.mark.parametrize("tick", ["x", "✓"])
def test_ticks_under_risk_and_issue_tell_the_kind(tick: str) -> None:
    report = read_report(
        FORM,
        heading("Risks and issues"),
        table(
            [
                head("No."),
                head("Risk"),
                head("Issue"),
                head("Description"),
                head("What we are doing"),
                head("Owner"),
            ],
            ["1", tick, "", "The pond freezes before the dredger comes", "Book it for October", "A Ferris"],
            ["2", "", tick, "The crane has no permit for the bridge", "Ask the county", "B Holt"],
            ["3", "", "", "Eels in the fish pass", "Count them", "B Holt"],
        ),
    )
    assert [(risk.kind, risk.text, risk.response) for risk in report.risks] == [
        ("risk", "The pond freezes before the dredger comes", "Book it for October"),
        ("issue", "The crane has no permit for the bridge", "Ask the county"),
        (None, "Eels in the fish pass", "Count them"),
    ]


def test_columns_of_dates_are_no_money() -> None:
    report = read_report(
        FORM,
        heading("Decisions"),
        *bullets("Agree the crane"),
        table(
            [head("Milestone"), head("Baseline"), head("Forecast"), head("RAG")],
            ["Pond dredged", "12/10/2011", "19/10/2011", cell("", fill=AMBER)],
            ["Gates hung", "01/12/2011", "01/12/2011", cell("", fill=GREEN)],
        ),
    )
    assert not report.finances
    assert [milestone.forecast for milestone in report.milestones] == ["2011-10-19", "2011-12-01"]


@pytest.mark.parametrize(
    ("said", "comment"),
    [
        ("No accidents on the weir this month.", "No accidents on the weir this month."),
        ("N/A", None),
        ("None", None),
    ],
)
def test_a_sentence_that_there_is_nothing_is_commentary(said: str, comment: str | None) -> None:
    report = read_report(
        FORM,
        table(
            [head("Area"), head("RAG"), head("Comment")],
            ["Overall", "Green", "Fine."],
            ["Quality", "Green", said],
        ),
    )
    assert report.ratings[1].comment == comment


def test_what_an_update_covers_is_its_period() -> None:
    report = read_report(table(["Project", "Weir repair"], ["Update covers", "1 to 31 October 2012"]))
    assert (report.period, report.period_basis) == ("2012-10", "stated")
