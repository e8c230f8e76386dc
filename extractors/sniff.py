"""Tells a file's format by its content, never by its name.

A report named ``.doc`` may hold RTF, a ``.docx`` may be an encrypted container, a download may be a web page. What
can be read is named; what cannot is named too where its first bytes tell, so that the reader knows what to do.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from pathlib import Path
from typing import BinaryIO

import olefile

from extractors.document import Format, UnreadableDocument

HEAD_BYTES = 1024
"""PDF readers accept a ``%PDF`` signature anywhere in the first 1024 bytes (ISO 32000-1, annex H, note 13)."""

SMALL_PART_BYTES = 1_000_000
"""``mimetype`` is 39 bytes and ``[Content_Types].xml`` a few kilobytes; more is no honest package."""

OLE2_SIGNATURE = bytes.fromhex("d0cf11e0a1b11ae1")
"""First bytes of a compound file ([MS-CFB] 2.2); its directory holds the streams' names in UTF-16-LE."""

WORD_MAIN_PARTS: tuple[tuple[str, Format], ...] = (
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "docx"),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml", "docx"),
    ("application/vnd.ms-word.document.macroenabled.main+xml", "docm"),
    ("application/vnd.ms-word.template.macroenabledtemplate.main+xml", "docm"),
)
"""Content type of the main part (ECMA-376 part 1, 11.3.10; [MS-OFFMACRO2] 2.1.1), in lower case."""

OTHER_OFFICE_PARTS = (
    ("spreadsheetml", "an Excel workbook"),
    ("ms-excel", "an Excel workbook"),
    ("presentationml", "a PowerPoint presentation"),
    ("ms-powerpoint", "a PowerPoint presentation"),
)

WORD_FLAGS, WORD_ENCRYPTED = 0x0A, 0x0100
"""Where a .doc says, in its first stream, that a password protects it ([MS-DOC] 2.5.2, FibBase)."""

ODT_TYPES = (b"application/vnd.oasis.opendocument.text", b"application/vnd.oasis.opendocument.text-template")

OTHER_SIGNATURES = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"<!doctype html", "a web page"),
    (b"<html", "a web page"),
    (b"mime-version:", "a web page archive"),
    (b"<?xml", "an XML file"),
)
"""First bytes in lower case where letters; what the file is, in the user's words."""

FLAT_WORD = b"http://schemas.microsoft.com/office/2006/xmlPackage"
"""Namespace of a .docx in one XML file ('Word XML Document')."""
WORD_2003 = b"http://schemas.microsoft.com/office/word/2003/wordml"
"""Namespace of 'Word 2003 XML Document'; LibreOffice would lose the colours of its cells."""

ADVICE = "Save it as a Word document (.docx) or a PDF and try again."


def sniff_format(path: Path) -> Format:
    """The format of the file at ``path`` by its content.

    Raises:
        UnreadableDocument: ``empty-file``, ``encrypted``, ``damaged-file`` or ``unknown-format``.
        OSError: where the file cannot be opened.
    """
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
        if head.startswith(b"PK"):
            return _sniff_zip(file)
    if not head.strip(b"\0 \t\r\n"):
        raise UnreadableDocument("empty-file", "The file is empty. Ask for it again, or copy it again.")
    if head.startswith(OLE2_SIGNATURE):
        return _sniff_compound_file(path)
    if head.lstrip(b"\xef\xbb\xbf \r\n").startswith(rb"{\rtf"):
        return "rtf"
    if b"%PDF" in head:
        return "pdf"
    if FLAT_WORD in head:
        return "docx"
    if WORD_2003 in head:
        raise _unknown("a Word document in the XML format of 2003")
    raise _unknown(_describe(head))


def _sniff_zip(file: BinaryIO) -> Format:
    try:
        with zipfile.ZipFile(file) as archive:
            names = set(archive.namelist())
            if "mimetype" in names and _small_part(archive, "mimetype").strip() in ODT_TYPES:
                if "META-INF/manifest.xml" in names and b"encryption-data" in _small_part(
                    archive, "META-INF/manifest.xml"
                ):
                    raise protected()
                return "odt"
            if "[Content_Types].xml" not in names:
                raise _unknown("a zip file that holds no Word document")
            types = _small_part(archive, "[Content_Types].xml").decode("utf-8", "replace").lower()
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        # The last two: a compression method or an encryption that zipfile does not know.
        raise UnreadableDocument(
            "damaged-file",
            "The file is damaged: it begins as a zip package (as .docx files do) but cannot be opened. "
            "Ask for it again, or open it in Word and let Word repair it.",
        ) from error
    for content_type, name in WORD_MAIN_PARTS:
        if content_type in types:
            return name
    raise _unknown(next((what for mark, what in OTHER_OFFICE_PARTS if mark in types), "a zip package"))


def _small_part(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        return part.read(SMALL_PART_BYTES)


def _sniff_compound_file(path: Path) -> Format:
    content = path.read_bytes()
    if _holds_stream(content, "EncryptedPackage"):
        raise protected()
    if _holds_stream(content, "WordDocument"):
        if _asks_password(path):
            raise protected()
        return "doc"
    if _holds_stream(content, "Workbook") or _holds_stream(content, "Book"):
        raise _unknown("an Excel workbook")
    if _holds_stream(content, "PowerPoint Document"):
        raise _unknown("a PowerPoint presentation")
    if _holds_stream(content, "__properties_version1.0"):
        raise _unknown("an Outlook message")
    raise _unknown("an old Office file without a Word document")


def _holds_stream(content: bytes, name: str) -> bool:
    """A directory entry holds its name NUL-terminated; what stands before it is the end of another entry."""
    return (name + "\0").encode("utf-16-le") in content


def _asks_password(path: Path) -> bool:
    """True for a .doc whose text is encrypted; one that is only locked against changes opens like any other."""
    try:
        with olefile.OleFileIO(path) as compound:
            head = compound.openstream("WordDocument").read(WORD_FLAGS + 2)
        (flags,) = struct.unpack_from("<H", head, WORD_FLAGS)
    except (OSError, ValueError, struct.error):
        return False  # damaged: its reader tells
    return bool(flags & WORD_ENCRYPTED)


def protected() -> UnreadableDocument:
    """The error of a file that only a password opens."""
    return UnreadableDocument(
        "encrypted",
        "The file is protected by a password. Put the password on a line of a text file and name that file with "
        "--passwords, or remove the password (in Word: File, Info, Protect Document, Encrypt with Password), save "
        "the file and try again.",
    )


def _describe(head: bytes) -> str | None:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return next((what for mark, what in OTHER_SIGNATURES if start[: len(mark)].lower() == mark.lower()), None)


def _unknown(what: str | None) -> UnreadableDocument:
    return UnreadableDocument(
        "unknown-format",
        f"The file is {what or 'of no format that is known here'}, not a report in Word, RTF, "
        f"OpenDocument or PDF format. {ADVICE}",
    )
