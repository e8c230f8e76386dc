"""Reads .doc, .rtf and .odt: LibreOffice turns the file into .docx, which the Word extractor reads.

What LibreOffice keeps on the way: text, headings, numbering, fills, merged cells, tracked changes. What it loses:
content controls, some document properties (they are read from the original); two tables that touch become one.
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import re
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from extractors.cache import Cache
from extractors.document import Document, Problem
from extractors.nested_rows import with_rows_in_line
from extractors.office.binary import count_cell_marks
from extractors.office.convert import Conversion, Original, convert_all
from extractors.office.properties import Properties, read_properties
from extractors.sniff import sniff_format
from extractors.word.extract import extract_docx

Value = TypeVar("Value")

DRAWINGS_LOST = "drawings-lost"
"""The code of the problem that tells of drawings which the file has a place for and does not hold."""

_NO_SHAPE = re.compile(rb"\{\s*\\\*\\fldinst\b[^{}]*\bSHAPE\b[^{}]*\}\s*\{\s*\\fldrslt\s*\}")
"""Where a drawing stood that was not saved: LibreOffice does so with those that stand in a line of a table."""

HEADER_LOST = "header-lost"
"""The code of the problem that tells of headers or footers which the file's own page styles speak of."""

ROWS_UNMARKED = "deleted-rows-unmarked"
"""The code of the problem that tells of tables whose deleted rows nothing marks."""

_PAGE_STYLE = re.compile(rb"\\pgdscuse(\d+)")
_SAME_HEADER, _SAME_FOOTER = 0x40, 0x80
"""Bits of a LibreOffice page style's use: left and right pages share the header, the footer (sw/inc/pagedesc.hxx)."""
_LEFT_OR_RIGHT = re.compile(rb"\\(?:header|footer)[lr]\b")

_KEPT_CELLS = 0.5
"""Share of the original's ends of cells and rows that a good conversion has at least; merged cells lessen it."""
_CELL = re.compile(rb"<w:t[cr][ >]")
_TEXT_PART = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$")


def extract_legacy(path: Path, conversion: Conversion | None = None, cache: Cache | None = None) -> Document:
    """The Document of a .doc, .rtf or .odt file; its ``format`` is the original's, its ``sha256`` too.

    Args:
        path: the original.
        conversion: what became of it where it was converted before, among others; None: it is converted now.
        cache: where results of earlier runs are.

    Raises:
        UnreadableDocument: ``libreoffice-missing``, ``conversion-failed`` or ``conversion-stopped``, and whatever
            the Word extractor raises for the converted file.
    """
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    original = Original(path, sniff_format(path), sha256)
    with tempfile.TemporaryDirectory(prefix="highlight-", ignore_cleanup_errors=True) as folder:
        done = conversion or convert_all([original], Path(folder), cache)[sha256]
        document = extract_docx(done.docx())
        lost: tuple[Problem, ...] = ()
        if original.format == "doc" and _lacks_cells(path, done.docx()):
            lost = (_lost_table(),)
    if original.format == "rtf":
        lost = tuple(_lost_from_rtf(path.read_bytes()))
    elif original.format == "odt" and _is_reviewed(path):
        lost = (_unmarked_rows(),)
    return dataclasses.replace(
        document,
        body=_renamed(
            with_rows_in_line(document.body) if original.format == "rtf" else document.body, sha256, path
        ),
        asides=_renamed(document.asides, sha256, path),
        problems=(*document.problems, *lost),
        path=str(path),
        sha256=sha256,
        format=original.format,
        properties=_merge(read_properties(path, original.format), document.properties),
    )


def _renamed(value: Value, copied_as: str, path: Path) -> Value:
    """The same blocks where fields of the file's name print the original's; LibreOffice knew it by another."""
    if isinstance(value, str):
        return value.replace(copied_as + path.suffix, path.name).replace(copied_as, path.stem)  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(_renamed(item, copied_as, path) for item in value)  # type: ignore[return-value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        parts = {item.name: getattr(value, item.name) for item in dataclasses.fields(value) if item.init}
        changed = {name: _renamed(part, copied_as, path) for name, part in parts.items()}
        if any(changed[name] is not part and changed[name] != part for name, part in parts.items()):
            return dataclasses.replace(value, **changed)
    return value


def _lacks_cells(path: Path, converted: Path) -> bool:
    """True where a table of the original came out as running text, its cells run together."""
    marks = 0
    with contextlib.suppress(OSError, ValueError):  # damaged: LibreOffice's own reading counts
        marks = count_cell_marks(path)
    if not marks:
        return False
    with zipfile.ZipFile(converted) as package:
        cells = sum(
            len(_CELL.findall(package.read(name))) for name in package.namelist() if _TEXT_PART.match(name)
        )
    return cells < _KEPT_CELLS * marks


def _lost_table() -> Problem:
    return Problem(
        "table-lost",
        "warning",
        "LibreOffice read a table of this old Word file as running text: the words of its cells run together, and "
        "values may be missing or wrong. Open it in Word, save it as .docx and read that instead.",
    )


def _merge(own: Properties, converted: Properties) -> Properties:
    """What the original tells, and what only the converted file does."""
    known = {name.casefold() for name, _ in own}
    return (*own, *((name, value) for name, value in converted if name.casefold() not in known))


def _is_reviewed(path: Path) -> bool:
    """Whether an OpenDocument text holds tracked changes, and tables."""
    with contextlib.suppress(OSError, KeyError, zipfile.BadZipFile), zipfile.ZipFile(path) as package:
        content = package.read("content.xml")
        return b"<text:changed-region" in content and b"<table:table-row" in content
    return False


def _unmarked_rows() -> Problem:
    return Problem(
        ROWS_UNMARKED,
        "warning",
        "This .odt file holds tracked changes, and LibreOffice saves no mark for a table's row that was deleted in "
        "a review: such a row stands here as if nobody had deleted it. Compare its tables with the original.",
    )


def _lost_from_rtf(data: bytes) -> Iterator[Problem]:
    """What an RTF file has a place for and does not hold: LibreOffice leaves it out when it saves one."""
    if count := len(_NO_SHAPE.findall(data)):
        yield _lost_drawings(count)
    uses = [int(use) for use in _PAGE_STYLE.findall(data)]
    parted = any(not use & _SAME_HEADER or not use & _SAME_FOOTER for use in uses)
    if parted and _LEFT_OR_RIGHT.search(data) is None:
        yield Problem(
            HEADER_LOST,
            "warning",
            "Left and right pages of this RTF file have headers or footers of their own, and it holds only one of "
            "them: what the others say is lost. Ask for the report as .docx, or compare with the original.",
        )


def _lost_drawings(count: int) -> Problem:
    what = "A drawing is" if count == 1 else f"{count} drawings are"
    return Problem(
        DRAWINGS_LOST,
        "warning",
        f"{what} missing in this RTF file: its place is there, but the program that saved it left it out. A light "
        "or a bar may have stood there. Ask for the report as .docx, or compare with the original.",
    )
