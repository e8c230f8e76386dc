"""Reports that go their own way: their own words on lights, budgets by scheme, answers below the last section."""

from __future__ import annotations

import pytest

from extractors.document import Cell, Paragraph, Run
from pipeline.model import Report
from tests.documents import (
    AMBER,
    FORM,
    GREEN,
    RED,
    bold,
    bullets,
    cell,
    done,
    head,
    heading,
    para,
    read_report,
    table,
)


def warned(report: Report) -> set[tuple[str, str]]:
    return {(finding.code, finding.about) for finding in report.findings if finding.severity == "warning"}


def lit(color: str, words: str = "") -> Cell:
    return cell(words, fill=color) if words else cell(fill=color)


def rated(*heads: str, rows: list[list[str | Cell]]) -> Report:
    return read_report(FORM, heading("Health check"), table([head(word) for word in heads], *rows))


def test_a_plain_strategy_under_a_bold_name_is_what_the_project_is_part_of() -> None:
    banner = cell(bold("Eel Pass at Low Weir"), para("Rivers Strategy 2010-14 | Highlight report"))
    report = read_report(table([banner, head("Sluys Water")]), table(["Date", "7 December 2011"]))
    assert report.project == "Eel Pass at Low Weir"
    assert ("project-from-title", "project") in warned(report)


def test_a_word_on_a_light_means_the_same_in_the_period_before() -> None:
    report = rated(
        "", "This month", "Last month",
        rows=[["Time", lit(AMBER, "Stretched"), "Brimming"], ["Cost", lit(GREEN, "Brimming"), "Stretched"],
              ["Scope", lit(GREEN, "Brimming"), "Ebbing"]],
    )  # fmt: skip
    assert [item.previous for item in report.ratings] == ["Green", "Amber", None]
    assert ("rating-not-read", "ratings") in warned(report)


def test_a_key_whose_parts_are_dotted() -> None:
    report = read_report(
        FORM,
        heading("Status"),
        "Project as a whole: Ebbing",
        "Brimming = Green · Ebbing = Amber · Dry = Red",
    )
    assert [(item.label, item.current) for item in report.ratings] == [("Project as a whole", "Amber")]


def test_lights_right_under_heads_of_which_a_word_is_known() -> None:
    report = rated(
        "Local relationships", "Clinical quality", "Gravel",
        rows=[[lit(AMBER), lit(GREEN), lit(GREEN)], ["Anglers object to the pass.", "No spill in June.", "Ample."]],
    )  # fmt: skip
    assert [(item.label, item.dimension, item.current) for item in report.ratings] == [
        ("Local relationships", "stakeholders", "Amber"),
        ("Clinical quality", "quality", "Green"),
        ("Gravel", "other", "Green"),
    ]
    assert report.ratings[0].comment == "Anglers object to the pass."


def test_sites_rated_in_rows_with_the_month_before_and_a_word_on_each() -> None:
    report = rated(
        "Scheme", "Where", "Last month", "This month", "Position",
        rows=[
            ["Upper weir", "Sluysham", lit(GREEN), lit(AMBER), "The pier needs new stone."],
            ["Lower weir", "Netherby", lit(AMBER), lit(AMBER), "Anglers object to the pass."],
        ],
    )  # fmt: skip
    assert [(item.label, item.current, item.previous, item.comment) for item in report.ratings] == [
        ("Upper weir", "Amber", "Green", "The pier needs new stone."),
        ("Lower weir", "Amber", "Amber", "Anglers object to the pass."),
    ]


def test_a_budget_by_scheme_is_no_form() -> None:
    heads = [head(word) for word in ("Scheme", "Approved", "Paid to date", "Outturn")]
    report = read_report(
        FORM,
        heading("Total scheme costs (£000)"),
        table([*heads], ["Upper weir", "650", "97", "650"], ["Lower weir", "120", "60", "140"]),
    )
    assert [(item.text, item.budget, item.actual, item.forecast) for item in report.finances] == [
        ("Upper weir", 650_000, 97_000, 650_000),
        ("Lower weir", 120_000, 60_000, 140_000),
    ]


def test_a_risk_with_its_score_in_brackets() -> None:
    report = read_report(
        FORM,
        heading("Risks and issues"),
        bullets(
            "Risk (9): The bristle boards wear out. Mitigation: Spares held on site.",
            "Issue [12]: The gauge is dumb. Mitigation: Read by hand.",
        ),
    )
    assert [(item.kind, item.score, item.text, item.response) for item in report.risks] == [
        ("risk", "9", "The bristle boards wear out.", "Spares held on site."),
        ("issue", "12", "The gauge is dumb.", "Read by hand."),
    ]


def test_a_label_of_the_matrix_beside_a_mark_is_no_comment() -> None:
    report = read_report(
        table(
            [head("Project"), "Weir repair", head("Date"), "7 December 2011"],
            [head("Overall RAG"), lit(AMBER, "A"), head("Direction of travel"), "▼"],
        )
    )
    assert [(item.current, item.comment) for item in report.ratings] == [("Amber", None)]


