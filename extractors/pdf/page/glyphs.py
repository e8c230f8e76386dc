"""The characters of a page, one by one, as PDFium's text page lists them."""

from __future__ import annotations

import ctypes
import struct
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pypdfium2 import raw

from extractors.document import Box
from extractors.pdf.page.calls import (
    Address,
    address_of,
    get_box,
    get_object,
    get_origin,
    is_generated,
    is_unmapped,
)
from extractors.pdf.page.cover import Cover
from extractors.pdf.page.doubles import without_doubles
from extractors.pdf.page.looks import FARTHEST, Pen, Pens
from extractors.pdf.page.paint import Painting
from extractors.pdf.page.space import Matrix
from extractors.pdf.page.turned import TurnedText
from extractors.pdf.primitives import UNKNOWN, Glyph
from extractors.pdf.symbols import plain_sign

LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
LINE_END_HYPHEN = 2
"""PDFium gives this code for a hyphen that it found at the end of a line."""

LEAST_WIDTH = 0.01
LETTERS = frozenset(code for code in range(0x80) if chr(code).isalnum())
SPACE = ord(" ")
PLAIN = {code: chr(code) for code in range(SPACE, 0x7F)}
"""Codes that print what they say: ASCII's letters and digits, and with its space and signs."""

SURROGATES, PRIVATE_USE = 0xD800, 0xE000
"""Where the halves of UTF-16's pairs begin, and after them the private use area, which PDFium's own marks follow."""

_sides = struct.Struct("4f").unpack_from
"""The left, top, right and bottom of a rectangle as PDFium writes it."""

_new = tuple.__new__
"""Makes a named tuple of its values in their order, without the function that puts names in order."""


def read_glyphs(textpage: Any, matrix: Matrix, painting: Painting, cover: Cover) -> list[Glyph]:
    """All characters that are not white space, doubles removed; text that nobody can see has a hidden look."""
    return without_doubles(_glyphs(textpage, matrix, painting, cover))


def _glyphs(textpage: Any, matrix: Matrix, painting: Painting, cover: Cover) -> Iterator[Glyph]:
    address = address_of(textpage)
    pens = Pens(textpage, matrix, cover)
    turned = TurnedText(textpage, matrix)
    rect, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    box_at, x_at, y_at = (Address(ctypes.addressof(buffer)) for buffer in (rect, x, y))
    right, down, wide = *matrix[4:], painting.width
    space: tuple[float, float] | None = None
    own = 0
    last: float | None = None
    for index, key, code, text, unsure in _signs(textpage, address):
        get_box(address, index, box_at)
        left, _, end, bottom = _sides(rect)
        if not key:
            space = (end, bottom)
            continue
        if key != own:
            own, last, pen = key, None, pens.of(key, index)
            look, level, doubted, signs, size = pen.look, pen.level, pen.doubted, pen.signs, pen.look.size
            highest, lowest = -0.2 * size, painting.height + 0.8 * size
        if last != bottom or not level:  # level letters of one text object share their baseline
            get_origin(address, index, x_at, y_at)
            last, base = bottom, down - y.value
        if level:
            x0, x1, apart = left + right, end + right, False
        else:
            x0, x1, base, apart = turned.place(index, rect, (x.value, y.value), look)
        # Files may paint raised letters last: only a space that stands where this character begins parts it.
        spaced = apart or (
            space is not None
            and (not level or (abs(space[0] - left) <= size and abs(space[1] - bottom) <= size))
        )
        sign = plain_sign(text, look.font) if signs or code not in LETTERS else text
        if x1 - x0 < LEAST_WIDTH:
            x1 = x0 + LEAST_WIDTH
        glyph = _new(Glyph, (sign, x0, x1, base, look, spaced, unsure or sign == UNKNOWN))
        on_page = -FARTHEST < x0 < wide and 0 < x1 < FARTHEST and highest < base < lowest
        if on_page and not doubted:
            yield glyph
        elif on_page or _is_somewhere(glyph):
            yield _as_seen(glyph, on_page, pen, painting, cover)
        else:
            continue
        space = None


