"""What stands over, beside and under a report: banners, a site's own lines, titles in two languages, a form's foot."""

from __future__ import annotations

import pytest

from extractors.document import Aside, Cell, Run
from pipeline.model import Report
from tests.documents import (
    AMBER,
    FORM,
    GREEN,
    aside,
    bold,
    bullet,
    bullets,
    cell,
    codes,
    done,
    figure,
    head,
    heading,
    para,
    read_report,
    table,
)


def warned(report: Report) -> set[tuple[str, str]]:
    return {(finding.code, finding.about) for finding in report.findings if finding.severity == "warning"}


@pytest.mark.parametrize("moment", ["6/14/24, 9:05 AM", "14/06/2024, 09:05", "14 June 2024 at 09:05"])
def test_the_moment_at_which_a_page_was_printed_is_no_date_of_the_report(moment: str) -> None:
    form = table(["Project", "Weir repair"], ["Page updated", "3 May 2024"])
    printed = f"{moment}\tWeir repair | Monthly update | Our staff site"
    assert read_report(form, asides=(aside("header", printed),)).report_date == "2024-05-03"
    alone = read_report(
        printed, heading("Weir repair"), table(["Month", "May 2024"], ["Last edited", "3 May 2024"])
    )
    assert (alone.project, alone.report_date) == ("Weir repair", "2024-05-03")
    undated = read_report(printed, table(["Project", "Weir repair"]), asides=(aside("header", printed),))
    assert undated.report_date is None
    assert "no-report-date" in codes(undated)


@pytest.mark.parametrize("sign", ["›", "»", ">"])
def test_the_way_through_a_site_names_no_project(sign: str) -> None:
    report = read_report(
        para(f"Home {sign} Works {sign} Weir repair {sign} Monthly update\tPrint this page"),
        heading("Weir repair"),
        table(["Project manager", "Bo Day"], ["Month", "May 2024"]),
    )
    assert report.project == "Weir repair"


def test_a_subtitle_over_the_form_opens_no_section_whatever_it_promises() -> None:
    report = read_report(
        heading("Weir repair"),
        heading("What was done in May, and what we need from the Board", level=2),
        table(["Project reference", "W-7"], ["Month", "May 2024"]),
        "The coffer dam stands and the river is calm.",
        heading("We ask the Board to"),
        *bullets("Lend us the pump."),
    )
    assert [item.text for item in report.decisions] == ["Lend us the pump."]


@pytest.mark.parametrize(
    "kind", ["Period 8 report", "Week 12 update", "Q3 return", "Month 4 highlight report"]
)
def test_a_numbered_kind_of_report_at_the_other_end_of_the_banner(kind: str) -> None:
    report = read_report(heading(f"Weir and Lock Renewal\tHobbs Dredging Ltd – {kind}"), *bullets("Lit"))
    assert report.project == "Weir and Lock Renewal"


@pytest.mark.parametrize(
    ("first", "second", "third"),
    [
        ("Done in P8", "Planned for P8 but not done", "Look ahead to P9"),
        ("Q3 progress", "Missed in Q3", "Plan for Q4"),
    ],
)
def test_lists_beside_a_register_under_codes_of_periods(first: str, second: str, third: str) -> None:
    report = read_report(
        FORM,
        table(
            [head(first), head(second), head(third, across=2)],
            [cell(bullet("Sluice hung")), cell(bullet("Lock drained")), head("Task"), head("Owner")],
            [cell(bullet("Banks mown")), cell(), "Paint the gates", "A Lovell"],
        ),
    )  # fmt: skip
    assert [(item.kind, item.text, item.owner) for item in report.activities] == [
        ("completed", "Sluice hung", None),
        ("completed", "Banks mown", None),
        ("missed", "Lock drained", None),
        ("planned", "Paint the gates", "A Lovell"),
    ]


def test_the_dates_of_a_form_s_row_head_no_matrix() -> None:
    rows: list[list[str | Cell]] = [
        [head("Client sponsor"), "Ann Lee", head("Start"), "13-Jan-23", head("Forecast finish"), "26-Jun-24"],
        [head("% complete (physical)"), "63%", head("Contract"), "NEC4", head("Rev"), "B"],
    ]
    report = read_report(heading("Weir repair progress report"), table(*rows))
    assert (report.sponsor, report.start_date, report.end_date) == ("Ann Lee", "2023-01-13", "2024-06-26")
    assert (report.percent_complete, report.ratings) == (63, ())


def test_the_foot_of_a_form_is_no_ask() -> None:
    report = read_report(
        FORM,
        table([head("Decisions required")], ["Lend us the pump for the second lock."]),
        table(["Prepared by: P. Hobbs", "Approved (client):"]),
    )
    assert [item.text for item in report.decisions] == ["Lend us the pump for the second lock."]


def test_an_ask_that_begins_with_a_label_of_the_form_is_told() -> None:
    report = read_report(FORM, heading("Decisions required"), bullet("Budget: lend us £300 for the pump."))
    assert [item.text for item in report.decisions] == ["Budget: lend us £300 for the pump."]
    assert ("odd-records", "decisions") in warned(report)


def form_row(label: str, value: str) -> list[str | Cell]:
    return [head(label), value]


