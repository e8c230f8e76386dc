"""Whole files: running headers, page breaks, properties, conservation, scans and files that cannot be read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak

from extractors.document import (
    Document,
    Heading,
    ListItem,
    Paragraph,
    UnreadableDocument,
    block_text,
    walk_blocks,
)
from extractors.pdf.extract import extract_pdf
from tests.pdf_files import HEIGHT, asides, drawn, grid, prose, texts, told, write

SENTENCE = (
    "The warden walked the whole of the northern bank and wrote down every willow that leans over the path. "
)
PARTS = ("Willows", "Alders", "Poplars")


def running(paper: Canvas, template: Any) -> None:
    write(paper, 60, 30, "Friends of the Towpath")
    write(paper, 60, HEIGHT - 20, f"Page {template.page} of 3")


def story_of_pages(count: int) -> list[Any]:
    return [part for number in range(count) for part in (prose(f"{PARTS[number]}. {SENTENCE}"), PageBreak())][
        :-1
    ]


def built(tmp_path: Path, story: list[Any]) -> Document:
    from reportlab.platypus import SimpleDocTemplate

    path = tmp_path / "running.pdf"
    SimpleDocTemplate(str(path)).build(story, onFirstPage=running, onLaterPages=running)
    return extract_pdf(path)


def test_running_lines_are_told_once(tmp_path: Path) -> None:
    document = built(tmp_path, story_of_pages(3))
    assert texts(document) == [f"{part}. {SENTENCE.strip()}" for part in PARTS]
    assert asides(document, "header") == ["Friends of the Towpath"]
    assert asides(document, "footer") == ["Page 1 of 3"]


def test_a_title_on_the_first_page_stays(tmp_path: Path) -> None:
    document = drawn(
        tmp_path,
        lambda paper: write(paper, 60, 50, "Annual letter of the weir trust", SENTENCE[:80]),
        lambda paper: write(paper, 60, 50, SENTENCE[:80]),
    )
    assert texts(document)[0] == "Annual letter of the weir trust"


def noted(paper: Canvas) -> None:
    write(paper, 60, 80, "Willow note", font="Helvetica-Bold", size=16)
    write(paper, 60, 110, "Number: TOW-31", *[SENTENCE[:80]] * 6)


@pytest.mark.parametrize("header", ["TOW-31", "TOW-31 Willow note"])
def test_what_a_second_page_says_again_over_its_text_is_its_header(tmp_path: Path, header: str) -> None:
    def second(paper: Canvas) -> None:
        write(paper, 400, 36, header, font="Helvetica-Oblique", size=8)
        write(paper, 60, 60, *[SENTENCE[:80]] * 6)

    document = drawn(tmp_path, noted, second)
    assert asides(document, "header") == [header]


@pytest.mark.parametrize(
    ("line", "font", "size"),
    [
        ("TOW-31 Willow note", "Helvetica", 10.0),
        ("Willow note", "Helvetica-Bold", 10.0),
        ("TOW-32", "Helvetica-Oblique", 8.0),
        ("Willow", "Helvetica-Oblique", 8.0),
    ],
    ids=["in the look of the text", "a heading", "said nowhere else", "a word"],
)
def test_other_first_lines_stay(tmp_path: Path, line: str, font: str, size: float) -> None:
    def second(paper: Canvas) -> None:
        write(paper, 60, 36, line, font=font, size=size)
        write(paper, 60, 60, *[SENTENCE[:80]] * 6)

    assert asides(drawn(tmp_path, noted, second), "header") == []


@pytest.mark.parametrize(
    "marking", ["OFFICIAL", "OFFICIAL-SENSITIVE", "Page 1 of 1", "- 1 -", "11/23/26, 3:20 PM"]
)
def test_markings_and_page_numbers_on_a_single_page(tmp_path: Path, marking: str) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 60, 30, marking)
        write(paper, 60, 120, "Official opening of the lock")

    document = drawn(tmp_path, page)
    assert (texts(document), asides(document, "header")) == (["Official opening of the lock"], [marking])


def test_a_last_line_that_counts_the_pages_is_a_footer_however_large(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 60, 120, *[SENTENCE[:80]] * 4, size=6)
        for x, part in ((60, "Towpath Trust"), (520, "1 of 1")):
            write(paper, x, HEIGHT - 30, part, size=9)

    document = drawn(tmp_path, page)
    assert [text.split() for text in asides(document, "footer")] == [["Towpath", "Trust", "1", "of", "1"]]


@pytest.mark.parametrize("footer", ["Towpath Trust form 12   Page 1", "Sheet 1 of 2", "Towpath Trust\t4"])
def test_a_quiet_last_line_with_a_page_number_is_a_footer(tmp_path: Path, footer: str) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 60, 120, SENTENCE[:80])
        for x, part in zip((60, 480), footer.split("\t"), strict=False):
            write(paper, x, HEIGHT - 30, part, size=8)

    document = drawn(tmp_path, page)
    assert texts(document) == [SENTENCE[:80].strip()]
    assert [" ".join(text.split()) for text in asides(document, "footer")] == [" ".join(footer.split())]


@pytest.mark.parametrize(
    ("line", "size", "text", "down"),
    [
        ("The grant was 40", 8.0, HEIGHT - 56, HEIGHT - 30),
        ("See the plan on page 4", 10.0, HEIGHT - 56, HEIGHT - 30),
        ("See the plan on page 4", 8.0, 120.0, 140.0),
    ],
    ids=["no page number", "as loud as the text", "among the text"],
)
def test_other_last_lines_stay(tmp_path: Path, line: str, size: float, text: float, down: float) -> None:
    def page(paper: Canvas) -> None:
        write(paper, 60, text, SENTENCE[:80])
        write(paper, 60, down, line, size=size)

    document = drawn(tmp_path, page)
    assert texts(document)[-1] == line and asides(document, "footer") == []


def test_a_legend_beside_a_page_number_stays(tmp_path: Path) -> None:
    legend = ("Key:", "R: late", "A: at risk", "G: on time", "1")

    def page(paper: Canvas) -> None:
        write(paper, 60, 120, SENTENCE[:80])
        for number, part in enumerate(legend):
            write(paper, 60 + 90 * number, HEIGHT - 30, part, size=8)

    assert texts(drawn(tmp_path, page))[-1] == "\t".join(legend)


def test_text_over_a_page_break_is_joined(tmp_path: Path) -> None:
    document = drawn(
        tmp_path,
        lambda paper: write(
            paper, 60, 780, "\u2022 The warden walked the whole of the northern bank and wrote down every"
        ),
        lambda paper: write(paper, 67, 60, "willow that leans.", "\u2022 The path was swept."),
    )
    first, second = document.body
    assert isinstance(first, ListItem) and isinstance(second, ListItem)
    assert (
        first.text
        == "The warden walked the whole of the northern bank and wrote down every willow that leans."
    )
    assert first.place.page == 1 and not second.starts_page


def test_the_first_block_of_a_page_tells_it(tmp_path: Path) -> None:
    document = told(tmp_path, story_of_pages(2))
    marks = [
        block.starts_page for block in document.body if isinstance(block, (Heading, Paragraph, ListItem))
    ]
    assert marks == [False, True]


def test_a_page_start_within_a_table_is_told(tmp_path: Path) -> None:
    document = told(
        tmp_path, [prose("Before"), PageBreak(), grid([["Project", "Osiers"], ["Month", "May"]], [90, 90])]
    )
    marked = [
        block.text
        for block in walk_blocks(document.body)
        if isinstance(block, (Heading, Paragraph, ListItem)) and block.starts_page
    ]
    assert marked == ["Project"]


def test_properties_and_pages(tmp_path: Path) -> None:
    def page(paper: Canvas) -> None:
        paper.setTitle("Towpath report")
        paper.setSubject("May 2021")
        write(paper, 60, 80, "Words")

    document = drawn(tmp_path, page)
    assert dict(document.properties)["title"] == "Towpath report"
    assert (document.pages, document.format, len(document.sha256)) == (1, "pdf", 64)


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def test_every_word_that_pdfium_sees_is_kept(tmp_path: Path) -> None:
    table = grid(
        [["Risk", "Owner", "Score"], ["Flooding of the lower meadow", "Ada", "12"], ["Rot", "Ben", "3"]],
        [200, 80, 60],
    )
    story = [
        prose(SENTENCE * 3),
        table,
        prose("<b>Next</b>"),
        *[prose(f"\u2022 {SENTENCE}{number}") for number in range(40)],
    ]
    document = told(tmp_path, story)
    source = pypdfium2.PdfDocument(tmp_path / "told.pdf")
    printed = sum((words(page.get_textpage().get_text_range()) for page in source), Counter())
    source.close()
    kept = words("\n".join(map(block_text, document.body)))
    kept += words("\n".join(block_text(aside.block) for aside in document.asides))
    assert kept == printed


def locked(folder: Path) -> Path:
    path = folder / "locked.pdf"
    paper = Canvas(str(path), encrypt=StandardEncryption("open sesame", ownerPassword="owner"))
    paper.drawString(60, 700, "Secret")
    paper.save()
    return path


def content(data: bytes) -> Any:
    def make(folder: Path) -> Path:
        path = folder / "odd.pdf"
        path.write_bytes(data)
        return path

    return make


@pytest.mark.parametrize(
    ("make", "code", "step"),
    [
        (lambda folder: folder / "none.pdf", "not-found", "Check"),
        (content(b""), "empty-file", "again"),
        (content(b"%PDF-1.7 and then nothing of use"), "corrupt", "again"),
        (locked, "encrypted", "password"),
    ],
)
def test_unreadable_files_tell_the_next_step(tmp_path: Path, make: Any, code: str, step: str) -> None:
    with pytest.raises(UnreadableDocument, match=step) as caught:
        extract_pdf(make(tmp_path))
    assert caught.value.code == code


def test_an_owner_password_alone_locks_nobody_out(tmp_path: Path) -> None:
    document = drawn(
        tmp_path,
        lambda paper: write(paper, 60, 80, "Printing is forbidden, reading is not"),
        encrypt=StandardEncryption("", ownerPassword="owner", canPrint=0),
    )
    assert texts(document) == ["Printing is forbidden, reading is not"]


def test_a_footer_stands_as_far_from_the_end_of_a_page_of_another_height(tmp_path: Path) -> None:
    def page(high: float) -> Callable[[Canvas], None]:
        def draw(paper: Canvas) -> None:
            paper.setPageSize((HEIGHT, high))
            paper.drawString(60, high - 120, SENTENCE[:80])
            paper.drawString(60, 40, "Form for works on weirs")

        return draw

    document = drawn(tmp_path, page(HEIGHT), page(HEIGHT - 250))
    assert asides(document, "footer") == ["Form for works on weirs"]


def test_a_wrapped_item_that_reaches_from_the_bullet_to_the_edge_goes_on(tmp_path: Path) -> None:
    """Its line stands in the middle of its box by chance; the next one begins under the bullet."""
    first = "Silt traps filled sooner than was reckoned, and the barge was"

    def page(paper: Canvas) -> None:
        side = 78 + paper.stringWidth(first, "Helvetica", 10) + 17
        paper.grid([60, side], [HEIGHT - 90, HEIGHT - 160])
        write(paper, 67, 104, "\u2022")
        write(paper, 77, 104, first)
        write(paper, 67, 117, "for nine days in dock")

    assert texts(drawn(tmp_path, page)) == [f"* {first} for nine days in dock"]
