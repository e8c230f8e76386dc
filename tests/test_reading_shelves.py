"""Habits of templates: registers side by side in a form, lights with labels, dates that a heading explains."""

from __future__ import annotations

import pytest

from extractors.document import Cell, Run, Table
from tests.documents import (
    AMBER,
    FORM,
    GREEN,
    RED,
    bold,
    bullets,
    cell,
    codes,
    figure,
    head,
    heading,
    para,
    read_report,
    table,
)


def test_milestones_beside_their_dates_in_a_form() -> None:
    report = read_report(
        FORM,
        heading("Milestones"),
        table(
            ["Kiln built", "Baseline 14/02/2012, forecast 07/03/2012"],
            ["Glaze shop open", "Baseline 16/05/2012, forecast 16/05/2012"],
        ),
    )
    assert [(one.text, one.baseline, one.forecast) for one in report.milestones] == [
        ("Kiln built", "2012-02-14", "2012-03-07"),
        ("Glaze shop open", "2012-05-16", "2012-05-16"),
    ]


@pytest.mark.parametrize(
    ("title", "dated"),
    [
        ("Key milestones (forecast)", (None, "2012-06-13", None)),
        ("Milestones achieved", (None, None, "2012-06-13")),
        ("Key milestones (to be achieved)", ("2012-06-13", None, None)),
        ("Key milestones", ("2012-06-13", None, None)),
    ],
)
def test_a_heading_may_say_what_its_dates_are(title: str, dated: tuple[str | None, ...]) -> None:
    (one,) = read_report(FORM, heading(title), *bullets("Contract award: 13 June 2012")).milestones
    assert (one.baseline, one.forecast, one.actual) == dated


def test_registers_side_by_side_within_a_form() -> None:
    wide: list[str | Cell] = [cell("Approve the kiln", across=5)]
    report = read_report(
        FORM,
        table(
            [head("MILESTONES", across=2), head("FINANCE (£k)", across=3)],
            [head("Milestone"), head("Plan"), head(""), head("Budget"), head("Spend to date")],
            ["Kiln built", "12/05/2012", "Clay", "640", "212"],
            ["Shop open", "16/06/2012", "Wages", "118", "61"],
            [head("DECISIONS REQUIRED", across=5)],
            wide,
        ),
    )
    assert [(one.text, one.baseline) for one in report.milestones] == [
        ("Kiln built", "2012-05-12"),
        ("Shop open", "2012-06-16"),
    ]
    assert [(one.text, one.budget) for one in report.finances] == [("Clay", 640_000), ("Wages", 118_000)]
    assert [one.text for one in report.decisions] == ["Approve the kiln"]


def test_a_card_of_work_may_label_its_lights() -> None:
    def card(name: str, now: str, then: str, done: str, ahead: str) -> Table:
        return table(
            [
                head(name),
                head("RAG this month"),
                cell("Amber" if now == AMBER else "Green", fill=now),
                head("Last month"),
                cell("Green" if then == GREEN else "Red", fill=then),
            ],
            [head("Achieved", across=2), head("Next month", across=3)],
            [cell(*bullets(done), across=2), cell(*bullets(ahead), across=3)],
        )

    report = read_report(
        FORM,
        heading("Workstream updates"),
        card("Kilns and Glazes", AMBER, GREEN, "Kiln lined", "Fire the kiln"),
        card("Shop", GREEN, RED, "Till bought", "Paint the door"),
    )
    assert [(one.label, one.current, one.previous) for one in report.ratings] == [
        ("Kilns and Glazes", "Amber", "Green"),
        ("Shop", "Green", "Red"),
    ]
    assert [(one.workstream, one.kind, one.text) for one in report.activities] == [
        ("Kilns and Glazes", "completed", "Kiln lined"),
        ("Kilns and Glazes", "planned", "Fire the kiln"),
        ("Shop", "completed", "Till bought"),
        ("Shop", "planned", "Paint the door"),
    ]


def test_ratings_of_both_months_under_labels_of_their_own() -> None:
    report = read_report(
        FORM,
        table(
            ["Overall status last month", cell("Green", fill=GREEN)],
            ["Overall status this month", cell("Amber", fill=AMBER)],
            ["Cost", cell("Green", fill=GREEN)],
        ),
    )
    assert [(one.label, one.current, one.previous) for one in report.ratings] == [
        ("Overall status this month", "Amber", "Green"),
        ("Cost", "Green", None),
    ]


def test_rows_that_begin_with_their_light() -> None:
    light: list[str | Cell] = [cell("", fill=AMBER), "Overall", "Kilns have come, the yard is not free."]
    other: list[str | Cell] = [cell("", fill=GREEN), "Quality of clay", "All batches passed."]
    report = read_report(FORM, heading("How we stand"), table(light), table(other))
    assert [(one.label, one.current, one.comment) for one in report.ratings] == [
        ("Overall", "Amber", "Kilns have come, the yard is not free."),
        ("Quality of clay", "Green", "All batches passed."),
    ]


def test_what_is_said_beside_ringed_options() -> None:
    ringed = para("Overall\tR\tA\tG\tClay is slow to come.", figures=(figure(kind="shape", overlaps="A"),))
    (one,) = read_report(FORM, ringed).ratings
    assert (one.current, one.comment) == ("Amber", "Clay is slow to come.")


