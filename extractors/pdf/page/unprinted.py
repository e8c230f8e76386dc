"""Coloured signs that a file names and does not print: a font without them prints its empty box for all of them.

A word processor that finds no font with a sign prints the box of the text's font, and tells of every box the sign that
came first: 'amber' where green was meant. Nobody sees a sign there, so none is read.
"""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.document import Place, Problem
from extractors.pdf.primitives import UNKNOWN, Glyph, Page

_FIRST, _LAST = "\U0001f300", "\U0001faff"
"""The pictures of Unicode, of which fonts for text have none but faces."""

_FACES = ("\U0001f600", "\U0001f64f")
"""Faces, which some fonts for text have."""

_TEXT_FONTS = re.compile(
    r"dejavu|liberation|carlito|caladea|arial|helvetica|times|calibri|cambria|verdana|tahoma|georgia|garamond|roboto"
    r"|opensans|lato|aptos|candara|corbel|trebuchet|palatino|bookantiqua|centurygothic|gillsans",
    re.IGNORECASE,
)
"""Families of fonts for text, none of which has coloured discs, squares or hearts."""


def without_unprinted(page: Page) -> tuple[Page, tuple[Problem, ...]]:
    """The page, its signs that are not printed told as unknown; and the warning of it."""
    lost = {
        index
        for index, glyph in enumerate(page.glyphs)
        if _FIRST <= glyph.text <= _LAST and _is_unprinted(glyph)
    }
    if not lost:
        return page, ()
    glyphs = [
        glyph._replace(text=UNKNOWN, unsure=True) if index in lost else glyph
        for index, glyph in enumerate(page.glyphs)
    ]
    return replace(page, glyphs=tuple(glyphs)), (_told(page, len(lost)),)


def _is_unprinted(glyph: Glyph) -> bool:
    """Whether a picture of Unicode is one sign, which its font does not have."""
    text = glyph.text
    if len(text) != 1 or _FACES[0] <= text <= _FACES[1]:
        return False
    return _TEXT_FONTS.search(glyph.look.font) is not None


def _told(page: Page, count: int) -> Problem:
    signs = "a coloured sign" if count == 1 else f"{count} coloured signs"
    return Problem(
        code="signs-not-printed",
        severity="warning",
        message=f"Page {page.number} prints an empty box in place of {signs}: its font has none. What they said is "
        "lost; give the Word file, or fill the values in by hand.",
        place=Place(page=page.number),
    )
