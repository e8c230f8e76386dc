"""A form's odd corners: dates in ranges, guidance under labels, subjects of memos."""

from __future__ import annotations

import pytest

from extractors.document import Block, Cell, Run
from tests.documents import AMBER, bold, bullets, cell, codes, head, heading, para, read_report, table


def test_from_and_to_are_the_reporting_period() -> None:
    rows = table(
        [head("Project name"), "Kiln"],
        [head("Reporting period"), ""],
        ["From", "1 May 2012"],
        ["To", "31 May 2012"],
    )
    report = read_report(rows)
    assert (report.period, report.period_basis, report.report_date) == ("2012-05", "stated", None)


def test_from_and_to_beside_the_label() -> None:
    row: list[str | Cell] = [head("Reporting period"), head("From"), "01/05/2012", head("To"), "31/05/2012"]
    assert read_report(table([head("Project"), cell("Kiln", across=4)], row)).period == "2012-05"


def test_a_second_date_of_a_field_is_told_and_never_the_reports_own() -> None:
    report = read_report(
        table(
            [head("Project name"), cell("Kiln", across=2)],
            [head("Start date"), "1/4/2012", "3/4/2012"],
            [head("End date"), "30/9/2012", "31/10/2012"],
        )
    )
    assert (report.report_date, report.start_date, report.end_date) == (None, "2012-04-01", "2012-09-30")
    assert "conflict" in codes(report)


def test_guidance_under_a_label_is_not_its_value() -> None:
    label = cell(bold("Project name"), para(Run("(as in the register)", italic=True)))
    assert read_report(table([label, "Kiln"], [head("Date"), "3 May 2012"])).project == "Kiln"


def test_the_subject_of_a_memo_is_its_title() -> None:
    report = read_report(bold("Subject: Kiln – highlight report"), heading("Progress"), bullets("Lit it"))
    assert report.project == "Kiln"


def test_the_dates_of_start_and_end_may_share_a_label() -> None:
    for label in ("Start – Finish", "Start / planned finish", "Start date and end date"):
        report = read_report(
            table([head("Project"), "Weir repair", head(label), "April 2010 – January 2012"])
        )
        assert (report.start_date, report.end_date) == ("2010-04", "2012-01")


@pytest.mark.parametrize(
    ("label", "value", "dates"),
    [
        ("Project dates (start – finish)", "May 2010-June 2011", ("2010-05", "2011-06")),
        ("Start and finish dates", "3/5/10-30/6/11", ("2010-05-03", "2011-06-30")),
        ("Contract duration", "3 May 2010-30 June 2011", ("2010-05-03", "2011-06-30")),
        ("Project period", "May 2010/June 2011", ("2010-05", "2011-06")),
        ("Start / end", "May-December 2010", ("2010-05", "2010-12")),
        ("Project dates", "2010-2012", ("2010", "2012")),
        ("Project dates (start – finish)", "May 2010 – TBC", ("2010-05", None)),
    ],
)
@pytest.mark.parametrize("in_table", [True, False], ids=["table", "line"])
def test_one_label_asks_for_both_dates(
    label: str, value: str, dates: tuple[str, str | None], in_table: bool
) -> None:
    form: list[Block] = [
        table([head("Project"), "Weir repair"], [head(label), value], [head("Sponsor"), "Ann Teal"])
    ]
    lines: list[Block] = [para("Project: Weir repair"), para(f"{label}: {value}"), para("Sponsor: Ann Teal")]
    report = read_report(heading("Highlight report"), form if in_table else lines)
    assert (report.start_date, report.end_date, report.sponsor) == (*dates, "Ann Teal")
    assert not report.milestones


@pytest.mark.parametrize("label", ["Project duration", "Start / finish", "Weir season"])
def test_two_dates_that_cannot_be_told_apart_or_placed_are_told(label: str) -> None:
    value = "May 2010 – June 2011" if label == "Weir season" else "14 months from May 2010"
    report = read_report(table([head("Project"), "Weir repair"], [head(label), value]))
    assert (report.start_date, report.end_date) == (None, None)
    assert {f.about for f in report.findings if f.code == "field-perhaps"} == {"start_date", "end_date"}
    assert report.metadata[label] == value


