"""What form fields, ringed letters, ticks and charts of Word forms tell."""

from __future__ import annotations

import pytest

from extractors.document import Block, Cell, Paragraph, Problem, Run, Table
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
    figure,
    head,
    heading,
    para,
    read_report,
    table,
)


def ringed(letter: str) -> Cell:
    """Printed letters, one of them with a ring drawn over it."""
    return cell(para("R\tA\tG", figures=(figure(None, "shape", overlaps=letter),)), across=2)


def boxed(*options: str, ticked: str) -> Cell:
    """Printed options on lines of their own, each with a box."""
    boxes = [
        para(option, figures=(figure(None, "checkbox", text=option, checked=option in ticked.split()),))
        for option in options
    ]
    return cell(*boxes)


def prompted(label: str, prompt: str) -> Paragraph:
    return para(Run(label, bold=True), Run(prompt, color="#808080", placeholder=True))


def test_letters_to_ring_under_a_wide_head_are_no_second_row_of_heads() -> None:
    disc = cell(figure(GREEN, text="●"))
    report = read_report(
        FORM,
        heading("Health"),
        table(
            [head("Measure"), head("Last time"), head("This time", across=2)],
            [head("Overall"), disc, ringed("A")],
            [head("Budget"), disc, ringed("G")],
        ),
    )
    assert [(one.label, one.current, one.previous) for one in report.ratings] == [
        ("Overall", "Amber", "Green"),
        ("Budget", "Green", "Green"),
    ]


def test_the_files_own_prompts_are_no_answers() -> None:
    report = read_report(
        table(["Project", "Weir repair"], ["Sponsor", cell(prompted("", "Who pays for it?"))]),
        prompted("Project manager: ", "Pick somebody from the list"),
        heading("RAG"),
        table(
            [head("Area"), head("Rating"), head("Comment")],
            ["Budget", "Green", cell(prompted("", "Say in three lines how the money stands"))],
        ),
    )
    assert (report.sponsor, report.manager, report.ratings[0].comment) == (None, None, None)


def test_words_that_stand_unmarked_too_are_an_answer() -> None:
    report = read_report(
        FORM, prompted("Sponsor: ", "Ann Lee"), para(Run("Project manager: "), Run("Ann Lee"))
    )
    assert report.sponsor == "Ann Lee"


def test_the_ticked_one_of_the_options_in_a_cell_counts() -> None:
    report = read_report(
        FORM,
        heading("Risks and issues"),
        table(
            [head("Type"), head("Description"), head("Likelihood")],
            [boxed("Risk", "Issue", ticked="Issue"), "Eels are late.", boxed("Low", "High", ticked="High")],
            [boxed("Risk", "Issue", ticked="Risk"), "Silt returns.", boxed("Low", "High", ticked="")],
        ),
    )
    assert [(risk.kind, risk.likelihood) for risk in report.risks] == [("issue", "High"), ("risk", None)]
    assert "option-not-chosen" in codes(report)


def test_a_forms_own_name_is_no_project() -> None:
    report = read_report(
        bold("Fortnightly digital delivery briefing"), bold("Eel Pass Telemetry"), "Sponsor: Ann Lee"
    )
    assert report.project == "Eel Pass Telemetry"


@pytest.mark.parametrize(
    ("words", "percent"),
    [
        ("Percent complete\nDone: Complete 62", 62),
        ("Share of the works completed\nAll: 62%", 62),
        ("Percent complete\nPlanned: May 10, June 20\nDone: May 8, June 12", None),
        ("Percent of budget spent\nSpend: 62", None),
        ("Tasks complete\nTasks: 62", None),
    ],
)
def test_the_one_value_of_a_chart_beside_the_form(words: str, percent: float | None) -> None:
    chart = cell(figure(None, "chart", text=words), down=3)
    form = table(
        [head("Project"), "Weir repair", chart],
        [head("Sponsor"), "Ann Lee"],
        [head("Project manager"), "Bo Day"],
    )
    assert read_report(form).percent_complete == percent


