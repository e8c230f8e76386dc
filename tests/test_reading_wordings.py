"""Reading from outside: what is said in words: legends, languages, sections that hold nothing, labels nobody knows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.document import Block, Cell, Run
from tests.documents import (
    FORM,
    GREEN,
    RED,
    bold,
    bullets,
    cell,
    codes,
    done,
    head,
    heading,
    para,
    read_report,
    table,
)


def form_row(label: str, value: str) -> list[str | Cell]:
    return [head(label), value]


def ratings(*blocks: Block | str | list[Block]) -> list[tuple[str, str | None, str | None]]:
    return [(rating.label, rating.current, rating.comment) for rating in read_report(FORM, *blocks).ratings]


def test_ratings_explained_in_the_paragraphs_below_them() -> None:
    assert ratings(
        heading("Project status"),
        "Schedule: RED (last month: Amber)", "The kiln is late.",
        "Budget: GREEN (last month: Green)", "Within the grant.",
    ) == [("Schedule", "Red", "The kiln is late."), ("Budget", "Green", "Within the grant.")]  # fmt: skip


def test_an_earlier_rating_in_brackets_with_its_month() -> None:
    report = read_report(
        FORM, heading("How it is going"), *bullets("Timing: Amber (Green in March). A month more.")
    )
    (rating,) = report.ratings
    assert (rating.current, rating.previous, rating.comment) == ("Amber", "Green", "A month more.")


def test_a_legend_with_the_colours_in_brackets() -> None:
    assert ratings(
        heading("Where we stand"),
        table(["", head("This month")], ["Time", "On course"], ["Cost", "Watch"], ["Risk", "Step in"]),
        "Key: On course (green) = no action; Watch (amber) = the team has a plan; Step in (red) = help is needed.",
    ) == [("Time", "Green", None), ("Cost", "Amber", None), ("Risk", "Red", None)]


@pytest.mark.parametrize("title", ["The story this month", "And some good news"])
def test_the_story_of_a_month_beside_a_list_of_its_work(title: str) -> None:
    told: list[Block] = [
        heading(title),
        para("The kiln was lit in the rain. Everybody came."),
    ]
    listed: list[Block] = [heading("Work completed"), *bullets("Lit the kiln")]
    assert done(read_report(FORM, *told, *listed)) == [("completed", None, "Lit the kiln")]
    assert len(done(read_report(FORM, *told))) == 1


def test_all_amounts_of_a_budget_line_in_one_line() -> None:
    report = read_report(
        FORM, heading("Finance"), *bullets("Clay and glaze: budget £96,000, spent £20,000, forecast £91,500")
    )
    (line,) = report.finances
    assert (line.text, line.budget, line.actual, line.forecast) == ("Clay and glaze", 96_000, 20_000, 91_500)


def test_a_form_in_two_languages() -> None:
    rows: tuple[tuple[str, str], ...] = (
        ("Prosiect / Project", "Odyn newydd"),
        ("Noddwr / Sponsor", "Ann Lee"),
        ("Rheolwr / Project manager", "Bo Day"),
        ("Dyddiad / Report date", "7 Mai / May 2012"),
        ("Dyddiad cychwyn / Start date", "1 May 2011"),
        ("Dyddiad gorffen / End date", "1 May 2013"),
    )
    report = read_report(
        table(*(form_row(label, value) for label, value in rows)),
        heading("Gwaith a gwblhawyd / Work completed"),
        *bullets("Lit the kiln"),
        heading("Penderfyniadau / Decisions required"),
        "Dim / None",
    )
    assert (report.project, report.sponsor, report.manager) == ("Odyn newydd", "Ann Lee", "Bo Day")
    assert (report.start_date, report.end_date) == ("2011-05-01", "2013-05-01")
    assert done(report) == [("completed", None, "Lit the kiln")]
    assert report.decisions == ()


def test_one_wording_with_a_stroke_makes_no_second_language() -> None:
    report = read_report(
        table(["Project", "Weir repair"], ["Date / venue", "4 May 2012, Town Hall"]),
        heading("Progress"),
        *bullets("Dug"),
    )
    assert report.report_date is None


@pytest.mark.parametrize(
    "said",
    [
        "There are no matters for decision at this meeting.",
        "No decisions are required of the Board this month.",
        "Nothing for decision in this report.",
        "For information only.",
        "Nil",
    ],
)
def test_a_section_that_asks_for_nothing(said: str) -> None:
    assert read_report(FORM, heading("Decisions required"), said).decisions == ()


@pytest.mark.parametrize(
    "said", ["No approval from the landlord", "No access to the yard", "No clay left in the store"]
)
def test_what_is_lacking_in_earnest_is_an_issue(said: str) -> None:
    (issue,) = read_report(FORM, heading("Issues"), *bullets(said)).risks
    assert issue.text == said


def test_all_done_is_nothing_missed() -> None:
    report = read_report(FORM, heading("Planned but not completed"), "All planned activities were completed.")
    assert report.activities == ()


def test_the_word_of_a_kind_column() -> None:
    report = read_report(
        FORM,
        heading("Risks and problems"),
        table(
            [head("Type"), head("What is it?"), head("RAG"), head("What are we doing?")],
            ["Risk", "The kiln may crack", cell("High", fill=RED), "Fire it slowly"],
            ["Problem", "Clay ran out", cell("Low", fill=GREEN), "Order more"],
        ),
    )
    assert [(risk.kind, risk.text, risk.rating) for risk in report.risks] == [
        ("risk", "The kiln may crack", "Red"),
        ("issue", "Clay ran out", "Green"),
    ]


def test_progress_under_the_organisation_s_own_label() -> None:
    report = read_report(
        table(["Project", "Weir repair"], ["How far are we?", "19% done"]), para(Run("On we go."))
    )
    assert report.percent_complete == 19


def test_a_label_that_may_give_a_missing_field_is_told() -> None:
    report = read_report(
        table(["Project", "Weir repair"], ["Estate file reference", "RO/MOVE/3"]), heading("Progress")
    )
    (told,) = [finding for finding in report.findings if finding.code == "field-perhaps"]
    assert (told.about, told.severity) == ("reference", "warning")
    assert "RO/MOVE/3" in told.message


def test_a_dimension_that_no_rule_names_is_told() -> None:
    report = read_report(FORM, heading("RAG"), table(["Overall", "Green"], ["Kiln temper", "Amber"]))
    assert {rating.label: rating.dimension for rating in report.ratings}["Kiln temper"] == "other"
    assert "dimension-unknown" in codes(report)


def test_areas_that_no_rule_knows_are_rated_by_the_reports_own_scale() -> None:
    assert ratings(
        heading("How the project is doing"),
        para("Steaming = green, simmering = amber, gone cold = red."),
        bullets(
            "Timeline: Simmering (last month: steaming). The kiln is late.",
            "Glaze and slip: Steaming (last month: steaming). All mixed.",
        ),
    ) == [("Timeline", "Amber", "The kiln is late."), ("Glaze and slip", "Green", "All mixed.")]


def test_bold_labels_of_two_dates_are_fields_and_no_heading() -> None:
    line = replace(
        para(""), runs=(Run("Project dates:", bold=True), Run(" 1 December 2012 to 30 August 2014"))
    )
    report = read_report(
        heading("Kiln"), heading("Monthly report, May 2013"), line, heading("In brief"), "Fine."
    )
    assert (report.start_date, report.end_date) == ("2012-12-01", "2014-08-30")
    assert report.milestones == ()


def test_what_is_done_about_a_risk_may_stand_in_its_bullet() -> None:
    report = read_report(
        FORM,
        heading("Risks"),
        bullets("Clay may crack. What we are doing: Dry it slowly Likelihood: low Owner: Ann Lee"),
    )
    [risk] = report.risks
    assert (risk.text, risk.response, risk.owner) == ("Clay may crack.", "Dry it slowly", "Ann Lee")


def test_whom_a_heading_addresses_says_nothing_of_its_section() -> None:
    report = read_report(
        FORM, heading("Approvals sought from Capital Planning Group"), bullets("Buy the kiln")
    )
    assert [decision.text for decision in report.decisions] == ["Buy the kiln"]


def test_a_risk_sentence_under_an_unknown_heading_is_a_risk() -> None:
    report = read_report(
        FORM,
        heading("Risks"),
        bullets("Rain"),
        heading("Watch this space"),
        bullets("There is a risk that it snows."),
    )
    assert [risk.text for risk in report.risks] == ["Rain", "There is a risk that it snows."]


def test_what_stands_below_none_ends_the_report() -> None:
    report = read_report(
        FORM, heading("Decisions"), para("None this month."), para("With thanks for your patience,")
    )
    assert not report.decisions


@pytest.mark.parametrize("gap", ["   ", " ", "\t", ", "])
def test_a_legend_whose_colours_follow_each_other(gap: str) -> None:
    legend = gap.join(["Green = Sunny", "Amber = Cloudy", "Red = At risk"])
    rows = table(
        [head("Area"), head("Status")],
        ["Time", cell("At risk", fill=RED)],
        ["Cost", cell("Sunny", fill=GREEN)],
    )
    assert [now for _, now, _ in ratings(heading("Status"), rows, legend)] == ["Red", "Green"]


@pytest.mark.parametrize(
    "label",
    ["Steering Committee to", "Trustees to note", "SRO to:", "Members are asked to", "Cabinet to agree"],
)
def test_whom_a_label_asks_names_the_decisions(label: str) -> None:
    asked = bullets("Agree the eel pass", "Note the flood")
    work: list[str | Cell] = [head("Progress"), cell(*bullets("Dug the trench", "Set the pipe"))]
    for report in (
        read_report(FORM, table(work, [head(label), cell(*asked)])),
        read_report(FORM, heading("Progress"), bullets("Dug the trench"), heading(label), asked),
    ):
        assert [decision.text for decision in report.decisions] == ["Agree the eel pass", "Note the flood"]


def test_a_list_beside_a_label_that_nobody_knows_is_told() -> None:
    work: list[str | Cell] = [head("Progress"), cell(*bullets("Dug the trench", "Set the pipe"))]
    report = read_report(
        FORM, table(work, [head("Wardens"), cell(*bullets("Agree the pass", "Note the flood"))])
    )
    told = {finding.about for finding in report.findings if finding.code == "listed-field"}
    assert told == {"activities", "risks", "decisions"}


@pytest.mark.parametrize(
    "title",
    [
        "Report to Trustees for: May 2012",
        "Report to the Governors for May 2012",
        "Monthly return to the Funder for: May 2012",
        "Briefing to members for the month of May 2012",
    ],
)
def test_a_title_that_names_its_readers_and_its_month(title: str) -> None:
    form = table(["Project", "Weir repair"], ["Sponsor", "Ann Lee"])
    report = read_report(bold(title, fill="#FBF5E6"), "Project reference: WM/9", form)
    assert (report.period, report.reference, report.project) == ("2012-05", "WM/9", "Weir repair")
    assert not report.decisions


def test_boxes_to_sign_below_the_decisions_are_none_of_them() -> None:
    boxes = table([head("For the wardens:"), "", head("Audit office:"), "n/a for this note"])
    report = read_report(FORM, heading("Decisions required"), bullets("Agree the eel pass"), boxes)
    assert [decision.text for decision in report.decisions] == ["Agree the eel pass"]
    answered = table([head("Audit office:"), "seen and passed on"])
    told = read_report(FORM, heading("Decisions required"), bullets("Agree the eel pass"), answered)
    assert "decision-perhaps" in codes(told)


def test_a_field_among_the_decisions_is_told() -> None:
    report = read_report(FORM, heading("Decisions required"), "Agree the eel pass", "Project reference: WM/9")
    assert {("decision-perhaps", "decisions"), ("decision-perhaps", "reference")} <= {
        (finding.code, finding.about) for finding in report.findings
    }


@pytest.mark.parametrize("last", ["Staff resources", "Estates liaison"])
def test_a_grey_light_among_lights_is_a_rating(last: str) -> None:
    rows = table(
        [head("Heading"), head("RAG"), head("Note")],
        ["Overall", cell(fill=GREEN), ""],
        ["Budget", cell(fill=RED), "Clay costs more."],
        [last, cell(fill="#BFBFBF"), "Not reported this month."],
    )
    assert ratings(heading("Status"), rows)[-1] == (last, "Grey", "Not reported this month.")
    paper = table(
        [head("Heading"), head("RAG"), head("Note")],
        ["Budget", cell(fill=RED), "Clay costs more."],
        [cell(last, fill="#BFBFBF"), cell(fill="#BFBFBF"), cell("Not reported.", fill="#BFBFBF")],
    )
    assert len(ratings(heading("Status"), paper)) == 1


def test_a_field_left_among_prose_is_told() -> None:
    report = read_report(
        FORM, heading("Decisions required"), bullets("Agree the pass"), "Project manager\tAnn Lee"
    )
    told = [finding.about for finding in report.findings if finding.code == "field-perhaps"]
    assert (report.manager, told) == (None, ["manager"])


def test_pairs_of_work_at_a_reports_end_are_no_boxes_to_sign() -> None:
    teams = table([head("Masons"), "Set the pipe again"], [head("Divers"), ""])
    report = read_report(FORM, heading("Next steps"), "What each team will do is shown below.", teams)
    assert ("planned", "Masons", "Set the pipe again") in done(report)


@pytest.mark.parametrize("title", ["Requests to the Ministry", "6. Requests to the advisor"])
def test_what_is_asked_of_a_reader_is_a_decision(title: str) -> None:
    report = read_report(FORM, heading(title), bullets("Agree the eel pass"))
    assert [decision.text for decision in report.decisions] == ["Agree the eel pass"]
    changed = read_report(FORM, heading("Change requests to the baseline"), bullets("Agree the eel pass"))
    assert changed.decisions == ()


def test_work_of_a_milestone_is_a_periods_work() -> None:
    report = read_report(
        FORM,
        heading("Completed this milestone"),
        bullets("Set the pipe"),
        heading("Planned for this milestone, not delivered"),
        bullets("Hang the gate"),
    )
    assert [(kind, text) for kind, _, text in done(report)] == [
        ("completed", "Set the pipe"),
        ("missed", "Hang the gate"),
    ]


def test_a_milestone_among_the_labels_of_a_form_opens_no_section() -> None:
    lines = [
        "Project: Eel pass",
        "Milestone: M7 Gates",
        "Project manager: Ann Lee",
        "Report date: 6 May 2025",
    ]
    report = read_report(*lines)
    assert (report.project, report.manager, report.milestones) == ("Eel pass", "Ann Lee", ())
    assert report.metadata["Milestone"] == "M7 Gates"


def test_a_form_filled_in_for_a_month_of_reference() -> None:
    rows = table(
        form_row("Project", "Eel pass"),
        form_row("Reference month", "07/2025"),
        form_row("Filled in on", "05/08/2025"),
    )
    report = read_report(rows)
    assert (report.period, report.report_date) == ("2025-07", "2025-08-05")


def test_accrued_costs_are_spent() -> None:
    rows = table(
        [head("Cost type"), head("Budget"), head("Accrued"), head("Forecast")],
        ["Masons", "£400", "£210", "£420"],
        ["Stone", "£100", "£90", "£110"],
    )
    report = read_report(FORM, heading("Economy"), rows)
    assert [line.actual for line in report.finances] == [210, 90]
