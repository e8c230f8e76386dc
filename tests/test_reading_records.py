"""Reading from outside: activities, risks, milestones, money and decisions of small Documents."""

from __future__ import annotations

import pytest

from extractors.document import Block, Run
from pipeline.model import Activity, Risk
from tests.documents import (
    AMBER,
    FORM,
    GREEN,
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
    underlined,
)


def activities(*blocks: Block | str | list[Block]) -> tuple[Activity, ...]:
    return read_report(heading("Achievements this period"), *blocks).activities


def risks(*blocks: Block | str | list[Block], title: str = "Risks") -> tuple[Risk, ...]:
    return read_report(heading(title), *blocks).risks


def test_the_kind_follows_the_heading_and_not_the_wording() -> None:
    report = read_report(
        heading("Progress"),
        bullets("Will order the gates"),
        heading("Planned for next period"),
        bullets("Completed the drains"),
        heading("Work in progress"),
        bullets("Painting"),
        heading("Planned but not completed"),
        bullets("Fencing"),
    )
    assert [activity.kind for activity in report.activities] == [
        "completed",
        "planned",
        "in-progress",
        "missed",
    ]


@pytest.mark.parametrize(
    "line",
    [bold("Drains"), underlined("Drains"), para("Drains:"), heading("Drains", 3)],
    ids=["bold", "underlined", "colon", "heading"],
)
def test_a_line_that_stands_out_over_bullets_is_a_workstream(line: Block) -> None:
    assert [(a.workstream, a.text) for a in activities(line, bullets("Laid the pipes", "Dug the pit"))] == [
        ("Drains", "Laid the pipes"),
        ("Drains", "Dug the pit"),
    ]


def test_a_plain_line_among_bullets_is_narrative() -> None:
    report = read_report(
        heading("Achievements"), para("The month went well on all sites."), bullets("Laid the pipes")
    )
    assert [activity.text for activity in report.activities] == ["Laid the pipes"]
    assert [(n.section, n.text) for n in report.narrative] == [
        ("Achievements", "The month went well on all sites.")
    ]


def test_a_plain_line_after_bullets_is_told_since_its_sign_may_be_forgotten() -> None:
    told = "plain-lines-after-bullets"
    after = read_report(heading("Achievements"), bullets("Laid the pipes"), para("Dug the pit"))
    assert [activity.text for activity in after.activities] == ["Laid the pipes"]
    assert told in codes(after)
    before = read_report(heading("Achievements"), para("A good month."), bullets("Laid the pipes"))
    assert told not in codes(before)


@pytest.mark.parametrize(("also", "told"), [("", True), ("27/03/2024", False), ("March 27, 2024", False)])
def test_a_date_of_unknown_order_is_read_day_first_and_told(also: str, told: bool) -> None:
    report = read_report(para("Report date: 04/05/2024"), para(f"The last visit was on {also}."))
    assert ("ambiguous-date" in codes(report)) is (told or also.startswith("March"))
    assert report.report_date == ("2024-04-05" if also.startswith("March") else "2024-05-04")


def test_without_bullets_each_paragraph_is_an_activity() -> None:
    assert [a.text for a in activities("The pipes were laid.", "The pit was dug.")] == [
        "The pipes were laid.",
        "The pit was dug.",
    ]


def test_a_nested_bullet_is_an_activity_of_the_same_workstream() -> None:
    found = activities(bold("Drains"), bullet("Laid the pipes"), bullet("Tested the joints", level=1))
    assert [(a.workstream, a.text) for a in found] == [
        ("Drains", "Laid the pipes"),
        ("Drains", "Tested the joints"),
    ]


def test_a_line_in_italics_over_bullets_is_their_workstream() -> None:
    found = activities(para(Run("Drains", italic=True)), bullet("Laid the pipes"))
    assert [(a.workstream, a.text) for a in found] == [("Drains", "Laid the pipes")]


def test_progress_told_in_prose_over_a_list_of_the_work_is_a_summary() -> None:
    told = "The pipes came late. They were laid all the same."
    report = read_report(
        heading("Progress"), told, heading("Work done this period"), bullets("Laid the pipes", "Dug the pit")
    )
    assert done(report) == [("completed", None, "Laid the pipes"), ("completed", None, "Dug the pit")]
    assert [prose.text for prose in report.narrative] == [told]
    assert "story-beside-list" in codes(report)


def test_a_run_in_heading_opens_its_section() -> None:
    report = read_report(
        heading("Highlight Report"),
        para(Run("Achievements: ", bold=True), "The pipes were laid."),
        para(Run("Next steps: ", bold=True), "Dig the pit."),
    )
    assert done(report) == [("completed", None, "The pipes were laid."), ("planned", None, "Dig the pit.")]


