"""Factories of small PDF files: each draws what one test is about, and reads it back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph as Story
from reportlab.platypus import SimpleDocTemplate, TableStyle
from reportlab.platypus import Table as StoryTable

from extractors.document import (
    Block,
    Cell,
    Document,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Table,
    walk_blocks,
)
from extractors.pdf.extract import extract_pdf

WIDTH, HEIGHT = A4
RED, AMBER, GREEN = "#C00000", "#FFC000", "#00B050"
BODY = getSampleStyleSheet()["BodyText"]
SMALL = ParagraphStyle("small", parent=BODY, fontSize=9, leading=11)

Drawing = Callable[[Canvas], None]


def drawn(folder: Path, *pages: Drawing, name: str = "drawn.pdf", **canvas: Any) -> Document:
    """The document read from a PDF whose pages are drawn by ``pages``; positions count from the bottom left."""
    path = folder / name
    paper = Canvas(str(path), pagesize=A4, **canvas)
    for page in pages:
        paper.setFont("Helvetica", 10)
        page(paper)
        paper.showPage()
    paper.save()
    return extract_pdf(path)


def told(folder: Path, story: Iterable[Any], name: str = "told.pdf", **template: Any) -> Document:
    """The document read from a PDF in which ``story`` (reportlab flowables) is set over as many pages as needed."""
    path = folder / name
    margins = {"leftMargin": 20 * mm, "rightMargin": 20 * mm, "topMargin": 20 * mm, "bottomMargin": 20 * mm}
    SimpleDocTemplate(str(path), **{"pagesize": A4, **margins, **template}).build(list(story))
    return extract_pdf(path)


def write(paper: Canvas, x: float, y: float, *lines: str, font: str = "Helvetica", size: float = 10) -> None:
    """Lines one under the other, the first one's baseline ``y`` points below the top of the page."""
    paper.setFont(font, size)
    for number, line in enumerate(lines):
        paper.drawString(x, HEIGHT - y - number * 1.2 * size, line)


def grid(
    rows: list[list[Any]], widths: list[float], *commands: tuple[Any, ...], ruled: bool = True
) -> StoryTable:
    """A reportlab table; ``commands`` are TableStyle commands besides the ruling."""
    ruling = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)] if ruled else []
    top = ("VALIGN", (0, 0), (-1, -1), "TOP")
    return StoryTable(rows, colWidths=widths, style=TableStyle([*ruling, top, *commands]))


def prose(text: str, style: ParagraphStyle = BODY) -> Story:
    """A paragraph that wraps by itself."""
    return Story(text, style)


def texts(document: Document) -> list[str]:
    """The texts of the body's blocks; of tables their cells' texts, rows parted by ' / ' and cells by ' | '."""
    return [outline(block) for block in document.body]


def outline(block: Block) -> str:
    """One block in one line: its kind's sign and its text."""
    if isinstance(block, Table):
        return " / ".join(" | ".join(cell.text for cell in block.row(row)) for row in range(block.rows))
    if isinstance(block, ListItem):
        return f"{'  ' * block.level}* {block.text}"
    if isinstance(block, Heading):
        return f"{'#' * block.level} {block.text}"
    return block.text


def tables(document: Document) -> list[Table]:
    return [block for block in document.body if isinstance(block, Table)]


def cell(table: Table, text: str) -> Cell:
    """The one cell whose text is ``text``."""
    [found] = [each for each in table.cells if each.text == text]
    return found


def asides(document: Document, kind: str) -> list[str]:
    return [
        aside.block.text
        for aside in document.asides
        if not isinstance(aside.block, Table) and aside.kind == kind
    ]


def paragraph(document: Document, start: str) -> Paragraph | ListItem | Heading:
    """The one text block that starts with ``start``, wherever it stands."""
    [found] = [
        block
        for block in walk_blocks(document.body)
        if isinstance(block, (Paragraph, ListItem, Heading)) and block.text.startswith(start)
    ]
    return found


def assembled(objects: Sequence[str]) -> bytes:
    """A PDF file of ``objects`` (the first one its catalogue), numbered from 1, written by hand."""
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer << /Root 1 0 R /Size {len(objects) + 1} >>\nstartxref\n{len(out)}\n%%EOF"
    return out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode("ascii")


def stream(content: str, entries: str = "") -> str:
    """A stream object."""
    return f"<< {entries} /Length {len(content)} >> stream\n{content}\nendstream"


def by_hand(
    folder: Path,
    content: str,
    *,
    page: str = "",
    resources: str = "",
    catalogue: str = "",
    others: Sequence[str] = (),
) -> Document:
    """The document read from one page whose ``content`` stream and dictionaries' further entries are given as written.

    Font /F1 is Helvetica. ``others`` are further objects, numbered from 6.
    """
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalogue} >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH:.0f} {HEIGHT:.0f}] /Contents 4 0 R "
        f"/Resources << /Font << /F1 5 0 R >> {resources} >> {page} >>",
        stream(content),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        *others,
    ]
    path = folder / "by_hand.pdf"
    path.write_bytes(assembled(objects))
    return extract_pdf(path)


def figures(document: Document) -> list[Figure]:
    """All figures of the body, those in lines of text included."""
    found: list[Figure] = []
    for block in walk_blocks(document.body):
        if isinstance(block, Figure):
            found.append(block)
        elif not isinstance(block, Table):
            found.extend(block.figures)
    return found


def fill(paper: Canvas, color: str, x: float, y: float, wide: float, high: float) -> None:
    """A filled rectangle whose top stands ``y`` points below the top of the page."""
    paper.setFillColor(colors.HexColor(color))
    paper.rect(x, HEIGHT - y - high, wide, high, stroke=0, fill=1)
    paper.setFillColor(colors.black)
