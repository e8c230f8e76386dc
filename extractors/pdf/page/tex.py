"""How TeX prints letters: in fonts of its own names, by numbers of its own encodings, an accent by itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from extractors.pdf.primitives import Glyph

BOLD_FACES = re.compile(r"^(?:cm(?:ss)?(?:b|dc)|(?:sf|ec)(?:bx|sx|bi|so))|-medi(?:ital|obli)?$")
ITALIC_FACES = re.compile(
    r"^(?:cm(?:ti|sl|ssi|itt|bxti|bxsl)|(?:sf|ec)(?:ti|sl|bi|si|so|it))|(?:regu|medi)ital$"
)
"""Names of fonts, in lower case: Computer Modern ('cmbx12' is bold, 'cmti10' italic), its later shapes, URW's."""

CONTROL_SIGNS: Mapping[int, str] = {
    0x0B: "ff", 0x0C: "fi", 0x0D: "fl", 0x0E: "ffi", 0x0F: "ffl",
    0x10: "“", 0x11: "”", 0x12: "„", 0x13: "«", 0x14: "»", 0x15: "–", 0x16: "—", 0x19: "ı", 0x1A: "j",
    0x1B: "ff", 0x1C: "fi", 0x1D: "fl", 0x1E: "ffi", 0x1F: "ffl", 0x88: "•",
}  # fmt: skip
"""What fonts of points (Type 3) print under numbers that are no characters elsewhere: the encodings OT1 (up to 0x0F),
T1 and TS1 (0x88) of the LaTeX Font Encodings guide.
"""

_MARKS = {
    "¨": "\u0308", "´": "\u0301", "`": "\u0300", "ˆ": "\u0302", "˜": "\u0303", "¯": "\u0304", "˘": "\u0306",
    "˙": "\u0307", "¸": "\u0327", "˚": "\u030a", "˝": "\u030b", "ˇ": "\u030c", "˛": "\u0328",
}  # fmt: skip
"""Accents that stand alone, and the same as marks of the letter before them in Unicode."""

_DOTLESS = {"ı": "i", "ȷ": "j"}

_NEAR = (1, 2, -1)
"""Where an accent's letter is among the glyphs: TeX prints it next, perhaps after another accent."""

_TOUCHING = 0.1
"""Of the font size: white between two letters of a word."""

_RAISED = 0.5
"""Of the font size: an accent of a capital stands so far above the letter's baseline at most."""


def with_whole_letters(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The glyphs, each accent that is printed over a letter made one with it."""
    if not any(glyph.text in _MARKS for glyph in glyphs):
        return list(glyphs)
    whole: list[Glyph | None] = list(glyphs)
    for index, accent in enumerate(glyphs):
        mark = _MARKS.get(accent.text)
        for step in _NEAR if mark else ():
            under = whole[index + step] if 0 <= index + step < len(whole) else None
            composed = _composed(accent, mark or "", under) if under is not None else None
            if composed is not None:
                whole[index + step], whole[index] = composed, None
                _go_on(whole, index + max(step, 0) + 1, composed)
                break
    return [glyph for glyph in whole if glyph is not None]


def _go_on(glyphs: list[Glyph | None], index: int, letter: Glyph) -> None:
    """Take the space before a glyph that touches a letter: the jump down from its accent is none."""
    after = glyphs[index] if index < len(glyphs) else None
    if after is not None and after.spaced and abs(after.x0 - letter.x1) <= _TOUCHING * letter.look.size:
        glyphs[index] = after._replace(spaced=False)


def _composed(accent: Glyph, mark: str, glyph: Glyph) -> Glyph | None:
    """A glyph whose letter under the accent has it; None where none has."""
    if abs(accent.base - glyph.base) > _RAISED * glyph.look.size:
        return None
    middle = (accent.x0 + accent.x1) / 2
    for at, letter in enumerate(glyph.one_by_one()):
        if letter.x0 <= middle <= letter.x1:
            text = unicodedata.normalize("NFC", _DOTLESS.get(letter.text, letter.text) + mark)
            if len(text) != 1:
                return None
            spaced = glyph.spaced or (accent.spaced and not at)
            return glyph._replace(text=glyph.text[:at] + text + glyph.text[at + 1 :], spaced=spaced)
    return None
