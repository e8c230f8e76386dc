"""What one layout parts that belongs together, and what names itself: cards in tables, codes, marks, tabbed lines."""

from __future__ import annotations

import pytest

from extractors.document import Cell, Paragraph, Run
from tests.documents import (
    AMBER,
    FORM,
    GREEN,
    RED,
    bold,
    bullet,
    bullets,
    cell,
    codes,
    done,
    figure,
    head,
    heading,
    para,
    read_report,
    table,
)


def test_cards_of_several_tables_are_one_risk_each() -> None:
    report = read_report(
        FORM,
        heading("Risks"),
        table([head("Risk"), "The kiln may crack"], [head("Action"), "Fire it slowly"]),
        table([head("Owner"), "Ann Lee", head("Likelihood"), "High", head("Status"), "Open"]),
        table([head("Risk"), "Clay may run out"], [head("Action"), "Order more"]),
        table([head("Owner"), "Bo Day", head("Likelihood"), "Low", head("Status"), "Closed"]),
    )
    assert [
        (risk.text, risk.response, risk.owner, risk.likelihood, risk.status) for risk in report.risks
    ] == [
        ("The kiln may crack", "Fire it slowly", "Ann Lee", "High", "Open"),
        ("Clay may run out", "Order more", "Bo Day", "Low", "Closed"),
    ]


def test_sections_are_marked_with_a_letter_and_a_tab() -> None:
    report = read_report(
        FORM,
        bold("B\tWork completed this month", fill="#0B3C5D"),
        para("Kiln lit"),
        bold("C\tWork planned for next month", fill="#0B3C5D"),
        para("Glaze mixed"),
    )
    assert done(report) == [("completed", None, "Kiln lit"), ("planned", None, "Glaze mixed")]


def test_a_code_before_the_name_is_the_reference() -> None:
    report = read_report(
        heading("KL-07\tKiln Renewal"),
        table(["Reporting period", "May 2024"], ["Report date", "3 June 2024"]),
        heading("Progress", 2),
        *bullets("Kiln lit"),
    )
    assert (report.project, report.reference) == ("Kiln Renewal", "KL-07")
    assert "reference-from-title" in codes(report)


@pytest.mark.parametrize("title", ["HS2 – Kiln Renewal", "A38: Kiln Renewal", "Kiln-40 Renewal"])
def test_roads_and_names_with_numbers_are_no_codes(title: str) -> None:
    report = read_report(
        heading(title), table(["Report date", "3 June 2024"]), heading("Progress", 2), "Lit."
    )
    assert (report.project, report.reference) == (title, None)


def test_a_tab_parts_the_name_from_whose_dashboard_it_is() -> None:
    report = read_report(
        heading("Kiln Renewal\tLeat Builders Ltd – contract dashboard"),
        table(["Report date", "3 June 2024"]),
        heading("Progress", 2),
        *bullets("Kiln lit"),
    )
    assert report.project == "Kiln Renewal"


def test_one_unknown_label_does_not_spoil_a_line_of_fields() -> None:
    report = read_report(
        heading("Kiln Renewal"),
        para("Project sponsor\tAnn Lee\tDate of report\t3 June 2024\tKind of clay\tTerracotta"),
        heading("Progress", 2),
        *bullets("Kiln lit"),
    )
    assert (report.sponsor, report.report_date) == ("Ann Lee", "2024-06-03")
    assert report.metadata["Kind of clay"] == "Terracotta"


def test_a_column_of_painted_labels_is_no_row_of_labels_over_values() -> None:
    blue = "#005EB8"
    report = read_report(
        table(
            [cell(bold("Name of project"), fill=blue), cell(bold("Kiln Renewal"))],
            [
                cell(bold("Who and when"), fill=blue),
                cell(table(["Sponsor", "Ann Lee"], ["Report date", "3 June 2024"])),
            ],
            [cell(bold("Achieved"), fill=blue), cell(bullet("Kiln lit"))],
        )
    )
    assert (report.project, report.sponsor) == ("Kiln Renewal", "Ann Lee")


def test_dimensions_in_their_own_colours_one_of_them_unknown() -> None:
    report = read_report(
        FORM,
        heading("Confidence by area"),
        table([cell("Glazes", fill=GREEN), cell("Timeline", fill=AMBER), cell("Workforce", fill=RED)]),
    )
    assert [(rating.label, rating.current) for rating in report.ratings] == [
        ("Glazes", "Green"),
        ("Timeline", "Amber"),
        ("Workforce", "Red"),
    ]


