"""Layouts of whole reports: indexes, tables drawn with tabs, cards of workstreams, banners, keys of colours."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.document import Block, Cell, Run, Table
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

DARK_AMBER, PALE_GREEN = "#E97132", "#B4E5A2"
SCALE = [
    (GREEN, "Green"),
    (PALE_GREEN, "Amber/Green"),
    (AMBER, "Amber"),
    (DARK_AMBER, "Amber/Red"),
    (RED, "Red"),
]


def swatches(*scale: tuple[str, str]) -> Table:
    """A key of empty cells in their colours, each beside what it means."""
    rows: list[list[str | Cell]] = [[cell("", fill=colour), f"{word}: as agreed"] for colour, word in scale]
    return table(*rows)


def _sheet(name: str, ref: str) -> list[Block]:
    return [
        bold(name),
        table([head("Reference"), ref], [head("Project sponsor"), "O Marsh"], [head("Month"), "May 2012"]),
        heading("Progress in May"),
        *bullets(f"{name} surveyed."),
        heading("Risks"),
        *bullets("Rain – tents"),
    ]


def test_an_index_of_projects_stands_over_the_first_sheet_and_is_none_of_it() -> None:
    index = table(
        [head("Ref"), head("Project"), head("Overall"), head("Page")],
        ["W1", "Weir repair", cell("A", fill=AMBER), "2"],
        ["W2", "Ferry steps", cell("G", fill=GREEN), "3"],
    )
    reading = read(
        bold("River works: monthly sheets"),
        index,
        _sheet("Weir repair", "W1"),
        _sheet("Ferry steps", "W2"),
    )
    assert [(report.project, report.reference) for report in reading.reports] == [
        ("Weir repair", "W1"),
        ("Ferry steps", "W2"),
    ]
    assert not any(report.ratings for report in reading.reports)


def test_an_index_of_one_report_is_its_cover() -> None:
    index = table(
        [head("Project"), head("Kind"), head("RAG"), head("Page")],
        ["Weir repair", "Short", cell("A", fill=AMBER), "2"],
    )
    reading = read(bold("River works: monthly sheets"), index, _sheet("Weir repair", "W1"))
    assert [(report.project, report.reference) for report in reading.reports] == [("Weir repair", "W1")]
    assert not any(report.ratings for report in reading.reports)


def test_months_without_a_year_lead_the_rows_of_a_matrix_with_comments_below() -> None:
    report = read_report(
        FORM,
        table(
            [head(""), head("Overall"), head("Funding")],
            ["May", cell("G", fill=GREEN), cell("G", fill=GREEN)],
            ["June", cell("A", fill=AMBER), cell("G", fill=GREEN)],
            ["Comment", "Stone is late", ""],
        ),
    )
    assert [(r.label, r.current, r.previous, r.comment) for r in report.ratings] == [
        ("Overall", "Amber", "Green", "Stone is late"),
        ("Funding", "Green", "Green", None),
    ]


@pytest.mark.parametrize(
    "key",
    [
        [table([cell(word, fill=colour) for colour, word in SCALE])],
        [swatches(*SCALE)],
        [para(*(run for colour, word in SCALE for run in (Run("● ", color=colour), Run(f"{word}   "))))],
    ],
    ids=["words on their colours", "swatches", "signs in a line"],
)
def test_a_documents_own_key_says_what_its_colours_mean(key: list[Block]) -> None:
    report = read_report(
        FORM,
        table(
            [head("Dimension"), head("Last month"), head("This month")],
            ["Schedule", cell("", fill=PALE_GREEN), cell("", fill=DARK_AMBER)],
            ["Cost", cell("", fill=GREEN), cell("", fill=GREEN)],
        ),
        key,
    )
    assert [(r.previous, r.current) for r in report.ratings] == [
        ("Amber/Green", "Amber/Red"),
        ("Green", "Green"),
    ]


def test_a_word_on_a_colour_that_says_otherwise_teaches_nothing() -> None:
    matrix = table(
        [head("Dimension"), head("This month")],
        ["Schedule", cell("Green", fill=RED)],
        ["Cost", cell("", fill=RED)],
    )
    assert [r.current for r in read_report(FORM, matrix).ratings] == ["Green", "Red"]


def test_a_table_drawn_with_tabs_is_a_table() -> None:
    report = read_report(
        FORM,
        heading("Scores"),
        "Aspect\tNow\tLast note\tRemark",
        "Overall\tAmber\tGreen\tStone is late.",
        "Cost\tGreen\tGreen\tNothing to tell.",
        heading("Costs"),
        bold("Item\tBudget\tSpent\tForecast"),
        "Stone\t£1,000\t\t£1,200",
        "Labour\t£500\t£250\t£500",
    )
    assert [(r.label, r.current, r.previous, r.comment) for r in report.ratings] == [
        ("Overall", "Amber", "Green", "Stone is late."),
        ("Cost", "Green", "Green", "Nothing to tell."),
    ]
    assert [(f.text, f.budget, f.actual, f.forecast) for f in report.finances] == [
        ("Stone", 1000, None, 1200),
        ("Labour", 500, 250, 500),
    ]


def test_tabbed_lines_of_a_form_or_of_ratings_stay_lines() -> None:
    report = read_report(
        "Project:\tWeir repair\tSponsor:\tO Marsh",
        "Project code:\tW-12\tProject manager:\tA Reed",
        "Start:\tMay 2012\tFinish:\tJune 2013",
    )
    assert (report.project, report.manager, report.end_date) == ("Weir repair", "A Reed", "2013-06")


def _card(name: str, word: str, colour: str) -> Table:
    return table(
        [
            cell(bold(name), fill="#00695C"),
            cell("Lead: Jo Ambler", fill="#00695C"),
            cell(bold(word), "April: ON TRACK", fill=colour),
        ],
        [cell(f"{name} waits for stone.", across=3)],
        [
            cell(bold("Done in May"), bullet(f"{name} begun")),
            cell(bold("Doing in June"), bullet(f"{name} goes on"), across=2),
        ],
        [cell(bold("Risks and issues"), bullet("Rain – tents"), across=3)],
    )


def test_cards_of_workstreams_rate_and_name_what_stands_in_them() -> None:
    report = read_report(
        table(["Project", "Weir repair"], ["Project manager", "A Reed"]),
        _card("Communications", "ON TRACK", GREEN),
        _card("Masonry", "OFF TRACK", RED),
    )
    assert [(r.label, r.current, r.previous, r.comment) for r in report.ratings] == [
        ("Communications", "Green", "Green", "Communications waits for stone."),
        ("Masonry", "Red", "Green", "Masonry waits for stone."),
    ]
    assert done(report) == [
        ("completed", "Communications", "Communications begun"),
        ("planned", "Communications", "Communications goes on"),
        ("completed", "Masonry", "Masonry begun"),
        ("planned", "Masonry", "Masonry goes on"),
    ]
    assert (report.manager, len(report.risks)) == ("A Reed", 2)


def test_rows_of_a_card_may_be_labelled() -> None:
    def card(name: str, letter: str) -> Table:
        return table(
            [head(name), head("Leader: Jo Ambler"), head(f"Status: {letter}")],
            [head("Remark"), cell(f"{name} waits for stone.", across=2)],
            [head("Achieved"), cell(*bullets(f"{name} begun"), across=2)],
            [head("Planned for next month"), cell(*bullets(f"{name} goes on"), across=2)],
        )

    report = read_report(FORM, card("WP1 Masonry", "A"), card("WP2 Ferry", "G"))
    assert [(r.label, r.current, r.comment) for r in report.ratings] == [
        ("WP1 Masonry", "Amber", "WP1 Masonry waits for stone."),
        ("WP2 Ferry", "Green", "WP2 Ferry waits for stone."),
    ]
    assert done(report)[1] == ("planned", "WP1 Masonry", "WP1 Masonry goes on")


def test_a_single_page_headed_by_its_projects_name_is_no_card() -> None:
    report = read_report(FORM, _card("Weir repair", "ON TRACK", GREEN))
    assert {activity.workstream for activity in report.activities} == {None}


def test_leads_stand_between_workstreams_and_their_work() -> None:
    report = read_report(
        FORM,
        table(
            [head("Workstream"), head("Lead"), head("RAG"), head("Done this week"), head("Next week")],
            [
                "Masonry",
                "Jo Ambler",
                cell("", fill=AMBER),
                cell(*bullets("Arch set")),
                cell(*bullets("Point")),
            ],
            ["Ferry", "Bo Lunn", cell("", fill=GREEN), cell(*bullets("Hull dry")), cell(*bullets("Paint"))],
        ),
    )
    assert [(r.label, r.current) for r in report.ratings] == [("Masonry", "Amber"), ("Ferry", "Green")]
    assert done(report)[0] == ("completed", "Masonry", "Arch set")


def test_a_banner_names_the_project_beside_its_number() -> None:
    report = read_report(
        table([cell(para("Weir repair     Project no. W-12", size=18.0), fill="#1F4E79")]),
        "Update for: May 2012      Written on: 6 June 2012      Project ends: June 2013",
    )
    assert (report.project, report.reference) == ("Weir repair", "W-12")
    assert (report.period, report.report_date, report.end_date) == ("2012-05", "2012-06-06", "2013-06")


def test_a_note_with_its_form_below_opens_no_activities() -> None:
    report = read_report(
        heading("Weir repair"),
        "Progress note 7",
        "Project code\tW-12",
        "Month covered\tMay 2012",
        "Date of note\t6 June 2012",
        heading("Finished in May"),
        *bullets("Arch set"),
    )
    assert (report.project, report.reference, report.period) == ("Weir repair", "W-12", "2012-05")
    assert done(report) == [("completed", None, "Arch set")]


def test_a_programme_over_the_form_is_told() -> None:
    report = read_report(bold("Living Rivers Programme"), "Project Highlight Report", FORM)
    assert (report.programme, "programme-from-title" in codes(report)) == ("Living Rivers Programme", True)


@pytest.mark.parametrize(
    ("label", "value", "dates"),
    [
        ("Project start / end", "May 2012 / June 2013", ("2012-05", "2013-06")),
        ("Start and finish dates", "1 May 2012 to 3 June 2013", ("2012-05-01", "2013-06-03")),
    ],
)
def test_a_label_of_two_dates(label: str, value: str, dates: tuple[str, str]) -> None:
    report = read_report(table(["Project", "Weir repair"], [label, value]))
    assert (report.start_date, report.end_date) == dates


def test_people_of_a_memo_hold_the_roles_in_brackets() -> None:
    report = read_report(
        bold("MEMORANDUM"),
        "To:\tDeputy Chief Warden Oona Marsh (SRO); members of the River Board",
        "From:\tReach Manager Ada Reed (Project Manager)",
        "Copy:\tHead of Works; union secretary",
        "Project:\tWeir repair",
    )
    assert (report.sponsor, report.manager) == ("Deputy Chief Warden Oona Marsh", "Reach Manager Ada Reed")


def test_amounts_with_a_decimal_comma_tell_how_the_others_of_their_table_are_meant() -> None:
    report = read_report(
        FORM,
        heading("Costs"),
        table(
            [head("Item"), head("Budget"), head("Spent to 31 October"), head("Forecast")],
            ["Stone", "1.284.600,00", "611.275", "1.270.000"],
            ["Labour", "297.025", "450,5", "297.025"],
        ),
    )
    assert [(f.budget, f.actual, f.forecast) for f in report.finances] == [
        (1284600, 611275, 1270000),
        (297025, 450.5, 297025),
    ]


def test_numbered_paragraphs_begin_with_their_heading() -> None:
    report = read_report(
        FORM,
        bullet("Risks.", marker="1."),
        para("There is a risk that the ford floods."),
        replace(
            bullet("", marker="2."),
            runs=(Run("Recommendations.", bold=True), Run(" The Board is asked to:")),
        ),
        bullet("note the flood;", marker="(a)"),
        bullet("agree the new date.", marker="(b)"),
    )
    assert [decision.text for decision in report.decisions] == ["note the flood;", "agree the new date."]


def test_a_pack_of_two_templates_of_which_one_is_a_series() -> None:
    def full(name: str) -> list[Block]:
        return [
            heading(name), table([head("Project"), name], [head("Project manager"), "Ann Lee"]),
            heading("Risks"), table([head("Risk"), head("Mitigation")], [f"{name} may fail", "Try again"]),
        ]  # fmt: skip

    def short(name: str) -> list[Block]:
        lines = ("Project lead\tBo Day", "Month\tMay 2012", "Risks\tClay may crack", "Issues\tKiln is cold")
        return [bold(f"Short report: {name}"), *(para(line) for line in lines)]

    reading = read(full("Kiln"), full("Clay"), short("Glaze"), short("Wheel"))
    assert [report.project for report in reading.reports] == ["Kiln", "Clay", "Glaze", "Wheel"]
