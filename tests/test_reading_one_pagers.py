"""Pages of one's own making: titles in cells and in parts, budgets under their unit, milestones told in a bullet."""

from __future__ import annotations

import pytest

from extractors.document import Cell
from pipeline.model import Report
from tests.documents import FORM, bullets, codes, head, heading, para, read_report, table


def warned(report: Report) -> set[tuple[str, str]]:
    return {(finding.code, finding.about) for finding in report.findings if finding.severity == "warning"}


def test_a_title_in_a_cell_of_the_form_names_the_project() -> None:
    report = read_report(
        table(
            ["Highlight report: Weir repair", "Reporting period: May 2023"],
            ["Sponsor: Ada Lyle", "Project manager: Bo Finn"],
        )
    )
    assert (report.project, report.period, report.sponsor) == ("Weir repair", "2023-05", "Ada Lyle")


@pytest.mark.parametrize("parting", [" · ", " | "])
def test_a_title_in_parts_tells_its_month_and_its_date(parting: str) -> None:
    parts = ["Monthly update to trustees", "October 2022", "prepared by Bo Finn on 3 November 2022"]
    report = read_report(
        heading("Weir repair"), para(parting.join(parts)), heading("Done"), *bullets("Clay dug")
    )
    assert (report.project, report.period, report.report_date) == ("Weir repair", "2022-10", "2022-11-03")
    assert "period-from-title" in codes(report)


def test_amounts_under_nothing_but_their_unit() -> None:
    rows: list[list[str | Cell]] = [
        ["Budget", "1,250"],
        ["Spent to date", "410"],
        ["Forecast outturn", "1,270"],
    ]
    report = read_report(FORM, heading("Money"), table([head(""), head("£000")], *rows))
    assert [
        (line.budget, line.actual, line.forecast, line.variance, line.currency) for line in report.finances
    ] == [(1250000, 410000, 1270000, None, "GBP")]


def test_a_bullet_tells_when_a_milestone_was_planned_and_done() -> None:
    report = read_report(
        FORM,
        heading("Milestones"),
        *bullets(
            "Ponds dug: planned 30 September 2011, done 14 October 2011",
            "Gate hung: 3 May 2011 (4 June 2011)",
        ),
    )
    assert [(milestone.baseline, milestone.actual) for milestone in report.milestones] == [
        ("2011-09-30", "2011-10-14"),
        ("2011-05-03", None),
    ]
    assert "milestone-date-unread" in codes(report)


def test_how_the_programme_stands_is_no_name() -> None:
    report = read_report(FORM, table(["Programme", "Slipping"]))
    assert report.programme is None
    assert read_report(FORM, table(["Programme", "Open Weirs"])).programme == "Open Weirs"
    assert {about for code, about in warned(report) if code == "state-of-programme"} == {
        "ratings",
        "programme",
    }


@pytest.mark.parametrize(
    ("value", "programme"),
    [
        ("Green Weirs", "Green Weirs"),
        ("Red Lion Yard and Quay", "Red Lion Yard and Quay"),
        ("Amber", None),
        ("Green - all locks in time", None),
        ("Amber Slipping", None),
        ("Red Amber", None),
    ],
)
def test_a_name_that_begins_with_a_colour_rates_nothing(value: str, programme: str | None) -> None:
    report = read_report(FORM, table(["Programme", value]))
    assert (report.programme, [rating.label for rating in report.ratings]) == (
        programme,
        [] if programme else ["Programme"],
    )
    assert (("name-or-rating", "programme") in warned(report)) is (programme is not None)


def test_a_label_alone_is_told() -> None:
    report = read_report(FORM, heading("Summary"), para("Project manager"), para("The weir holds."))
    assert ("label-alone", "manager") in warned(report)


def test_sums_in_a_line_without_a_name_are_the_sections() -> None:
    report = read_report(
        FORM, heading("Spend"), para("Budget £48,000; spent to date £21,350; forecast outturn £46,000.")
    )
    assert [(line.text, line.budget, line.actual, line.forecast) for line in report.finances] == [
        ("Spend", 48000, 21350, 46000)
    ]


def test_sums_that_nothing_explains_are_told() -> None:
    report = read_report(FORM, heading("Spend"), para("We paid £400 to the miller and £30 to his son."))
    assert ("amounts-unread", "finances") in warned(report)


def test_a_headline_status_is_the_overall_one() -> None:
    report = read_report(FORM, heading("Headline status"), para("AMBER – the lime is late."))
    assert [(rating.dimension, rating.current, rating.comment) for rating in report.ratings] == [
        ("overall", "Amber", "the lime is late.")
    ]
