"""Scores of risks beside, under and within their text; and what rates the project over what was done for it."""

from __future__ import annotations

import pytest

from extractors.document import Cell, Run
from pipeline.model import Risk
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
    read,
    read_report,
    table,
)


def scores(risk: Risk) -> tuple[str | None, ...]:
    return (risk.text, risk.likelihood, risk.impact, risk.score, risk.rating)


def test_references_in_bold_over_labelled_lines_are_no_headings() -> None:
    report = read_report(
        FORM, bold("Progress"), *bullets("Kiln swept"), bold("Risks"),
        bold("R01 The kiln may crack"), para("Mitigation: Fire it slowly"), para("Owner: Ann Lee"),
        bold("R02 Clay may run out"), para("Mitigation: Order more"), para("Owner: Bo Day"),
    )  # fmt: skip
    assert [(risk.reference, risk.text, risk.owner) for risk in report.risks] == [
        ("R01", "The kiln may crack", "Ann Lee"),
        ("R02", "Clay may run out", "Bo Day"),
    ]


def test_a_score_on_paint_rates_its_risk() -> None:
    report = read_report(
        FORM, heading("Risks"),
        bold("R1 The kiln may crack"),
        para("Owner: Ann Lee\tLikelihood: 3\tImpact: 4\tScore:\t", Run("12", fill=AMBER)),
    )  # fmt: skip
    assert [scores(risk) for risk in report.risks] == [("The kiln may crack", "3", "4", "12", "Amber")]


def test_a_score_on_a_tile_beside_the_text_and_words_without_colons() -> None:
    tile = figure(RED, "shape", overlaps="16")
    report = read_report(
        FORM, heading("Risks"),
        para("R1 The kiln may crack when it is\t", Run("16 ", fill=RED), "fired in frost", figures=(tile,)),
        para("Response: Fire it slowly"),
        para("Likelihood 4, impact 4"),
    )  # fmt: skip
    [risk] = report.risks
    assert scores(risk) == ("The kiln may crack when it is fired in frost", "4", "4", "16", "Red")
    assert risk.response == "Fire it slowly"


def test_a_number_in_a_risk_is_no_score() -> None:
    report = read_report(FORM, heading("Risks"), *bullets("The kiln may crack after 12 firings"))
    assert [scores(risk) for risk in report.risks] == [
        ("The kiln may crack after 12 firings", None, None, None, None)
    ]


def test_the_overall_rating_of_short_reports_is_no_workstream() -> None:
    def short(name: str, number: str) -> list[object]:
        return [
            heading(f"Short report: {name}"),
            table(
                ["Project", name],
                ["Month", "May 2023"],
                ["Overall RAG", cell("Green", fill=GREEN)],
                ["Done this month", cell(bullet(f"Kiln {number} swept"))],
                ["Next month", cell(bullet(f"Light kiln {number}"))],
            ),
        ]

    reports = read(*short("Pottery", "one"), *short("Glassworks", "two")).reports  # type: ignore[arg-type]
    assert {workstream for report in reports for _, workstream, _ in done(report)} == {None}


def test_what_is_behind_plan_was_missed() -> None:
    report = read_report(
        FORM, heading("Progress"), *bullets("Kiln swept"),
        heading("Behind plan"), *bullets("Light the kiln"),
    )  # fmt: skip
    assert [(kind, text) for kind, _, text in done(report)] == [
        ("completed", "Kiln swept"),
        ("missed", "Light the kiln"),
    ]


def test_an_agenda_item_of_reports_heads_no_work() -> None:
    report = read_report(FORM, bold("Item 6: reports for May 2023"), para("The kiln was swept."))
    assert not report.activities


def test_text_over_a_wide_gap_and_dates_that_were_not_read_are_told() -> None:
    report = read_report(
        FORM, heading("Decisions"), *bullets("Agree that the kiln may cool until the\tThanks to all frost ends."),
        heading("Milestones"), para("Kiln lit\t27 Jun 2023\t10 Jul 2023"),
    )  # fmt: skip
    told = {(finding.code, finding.about) for finding in report.findings if finding.severity == "warning"}
    assert {("text-over-gap", "decisions"), ("dates-left", "milestones")} <= told


def test_a_sum_of_scores_in_a_painted_cell_beside_the_risk() -> None:
    def row(text: str, words: str, fill: str) -> list[str | Cell]:
        return [cell(para(text), para("Mitigation: Fire it slowly")), cell(bold(words), fill=fill)]

    report = read_report(
        FORM, heading("Risks (impact x likelihood)"),
        table(row("The kiln may crack", "4 x 2 = 8", AMBER), row("Clay may run out", "5 x 4 = 20", RED)),
        heading("Decisions"), "Agree the glaze",
    )  # fmt: skip
    assert [scores(risk) for risk in report.risks] == [
        ("The kiln may crack", "2", "4", "8", "Amber"),
        ("Clay may run out", "4", "5", "20", "Red"),
    ]


def test_a_sum_that_is_wrong_is_no_score() -> None:
    report = read_report(FORM, heading("Risks"), "The kiln may crack", para("Owner: Ann Lee"), "4 x 5 = 21")
    assert {risk.score for risk in report.risks} == {None}


@pytest.mark.parametrize(
    "line",
    [
        "Likelihood and impact 1 to 5. Anything over 12 goes to the Corporate Register.",
        "Probability x severity are scored from 1 to 5.",
    ],
)
def test_a_scale_over_the_risks_is_none_of_them(line: str) -> None:
    rows = table([head("Risk"), head("Owner")], ["The kiln may crack", "Ann Lee"])
    report = read_report(FORM, heading("Risks"), line, rows)
    assert [risk.text for risk in report.risks] == ["The kiln may crack"]
    assert "line-beside-table" not in codes(report)


def test_issues_that_a_letter_names() -> None:
    lines = [
        para(Run("Issue A:", bold=True), " Eels in the lock."), para("Response: Net set Owner: Ann Lee"),
        para(Run("Issue B:", bold=True), " The crane is out of use."), para("Response: Hired one Status: Closed"),
    ]  # fmt: skip
    report = read_report(FORM, heading("Risks and issues"), [*lines])
    assert [(risk.kind, risk.reference, risk.text, risk.response) for risk in report.risks] == [
        ("issue", "A", "Eels in the lock.", "Net set"),
        ("issue", "B", "The crane is out of use.", "Hired one"),
    ]
