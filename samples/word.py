"""Word files made by hand: what python-docx gives, and the raw XML that it does not (controls, revisions, boxes).

A ``Sheet`` is one document. Everything is written to ``where``: the sheet's body, a cell, a header. Files are the same
bytes on every run.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

COLOURS = {
    "Red": "FF0000", "Amber/Red": "FF6600", "Amber": "FFC000", "Amber/Green": "C5D92D", "Green": "00B050",
    "Blue": "0070C0", "Grey": "A6A6A6",
}  # fmt: skip
"""Fills that offices use for ratings."""
STAMP = datetime(2011, 1, 1)
ZIP_STAMP = (1980, 1, 1, 0, 0, 0)
AUTHOR = 'w:id="{}" w:author="Programme Office" w:date="2011-01-01T00:00:00Z"'

Where = Any
"""A document, cell, header or footer of python-docx: whatever has ``add_paragraph``."""


class Sheet:
    """One Word document in the making."""

    def __init__(
        self, font: str = "Arial", size: float = 10, *, landscape: bool = False, margin_cm: float = 2.0
    ) -> None:
        self.body = docx.Document()
        self.body.core_properties.author = ""
        self.body.core_properties.title = ""
        self.body.core_properties.comments = ""
        self.body.core_properties.created = self.body.core_properties.modified = STAMP
        normal: Any = self.body.styles["Normal"]
        normal.font.name = font
        normal.font.size = Pt(size)
        normal.element.rPr.rFonts.set(qn("w:eastAsia"), font)
        normal.paragraph_format.space_after = Pt(4)
        for level in (1, 2, 3):
            style: Any = self.body.styles[f"Heading {level}"]
            style.font.name = font
            style.font.color.rgb = RGBColor(0x1F, 0x2A, 0x44)
            style.element.rPr.rFonts.attrib.clear()
            style.element.rPr.rFonts.set(qn("w:ascii"), font)
            style.element.rPr.rFonts.set(qn("w:hAnsi"), font)
        section = self.body.sections[0]
        section.page_width, section.page_height = Cm(21.0), Cm(29.7)
        if landscape:
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = Cm(29.7), Cm(21.0)
        section.left_margin = section.right_margin = Cm(margin_cm)
        section.top_margin = section.bottom_margin = Cm(margin_cm)
        self._identity = 900

    @property
    def header(self) -> Where:
        return self.body.sections[0].header

    @property
    def footer(self) -> Where:
        return self.body.sections[0].footer

    def save(self) -> bytes:
        """The file's bytes, repacked with a fixed time."""
        raw = io.BytesIO()
        self.body.save(raw)
        return repacked(raw)

    def next_id(self) -> int:
        """An id for revisions, controls and drawings, unique in the document."""
        self._identity += 1
        return self._identity

    def heading(self, text: str, level: int = 1) -> Any:
        return self.body.add_heading(text, level)

    def table(self, widths_cm: Sequence[float], style: str = "Table Grid") -> Any:
        """An empty table of fixed column widths; ``row`` adds its rows."""
        grid: Any = self.body.add_table(0, len(widths_cm), style)
        grid.autofit = False
        for column, width in zip(grid.columns, widths_cm, strict=True):
            column.width = Cm(width)
        return grid


def repacked(raw: io.BytesIO) -> bytes:
    """An office file's bytes with a fixed time for each of its parts."""
    packed = io.BytesIO()
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, ZIP_STAMP), source.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def row(
    grid: Any, texts: Sequence[str | None], *, bold: bool = False, fill: str | None = None, **look: Any
) -> Any:
    """Append a row; a None leaves the cell for the caller to fill. Returns the cells."""
    cells = grid.add_row().cells
    for cell, text, column in zip(cells, texts, grid.columns, strict=True):
        cell.width = column.width
        if text is not None:
            write(cell, text, bold=bold, **look)
        if fill:
            shade(cell, fill)
    return cells


def write(cell: Any, text: str, **look: Any) -> Any:
    """Put text into a cell's first paragraph if that is empty, else into a new one."""
    first = cell.paragraphs[0]
    target = first if not first.text and len(cell.paragraphs) == 1 else cell.add_paragraph()
    target.paragraph_format.space_after = Pt(2)
    if look.pop("centred", False):
        target.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run(target, text, **look)
    return target


def para(
    where: Where, text: str = "", *, style: str | None = None, centred: bool = False, **look: Any
) -> Any:
    """A new paragraph."""
    paragraph = where.add_paragraph(style=style)
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if text:
        run(paragraph, text, **look)
    return paragraph


