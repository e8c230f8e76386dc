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


def steady_bytes(saved: bytes, made_at: datetime) -> bytes:
    """The same workbook with ``made_at`` wherever its file tells a time: equal content gives equal bytes."""
    stamp = f"{made_at:%Y-%m-%dT%H:%M:%S}Z".encode()
    moment = made_at.replace(year=max(made_at.year, FIRST_ZIP_YEAR))
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _MODIFIED.sub(rb"\g<1>" + stamp + rb"\g<2>", content)
            entry = zipfile.ZipInfo(name, date_time=moment.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            new.writestr(entry, content)
    return target.getvalue()
