"""Reading from outside: RAG matrices and lights however they are laid out, sections and bands of tables."""

from __future__ import annotations

import pytest

from extractors.document import Block, Cell, Run
from tests.documents import (
    AMBER,
    FORM,
    GREEN,
    RED,
    bold,
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


def ratings(*blocks: Block | str) -> list[tuple[str, str | None, str | None]]:
    return [(rating.dimension, rating.current, rating.previous) for rating in read_report(*blocks).ratings]


TWO = [("schedule", "Green", "Amber"), ("cost", "Red", "Green")]


@pytest.mark.parametrize(
    "matrix",
    [
        table(["", "This month", "Last month"], ["Schedule", "Green", "Amber"], ["Cost", "Red", "Green"]),
        table(["Area", "Previous", "Current"], ["Schedule", "A", "G"], ["Cost", "G", "R"]),
        table(["", "Schedule", "Cost"], ["This period", "Green", "Red"], ["Last period", "Amber", "Green"]),
        table(
            ["", "Last month", "This month"],
            ["Schedule", cell(fill=AMBER), cell(fill=GREEN)],
            ["Cost", cell(fill=GREEN), cell(fill=RED)],
        ),
        table(["Schedule", "Green (was Amber)"], ["Cost", "Red (was Green)"]),
    ],
    ids=["down", "previous first", "across", "fills", "was"],
)
def test_a_matrix_is_read_either_way_round(matrix: Block) -> None:
    assert ratings(matrix) == TWO


@pytest.mark.parametrize(
    "blocks",
    [
        (table(["Schedule", "Green", "Cost", "Red"]),),
        (table(["Schedule", "Cost"], [cell(fill=GREEN), cell(fill=RED)]),),
        (table([cell("Schedule", fill=GREEN), cell("Cost", fill=RED)]),),
        ("Schedule: Green", "Cost: Red"),
        (para("Schedule:", figures=(figure(GREEN),)), para("Cost:", figures=(figure(RED),))),
        ("Schedule\tCost", "Green\tRed"),
        (heading("Schedule", 2), "Green – on programme", heading("Cost", 2), "Red – steel is dear"),
    ],
    ids=["one row", "below", "filled labels", "lines", "lights", "tabbed", "headings"],
)
def test_ratings_without_a_period(blocks: tuple[Block | str, ...]) -> None:
    assert ratings(*blocks) == [("schedule", "Green", None), ("cost", "Red", None)]


def test_commentary_beside_a_rating_is_its_comment() -> None:
    report = read_report(table(["Area", "RAG", "Commentary"], ["Cost", "Amber", "Steel is dear"]))
    assert [(rating.label, rating.comment) for rating in report.ratings] == [("Cost", "Steel is dear")]


def test_a_rating_told_again_fills_what_the_first_leaves_open() -> None:
    first = table(["Schedule", "Green"], ["Cost", "Amber"])
    report = read_report(first, heading("Detail"), "Schedule: Green (was Amber) – three weeks recovered")
    assert [(r.label, r.current, r.previous, r.comment) for r in report.ratings] == [
        ("Schedule", "Green", "Amber", "three weeks recovered"),
        ("Cost", "Amber", None, None),
    ]


def test_a_rating_told_otherwise_is_told_and_its_words_are_kept() -> None:
    first = table(["Schedule", "Green"], ["Cost", "Amber"])
    report = read_report(first, heading("Detail"), "Schedule: Red – the piling rig broke")
    schedule = report.ratings[0]
    assert (schedule.label, schedule.current, schedule.comment) == ("Schedule", "Green", None)
    assert "rating-conflict" in codes(report)
    assert "Schedule: Red – the piling rig broke" in [kept.text for kept in report.unclassified]


def test_a_word_and_a_colour_that_disagree_are_told() -> None:
    report = read_report(table(["Schedule", cell("Green", fill=RED)], ["Cost", cell("Green", fill=GREEN)]))
    assert [rating.current for rating in report.ratings] == ["Green", "Green"]
    assert [f.message for f in report.findings if f.code == "rating-colour-differs"] == [
        "The word 'Green' stands on red: the word counts."
    ]


def test_options_without_a_choice_are_told() -> None:
    report = read_report(table(["Overall RAG", "Red / Amber / Green"], ["Cost", "Green"]))
    assert ("overall", "Red") not in [(rating.dimension, rating.current) for rating in report.ratings]
    assert "rating-not-chosen" in codes(report)


def test_the_chosen_option_counts() -> None:
    chosen = cell(para("Red / ", Run("Amber", bold=True), " / Green"))
    assert ratings(table(["Overall RAG", chosen])) == [("overall", "Amber", None)]


def test_a_trend_arrow_says_nothing_of_the_month_before() -> None:
    assert ratings(table(["Area", "RAG", "Trend"], ["Cost", "Amber", "↑"])) == [("cost", "Amber", None)]


def test_a_legend_is_no_rating() -> None:
    assert ratings("R = in trouble, A = watch it, G = fine", table(["Overall", "A"], ["Cost", "G"])) == [
        ("overall", "Amber", None),
        ("cost", "Green", None),
    ]


def test_sections_side_by_side() -> None:
    report = read_report(
        table(
            [head("Achievements this period"), head("Planned next period")],
            [cell(*bullets("Laid the pipes", "Dug the pit")), cell(*bullets("Hang the gate"))],
        )
    )
    assert done(report) == [
        ("completed", None, "Laid the pipes"),
        ("completed", None, "Dug the pit"),
        ("planned", None, "Hang the gate"),
    ]


def test_sections_as_rows_of_a_table() -> None:
    report = read_report(
        table(
            [head("Achievements"), cell(*bullets("Laid the pipes"))],
            [head("Next steps"), cell(*bullets("Hang the gate"))],
            [head("Risks"), cell(*bullets("The river may rise – pumps are on site"))],
        )
    )
    assert done(report) == [("completed", None, "Laid the pipes"), ("planned", None, "Hang the gate")]
    assert [risk.text for risk in report.risks] == ["The river may rise"]


def test_a_heading_row_over_its_section_in_one_table() -> None:
    report = read_report(
        table(
            ["Project", "Weir repair"],
            [head("Achievements this period", across=2)],
            [cell(*bullets("Laid the pipes"), across=2)],
            [head("Planned for next period", across=2)],
            [cell(*bullets("Hang the gate"), across=2)],
        )
    )
    assert report.project == "Weir repair"
    assert done(report) == [("completed", None, "Laid the pipes"), ("planned", None, "Hang the gate")]


def test_workstreams_by_what_each_did_and_will_do() -> None:
    report = read_report(
        table(
            [head("Workstream"), head("Achievements this period"), head("Planned next period")],
            ["Drains", cell(*bullets("Laid the pipes")), cell(*bullets("Test the joints"))],
            ["Towpath", cell(*bullets("Ordered the gravel")), cell(*bullets("Cut the hedge"))],
        )
    )
    assert sorted(done(report)) == [
        ("completed", "Drains", "Laid the pipes"),
        ("completed", "Towpath", "Ordered the gravel"),
        ("planned", "Drains", "Test the joints"),
        ("planned", "Towpath", "Cut the hedge"),
    ]


def test_bands_of_one_table() -> None:
    report = read_report(
        table(
            ["Project", "Weir repair", "Sponsor", "Ola Marsh"],
            [head("Milestone"), head("Baseline"), head("Forecast"), head("RAG")],
            ["Handover", "12/05/2012", "19/05/2012", "A"],
            [head("Risk"), head("Likelihood"), head("Impact"), head("Mitigation")],
            ["The river may rise", "3", "4", "Pumps are on site"],
        )
    )
    assert (report.project, report.sponsor) == ("Weir repair", "Ola Marsh")
    assert [(m.text, m.forecast, m.rating) for m in report.milestones] == [
        ("Handover", "2012-05-19", "Amber")
    ]
    assert [(r.text, r.likelihood, r.response) for r in report.risks] == [
        ("The river may rise", "3", "Pumps are on site")
    ]


def test_a_table_that_no_rule_knows_is_kept_and_told() -> None:
    report = read_report(
        FORM,
        table(
            [head("Bird"), head("Nest"), head("Eggs")], ["Heron", "Old alder by the lock", "three of them"]
        ),
    )
    assert [kept.text for kept in report.unclassified] == ["Heron Old alder by the lock three of them"]
    assert "unknown-table" in codes(report)


def test_a_ringed_option_is_a_rating_and_no_key() -> None:
    options = "Green (fine)\tAmber (at risk)\tRed (in danger)"
    ringed = para(options, figures=(figure(kind="shape", overlaps="Amber (at risk)"),))
    report = read_report(FORM, bold("Project status:"), ringed)
    assert [(rating.dimension, rating.current) for rating in report.ratings] == [("overall", "Amber")]


def test_a_key_with_the_documents_own_words_is_read_before_its_ratings() -> None:
    report = read_report(
        FORM,
        table(["Area", "RAG"], ["Cost", "Fine"], ["Schedule", "Watch it"]),
        para("Key: Red = in trouble, Amber = watch it, Green = fine"),
    )
    assert [(rating.dimension, rating.current) for rating in report.ratings] == [
        ("cost", "Green"),
        ("schedule", "Amber"),
    ]


def test_a_part_beside_its_label_between_white_margins() -> None:
    """A table within a cell that touches its lines, as a PDF shows it."""
    label, margin = head("Issues", down=4), cell("", down=4)
    names = ["ID", "Issue", "Owner"]
    rows = table(
        [head("Progress"), cell("Dug the trench.", across=5)],
        [label, margin, *(head(name) for name in names), margin],
        ["I1", "The clay ran out", "Ann Lee"],
        ["I2", "The kiln is cold", "Bo Day"],
        ["", "", ""],
    )
    report = read_report(FORM, rows)
    assert [(risk.kind, risk.reference, risk.text, risk.owner) for risk in report.risks] == [
        ("issue", "I1", "The clay ran out", "Ann Lee"),
        ("issue", "I2", "The kiln is cold", "Bo Day"),
    ]


@pytest.mark.parametrize("part", ["Status: Open", "Owner: Ann Lee", "Likelihood: High"])
def test_a_part_of_an_issue_in_a_line_of_its_own_heads_nothing(part: str) -> None:
    report = read_report(
        FORM,
        heading("Issues"),
        "Issue A: Eels in the lock.", "Response: Net set", part,
        "Issue B: The crane is out of use.", "Response: Hired one",
    )  # fmt: skip
    assert [(risk.reference, risk.text) for risk in report.risks] == [
        ("A", "Eels in the lock."),
        ("B", "The crane is out of use."),
    ]


@pytest.mark.parametrize(
    ("name", "codes"), [("ID", ["R4.1", "R4.3"]), ("No.", ["R4.1", "R4.2"]), ("Ref", ["4.1", "4.2"])]
)
def test_references_of_parts_within_parts_stay_with_their_risks(name: str, codes: list[str]) -> None:
    heads = [head(word) for word in (name, "Risk", "Impact", "Mitigation")]
    rows: list[list[str | Cell]] = [
        [code, f"The {what} may leak", "High", "Caulk it"]
        for code, what in zip(codes, ("hull", "deck"), strict=True)
    ]
    report = read_report(FORM, heading("Risk register"), table([*heads], *rows))
    assert [risk.reference for risk in report.risks] == codes
