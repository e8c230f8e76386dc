"""Which printed text a reader cannot see: cut off by a clip, painted over, or on a layer that is switched off."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from extractors.document import Box
from extractors.pdf import boxes
from extractors.pdf.page.paint import Painting, is_light
from extractors.pdf.primitives import Curve, Glyph, Image, Rect

STRIP = 20.0
"""Points: the height of the strips by which painted areas are looked up."""

BODY = 0.8
"""Of the font size: how far letters reach over their baseline."""


class Printed(NamedTuple):
    """Where a text object stands in the painting order, the box that it is cut to, and whether a layer holds it.

    ``within`` tells that it belongs to a form, whose clip may be told in another space: the page is asked.
    """

    order: int
    clip: Box
    layered: bool
    within: bool = False


class Cover:
    """What may lie over the text of a page; the rendered page has the last word."""

    def __init__(
        self,
        rects: Iterable[Rect],
        texts: dict[int, Printed],
        painting: Painting,
        curves: Iterable[Curve] = (),
        images: Sequence[Image] = (),
    ) -> None:
        self._texts = texts
        self._images = images
        self._painting = painting
        self._last = 0
        self._asked: tuple[int, float] | None = None
        self._later: list[tuple[float, float]] = []
        self._strips: dict[int, list[Rect]] = {}
        for rect in rects:
            self._last = max(self._last, rect.order)
            for strip in range(int(rect.box[1] // STRIP), int(rect.box[3] // STRIP) + 1):
                self._strips.setdefault(strip, []).insert(0, rect)
        self._bent = [curve for curve in curves if curve.fill]

    def doubted(self, address: int) -> Printed | None:
        """How the text object at a memory address is printed; None where nothing can hide it."""
        printed = self._texts.get(address)
        if printed is None or printed.layered or printed.order < self._last:
            return printed
        left, top, right, bottom = printed.clip
        whole = left <= 0 and top <= 0 and right >= self._painting.width and bottom >= self._painting.height
        return None if whole else printed

    def hides(self, glyph: Glyph, printed: Printed) -> bool:
        """Whether nothing of a glyph of a text object so printed is to be seen on the rendered page.

        Other text may stand where a clip cuts one off (a table's last cell over the page's footer): then only the clip
        can tell.
        """
        _, x0, x1, base, look, *_ = glyph
        if not printed.within and _is_outside((x0, base - BODY * look.size, x1, base), printed.clip):
            return True
        x, y = (x0 + x1) / 2, base - 0.25 * look.size
        over = self._painted_over(printed.order, y)
        doubtful = (
            printed.layered
            or not boxes.holds(printed.clip, x, y, 1.0)
            or (over and any(left <= x <= right for left, right in over))
        )
        return bool(doubtful) and self._painting.plain((x0, base - 0.5 * look.size, x1, base))

    def may_hide(self, word: Glyph, printed: Printed) -> bool:
        """Whether the rendered page must be looked at to tell that all letters of a word are seen."""
        _, x0, x1, base, look, *_ = word
        y = base - 0.25 * look.size
        left, top, right, bottom = printed.clip
        if printed.layered or not (left - 1 <= x0 and x1 <= right + 1 and top - 1 <= y <= bottom + 1):
            return True
        over = self._painted_over(printed.order, y)
        return bool(over) and any(start <= x1 and end >= x0 for start, end in over)

    def shows_paint(self, box: Box) -> bool:
        """Whether what is painted last behind a letter's box is plainly a coloured area: there is no need to look."""
        first, last = int(box[1] // STRIP), int(box[3] // STRIP)
        near = [
            rect
            for strip in range(first, last + 1)
            for rect in itertools.islice(
                (one for one in self._strips.get(strip, ()) if boxes.meet(one.box, box)), 1
            )
        ]
        if not near:
            return False
        paint = max(near, key=lambda rect: rect.order)
        whole = boxes.holds(paint.box, box[0], box[1]) and boxes.holds(paint.box, box[2], box[3])
        return (
            whole
            and not is_light(paint.color)
            and not any(curve.order > paint.order and boxes.meet(curve.box, box) for curve in self._bent)
            and not any(boxes.meet(image.box, box) for image in self._images)
        )

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


def _is_outside(box: Box, clip: Box) -> bool:
    """Whether nothing of a box lies within a clip."""
    return box[2] < clip[0] or box[0] > clip[2] or box[3] < clip[1] or box[1] > clip[3]
