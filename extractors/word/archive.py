"""The file as it lies on disk: refused where it is no honest package, else its parts read one by one.

Everything that guards against hostile files stands here and comes first: sizes, passwords, declared entities. Nothing
is unpacked to disk, no entity is resolved and nothing is fetched.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from docx.oxml.parser import element_class_lookup
from lxml import etree

from extractors.document import UnreadableDocument
from extractors.word.flat import is_flat, pack_flat
from extractors.word.markup import Element

MAX_UNPACKED_BYTES = 512 * 1024 * 1024
"""All parts together: real reports stay far below; a zip bomb does not."""
MAX_PART_BYTES = 256 * 1024 * 1024
"""One part: the parsed tree of a larger one would not fit a worker's memory."""

_LOCAL_MAGIC = b"PK\x03\x04"
_LOCAL_HEADER = 30
"""Bytes before the name of a part in a zip file; the last four: how long name and extra field are (APPNOTE 4.3.7)."""
_OLE_MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_ENCRYPTED_FLAG = 0x1
_STRICT_SIGN = b"http://purl.oclc.org/ooxml/"
_STRICT_NAME = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/([\w-]+)")
_RENAMED = (
    (b"officeDocument/customProperties", b"officeDocument/custom-properties"),
    (b"officeDocument/extendedProperties", b"officeDocument/extended-properties"),
    (b"relationships/customProperties", b"relationships/custom-properties"),
    (b"relationships/extendedProperties", b"relationships/extended-properties"),
)
"""Names that strict and transitional documents write differently beyond their beginnings."""


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )


_TEXT_PARSER, _PARSER = _parser(), _parser()
_PARSER.set_element_class_lookup(element_class_lookup)
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


class Packed(NamedTuple):
    """A part as it lies in the file: parts that are alike packed are alike unpacked."""

    method: int
    checksum: int
    size: int
    content: bytes

    def inflated(self) -> bytes | None:
        """What was deflated, as most parts are; None of other parts and damaged ones, for zipfile to look at.

        It takes a fifth of zipfile's time, which of a dozen small parts is more than that of the text.
        """
        if self.method != zipfile.ZIP_DEFLATED:
            return None
        stream = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            data = stream.decompress(self.content, self.size + 1)
        except zlib.error:
            return None
        whole = stream.eof and len(data) == self.size and zlib.crc32(data) == self.checksum
        return data if whole else None


@dataclass(frozen=True, slots=True)
class Archive:
    """A file that passed the checks. ``names``: part name in lower case -> name in the zip file."""

    path: Path
    content: bytes
    sha256: str
    """The digest of the whole file as it lies on disk."""
    zipped: zipfile.ZipFile
    names: dict[str, str]

    def packed(self, name: str) -> Packed | None:
        """A part as it lies in the file, None where it is absent or lies where it should not."""
        stored = self.names.get(name.lower())
        if stored is None:
            return None
        entry = self.zipped.getinfo(stored)
        start = entry.header_offset + _LOCAL_HEADER
        header = self.content[entry.header_offset : start]
        if not header.startswith(_LOCAL_MAGIC):
            return None
        lengths = header[-4:]
        start += int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little")
        content = self.content[start : start + entry.compress_size]
        if len(content) != entry.compress_size:
            return None
        return Packed(entry.compress_type, entry.CRC, entry.file_size, content)

    def data(self, name: str) -> bytes | None:
        """The bytes of a part, None where it is absent or damaged."""
        packed = self.packed(name)
        unpacked = None if packed is None else packed.inflated()
        if unpacked is not None:
            return unpacked
        stored = self.names.get(name.lower())
        if stored is None:
            return None
        try:
            return self.zipped.read(stored)
        except _UNREADABLE:
            return None


def open_archive(path: Path, embedded: bytes | None = None) -> Archive:
    """Open a file without reading what it holds.

    Args:
        path: the file.
        embedded: the bytes of a document inside it, where that is to be opened instead.

    Raises:
        UnreadableDocument: 'not-found', 'empty-file', 'encrypted', 'corrupt' or 'too-large', with the next step.
    """
    data = _read(path) if embedded is None else embedded
    if data.startswith(_OLE_MAGIC):
        raise _ole_error(path, data)
    if is_flat(data):
        try:
            packed = pack_flat(data)
        except ValueError as error:
            raise corrupt(path, f"it is damaged ({error})") from error
    else:
        packed = data
    try:
        zipped = zipfile.ZipFile(io.BytesIO(packed))
        entries = zipped.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise corrupt(path, "it is not a Word document, or it was cut short on its way") from error
    if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries):
        raise _encrypted(path)
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED_BYTES or any(
        entry.file_size > MAX_PART_BYTES for entry in entries
    ):
        raise UnreadableDocument(
            "too-large",
            f"{path.name} unpacks to more than this program reads ({MAX_UNPACKED_BYTES // 2**20} MB). "
            "Open it in Word, compress or remove its pictures, save it and try again.",
        )
    names = {entry.filename.replace("\\", "/").lstrip("/").lower(): entry.filename for entry in entries}
    return Archive(path, packed, hashlib.sha256(data).hexdigest(), zipped, names)


def parse_part(data: bytes) -> Element:
    """The XML of one part, of python-docx's element classes, strict names turned into transitional ones.

    Raises:
        ValueError: where it declares a document type.
        etree.XMLSyntaxError: where it is malformed.
    """
    return _parse(data, _PARSER)


def parse_text(data: bytes) -> Element:
    """As ``parse_part`` for parts that hold text: of lxml's own elements, thousands of which are made in a third of the
    time.
    """
    return _parse(data, _TEXT_PARSER)


def _parse(data: bytes, parser: etree.XMLParser) -> Element:
    if _STRICT_SIGN in data:
        for strict, transitional in _RENAMED:
            data = data.replace(strict, transitional)
        data = _STRICT_NAME.sub(rb"http://schemas.openxmlformats.org/\1/2006/\2", data)
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("it declares a document type, which no Word document does")
    return root


def _read(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UnreadableDocument(
            "not-found", f"{path} does not exist. Check the name and the folder."
        ) from error
    except OSError as error:
        raise UnreadableDocument(
            "not-found",
            f"{path} cannot be opened ({error.strerror}). Close it in Word, or ask for access to it.",
        ) from error
    if not data:
        raise UnreadableDocument(
            "empty-file", f"{path.name} is empty (0 bytes). Ask its author to send it again."
        )
    return data


def _ole_error(path: Path, data: bytes) -> UnreadableDocument:
    if _ENCRYPTED_STREAM in data:
        return _encrypted(path)
    return corrupt(path, "it is in the old Word 97-2003 format under a newer name")


def _encrypted(path: Path) -> UnreadableDocument:
    return UnreadableDocument(
        "encrypted",
        f"{path.name} is protected by a password. Open it in Word, remove the password "
        "(File > Info > Protect Document), save it and try again.",
    )


def corrupt(path: Path, reason: str) -> UnreadableDocument:
    """The error of a file that cannot be read for a ``reason``."""
    return UnreadableDocument(
        "corrupt",
        f"{path.name} cannot be read: {reason}. Open it in Word, let Word repair it and save it as .docx; "
        "if Word cannot open it either, ask its author to send it again.",
    )
