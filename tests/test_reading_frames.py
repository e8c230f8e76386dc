"""What frames leave out or add: cards headed by their risk, strips and tiles, headings in one line, lettered lines."""

from __future__ import annotations

from extractors.document import Cell, Table
from pipeline.model import Report
from tests.documents import (
    AMBER,
    FORM,
    GREEN,
    RED,
    bold,
    bullet,
    cell,
    codes,
    figure,
    head,
    heading,
    para,
    read_report,
    table,
)


def warned(report: Report) -> set[tuple[str, str]]:
    return {(finding.code, finding.about) for finding in report.findings if finding.severity == "warning"}


def lit(color: str, words: str) -> Cell:
    return cell(words, fill=color)


def rated(*heads: str, rows: list[list[str | Cell]]) -> Report:
    return read_report(FORM, heading("Health check"), table([head(word) for word in heads], *rows))


def test_numbers_under_the_name_of_a_system_are_references() -> None:
    report = read_report(
        FORM,
        heading("Risks"),
        table(
            [head("Datix"), head("Description"), head("L"), head("I"), head("Controls")],
            ["4137", "The kiln may crack", "4", "2", "Fire it slowly"],
            ["4211", "Clay may run out", "3", "3", "Order more"],
        ),
    )
    assert [(risk.reference, risk.text) for risk in report.risks] == [
        ("4137", "The kiln may crack"),
        ("4211", "Clay may run out"),
    ]


def test_strips_of_colour_over_tiles() -> None:
    report = read_report(
        FORM,
        table([cell(fill=GREEN)], [cell(bold("Overall status"), "We end early.")]),
        table([cell(fill=AMBER)], [cell(bold("Cost"), "Clay has risen.")]),
    )
    assert [(item.label, item.current, item.comment) for item in report.ratings] == [
        ("Overall status", "Green", "We end early."),
        ("Cost", "Amber", "Clay has risen."),
    ]


def test_two_headings_in_one_line_over_two_lists() -> None:
    report = read_report(
        FORM,
        heading("Work completed\tWork planned"),
        bullet("Kiln floor laid.\t• Fire the kiln."),
        bullet("Clay bought.\t• Glaze the bowls."),
    )
    assert [(item.kind, item.text) for item in report.activities] == [
        ("completed", "Kiln floor laid."),
        ("completed", "Clay bought."),
        ("planned", "Fire the kiln."),
        ("planned", "Glaze the bowls."),
    ]


def test_two_headings_in_one_line_that_cannot_be_parted_are_told() -> None:
    report = read_report(FORM, heading("Work completed\tWork planned"), bullet("Kiln floor laid."))
    assert ("headings-beside", "activities") in warned(report)


def test_each_sentence_of_a_risk_is_one() -> None:
    first, second = "There is a risk that the kiln cracks.", "There is a risk that the clay runs out."
    report = read_report(FORM, heading("Risks"), f"{first} {second}")
    assert [risk.text for risk in report.risks] == [first, second]


def test_a_report_for_the_leadership_is_not_called_so() -> None:
    report = read_report(
        "Kiln House Renewal", "Project update for SLT | November 2011", "Part of: Estates Strategy 2010-14"
    )
    assert (report.project, report.programme) == ("Kiln House Renewal", "Estates Strategy 2010-14")


def test_a_comment_whose_last_words_stand_below_the_table() -> None:
    report = rated("Area", "RAG", "Comment", rows=[["Cost", lit(AMBER, "A"), "Clay has cost more than the"]])
    assert report.ratings[0].comment == "Clay has cost more than the"
    report = read_report(
        FORM,
        heading("Status"),
        table(
            [head("Area"), head("RAG"), head("Comment")],
            ["Cost", lit(AMBER, "A"), "Clay has cost more than the"],
        ),
        "estimate.",
    )
    assert report.ratings[0].comment == "Clay has cost more than the estimate."


def test_the_numbers_along_a_bar_are_no_share() -> None:
    bar = figure("#466E46", "bar", segments=(("#466E46", 0.4), ("#FFFFFF", 0.6)))
    report = read_report(
        table(["Project", "Kiln"], ["Percentage complete", cell(bar, "0\t20\t40\t60\t80\t100")])
    )
    assert report.percent_complete == 40


def _titled(title: str, serious: Cell, doing: str, who: str) -> Table:
    return table(
        [cell(bold(title), across=2)], ["How serious?", serious], ["What we do", doing], ["Who", who]
    )  # fmt: skip


def test_a_card_headed_by_the_risk_itself() -> None:
    report = read_report(
        FORM,
        bold("What could go wrong?"),
        _titled("The kiln cracks in the frost", cell("High", fill=RED), "Fire it slowly", "Ann Lee"),
        _titled("Clay runs out", cell("Low", fill=GREEN), "Order more", "Bo Day"),
    )
    assert [(risk.kind, risk.text, risk.response, risk.owner, risk.rating) for risk in report.risks] == [
        ("risk", "The kiln cracks in the frost", "Fire it slowly", "Ann Lee", "Red"),
        ("risk", "Clay runs out", "Order more", "Bo Day", "Green"),
    ]
    assert "odd-records" not in codes(report)


def test_a_name_over_a_lead_and_his_actions_is_no_risk() -> None:
    report = read_report(
        FORM,
        heading("Workstreams"),
        table([cell(bold("Kiln house"), across=2)], ["Lead", "Ann Lee"], ["Actions", "Lay the floor"]),
    )
    assert not report.risks


