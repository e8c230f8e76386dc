"""Tables without column lines under painted titles, and what stands in columns where no words are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas

from extractors.document import Document, Figure, ListItem, Paragraph
from tests.pdf_files import AMBER, HEIGHT, RED, drawn, fill, outline, tables, write

BOLD = "Helvetica-Bold"
NAVY = "#1B2B4B"
SIDES = (40, 555)
TASKS = [("Task", "By"), ("Dredge the basin", "4 May 2026"), ("Rebuild the slipway", "9 June 2026")]
STAGES = [
    ("Stage", "Planned", "Reached"),
    ("Basin drained", "1 March 2026", "3 March 2026"),
    ("Slipway open", "2 July 2026", ""),
]


def ruled_rows(
    paper: Canvas, top: float, starts: tuple[float, ...], rows: Sequence[tuple[str, ...]]
) -> float:
    """Rows with a level line under each, the first in bold; where the last line stands."""
    for number, row in enumerate(rows):
        base = top + 18 * number + 12
        for x, text in zip(starts, row, strict=True):
            write(paper, x, base, text, font="Helvetica" if number else BOLD, size=9)
        paper.line(SIDES[0], HEIGHT - base - 5, SIDES[1], HEIGHT - base - 5)
    return top + 18 * len(rows)


def banner(paper: Canvas, top: float, title: str) -> None:
    fill(paper, NAVY, SIDES[0], top, SIDES[1] - SIDES[0], 17)
    paper.setFillColor(colors.white)
    write(paper, 46, top + 12, title, font=BOLD, size=9)
    paper.setFillColor(colors.black)


@pytest.fixture
def under_titles(tmp_path: Path) -> Document:
    def page(paper: Canvas) -> None:
        banner(paper, 60, "Before we meet again")
        end = ruled_rows(paper, 77, (46, 380), TASKS)
        banner(paper, end + 6, "Stages")
        end = ruled_rows(paper, end + 23, (46, 280, 420), STAGES)
        banner(paper, end + 6, "For the trustees")
        write(paper, 46, end + 38, "\u2022 Agree the tender list.", size=9)

    return drawn(tmp_path, page)


def test_painted_titles_are_no_rows_of_the_tables_around_them(under_titles: Document) -> None:
    assert [
        block.text for block in under_titles.body if isinstance(block, Paragraph) and block.fill == NAVY
    ] == ["Before we meet again", "Stages", "For the trustees"]
    assert [outline(table) for table in tables(under_titles)] == [
        " / ".join(" | ".join(row) for row in rows) for rows in (TASKS, STAGES)
    ]


def test_one_label_beside_one_item_is_a_row(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 46, 80, "Moorings", font=BOLD)
        write(paper, 160, 80, "\u2022 Ring bolts tested by the harbour master.")
        write(paper, 46, 120, "The basin stays open to canoes for the whole of the work.")

    [found] = tables(drawn(tmp_path, page))
    label, value = found.row(0)
    assert label.text == "Moorings"
    assert [type(block) for block in value.blocks] == [ListItem]


def lit_register(paper: Canvas) -> None:
    starts = (46.0, 70.0, 220.0, 270.0, 303.0, 462.0, 531.0)
    heads = ("No.", "Risk", "Likelihood", "Impact", "What we do", "Owner", "RAG")
    rows = [("1", "Silt returns", "5", "4", "Trap at the weir", "Ada Gill-Smythe", RED)]
    rows += [("2", "Otters den", "2", "5", "Walk the bank", "Bea Hall-Morton", AMBER)]
    for x, text in zip(starts, heads, strict=True):
        write(paper, x, 90, text, font=BOLD, size=9)
    for number, row in enumerate(rows):
        base = 108 + 18 * number
        for x, text in zip(starts, row[:-1], strict=False):
            write(paper, x, base, text, size=9)
        paper.setFillColor(colors.HexColor(row[-1]))
        paper.circle(536, HEIGHT - base + 3, 4, stroke=0, fill=1)
        paper.setFillColor(colors.black)


def test_a_head_over_nothing_but_lights_has_a_column(tmp_path: Path) -> None:
    [found] = tables(drawn(tmp_path, lit_register))
    assert [cell.text for cell in found.row(0)][-2:] == ["Owner", "RAG"]
    lights = [block for row in (1, 2) for block in found.row(row)[-1].blocks if isinstance(block, Figure)]
    assert [light.color for light in lights] == [RED, AMBER]


def test_the_last_line_of_a_cell_may_stand_alone(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        for x, text in ((46, "ID"), (90, "Risk"), (250, "What we do")):
            write(paper, x, 90, text, font=BOLD)
        top = 112
        for number, risk, answer in (
            ("R1", ["The weir leaks", "in dry summers"], ["Line it with clay", "and watch the", "gauge"]),
            ("R2", ["Boats wait", "at the lock"], ["Open it at dawn", "from May to", "late summer"]),
        ):
            write(paper, 46, top, number)
            for line, text in enumerate(risk):
                write(paper, 90, top + 15 * line, text)
            for line, text in enumerate(answer):
                write(paper, 250, top + 15 * line, text)
            top += 15 * len(answer) + 7

    [found] = tables(drawn(tmp_path, page))
    assert outline(found) == (
        "ID | Risk | What we do / R1 | The weir leaks in dry summers | Line it with clay and watch the gauge"
        " / R2 | Boats wait at the lock | Open it at dawn from May to late summer"
    )
