"""Columns and headings that no rule knows: what stands under them tells, and what it cannot tell is told."""

from __future__ import annotations

import pytest

from extractors.document import Block, Cell
from pipeline.model import Report
from pipeline.reading.reckoning import guessed_amounts, is_product, reckoned_amounts
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

UNKNOWN = "Gloaming"
"""A head that no rule will ever know."""
DARK = "#203040"


def register(title: str, heads: list[str], *rows: list[str | Cell]) -> Report:
    return read_report(FORM, heading(title), table([head(word) for word in heads], *rows))


def warned(report: Report, about: str) -> bool:
    return any(finding.severity != "info" and finding.about == about for finding in report.findings)


@pytest.mark.parametrize(
    ("heads", "rows", "budget", "forecast", "variance"),
    [
        (
            ["Line", UNKNOWN, "Spent to date", "Forecast", "Variance"],
            [["Clay", "900", "300", "950", "50"], ["Kiln", "400", "100", "380", "(20)"]],
            [900, 400],
            [950, 380],
            [50, -20],
        ),
        (
            ["Line", "Budget", "Spent to date", UNKNOWN],
            [["Clay", "900", "300", "950"], ["Kiln", "400", "100", "380"]],
            [900, 400],
            [950, 380],
            [None, None],
        ),
        (
            ["Line", "Budget", "Spent to date", "Forecast", UNKNOWN],
            [["Clay", "900", "300", "950", "50"], ["Kiln", "400", "100", "380", "(20)"]],
            [900, 400],
            [950, 380],
            [50, -20],
        ),
        (
            ["Line", "Budget", "Spent to date", UNKNOWN],
            [["Clay", "900", "300", "600"], ["Kiln", "400", "100", "300"]],
            [900, 400],
            [None, None],
            [None, None],
        ),
    ],
    ids=["budget of forecast and variance", "outturn", "variance", "what is left"],
)
def test_amounts_tell_each_other(
    heads: list[str],
    rows: list[list[str | Cell]],
    budget: list[float | None],
    forecast: list[float | None],
    variance: list[float | None],
) -> None:
    lines = register("Finance (£)", heads, *rows).finances
    assert [line.budget for line in lines] == budget
    assert [line.forecast for line in lines] == forecast
    assert [line.variance for line in lines] == variance


def test_an_amount_that_is_only_likely_is_told() -> None:
    report = register(
        "Finance",
        ["Line", UNKNOWN, "Spent to date", "Forecast"],
        ["Clay", "900", "300", "950"],
        ["Kiln", "400", "100", "380"],
    )
    assert [line.budget for line in report.finances] == [900, 400]
    assert warned(report, "finances")


def test_amounts_that_fit_nothing_stay_unread() -> None:
    heads = {0: "text", 1: "budget", 2: "actual"}
    columns = ((None, None), (900.0, 400.0), (300.0, 100.0), (7.0, 2500.0))
    assert reckoned_amounts(heads, columns, frozenset({3})) == {}
    assert guessed_amounts(heads, columns, frozenset({3})) == {}


def test_a_score_is_the_product_of_its_factors() -> None:
    report = register(
        "Risks",
        ["Risk", "Likelihood", "Impact", UNKNOWN],
        ["The kiln may crack", "4", "3", "12"],
        ["Clay may run out", "2", "5", "10"],
    )
    assert [risk.score for risk in report.risks] == ["12", "10"]
    assert not is_product((12.0, 11.0), (4.0, 2.0), (3.0, 5.0))


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["5 May 2021", "9 May 2021"], [("2021-05-05", None), ("2021-05-09", None)]),
        (["5 May 2021", ""], [(None, "2021-05-05"), (None, None)]),
    ],
    ids=["a date in every row is a forecast", "else it is when it happened"],
)
def test_later_dates_of_milestones(cells: list[str], expected: list[tuple[str | None, str | None]]) -> None:
    report = register(
        "Milestones",
        ["Milestone", "Baseline", UNKNOWN],
        ["Kiln lit", "1 May 2021", cells[0]],
        ["Clay dug", "2 May 2021", cells[1]],
    )
    assert [(line.forecast, line.actual) for line in report.milestones] == expected
    assert warned(report, "milestones")


def test_a_word_beside_a_date_says_what_the_date_is() -> None:
    report = register(
        "Milestones",
        ["Milestone", "Baseline", "Latest date", "F or A"],
        ["Kiln lit", "1 May 2021", "5 May 2021", "A"],
        ["Clay dug", "2 May 2021", "9 May 2021", "F"],
    )
    assert [(line.forecast, line.actual) for line in report.milestones] == [
        (None, "2021-05-05"),
        ("2021-05-09", None),
    ]


