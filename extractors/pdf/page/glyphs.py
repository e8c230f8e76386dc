"""The characters of a page, one by one, as PDFium's text page lists them."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pypdfium2 import raw

from extractors.pdf.page.calls import get_box, get_object, get_origin, is_unmapped
from extractors.pdf.page.cover import Cover
from extractors.pdf.page.looks import FARTHEST, Pens
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
NEARBY = 24.0
"""Points: the grid by which copies are looked up."""

LETTERS = frozenset(code for code in range(0x80) if chr(code).isalnum())
PLAIN = {code: chr(code) for code in range(ord("!"), 0x7F)}
"""Codes that print what they say: ASCII's letters and digits, and with its signs."""

SURROGATES, PRIVATE_USE = 0xD800, 0xE000
"""Where the halves of UTF-16's pairs begin, and after them the private use area, which PDFium's own marks follow."""

DOUBLE_SHIFT = 0.12
"""The share of the font size by which the copies of an overprinted character (fake bold, shadow) are apart."""


def read_glyphs(textpage: Any, matrix: Matrix, painting: Painting, cover: Cover) -> list[Glyph]:
    """All characters that are not white space, doubles removed; text that nobody can see has a hidden look."""
    return list(_without_doubles(_glyphs(textpage, matrix, painting, cover)))


def _glyphs(textpage: Any, matrix: Matrix, painting: Painting, cover: Cover) -> Iterator[Glyph]:
    address = ctypes.cast(textpage, ctypes.c_void_p).value
    pens = Pens(textpage, matrix, cover)
    turned = TurnedText(textpage, matrix)
    rect = raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    box_at, x_at, y_at = ctypes.addressof(rect), ctypes.addressof(x), ctypes.addressof(y)
    _, _, _, _, right, down = matrix
    upright = matrix[1] == 0 and matrix[0] > 0
    space: tuple[float, float] | None = None
    own = 0
    last: float | None = None
    for index, code in _codes(textpage):
        unsure = is_unmapped(address, index) == 1
        text = _guess(code) if unsure else PLAIN.get(code) or _clean(code)
        if text is None:
            continue
        if text == " ":
            # PDFium makes spaces of gaps and line breaks of jumps: only the spaces tell something.
            if code == ord(" ") or raw.FPDFText_IsGenerated(textpage, index) != 1:
                get_box(address, index, box_at)
                space = (rect.right, rect.bottom)
            continue
        key = get_object(address, index)
        if not key:  # made up by PDFium: no text of the file stands behind it
            continue
        if key != own:
            look, level, signs, light, printed = pens.of(key, index)
            own, last = key, None
        if signs or code not in LETTERS:
            text = plain_sign(text, look.font)
        get_box(address, index, box_at)
        bottom = rect.bottom
        if last != bottom or not (upright and level):  # level letters of one text object share their baseline
            get_origin(address, index, x_at, y_at)
            last = bottom
        if upright and level:
            x0, x1, base, apart = rect.left + right, rect.right + right, down - y.value, False
        else:
            x0, x1, base, apart = turned.place(index, rect, (x.value, y.value), look)
        if not (-FARTHEST < x0 < FARTHEST and -FARTHEST < x1 < FARTHEST and -FARTHEST < base < FARTHEST):
            continue
        if x1 - x0 < LEAST_WIDTH:
            x1 = x0 + LEAST_WIDTH
        # Files may paint raised letters last: only a space that stands where this character begins parts it.
        spaced = apart or (
            space is not None and (not level or not upright or _stands_before(space, rect, look.size))
        )
        space = None
        glyph = Glyph(text, x0, x1, base, look, spaced, unsure or text == UNKNOWN)
        seen = look.hidden or (_on_page(glyph, painting) and not (light and painting.blank(glyph.box)))
        seen = seen and not (printed is not None and cover.hides(glyph, printed))
        yield glyph if seen else glyph._replace(look=look._replace(hidden=True))


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


def _stands_before(space: tuple[float, float], rect: Any, size: float) -> bool:
    return bool(abs(space[0] - rect.left) <= size and abs(space[1] - rect.bottom) <= size)


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


def _on_page(glyph: Glyph, painting: Painting) -> bool:
    _, x0, x1, base, look, _, _ = glyph
    size = look.size
    return x1 > 0 and x0 < painting.width and base + 0.2 * size > 0 and base - 0.8 * size < painting.height


def _without_doubles(glyphs: Iterator[Glyph]) -> Iterator[Glyph]:
    """Drop the second copy of a character printed twice in one place; letters of one ligature share a place."""
    seen: dict[tuple[str, float, float], list[Glyph]] = {}
    previous: tuple[float, float] | None = None
    for glyph in glyphs:
        text, x0, x1, base, _, _, _ = glyph
        piece = previous == (x0, x1)
        previous = (x0, x1)
        if not piece and _has_double(glyph, seen):
            continue
        key = (text, x0 // NEARBY, base // NEARBY)
        if key in seen:
            seen[key].append(glyph)
        else:
            seen[key] = [glyph]
        yield glyph


def _has_double(glyph: Glyph, seen: dict[tuple[str, float, float], list[Glyph]]) -> bool:
    text, x0, _, base, look, _, _ = glyph
    slack = DOUBLE_SHIFT * look.size
    left, right = (x0 - slack) // NEARBY, (x0 + slack) // NEARBY
    top, bottom = (base - slack) // NEARBY, (base + slack) // NEARBY
    places = {(text, left, top)}
    if left != right or top != bottom:
        places = {(text, column, row) for column in (left, right) for row in (top, bottom)}
    for place in places:
        for other in seen.get(place, ()):
            if abs(other.x0 - x0) <= slack and abs(other.base - base) <= slack:
                return True
    return False
