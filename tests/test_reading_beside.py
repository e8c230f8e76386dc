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


def test_a_memos_subject_names_the_project_and_its_first_sentences_the_rest() -> None:
    report = read_report(
        "To:\tThe Steering Group",
        "From:\tAda Byron, Bursar",
        "Date:\t6 June 2012",
        "Re:\tOtter: replacing the old press",
        "Project number PR-2012-03. Sponsor: Prof. Cy Lunn (Dean). Project lead: Dr Bo Day.",
        "You will remember that we last met before the rollers came.",
        heading("The weather", 2),
        table(
            ["", head("May"), head("Now"), head("In a sentence")],
            ["Outlook", "Sunny", "Cloudy", "We will print by August but not in colour."],
            ["Press hall", "Cloudy", "Sunny", "The floor is level and dry."],
            ["Rollers", "Cloudy", "Thunder", "They are stuck at the docks."],
            ["Training", "Sunny", "Sunny", "Half of the printers have been taught."],
        ),
        "Sunny = green, no help needed; Cloudy = amber, we can handle it; Thunder = red, we need you.",
        heading("Since we last met", 2),
        "The old press was carried out in one piece.",
        heading("Before we next meet", 2),
        *bullets("Lay the rails."),
        heading("What keeps us awake", 2),
        *bullets("The rollers slip again – we have asked for a second ship."),
    )
    assert (report.project, report.reference) == ("Otter: replacing the old press", "PR-2012-03")
    assert (report.sponsor, report.manager) == ("Prof. Cy Lunn (Dean)", "Dr Bo Day")
    assert [(r.label, r.dimension, r.current, r.previous) for r in report.ratings][:2] == [
        ("Outlook", "overall", "Amber", "Green"),
        ("Press hall", "other", "Green", "Amber"),
    ]
    assert {"project-from-title", "dimension-guessed"} <= codes(report)
    assert [(item.kind, item.text) for item in report.activities] == [
        ("completed", "The old press was carried out in one piece."),
        ("planned", "Lay the rails."),
    ]
    assert [(risk.kind, risk.text) for risk in report.risks] == [(None, "The rollers slip again")]


def test_a_month_behind_now_is_no_earlier_one() -> None:
    rows: list[list[str | Cell]] = [
        [name, cell("Green", fill=GREEN), cell("Amber", fill=AMBER)] for name in ("Time", "Cost", "Scope")
    ]
    before = read_report(table(["", head("April"), head("Now")], *rows))
    behind = read_report(table(["", head("Now"), head("June")], *rows))
    assert [(r.current, r.previous) for r in before.ratings] == [("Amber", "Green")] * 3
    assert [r.previous for r in behind.ratings] == [None] * 3


@pytest.mark.parametrize(
    ("heading_text", "section"),
    [
        ("Since the trustees last sat", "completed"),
        ("By the time we next write", "planned"),
        ("What we lose sleep over", "risk"),
        ("Factors that may affect delivery", "risk"),
        ("Events which might disrupt the works", "risk"),
    ],
)
def test_headings_of_meetings_and_of_sleepless_nights(heading_text: str, section: str) -> None:
    report = read_report(
        heading("Progress"), *bullets("Arch set"), heading(heading_text), *bullets("Rope cut.")
    )
    kinds: list[str] = [item.kind for item in report.activities if item.text == "Rope cut."]
    kinds += ["risk" for risk in report.risks if risk.text == "Rope cut."]
    assert kinds == [section]


def test_a_position_is_the_overall_rating_where_no_other_is() -> None:
    alone = read_report("Project\tWeir Repair", "Position\tAMBER", heading("Progress"), *bullets("Arch set"))
    assert [(r.label, r.dimension, r.current) for r in alone.ratings] == [("Position", "overall", "Amber")]
    both = read_report("Project\tWeir Repair", table(["Overall", "Green"], ["Position", "Amber"]))
    assert [(r.label, r.dimension) for r in both.ratings] == [("Overall", "overall"), ("Position", "other")]


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


def test_a_forms_summing_up_says_how_much_is_done() -> None:
    form = table(
        ["Project", "Weir Repair"], ["In short", "62% complete by length. The weather has been kind."]
    )
    assert read_report(form).percent_complete == 62
    asked = table(
        ["Project", "Weir Repair"], ["Testing", "62% complete by length. The weather has been kind."]
    )
    assert read_report(asked).percent_complete is None


