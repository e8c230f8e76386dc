"""Rarer parts of Word files: fields with results, boxes with signs of their own, repeating rows, moves, footnotes."""

from __future__ import annotations

from copy import deepcopy
from typing import Any
from xml.sax.saxutils import escape

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from samples.word import AUTHOR, Sheet

WORD14 = "http://schemas.microsoft.com/office/word/2010/wordml"
WORD15 = "http://schemas.microsoft.com/office/word/2012/wordml"


def plain_field(paragraph: Any, code: str, result: str) -> None:
    """A field such as ``SAVEDATE`` with the result that was last shown."""
    _add_runs(
        paragraph,
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t xml:space="preserve">{escape(result)}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    )


def own_sign_box(sheet: Sheet, paragraph: Any, checked: bool) -> None:
    """A check box control that shows a cross of the text's own font, as some forms choose."""
    sign, font = ("X", "Arial") if checked else ("☐", "MS Gothic")
    states = '<w14:checkedState w14:val="0058" w14:font="Arial"/><w14:uncheckedState w14:val="2610"/>'
    box = f'<w14:checkbox><w14:checked w14:val="{int(checked)}"/>{states}</w14:checkbox>'
    look = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>'
    paragraph._p.append(
        parse_xml(
            f'<w:sdt {nsdecls("w")} xmlns:w14="{WORD14}"><w:sdtPr><w:id w:val="{sheet.next_id()}"/>{box}</w:sdtPr>'
            f"<w:sdtContent><w:r>{look}<w:t>{sign}</w:t></w:r></w:sdtContent></w:sdt>"
        )
    )


def repeat_rows(sheet: Sheet, grid: Any, first: int) -> None:
    """Put a table's rows from ``first`` on into a repeating section, each in a control of its own."""
    rows = grid._tbl.findall(qn("w:tr"))[first:]
    section: Any = parse_xml(
        f'<w:sdt {nsdecls("w")} xmlns:w15="{WORD15}"><w:sdtPr><w:id w:val="{sheet.next_id()}"/>'
        "<w15:repeatingSection/></w:sdtPr><w:sdtContent/></w:sdt>"
    )
    for row in rows:
        item: Any = parse_xml(
            f'<w:sdt {nsdecls("w")} xmlns:w15="{WORD15}"><w:sdtPr><w:id w:val="{sheet.next_id()}"/>'
            "<w15:repeatingSectionItem/></w:sdtPr><w:sdtContent/></w:sdt>"
        )
        item.find(qn("w:sdtContent")).append(row)
        section.find(qn("w:sdtContent")).append(item)
    grid._tbl.append(section)


def delete_row(sheet: Sheet, grid: Any) -> None:
    """Track the deletion of a table's last row."""
    row = grid._tbl.findall(qn("w:tr"))[-1]
    properties = row.get_or_add_trPr()
    properties.append(parse_xml(f"<w:del {nsdecls('w')} {AUTHOR.format(sheet.next_id())}/>"))


def moved(sheet: Sheet, source: Any, target: Any, text: str) -> None:
    """Track a move of text from the end of one paragraph to the end of another."""
    for tag, paragraph in (("moveFrom", source), ("moveTo", target)):
        words = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
        paragraph._p.append(
            parse_xml(f"<w:{tag} {nsdecls('w')} {AUTHOR.format(sheet.next_id())}>{words}</w:{tag}>")
        )


class Footnotes:
    """The footnotes of one document; the part is written with the first of them."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._notes: list[str] = []

    def add(self, paragraph: Any, text: str) -> None:
        """A footnote whose mark stands at the end of a paragraph."""
        self._notes.append(text)
        _add_runs(
            paragraph,
            '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
            f'<w:footnoteReference w:id="{len(self._notes)}"/></w:r>',
        )

    def finish(self) -> None:
        """Write the part."""
        mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
        notes = "".join(
            f'<w:footnote w:id="{number}"><w:p>{mark}<w:r><w:t xml:space="preserve"> {escape(text)}</w:t></w:r></w:p>'
            "</w:footnote>"
            for number, text in enumerate(self._notes, start=1)
        )
        lines = "".join(
            f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
            for kind, number in (("separator", -1), ("continuationSeparator", 0))
        )
        xml = (
            f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes {nsdecls("w")}>{lines}{notes}</w:footnotes>'
        )
        document = self._sheet.body.part
        part = Part(
            PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, xml.encode(), document.package
        )
        document.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _add_runs(paragraph: Any, runs: str) -> None:
    for item in parse_xml(f"<w:p {nsdecls('w')}>{runs}</w:p>"):
        paragraph._p.append(deepcopy(item))
