"""The binary Word format inside a .doc: only what must be known of it before LibreOffice reads it.

Offsets and structures: [MS-DOC] 2.5 (Fib), 2.8.35 (Plcfs of Bte), 2.9.42 (Clx), 2.9.37 and 2.9.175 (formatted disk
pages).
"""

from __future__ import annotations

import itertools
import struct
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import olefile

_FLAGS, _COMPLEX, _SECOND_TABLE = 0x0A, 0x0004, 0x0200
_TEXT_END = 0x1C
_LENGTHS = 0x4C
"""Characters of the text, then of footnotes, headers, macros, comments, endnotes, text boxes, their headers."""
_LENGTH_COUNT = 8
_CHARACTER_PAGES, _PARAGRAPH_PAGES, _PIECES = 0xFA, 0x102, 0x1A2
"""Where the file tells offset and size of its tables of character and paragraph formats, and of pieces of text."""
_PAGE = 512
_BX = 13
"""Bytes of a paragraph's entry in its page; all zero: the default paragraph."""
_COMPRESSED = 0x40000000
"""Set where a piece of text takes one byte a character; its offset is then doubled."""
_ROW_SHAPE = 0xD608
"""sprmTDefTable, the one property whose length takes two bytes."""
_LINES = (0xD605, 0xD613)
"""sprmTTableBorders80 and sprmTTableBorders."""
_CELL_END = b"\x07"


def mend_final_table(path: Path) -> bool:
    """Adds the paragraph that Word puts after a table at the end of a text, where the file lacks it.

    LibreOffice itself writes such files, from documents whose last element is a table, and when it reads them the whole
    table comes out as one paragraph without any space between its cells. Word always writes the paragraph.

    Returns:
        True where the file was changed; a file that is built in any unusual way is left as it is.

    Raises:
        OSError: where it is no compound file.
        ValueError: where its structures contradict each other.
    """
    with olefile.OleFileIO(path, write_mode=True) as compound:
        main = bytearray(compound.openstream("WordDocument").read())
        flags = _word(main, _FLAGS, "<H")
        name = "1Table" if flags & _SECOND_TABLE else "0Table"
        table = bytearray(compound.openstream(name).read())
        try:
            if flags & _COMPLEX or not _Text(main, table).close_with_paragraph():
                return False
        except (struct.error, IndexError) as error:
            raise ValueError("the file's structures point outside of it") from error
        compound.write_stream("WordDocument", bytes(main))
        compound.write_stream(name, bytes(table))
    return True


def count_cell_marks(path: Path) -> int:
    """Ends of cells and of rows in the text; those of tables within cells do not count.

    Raises:
        OSError: where it is no compound file.
        ValueError: where its structures contradict each other.
    """
    with olefile.OleFileIO(path) as compound:
        main = bytearray(compound.openstream("WordDocument").read())
        name = "1Table" if _word(main, _FLAGS, "<H") & _SECOND_TABLE else "0Table"
        table = bytearray(compound.openstream(name).read())
    try:
        return sum(
            1 for text in _Text(main, table).pieces() for mark in text if mark == _CELL_END.decode("ascii")
        )
    except (struct.error, IndexError) as error:
        raise ValueError("the file's structures point outside of it") from error


