"""What dashboards print line by line: tiles of ratings, lines of facts over a risk; titles and forms under headings."""

from __future__ import annotations

import pytest

from extractors.document import Paragraph, Place, Run
from tests.documents import (
    AMBER,
    FORM,
    bold,
    bullets,
    codes,
    done,
    head,
    heading,
    para,
    read,
    read_report,
    table,
)


def test_tiles_of_ratings_line_by_line() -> None:
    """A label may have a heading's words, or none that a rule knows; the last tile ends at the next heading."""
    report = read_report(
        FORM,
        heading("Health check"),
        bold("Overall"),
        para("Amber"),
        bold("Timescale"),
        para("Red"),
        para("The frost kept the masons away."),
        bold("Pupils"),
        para("Not started"),
        para("Enrolment opens in May."),
        bold("Benefits"),
        para("Green"),
        heading("Done this month"),
        *bullets("Sluice hung"),
    )
    assert [(rating.label, rating.current, rating.comment) for rating in report.ratings] == [
        ("Overall", "Amber", None),
        ("Timescale", "Red", "The frost kept the masons away."),
        ("Pupils", "Grey", "Enrolment opens in May."),
        ("Benefits", "Green", None),
    ]
    assert [activity.text for activity in report.activities] == ["Sluice hung"]


@pytest.mark.parametrize("parting", [" ", "\t", " | "])
def test_a_line_of_facts_over_each_risk(parting: str) -> None:
    report = read_report(
        FORM,
        heading("Risks"),
        para(parting.join(["R3", "Red", "Score: 20", "Status: Open"])),
        para("The coffer dam leaks"),
        para("Mitigation: Clay is at hand"),
        para(parting.join(["R7", "Amber", "Score: 12", "Status: Closing"])),
        para("Eels are found in the wheel pit"),
        para("Owner: Ann Teal"),
    )
    assert [
        (risk.reference, risk.rating, risk.score, risk.status, risk.text, risk.response, risk.owner)
        for risk in report.risks
    ] == [
        ("R3", "Red", "20", "Open", "The coffer dam leaks", "Clay is at hand", None),
        ("R7", "Amber", "12", "Closing", "Eels are found in the wheel pit", None, "Ann Teal"),
    ]


def test_a_line_of_facts_under_each_risk() -> None:
    report = read_report(
        FORM,
        heading("Risks"),
        para("The coffer dam leaks"),
        para("R3 | Red | Likelihood 4 | Open"),
        para("Eels are found in the wheel pit"),
        para("R7 | Amber | Likelihood 2 | Open"),
    )
    assert [(risk.reference, risk.rating, risk.likelihood, risk.text) for risk in report.risks] == [
        ("R3", "Red", "4", "The coffer dam leaks"),
        ("R7", "Amber", "2", "Eels are found in the wheel pit"),
    ]


def test_the_line_below_facts_is_the_risk_however_it_looks() -> None:
    report = read_report(
        FORM,
        heading("Risks"),
        para("R3 | Red | Open"),
        para("Owner: Ann Teal"),
        bold("There is a risk that the coffer dam leaks. It is old."),
        *bullets("Eels are found in the wheel pit"),
        para("R4 | Amber"),
        para("Owner: Bo Finn"),
    )
    assert [(risk.reference, risk.rating, risk.owner, risk.text) for risk in report.risks] == [
        ("R3", "Red", "Ann Teal", "There is a risk that the coffer dam leaks. It is old."),
        (None, None, None, "Eels are found in the wheel pit"),
    ]
    assert "facts-without-risk" in codes(report)


def test_the_name_of_a_colour_alone_is_told() -> None:
    reading = read(FORM, heading("Scope"), bold("Lime supply"), para("Red"), para("None came."))
    assert {"unread-lights"} <= {finding.code for finding in reading.reports[0].findings}


@pytest.mark.parametrize("title", ["Progress report: November 2022", "Progress report"])
def test_a_title_with_the_words_of_a_heading_stands_over_the_form(title: str) -> None:
    report = read_report(
        heading(title),
        table(
            ["Project", "Weir repair", "Reference", "W/12"],
            ["Sponsor", "Ada Lyle", "Project manager", "Bo Finn"],
            ["Start", "April 2021", "Parishes", "Both"],
        ),
        heading("Done this month"),
        *bullets("Sluice hung"),
    )
    assert (report.project, report.reference, report.sponsor, report.manager, report.start_date) == (
        "Weir repair",
        "W/12",
        "Ada Lyle",
        "Bo Finn",
        "2021-04",
    )
    assert done(report) == [("completed", None, "Sluice hung")]


def test_a_form_among_records_is_the_reports() -> None:
    report = read_report(
        heading("Work this month"),
        para("Late items stay on the list."),
        table(
            ["Project", "Weir repair", "Reference", "W/12"],
            ["Sponsor", "Ada Lyle", "Project manager", "Bo Finn"],
        ),
        *bullets("Sluice hung"),
    )
    assert (report.project, report.sponsor, report.manager) == ("Weir repair", "Ada Lyle", "Bo Finn")
    assert "Ada Lyle" not in {activity.text for activity in report.activities}


def test_a_heading_ends_with_its_month() -> None:
    report = read_report(FORM, bold("Progress: May 2011"), *bullets("Sluice hung", "Clay dug"))
    assert [activity.text for activity in report.activities] == ["Sluice hung", "Clay dug"]


