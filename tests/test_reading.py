"""Reading from outside: small Documents in, records and findings out."""

from __future__ import annotations

import pytest

from extractors.document import Block, Problem, Run
from pipeline.model import Activity, Report, Risk
from tests.documents import (
    AMBER,
    GREEN,
    GREY,
    RED,
    aside,
    bold,
    bullet,
    bullets,
    cell,
    codes,
    figure,
    head,
    heading,
    para,
    read,
    read_report,
    table,
    underlined,
)

FORM = table(["Project", "Weir repair"], ["Date", "7 December 2011"])


def done(report: Report) -> list[tuple[str, str | None, str]]:
    return [(activity.kind, activity.workstream, activity.text) for activity in report.activities]


def activities(*blocks: Block | str | list[Block]) -> tuple[Activity, ...]:
    return read_report(heading("Achievements this period"), *blocks).activities


def risks(*blocks: Block | str | list[Block], title: str = "Risks") -> tuple[Risk, ...]:
    return read_report(heading(title), *blocks).risks


# Forms


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


# The project's name and the period


@pytest.mark.parametrize(
    "title",
    ["Highlight Report: Weir repair", "Weir repair – Monthly Highlight Report", "Weir repair | Status Report | May 2012"],
)
def test_a_title_names_the_project(title: str) -> None:
    assert read_report(heading(title), heading("Achievements", 2), bullets("Piling began")).project == "Weir repair"


def test_a_project_named_by_no_label_is_told() -> None:
    report = read_report(heading("Highlight Report"), heading("Weir repair"), heading("Risks", 2), bullets("Rain"))
    assert (report.project, "project-from-title" in codes(report)) == ("Weir repair", True)


def test_an_organisation_is_no_project() -> None:
    report = read_report(heading("Fenshire County Council"), heading("Highlight Report"), para("Project: Weir repair"))
    assert report.project == "Weir repair"


