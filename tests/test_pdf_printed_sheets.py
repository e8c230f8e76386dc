"""What browsers and spreadsheets print: heads painted over a ruled table, heads smaller than their rows, labels of
several rows that a page ends within, a cell's words cut away over a footer.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas

from tests.pdf_files import HEIGHT, asides, by_hand, drawn, outline, tables, texts, write

STOPS = (50, 130, 400, 530)


def paint(paper: Canvas, top: float, stops: Sequence[float], texts: Sequence[str], size: float = 8) -> None:
    """A row of dark cells with white bold heads, 20 points high."""
    for (left, right), text in zip(itertools.pairwise(stops), texts, strict=True):
        paper.setFillColor(colors.HexColor("#284B63"))
        paper.rect(left, HEIGHT - top - 20, right - left, 20, fill=1, stroke=0)
        paper.setFillColor(colors.white)
        write(paper, left + 4, top + 13, text, font="Helvetica-Bold", size=size)
    paper.setFillColor(colors.black)


def box(paper: Canvas, left: float, top: float, right: float, bottom: float, text: str = "") -> None:
    """A ruled cell."""
    paper.rect(left, HEIGHT - bottom, right - left, bottom - top)
    write(paper, left + 4, top + 13, text)


def test_heads_painted_over_a_ruled_table_are_its_first_row(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        paint(paper, 100, STOPS, ["Strand", "Work", "Who"])
        box(paper, 50, 120, 130, 160, "Orchard")
        for top, work in ((120, "Apple trees pruned"), (140, "Grafts ordered")):
            box(paper, 130, top, 400, top + 20, work)
            box(paper, 400, top, 530, top + 20, "P. Lark")

    [found] = tables(drawn(tmp_path, page))
    assert outline(found) == (
        "Strand | Work | Who / Orchard | Apple trees pruned | P. Lark / Grafts ordered | P. Lark"
    )


def test_heads_on_one_painted_strip_over_a_ruled_table_are_its_first_row(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        paint(paper, 100, (50, 530), [""])
        paper.setFillColor(colors.white)
        for x, head in ((54, "Strand"), (134, "Work"), (404, "Who")):
            write(paper, x, 113, head, font="Helvetica-Bold", size=8)
        paper.setFillColor(colors.black)
        for top, work in ((120, "Apple trees pruned"), (140, "Grafts ordered")):
            box(paper, 50, top, 130, top + 20, "Orchard")
            box(paper, 130, top, 400, top + 20, work)
            box(paper, 400, top, 530, top + 20, "P. Lark")

    [found] = tables(drawn(tmp_path, page))
    assert outline(found).startswith("Strand | Work | Who / Orchard | Apple trees pruned | P. Lark")


def test_a_painted_title_over_a_ruled_table_is_no_row_of_heads(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        paint(paper, 100, (50, 530), ["Work of the month"])
        for top, work in ((120, "Apple trees pruned"), (140, "Grafts ordered")):
            box(paper, 50, top, 400, top + 20, work)
            box(paper, 400, top, 530, top + 20, "P. Lark")

    [found] = tables(drawn(tmp_path, page))
    assert outline(found) == "Apple trees pruned | P. Lark / Grafts ordered | P. Lark"


def test_painted_heads_smaller_than_their_rows_are_no_table_of_their_own(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        paint(paper, 100, STOPS, ["No.", "Threat", "Who"], size=7.5)
        for number, text in enumerate(["Frost in May", "Wasps in the store", "Late bottles", "No pickers"]):
            top = 120 + 22 * number
            if number % 2:
                paper.setFillColor(colors.HexColor("#EEF3F6"))
                for left, right in itertools.pairwise(STOPS):
                    paper.rect(left, HEIGHT - top - 22, right - left, 22, fill=1, stroke=0)
                paper.setFillColor(colors.black)
            for left, words in zip(STOPS, (f"T{number}", text, "P. Lark"), strict=False):
                write(paper, left + 4, top + 14, words, size=10)

    [found] = tables(drawn(tmp_path, page))
    assert outline(found).startswith("No. | Threat | Who / T0 | Frost in May | P. Lark / T1 |")


def test_a_label_cut_by_the_page_end_goes_on_and_its_rows_do_not(tmp_path: Path) -> None:
    def rows(paper: Canvas, top: float, *works: str) -> None:
        for number, work in enumerate(works):
            at = top + 20 * number
            box(paper, 130, at, 400, at + 20, work)
            box(paper, 400, at, 530, at + 20, "P. Lark")

    def first(paper: Canvas) -> None:
        box(paper, 50, 700, 130, 720, "Press")
        rows(paper, 700, "Press cleaned", "Bottles counted")
        for x in (50, 130):  # the label's cell has no lower line
            paper.line(x, HEIGHT - 720, x, HEIGHT - 740)
        write(paper, 54, 733, "Store")

    def second(paper: Canvas) -> None:
        rows(paper, 60, "Shelves mended", "Labels printed")
        for x in (50, 130):
            paper.line(x, HEIGHT - 60, x, HEIGHT - 80)
        paper.line(50, HEIGHT - 80, 130, HEIGHT - 80)
        box(paper, 50, 80, 130, 100, "Office")

    [found] = tables(drawn(tmp_path, first, second))
    assert outline(found) == (
        "Press | Press cleaned | P. Lark / Store | Bottles counted | P. Lark"
        " / Shelves mended | P. Lark / Office | Labels printed | P. Lark"
    )
    assert [each.row_span for each in found.cells if each.text == "Store"] == [2]


def test_words_cut_away_over_a_footer_are_hidden(tmp_path: Path) -> None:
    document = by_hand(
        tmp_path,
        "BT /F1 10 Tf 60 700 Td (Shown) Tj ET BT /F1 10 Tf 60 60 Td (Orchard board) Tj ET "
        "q 60 600 100 20 re W n BT /F1 10 Tf 62 60 Td (Cellar) Tj ET Q",
    )
    assert "Cellar" not in " ".join([*texts(document), *asides(document, "footer")])
    assert asides(document, "hidden") == ["Cellar"]


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        (["Shelves mended", "P. Lark"], "Bottles counted | P. Lark / Shelves mended | P. Lark"),
        (["and washed", ""], "Bottles counted and washed | P. Lark"),
    ],
    ids=["another row", "the row's rest"],
)
def test_a_closed_blank_cell_after_a_page_end_is_the_labels_rest(
    tmp_path: Path, rest: list[str], expected: str
) -> None:
    """Word processors close the cell of a label at the page's end and draw a blank one on the next page."""

    def row(paper: Canvas, top: float, work: str, who: str) -> None:
        box(paper, 130, top, 400, top + 20, work)
        box(paper, 400, top, 530, top + 20, who)

    def first(paper: Canvas) -> None:
        box(paper, 50, 660, 130, 700, "Press")
        box(paper, 50, 700, 130, 740, "Store")
        for number, work in enumerate(("Press cleaned", "Press oiled", "Corks bought", "Bottles counted")):
            row(paper, 660 + 20 * number, work, "P. Lark")

    def second(paper: Canvas) -> None:
        box(paper, 50, 60, 130, 80)
        row(paper, 60, *rest)
        box(paper, 50, 80, 130, 100, "Office")
        row(paper, 80, "Labels printed", "P. Lark")

    [found] = tables(drawn(tmp_path, first, second))
    assert outline(found) == (
        "Press | Press cleaned | P. Lark / Press oiled | P. Lark / Store | Corks bought | P. Lark / "
        f"{expected} / Office | Labels printed | P. Lark"
    )
