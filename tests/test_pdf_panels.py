"""Painted panels beside the text, and painted heads between tables that only level lines rule."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from extractors.document import Table, block_text, walk_blocks
from tests.pdf_files import HEIGHT, WIDTH, drawn

TASKS = [
    ("Survey the roof", "4 May", "Ada"),
    ("Order the slates", "9 May", "Ben"),
    ("Hire a hoist", "2 June", "Cy"),
]


def ruled(paper: Canvas, top: float, heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    """A table of level lines between its rows, under a painted head; no line ends it."""
    paper.setFillColor(HexColor("#00838F"))
    paper.rect(200, top - 14, 340, 14, stroke=0, fill=1)
    paper.setFillColor(HexColor("#000000"))
    for number, row in enumerate([heads, *rows]):
        base = top - 10 - 14 * number
        for column, text in enumerate(row):
            paper.drawString(206 + 120 * column, base, text)
        if number < len(rows):
            paper.line(200, base - 4, 540, base - 4)


def test_a_panel_is_read_by_itself(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        paper.setFillColor(HexColor("#D9E2F3"))
        paper.rect(0, 0, 160, HEIGHT, stroke=0, fill=1)
        paper.setFillColor(HexColor("#000000"))
        for number, text in enumerate(
            ("Project", "Slate roof", "Manager", "Ada Lovell", "Sponsor", "Ben Marsh")
        ):
            paper.drawString(20, 780 - 14 * number, text)
        ruled(paper, 790, ("Task", "By when", "Who"), TASKS)

    document = drawn(tmp_path, page)
    [table] = [block for block in document.body if isinstance(block, Table)]
    assert [cell.text for cell in table.row(2)] == list(TASKS[1])
    before = [block_text(block) for block in document.body[: document.body.index(table)]]
    assert " ".join(" ".join(before).split()) == "Project Slate roof Manager Ada Lovell Sponsor Ben Marsh"


def test_a_picture_strip_that_words_cross_is_no_panel(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        paper.setFillColor(HexColor("#EEEEEE"))
        paper.rect(0, 0, 160, HEIGHT, stroke=0, fill=1)
        paper.setFillColor(HexColor("#000000"))
        for number in range(6):
            paper.drawString(60, 700 - 14 * number, f"Line {number} of a paragraph that runs over the strip")

    document = drawn(tmp_path, page)
    assert " ".join(map(block_text, document.body)).startswith(
        "Line 0 of a paragraph that runs over the strip Line 1"
    )
    assert document.body[0].place.box is not None
    assert document.body[0].place.box[2] < WIDTH


def test_a_painted_head_begins_another_table(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        ruled(paper, 780, ("Task", "By when", "Who"), TASKS)
        paper.drawString(200, 690, "Risks")
        ruled(
            paper,
            680,
            ("Risk", "Impact", "Owner"),
            [("Rain", "High", "Ada"), ("Theft", "Low", "Ben"), ("Frost", "Low", "Cy")],
        )

    document = drawn(tmp_path, page)
    tables = [block for block in walk_blocks(document.body) if isinstance(block, Table)]
    assert [[cell.text for cell in table.row(table.rows - 1)] for table in tables] == [
        list(TASKS[2]),
        ["Frost", "Low", "Cy"],
    ]
    assert any(block_text(block) == "Risks" for block in document.body)
