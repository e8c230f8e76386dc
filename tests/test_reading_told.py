"""What a report prints and nobody can know the meaning of: left out of the records, and told."""

from __future__ import annotations

import pytest

from extractors.document import Block, Cell, Run, Table
from pipeline.model import Finding, Report
from tests.documents import (
    AMBER,
    FORM,
    GREEN,
    bullet,
    bullets,
    cell,
    done,
    figure,
    head,
    heading,
    para,
    read_report,
    table,
    underlined,
)


def told(report: Report, code: str) -> list[Finding]:
    return [finding for finding in report.findings if finding.code == code]


def light(value: str, word: bool = True) -> Cell:
    return cell(value if word else "", fill={"Amber": AMBER, "Green": GREEN}[value])


def lights(second: str, *, words: bool = True, remark: bool = False) -> Table:
    """Three dimensions with two columns of lights, the second under a head of its own."""
    rows = [("Time", "Amber", "Green"), ("Cost", "Green", "Green"), ("Scope", "Green", "Amber")]
    body: list[list[str | Cell]] = [[head("Area"), head("RAG"), head(second)]]
    body += [[name, light(one, words), light(two, words)] for name, one, two in rows]
    if remark:
        body = [[*row, "The eels came late this year."] for row in body]
        body[0][-1] = head("Remarks")
    return table(*body)


@pytest.mark.parametrize("words", [True, False], ids=["words", "fills alone"])
@pytest.mark.parametrize("remark", [True, False], ids=["remarks", "none"])
def test_a_second_column_of_lights_under_an_unknown_head_is_told(words: bool, remark: bool) -> None:
    report = read_report(FORM, lights("Warden", words=words, remark=remark))
    assert [(rating.current, rating.previous) for rating in report.ratings] == [
        ("Amber", None),
        ("Green", None),
        ("Green", None),
    ]
    (finding,) = told(report, "unread-ratings")
    assert (finding.severity, finding.about) == ("warning", "ratings")
    assert "'Warden'" in finding.message
    assert "Time Green, Cost Green, Scope Amber" in finding.message


@pytest.mark.parametrize(
    "known", ["Last month", "Next month", "Direction of travel", "Outlook for June", "Jan"]
)
def test_a_second_column_of_lights_under_a_known_head_is_not_told(known: str) -> None:
    assert not told(read_report(FORM, lights(known)), "unread-ratings")


def test_the_same_rating_in_a_second_column_is_not_told() -> None:
    twice = table(
        [head("Area"), head("RAG"), head("Status")],
        ["Time", light("Amber"), "Amber"],
        ["Cost", light("Green"), "Green"],
    )
    assert not told(read_report(FORM, twice), "unread-ratings")


@pytest.mark.parametrize("words", [True, False], ids=["words", "fills alone"])
def test_a_second_light_without_any_head_is_neither_now_nor_then(words: bool) -> None:
    report = read_report(
        FORM,
        table(
            ["Time", light("Amber", words), light("Green", words)],
            ["Cost", light("Green", words), light("Amber", words)],
        ),
    )
    assert [(rating.current, rating.previous) for rating in report.ratings] == [
        ("Amber", None),
        ("Green", None),
    ]
    assert told(report, "unread-ratings")


def test_a_second_mark_that_says_itself_that_it_is_past_is_previous() -> None:
    report = read_report(FORM, table(["Time", "Amber", "was Green"], ["Cost", "Green", "was Amber"]))
    assert [rating.previous for rating in report.ratings] == ["Green", "Amber"]
    assert not told(report, "unread-ratings")


def test_a_row_of_lights_under_the_dimensions_that_is_neither_now_nor_then_is_told() -> None:
    report = read_report(
        FORM,
        table(
            [head(""), head("Time"), head("Cost"), head("Scope")],
            ["This month", light("Amber"), light("Green"), light("Amber")],
            ["Warden", light("Green"), light("Green"), light("Amber")],
        ),
    )
    assert [(rating.label, rating.current) for rating in report.ratings] == [
        ("Time", "Amber"),
        ("Cost", "Green"),
        ("Scope", "Amber"),
    ]
    (finding,) = told(report, "unread-ratings")
    assert "Time Green, Cost Green, Scope Amber" in finding.message


