"""Word files saved as one XML file ('Flat OPC'): the same parts as in a .docx, written one after the other."""

from __future__ import annotations

import base64
import binascii
import io
import zipfile
from xml.sax.saxutils import quoteattr

from lxml import etree

from extractors.word.markup import PKG, Element

FLAT_SIGN = b"http://schemas.microsoft.com/office/2006/xmlPackage"
HEAD_BYTES = 1024
"""The namespace stands in the first element."""

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


def is_flat(data: bytes) -> bool:
    """Whether bytes are a package in one XML file."""
    return FLAT_SIGN in data[:HEAD_BYTES]


def pack_flat(data: bytes) -> bytes:
    """The package as the zip file that it would be.

    Raises:
        ValueError: where the file is malformed or declares a document type.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("it declares a document type, which no Word document does")
    stream = io.BytesIO()
    types: list[str] = []
    with zipfile.ZipFile(stream, "w") as packed:
        for part in root.iterchildren(PKG + "part"):
            name = part.get(PKG + "name", "")
            types.append(f"<Override PartName={quoteattr(name)} ContentType={quoteattr(_type(part))}/>")
            packed.writestr(name.lstrip("/"), _content(part))
        packed.writestr("[Content_Types].xml", f'<Types xmlns="{_TYPES}">{"".join(types)}</Types>')
    return stream.getvalue()


def _type(part: Element) -> str:
    return part.get(PKG + "contentType", "application/xml")


def _content(part: Element) -> bytes:
    data = part.find(PKG + "xmlData")
    if data is not None and len(data):
        return etree.tostring(data[0], encoding="UTF-8", xml_declaration=True, with_tail=False)
    text = part.findtext(PKG + "binaryData") or ""
    try:
        return base64.b64decode("".join(text.split()))
    except binascii.Error:
        return b""