@pytest.mark.parametrize(
    ("text", "owner", "due"),
    [
        ("Order the gates by 12 May 2012", None, "2012-05-12"),
        ("Order the gates (Owner: Ada Reed)", "Ada Reed", None),
        ("Order the gates (Ada Reed)", "Ada Reed", None),
        ("Order the gates [AR]", "AR", None),
        ("Order the gates (Ada Reed, 12 May 2012)", "Ada Reed", "2012-05-12"),
        ("Order the gates (A Reed - due 12 May 2012)", "A Reed", "2012-05-12"),
        ("Order the gates (Phase 2, 12 May 2012)", None, None),
        ("Meet the Works Committee (WC)", None, None),
        ("Order the gates for the opening of 12 May 2012", None, None),
        ("Order by 12 May 2012 and hang by 3 June 2012", None, None),
    ],
)
def test_owner_and_due_date_of_a_line(text: str, owner: str | None, due: str | None) -> None:
    (activity,) = activities(bullet(text))
    assert (activity.text, activity.owner, activity.due) == (text, owner, due)


def test_a_table_of_activities_has_owners_dates_and_states() -> None:
    report = read_report(
        heading("Activities"),
        table(
            [head("Activity"), head("Owner"), head("Due"), head("Status")],
            ["Lay the pipes", "Ada Reed", "12/05/2012", "Done"],
            ["Dig the pit", "TBC", "June 2012", "Not started"],
            ["Hang the gate", "Bo Lunn", "", "Overdue"],
        ),
    )
    assert [(a.kind, a.text, a.owner, a.due) for a in report.activities] == [
        ("completed", "Lay the pipes", "Ada Reed", "2012-05-12"),
        ("planned", "Dig the pit", None, "2012-06"),
        ("missed", "Hang the gate", "Bo Lunn", None),
    ]


@pytest.mark.parametrize("nothing", ["N/A", "None", "TBC", "<insert achievements>", "Nothing to report", "-"])
def test_placeholders_make_no_record(nothing: str) -> None:
    report = read_report(
        heading("Achievements"),
        para(nothing),
        heading("Risks"),
        bullet(nothing),
        heading("Decisions required"),
        nothing,
    )
    assert (report.activities, report.risks, report.decisions) == ((), (), ())


@pytest.mark.parametrize(
    ("text", "risk", "response"),
    [
        (
            "Oak for the gates is late – a second yard is asked",
            "Oak for the gates is late",
            "a second yard is asked",
        ),
        (
            "Oak for the gates is late - a second yard is asked",
            "Oak for the gates is late",
            "a second yard is asked",
        ),
        ("Oak for the gates is late", "Oak for the gates is late", None),
        (
            "There is a risk that the oak is late – again",
            "There is a risk that the oak is late – again",
            None,
        ),
        ("Oak is late. Mitigation: a second yard", "Oak is late.", "a second yard"),
        ("Long-term staffing of the lock-keeper's hut", "Long-term staffing of the lock-keeper's hut", None),
    ],
)
def test_a_risk_bullet_and_its_response(text: str, risk: str, response: str | None) -> None:
    assert [(found.text, found.response) for found in risks(bullet(text))] == [(risk, response)]


def test_labelled_parts_of_a_risk() -> None:
    (risk,) = risks(
        bullet("R4: Oak is late. Likelihood: High; Impact: Low; Owner: Ada Reed; Mitigation: a second yard")
    )
    assert (risk.reference, risk.likelihood, risk.impact, risk.owner) == ("R4", "High", "Low", "Ada Reed")
    assert risk.response == "a second yard"


def test_a_nested_mitigation_belongs_to_the_risk_above() -> None:
    found = risks(bullet("Oak is late"), bullet("Mitigation: a second yard", level=1), bullet("Rain"))
    assert [(risk.text, risk.response) for risk in found] == [
        ("Oak is late", "a second yard"),
        ("Rain", None),
    ]


def test_a_risk_sentence_in_prose_is_a_risk() -> None:
    report = read_report(
        heading("Risks"), para("The board met twice. There is a risk that the oak is late. It rained.")
    )
    assert [(risk.kind, risk.text) for risk in report.risks] == [
        ("risk", "There is a risk that the oak is late.")
    ]
    assert [narrative.text for narrative in report.narrative] == ["The board met twice. It rained."]


@pytest.mark.parametrize(
    ("title", "kind"), [("Risks", "risk"), ("Issues", "issue"), ("Risks and issues", None)]
)
def test_the_kind_of_a_risk_is_its_sections(title: str, kind: str | None) -> None:
    assert [risk.kind for risk in risks(bullet("Oak is late"), title=title)] == [kind]


