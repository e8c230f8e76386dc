"""The characters of a page, one by one, as PDFium's text page lists them."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Iterator
from typing import Any

from pypdfium2 import raw

from extractors.document import Box
from extractors.pdf.page.cover import Cover
from extractors.pdf.page.paint import NEAR_WHITE, Painting, fill_color
from extractors.pdf.page.space import Matrix, moved, product
from extractors.pdf.primitives import UNKNOWN, Glyph, Look
from extractors.pdf.symbols import plain_sign

HIDDEN_MODES = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
BOLD_NAMES = ("bold", "black", "heavy", "demi", "semibd")
ITALIC_NAMES = ("italic", "oblique", "slanted")
BOLD_WEIGHT = 600
"""Font weights from semi-bold upwards (ISO 32000-1, 9.8.1: 400 is normal, 700 bold)."""

ITALIC_FLAG, FORCE_BOLD_FLAG = 1 << 6, 1 << 18
"""Bits of a font descriptor's Flags (ISO 32000-1, table 123)."""

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

FARTHEST = 1e5
"""Points: positions beyond this (or no numbers at all) come from damaged files."""

LEAST_WIDTH = 0.01
NEARBY = 6.0
"""Points: the grid by which copies are looked up; larger than any shift."""

DOUBLE_SHIFT = 0.12
"""The share of the font size by which the copies of an overprinted character (fake bold, shadow) are apart."""


def read_glyphs(textpage: Any, matrix: Matrix, painting: Painting, cover: Cover) -> list[Glyph]:
    """All characters that are not white space, doubles removed; text that nobody can see has a hidden look."""
    return list(_without_doubles(_glyphs(textpage, matrix, painting, cover)))


def _glyphs(textpage: Any, matrix: Matrix, painting: Painting, cover: Cover) -> Iterator[Glyph]:
    page_box = (0.0, 0.0, painting.width, painting.height)
    looks: dict[int, Look] = {}
    rect = raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    box_ref, x_ref, y_ref = ctypes.byref(rect), ctypes.byref(x), ctypes.byref(y)
    get_object, is_generated = raw.FPDFText_GetTextObject, raw.FPDFText_IsGenerated
    is_unmapped = raw.FPDFText_HasUnicodeMapError
    get_box, get_origin = raw.FPDFText_GetLooseCharBox, raw.FPDFText_GetCharOrigin
    upright = matrix[1] == 0 and matrix[0] > 0
    space: tuple[float, float] | None = None
    for index, code in _codes(textpage):
        unsure = is_unmapped(textpage, index) == 1
        text = _guess(code) if unsure else _clean(code)
        if text is None:
            continue
        if text == " ":
            # PDFium makes spaces of gaps and line breaks of jumps: only the spaces tell something.
            if code == ord(" ") or is_generated(textpage, index) != 1:
                get_box(textpage, index, box_ref)
                space = (rect.right, rect.bottom)
            continue
        if is_generated(textpage, index) == 1 and code != LINE_END_HYPHEN:
            continue
        obj = get_object(textpage, index)
        if not obj:
            continue
        key = ctypes.addressof(obj.contents)
        if key not in looks:
            looks[key] = _look(textpage, obj, index, matrix)
        look = looks[key]
        if code > 0x7F or not text.isalnum() or "ding" in look.font.lower():
            text = plain_sign(text, look.font)
        get_box(textpage, index, box_ref)
        get_origin(textpage, index, x_ref, y_ref)
        if upright and look.angle == 0:
            x0, x1, base = rect.left + matrix[4], rect.right + matrix[4], matrix[5] - y.value
        else:
            x0, x1, base = _turned(rect, moved(matrix, x.value, y.value), matrix, look)
        if not (abs(x0) < FARTHEST and abs(x1) < FARTHEST and abs(base) < FARTHEST):
            continue
        if x1 - x0 < LEAST_WIDTH:
            x1 = x0 + LEAST_WIDTH
        # Files may paint raised letters last: only a space that stands where this character begins parts it.
        spaced = space is not None and (
            look.angle != 0 or not upright or _stands_before(space, rect, look.size)
        )
        glyph = Glyph(text, x0, x1, base, look, spaced, unsure or text == UNKNOWN)
        space = None
        yield glyph if _is_seen(glyph, page_box, painting) and not cover.hides(glyph, key) else _hidden(glyph)


