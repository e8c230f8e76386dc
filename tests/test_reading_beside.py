"""A name beside its fields, a month beside a date, sheets of a pack that only their names part."""

from __future__ import annotations

import pytest

from extractors.document import Block, Cell
from tests.documents import (
    AMBER,
    GREEN,
    bold,
    bullets,
    cell,
    codes,
    head,
    heading,
    para,
    read,
    read_report,
    table,
)


def banner(name: str, *fields: str) -> Block:
    return table([cell(bold(name, size=18.0)), cell(*(para(line, size=10.0) for line in fields))])


def lights(*rows: tuple[str, str, str, str]) -> Block:
    heads: list[str | Cell] = [
        cell(fill="#1F4E79"), head("Moorings"), head("Build programme"), head("Cost and yield")
    ]  # fmt: skip
    lit: list[list[str | Cell]] = [
        [lead, *(cell(fill=colour) for colour in colours)] for lead, *colours in rows
    ]
    return table(heads, *lit)


def sheet(name: str, number: str, manager: str) -> list[Block]:
    return [
        banner(name, f"Job no. {number}", "May 2012 (issued 6 June 2012)"),
        table(
            [head("Managing Director"), head("Project Manager"), head("Berths")], ["Ada Byron", manager, "40"]
        ),
        lights(("Apr", GREEN, GREEN, GREEN), ("May", GREEN, AMBER, GREEN)),
        heading("This month"),
        *bullets(f"Piled the jetty of {name}."),
        heading("Approvals sought"),
        *bullets("Release of the second barge."),
    ]


def test_sheets_of_a_pack_are_parted_where_names_stand_beside_fields() -> None:
    reports = read(*sheet("Heron Quay", "HQ-14", "Bo Day"), *sheet("Otter Basin", "HQ-20", "Cy Lunn")).reports
    assert [(r.project, r.reference, r.manager) for r in reports] == [
        ("Heron Quay", "HQ-14", "Bo Day"),
        ("Otter Basin", "HQ-20", "Cy Lunn"),
    ]
    assert {(r.period, r.report_date) for r in reports} == {("2012-05", "2012-06-06")}
    assert [(r.label, r.current, r.previous) for r in reports[1].ratings] == [
        ("Moorings", "Green", "Green"),
        ("Build programme", "Amber", "Green"),
        ("Cost and yield", "Green", "Green"),
    ]
    assert [item.text for item in reports[1].decisions] == ["Release of the second barge."]


@pytest.mark.parametrize(
    "fields", [("Ref: W-12", "May 2012"), ("Week ending 25 May 2012", "Sponsor: Ada Byron")]
)
def test_a_name_set_large_beside_fields_is_the_projects(fields: tuple[str, ...]) -> None:
    report = read_report(banner("Weir Repair", *fields), heading("Progress"), *bullets("Arch set"))
    assert (report.project, report.period) == ("Weir Repair", "2012-05")
    assert "project-from-title" in codes(report)


def test_a_bold_label_beside_fields_of_its_own_size_names_nothing() -> None:
    told = (cell(bold("Particulars")), cell(para("Ref: W-12")))
    report = read_report(
        bold("Weir Repair", size=18.0), table([*told]), heading("Progress"), *bullets("Arch set")
    )
    assert report.project == "Weir Repair"


def test_a_bold_name_beside_its_form_outdoes_the_letterhead() -> None:
    report = read_report(
        para("Riverside Chapter", size=20.0),
        para("Quarterly paper for the Chapter Board"),
        table(
            [
                cell(bold("Opening the Muniment Room")),
                cell("Project ref: MR/7", "Sponsor: Ada Byron, Dean", "Quarter ending: 30 June 2012"),
            ],
            [cell(bold("Finished")), cell(*bullets("Rolls listed to item level."))],
        ),
    )
    assert (report.project, report.reference, report.period) == (
        "Opening the Muniment Room",
        "MR/7",
        "2012-06",
    )


