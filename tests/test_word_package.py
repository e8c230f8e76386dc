"""The file itself: formats, properties, damage, passwords and bombs."""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx.oxml.styles import CT_Styles
from lxml import etree

from extractors.document import Figure, Text, UnreadableDocument
from extractors.word import archive
from extractors.word.extract import extract_docx
from extractors.word.package import open_package
from tests.word_files import (
    MACRO_MAIN,
    cell,
    item,
    para,
    read_word,
    row,
    shade,
    styled,
    table,
    text_box,
    told,
    write_word,
)


def code_of(path: Path) -> str:
    with pytest.raises(UnreadableDocument) as caught:
        extract_docx(path)
    assert path.name in str(caught.value)
    return caught.value.code


def test_document_facts(tmp_path: Path) -> None:
    properties = "<dc:title> Mill  Lane </dc:title><dc:subject/><cp:keywords>flood</cp:keywords>"
    document = read_word(tmp_path, para("text"), properties=properties)
    path = tmp_path / "report.docx"
    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (document.path, document.format, document.pages, document.scanned) == (
        str(path),
        "docx",
        None,
        False,
    )
    assert document.properties == (("title", "Mill Lane"), ("keywords", "flood"))


def test_macro_enabled_documents_are_read(tmp_path: Path) -> None:
    document = extract_docx(write_word(tmp_path / "report.docm", para("text"), content_type=MACRO_MAIN))
    assert (document.format, told(document.body)) == ("docm", ["text"])


def test_strict_documents_are_read(tmp_path: Path) -> None:
    source = write_word(tmp_path / "a.docx", para("text"))
    target = tmp_path / "strict.docx"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            data = old.read(name).replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
            new.writestr(name, data)
    assert told(extract_docx(target).body) == ["text"]


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    path = write_word(tmp_path / "report.docx", para("text") + para("- more"))
    assert extract_docx(path) == extract_docx(path)


def test_unreadable_files(tmp_path: Path) -> None:
    files = {"empty": b"", "text": b"Dear all", "old": bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)}
    files["locked"] = files["old"] + "EncryptedPackage".encode("utf-16-le")
    for name, data in files.items():
        (tmp_path / f"{name}.docx").write_bytes(data)
    whole = write_word(tmp_path / "whole.docx", para("text")).read_bytes()
    (tmp_path / "cut.docx").write_bytes(whole[: len(whole) // 2])
    codes = {
        name: code_of(tmp_path / f"{name}.docx") for name in ("empty", "text", "old", "locked", "cut", "gone")
    }
    assert codes == {
        "empty": "empty-file", "text": "corrupt", "old": "corrupt", "locked": "encrypted", "cut": "corrupt",
        "gone": "not-found",
    }  # fmt: skip


@pytest.mark.parametrize(
    "xml",
    [
        "<w:document",
        '<!DOCTYPE d [<!ENTITY x "boom">]><d>&x;</d>',
        '<!DOCTYPE d SYSTEM "http://127.0.0.1/d.dtd"><d/>',
    ],
)
def test_malformed_text_part(tmp_path: Path, xml: str) -> None:
    path = tmp_path / "bad.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", xml)
    assert code_of(path) == "corrupt"


def test_a_zip_without_a_text_part(tmp_path: Path) -> None:
    path = tmp_path / "sheet.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    assert code_of(path) == "corrupt"


def test_a_damaged_side_part_is_told_and_the_rest_read(tmp_path: Path) -> None:
    source = write_word(tmp_path / "a.docx", para("text"))
    target = tmp_path / "b.docx"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"<w:styles" if "Styles" in name else old.read(name))
    document = extract_docx(target)
    assert told(document.body) == ["text"]
    assert [problem.code for problem in document.problems] == ["damaged-part"]


def test_a_zip_bomb_is_refused_unopened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "bomb.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("word/document.xml", b" " * 2_000_000)
    monkeypatch.setattr(archive, "MAX_PART_BYTES", 1_000_000)
    assert code_of(path) == "too-large"


