"""What colleagues leave in a Word file: moved items, tracked rows, comments, footnotes, fields, counts begun anew."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from samples.word import AUTHOR, Sheet, Where, bullet, para

FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
STAMPED = "2011-01-01T00:00:00Z"


def moved(sheet: Sheet, where: Where, tag: str, name: str, text: str, style: str = "List Bullet") -> None:
    """One end of a move with tracking on: ``moveFrom`` where a list item stood, ``moveTo`` where it now stands.

    Both ends bear the same ``name``; the text stands in both places until somebody accepts the move.
    """
    item = bullet(where, "", style=style)
    mark = sheet.next_id()
    start = (
        f'<w:{tag}RangeStart {nsdecls("w")} w:id="{mark}" w:name={quoteattr(name)} w:author="Programme Office" '
        f'w:date="{STAMPED}"/>'
    )
    words = (
        f"<w:{tag} {nsdecls('w')} {AUTHOR.format(sheet.next_id())}>"
        f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:{tag}>'
    )
    whole = f"<w:rPr {nsdecls('w')}><w:{tag} {AUTHOR.format(sheet.next_id())}/></w:rPr>"
    item._p.get_or_add_pPr().append(parse_xml(whole))
    for piece in (start, words, f'<w:{tag}RangeEnd {nsdecls("w")} w:id="{mark}"/>'):
        item._p.append(parse_xml(piece))


def tracked_row(sheet: Sheet, table_row: Any, tag: str) -> None:
    """Mark a whole table row as inserted (``ins``) or deleted (``del``); its words carry the same mark."""
    properties = table_row._tr.get_or_add_trPr()
    properties.append(parse_xml(f"<w:{tag} {nsdecls('w')} {AUTHOR.format(sheet.next_id())}/>"))
    for stretch in table_row._tr.findall(f".//{qn('w:r')}"):
        revision = parse_xml(f"<w:{tag} {nsdecls('w')} {AUTHOR.format(sheet.next_id())}/>")
        stretch.addprevious(revision)
        revision.append(stretch)
        if tag == "del":
            for words in stretch.findall(qn("w:t")):
                words.tag = qn("w:delText")


def comment(sheet: Sheet, paragraph: Any, text: str) -> None:
    """A comment in the margin beside a paragraph."""
    note: Any = sheet.body.add_comment(paragraph.runs, text, author="Programme Office", initials="PO")
    note._comment_elm.set(qn("w:date"), STAMPED)


def footnote(sheet: Sheet, paragraph: Any, text: str) -> None:
    """A footnote whose sign stands at the end of what the paragraph holds so far."""
    part = _footnotes(sheet)
    number = sheet.next_id()
    raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    body = (
        f'<w:footnote w:id="{number}"><w:p><w:r>{raised}<w:footnoteRef/></w:r>'
        f'<w:r><w:rPr><w:sz w:val="16"/></w:rPr><w:t xml:space="preserve"> {escape(text)}</w:t></w:r>'
        "</w:p></w:footnote>"
    )
    part._blob = part.blob.replace(b"</w:footnotes>", body.encode() + b"</w:footnotes>")
    sign = f'<w:r {nsdecls("w")}>{raised}<w:footnoteReference w:id="{number}"/></w:r>'
    paragraph._p.append(parse_xml(sign))


def field(paragraph: Any, instruction: str, result: str) -> None:
    """A field and the words that Word last worked out for it."""
    begin, middle, end = (
        f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="{kind}"/></w:r>'
        for kind in ("begin", "separate", "end")
    )
    code = (
        f'<w:r {nsdecls("w")}><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
    )
    words = f'<w:r {nsdecls("w")}><w:t xml:space="preserve">{escape(result)}</w:t></w:r>'
    for piece in (begin, code, middle, words, end):
        paragraph._p.append(parse_xml(piece))


def bookmark(sheet: Sheet, paragraph: Any, name: str) -> None:
    """Name the last stretch of a paragraph, so that ``REF`` fields can repeat it."""
    number = sheet.next_id()
    last = paragraph.runs[-1]._r
    last.addprevious(parse_xml(f'<w:bookmarkStart {nsdecls("w")} w:id="{number}" w:name="{name}"/>'))
    last.addnext(parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="{number}"/>'))


def count_anew(sheet: Sheet, texts: Iterable[str], style: str = "List Number") -> list[Any]:
    """A list of a numbered style that begins at one again; returns its paragraphs."""
    numbering = sheet.body.part.numbering_part.element
    like: Any = sheet.body.styles[style]
    abstract = numbering.num_having_numId(like.element.pPr.numPr.numId.val).abstractNumId.val
    fresh = numbering.add_num(abstract)
    fresh.add_lvlOverride(ilvl=0).add_startOverride(1)
    items = [para(sheet.body, text, style=style) for text in texts]
    for item in items:
        number = item._p.get_or_add_pPr().get_or_add_numPr()
        number.get_or_add_ilvl().val = 0
        number.get_or_add_numId().val = fresh.numId
    return items


def _footnotes(sheet: Sheet) -> Part:
    main: Any = sheet.body.part
    for relation in main.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.FOOTNOTES:
            found: Part = relation.target_part
            return found
    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{sign}/></w:r></w:p></w:footnote>'
        for number, kind, sign in (
            (-1, "separator", "separator"),
            (0, "continuationSeparator", "continuationSeparator"),
        )
    )
    blob = f"<w:footnotes {nsdecls('w')}>{lines}</w:footnotes>".encode()
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES, blob, main.package)
    main.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    return part
