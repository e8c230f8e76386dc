"""The workbook as a file: what would be lost of it by writing over it, and bytes that do not tell the time."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from pathlib import Path

_LOST_FILES = (
    (r"xl/slicer", "slicers"),
    (r"xl/timeline", "timelines"),
    (r"xl/threadedComments/", "threaded comments"),
    (r"xl/charts/chartEx", "charts of a newer kind"),
    (r"xl/(ctrlProps|activeX)/", "form controls"),
    (r"xl/embeddings/", "embedded files"),
    (r"xl/(queryTables/|connections\.xml)", "queries"),
    (r"xl/model/", "a data model"),
    (r"xl/diagrams/", "SmartArt"),
    (r"xl/vbaProject", "macros"),
)
_LOST_PARTS = (
    (r"xl/drawings/drawing\d+\.xml", rb"<(xdr:)?(sp|cxnSp|grpSp)[ >]", "shapes"),
    (r"xl/worksheets/sheet\d+\.xml", rb"sparklineGroup", "sparklines"),
    (
        r"xl/worksheets/sheet\d+\.xml",
        rb"x14:conditionalFormatting[ >]",
        "data bars or icon sets of a newer kind",
    ),
    (r"xl/worksheets/sheet\d+\.xml", rb"x14:dataValidation[ >]", "drop-down lists from another sheet"),
)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
_LINK_RELATION = re.compile(rb'<Relationship [^>]*relationships/hyperlink"[^>]*/>')
_LINK_ID = re.compile(rb'(<hyperlink [^>]*?\br:id=")([^"]+)(")')
FIRST_ZIP_YEAR = 1980
"""A zip file knows no earlier year."""


def lost_parts(path: Path) -> list[str]:
    """What of an existing workbook could not be kept when it is written over, in words.

    Raises:
        zipfile.BadZipFile: the file is no workbook.
    """
    found: dict[str, None] = {}
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            for pattern, words in _LOST_FILES:
                if re.match(pattern, name):
                    found[words] = None
            for pattern, sign, words in _LOST_PARTS:
                if re.fullmatch(pattern, name) and re.search(sign, package.read(name)):
                    found[words] = None
    return list(found)


def shared_links(sheet: bytes, relations: bytes) -> tuple[bytes, bytes]:
    """A sheet and its relations with one relation for each address instead of one for each link.

    Thousands of rows link to a few hundred files; readers look relations up one by one, so that with one for
    each row opening a large tracker takes minutes.
    """
    first: dict[bytes, bytes] = {}
    moved: dict[bytes, bytes] = {}
    for relation in _LINK_RELATION.findall(relations):
        identity, target = _attribute(relation, b"Id"), _attribute(relation, b"Target")
        moved[identity] = first.setdefault(target, identity)
    spare = {identity for identity, kept in moved.items() if identity != kept}
    relations = _LINK_RELATION.sub(
        lambda match: b"" if _attribute(match.group(), b"Id") in spare else match.group(), relations
    )
    start = sheet.rfind(b"<hyperlinks")
    links = _LINK_ID.sub(lambda match: match[1] + moved.get(match[2], match[2]) + match[3], sheet[start:])
    return (sheet[:start] + links if start >= 0 else sheet), relations


def _attribute(element: bytes, name: bytes) -> bytes:
    found = re.search(rb"\b" + name + rb'="([^"]*)"', element)
    return found[1] if found else b""


def steady_bytes(saved: bytes, made_at: datetime) -> bytes:
    """The same workbook with ``made_at`` wherever its file tells a time: equal content gives equal bytes."""
    with zipfile.ZipFile(io.BytesIO(saved)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    stamp = f"{made_at:%Y-%m-%dT%H:%M:%S}Z".encode()
    parts["docProps/core.xml"] = _MODIFIED.sub(rb"\g<1>" + stamp + rb"\g<2>", parts["docProps/core.xml"])
    for name, sheet in parts.items():
        folder, _, file = name.rpartition("/")
        relations = f"{folder}/_rels/{file}.rels"
        if folder == "xl/worksheets" and relations in parts:
            parts[name], parts[relations] = shared_links(sheet, parts[relations])
    moment = made_at.replace(year=max(made_at.year, FIRST_ZIP_YEAR)).timetuple()[:6]
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, date_time=moment)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            package.writestr(entry, content)
    return target.getvalue()
