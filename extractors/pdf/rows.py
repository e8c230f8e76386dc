"""Which glyphs or words share a baseline: the rows of a page or column."""

from __future__ import annotations

import itertools
import operator
from collections.abc import Sequence
from typing import TypeVar

from extractors.pdf.primitives import Glyph, Word

SAME_BASE = 0.25
"""Of the font size: baselines this close are one row."""

RAISED_BASE = 0.5
"""Of the larger font size: a smaller sign beside a word may be raised or lowered so far and still be in its row."""

SMALL_SIGN = 0.8
"""Of the row's font size: only signs smaller than this are taken for raised or lowered ones."""

BESIDE = 0.6
"""Of the larger font size: a raised sign stands this close to the word it belongs to."""

_base = operator.attrgetter("base")
_left = operator.attrgetter("x0")

Item = TypeVar("Item", Glyph, Word)


def baseline_rows(items: Sequence[Item]) -> list[list[Item]]:
    """Rows of a common baseline from the top, each from left to right; raised and lowered signs stay in their row."""
    return stacked_rows(items)[0]


def stacked_rows(items: Sequence[Item]) -> tuple[list[list[Item]], bool]:
    """The same, and whether each row's items plainly end lower on the page than those of the row above it."""
    level_items: dict[float, list[Item]] = {}
    level: list[Item] = []
    last: float | None = None
    for item in items:
        if item.base != last:  # most follow another one of their baseline
            last = item.base
            level = level_items.setdefault(last, [])
        level.append(item)
    if len(level_items) == 1:
        return [_left_to_right(level)], True
    bases = sorted(level_items)
    if not bases or _far_apart(bases, items):
        return [_left_to_right(level_items[base]) for base in bases], True
    rows: list[list[Item]] = []
    strays: list[Item] = []
    for row, lead in _loose_rows(items):
        if row[0].base == row[-1].base or all(item.base == lead.base or _level(item, lead) for item in row):
            rows.append(_left_to_right(row))
            continue
        each = sorted(_one_by_one(row), key=_left)
        stays = [_level(item, lead) or _beside(each, index, lead) for index, item in enumerate(each)]
        rows.append([item for item, stay in zip(each, stays, strict=True) if stay])
        strays += [item for item, stay in zip(each, stays, strict=True) if not stay]
    if strays:  # they may stand over any letter of a word
        rows = [sorted(_one_by_one(row), key=_left) for row in rows]
    heights = [_Height(row) for row in rows] if strays else []
    lone = [item for item in sorted(strays, key=_left) if not _adopted(item, rows, heights)]
    if lone:
        rows += [sorted(row, key=lambda item: item.x0) for row in _level_rows(lone)]
        rows.sort(key=lambda row: row[0].base)
    return rows, False


def _far_apart(bases: Sequence[float], items: Sequence[Item]) -> bool:
    """Whether no sign of any item's size may be a raised or lowered one of another baseline's row."""
    nearest = min(below - above for above, below in itertools.pairwise(bases))
    return nearest > RAISED_BASE * max([item.look.size for item in items])


def _left_to_right(row: Sequence[Item]) -> list[Item]:
    """A row's items in order; the letters of a word one by one where others stand among them."""
    if len(row) == 1:
        return list(row)
    ordered = sorted(row, key=_left)
    return sorted(_one_by_one(row), key=_left) if _stand_among(ordered) else ordered


def _stand_among(ordered: Sequence[Glyph | Word]) -> bool:
    """Whether one of some items from left to right begins before the last letter of the one before it."""
    if not isinstance(ordered[0], Glyph):
        return False
    last = float("-inf")
    for item in ordered:
        if item.x0 <= last:
            return True
        last = item.sides[0][-1] if isinstance(item, Glyph) and item.sides is not None else float("-inf")
    return False


def _one_by_one(items: Sequence[Item]) -> list[Item]:
    """The items, of glyphs each letter."""
    return [one for item in items for one in item.one_by_one()]


