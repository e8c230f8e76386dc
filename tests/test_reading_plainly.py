"""Reports in plain speech: clauses over columns, cards headed by their risk, own words for colours."""

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
    cell,
    head,
    heading,
    read_report,
    table,
)


def lit(color: str, words: str) -> Cell:
    return cell(words, fill=color)


def rated(*heads: str, rows: list[list[str | Cell]]) -> Report:
    return read_report(FORM, heading("Health check"), table([head(word) for word in heads], *rows))


def test_own_words_with_what_they_mean_and_their_colours() -> None:
    report = read_report(
        FORM,
        heading("How is it going?"),
        table(
            [head(""), head("Last month we were"), head("Now we are"), head("Because")],
            ["Are we on time?", "Sunny", lit(AMBER, "Cloudy"), "The frost came early."],
            ["Are we on budget?", "Cloudy", lit(GREEN, "Sunny"), "Clay is cheap."],
            ["Is the data right?", "Stormy", lit(RED, "Stormy"), "Kiln logs were lost."],
        ),
        "Sunny = all as we hoped (green). Cloudy = the team can sort it out (amber). Stormy = help is needed (red).",
    )
    assert [(item.dimension, item.current, item.previous, item.comment) for item in report.ratings] == [
        ("schedule", "Amber", "Green", "The frost came early."),
        ("cost", "Green", "Amber", "Clay is cheap."),
        ("quality", "Red", "Red", "Kiln logs were lost."),
    ]


@pytest.mark.parametrize("gap", ["   ", " "])
def test_signs_before_the_words_of_a_legend(gap: str) -> None:
    key = gap.join(["● Brimming (green)", "▲ Ebbing (amber)", "◆ Dry (red)", "✔ Done (blue)"])
    report = read_report(
        FORM, heading("Status"), table(["Overall", "Ebbing"], ["Time", "Brimming"], ["Cost", "Dry"]), key
    )
    assert [item.current for item in report.ratings] == ["Amber", "Green", "Red"]


def test_ratings_in_brackets_are_no_legend() -> None:
    report = read_report(
        FORM, heading("Status"), table(["Overall", "Amber"]), "Time (green), Cost (amber), Quality (red)"
    )
    assert [item.current for item in report.ratings if item.label == "Overall"] == ["Amber"]
    assert all(item.label != "Green" for item in report.ratings)


def test_nothing_happened_is_a_comment() -> None:
    report = rated(
        "Area", "RAG", "Comment",
        rows=[["Time", lit(GREEN, "G"), "No slippage."], ["Cost", lit(GREEN, "G"), "Not applicable"],
              ["Scope", lit(GREEN, "G"), "None"]],
    )  # fmt: skip
    assert [item.comment for item in report.ratings] == ["No slippage.", None, None]


def test_promises_and_what_became_of_them() -> None:
    report = read_report(
        FORM,
        bold("What we said we would do, and did we?"),
        table(
            [head("We said we would"), head("Who"), head("Did we?")],
            ["Lay the kiln floor", "Ann Lee", "Yes"],
            ["Order the clay", "Bo Day", "Yes"],
        ),
    )
    assert [(item.kind, item.text, item.owner) for item in report.activities] == [
        ("completed", "Lay the kiln floor", "Ann Lee"),
        ("completed", "Order the clay", "Bo Day"),
    ]


def test_money_in_plain_words() -> None:
    report = read_report(
        FORM,
        bold("The money"),
        table(
            [head(""), head("We have"), head("We have spent"), head("We think we will spend")],
            ["Kiln", "£9,000", "£4,000", "£9,500"],
            ["Clay", "£1,200", "£300", "£1,100"],
        ),
    )
    assert [(item.text, item.budget, item.actual, item.forecast) for item in report.finances] == [
        ("Kiln", 9000, 4000, 9500),
        ("Clay", 1200, 300, 1100),
    ]


@pytest.mark.parametrize("words", ["Spend to M4", "Spend to P11", "Spend to end of month 4", "Spent to Q2"])
def test_spend_to_a_numbered_period(words: str) -> None:
    report = read_report(
        FORM,
        heading("Capital"),
        table([head("£'000"), head("Plan"), head(words), head("Forecast")], ["Kiln", "90", "40", "95"]),
    )
    assert [item.actual for item in report.finances] == [40000]


@pytest.mark.parametrize(
    ("who", "expected"), [("Ann Lee", ("Ann Lee", None)), ("Weld it", (None, "Weld it"))]
)
def test_managed_by_somebody_or_by_something(who: str, expected: tuple[str | None, str | None]) -> None:
    heads = (
        ["Issue", "Being managed by", "Status"]
        if who == "Ann Lee"
        else ["Issue", "Being managed by", "Handler"]
    )
    last = "Open" if who == "Ann Lee" else "Bo Day"
    report = read_report(
        FORM, heading("Issues"), table([head(word) for word in heads], ["The kiln cracked", who, last])
    )
    (issue,) = report.risks
    assert (issue.owner if who == "Ann Lee" else None, issue.response) == expected
