"""Which printed text a reader cannot see: cut off by a clip, painted over, or on a layer that is switched off."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
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
        self._asked: tuple[int, float] | None = None
        self._later: list[tuple[float, float]] = []
        self._strips: dict[int, list[Rect]] = {}
        for rect in rects:
            self._last = max(self._last, rect.order)
            for strip in range(int(rect.box[1] // STRIP), int(rect.box[3] // STRIP) + 1):
                self._strips.setdefault(strip, []).insert(0, rect)

    def doubted(self, address: int) -> Printed | None:
        """How the text object at a memory address is printed; None where nothing can hide it."""
        printed = self._texts.get(address)
        if printed is None or printed.layered or printed.order < self._last:
            return printed
        left, top, right, bottom = printed.clip
        whole = left <= 0 and top <= 0 and right >= self._painting.width and bottom >= self._painting.height
        return None if whole else printed

    def hides(self, glyph: Glyph, printed: Printed) -> bool:
        """Whether nothing of a glyph of a text object so printed is to be seen on the rendered page."""
        _, x0, x1, base, look, _, _ = glyph
        x, y = (x0 + x1) / 2, base - 0.25 * look.size
        doubtful = (
            printed.layered
            or not boxes.holds(printed.clip, x, y, 1.0)
            or any(left <= x <= right for left, right in self._painted_over(printed.order, y))
        )
        return doubtful and self._painting.plain((x0, base - 0.5 * look.size, x1, base))

    def _painted_over(self, order: int, y: float) -> Sequence[tuple[float, float]]:
        """From where to where the areas reach that are painted later at one height.

        The last answer is kept: the letters of a line ask alike.
        """
        if self._asked != (order, y):
            self._asked = (order, y)
            later = self._strips.get(int(y // STRIP), ()) if order < self._last else ()
            self._later = [
                (rect.box[0], rect.box[2])
                for rect in itertools.takewhile(lambda rect: rect.order > order, later)
                if rect.box[1] <= y <= rect.box[3]
            ]
        return self._later
