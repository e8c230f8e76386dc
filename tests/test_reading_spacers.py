"""Empty columns and rows, frames, and columns that count the rows: nothing of it is the report's."""

from __future__ import annotations

from extractors.document import Cell
from tests.documents import AMBER, FORM, GREEN, bold, bullets, cell, head, heading, read_report, table


def test_an_empty_column_between_dimension_and_rating() -> None:
    rows: list[list[str | Cell]] = [["Time", "", cell("A", fill=AMBER)], ["Cost", "", cell("G", fill=GREEN)]]
    report = read_report(FORM, heading("Status"), table([head("Area"), "", head("RAG")], *rows))
    assert [(rating.label, rating.current) for rating in report.ratings] == [
        ("Time", "Amber"),
        ("Cost", "Green"),
    ]


def test_an_empty_first_column_before_a_budget() -> None:
    money = table(["", head("Item"), head("Budget"), head("Actual")], ["", "Boats", "£12,000", "£9,500"])
    (line,) = read_report(FORM, heading("Finance"), money).finances
    assert (line.text, line.budget, line.actual) == ("Boats", 12000, 9500)


def test_a_column_that_counts_the_lines_of_a_budget_is_no_name() -> None:
    money = table(
        [head("No."), head("Item"), head("Budget"), head("Actual")],
        ["1", "Boats", "£12,000", "£9,500"],
        ["2", "Cameras", "£4,000", "£1,500"],
    )
    assert [line.text for line in read_report(FORM, heading("Finance"), money).finances] == [
        "Boats",
        "Cameras",
    ]


def test_the_number_of_a_risk_is_its_reference() -> None:
    rows = table(
        [head("No."), head("Risk"), head("Owner")],
        ["1", "The slip may silt up", "Ann Lee"],
        ["2", "Boats may come late", "Bo Day"],
    )
    assert [risk.reference for risk in read_report(FORM, heading("Risks"), rows).risks] == ["1", "2"]


def test_a_form_s_blank_value_before_the_next_label_stays_blank() -> None:
    report = read_report(table([head("Sponsor"), "", head("Project manager"), "Bo Day"]), FORM)
    assert report.sponsor is None


def test_empty_rows_between_the_rows_of_a_register() -> None:
    rows = table(
        [head("Risk"), head("Response"), head("Owner")],
        ["", "", ""],
        ["The slip may silt up", "Dredge in May", "Ann Lee"],
        ["", "", ""],
        ["Boats may come late", "Hire two", "Bo Day"],
    )
    assert [risk.owner for risk in read_report(FORM, heading("Risks"), rows).risks] == ["Ann Lee", "Bo Day"]


def test_a_page_in_a_frame_reads_like_a_page() -> None:
    rows = table([head("Risk"), head("Owner")], ["The slip may silt up", "Ann Lee"])
    frame = table([cell(heading("Done this month"), *bullets("Slip cleared"), heading("Risks"), rows)])
    report = read_report(FORM, frame)
    assert [activity.text for activity in report.activities] == ["Slip cleared"]
    assert [risk.owner for risk in report.risks] == ["Ann Lee"]


def test_sections_in_bold_over_their_words_are_no_heads_of_a_table() -> None:
    report = read_report(
        "Project\tWeir Repair",
        table(
            [cell(bold("Progress"), "The arch was set."), cell(bold("Next steps"), "Flood the dam.")],
            [cell(bold("Risks"), "Ice."), cell(bold("Sponsor"), "Ada Byron")],
        ),
    )
    assert [(item.kind, item.text) for item in report.activities] == [
        ("completed", "The arch was set."),
        ("planned", "Flood the dam."),
    ]


def test_a_label_down_the_side_with_a_line_on_how_to_fill_in() -> None:
    label = cell(
        bold("Key dates"),
        "The date that was agreed first. Colour the last box in blue, green, amber or red.",
        down=3,
    )
    report = read_report(
        FORM,
        table(
            [label, head("Milestone"), head("Baseline"), head("Forecast"), head("RAG")],
            ["Slip open", "3 May 2024", "9 May 2024", cell(fill=GREEN)],
            ["Boats bought", "1 June 2024", "8 July 2024", cell(fill=AMBER)],
        ),
    )
    assert [(item.text, item.forecast, item.rating) for item in report.milestones] == [
        ("Slip open", "2024-05-09", "Green"),
        ("Boats bought", "2024-07-08", "Amber"),
    ]