def test_a_label_that_ends_in_an_abbreviation() -> None:
    report = read_report(
        table(
            [head("Project Title"), "Weir repair", head("Report Month"), "December 2011"],
            [head("CIP Project No."), "W-22-0471", head("Report Date"), "7 December 2011"],
        )
    )
    assert report.reference == "W-22-0471"


def test_what_is_said_of_a_rating_that_needs_nothing() -> None:
    report = rated(
        "Area", "RAG", "Commentary",
        rows=[["Overall", lit(GREEN, "G"), "No matters to report"], ["Cost", lit(GREEN, "G"), "None"]],
    )  # fmt: skip
    assert [item.comment for item in report.ratings] == ["No matters to report", None]


def test_a_sentence_that_announces_scored_risks() -> None:
    report = read_report(
        FORM,
        heading("Risks"),
        "The risks held on the weir's register are given below, scored out of 25.",
        table(
            [head("Risk"), head("Mitigation"), head("Score")],
            ["The pier needs new stone", "Quarry found", "12"],
        ),
    )
    assert [item.text for item in report.risks] == ["The pier needs new stone"]


def test_sums_of_a_form_that_no_budget_holds_are_told() -> None:
    report = read_report(
        FORM,
        heading("Gloaming"),
        table(
            [head("Upper weir"), "6,480", "972"],
            [head("Lower weir"), "11,250", "1,736"],
        ),
    )
    assert report.finances or ("amounts-unread", "finances") in warned(report)


def test_dates_of_a_table_that_no_milestone_holds_are_told() -> None:
    report = read_report(
        FORM,
        heading("Milestones"),
        table(
            [head("Milestone"), head("Planned"), head("Forecast")],
            ["Sluice hung", "3 May 2012", "4 May 2012"],
        ),
        "The rest of the year:",
        table(["Leat lined", "3 June 2012", "9 June 2012"], ["Gate painted", "1 July 2012", "2 July 2012"]),
    )
    assert len(report.milestones) == 3 or ("dates-unread", "milestones") in warned(report)


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("Grease the gate \u2013 owner Ada Brook, due 13 March 2012", "Ada Brook"),
        ("Grease the gate (lead Ada Brook)", "Ada Brook"),
        ("Hang the gate (Ada Brook, by 30 March)", "Ada Brook"),
        ("Open day held (Mill Green, 30 March)", None),
        ("Meet the Board, lead Contractor to attend", None),
    ],
)
def test_who_does_it_without_a_colon(line: str, owner: str | None) -> None:
    report = read_report(FORM, heading("Planned for next period"), bullets(line))
    assert [item.owner for item in report.activities] == [owner]


def test_a_heading_that_no_rule_knows_tells_the_records_that_it_hints_at() -> None:
    report = read_report(
        FORM, heading("Gloaming eels, moonlight and the bristle risk"), bullets("Boards wear out")
    )
    assert not report.risks
    assert {("unknown-heading", "unclassified"), ("unknown-heading", "risks")} <= warned(report)


@pytest.mark.parametrize(
    "title", ["Support required from Digital Rivers Board", "Support required from the Digital Rivers Board"]
)
def test_whose_support_is_required_says_nothing_of_the_section(title: str) -> None:
    report = read_report(FORM, heading(title), bullets("Release the divers in May."))
    assert [item.text for item in report.decisions] == ["Release the divers in May."]


def test_a_coloured_title_is_no_guidance() -> None:
    title = para(Run("Highlight Report: Eel Pass at Low Weir", bold=True, color="#5A2D82"))
    report = read_report(title, table([head("Date"), "7 December 2011"], [head("Sponsor"), "Ann Weir"]))
    assert report.project == "Eel Pass at Low Weir"


def test_dimensions_in_their_colours_over_what_explains_them() -> None:
    report = read_report(
        FORM,
        heading("Status by colour"),
        table(
            [lit(RED, "Timescales"), lit(AMBER, "Cost"), lit(GREEN, "Quality")],
            ["The barge was lost to another job", "", "Test cubes are all strong"],
        ),
    )
    assert [(item.current, item.comment) for item in report.ratings] == [
        ("Red", "The barge was lost to another job"),
        ("Amber", None),
        ("Green", "Test cubes are all strong"),
    ]


def test_what_stands_below_the_last_section() -> None:
    report = read_report(
        table(["Project", "Weir repair"]),
        heading("Decisions required"),
        bullets("Agree the eel pass design"),
        "Approved by Executive: ☐ Yes\t☒ No",
        "Report dated 8 April 2021\tNot protectively marked",
    )
    assert (report.authorised, report.report_date, report.reference) == (False, "2021-04-08", None)
    assert [item.text for item in report.decisions] == ["Agree the eel pass design"]


def test_a_short_comment_under_its_head() -> None:
    report = rated(
        "Area", "Green", "Amber", "Red", "Comments",
        rows=[["Overall", "", "X", "", "See staff"], ["Scope", "X", "", "", ""], ["Cost", "X", "", "", "In the vote"]],
    )  # fmt: skip
    assert [(item.current, item.comment) for item in report.ratings] == [
        ("Amber", "See staff"),
        ("Green", None),
        ("Green", "In the vote"),
    ]


