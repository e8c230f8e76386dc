"""The second reader: files and characters that the first one cannot tell."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from extractors.pdf.extract import extract_pdf
from extractors.pdf.page import read_pages
from extractors.pdf.page.second import read_again, read_page_again
from extractors.pdf.primitives import Page, single_glyphs
from tests.pdf_files import AMBER, HEIGHT, WIDTH, Drawing, assembled, drawn, texts, write

LETTERS = "Weir opens"


def sheet(paper: Canvas) -> None:
    write(paper, 60, 80, "Weir raised by 3 mm", font="Helvetica-Bold", size=14)
    paper.setFillColor(AMBER)
    write(paper, 60, 110, "Sluice oiled")
    paper.rect(60, HEIGHT - 200, 90, 40, fill=1)
    paper.line(60, HEIGHT - 250, 300, HEIGHT - 250)
    paper.circle(300, 300, 10, fill=1)


def looks(page: Page) -> list[object]:
    """What a page holds, positions to the nearest point, so that two readers can be compared."""
    return [
        (round(page.width), round(page.height)),
        [
            (glyph.text, round(glyph.x0), round(glyph.base), glyph.look, glyph.spaced)
            for glyph in single_glyphs(page.glyphs)
        ],
        sorted((tuple(map(round, rule.box)), rule.color) for rule in page.rules),
        [(tuple(map(round, rect.box)), rect.color) for rect in page.rects],
        [(tuple(map(round, curve.box)), curve.fill, curve.round) for curve in page.curves],
    ]


def turned(paper: Canvas) -> None:
    """The same sheet on a page that lies on its side in the file and is turned upright by the reader."""
    paper.setPageRotation(90)
    paper.translate(WIDTH, 0)
    paper.rotate(90)
    paper.translate(0, WIDTH - HEIGHT)
    sheet(paper)


@pytest.mark.parametrize("page", [sheet, turned])
def test_both_readers_see_the_same_page(tmp_path: Path, page: Drawing) -> None:
    drawn(tmp_path, page)
    data = (tmp_path / "drawn.pdf").read_bytes()
    [first] = read_pages(data, "drawn.pdf").pages
    second = read_page_again(data, 1)
    assert second is not None
    assert looks(second) == looks(first)


def test_a_file_with_other_text_before_it_is_read(tmp_path: Path) -> None:
    whole = drawn(tmp_path, sheet, sheet)
    path = tmp_path / "forwarded.pdf"
    banner = b"This message was checked for viruses on its way to you.\r\n" * 40
    path.write_bytes(banner + (tmp_path / "drawn.pdf").read_bytes())
    document = extract_pdf(path)
    assert texts(document) == texts(whole)
    assert "Sluice oiled" in texts(document)
    assert [problem.code for problem in document.problems] == ["second-reader"]
    assert document.pages == 2


def test_what_is_no_pdf_at_all_is_read_by_neither() -> None:
    assert read_again(b"%PDF-1.7 and then nothing of use", ()) is None
    assert read_page_again(b"%PDF-1.7 and then nothing of use", 1) is None


def pdf_of(encoding: str, to_unicode: str) -> bytes:
    """A page whose characters 1.. print ``LETTERS`` in a font that names them as ``encoding`` and ``to_unicode`` do."""
    codes = bytes(range(1, len(LETTERS) + 1)).hex()
    content = f"BT /F1 12 Tf 60 700 Td <{codes}> Tj ET"
    head = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap"
    cmap = f"{head} 1 begincodespacerange <00> <FF> endcodespacerange {to_unicode} endcmap end end"
    widths = " ".join(["600"] * len(LETTERS))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(content)} >> stream\n{content}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+Own /FirstChar 1 /LastChar "
        f"{len(LETTERS)} /Widths [{widths}] /FontDescriptor 6 0 R "
        f"/Encoding << /Type /Encoding /Differences [1 {encoding}] >>{' /ToUnicode 7 0 R' if to_unicode else ''} >>",
        "<< /Type /FontDescriptor /FontName /ABCDEF+Own /Flags 4 /FontBBox [0 0 600 700] /ItalicAngle 0 "
        "/Ascent 700 /Descent -200 /CapHeight 700 /StemV 80 >>",
        f"<< /Length {len(cmap)} >> stream\n{cmap}\nendstream",
    ]
    return assembled(objects)


NAMES = " ".join("/space" if letter == " " else f"/{letter}" for letter in LETTERS)
NUMBERS = " ".join(f"/g{number}" for number in range(1, len(LETTERS) + 1))


def read(tmp_path: Path, data: bytes) -> tuple[list[str], list[str]]:
    path = tmp_path / "font.pdf"
    path.write_bytes(data)
    document = extract_pdf(path)
    return texts(document), [problem.code for problem in document.problems]


def test_characters_that_a_font_names_in_its_own_way(tmp_path: Path) -> None:
    named = f"1 beginbfrange <01> <{len(LETTERS):02x}> [{NAMES}] endbfrange"
    assert read(tmp_path, pdf_of(NUMBERS, named)) == ([LETTERS], [])


def test_letters_joined_to_one_sign(tmp_path: Path) -> None:
    ligature = NAMES.replace("/o /p", "/o /f_f_i")
    assert read(tmp_path, pdf_of(ligature, "")) == (["Weir offiens"], [])


def test_characters_that_nobody_can_tell_are_told(tmp_path: Path) -> None:
    found, problems = read(tmp_path, pdf_of(NUMBERS, ""))
    assert (found, problems) == ([], ["unknown-characters"])


def test_the_library_does_not_talk_over_us(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        read(tmp_path, pdf_of(NUMBERS, ""))
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]
