"""A form's odd corners: dates in ranges, guidance under labels, subjects of memos."""

from __future__ import annotations

from extractors.document import Cell, Run
from tests.documents import bold, bullets, cell, codes, head, heading, para, read_report, table


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
