"""Which printed text a reader cannot see: cut off by a clip, painted over, or on a layer that is switched off."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from extractors.document import Box
from extractors.pdf import boxes
from extractors.pdf.page.paint import Painting
from extractors.pdf.primitives import Glyph, Rect

STRIP = 20.0
"""Points: the height of the strips by which painted areas are looked up."""


class Printed(NamedTuple):
    """Where a text object stands in the painting order, the box that it is cut to, and whether a layer holds it."""

    order: int
    clip: Box
    layered: bool


class Cover:
    """What may lie over the text of a page; the rendered page has the last word."""

    def __init__(self, rects: Iterable[Rect], texts: dict[int, Printed], painting: Painting) -> None:
        self._texts = texts
        self._painting = painting
        self._last = 0
        self._strips: dict[int, list[Rect]] = {}
        for rect in rects:
            self._last = max(self._last, rect.order)
            for strip in range(int(rect.box[1] // STRIP), int(rect.box[3] // STRIP) + 1):
                self._strips.setdefault(strip, []).insert(0, rect)

    def hides(self, glyph: Glyph, address: int) -> bool:
        """Whether nothing of a glyph of the text object at a memory address is to be seen on the rendered page."""
        printed = self._texts.get(address)
        if printed is None:
            return False
        x, y = (glyph.x0 + glyph.x1) / 2, glyph.base - 0.25 * glyph.look.size
        doubtful = (
            printed.layered
            or not boxes.holds(printed.clip, x, y, 1.0)
            or (printed.order < self._last and self._painted_over(printed.order, x, y))
        )
        if not doubtful:
            return False
        return self._painting.plain((glyph.x0, glyph.base - 0.5 * glyph.look.size, glyph.x1, glyph.base))

    def _painted_over(self, order: int, x: float, y: float) -> bool:
        for rect in self._strips.get(int(y // STRIP), ()):
            if rect.order <= order:
                return False
            if boxes.holds(rect.box, x, y):
                return True
        return False
