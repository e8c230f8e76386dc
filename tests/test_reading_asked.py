"""Reports that answer questions: ratings under questions, dates and shares that say themselves what they are."""

from __future__ import annotations

import pytest

from extractors.document import Block, Cell, Paragraph, Place, Run
from tests.documents import (
    AMBER,
    FORM,
    GREEN,
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


def question(text: str, styled: bool) -> Block:
    return heading(text, 3) if styled else bold(text)


def answer(word: str, then: str, why: str, lit: bool) -> Paragraph:
    colour = {"Amber": AMBER, "Green": GREEN}[word]
    return Paragraph(
        (Run(f"{word} ({then}). {why}"),), Place(path="body"), figures=(figure(colour),) if lit else ()
    )


@pytest.mark.parametrize("styled", [True, False], ids=["headings", "bold"])
@pytest.mark.parametrize("lit", [True, False], ids=["lights", "words alone"])
@pytest.mark.parametrize("then", ["last update: {}", "was {}", "{} last time", "last review: {}"])
def test_questions_over_their_ratings(styled: bool, lit: bool, then: str) -> None:
    rows = [
        ("Are the works happening when we said they would?", "Amber", "Green", "The oak came late."),
        ("Are we spending what we planned?", "Green", "Green", "Within the grant."),
        ("Do we have the right people?", "Green", "Amber", "Two ringers came back."),
        ("Are outcomes being achieved?", "Amber", "Amber", "Fewer visits than hoped."),
    ]
    report = read_report(
        FORM,
        heading("How we judge ourselves", 2),
        [
            block
            for label, now, before, why in rows
            for block in (question(label, styled), answer(now, then.format(before), why, lit))
        ],
        heading("What we have done", 2),
        bullets("Hung the tenor"),
    )
    assert [(item.label, item.current, item.previous, item.comment) for item in report.ratings] == rows
    assert [item.dimension for item in report.ratings] == ["schedule", "cost", "resources", "benefits"]
    assert done(report) == [("completed", None, "Hung the tenor")]


def test_a_heading_with_more_below_its_colour_is_a_section() -> None:
    report = read_report(
        FORM,
        heading("Work done", 2),
        para("Green. The nave is dry."),
        para("The gutters were relined."),
        heading("Work planned", 2),
        para("Amber. The tower waits for lime."),
        para("The louvres come in May."),
    )
    assert {text for _, _, text in done(report)} >= {"The gutters were relined.", "The louvres come in May."}


@pytest.mark.parametrize(
    ("words", "actual", "forecast"),
    [
        ("Achieved 30th January 2012", "2012-01-30", None),
        ("Completed 4 May 2012", "2012-05-04", None),
        ("Expected May 2012", None, "2012-05"),
        ("Now expected: 9 June 2012", None, "2012-06-09"),
    ],
)
@pytest.mark.parametrize("label", ["Where it has got to", "Expected"])
def test_a_date_says_before_itself_what_it_is(
    label: str, words: str, actual: str | None, forecast: str | None
) -> None:
    report = read_report(
        FORM,
        heading("Milestones"),
        table(
            [head("Milestone"), head("In our application"), head(label)],
            ["Frame repaired", "March 2012", words],
            ["Bells rehung", "July 2012", "Expected July 2012"],
        ),
    )
    first, second = report.milestones
    assert (first.baseline, first.forecast, first.actual) == ("2012-03", forecast, actual)
    assert (second.baseline, second.forecast, second.actual) == ("2012-07", "2012-07", None)


def test_a_state_may_tell_the_day() -> None:
    report = read_report(
        FORM,
        heading("Milestones"),
        table(
            [head("Milestone"), head("Planned"), head("Status")],
            ["Frame repaired", "March 2012", "Achieved 3 April 2012"],
            ["Bells rehung", "July 2012", "Expected August 2012"],
            ["Ringers trained", "9 August 2012", "On track"],
        ),
    )
    assert [(item.forecast, item.actual, item.status) for item in report.milestones] == [
        (None, "2012-04-03", "Achieved 3 April 2012"),
        ("2012-08", None, "Expected August 2012"),
        (None, None, "On track"),
    ]


@pytest.mark.parametrize(
    ("value", "percent"),
    [
        ("planned 40%, actual 35%", 35),
        ("40% planned / 35% actual", 35),
        ("35% against 40% planned", 35),
        ("actual 35% (target 40%)", 35),
        ("last month 30%, this month 35%", 35),
        ("nave 40%, tower 35%", None),
    ],
)
def test_the_share_that_is_reached(value: str, percent: int | None) -> None:
    report = read_report(FORM, heading("Summary"), para(f"Overall progress: {value}"))
    assert report.percent_complete == percent
    assert ("percent-not-read" in codes(report)) == (percent is None)


def test_an_answer_in_a_card_may_be_the_name_of_a_column() -> None:
    rows = [("Risk", "The bell frame may be rotten"), ("How likely", "likely"), ("How serious", "severe"),
            ("What we are doing", "A carpenter opens it in May"), ("Who", "Orla Finn")]  # fmt: skip
    body: list[list[str | Cell]] = [[head(label), value] for label, value in rows]
    report = read_report(FORM, heading("What could go wrong"), table(*body))
    (risk,) = report.risks
    assert (risk.text, risk.likelihood, risk.impact) == ("The bell frame may be rotten", "likely", "severe")
    assert (risk.response, risk.owner) == ("A carpenter opens it in May", "Orla Finn")
    assert done(report) == []


def test_codes_in_the_first_column_are_the_references_of_risks() -> None:
    report = read_report(
        FORM,
        heading("Risks"),
        table(
            [head("Slip"), head("Risk"), head("Mitigation"), head("Owner")],
            ["BT07", "The crane may be called away", "A second one is on call", "Jo Hale"],
            ["BT11", "Swifts may nest early", "Mitigate: boxes on the north wall", "Jo Hale"],
        ),
    )
    assert [risk.reference for risk in report.risks] == ["BT07", "BT11"]
    assert report.risks[1].response == "Mitigate: boxes on the north wall"


def test_last_update_over_a_rating_is_the_rating_before() -> None:
    report = read_report(
        bold("Bell frame repair"), bold("Overall status: Amber"), para("Last update: Green"), FORM
    )
    (rating,) = report.ratings
    assert (rating.current, rating.previous) == ("Amber", "Green")
    assert report.report_date == "2011-12-07"
    assert "date-not-read" not in codes(report)


def test_a_heading_right_over_ratings_ends_the_activities() -> None:
    report = read_report(
        FORM,
        para(Run("Planned for next month. ", bold=True), Run("Hang the treble and grease the wheels.")),
        bold("Health check."),
        table(
            [head("Area"), head("RAG"), head("Remarks")],
            ["Time", cell("Amber", fill=AMBER), "The oak came late."],
            ["Cost", cell("Green", fill=GREEN), "Within the grant."],
        ),
    )
    assert done(report) == [("planned", None, "Hang the treble and grease the wheels.")]
    assert [rating.current for rating in report.ratings] == ["Amber", "Green"]


def test_what_stands_across_a_budgets_heads_is_the_unit_of_its_rows() -> None:
    report = read_report(
        FORM,
        table(
            [head("Money (£000)", across=3)],
            [head("Head"), head("Approved"), head("Paid to date")],
            ["Bell founder", "120", "35"],
            ["Carpenter", "48", "12"],
        ),
    )
    assert [(line.budget, line.actual, line.currency) for line in report.finances] == [
        (120000, 35000, "GBP"),
        (48000, 12000, "GBP"),
    ]


@pytest.mark.parametrize("number", ["W-20417", "BT20417"])
def test_a_banner_of_name_number_and_title(number: str) -> None:
    def dressed(words: str) -> Cell:
        return cell(bold(words), fill="#003B5C")

    report = read_report(
        table(
            [dressed("Bell Frame Repair"), dressed(f"Scheme {number}"), dressed("Monthly Highlight Report")]
        ),
        para("Project manager: Orla Finn"),
    )
    assert (report.project, report.reference) == ("Bell Frame Repair", number)


def test_our_ref_may_be_the_letters() -> None:
    report = read_report(para("Our ref: BT 24/06"), FORM)
    assert report.reference is None
    assert ("field-perhaps", "reference") in {(found.code, found.about) for found in report.findings}


@pytest.mark.parametrize("nothing", ["None outstanding", "None", "N/A"])
def test_a_register_of_two_heads_that_says_that_there_is_nothing(nothing: str) -> None:
    report = read_report(
        FORM,
        heading("Decisions awaited"),
        table([head("Decision"), head("Needed by")], [nothing, ""]),
        heading("Risks"),
        table([head("Risk"), head("Mitigation")], [nothing, ""]),
    )
    assert (report.decisions, report.risks, report.activities) == ((), (), ())
