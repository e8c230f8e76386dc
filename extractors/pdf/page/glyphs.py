"""The characters of a page, one by one, as PDFium's text page lists them."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Iterator
from typing import Any, NamedTuple

from pypdfium2 import raw

from extractors.pdf.page.paint import Painting, fill_color, is_light
from extractors.pdf.page.space import Matrix, moved, product
from extractors.pdf.primitives import UNKNOWN, Glyph, Look
from extractors.pdf.symbols import plain_sign

HIDDEN_MODES = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
STROKED_MODES = (raw.FPDF_TEXTRENDERMODE_FILL_STROKE, raw.FPDF_TEXTRENDERMODE_FILL_STROKE_CLIP)
"""Letters stroked as well as filled are made bold so."""

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
NEARBY = 24.0
"""Points: the grid by which copies are looked up."""

LETTERS = frozenset(code for code in range(0x80) if chr(code).isalnum())
PLAIN = {code: chr(code) for code in range(ord("!"), 0x7F)}
"""Codes that print what they say: ASCII's letters and digits, and with its signs."""

PRIVATE_USE = 0xE000
"""Where Unicode's private use area begins, which PDFium's own marks follow."""

DOUBLE_SHIFT = 0.12
"""The share of the font size by which the copies of an overprinted character (fake bold, shadow) are apart."""


class Face(NamedTuple):
    """What a look has of its font alone."""

    name: str
    bold: bool
    italic: bool


def _bare(name: str, *arguments: Any) -> Any:
    """One of PDFium's functions, called with plain numbers and addresses, an address or number returned.

    It is asked for each character: pypdfium2's conversions would cost more than the answer.
    """
    address = ctypes.cast(getattr(raw, name), ctypes.c_void_p).value
    return ctypes.CFUNCTYPE(*arguments)(address or 0)


