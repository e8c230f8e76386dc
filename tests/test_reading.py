"""Reading from outside: whole documents, forms, names and periods, findings; small Documents in, Readings out."""

from __future__ import annotations

import pytest

from extractors.document import Block, Cell, Problem
from tests.documents import (
    FORM,
    GREEN,
    GREY,
    aside,
    bullet,
    bullets,
    codes,
    figure,
    head,
    heading,
    para,
    read,
    read_report,
    table,
)


@pytest.mark.parametrize(
    "form",
    [
        [table(["Project:", "Weir repair"], ["Project sponsor:", "O Marsh"], ["Project ref:", "W-12"])],
        [table(["Project", "Weir repair", "SRO", "O Marsh"], ["Project ID", "W-12", "", ""])],
        [table([head("Project"), head("Executive"), head("Ref")], ["Weir repair", "O Marsh", "W-12"])],
        [table(["Project: Weir repair"], ["Sponsor: O Marsh"], ["Reference: W-12"])],
        ["Project: Weir repair", "Senior Responsible Owner: O Marsh", "Project number: W-12"],
        ["Project:\tWeir repair\tSponsor:\tO Marsh", "Project code:\tW-12"],
    ],
    ids=["rows", "side by side", "labels over values", "one cell", "lines", "tabs"],
)
def test_a_form_is_read_however_it_is_laid_out(form: list[Block | str]) -> None:
    report = read_report(*form)
    assert (report.project, report.sponsor, report.reference) == ("Weir repair", "O Marsh", "W-12")


def test_a_label_that_no_rule_knows_is_metadata() -> None:
    report = read_report(table(["Project", "Weir repair"], ["Wards affected:", "All"]))
    assert report.metadata == {"Wards affected": "All"}


@pytest.mark.parametrize("nothing", ["", "N/A", "TBC", "<insert name>", "Click here to enter text."])
def test_a_placeholder_in_a_form_is_null(nothing: str) -> None:
    report = read_report(table(["Project", "Weir repair"], ["Sponsor", nothing]))
    assert (report.project, report.sponsor, report.metadata) == ("Weir repair", None, {})


def test_a_role_in_brackets_is_the_values_label() -> None:
    report = read_report(table(["Project", "Weir repair"], ["Owner:", "Ola Marsh (SRO)"]))
    assert report.sponsor == "Ola Marsh"


def test_a_delivery_lead_manages_only_where_there_is_no_project_manager() -> None:
    both = read_report(table(["Project manager", "Ada Reed"], ["Delivery lead", "Bo Lunn"]))
    alone = read_report(table(["Project", "Weir repair"], ["Delivery lead", "Bo Lunn"]))
    assert (both.manager, alone.manager) == ("Ada Reed", "Bo Lunn")


@pytest.mark.parametrize(
    ("answer", "authorised"),
    [
        ("Yes", True),
        ("No", False),
        ("☒ Yes ☐ No", True),
        ("☐ Yes ☒ No", False),
        ("Not yet", False),
        ("Agreed by email", True),
        ("Yes / No", None),
    ],
)
def test_has_the_sponsor_agreed(answer: str, authorised: bool | None) -> None:
    assert read_report(table(["Authorised by sponsor", answer])).authorised is authorised


def test_dates_of_the_project() -> None:
    report = read_report(table(["Start date", "June 2011"], ["Contract completion", "31/03/2013"]))
    assert (report.start_date, report.end_date, report.report_date) == ("2011-06", "2013-03-31", None)


def test_an_impossible_report_date_is_null_and_told() -> None:
    report = read_report(table(["Report date", "31/02/2012"]))
    assert report.report_date is None
    (finding,) = (finding for finding in report.findings if finding.code == "impossible-date")
    assert (finding.severity, finding.about) == ("warning", "report_date")
    assert "31/02/2012" in finding.source.text