def test_a_committee_heads_no_section_of_money() -> None:
    report = read_report(
        heading("CAPITAL PROJECTS COMMITTEE"),
        bold("Highlight report: Pottery Revival"),
        para("Project start / end:\tApril 2011 / July 2012"),
    )
    assert (report.project, report.start_date, report.end_date) == ("Pottery Revival", "2011-04", "2012-07")


def test_a_title_and_a_name_in_one_heading() -> None:
    report = read_report(
        heading("Lantern Street Potters"),
        heading("Project update: Pottery Revival"),
        table(["Project manager", "Ann Lee", "Month covered", "May 2012"]),
    )
    assert (report.project, report.manager, report.period) == ("Pottery Revival", "Ann Lee", "2012-05")


@pytest.mark.parametrize(
    "line",
    [
        "Progress note to the Guild Committee, Quarter 2 (July to September 2012)",
        "Project update, July to September 2012",
    ],
)
def test_a_span_of_months_in_a_title_is_the_period(line: str) -> None:
    report = read_report(heading("Pottery Revival"), para(line), para("Note dated: 9 October 2012"))
    assert (report.project, report.period) == ("Pottery Revival", "2012-09")


def test_own_words_for_colours_in_a_column_of_levels() -> None:
    report = read_report(
        FORM,
        para("Key: On course = green, Watch = amber, Trouble = red"),
        heading("Risks"),
        table([head("Risk"), head("Level")], ["The kiln may crack", "Watch"]),
    )
    (risk,) = report.risks
    assert (risk.rating, risk.score) == ("Amber", None)


def test_a_level_on_paint_is_a_score_in_a_colour() -> None:
    report = read_report(
        FORM,
        heading("Risks"),
        table([head("Risk"), head("Risk level")], ["The kiln may crack", cell("High", fill=RED)]),
    )
    (risk,) = report.risks
    assert (risk.rating, risk.score) == ("Red", "High")


def test_a_highlighted_score_is_a_score_in_a_colour() -> None:
    lit = para(Run("12", fill="#FFFF00"))
    report = read_report(
        FORM,
        heading("Risks"),
        table([head("Risk"), head("RAG score")], ["The kiln may crack", cell(lit)]),
    )
    (risk,) = report.risks
    assert (risk.rating, risk.score) == ("Amber", "12")


def test_headings_within_a_table_that_is_kept_are_told() -> None:
    report = read_report(
        FORM,
        heading("Notes"),
        table(
            [head("Kilns"), head("Zorbing"), head("Quorn")],
            [cell(bold("Achieved")), cell(bold("Next month")), "Lorem"],
            ["We lined the kiln with clay", "We shall fire it in June", "ipsum"],
        ),
    )
    assert not report.activities
    assert "activities" in {one.about for one in report.findings if one.severity == "warning"}
    assert codes(report)


def test_a_sentence_may_tell_when_all_of_it_starts_and_ends() -> None:
    report = read_report(
        FORM,
        para("The project started in March 2011 and will end in November 2012; this is our sixth letter."),
        para("Any question is best put to Bo Day (Project Manager), who is in on Tuesdays."),
        para("The roof will be complete in May 2012. Clay was bought on 3 May 2011."),
    )
    assert (report.start_date, report.end_date, report.manager) == ("2011-03", "2012-11", "Bo Day")
    assert {one.about for one in report.findings if one.code == "field-from-sentence"} == {
        "start_date",
        "end_date",
        "manager",
    }


def test_a_milestone_that_starts_something_is_not_the_projects_start() -> None:
    report = read_report(FORM, heading("Key milestones"), para("Start on site: 23 June 2012"))
    assert report.start_date is None


def test_headings_of_work_over_tables_of_it() -> None:
    def tables(done: str, ahead: str) -> tuple[Table, Table]:
        heads = [head("Completed in July"), head("By whom"), head("Date")]
        planned = [head("Planned for August"), head("By whom"), head("Date")]
        return table([*heads], [done, "Gang 2", "11/07/2012"]), table(
            [*planned], [ahead, "Gang 1", "22/08/2012"]
        )

    report = read_report(
        FORM,
        heading("Kilns", 2),
        table([head("Kilns RAG"), cell("AMBER", fill=AMBER)]),
        *tables("Kiln lined", "Fire the kiln"),
        heading("Yard", 2),
        table([head("Yard RAG"), cell("GREEN", fill=GREEN)]),
        *tables("Yard swept", "Lay the drain"),
    )
    assert [(one.workstream, one.kind, one.text) for one in report.activities] == [
        ("Kilns", "completed", "Kiln lined"),
        ("Kilns", "planned", "Fire the kiln"),
        ("Yard", "completed", "Yard swept"),
        ("Yard", "planned", "Lay the drain"),
    ]
    assert [(one.label, one.dimension, one.current) for one in report.ratings] == [
        ("Kilns RAG", "other", "Amber"),
        ("Yard RAG", "other", "Green"),
    ]


def test_who_signs_a_letter_with_the_role_has_it() -> None:
    report = read_report(
        FORM,
        heading("Decisions"),
        para("Note the above."),
        para("Yours sincerely"),
        para("Bo Day, Project Manager"),
    )
    assert report.manager == "Bo Day"
    assert [one.text for one in report.decisions] == ["Note the above."]