HEADS: list[str | Cell] = [head("Line"), head("Budget"), head("Actual")]


@pytest.mark.parametrize(
    ("rows", "heads", "budget", "currency"),
    [
        (["Weir", "120", "80"], HEADS, 120, None),
        (["Weir", "120k", "80k"], HEADS, 120_000, None),
        (["Weir", "120", "80"], [head("Line"), head("Budget (000s)"), head("Actual (000s)")], 120_000, None),
        (["Weir", "£120", "80"], HEADS, 120, "GBP"),
    ],
)
def test_money_without_a_currency_is_told(
    rows: list[str | Cell], heads: list[str | Cell], budget: float, currency: str | None
) -> None:
    report = read_report(FORM, heading("Finance"), table(heads, rows))
    assert [(line.budget, line.currency) for line in report.finances] == [(budget, currency)]
    assert bool(told(report, "no-currency")) == (currency is None)


@pytest.mark.parametrize(
    "money",
    [
        [table([head("Budget"), "£120,000"], [head("Spent to date"), "£80,000"])],
        [para("Budget: £120,000"), para("Spent to date: £80,000")],
    ],
    ids=["a form", "lines"],
)
def test_amounts_beside_their_names_under_a_heading_of_money(money: list[Block]) -> None:
    report = read_report(FORM, heading("Finance"), money)
    assert [(line.text, line.budget, line.actual) for line in report.finances] == [
        ("Finance", 120_000, 80_000)
    ]


def test_a_plain_word_over_bullets_may_be_their_workstream() -> None:
    report = read_report(
        FORM,
        heading("Achievements"),
        "Eel pass",
        bullets("Set the pipe"),
        "All went well here.",
        bullets("Dug"),
    )
    assert done(report) == [("completed", None, "Set the pipe"), ("completed", None, "Dug")]
    (finding,) = told(report, "workstream-perhaps")
    assert "'Eel pass'" in finding.message


def test_a_bold_bullet_with_a_colon_names_the_bullets_beside_it() -> None:
    named = bullet(Run("Eel pass:", bold=True))
    report = read_report(FORM, heading("Achievements"), named, bullets("Set the pipe", "Dug"))
    assert done(report) == [("completed", "Eel pass", "Set the pipe"), ("completed", "Eel pass", "Dug")]


@pytest.mark.parametrize(
    ("lines", "asked"),
    [
        (["☐ Assurance", "☒ Decision"], []),
        (["☒ Agree to move the eel pass upstream", "☐ Leave the eel pass where it is"], [0]),
    ],
)
def test_what_a_paper_is_for_is_no_decision(lines: list[str], asked: list[int]) -> None:
    drawn = [
        para(line[2:], figures=(figure(kind="checkbox", text=line[2:], checked=line[0] == "☒"),))
        for line in lines
    ]
    for printed in ([*map(para, lines)], drawn):
        report = read_report(FORM, heading("Decisions required"), [*printed])
        assert [one.text.strip("☒ ") for one in report.decisions] == [lines[index][2:] for index in asked]


def test_a_bullet_with_a_colon_under_a_workstreams_own_line_only_leads_to_the_nested_ones() -> None:
    listed: list[Block] = [bullet("Two talks given:"), bullet("30 people at the mill", level=1)]
    report = read_report(FORM, heading("Achievements"), underlined("Engagement"), listed)
    assert done(report) == [
        ("completed", "Engagement", "Two talks given:"),
        ("completed", "Engagement", "30 people at the mill"),
    ]
    assert "'Two talks given:'" in told(report, "workstream-perhaps")[0].message


def test_a_bullet_over_nested_ones_among_plain_neighbours_is_told() -> None:
    nested: list[Block] = [bullet("Eel pass:"), bullet("Set the pipe", level=1)]
    report = read_report(FORM, heading("Achievements"), bullets("Dug the trench"), nested)
    assert done(report)[1] == ("completed", "Eel pass", "Set the pipe")
    assert told(report, "workstream-perhaps")
    alone = read_report(FORM, heading("Achievements"), nested)
    assert not told(alone, "workstream-perhaps")


def test_a_sentence_over_a_table_of_risks_is_told_as_narrative() -> None:
    rows = table([head("Risk"), head("Owner")], ["The kiln may crack", "Ann Lee"])
    report = read_report(FORM, heading("Risks"), "The dry weather has helped the potters.", rows)
    assert [risk.text for risk in report.risks] == ["The kiln may crack"]
    assert told(report, "line-beside-table")


