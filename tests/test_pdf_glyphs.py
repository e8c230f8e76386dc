"""Characters taken one by one and words taken whole: a page says the same however its file sets it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib import colors
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from extractors.pdf.page import read_pages
from extractors.pdf.primitives import single_glyphs
from tests.pdf_files import HEIGHT, asides, drawn, texts

Put = Callable[[Canvas, float, float, str, float], None]
"""Prints a text of a size so far from the left and the top of a page."""

FONT = "Helvetica"


def whole(paper: Canvas, x: float, y: float, text: str, size: float) -> None:
    paper.setFont(FONT, size)
    paper.drawString(x, HEIGHT - y, text)


def letter_by_letter(paper: Canvas, x: float, y: float, text: str, size: float) -> None:
    for char in text:
        whole(paper, x, y, char, size)
        x += stringWidth(char, FONT, size)


def plain(paper: Canvas, put: Put) -> None:
    put(paper, 60, 90, "Kiln relined; first firing on 4 June", 10)
    put(paper, 60, 112, "Glaze room: awaiting fire officer", 10)


def raised_within(paper: Canvas, put: Put) -> None:
    """A small sign that the file paints last stands over the middle of a word."""
    put(paper, 60, 90, "Floor of 340 squaremetres let", 10)
    put(paper, 60 + stringWidth("Floor of 340 squaremet", FONT, 10) + 0.5, 86, "x", 5)
    put(paper, 60, 112, "Nothing is raised here", 10)


def printed_twice(paper: Canvas, put: Put) -> None:
    for shift in (0.0, 0.3):
        put(paper, 60 + shift, 90, "Overprinted to look bold", 10)


def cut_by_a_line(paper: Canvas, put: Put) -> None:
    """Two words that touch across the line between two columns."""
    put(paper, 60, 90, "Tower", 10)
    put(paper, 60 + stringWidth("Tower", FONT, 10) + 0.6, 90, "Crane", 10)
    at = 60 + stringWidth("Tower", FONT, 10) + 0.3
    paper.line(at, HEIGHT - 60, at, HEIGHT - 120)


def half_hidden(paper: Canvas, put: Put) -> None:
    """Something is painted over the end of a word; white letters stand on a dark band and beside it."""
    put(paper, 60, 90, "Painted", 10)
    paper.setFillColor(colors.white)
    paper.rect(60 + stringWidth("Pain", FONT, 10), HEIGHT - 94, 40, 14, stroke=0, fill=1)
    paper.setFillColor(colors.darkblue)
    paper.rect(60, HEIGHT - 140, stringWidth("Ban", FONT, 12), 20, stroke=0, fill=1)
    paper.setFillColor(colors.white)
    put(paper, 60, 134, "Banner", 12)


@pytest.mark.parametrize("page", [plain, raised_within, printed_twice, cut_by_a_line, half_hidden])
def test_letters_set_one_by_one_say_the_same(tmp_path: Path, page: Callable[[Canvas, Put], None]) -> None:
    one = drawn(tmp_path, lambda paper: page(paper, whole), name="whole.pdf")
    other = drawn(tmp_path, lambda paper: page(paper, letter_by_letter), name="letters.pdf")
    assert texts(one) == texts(other)
    assert [block.place for block in one.body] == [block.place for block in other.body]
    assert asides(one, "hidden") == asides(other, "hidden")


def test_a_word_is_one_glyph_and_each_of_its_letters_is_found_again(tmp_path: Path) -> None:
    drawn(tmp_path, lambda paper: whole(paper, 60, 90, "Weir gates", 10))
    [page] = read_pages((tmp_path / "drawn.pdf").read_bytes(), "drawn.pdf").pages
    assert [glyph.text for glyph in page.glyphs] == ["Weir", "gates"]
    letters = list(single_glyphs(page.glyphs))
    assert "".join(letter.text for letter in letters) == "Weirgates"
    assert [letter.text for letter in letters if letter.spaced] == ["g"]
    starts = [60 + stringWidth("Weir gates"[:index], FONT, 10) for index in (0, 1, 2, 3, 5, 6, 7, 8, 9)]
    assert [letter.x0 for letter in letters] == pytest.approx(starts, abs=0.2)