RICH = (
    styled("Section", "Weir works")
    + item(1, 0, "Weir raised")
    + item(1, 1, "by 3 mm")
    + item(2, 0, "Sluice oiled")
    + table(row(cell("Cost", shade("FFC000")), cell("On budget")))
)


def rewritten(source: Path, change: Callable[[str, bytes], bytes]) -> Path:
    """A copy of a document with each part passed through ``change(name, data)``."""
    target = source.with_name("changed" + source.suffix)
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return target


def commented(name: str, data: bytes) -> bytes:
    return data.replace(b"<w:body>", b"<!-- by hand --><w:body>") if name.endswith("document.xml") else data


def dangling(name: str, data: bytes) -> bytes:
    link = (
        b'<Relationship Id="rId99" Target="../NULL" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/></Relationships>'
    )
    return data.replace(b"</Relationships>", link) if name.endswith("document.xml.rels") else data


def untyped(name: str, data: bytes) -> bytes:
    """No content type for the styles part."""
    return re.sub(rb"<Override[^>]*[Ss]tyles[^>]*/>", b"", data) if name.startswith("[Content") else data


def foreign(name: str, data: bytes) -> bytes:
    """UTF-16, as a part may be written."""
    if not name.endswith("document.xml"):
        return data
    text = re.sub(r"<\?xml.*?\?>", "", data.decode("utf-8"))
    return ('<?xml version="1.0" encoding="UTF-16"?>' + text).encode("utf-16")


def test_parts_but_the_text_are_of_python_docx_classes(tmp_path: Path) -> None:
    package = open_package(write_word(tmp_path / "report.docx", RICH))
    styles = package.related(package.main, "styles") or ""
    assert type(package.tree(package.main)) is etree._Element
    assert isinstance(package.tree(styles), CT_Styles)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_part_that_is_alike_packed_is_parsed_once(tmp_path: Path, method: int) -> None:
    """However it is packed, and whatever stands before and after it in the file."""

    def packed(name: str, text: str) -> Path:
        made = write_word(tmp_path / "made.docx", text)
        with zipfile.ZipFile(made) as source, zipfile.ZipFile(tmp_path / name, "w", method) as target:
            for part in source.namelist():
                target.writestr(part, source.read(part))
        return tmp_path / name

    trees = []
    for name, text in (("may.docx", RICH), ("june.docx", RICH * 2)):
        package = open_package(packed(name, text))
        trees.append(package.shared_tree(package.related(package.main, "styles") or ""))
    assert isinstance(trees[0], CT_Styles)
    assert trees[0] is trees[1]


def test_each_document_wears_its_own_styles(tmp_path: Path) -> None:
    """Styles are kept from one document to the next of its template, and never lent to another's."""

    def bold(styles: str) -> bool:
        made = write_word(tmp_path / "report.docx", styled("Loud", "Weir raised"), styles=styles)
        (line,) = extract_docx(made).body
        assert isinstance(line, Text)
        return line.bold

    loud = '<w:style w:type="paragraph" w:styleId="Loud"><w:rPr><w:b w:val="{}"/></w:rPr></w:style>'
    assert [bold(loud.format(switch)) for switch in (1, 0, 1, 0)] == [True, False, True, False]


@pytest.mark.parametrize("change", [commented, dangling, foreign])
def test_what_word_forgives_is_read_just_the_same(
    tmp_path: Path, change: Callable[[str, bytes], bytes]
) -> None:
    source = write_word(tmp_path / "report.docx", RICH)
    target = rewritten(source, change)
    assert target.read_bytes() != source.read_bytes()
    document = extract_docx(target)
    assert document.body == extract_docx(source).body
    assert document.problems == ()


