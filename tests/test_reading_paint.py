"""What paint and signs of a row tell: dates on lights, arrows beside lights, tables of figures under rating words."""

from __future__ import annotations

import pytest

from extractors.document import Block, Cell
from tests.documents import (
    AMBER,
    BLUE,
    FORM,
    GREEN,
    GREY,
    RED,
    aside,
    bold,
    bullet,
    cell,
    figure,
    head,
    heading,
    para,
    read,
    read_report,
    table,
)


def test_dates_on_the_colours_of_ratings_rate_their_milestones() -> None:
    report = read_report(
        FORM,
        heading("Key dates"),
        table(
            ["", head("Business case"), head("Now")],
            ["Frame complete", "Mar-12", cell("Done Apr-12", fill=BLUE)],
            ["Watertight", "Jun-12", cell("Jul-12", fill=AMBER)],
            ["First boats moored", "Jul-12", cell("Jul-12", fill=GREEN)],
        ),
    )
    assert [
        (item.text, item.baseline, item.forecast, item.actual, item.rating) for item in report.milestones
    ] == [
        ("Frame complete", "2012-03", None, "2012-04", "Blue"),
        ("Watertight", "2012-06", "2012-07", None, "Amber"),
        ("First boats moored", "2012-07", "2012-07", None, "Green"),
    ]


def test_paint_of_one_colour_only_dresses_a_column() -> None:
    report = read_report(
        FORM,
        heading("Milestones"),
        table(
            [head("Milestone"), head("Planned"), head("Forecast")],
            ["Basin drained", "1 May 2012", cell("2 May 2012", fill=GREEN)],
            ["Gate hung", "1 June 2012", cell("1 June 2012", fill=GREEN)],
        ),
    )
    assert [item.rating for item in report.milestones] == [None, None]


def test_an_arrow_beside_a_light_is_no_commentary() -> None:
    report = read_report(
        FORM,
        heading("Where we are"),
        table(
            ["Budget", cell(figure(GREEN)), "►", "Within approval."],
            ["Programme", cell(figure(RED)), "▼", "Float used up."],
        ),
    )
    assert [(item.dimension, item.current, item.comment) for item in report.ratings] == [
        ("cost", "Green", "Within approval."),
        ("schedule", "Red", "Float used up."),
    ]


def test_figures_under_a_rating_word_are_a_table_and_no_activities() -> None:
    report = read_report(
        FORM,
        heading("Boats moved so far"),
        table(
            [cell(bold(text)) for text in ("Kind of boat", "On the list", "Delivered", "In use")],
            ["Punts", "26", "3", "1"],
            ["Barges", "9", "2", "2"],
        ),
        "Counts are from the harbour book.",
    )
    assert not report.activities
    kept = [passage.text for passage in report.unclassified] + [told.text for told in report.narrative]
    assert any("Punts" in text for text in kept)


def test_a_title_over_its_subtitle_is_no_label_with_guidance() -> None:
    report = read_report(
        table(
            [
                cell(bold("Eel Pass", size=18.0), para("Project on a page – May 2012", size=11.0)),
                head("Overall status"),
                cell(bold("AMBER"), fill=AMBER),
            ]
        ),
        table([head("Sponsor"), "Ann Lee"]),
    )
    assert report.project == "Eel Pass"
    assert [(item.dimension, item.current) for item in report.ratings] == [("overall", "Amber")]


def test_who_wrote_it_and_when() -> None:
    (report,) = read(
        table(["Project", "Eel Pass"]),
        heading("Done this month"),
        bullet("Basin drained."),
        asides=(
            aside("footer", "Prepared by the Harbour Office on 26 April 2012. Key: green on plan; red late."),
        ),
    ).reports
    assert report.report_date == "2012-04-26"


def test_cards_of_an_area_its_badge_why_and_what_it_was() -> None:
    def card(area: str, word: str, paint: str, why: str, before: str) -> list[Block]:
        return [bold(area), bold(word, fill=paint), para(why), para(f"Last month: {before}")]

    report = read_report(
        table(["Project", "Eel Pass"]),
        card("Schedule", "Slipping", AMBER, "Two gates behind.", "On plan"),
        card("Budget", "On plan", GREEN, "Inside the approval.", "Slipping"),
        card("Our people", "Stuck", RED, "The lock keeper left.", "On plan"),
        "Green: on plan. Amber: slipping. Red: stuck. Blue: finished.",
        heading("Done in May"),
        bold("Viewer", fill=GREY),
        bullet("Basin drained."),
    )
    assert [(item.label, item.current, item.previous, item.comment) for item in report.ratings] == [
        ("Schedule", "Amber", "Green", "Two gates behind."),
        ("Budget", "Green", "Amber", "Inside the approval."),
        ("Our people", "Red", "Green", "The lock keeper left."),
    ]


