"""Backgrounds: which filled shape a reader sees behind a point of the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from extractors.document import Box
from extractors.pdf import boxes
from extractors.pdf.primitives import Curve, Page, Rect, Word

STRIP = 20.0
"""Points: the height of the strips by which shapes are looked up."""

PAPER = 250
"""Of 255: a fill whose channels are all this light is white paper."""


@lru_cache(maxsize=4096)
def visible(color: str | None) -> str | None:
    """The colour, None for white."""
    if color is None or all(int(color[at : at + 2], 16) >= PAPER for at in (1, 3, 5)):
        return None
    return color


LEAST_STACKED = 2
"""Fills one under the other whose sides agree: they show a column's limit."""


class Ground(NamedTuple):
    """What is painted in the box of a cell: the fills ``near`` it in painting order, the part of it that is ``probed``,
    and the index of the ``last`` fill in that part; -1 where there is none.
    """

    near: list[Rect]
    probed: Box
    last: int


class Fills:
    """All filled areas of a page in painting order."""

    def __init__(self, page: Page) -> None:
        shapes: list[Rect] = list(page.rects)
        shapes += [
            Rect(curve.box, curve.fill, curve.order) for curve in page.curves if _area(curve) and curve.fill
        ]
        shapes.sort(key=lambda rect: rect.order)
        self._shapes = shapes
        self._last: tuple[tuple[Box, list[Word]] | None, str | None] = (None, None)
        self._last_ground: tuple[Box | None, Ground] = (None, Ground([], (0.0, 0.0, 0.0, 0.0), -1))
        self._strips: dict[int, list[Rect]] = {}
        self._numbers: dict[int, list[int]] = {}
        for number, rect in enumerate(shapes):
            for strip in range(int(rect.box[1] // STRIP), int(rect.box[3] // STRIP) + 1):
                self._strips.setdefault(strip, []).append(rect)
                self._numbers.setdefault(strip, []).append(number)

    def painted(self) -> list[Box]:
        """The boxes of all areas that are not white, in painting order."""
        return [shape.box for shape in self._shapes if visible(shape.color)]

    def behind(self, x: float, y: float) -> Rect | None:
        """The topmost filled area at a point, white included."""
        for rect in reversed(self._strips.get(int(y // STRIP), [])):
            if boxes.holds(rect.box, x, y):
                return rect
        return None

    def column_sides(self, box: Box) -> list[float]:
        """Positions within ``box`` where fills of two rows or more begin or end."""
        first, last = int(box[1] // STRIP), int(box[3] // STRIP)
        near = {rect for strip in range(first, last + 1) for rect in self._strips.get(strip, [])}
        inside = [rect.box for rect in near if visible(rect.color) and boxes.holds_center(box, rect.box)]
        rows: dict[float, set[int]] = {}
        for x0, top, x1, _ in inside:
            for side in (x0, x1):
                rows.setdefault(round(side, 1), set()).add(round(top))
        return sorted(side for side, tops in rows.items() if len(tops) >= LEAST_STACKED)

    def _near(self, box: Box) -> list[Rect]:
        """The fills that share a point with ``box``, in painting order."""
        x0, top, x1, bottom = box
        first, last = int(top // STRIP), int(bottom // STRIP)
        near: list[Rect] = []
        if first == last:
            numbers: Iterable[int] = self._numbers.get(first, ())
        else:
            strips = range(first, last + 1)
            numbers = sorted({number for strip in strips for number in self._numbers.get(strip, ())})
        for number in numbers:
            rect = self._shapes[number]
            left, upper, right, lower = rect.box
            if left <= x1 and x0 <= right and upper <= bottom and top <= lower:
                near.append(rect)
        return near

    def _ground(self, box: Box) -> Ground:
        """What is painted in a cell's box; the last answer is kept: a cell and the text that fills it ask alike."""
        if self._last_ground[0] != box:
            near, probed = self._near(box), _probed(box)
            last = len(near) - 1
            while last >= 0 and not boxes.meet(near[last].box, probed):
                last -= 1
            self._last_ground = (box, Ground(near, probed, last))
        return self._last_ground[1]

    def is_even(self, box: Box, texts: Sequence[Box]) -> bool:
        """Whether plainly nothing but a cell's own background lies behind the texts in it."""
        near, probed, last = self._ground(box)
        paint = near[last].box if last >= 0 else box
        later = near[last + 1 :]
        if not boxes.contains(paint, probed):
            return False
        x0, top, x1, bottom = (
            max(box[0], paint[0]),
            max(box[1], paint[1]),
            min(box[2], paint[2]),
            min(box[3], paint[3]),
        )
        for text in texts:
            if text[0] < x0 or text[1] < top or text[2] > x1 or text[3] > bottom:
                return False
            if later and any(boxes.meet(rect.box, text) for rect in later):
                return False
        return True

    def reach(self, box: Box) -> bool:
        """Whether any area is filled as high on the page as ``box``."""
        return any(strip in self._strips for strip in range(int(box[1] // STRIP), int(box[3] // STRIP) + 1))

    def color_behind(self, box: Box) -> str | None:
        """The colour behind the centre of ``box``; None for white or nothing."""
        rect = self.behind(*boxes.center(box))
        return visible(rect.color) if rect else None

    def cell_color(self, box: Box, words: Sequence[Word] = ()) -> str | None:
        """The background of a cell: the commonest visible colour at points between its ``words``.

        Where one paint fills the cell, it is that; else the last answer is kept, as that of ``_ground``.

        Probed near the corners and the middle, because highlights and lights lie upon a cell's own fill.
        """
        near, probed, last = self._ground(box)
        if last < 0 or boxes.contains(near[last].box, probed):
            return visible(near[last].color) if last >= 0 else None
        asked = (box, list(words))
        if self._last[0] != asked:
            self._last = (asked, self._cell_color(*asked))
        return self._last[1]

    def _cell_color(self, box: Box, words: Sequence[Word]) -> str | None:
        ground = self._ground(box)
        x0, top, x1, bottom = ground.probed
        near = [rect for rect in ground.near if boxes.meet(rect.box, ground.probed)]
        texts = [word.box for word in words]
        probes = [
            (x, y)
            for x in (x0, box[0] + (box[2] - box[0]) * 0.5, x1)
            for y in (top, box[1] + (box[3] - box[1]) * 0.5, bottom)
        ]
        free = [point for point in probes if not any(boxes.holds(text, *point) for text in texts)] or probes
        counts: dict[str | None, int] = {}
        for x, y in free:
            rect = next((shape for shape in reversed(near) if boxes.holds(shape.box, x, y)), None)
            color = visible(rect.color) if rect else None
            counts[color] = counts.get(color, 0) + 1
        return max(counts, key=lambda color: (counts[color], color is not None))


def _probed(box: Box) -> Box:
    """The part of a cell that is looked at: its border and what bleeds over it are not the cell's."""
    x0, top, x1, bottom = box
    wide, high = x1 - x0, bottom - top
    return (x0 + wide * 0.06, top + high * 0.12, x0 + wide * 0.94, top + high * 0.88)


def _area(curve: Curve) -> bool:
    """Whether a curved shape is a banner or a card rather than a light or a letter."""
    return not curve.round and boxes.width(curve.box) > 24 and boxes.height(curve.box) > 8
