"""A file's format is told by its content; what cannot be read is named in words."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from extractors.document import UnreadableDocument
from extractors.sniff import OLE2_SIGNATURE, sniff_format

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def package(**parts: str) -> bytes:
    """A zip package; a part's name is written with __ for the dots and slashes that Python forbids."""
    names = {"types": "[Content_Types].xml", "mimetype": "mimetype", "note": "note.txt"}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for key, text in parts.items():
            archive.writestr(names[key], text)
    return buffer.getvalue()


def types(content_type: str) -> bytes:
    return package(types=f'<Types><Override PartName="/main.xml" ContentType="{content_type}"/></Types>')


def compound(*streams: str) -> bytes:
    """The parts of a compound file that tell what it is: signature and directory entries."""
    return (
        OLE2_SIGNATURE
        + bytes(504)
        + b"".join((name + "\0").encode("utf-16-le").ljust(64, b"\0") for name in streams)
    )


READABLE = {
    "docx": types(f"{WORD}.document.main+xml"),
    "docx template": types(f"{WORD}.template.main+xml"),
    "docm": types("application/vnd.ms-word.document.macroEnabled.main+xml"),
    "doc": compound("Root Entry", "1Table", "WordDocument"),
    "rtf": rb"{\rtf1\ansi Kitchen refit}",
    "rtf after a byte order mark": b"\xef\xbb\xbf" + rb"{\rtf1 x}",
    "odt": package(mimetype="application/vnd.oasis.opendocument.text", note="x"),
    "pdf": b"%PDF-1.7\n",
    "pdf after a mail gateway's lines": b"received: today\n" * 20 + b"%PDF-1.4\n",
}


@pytest.mark.parametrize("case", READABLE)
def test_formats_by_content(case: str, tmp_path: Path) -> None:
    path = tmp_path / "misleading.xlsx"
    path.write_bytes(READABLE[case])
    assert sniff_format(path) == case.split(maxsplit=1)[0]


UNREADABLE = {
    "empty": (b"", "empty-file", "empty"),
    "blank": (b" \n\0\0", "empty-file", "empty"),
    "password": (compound("EncryptionInfo", "EncryptedPackage"), "encrypted", "password"),
    "workbook": (types(f"{EXCEL}.sheet.main+xml"), "unknown-format", "Excel"),
    "old workbook": (compound("Workbook"), "unknown-format", "Excel"),
    "old slides": (compound("PowerPoint Document"), "unknown-format", "PowerPoint"),
    "plain zip": (package(note="x"), "unknown-format", "zip"),
    "half a package": (types(f"{WORD}.document.main+xml")[:60], "damaged-file", "damaged"),
    "picture": (b"\x89PNG\r\n\x1a\n", "unknown-format", "PNG"),
    "web page": (b"\r\n<!DOCTYPE HTML><p>x", "unknown-format", "web page"),
    "text": (b"Highlight report\nAll is well\n", "unknown-format", "no format"),
}


@pytest.mark.parametrize("case", UNREADABLE)
def test_what_cannot_be_read_is_told_in_words(case: str, tmp_path: Path) -> None:
    content, code, word = UNREADABLE[case]
    path = tmp_path / "report.docx"
    path.write_bytes(content)
    with pytest.raises(UnreadableDocument) as caught:
        sniff_format(path)
    assert caught.value.code == code
    assert word in str(caught.value)
