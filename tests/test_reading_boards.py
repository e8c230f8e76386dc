"""What boards get: packs with a list of projects, risk maps, matrices of discs and rings, tables of several parts."""

from __future__ import annotations

from extractors.document import Block, Cell
from tests.documents import (
    AMBER,
    FORM,
    GREEN,
    RED,
    bold,
    bullets,
    cell,
    done,
    figure,
    head,
    heading,
    para,
    read,
    read_report,
    table,
)

BAND = "#1B2B4B"


def one(name: str, reference: str, work: str) -> list[str | Block | list[Block]]:
    """A project's report in a pack: titled with its bare name, its form at the side."""
    return [
        heading(name, 2), table(["", "Overall", "Time"], ["Now", cell("A", fill=AMBER), cell("G", fill=GREEN)]),
        bold("Why it is so"), heading("Facts", 3), table(["Project reference", reference]),
        heading("Progress since the last Board", 3), bullets(work),
        heading("Risks", 3), bullets(f"{name} may be late"),
    ]  # fmt: skip


def test_a_list_of_projects_names_where_their_reports_begin() -> None:
    heads: list[str | Cell] = [head(word) for word in ("Paper", "Project", "Overall", "Page")]
    rows: list[list[str | Cell]] = [
        ["1", "Eel Pass", cell(fill=AMBER), "2"],
        ["2", "Low Weir", cell(fill=AMBER), "4"],
    ]
    reading = read(
        heading("Rivers Board"), table(heads, *rows),
        *one("Eel Pass", "R-1", "Weir drained"), *one("Low Weir", "R-2", "Gate hung"),
    )  # fmt: skip
    told = [(report.project, report.reference, len(report.ratings)) for report in reading.reports]
    assert told == [("Eel Pass", "R-1", 2), ("Low Weir", "R-2", 2)]


def test_a_map_of_likelihood_by_impact_holds_no_risks() -> None:
    def fields(level: str, *words: str) -> list[str | Cell]:
        return [level, *(cell(text, fill=AMBER) if text else cell(fill=GREEN) for text in words)]

    report = read_report(
        FORM, heading("Risks"),
        table(["Likelihood \\ Impact", "1", "2", "3"], fields("3", "", "R2", ""), fields("2", "", "", "R1, R3"),
              fields("1", "", "", "")),
        table([head(word) for word in ("Ref", "Risk", "Owner")], ["R1", "The weir may leak", "Ann Lee"]),
    )  # fmt: skip
    assert [risk.text for risk in report.risks] == ["The weir may leak"]


def test_a_disc_is_now_and_a_ring_was_before() -> None:
    paints = {"Green": GREEN, "Amber": AMBER, "Red": RED}
    colours = [cell(bold(word), fill=paint) for word, paint in paints.items()]
    heads: list[str | Cell] = [head("Area"), *colours, head("Remarks")]
    report = read_report(
        FORM, heading("Status matrix"),
        table(heads, ["Time", "● ○", "", "", "On course"], ["Cost", "●", "○", "", "Within the sum"]),
    )  # fmt: skip
    assert [(item.label, item.current, item.previous, item.comment) for item in report.ratings] == [
        ("Time", "Green", "Green", "On course"),
        ("Cost", "Green", "Amber", "Within the sum"),
    ]


def test_a_painted_row_of_empty_cells_heads_what_stands_below() -> None:
    empty = [cell(fill=BAND) for _ in range(2)]
    report = read_report(
        FORM,
        table(
            [cell(bold("Risks"), fill=BAND), *empty], ["Ref", "Risk", "Owner"], ["R1", "Rain", "Ann Lee"],
            [cell(bold("Milestones"), fill=BAND), *empty], ["Milestone", "Baseline", "Forecast"],
            ["Weir built", "1 May 2012", "8 May 2012"],
        ),
        "R = red, A = amber, G = green",
    )  # fmt: skip
    assert [risk.text for risk in report.risks] == ["Rain"]
    assert [(item.text, item.forecast) for item in report.milestones] == [("Weir built", "2012-05-08")]


def test_reasons_under_the_names_of_what_is_rated_head_no_sections() -> None:
    report = read_report(
        FORM,
        table(
            ["Time", cell("A", fill=AMBER)], ["People", cell("G", fill=GREEN)],
            ["Risk exposure", cell("R", fill=RED)],
        ),
        bold("Why"), "Time: Two weeks behind.", "People: A post is empty.", "Risk exposure: One is above appetite.",
        heading("Done"), bullets("Weir drained"),
    )  # fmt: skip
    assert not report.risks
    assert done(report) == [("completed", None, "Weir drained")]


def test_a_light_between_a_label_and_its_word() -> None:
    lines = [
        para(f"{label}  ", f" {word}", figures=(figure(colour, text="●"),))
        for label, word, colour in (("Overall", "GREEN", GREEN), ("Eels", "AMBER", AMBER))
    ]
    report = read_report(FORM, heading("How are we doing?"), *lines)
    assert [(item.label, item.current, item.comment) for item in report.ratings] == [
        ("Overall", "Green", None),
        ("Eels", "Amber", None),
    ]
