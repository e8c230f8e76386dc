"""What looks like a record and may be something else, and what two readers would read otherwise: told by its key."""

from __future__ import annotations

import pytest

from extractors.document import Cell
from pipeline.model import Report
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
    head,
    heading,
    para,
    read_report,
    table,
)


def warned(report: Report) -> set[tuple[str, str]]:
    return {(finding.code, finding.about) for finding in report.findings if finding.severity == "warning"}


def lit(color: str, words: str = "") -> Cell:
    return cell(words, fill=color) if words else cell(fill=color)


def rated(*heads: str, rows: list[list[str | Cell]]) -> Report:
    return read_report(FORM, heading("Health check"), table([head(word) for word in heads], *rows))


@pytest.mark.parametrize(
    ("first", "second"),
    [("Last bulletin", "This bulletin"), ("At the last muster", "At this muster"), ("Formerly", "Today")],
)
def test_two_columns_of_lights_under_the_report_s_own_name(first: str, second: str) -> None:
    report = rated(
        "Facet", first, second, "Path back",
        rows=[
            ["Timescales", lit(GREEN, "G"), lit(AMBER, "A"), "The sluice gates come a week late."],
            ["Budget", lit(GREEN, "G"), lit(GREEN, "G"), "n/a"],
            ["People", lit(RED, "R"), lit(AMBER, "A"), "Two divers hired until spring."],
        ],
    )  # fmt: skip
    assert [(item.label, item.current, item.previous) for item in report.ratings] == [
        ("Timescales", "Amber", "Green"),
        ("Budget", "Green", "Green"),
        ("People", "Amber", "Red"),
    ]
    assert report.ratings[0].comment == "The sluice gates come a week late."


def test_two_columns_of_lights_whose_heads_do_not_tell_the_earlier_give_no_guess() -> None:
    names = ("Timescales", "Budget", "People")
    rows: list[list[str | Cell]] = [[name, lit(GREEN), lit(AMBER), "x"] for name in names]
    report = rated("Facet", "Gloaming", "Dawn", "Herd", rows=rows)
    assert not report.ratings
    assert ("no-ratings", "ratings") in warned(report)


def test_lights_of_a_table_that_no_rule_knows_are_told_as_ratings() -> None:
    report = read_report(
        FORM,
        "Overall RAG: Green",
        heading("Gloaming"),
        table(
            [head("Pond"), head("Dawn"), head("Dusk")],
            ["Upper", lit(GREEN), lit(AMBER)],
            ["Lower", lit(AMBER), lit(GREEN)],
        ),
    )
    assert ("unread-lights", "ratings") in warned(report)


def test_words_on_lights_of_a_table_that_no_rule_knows_are_told_as_ratings() -> None:
    report = read_report(
        FORM,
        "Overall RAG: Green",
        heading("Gloaming"),
        table(
            [head("Pond"), head("Dawn"), head("Dusk")],
            ["Upper", lit(GREEN, "calm"), lit(AMBER, "choppy")],
            ["Lower", lit(AMBER, "choppy"), lit(GREEN, "calm")],
        ),
    )
    assert ("unknown-table", "ratings") in warned(report)


def test_the_rating_before_in_brackets_where_the_head_says_so() -> None:
    report = rated(
        "Area", "This month (last month)", "Commentary",
        rows=[["Budget", "Amber (Green)", "The grout costs more."], ["Schedule", "Green (Green)", "On course."]],
    )  # fmt: skip
    assert [(item.current, item.previous) for item in report.ratings] == [
        ("Amber", "Green"),
        ("Green", "Green"),
    ]
    assert "second-rating" not in codes(report)


def test_a_second_rating_that_nothing_explains_is_told() -> None:
    report = rated(
        "Area", "RAG", "Commentary",
        rows=[["Budget", "Amber (Green)", "The grout costs more."], ["Schedule", "Green (Green)", "On course."]],
    )  # fmt: skip
    assert [item.previous for item in report.ratings] == [None, None]
    assert ("second-rating", "ratings") in warned(report)


