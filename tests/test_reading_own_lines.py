"""What reports say in lines and keys of their own: months of titles, owners in brackets, cards, own rating words."""

from __future__ import annotations

import pytest

from extractors.document import Aside, Block
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
    read,
    read_report,
    table,
)

DATED = table(["Project", "Weir repair"], ["Date", "7 December 2011"])


@pytest.mark.parametrize(
    ("lines", "period", "basis"),
    [
        (["Sluice bulletin for November 2011"], "2011-11", "stated"),
        (["Sluice page – October 2011"], "2011-10", "stated"),
        (["Sluice page – December 2011"], "2011-12", "report_date"),
        (["Sluice page – March 2012"], "2011-12", "report_date"),
        (["Sluice bulletin for November 2011", "Eel pass – October 2011"], "2011-12", "report_date"),
        (["The pass was closed for November 2011."], "2011-12", "report_date"),
        (["Target date – November 2011"], "2011-12", "report_date"),
    ],
)
def test_a_month_that_the_first_lines_end_with_is_the_period_where_it_fits(
    lines: list[str], period: str, basis: str
) -> None:
    report = read_report(*lines, DATED)
    assert (report.period, report.period_basis) == (period, basis)


def test_a_month_of_the_first_lines_that_is_not_taken_is_told() -> None:
    assert "period-perhaps" in codes(read_report("Sluice page – March 2012", DATED))
    assert "period-perhaps" in codes(read_report("Sluice page, November 2011", DATED))
    assert "period-from-title" in codes(read_report("Sluice page – November 2011", DATED))


def test_the_month_of_a_title_outdoes_that_of_the_day_that_a_snapshot_was_taken() -> None:
    facts = table(["Project", "Weir repair"], ["Snapshot date", "4 December 2011"])
    assert read_report("Sluice page – November 2011", facts).period == "2011-11"


def test_a_table_in_a_header_is_read_as_a_form() -> None:
    form = table([head("Project"), "Eel pass", head("Project ID"), "E-17"])
    report = read_report(heading("Highlight Report"), *bullets("Weed cut"), asides=(Aside("header", form),))
    assert (report.project, report.reference) == ("Eel pass", "E-17")


@pytest.mark.parametrize(
    "said",
    [
        "Sponsor: Ada Reed. Project manager: Bo Lunn. Planned finish: March 2012.",
        "Sponsor: Ada Reed, Project manager: Bo Lunn, Planned finish: March 2012",
        "Sponsor - Ada Reed; Project manager - Bo Lunn; Planned finish - March 2012",
    ],
)
def test_pairs_that_stand_one_after_the_other_in_a_line(said: str) -> None:
    report = read_report(FORM, said)
    assert (report.sponsor, report.manager, report.end_date) == ("Ada Reed", "Bo Lunn", "2012-03")


@pytest.mark.parametrize(
    ("text", "kept", "owner", "due"),
    [
        ("Cut the weed (Ada Reed, by 9 May 2012)", None, "Ada Reed", "2012-05-09"),
        ("Cut the weed (Ada Reed – 9 May 2012)", None, "Ada Reed", "2012-05-09"),
        ("Cut the weed (Upper Weir, by 9 May 2012)", None, "Upper Weir", "2012-05-09"),
        ("Cut the weed (Reach, bank and bed)", None, None, None),
        ("Cut the weed. [Owner: Ada Reed; due: by 9 May 2012]", "Cut the weed.", "Ada Reed", "2012-05-09"),
        ("Cut the weed (Owner: Ada Reed)", None, "Ada Reed", None),
    ],
)
def test_owners_and_dates_in_brackets(
    text: str, kept: str | None, owner: str | None, due: str | None
) -> None:
    report = read_report(FORM, heading("Next month"), bullet(text))
    assert [(a.text, a.owner, a.due) for a in report.activities] == [(kept or text, owner, due)]


def test_a_first_name_in_brackets_is_an_owner_where_somebody_is_called_so_else_it_is_told() -> None:
    form = table(["Project", "Weir repair"], ["Project manager", "Sunniva Lund"])
    report = read_report(
        form,
        heading("Next month"),
        *bullets("Cut the weed (Sunniva)", "Mend the gate (Torvald)", "Open the pass (Done)"),
    )
    assert [activity.owner for activity in report.activities] == ["Sunniva", None, None]
    told = [finding.message for finding in report.findings if finding.code == "owner-perhaps"]
    assert len(told) == 1 and "(Torvald)" in told[0]


def test_cells_of_two_lines_under_a_head_of_two_parts() -> None:
    report = read_report(
        FORM,
        heading("Risks and issues"),
        table(
            [head("Ref / type"), head("Description"), head("Action"), head("Owner / status")],
            [cell("I-3", "Issue"), "Eels nest in the sluice", "Build a pass", cell("A Reed", "Open")],
            [cell("R-1", "Risk"), "Stakes rot in the bank", "Drive new ones", cell("B Lunn", "Closed")],
        ),
    )
    assert [(r.kind, r.reference, r.owner, r.status) for r in report.risks] == [
        ("issue", "I-3", "A Reed", "Open"),
        ("risk", "R-1", "B Lunn", "Closed"),
    ]


