"""The workbook that people saved, opened: its rows are read one by one, all else of it by openpyxl as it is.

As cell objects the rows of a large tracker take minutes and a gigabyte, and they are written anew in any case.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from openpyxl.packaging.relationship import get_dependents, get_rels_path
from openpyxl.reader.excel import ExcelReader
from openpyxl.workbook import Workbook

from pipeline.tracking.columns import DIMENSIONS, OVERVIEW, PAGES
from pipeline.tracking.workbook.internals import OldCell, RowParser, row_parser

OURS = frozenset({OVERVIEW, DIMENSIONS, *(sheet.name for sheet in PAGES)})
"""The sheets whose rows are written anew."""

PIECE = 1 << 20
"""Bytes of a part that are looked at together."""

LONGEST_TAG = 64
"""Bytes of the longest closing tag: the end of a piece is looked at again with the next."""

_FIRST_ROW_END = re.compile(rb"</(?:\w+:)?(?:row|sheetData)>|<(?:\w+:)?sheetData\s*/>")
_DATA_END = re.compile(rb"</(?:\w+:)?sheetData>")
_LINKS = re.compile(rb"<(?:\w+:)?hyperlinks\b.*?</(?:\w+:)?hyperlinks>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class OldRow:
    """A row as it was saved, with the cells that it has."""

    number: int
    cells: Sequence[OldCell]
    hidden: bool


class OldRows:
    """The rows of one sheet below its header; ``links`` are known after the last."""

    def __init__(self, path: Path, part: str, parser: RowParser) -> None:
        self._path, self._part, self._parser = path, part, parser

    def __iter__(self) -> Iterator[OldRow]:
        with zipfile.ZipFile(self._path) as package, package.open(self._part) as stream:
            for number, cells, hidden in self._parser.rows(stream):
                if number > 1:
                    yield OldRow(number, cells, hidden)

    def links(self) -> dict[str, str]:
        """The addresses of the hyperlinks by cell."""
        relations = get_rels_path(self._part)  # type: ignore[no-untyped-call]
        with zipfile.ZipFile(self._path) as package:
            known = get_dependents(package, relations) if relations in package.namelist() else ()
        targets = {relation.Id: relation.Target for relation in known}
        links = self._parser.links.items()
        return {cell: targets[relation] for cell, relation in links if relation in targets}


@dataclass(frozen=True, slots=True)
class OpenedBook:
    """A workbook that somebody saved.

    Attributes:
        book: All of it but the rows of our sheets below their header.
        package: The file of that workbook.
    """

    book: Workbook
    package: bytes
    _path: Path
    _parts: dict[str, str]
    _texts: Sequence[Any]

    def rows(self, name: str) -> OldRows:
        """The rows of one of our sheets."""
        return OldRows(self._path, self._parts[name], row_parser(self.book, self._texts))


def open_book(path: Path) -> OpenedBook:
    """The workbook at a path.

    Raises:
        zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, ParseError, OSError: it is none.
    """
    parts = _our_parts(path)
    package = _without_rows(path, frozenset(parts.values()))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what openpyxl cannot keep is told by lost_parts, in people's words
        reader = ExcelReader(io.BytesIO(package), rich_text=True)
        reader.read()
    return OpenedBook(reader.wb, package, path, parts, reader.shared_strings)


def _our_parts(path: Path) -> dict[str, str]:
    """The parts of our sheets, by the sheet's name."""
    reader = ExcelReader(path)
    try:
        reader.read_manifest()
        reader.read_workbook()
        return {sheet.name: rel.target for sheet, rel in reader.parser.find_sheets() if sheet.name in OURS}
    finally:
        reader.archive.close()


def _without_rows(path: Path, parts: frozenset[str]) -> bytes:
    """The file without the rows of some sheets, but for their first, and without their links."""
    target = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as package:
        for name in dict.fromkeys(source.namelist()):
            with source.open(name) as part:
                package.writestr(name, _first_row_only(part) if name in parts else part.read())
    return target.getvalue()


def _first_row_only(part: IO[bytes]) -> bytes:
    top = b""
    while not (found := _FIRST_ROW_END.search(top)) and (more := part.read(PIECE)):
        top += more
    if found is None or not found.group().endswith(b"row>"):
        return top + part.read()
    rest = top[found.end() :]
    while not (end := _DATA_END.search(rest)) and (more := part.read(PIECE)):
        rest = rest[-LONGEST_TAG:] + more
    bottom = rest[end.start() :] + part.read() if end else b""
    return top[: found.end()] + _LINKS.sub(b"", bottom)