def test_a_light_in_each_row_rates_its_risk_without_a_column() -> None:
    def answer(words: str, color: str) -> Cell:
        return cell(para(Run(words), figures=(figure(color),)))

    report = read_report(
        FORM,
        heading("Risks"),
        table(
            [head("Risk"), head("What we do")],
            ["The kiln may crack", answer("Fire it slowly", RED)],
            ["Clay may run out", answer("Order more", GREEN)],
        ),
    )
    assert [(risk.response, risk.rating) for risk in report.risks] == [
        ("Fire it slowly", "Red"),
        ("Order more", "Green"),
    ]


def test_the_usual_word_in_brackets_says_what_a_heading_opens() -> None:
    report = read_report(FORM, heading("Thorns in our side at this time (issues)"), *bullets("Kiln cracked"))
    assert [(risk.kind, risk.text) for risk in report.risks] == [("issue", "Kiln cracked")]


def test_a_painted_title_after_a_light_is_no_badge() -> None:
    def lit(label: str, color: str) -> Paragraph:
        return para(Run(label), figures=(figure(color),))

    report = read_report(
        FORM,
        table([cell(bold("Status"), fill="#FFCC00")], [cell(lit("Time", GREEN), lit("Cost", AMBER))]),
        table([cell(bold("Done in May"), fill="#FFCC00")], [cell(*bullets("Kiln lit", "Clay dug"))]),
        table([cell(bold("Planned for June"), fill="#FFCC00")], [cell(*bullets("Glaze mixed"))]),
    )
    assert [(rating.label, rating.current) for rating in report.ratings] == [
        ("Time", "Green"),
        ("Cost", "Amber"),
    ]
    assert [text for _, _, text in done(report)] == ["Kiln lit", "Clay dug", "Glaze mixed"]


def test_the_number_beside_a_bar_is_no_work() -> None:
    bar = figure("#1F6FB2", "bar", segments=(("#1F6FB2", 0.6), ("#D3D3D3", 0.4)))
    report = read_report(FORM, table([cell(bold("Works complete"), fill="#FFCC00")], [cell(bar, "60%")]))
    assert (report.activities, report.percent_complete) == ((), 60)


def test_fields_that_hold_labels_are_told() -> None:
    report = read_report(
        table(["Project", "Weir repair"], ["Project lead", "Commencement: Completion: Copied to:"]),
        heading("Progress"),
        *bullets("Kiln lit"),
    )
    assert {"manager"} <= {finding.about for finding in report.findings if finding.code == "field-over-gap"}


def test_parts_of_risks_among_the_reports_own_fields_are_told() -> None:
    report = read_report(
        table(["Project", "Weir repair"], ["Owner", "Ann Lee"], ["Impact", "Low"], ["Action", "Order more"]),
        heading("Progress"),
        *bullets("Kiln lit"),
    )
    assert "risk-parts-apart" in codes(report)


def test_amounts_of_one_name_are_told() -> None:
    report = read_report(
        FORM,
        heading("Money"),
        table(
            [head("Budget"), head("Spent"), head("Forecast")],
            ["£400,000", "£120,000", "£390,000"],
            ["£80,000", "£20,000", "£90,000"],
        ),
    )
    assert "one-name" in codes(report) or not report.finances


def test_a_column_of_ratings_without_any_is_told() -> None:
    report = read_report(
        FORM,
        heading("Risks"),
        table(
            [head("Risk"), head("Mitigation"), head("RAG")],
            ["The kiln may crack", "Fire it slowly", ""],
            ["Clay may run out", "Order more", ""],
        ),
    )
    assert "column-without-ratings" in codes(report)


def test_by_over_dates_is_by_when() -> None:
    report = read_report(
        FORM,
        heading("Next period"),
        table(
            [head("Task"), head("Who"), head("By")],
            ["Glaze mixed", "Ann Lee", "24 January 2012"],
            ["Clay dug", "Bo Day", "Fri 9 December"],
        ),
    )
    assert [(item.owner, item.due) for item in report.activities] == [
        ("Ann Lee", "2012-01-24"),
        ("Bo Day", "2011-12-09"),
    ]
