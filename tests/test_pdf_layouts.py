"""Layouts of whole pages: tables of sections over pages, cropped and turned pages, markings in the middle of text."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import landscape
from reportlab.pdfgen.canvas import Canvas

from extractors.document import ListItem, Text, walk_blocks
from extractors.pdf.extract import extract_pdf
from tests.pdf_files import (
    AMBER,
    GREEN,
    HEIGHT,
    RED,
    WIDTH,
    asides,
    by_hand,
    cell,
    drawn,
    figures,
    fill,
    grid,
    outline,
    prose,
    stream,
    tables,
    texts,
    told,
    write,
)

TASKS = [f"Length {number} of the bank was walked and its stakes were counted" for number in range(1, 90)]


def light(paper: Canvas, color: str, x: float, y: float, radius: float = 5) -> None:
    paper.setFillColor(colors.HexColor(color))
    paper.circle(x, HEIGHT - y, radius, stroke=0, fill=1)
    paper.setFillColor(colors.black)


def boxed_sections(paper: Canvas, *parts: tuple[float, float, str, list[str]]) -> None:
    """Cells of one column drawn from top to bottom: each a label on the left and lines on the right."""
    for top, bottom, label, lines in parts:
        paper.grid([50, 150, 545], [HEIGHT - bottom, HEIGHT - top])
        if label:
            write(paper, 56, (top + bottom) / 2 + 4, label, font="Helvetica-Bold")
        for number, line in enumerate(lines):
            write(paper, 156, top + 16 + 14 * number, f"\u2022 {line}")


def test_a_section_of_a_layout_table_runs_over_three_pages(tmp_path: Path) -> None:
    """The label stands in the middle of its part of the first page; the rows go on without it."""
    document = drawn(
        tmp_path,
        lambda paper: boxed_sections(
            paper, (60, 100, "Summary", ["Stakes counted"]), (100, 790, "Progress", TASKS[:48])
        ),
        lambda paper: boxed_sections(paper, (50, 790, "", TASKS[48:88])),
        lambda paper: boxed_sections(
            paper, (50, 90, "", TASKS[88:]), (90, 130, "Next", ["Order stakes", "Drive stakes"])
        ),
    )
    [table] = tables(document)
    assert [found.text for found in table.cells if found.column == 0] == ["Summary", "Progress", "Next"]
    [progress] = [found for found in table.cells if found.column == 1 and found.row == 1]
    assert [block.text for block in progress.blocks if isinstance(block, Text)] == TASKS


def test_sections_in_rows_of_one_cell(tmp_path: Path) -> None:
    """Headings and their text in rows by turns, over a page break."""

    def page(rows: list[tuple[float, float, str, bool]]) -> object:
        def draw(paper: Canvas) -> None:
            for top, bottom, text, head in rows:
                if head:
                    fill(paper, "#DDE6EE", 50, top, 495, bottom - top)
                paper.rect(50, HEIGHT - bottom, 495, bottom - top)
                font = "Helvetica-Bold" if head else "Helvetica"
                for number, line in enumerate(text.split("\n")):
                    write(paper, 56, top + 14 + 14 * number, line, font=font)

        return draw

    long = "\n".join(f"\u2022 {task}" for task in TASKS[:40])
    rest = "\n".join(f"\u2022 {task}" for task in TASKS[40:60])
    document = drawn(
        tmp_path,
        page([(60, 80, "Progress this month", True), (80, 790, long, False)]),  # type: ignore[arg-type]
        page(
            [(50, 350, rest, False), (350, 370, "Next month", True), (370, 400, "\u2022 Drive stakes", False)]
        ),  # type: ignore[arg-type]
    )
    items = [block.text for block in walk_blocks(document.body) if isinstance(block, ListItem)]
    assert items == [*TASKS[:60], "Drive stakes"]


def test_a_marking_and_a_page_number_in_the_middle_of_a_bullet(tmp_path: Path) -> None:
    def margins(paper: Canvas, number: int) -> None:
        write(paper, 250, 25, "OFFICIAL-SENSITIVE", font="Helvetica-Bold")
        write(paper, 60, 820, "Towpath trust")
        write(paper, 500, 820, f"Page {number} of 2")

    def first(paper: Canvas) -> None:
        margins(paper, 1)
        for number, task in enumerate(TASKS[:49]):
            write(paper, 60, 70 + 14 * number, f"\u2022 {task}")
        write(paper, 60, 70 + 14 * 49, "\u2022 The reeds were cut on the upper reach and the cuttings were")

    def second(paper: Canvas) -> None:
        margins(paper, 2)
        write(paper, 68, 70, "carried off to the compost yard")
        write(paper, 60, 84, "\u2022 Gauge boards washed")

    document = drawn(tmp_path, first, second)
    assert texts(document)[-2:] == [
        "* The reeds were cut on the upper reach and the cuttings were carried off to the compost yard",
        "* Gauge boards washed",
    ]
    assert asides(document, "header") == ["OFFICIAL-SENSITIVE"]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_landscape_page_that_is_cropped(tmp_path: Path, turn: int) -> None:
    """What lies outside the crop box is hidden; places count from the crop box as the reader sees it."""
    wide, high = landscape((WIDTH, HEIGHT))
    path = tmp_path / "cropped.pdf"
    paper = Canvas(str(path), pagesize=(wide, high), cropBox=(100, 100, wide - 100, high - 100))
    paper.setFont("Helvetica", 10)
    paper.drawString(20, 40, "Printer's mark")
    if turn:
        paper.setPageRotation(turn)
        paper.translate(wide / 2, high / 2)
        paper.rotate(turn)
        paper.translate(-150, -100)
    else:
        paper.translate(200, 200)
    paper.setFillColor(colors.HexColor(AMBER))
    paper.rect(100, 0, 80, 20, stroke=0, fill=1)
    paper.setFillColor(colors.black)
    paper.grid([0, 100, 180], [0, 20, 40])
    for x, y, word in ((6, 26, "Area"), (106, 26, "Rating"), (6, 6, "Time"), (106, 6, "A")):
        paper.drawString(x, y, word)
    paper.showPage()
    paper.save()
    document = extract_pdf(path)
    [table] = tables(document)
    assert outline(table) == "Area | Rating / Time | A"
    assert cell(table, "A").fill == AMBER
    box = table.place.box
    assert box is not None
    assert abs(box[2] - box[0] - 180) < 1 and abs(box[3] - box[1] - 40) < 1
    if not turn:
        assert abs(box[0] - 100) < 1 and abs(box[1] - (high - 100 - 240)) < 1
    assert asides(document, "hidden") == ["Printer's mark"]


@pytest.mark.parametrize("angle", [90, 270])
def test_a_rag_table_with_its_heads_turned(tmp_path: Path, angle: int) -> None:
    def page(paper: Canvas) -> None:
        xs = [60, 160, 185, 210, 235, 260]
        paper.grid(xs, [HEIGHT - 220, HEIGHT - 200, HEIGHT - 180, HEIGHT - 100])
        for at, word in enumerate(("Time to do", "Money", "Scope of work", "Risk")):
            paper.saveState()
            x = xs[at + 1] + (16 if angle == 90 else 9)
            paper.translate(x, HEIGHT - (175 if angle == 90 else 105))
            paper.rotate(angle)
            paper.drawString(0, 0, word)
            paper.restoreState()
        for row, (name, shown) in enumerate(
            (("Weir", (RED, AMBER, GREEN, GREEN)), ("Lock", (GREEN, GREEN, RED, RED)))
        ):
            write(paper, 66, 194 + 20 * row, name)
            for at, color in enumerate(shown):
                fill(paper, color, xs[at + 1] + 1, 181 + 20 * row, 23, 18)

    [table] = tables(drawn(tmp_path, page))
    assert [found.text for found in table.row(0)] == ["", "Time to do", "Money", "Scope of work", "Risk"]
    assert [found.fill for found in table.row(1)][1:] == [RED, AMBER, GREEN, GREEN]


def test_labels_centred_beside_tall_cells(tmp_path: Path) -> None:
    rows = [
        ["Risk", "What was done"],
        ["Bank slips", prose(" ".join(TASKS[:6]))],
        ["Reeds", prose(" ".join(TASKS[6:9]))],
    ]
    document = told(tmp_path, [grid(rows, [90, 380], ("VALIGN", (0, 0), (-1, -1), "MIDDLE"))])
    [table] = tables(document)
    assert [found.text for found in table.cells if found.column == 0] == ["Risk", "Bank slips", "Reeds"]
    assert cell(table, " ".join(TASKS[:6])).row == 1


def test_a_table_without_lines_whose_last_column_is_lights(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        for x, word in ((60, "Milestone"), (260, "Due"), (360, "RAG")):
            write(paper, x, 100, word, font="Helvetica-Bold")
        rows = (
            ("Weir board", "04/05/2023", GREEN),
            ("Stakes driven", "11/06/2023", AMBER),
            ("Reeds cut", "01/09/2023", RED),
        )
        for row, (name, due, color) in enumerate(rows):
            write(paper, 60, 120 + 18 * row, name)
            write(paper, 260, 120 + 18 * row, due)
            light(paper, color, 370, 117 + 18 * row)

    [table] = tables(drawn(tmp_path, page))
    assert table.columns == 3
    for row, color in enumerate((GREEN, AMBER, RED), start=1):
        [shown] = [block for found in table.row(row) if found.column == 2 for block in found.blocks]
        assert getattr(shown, "color", None) == color


@pytest.mark.parametrize("below", [True, False])
def test_a_row_of_labels_with_a_light_each(tmp_path: Path, below: bool) -> None:
    names = ("Time", "Money", "Scope", "Risks")
    shown = (GREEN, RED, AMBER, GREEN)

    def page(paper: Canvas) -> None:
        write(paper, 60, 80, "How things stand with the towpath this month")
        for at, (name, color) in enumerate(zip(names, shown, strict=True)):
            write(paper, 60 + 110 * at, 110, name)
            light(paper, color, *((72 + 110 * at, 126) if below else (110 + 110 * at, 107)))

    [table] = tables(drawn(tmp_path, page))
    lights = [
        block
        for found in table.cells
        for block in found.blocks
        if hasattr(block, "color") and not isinstance(block, Text)
    ]
    assert [found.text for found in table.cells if found.text] == list(names)
    assert [getattr(block, "color", None) for block in lights] == list(shown)


@pytest.mark.parametrize(("upright", "housed"), [(False, False), (False, True), (True, True)])
def test_a_traffic_light_of_three_lamps(tmp_path: Path, upright: bool, housed: bool) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 60, 100, "Overall")
        if housed:
            wide, high = (16, 44) if upright else (44, 16)
            fill(paper, "#333333", 132, 80, wide, high)
        for at, color in enumerate(("#CCCCCC", AMBER, "#CCCCCC")):
            light(paper, color, *((140, 88 + 14 * at) if upright else (140 + 14 * at, 88)))

    assert [figure.color for figure in figures(drawn(tmp_path, page)) if figure.color != "#333333"] == [AMBER]


def test_squares_are_bullets_in_columns_side_by_side(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        paper.grid([50, 300, 550], [HEIGHT - 200, HEIGHT - 100])
        for x in (60, 310):
            for row in range(3):
                fill(paper, "#1B2A49", x, 113 + 20 * row, 4, 4)
                write(paper, x + 14, 119 + 20 * row, f"Task {row} that reaches far across its column")

    [table] = tables(drawn(tmp_path, page))
    assert all(isinstance(block, ListItem) for found in table.cells for block in found.blocks)
    assert [len(found.blocks) for found in table.cells] == [3, 3]


def test_labels_in_a_row_over_boxes_are_read_across(tmp_path: Path) -> None:
    """Four labels over two boxes are no captions of the boxes."""

    def page(paper: Canvas) -> None:
        for at, name in enumerate(("Time: late", "Money: fine", "Scope: fine", "Staff: fine")):
            write(paper, 50 + 130 * at, 90, name)
        for x, name in ((50, "Done"), (310, "Next")):
            paper.rect(x, HEIGHT - 250, 240, 150)
            paper.line(x, HEIGHT - 120, x + 240, HEIGHT - 120)
            write(paper, x + 6, 114, name)
            write(paper, x + 6, 140, *TASKS[:3], size=8)

    first = drawn(tmp_path, page).body[0]
    assert isinstance(first, Text)
    assert first.text.split("\t") == ["Time: late", "Money: fine", "Scope: fine", "Staff: fine"]


def test_a_header_row_without_column_lines_set_otherwise_than_its_columns(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        paper.grid([60, 260, 360, 440], [HEIGHT - y for y in (180, 160, 140, 120)])
        paper.rect(60, HEIGHT - 120, 380, 20)
        for x, word in ((64, "Milestone"), (264, "Due"), (364, "RAG")):
            write(paper, x, 114, word, font="Helvetica-Bold")
        for row, (name, due, mark) in enumerate(
            (("Weir", "May", "G"), ("Stakes", "June", "A"), ("Reeds", "July", "R"))
        ):
            write(paper, 64, 134 + 20 * row, name)
            write(paper, 264, 134 + 20 * row, due)
            write(paper, 397, 134 + 20 * row, mark)

    [table] = tables(drawn(tmp_path, page))
    assert [found.text for found in table.row(0)] == ["Milestone", "Due", "RAG"]


def own_font(*codes: str) -> list[str]:
    """Objects 6 to 8: a font whose letters A, B, ... stand for ``codes`` (UTF-16, hexadecimal)."""
    letters = " ".join(f"<{0x41 + at:02X}> <{code}>" for at, code in enumerate(codes))
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <FF> "
        f"endcodespacerange {len(codes)} beginbfchar {letters} endbfchar endcmap end end"
    )
    return [
        "<< /Type /Font /Subtype /Type1 /BaseFont /Own /FirstChar 65 /LastChar 70 /Widths [900 900 0 900 900 900] "
        "/FontDescriptor 8 0 R /Encoding /WinAnsiEncoding /ToUnicode 7 0 R >>",
        stream(cmap),
        "<< /Type /FontDescriptor /FontName /Own /Flags 4 /FontBBox [0 0 900 700] /ItalicAngle 0 /Ascent 700 "
        "/Descent -200 /CapHeight 700 /StemV 80 >>",
    ]


BOTH_FONTS = "/Font << /F1 5 0 R /F2 6 0 R >>"


def test_ligatures_and_signs_of_no_width(tmp_path: Path) -> None:
    document = by_hand(
        tmp_path,
        "BT /F2 10 Tf 60 700 Td (ABCD) Tj ET",
        resources=BOTH_FONTS,
        others=own_font("006F", "FB01", "200B", "0078"),
    )
    assert texts(document) == ["ofix"]


def test_emoji_are_signs(tmp_path: Path) -> None:
    """Signs beyond U+FFFF: a face is text, a coloured disc is a light."""
    document = by_hand(
        tmp_path,
        "BT /F1 10 Tf 60 700 Td (Time ) Tj /F2 10 Tf (A) Tj ET BT /F1 10 Tf 60 670 Td (Money ) Tj /F2 10 Tf (B) Tj ET",
        resources=BOTH_FONTS,
        others=own_font("D83DDE10", "D83DDFE2"),
    )
    assert texts(document) == ["Time \U0001f610", "Money"]
    [disc] = figures(document)
    assert (disc.kind, disc.text) == ("symbol", "\U0001f7e2")
