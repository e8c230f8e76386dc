"""Printed options and both periods of a rating in one row: the marked one counts, never the first."""

from __future__ import annotations

import pytest

from extractors.document import Cell, Paragraph, Run, Table
from pipeline.values.boxes import ticked_options
from tests.documents import (
    AMBER,
    FORM,
    GREEN,
    RED,
    bold,
    cell,
    codes,
    figure,
    head,
    heading,
    para,
    read_report,
    table,
)

HEADS: list[str | Cell] = [
    head("Area"),
    head("Last reporting period", across=3),
    head("This reporting period", across=3),
]
Shown = list[tuple[str, str | None, str | None]]


def rated(*tables: Table) -> Shown:
    """Label, current and previous of the ratings read."""
    return [(rating.label, rating.current, rating.previous) for rating in read_report(FORM, *tables).ratings]


def test_each_row_prints_its_options_and_one_cell_is_filled() -> None:
    shown = rated(
        table(
            HEADS,
            [
                "Schedule",
                "Red",
                cell("Yellow", fill=AMBER),
                "Green",
                "Red",
                "Yellow",
                cell("Green", fill=GREEN),
            ],
            ["Budget", "Red", "Yellow", cell("Green", fill=GREEN), cell("Red", fill=RED), "Yellow", "Green"],
        )
    )
    assert shown == [("Schedule", "Green", "Amber"), ("Budget", "Red", "Green")]


def test_options_none_of_which_is_marked_give_no_rating_and_are_told() -> None:
    report = read_report(
        FORM, table(["Schedule", "Red", "Amber", "Green"], ["Budget", "Red", "Amber", "Green"])
    )
    assert [rating.current for rating in report.ratings] == [None, None]
    assert "rating-not-chosen" in codes(report)


def test_crosses_under_options_of_two_periods() -> None:
    options: list[str | Cell] = [
        head(word) for word in ("", "Red", "Amber", "Green", "Red", "Amber", "Green")
    ]
    shown = rated(
        table(HEADS, options, ["Schedule", "", "X", "", "", "", "X"], ["Budget", "X", "", "", "", "X", ""])
    )
    assert shown == [("Schedule", "Green", "Amber"), ("Budget", "Amber", "Red")]


def test_option_heads_with_their_meaning_in_brackets() -> None:
    heads: list[str | Cell] = [
        head(""), head("Green (controlled)"), head("Yellow (caution)"), head("Red (critical)"), head("Reason"),
    ]  # fmt: skip
    report = read_report(FORM, table(heads, ["Schedule", "", "X", "", "The boiler came late"]))
    assert [(r.label, r.current, r.comment) for r in report.ratings] == [
        ("Schedule", "Amber", "The boiler came late")
    ]


def test_both_periods_of_a_dimension_in_its_own_row() -> None:
    row: list[str | Cell] = [head("Budget"), head("Prior status"), "Green", head("Current status"), "Amber"]
    assert rated(table(row)) == [("Budget", "Amber", "Green")]


def test_the_corner_of_a_matrix_is_no_dimension() -> None:
    heads: list[str | Cell] = [head("RAG status"), head("Overall"), head("Scope"), head("Time")]
    shown = rated(table(heads, ["This period", "R", "A", "G"], ["Last reported", "G", "G", "A"]))
    assert shown == [("Overall", "Red", "Green"), ("Scope", "Amber", "Green"), ("Time", "Green", "Amber")]


@pytest.mark.parametrize(
    ("text", "ticked"),
    [
        ("Red [ ] Amber [x] Green [ ]", ["Amber"]),
        ("[ ] Red [x] Amber [ ] Green", ["Amber"]),
        ("☐ Red ☒ Amber ☐ Green", ["Amber"]),
        ("Red ☐ Amber ☐ Green ☒", ["Green"]),
        ("RAG: ☐ Red ☐ Amber ☑ Green", ["Green"]),
        ("Red ☐ Amber ☐ Green ☐", []),
        ("Red ☐ Amber ☒ Green", None),
        ("Amber", None),
    ],
)
def test_whose_box_a_typed_box_is(text: str, ticked: list[str] | None) -> None:
    found = ticked_options(text, lambda words: words.casefold() in {"red", "amber", "green"})
    assert found == ticked


def test_a_status_line_with_the_boxes_after_the_options() -> None:
    report = read_report(FORM, para("Overall status: Red [ ] Yellow [x] Green [ ]"))
    assert [rating.current for rating in report.ratings] == ["Amber"]


