"""The characters of a page as glyphs, in the order of PDFium's text page: words whole where they may be."""

from __future__ import annotations

import ctypes
from array import array
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from extractors.document import Box
from extractors.pdf.page.calls import address_of, character_box, get_origin
from extractors.pdf.page.cover import Cover
from extractors.pdf.page.doubles import without_doubles
from extractors.pdf.page.letters import SIGNS, SPACE, read_letters
from extractors.pdf.page.looks import FARTHEST, Pens
from extractors.pdf.page.paint import Painting
from extractors.pdf.page.space import Matrix
from extractors.pdf.page.tex import with_whole_letters
from extractors.pdf.page.turned import TurnedText
from extractors.pdf.primitives import UNKNOWN, Glyph
from extractors.pdf.symbols import plain_sign

LEAST_WIDTH = 0.01
"""Points: a character is at least so wide."""

NARROW, OVERLAP = 0.2, 0.07
"""Of the font size: letters at least so wide, which overlap by no more, stand so far apart that none is another's
second copy, and each begins and ends farther right than the one before.
"""

TOUCHING = (0.15, 0.28)
"""Of the font size, and points: white between two letters that parts no words, whatever stands around them."""

_new = tuple.__new__
"""Makes a named tuple of its values in their order, without the function that puts names in order."""


def read_glyphs(textpage: Any, matrix: Matrix, painting: Painting, cover: Cover) -> list[Glyph]:
    """All characters that are not white space, doubles removed; text that nobody can see has a hidden look."""
    return with_whole_letters(without_doubles(GlyphReader(textpage, matrix, painting, cover).glyphs()))


