"""The file itself: formats, properties, damage, passwords and bombs."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

import pytest

from extractors.document import UnreadableDocument
from extractors.word import archive as package
from extractors.word.extract import extract_docx
from tests.word_files import MACRO_MAIN, para, read_word, told, write_word


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
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 2_000_000)
    monkeypatch.setattr(package, "MAX_PART_BYTES", 1_000_000)
    assert code_of(path) == "too-large"
