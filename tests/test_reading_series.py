"""Reports that say several things in one line, and in words of their own that no heading explains."""

from __future__ import annotations

import pytest

from extractors.document import Cell
from pipeline.model import Report
from tests.documents import FORM, bold, bullets, cell, head, heading, para, read_report, table

NAMELESS = table([head("Date of sitrep"), "7 December 2011"], [head("Period"), "November 2011"])


def warned(report: Report) -> set[tuple[str, str]]:
    return {(finding.code, finding.about) for finding in report.findings if finding.severity == "warning"}


@pytest.mark.parametrize(
    ("line", "ratings"),
    [
        ("Lights. Overall: Amber; Eels: Red; Time: Green.", [("Overall", "Amber"), ("Eels", "Red"), ("Time", "Green")]),
        ("RAG: Time – Green; Money – Amber", [("Time", "Green"), ("Money", "Amber")]),
        ("Time green, money amber, quality green", [("Time", "Green"), ("money", "Amber"), ("quality", "Green")]),
        ("The sluice is shut. Overall: Amber; Time: Green.", [("Overall", "Amber"), ("Time", "Green")]),
        ("Green: on plan; Amber: behind it; Red: stopped", []),
    ],
)  # fmt: skip
def test_a_series_of_ratings_in_one_line(line: str, ratings: list[tuple[str, str]]) -> None:
    report = read_report(FORM, heading("Summary"), line)
    assert [(item.label, item.current) for item in report.ratings] == ratings


def test_what_is_said_before_a_series_is_kept() -> None:
    report = read_report(FORM, heading("Summary"), "The sluice is shut. Overall: Amber; Time: Green.")
    assert "The sluice is shut." in [passage.text for passage in report.narrative]


def test_a_series_of_what_nobody_knows_is_told() -> None:
    report = read_report(
        FORM, heading("Summary"), "Overall – Green", "Grebes: Amber; Wimble: Green; Fettle: Red."
    )
    assert [item.label for item in report.ratings] == ["Overall"]
    assert ("ratings-in-one-line", "ratings") in warned(report)


@pytest.mark.parametrize(
    ("title", "name", "reference"),
    [
        ("Ford Bridge: Spans 2   TfW-B2-07", "Ford Bridge: Spans 2", "TfW-B2-07"),
        ("Ford Bridge Renewal FB-0207", "Ford Bridge Renewal", "FB-0207"),
    ],
)
def test_a_code_behind_the_name_in_a_title(title: str, name: str, reference: str) -> None:
    report = read_report(bold(title), NAMELESS, heading("Next steps"), *bullets("Lay the deck"))
    assert (report.project, report.reference, report.report_date) == (name, reference, "2011-12-07")
    assert ("reference-from-title", "reference") in warned(report)


def test_a_word_of_a_name_that_may_be_a_code_is_told() -> None:
    report = read_report(bold("Ford Bridge wr-b2.7"), NAMELESS, heading("Next steps"), *bullets("Lay it"))
    assert (report.project, report.reference) == ("Ford Bridge wr-b2.7", None)
    assert ("code-in-name", "reference") in warned(report)


def test_columns_of_dates_alone_make_milestones_and_are_told() -> None:
    report = read_report(
        FORM,
        heading("Grebes"),
        table(
            [head("Target"), head("Our pledge"), head("Now expected"), head("Reached")],
            ["First 50 eels counted", "Mar 2031", "", "Feb 2031"],
            ["All five weirs open", "Jun 2031", "Jul 2031", ""],
        ),
    )
    dates = [(item.baseline, item.forecast, item.actual) for item in report.milestones]
    assert dates == [("2031-03", None, "2031-02"), ("2031-06", "2031-07", None)]
    assert ("guessed-column", "milestones") in warned(report)


def test_promises_and_the_dates_they_were_made_for() -> None:
    promises = table(
        [head("Promise"), head("We said")],
        ["All eels counted", "28 February 2031"],
        ["Weir open", "1 April 2031"],
    )
    report = read_report(FORM, bold("Dates we have promised anglers"), promises)
    assert [(item.text, item.baseline) for item in report.milestones] == [
        ("All eels counted", "2031-02-28"),
        ("Weir open", "2031-04-01"),
    ]


