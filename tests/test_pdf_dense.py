"""Registers of many rows and columns: a page is read in time that grows with its rows, and all its pages are one."""

from __future__ import annotations

import time
from pathlib import Path

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from tests.pdf_files import HEIGHT, Drawing, drawn, grid, tables, told, write

WORDS = [
    "Gate",
    "Pier",
    "Lamp",
    "Door",
    "Kerb",
    "Wall",
    "Pump",
    "Roof",
    "Tree",
    "Sign",
    "Mast",
    "Rail",
    "Bench",
]
COLUMNS = len(WORDS)
PITCH = 12.0
"""Points from row to row."""


def register(rows: int) -> Drawing:
    """A page of so many rows of short cells between level lines, without any plumb ones."""

    def draw(paper: Canvas) -> None:
        for row in range(rows + 1):
            paper.line(20, HEIGHT - 20 - PITCH * row, 575, HEIGHT - 20 - PITCH * row)
            for column in range(COLUMNS if row < rows else 0):
                write(paper, 20 + 40 * column, 29 + PITCH * row, f"{WORDS[column]} {row}", size=6)

    return draw


def seconds(folder: Path, rows: int) -> float:
    """Processor time of the better of two readings."""
    taken = []
    for _ in range(2):
        start = time.process_time()
        drawn(folder, register(rows))
        taken.append(time.process_time() - start)
    return min(taken)


def test_the_time_of_a_page_grows_with_its_rows(tmp_path: Path) -> None:
    seconds(tmp_path, 5)  # what is loaded at the first reading
    assert seconds(tmp_path, 60) < 12 * seconds(tmp_path, 15)


def test_cells_between_level_lines_keep_their_rows_and_columns(tmp_path: Path) -> None:
    [found] = tables(drawn(tmp_path, register(60)))
    assert found.columns == COLUMNS
    assert [[cell.text for cell in found.row(row)] for row in range(found.rows)] == [
        [f"{WORDS[column]} {row}" for column in range(COLUMNS)] for row in range(60)
    ]


def test_a_register_of_many_pages_is_one_table(tmp_path: Path) -> None:
    rows = [["Number", *WORDS], *[[f"{row}", *(f"{word} {row}" for word in WORDS)] for row in range(100)]]
    table = grid(rows, [48.0] * len(rows[0]))
    table.repeatRows = 1
    document = told(tmp_path, [table], pagesize=landscape(A4))
    [found] = tables(document)
    assert (document.pages or 0) > 2
    assert [[cell.text for cell in found.row(row)] for row in range(found.rows)] == rows
