"""Ways of writing that no word list covers: labels within lines, banded forms, states of parts, lone budget rows."""

from __future__ import annotations

import pytest

from tests.documents import (
    FORM,
    GREY,
    bold,
    bullet,
    bullets,
    cell,
    codes,
    done,
    head,
    heading,
    para,
    read_report,
    table,
)


@pytest.mark.parametrize("label", ["Remedy", "Our answer"])
def test_a_label_within_each_risk_parts_it_from_what_is_done(label: str) -> None:
    report = read_report(
        FORM,
        heading("Risks ahead"),
        bullets(
            f"The pump is down. {label}: Hire one from the harbour.",
            f"Bats roost in bay 6. {label}: Work there is stopped.",
            "There is a risk that the fair needs the slipway.",
        ),
    )
    assert [(risk.text, risk.response) for risk in report.risks] == [
        ("The pump is down.", "Hire one from the harbour."),
        ("Bats roost in bay 6.", "Work there is stopped."),
        ("There is a risk that the fair needs the slipway.", None),
    ]


def test_an_unknown_label_within_one_risk_alone_is_part_of_its_words() -> None:
    report = read_report(FORM, heading("Risks ahead"), bullets("The pump is down. Old one: sold."))
    assert [risk.text for risk in report.risks] == ["The pump is down. Old one: sold."]


def test_banded_rows_of_a_form_are_read_across() -> None:
    report = read_report(
        table(
            [head("Project title"), cell("Eel Pass", fill=GREY)],
            [cell(bold("Programme")), "Rivers Renewed"],
            [head("Project number"), cell("JP-2024-0187", fill=GREY)],
            [cell(bold("Coordinating institution")), "Weir Institute"],
            [head("Project manager"), cell("Ann Lee", fill=GREY)],
        )
    )
    assert (report.project, report.programme, report.reference, report.manager) == (
        "Eel Pass",
        "Rivers Renewed",
        "JP-2024-0187",
        "Ann Lee",
    )


def test_states_of_work_packages_are_ratings_in_the_reports_own_words() -> None:
    report = read_report(
        FORM,
        bold("State of the work packages"),
        "on plan = green; minor deviation = amber; major deviation = red",
        table(
            [head("Work package"), head("State"), head("Remark")],
            ["Project overall", "minor deviation", "Yield below target."],
            ["WP1 Dredging", "on plan", ""],
            ["WP2 Gates", "major deviation", "Forge closed."],
        ),
    )
    assert [(item.label, item.dimension, item.current, item.comment) for item in report.ratings] == [
        ("Project overall", "overall", "Amber", "Yield below target."),
        ("WP1 Dredging", "other", "Green", None),
        ("WP2 Gates", "other", "Red", "Forge closed."),
    ]
    assert not report.activities


def test_cards_of_parts_with_further_lines_between_them() -> None:
    def card(name: str, finished: str, planned: str) -> list[object]:
        return [
            table(
                [head(name), head("Lead: Weir Institute")],
                ["Work done in the period", cell(bullet(finished), bullet("Logs kept."))],
                ["Work planned for the next period", cell(bullet(planned), bullet("Report."))],
                ["Person-months used", "6.5 of 18"],
            )
        ]

    report = read_report(
        FORM,
        heading("Work done and work to come"),
        *card("WP1 Dredging", "Basin drained.", "Line the leat."),  # type: ignore[arg-type]
        *card("WP2 Lock Lane", "Oak bought.", "Hang the gate."),  # type: ignore[arg-type]
    )
    assert {(item.workstream, item.kind) for item in report.activities} == {
        ("WP1 Dredging", "completed"),
        ("WP1 Dredging", "planned"),
        ("WP2 Lock Lane", "completed"),
        ("WP2 Lock Lane", "planned"),
    }
    assert len(done(report)) == len(("done", "planned")) * 4


def test_figures_under_a_target_are_money_and_no_dates() -> None:
    report = read_report(
        FORM,
        heading("Cost (£k)"),
        table(
            [
                head(text)
                for text in ("Activity", "Target", "Defined Cost to date", "Forecast", "Gain / (pain)")
            ],
            ["Civils", "2,140", "1,655", "2,205", "(65)"],
            ["Filters", "1,365", "720", "1,328", "37"],
        ),
    )
    assert not report.activities
    assert [
        (item.text, item.budget, item.actual, item.forecast, item.variance) for item in report.finances
    ] == [
        ("Civils", 2_140_000, 1_655_000, 2_205_000, -65_000),
        ("Filters", 1_365_000, 720_000, 1_328_000, 37_000),
    ]


def test_a_budget_of_one_scheme_is_no_row_of_a_form() -> None:
    report = read_report(
        FORM,
        bold("Cost"),
        table(
            [head("Scheme"), head("Allocation"), head("Spent so far"), head("Forecast"), head("Over(+)")],
            ["Lock Lane bus gate", "£2.4m", "£1.31m", "£2.55m", "£150k"],
        ),
    )
    assert [(item.text, item.budget, item.variance) for item in report.finances] == [
        ("Lock Lane bus gate", 2_400_000, 150_000)
    ]


def test_counts_beside_each_other_are_no_page_number() -> None:
    report = read_report(
        table(
            [head("Project"), "Eel Pass", head("Ref"), "P19"],
            [head("Overall physical progress"), "62%", head("Events told / settled"), "9 / 6"],
            [head("Sponsor"), "Ann Lee", head("Start date"), "1 May 2012"],
        )
    )
    assert (report.percent_complete, report.sponsor) == (62, "Ann Lee")
    assert not report.activities


def test_an_owner_to_be_named_is_nobody() -> None:
    report = read_report(
        FORM,
        heading("Risks"),
        table([head("Risk"), head("Mitigation"), head("Who")], ["Silt returns.", "Trap it.", "to be named"]),
    )
    assert [risk.owner for risk in report.risks] == [None]
    assert "wrong" not in codes(report)


def test_percent_in_a_sentence_of_a_letter() -> None:
    report = read_report(FORM, para("General. Something like 38 per cent of the work is complete by value."))
    assert report.percent_complete == 38


def test_a_letterhead_and_a_title_over_the_form_open_no_section() -> None:
    report = read_report(
        bold("The Lowland Seafarers' Fund"),
        bold("MEMORANDUM TO TRUSTEES: PROJECT HIGHLIGHTS"),
        "Project: Eel Pass",
        bold("Overall status: Amber"),
        "Last month: Green",
        "Percent complete: 40%",
        "Sponsor: Ann Lee",
    )
    assert (report.project, report.percent_complete, report.sponsor) == ("Eel Pass", 40, "Ann Lee")
    assert [(item.dimension, item.current, item.previous) for item in report.ratings] == [
        ("overall", "Amber", "Green")
    ]


def test_a_key_that_joins_its_parts_by_and_alone() -> None:
    report = read_report(
        FORM,
        heading("How things stand"),
        "The project overall: needs watching (last month: going well). There is more to do than we thought.",
        "Project costs: going well (last month: going well). Nothing is drawn.",
        "Match funding: needs watching (last month: needs watching). One trust has yet to answer.",
        "Going well is green, needs watching is amber and needs the trustees' help is red.",
    )
    assert [(item.label, item.current, item.previous) for item in report.ratings] == [
        ("The project overall", "Amber", "Green"),
        ("Project costs", "Green", "Green"),
        ("Match funding", "Amber", "Amber"),
    ]