def test_a_risk_register() -> None:
    (risk,) = risks(
        table(
            [
                head("ID"),
                head("Risk"),
                head("L"),
                head("I"),
                head("Score"),
                head("Owner"),
                head("Mitigation"),
                head("Status"),
            ],
            ["R1", "Oak is late", "3", "4", cell("12", fill=AMBER), "Ada Reed", "A second yard", "Open"],
        )
    )
    assert (risk.reference, risk.likelihood, risk.impact, risk.score) == ("R1", "3", "4", "12")
    assert (risk.rating, risk.owner, risk.response, risk.status) == (
        "Amber",
        "Ada Reed",
        "A second yard",
        "Open",
    )


def test_a_register_of_risks_and_issues_tells_them_apart() -> None:
    found = risks(
        table(
            [head("Type"), head("Description"), head("Response"), head("Owner")],
            ["Risk", "Oak is late", "A second yard", "AR"],
            ["I", "The hut leaks", "Roofer is called", "BL"],
        ),
        title="Risks and issues",
    )
    assert [(risk.kind, risk.text) for risk in found] == [("risk", "Oak is late"), ("issue", "The hut leaks")]


def test_milestones() -> None:
    report = read_report(
        heading("Milestones"),
        table(
            [
                head("Milestone"),
                head("Baseline"),
                head("Forecast"),
                head("Actual"),
                head("Status"),
                head("RAG"),
            ],
            ["Piling", "01/03/2012", "08/03/2012", "9 March 2012", "Complete", cell("B")],
            ["Handover", "May 2012", "Q3 2012/13", "", "On track", cell(fill=GREEN)],
        ),
    )
    assert [(m.baseline, m.forecast, m.actual, m.status, m.rating) for m in report.milestones] == [
        ("2012-03-01", "2012-03-08", "2012-03-09", "Complete", "Blue"),
        ("2012-05", "2012-12", None, "On track", "Green"),
    ]


def test_a_milestone_that_is_complete_has_no_actual_date_of_its_own() -> None:
    (milestone,) = read_report(
        heading("Milestones"),
        table([head("Milestone"), head("Baseline"), head("Status")], ["Piling", "01/03/2012", "Complete"]),
    ).milestones
    assert (milestone.actual, milestone.status, milestone.rating) == (None, "Complete", None)


def test_bullets_of_milestones() -> None:
    (first, second) = read_report(
        heading("Key milestones"), bullets("Piling – 1 March 2012 (complete)", "Handover: May 2012")
    ).milestones
    assert (first.text, first.baseline, first.status) == ("Piling", "2012-03-01", "complete")
    assert (second.text, second.baseline) == ("Handover", "2012-05")


def test_a_budget_in_thousands() -> None:
    report = read_report(
        heading("Finance"),
        table(
            [
                head("Budget line"),
                head("Budget (£000)"),
                head("Actual (£000)"),
                head("Forecast (£000)"),
                head("Variance (£000)"),
            ],
            ["Gates", "12.5", "3", "14", "(1.5)"],
            ["Total", "12.5", "3", "£14k", "TBC"],
        ),
    )
    assert [(f.text, f.budget, f.actual, f.forecast, f.variance, f.currency) for f in report.finances] == [
        ("Gates", 12_500, 3_000, 14_000, -1_500, "GBP"),
        ("Total", 12_500, 3_000, 14_000, None, "GBP"),
    ]


def test_an_amount_that_is_none_is_told() -> None:
    report = read_report(
        heading("Finance"),
        table([head("Budget line"), head("Budget"), head("Actual")], ["Gates", "£12k", "about a third"]),
    )
    assert [(f.budget, f.actual) for f in report.finances] == [(12_000, None)]
    assert "amount-not-read" in codes(report)


def test_decisions_come_only_from_their_section() -> None:
    report = read_report(
        heading("Executive summary"),
        para("We ask the board to agree the oak."),
        heading("Decisions required"),
        bullets("Agree the price of the gates", "N/A"),
    )
    assert [decision.text for decision in report.decisions] == ["Agree the price of the gates"]
    assert [narrative.text for narrative in report.narrative] == ["We ask the board to agree the oak."]


def test_records_without_words_are_told() -> None:
    report = read_report(FORM, heading("Completed this month"), "05/31/2024", "C", "Pump house roofed")
    assert [finding.about for finding in report.findings if finding.code == "odd-records"] == ["activities"]


def test_a_section_of_records_that_gave_none_is_told() -> None:
    report = read_report(FORM, heading("Milestones"), "We have agreed the dates with the contractor.")
    assert [finding.about for finding in report.findings if finding.code == "section-without-records"] == [
        "milestones"
    ]


def test_the_line_of_a_previous_rating_keeps_its_words() -> None:
    report = read_report(FORM, "Overall RAG: Amber", "Go-live: TBC\tLast month: Green")
    assert [(rating.current, rating.previous) for rating in report.ratings] == [("Amber", "Green")]
    assert "Go-live: TBC" in report.ratings[0].source.text
