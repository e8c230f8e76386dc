"""Words of a scan -> glyphs, as a digital page would have them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractors.pdf.page.paint import hex_color
from extractors.pdf.primitives import Glyph, Look
from extractors.pdf.scan.words import ScannedWord

NARROW, SLIM, WIDE = frozenset("ijl'.,:;|!‘’"), frozenset('ftrI()[]-/1"'), frozenset("mwMW@%")

UP = 90
"""Degrees: lines that run up."""

COLOURED, PALE = 45, 105
"""Of 255: ink whose channels differ so much is coloured; ink as light as this is grey."""


def glyphs_of(words: Iterable[ScannedWord], *, coloured: bool) -> Iterator[Glyph]:
    """The characters of words, spread over each word's box by their usual widths."""
    for word in words:
        look = Look(
            "", word.size, bold=word.bold, color=_look_color(word.color, coloured=coloured), angle=word.angle
        )
        if word.angle:
            yield from _turned(word, look)
            continue
        shares = [_width(char) for char in word.text]
        x, step = word.box[0], (word.box[2] - word.box[0]) / sum(shares)
        for index, (char, share) in enumerate(zip(word.text, shares, strict=True)):
            yield Glyph(char, x, x + share * step, word.base, look, spaced=index == 0)
            x += share * step


def _turned(word: ScannedWord, look: Look) -> Iterator[Glyph]:
    """The characters of a line that runs up or down, in reading order."""
    x0, top, x1, bottom = word.box
    step = (bottom - top) / len(word.text)
    spaced = True
    for index, char in enumerate(word.text):
        base = bottom - index * step if word.angle == UP else top + (index + 1) * step
        if not char.isspace():
            yield Glyph(char, x0, x1, base, look, spaced=spaced)
        spaced = char.isspace()


def _width(char: str) -> float:
    if char in NARROW:
        return 0.26
    if char in SLIM:
        return 0.36
    if char in WIDE:
        return 0.86
    return 0.68 if char.isupper() else 0.55


def _look_color(color: tuple[int, int, int], *, coloured: bool) -> str | None:
    """The colour of letters as a digital page would give it: None for what is black, or may be."""
    if coloured and max(color) - min(color) >= COLOURED:
        return hex_color(*color)
    return hex_color(*(3 * (round(sum(color) / 3),))) if min(color) >= PALE else None
