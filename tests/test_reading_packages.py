"""Parts of the work with sections of their own: cards, tables side by side, names between sections."""

from __future__ import annotations

from extractors.document import Table
from tests.documents import (
    AMBER,
    FORM,
    GREEN,
    GREY,
    RED,
    bold,
    bullet,
    cell,
    done,
    head,
    heading,
    para,
    read_report,
    table,
)


def side(done: str, planned: str) -> Table:
    return table(
        [head("Done in the period"), head("Planned in the next period")],
        [cell(bullet(done)), cell(bullet(planned))],
    )


def test_a_card_whose_head_is_a_table_of_its_own() -> None:
    report = read_report(
        FORM,
        heading("Work packages"),
        table([head("WP1 Dredging"), cell(fill=GREEN)]),
        side("Basin drained.", "Line the leat."),
        table([head("WP2 Lock gates"), cell(fill=RED)]),
        side("Oak bought.", "Hang the north gate."),
        table([head("WP3 Footpath"), cell(fill="#BFBFBF")]),
        side("None in this period", "Agree the route."),
    )
    assert [(rating.label, rating.current) for rating in report.ratings] == [
        ("WP1 Dredging", "Green"),
        ("WP2 Lock gates", "Red"),
        ("WP3 Footpath", "Grey"),
    ]
    assert done(report) == [
        ("completed", "WP1 Dredging", "Basin drained."),
        ("planned", "WP1 Dredging", "Line the leat."),
        ("completed", "WP2 Lock gates", "Oak bought."),
        ("planned", "WP2 Lock gates", "Hang the north gate."),
        ("planned", "WP3 Footpath", "Agree the route."),
    ]


def test_names_between_sections_that_are_told_again_and_again_are_workstreams() -> None:
    def school(name: str, about: str, finished: str, planned: str) -> Table:
        return table(
            [cell(bold(name), para(about), fill=GREY, across=2)],
            [head("Done this month"), head("Coming up")],
            [cell(bullet(finished)), cell(bullet(planned))],
        )

    report = read_report(
        FORM,
        heading("School by school"),
        school("Ash Road Primary", "Boilers. Contractor: Toll Ltd", "Old boiler out.", "New one in."),
        school("Ridge Academy", "Roof. Contractor: Peake", "Slates off.", "Felt on."),
    )
    assert done(report) == [
        ("completed", "Ash Road Primary", "Old boiler out."),
        ("planned", "Ash Road Primary", "New one in."),
        ("completed", "Ridge Academy", "Slates off."),
        ("planned", "Ridge Academy", "Felt on."),
    ]


def test_a_table_of_one_light_rates_what_stands_before_it() -> None:
    report = read_report(FORM, table(["State of the pilot", cell(fill=AMBER), "Two weeks behind the plan."]))
    assert [(rating.label, rating.current, rating.comment) for rating in report.ratings] == [
        ("State of the pilot", "Amber", "Two weeks behind the plan.")
    ]


def test_shares_beside_what_was_done_in_each_part_of_the_work() -> None:
    report = read_report(
        FORM,
        heading("Progress"),
        table(
            [
                head(text)
                for text in (
                    "Works section",
                    "% planned",
                    "% actual",
                    "Progress in the month",
                    "Planned for next month",
                )
            ],
            [head("Frame"), "92", "85", cell(bullet("Slab poured.")), cell(bullet("Roof steel."))],
            [
                head("Envelope"),
                "30",
                "28",
                cell(bullet("Panel agreed.")),
                cell(bullet("Brickwork."), bullet("Windows.")),
            ],
        ),
    )
    assert done(report) == [
        ("completed", "Frame", "Slab poured."),
        ("completed", "Envelope", "Panel agreed."),
        ("planned", "Frame", "Roof steel."),
        ("planned", "Envelope", "Brickwork."),
        ("planned", "Envelope", "Windows."),
    ]
    assert "92" in [kept.text for kept in report.unclassified]


def test_remarks_that_are_statuses() -> None:
    report = read_report(
        FORM,
        heading("Milestones"),
        table(
            [head(text) for text in ("Milestone", "Original date", "Latest date", "Remarks")],
            ["Case approved", "Sept 2011", "Sept 2011", "Complete"],
            ["Weir drained", "6 May 2011", "20 May 2011", "Complete, two weeks late"],
            ["Gate hung", "28 Nov 2011", "January 2012", "Slipped – oak"],
        ),
    )
    assert [milestone.status for milestone in report.milestones] == [
        "Complete",
        "Complete, two weeks late",
        "Slipped – oak",
    ]


def test_how_risks_are_scored_is_no_risk_and_no_rating() -> None:
    report = read_report(
        FORM,
        bold("F. Risks and issues"),
        "Scoring: likelihood (1–5) x impact (1–5). 15+ red, 6–14 amber, 5 and below green.",
        table(
            [head("Risk no."), head("Risk"), head("L"), head("I"), head("Owner")],
            ["1", "Silt returns to the basin.", "3", "4", "Ann Lee"],
        ),
    )
    assert [risk.text for risk in report.risks] == ["Silt returns to the basin."]
    assert not report.ratings


def test_the_day_by_which_a_rows_words_say_it_is_due() -> None:
    report = read_report(
        FORM,
        heading("Next quarter"),
        table([head("Site"), head("Task"), head("Who")], ["Sike Head", "Survey by 20 March 2012", "Rangers"]),
    )
    assert [(item.text, item.due) for item in report.activities] == [
        ("Survey by 20 March 2012", "2012-03-20")
    ]
