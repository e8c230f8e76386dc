"""PDF files by ReportLab: paragraphs, bullets, filled tables and small drawings; the same bytes on every run."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor, black, white
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

COLOURS = {
    "Red": "#E03C31", "Amber": "#FFBF00", "Green": "#3DA35D", "Blue": "#2F6DB5", "Grey": "#B0B0B0",
}  # fmt: skip
MARGIN = 42
"""Points; about 15 mm."""

Fills = Mapping[tuple[int, int], str]
"""Backgrounds by (row, column)."""


class Pages:
    """One PDF in the making."""

    def __init__(
        self,
        font: str = "Helvetica",
        size: float = 9.5,
        *,
        paper: tuple[float, float] = A4,
        ink: str = "#1F2A44",
    ) -> None:
        self.font, self.ink, self.paper = font, ink, paper
        bold = {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold"}[font]
        self.body = ParagraphStyle("body", fontName=font, fontSize=size, leading=size * 1.3, spaceAfter=4)
        self.strong = ParagraphStyle("strong", parent=self.body, fontName=bold)
        self.centre = ParagraphStyle("centre", parent=self.strong, alignment=TA_CENTER, spaceAfter=0)
        self.head = ParagraphStyle(
            "head",
            parent=self.strong,
            fontSize=size + 2,
            leading=size + 5,
            spaceBefore=7,
            textColor=HexColor(ink),
        )
        self.title = ParagraphStyle(
            "title", parent=self.head, fontSize=size + 7, leading=size + 10, spaceAfter=6
        )
        self.small = ParagraphStyle("small", parent=self.body, fontSize=size - 2, leading=size)
        self.point = ParagraphStyle("point", parent=self.body, leftIndent=14, bulletIndent=3, spaceAfter=3)
        self.flow: list[Flowable] = []

    def add(self, text: str, style: ParagraphStyle | None = None) -> None:
        """A paragraph; the text may hold ReportLab's inline tags and must be escaped by the caller if it is prose."""
        self.flow.append(Paragraph(text, style or self.body))

    def say(self, text: str, style: ParagraphStyle | None = None) -> None:
        """A paragraph of plain text."""
        self.add(escape(text), style)

    def bullet(self, text: str, sign: str = "•") -> None:
        """A list item; its sign is printed as text, as PDF has nothing else."""
        self.flow.append(Paragraph(escape(text), self.point, bulletText=sign))

    def gap(self, points: float = 6) -> None:
        self.flow.append(Spacer(1, points))

    def table(
        self,
        rows: Sequence[Sequence[str | Flowable]],
        widths: Sequence[float],
        *,
        fills: Fills | None = None,
        head: str | None = "#DDE3EA",
        head_ink: str | None = None,
        bold_columns: Sequence[int] = (),
        grid: bool = True,
    ) -> None:
        """A table of plain texts; the first row is the header where ``head`` gives its background."""
        styles: list[Any] = [("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
        if grid:
            styles.append(("GRID", (0, 0), (-1, -1), 0.5, black))
        if head:
            styles.append(("BACKGROUND", (0, 0), (-1, 0), HexColor(head)))
        for (line, column), colour in (fills or {}).items():
            styles.append(("BACKGROUND", (column, line), (column, line), HexColor(colour)))
        top = ParagraphStyle("top", parent=self.strong, textColor=HexColor(head_ink) if head_ink else black)
        cells = [
            [
                self._cell(
                    text, top if head and line == 0 else self.strong if column in bold_columns else self.body
                )
                for column, text in enumerate(texts)
            ]
            for line, texts in enumerate(rows)
        ]
        self.flow.append(Table(cells, colWidths=list(widths), style=TableStyle(styles), hAlign="LEFT"))
        self.gap()

    def _cell(self, text: str | Flowable, style: ParagraphStyle) -> Flowable:
        plain = ParagraphStyle("cell", parent=style, spaceAfter=0)
        return Paragraph(escape(text), plain) if isinstance(text, str) else text

    def save(self, furniture: Callable[[Any, int], None] | None = None) -> bytes:
        """The file's bytes; ``furniture`` draws header and footer on each page's canvas."""
        target = io.BytesIO()
        document = SimpleDocTemplate(
            target,
            pagesize=self.paper,
            leftMargin=MARGIN,
            rightMargin=MARGIN,
            topMargin=MARGIN + 14,
            bottomMargin=MARGIN,
            invariant=1,
        )

        def draw(canvas: Any, template: Any) -> None:
            if furniture:
                furniture(canvas, template.page)

        document.build(self.flow, onFirstPage=draw, onLaterPages=draw)
        return target.getvalue()


class Bar(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """A progress bar: two rectangles, scale below, no number of its own."""

    def __init__(
        self, percent: int, width: float = 320, done: str = "#2E5FA3", rest: str = "#C9CED6"
    ) -> None:
        super().__init__()
        self.percent, self.width, self.height, self.done, self.rest = percent, width, 30, done, rest

    def draw(self) -> None:
        split = self.width * self.percent / 100
        self.canv.setFillColor(HexColor(self.rest))
        self.canv.rect(split, 14, self.width - split, 14, stroke=0, fill=1)
        self.canv.setFillColor(HexColor(self.done))
        self.canv.rect(0, 14, split, 14, stroke=0, fill=1)
        self.canv.setFillColor(black)
        self.canv.setFont("Helvetica", 7)
        for mark in (0, 50, 100):
            self.canv.drawCentredString(self.width * mark / 100, 4, f"{mark}%")


class Dot(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """A traffic light drawn as a disc."""

    def __init__(self, colour: str, size: float = 11) -> None:
        super().__init__()
        self.colour, self.width, self.height = colour, size, size

    def draw(self) -> None:
        self.canv.setFillColor(HexColor(self.colour))
        self.canv.circle(self.width / 2, self.height / 2, self.width / 2, stroke=0, fill=1)


class Ringed(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """All options in a row, a ring drawn round the chosen one."""

    def __init__(self, options: Sequence[str], chosen: int, step: float = 62) -> None:
        super().__init__()
        self.options, self.chosen, self.step = options, chosen, step
        self.width, self.height = step * len(options), 18

    def draw(self) -> None:
        self.canv.setFont("Helvetica", 10)
        for index, option in enumerate(self.options):
            centre = self.step * (index + 0.5)
            self.canv.setFillColor(black)
            self.canv.drawCentredString(centre, 5, option)
            if index == self.chosen:
                self.canv.setStrokeColor(HexColor("#1A1A8C"))
                self.canv.setLineWidth(1.4)
                self.canv.ellipse(centre - 26, 0, centre + 26, 17, stroke=1, fill=0)


def line_at_top(canvas: Any, left: str, right: str, paper: tuple[float, float] = A4) -> None:
    """A running header."""
    canvas.setFont("Helvetica", 8)
    canvas.setFillColor(black)
    canvas.drawString(MARGIN, paper[1] - MARGIN + 6, left)
    canvas.drawRightString(paper[0] - MARGIN, paper[1] - MARGIN + 6, right)


def line_at_foot(canvas: Any, left: str, right: str, paper: tuple[float, float] = A4) -> None:
    """A running footer."""
    canvas.setFont("Helvetica", 8)
    canvas.setFillColor(black)
    canvas.drawString(MARGIN, MARGIN - 16, left)
    canvas.drawRightString(paper[0] - MARGIN, MARGIN - 16, right)


def band(text: str, width: float, style: ParagraphStyle, fill: str) -> Table:
    """A heading in a coloured band."""
    inner = ParagraphStyle("band", parent=style, textColor=white, spaceBefore=0, spaceAfter=0)
    look = TableStyle([("BACKGROUND", (0, 0), (-1, -1), HexColor(fill))])
    return Table([[Paragraph(escape(text), inner)]], colWidths=[width], style=look, hAlign="LEFT")
