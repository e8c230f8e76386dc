"""What scans show of forms and painted tables: boxes apart, cells between strips of paper, heads that run up, marks
behind the text.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.lib.colors import HexColor, white
from reportlab.pdfgen.canvas import Canvas

from extractors.document import Paragraph
from extractors.pdf.extract import extract_pdf
from samples.scanning import SCANNERS, Scanner
from tests.pdf_files import AMBER, GREEN, RED
from tests.test_pdf_scan import hue, scanned, the_table

OFFICE, COARSE, GREY, FINE, FADED, LAYERED, MIXED = SCANNERS
BLACK = HexColor("#000000")


@pytest.mark.parametrize("scanner", [OFFICE, COARSE], ids=lambda scanner: scanner.name)
def test_strips_of_paper_part_painted_cells(tmp_path: Path, scanner: Scanner) -> None:
    rows = [
        ("Stage", "Agreed", "Now"),
        ("Lamps ordered", "14/03/2025", "28/03/2025"),
        ("Mast erected", "02/06/2025", "02/06/2025"),
        ("Lights on", "19/09/2025", "30/09/2025"),
    ]

    def page(paper: Canvas) -> None:
        paper.setFont("Helvetica", 10)
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                x, y = 60 + 140 * column, 680 - 22 * number
                paper.setFillColor(HexColor("#50607E" if number == 0 else "#E9ECF3"))
                paper.rect(x, y, 139, 21, stroke=0, fill=1)
                paper.setFillColor(white if number == 0 else BLACK)
                paper.drawString(x + 5, y + 7, text)

    table = the_table(extract_pdf(scanned(tmp_path, scanner, page)))
    assert [tuple(cell.text for cell in table.row(row)) for row in range(table.rows)] == rows


def test_boxes_that_stand_apart_are_a_forms_cells(tmp_path: Path) -> None:
    rows = [
        ("Ferry slip repaired", "P. Holm", "12/05/2026"),
        ("Lamp posts painted", "R. Aird", "19/05/2026"),
        ("Bollards delivered", "P. Holm", "22/05/2026"),
    ]
    columns = ((60, 220), (284, 100), (388, 90))

    def page(paper: Canvas) -> None:
        paper.setFont("Helvetica-Bold", 10)
        for (x, _), head in zip(columns, ("What was done", "Who", "Date"), strict=True):
            paper.drawString(x, 712, head)
        paper.setFont("Helvetica", 10)
        paper.setLineWidth(0.7)
        for number, row in enumerate(rows):
            for (x, wide), text in zip(columns, row, strict=True):
                y = 686 - 22 * number
                paper.setFillColor(HexColor("#F3F7F8"))
                paper.rect(x, y, wide, 18, stroke=1, fill=1)
                paper.setFillColor(BLACK)
                paper.drawString(x + 2, y + 6, text)

    table = the_table(extract_pdf(scanned(tmp_path, OFFICE, page)))
    assert [tuple(cell.text for cell in table.row(row)) for row in range(1, table.rows)] == rows


def test_heads_that_run_up_are_read(tmp_path: Path) -> None:
    heads, colors = ("Overall", "Schedule", "Budget"), (GREEN, AMBER, RED)

    def page(paper: Canvas) -> None:
        paper.setFont("Helvetica-Bold", 10)
        for column, head in enumerate(heads):
            paper.saveState()
            paper.translate(206 + 80 * column, 650)
            paper.rotate(90)
            paper.drawString(6, 0, head)
            paper.restoreState()
        paper.setFont("Helvetica", 10)
        paper.drawString(66, 632, "This month")
        paper.setLineWidth(0.6)
        for column, color in enumerate(colors):
            paper.setFillColor(HexColor(color))
            paper.rect(160 + 80 * column, 625, 80, 20, stroke=1, fill=1)
        paper.grid([60, 160, 240, 320, 400], [625, 645, 710])

    table = the_table(extract_pdf(scanned(tmp_path, OFFICE, page)))
    assert [cell.text for cell in table.row(0)] == ["", *heads]
    assert [hue(cell.fill) for cell in table.row(1)[1:]] == [hue(color) for color in colors]


def test_a_mark_behind_the_text_is_neither_paint_nor_letters(tmp_path: Path) -> None:
    text = "The boathouse roof was slated and the slipway cleared before the storm"

    def page(paper: Canvas) -> None:
        paper.saveState()
        paper.setFillColor(HexColor("#ECECEC"))
        paper.setFont("Helvetica-Bold", 120)
        paper.translate(130, 420)
        paper.rotate(40)
        paper.drawString(0, 0, "DRAFT")
        paper.restoreState()
        paper.setFillColor(BLACK)
        paper.setFont("Helvetica", 11)
        for number in range(12):
            paper.drawString(60, 700 - 26 * number, f"{text}.")

    document = extract_pdf(scanned(tmp_path, OFFICE, page))
    told = " ".join(block.text for block in document.body if isinstance(block, Paragraph))
    assert told.count(text) >= 10  # a letter at the edge of the mark may be misread, and is told as unsure
    assert not any(block.fill for block in document.body if isinstance(block, Paragraph))