def run(
    paragraph: Any,
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    underline: bool = False,
    strike: bool = False,
    hidden: bool = False,
    size: float | None = None,
    color: str | None = None,
    highlight: str | None = None,
) -> Any:
    """A stretch of text; a newline becomes a soft break. ``highlight`` is a Word colour name such as ``yellow``."""
    stretch = paragraph.add_run(text)
    font = stretch.font
    stretch.bold, stretch.italic, stretch.underline = bold or None, italic or None, underline or None
    font.strike, font.hidden = strike or None, hidden or None
    if size:
        font.size = Pt(size)
    if color:
        font.color.rgb = RGBColor.from_string(color)
    if highlight:
        stretch._r.get_or_add_rPr().append(parse_xml(f'<w:highlight {nsdecls("w")} w:val="{highlight}"/>'))
    return stretch


def bullet(where: Where, text: str, style: str = "List Bullet", **look: Any) -> Any:
    """A real list item; in a cell whose first paragraph is empty it takes that paragraph's place."""
    first = where.paragraphs[0] if hasattr(where, "_tc") else None
    if first is not None and not first.text and len(where.paragraphs) == 1:
        first.style = style
        run(first, text, **look)
        return first
    return para(where, text, style=style, **look)


def shade(cell: Any, fill: str) -> None:
    """Give a cell a background."""
    properties = cell._tc.get_or_add_tcPr()
    for old in properties.findall(qn("w:shd")):
        properties.remove(old)
    properties.append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{fill}"/>'))


def rate(cell: Any, rating: str, text: str = "", **look: Any) -> None:
    """A rating cell: its fill, and the words or letter if any."""
    shade(cell, COLOURS[rating])
    if text:
        write(cell, text, centred=True, **look)


def span(grid: Any, text: str | None, *, fill: str | None = None, **look: Any) -> Any:
    """A row of one cell across the whole table."""
    cells = grid.add_row().cells
    cell = cells[0].merge(cells[-1])
    if text:
        write(cell, text, **look)
    if fill:
        shade(cell, fill)
    return cell


def inserted(sheet: Sheet, paragraph: Any, text: str) -> None:
    """A tracked insertion."""
    paragraph._p.append(_revision(sheet, "ins", f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'))


def deleted(sheet: Sheet, paragraph: Any, text: str) -> None:
    """A tracked deletion."""
    inner = f'<w:r><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r>'
    paragraph._p.append(_revision(sheet, "del", inner))


def control(sheet: Sheet, paragraph: Any, text: str, *, placeholder: bool = False) -> None:
    """An inline content control; ``placeholder`` shows its prompt in grey."""
    look = '<w:rPr><w:color w:val="808080"/></w:rPr>' if placeholder else ""
    prompt = "<w:showingPlcHdr/>" if placeholder else ""
    paragraph._p.append(
        parse_xml(
            f'<w:sdt {nsdecls("w")}><w:sdtPr><w:id w:val="{sheet.next_id()}"/>{prompt}<w:text/></w:sdtPr>'
            f'<w:sdtContent><w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:sdtContent></w:sdt>'
        )
    )


def tick_box(sheet: Sheet, paragraph: Any, checked: bool) -> None:
    """A check box control as Word makes it."""
    word14 = "http://schemas.microsoft.com/office/word/2010/wordml"
    paragraph._p.append(
        parse_xml(
            f'<w:sdt {nsdecls("w")} xmlns:w14="{word14}"><w:sdtPr><w:id w:val="{sheet.next_id()}"/>'
            f'<w14:checkbox><w14:checked w14:val="{int(checked)}"/></w14:checkbox></w:sdtPr><w:sdtContent>'
            f"<w:r><w:t>{'☒' if checked else '☐'}</w:t></w:r></w:sdtContent></w:sdt>"
        )
    )


def text_box(
    sheet: Sheet, paragraph: Any, lines: Sequence[str], width_pt: int, height_pt: int, left_pt: int
) -> None:
    """A floating text box in the older drawing language, which every version reads."""
    inner = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in lines)
    style = f"position:absolute;margin-left:{left_pt}pt;margin-top:0;width:{width_pt}pt;height:{height_pt}pt;z-index:1"
    paragraph._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape id="Box{sheet.next_id()}" '
            f'path="m,l,21600r21600,l21600,xe" coordsize="21600,21600" style="{style}" fillcolor="#EEF3FA" '
            f'strokecolor="#1F2A44"><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>'
        )
    )


def page_number(paragraph: Any) -> None:
    """A field with the page's number."""
    paragraph._p.append(
        parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    )


def _revision(sheet: Sheet, tag: str, inner: str) -> Any:
    return parse_xml(f"<w:{tag} {nsdecls('w')} {AUTHOR.format(sheet.next_id())}>{inner}</w:{tag}>")