@pytest.mark.parametrize(
    "line",
    [
        "May 2012 (issued 6 June 2012)",
        "May 2012, issued 6 June 2012",
        "Report for May 2012 – dated 6 June 2012",
        "Reporting period May 2012 (report dated 6 June 2012)",
    ],
)
def test_a_month_and_the_day_of_the_report_in_one_line(line: str) -> None:
    report = read_report(heading("Weir Repair"), line, heading("Progress"), *bullets("Arch set"))
    assert (report.project, report.period, report.report_date) == ("Weir Repair", "2012-05", "2012-06-06")


def test_a_month_with_a_day_that_is_not_the_reports_own_is_none() -> None:
    report = read_report(heading("Weir Repair"), "May 2012 (opened 6 June 2012)", *bullets("Arch set"))
    assert report.report_date is None


def test_facts_in_one_line_parted_by_dots() -> None:
    line = "Client report for May 2012  ·  Issued 02-Jun-2012  ·  Delivery manager: Bo Day  ·  64% complete"
    report = read_report(bold("Mooring Portal"), line, heading("Progress"), *bullets("Arch set"))
    assert (report.period, report.report_date, report.manager) == ("2012-05", "2012-06-02", "Bo Day")
    assert report.percent_complete == 64
    assert "period-from-title" in codes(report)
    other = read_report(
        bold("Mooring Portal"), "Crane | 64% complete", heading("Progress"), *bullets("Arch set")
    )
    assert other.percent_complete is None


def stacked(label: str, *value: str) -> Cell:
    return cell(bold(label), *value, fill="#EDF6F6")


def test_cells_that_hold_their_label_over_their_value() -> None:
    report = read_report(
        bold("One Loom: from hand to steam", size=18.0),
        table(
            [
                stacked("Half-term", "Summer 2 (4 June to 20 July 2012)"),
                stacked("Executive sponsor", "Ada Byron, Principal"),
                stacked("Project lead", "Bo Day"),
            ],
            [
                stacked("Date of update", "27 July 2012"),
                stacked("Overall judgement", "Getting there"),
                stacked("Judgement last half-term", "Secure"),
            ],
        ),
        "Key to judgements: Secure (green), as planned; Getting there (amber), with effort; Not yet (red), help us.",
        table(
            [
                head("Weaving"),
                cell("Now: Not yet   |   Last half-term: Getting there", fill="#F2A7A0"),
            ],
            [bold_cell("What we did this half-term"), bold_cell("What we will do next half-term")],
            [cell(*bullets("Oiled the loom.")), cell(*bullets("Thread it."))],
        ),
        table(
            [head("Carding"), cell("Now: Secure   |   Last half-term: Secure", fill="#A8D8B0")],
            [bold_cell("What we did this half-term"), bold_cell("What we will do next half-term")],
            [cell(*bullets("Combed the wool.")), cell(*bullets("Wash it."))],
        ),
    )
    assert (report.period, report.report_date) == ("2012-07", "2012-07-27")
    assert (report.sponsor, report.manager) == ("Ada Byron, Principal", "Bo Day")
    assert [(r.label, r.current, r.previous, r.comment) for r in report.ratings] == [
        ("Overall judgement", "Amber", "Green", None),
        ("Weaving", "Red", "Amber", None),
        ("Carding", "Green", "Green", None),
    ]


def bold_cell(text: str) -> Cell:
    return cell(bold(text))


def titled_sheet(name: str, number: str, manager: str) -> list[Block]:
    return [
        heading(name),
        para(f"Job no. {number}\tMay 2012"),
        table([head("Director"), head("Project Manager"), head("Berths")], ["Ada Byron", manager, "12"]),
        table(
            [cell(fill="#1F4E79"), head("Land"), head("Drains"), head("Roads")],
            ["Apr", cell(fill=GREEN), cell(fill=GREEN), cell(fill=AMBER)],
            ["May", cell(fill=GREEN), cell(fill=AMBER), cell(fill=AMBER)],
        ),
        heading("This month", 2),
        *bullets(f"Dug {name}."),
        heading("Approvals sought", 2),
        *bullets("Spend more."),
    ]


