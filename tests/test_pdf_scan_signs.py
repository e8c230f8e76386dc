"""What scans show that is hard to tell: lines on paint, letters on bands, codes, arrowheads, lines printed twice."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.lib.colors import HexColor, white
from reportlab.pdfgen.canvas import Canvas

from extractors.document import Document, Paragraph, Place, Run, UnsureWord
from extractors.pdf.extract import extract_pdf
from extractors.pdf.primitives import Rect
from extractors.pdf.scan.alone import _compared as compared
from extractors.pdf.scan.engine import SeenWord
from extractors.pdf.scan.reading import ScannedPage
from extractors.pdf.scan.together import as_one_document
from extractors.pdf.scan.words import ScannedWord
from pipeline.model import Activity, Report, Source
from pipeline.reading import vocabulary_of
from pipeline.reading.scan_doubts import with_scan_doubts
from pipeline.reading.unsure import with_unsure_words
from samples.scanning import SCANNERS, Scanner
from tests.documents import RULES
from tests.pdf_files import AMBER, GREEN, RED
from tests.test_pdf_scan import scanned, the_table

OFFICE, COARSE, GREY, FINE, FADED, LAYERED, MIXED = SCANNERS
PLUM = "#781E5A"


def cells(paper: Canvas, rows: Sequence[Sequence[tuple[str, str | None]]], top: float, high: float) -> None:
    """A ruled table of columns of 90 points: text and paint of each cell, thin black lines."""
    paper.setLineWidth(0.5)
    for number, row in enumerate(rows):
        for column, (text, fill) in enumerate(row):
            x, y = 60 + 90 * column, top - high * (number + 1)
            paper.setFillColor(HexColor(fill or "#FFFFFF"))
            paper.rect(x, y, 90, high, stroke=1, fill=1)
            paper.setFillColor(white if fill == PLUM else HexColor("#000000"))
            paper.drawString(x + 6, y + high - 11, text)
    paper.setFillColor(HexColor("#000000"))


@pytest.mark.parametrize("scanner", [COARSE, FADED], ids=lambda scanner: scanner.name)
def test_lines_between_painted_cells_are_found(tmp_path: Path, scanner: Scanner) -> None:
    rows: list[list[tuple[str, str | None]]] = [[("Area", PLUM), ("Before", PLUM), ("Now", PLUM)]]
    rows += [
        [(area, None), (before, fill), (now, then)]
        for area, before, fill, now, then in (
            ("Cost", "R", RED, "A", AMBER),
            ("Time", "R", RED, "R", RED),
            ("Scope", "A", AMBER, "R", RED),
            ("Safety", "G", GREEN, "G", GREEN),
        )
    ]
    table = the_table(extract_pdf(scanned(tmp_path, scanner, lambda paper: cells(paper, rows, 700, 24))))
    assert [[cell.text for cell in table.row(row)] for row in range(table.rows)] == [
        [text for text, _ in row] for row in rows
    ]


def test_white_letters_do_not_cut_a_band_of_paint(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        paper.setFillColor(HexColor("#1F3864"))
        paper.rect(60, 686, 400, 14, stroke=0, fill=1)
        paper.setFillColor(white)
        paper.setFont("Helvetica-Bold", 9)
        for x, head in ((64, "Milestone"), (240, "Baseline date"), (360, "Forecast date")):
            paper.drawString(x, 690, head)
        paper.setFillColor(HexColor("#000000"))
        paper.setFont("Helvetica", 9)
        for number, name in enumerate(("Roof weathertight", "Bells rehung", "Porch reopened")):
            for x, text in ((64, name), (240, "12 March 2024"), (360, f"{14 + number} June 2024")):
                paper.drawString(x, 676 - 14 * number, text)
            paper.line(60, 672 - 14 * number, 460, 672 - 14 * number)

    table = the_table(extract_pdf(scanned(tmp_path, COARSE, page)))
    assert [cell.text for cell in table.row(0)] == ["Milestone", "Baseline date", "Forecast date"]
    assert [cell.text for cell in table.row(2)] == ["Bells rehung", "12 March 2024", "15 June 2024"]


@pytest.mark.parametrize("font", ["Helvetica", "Times-Roman"])
def test_codes_that_begin_with_an_i_are_told_from_numbers(tmp_path: Path, font: str) -> None:
    def page(paper: Canvas) -> None:
        rows = [
            [("Ref", None), ("Issue", None), ("Cost", None)],
            [("I01", None), ("Scaffold late", None), ("101", None)],
            [("I02", None), ("Slates short", None), ("1,140", None)],
            [("I03", None), ("Masons ill", None), ("112", None)],
        ]
        paper.setFont(font, 10)
        cells(paper, rows, 700, 18)

    table = the_table(extract_pdf(scanned(tmp_path, OFFICE, page)))
    assert [table.row(row)[0].text for row in (1, 2, 3)] == ["I01", "I02", "I03"]
    assert [table.row(row)[2].text for row in (1, 2, 3)] == ["101", "1,140", "112"]


def test_a_lone_i_heads_its_column_and_a_bar_parts_words(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        heads = [[("Risk", "#D9E2F3"), ("L", "#D9E2F3"), ("I", "#D9E2F3")]]
        rows = [
            [(name, None), (likely, None), ("4", None)] for name, likely in (("Frost", "2"), ("Flood", "3"))
        ]
        cells(paper, [*heads, *rows], 700, 18)
        paper.drawString(60, 600, "Sponsor: Ada Quill | Manager: Tom Reeve")

    document = extract_pdf(scanned(tmp_path, FINE, page))
    assert [cell.text for cell in the_table(document).row(0)] == ["Risk", "L", "I"]
    [line] = [block for block in document.body if isinstance(block, Paragraph)]
    assert " I " not in line.text.replace("\t", " ")


def test_arrowheads_are_signs(tmp_path: Path) -> None:
    def triangle(paper: Canvas, *corners: tuple[float, float]) -> None:
        path = paper.beginPath()
        path.moveTo(*corners[0])
        for corner in corners[1:]:
            path.lineTo(*corner)
        path.close()
        paper.drawPath(path, stroke=0, fill=1)

    def page(paper: Canvas) -> None:
        cells(
            paper,
            [[("Area", None), ("Trend", None)]] + [[(name, None), ("", None)] for name in "ABC"],
            700,
            20,
        )
        triangle(paper, (170, 666), (175, 669), (170, 672))
        triangle(paper, (170, 651), (176, 651), (173, 646))
        triangle(paper, (170, 626), (176, 626), (173, 631))

    table = the_table(extract_pdf(scanned(tmp_path, OFFICE, page)))
    assert [table.row(row)[1].text for row in (1, 2, 3)] == ["►", "▼", "▲"]


def test_lines_of_small_letters_are_as_large_as_others(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        paper.setFont("Times-Roman", 10)
        for number, text in enumerate(
            (
                "The masons leave on Friday and the scaffold, which has stood since the winter, comes down when the",
                "mast arrives at our cost.",
            )
        ):
            paper.drawString(60, 700 - 12 * number, text)

    [block] = [
        block for block in extract_pdf(scanned(tmp_path, OFFICE, page)).body if isinstance(block, Paragraph)
    ]
    assert block.text.endswith("comes down when the mast arrives at our cost.")


def word(text: str, x: float, base: float, confidence: float = 96.0) -> ScannedWord:
    box = (x, base - 7, x + 30, base)
    return ScannedWord(text, box, base, 10.0, confidence, (0, 0, 0, 1), 0.1, (0, 0, 0))


def page_with(words: list[ScannedWord], *colors: str) -> ScannedPage:
    rects = tuple(
        Rect((0, 20.0 * at, 100 + at, 20.0 * at + 20), color, at) for at, color in enumerate(colors)
    )
    return ScannedPage(600, 800, tuple(words), (), rects, (), (), coloured=True)


@pytest.mark.parametrize(
    ("first", "second", "read"),
    [
        (("lves", 70), ("Ives", 95), "Ives"),
        (("Ives", 95), ("lves", 70), "Ives"),
        (("Wards", 95), ("Schools", 90), "Wards"),
        (("R01", 95), ("R02", 96), "R01"),
    ],
)
def test_a_line_printed_on_two_pages_is_read_alike(
    first: tuple[str, float], second: tuple[str, float], read: str
) -> None:
    pages = [
        page_with([word("Stannard", 60, 40), word("and", 100, 40), word(text, 140, 40, sure)])
        for text, sure in (first, second)
    ]
    assert as_one_document(pages)[0].words[-1].text == read


def test_a_paint_has_one_shade_on_all_pages() -> None:
    pages = as_one_document([page_with([], "#CFCECD", "#FFC000"), page_with([], "#D0CECE", "#FF0000")])
    assert [len({rect.color for rect in page.rects}) for page in pages] == [2, 2]
    assert len({rect.color for page in pages for rect in page.rects}) == 3


@pytest.mark.parametrize(
    ("first", "second", "sure"),
    [
        (("12/03/24", 84), ("12/03/24", 80), True),
        (("R01", 85), ("RO1", 70), True),
        (("118", 93), ("116", 88), False),
        (("118", 93), ("~", 10), True),
    ],
)
def test_figures_are_as_sure_as_their_second_reading(
    first: tuple[str, float], second: tuple[str, float], sure: bool
) -> None:
    def seen(text: str, confidence: float) -> SeenWord:
        return SeenWord(text, 0, 0, 10, 10, confidence, 0, (0, 0, 0))

    assert (compared(seen(*first), [seen(*second)]).confidence >= 90) is sure


def test_an_unsure_word_of_a_workstream_is_told() -> None:
    source = Source(1, (50.0, 60.0, 200.0, 72.0), None, "Met the forum")
    done = Activity("completed", "Communitv", "Met the forum", None, None, source)
    unsure = (UnsureWord("Communitv", 1, (50.0, 40.0, 90.0, 50.0)),)
    document = Document("scan.pdf", "", "pdf", 1, (), scanned=True, unsure=unsure)
    [finding] = with_unsure_words(Report(project="Heron", activities=(done,)), document).findings
    assert finding.about == "activities"
    assert "Communitv" in finding.message


def test_an_accent_that_was_not_read_makes_its_word_unsure(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        paper.setFont("Helvetica", 12)
        paper.drawString(60, 700, "Lead officer: R\u00f3is\u00edn Hadley of the Tideway office")

    unsure = [word.text for word in extract_pdf(scanned(tmp_path, FINE, page)).unsure]
    assert any(word.startswith("R") for word in unsure)
    assert "Hadley" not in unsure and "office" not in unsure


def test_a_line_that_was_a_row_of_a_scanned_table_is_told() -> None:
    words = "April 2031\tAmber"
    line = Paragraph((Run(words),), place=Place(page=1))
    source = {"project": Source(1, None, None, "Heron")}
    report = Report(project="Heron", sources=source)
    told = with_scan_doubts(
        report, Document("scan.pdf", "", "pdf", 1, (line,), scanned=True), vocabulary_of(RULES)
    ).findings
    assert [(finding.about, finding.severity) for finding in told] == [("milestones", "warning")]
