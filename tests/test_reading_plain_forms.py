"""Forms and sheets in people's own words: ticked states, lists that count, teams that do the work, lights as levels."""

from __future__ import annotations

import pytest

from extractors.document import Cell, Table
from tests.documents import (
    FORM,
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


def form(*pairs: tuple[str, str]) -> Table:
    """A form of labels and values."""
    rows: list[list[str | Cell]] = [[head(label), value] for label, value in pairs]
    return table(*rows)


def ticked(name: str, chosen: str, *states: str) -> list[str | Cell]:
    cells: list[str | Cell] = [name]
    for state in states:
        cells += [cell(figure(kind="checkbox", checked=state == chosen)), state]
    return cells


STATES = ("Reached", "In sight", "Put back", "Too early")


def test_milestones_stand_beside_the_states_that_they_may_have() -> None:
    report = read_report(
        FORM,
        heading("Milestones in our funding agreement"),
        table(ticked("Weir bought", "Reached", *STATES), ticked("Eels counted", "Too early", *STATES)),
    )
    assert [(each.text, each.status) for each in report.milestones] == [
        ("Weir bought", "Reached"),
        ("Eels counted", "Too early"),
    ]


def test_states_of_which_none_is_ticked_are_told() -> None:
    report = read_report(
        FORM,
        heading("Milestones"),
        table(ticked("Weir bought", "", *STATES), ticked("Eels counted", "", *STATES)),
    )
    assert not report.milestones
    assert any(found.about == "milestones" and found.severity == "warning" for found in report.findings)


def test_rows_that_count_on_are_a_list_and_head_nothing() -> None:
    report = read_report(
        FORM,
        table(
            [cell(bold("Decisions wanted of the Board"), fill="#B4C7D6", across=2)],
            ["1", "Agree to hire the second dredger"],
            ["2", "Note the change of date for the lock"],
        ),
    )
    assert [each.text for each in report.decisions] == [
        "Agree to hire the second dredger",
        "Note the change of date for the lock",
    ]


@pytest.mark.parametrize("words", ["Team", "Dept"])
def test_a_team_does_the_work_where_nobody_else_does_and_that_is_told(words: str) -> None:
    report = read_report(
        FORM,
        heading("Next steps"),
        table([head("What"), head(words), head("When")], ["Dredge the pond", "Rivers", "4 May 2024"]),
    )
    assert [(each.owner, each.workstream) for each in report.activities] == [("Rivers", None)]
    assert "doer-or-part" in codes(report)


def test_a_team_beside_an_owner_is_the_part_of_the_work() -> None:
    report = read_report(
        FORM,
        heading("Next steps"),
        table([head("What"), head("Team"), head("Owner")], ["Dredge the pond", "Rivers", "Ada Lovell"]),
    )
    assert [(each.owner, each.workstream) for each in report.activities] == [("Ada Lovell", "Rivers")]
    assert "doer-or-part" not in codes(report)


@pytest.mark.parametrize("words", ["Level", "Status"])
@pytest.mark.parametrize("shown", ["Amber", ""])
def test_nothing_but_lights_under_a_level_or_a_status_rates_risks(words: str, shown: str) -> None:
    report = read_report(
        FORM,
        heading("Risks"),
        table(
            [head("Risk"), head("Our answer"), head("Whose"), head(words)],
            ["The bank slips", "Piles", "Ada Lovell", cell(shown, fill="#FFC000")],
            ["Otters leave", "Holts", "Ben Marsh", cell(shown, fill="#FFC000")],
        ),
    )
    assert [(each.rating, each.score, each.status, each.owner) for each in report.risks] == [
        ("Amber", None, None, "Ada Lovell"),
        ("Amber", None, None, "Ben Marsh"),
    ]


def test_exposure_over_sentences_is_the_risk() -> None:
    report = read_report(
        FORM,
        heading("Risk watch"),
        table(
            [head("Exposure"), head("Mitigation"), head("Dept lead"), head("RAG")],
            ["The sluice jams before the first flood", "Spare gate", "Works", cell("R", fill="#E02020")],
            ["The supplier of the wheel is late", "Hire one", "Buyer", cell("A", fill="#FFC000")],
        ),
    )
    assert [(each.text, each.owner, each.rating) for each in report.risks] == [
        ("The sluice jams before the first flood", "Works", "Red"),
        ("The supplier of the wheel is late", "Buyer", "Amber"),
    ]


def test_paint_of_no_column_beside_risks_without_a_rating_is_told() -> None:
    report = read_report(
        FORM,
        heading("Risks"),
        table(
            [head("Risk"), head("Mitigation"), head("Likelihood"), head("Quibble")],
            ["The bank slips", "Piles", "4", cell("", fill="#E02020")],
            ["Otters leave", "Holts", "2", cell("", fill="#E02020")],
        ),
    )
    assert all(each.rating for each in report.risks) or "paint-not-read" in codes(report)


def test_a_fund_stands_for_the_programme_that_nothing_names() -> None:
    told = read_report(
        form(("Project", "Eel pass"), ("Fund", "Living Rivers"), ("Report date", "4 May 2024"))
    )
    assert told.programme == "Living Rivers"
    assert "programme-guessed" in codes(told)
    named = read_report(
        form(
            ("Project", "Eel pass"), ("Fund", "Living Rivers"), ("Programme", "Fens"), ("Date", "4 May 2024")
        )
    )
    assert (named.programme, named.metadata["Fund"]) == ("Fens", "Living Rivers")


@pytest.mark.parametrize(("label", "value"), [("Block", "North fen"), ("Money from", "Living Rivers Fund")])
def test_what_may_name_the_programme_is_told(label: str, value: str) -> None:
    report = read_report(form(("Project", "Eel pass"), (label, value), ("Report date", "4 May 2024")))
    assert report.programme is None
    assert any(found.about == "programme" and found.severity == "warning" for found in report.findings)


def test_a_label_with_a_headings_words_is_the_forms() -> None:
    report = read_report(
        form(("Project", "Eel pass"), ("Paid for by", "The Mill Trust"), ("Date", "4 May 2024"))
    )
    assert report.metadata == {"Paid for by": "The Mill Trust"}


def test_a_sentence_of_the_month_and_one_of_the_day() -> None:
    report = read_report(heading("Eel pass"), para("Update for March 2024. Posted 9 April 2024."))
    assert (report.period, report.report_date) == ("2024-03", "2024-04-09")


@pytest.mark.parametrize(
    "title",
    ["Eel pass – May 2024 update", "Eel pass: May 2024 board report", "Eel pass (May 2024 highlight report)"],
)
def test_the_month_may_stand_before_the_kind_of_the_report(title: str) -> None:
    report = read_report(
        heading(title), para("All is well at the weir, and the eels are coming up the river.")
    )
    assert (report.project, report.period) == ("Eel pass", "2024-05")


@pytest.mark.parametrize(
    "heads",
    [
        ("Sanction", "Spent up to month end", "Latest best estimate"),
        ("Grant awarded for year 2", "Paid to the end of the quarter", "Current view of final cost"),
    ],
)
def test_money_by_the_words_of_those_who_watch_it(heads: tuple[str, str, str]) -> None:
    report = read_report(
        FORM,
        heading("Money (£)"),
        table(
            [head("Line"), *map(head, heads)], ["Wheel", "900", "400", "950"], ["Race", "500", "100", "450"]
        ),
    )
    assert [(each.budget, each.actual, each.forecast) for each in report.finances] == [
        (900, 400, 950),
        (500, 100, 450),
    ]


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("March 2024 and, since nobody met, all that came before 6 April 2024", True),
        ("1 March 2024 to 31 March 2024", False),
        ("From 1 March 2024 up to and including 31 March 2024", False),
        ("1 March 2024 - 31 March 2024", False),
        ("March 2024", False),
    ],
)
def test_a_period_that_gives_two_dates_and_no_span_is_told(value: str, told: bool) -> None:
    report = read_report(form(("Project", "Eel pass"), ("Reporting period", value), ("Date", "9 April 2024")))
    assert ("period-of-two-dates" in codes(report)) == told