get_font = _bare("FPDFTextObj_GetFont", ctypes.c_void_p, ctypes.c_void_p)
get_object = _bare("FPDFText_GetTextObject", ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
is_unmapped = _bare("FPDFText_HasUnicodeMapError", ctypes.c_int, ctypes.c_void_p, ctypes.c_int)
get_box = _bare("FPDFText_GetLooseCharBox", ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
get_origin = _bare(
    "FPDFText_GetCharOrigin", ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p
)


def read_glyphs(textpage: Any, matrix: Matrix, painting: Painting) -> list[Glyph]:
    """All characters that are not white space, doubles removed; text that nobody can see has a hidden look."""
    return list(_without_doubles(_glyphs(textpage, matrix, painting)))


def _glyphs(textpage: Any, matrix: Matrix, painting: Painting) -> Iterator[Glyph]:
    address = ctypes.cast(textpage, ctypes.c_void_p).value
    pens = Pens(textpage, matrix)
    rect = raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    box_at, x_at, y_at = ctypes.addressof(rect), ctypes.addressof(x), ctypes.addressof(y)
    _, _, _, _, right, down = matrix
    upright = matrix[1] == 0 and matrix[0] > 0
    space: tuple[float, float] | None = None
    last: tuple[int, float] | None = None
    for index, code in enumerate(_codes(textpage)):
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
        look, level, signs, light = pens.of(key, index)
        if signs or code not in LETTERS:
            text = plain_sign(text, look.font)
        get_box(address, index, box_at)
        bottom = rect.bottom
        if last != (key, bottom) or not level:  # level letters of one text object share their baseline
            get_origin(address, index, x_at, y_at)
            last = (key, bottom)
        if upright and level:
            x0, x1, base = rect.left + right, rect.right + right, down - y.value
        else:
            x0, x1, base = _turned(rect, moved(matrix, x.value, y.value), matrix, look)
        if not (-FARTHEST < x0 < FARTHEST and -FARTHEST < x1 < FARTHEST and -FARTHEST < base < FARTHEST):
            continue
        if x1 - x0 < LEAST_WIDTH:
            x1 = x0 + LEAST_WIDTH
        # Files may paint raised letters last: only a space that stands where this character begins parts it.
        spaced = space is not None and (not level or not upright or _stands_before(space, rect, look.size))
        space = None
        glyph = Glyph(text, x0, x1, base, look, spaced, unsure or text == UNKNOWN)
        seen = look.hidden or (_on_page(glyph, painting) and not (light and painting.blank(glyph.box)))
        yield glyph if seen else glyph._replace(look=look._replace(hidden=True))


class Pens:
    """How the text objects of a page are set, each asked for once."""

    def __init__(self, textpage: Any, matrix: Matrix) -> None:
        self._textpage = textpage
        self._matrix = matrix
        self._known: dict[int, tuple[Look, bool, bool, bool]] = {}
        self._shared: dict[Look, Look] = {}
        self._faces: dict[int, Face] = {}

    def of(self, key: int, index: int) -> tuple[Look, bool, bool, bool]:
        """The look of the character at ``index``, of the text object at the address ``key``; whether it is level,
        set in a font of signs, and of a light colour.
        """
        found = self._known.get(key)
        if found is None:
            obj = raw.FPDFText_GetTextObject(self._textpage, index)
            look = _look(self._textpage, obj, index, self._matrix, self._faces)
            look = self._shared.setdefault(look, look)
            light = look.color is not None and is_light(look.color)
            found = self._known[key] = (look, look.angle == 0, "ding" in look.font.lower(), light)
        return found


def _codes(textpage: Any) -> list[int]:
    """The code of each character: all in one call where PDFium's text has one for each, else one by one."""
    count = max(0, raw.FPDFText_CountChars(textpage))
    buffer = (ctypes.c_ushort * (count + 1))()
    whole = raw.FPDFText_GetText(textpage, 0, count, buffer) == count + 1
    codes: list[int] = buffer[:count] if whole else [0] * count
    if not whole or any(0xD800 <= code <= 0xDFFF for code in codes):
        return [raw.FPDFText_GetUnicode(textpage, index) for index in range(count)]
    for index, code in enumerate(codes):
        if code < ord(" ") or code >= PRIVATE_USE:  # a hyphen at a line's end has other codes in text
            codes[index] = raw.FPDFText_GetUnicode(textpage, index)
    return codes


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


def _look(textpage: Any, obj: Any, index: int, page: Matrix, faces: dict[int, Face]) -> Look:
    local = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(textpage, index, ctypes.byref(local))
    own: Matrix = (local.a, local.b, local.c, local.d, 0.0, 0.0)
    a, b, c, d, _, _ = product(own, page)
    size = raw.FPDFText_GetFontSize(textpage, index) * (math.hypot(c, d) or 1.0)
    angle = round(math.degrees(math.atan2(-b, a))) % 360
    mode = raw.FPDFTextObj_GetTextRenderMode(obj)
    color, shows = fill_color(obj)
    font = get_font(ctypes.addressof(obj.contents)) or 0
    if font not in faces:
        faces[font] = _face(textpage, index)
    face = faces[font]
    return Look(
        font=face.name,
        size=round(size, 2) if 0.005 < size < FARTHEST else 1.0,
        bold=face.bold or mode in STROKED_MODES,
        italic=face.italic,
        color=None if color == "#000000" else color,
        angle=angle if 2 < angle < 358 else 0,
        hidden=mode in HIDDEN_MODES or not shows,
    )


def _face(textpage: Any, index: int) -> Face:
    """The font of one character: its name without a subset's tag, its weight and slant."""
    flags = ctypes.c_int()
    buffer = ctypes.create_string_buffer(256)
    length = raw.FPDFText_GetFontInfo(textpage, index, buffer, 256, ctypes.byref(flags))
    name = buffer.raw[: max(0, min(length, 256) - 1)].decode("utf-8", "replace")
    name = name.split("+", 1)[1] if "+" in name[:8] else name
    lowered = name.lower()
    weight = raw.FPDFText_GetFontWeight(textpage, index)
    return Face(
        name,
        bold=any(word in lowered for word in BOLD_NAMES)
        or bool(flags.value & FORCE_BOLD_FLAG)
        or BOLD_WEIGHT <= weight <= 1000,
        italic=any(word in lowered for word in ITALIC_NAMES) or bool(flags.value & ITALIC_FLAG),
    )


def _turned(rect: Any, origin: tuple[float, float], matrix: Matrix, look: Look) -> tuple[float, float, float]:
    """Left, right and baseline of a glyph of a turned page or a turned line, in reading space."""
    corners = [moved(matrix, rect.left, rect.bottom), moved(matrix, rect.right, rect.top)]
    x0, x1 = sorted(corner[0] for corner in corners)
    if look.angle == 0:
        return x0, x1, origin[1]
    bottom = max(corner[1] for corner in corners)
    return x0, x1, bottom - 0.2 * look.size


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
