"""Reading from outside: columns whose heads no rule knows, told by what stands below them; heads in other spelling."""

from __future__ import annotations

import pytest

from tests.documents import FORM, VOCABULARY, codes, head, heading, read_report, table


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
    ("heads", "missing"),
    [
        (("Vellum", "Spent", "Forecast", "Variance"), "budget"),
        (("Budget", "Spent", "Vellum", "Variance"), "forecast"),
        (("Budget", "Spent", "Forecast", "Vellum"), "variance"),
    ],
)
def test_a_column_of_money_is_told_by_its_sums(heads: tuple[str, ...], missing: str) -> None:
    report = read_report(
        FORM,
        heading("Budget"),
        table(
            [head("Item"), *map(head, heads)],
            ["Timber", "9.9", "4.0", "11.2", "1.4"],
            ["Stone", "20.0", "8.5", "19.0", "-1.0"],
        ),
    )
    told = {"budget": 9.9, "forecast": 11.2, "variance": 1.4}
    assert getattr(report.finances[0], missing) == told[missing]


def test_a_column_that_does_not_add_up_stays_untold() -> None:
    report = read_report(
        FORM,
        heading("Budget"),
        table(
            [head("Item"), head("Budget"), head("Spent"), head("Forecast"), head("Vellum")],
            ["Timber", "100", "40", "120", "7"],
            ["Stone", "200", "85", "190", "9"],
        ),
    )
    assert [one.variance for one in report.finances] == [None, None]
    assert "unread-column" in codes(report)


@pytest.mark.parametrize(
    ("american", "british"),
    [("Authorized budget", "Authorised budget"), ("Program manager", "Programme manager"), ("L×C", "LxC")],
)
def test_wordings_are_compared_whatever_their_spelling(american: str, british: str) -> None:
    assert VOCABULARY.field(american) == VOCABULARY.field(british)
    assert VOCABULARY.columns(american) == VOCABULARY.columns(british)
    assert VOCABULARY.field(american) or VOCABULARY.columns(american)