@pytest.mark.parametrize(
    ("blocks", "path", "period", "basis"),
    [
        ([table(["Reporting period", "1 – 30 November 2011"], ["Date", "7 December 2011"])], "r.docx", "2011-11", "stated"),
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
        heading("Achievements"), bullets("Piling began"), asides=(aside("header", "Project: Weir repair\tPM: Ada Reed"),)
    )
    assert (report.project, report.manager) == ("Weir repair", "Ada Reed")


def test_dates_without_a_year_are_of_the_reports_year() -> None:
    report = read_report(
        table(["Report date", "7 December 2011"]),
        heading("Milestones"),
        table([head("Milestone"), head("Forecast")], ["Handover", "12 May"]),
    )
    assert report.milestones[0].forecast == "2011-05-12"
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


# Ratings


def ratings(*blocks: Block | str) -> list[tuple[str, str | None, str | None]]:
    return [(rating.dimension, rating.current, rating.previous) for rating in read_report(*blocks).ratings]


TWO = [("schedule", "Green", "Amber"), ("cost", "Red", "Green")]


@pytest.mark.parametrize(
    "matrix",
    [
        table(["", "This month", "Last month"], ["Schedule", "Green", "Amber"], ["Cost", "Red", "Green"]),
        table(["Area", "Previous", "Current"], ["Schedule", "A", "G"], ["Cost", "G", "R"]),
        table(["", "Schedule", "Cost"], ["This period", "Green", "Red"], ["Last period", "Amber", "Green"]),
        table(
            ["", "Last month", "This month"],
            ["Schedule", cell(fill=AMBER), cell(fill=GREEN)],
            ["Cost", cell(fill=GREEN), cell(fill=RED)],
        ),
        table(["Schedule", "Green (was Amber)"], ["Cost", "Red (was Green)"]),
    ],
    ids=["down", "previous first", "across", "fills", "was"],
)
def test_a_matrix_is_read_either_way_round(matrix: Block) -> None:
    assert ratings(matrix) == TWO


@pytest.mark.parametrize(
    "blocks",
    [
        (table(["Schedule", "Green", "Cost", "Red"]),),
        (table(["Schedule", "Cost"], [cell(fill=GREEN), cell(fill=RED)]),),
        (table([cell("Schedule", fill=GREEN), cell("Cost", fill=RED)]),),
        ("Schedule: Green", "Cost: Red"),
        (para("Schedule:", figures=(figure(GREEN),)), para("Cost:", figures=(figure(RED),))),
        ("Schedule\tCost", "Green\tRed"),
        (heading("Schedule", 2), "Green – on programme", heading("Cost", 2), "Red – steel is dear"),
    ],
    ids=["one row", "below", "filled labels", "lines", "lights", "tabbed", "headings"],
)
def test_ratings_without_a_period(blocks: tuple[Block | str, ...]) -> None:
    assert ratings(*blocks) == [("schedule", "Green", None), ("cost", "Red", None)]


def test_commentary_beside_a_rating_is_its_comment() -> None:
    report = read_report(table(["Area", "RAG", "Commentary"], ["Cost", "Amber", "Steel is dear"]))
    assert [(rating.label, rating.comment) for rating in report.ratings] == [("Cost", "Steel is dear")]


def test_a_word_and_a_colour_that_disagree_are_told() -> None:
    report = read_report(table(["Schedule", cell("Green", fill=RED)], ["Cost", cell("Green", fill=GREEN)]))
    assert [rating.current for rating in report.ratings] == ["Green", "Green"]
    assert [f.message for f in report.findings if f.code == "rating-colour-differs"] == [
        "The word 'Green' stands on red: the word counts."
    ]


def test_options_without_a_choice_are_told() -> None:
    report = read_report(table(["Overall RAG", "Red / Amber / Green"], ["Cost", "Green"]))
    assert ("overall", "Red") not in [(rating.dimension, rating.current) for rating in report.ratings]
    assert "rating-not-chosen" in codes(report)


def test_the_chosen_option_counts() -> None:
    chosen = cell(para("Red / ", Run("Amber", bold=True), " / Green"))
    assert ratings(table(["Overall RAG", chosen])) == [("overall", "Amber", None)]


def test_a_trend_arrow_says_nothing_of_the_month_before() -> None:
    assert ratings(table(["Area", "RAG", "Trend"], ["Cost", "Amber", "↑"])) == [("cost", "Amber", None)]


def test_a_legend_is_no_rating() -> None:
    assert ratings("R = in trouble, A = watch it, G = fine", table(["Overall", "A"], ["Cost", "G"])) == [
        ("overall", "Amber", None),
        ("cost", "Green", None),
    ]


# Activities


def test_the_kind_follows_the_heading_and_not_the_wording() -> None:
    report = read_report(
        heading("Progress"),
        bullets("Will order the gates"),
        heading("Planned for next period"),
        bullets("Completed the drains"),
        heading("Work in progress"),
        bullets("Painting"),
        heading("Planned but not completed"),
        bullets("Fencing"),
    )
    assert [activity.kind for activity in report.activities] == ["completed", "planned", "in-progress", "missed"]


@pytest.mark.parametrize(
    "line", [bold("Drains"), underlined("Drains"), para("Drains:"), heading("Drains", 3)], ids=["bold", "underlined", "colon", "heading"]
)
def test_a_line_that_stands_out_over_bullets_is_a_workstream(line: Block) -> None:
    assert [(a.workstream, a.text) for a in activities(line, bullets("Laid the pipes", "Dug the pit"))] == [
        ("Drains", "Laid the pipes"),
        ("Drains", "Dug the pit"),
    ]


def test_a_plain_line_among_bullets_is_narrative() -> None:
    report = read_report(
        heading("Achievements"), para("The month went well on all sites."), bullets("Laid the pipes")
    )
    assert [activity.text for activity in report.activities] == ["Laid the pipes"]
    assert [(n.section, n.text) for n in report.narrative] == [("Achievements", "The month went well on all sites.")]


def test_without_bullets_each_paragraph_is_an_activity() -> None:
    assert [a.text for a in activities("The pipes were laid.", "The pit was dug.")] == [
        "The pipes were laid.",
        "The pit was dug.",
    ]


def test_a_nested_bullet_is_an_activity_of_the_same_workstream() -> None:
    found = activities(bold("Drains"), bullet("Laid the pipes"), bullet("Tested the joints", level=1))
    assert [(a.workstream, a.text) for a in found] == [("Drains", "Laid the pipes"), ("Drains", "Tested the joints")]


def test_a_run_in_heading_opens_its_section() -> None:
    report = read_report(
        heading("Highlight Report"),
        para(Run("Achievements: ", bold=True), "The pipes were laid."),
        para(Run("Next steps: ", bold=True), "Dig the pit."),
    )
    assert done(report) == [("completed", None, "The pipes were laid."), ("planned", None, "Dig the pit.")]


@pytest.mark.parametrize(
    ("text", "owner", "due"),
    [
        ("Order the gates by 12 May 2012", None, "2012-05-12"),
        ("Order the gates (Owner: Ada Reed)", "Ada Reed", None),
        ("Order the gates (Ada Reed)", "Ada Reed", None),
        ("Order the gates [AR]", "AR", None),
        ("Meet the Works Committee (WC)", None, None),
        ("Order the gates for the opening of 12 May 2012", None, None),
        ("Order by 12 May 2012 and hang by 3 June 2012", None, None),
    ],
)
def test_owner_and_due_date_of_a_line(text: str, owner: str | None, due: str | None) -> None:
    (activity,) = activities(bullet(text))
    assert (activity.text, activity.owner, activity.due) == (text, owner, due)


def test_a_table_of_activities_has_owners_dates_and_states() -> None:
    report = read_report(
        heading("Activities"),
        table(
            [head("Activity"), head("Owner"), head("Due"), head("Status")],
            ["Lay the pipes", "Ada Reed", "12/05/2012", "Done"],
            ["Dig the pit", "TBC", "June 2012", "Not started"],
            ["Hang the gate", "Bo Lunn", "", "Overdue"],
        ),
    )
    assert [(a.kind, a.text, a.owner, a.due) for a in report.activities] == [
        ("completed", "Lay the pipes", "Ada Reed", "2012-05-12"),
        ("planned", "Dig the pit", None, "2012-06"),
        ("missed", "Hang the gate", "Bo Lunn", None),
    ]


@pytest.mark.parametrize("nothing", ["N/A", "None", "TBC", "<insert achievements>", "Nothing to report", "-"])
def test_placeholders_make_no_record(nothing: str) -> None:
    report = read_report(
        heading("Achievements"), para(nothing), heading("Risks"), bullet(nothing), heading("Decisions required"), nothing
    )
    assert (report.activities, report.risks, report.decisions) == ((), (), ())


# Layouts of tables


def test_sections_side_by_side() -> None:
    report = read_report(
        table(
            [head("Achievements this period"), head("Planned next period")],
            [cell(*bullets("Laid the pipes", "Dug the pit")), cell(*bullets("Hang the gate"))],
        )
    )
    assert done(report) == [
        ("completed", None, "Laid the pipes"),
        ("completed", None, "Dug the pit"),
        ("planned", None, "Hang the gate"),
    ]


def test_sections_as_rows_of_a_table() -> None:
    report = read_report(
        table(
            [head("Achievements"), cell(*bullets("Laid the pipes"))],
            [head("Next steps"), cell(*bullets("Hang the gate"))],
            [head("Risks"), cell(*bullets("The river may rise – pumps are on site"))],
        )
    )
    assert done(report) == [("completed", None, "Laid the pipes"), ("planned", None, "Hang the gate")]
    assert [risk.text for risk in report.risks] == ["The river may rise"]


def test_a_heading_row_over_its_section_in_one_table() -> None:
    report = read_report(
        table(
            ["Project", "Weir repair"],
            [head("Achievements this period", across=2)],
            [cell(*bullets("Laid the pipes"), across=2)],
            [head("Planned for next period", across=2)],
            [cell(*bullets("Hang the gate"), across=2)],
        )
    )
    assert report.project == "Weir repair"
    assert done(report) == [("completed", None, "Laid the pipes"), ("planned", None, "Hang the gate")]


def test_workstreams_by_what_each_did_and_will_do() -> None:
    report = read_report(
        table(
            [head("Workstream"), head("Achievements this period"), head("Planned next period")],
            ["Drains", cell(*bullets("Laid the pipes")), cell(*bullets("Test the joints"))],
            ["Towpath", cell(*bullets("Ordered the gravel")), cell(*bullets("Cut the hedge"))],
        )
    )
    assert sorted(done(report)) == [
        ("completed", "Drains", "Laid the pipes"),
        ("completed", "Towpath", "Ordered the gravel"),
        ("planned", "Drains", "Test the joints"),
        ("planned", "Towpath", "Cut the hedge"),
    ]


def test_bands_of_one_table() -> None:
    report = read_report(
        table(
            ["Project", "Weir repair", "Sponsor", "Ola Marsh"],
            [head("Milestone"), head("Baseline"), head("Forecast"), head("RAG")],
            ["Handover", "12/05/2012", "19/05/2012", "A"],
            [head("Risk"), head("Likelihood"), head("Impact"), head("Mitigation")],
            ["The river may rise", "3", "4", "Pumps are on site"],
        )
    )
    assert (report.project, report.sponsor) == ("Weir repair", "Ola Marsh")
    assert [(m.text, m.forecast, m.rating) for m in report.milestones] == [("Handover", "2012-05-19", "Amber")]
    assert [(r.text, r.likelihood, r.response) for r in report.risks] == [
        ("The river may rise", "3", "Pumps are on site")
    ]


def test_a_table_that_no_rule_knows_is_kept_and_told() -> None:
    report = read_report(
        FORM,
        table([head("Bird"), head("Nest"), head("Eggs")], ["Heron", "Old alder by the lock", "three of them"]),
    )
    assert ["Heron Old alder by the lock three of them"] == [kept.text for kept in report.unclassified]
    assert "unknown-table" in codes(report)


# Risks


@pytest.mark.parametrize(
    ("text", "risk", "response"),
    [
        ("Oak for the gates is late – a second yard is asked", "Oak for the gates is late", "a second yard is asked"),
        ("Oak for the gates is late - a second yard is asked", "Oak for the gates is late", "a second yard is asked"),
        ("Oak for the gates is late", "Oak for the gates is late", None),
        ("There is a risk that the oak is late – again", "There is a risk that the oak is late – again", None),
        ("Oak is late. Mitigation: a second yard", "Oak is late.", "a second yard"),
        ("Long-term staffing of the lock-keeper's hut", "Long-term staffing of the lock-keeper's hut", None),
    ],
)
def test_a_risk_bullet_and_its_response(text: str, risk: str, response: str | None) -> None:
    assert [(found.text, found.response) for found in risks(bullet(text))] == [(risk, response)]


def test_labelled_parts_of_a_risk() -> None:
    (risk,) = risks(bullet("R4: Oak is late. Likelihood: High; Impact: Low; Owner: Ada Reed; Mitigation: a second yard"))
    assert (risk.reference, risk.likelihood, risk.impact, risk.owner) == ("R4", "High", "Low", "Ada Reed")
    assert risk.response == "a second yard"


def test_a_nested_mitigation_belongs_to_the_risk_above() -> None:
    found = risks(bullet("Oak is late"), bullet("Mitigation: a second yard", level=1), bullet("Rain"))
    assert [(risk.text, risk.response) for risk in found] == [("Oak is late", "a second yard"), ("Rain", None)]


def test_a_risk_sentence_in_prose_is_a_risk() -> None:
    report = read_report(
        heading("Risks"), para("The board met twice. There is a risk that the oak is late. It rained.")
    )
    assert [(risk.kind, risk.text) for risk in report.risks] == [
        ("risk", "There is a risk that the oak is late.")
    ]
    assert [narrative.text for narrative in report.narrative] == ["The board met twice. It rained."]


@pytest.mark.parametrize(
    ("title", "kind"), [("Risks", "risk"), ("Issues", "issue"), ("Risks and issues", None)]
)
def test_the_kind_of_a_risk_is_its_sections(title: str, kind: str | None) -> None:
    assert [risk.kind for risk in risks(bullet("Oak is late"), title=title)] == [kind]


def test_a_risk_register() -> None:
    (risk,) = risks(
        table(
            [head("ID"), head("Risk"), head("L"), head("I"), head("Score"), head("Owner"), head("Mitigation"), head("Status")],
            ["R1", "Oak is late", "3", "4", cell("12", fill=AMBER), "Ada Reed", "A second yard", "Open"],
        )
    )
    assert (risk.reference, risk.likelihood, risk.impact, risk.score) == ("R1", "3", "4", "12")
    assert (risk.rating, risk.owner, risk.response, risk.status) == ("Amber", "Ada Reed", "A second yard", "Open")


def test_a_register_of_risks_and_issues_tells_them_apart() -> None:
    found = risks(
        table(
            [head("Type"), head("Description"), head("Response"), head("Owner")],
            ["Risk", "Oak is late", "A second yard", "AR"],
            ["I", "The hut leaks", "Roofer is called", "BL"],
        ),
        title="Risks and issues",
    )
    assert [(risk.kind, risk.text) for risk in found] == [("risk", "Oak is late"), ("issue", "The hut leaks")]


# Milestones, finances, decisions


def test_milestones() -> None:
    report = read_report(
        heading("Milestones"),
        table(
            [head("Milestone"), head("Baseline"), head("Forecast"), head("Actual"), head("Status"), head("RAG")],
            ["Piling", "01/03/2012", "08/03/2012", "9 March 2012", "Complete", cell("B")],
            ["Handover", "May 2012", "Q3 2012/13", "", "On track", cell(fill=GREEN)],
        ),
    )
    assert [(m.baseline, m.forecast, m.actual, m.status, m.rating) for m in report.milestones] == [
        ("2012-03-01", "2012-03-08", "2012-03-09", "Complete", "Blue"),
        ("2012-05", "2012-12", None, "On track", "Green"),
    ]


def test_a_milestone_that_is_complete_has_no_actual_date_of_its_own() -> None:
    (milestone,) = read_report(
        heading("Milestones"),
        table([head("Milestone"), head("Baseline"), head("Status")], ["Piling", "01/03/2012", "Complete"]),
    ).milestones
    assert (milestone.actual, milestone.status, milestone.rating) == (None, "Complete", None)


def test_bullets_of_milestones() -> None:
    (first, second) = read_report(
        heading("Key milestones"), bullets("Piling – 1 March 2012 (complete)", "Handover: May 2012")
    ).milestones
    assert (first.text, first.baseline, first.status) == ("Piling", "2012-03-01", "complete")
    assert (second.text, second.baseline) == ("Handover", "2012-05")


def test_a_budget_in_thousands() -> None:
    report = read_report(
        heading("Finance"),
        table(
            [head("Budget line"), head("Budget (£000)"), head("Actual (£000)"), head("Forecast (£000)"), head("Variance (£000)")],
            ["Gates", "12.5", "3", "14", "(1.5)"],
            ["Total", "12.5", "3", "£14k", "TBC"],
        ),
    )
    assert [(f.text, f.budget, f.actual, f.forecast, f.variance, f.currency) for f in report.finances] == [
        ("Gates", 12_500, 3_000, 14_000, -1_500, "GBP"),
        ("Total", 12_500, 3_000, 14_000, None, "GBP"),
    ]


def test_an_amount_that_is_none_is_told() -> None:
    report = read_report(
        heading("Finance"),
        table([head("Budget line"), head("Budget"), head("Actual")], ["Gates", "£12k", "about a third"]),
    )
    assert [(f.budget, f.actual) for f in report.finances] == [(12_000, None)]
    assert "amount-not-read" in codes(report)


def test_decisions_come_only_from_their_section() -> None:
    report = read_report(
        heading("Executive summary"),
        para("We ask the board to agree the oak."),
        heading("Decisions required"),
        bullets("Agree the price of the gates", "N/A"),
    )
    assert [decision.text for decision in report.decisions] == ["Agree the price of the gates"]
    assert [narrative.text for narrative in report.narrative] == ["We ask the board to agree the oak."]


# Whole documents


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
    report = read_report(table(*([label, value] for label, value in form.items() if label != missing)))
    told = {finding.code for finding in report.findings if finding.code.startswith("no-")} - {"no-records", "no-period"}
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
    assert [(f.code, f.severity, f.about) for f in reading.findings] == [("page-not-read", "error", "document")]


def test_every_record_leads_back_to_its_words() -> None:
    report = read_report(FORM, heading("Risks"), bullets("Rain"), heading("Achievements"), bullets("Piling began"))
    assert report.risks[0].source.text == "Rain"
    assert report.activities[0].source.path == "body"
    assert report.sources["project"].text == "Project Weir repair"