def _codes(textpage: Any) -> Iterator[tuple[int, int]]:
    """The number and code of each character; one beyond U+FFFF (an emoji) is listed as two halves in one place."""
    get_unicode, high = raw.FPDFText_GetUnicode, 0
    for index in range(raw.FPDFText_CountChars(textpage)):
        code = get_unicode(textpage, index)
        if 0xD800 <= code <= 0xDBFF:
            high = code
            continue
        if high and 0xDC00 <= code <= 0xDFFF:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = 0
        yield index, code


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


def _look(textpage: Any, obj: Any, index: int, page: Matrix) -> Look:
    flags = ctypes.c_int()
    buffer = ctypes.create_string_buffer(256)
    length = raw.FPDFText_GetFontInfo(textpage, index, buffer, 256, ctypes.byref(flags))
    name = buffer.raw[: max(0, min(length, 256) - 1)].decode("utf-8", "replace")
    font = name.split("+", 1)[1] if "+" in name[:8] else name
    lowered = font.lower()
    local = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(textpage, index, ctypes.byref(local))
    own: Matrix = (local.a, local.b, local.c, local.d, 0.0, 0.0)
    a, b, c, d, _, _ = product(own, page)
    size = raw.FPDFText_GetFontSize(textpage, index) * (math.hypot(c, d) or 1.0)
    angle = round(math.degrees(math.atan2(-b, a))) % 360
    mode = raw.FPDFTextObj_GetTextRenderMode(obj)
    color, shows = fill_color(obj)
    weight = raw.FPDFText_GetFontWeight(textpage, index)
    stroked = mode in (raw.FPDF_TEXTRENDERMODE_FILL_STROKE, raw.FPDF_TEXTRENDERMODE_FILL_STROKE_CLIP)
    return Look(
        font=font,
        size=round(size, 2) if 0.005 < size < FARTHEST else 1.0,
        bold=stroked
        or any(word in lowered for word in BOLD_NAMES)
        or bool(flags.value & FORCE_BOLD_FLAG)
        or (weight >= BOLD_WEIGHT and weight <= 1000),
        italic=any(word in lowered for word in ITALIC_NAMES) or bool(flags.value & ITALIC_FLAG),
        color=None if color == "#000000" else color,
        angle=angle if 2 < angle < 358 else 0,
        hidden=mode in HIDDEN_MODES or not shows,
    )


def _turned(rect: Any, origin: tuple[float, float], matrix: Matrix, look: Look) -> tuple[float, float, float]:
    """Left, right and baseline of a glyph of a turned page or a turned line, in reading space."""
    corners = [moved(matrix, rect.left, rect.bottom), moved(matrix, rect.right, rect.top)]
    x0, x1 = sorted(corner[0] for corner in corners)
    if look.angle == 0:
        return x0, x1, origin[1]
    bottom = max(corner[1] for corner in corners)
    return x0, x1, bottom - 0.2 * look.size


def _on_page(glyph: Glyph, page: Box) -> bool:
    x0, top, x1, bottom = glyph.box
    return x1 > page[0] and x0 < page[2] and bottom > page[1] and top < page[3]


def _is_seen(glyph: Glyph, page: Box, painting: Painting) -> bool:
    """Whether a glyph lies on the page and is not white on white."""
    if not _on_page(glyph, page):
        return False
    color = glyph.look.color
    light = color is not None and all(int(color[at : at + 2], 16) >= NEAR_WHITE for at in (1, 3, 5))
    return not (light and painting.blank(glyph.box))


def _hidden(glyph: Glyph) -> Glyph:
    return glyph._replace(look=glyph.look._replace(hidden=True))


def _without_doubles(glyphs: Iterator[Glyph]) -> Iterator[Glyph]:
    """Drop the second copy of a character printed twice in one place; letters of one ligature share a place."""
    seen: dict[tuple[str, int, int], list[Glyph]] = {}
    previous: Glyph | None = None
    for glyph in glyphs:
        piece = previous is not None and previous.x0 == glyph.x0 and previous.x1 == glyph.x1
        previous = glyph
        column, row = int(glyph.x0 // NEARBY), int(glyph.base // NEARBY)
        if not piece and _has_double(glyph, column, row, seen):
            continue
        seen.setdefault((glyph.text, column, row), []).append(glyph)
        yield glyph


def _has_double(glyph: Glyph, column: int, row: int, seen: dict[tuple[str, int, int], list[Glyph]]) -> bool:
    slack = DOUBLE_SHIFT * glyph.look.size
    for across in (column - 1, column, column + 1):
        for down in (row - 1, row, row + 1):
            for other in seen.get((glyph.text, across, down), ()):
                if abs(other.x0 - glyph.x0) <= slack and abs(other.base - glyph.base) <= slack:
                    return True
    return False