def cards() -> Report:
    """A page of two cards, rated in words of the organisation's own that a key explains on their colours."""
    key = table(
        [
            cell(bold("How to read this")),
            cell("Calm – all goes to plan", fill=GREEN),
            cell("Choppy – the lead has it in hand", fill=AMBER),
            cell("Stormy – the board must help", fill=RED),
        ]
    )

    def card(name: str, lead: str, mark: str, fill: str, milestone: str) -> object:
        return table(
            [cell(bold(name), f"Lead: {lead}"), cell(bold(mark), "Water stands high.", fill=fill)],
            [head("Done this month"), head("Next month")],
            [cell(bullet(f"{name} begun")), cell(bullet(f"{name} goes on"))],
            [head("Risks"), head("Milestones")],
            [
                cell(bullet("Stakes rot – drive new ones")),
                cell(milestone, "Baseline: 30 Sep 2011", "Forecast: 15 Oct 2011", "Status: Met"),
            ],
        )

    return read_report(
        FORM,
        "Overall: Choppy",
        key,
        card("Weed", "Ada Reed", "Calm", GREEN, "All weed cut"),  # type: ignore[arg-type]
        card("Gate", "Bo Lunn", "Stormy", RED, "Gate hung"),  # type: ignore[arg-type]
    )


def test_a_key_on_its_colours_explains_an_organisations_own_words() -> None:
    assert [(rating.label, rating.current, rating.comment) for rating in cards().ratings] == [
        ("Overall", "Amber", None),
        ("Weed", "Green", "Water stands high."),
        ("Gate", "Red", "Water stands high."),
    ]


def test_a_card_names_its_lead_under_the_workstream() -> None:
    assert done(cards()) == [
        ("completed", "Weed", "Weed begun"),
        ("planned", "Weed", "Weed goes on"),
        ("completed", "Gate", "Gate begun"),
        ("planned", "Gate", "Gate goes on"),
    ]


def test_a_milestone_in_lines_of_its_own() -> None:
    assert [(m.text, m.baseline, m.forecast, m.status) for m in cards().milestones] == [
        ("All weed cut", "2011-09-30", "2011-10-15", "Met"),
        ("Gate hung", "2011-09-30", "2011-10-15", "Met"),
    ]


@pytest.mark.parametrize(
    ("tail", "status"),
    [("(three weeks late)", None), ("(2 days early)", None), ("(running late)", "running late")],
)
def test_by_how_much_a_milestone_is_late_is_no_status(tail: str, status: str | None) -> None:
    line = f"Gate hung: baseline 12/06/2011, forecast 03/07/2011 {tail}"
    (milestone,) = read_report(FORM, heading("Milestones"), bullet(line)).milestones
    assert (milestone.baseline, milestone.forecast, milestone.status) == ("2011-06-12", "2011-07-03", status)


@pytest.mark.parametrize(
    "blocks",
    [
        [heading("Progress"), "Plan 40% / Actual 35%"],
        [heading("Progress"), table(["Plan 40%", "Actual 35%"])],
        [table(["Programme", "Rivers"], ["Progress", "Plan 40% / Actual 35%"], ["Manager", "Bo Lunn"])],
    ],
)
def test_shares_planned_and_reached_are_no_work_done(blocks: list[object]) -> None:
    report = read_report(FORM, *blocks, heading("Next month"), *bullets("Cut the weed"))  # type: ignore[arg-type]
    assert report.percent_complete == 35
    assert done(report) == [("planned", None, "Cut the weed")]


def test_a_title_beside_its_organisation_opens_the_next_sheet() -> None:
    """It is no pair of a label and a value, and no decision of the sheet above it."""
    blocks: list[Block] = []
    for name in ("Weir", "Gate"):
        title = cell(bold("Sluys Water – Highlight Sheet"), fill="#003087")
        blocks += [
            table([title, cell("Period ending 31 May 2012", fill="#003087")]),
            table(["Project name", f"{name} repair"], ["Project manager", "Bo Lunn"]),
            bold("Milestones"),
            table([head("Milestone"), head("Baseline")], [f"{name} mended", "3 July 2012"]),
            bold("Decisions required"),
            para(f"Agree to mend the {name.lower()}."),
        ]
    assert [[told.text for told in report.decisions] for report in read(*blocks).reports] == [
        ["Agree to mend the weir."],
        ["Agree to mend the gate."],
    ]


def test_a_heading_beside_a_title_that_names_something_else_is_told() -> None:
    report = read_report(heading("Eel Pass Renewal"), "River Works – Highlight report", *bullets("Weed cut"))
    told = [f.message for f in report.findings if f.code == "project-from-title"]
    assert any("Eel Pass Renewal" in message for message in told)
