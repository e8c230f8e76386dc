"""The workbook as a file: what would be lost of it by writing over it, and bytes that do not tell the time."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from datetime import datetime

from pipeline.tracking.workbook.row_text import RowText

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
_CELL = re.compile(r'<c r="([A-Z]+[0-9]+)"[^>]*?(?:/>|>.*?</c>)', re.DOTALL)
_AREA = re.compile(r'<dimension ref="[^"]*"')
_AFTER_LINKS = re.compile(
    r"<(?:printOptions|pageMargins|pageSetup|headerFooter|rowBreaks|colBreaks|drawing)\b"
)
FIRST_ZIP_YEAR = 1980
"""A zip file knows no earlier year."""


def lost_parts(content: bytes) -> list[str]:
    """What of an existing workbook could not be kept when it is written over, in words."""
    found: dict[str, None] = {}
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            for pattern, words in _LOST_FILES:
                if re.match(pattern, name):
                    found[words] = None
            for pattern, sign, words in _LOST_PARTS:
                if re.fullmatch(pattern, name) and re.search(sign, package.read(name)):
                    found[words] = None
    return list(found)


def finish(saved: bytes, made_at: datetime, rows: Mapping[str, RowText]) -> bytes:
    """The workbook with its rows, and with ``made_at`` wherever its file tells a time: equal content gives equal
    bytes.

    Args:
        saved: The workbook without the rows of its data sheets.
        made_at: When it was made.
        rows: The rows by the name of their sheet's part.
    """
    moment = made_at.replace(year=max(made_at.year, FIRST_ZIP_YEAR)).timetuple()[:6]
    stamp = f"{made_at:%Y-%m-%dT%H:%M:%S}Z".encode()
    relations = {_relations_of(part): text for part, text in rows.items()}
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(saved)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package,
    ):
        for name in source.namelist():
            content = source.read(name)
            entry = zipfile.ZipInfo(name, date_time=moment)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            if name == "docProps/core.xml":
                content = _MODIFIED.sub(rb"\g<1>" + stamp + rb"\g<2>", content)
            elif name in relations:
                own = relations[name].links.relations.encode()
                content = content.replace(b"</Relationships>", own + b"</Relationships>")
            parts = _with_rows(content.decode(), rows[name]) if name in rows else [content]
            with package.open(entry, "w", force_zip64=name in rows) as part:
                for piece in parts:
                    part.write(piece)
    return target.getvalue()


def _relations_of(part: str) -> str:
    folder, _, file = part.rpartition("/")
    return f"{folder}/_rels/{file}.rels"


def _with_rows(part: str, text: RowText) -> Iterator[bytes]:
    """A sheet's part with its rows; those it had are its header and the cells that openpyxl wrote."""
    top, start, rest = part.partition("<sheetData>")
    data, end, bottom = rest.partition("</sheetData>")
    header, row_end, others = data.partition("</row>")
    special = {match[1]: match[0] for match in _CELL.finditer(others)}
    yield (_AREA.sub(f'<dimension ref="{text.area}"', top) + start + header + row_end).encode()
    for batch in text.batches(special):
        yield batch.encode()
    before, after = _split(bottom)
    yield (end + before + text.links.element + after).encode()


def _split(bottom: str) -> tuple[str, str]:
    """What stands below the rows, parted where the links belong (ECMA-376, 18.3.1.99)."""
    after = _AFTER_LINKS.search(bottom)
    place = after.start() if after else len(bottom)
    return bottom[:place], bottom[place:]