@pytest.mark.parametrize(
    "line",
    [
        "Monthly highlight report to the Rivers Board. Month: May 2012",
        "A note to the Rivers Board. Sponsor: Ann Lee. Month: May 2012.",
    ],
)
def test_fields_that_end_a_line(line: str) -> None:
    report = read_report(heading("Weir repair"), line, heading("Done"), *bullets("Kiln swept"))
    assert (report.project, report.period, report.period_basis) == ("Weir repair", "2012-05", "stated")


def test_a_sentence_that_begins_with_a_role_is_no_field() -> None:
    line = (
        "We met twice. Project manager: Ann Lee will leave us in June and nobody has been found to follow her"
    )
    report = read_report(heading("Weir repair"), line, heading("Done"), *bullets("Kiln swept"))
    assert report.manager is None


def strand(name: str, paint: str, done: str, plan: str) -> Table:
    return table(
        [cell(bold(name), fill=paint, across=2)],
        [cell(bold("Done this month")), cell(bullet(done))],
        [cell(bold("Coming up")), cell(bullet(plan))],
    )


def test_strands_whose_name_is_painted_in_their_rating() -> None:
    whole = table(
        [cell(bold("Whole project"), fill=AMBER), cell(bold("Summary"), fill=AMBER)],
        [cell(bold("Position")), "One strand of two is late."],
    )
    report = read_report(
        FORM,
        whole,
        strand("Fish and people", GREEN, "Consultation with anglers closed", "Write to them"),
        strand("Stone", RED, "Blocks ordered", "Lay the first course"),
    )
    assert [(one.label, one.dimension, one.current, one.comment) for one in report.ratings] == [
        ("Whole project", "overall", "Amber", "One strand of two is late."),
        ("Fish and people", "other", "Green", None),
        ("Stone", "other", "Red", None),
    ]
    assert done(report) == [
        ("completed", "Fish and people", "Consultation with anglers closed"),
        ("planned", "Fish and people", "Write to them"),
        ("completed", "Stone", "Blocks ordered"),
        ("planned", "Stone", "Lay the first course"),
    ]


def test_names_in_the_houses_green_are_no_ratings() -> None:
    report = read_report(
        FORM,
        strand("Fish", GREEN, "Pass surveyed", "Write it up"),
        strand("Stone", GREEN, "Blocks ordered", "Lay the first course"),
    )
    assert not report.ratings
    assert [one.workstream for one in report.activities] == ["Fish", "Fish", "Stone", "Stone"]


def test_two_lights_and_an_arrow_between_them() -> None:
    def line(label: str, before: str, now: str, words: str = "") -> Paragraph:
        return para(f"{label}\t → \t{words}", figures=(figure(before), figure(now)))

    report = read_report(
        FORM,
        heading("Lights (last month, then this month)"),
        line("All in all", AMBER, GREEN),
        line("Money", GREEN, RED, "the grant is late"),
        line("Eels", GREEN, GREEN),
    )
    assert [(one.label, one.previous, one.current, one.comment) for one in report.ratings] == [
        ("All in all", "Amber", "Green", None),
        ("Money", "Green", "Red", "the grant is late"),
        ("Eels", "Green", "Green", None),
    ]


def test_a_line_of_nothing_but_fields_is_no_banner() -> None:
    report = read_report(
        heading("Weir repair"), bold("Project code W/12  |  Sponsor: Ann Lee  |  Report date 10.11.12")
    )
    assert (report.project, report.reference, report.sponsor) == ("Weir repair", "W/12", "Ann Lee")


def test_thanks_and_a_name_ask_for_nothing() -> None:
    report = read_report(
        FORM, heading("Decisions we need"), "Approve a second kiln.", "With many thanks,", "Bo Day"
    )
    assert [decision.text for decision in report.decisions] == ["Approve a second kiln."]


def test_a_light_in_a_paragraph_of_its_own_under_its_dimension() -> None:
    report = read_report(
        FORM, bold("Overall"), figure(AMBER, "picture"), heading("Done"), *bullets("Kiln swept")
    )
    assert [(one.label, one.current) for one in report.ratings] == [("Overall", "Amber")]
    shown = read_report(FORM, heading("Quality"), figure(RED, "picture"), para("The new kiln glows."))
    assert not shown.ratings