def test_a_part_without_a_content_type_is_read(tmp_path: Path) -> None:
    source = write_word(tmp_path / "report.docx", RICH)
    assert extract_docx(rewritten(source, untyped)).body == extract_docx(source).body


def test_declared_entities_are_refused(tmp_path: Path) -> None:
    def declare(name: str, data: bytes) -> bytes:
        bomb = b'<!DOCTYPE w [<!ENTITY a "boom">]>'
        return (
            re.sub(rb"(<\?xml.*?\?>)?(<w:styles)", bomb + rb"\2", data, count=1) if "tyles" in name else data
        )

    target = rewritten(write_word(tmp_path / "report.docx", RICH), declare)
    document = extract_docx(target)
    assert [problem.code for problem in document.problems] == ["damaged-part"]
    assert "Weir raised" in "".join(told(document.body))


@pytest.mark.parametrize("switch", ["none", "2.0", ""])
def test_values_that_break_the_schema_stop_nothing(tmp_path: Path, switch: str) -> None:
    def spoil(name: str, data: bytes) -> bytes:
        if "tyles" not in name:
            return data
        return data.replace(b'w:default="1"', f'w:default="{switch}"'.encode())

    document = extract_docx(rewritten(write_word(tmp_path / "report.docx", RICH), spoil))
    assert told(document.body) == told(read_word(tmp_path, RICH).body)


def strict(name: str, data: bytes) -> bytes:
    """Names as ISO 29500 strict writes them."""
    for family in (b"officeDocument", b"wordprocessingml", b"drawingml"):
        data = data.replace(
            b"schemas.openxmlformats.org/" + family + b"/2006/", b"purl.oclc.org/ooxml/" + family + b"/"
        )
    renamed = data.replace(b"officeDocument/custom-properties", b"officeDocument/customProperties")
    return renamed.replace(b"relationships/custom-properties", b"relationships/customProperties")


CUSTOM = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property name="Ref"><vt:lpwstr>B12</vt:lpwstr></property><property name="Stage"><vt:i4>3</vt:i4></property>'
    '<property name="Blob"><vt:blob>AAAA</vt:blob></property></Properties>'
)
EXTENDED = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Company>Weir  Board</Company><Pages>3</Pages></Properties>"
)


def test_strict_names_everywhere(tmp_path: Path) -> None:
    shape = '<a:solidFill><a:schemeClr val="accent6"><a:lumMod val="50%"/></a:schemeClr></a:solidFill>'
    box = text_box("", "FFFFFF").replace('<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>', shape)
    source = write_word(tmp_path / "report.docx", RICH + para(box), extra={"docProps/custom.xml": CUSTOM})
    document = extract_docx(rewritten(source, strict))
    assert document.body[:-1] == extract_docx(source).body[:-1]
    assert [figure.color for figure in document.body[-1:] if isinstance(figure, Figure)] == ["#385723"]
    assert ("Ref", "B12") in document.properties


def test_properties_of_other_kinds(tmp_path: Path) -> None:
    extra = {"docProps/custom.xml": CUSTOM, "docProps/app.xml": EXTENDED}
    assert read_word(tmp_path, para("text"), extra=extra).properties == (
        ("company", "Weir Board"),
        ("Ref", "B12"),
        ("Stage", "3"),
    )


def test_names_of_parts_as_other_programs_write_them(tmp_path: Path) -> None:
    """Absolute targets, capitals, backslashes, a part that is stored twice: Word opens all of these."""
    source = write_word(tmp_path / "report.docx", RICH)
    target = tmp_path / "odd.docx"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            data = old.read(name).replace(b'Target="rStyles.xml"', b'Target="/WORD/RSTYLES.XML"')
            new.writestr(name.replace("word/rNumbers", "word\\RNumbers"), data)
        with pytest.warns(UserWarning, match="Duplicate name"):
            new.writestr("word/document.xml", old.read("word/document.xml"))
    assert told(extract_docx(target).body) == told(extract_docx(source).body)