def test_a_column_of_dates_without_a_year_is_no_text() -> None:
    report = read_report(
        FORM,
        heading("Next month"),
        table(
            [head("Part"), head("Operation"), head("To be finished by")],
            ["Weir", "Gates hung", "Fri 16 January"],
            ["Leat", "Banks puddled", "Mon 26 January"],
        ),
    )
    assert [(item.text, item.due) for item in report.activities] == [
        ("Gates hung", "2012-01-16"),
        ("Banks puddled", "2012-01-26"),
    ]


def test_rows_lettered_in_their_order_have_references() -> None:
    report = read_report(
        FORM,
        heading("Risk"),
        table(
            [head(""), head("Risk"), head("Our answer"), head("Who")],
            ["A", "Eels are found in the wheel pit", "A licence is held", "AT"],
            ["B", "The frost lasts until April", "Lime is kept dry", "BF"],
            ["C", "The miller changes his mind", "His son was asked", "AT"],
        ),
    )
    assert [(risk.reference, risk.response, risk.rating) for risk in report.risks] == [
        ("A", "A licence is held", None),
        ("B", "Lime is kept dry", None),
        ("C", "His son was asked", None),
    ]


def test_a_list_under_the_form_may_be_headed_by_words_of_an_organisation() -> None:
    report = read_report(
        FORM,
        heading("Decisions needed from the Partnership", 3),
        *bullets("Agree that the sluice is rebuilt"),
    )
    assert [decision.text for decision in report.decisions] == ["Agree that the sluice is rebuilt"]


def test_the_status_of_this_month_and_the_last() -> None:
    report = read_report(
        para("Scheme: Weir repair"), para("Status this month:\tGreen"), para("Status last month:\tAmber")
    )
    assert [
        (rating.label, rating.dimension, rating.current, rating.previous) for rating in report.ratings
    ] == [("Status this month", "overall", "Green", "Amber")]
    assert "period-not-read" not in codes(report)


def test_labels_that_only_their_dress_parts_from_their_values() -> None:
    def told(*parts: str) -> Paragraph:
        return para(*(Run(part, bold=index % 2 == 0) for index, part in enumerate(parts)))

    report = read_report(
        told("Project", " Weir repair ", "Sponsor", " Ada Lyle"),
        told("Project manager", " Bo Finn"),
        heading("Risks"),
        told("Risk", " The coffer dam leaks"),
        told("Mitigation", " Clay is at hand"),
        told("Owner", " Ann Teal"),
    )
    assert (report.project, report.sponsor, report.manager) == ("Weir repair", "Ada Lyle", "Bo Finn")
    assert [(risk.text, risk.response, risk.owner) for risk in report.risks] == [
        ("The coffer dam leaks", "Clay is at hand", "Ann Teal")
    ]


def test_a_bold_word_alone_is_no_label() -> None:
    line = para(Run("Action", bold=True), " Group met the miller")
    report = read_report(FORM, heading("Risks"), line, para("The coffer dam leaks"))
    assert [risk.text for risk in report.risks] == ["Action Group met the miller", "The coffer dam leaks"]


def test_facts_may_be_grave_dated_and_stand_at_a_lines_end() -> None:
    high = Run("High", fill=AMBER)
    report = read_report(
        FORM,
        heading("Issues"),
        para("I2\t", high, "\tRaised 2 December 2011\tOwner: Ann Teal"),
        para("The sluice came without its key"),
        heading("Risks"),
        para("The coffer dam leaks\tAmber"),
        para("R3 · Score 20 · Open · Owner: Bo Finn"),
    )
    assert [
        (risk.kind, risk.reference, risk.text, risk.owner, risk.score, risk.rating, risk.status)
        for risk in report.risks
    ] == [
        ("issue", "I2", "The sluice came without its key", "Ann Teal", "High", "Amber", None),
        ("risk", "R3", "The coffer dam leaks", "Bo Finn", "20", "Amber", "Open"),
    ]


def test_the_moment_of_printing_is_no_field_and_tells_no_order_of_dates() -> None:
    report = read_report(
        para("11/23/26, 3:20 PM"),
        FORM,
        heading("Milestones"),
        table([head("Milestone"), head("Due"), head("Status")], ["Sluice hung", "03/02/2012", "On track"]),
    )
    assert report.metadata == {}
    assert report.milestones[0].baseline == "2012-02-03"


def test_dimensions_side_by_side_on_their_colours() -> None:
    """Paint of one colour runs on over the gap between two tiles; a heading under them rates nothing."""
    tiles = para(
        Run("Overall\tTimescale\t", bold=True, fill=AMBER), Run("Ferrymen", bold=True, fill="#43A047")
    )
    report = read_report(FORM, tiles, heading("Done this month"), *bullets("Sluice hung"))
    assert [(item.label, item.dimension, item.current) for item in report.ratings] == [
        ("Overall", "overall", "Amber"),
        ("Timescale", "schedule", "Amber"),
        ("Ferrymen", "other", "Green"),
    ]


def test_marked_words_of_a_line_are_no_tiles() -> None:
    report = read_report(
        FORM,
        Paragraph((Run("Overall\tTimescale\t", fill=AMBER), Run("Ferrymen")), Place(path="body")),
        heading("Done this month"),
    )
    assert not report.ratings


def test_shares_under_progress_are_no_status_beside_one() -> None:
    report = read_report(
        FORM,
        table(
            [head("Milestone"), head("Plan"), head("Progress"), head("Status")],
            ["Sluice hung", "4 May 2024", "100 %", "accepted"],
            ["Wheel hung", "7 June 2024", "35 %", "in progress"],
        ),
    )
    assert [item.status for item in report.milestones] == ["accepted", "in progress"]
