"""Reading what style sheets print: dark grey body text, ladders of facts, badges, months over New Year, footnotes."""

from __future__ import annotations

import pytest

from extractors.document import Paragraph, Place, Run
from pipeline.values.money import parse_unit
from tests.documents import FORM, bold, bullets, cell, done, head, heading, para, read_report, table

INK, SMALL_INK = "#1F2A26", "#7A7A7A"


def inked(text: str, color: str = INK, size: float = 10.0, strong: bool = False) -> Paragraph:
    return Paragraph((Run(text, bold=strong, color=color),), Place(path="body"), size)


def test_the_colour_of_body_text_makes_no_heading() -> None:
    report = read_report(
        heading("Kiln Lane Pottery"),
        inked("Letter 4 for trustees and friends, May 2024"),
        inked("Reference: KP/31"),
        inked("Project manager: Ada Lovell"),
        heading("What we have done", 2),
        inked("Kiln", strong=True),
        inked("The lining was relaid in ten days."),
        heading("How is it going?", 2),
        inked("Time", strong=True),
        inked("A week behind because of rain."),
    )
    assert (report.reference, report.manager) == ("KP/31", "Ada Lovell")
    assert done(report) == [("completed", "Kiln", "The lining was relaid in ten days.")]
    assert report.decisions == ()


FACTS = [
    ("Programme", "Crafts for All"),
    ("Reference", "CFA-12"),
    ("Sponsor", "Ben Marsh"),
    ("Project manager", "Ada Lovell"),
]


def test_a_ladder_of_facts_stands_anywhere() -> None:
    ladder = [
        part
        for label, value in FACTS
        for part in (inked(label, SMALL_INK, 8.0), inked(value, INK, 10.0, strong=True))
    ]
    report = read_report(
        heading("Kiln Lane Pottery"),
        heading("Where we are", 2),
        inked("The lining has been relaid and the flue is swept for the winter firings that begin in May."),
        heading("At a glance", 2),
        *ladder,
        inked("24%", INK, 18.0, strong=True),
        inked("of the plan complete"),
        heading("Coming up", 2),
        *bullets("Fire the first batch of bowls"),
    )
    assert (report.programme, report.reference) == ("Crafts for All", "CFA-12")
    assert (report.sponsor, report.manager) == ("Ben Marsh", "Ada Lovell")
    assert report.percent_complete == 24
    assert done(report) == [("planned", None, "Fire the first batch of bowls")]


@pytest.mark.parametrize(
    ("earlier", "later"), [("May", "Jun"), ("Dec", "Jan"), ("December", "January"), ("Nov", "Jan")]
)
def test_months_without_their_year_go_over_new_year(earlier: str, later: str) -> None:
    [rating] = read_report(
        FORM,
        heading("Status by area"),
        table(
            [head("Area"), head(earlier), head(later), head("Commentary")], ["Cost", "Green", "Amber", "Up."]
        ),
    ).ratings
    assert (rating.current, rating.previous) == ("Amber", "Green")


@pytest.mark.parametrize(
    ("fill", "color", "rating"),
    [("#DCFFF1", "#216E4E", "Green"), ("#FFECEB", "#AE2A19", "Red"), (None, "#216E4E", None)],
)
def test_a_badge_in_the_column_of_states_rates(fill: str | None, color: str, rating: str | None) -> None:
    badge = cell(para(Run("ON ITS WAY", bold=True, color=color, fill=fill)))
    [milestone] = read_report(
        FORM,
        heading("Milestones"),
        table(
            [head("Milestone"), head("Baseline"), head("Forecast"), head("State")],
            ["Flue swept", "4 May 2024", "9 May 2024", badge],
        ),
    ).milestones
    assert (milestone.status, milestone.rating) == ("ON ITS WAY", rating)


def test_tags_at_a_pages_foot_are_no_decisions() -> None:
    report = read_report(
        FORM, heading("Decisions we need"), para("Approve a second kiln."), para("status-update\tpottery")
    )
    assert [decision.text for decision in report.decisions] == ["Approve a second kiln."]


def test_a_title_outdoes_the_banner_of_its_site() -> None:
    banner = Paragraph((Run("Crafts hub", bold=True, color="#FFFFFF"),), Place(path="body"), 10.0, "#0B6E4F")
    report = read_report(
        banner,
        heading("Kiln Lane Pottery", size=22.0),
        para("Monthly project page"),
        heading("Where we are", 2),
        para("All is well."),
    )
    assert report.project == "Kiln Lane Pottery"


@pytest.mark.parametrize(("text", "factor"), [("£m1", 1e6), ("Budget £k²", 1e3), ("£m12", 1.0)])
def test_the_mark_of_a_footnote_after_a_unit(text: str, factor: float) -> None:
    assert parse_unit(text)[0] == factor


def test_a_bold_line_over_a_value_alone_is_no_ladder() -> None:
    report = read_report(
        FORM, heading("Risks"), bold("Kiln"), para("It may crack."), bold("Clay"), para("It may be late.")
    )
    assert len(report.risks) == 2
