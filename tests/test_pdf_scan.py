"""Scanned pages: read by OCR as the digital page would be, and what is uncertain told."""

from __future__ import annotations

import colorsys
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from reportlab.lib.colors import HexColor, white
from reportlab.pdfgen.canvas import Canvas

from extractors.cache import Cache
from extractors.document import (
    Document,
    Figure,
    Heading,
    ListItem,
    Table,
    UnsureWord,
    block_text,
    walk_blocks,
)
from extractors.pdf.extract import extract_pdf
from extractors.pdf.primitives import Glyph, Image, Look, Page
from extractors.pdf.scan.confidence import is_unsure
from extractors.pdf.scan.layer import reason_to_read
from extractors.pdf.scan.program import find_engine
from extractors.pdf.scan.raster import straightened
from pipeline.model import Activity, Report, Source
from pipeline.reading import read_document
from pipeline.reading.unsure import with_unsure_words
from pipeline.values.rating import RatingWords
from samples.scanning import SCANNERS, Scanner, scan_pdf
from tests.documents import RULES
from tests.pdf_files import AMBER, GREEN, HEIGHT, RED, WIDTH, Drawing

OFFICE, COARSE, GREY, FINE, FADED, LAYERED, MIXED = SCANNERS
REPORTS = Path(__file__).parent.parent / "samples" / "reports"


def scanned(folder: Path, scanner: Scanner, *pages: Drawing) -> Path:
    """A scan of pages that are drawn as ``tests.pdf_files.drawn`` draws them."""
    path = folder / "scan.pdf"
    paper = Canvas(str(path), pagesize=(WIDTH, HEIGHT))
    for page in pages:
        paper.setFont("Helvetica", 10)
        page(paper)
        paper.showPage()
    paper.save()
    path.write_bytes(scan_pdf(path.read_bytes(), scanner))
    return path


def status_table(paper: Canvas) -> None:
    """A ruled table: heads on grey, a status word in black or white on each colour."""
    rows = [
        ("Area", "Status", None),
        ("Cost", "Red", RED),
        ("Quality", "Amber", AMBER),
        ("Time", "Green", GREEN),
    ]
    for number, (area, status, fill) in enumerate(rows):
        y = 700 - 20 * number
        paper.setFillColor(HexColor(fill or "#D9E2F3"))
        paper.rect(200, y, 120, 20, stroke=0, fill=1)
        paper.setFillColor(HexColor("#000000"))
        paper.rect(60, y, 140, 20, stroke=1, fill=0)
        paper.rect(200, y, 120, 20, stroke=1, fill=0)
        paper.drawString(66, y + 6, area)
        paper.setFillColor(white if fill == RED else HexColor("#000000"))
        paper.drawString(206, y + 6, status)
    paper.setFillColor(HexColor("#000000"))
    paper.drawString(60, 600, "The table above tells how the work stands at the end of the month.")


def story(paper: Canvas) -> None:
    paper.setFont("Helvetica-Bold", 16)
    paper.drawString(60, 780, "Work completed this month")
    paper.setFont("Helvetica", 10)
    for number, text in enumerate(
        ("The north wall was pointed", "Two gutters were replaced", "The bell was rehung")
    ):
        paper.circle(64, 753.5 - 16 * number, 1.6, stroke=0, fill=1)
        paper.drawString(76, 750 - 16 * number, text)
    paper.drawString(60, 690, "The masons leave on Friday and the scaffold comes down a week later.")


def the_table(document: Document) -> Table:
    [table] = [block for block in walk_blocks(document.body) if isinstance(block, Table)]
    return table


def hue(color: str | None) -> str:
    """The name of a colour's hue."""
    assert color is not None
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    degrees = 360 * colorsys.rgb_to_hls(red, green, blue)[0]
    return (
        "red"
        if degrees < 15 or degrees > 345
        else "amber"
        if degrees < 60
        else "green"
        if degrees < 170
        else "blue"
    )


@pytest.mark.parametrize("scanner", [COARSE, FADED], ids=lambda scanner: scanner.name)
def test_status_words_on_paint_are_read_with_their_colour(tmp_path: Path, scanner: Scanner) -> None:
    document = extract_pdf(scanned(tmp_path, scanner, status_table))
    table = the_table(document)
    assert [[cell.text for cell in table.row(row)] for row in range(table.rows)] == [
        ["Area", "Status"], ["Cost", "Red"], ["Quality", "Amber"], ["Time", "Green"],
    ]  # fmt: skip
    assert [hue(table.row(row)[1].fill) for row in (1, 2, 3)] == ["red", "amber", "green"]
    assert table.row(1)[0].fill is None
    assert document.scanned


def test_a_grey_scan_has_words_but_no_colours(tmp_path: Path) -> None:
    document = extract_pdf(scanned(tmp_path, GREY, status_table))
    table = the_table(document)
    assert [table.row(row)[1].text for row in (1, 2, 3)] == ["Red", "Amber", "Green"]
    fills = [cell.fill for cell in table.cells if cell.column == 1]
    assert not any(RatingWords(RULES).of_colour(fill) for fill in fills)
    assert "scan-without-colour" in {problem.code for problem in document.problems}