def test_sheets_of_a_pack_are_parted_by_titles_over_their_tabbed_fields() -> None:
    reading = read(
        *titled_sheet("Heron Quay", "HQ-1", "Bo Day"), *titled_sheet("Otter Basin", "HQ-2", "Cy Lunn")
    )
    assert [(r.project, r.reference, r.manager, r.period) for r in reading.reports] == [
        ("Heron Quay", "HQ-1", "Bo Day", "2012-05"),
        ("Otter Basin", "HQ-2", "Cy Lunn", "2012-05"),
    ]
    assert [(r.label, r.dimension, r.current, r.previous) for r in reading.reports[0].ratings] == [
        ("Land", "other", "Green", "Green"),
        ("Drains", "other", "Amber", "Green"),
        ("Roads", "other", "Amber", "Amber"),
    ]


def test_a_list_of_cells_beside_a_table_is_no_label_of_it() -> None:
    log = table(
        [head("Risk"), head("Response"), head("Owner")], ["Rain gets in.", "Roofers booked.", "Bo Day"]
    )
    report = read_report(
        "Project\tMooring Portal",
        table(
            [
                cell(bold("Shipped"), *bullets("Login"), bold("Up next"), *bullets("Pay")),
                cell(bold("Risks and issues"), log, bold("Asks"), *bullets("Sign it")),
            ]
        ),
    )
    assert [(item.kind, item.text) for item in report.activities] == [
        ("completed", "Login"),
        ("planned", "Pay"),
    ]
    assert [risk.text for risk in report.risks] == ["Rain gets in."]
    assert [item.text for item in report.decisions] == ["Sign it"]


def test_a_label_that_no_rule_knows_beside_a_list_is_a_section_and_told() -> None:
    report = read_report(
        table(
            ["Project", "Weir Repair"],
            [cell(bold("Finished")), cell(*bullets("Arch set."))],
            [cell(bold("On the bench")), cell(*bullets("Seals being cast."))],
            [cell(bold("Risks")), cell(*bullets("Ice."))],
        )
    )
    assert "On the bench" not in report.metadata
    assert [passage.text for passage in report.unclassified] == ["Seals being cast."]
    assert "unknown-heading" in codes(report)
    assert [risk.text for risk in report.risks] == ["Ice."]


def test_an_organisation_beside_the_fields_is_no_projects_name() -> None:
    report = read_report(
        banner("Moorshire Council", "Ref: W-1", "May 2012"), bold("Weir Repair", size=14.0), heading("Progress"),
        *bullets("Arch set"),
    )  # fmt: skip
    assert (report.project, report.reference, report.period) == ("Weir Repair", "W-1", "2012-05")


def test_sections_among_stacked_cells_keep_their_records() -> None:
    report = read_report(
        table(
            [stacked("Sponsor", "Ada Byron"), stacked("Project manager", "Bo Day"), stacked("Ref", "W-1")],
            [stacked("Progress", "Arch set."), stacked("Next", "Flood it."), stacked("Risks", "Ice.")],
        )
    )
    assert (report.sponsor, report.manager, report.reference) == ("Ada Byron", "Bo Day", "W-1")
    assert [(item.kind, item.text) for item in report.activities] == [
        ("completed", "Arch set."),
        ("planned", "Flood it."),
    ]
    assert [risk.text for risk in report.risks] == ["Ice."]


def bare_sheet(name: str, manager: str) -> list[Block]:
    return [
        heading(name),
        table([head("Director"), head("Site manager"), head("Berths")], ["Ada Byron", manager, "12"]),
        heading("This month", 2),
        *bullets(f"Dug {name}."),
        heading("Approvals sought", 2),
        *bullets(f"Spend more on {name}."),
    ]


def test_sheets_that_only_their_forms_part() -> None:
    sheets = [*bare_sheet("Heron Quay", "Bo Day"), *bare_sheet("Otter Basin", "Cy Lunn")]
    reports = read("May 2012", *sheets).reports
    assert [(r.project, r.manager, len(r.decisions)) for r in reports] == [
        ("Heron Quay", "Bo Day", 1),
        ("Otter Basin", "Cy Lunn", 1),
    ]


def test_parts_of_one_report_with_forms_of_their_own_stay_together() -> None:
    sheets = [*bare_sheet("North bank", "Bo Day"), *bare_sheet("South bank", "Cy Lunn")]
    assert len(read(heading("Weir Repair: highlight report"), *sheets).reports) == 1
    assert len(read(table(["Project", "Weir Repair"], ["Sponsor", "Ada Byron"]), *sheets).reports) == 1
