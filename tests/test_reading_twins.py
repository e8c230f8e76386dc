"""Columns whose heads name several parts of a record: likelihood and impact, who and when, a response and its owner."""

from __future__ import annotations

import pytest

from tests.documents import FORM, codes, head, heading, read_report, table


@pytest.mark.parametrize(
    ("names", "value", "read"),
    [
        ("Probability / impact", "Low / Very high", ("Low", "Very high", None)),
        ("Impact / likelihood", "High, Low", ("Low", "High", None)),
        ("L/I", "3/4", ("3", "4", None)),
        ("L/I", "12", (None, None, "12")),
        ("L x I", "3 x 4", ("3", "4", None)),
        ("Likelihood and impact", "4 x 5 = 20", ("4", "5", "20")),
        ("L / I / Score", "3/4/12", ("3", "4", "12")),
    ],
)
def test_one_column_may_hold_likelihood_and_impact(
    names: str, value: str, read: tuple[str | None, ...]
) -> None:
    rows = table([head("Risk"), head(names), head("Owner")], ["The kiln may crack", value, "Ann Lee"])
    report = read_report(FORM, heading("Risks"), rows)
    (risk,) = report.risks
    assert (risk.likelihood, risk.impact, risk.score) == read
    assert "factors-not-parted" not in codes(report)


def test_one_word_for_likelihood_and_impact_is_told() -> None:
    rows = table([head("Risk"), head("Likelihood / impact")], ["The kiln may crack", "High"])
    report = read_report(FORM, heading("Risks"), rows)
    (risk,) = report.risks
    assert (risk.likelihood, risk.impact) == ("High", None)
    assert "factors-not-parted" in codes(report)


@pytest.mark.parametrize(
    ("names", "told", "read"),
    [
        ("Owner / due", "Ann Lee / 3 May 2012", ("Ann Lee", "2012-05-03")),
        ("Who / when", "Ann Lee by 3 May 2012", ("Ann Lee", "2012-05-03")),
        ("Owner and due date", "Ann Lee (03/05/2012)", ("Ann Lee", "2012-05-03")),
        ("By whom / by when", "Ann Lee, tbc", ("Ann Lee", None)),
        ("Due / owner", "3 May 2012: Ann Lee", ("Ann Lee", "2012-05-03")),
    ],
)
def test_one_column_may_hold_who_and_when(names: str, told: str, read: tuple[str, str | None]) -> None:
    rows = table([head("Action"), head(names)], ["Fire the kiln", told])
    report = read_report(FORM, heading("Next steps"), rows)
    assert [(work.owner, work.due) for work in report.activities] == [read]
    assert "parts-not-parted" not in codes(report)


def test_one_column_may_hold_two_dates_or_a_response_and_its_owner() -> None:
    dates = table([head("Milestone"), head("Baseline / forecast")], ["Kiln lit", "3 May 2012 / 9 May 2012"])
    risks = table(
        [head("Risk"), head("Mitigation / owner")], ["The kiln may crack", "Fire it slowly (Ann Lee)"]
    )
    report = read_report(FORM, heading("Milestones"), dates, heading("Risks"), risks)
    assert [(m.baseline, m.forecast) for m in report.milestones] == [("2012-05-03", "2012-05-09")]
    assert [(risk.response, risk.owner) for risk in report.risks] == [("Fire it slowly", "Ann Lee")]


def test_parts_of_a_column_that_nothing_parts_are_told() -> None:
    rows = table([head("Action"), head("Owner / due")], ["Fire the kiln", "Ann Lee / when 3 kilns are cool"])
    report = read_report(FORM, heading("Next steps"), rows)
    assert [work.owner for work in report.activities] == ["Ann Lee / when 3 kilns are cool"]
    assert "parts-not-parted" in codes(report)
