"""What a report seems not to say: told wherever its lines hold something that no rule could place."""

from __future__ import annotations

import pytest

from extractors.document import Block, Cell
from pipeline.model import Report
from tests.documents import AMBER, FORM, GREEN, bold, bullets, cell, head, heading, para, read_report, table

NAMED = table([head("Project"), "Otter Holt Survey"], [head("Report date"), "4 June 2024"])


def warned(report: Report) -> set[tuple[str, str]]:
    return {(finding.code, finding.about) for finding in report.findings if finding.severity == "warning"}


@pytest.mark.parametrize(
    ("value", "fields"),
    [
        ("12 March 2024", {"start_date", "end_date"}),
        ("May 2024", {"start_date", "end_date", "period"}),
        ("Gráinne Ní Dhuibhir", {"sponsor", "manager"}),
        ("Station Manager Oona Pell", {"sponsor", "manager"}),
        ("64%", {"percent_complete"}),
        ("OH-24/7", {"reference"}),
        ("Yes, on 3 June 2024", {"authorised"}),
    ],
)
def test_a_value_under_a_label_that_nobody_knows_may_be_a_field_s(value: str, fields: set[str]) -> None:
    report = read_report(NAMED, table([head("Grebe wimble"), value], [head("Area"), "Upper reach"]))
    assert {("field-perhaps", field) for field in fields} <= warned(report)


def test_a_label_that_nobody_knows_asks_nothing_of_a_field_that_is_given() -> None:
    people = table(
        [head("Sponsor"), "Ada Crane"], [head("Project manager"), "Bo Lunn"], [head("Wader"), "Cy Dunlin"]
    )
    report = read_report(NAMED, people)
    assert ("field-perhaps", "manager") not in warned(report)
    assert report.metadata["Wader"] == "Cy Dunlin"


@pytest.mark.parametrize(
    "lines",
    [
        [bold("Wimblings of the month"), para("Nine of the twelve holts were visited by boat.")],
        [para("Wimblings of the month"), *bullets("Nine holts visited by boat", "Cameras put up")],
    ],
)
def test_a_heading_amid_running_text_may_stand_over_records(lines: list[Block]) -> None:
    report = read_report(FORM, heading("Summary"), para("The survey goes well."), *lines)
    assert {("unknown-heading", key) for key in ("activities", "risks", "decisions")} <= warned(report)


def test_a_paragraph_under_a_heading_that_nobody_knows_may_be_a_record() -> None:
    told = para("The landing stage was rebuilt and two boats were bought.")
    report = read_report(FORM, heading("Issues"), *bullets("Slip closed"), heading("Wimblings"), told)
    assert ("unknown-heading", "activities") in warned(report)
    assert [passage.text for passage in report.unclassified] == [told.text]


def test_dates_and_sums_under_a_heading_that_nobody_knows_may_be_milestones_and_money() -> None:
    report = read_report(
        FORM, heading("Issues"), *bullets("Slip closed"), heading("Wimblings"),
        para("The boats were due on 3 May 2024 and came on 9 May 2024."),
        para("They had a budget of £12,000, and £11,450 has been paid."),
    )  # fmt: skip
    assert {("unknown-heading", "milestones"), ("unknown-heading", "finances")} <= warned(report)


def test_a_text_beside_a_form_s_label_that_nobody_knows_may_be_a_record() -> None:
    told = "Boat slip closed by the harbour office until the end of the regatta week."
    report = read_report(NAMED, table([head("Wimble"), told], [head("Area"), "Upper reach"]))
    assert ("listed-field", "risks") in warned(report)


def test_a_column_of_letters_beside_printed_options_may_be_the_rating_of_before() -> None:
    report = read_report(
        FORM, heading("RAG status"),
        table(
            [head("Facet"), head("Red"), head("Amber"), head("Green"), head("Wimble")],
            ["Time", "", "X", "", "A"],
            ["Cost", "", "", "X", "G"],
        ),
    )  # fmt: skip
    assert [(rating.current, rating.previous) for rating in report.ratings] == [
        ("Amber", None),
        ("Green", None),
    ]
    assert any(about == "ratings" for code, about in warned(report) if code not in {"no-overall-rating"})


