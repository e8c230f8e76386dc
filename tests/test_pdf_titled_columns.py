"""Slides whose columns stand under painted bars with their titles, no frame around what belongs together."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas

from tests.pdf_files import AMBER, GREEN, HEIGHT, drawn, fill, outline, tables, texts, write


def bar(paper: Canvas, x: float, y: float, wide: float, title: str) -> None:
    fill(paper, "#1B2A4A", x, y, wide, 18)
    paper.setFillColor(colors.white)
    write(paper, x + 6, y + 13, title, font="Helvetica-Bold")
    paper.setFillColor(colors.black)


def light(paper: Canvas, x: float, y: float, color: str) -> None:
    paper.setFillColor(colors.HexColor(color))
    paper.circle(x, HEIGHT - y, 7, stroke=0, fill=1)
    paper.setFillColor(colors.black)


def slide(paper: Canvas) -> None:
    write(paper, 30, 50, "Mill race", font="Helvetica-Bold", size=18)
    write(paper, 480, 50, "July 2025")
    for x, text in (
        (30, "SRO: Ada Lovell"),
        (140, "|"),
        (160, "Manager: Ben Marsh"),
        (300, "|"),
        (410, "Ref: MR22"),
    ):
        write(paper, x, 80, text)
    bar(paper, 30, 100, 150, "How we are")
    bar(paper, 192, 100, 190, "Done this month")
    bar(paper, 394, 100, 170, "Next month")
    bar(paper, 192, 190, 372, "The board decides")
    write(paper, 110, 132, "July", font="Helvetica-Bold", size=8)
    write(paper, 146, 132, "August", font="Helvetica-Bold", size=8)
    for at, (area, then, now) in enumerate(
        (("Time", GREEN, AMBER), ("Cost", GREEN, GREEN), ("Crew", AMBER, GREEN))
    ):
        write(paper, 34, 154 + 22 * at, area)
        light(paper, 118, 150 + 22 * at, then)
        light(paper, 160, 150 + 22 * at, now)
    for x, words in (
        (196, ("Weir mended", "Gate hung", "Pumps dry")),
        (398, ("Wheel turned", "Sluice oiled")),
    ):
        for at, text in enumerate(words):
            write(paper, x, 136 + 16 * at, f"• {text}")
    write(paper, 196, 226, "• Whether the wheel may run at night")
    write(paper, 196, 242, "• Whether the lane is closed in May")


def test_what_stands_under_a_bar_is_read_by_itself(tmp_path: Path) -> None:
    document = drawn(tmp_path, slide)
    [found] = tables(document)
    assert [cell.text for cell in found.row(0)] == ["", "July", "August"]
    assert [cell.text for cell in found.cells if not cell.column] == ["", "Time", "Cost", "Crew"]
    name, facts, title, _, *rest = (text.lstrip("-* •") for text in texts(document))
    assert (name.lstrip("# "), facts) == (
        "Mill race\tJuly 2025",
        "SRO: Ada Lovell | Manager: Ben Marsh | Ref: MR22",
    )
    assert title == "How we are"
    assert rest == [
        "Done this month",
        "Weir mended",
        "Gate hung",
        "Pumps dry",
        "Next month",
        "Wheel turned",
        "Sluice oiled",
        "The board decides",
        "Whether the wheel may run at night",
        "Whether the lane is closed in May",
    ]


def test_painted_heads_of_a_table_are_no_bars_over_columns(tmp_path: Path) -> None:
    stops, heads = (40, 80, 260, 330), ("No", "What may happen", "Light", "What is done about it")
    ends = (80, 260, 330, 560)

    def page(paper: Canvas) -> None:
        for x, end, head in zip(stops, ends, heads, strict=True):
            fill(paper, "#E0E0E0", x, 100, end - x - 0.5, 18)
            write(paper, x + 4, 113, head, font="Helvetica-Bold")
        for at, row in enumerate(
            (("1", "Frost", "Red", "Straw is laid"), ("2", "Flood", "Green", "Gates stay shut"))
        ):
            for x, text in zip(stops, row, strict=True):
                write(paper, x + 4, 133 + 20 * at, text)

    [found] = tables(drawn(tmp_path, page))
    assert outline(found).split(" / ")[1:] == [
        "1 | Frost | Red | Straw is laid",
        "2 | Flood | Green | Gates stay shut",
    ]


def tiles(paper: Canvas) -> None:
    write(paper, 30, 50, "Mill race", font="Helvetica-Bold", size=18)
    for x, area, color in ((30, "Time", GREEN), (220, "Cost", AMBER), (410, "Crew", GREEN)):
        write(paper, x + 6, 110, area, font="Helvetica-Bold")
        fill(paper, color, x, 118, 150, 18)
        write(paper, x + 6, 131, "On course", font="Helvetica-Bold")
        write(paper, x + 6, 150, f"Last month: {area.lower()}", size=8)
        write(paper, x + 6, 162, "Nothing to raise.")
    light(paper, 40, 180, GREEN)


def test_a_bar_under_a_label_of_its_own_heads_no_column(tmp_path: Path) -> None:
    assert any(text.startswith("Time | Cost | Crew / On course | ") for text in texts(drawn(tmp_path, tiles)))