def test_a_sentence_tells_the_overall_rating_where_nothing_else_does() -> None:
    report = read_report(
        FORM, heading("Summary"), para("We met twice. The project is currently reporting Amber.")
    )
    assert [(r.dimension, r.current, r.basis) for r in report.ratings] == [("overall", "Amber", "text")]
    assert "rating-from-sentence" in codes(report)
    quiet = read_report(FORM, heading("Summary"), para("The project is green space for the town."))
    assert not quiet.ratings


def test_sentences_that_disagree_tell_nothing() -> None:
    report = read_report(
        FORM, heading("Summary"), para("The project is Green."), para("Overall the project is now Amber.")
    )
    assert not report.ratings


def test_a_remark_in_brackets_after_a_rating_is_its_comment() -> None:
    report = read_report(
        FORM, table([head("Area"), head("RAG")], ["Time", "Amber (improving)"], ["Cost", "Green"])
    )
    assert [(r.current, r.comment) for r in report.ratings] == [("Amber", "improving"), ("Green", None)]


def test_bold_marks_one_of_the_options_of_a_row() -> None:
    chosen = cell(para(Run("Amber", bold=True)))
    assert rated(table(["Schedule", "Red", chosen, "Green"])) == [("Schedule", "Amber", None)]


def test_a_key_laid_out_as_a_table_gives_no_record() -> None:
    key = table(
        ["R", "Will not be met"], ["A", "At risk, with a plan"], ["G", "Will be met"], ["C", "Complete"]
    )
    report = read_report(
        FORM, heading("Decisions for the board"), para("None"), para("RAG status: what the letters mean"), key
    )
    assert not report.decisions
    assert not report.ratings


def test_a_light_before_a_dimension_rates_it_and_the_words_are_its_comment() -> None:
    def lit(color: str, words: str) -> Paragraph:
        return para(words, figures=(figure(color),))

    report = read_report(
        FORM,
        heading("RAG status"),
        lit(GREEN, "Whole scheme: Satisfactory."),
        lit(AMBER, "Landowners and communities: Traders complain."),
        lit(RED, "Beetles: All gone."),
    )
    assert [(r.label, r.dimension, r.current, r.comment) for r in report.ratings] == [
        ("Whole scheme", "overall", "Green", "Satisfactory."),
        ("Landowners and communities", "stakeholders", "Amber", "Traders complain."),
        ("Beetles", "other", "Red", "All gone."),
    ]


def test_of_a_traffic_lights_lamps_the_lit_one_speaks() -> None:
    dark = "#595959"
    lamps = para("", figures=(figure(dark, "shape"), figure(dark, "shape"), figure(GREEN, "shape")))
    every = para("", figures=(figure(RED, "shape"), figure(AMBER, "shape"), figure(GREEN, "shape")))
    report = read_report(
        FORM, table([head("Area"), head("RAG")], ["Time", cell(lamps)], ["Cost", cell(every)])
    )
    assert [(r.label, r.current) for r in report.ratings] == [("Time", "Green")]


def test_comments_in_a_row_of_their_own_under_the_marks() -> None:
    heads: list[str | Cell] = [head("Overall"), head("Time"), head("Cost")]
    report = read_report(
        FORM, table(heads, ["Green", "Amber", "Green"], ["Fine.", "Two weeks late.", "On budget."])
    )
    assert [(r.current, r.comment) for r in report.ratings] == [
        ("Green", "Fine."), ("Amber", "Two weeks late."), ("Green", "On budget."),
    ]  # fmt: skip


def test_tiles_hold_a_dimension_and_its_rating() -> None:
    tiles: list[str | Cell] = [
        cell("Timescale", "GREEN", fill=GREEN), cell("Budget", "AMBER", fill=AMBER), cell("Ovens", "RED", fill=RED),
    ]  # fmt: skip
    assert rated(table(tiles)) == [
        ("Timescale", "Green", None),
        ("Budget", "Amber", None),
        ("Ovens", "Red", None),
    ]


def test_a_row_of_trends_under_the_marks_is_no_comment() -> None:
    heads: list[str | Cell] = [head("Overall"), head("Time"), head("Cost")]
    report = read_report(
        FORM, table(heads, ["Green", "Amber", "Green"], ["No change", "Worsening", "Improving"])
    )
    assert [(r.current, r.comment) for r in report.ratings] == [
        ("Green", None),
        ("Amber", None),
        ("Green", None),
    ]


