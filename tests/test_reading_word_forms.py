"""What form fields, ringed letters, ticks and charts of Word forms tell."""

from __future__ import annotations

from extractors.document import Cell, Paragraph, Run
from tests.documents import FORM, GREEN, bold, cell, codes, figure, head, heading, para, read_report, table


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