@dataclass(slots=True)
class _Text:
    """The two streams of a document that was saved in one piece."""

    main: bytearray
    table: bytearray

    def close_with_paragraph(self) -> bool:
        """False where the text does not end in a table, or where there is no room for one character more."""
        length, *others = struct.unpack_from(f"<{_LENGTH_COUNT}I", self.main, _LENGTHS)
        if any(others):
            return False  # what follows the text closes the table
        piece = self._only_piece()
        if piece is None or self.table[piece : piece + 4] != struct.pack("<I", length):
            return False
        width = 1 if _word(self.table, piece + 6) & _COMPRESSED else 2
        end = _word(self.main, _TEXT_END)
        last, mark = self.main[end - width : end], b"\r".ljust(width, b"\0")
        if last != _CELL_END.ljust(width, b"\0") or not 0 < end % _PAGE <= _PAGE - width:
            return False
        page = self._last_page(_PARAGRAPH_PAGES)
        packed = self._packed(page, end + width)
        if packed is None:
            return False
        self.main[end : end + width] = mark
        struct.pack_into("<I", self.main, _TEXT_END, end + width)
        struct.pack_into("<I", self.main, _LENGTHS, length + 1)
        struct.pack_into("<I", self.table, piece, length + 1)
        self.main[page : page + _PAGE] = packed
        page = self._last_page(_CHARACTER_PAGES)
        struct.pack_into("<I", self.main, page + 4 * self.main[page + _PAGE - 1], end + width)
        for pages in (_PARAGRAPH_PAGES, _CHARACTER_PAGES):
            offset, count = self._pages(pages)
            struct.pack_into("<I", self.table, offset + 4 * count, end + width)
        return True

    def pieces(self) -> Iterator[str]:
        """The text, footnotes and headers with it, piece by piece."""
        at = self._piece_table()
        count = (_word(self.table, at + 1) - 4) // 12
        ends = struct.unpack_from(f"<{count + 1}I", self.table, at + 5)
        for number, (start, end) in enumerate(itertools.pairwise(ends)):
            place = _word(self.table, at + 5 + 4 * (count + 1) + 8 * number + 2)
            if place & _COMPRESSED:
                place = (place & ~_COMPRESSED) // 2
                yield self.main[place : place + end - start].decode("cp1252", "replace")
            else:
                yield self.main[place : place + 2 * (end - start)].decode("utf-16-le", "replace")

    def _piece_table(self) -> int:
        at = _word(self.main, _PIECES)
        while self.table[at] == 1:  # formats of changed pieces
            at += 3 + _word(self.table, at + 1, "<H")
        return at

    def _only_piece(self) -> int | None:
        """Where the table stream tells the end of the text's one piece; None where it has several."""
        at = self._piece_table()
        return at + 9 if _word(self.table, at + 1) == 16 else None

    def _pages(self, field: int) -> tuple[int, int]:
        """Offset of a table of pages, and the number of its pages."""
        offset, size = struct.unpack_from("<II", self.main, field)
        return offset, (size - 4) // 8

    def _last_page(self, field: int) -> int:
        offset, count = self._pages(field)
        return _PAGE * _word(self.table, offset + 4 * (count + 1) + 4 * (count - 1))

    def _paragraphs(self, page: int) -> list[_Entry]:
        """The entries of a page of paragraph formats."""
        count = self.main[page + _PAGE - 1]
        ends = struct.unpack_from(f"<{count + 1}I", self.main, page)[1:]
        entries = []
        for number, end in enumerate(ends):
            at = page + 4 * (count + 1) + _BX * number
            place = 2 * self.main[at]
            entries.append(_Entry(end, bytes(self.main[at + 1 : at + _BX]), self._format(page, place)))
        return entries

    def _format(self, page: int, place: int) -> bytes:
        """A paragraph's format with the byte or two that tell its length; empty: the default one."""
        if place == 0:
            return b""
        words = self.main[page + place]
        size = 2 * words if words else 2 + 2 * self.main[page + place + 1]
        return bytes(self.main[page + place : page + place + size])

    def _packed(self, page: int, end: int) -> bytes | None:
        """The page with the default paragraph added up to ``end``; None where it does not fit."""
        entries = self._paragraphs(page)
        plain = _Entry(end, bytes(_BX - 1), b"")
        start = struct.unpack_from("<I", self.main, page)[0]
        return _pack(start, [*entries, plain]) or _pack(
            start, [*entries[:-1], _unbordered(entries[-1]), plain]
        )


@dataclass(frozen=True, slots=True)
class _Entry:
    """One stretch of paragraphs of one format, up to the offset ``end``."""

    end: int
    height: bytes
    """What the file remembers of the paragraph's size on the page."""
    format: bytes


def _pack(start: int, entries: list[_Entry]) -> bytes | None:
    """A page of paragraph formats, equal ones stored once; None where they do not fit."""
    page, low = bytearray(_PAGE), _PAGE - 1
    at = 4 * (len(entries) + 1)
    room = at + _BX * len(entries)
    places: dict[bytes, int] = {b"": 0}
    for entry in entries:
        if entry.format not in places:
            low = (low - len(entry.format)) & ~1
            if low < room:
                return None
            page[low : low + len(entry.format)] = entry.format
            places[entry.format] = low // 2
        page[at : at + _BX] = bytes([places[entry.format]]) + entry.height
        at += _BX
    struct.pack_into(f"<{len(entries) + 1}I", page, 0, start, *(entry.end for entry in entries))
    page[_PAGE - 1] = len(entries)
    return bytes(page) if room <= low else None


def _unbordered(entry: _Entry) -> _Entry:
    """The format of a table's row without its lines, which nobody reads; they take a tenth of a page."""
    size = 1 if entry.format[0] else 2
    kept, at = bytearray(entry.format[size : size + 2]), size + 2
    while at + 2 <= len(entry.format):
        code = struct.unpack_from("<H", entry.format, at)[0]
        length = 2 + _operand(code, entry.format, at + 2)
        if code not in _LINES:
            kept += entry.format[at : at + length]
        at += length
    if len(kept) % 2:
        return replace(entry, format=bytes([(len(kept) + 1) // 2]) + bytes(kept))
    return replace(entry, format=bytes([0, len(kept) // 2]) + bytes(kept))


def _operand(code: int, data: bytes, at: int) -> int:
    """Bytes of a property's value ([MS-DOC] 2.6.1, Sprm)."""
    kind = code >> 13
    if kind == 6:
        return 1 + (_word(data, at, "<H") if code == _ROW_SHAPE else data[at])
    return (1, 1, 2, 4, 2, 2, 0, 3)[kind]


def _word(stream: bytearray | bytes, offset: int, form: str = "<I") -> int:
    (value,) = struct.unpack_from(form, stream, offset)
    return int(value)