def test_two_different_values_of_a_field_are_told() -> None:
    report = read_report(table(["Project manager", "Ada Reed"], ["PM", "Bo Lunn"]))
    assert (report.manager, "conflict" in codes(report)) == ("Ada Reed", True)


@pytest.mark.parametrize(
    "title",
    [
        "Highlight Report: Weir repair",
        "Weir repair – Monthly Highlight Report",
        "Weir repair | Status Report | May 2012",
    ],
)
def test_a_title_names_the_project(title: str) -> None:
    assert (
        read_report(heading(title), heading("Achievements", 2), bullets("Piling began")).project
        == "Weir repair"
    )


def test_a_project_named_by_no_label_is_told() -> None:
    report = read_report(
        heading("Highlight Report"), heading("Weir repair"), heading("Risks", 2), bullets("Rain")
    )
    assert (report.project, "project-from-title" in codes(report)) == ("Weir repair", True)


def test_an_organisation_is_no_project() -> None:
    report = read_report(
        heading("Fenshire County Council"), heading("Highlight Report"), para("Project: Weir repair")
    )
    assert report.project == "Weir repair"


@pytest.mark.parametrize(
    ("blocks", "path", "period", "basis"),
    [
        (
            [table(["Reporting period", "1 – 30 November 2011"], ["Date", "7 December 2011"])],
            "r.docx",
            "2011-11",
            "stated",
        ),
        ([table(["Date of report", "7 December 2011"])], "r.docx", "2011-12", "report_date"),
        (["Nothing dated"], "weir_2011-10.docx", "2011-10", "filename"),
        (["Nothing dated"], "Weir highlight Oct 2011.docx", "2011-10", "filename"),
        (["Nothing dated"], "weir.docx", None, None),
        ([table(["Reporting period", "October to November 2011"])], "r.docx", "2011-11", "stated"),
    ],
)
def test_the_period_and_its_basis(
    blocks: list[Block | str], path: str, period: str | None, basis: str | None
) -> None:
    report = read_report(*blocks, path=path)
    assert (report.period, report.period_basis) == (period, basis)


def test_a_period_is_no_report_date() -> None:
    assert read_report(table(["Reporting period", "1 to 30 November 2011"])).report_date is None


def test_a_running_header_gives_what_the_form_does_not() -> None:
    report = read_report(
        heading("Achievements"),
        bullets("Piling began"),
        asides=(aside("header", "Project: Weir repair\tPM: Ada Reed"),),
    )
    assert (report.project, report.manager) == ("Weir repair", "Ada Reed")


@pytest.mark.parametrize(
    ("printed", "forecast"),
    [
        ("12 October", "2011-10-12"),
        ("12 May", "2012-05-12"),
        ("9 Jan", "2012-01-09"),
        ("Tue 12 July", "2011-07-12"),
        ("Thu 12 July", "2012-07-12"),
    ],
)
def test_dates_without_a_year_are_those_nearest_to_the_report(printed: str, forecast: str) -> None:
    report = read_report(
        table(["Report date", "7 December 2011"]),
        heading("Milestones"),
        table([head("Milestone"), head("Forecast")], ["Handover", printed]),
    )
    assert report.milestones[0].forecast == forecast
    assert "year-inferred" in codes(report)


@pytest.mark.parametrize(
    ("text", "percent"), [("45%", 45), ("45 % complete", 45), ("45", 45), ("about half", None)]
)
def test_percent_complete_of_the_form(text: str, percent: float | None) -> None:
    assert read_report(table(["Percentage complete", text])).percent_complete == percent


def test_percent_complete_of_a_drawn_bar() -> None:
    bar = figure(kind="bar", segments=((GREEN, 0.6), (GREY, 0.4)))
    report = read_report(heading("Progress bar"), bar)
    assert (report.percent_complete, "percent-from-bar" in codes(report)) == (60, True)


