"""What a word processor's own print does to a report: columns, lights, heads and signs."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from pipeline.reading.elements import figures_of
from tests.pdf_files import AMBER, GREEN, HEIGHT, by_hand, drawn, outline, tables, texts, write
from tests.test_pdf_layouts import BOTH_FONTS, own_font


def boxes(paper: Canvas, x: float, y: float, widths: list[float], *rows: list[str]) -> None:
    """A ruled table whose first row begins ``y`` points below the top of the page."""
    for number, row in enumerate(rows):
        left = x
        for width, text in zip(widths, row, strict=True):
            paper.rect(left, HEIGHT - y - 14 * (number + 1), width, 14)
            write(paper, left + 5, y + 14 * number + 10, text, size=9)
            left += width


def test_low_tables_under_their_titles_are_a_column(tmp_path: Path) -> None:
    more = [["Wood", "7"], ["Iron", "8"]]

    def page(paper: Canvas) -> None:
        write(paper, 40, 60, "Done in May", font="Helvetica-Bold")
        for number in range(8):
            write(
                paper,
                40,
                78 + 14 * number,
                f"• The mason has dressed stone number {number + 1} of the weir.",
                size=9,
            )
        write(paper, 330, 60, "Dates", font="Helvetica-Bold")
        boxes(paper, 330, 70, [100, 60], ["Stage", "Now"], ["Weir closed", "3 May 2026"], *more)
        write(paper, 330, 143, "Money", font="Helvetica-Bold")
        boxes(paper, 330, 153, [100, 60], ["Heading", "Spent"], ["Stone", "4,200"], *more)

    shown = texts(drawn(tmp_path, page))
    assert shown[0] == "Done in May"
    assert shown[9:] == [
        "Dates",
        "Stage | Now / Weir closed | 3 May 2026 / Wood | 7 / Iron | 8",
        "Money",
        "Heading | Spent / Stone | 4,200 / Wood | 7 / Iron | 8",
    ]


def test_a_column_that_begins_higher_than_the_one_beside_it(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 320, 60, "Next month", font="Helvetica-Bold")
        write(paper, 320, 74, "• Open the sluice for the first time.", size=9)
        boxes(paper, 40, 82, [80, 150], *([f"Part {n}", "The gate is on course."] for n in range(6)))
        write(paper, 320, 88, "• Hang the second gate before the rain.", size=9)
        write(paper, 320, 102, "• Train the keepers of the lock house.", size=9)
        write(paper, 320, 116, "• Paint the rails along the towpath.", size=9)

    shown = texts(drawn(tmp_path, page))
    assert shown[1:] == [
        "Next month",
        "* Open the sluice for the first time.",
        "* Hang the second gate before the rain.",
        "* Train the keepers of the lock house.",
        "* Paint the rails along the towpath.",
    ]


def test_heads_set_left_over_amounts_set_right_are_one_column(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        rows = [("Masonry", "1,140", "702"), ("Timber", "3,260", "2,980"), ("Total", "4,400", "3,682")]
        for x, text in ((60, "Package"), (200, "Budget"), (320, "Paid")):
            write(paper, x, 100, text, font="Helvetica-Bold")
        for number, (name, budget, paid) in enumerate(rows):
            y = 114 + 14 * number
            write(paper, 60, y, name)
            paper.drawRightString(300, HEIGHT - y, budget)
            paper.drawRightString(420, HEIGHT - y, paid)

    [found] = tables(drawn(tmp_path, page))
    assert outline(found) == (
        "Package | Budget | Paid / Masonry | 1,140 | 702 / Timber | 3,260 | 2,980 / Total | 4,400 | 3,682"
    )


def test_a_strip_alone_in_its_cell_is_a_light(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        boxes(paper, 60, 100, [90, 120], ["Code", "TF-03"], ["Delivery", ""], ["Spend", ""])
        for row, color in ((1, AMBER), (2, GREEN)):
            paper.setFillColor(color)
            paper.rect(158, HEIGHT - 100 - 14 * row - 12, 60, 10, stroke=0, fill=1)

    [found] = tables(drawn(tmp_path, page))
    lights = [cell.fill or figure.color for cell in found.cells for figure in figures_of(cell.blocks)]
    assert [color for color in lights if color] == [AMBER, GREEN]


def test_signs_that_a_font_for_text_cannot_print_are_lost_and_told(tmp_path: Path) -> None:
    own = [part.replace("/Own", "/ABCDEF+DejaVuSans") for part in own_font("D83DDFE2", "0041")]
    document = by_hand(
        tmp_path,
        "BT /F1 10 Tf 60 700 Td (Money ) Tj /F2 10 Tf (A) Tj ET",
        resources=BOTH_FONTS,
        others=own,
    )
    assert texts(document) == ["Money"]
    assert "signs-not-printed" in [problem.code for problem in document.problems]
