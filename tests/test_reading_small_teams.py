"""Habits of small teams: two languages, tiles that explain themselves, headings that sort, several bars."""

from __future__ import annotations

import pytest

from extractors.document import Block, Figure, Table
from pipeline.model import Report
from tests.documents import (
    AMBER,
    FORM,
    GREEN,
    GREY,
    RED,
    bullet,
    bullets,
    cell,
    codes,
    figure,
    head,
    heading,
    para,
    read,
    read_report,
    table,
)


def test_a_section_of_a_form_that_is_left_empty_is_no_grey_rating() -> None:
    report = read_report(
        FORM,
        table(
            [head("Issues"), cell(*bullets("The ferry is late – Hire a second one"))],
            [head("Dependencies"), "N/A"],
            [head("Decisions required"), cell(*bullets("Approve the second ferry"))],
        ),
    )
    assert not report.ratings
    assert [one.text for one in report.risks] == ["The ferry is late"]
    assert [one.text for one in report.decisions] == ["Approve the second ferry"]


def test_the_last_bold_line_of_a_report_is_no_title_of_the_next() -> None:
    def one(name: str) -> list[str | Block]:
        return [
            heading(f"{name}\tProject ID: {name[:2].upper()}-1", 2),
            table([head("Sponsor"), "Ann Lee"], [head("Project manager"), "Bo Day"]),
            heading("Completed this month", 3),
            bullet(f"{name} surveyed"),
            heading("Board action requested", 3),
            heading(f"Approve the purchase of the second lorry for {name} in this year.", 4),
        ]

    reports = read(*one("Quarry"), *one("Harbour")).reports
    assert [[item.text for item in report.decisions] for report in reports] == [
        ["Approve the purchase of the second lorry for Quarry in this year."],
        ["Approve the purchase of the second lorry for Harbour in this year."],
    ]


def test_a_field_at_the_end_of_a_title_is_no_name() -> None:
    report = read_report(
        heading("Project status report"),
        para("Tram Shed", size=14.0),
        para("Project manager: Ann Lee"),
        heading("PROJECT STATUS SUMMARY\t\tPercent complete: 62%"),
        heading("Work completed"),
        bullet("Shed swept"),
    )
    assert report.project == "Tram Shed"
    assert report.percent_complete == 62


def test_ratings_and_months_in_two_languages() -> None:
    report = read_report(
        table(
            [head("Prosiect / Project"), "Llyn Mawr"],
            [head("Noddwr / Sponsor"), "Ann Lee"],
            [head("Rheolwr / Project manager"), "Bo Day"],
            [head("Dyddiad / Report date"), "9 Ebrill / April 2031"],
            [head("Statws cyffredinol / Overall status"), "AMBR / AMBER"],
        ),
        heading("Cyflawniadau / Achievements this period"),
        bullet("Weir built"),
        heading("Camau nesaf / Next steps"),
        bullet("Fill the lake"),
    )
    assert report.report_date == "2031-04-09"
    assert [(one.dimension, one.current) for one in report.ratings] == [("overall", "Amber")]


def test_tiles_of_a_ratings_colour_hold_their_own_commentary() -> None:
    report = read_report(
        FORM,
        heading("Health", 2),
        table(
            [cell("Schedule", "Two weeks behind", fill=RED), cell("Budget", "Within plan", fill=GREEN)],
            [cell("Scope", "Pond added", fill=GREEN), cell("Resources", "A welder short", fill=AMBER)],
        ),
    )
    assert [(one.label, one.current, one.comment) for one in report.ratings] == [
        ("Schedule", "Red", "Two weeks behind"),
        ("Budget", "Green", "Within plan"),
        ("Scope", "Green", "Pond added"),
        ("Resources", "Amber", "A welder short"),
    ]


@pytest.mark.parametrize("text", ["Key-person dependency on the rigger", "Green-roof liner is late"])
def test_a_hyphen_within_a_word_makes_no_legend(text: str) -> None:
    report = read_report(FORM, heading("Risks", 2), bullet("Rain"), bullet(text))
    assert [one.text for one in report.risks] == ["Rain", text]


def test_several_bullets_of_a_row_are_several_activities() -> None:
    report = read_report(
        FORM,
        heading("Progress this period"),
        table(
            [head("Team member"), head("Tasks completed")],
            ["Priya Nair", cell(bullet("Kiln bricks ordered"), bullet("Site visited"))],
            ["Tom Beck", cell("Chimney drawn", "and sent to the printer")],
        ),
    )
    assert [(one.owner, one.text) for one in report.activities] == [
        ("Priya Nair", "Kiln bricks ordered"),
        ("Priya Nair", "Site visited"),
        ("Tom Beck", "Chimney drawn and sent to the printer"),
    ]


def test_challenges_beside_how_they_were_addressed_are_issues() -> None:
    report = read_report(
        FORM,
        heading("Challenges and how we addressed them"),
        table(
            [head("Challenge"), head("How it was addressed")],
            ["Clay arrived wet", "Dried for a week under cover"],
        ),
    )
    (one,) = report.risks
    assert (one.kind, one.text, one.response) == ("issue", "Clay arrived wet", "Dried for a week under cover")


def test_headings_sort_risks_by_their_weight() -> None:
    def risk(text: str) -> Table:
        return table([head("Risk"), head("Impact"), head("Mitigation")], [text, "High", "Ask again"])

    report = read_report(
        FORM,
        heading("Risks", 2),
        heading("🔴 Critical", 3),
        risk("The weir fails"),
        heading("🟡 Medium", 3),
        risk("The ferry is late"),
    )
    assert [one.text for one in report.risks] == ["The weir fails", "The ferry is late"]
    assert not report.ratings


def test_of_several_bars_the_one_of_the_whole_project_counts() -> None:
    def bar(share: float, text: str) -> Figure:
        return figure(GREEN, "bar", text=text, segments=((GREEN, share), (GREY, 1 - share)))

    def report(*bars: Figure) -> Report:
        return read_report(FORM, heading("Progress", 2), *bars, bullet("Weir built"))

    stage, whole = bar(0.8, "Stage 1: 80% complete"), bar(0.6, "Overall project: 60% complete")
    assert report(stage, whole).percent_complete == 60
    two = report(stage, bar(0.3, "Stage 2: 30% complete"))
    assert two.percent_complete is None
    assert "several-bars" in codes(two)


def test_decisions_with_their_options() -> None:
    report = read_report(
        FORM,
        heading("Decisions needed", 2),
        table(
            [head("Decision"), head("Options"), head("Recommendation"), head("Due by")],
            ["Extend the trial", "A, B", "A", "13/06/2031"],
        ),
    )
    assert [one.text for one in report.decisions] == ["Extend the trial"]
