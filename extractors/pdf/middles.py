"""Things of a page found by where their middles lie, without a look at each of them."""

from __future__ import annotations

import operator
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar

from extractors.document import Box


class Boxed(Protocol):
    """Anything with a box."""

    @property
    def box(self) -> Box:
        """Where it stands."""


Item = TypeVar("Item", bound=Boxed)


class Middles(Generic[Item]):
    """Items sorted by the height of their boxes' middles."""

    def __init__(self, items: Iterable[Item]) -> None:
        spots = [
            ((top + bottom) / 2, index, (x0 + x1) / 2, item)
            for index, item in enumerate(items)
            for x0, top, x1, bottom in (item.box,)
        ]
        spots.sort()  # no two have the same index
        self._spots = spots
        self._heights = [spot[0] for spot in spots]
        self._known: dict[Box, tuple[Item, ...]] = {}

    def part(self, box: Box, items: Iterable[Item]) -> Middles[Item]:
        """The same of some of the items alone, whose middles lie in ``box``."""
        kept = {id(item) for item in items}
        start, end = bisect_left(self._heights, box[1]), bisect_right(self._heights, box[3])
        part: Middles[Item] = Middles(())
        part._spots = [spot for spot in self._spots[start:end] if id(spot[3]) in kept]
        part._heights = [spot[0] for spot in part._spots]
        return part

    def within(self, box: Box, slack: float = 0.0) -> list[Item]:
        """The items whose middles lie in ``box``, grown by ``slack`` points on each side, in their own order."""
        if slack:
            return _ordered(self._inside(box, slack))
        known = self._known.get(box)
        if known is None:  # several stages ask for the words of each cell
            known = self._known[box] = tuple(_ordered(self._inside(box, slack)))
        return list(known)

    def within_any(self, places: Iterable[Box]) -> list[Item]:
        """The items whose middles lie in one box or more, each once, in their own order."""
        found = {index: item for box in places for index, item in self._inside(box, 0.0)}
        return [found[index] for index in sorted(found)]

    def holds_any(self, places: Iterable[Box]) -> bool:
        """Whether any middle lies in any of the boxes."""
        return any(self._inside(box, 0.0) for box in places)

    def _inside(self, box: Box, slack: float) -> list[tuple[int, Item]]:
        left, right = box[0] - slack, box[2] + slack
        start = bisect_left(self._heights, box[1] - slack)
        end = bisect_right(self._heights, box[3] + slack)
        if start >= end:
            return []
        return [(index, item) for _, index, x, item in self._spots[start:end] if left <= x <= right]


_order = operator.itemgetter(0)


def _ordered(spots: list[tuple[int, Item]]) -> list[Item]:
    """The items of some spots in their own order."""
    if len(spots) > 1:
        spots.sort(key=_order)
    return [item for _, item in spots]
