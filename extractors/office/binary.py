"""The binary Word format inside a .doc: only what must be known of it before LibreOffice reads it.

Offsets and structures: [MS-DOC] 2.5 (Fib), 2.8.35 (Plcfs of Bte), 2.9.42 (Clx), 2.9.37 and 2.9.175 (formatted disk
pages).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
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
        page = self._last_page(_PARAGRAPH_PAGES)
        if last != _CELL_END.ljust(width, b"\0") or end % _PAGE > _PAGE - width or not self._has_room(page):
            return False
        self.main[end : end + width] = mark
        struct.pack_into("<I", self.main, _TEXT_END, end + width)
        struct.pack_into("<I", self.main, _LENGTHS, length + 1)
        struct.pack_into("<I", self.table, piece, length + 1)
        self._add_paragraph(page, end + width)
        page = self._last_page(_CHARACTER_PAGES)
        struct.pack_into("<I", self.main, page + 4 * self.main[page + _PAGE - 1], end + width)
        for pages in (_PARAGRAPH_PAGES, _CHARACTER_PAGES):
            offset, count = self._pages(pages)
            struct.pack_into("<I", self.table, offset + 4 * count, end + width)
        return True

    def _only_piece(self) -> int | None:
        """Where the table stream tells the end of the text's one piece; None where it has several."""
        at = _word(self.main, _PIECES)
        while self.table[at] == 1:  # formats of changed pieces
            at += 3 + _word(self.table, at + 1, "<H")
        return at + 9 if _word(self.table, at + 1) == 16 else None

    def _pages(self, field: int) -> tuple[int, int]:
        """Offset of a table of pages, and the number of its pages."""
        offset, size = struct.unpack_from("<II", self.main, field)
        return offset, (size - 4) // 8

    def _last_page(self, field: int) -> int:
        offset, count = self._pages(field)
        return _PAGE * _word(self.table, offset + 4 * (count + 1) + 4 * (count - 1))

    def _has_room(self, page: int) -> bool:
        count = self.main[page + _PAGE - 1]
        entries = page + 4 * (count + 1)
        used = [2 * self.main[entries + _BX * number] for number in range(count)]
        return min([offset for offset in used if offset] or [_PAGE - 2]) >= 4 * (count + 2) + _BX * (count + 1)

    def _add_paragraph(self, page: int, end: int) -> None:
        count = self.main[page + _PAGE - 1]
        entries = page + 4 * (count + 1)
        kept = bytes(self.main[entries : entries + _BX * count])
        self.main[entries : entries + 4 + len(kept) + _BX] = struct.pack("<I", end) + kept + bytes(_BX)
        self.main[page + _PAGE - 1] = count + 1


def _word(stream: bytearray, offset: int, form: str = "<I") -> int:
    (value,) = struct.unpack_from(form, stream, offset)
    return int(value)
