"""Lights of Word files: drawn traffic lights with one lamp lit, pictures of lamps, and a ring chart of progress."""

from __future__ import annotations

import io
from typing import Any
from xml.sax.saxutils import escape

from docx.opc.packuri import PackURI
from docx.opc.part import Part as PackagePart
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from PIL import Image, ImageDraw

from samples.word import COLOURS, Sheet
from samples.word_shapes import EMU, LAMPS, Part, drawn_group

CHART_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart"
CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
UNLIT = "D9D9D9"

_DRAWN = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def lit_row(sheet: Sheet, paragraph: Any, lit: str) -> None:
    """A housing with three lamps in a row, all pale but the one that counts."""
    parts: list[Part] = [("roundRect", 0, 0, 54, 18, "404040")]
    for place, lamp in enumerate(LAMPS):
        parts.append(("ellipse", 3 + 17 * place, 2, 14, 14, COLOURS[lamp] if lamp == lit else UNLIT))
    drawn_group(sheet, paragraph, 54, 18, parts)


def drawn_dot(sheet: Sheet, paragraph: Any, color: str) -> None:
    """One round shape in the line; ``color`` is a DrawingML colour element."""
    size = f'cx="{14 * EMU}" cy="{14 * EMU}"'
    paragraph._p.append(
        parse_xml(
            f"<w:r {nsdecls('w')} {_DRAWN}><w:drawing><wp:inline><wp:extent {size}/>"
            f'<wp:docPr id="{sheet.next_id()}" name="Oval"/><a:graphic>'
            '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
            f'<wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="ellipse">'
            f"<a:avLst/></a:prstGeom><a:solidFill>{color}</a:solidFill></wps:spPr><wps:bodyPr/></wps:wsp>"
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )
    )


def pictured_lamp(paragraph: Any, rating: str, form: str = "PNG") -> None:
    """A picture of a round lamp with a dark rim; PNG and GIF ones have a transparent ground."""
    red, green, blue = bytes.fromhex(COLOURS[rating])
    image = Image.new("RGBA", (48, 48), (255, 255, 255, 0))
    draw = ImageDraw.Draw(image)
    draw.ellipse((2, 2, 45, 45), fill=(60, 60, 60, 255))
    draw.ellipse((5, 5, 42, 42), fill=(red, green, blue, 255))
    draw.ellipse((14, 10, 22, 16), fill=(255, 255, 255, 255))
    stream = io.BytesIO()
    (image if form == "PNG" else _on_paper(image)).save(stream, form)
    paragraph.add_run().add_picture(stream, height=Pt(14))


def _on_paper(image: Image.Image) -> Image.Image:
    paper = Image.new("RGB", image.size, (255, 255, 255))
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def ring_chart(
    sheet: Sheet, paragraph: Any, title: str, shares: dict[str, int], colors: tuple[str, ...]
) -> None:
    """A doughnut chart with its title, one share for each category."""
    names = "".join(f'<c:pt idx="{i}"><c:v>{escape(name)}</c:v></c:pt>' for i, name in enumerate(shares))
    values = "".join(f'<c:pt idx="{i}"><c:v>{value}</c:v></c:pt>' for i, value in enumerate(shares.values()))
    parts = "".join(
        f'<c:dPt><c:idx val="{i}"/><c:spPr><a:solidFill><a:srgbClr val="{color}"/></a:solidFill></c:spPr></c:dPt>'
        for i, color in enumerate(colors)
    )
    count = f'<c:ptCount val="{len(shares)}"/>'
    xml = (
        '<?xml version="1.0" encoding="UTF-8"?><c:chartSpace '
        'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:title><c:tx><c:rich><a:bodyPr/>'
        f'<a:p><a:r><a:rPr lang="en-GB" sz="1000"/><a:t>{escape(title)}</a:t></a:r></a:p></c:rich></c:tx></c:title>'
        "<c:plotArea><c:layout/>"
        f'<c:doughnutChart><c:varyColors val="1"/><c:ser><c:idx val="0"/><c:order val="0"/>{parts}'
        f"<c:cat><c:strRef><c:f>Sheet1!$A$1:$A$2</c:f><c:strCache>{count}{names}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>Sheet1!$B$1:$B$2</c:f><c:numCache>{count}{values}</c:numCache></c:numRef></c:val>"
        '</c:ser><c:holeSize val="60"/></c:doughnutChart></c:plotArea><c:legend><c:legendPos val="r"/></c:legend>'
        "</c:chart></c:chartSpace>"
    )
    document = sheet.body.part
    part = PackagePart(
        PackURI(f"/word/charts/chart{sheet.next_id()}.xml"), CHART_TYPE, xml.encode(), document.package
    )
    relation = document.relate_to(part, CHART_KIND)
    paragraph._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")} {_DRAWN}><w:drawing><wp:inline><wp:extent cx="{230 * EMU}" cy="{130 * EMU}"/>'
            f'<wp:docPr id="{sheet.next_id()}" name="Chart"/><a:graphic>'
            '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
            '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
            f'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="{relation}"/>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )
    )
