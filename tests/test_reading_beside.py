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