def test_no_change_is_a_status() -> None:
    rows = table(
        [head("Milestone"), head("Baseline"), head("Forecast"), head("Status")],
        ["Kiln lit", "2 May 2012", "2 May 2012", "No change"],
    )
    (milestone,) = read_report(FORM, heading("Milestones"), rows).milestones
    assert milestone.status == "No change"


def test_no_change_is_a_response() -> None:
    rows = table(
        [head("Risk"), head("Mitigation"), head("Owner"), head("RAG")],
        ["The kiln may crack", "No change", "Ann Lee", "Green"],
        ["Clay runs out", "None", "No change", "Amber"],
    )
    report = read_report(FORM, heading("Risks"), rows)
    assert [(risk.response, risk.owner) for risk in report.risks] == [("No change", "Ann Lee"), (None, None)]


@pytest.mark.parametrize(
    ("printed", "rating"),
    [
        ("Amber (Red)", "Amber"),
        ("R (A)", "Red"),
        ("Green – falling", "Green"),
        ("▲ Off track (At risk)", "Red"),
    ],
)
def test_the_first_rating_of_a_risks_cell_counts(printed: str, rating: str) -> None:
    rows = table(
        [head("Risk"), head("Mitigation"), head("RAG")], ["The kiln may crack", "Fire slowly", printed]
    )
    assert [risk.rating for risk in read_report(FORM, heading("Risks"), rows).risks] == [rating]


@pytest.mark.parametrize(
    ("status", "kind", "doubted"),
    [
        ("Not done – will follow", "missed", False),
        ("Carried over to June", "missed", False),
        ("Deferred", "missed", False),
        ("Partially – 3 of 5", "in-progress", False),
        ("Done, bar the paint", "completed", False),
        ("Half", "completed", True),
        ("Green", "completed", False),
        ("n/a", "completed", False),
    ],
)
def test_a_status_overrules_a_heading_or_is_told(status: str, kind: str, doubted: bool) -> None:
    clay = "Dig the red clay by the bend of the river"
    rows = table([head("Action"), head("Owner"), head("Progress")], [clay, "Ann Lee", status])
    report = read_report(FORM, heading("Actions completed this month"), rows)
    assert [activity.kind for activity in report.activities] == [kind]
    assert bool(told(report, "status-not-read")) is doubted


def test_progress_beside_actions_is_no_text_of_theirs() -> None:
    rows = table(
        [head("Action"), head("Owner"), head("Progress")],
        ["Dig clay", "Ann Lee", "Done, though the bank was wet and took two more days"],
    )
    report = read_report(FORM, heading("Actions this month"), rows)
    assert [activity.text for activity in report.activities] == ["Dig clay"]


def test_a_rating_before_that_was_not_given_is_told() -> None:
    rows = table(
        [head("Area"), head("Last"), head("Now")],
        ["Cost", "n/a", cell("Green", fill=GREEN)],
        ["Time", "Amber", cell("Green", fill=GREEN)],
    )
    report = read_report(FORM, rows)
    assert [rating.previous for rating in report.ratings] == ["Grey", "Amber"]
    assert "'Cost'" in told(report, "earlier-perhaps-none")[0].message


@pytest.mark.parametrize(
    ("printed", "doubted"),
    [
        ("Simmering", True),
        ("High", False),
        ("Medium (High)", False),
        ("12", False),
        ("n/a", False),
        ("Red", False),
    ],
)
def test_a_word_in_a_column_of_ratings_that_is_none_is_told(printed: str, doubted: bool) -> None:
    risks = table(
        [head("Risk"), head("Mitigation"), head("RAG")], ["The kiln may crack", "Fire slowly", printed]
    )
    dates = table(
        [head("Milestone"), head("Baseline"), head("Forecast"), head("RAG")],
        ["Kiln lit", "2 May 2012", "9 May 2012", printed],
    )
    report = read_report(FORM, heading("Risks"), risks, heading("Milestones"), dates)
    about = {finding.about for finding in told(report, "rating-not-read")}
    assert ("risks" in about, "milestones" in about) == (doubted, doubted)
