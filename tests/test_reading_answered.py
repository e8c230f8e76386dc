"""What a form's printed words make of its answers: guidance over them, colours to tick, whose dollars '$' means."""

from __future__ import annotations

import pytest

from extractors.document import Block, Cell, Paragraph, Run
from tests.documents import (
    AMBER,
    FORM,
    GREEN,
    bold,
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

BLUE = "#1F4E9D"


def slanted(text: str) -> Paragraph:
    return para(Run(text, italic=True, color=BLUE))


def guided(label: str, hint: str, *said: str | Block) -> list[str | Cell]:
    """A row of a form: the label, beside it guidance in blue italics over the answer."""
    return [head(label), cell(slanted(hint), *said)]


def test_guidance_over_the_answers_of_a_form() -> None:
    chosen = para("Red / ", Run("Amber", bold=True, fill=AMBER), " / Green")
    report = read_report(
        table(
            guided("Project name", "As it stands in the letter of award.", "Lock gates at Hexley"),
            [head("Project sponsor"), "Orla Finch"],
            guided("Project manager", "Whoever runs the site from day to day.", "Piers Lowe"),
            guided("Date of report", "Type as dd/mm/yyyy.", "04/06/2031"),
            guided("Time", "Mark one colour and tell us why.", chosen, "The barge came late."),
            guided("Completed this month", "Leave out routine inspections.", *bullets("Hung the east gate")),
            guided("Planned next month", "Three items at most.", *bullets("Drain the chamber")),
        )
    )
    assert (report.project, report.sponsor, report.manager) == (
        "Lock gates at Hexley",
        "Orla Finch",
        "Piers Lowe",
    )
    assert report.report_date == "2031-06-04"
    assert [(item.label, item.current, item.comment) for item in report.ratings] == [
        ("Time", "Amber", "The barge came late.")
    ]
    assert done(report) == [("completed", None, "Hung the east gate"), ("planned", None, "Drain the chamber")]
    assert "guidance-in-answer" not in codes(report)


def test_last_month_in_italics_is_no_guidance() -> None:
    rows = [
        ("Completed this month", "The pump was serviced.", "The sluice was painted."),
        ("Problems met", "Silt filled the pit.", "A valve stuck."),
        ("Planned next month", "The crane will come.", "The weir will be grouted."),
    ]
    found = read(FORM, table(*[guided(label, before, now) for label, before, now in rows]))
    assert not [item for item in found.furniture if item.text in {before for _, before, _ in rows}]


def test_an_answer_that_may_begin_with_guidance_is_told() -> None:
    report = read_report(
        table(guided("Project", "The one in the plan", "Weir repair"), ["Date", "7 December 2011"])
    )
    assert any(
        finding.about == "project" for finding in report.findings if finding.code == "guidance-in-answer"
    )


def test_a_line_that_only_its_look_makes_guidance_is_told() -> None:
    found = read(
        table(
            guided("Project name", "Use the name in the charter.", "Weir repair"),
            guided("Date of report", "Enter as dd/mm/yyyy.", "04/06/2031"),
            guided("Project sponsor", "Name one person.", "Orla Finch"),
            guided("Risks", "The bank is soft near the sluice.", "Piles may be needed."),
        )
    )
    assert [finding.message[:20] for finding in found.findings if finding.code == "guidance-or-answer"] == [
        "'The bank is soft ne"
    ]


@pytest.mark.parametrize(
    ("line", "currency", "told"),
    [
        ("All figures are in AUD.", "AUD", False),
        ("Shown in New Zealand dollars.", "NZD", False),
        ("Prepared for Riverways Queensland.", "AUD", True),
        ("Region of Halden, Ontario", "CAD", True),
        ("Sums in USD; the plant is from Canada.", "USD", False),
        ("Prepared for the board.", "USD", True),
    ],
)
def test_whose_dollars(line: str, currency: str, told: bool) -> None:
    report = read_report(
        FORM,
        line,
        "The survey of 27/03/2031 was late.",
        heading("Finances", 2),
        table(
            [head("Item"), head("Budget"), head("Actual to date")],
            ["Timber", "$12,000", "$4,500"],
            ["Labour", "$30,000", "$9,000"],
        ),
    )
    assert {item.currency for item in report.finances} == {currency}
    assert ("whose-dollars" in codes(report)) is told


def test_a_unit_of_dollars_named_after_the_sign() -> None:
    report = read_report(
        FORM,
        heading("Financials ($'000 CAD)", 2),
        table([head("Item"), head("Budget"), head("Actual")], ["Timber", "12", "4"], ["Labour", "30", "9"]),
    )
    assert [(item.budget, item.currency) for item in report.finances] == [(12000, "CAD"), (30000, "CAD")]


@pytest.mark.parametrize("ticked", ["Amber", None], ids=["ticked", "nothing ticked"])
def test_questions_over_colours_to_tick(ticked: str | None) -> None:
    meanings = {"Green": "as planned", "Amber": "a little late", "Red": "in trouble"}
    options = "   ".join(
        f"{'☑' if colour == ticked else '☐'} {colour} ({meaning})" for colour, meaning in meanings.items()
    )
    report = read_report(
        FORM,
        heading("Overall, how are things going?", 2),
        options,
        "The oak came a month late.",
        heading("Is the grant being spent in line with the budget?", 2),
        options.replace("☑", "☐").replace("☐ Green", "☒ Green"),
        "We expect to spend all of it.",
        heading("What have you done?", 2),
        bullets("Hung the tenor"),
    )
    assert [(item.dimension, item.current, item.comment) for item in report.ratings] == [
        ("overall", ticked, "The oak came a month late."),
        ("cost", "Green", "We expect to spend all of it."),
    ]
    assert done(report) == [("completed", None, "Hung the tenor")]
    assert ticked or any(f.about == "ratings" and f.severity == "warning" for f in report.findings)


def test_heads_over_tabbed_amounts_alone() -> None:
    report = read_report(
        FORM,
        bold("Money"),
        bold("Budget\tSpent so far"),
        "Thatching\t£8,400\t£2,100",
        "Reed\t£3,150\t–",
        "Total\t£11,550\t£2,100",
    )
    assert [(item.text, item.budget, item.actual) for item in report.finances] == [
        ("Thatching", 8400, 2100),
        ("Reed", 3150, None),
        ("Total", 11550, 2100),
    ]


def test_the_title_of_a_report_names_no_programme() -> None:
    report = read_report(
        bold("Waterways Programme: Project Status"), FORM, heading("Completed", 2), "Hung it"
    )
    assert report.programme is None


def test_an_empty_part_of_a_card_is_no_card() -> None:
    def card(name: str, mark: str, fill: str, ahead: str | Block) -> Block:
        return table(
            [head(name), cell(bold(f"RAG: {mark}"), fill=fill)],
            [head("Done this month"), cell(*bullets(f"Met the {name} team"))],
            [head("Next month"), cell(ahead)],
            [head("Not achieved"), "None"],
        )

    report = read_report(
        FORM,
        card("Strand 1: Locks", "Green", GREEN, "Dredge"),
        card("Strand 2: Paths", "Amber", AMBER, "N/A"),
    )
    assert [(item.label, item.current) for item in report.ratings] == [
        ("Strand 1: Locks", "Green"),
        ("Strand 2: Paths", "Amber"),
    ]


def test_labels_in_whole_sentences_of_a_form() -> None:
    report = read_report(
        table(
            ["Construction project", "Lock gates at Hexley"],
            ["Person leading the work", "Piers Lowe"],
            ["Funding will end on", "30 June 2033"],
            ["Month being reported", "May 2031"],
            ["Date you completed this form", "4 June 2031"],
        )
    )
    assert (report.project, report.manager, report.end_date) == (
        "Lock gates at Hexley",
        "Piers Lowe",
        "2033-06-30",
    )
    assert (report.period, report.report_date) == ("2031-05", "2031-06-04")


def test_corrective_actions_of_a_period_and_packages_not_begun() -> None:
    report = read_report(
        FORM,
        heading("Remedial actions during this period", 2),
        bullets("Relaid the culvert"),
        heading("Work packages", 2),
        table(
            [head("Work package"), head("Owner"), head("State")],
            ["WP1 Survey", "O. Finch", "Completed"],
            ["WP2 Gates", "P. Lowe", "Awaiting authorisation"],
        ),
    )
    assert done(report) == [
        ("completed", None, "Relaid the culvert"),
        ("completed", None, "WP1 Survey"),
        ("planned", None, "WP2 Gates"),
    ]
