"""Outlined boxes beside each other under painted titles, lights with remarks in one of them, numbered sentences."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from extractors.document import Figure, ListItem, Table, walk_blocks
from tests.pdf_files import AMBER, GREEN, HEIGHT, RED, drawn, fill, outline, tables, write


def box(paper: Canvas, title: str, left: float, top: float, wide: float, high: float) -> None:
    """A box of thin lines under a painted strip of its own width that holds its title in white."""
    fill(paper, "#1B3A6B", left, top, wide, 14)
    paper.setFillColor(HexColor("#FFFFFF"))
    write(paper, left + 4, top + 10, title, font="Helvetica-Bold", size=8)
    paper.setFillColor(HexColor("#000000"))
    paper.setStrokeColor(HexColor("#1B3A6B"))
    paper.rect(left, HEIGHT - top - 14 - high, wide, high)


def test_boxes_beside_each_other_have_their_titles(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        for top, names in ((100, ("Done", "Not done")), (190, ("Next", "Asked of you"))):
            for left, name in zip((40, 310), names, strict=True):
                box(paper, name, left, top, 250, 60)
                write(paper, left + 6, top + 28, f"{name}: the sluice", f"{name}: the lock", size=8)

    found = tables(drawn(tmp_path, page))
    assert [outline(table).split(" / ", maxsplit=1)[0] for table in found] == [
        "Done",
        "Not done",
        "Next",
        "Asked of you",
    ]
    assert all((table.rows, table.columns) == (2, 1) for table in found)
    assert "the lock" in outline(found[1])


@pytest.mark.parametrize("first", ["", "Calm"])
def test_remarks_stand_beside_lights_under_no_head(tmp_path: Path, first: str) -> None:
    rows = [
        ("Weather", GREEN, GREEN, first),
        ("Overall", AMBER, RED, "Back from red since the"),
        ("Time", AMBER, AMBER, ""),
        ("Cost", GREEN, GREEN, "Within the grant"),
    ]

    def page(paper: Canvas) -> None:
        box(paper, "Status", 40, 100, 320, 130)
        box(paper, "Summary", 370, 100, 190, 130)
        write(paper, 376, 128, "The dam stands.", size=8)
        write(paper, 176, 124, "now", size=7)
        write(paper, 210, 124, "last", size=7)
        for number, (label, now, last, remark) in enumerate(rows):
            base = 140 + 22 * number
            write(paper, 46, base, label, size=8)
            for x, colour in ((182, now), (217, last)):
                paper.setFillColor(HexColor(colour))
                paper.circle(x, HEIGHT - base + 3, 5, stroke=0, fill=1)
            paper.setFillColor(HexColor("#000000"))
            write(paper, 232, base, remark, size=7.5)
        write(paper, 232, 171, "pump was hired.", size=7.5)

    [matrix] = [
        block
        for block in walk_blocks(drawn(tmp_path, page).body)
        if isinstance(block, Table) and block.columns > 1
    ]
    assert [cell.text for cell in matrix.row(0)] == ["", "now", "last", ""]
    assert [cell.text for cell in matrix.row(1)][::3] == ["Weather", first]
    remark = "Back from red since the pump was hired."
    assert [cell.text for cell in matrix.row(2)][::3] == ["Overall", remark]
    assert [
        figure.color
        for cell in matrix.cells
        if cell.row == 2
        for figure in cell.blocks
        if isinstance(figure, Figure)
    ] == [AMBER, RED]


def test_a_numbered_sentence_is_no_heading_though_the_page_s_print_is_small(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        for number in range(12):
            write(
                paper, 40, 300 + 10 * number, "Small print of a table that fills most of the page", size=6.5
            )
        write(paper, 40, 100, "1. Lend us the second pump until the lock is dry.", size=9)
        write(paper, 40, 130, "2. Let the mill close for a week in the middle of May.", size=9)

    items = [block.text for block in drawn(tmp_path, page).body if isinstance(block, ListItem)]
    assert items == [
        "Lend us the second pump until the lock is dry.",
        "Let the mill close for a week in the middle of May.",
    ]
