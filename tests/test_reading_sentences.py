"""Milestones, money and risks that sentences tell; where one sentence ends and the next begins."""

from __future__ import annotations

import pytest

from pipeline.nlp import split_sentences
from tests.documents import FORM, bold, bullet, bullets, done, heading, para, read_report


def test_words_that_end_like_abbreviations_end_sentences() -> None:
    assert split_sentences(
        "We keep to the forecast. Steel has come in at cost. Dr. Lee saw all items. No teams. It rained."
    ) == [
        "We keep to the forecast.",
        "Steel has come in at cost.",
        "Dr. Lee saw all items.",
        "No teams.",
        "It rained.",
    ]


@pytest.mark.parametrize(
    "told",
    [
        [
            "Basin dry: programmed for 16 October 2012, actual 23 October 2012.",
            "Gate hung: the plan said 11 December 2012, and the forecast is 15 January 2013.",
        ],
        [
            "Basin dry was planned for 16 October 2012 and the actual date was 23 October 2012. "
            "Gate hung was programmed for 11 December 2012 and is now forecast for 15 January 2013."
        ],
    ],
    ids=["a line each", "one paragraph"],
)
def test_milestones_in_sentences(told: list[str]) -> None:
    report = read_report(FORM, heading("Key milestones"), *told)
    assert [(item.text, item.baseline, item.forecast, item.actual) for item in report.milestones] == [
        ("Basin dry", "2012-10-16", None, "2012-10-23"),
        ("Gate hung", "2012-12-11", "2013-01-15", None),
    ]


@pytest.mark.parametrize(
    "told",
    [
        [
            "Main works: £1,100,000 has been spent against a budget of £1,900,000, and the forecast is £1,950,000.",
            "Fees: £80,000 has been spent against a budget of £140,000, and the forecast is £135,000.",
        ],
        [
            "Main works have a budget of £1.9m, with £1.1m spent and £1.95m forecast. "
            "Fees have a budget of £140k, with £80k spent and £135k forecast."
        ],
    ],
    ids=["a line each", "one paragraph"],
)
def test_money_in_sentences(told: list[str]) -> None:
    report = read_report(FORM, heading("The money"), *told)
    assert [(item.text, item.budget, item.actual, item.forecast) for item in report.finances] == [
        ("Main works", 1_900_000, 1_100_000, 1_950_000),
        ("Fees", 140_000, 80_000, 135_000),
    ]


def test_a_sentence_that_only_mentions_sums_is_no_budget() -> None:
    report = read_report(
        FORM, heading("The money"), para("The supper made £612 and the raffle £40 for the fund.")
    )
    assert not report.finances


def test_risks_that_name_their_kind_and_number() -> None:
    report = read_report(
        FORM,
        heading("Risks and issues"),
        "Risk R1: The pump fails again. Mitigation: A second one is on hire. Owner: Ann Lee",
        "Issue I1: The lift is out of use. Mitigation: The pit is being tanked. Owner: Bo Reed",
    )
    assert [(risk.kind, risk.reference, risk.text, risk.owner) for risk in report.risks] == [
        ("risk", "R1", "The pump fails again.", "Ann Lee"),
        ("issue", "I1", "The lift is out of use.", "Bo Reed"),
    ]


def test_headings_of_aims_are_the_workstreams_of_what_was_done_for_them() -> None:
    report = read_report(
        FORM,
        heading("Aim 1 – Boats that pass in winter", level=2),
        "This aim is amber. The gate is late.",
        heading("Done in June", level=3),
        bullet("Oak bought."),
        heading("Aim 2 – Eels that reach the lake", level=2),
        "This aim is green. The pass is open.",
        heading("Done in June", level=3),
        bullet("Ladder hung."),
    )
    assert done(report) == [
        ("completed", "Aim 1 – Boats that pass in winter", "Oak bought."),
        ("completed", "Aim 2 – Eels that reach the lake", "Ladder hung."),
    ]


def test_a_request_that_only_leads_to_its_list_opens_no_section() -> None:
    report = read_report(
        FORM,
        heading("Decisions we ask of the Fund"),
        "We should be grateful if the Fund would:",
        bullets("agree to the later date", "allow us to move £9,500 to the platform"),
    )
    assert [decision.text for decision in report.decisions] == [
        "agree to the later date",
        "allow us to move £9,500 to the platform",
    ]


def test_whom_a_mail_greets_is_no_project() -> None:
    report = read_report(
        bold("Dear all"), "Sorry this is a day late.", heading("Done in June"), bullet("Oak bought.")
    )
    assert report.project is None
