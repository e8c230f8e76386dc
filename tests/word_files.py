"""Factories of small Word files for the tests: WordprocessingML by hand, so that every construct can be made."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from PIL import Image

from extractors.document import Block, Document, ListItem, Table, Text, walk_blocks
from extractors.word.extract import extract_docx

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    }.items()
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACRO_MAIN = "application/vnd.ms-word.document.macroEnabled.main+xml"

STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Ueberschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>
  <w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Section"><w:name w:val="Council Section"/>
  <w:basedOn w:val="Ueberschrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Bullet"><w:name w:val="List Bullet"/>
  <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>
"""

NUMBERING = """
<w:abstractNum w:abstractNumId="0">
  <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/>
    <w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr></w:lvl>
  <w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/>
    <w:rPr><w:rFonts w:ascii="Courier New"/></w:rPr></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/>
  <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
"""


def run(text: str, properties: str = "") -> str:
    """A run of text; ``properties`` is the inside of its ``w:rPr``."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(content: str = "", properties: str = "") -> str:
    """A paragraph of runs, or of plain text where ``content`` holds no markup; ``properties`` for ``w:pPr``."""
    inside = content if "<" in content or not content else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def styled(style: str, text: str) -> str:
    """A paragraph of a style."""
    return para(text, f'<w:pStyle w:val="{style}"/>')


def item(number: int, level: int, text: str) -> str:
    """An automatically numbered paragraph."""
    return para(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def cell(content: str = "", properties: str = "") -> str:
    """A table cell: paragraphs, or plain text."""
    inside = content if content.startswith(("<w:p>", "<w:tbl>", "<w:sdt>")) else para(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def shade(fill: str) -> str:
    """A plain background."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


def row(*cells: str, properties: str = "") -> str:
    """A table row."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str, properties: str = "", widths: tuple[int, ...] = ()) -> str:
    """A table; widths of its grid in twentieths of a point."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def field(code: str, result: str) -> str:
    """A complex field with its cached result."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText> {code} </w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def control(content: str, properties: str = "") -> str:
    """A content control of any level."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def tick_box(checked: bool) -> str:
    """A check box control inside a line."""
    state = int(checked)
    sign = "☒" if checked else "☐"
    return control(run(sign), f'<w14:checkbox><w14:checked w14:val="{state}"/></w14:checkbox>')


def text_box(content: str, fill: str = "", form: str = "rect") -> str:
    """A text box as Word writes it: once in DrawingML and once more in VML."""
    color = f'<a:solidFill><a:srgbClr val="{fill}"/></a:solidFill>' if fill else "<a:noFill/>"
    inside = f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>" if content else ""
    old = f"<v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox>" if content else ""
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="1" name="Box 1"/>'
        f'<a:graphic><a:graphicData><wps:wsp><wps:spPr><a:prstGeom prst="{form}"/>{color}</wps:spPr>{inside}</wps:wsp>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f'<v:rect fillcolor="#{fill or "FFFFFF"}">{old}</v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r>'
    )


def picture(relation: str, description: str = "") -> str:
    """A picture that stands in a line."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="{description}"/><a:graphic>'
        f'<a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="{relation}"/></pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def pasted(relation: str, width: float, height: float) -> str:
    """A picture that stands in a line, of a size in points."""
    extent = f'<wp:extent cx="{width * 12_700:.0f}" cy="{height * 12_700:.0f}"/>'
    return picture(relation).replace("<wp:docPr", extent + "<wp:docPr")


def lamp(color: tuple[int, int, int]) -> bytes:
    """A PNG of a round lamp with a dark rim on a transparent ground."""
    image = Image.new("RGBA", (40, 40), (0, 0, 0, 0))
    for x in range(40):
        for y in range(40):
            distance = (x - 20) ** 2 + (y - 20) ** 2
            if distance < 256:
                image.putpixel((x, y), (*color, 255))
            elif distance < 324:
                image.putpixel((x, y), (40, 40, 40, 255))
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


def write_word(
    path: Path,
    body: str,
    *,
    styles: str = STYLES,
    numbering: str = NUMBERING,
    parts: Mapping[str, tuple[str, str | bytes]] | None = None,
    content_type: str = _MAIN,
    properties: str = "",
    extra: Mapping[str, str | bytes] | None = None,
) -> Path:
    """Write a document.

    Args:
        path: where.
        body: the inside of ``w:body``.
        styles: the inside of ``w:styles``.
        numbering: the inside of ``w:numbering``.
        parts: further parts by relationship id: (kind, content); XML parts are given by the inside of their root.
        content_type: of the main part.
        properties: the inside of the core properties.
        extra: further files of the package by name, as they are.
    """
    roots = {"header": "hdr", "footer": "ftr", "styles": "styles", "numbering": "numbering"}
    further = {"rStyles": ("styles", styles), "rNumbers": ("numbering", numbering), **(parts or {})}
    related: list[str] = []
    files: dict[str, str | bytes] = {}
    for identifier, (kind, content) in further.items():
        name = f"{identifier}.{'xml' if isinstance(content, str) else 'png'}"
        related.append(f'<Relationship Id="{identifier}" Type="{_OFFICE}/{kind}" Target="{name}"/>')
        if isinstance(content, str):
            root = roots.get(kind, kind)
            whole = "xmlns:" in content.partition(">")[0]
            files[f"word/{name}"] = content if whole else f"<w:{root} {NAMESPACES}>{content}</w:{root}>"
        else:
            files[f"word/{name}"] = content
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{content_type}"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(related)}</Relationships>',
        )
        archive.writestr(
            "word/document.xml", f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
        )
        if properties:
            archive.writestr(
                "docProps/core.xml",
                f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
                f'xmlns:dc="http://purl.org/dc/elements/1.1/">{properties}</cp:coreProperties>',
            )
        for name, content in (files | dict(extra or {})).items():
            archive.writestr(name, content)
    return path


def links(**targets: tuple[str, str]) -> str:
    """A part's links: id=(kind, target)."""
    items = "".join(
        f'<Relationship Id="{identifier}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for identifier, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{items}</Relationships>'


def read_word(folder: Path, body: str, **options: object) -> Document:
    """Write a document and read it back."""
    return extract_docx(write_word(folder / "report.docx", body, **options))  # type: ignore[arg-type]


def told(blocks: tuple[Block, ...]) -> list[str]:
    """Each block in a few signs: '# heading', '* item', '[table]' with its cells, '(figure)', plain text."""
    lines = []
    for block in walk_blocks(blocks):
        if isinstance(block, Table):
            lines.append(f"[{block.rows}x{block.columns}]")
        elif isinstance(block, ListItem):
            lines.append(f"{'  ' * block.level}{block.marker} {block.text}")
        elif isinstance(block, Text):
            lines.append(f"# {block.text}" if type(block).__name__ == "Heading" else block.text)
        else:
            lines.append(f"({block.kind} {block.color} {block.text})")
    return lines


def aside_texts(document: Document, kind: str) -> list[str]:
    """The words of all asides of a kind."""
    return [line for aside in document.asides if aside.kind == kind for line in told((aside.block,))]