def test_a_risk_that_is_nothing_but_a_label_is_told() -> None:
    report = read_report(FORM, heading("Risks"), para("The kiln may crack"), para("How serious?"))
    assert "odd-records" in codes(report)


def test_a_section_down_the_last_column_of_a_register() -> None:
    report = read_report(
        FORM,
        table(
            [head("£000"), head("Approved"), head("Spent to date"), head("Asks of the Change Board")],
            ["Kiln", "90", "40", cell(bullet("Agree the price of clay."), down=2)],
            ["Clay", "12", "3"],
        ),
        para("Clay is dug by hand."),
    )
    assert [(item.text, item.actual) for item in report.finances] == [("Kiln", 40000), ("Clay", 3000)]
    assert [item.text for item in report.decisions] == ["Agree the price of clay."]


def test_programmed_is_planned() -> None:
    report = read_report(
        FORM,
        heading("Progress on site"),
        table(
            [
                head("Block"),
                head("Achieved"),
                head("Programmed but not achieved"),
                head("Programmed for June"),
            ],
            ["Kiln", "Floor laid.", "–", "Hang the door"],
            ["Yard", "–", "Dig the drain", "–"],
        ),
    )
    assert [(item.kind, item.workstream, item.text) for item in report.activities] == [
        ("completed", "Kiln", "Floor laid."),
        ("missed", "Yard", "Dig the drain"),
        ("planned", "Kiln", "Hang the door"),
    ]


def test_the_lines_of_a_form_are_numbered_under_its_bands_letter() -> None:
    report = read_report(
        table(
            [cell(bold("A. Project"), across=3)],
            ["A1", head("Project name"), "Kiln"],
            ["A2", head("SRO"), "Ann Lee"],
        ),
        table(
            [cell(bold("C. Delivery"), across=3)],
            ["C1", head("Achieved this month"), cell(bullet("Floor laid."))],
            [cell("Keep it short.", across=3)],
            ["C2", head("Due next month"), cell(bullet("Hang the door."))],
        ),
        table(
            [cell(bold("G. Escalation"), across=3)], ["G1", head("Decisions sought from the board"), "Nil"]
        ),
    )
    assert (report.project, report.sponsor) == ("Kiln", "Ann Lee")
    assert [(item.kind, item.text) for item in report.activities] == [
        ("completed", "Floor laid."),
        ("planned", "Hang the door."),
    ]
    assert not report.decisions


def test_references_under_a_band_of_another_letter_stay() -> None:
    report = read_report(
        FORM,
        heading("Risks"),
        table(
            [head("Ref"), head("Risk"), head("Response")],
            ["R1", "The kiln may crack", "Fire it slowly"],
            ["R2", "Clay may run out", "Order more"],
        ),
    )
    assert [risk.reference for risk in report.risks] == ["R1", "R2"]


def test_two_assessors_of_one_thing_are_two_ratings() -> None:
    report = rated(
        "Assessment", "Last month", "This month",
        rows=[["SRO DCA", lit(AMBER, "Amber"), lit(RED, "Red")], ["PDO DCA", lit(RED, "Red"), lit(RED, "Red")]],
    )  # fmt: skip
    assert [(item.label, item.dimension, item.current, item.previous) for item in report.ratings] == [
        ("SRO DCA", "overall", "Red", "Amber"),
        ("PDO DCA", "overall", "Red", "Red"),
    ]


def test_a_first_row_of_an_unknown_label_is_marked_like_those_below() -> None:
    report = read_report(
        FORM,
        heading("Status"),
        table(
            ["Whistling", lit(GREEN, "Green"), "All is well."],
            ["Cost", lit(AMBER, "Amber"), "Clay has risen."],
            ["Time", lit(GREEN, "Green"), "On the day."],
        ),
    )
    assert [(item.label, item.current) for item in report.ratings] == [
        ("Whistling", "Green"),
        ("Cost", "Amber"),
        ("Time", "Green"),
    ]


def test_the_plan_for_a_risk_is_its_response() -> None:
    report = read_report(
        FORM,
        heading("Risks"),
        table(
            [head("Risk"), head("Plan"), head("Owner"), head("Likelihood")],
            ["Clay may run out", "Order more", "Bo Day", "Low"],
        ),
    )
    assert [risk.response for risk in report.risks] == ["Order more"]


def test_a_card_headed_by_its_reference_and_the_risk() -> None:
    report = read_report(
        FORM,
        heading("Risks"),
        table([head("R1"), head("The clay may run out")], ["Mitigation", "Order more"], ["Owner", "Bo Day"]),
        table([cell(bold("The kiln may crack"), across=2)], ["What we are doing", "Fire it slowly"]),
    )
    assert [(risk.reference, risk.text, risk.response, risk.owner) for risk in report.risks] == [
        ("R1", "The clay may run out", "Order more", "Bo Day"),
        (None, "The kiln may crack", "Fire it slowly", None),
    ]
    assert not report.activities


def test_lettered_months_down_the_side() -> None:
    report = read_report(
        FORM,
        heading("RAG"),
        table(
            [head(""), head("Overall"), head("Cost")],
            ["M7", lit(AMBER, "A"), lit(GREEN, "G")],
            ["M8", lit(GREEN, "G"), lit(RED, "R")],
        ),
    )
    assert [(item.label, item.current, item.previous) for item in report.ratings] == [
        ("Overall", "Green", "Amber"),
        ("Cost", "Red", "Green"),
    ]