@pytest.mark.parametrize(
    ("label", "dimension", "told"),
    [
        ("Supplier dependencies", "dependencies", False),
        ("Staff and neighbours", "resources", True),
        ("Staff engagement", "stakeholders", False),
    ],
)
def test_labels_whose_words_name_two_dimensions(label: str, dimension: str, told: bool) -> None:
    report = rated("Area", "RAG", rows=[["Overall", lit(GREEN, "Green")], [label, lit(AMBER, "Amber")]])
    assert report.ratings[1].dimension == dimension
    assert (("dimension-guessed", "ratings") in warned(report)) is told


def test_the_purposes_of_a_paper_are_no_decisions() -> None:
    report = read_report(
        FORM,
        bold("Purpose"),
        "This paper is brought to the Trustees for:",
        "Assurance",
        "For decision",
        "To note",
        bold("Recommendation"),
        "The Trustees are asked to consider the following:",
        bullet("Release the second half of the bequest for the weir."),
    )
    assert [item.text for item in report.decisions] == [
        "Release the second half of the bequest for the weir."
    ]
    assert not report.activities


def test_an_ask_of_a_word_or_two_is_told() -> None:
    report = read_report(FORM, heading("Decisions required"), bullets("Bequest", "Agree the eel pass design"))
    assert ("odd-records", "decisions") in warned(report)


def test_the_following_period_is_still_to_come() -> None:
    report = read_report(
        FORM,
        heading("We completed the following:"),
        bullets("Dredged the pool"),
        heading("Work in the following reporting period"),
        bullets("Lay the sill"),
    )
    assert done(report) == [("completed", None, "Dredged the pool"), ("planned", None, "Lay the sill")]


def test_a_plain_line_that_takes_over_from_an_empty_heading_is_told() -> None:
    report = read_report(
        FORM,
        heading("Recommendations"),
        para("Next steps for the trustees:"),
        bullets("Visit the eel pass before it is filled"),
    )
    assert {("heading-taken-over", "decisions"), ("heading-taken-over", "activities")} <= warned(report)


def test_tickets_under_the_month_before_the_planned_one() -> None:
    heads = [head(word) for word in ("Ticket", "Epic", "Summary", "State", "Assignee")]
    coming = [head(word) for word in ("Ticket", "Epic", "Summary", "Target date", "Assignee")]
    report = read_report(
        FORM,
        heading("Work in December 2011"),
        table(
            [*heads],
            ["EEL-12", "Pass", "Fit the bristle boards.", "Done", "Ann Weir"],
            ["EEL-15", "Gauge", "Wire the level gauge", "Not done", "Bo Sluys"],
        ),
        heading("Planned for January 2012"),
        table([*coming], ["EEL-15", "Gauge", "Wire the level gauge", "9 Jan 2012", "Bo Sluys"]),
    )
    assert done(report) == [
        ("completed", "Pass", "Fit the bristle boards."),
        ("missed", "Gauge", "Wire the level gauge"),
        ("planned", "Gauge", "Wire the level gauge"),
    ]
    assert not report.risks


def test_a_table_that_only_its_columns_make_risks_is_told() -> None:
    report = read_report(
        FORM,
        heading("Gloaming"),
        table(
            [head("Ref"), head("Description"), head("Status"), head("Owner")],
            ["1", "Fit the bristle boards of the eel pass", "Open", "Ann Weir"],
            ["2", "Wire the level gauge to the mast", "Open", "Bo Sluys"],
        ),
    )
    assert not report.risks or {("perhaps-tasks", "risks"), ("perhaps-tasks", "activities")} <= warned(report)


def test_an_ambiguous_date_makes_its_month_uncertain() -> None:
    report = read_report(table(["Project", "Weir repair"], ["Date", "04/01/2012"]), "Overall RAG: Green")
    assert {("ambiguous-date", "report_date"), ("ambiguous-date", "period")} <= warned(report)