def test_reasons_below_a_matrix_are_the_commentary_of_what_they_name() -> None:
    report = read_report(
        FORM,
        bold("How we see it"),
        table(
            ["", head("Overall"), head("Timing"), head("Money")],
            [head("May 2012"), cell("A", fill=AMBER), cell("A", fill=AMBER), cell("G", fill=GREEN)],
            [head("Month before"), "G", "G", "A"],
        ),
        "Overall: We can still open by March, with less room than we like.",
        "Timing: Three weeks behind, mostly weather.",
    )
    assert [(item.label, item.current, item.previous, item.comment) for item in report.ratings] == [
        ("Overall", "Amber", "Green", "We can still open by March, with less room than we like."),
        ("Timing", "Amber", "Green", "Three weeks behind, mostly weather."),
        ("Money", "Green", "Amber", None),
    ]


def test_a_letters_end_is_no_decision() -> None:
    report = read_report(
        FORM,
        heading("What we ask you to decide"),
        "There is nothing that we need you to decide this month.",
        "With good wishes,",
        "Ann Lee",
        "cc ward councillors; chair of the lock board",
    )
    assert not report.decisions


def test_initials_in_a_disc_before_an_owner_are_no_part_of_the_name() -> None:
    report = read_report(
        FORM,
        heading("Risks"),
        table(
            [head("Risk"), head("Mitigation"), head("Assigned to")],
            ["Silt returns.", "Trap at the weir.", "FI\tFarah Idris"],
            ["Otters den.", "Walk the bank.", "AB Sister Amy Blunt"],
            ["Geese graze.", "Net them.", "HR Business Partner"],
        ),
    )
    assert [risk.owner for risk in report.risks] == ["Farah Idris", "Sister Amy Blunt", "HR Business Partner"]


def test_tiles_of_a_scale_of_the_reports_own_words() -> None:
    report = read_report(
        table(["Project", "Eel Pass"]),
        table(
            [head("Overall"), head("Timetable"), head("Businesses and residents")],
            [cell("Needs watching", fill=AMBER), cell("On course", fill=GREEN), cell("Off course", fill=RED)],
            ["Last month: On course", "Last month: On course", "Last month: Needs watching"],
            ["Recoverable if the ground holds.", "Float left.", "Traders worry about loading."],
        ),
    )
    assert [(item.label, item.current, item.previous, item.comment) for item in report.ratings] == [
        ("Overall", "Amber", "Green", "Recoverable if the ground holds."),
        ("Timetable", "Green", "Green", "Float left."),
        ("Businesses and residents", "Red", "Amber", "Traders worry about loading."),
    ]


def test_figures_set_large_over_their_captions() -> None:
    report = read_report(
        table(["Project", "Eel Pass"]),
        heading("Coming up in August"),
        bullet("Run the drop-in."),
        table(
            [cell(bold(text)) for text in ("22%", "9", "521")],
            ["complete", "apprentices on site", "visits to the project shop"],
        ),
    )
    assert report.percent_complete == 22
    assert [item.text for item in report.activities] == ["Run the drop-in."]


def test_what_we_are_doing_about_a_risk_opens_no_section() -> None:
    report = read_report(
        FORM,
        heading("Risks on our radar"),
        "R01 Remains beneath the square stop the works",
        "What we are doing: Trial trenches dug ahead",
        "Owner: Sunita Rao",
    )
    assert [(risk.reference, risk.response, risk.owner) for risk in report.risks] == [
        ("R01", "Trial trenches dug ahead", "Sunita Rao")
    ]
    assert not report.activities


def test_coloured_arrows_under_trend_rate_where_nothing_else_does() -> None:
    def rows(*values: str) -> list[list[str | Cell]]:
        arrows = [cell(figure(value, kind="shape")) for value in values]
        labels = ["Overall", "Schedule", "Budget"]
        return [[label, arrow, "As told"] for label, arrow in zip(labels, arrows, strict=True)]

    report = read_report(
        FORM,
        heading("Status"),
        table([head("Area"), head("Trend"), head("Commentary")], *rows(AMBER, RED, GREEN)),
    )
    assert [(item.label, item.current, item.previous) for item in report.ratings] == [
        ("Overall", "Amber", None),
        ("Schedule", "Red", None),
        ("Budget", "Green", None),
    ]


@pytest.mark.parametrize(("drawn", "told"), [(0.66, False), (0.3, True)])
def test_the_share_printed_on_a_chart_counts(drawn: float, told: bool) -> None:
    parts = (("#1F4E79", drawn), ("#DDDDDD", 1 - drawn))
    ring = figure("#1F4E79", kind="chart", text="Lock complete 62%", segments=parts)
    report = read_report(FORM, heading("Summary"), ring)
    assert report.percent_complete == 62
    assert ("percent-from-bar" in {finding.code for finding in report.findings}) is told
