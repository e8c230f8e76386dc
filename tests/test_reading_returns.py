"""Forms that funders send out to be filled in: pairs beside pairs, boxes beside options, badges after areas."""

from __future__ import annotations

import pytest

from extractors.document import Block, Cell, Paragraph
from tests.documents import (
    FORM,
    bold,
    bullet,
    cell,
    figure,
    head,
    heading,
    para,
    read_report,
    table,
)


def pair(*texts: str) -> list[str | Cell]:
    """Bold labels and their painted values, taking turns."""
    return [cell(text, fill="#F3FAFB") if at % 2 else head(text) for at, text in enumerate(texts)]


def test_two_pairs_in_every_row_are_no_form_under_heads() -> None:
    report = read_report(
        table(
            pair("Organisation", "Mill Trust", "Grant number", "MT/7"),
            pair("Project", "Eel pass", "Funding programme", "Living Rivers"),
            pair("Project lead", "Ada Lovell", "Project sponsor", "Ben Marsh"),
            pair("Grant starts", "1 May 2021", "Grant ends", "30 April 2024"),
        )
    )
    assert (report.project, report.programme, report.reference) == ("Eel pass", "Living Rivers", "MT/7")
    assert (report.manager, report.sponsor) == ("Ada Lovell", "Ben Marsh")
    assert (report.start_date, report.end_date) == ("2021-05-01", "2024-04-30")


def drawn_box(ticked: bool) -> Cell:
    return cell(figure(kind="checkbox", checked=ticked))


def typed_box(ticked: bool) -> Cell:
    return cell("☒" if ticked else "☐")


@pytest.mark.parametrize("box", [drawn_box, typed_box])
@pytest.mark.parametrize("after", [False, True])
def test_boxes_in_cells_of_their_own_tick_the_options_beside_them(box: object, after: bool) -> None:
    assert callable(box)

    def row(area: str, ticked: str) -> list[str | Cell]:
        cells: list[str | Cell] = [area]
        for option in ("Green", "Amber", "Red"):
            cells += [option, box(option == ticked)] if after else [box(option == ticked), option]
        return cells

    report = read_report(
        FORM, table(row("Overall progress", "Amber"), row("Spending", "Green"), row("Time", "Red"))
    )
    assert [(rating.label, rating.current) for rating in report.ratings] == [
        ("Overall progress", "Amber"),
        ("Spending", "Green"),
        ("Time", "Red"),
    ]


def badge(area: str, word: str, *why: str) -> Paragraph:
    return bold("\t".join((area, word, *why)))


def told(*blocks: Block) -> list[tuple[str, str | None, str | None]]:
    report = read_report(
        FORM, heading("The short version"), *blocks, heading("What got done"), bullet("Weir mended")
    )
    return [(rating.label, rating.current, rating.comment) for rating in report.ratings]


def test_areas_that_no_rule_knows_are_rated_among_known_ones() -> None:
    assert told(
        badge("Overall", "At risk"),
        badge("Eels", "At risk"),
        para("They came a month early."),
        badge("Money", "On track"),
        para("We are a little under the plan."),
        badge("The neighbours", "Off track"),
        para("The pumps ran on a Sunday."),
    ) == [
        ("Overall", "Amber", None),
        ("Eels", "Amber", "They came a month early."),
        ("Money", "Green", "We are a little under the plan."),
        ("The neighbours", "Red", "The pumps ran on a Sunday."),
    ]


def test_commentary_behind_a_second_tab() -> None:
    assert told(
        badge("Programme", "Amber", "Two weeks late."),
        badge("Cost", "Green", "Within the grant."),
        badge("Village life", "Green", "The lane is open again."),
    ) == [
        ("Programme", "Amber", "Two weeks late."),
        ("Cost", "Green", "Within the grant."),
        ("Village life", "Green", "The lane is open again."),
    ]


def test_tasks_with_their_state_behind_a_tab_are_not_rated() -> None:
    assert told(badge("Pumps ordered", "Complete"), badge("Sluice oiled", "On track")) == []


def test_the_day_of_a_meeting_asks_nothing_of_the_board() -> None:
    report = read_report(
        heading("Weir sheet"),
        heading("for the meeting of the Board on 18 November", level=2),
        para("Project\tEel pass"),
        para("Project manager\tAda Lovell"),
    )
    assert (report.project, report.manager, report.decisions) == ("Eel pass", "Ada Lovell", ())