def test_columns_of_another_band_say_nothing() -> None:
    report = read_report(
        FORM,
        heading("Milestones"),
        table(
            [head("Milestone", across=2), head("Baseline", across=2), head(UNKNOWN, across=2)],
            [cell("Kiln lit", across=2), cell("1 May 2021", across=2), cell("5 May 2021", across=2)],
            [cell("Clay dug", across=2), cell("2 May 2021", across=2), cell("", across=2)],
            [head("FINANCE", across=6)],
            [head("Line"), head("Budget"), head("Spent to date", across=2), head("Forecast", across=2)],
            ["Clay", "900", cell("300", across=2), cell("950", across=2)],
        ),
    )
    assert [line.actual for line in report.milestones] == ["2021-05-05", None]
    assert [line.forecast for line in report.finances] == [950]


def test_a_table_without_records_warns_of_the_records_it_may_hide() -> None:
    report = register("Risks", [UNKNOWN, "Dusk", "Dawn"], ["Often", "So", "No"], ["Never", "So", "Yes"])
    assert not report.risks
    assert warned(report, "risks")


def test_a_dimension_that_no_rule_knows_is_told() -> None:
    report = read_report(FORM, table(["Time", cell(fill=RED)], [UNKNOWN, cell(fill=GREEN)]))
    assert [rating.dimension for rating in report.ratings] == ["schedule", "other"]
    assert "dimension-unknown" in codes(report)


@pytest.mark.parametrize("done_word", ["✔", "Yes"])
@pytest.mark.parametrize("not_done", ["✘", "No"])
def test_ticks_and_answers_are_states(done_word: str, not_done: str) -> None:
    report = read_report(
        FORM,
        heading("Work done this month"),
        table([head("Done?"), head("Task")], [done_word, "Dig the clay"], [not_done, "Light the kiln"]),
        "✔ done   ✘ not done, carried over",
    )
    assert [(kind, text) for kind, _, text in done(report)] == [
        ("completed", "Dig the clay"),
        ("missed", "Light the kiln"),
    ]


def test_a_key_of_own_words_tells_the_lights_beside_it() -> None:
    report = read_report(
        FORM,
        table(
            ["Time", cell("Sunny", fill=GREEN), "The kiln is on its way."],
            [f"{UNKNOWN} and such?", cell("Cloudy", fill=AMBER), "The clay is damp."],
        ),
        "Key:  Sunny = green, no worries   Cloudy = amber, watch it   Stormy = red, help us",
    )
    assert [(rating.current, rating.comment) for rating in report.ratings] == [
        ("Green", "The kiln is on its way."),
        ("Amber", "The clay is damp."),
    ]


def test_a_sentence_beside_a_light_is_its_commentary() -> None:
    report = read_report(FORM, table(["Overall", cell(para("On track.", figures=(figure(GREEN),)))]))
    assert [(rating.current, rating.comment) for rating in report.ratings] == [("Green", "On track.")]


def test_a_prompt_across_a_form_opens_what_it_asks_for() -> None:
    report = read_report(
        FORM,
        table(
            [cell(bold("Part 2: Progress"), fill="#003399")],
            [cell("B1. Please summarise the overall progress (no more than 200 words).", fill="#EEEEEE")],
            ["The kiln stands and the clay is dry."],
            [cell("B2. Please list any decision that you need from the Guild.", fill="#EEEEEE")],
            ["Buy more clay"],
        ),
    )
    assert not report.activities
    assert [decision.text for decision in report.decisions] == ["Buy more clay"]


def test_a_heading_of_which_a_word_is_unknown_is_told_where_paragraphs_follow() -> None:
    report = read_report(
        FORM,
        heading("Work done this month"),
        *bullets("Dug the clay"),
        heading(f"Good news of {UNKNOWN}"),
        "The children have painted the kiln.",
    )
    assert warned(report, "activities")


@pytest.mark.parametrize(
    "form",
    [
        table(["Rural proofing", "Completed"], ["Fire inspection", "Draft with the Guild"]),
        table(
            ["8.1", cell("Has the sponsor approved this report?"), "No"],
            ["8.2", "Is the kiln insured?", "Yes"],
        ),
    ],
    ids=["a state is no heading", "a question's number heads no column"],
)
def test_rows_of_a_form_hold_no_records(form: Block) -> None:
    report = read_report(FORM, heading("Gateways and approvals"), form)
    assert not report.activities
    assert report.reference is None
    assert report.authorised is not True