@pytest.mark.parametrize("label", ["CIF project ref", "RRB Scheme No."])
def test_whose_reference_it_is_in_short(label: str) -> None:
    report = read_report(table([head("Project"), "Weir repair"], [head(label), "W/22/0471"]))
    assert report.reference == "W/22/0471"


def test_a_section_of_one_line_that_says_none() -> None:
    report = read_report(FORM, heading("Plans for next month"), "Lay the sill.", "Publications. None.")
    assert done(report) == [("planned", None, "Lay the sill.")]


def test_the_scale_printed_in_own_words_and_one_of_them_bold() -> None:
    def line(label: str, *parts: str | Run) -> Paragraph:
        return para(f"{label}:\t", *parts)

    chosen = Run("ebbing", bold=True)
    report = read_report(
        FORM, heading("How things stand"),
        line("Progress against programme", Run("brimming", bold=True), "  /  ebbing  /  dry"),
        line("Money", "brimming  /  ", chosen, "  /  dry"),
        line("Quality of work", "brimming  /  ebbing  /  dry"),
        "(brimming is green, ebbing is amber, dry is red)",
    )  # fmt: skip
    assert [(item.dimension, item.current) for item in report.ratings] == [
        ("schedule", "Green"),
        ("cost", "Amber"),
        ("quality", None),
    ]
    assert report.finances == ()


def test_a_key_that_says_what_each_colour_means() -> None:
    report = read_report(
        FORM,
        heading("Status"),
        "Project as a whole: Dry",
        "Green means brimming, amber means ebbing, red means dry.",
    )
    assert [item.current for item in report.ratings] == ["Red"]


def test_a_key_in_the_last_row_of_a_register_is_no_record() -> None:
    report = read_report(
        FORM,
        table(
            [head("Milestone"), head("Planned"), head("RAG")],
            ["Sluice hung", "1 May 2012", "G"],
            ["R = red, A = amber, G = green, B = blue (complete)", "", ""],
        ),
    )
    assert [milestone.text for milestone in report.milestones] == ["Sluice hung"]
    assert not report.unclassified


def test_a_heading_says_that_brackets_hold_the_rating_before() -> None:
    report = read_report(FORM, heading("RAG this month (last month)"), "Time: A  (G)", "Cost: G (A)")
    assert [(item.current, item.previous, item.comment) for item in report.ratings] == [
        ("Amber", "Green", None),
        ("Green", "Amber", None),
    ]


def test_work_done_so_far_with_a_percentage_is_no_heading() -> None:
    report = read_report(
        "Project: Eel Pass", "Work done so far: 64 per cent", bold("How things stand"), "Time: Green",
        bold("Done in May"), *bullets("Weir drained"), bold("What might hold us up"), *bullets("Floods in June"),
    )  # fmt: skip
    assert report.percent_complete == 64
    assert done(report) == [("completed", None, "Weir drained")]
    assert [risk.text for risk in report.risks] == ["Floods in June"]


def test_who_and_by_when_behind_tabs() -> None:
    report = read_report(
        FORM,
        heading("Next month"),
        *bullets("Drain the weir\tGary\t16/10/11", "Fit the gate\tif the river allows"),
    )
    assert [(item.text, item.owner, item.due) for item in report.activities] == [
        ("Drain the weir", "Gary", "2011-10-16"),
        ("Fit the gate\tif the river allows", None, None),
    ]


def test_the_organisation_beside_the_kind_of_report_under_the_projects_name() -> None:
    report = read_report(
        bold("Eel Pass at Low Weir"),
        "Low Rivers Collaboration – Highlight Report for May 2012",
        heading("Risks"),
    )
    assert report.project == "Eel Pass at Low Weir"


def test_a_stage_in_a_headings_words_tells_what_a_row_is_and_none_is_told() -> None:
    heads: list[str | Cell] = [head(word) for word in ("Work", "Stage", "Lead")]
    report = read_report(
        FORM, heading("Works register"),
        table(heads, ["Weir drained", "Done", "Ann"], ["Fit the gate", "Next month", "Bo"], ["Net set", "Tidal", "Bo"]),
    )  # fmt: skip
    assert [item.kind for item in report.activities] == ["completed", "planned", "in-progress"]
    assert ("kind-unsaid", "activities") in warned(report)


def test_a_card_led_by_its_reference() -> None:
    report = read_report(
        FORM,
        heading("Risks"),
        table(
            ["R07", "Description", "The kiln may crack", "Likelihood", "4"],
            ["", "Mitigation", "Fire it slowly", "Impact", "2"],
            ["", "Owner", "Ann Lee", "Score", "8"],
        ),
        heading("Issues"),
        table(["I02", "Description", "Clay ran out"], ["", "Action", "Order more"], ["", "Owner", "Bo Day"]),
    )
    assert [
        (risk.reference, risk.kind, risk.text, risk.response, risk.owner, risk.score) for risk in report.risks
    ] == [
        ("R07", "risk", "The kiln may crack", "Fire it slowly", "Ann Lee", "8"),
        ("I02", "issue", "Clay ran out", "Order more", "Bo Day", None),
    ]