class GlyphReader:
    """The glyphs of one page, asked in the order of its text page."""

    def __init__(self, textpage: Any, matrix: Matrix, painting: Painting, cover: Cover) -> None:
        self._address = address_of(textpage)
        self._letters = read_letters(textpage, self._address)
        self._pens = Pens(textpage, matrix, cover)
        self._turned = TurnedText(textpage, matrix)
        self._painting = painting
        self._cover = cover
        self._right, self._down = matrix[4:]
        self._wide = painting.width
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._x_at, self._y_at = (ctypes.byref(buffer) for buffer in (self._x, self._y))
        self._object = 0
        self._bottom: float | None = None
        self._base = self._size = 0.0
        self._space: tuple[float, float] | None = None

    def glyphs(self) -> Iterator[Glyph]:
        """All of them, a word as one where its letters touch and follow each other and all of them are seen."""
        letters = self._letters
        line = letters.line
        for stretch in letters.stretches():
            start, end = stretch.span()
            if line[start] == SPACE:
                self._space = (letters.rights[start], letters.bottoms[start])
                continue
            for key, first, last in letters.objects_between(start, end, self._object):
                if key != self._object:
                    self._take_up(key, first)
                word = self._word(first, last) if last - first > 1 else None
                if word is not None:
                    yield word
                    continue
                for index in range(first, last):
                    if (glyph := self._letter(index)) is not None:
                        yield glyph

    def _take_up(self, key: int, index: int) -> None:
        """Go on with another text object, whose first character is at ``index``."""
        self._object, self._bottom = key, None
        pen = self._pen = self._pens.of(key, index)
        size = pen.look.size
        if size != self._size:
            self._size = size
            self._most_gap, self._least_gap = min(TOUCHING[0] * size, TOUCHING[1]), -OVERLAP * size
            self._least_width = max(LEAST_WIDTH, NARROW * size)
        self._whole = pen.flat and not pen.signs and self._is_on_page(0.0, 1.0, self._baseline(index))

    def _word(self, start: int, end: int) -> Glyph | None:
        """Several characters of one text object as one glyph; None where they must be told apart."""
        if not self._whole:
            return None
        letters = self._letters
        gaps = letters.gaps[start : end - 1]
        if (
            max(gaps) > self._most_gap
            or min(gaps) < self._least_gap
            or min(letters.widths[start:end]) < self._least_width
        ):
            return None
        lefts, rights = letters.lefts[start:end], letters.rights[start:end]
        space, size = self._space, self._size
        spaced = (
            space is not None
            and abs(space[0] - lefts[0]) <= size
            and abs(space[1] - letters.bottoms[start]) <= size
        )
        if self._right:
            lefts, rights = (array("d", [x + self._right for x in sides]) for sides in (lefts, rights))
        x0, x1 = lefts[0], rights[-1]
        if not (x0 > -FARTHEST and lefts[-1] < self._wide and rights[0] > 0 and x1 < FARTHEST):
            return None
        pen = self._pen
        told = (letters.line[start:end], x0, x1, self._base, pen.look, spaced, False, (lefts, rights))
        word = _new(Glyph, told)
        if pen.doubted and not self._is_seen(word):
            return None
        self._space = None
        return word

    def _letter(self, index: int) -> Glyph | None:
        """One character; None where it prints nothing or stands nowhere."""
        letters, pen = self._letters, self._pen
        text = letters.texts[index]
        if text is None:
            return None
        look = pen.look
        left, end, bottom = letters.lefts[index], letters.rights[index], letters.bottoms[index]
        if pen.level:
            base, x0, x1, apart = self._baseline(index), left + self._right, end + self._right, False
        else:
            get_origin(self._address, index, self._x_at, self._y_at)
            rect, origin = character_box(self._address, index), (self._x.value, self._y.value)
            x0, x1, base, apart = self._turned.place(index, rect, origin, look)
        spaced = apart or self._is_spaced(left, bottom)
        sign = plain_sign(text, look.font) if pen.signs or SIGNS[0] <= text <= SIGNS[1] else text
        if x1 - x0 < LEAST_WIDTH:
            x1 = x0 + LEAST_WIDTH
        unsure = index in letters.unsure or sign == UNKNOWN
        glyph = Glyph(sign, x0, x1, base, look, spaced, unsure)
        on_page = self._is_on_page(x0, x1, base)
        if not on_page and not _is_somewhere(glyph):
            return None
        self._space = None
        return glyph if on_page and not pen.doubted else self._as_seen(glyph, on_page)

    def _baseline(self, index: int) -> float:
        """The baseline of a level character."""
        bottom = self._letters.bottoms[index]
        if self._bottom is None or (bottom != self._bottom and not self._pen.flat):
            get_origin(self._address, index, self._x_at, self._y_at)
            self._bottom, self._base = bottom, self._down - self._y.value
        return self._base

    def _is_spaced(self, left: float, bottom: float) -> bool:
        """Whether the space before parts a character from what was printed before it.

        Files may paint raised letters last: only a space that stands where the character begins does.
        """
        if self._space is None or not self._pen.level:
            return self._space is not None
        x, y = self._space
        return abs(x - left) <= self._size and abs(y - bottom) <= self._size

    def _is_on_page(self, x0: float, x1: float, base: float) -> bool:
        """Whether a character so placed may be seen."""
        size = self._size
        return (
            -FARTHEST < x0 < self._wide
            and 0 < x1 < FARTHEST
            and -0.2 * size < base < self._painting.height + 0.8 * size
        )

    def _as_seen(self, glyph: Glyph, on_page: bool) -> Glyph:
        """The glyph, hidden where it stands off the page, cannot be told from the paper, or lies under something."""
        pen, cover = self._pen, self._cover
        if not glyph.look.hidden and (not on_page or (pen.light and self._is_blank(glyph.box))):
            return _hidden(glyph)
        covered = pen.printed is not None and cover.hides(glyph, pen.printed)
        return _hidden(glyph) if covered else glyph

    def _is_blank(self, box: Box) -> bool:
        """Whether the page shows nothing but white where a light letter stands."""
        return not self._cover.shows_paint(box) and self._painting.blank(box)

    def _is_seen(self, word: Glyph) -> bool:
        """Whether no letter of a word may be hidden, without a look at the rendered page."""
        pen, cover = self._pen, self._cover
        if pen.light and not word.look.hidden and not cover.shows_paint(word.box):
            return False
        return pen.printed is None or not cover.may_hide(word, pen.printed)


def _is_somewhere(glyph: Glyph) -> bool:
    """Whether a place is told by numbers that a page can have."""
    within = -FARTHEST < glyph.x0 < FARTHEST and -FARTHEST < glyph.x1 < FARTHEST
    return within and -FARTHEST < glyph.base < FARTHEST


def _hidden(glyph: Glyph) -> Glyph:
    return glyph._replace(look=replace(glyph.look, hidden=True))