@pytest.mark.parametrize(
    "words", ["Boats are late. Wimble: hire two from the club.", "Wimble: hire two boats."]
)
def test_a_label_within_a_risk_may_part_it(words: str) -> None:
    assert ("label-within", "risks") in warned(read_report(FORM, heading("Risks"), *bullets(words)))


def test_sums_below_a_thousand_may_lack_their_unit() -> None:
    rows: list[list[str | Cell]] = [["Boats", "£12.5", "£11.0"], ["Cameras", "£48.0", "£20.5"]]
    budget = table([head("Item"), head("Budget"), head("Actual")], *rows)
    assert ("unit-perhaps", "finances") in warned(read_report(FORM, heading("Finance"), budget))


def test_a_known_label_in_a_line_that_became_something_else() -> None:
    told = para(
        "Seen by the wardens in May. Project manager: Bo Lunn. Boats are kept at the weir all year round."
    )
    report = read_report(NAMED, heading("Summary"), told)
    assert report.manager == "Bo Lunn" or ("field-perhaps", "manager") in warned(report)


def test_a_share_in_the_text_of_which_no_rule_made_a_percentage() -> None:
    report = read_report(
        NAMED, heading("Wider news"), para("The wardens say it is 40% finished and 60% complete.")
    )
    assert report.percent_complete is None
    assert ("field-perhaps", "percent_complete") in warned(report)


def test_the_name_beside_the_kind_of_document_in_a_banner_is_the_project_s() -> None:
    banner = table([cell("HIGHLIGHT REPORT", fill="#003A5D"), cell("Otter Holt Survey", fill="#003A5D")])
    report = read_report(banner, table([head("Ref"), head("Period")], ["OH-7", "May 2024"]))
    assert report.project == "Otter Holt Survey"


def test_a_date_column_that_nobody_knows_is_a_guess_beside_the_date_reached() -> None:
    steps = table(
        [head("Milestone"), head("Wimble"), head("Actual date")],
        ["Boats bought", "3 May 2024", "9 May 2024"],
        ["Holts counted", "1 July 2024", ""],
    )
    report = read_report(FORM, heading("Milestones"), steps)
    assert report.milestones[0].baseline == "2024-05-03"
    assert ("guessed-column", "milestones") in warned(report)


def test_a_title_s_words_and_another_line_set_like_a_title() -> None:
    report = read_report(
        bold("Rivers and Reaches: highlight report"), bold("Otter Holt Survey"),
        table([head("Sponsor"), "Ada Crane"], [head("Report date"), "4 June 2024"]),
        table([head("Facet"), head("RAG")], ["Time", cell("A", fill=AMBER)], ["Cost", cell("G", fill=GREEN)]),
    )  # fmt: skip
    assert ("project-from-title", "project") in warned(report)


def test_a_prompt_where_a_name_should_stand_is_no_answer() -> None:
    report = read_report(table([head("Project"), "Otter Holt Survey"], [head("Sponsor"), "Choose a sponsor"]))
    assert report.sponsor is None
    assert ("prompt-or-answer", "sponsor") in warned(report)


def test_a_span_of_dates_is_no_work() -> None:
    report = read_report(
        FORM, heading("Progress this period"), para("1 May 2024 to 31 May 2024"), *bullets("Slip cleared")
    )
    assert ("odd-records", "activities") in warned(report) or len(report.activities) == 1


def test_words_of_a_scale_may_hold_a_comma_where_semicolons_part_them() -> None:
    scale = "Scale: Swimming (green); Paddling, but afloat (amber); Sunk, send boats (red)"
    rows = table(["Time", "Paddling, but afloat"], ["Cost", "Swimming"], ["Crew", "Sunk, send boats"])
    report = read_report(FORM, heading("Status"), rows, scale)
    assert [rating.current for rating in report.ratings] == ["Amber", "Green", "Red"]