def _signs(textpage: Any, address: Address) -> Iterator[tuple[int, int, int, str, bool]]:
    """The index, text object, code and text of each character, and whether its text is a guess; white space is one
    space without an object.

    PDFium makes spaces of gaps and line breaks of jumps: only the file's own spaces tell something. Behind other
    characters that it makes up no text of the file stands.
    """
    for index, code in _codes(textpage):
        unsure = is_unmapped(address, index) == 1
        text = _guess(code) if unsure else PLAIN.get(code) or _clean(code)
        if text == " ":
            if code == SPACE or is_generated(address, index) != 1:
                yield index, 0, code, text, False
        elif text is not None and (key := get_object(address, index)):
            yield index, key, code, text, unsure


def _codes(textpage: Any) -> Iterable[tuple[int, int]]:
    """The index and code of each character: all in one call where PDFium's text has one for each, else one by one."""
    count = max(0, raw.FPDFText_CountChars(textpage))
    buffer = (ctypes.c_ushort * (count + 1))()
    whole = raw.FPDFText_GetText(textpage, 0, count, buffer) == count + 1
    codes: list[int] = buffer[:count] if whole else [0] * count
    odd = [index for index, code in enumerate(codes) if code < ord(" ") or code >= SURROGATES]
    if not whole or any(SURROGATES <= codes[index] < PRIVATE_USE for index in odd):
        return _joined([raw.FPDFText_GetUnicode(textpage, index) for index in range(count)])
    for index in odd:  # a hyphen at a line's end has other codes in text
        codes[index] = raw.FPDFText_GetUnicode(textpage, index)
    return enumerate(codes)


def _joined(codes: Sequence[int]) -> Iterator[tuple[int, int]]:
    """PDFium lists a sign beyond U+FFFF (an emoji) as two halves in one place: one code at the second one's index."""
    high = 0
    for index, code in enumerate(codes):
        if SURROGATES <= code <= 0xDBFF:
            high = code
            continue
        pair = 0xDC00 <= code < PRIVATE_USE and high
        yield index, 0x10000 + ((high - SURROGATES) << 10) + (code - 0xDC00) if pair else code
        high = 0


def _clean(code: int) -> str | None:
    """The text of one code, ' ' for any white space, None for what prints nothing."""
    if code == LINE_END_HYPHEN:
        return "-"
    if code == 0 or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return None
    text = chr(code)
    if text.isspace():
        return " "
    category = unicodedata.category(text)
    if category == "Cf":
        return "\u00ad" if text == "\u00ad" else None
    if category in ("Cc", "Cn"):
        return None
    return LIGATURES.get(text, text)


def _guess(code: int) -> str:
    """The text of a code that is a character's number in its font, and only by luck its number in Unicode too."""
    return chr(code) if code <= 0x10FFFF and chr(code).isprintable() and code != ord(" ") else UNKNOWN


def _is_somewhere(glyph: Glyph) -> bool:
    """Whether a place is told by numbers that a page can have."""
    within = -FARTHEST < glyph.x0 < FARTHEST and -FARTHEST < glyph.x1 < FARTHEST
    return within and -FARTHEST < glyph.base < FARTHEST


def _as_seen(glyph: Glyph, on_page: bool, pen: Pen, painting: Painting, cover: Cover) -> Glyph:
    """The glyph, hidden where it stands off the page, cannot be told from the paper, or lies under something."""
    if not glyph.look.hidden and (not on_page or (pen.light and _is_blank(glyph.box, painting, cover))):
        return _hidden(glyph)
    covered = pen.printed is not None and cover.hides(glyph, pen.printed)
    return _hidden(glyph) if covered else glyph


def _is_blank(box: Box, painting: Painting, cover: Cover) -> bool:
    """Whether the page shows nothing but white where a light letter stands."""
    return not cover.shows_paint(box) and painting.blank(box)


def _hidden(glyph: Glyph) -> Glyph:
    return glyph._replace(look=glyph.look._replace(hidden=True))