def test_a_short_project_period_is_the_reports() -> None:
    report = read_report(table([head("Project"), "Weir repair"], [head("Project period"), "1-31 May 2010"]))
    assert (report.period, report.start_date) == ("2010-05", None)


def test_when_a_project_runs() -> None:
    rows = table(
        [head("Project"), "Weir repair"], [head("Runs from"), "May 2010"], [head("Runs until"), "June 2011"]
    )
    report = read_report(rows)
    assert (report.start_date, report.end_date) == ("2010-05", "2011-06")


def test_a_panel_beside_the_form_is_no_column_of_it() -> None:
    report = read_report(
        table(
            [head("Project"), "Weir repair", head("Overall status")],
            [head("Sponsor"), "Ann Teal", cell("Amber", fill=AMBER, down=2)],
            [head("Project manager"), "Bo Fenn"],
            [head("Report date"), "7 March 2011", head("Percent complete")],
            [head("Programme"), "River works", cell("40%", down=2)],
            [head("Reference"), "RW-7"],
        )
    )
    assert (report.sponsor, report.manager, report.percent_complete) == ("Ann Teal", "Bo Fenn", 40)
    assert [(rating.dimension, rating.current) for rating in report.ratings] == [("overall", "Amber")]
    assert not report.activities


def test_small_print_under_a_label_is_guidance_and_no_value() -> None:
    def label(name: str, *guidance: str) -> list[Block]:
        return [bold(name, size=10.0), *(para(text, size=7.5) for text in guidance)]

    report = read_report(
        table(
            [cell(*label("Project name")), "Eel Pass"],
            [cell(*label("Programme", "As named in the business plan")), "Rivers Renewed"],
            [cell(*label("How much is done?", "Your honest estimate,", "per cent")), "58%"],
            [
                cell(*label("Decision needed from Members", "Write None if none")),
                "Approve the second fish ladder.",
            ],
        )
    )
    assert (report.project, report.programme, report.percent_complete) == ("Eel Pass", "Rivers Renewed", 58)
    assert [decision.text for decision in report.decisions] == ["Approve the second fish ladder."]
    assert not report.unclassified


def test_values_in_small_print_under_their_labels_side_by_side() -> None:
    def told(name: str, value: str) -> Cell:
        return cell(bold(name, size=10.0), para(value, size=8.0))

    report = read_report(table([told("Project", "Eel Pass"), told("Sponsor", "Ann Lee"), told("Ref", "P19")]))
    assert (report.project, report.sponsor, report.reference) == ("Eel Pass", "Ann Lee", "P19")


def test_labels_with_their_values_in_cells_are_no_heads_of_a_register() -> None:
    report = read_report(
        table(
            ["Project: Eel Pass", "Programme: Rivers", "Ref: R-04", "Date of update: 5 Dec 2025"],
            ["SRO: Dr Ann Lee", "Project lead: Tom Reed", "Clinical lead: Bo Ames", "Goes to: Board 11 Dec"],
        )
    )
    assert (report.project, report.programme, report.reference) == ("Eel Pass", "Rivers", "R-04")
    assert (report.sponsor, report.manager) == ("Dr Ann Lee", "Tom Reed")
    assert not report.activities


def test_a_workstream_is_what_is_reported_on_where_no_label_names_a_project() -> None:
    report = read_report(
        table(["Workstream: Virtual wards", "Ref: OH-04"], ["SRO: Ann Lee", "Date: 5 Dec 2025"])
    )
    assert report.project == "Virtual wards"
    assert "project-guessed" in codes(report)
    assert read_report(table(["Workstream", "Virtual wards"], ["Project", "Eel Pass"])).project == "Eel Pass"


def test_small_print_under_a_rating_is_what_it_was() -> None:
    def rated(now: str, before: str) -> Cell:
        return cell(bold(now, size=10.0), para(f"Last month: {before}", size=8.0))

    report = read_report(
        table(["Project", "Eel Pass"]),
        table(
            [head("Area"), head("Status"), head("Comment")],
            ["Time", rated("Amber", "Green"), "The gate is late."],
            ["Cost", rated("Green", "Green"), "Nothing drawn."],
            ["Risk", rated("Red", "Amber"), "The weir leaks."],
        ),
    )
    assert [(item.current, item.previous) for item in report.ratings] == [
        ("Amber", "Green"),
        ("Green", "Green"),
        ("Red", "Amber"),
    ]
