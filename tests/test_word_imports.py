"""What a Word document holds of other files: merged-in text, embedded objects, linked documents; and one-file XML."""

from __future__ import annotations

import base64
import zipfile
from pathlib import Path

import pytest

from extractors.document import Cell, Document, Table, Text
from extractors.registry import extract_document
from extractors.word.extract import extract_docx
from tests.word_files import (
    aside_texts,
    cell,
    lamp,
    links,
    para,
    read_word,
    row,
    run,
    shade,
    table,
    told,
    write_word,
)

CHUNK = '<w:altChunk r:id="c"/>'
PAGE = """<!DOCTYPE html><html><head><title>no text</title><style>p {}</style></head><body>
<h2>Progress</h2><p>Drains   <b>laid</b> by <span style="color:#c00000">May</span><br>and tested</p>
<ul><li>one<ul><li>deep</li></ul></li><li>two</li></ul><ol><li>first</li><li>second</li></ol>
<p>kept <s>struck</s></p>
<table><tr><th rowspan="2">Cost</th><td style="background-color: rgb(0, 176, 80)">Green</td></tr>
<tr bgcolor="#FFC000"><td>Amber</td></tr></table></body></html>"""
LINES = [
    "# Progress", "Drains laid by May and tested", "• one", "  • deep", "• two", "1. first", "2. second", "kept",
    "[2x2]", "Cost", "Green", "Amber",
]  # fmt: skip


def with_chunk(folder: Path, name: str, content: bytes) -> Document:
    """A document that merges in a file of this name."""
    whole = write_word(folder / "whole.docx", para("before") + CHUNK + para("after"))
    target = folder / "report.docx"
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(target, "w") as new:
        for part in old.namelist():
            data = old.read(part)
            if part == "word/_rels/document.xml.rels":
                link = links(c=("aFChunk", name)).encode()
                data = data.replace(b"</Relationships>", link[link.index(b"<Relationship ") :])
            new.writestr(part, data)
        new.writestr(f"word/{name}", content)
    return extract_docx(target)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("page.html", PAGE.encode()),
        ("page.xhtml", b"\xef\xbb\xbf" + PAGE.encode()),
        (
            "page.mht",
            b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
            b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + base64.encodebytes(PAGE.encode())
            + b"\r\n--b--\r\n",
        ),
    ],
)
def test_pages_are_merged_in(tmp_path: Path, name: str, content: bytes) -> None:
    document = with_chunk(tmp_path, name, content)
    assert told(document.body) == ["before", *LINES, "after"]
    assert aside_texts(document, "deleted") == ["struck"]
    assert document.problems == ()


def test_look_of_a_page(tmp_path: Path) -> None:
    blocks = with_chunk(tmp_path, "page.html", PAGE.encode()).body
    line = blocks[2]
    assert isinstance(line, Text)
    assert [(part.text.strip(), part.bold, part.color) for part in line.runs][1:4:2] == [
        ("laid", True, None),
        ("May", False, "#C00000"),
    ]
    grid = next(block for block in blocks if isinstance(block, Table))
    assert [(found.row, found.column, found.row_span, found.fill) for found in grid.cells] == [
        (0, 0, 2, None),
        (0, 1, 1, "#00B050"),
        (1, 1, 1, "#FFC000"),
    ]


def test_documents_and_plain_text_are_merged_in(tmp_path: Path) -> None:
    inner = write_word(tmp_path / "inner.docx", para("inside") + table(row(cell("x", shade("00B050")))))
    document = with_chunk(tmp_path, "inner.docx", inner.read_bytes())
    assert told(document.body) == ["before", "inside", "[1x1]", "x", "after"]
    grid = document.body[2]
    assert isinstance(grid, Table)
    found: Cell = grid.cells[0]
    assert found.fill == "#00B050"
    text = with_chunk(tmp_path, "note.txt", "one\r\n\r\ntwo £5".encode())
    assert told(text.body) == ["before", "one", "two £5", "after"]


@pytest.mark.parametrize(
    ("name", "content"), [("a.rtf", rb"{\rtf1 x}"), ("a.docx", b"PK\x03\x04broken"), ("a.bin", b"")]
)
def test_what_cannot_be_merged_in_is_told(tmp_path: Path, name: str, content: bytes) -> None:
    document = with_chunk(tmp_path, name, content)
    assert told(document.body) == ["before", "after"]
    assert [problem.code for problem in document.problems] == ["imported-text"]


def test_an_embedded_workbook_is_told_and_its_picture_is_no_lamp(tmp_path: Path) -> None:
    shape = '<v:shape alt="Budget"><v:imagedata r:id="img"/></v:shape>'
    item = f'<w:r><w:object>{shape}<o:OLEObject ProgID="Excel.Sheet.12" r:id="x"/></w:object></w:r>'
    document = read_word(tmp_path, para(item), parts={"img": ("image", lamp((255, 0, 0)))})
    assert told(document.body) == ["(picture None Budget)"]
    assert [problem.code for problem in document.problems] == ["embedded-object"]
    assert "Excel.Sheet.12" in document.problems[0].message


def test_linked_documents_are_told_once(tmp_path: Path) -> None:
    document = read_word(tmp_path, 2 * para('<w:subDoc r:id="x"/>' + run("text")))
    assert told(document.body) == ["text", "text"]
    assert [problem.code for problem in document.problems] == ["linked-document"]


def flat(source: Path) -> bytes:
    """A document as Word saves it in one XML file."""
    parts = ""
    with zipfile.ZipFile(source) as archive:
        types = archive.read("[Content_Types].xml").decode()
        main = types.partition('/word/document.xml" ContentType="')[2].partition('"')[0]
        for name in archive.namelist():
            if name == "[Content_Types].xml":
                continue
            data = archive.read(name)
            kind = main if name == "word/document.xml" else "application/xml"
            if name.endswith((".xml", ".rels")):
                held = f"<pkg:xmlData>{data.decode().partition('?>')[2] or data.decode()}</pkg:xmlData>"
            else:
                held = f"<pkg:binaryData>{base64.encodebytes(data).decode()}</pkg:binaryData>"
            parts += f'<pkg:part pkg:name="/{name}" pkg:contentType="{kind}">{held}</pkg:part>'
    return (
        '<?xml version="1.0" standalone="yes"?><?mso-application progid="Word.Document"?>'
        f'<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">{parts}</pkg:package>'
    ).encode()


def test_a_document_in_one_xml_file(tmp_path: Path) -> None:
    source = write_word(tmp_path / "a.docx", para("text") + table(row(cell("x", shade("00B050")))))
    path = tmp_path / "report.xml"
    path.write_bytes(flat(source))
    document = extract_document(path)
    assert (document.format, document.body) == ("docx", extract_docx(source).body)