def test_ratings_in_colours_that_the_file_gives_twice_are_told() -> None:
    problem = Problem("theme-colours-differ", "warning", "Compare the ratings.")
    rag = table([head("Area"), head("RAG")], ["Time", cell(fill=RED)], ["Cost", cell(fill=GREEN)])
    report = read_report(FORM, heading("Status"), rag, problems=(problem,))
    assert ("theme-colours-differ", "ratings") in {(found.code, found.about) for found in report.findings}


def test_strands_in_one_table_with_a_word_beside_their_name_and_issues_first() -> None:
    def rows(name: str, issue: str, work: str, plan: str) -> list[list[str | Cell]]:
        return [
            [cell(bold(name), across=2)],
            [cell(bold("Issues")), cell(bullet(issue))],
            [cell(bold("Progress")), cell(bullet(work))],
            [cell(bold("Next steps")), cell(bullet(plan))],
        ]

    report = read_report(
        FORM,
        table(
            *rows("Buildings: Green", "The roof leaks", "Walls up", "Fit doors"),
            *rows("People: Red", "Nobody applies", "Advert out", "Ask again"),
        ),
    )
    assert [(one.label, one.current, one.basis) for one in report.ratings] == [
        ("Buildings", "Green", "text"),
        ("People", "Red", "text"),
    ]
    assert done(report) == [
        ("completed", "Buildings", "Walls up"),
        ("planned", "Buildings", "Fit doors"),
        ("completed", "People", "Advert out"),
        ("planned", "People", "Ask again"),
    ]
    assert [risk.text for risk in report.risks] == ["The roof leaks", "Nobody applies"]


def test_an_answer_that_the_file_marks_as_a_prompt_is_told() -> None:
    report = read_report(
        FORM, prompted("Sponsor: ", "Ann Lee"), prompted("Project manager: ", "Pick one from the list")
    )
    assert [found.about for found in report.findings if found.code == "prompt-or-answer"] == ["sponsor"]


@pytest.mark.parametrize(
    "words",
    ["Green → Red – the grant is late", "Green ➡️ Red: the grant is late", "G -> R (the grant is late)"],
)
def test_words_of_then_and_now_before_their_comment(words: str) -> None:
    report = read_report(FORM, heading("Traffic lights"), f"Money: {words}")
    assert [(one.previous, one.current, one.comment) for one in report.ratings] == [
        ("Green", "Red", "the grant is late")
    ]


def test_lights_of_then_and_now_in_one_cell() -> None:
    both = cell(para("→", figures=(figure(GREEN), figure(RED))))
    report = read_report(
        FORM, heading("RAG"), table([head("Area"), head("Rating"), head("Why")], ["Cost", both, "late"])
    )
    assert [(one.previous, one.current, one.comment) for one in report.ratings] == [("Green", "Red", "late")]


def test_lights_under_words_that_no_rule_knows() -> None:
    under: list[Block] = [para("Cost"), figure(GREEN, "shape"), para("Eels"), figure(RED, "shape")]
    report = read_report(FORM, heading("Status"), under, heading("Done"), *bullets("Kiln swept"))
    assert [(one.label, one.dimension, one.current) for one in report.ratings] == [
        ("Cost", "cost", "Green"),
        ("Eels", "other", "Red"),
    ]
    apart = read_report(FORM, *under[2:], heading("Done"), *bullets("Kiln swept"))
    assert not apart.ratings
    assert "unread-lights" in codes(apart)


def test_the_ticked_one_of_the_answers_of_a_form() -> None:
    report = read_report(
        table(
            [head("Project"), "Weir repair"],
            [head("Project manager"), boxed("Ann", "Bo", ticked="Bo")],
            [head("Stage"), boxed("Design", "Build", ticked="Build")],
            [head("Sponsor"), boxed("Cy", "Di", ticked="")],
        )
    )
    assert (report.manager, report.sponsor, report.metadata["Stage"]) == ("Bo", None, "Build")
