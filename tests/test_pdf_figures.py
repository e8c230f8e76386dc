"""Drawn figures of digital PDFs: bars, lights, rings, tick boxes, symbols, pictures and form fields."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib import colors
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extractors.document import Figure, Table, Text
from tests.pdf_files import (
    AMBER,
    GREEN,
    HEIGHT,
    RED,
    by_hand,
    cell,
    drawn,
    figures,
    fill,
    grid,
    paragraph,
    tables,
    texts,
    told,
    write,
)


def test_a_bar_of_two_colours_with_ticks_and_legend(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        for number in range(0, 101, 25):
            write(paper, 60 + 3 * number, 76, f"{number}%", size=7)
        fill(paper, "#4F81BD", 66, 82, 90, 16)
        fill(paper, "#953735", 156, 82, 210, 16)
        write(paper, 120, 112, "Done", size=8)
        write(paper, 200, 112, "To do", size=8)

    document = drawn(tmp_path, page)
    [bar] = [figure for figure in figures(document) if figure.kind == "bar"]
    assert bar.segments == (("#4F81BD", 0.3), ("#953735", 0.7))
    assert "0%\t25%\t50%\t75%\t100%" in texts(document) and "Done\tTo do" in texts(document)


@pytest.mark.parametrize("track", ["filled", "outlined"])
def test_a_bar_within_its_track(tmp_path: Path, track: str) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 60, 80, "Complete:")
        if track == "filled":
            fill(paper, "#E0E0E0", 130, 70, 200, 12)
        else:
            paper.rect(130, HEIGHT - 82, 200, 12)
        fill(paper, GREEN, 130, 70, 80, 12)

    [bar] = [figure for figure in figures(drawn(tmp_path, page)) if figure.kind == "bar"]
    (color, share), _ = bar.segments
    assert (color, share) == (GREEN, 0.4)


@pytest.mark.parametrize(("filled", "share"), [(3, 0.6), (5, None), (0, None)])
def test_a_bar_of_ruled_cells(tmp_path: Path, filled: int, share: float | None) -> None:
    """Cells that are all alike tell nothing: a strip of another use, or a bar that is full or empty."""

    def page(paper: Canvas) -> None:
        write(paper, 50, 60, "How far the weir has come")
        for step in range(filled):
            fill(paper, "#1F6F8B", 50 + 20 * step, 70, 20, 10)
        paper.grid([50, 70, 90, 110, 130, 150], [HEIGHT - 80, HEIGHT - 70])
        write(paper, 50, 100, "Sluices oiled and stakes counted")

    bars = [figure for figure in figures(drawn(tmp_path, page)) if figure.kind == "bar"]
    assert [bar.segments[0] for bar in bars] == ([("#1F6F8B", share)] if share else [])


def test_fills_of_a_rating_matrix_are_no_bars(tmp_path: Path) -> None:
    fills = [
        ("BACKGROUND", (at, 1), (at, 1), colors.HexColor(color))
        for at, color in enumerate((RED, AMBER, GREEN))
    ]
    document = told(tmp_path, [grid([["Time", "Cost", "Scope"], ["", "", ""]], [80, 80, 80], *fills)])
    assert figures(document) == []
    [table] = tables(document)
    assert [each.fill for each in table.row(1)] == [RED, AMBER, GREEN]


def test_a_light_stands_in_its_line_or_cell(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 60, 80, "Overall")
        paper.setFillColor(colors.HexColor(AMBER))
        paper.circle(140, HEIGHT - 77, 6, stroke=1, fill=1)
        paper.grid([60, 160, 260], [HEIGHT - 140, HEIGHT - 120])
        paper.setFillColor(colors.HexColor(RED))
        paper.circle(210, HEIGHT - 130, 7, stroke=0, fill=1)
        paper.setFillColor(colors.black)
        write(paper, 66, 134, "Cost")

    document = drawn(tmp_path, page)
    line, table = document.body
    assert isinstance(line, Text) and [(figure.kind, figure.color) for figure in line.figures] == [
        ("shape", AMBER)
    ]
    assert isinstance(table, Table)
    [light] = table.cells[1].blocks
    assert isinstance(light, Figure) and light.color == RED


def test_a_ring_around_a_word(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        for x, word in ((60, "Red"), (120, "Amber"), (190, "Green")):
            write(paper, x, 80, word)
        paper.ellipse(112, HEIGHT - 88, 160, HEIGHT - 66, stroke=1, fill=0)

    [ring] = figures(drawn(tmp_path, page))
    assert (ring.kind, ring.overlaps) == ("shape", "Amber")


def test_a_box_around_a_word_is_a_ring_and_no_table(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        for x, word in ((60, "Red"), (100, "Amber"), (150, "Green")):
            write(paper, x, 80, word)
        paper.rect(96, HEIGHT - 84, 38, 15)

    document = drawn(tmp_path, page)
    [ring] = figures(document)
    assert ring.overlaps == "Amber" and not tables(document)


def test_coloured_symbols_leave_the_text(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        for number, (name, color) in enumerate((("Cost", RED), ("Time", GREEN))):
            write(paper, 60, 80 + 16 * number, name)
            paper.setFillColor(colors.HexColor(color))
            write(paper, 120, 80 + 16 * number, "n", font="ZapfDingbats")
            paper.setFillColor(colors.black)

    document = drawn(tmp_path, page)
    assert [(figure.kind, figure.text, figure.color) for figure in figures(document)] == [
        ("symbol", "\u25a0", RED),
        ("symbol", "\u25a0", GREEN),
    ]
    assert texts(document) == ["Cost", "Time"]


def test_a_small_picture_has_a_colour(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 60, 80, "Schedule")
        paper.drawImage(ImageReader(Image.new("RGB", (20, 20), GREEN)), 130, HEIGHT - 84, 14, 14)

    line = paragraph(drawn(tmp_path, page), "Schedule")
    assert [(figure.kind, figure.color) for figure in line.figures] == [("picture", GREEN)]


def test_form_fields_are_text_and_tick_boxes(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 60, 80, "Project:")
        paper.acroForm.textfield(
            value="Canal basin", x=120, y=HEIGHT - 86, width=200, height=16, fontSize=10, borderWidth=0
        )
        write(paper, 60, 120, "Authorised")
        paper.acroForm.checkbox(checked=True, x=130, y=HEIGHT - 122, size=12, buttonStyle="check")
        write(paper, 60, 150, "Closed")
        paper.acroForm.checkbox(checked=False, x=130, y=HEIGHT - 152, size=12, buttonStyle="check")

    document = drawn(tmp_path, page)
    assert texts(document)[0] == "Project:\tCanal basin"
    assert [paragraph(document, name).figures[0].checked for name in ("Authorised", "Closed")] == [
        True,
        False,
    ]


def test_drawn_tick_boxes(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        for x, word, ticked in ((60, "Yes", True), (120, "No", False)):
            paper.rect(x, HEIGHT - 82, 10, 10)
            if ticked:
                paper.line(x, HEIGHT - 82, x + 10, HEIGHT - 72)
                paper.line(x, HEIGHT - 72, x + 10, HEIGHT - 82)
            write(paper, x + 14, 80, word)

    assert [(figure.kind, figure.checked) for figure in figures(drawn(tmp_path, page))] == [
        ("checkbox", True),
        ("checkbox", False),
    ]


def test_a_fill_behind_words_is_theirs(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 60, 80, "Status")
        fill(paper, GREEN, 118, 70, 50, 13)
        write(paper, 120, 80, "On track")

    runs = paragraph(drawn(tmp_path, page), "Status").runs
    assert [(run.text.strip(), run.fill) for run in runs] == [("Status", None), ("On track", GREEN)]


def test_a_picture_cell_keeps_its_fill(tmp_path: Path) -> None:
    fills = [("BACKGROUND", (1, 0), (1, 0), colors.HexColor(RED))]
    [table] = tables(told(tmp_path, [grid([["Rating", "R"]], [100, 18], *fills)]))
    assert cell(table, "R").fill == RED


def slices(paper: Canvas, x: float, y: float, radius: float, share: float) -> None:
    """A pie of two slices, green first and clockwise from the top."""
    for color, start, extent in (
        (GREEN, 90, -360 * share),
        ("#D9D9D9", 90 - 360 * share, -360 * (1 - share)),
    ):
        paper.setFillColor(colors.HexColor(color))
        paper.wedge(x - radius, y - radius, x + radius, y + radius, start, extent, stroke=0, fill=1)
    paper.setFillColor(colors.black)


@pytest.mark.parametrize("drawing", ["slices", "ring of slices", "arc over a track"])
def test_shares_of_a_ring_or_pie(tmp_path: Path, drawing: str) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 105, 90, "Work complete")
        if drawing == "arc over a track":
            paper.setLineWidth(12)
            paper.setStrokeColor(colors.HexColor("#D9D9D9"))
            paper.circle(140, HEIGHT - 140, 36, stroke=1, fill=0)
            paper.setStrokeColor(colors.HexColor(GREEN))
            paper.arc(104, HEIGHT - 176, 176, HEIGHT - 104, 90, -126)
        else:
            slices(paper, 140, HEIGHT - 140, 40, 0.35)
        if drawing == "ring of slices":
            paper.setFillColor(colors.white)
            paper.circle(140, HEIGHT - 140, 26, stroke=0, fill=1)
            paper.setFillColor(colors.black)
            write(paper, 130, 144, "35%")

    [chart] = figures(drawn(tmp_path, page))
    assert chart.kind == "chart" and "Work complete" in chart.text
    assert [color for color, _ in chart.segments] == [GREEN, "#D9D9D9"]
    assert chart.segments[0][1] == pytest.approx(0.35, abs=0.01)


@pytest.mark.parametrize("head", ["#FFD93B", None])
def test_drawn_faces_tell_their_mood_by_their_mouth(tmp_path: Path, head: str | None) -> None:
    """Faces of one colour: it says nothing."""

    def page(paper: Canvas) -> None:
        for row, (name, bend) in enumerate((("Time", 1), ("Money", -1), ("Scope", 0))):
            y = HEIGHT - 100 - 30 * row
            write(paper, 60, 103 + 30 * row, name)
            if head:
                paper.setFillColor(colors.HexColor(head))
            paper.circle(150, y, 9, stroke=1, fill=1 if head else 0)
            paper.setFillColor(colors.black)
            for x in (147, 153):
                paper.circle(x, y + 3, 1, stroke=0, fill=1)
            if bend:
                paper.bezier(
                    145,
                    y - 3 - bend * -1,
                    147,
                    y - 3 - 3 * bend,
                    153,
                    y - 3 - 3 * bend,
                    155,
                    y - 3 - bend * -1,
                )
            else:
                paper.line(146, y - 4, 154, y - 4)

    document = drawn(tmp_path, page)
    assert texts(document) == ["Time\t\u263a", "Money\t\u2639", "Scope\t\U0001f610"]
    assert figures(document) == []


@pytest.mark.parametrize("color", [RED, AMBER, GREEN])
def test_a_coloured_arrow_is_a_light(tmp_path: Path, color: str) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 60, 80, "Schedule")
        paper.setFillColor(colors.HexColor(color))
        path = paper.beginPath()
        for at, (x, y) in enumerate(
            ((130, 70), (138, 80), (133, 80), (133, 88), (127, 88), (127, 80), (122, 80))
        ):
            (path.lineTo if at else path.moveTo)(x, HEIGHT - y)
        path.close()
        paper.drawPath(path, stroke=0, fill=1)

    [arrow] = paragraph(drawn(tmp_path, page), "Schedule").figures
    assert (arrow.kind, arrow.color) == ("shape", color)


def test_rectangles_drawn_from_the_middle_of_a_side_are_a_bar(tmp_path: Path) -> None:
    """Drawing programs begin there; a notched shape is no rectangle."""

    def begun_below(x0: int, x1: int, color: str) -> str:
        middle = (x0 + x1) // 2
        path = f"{middle} 640 m {x0} 640 l {x0} 654 l {x1} 654 l {x1} 640 l {middle} 640 l"
        return f"{color} rg {path} h f"

    notched = "0 0.4 0.3 rg 60 600 m 60 614 l 260 614 l 260 607 l 200 607 l 200 600 l h f"
    track, done = begun_below(60, 360, "0.88 0.9 0.9"), begun_below(60, 180, "0 0.4 0.3")
    words = "0 g BT /F1 10 Tf 60 700 Td (Works done) Tj ET"
    document = by_hand(tmp_path, "\n".join([track, done, notched, words]))
    [bar] = [figure for figure in figures(document) if figure.kind == "bar"]
    assert [round(share, 2) for _, share in bar.segments] == [0.4, 0.6]
