"""Drawn things in Word files: lamps, bars and boxes in the present and the older drawing language, symbols, pictures.

Word keeps a drawing twice in ``mc:AlternateContent``: the present language (DrawingML) as its choice, the older one
(VML) as its fallback. Lengths are points, as VML has them; DrawingML counts 12,700 units to the point.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from PIL import Image, ImageDraw

from samples.word import COLOURS, Sheet

EMU = 12700
NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
LAMPS = ("Red", "Amber", "Green")
UNLIT = "595959"
HOUSING = "262626"
ICON_PIXELS = 48

Part = tuple[str, float, float, float, float, str]
"""One shape of a group: ``rect``, ``roundRect`` or ``ellipse``, left, top, width, height, fill."""


def drawn_group(sheet: Sheet, paragraph: Any, width: float, height: float, parts: Sequence[Part]) -> None:
    """Shapes drawn together in the line of text, in both drawing languages."""
    identity = sheet.next_id()
    shapes = "".join(_shape(sheet.next_id(), part) for part in parts)
    extent = f'cx="{width * EMU:.0f}" cy="{height * EMU:.0f}"'
    frame = f'<a:off x="0" y="0"/><a:ext {extent}/>'
    choice = (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:docPr id="{identity}" name="Group {identity}"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup">'
        f'<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm>{frame}<a:chOff x="0" y="0"/><a:chExt {extent}/></a:xfrm>'
        f"</wpg:grpSpPr>{shapes}</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    size = f"width:{width:g}pt;height:{height:g}pt"
    older = "".join(_older_shape(part) for part in parts)
    fallback = (
        f'<w:pict><v:group id="Group{identity}" style="{size};mso-position-horizontal-relative:char;'
        f'mso-position-vertical-relative:line" coordsize="{width * 20:.0f},{height * 20:.0f}">{older}</v:group>'
        "</w:pict>"
    )
    _add_alternate(paragraph, "wpg", choice, fallback)


def traffic_light(sheet: Sheet, paragraph: Any, lit: str) -> None:
    """Three lamps in a housing, all printed dark but the one that counts."""
    parts: list[Part] = [("roundRect", 0, 0, 18, 48, HOUSING)]
    for place, lamp in enumerate(LAMPS):
        parts.append(("ellipse", 3, 3 + place * 15, 12, 12, COLOURS[lamp] if lamp == lit else UNLIT))
    drawn_group(sheet, paragraph, 18, 48, parts)


def progress_bar(
    sheet: Sheet, paragraph: Any, percent: int, width: float = 300, fill: str = "1F5C99"
) -> None:
    """A pale track with a dark part that is as long as the work is far."""
    done = width * percent / 100
    drawn_group(
        sheet, paragraph, width, 12, [("rect", 0, 0, width, 12, "E3E8EE"), ("rect", 0, 0, done, 12, fill)]
    )


def disc(sheet: Sheet, paragraph: Any, colour: str, size: float = 11) -> None:
    """A filled circle in the older drawing language alone, as templates carry it since the days of Word 2003."""
    paragraph._p.append(
        parse_xml(
            f'<w:r {NAMES}><w:pict><v:oval id="Oval{sheet.next_id()}" '
            f'style="width:{size:g}pt;height:{size:g}pt;mso-position-horizontal-relative:char;'
            f'mso-position-vertical-relative:line" fillcolor="#{colour}" strokecolor="#404040"/></w:pict></w:r>'
        )
    )


def framed(
    sheet: Sheet,
    paragraph: Any,
    lines: Sequence[tuple[str, str]],
    box: tuple[float, float, float, float],
    fill: str,
) -> None:
    """A floating text box whose lines begin with a bold label; ``box`` is left, top, width, height from the margin.

    The text stands twice in the file, once for each drawing language.
    """
    left, top, width, height = box
    identity = sheet.next_id()
    inner = "".join(_labelled(label, text) for label, text in lines)
    content = f"<w:txbxContent>{inner}</w:txbxContent>"
    extent = f'cx="{width * EMU:.0f}" cy="{height * EMU:.0f}"'
    choice = (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="2" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="margin"><wp:posOffset>{left * EMU:.0f}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{top * EMU:.0f}</wp:posOffset></wp:positionV>'
        f'<wp:extent {extent}/><wp:wrapSquare wrapText="bothSides"/>'
        f'<wp:docPr id="{identity}" name="Text Box {identity}"/>'
        "<wp:cNvGraphicFramePr/><a:graphic>"
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="{fill}"/></a:solidFill>'
        f"</wps:spPr><wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    style = (
        f"position:absolute;margin-left:{left:g}pt;margin-top:{top:g}pt;width:{width:g}pt;height:{height:g}pt"
    )
    fallback = (
        f'<w:pict><v:rect id="TextBox{identity}" style="{style};z-index:2" fillcolor="#{fill}">'
        f"<v:textbox>{content}</v:textbox></v:rect></w:pict>"
    )
    _add_alternate(paragraph, "wps", choice, fallback)


def symbol(paragraph: Any, char: str, colour: str, font: str = "Wingdings") -> None:
    """A sign of a symbol font: ``6C`` is Wingdings' disc, ``6E`` its square, ``FC`` its tick."""
    paragraph._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")}><w:rPr><w:color w:val="{colour}"/></w:rPr>'
            f'<w:sym w:font="{font}" w:char="F0{char}"/></w:r>'
        )
    )


def icon(paragraph: Any, colour: str, size: float = 13) -> None:
    """A small picture of a coloured ball."""
    paragraph.add_run().add_picture(io.BytesIO(_ball(colour)), width=Pt(size))


@cache
def _ball(colour: str) -> bytes:
    picture = Image.new("RGB", (ICON_PIXELS, ICON_PIXELS), "#FFFFFF")
    edge = ICON_PIXELS - 3
    ImageDraw.Draw(picture).ellipse((2, 2, edge, edge), fill=f"#{colour}", outline="#333333", width=2)
    stream = io.BytesIO()
    picture.save(stream, "PNG")
    return stream.getvalue()


def _shape(identity: int, part: Part) -> str:
    form, left, top, width, height, fill = part
    return (
        f'<wps:wsp><wps:cNvPr id="{identity}" name="Shape {identity}"/><wps:cNvSpPr/><wps:spPr><a:xfrm>'
        f'<a:off x="{left * EMU:.0f}" y="{top * EMU:.0f}"/><a:ext cx="{width * EMU:.0f}" cy="{height * EMU:.0f}"/>'
        f'</a:xfrm><a:prstGeom prst="{form}"><a:avLst/></a:prstGeom>'
        f'<a:solidFill><a:srgbClr val="{fill}"/></a:solidFill>'
        "<a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>"
    )


def _older_shape(part: Part) -> str:
    form, left, top, width, height, fill = part
    tag = {"rect": "rect", "roundRect": "roundrect", "ellipse": "oval"}[form]
    place = ";".join(
        f"{name}:{value * 20:.0f}"
        for name, value in (("left", left), ("top", top), ("width", width), ("height", height))
    )
    return f'<v:{tag} style="position:absolute;{place}" fillcolor="#{fill}" stroked="f"/>'


def _labelled(label: str, text: str) -> str:
    return (
        f'<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{escape(label)} </w:t></w:r>'
        f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
    )


def _add_alternate(paragraph: Any, requires: str, choice: str, fallback: str) -> None:
    paragraph._p.append(
        parse_xml(
            f'<w:r {NAMES}><mc:AlternateContent><mc:Choice Requires="{requires}">{choice}</mc:Choice>'
            f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
        )
    )