def one_report(project: str) -> list[Block]:
    return [
        heading("Highlight Report", starts_page=True),
        table(["Project", project], ["Sponsor", "Ola Marsh"], ["Report date", "7 December 2011"]),
        heading("Achievements", 2),
        *bullets(f"{project}: piling began"),
        heading("Risks", 2),
        *bullets("Rain"),
    ]


def test_a_pack_is_split_into_its_reports() -> None:
    reading = read(
        heading("Programme board papers"),
        para("Covering paper by the clerk."),
        one_report("Weir repair"),
        one_report("Lock gates"),
        one_report("Towpath"),
    )
    assert [report.project for report in reading.reports] == ["Weir repair", "Lock gates", "Towpath"]
    assert [len(report.activities) for report in reading.reports] == [1, 1, 1]
    assert "Covering paper by the clerk." in [passage.text for passage in reading.unclassified]


def test_an_empty_template_is_a_report_without_records() -> None:
    report = read_report(
        heading("Highlight Report"),
        table(["Project", "<Insert project name>"], ["Report date", "dd/mm/yyyy"], ["Overall RAG", ""]),
        heading("Achievements"),
        bullet("<Insert achievements>"),
    )
    assert (report.project, report.report_date, report.activities, report.ratings) == (None, None, (), ())
    assert {"no-project", "no-report-date", "no-period", "no-ratings", "no-records"} <= codes(report)


@pytest.mark.parametrize(
    ("missing", "code"),
    [
        ("Project", "no-project"),
        ("Report date", "no-report-date"),
        ("Overall RAG", "no-ratings"),
        (None, None),
    ],
)
def test_what_a_highlight_report_lacks_is_told(missing: str | None, code: str | None) -> None:
    form = {"Project": "Weir repair", "Report date": "7 December 2011", "Overall RAG": "Green"}
    rows: list[list[str | Cell]] = [[label, value] for label, value in form.items() if label != missing]
    report = read_report(table(*rows))
    told = {finding.code for finding in report.findings if finding.code.startswith("no-")} - {
        "no-records",
        "no-period",
    }
    assert told == ({code} if code else set())
    assert all(finding.severity != "info" for finding in report.findings if finding.code == code)


def test_ratings_without_an_overall_one_are_told() -> None:
    assert "no-overall-rating" in codes(read_report(FORM, table(["Cost", "Green"], ["Schedule", "Amber"])))


def test_text_outside_the_body_is_furniture_and_deleted_text_is_told() -> None:
    reading = read(
        FORM,
        asides=(
            aside("footer", "Page 1 of 2"),
            aside("hidden", "draft only"),
            aside("deleted", "the old sponsor"),
            aside("watermark", "DRAFT"),
        ),
    )
    kinds = {item.kind: item.text for item in reading.furniture if item.kind not in {"label", "heading"}}
    assert kinds == {
        "footer": "Page 1 of 2",
        "hidden": "draft only",
        "deleted": "the old sponsor",
        "watermark": "DRAFT",
    }
    assert [finding.code for finding in reading.findings] == ["deleted-text"]


def test_comments_and_footnotes_are_kept_as_unclassified() -> None:
    reading = read(FORM, asides=(aside("comment", "Ask Ada"), aside("footnote", "As agreed in May")))
    assert [passage.text for passage in reading.unclassified] == ["Ask Ada", "As agreed in May"]


def test_what_the_extractor_is_unsure_of_is_a_finding() -> None:
    reading = read(FORM, problems=(Problem("page-not-read", "error", "Page 2 could not be read."),))
    assert [(f.code, f.severity, f.about) for f in reading.findings] == [
        ("page-not-read", "error", "document")
    ]


def test_every_record_leads_back_to_its_words() -> None:
    report = read_report(
        FORM, heading("Risks"), bullets("Rain"), heading("Achievements"), bullets("Piling began")
    )
    assert report.risks[0].source.text == "Rain"
    assert report.activities[0].source.path == "body"
    assert report.sources["project"].text == "Project Weir repair"
