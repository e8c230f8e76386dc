"""Work packages as tables, banners, forms within forms, signatures, units of money, spelling."""

from __future__ import annotations

import pytest

from extractors.document import Table
from pipeline.values.money import parse_amount, parse_unit
from tests.documents import (
    FORM,
    VOCABULARY,
    bold,
    bullet,
    bullets,
    cell,
    codes,
    done,
    head,
    heading,
    read_report,
    table,
)


def package(title: str, status: str, remark: str, work: str, plan: str) -> Table:
    return table(
        [head(title), head("Leader: Alder Labs"), head(status)],
        [head("Remark"), cell(remark, across=2)],
        [head("Achieved"), cell(bullet(work), across=2)],
        [head("Planned for next month"), cell(bullet(plan), across=2)],
    )


def test_a_table_for_each_work_package_holds_its_work_and_its_rating() -> None:
    report = read_report(
        FORM,
        package("WP1 – Moorings", "Status: Green", "Buoys hold.", "Three buoys laid.", "Lay two more."),
        package("WP2 – Telemetry", "Status: Red", "No signal.", "Mast raised.", "Change the aerial."),
    )
    assert [(one.label, one.current, one.comment) for one in report.ratings] == [
        ("WP1 – Moorings", "Green", "Buoys hold."),
        ("WP2 – Telemetry", "Red", "No signal."),
    ]
    assert done(report) == [
        ("completed", "WP1 – Moorings", "Three buoys laid."),
        ("planned", "WP1 – Moorings", "Lay two more."),
        ("completed", "WP2 – Telemetry", "Mast raised."),
        ("planned", "WP2 – Telemetry", "Change the aerial."),
    ]


def test_a_table_within_a_form_is_read_whatever_its_label() -> None:
    dates = table(
        [head("What"), head("Promised"), head("Now expected")],
        ["Fish pass open", "30 Sep 2011", "15 Nov 2011"],
    )
    report = read_report(table([head("Project"), "Weir repair"], [head("Ebb and flow"), cell(dates)]))
    assert [(one.text, one.baseline, one.forecast) for one in report.milestones] == [
        ("Fish pass open", "2011-09-30", "2011-11-15")
    ]


def test_a_banner_gives_the_month() -> None:
    report = read_report(
        table([head("Fenny Water | Scheme on a page"), head("June 2011")]),
        table([head("Scheme"), "Weir repair", head("Scheme code"), "C-7"]),
    )
    assert (report.project, report.period) == ("Weir repair", "2011-06")
    assert not report.metadata


def test_who_signs_a_letter_as_its_manager_is_the_manager() -> None:
    report = read_report(
        bold("Weir repair: progress report"),
        heading("For your approval"),
        bullets("Please approve the fish pass."),
        "Yours sincerely",
        bold("Ann Teal"),
        "Project Manager",
    )
    assert report.manager == "Ann Teal"
    assert [one.text for one in report.decisions] == ["Please approve the fish pass."]


@pytest.mark.parametrize("title", ["Resources (EUR)", "Contract packages (£k)", "Team [A$ million]"])
def test_a_heading_that_ends_with_a_unit_of_money_is_about_money(title: str) -> None:
    match = VOCABULARY.heading(title)
    assert match is not None
    assert match.section == "finances"


def test_whom_a_heading_in_capitals_addresses_says_nothing() -> None:
    match = VOCABULARY.heading("ACTIONS REQUESTED OF THE WATERWAYS OFFICE")
    assert match is not None
    assert (match.section, match.coverage) == ("decisions", 1.0)


def test_a_concern_may_be_a_risk_or_an_issue() -> None:
    report = read_report(
        FORM,
        heading("Concerns"),
        table(
            [head("No."), head("Concern"), head("Action"), head("Open/Closed")],
            ["1", "Floods", "Pumps on standby", "Open"],
        ),
    )
    assert [one.kind for one in report.risks] == [None]


@pytest.mark.parametrize(
    ("text", "currency"), [("A$12", "AUD"), ("NZ$ 12", "NZD"), ("12 CHF", "CHF"), ("$12", "USD")]
)
def test_the_currency_of_an_amount(text: str, currency: str) -> None:
    amount = parse_amount(text)
    assert amount is not None
    assert (amount.value, amount.currency) == (12, currency)


def test_a_bare_dollar_is_the_one_that_the_table_names() -> None:
    assert parse_unit("A$ million") == (1e6, "AUD")
    report = read_report(
        FORM,
        heading("Money"),
        table([head("A$ million"), head("Budget"), head("Spent")], ["Weir", "$14.6", "$6.2"]),
    )
    assert [one.currency for one in report.finances] == ["AUD"]


def test_how_a_score_is_made_is_no_risk() -> None:
    report = read_report(
        FORM,
        heading("Risks"),
        "Scores are likelihood times consequence, each out of five.",
        table([head("Risk"), head("L"), head("C"), head("L×C")], ["Floods", "4", "4", "16"]),
    )
    assert [(one.text, one.score) for one in report.risks] == [("Floods", "16")]


def test_a_date_where_none_is_expected_any_more_is_the_actual_one() -> None:
    report = read_report(
        FORM,
        heading("Milestones"),
        table(
            [head("Milestone"), head("Planned"), head("Forecast"), head("Wimborne")],
            ["Fish pass open", "01/03/2011", "", "04/03/2011"],
            ["Sluice hung", "01/05/2011", "20/05/2011", ""],
        ),
    )
    assert [(one.forecast, one.actual) for one in report.milestones] == [
        (None, "2011-03-04"),
        ("2011-05-20", None),
    ]
    assert "guessed-column" in codes(report)


def test_fees_agreed_for_stages_are_no_milestones() -> None:
    report = read_report(
        FORM,
        heading("Fees"),
        table(
            [head("Stage"), head("Agreed fee"), head("Invoiced"), head("Outturn")],
            ["Survey", "96,000", "90,000", "95,500"],
            ["Design", "244,000", "151,200", "249,500"],
        ),
    )
    assert not report.milestones
    assert [(one.text, one.actual, one.forecast) for one in report.finances] == [
        ("Survey", 90000, 95500),
        ("Design", 151200, 249500),
    ]


@pytest.mark.parametrize(
    ("american", "british"),
    [("Authorized budget", "Authorised budget"), ("Program manager", "Programme manager"), ("L×C", "LxC")],
)
def test_wordings_are_compared_whatever_their_spelling(american: str, british: str) -> None:
    assert VOCABULARY.field(american) == VOCABULARY.field(british)
    assert VOCABULARY.columns(american) == VOCABULARY.columns(british)
    assert VOCABULARY.field(american) or VOCABULARY.columns(american)


def test_a_banner_in_a_line_gives_the_month() -> None:
    report = read_report(
        heading("Fenny Water | Scheme on a page\tJune 2011"), table([head("Scheme"), "Weir repair"])
    )
    assert (report.project, report.period, report.report_date) == ("Weir repair", "2011-06", None)
