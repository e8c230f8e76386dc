"""A chart as Word keeps it: a part of its own with the numbers last seen, and a frame in the text that shows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from samples.word import Sheet

EMU = 12700
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"

Slice = tuple[str, int, str]
"""Name, value and fill."""


def doughnut(
    sheet: Sheet, paragraph: Any, title: str, slices: Sequence[Slice], size: tuple[int, int] = (170, 150)
) -> None:
    """A ring chart in the line of text with its values printed on it; ``size`` is width and height in points."""
    number = sheet.next_id()
    part = Part(
        PackURI(f"/word/charts/chart{number}.xml"),
        CONTENT_TYPE,
        _ring(title, slices),
        sheet.body.part.package,
    )
    relation = sheet.body.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    width, height = (length * EMU for length in size)
    paragraph._p.append(
        parse_xml(
            f'<w:r {nsdecls("w", "wp", "a", "r")}><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{number}" name="Chart {number}"/>'
            f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{CHART}">'
            f'<c:chart xmlns:c="{CHART}" r:id="{relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
        )
    )


def _ring(title: str, slices: Sequence[Slice]) -> bytes:
    points = "".join(
        f'<c:dPt><c:idx val="{place}"/><c:spPr><a:solidFill><a:srgbClr val="{fill}"/></a:solidFill></c:spPr></c:dPt>'
        for place, (_, _, fill) in enumerate(slices)
    )
    names = "".join(
        f'<c:pt idx="{place}"><c:v>{escape(name)}</c:v></c:pt>' for place, (name, _, _) in enumerate(slices)
    )
    values = "".join(
        f'<c:pt idx="{place}"><c:v>{value}</c:v></c:pt>' for place, (_, value, _) in enumerate(slices)
    )
    count = f'<c:ptCount val="{len(slices)}"/>'
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}"><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p>'
        f'<a:r><a:rPr lang="en-GB" sz="1000" b="1"/><a:t>{escape(title)}</a:t></a:r></a:p></c:rich></c:tx>'
        '<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:doughnutChart>'
        f'<c:varyColors val="1"/><c:ser><c:idx val="0"/><c:order val="0"/>{points}'
        '<c:dLbls><c:numFmt formatCode="0&quot;%&quot;" sourceLinked="0"/>'
        '<c:showLegendKey val="0"/><c:showVal val="1"/>'
        '<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
        f"<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$3</c:f><c:strCache>{count}{names}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>Sheet1!$B$2:$B$3</c:f><c:numCache>{count}{values}</c:numCache></c:numRef></c:val>"
        '</c:ser><c:firstSliceAng val="0"/><c:holeSize val="55"/></c:doughnutChart></c:plotArea>'
        '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/></c:chart>'
        "</c:chartSpace>"
    ).encode()
