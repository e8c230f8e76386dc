"""Document properties read from the original file, since LibreOffice drops some of them on the way.

The names are those of the Word extractor: title, subject, keywords, category, then the file's own.
"""

from __future__ import annotations

import contextlib
import re
import zipfile
import zlib
from pathlib import Path

import olefile
from lxml import etree

from extractors.document import Format

Properties = tuple[tuple[str, str], ...]

META_BYTES = 4 * 1024**2
"""meta.xml holds some lines; more is no honest file."""

RTF_HEAD_BYTES = 1024**2
"""The info group stands before the text, after tables of fonts and styles of some kilobytes."""

_OF_THE_PROGRAM = frozenset(
    {"AppVersion", "DocSecurity", "HyperlinksChanged", "LinksUpToDate", "ScaleCrop", "ShareDoc"}
)
"""What LibreOffice keeps of a Word file's technical properties as if a person had set them."""
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_RTF_INFO = re.compile(rb"\{\\info\b")
_RTF_NAMES = ("title", "subject", "keywords", "category")
_RTF_TOKEN = re.compile(
    rb"\\u(?P<unicode>-?\d+) ?(?:\\'[0-9a-fA-F]{2}|[^\\{}])?|\\'(?P<byte>[0-9a-fA-F]{2})"
    rb"|\\(?P<sign>[\\{}~_-])|\\[a-z]+-?\d* ?|(?P<text>[^\\{}\r\n]+)"
)
"""Part of a value: a character by its number (with the substitute for old readers), by its byte, or as itself."""


def read_properties(path: Path, original: Format) -> Properties:
    """The properties that hold text, as (name, value); none where the file does not tell them."""
    with contextlib.suppress(
        OSError, ValueError, LookupError, zlib.error, zipfile.BadZipFile, etree.XMLSyntaxError
    ):
        found = {"doc": _of_doc, "rtf": _of_rtf, "odt": _of_odt}[original](path)
        return tuple((name, " ".join(text.split())) for name, text in found if name and text.strip())
    return ()


def _of_doc(path: Path) -> list[tuple[str, str]]:
    with olefile.OleFileIO(path) as compound:
        told = compound.get_metadata()
        encoding = _encoding(told.codepage)
        values = [(name, getattr(told, name)) for name in ("title", "subject", "keywords", "category")]
        return [
            (
                name,
                value.decode(encoding, "replace").rstrip("\0") if isinstance(value, bytes) else value or "",
            )
            for name, value in values
        ]


def _encoding(codepage: int | None) -> str:
    """Python's name of a Windows code page; the property holds it as a signed number ([MS-OLEPS] 2.18.2)."""
    number = (codepage or 1252) % 65536
    return {65001: "utf-8", 1200: "utf-16-le", 10000: "mac_roman"}.get(number, f"cp{number}")


def _of_odt(path: Path) -> list[tuple[str, str]]:
    with zipfile.ZipFile(path) as package, package.open("meta.xml") as part:
        data = part.read(META_BYTES)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(data, parser)
    found = [(name, root.findtext(f".//{_DC}{name}") or "") for name in ("title", "subject")]
    found.append(("keywords", ", ".join(item.text or "" for item in root.iter(f"{_META}keyword"))))
    own = [(item.get(f"{_META}name", ""), item.text or "") for item in root.iter(f"{_META}user-defined")]
    return found + [(name, text) for name, text in own if name not in _OF_THE_PROGRAM]


def _of_rtf(path: Path) -> list[tuple[str, str]]:
    with path.open("rb") as file:
        head = file.read(RTF_HEAD_BYTES)
    start = _RTF_INFO.search(head)
    if start is None:
        return []
    codepage = re.search(rb"\\ansicpg(\d+)", head)
    encoding = _encoding(int(codepage[1]) if codepage else None)
    found = []
    for name in _RTF_NAMES:
        group = re.compile(rb"\{\\" + name.encode() + rb"\b ?")
        opened = group.search(head, start.end())
        if opened:
            found.append((name, _rtf_value(head, opened.end(), encoding)))
    return found


def _rtf_value(head: bytes, at: int, encoding: str) -> str:
    """The text from ``at`` to the brace that closes its group."""
    text, depth = "", 1
    while depth and at < len(head):
        if head[at : at + 1] in (b"{", b"}"):
            depth += 1 if head[at : at + 1] == b"{" else -1
            at += 1
            continue
        token = _RTF_TOKEN.match(head, at)
        if token is None:
            at += 1  # a line's end, a lone backslash
            continue
        at = token.end()
        if token["unicode"]:
            text += chr(int(token["unicode"]) % 65536)
        elif token["byte"]:
            text += bytes.fromhex(token["byte"].decode()).decode(encoding, "replace")
        elif token["sign"]:
            text += {"~": "\u00a0", "_": "-", "-": ""}.get(token["sign"].decode(), token["sign"].decode())
        elif token["text"]:
            text += token["text"].decode(encoding, "replace")
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # pairs of halves become one
