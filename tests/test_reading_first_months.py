"""What only some months of a template show: a first report's ratings before, positions in words, forms under heads."""

from __future__ import annotations

import pytest

from extractors.document import Block, Cell
from tests.documents import AMBER, FORM, GREEN, cell, head, heading, para, read_report, table

Row = list[str | Cell]


def _rated(*rows: Row, heads: list[str]) -> list[tuple[str, object, object, object]]:
    report = read_report(FORM, heading("Status"), table([head(words) for words in heads], *rows))
    return [(one.label, one.current, one.previous, one.comment) for one in report.ratings]


def test_n_a_before_all_ratings_says_that_there_was_none() -> None:
    heads = ["Area", "This month", "Last month", "Why"]
    rows: list[Row] = [
        ["Time", "Green", "n/a", "On plan so far."],
        ["Cost", "Amber", "n/a", "Kiln bricks are dear."],
    ]
    assert [(now, then) for _, now, then, _ in _rated(*rows, heads=heads)] == [
        ("Green", None),
        ("Amber", None),
    ]
    rows[1][2] = "Green"
    assert [(now, then) for _, now, then, _ in _rated(*rows, heads=heads)] == [
        ("Green", "Grey"),
        ("Amber", "Green"),
    ]


def test_position_over_sentences_is_commentary() -> None:
    heads = ["Area", "Position", "This month", "Last month"]
    rows: list[Row] = [
        ["Time", "The kiln is built to plan.", "Green", "–"],
        ["Cost", "Bricks have cost more than hoped.", "Amber", "–"],
    ]
    assert _rated(*rows, heads=heads) == [
        ("Time", "Green", None, "The kiln is built to plan."),
        ("Cost", "Amber", None, "Bricks have cost more than hoped."),
    ]


@pytest.mark.parametrize("before", ["First report", "Last month: On plan"])
def test_tiles_say_what_was_before_and_why(before: str) -> None:
    tiles = table(
        [head("Time"), head("Cost"), head("Quality")],
        [*(cell(para("On plan"), fill=GREEN) for _ in range(3))],
        [before] * 3,
        ["On programme.", "Inside the grant.", "Bricks passed."],
    )
    ratings = read_report(FORM, tiles).ratings
    assert [(one.current, one.comment) for one in ratings] == [
        ("Green", "On programme."),
        ("Green", "Inside the grant."),
        ("Green", "Bricks passed."),
    ]
    assert {one.previous for one in ratings} == ({None} if before == "First report" else {"Green"})


def test_a_month_of_dashes_stands_before_the_first_ratings() -> None:
    months = table(
        ["", "Overall", "Time", "Cost"],
        ["January 2025", "–", "–", "–"],
        ["February 2025", "Green", "Amber", "Green"],
    )
    ratings = read_report(FORM, heading("Status"), months).ratings
    assert [(one.label, one.current, one.previous) for one in ratings] == [
        ("Overall", "Green", None),
        ("Time", "Amber", None),
        ("Cost", "Green", None),
    ]


def test_labels_of_a_form_are_no_register() -> None:
    report = read_report(
        heading("The return"),
        table(
            [head("Line"), head("Item"), head("Unit"), head("Entry")],
            ["1.01", "Project name", "text", "Kiln Rebuild"],
            ["1.02", "Project reference", "text", "KR/7"],
            ["1.03", "Project manager", "text", "Ada Loam"],
            ["1.04", "Project start date", "date", "11-Jan-21"],
        ),
    )
    assert (report.project, report.reference, report.manager) == ("Kiln Rebuild", "KR/7", "Ada Loam")
    assert not report.activities


def test_heads_that_are_all_known_outweigh_the_heading_above() -> None:
    heads: Row = [head("Matters of concern"), head("Action in hand"), head("Officer")]
    row: Row = ["Clay may run short", "A second pit is being asked for", "Ada Loam"]
    report = read_report(FORM, heading("Work for next quarter"), table(heads, row))
    assert [(one.text, one.owner) for one in report.risks] == [("Clay may run short", "Ada Loam")]
    assert not report.activities


def test_work_with_owner_and_date_is_no_matrix() -> None:
    heads: Row = [head(words) for words in ("Strand", "Action", "Who", "Target date", "Status")]
    rows: list[Row] = [
        ["Quality", "Test bricks fired", "Ada Loam", "4 Aug 2022", "Completed"],
        ["Scope", "Second kiln agreed", "Ben Marl", "11 Aug 2022", "Completed"],
    ]
    report = read_report(FORM, heading("Actions this month and next"), table(heads, *rows))
    assert [(one.workstream, one.kind, one.owner) for one in report.activities] == [
        ("Quality", "completed", "Ada Loam"),
        ("Scope", "completed", "Ben Marl"),
    ]
    assert not report.ratings


def test_noughts_beside_an_outturn_like_the_budget_are_the_variance_and_told() -> None:
    heads: Row = [
        head(words)
        for words in ("Element", "Contract sum", "Certified to date", "Anticipated final account", "Swing")
    ]
    rows: list[Row] = [
        ["Kiln", "£9,000", "£1,000", "£9,000", "£0"],
        ["Shed", "£4,000", "£500", "£4,000", "£0"],
    ]
    report = read_report(FORM, heading("Cost report"), table(heads, *rows))
    assert [one.variance for one in report.finances] == [0, 0]
    assert any(finding.about == "finances" for finding in report.findings)


def test_one_light_under_all_dates_rates_and_is_told() -> None:
    def row(name: str) -> Row:
        return [name, "Mar-22", cell(para("Apr-22"), fill=GREEN)]

    heads: Row = [head("Milestone"), head("Business case"), head("Now")]
    report = read_report(
        FORM, heading("Key dates"), table(heads, row("Kiln lit"), row("Shed up"), row("Open"))
    )
    assert {one.rating for one in report.milestones} == {"Green"}
    assert "one-light" in {finding.code for finding in report.findings}


@pytest.mark.parametrize("score, told", [("Low", None), ("12", "12")])
def test_words_of_a_colour_are_no_score(score: str, told: str | None) -> None:
    heads: Row = [head(words) for words in ("What is the risk?", "RAG", "What are we doing?", "Owner")]
    rows: list[Row] = [["Clay may run short", cell(para(score), fill=AMBER), "A second pit", "Ada Loam"]]
    risks = read_report(FORM, heading("Risks"), table(heads, *rows)).risks
    assert [(one.rating, one.score) for one in risks] == [("Amber", told)]


def test_fields_of_a_form_name_no_milestone() -> None:
    facts: tuple[Block, ...] = (
        para("Project manager: Ada Loam"),
        para("Started: 3 Oct 2022"),
        para("Planned finish: 29 Nov 2024"),
        para("Issued: 27 Jun 2023"),
    )
    report = read_report(heading("Kiln Rebuild"), *facts)
    assert (report.start_date, report.end_date, report.report_date) == (
        "2022-10-03",
        "2024-11-29",
        "2023-06-27",
    )
    assert not report.milestones


def test_a_decision_beside_its_number_heads_nothing() -> None:
    asked = table(["1.", "Note the staffing position on the moor."], ["2.", ""])
    report = read_report(FORM, heading("Decisions needed"), asked)
    assert [one.text for one in report.decisions] == ["Note the staffing position on the moor."]


def test_what_we_will_do_may_be_shortened() -> None:
    report = read_report(FORM, heading("What we'll do in May"), para("Light the kiln"))
    assert [(one.text, one.kind) for one in report.activities] == [("Light the kiln", "planned")]