@pytest.mark.parametrize("sign", [" / ", "/"])
def test_a_heading_in_two_languages_counts_by_its_better_known_half(sign: str) -> None:
    labels = [
        ("Prosiect", "Project", "Odyn newydd"),
        ("Noddwr", "Sponsor", "Ann Lee"),
        ("Cyf.", "Ref.", "K-2"),
    ]
    labels += [("Dechrau", "Start", "1 May 2023"), ("Gorffen", "Finish", "1 May 2025")]
    labels += [("Cytunwyd", "Approved by SRO", "Yes / No")]
    report = read_report(
        heading(f"Adroddiad misol{sign}Monthly report"),
        table(*(form_row(own + sign + other, value) for own, other, value in labels)),
        heading(f"Cynnydd y mis hwn{sign}Progress this month"),
        *bullets("Lit the kiln"),
        heading(f"Heb ei wneud{sign}Planned but not done"),
        *bullets("Glazed the bowls"),
        heading(f"Penderfyniadau{sign}Decisions for the Kiln Board"),
        *bullets("Lend us the barrow."),
    )
    assert (report.sponsor, report.end_date, report.authorised) == ("Ann Lee", "2025-05-01", None)
    assert done(report) == [("completed", None, "Lit the kiln"), ("missed", None, "Glazed the bowls")]
    assert [item.text for item in report.decisions] == ["Lend us the barrow."]


def test_a_title_in_two_languages_is_no_name() -> None:
    title = "Adroddiad Uchafbwyntiau / Highlight Report"
    rows = [("Noddwr / Sponsor", "Ann Lee"), ("Cyf. / Ref.", "K-2"), ("Cyfnod / Period", "May 2023")]
    rows += [("Dechrau / Start", "1 May 2023"), ("Gorffen / Finish", "1 May 2025")]
    report = read_report(heading(title), table(*(form_row(label, value) for label, value in rows)))
    assert report.project is None


def test_a_response_that_begins_within_the_line() -> None:
    told = "Frost cracks the new glaze before it is fired. Mitigation: heaters hired for the shed."
    report = read_report(
        FORM, heading("Risks"), table([head("Ref"), head("Risk"), head("Owner")], ["K1", told, "A Lovell"])
    )
    [risk] = report.risks
    assert (risk.text, risk.response) == (
        "Frost cracks the new glaze before it is fired.",
        "heaters hired for the shed.",
    )


def lights(*colours: str) -> tuple[object, ...]:
    return tuple(figure(colour, "shape") for colour in colours)


def test_lines_with_lights_that_became_no_record_are_told() -> None:
    report = read_report(
        FORM,
        heading("How it feels"),
        para("Mood of the crew\tfair", figures=lights(AMBER)),
        para("Colour of the water\tclear", figures=lights(GREEN)),
    )
    assert ("unread-lights", "ratings") in warned(report)


def test_two_lights_beside_a_label_are_told_where_nothing_says_which_is_now() -> None:
    report = read_report(
        FORM,
        heading("RAG status"),
        para("Budget\tThe slates cost more", figures=lights(AMBER, GREEN)),
        para("Schedule\tAs planned", figures=lights(GREEN, GREEN)),
    )
    assert ("second-rating", "ratings") in warned(report)


def test_a_date_far_from_the_period_is_told_of_both() -> None:
    report = read_report(
        table(["Project", "Weir repair"], ["Date", "2 November 2024"], ["Period", "May 2024"])
    )
    assert {("dates-apart", "report_date"), ("dates-apart", "period")} <= warned(report)
    near = read_report(table(["Project", "Weir repair"], ["Date", "9 June 2024"], ["Period", "May 2024"]))
    assert "dates-apart" not in codes(near)


def test_a_label_among_the_heads_of_a_matrix_is_told_where_its_field_is_missing() -> None:
    report = read_report(
        FORM,
        table(
            [head("Facet"), head("This month"), head("Sponsor"), head("Comment")],
            ["Budget", cell("Green", fill=GREEN), "Ann Lee", "As planned."],
            ["Schedule", cell("Amber", fill=AMBER), "Ann Lee", "A week late."],
        ),
    )
    assert ("field-perhaps", "sponsor") in warned(report)


def test_a_heading_among_the_asks_is_told_and_a_sentence_set_like_one_is_read() -> None:
    report = read_report(
        FORM,
        heading("Decisions required", level=2),
        heading("Lend us the second pump until the lock is dry.", level=2),
        bold("Let the mill close for a week in May."),
    )
    assert [item.text for item in report.decisions] == [
        "Lend us the second pump until the lock is dry.",
        "Let the mill close for a week in May.",
    ]


def test_the_bold_part_of_a_banner_is_the_name() -> None:
    banner = para(Run("Weir Lane extension", bold=True), "\tEddy & Fenn Builders", fill="#202830")
    form = para("Sponsor: Ada Lyle\tPeriod: October 2031\tIssued: 5 November 2031")
    report = read_report(form, asides=(Aside("header", banner),))
    assert report.project == "Weir Lane extension"
    assert ("project-from-title", "project") in warned(report)


def test_lights_share_a_line_with_fields() -> None:
    report = read_report(
        heading("Weir Lane extension"),
        para(
            "Start: 2 March 2031\tSponsor: Ada Lyle\tSafety\tCost\tProgramme",
            figures=(figure(GREEN), figure(AMBER), figure(GREEN)),
        ),
    )
    assert (report.start_date, report.sponsor) == ("2031-03-02", "Ada Lyle")
    assert [(rating.label, rating.current) for rating in report.ratings] == [
        ("Safety", "Green"),
        ("Cost", "Amber"),
        ("Programme", "Green"),
    ]