def test_headings_and_bullets_are_told_by_their_look(tmp_path: Path) -> None:
    document = extract_pdf(scanned(tmp_path, FINE, story))
    kinds = [(type(block), block_text(block)) for block in document.body]
    assert kinds[:4] == [
        (Heading, "Work completed this month"),
        (ListItem, "The north wall was pointed"),
        (ListItem, "Two gutters were replaced"),
        (ListItem, "The bell was rehung"),
    ]
    assert "The masons leave on Friday" in kinds[4][1]


def test_discs_and_rings_are_figures(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        for number, (area, color) in enumerate((("Cost", RED), ("Time", GREEN))):
            paper.drawString(60, 700 - 30 * number, f"{area} of the works")
            paper.setFillColor(HexColor(color))
            paper.circle(200, 703 - 30 * number, 6, stroke=0, fill=1)
            paper.setFillColor(HexColor("#000000"))
        paper.drawString(60, 600, "Overall status:")
        for number, word in enumerate(("Red", "Amber", "Green")):
            paper.drawString(160 + 60 * number, 600, word)
        paper.ellipse(210, 595, 260, 612)

    document = extract_pdf(scanned(tmp_path, OFFICE, page))
    figures = [block for block in walk_blocks(document.body) if isinstance(block, Figure)]
    figures += [figure for block in document.body if hasattr(block, "figures") for figure in block.figures]
    assert sorted(hue(figure.color) for figure in figures if not figure.overlaps) == ["green", "red"]
    assert [figure.overlaps for figure in figures if figure.overlaps] == ["Amber"]


def test_what_an_old_ocr_laid_beneath_is_not_believed(tmp_path: Path) -> None:
    document = extract_pdf(scanned(tmp_path, LAYERED, story))
    words = "\n".join(map(block_text, document.body))
    assert "The north wall was pointed" in words
    assert not document.asides
    assert "text-layer-ignored" in {problem.code for problem in document.problems}


def test_of_a_mixed_file_the_digital_page_stays_as_it_is(tmp_path: Path) -> None:
    def digital(paper: Canvas) -> None:
        paper.drawString(60, 700, "Zyxomma petiolatum flies at dusk; Rn0 l1ne is as it was typed.")

    document = extract_pdf(scanned(tmp_path, MIXED, digital, story))
    first = [block for block in document.body if block.place.page == 1]
    assert [block_text(block) for block in first] == [
        "Zyxomma petiolatum flies at dusk; Rn0 l1ne is as it was typed."
    ]
    assert any("gutters" in block_text(block) for block in document.body if block.place.page == 2)


def test_without_an_engine_the_page_is_told_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    find_engine.cache_clear()
    try:
        document = extract_pdf(scanned(tmp_path, MIXED, story, status_table))
    finally:
        find_engine.cache_clear()
    [problem] = document.problems
    assert (problem.code, problem.severity, problem.place.page) == ("scanned-page", "error", 2)
    assert all(word in problem.message for word in ("tesseract-ocr", "winget", "brew"))
    assert "The bell was rehung" in [block_text(block) for block in document.body]
    assert not document.scanned


def test_pages_that_were_read_are_kept_and_the_rest_told_when_time_is_out(tmp_path: Path) -> None:
    cache = Cache.at(tmp_path / "kept")
    path = scanned(tmp_path, COARSE, story)
    late = extract_pdf(path, cache, seconds=0)
    assert [problem.code for problem in late.problems] == ["ocr-deadline"]
    assert "--deadline" in late.problems[0].message
    first = extract_pdf(path, cache)
    assert extract_pdf(path, cache, seconds=0) == first


def test_a_kept_page_that_is_damaged_is_read_again(tmp_path: Path) -> None:
    cache = Cache.at(tmp_path / "kept")
    path = scanned(tmp_path, OFFICE, story)
    first = extract_pdf(path, cache)
    for kept in cache.folder.iterdir():
        kept.write_text('{"words": [[1]]}', encoding="utf-8")
    assert extract_pdf(path, cache) == first


def test_the_grain_of_paper_is_no_paint(tmp_path: Path) -> None:
    grainy = Scanner("grainy", noise=9.0, grey=True, paper=(228, 228, 228), quality=75)
    document = extract_pdf(scanned(tmp_path, grainy, story))
    assert "The north wall was pointed" in [block_text(block) for block in document.body]
    assert not any(isinstance(block, Table) for block in document.body)
    assert "scan-without-colour" not in {problem.code for problem in document.problems}


@pytest.mark.parametrize("angle", [-3.0, -0.4, 0.0, 1.3])
def test_a_page_aslant_is_turned_level(angle: float) -> None:
    from PIL import Image as Picture
    from PIL import ImageDraw

    page = Picture.new("RGB", (1000, 1400), (240, 235, 220))
    pen = ImageDraw.Draw(page)
    for y in range(150, 1250, 50):
        pen.line((150, y, 850, y), fill=(20, 20, 20), width=6)
    turned = page.rotate(angle, resample=Picture.Resampling.BICUBIC, fillcolor=(240, 235, 220))
    level = straightened(np.asarray(turned), 2.0, 500.0, 700.0)
    inked = level.light[:, 300:700] < 128
    assert float(inked.mean(axis=1).max()) > 0.95
    assert level.pixels[5, 5].min() >= 250  # the paper is white


def page_of(words: Sequence[str], *, hidden: bool = False, picture: float = 0.0) -> Page:
    glyphs = [
        Glyph(char, 10.0 + 5 * at, 15.0 + 5 * at, 20.0 + 12 * row, Look("F", 10, hidden=hidden), at == 0)
        for row, word in enumerate(words)
        for at, char in enumerate(word)
    ]
    images = (Image((0, 0, 100, 100 * picture), None),) if picture else ()
    return Page(1, 100.0, 100.0, glyphs=tuple(glyphs), images=images)


SENTENCE = "The masons finished pointing north wall before winter and scaffold comes down when frost has gone"
ENGLISH = [*SENTENCE.split(), *SENTENCE.split()]


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (page_of([]), None),
        (page_of([], picture=0.4), None),
        (page_of([], picture=0.6), "picture"),
        (page_of(ENGLISH, picture=1.0), None),
        (page_of(ENGLISH, hidden=True, picture=1.0), "layer"),
        (page_of(["Received", "4", "May"], picture=1.0), "picture"),
        (page_of(ENGLISH), None),
        (page_of([word.translate(str.maketrans("aeiou", "xqzjk")) for word in ENGLISH]), "garbled"),
        (page_of(["R01", "£4,500", "12/03/2024", "n/a"] * 10), None),
        (page_of(["w0.3", "R0", "HPR-0417", "k12)", "x1/x2"] * 10), None),
    ],
)
def test_which_pages_are_read_from_their_picture(page: Page, reason: str | None) -> None:
    assert reason_to_read(page, frozenset()) == reason