@pytest.mark.parametrize("what", ["What", "Yarn"])
def test_the_column_of_most_words_tells_a_register_whose_text_has_no_known_head(what: str) -> None:
    report = read_report(
        heading("Risk and issue log (open items)"),
        table(
            [head(name) for name in ("#", "Type", what, "Prob", "Imp", "What we are doing", "With", "State")],
            ["14", "Risk", "The clay arrives wet or late again.", "M", "H", "Dry it.", "Client", "Open"],
            [
                "17",
                "Issue",
                "The kiln has no key of its own.",
                "",
                "H",
                "Locksmith called.",
                "Client",
                "Escalated",
            ],
        ),
    )
    assert [
        (r.kind, r.text, r.response, r.owner, r.likelihood, r.impact, r.status) for r in report.risks
    ] == [
        ("risk", "The clay arrives wet or late again.", "Dry it.", "Client", "M", "H", "Open"),
        ("issue", "The kiln has no key of its own.", "Locksmith called.", "Client", None, "H", "Escalated"),
    ]


def test_what_an_order_is_worth_and_what_it_will_come_to() -> None:
    report = read_report(
        heading("Commercials"),
        table(
            [head(name) for name in ("Line", "Order value", "Claimed", "Est. at completion", "Headroom")],
            ["Moulds", "£112.5k", "£67.8k", "£110.9k", "£1.6k"],
        ),
    )
    assert [(f.budget, f.actual, f.forecast, f.variance) for f in report.finances] == [
        (112500, 67800, 110900, 1600)
    ]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Work during June and July", "planned"),
        ("Work in the months of June to August 2012", "planned"),
        ("Work over April and May", "completed"),
    ],
)
def test_work_in_named_months_is_told_by_the_reports_own(title: str, kind: str) -> None:
    report = read_report(
        "Project\tWeir Repair",
        "Month reported\tMay 2012",
        heading("What has been achieved"),
        *bullets("Arch set"),
        heading(title),
        *bullets("Coffer dam flooded"),
    )
    assert [item.kind for item in report.activities if item.text == "Coffer dam flooded"] == [kind]


def test_matters_and_what_somebody_is_doing_about_them() -> None:
    report = read_report(
        heading("Matters which may affect delivery"),
        table(
            [head("Matter"), head("What the keepers are doing about it")],
            ["Ice on the moat.", "A second boat is on trial."],
        ),
    )
    assert [(risk.kind, risk.text, risk.response) for risk in report.risks] == [
        (None, "Ice on the moat.", "A second boat is on trial.")
    ]


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


def test_sections_in_bold_over_their_words_are_no_stacked_form() -> None:
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


@pytest.mark.parametrize(
    ("label", "value", "reference"),
    [
        ("Heritage Fund reference", "NM-21-874", "NM-21-874"),
        ("SOW no", "SOW-0093", "SOW-0093"),
        ("Diocesan faculty ref.", "2012/044", "2012/044"),
        ("Planning application reference", "12/00345/FUL", None),
        ("Contact number", "01234 567890", None),
        ("Invoice no", "INV-2012", None),
    ],
)
def test_an_organisations_own_name_for_the_reference(label: str, value: str, reference: str | None) -> None:
    report = read_report(table(["Project", "Weir Repair"], [label, value], ["Sponsor", "Ada Byron"]))
    assert report.reference == reference
    assert ("reference-guessed" in codes(report)) == (reference is not None)


def test_whose_project_manager_it_is() -> None:
    form = table(["Project", "Weir Repair"], ["Promoter PM", "Bo Day"], ["Monday PM", "Cy Lunn"])
    assert read_report(form).manager == "Bo Day"


def test_matters_to_determine_are_decisions_and_barriers_tell_no_kind() -> None:
    report = read_report(
        "Project\tWeir Repair",
        heading("Barriers and what we are doing about them"),
        table([head("Barrier"), head("Actions"), head("Who")], ["Ice.", "Salt.", "Bo Day"]),
        heading("Matters for the Chapter to determine"),
        *bullets("Lend us the pump."),
    )
    assert [(risk.kind, risk.text, risk.owner) for risk in report.risks] == [(None, "Ice.", "Bo Day")]
    assert [item.text for item in report.decisions] == ["Lend us the pump."]


@pytest.mark.parametrize(
    ("label", "dimension"),
    [
        ("Roadmap", "schedule"),
        ("Burn", "cost"),
        ("Backlog & change", "scope"),
        ("Condition of the fabric", "quality"),
    ],
)
def test_what_software_houses_and_archives_rate(label: str, dimension: str) -> None:
    report = read_report(table(["Overall", "Green"], [label, "Amber"]))
    assert [rating.dimension for rating in report.ratings] == ["overall", dimension]
