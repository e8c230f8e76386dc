"""Tables of digital PDFs whose rows are painted by turns: what the unpainted rows and the heads are."""

from __future__ import annotations

import itertools
from pathlib import Path

from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas

from tests.pdf_files import HEIGHT, drawn, outline, tables, write

BAND = colors.HexColor("#D3DFEE")
LEFT, RIGHT = 50, 530


def paint(paper: Canvas, top: float, height: float, *stops: float) -> None:
    """Filled rectangles side by side from stop to stop."""
    paper.setFillColor(BAND)
    for x0, x1 in itertools.pairwise(stops):
        paper.rect(x0, HEIGHT - top - height, x1 - x0, height, fill=1, stroke=0)
    paper.setFillColor(colors.black)


def rule(paper: Canvas, top: float) -> None:
    paper.line(LEFT, HEIGHT - top, RIGHT, HEIGHT - top)


def row(paper: Canvas, top: float, texts: dict[float, str], font: str = "Helvetica") -> None:
    for x, text in texts.items():
        write(paper, x, top, text, font=font, size=9)


def test_an_unpainted_row_has_the_columns_of_the_painted_ones(tmp_path: Path) -> None:
    stops = (50, 250, 330, 410, 530)

    def page(paper: Canvas) -> None:
        paint(paper, 100, 20, *stops)
        row(paper, 113, {55: "Risk", 255: "Likelihood", 335: "Impact", 415: "Owner"}, "Helvetica-Bold")
        paint(paper, 120, 20, *stops)
        row(paper, 133, {55: "The sluice jams", 255: "3", 335: "4", 415: "Ann Teal"})
        row(paper, 153, {55: "Eels are found below the fish pass", 255: "2", 335: "2", 415: "Bo Fenn"})
        row(paper, 164, {55: "in May"})
        paint(paper, 172, 20, *stops)
        row(paper, 185, {55: "The crane is late", 255: "1", 335: "3", 415: "Ann Teal"})
        paper.rect(LEFT, HEIGHT - 192, RIGHT - LEFT, 92)

    [found] = tables(drawn(tmp_path, page))
    assert outline(found) == (
        "Risk | Likelihood | Impact | Owner / The sluice jams | 3 | 4 | Ann Teal"
        " / Eels are found below the fish pass in May | 2 | 2 | Bo Fenn / The crane is late | 1 | 3 | Ann Teal"
    )


def zebra(paper: Canvas, top: float, heads: dict[float, str], rows: list[dict[float, str]]) -> float:
    """A head between two rules, rows painted by turns, a last rule; where it stands."""
    rule(paper, top)
    row(paper, top + 11, heads, "Helvetica-Bold")
    rule(paper, top + 15)
    at = top + 15
    for number, texts in enumerate(rows):
        if number % 2 == 0:
            paint(paper, at, 13, LEFT, RIGHT)
        row(paper, at + 10, texts)
        at += 13
    rule(paper, at)
    return at


def test_a_heading_between_two_zebra_tables_is_no_row_of_either(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        heads = {55.0: "Milestone", 240.0: "Planned", 350.0: "Forecast", 440.0: "Reached"}
        rows: list[dict[float, str]] = [
            {55: "Piles driven", 240: "31.05.2024", 440: "05.06.2024"},
            {55: "Gates hung", 240: "30.06.2024", 350: "15.08.2024"},
            {55: "Fish pass open", 240: "31.07.2024", 350: "30.09.2024"},
            {55: "Bridge painted", 240: "31.12.2024", 350: "31.12.2024"},
        ]
        end = zebra(paper, 100, heads, rows)
        write(paper, 55, end + 17, "Risks", font="Helvetica-Bold", size=11)
        heads = {55.0: "No.", 90.0: "Description", 260.0: "Likelihood", 330.0: "Response", 460.0: "Owner"}
        rows = [
            {55: "3", 90: "Gravel is short", 260: "High", 330: "Second quarry asked", 460: "A. Teal"},
            {55: "5", 90: "Floods in May", 260: "Low", 330: "Pumps kept on site", 460: "B. Fenn"},
            {55: "8", 90: "Late crane", 260: "Low", 330: "Booked twice", 460: "A. Teal"},
        ]
        zebra(paper, end + 25, heads, rows)

    milestones, risks = tables(drawn(tmp_path, page))
    assert (milestones.rows, milestones.columns) == (5, 4)
    assert outline(milestones).endswith("Bridge painted | 31.12.2024 | 31.12.2024 | ")
    assert (risks.rows, risks.columns) == (4, 5)
    assert outline(risks).startswith(
        "No. | Description | Likelihood | Response | Owner / 3 | Gravel is short"
    )


def test_heads_of_several_words_close_together_stay_apart(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        heads = {
            55.0: "Partner",
            190.0: "Budget",
            280.0: "Costs to date",
            366.0: "Estimate at end",
            447.0: "Over",
        }
        rows: list[dict[float, str]] = [
            {55: "Weir Trust", 190: "1 245 000", 280: "388 210", 366: "1 245 000", 447: "0"},
            {55: "Mill Lane Labs", 190: "1 012 500", 280: "402 750", 366: "1 048 000", 447: "35 500"},
            {55: "Eel Survey", 190: "684 300", 280: "121 900", 366: "640 000", 447: "-44 300"},
        ]
        zebra(paper, 100, heads, rows)

    [found] = tables(drawn(tmp_path, page))
    assert outline(found).startswith("Partner | Budget | Costs to date | Estimate at end | Over / Weir Trust")