def test_an_organisations_own_word_on_a_light_is_read_by_its_fill() -> None:
    report = read_report(
        FORM,
        heading("How are things going?"),
        table(
            ["Are we on time?", cell("Happy", fill=GREEN), "All dates hold."],
            ["Are we on budget?", cell("Help!", fill=RED), "The oven cost more."],
        ),
    )
    assert [(r.dimension, r.current, r.basis) for r in report.ratings] == [
        ("schedule", "Green", "fill"),
        ("cost", "Red", "fill"),
    ]


def test_the_band_of_a_row_is_no_rating() -> None:
    band = "#9CC2E5"
    heads: list[str | Cell] = [head(word) for word in ("Milestone", "Baseline", "Status")]
    row: list[str | Cell] = [
        cell("Kiln lit", fill=band),
        cell("3 May 2012", fill=band),
        cell("On track", fill=band),
    ]
    report = read_report(FORM, heading("Milestones"), table(heads, row))
    assert [(m.rating, m.status) for m in report.milestones] == [(None, "On track")]


def test_periods_in_a_second_row_of_heads() -> None:
    top: list[str | Cell] = [head("Element", down=2), head("Status", across=2), head("Comment", down=2)]
    report = read_report(
        FORM,
        table(
            top,
            [head("Previous"), head("Current")],
            ["Schedule", "Green", "Amber", "Late."],
            ["Cost", "Red", "Green", "Mended."],
        ),
    )
    assert [(r.label, r.current, r.previous) for r in report.ratings] == [
        ("Schedule", "Amber", "Green"),
        ("Cost", "Green", "Red"),
    ]


def test_options_over_their_commentary_in_one_cell() -> None:
    report = read_report(
        FORM,
        table(
            [head("How is the project going overall?"), cell("☐ Green  ☒ Amber  ☐ Red", "A wet month.")],
            [head("Is it on time?"), cell("☒ Green  ☐ Amber  ☐ Red", "About a week ahead.")],
        ),
    )
    assert [(one.dimension, one.current, one.comment) for one in report.ratings] == [
        ("overall", "Amber", "A wet month."),
        ("schedule", "Green", "About a week ahead."),
    ]


def test_a_column_of_ratings_is_known_whatever_its_head() -> None:
    report = read_report(
        FORM,
        "Key: Fair = green; Choppy = yellow; Stormy = red",
        table(
            [head("Element"), head("Weather"), head("Remarks")],
            ["Schedule", "Choppy", "A week late."],
            ["Budget", "Fair", "Within it."],
            ["Quality", "Stormy", "Two leaks."],
        ),
    )
    assert [(one.dimension, one.current, one.comment) for one in report.ratings] == [
        ("schedule", "Amber", "A week late."),
        ("cost", "Green", "Within it."),
        ("quality", "Red", "Two leaks."),
    ]


def test_a_scale_of_the_documents_own_in_lines() -> None:
    report = read_report(
        FORM,
        bold("Our scale"),
        "1 Plain sailing (green)",
        "2 Some swell (amber/green)",
        "3 Reefed (amber/red)",
        "4 Aground (red)",
        table([head(""), head("1 to 4"), head("Why")], ["Time", "3", "Late."], ["Money", "1", "Enough."]),
    )
    assert [(one.dimension, one.current) for one in report.ratings] == [
        ("schedule", "Amber/Red"),
        ("cost", "Green"),
    ]


def test_a_scale_of_letters_is_no_rating() -> None:
    report = read_report(
        FORM,
        table([head("Overall status"), "B"]),
        "Status: A = as planned (green), B = some delay (yellow), C = great delay (red)",
    )
    assert [(one.label, one.current) for one in report.ratings] == [("Overall status", "Amber")]


def test_options_with_typed_boxes_in_cells_of_their_own() -> None:
    shown = rated(
        table(
            ["Overall status:", "☐ Green", "☒ Amber", "☐ Red"], ["Schedule:", "☒ Green", "☐ Amber", "☐ Red"]
        )
    )
    assert shown == [("Overall status", "Amber", None), ("Schedule", "Green", None)]


def test_options_typed_under_a_head_that_no_rule_knows() -> None:
    heads: list[str | Cell] = [head("Aspect"), head("Tick one"), head("Remarks")]
    signs = {"Schedule": "☐☒☐", "Budget": "☐☐☒", "Quality": "☒☐☐"}
    rows: list[list[str | Cell]] = [
        [name, " ".join(map("{} {}".format, row, ("Red", "Amber", "Green"))), ""]
        for name, row in signs.items()
    ]
    assert rated(table(heads, *rows)) == [
        ("Schedule", "Amber", None),
        ("Budget", "Green", None),
        ("Quality", "Red", None),
    ]