class _Height:
    """Between which baselines the items of a row stand, and the largest font size of any."""

    def __init__(self, row: Sequence[Glyph | Word]) -> None:
        bases = [item.base for item in row]
        self.top, self.bottom = min(bases), max(bases)
        self.size = max(item.look.size for item in row)

    def reaches(self, item: Glyph | Word) -> bool:
        """Whether a sign may be a raised or lowered one of the row."""
        slack = RAISED_BASE * max(self.size, item.look.size)
        return self.top - slack <= item.base <= self.bottom + slack


def _adopted(item: Item, rows: Sequence[list[Item]], heights: list[_Height]) -> bool:
    """Put a raised sign into the row of the word that it touches, where there is one."""
    for index, row in enumerate(rows):
        for near in row if heights[index].reaches(item) else ():
            if not _raised_from(item, near) or item.look.size > SMALL_SIGN * row[0].look.size:
                continue
            size = max(near.look.size, item.look.size)
            if -BESIDE * size <= item.x0 - near.x1 <= BESIDE * size:
                row.append(item)
                row.sort(key=_left)
                heights[index] = _Height(row)
                return True
    return False


def _loose_rows(items: Sequence[Item]) -> list[tuple[list[Item], Item]]:
    """Rows with the item of the largest size in each; small items may have been drawn in from far away."""
    rows: list[list[Item]] = []
    leads: list[Item] = []
    home = 0
    last_base, last_size = float("nan"), 0.0
    for item in sorted(items, key=_base):
        base, size = item.base, item.look.size
        if (
            base == last_base and size == last_size
        ):  # what stands beside an item of its size is in that one's row
            rows[home].append(item)
            continue
        last_base, last_size = base, size
        for index in range(len(rows) - 1, max(-1, len(rows) - 4), -1):
            lead = leads[index]
            small, large = (size, lead.look.size) if size < lead.look.size else (lead.look.size, size)
            slack = SAME_BASE * large if small > SMALL_SIGN * large else RAISED_BASE * large
            if abs(lead.base - base) <= slack:
                home = index
                rows[index].append(item)
                if size > 1.2 * lead.look.size:
                    leads[index] = item
                break
        else:
            home = len(rows)
            rows.append([item])
            leads.append(item)
    return list(zip(rows, leads, strict=True))


def _raised_from(item: Item, near: Item) -> bool:
    """Whether a sign may be a raised or lowered one of a word beside it, by their sizes."""
    return abs(near.base - item.base) <= RAISED_BASE * max(near.look.size, item.look.size)


def _level_rows(items: Sequence[Item]) -> list[list[Item]]:
    """Rows of one baseline alone."""
    rows: list[list[Item]] = []
    for item in sorted(items, key=lambda each: each.base):
        if rows and item.base - rows[-1][0].base <= SAME_BASE * item.look.size:
            rows[-1].append(item)
        else:
            rows.append([item])
    return rows


def _level(item: Item, lead: Item) -> bool:
    return abs(item.base - lead.base) <= SAME_BASE * max(item.look.size, lead.look.size) * (
        1.0 if item.look.size > SMALL_SIGN * lead.look.size else item.look.size / lead.look.size
    )


def _beside(row: Sequence[Item], index: int, lead: Item) -> bool:
    """Whether a raised sign, or the raised signs it stands among, touch a word of the row.

    Small lines beside a large title may stand lower and higher than it: one of them on its baseline does not draw in
    the line below itself.
    """
    reach, each = BESIDE * lead.look.size, row[index]
    for step in (-1, 1):
        at = index
        while 0 <= at + step < len(row):
            near = row[at + step]
            gap = row[at].x0 - near.x1 if step < 0 else near.x0 - row[at].x1
            if gap > reach:
                break
            if _level(near, lead):
                if _raised_from(each, near):
                    return True
                break
            at += step
    return False