def test_a_table_that_may_be_milestones_is_told_under_a_heading_of_work() -> None:
    unknown = table(
        [head("Wimble"), head("First date"), head("Now expected")],
        ["Sluice shut", "1 May 2031", "3 June 2031"],
    )
    report = read_report(FORM, heading("Planned work"), unknown)
    assert ("unknown-table", "milestones") in warned(report)


@pytest.mark.parametrize(
    ("said", "response", "status"),
    [
        ("A new date of 14 May applied for", "A new date of 14 May applied for", None),
        ("Closing", None, "Closing"),
    ],
)
def test_what_stands_under_position(said: str, response: str | None, status: str | None) -> None:
    issues = table([head("Issue"), head("Position"), head("Lead")], ["Crane refused", said, "Ann Lee"])
    report = read_report(FORM, heading("Live issues"), issues)
    assert [(risk.response, risk.status) for risk in report.risks] == [(response, status)]
    assert (("status-or-response", "risks") in warned(report)) is (response is not None)


def test_position_beside_what_is_done_is_the_status() -> None:
    told: list[str | Cell] = ["Crane refused", "We have hired a barge", "Under appeal with the county"]
    issues = table([head("Issue"), head("Mitigation"), head("Position")], told)
    risk = read_report(FORM, heading("Live issues"), issues).risks[0]
    assert (risk.response, risk.status) == (told[1], told[2])


@pytest.mark.parametrize(
    "title", ["Capital Panel is asked to", "Money Group are invited to", "Cost Panel is requested to"]
)
def test_somebody_whose_name_speaks_of_money_is_asked(title: str) -> None:
    report = read_report(FORM, bold(title), *bullets("Release the eel fund"))
    assert [item.text for item in report.decisions] == ["Release the eel fund"]


def test_a_list_under_a_heading_of_money_that_wants_something_is_told() -> None:
    report = read_report(FORM, bold("Finance requests"), *bullets("Release the eel fund", "Lend us a boat"))
    assert report.decisions or ("heading-of-two-kinds", "decisions") in warned(report)


def test_a_question_over_a_list_that_nobody_knows_is_told() -> None:
    asked = bold("What has our gift let you wimble since the spring?")
    report = read_report(FORM, asked, *bullets("Two boats bought for the holts", "Nine holts seen"))
    assert ("unknown-heading", "activities") in warned(report)


def test_a_lone_question_and_its_rating() -> None:
    report = read_report(
        FORM,
        bold("How do we feel the project is going?"),
        "GREEN – Anglers come.",
        "(Green: well. Amber: some worries. Red: stopped.)",
        bold("What happens next?"),
        *bullets("Shut the sluice"),
    )
    assert [(item.current, item.comment) for item in report.ratings] == [("Green", "Anglers come.")]


def test_somebody_else_s_manager_is_taken_where_no_other_is_named_and_told() -> None:
    theirs = table([head("Contractor’s Project Manager"), "Bo Lunn"], [head("Project"), "Eel Pass"])
    report = read_report(theirs)
    assert report.manager == "Bo Lunn"
    assert ("manager-guessed", "manager") in warned(report)
    both = table([head("Contractor’s Project Manager"), "Bo Lunn"], [head("Project manager"), "Ada Crane"])
    assert read_report(both, FORM).manager == "Ada Crane"


def test_a_name_that_stands_out_beside_an_organisation_s_title() -> None:
    name = cell(bold("Theatre Roof Renewal", size=18.0))
    beside = cell(bold("Sluys Borough Council", size=10.0), para("Estates – Highlight report", size=9.0))
    report = read_report(table([name, beside]), NAMELESS, heading("Next steps"), *bullets("Shut the sluice"))
    assert report.project == "Theatre Roof Renewal"
    assert ("project-from-title", "project") in warned(report)
