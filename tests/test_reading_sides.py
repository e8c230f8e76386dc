"""Reading from outside: tables on their side, registers beside each other, notes below them, marks after a date."""

from __future__ import annotations

import pytest

from extractors.document import Block, Cell
from tests.documents import (
    AMBER,
    BLUE,
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

OWN = ("Brisk", "Slack")
"""An organisation's own words for green and amber, which only their fills explain."""


def milestones(*blocks: Block | str | list[Block]) -> list[tuple[str, str | None, str | None, str | None]]:
    report = read_report(FORM, *blocks)
    return [(m.text, m.baseline, m.forecast, m.actual) for m in report.milestones]


def heads(*words: str) -> list[str | Cell]:
    return [head(word) for word in words]


def test_milestones_that_are_columns_over_rows_of_their_dates() -> None:
    grid = table(
        heads("Milestone", "Weir drained", "Sluice hung", "Path open"),
        ["At sanction", "4 May 2023", "2 Oct 2023", "1 Mar 2024"],
        ["Current view", "–", "9 Oct 2023", "TBC"],
        ["Achieved", "5 May 2023", "–", "–"],
    )
    assert milestones(grid) == [
        ("Weir drained", "2023-05-04", None, "2023-05-05"),
        ("Sluice hung", "2023-10-02", "2023-10-09", None),
        ("Path open", "2024-03-01", None, None),
    ]


def test_a_row_of_dates_that_no_rule_knows_is_the_baseline_and_that_is_told() -> None:
    grid = table(
        heads("", "Weir drained", "Sluice hung"),
        ["As chalked up", "4 May 2023", "2 Oct 2023"],
        ["Forecast", "9 May 2023", "9 Oct 2023"],
    )
    report = read_report(FORM, heading("Milestones"), grid)
    assert [(m.baseline, m.forecast) for m in report.milestones] == [
        ("2023-05-04", "2023-05-09"),
        ("2023-10-02", "2023-10-09"),
    ]
    assert "guessed-column" in codes(report)


def test_rows_of_a_form_with_two_values_are_no_milestones() -> None:
    grid = table(["", "Start date", "End date"], ["Baseline", "1 May 2023", "1 May 2024"], ["Actual", "", ""])
    assert milestones(grid) == []


@pytest.mark.parametrize("gap", [True, False], ids=["gap", "no gap"])
def test_two_registers_beside_each_other_under_titles_of_their_own(gap: bool) -> None:
    between: list[str | Cell] = [""] if gap else []
    grid = table(
        [head("Key milestones", across=3), *between, head("Top risks", across=3)],
        [*heads("Milestone", "Plan", "Forecast"), *between, *heads("Description", "Mitigation", "Owner")],
        ["Kiln lit", "May 2024", "June 2024", *between, "Clay is dear", "Buy early", "A Potter"],
        ["Shop open", "July 2024", "July 2024", *between, "", "", ""],
    )
    report = read_report(FORM, grid)
    assert [(m.text, m.baseline, m.forecast, m.status) for m in report.milestones] == [
        ("Kiln lit", "2024-05", "2024-06", None),
        ("Shop open", "2024-07", "2024-07", None),
    ]
    assert [(r.text, r.response, r.owner) for r in report.risks] == [
        ("Clay is dear", "Buy early", "A Potter")
    ]


def test_heads_in_two_rows_stay_one_table() -> None:
    grid = table(
        [head("Milestone", across=2), head("Dates", across=2)],
        heads("No.", "Milestone", "Baseline", "Forecast"),
        ["1", "Kiln lit", "May 2024", "June 2024"],
    )
    assert milestones(grid) == [("Kiln lit", "2024-05", "2024-06", None)]


def test_a_row_whose_cells_each_tell_the_month_before() -> None:
    grid = table(
        ["Overall", "Time", "Cost"],
        [cell(OWN[1], fill=AMBER), cell("Green", fill=GREEN), cell("Red", fill=RED)],
        ["Last month: Green", "Last month: Amber", "Last month: Red"],
        ["The kiln is late.", "Two days lost.", "Clay is dear."],
    )
    assert [(r.current, r.previous, r.comment) for r in read_report(FORM, grid).ratings] == [
        ("Amber", "Green", "The kiln is late."),
        ("Green", "Amber", "Two days lost."),
        ("Red", "Red", "Clay is dear."),
    ]


def test_own_words_on_lights_under_heads_of_two_periods_and_a_trend() -> None:
    grid = table(
        heads("Indicator", "This period", "Last period", "Trend", "Commentary"),
        ["Time", cell(OWN[1], fill=AMBER), cell(OWN[0], fill=GREEN), "Worsening", "Two weeks lost."],
        ["Cost", cell(OWN[0], fill=GREEN), cell(OWN[1], fill=AMBER), "Improving", "Tender came in low."],
    )
    assert [(r.current, r.previous, r.comment) for r in read_report(FORM, grid).ratings] == [
        ("Amber", "Green", "Two weeks lost."),
        ("Green", "Amber", "Tender came in low."),
    ]


@pytest.mark.parametrize(
    ("labels", "dimensions"),
    [(("Commercial", "Time"), ["cost", "schedule"]), (("Commercial", "Cost"), ["other", "cost"])],
)
def test_commercial_is_the_cost_where_no_other_label_is(
    labels: tuple[str, str], dimensions: list[str]
) -> None:
    report = read_report(FORM, table(heads("Area", "RAG"), [labels[0], "Green"], [labels[1], "Amber"]))
    assert [rating.dimension for rating in report.ratings] == dimensions
    assert ("dimension-guessed" in codes(report)) == (dimensions[0] == "cost")


def test_the_names_of_workstreams_are_no_dimensions() -> None:
    grid = table(
        heads("Workstream", "Last month", "This month"), ["Glaze and people", "G", "A"], ["Kiln", "A", "G"]
    )
    assert [rating.dimension for rating in read_report(FORM, grid).ratings] == ["other", "other"]


@pytest.mark.parametrize(
    ("explained", "dates"),
    [
        ("Key dates ((A) = achieved)", (None, "2024-07-10")),
        ("Key dates", (None, "2024-07-10")),
        ("Key dates ((A) = approximate)", (None, None)),
    ],
)
def test_a_mark_after_a_date_says_that_it_is_past(
    explained: str, dates: tuple[str | None, str | None]
) -> None:
    grid = table(heads("Gateway", "Baseline", "Now"), ["Kiln lit", "31/05/24", "10/07/24 (A)"])
    assert milestones(bold(explained), grid) == [("Kiln lit", "2024-05-31", *dates)]


def test_what_the_last_report_said_is_no_forecast() -> None:
    grid = table(
        heads("Milestone", "Approved baseline", "Forecast at last return", "Forecast now"),
        ["Kiln lit", "31/05/24", "10/07/24", "12/08/24"],
    )
    report = read_report(FORM, grid)
    assert [(m.baseline, m.forecast) for m in report.milestones] == [("2024-05-31", "2024-08-12")]
    assert "unread-column" not in codes(report)


def test_a_sentence_below_a_register_of_risks_is_a_note_that_is_told() -> None:
    grid = table(heads("Issue", "Action", "Owner"), ["The kiln is cold", "Relit", "A Potter"])
    report = read_report(FORM, heading("Issues"), grid, "Closed issues leave this list after a month.")
    assert [risk.text for risk in report.risks] == ["The kiln is cold"]
    assert "line-beside-table" in codes(report)


def test_a_labelled_line_below_a_register_is_a_record() -> None:
    grid = table(heads("Risk", "Mitigation", "Owner"), ["Clay is dear", "Buy early", "A Potter"])
    below = ("Issue: The kiln is cold.", "Action: Relit by hand", "Owner: B Potter")
    report = read_report(FORM, heading("Risks and issues"), grid, *below)
    assert {(risk.text, risk.response) for risk in report.risks} == {
        ("Clay is dear", "Buy early"),
        ("The kiln is cold.", "Relit by hand"),
    }


def test_a_column_of_references_describes_nothing() -> None:
    grid = table(
        heads("Item", "Description", "P", "I", "Control"),
        ["R01", "Clay is dear", "H", "L", "Buy early and from both of the pits"],
    )
    (risk,) = read_report(FORM, heading("Risks"), grid).risks
    assert (risk.reference, risk.text) == ("R01", "Clay is dear")


def test_a_row_of_a_workstream_and_its_lines_in_a_banded_table() -> None:
    grid = table(
        [cell(bold("Work for next period, by strand"), fill=BLUE, across=2)],
        [head("Glaze"), cell(*bullets("Mix the blue", "Test it on tiles"))],
        [head("People"), cell(*bullets("Hire a thrower", "Train the apprentice"))],
        [cell(bold("Risks"), fill=BLUE, across=2)],
    )
    assert done(read_report(FORM, grid)) == [
        ("planned", "Glaze", "Mix the blue"),
        ("planned", "Glaze", "Test it on tiles"),
        ("planned", "People", "Hire a thrower"),
        ("planned", "People", "Train the apprentice"),
    ]


def test_groups_of_a_register_may_be_named_like_sections_of_prose() -> None:
    grid = table(
        heads("Task", "Lead", "Target"),
        [cell(bold("People"), fill=BLUE, across=3)],
        ["Hire a thrower", "A Potter", "3 May 2024"],
        [cell(bold("Quality"), fill=BLUE, across=3)],
        ["Test the glaze", "B Potter", "4 May 2024"],
    )
    assert done(read_report(FORM, heading("Work next month"), grid)) == [
        ("planned", "People", "Hire a thrower"),
        ("planned", "Quality", "Test the glaze"),
    ]


def test_work_packages_keep_their_tables_and_their_leads() -> None:
    blocks: list[Block | str] = []
    for name, lead in (("Kiln", "Ann Potter"), ("Shop", "Bob Potter")):
        blocks += [
            heading(name, 2),
            f"Workstream lead: {lead}",
            bold("Done in May"),
            *bullets(f"{name} swept"),
        ]
        blocks += [bold("Coming up in June"), table(heads("Task", "Who"), [f"{name} painted", "C Potter"])]
    report = read_report(FORM, heading("Workstreams"), *blocks)
    assert done(report) == [
        ("completed", "Kiln", "Kiln swept"),
        ("planned", "Kiln", "Kiln painted"),
        ("completed", "Shop", "Shop swept"),
        ("planned", "Shop", "Shop painted"),
    ]
    assert report.manager is None
    told = [passage.text for passage in report.narrative]
    assert "Workstream lead: Bob Potter" in told


def test_a_bare_percentage_is_a_field_whatever_its_label_could_head() -> None:
    form = table(
        ["Project", "Weir repair"], ["Planned progress", "28%"], ["Progress to date", "25% complete"]
    )
    report = read_report(form)
    assert report.activities == ()
    assert (report.metadata["Planned progress"], report.percent_complete) == ("28%", 25)


def test_the_title_says_which_label_names_the_project() -> None:
    form = table(heads("Workstream", "Programme", "SRO"), ["Kiln Renewal", "Pottery Works", "A Potter"])
    report = read_report(para("Workstream Highlight Report", size=20), form)
    assert (report.project, report.programme) == ("Kiln Renewal", "Pottery Works")


@pytest.mark.parametrize(("ticked", "authorised"), [(0, True), (1, False), (None, None)])
def test_answers_that_are_printed_beside_boxes(ticked: int | None, authorised: bool | None) -> None:
    options = ("Agreed", "Not yet agreed")
    boxes = tuple(
        figure(kind="checkbox", text=option, checked=index == ticked) for index, option in enumerate(options)
    )
    form = table(
        ["Project", "Weir repair"],
        ["Executive's agreement to issue", cell(para("Agreed   Not yet agreed", figures=boxes))],
    )
    assert read_report(form).authorised is authorised


def test_a_sentence_that_nothing_is_asked_opens_no_section() -> None:
    report = read_report(
        FORM,
        heading("Asks of the board", 2),
        bold("No asks this month."),
        heading("Clearance", 2),
        "Finance partner: A Potter",
    )
    assert report.decisions == ()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("All works programmed for the month were completed.", []),
        ("All works programmed for the month were completed except the weir.", ["missed"]),
    ],
)
def test_work_not_done_says_that_there_is_none(text: str, kinds: list[str]) -> None:
    report = read_report(FORM, heading("Works programmed but not completed"), text)
    assert [activity.kind for activity in report.activities] == kinds


def test_a_register_of_issues_headed_in_plain_words_is_no_board() -> None:
    grid = table(
        heads("Ref", "What has happened", "What we are doing", "Owner"),
        ["I01", "The kiln is cold", "Relit by hand", "A Potter"],
    )
    report = read_report(FORM, heading("Issues"), grid)
    assert [(risk.reference, risk.text, risk.owner) for risk in report.risks] == [
        ("I01", "The kiln is cold", "A Potter")
    ]
    assert report.activities == ()
