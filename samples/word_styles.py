"""What a Word template defines once and uses everywhere: theme colours, table and list styles, columns, patterns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from samples.word import Sheet

TINT_STEPS = 255


def theme_colours(sheet: Sheet, colours: Mapping[str, str]) -> None:
    """Give the document's theme its organisation's own colours (``accent1`` to ``accent6``)."""
    parts = sheet.body.part.package.iter_parts()
    theme: Any = next(part for part in parts if part.partname.endswith("theme1.xml"))
    text = theme.blob.decode("utf-8")
    for name, colour in colours.items():
        text = re.sub(rf"(<a:{name}>).*?(</a:{name}>)", rf'\1<a:srgbClr val="{colour}"/>\2', text, flags=re.S)
    theme._blob = text.encode("utf-8")


def theme_fill(cell: Any, name: str, colour: str, tint: int | None = None) -> None:
    """A fill chosen from the palette: the name of the theme's colour and its tint, and what Word makes of them.

    ``tint``: how much of the colour stays, in 255ths; None leaves it full.
    """
    share = 1.0 if tint is None else tint / TINT_STEPS
    parts = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    mixed = "".join(f"{round(part * share + 255 * (1 - share)):02X}" for part in parts)
    lighter = "" if tint is None else f' w:themeFillTint="{tint:02X}"'
    _shading(cell, f'w:val="clear" w:color="auto" w:fill="{mixed}" w:themeFill="{name}"{lighter}')


def pattern_fill(cell: Any, pattern: str, colour: str) -> None:
    """A pattern in a colour, as older templates shade: ``solid``, ``pct60``; the ground stays automatic."""
    _shading(cell, f'w:val="{pattern}" w:color="{colour}" w:fill="auto"')


def table_style(sheet: Sheet, name: str, head: str, band: str) -> None:
    """A table style that alone makes the first row dark with white bold words and every other row pale."""
    identity = name.replace(" ", "")
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{head}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    sheet.body.styles.element.append(
        parse_xml(
            f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="{identity}"><w:name w:val="{name}"/>'
            '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:pPr><w:spacing w:after="40"/></w:pPr>'
            f'<w:tblPr><w:tblStyleRowBandSize w:val="1"/><w:tblBorders>{borders}</w:tblBorders></w:tblPr>'
            '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="FFFFFF"/></w:rPr>'
            f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{head}"/></w:tcPr></w:tblStylePr>'
            '<w:tblStylePr w:type="band1Horz"><w:tcPr>'
            f'<w:shd w:val="clear" w:color="auto" w:fill="{band}"/></w:tcPr></w:tblStylePr></w:style>'
        )
    )


def derived_style(
    sheet: Sheet, name: str, base: str, *, bold: bool = False, size: float | None = None
) -> None:
    """A paragraph style of the organisation's own that has its numbering or outline level from another."""
    style: Any = sheet.body.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = sheet.body.styles[base]
    style.font.bold = bold or None
    if size:
        style.font.size = Pt(size)


def columns(sheet: Sheet, count: int) -> None:
    """End the columns so far and go on in ``count`` columns on the same page."""
    section = sheet.body.add_section(WD_SECTION.CONTINUOUS)
    layout = section._sectPr.find(qn("w:cols"))
    layout.set(qn("w:num"), str(count))
    layout.set(qn("w:space"), "454")


def column_break(paragraph: Any) -> None:
    paragraph._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:br w:type="column"/></w:r>'))


def boxed_word(stretch: Any) -> None:
    """Draw a border round a stretch of text, as one rings the word that applies."""
    stretch._r.get_or_add_rPr().append(
        parse_xml(f'<w:bdr {nsdecls("w")} w:val="single" w:sz="12" w:space="0" w:color="auto"/>')
    )


def _shading(cell: Any, attributes: str) -> None:
    properties = cell._tc.get_or_add_tcPr()
    for old in properties.findall(qn("w:shd")):
        properties.remove(old)
    properties.append(parse_xml(f"<w:shd {nsdecls('w')} {attributes}/>"))