def test_parts_of_a_form_in_letters_without_a_stop() -> None:
    report = read_report(
        FORM,
        heading("Part E  Difficulties"),
        table(
            [head("Difficulty"), head("What you are doing about it"), head("Person")],
            ["The landlord has not signed", "Trustees meet him in May", "Ada Lovell"],
        ),
        heading("Part F  Spending in this year"),
        table(
            [head("Heading"), head("Budget (£)"), head("Spent to 30 June (£)")],
            ["Staff", "18,400", "17,950"],
        ),
    )
    [risk] = report.risks
    assert (risk.text, risk.response, risk.owner) == (
        "The landlord has not signed",
        "Trustees meet him in May",
        "Ada Lovell",
    )
    assert [(line.text, line.budget, line.actual) for line in report.finances] == [("Staff", 18400, 17950)]


@pytest.mark.parametrize(
    ("label", "field", "value"),
    [
        ("Award title", "project", "Eel pass"),
        ("Works", "project", "Eel pass"),
        ("School and scheme", "project", "Eel pass"),
        ("Responsible executive", "sponsor", "Ada Lovell"),
        ("Accountable trustee", "sponsor", "Ada Lovell"),
        ("Digital PM", "manager", "Ada Lovell"),
        ("Grant agreement / Project number", "reference", "114-20"),
    ],
)
def test_labels_of_projects_and_people(label: str, field: str, value: str) -> None:
    report = read_report(
        table([label, value], ["Date of report", "7 December 2011"], ["Period", "November 2011"])
    )
    assert getattr(report, field) == value


def test_the_other_partys_manager_is_not_the_projects() -> None:
    report = read_report(
        table(["Project", "Eel pass"], ["Contractor PM", "Cy Hill"], ["Date", "7 December 2011"])
    )
    assert report.manager is None


def test_a_date_of_signing_beside_a_name() -> None:
    report = read_report(table(["Project", "Eel pass"], ["Signed and dated", "A. Lovell, 12th May 2011"]))
    assert report.report_date == "2011-05-12"


@pytest.mark.parametrize(
    ("line", "period"),
    [
        ("1 April to 30 September 2011", "2011-09"),
        ("April – September 2011", "2011-09"),
        ("October 2011 · for the meeting of the Board on 18 November", "2011-10"),
    ],
)
def test_the_line_under_the_title_tells_the_period(line: str, period: str) -> None:
    report = read_report(
        heading("Weir sheet"),
        para(line),
        table(["Project", "Eel pass"], ["Date of report", "7 November 2011"]),
    )
    assert report.period == period


def test_colours_of_two_words_in_a_legend() -> None:
    legend = para(
        "Green: no concerns\tAmber-Green: minor\tAmber: being managed\tAmber-Red: needs help\tRed: stuck"
    )
    rows = table(
        [head("Area"), head("May")], ["Time", "Amber-Green"], ["Money", "Green"], ["Crew", "Needs help"]
    )
    report = read_report(FORM, heading("How are we doing?"), rows, legend)
    assert [rating.current for rating in report.ratings] == ["Amber/Green", "Green", "Amber/Red"]


def test_a_register_of_early_warnings_and_hazards_holds_risks() -> None:
    heads = [head("EW"), head("Matter"), head("Action from the early warning meeting"), head("With")]
    row: list[str | Cell] = ["EW-3", "The drain lies too high", "A survey is asked for", "Ada Lovell"]
    report = read_report(FORM, heading("Early warning register – open risks"), table(list(heads), row))
    [risk] = report.risks
    assert (risk.kind, risk.reference, risk.text) == ("risk", "EW-3", "The drain lies too high")
    assert (risk.response, risk.owner) == ("A survey is asked for", "Ada Lovell")
    hazards = table(
        [head("Hazard"), head("Measure"), head("In hand with")], ["Swell", "A second leg is hired", "Ada"]
    )
    report = read_report(FORM, heading("Hazards to the programme and how they are being met"), hazards)
    [risk] = report.risks
    assert (risk.kind, risk.response, risk.owner) == ("risk", "A second leg is hired", "Ada")


@pytest.mark.parametrize(
    ("title", "project", "reference"),
    [
        ("WB-22 Weir Bridge Repair", "Weir Bridge Repair", "WB-22"),
        ("COVID-19 Memorial Garden", "COVID-19 Memorial Garden", None),
        ("M25 Widening", "M25 Widening", None),
    ],
)
def test_a_code_a_space_before_the_name_in_a_title(title: str, project: str, reference: str | None) -> None:
    report = read_report(heading(title), para("SRO: Ada Lovell"), para("Project Manager: Ben Marsh"))
    assert (report.project, report.reference) == (project, reference)