def test_a_page_whose_fonts_tell_nothing_is_garbled() -> None:
    assert reason_to_read(page_of(ENGLISH), frozenset({1})) == "garbled"


@pytest.mark.parametrize(
    ("text", "confidence", "unsure"),
    [
        ("wall", 95, False),
        ("wall", 62, True),
        ("12/03/24", 85, True),
        ("12/03/24", 96, False),
        ("–", 10, False),
    ],
)
def test_what_ocr_is_unsure_of(text: str, confidence: float, unsure: bool) -> None:
    assert is_unsure(text, confidence) is unsure


def activity(text: str, top: float) -> Activity:
    return Activity("completed", None, text, None, None, Source(1, (50.0, top, 200.0, top + 12), None, text))


@pytest.mark.parametrize(
    ("word", "told"),
    [
        (UnsureWord("gutters", 1, (60.0, 101.0, 90.0, 110.0)), ["activities"]),
        (UnsureWord("gutters", 2, (60.0, 101.0, 90.0, 110.0)), []),
        (UnsureWord("Friday", 1, (300.0, 300.0, 330.0, 310.0)), []),
        (UnsureWord("Heron", 1, (60.0, 31.0, 90.0, 40.0)), ["project"]),
    ],
)
def test_a_value_read_from_an_unsure_word_is_told(word: UnsureWord, told: list[str]) -> None:
    report = Report(
        project="Heron",
        activities=(activity("Two gutters were replaced", 100.0),),
        sources={"project": Source(1, (50.0, 30.0, 120.0, 42.0), None, "Project: Heron")},
    )
    document = Document("scan.pdf", "", "pdf", 2, (), scanned=True, unsure=(word,))
    findings = with_unsure_words(report, document).findings
    assert [finding.about for finding in findings] == told
    assert all(finding.severity == "warning" and word.text in finding.message for finding in findings)


def facts(path: Path, make: Callable[[Path], Document] = extract_pdf) -> list[tuple[str, ...]]:
    """What matters of a file's one report: fields, ratings and what was done."""
    [report] = read_document(make(path), RULES).reports
    found: list[tuple[str, ...]] = [
        ("field", str(report.project), str(report.report_date), str(report.manager))
    ]
    found += [("rating", rating.label, str(rating.current)) for rating in report.ratings]
    found += [("activity", str(item.kind), item.text) for item in report.activities]
    return found


@pytest.mark.parametrize("scanner", [COARSE, LAYERED], ids=lambda scanner: scanner.name)
def test_a_scan_tells_what_its_document_tells(tmp_path: Path, scanner: Scanner) -> None:
    original = sorted((REPORTS / "building_site").glob("*.pdf"))[0]
    scan = tmp_path / original.name
    scan.write_bytes(scan_pdf(original.read_bytes(), scanner))
    assert facts(scan) == facts(original)