def test_bands_of_colour_under_heads_are_rows() -> None:
    report = read_report(
        FORM,
        heading("Pots thrown"),
        table(
            [
                cell(bold("Shape"), fill=DARK),
                cell(bold("In scope"), fill=DARK),
                cell(bold("Fired"), fill=DARK),
            ],
            [cell("Bowls", fill="#EEEEEE"), cell("42", fill="#EEEEEE"), cell("10", fill="#EEEEEE")],
            ["Jugs", "8", "2"],
        ),
    )
    assert not report.activities
    assert any("Bowls 42 10" in passage.text for passage in report.unclassified) or report.narrative


@pytest.mark.parametrize(
    ("lines", "percent"),
    [
        (["The kiln is slow. We reckon that we are 55% of the way there."], 55),
        ([para("Works complete (potter's measure): 19%")], 19),
        (
            [
                para(
                    "Progress  0%  100%",
                    figures=(figure(kind="bar", segments=(("#000000", 0.3), ("#EEEEEE", 0.7))),),
                )
            ],
            30,
        ),
    ],
    ids=["of the way", "labelled", "bar in a line"],
)
def test_how_much_is_complete(lines: list[Block | str], percent: float) -> None:
    assert read_report(FORM, heading("Summary"), *lines).percent_complete == percent


def test_where_a_paper_stands_on_the_agenda_is_no_part_of_the_name() -> None:
    assert (
        read_report(bold("Potters' meeting, agenda item 4: Kiln Renewal"), "Month: May 2021").project
        == "Kiln Renewal"
    )


def test_a_board_of_workstreams_may_name_who_leads_them() -> None:
    heads = [head(word) for word in ("Workstream", "Lead", "RAG", "Done this week", "Next week")]
    report = read_report(
        FORM,
        table(
            [*heads],
            [
                "Kiln",
                "Bo Day",
                cell(fill=AMBER),
                cell(*bullets("Laid bricks", "Lit it")),
                cell(*bullets("Sweep")),
            ],
            ["Clay", "Al Low", cell(fill=GREEN), cell(*bullets("Dug a pit")), cell(*bullets("Dry it"))],
        ),
    )
    assert [(kind, stream, text) for kind, stream, text in done(report)] == [
        ("completed", "Kiln", "Laid bricks"),
        ("completed", "Kiln", "Lit it"),
        ("completed", "Clay", "Dug a pit"),
        ("planned", "Kiln", "Sweep"),
        ("planned", "Clay", "Dry it"),
    ]
    assert [(rating.label, rating.current) for rating in report.ratings] == [
        ("Kiln", "Amber"),
        ("Clay", "Green"),
    ]


def test_a_row_that_nobody_filled_in_hides_no_kinds() -> None:
    report = register(
        "Risks and issues",
        ["Risk or issue", UNKNOWN, "What are we doing about it?", "Owner"],
        ["Risk", "The kiln may crack in the first frost", "Fire it slowly", "Bo Day"],
        ["Issue", "The clay has run out at the pit", "Order more", "Al Low"],
        ["Choose an item.", "Click or tap here to enter text.", "", ""],
    )
    assert [(risk.kind, risk.text) for risk in report.risks] == [
        ("risk", "The kiln may crack in the first frost"),
        ("issue", "The clay has run out at the pit"),
    ]


def test_a_remark_that_begins_like_a_rating_is_no_earlier_one() -> None:
    report = read_report(FORM, table(["Overall", "Green", "On track."], ["Time", "Amber", "At risk."]))
    assert [(rating.current, rating.previous, rating.comment) for rating in report.ratings] == [
        ("Green", None, "On track."),
        ("Amber", None, "At risk."),
    ]


def test_what_columns_show_ends_where_another_band_begins() -> None:
    def band(title: str, last: str) -> list[list[str | Cell]]:
        return [[head(title, across=3)], [head("Product"), head("Owner"), head(last)]]

    rows = table(
        *band("Products completed this period", "Approved"),
        ["Survey", "Ann Lee", "8 May 2012"],
        ["Mock-up", "Bo Day", "9 May 2012"],
        *band("Products planned but not completed", "Reason"),
        ["Layout", "Ann Lee", "Late drawings"],
    )
    report = read_report(FORM, rows)
    assert [(work.kind, work.text, work.due) for work in report.activities] == [
        ("completed", "Survey", "2012-05-08"),
        ("completed", "Mock-up", "2012-05-09"),
        ("missed", "Layout", None),
    ]
