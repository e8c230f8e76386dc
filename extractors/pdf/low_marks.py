"""Bullets and list numbers set in another size, on a baseline of their own, a little over or under their item's.

Where a program sets a list's signs apart from its text, they keep the size of the page's default font however small
the text is; a row of its own would part the sign from what it counts.
"""

from __future__ import annotations

import operator
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractors.pdf.bullets import DASHES, SIGNS, is_number
from extractors.pdf.primitives import Word

LOWERED = 0.45
"""Of the larger font size: a list's sign stands no farther over or under the baseline of its item."""

LEVEL = 0.1
"""Of the font size: a sign on its item's baseline stays where it is."""

REACH = 2.5
"""Times the larger font size: white between a list's sign and its item is no wider."""

COLUMN_APART = 24.0
"""Points: what ends farther before a sign stands in another column."""

UNLIKE = 1.6
"""Times the item's size: a larger sign is a figure beside its caption."""

MOST_DIGITS = 2
"""Of a list's number that stands by itself, without a full stop."""

_base = operator.attrgetter("base")

SAME = 1.0
"""Points by which the starts or ends of one list's numbers may differ."""


def with_level_marks(words: Sequence[Word]) -> list[Word]:
    """The words, bullets and numbers that begin an item moved to its baseline where they alone stand off it.

    Numbers that count one list get the full stop of a list's number where they lack it.
    """
    marks = [word for word in words if _may_mark(word)]
    if not marks:
        return list(words)
    level = sorted(words, key=_base)
    bases = [word.base for word in level]
    reach = LOWERED * max([word.look.size for word in words])
    near = {
        id(mark): level[bisect_left(bases, mark.base - reach) : bisect_right(bases, mark.base + reach)]
        for mark in marks
        if not _stands_level(mark, level[bisect_left(bases, mark.base) : bisect_right(bases, mark.base)])
    }
    off = [mark for mark in marks if id(mark) in near]
    items = [(mark, base) for mark in off if (base := _item_base(mark, near[id(mark)])) is not None]
    counted = [mark for mark, _ in items if _is_count(mark)]
    moved: dict[int, Word] = {}
    for mark, base in items:
        if not _is_count(mark):
            moved[id(mark)] = replace(mark, base=base)
        elif any(_is_next(mark, other) or _is_next(other, mark) for other in counted):
            moved[id(mark)] = replace(mark, text=f"{mark.text}.", base=base)
    return [moved.get(id(word), word) for word in words] if moved else list(words)


def _may_mark(word: Word) -> bool:
    text = word.text
    if text[-1:].isalpha() and len(text) > 1:  # as nearly all words do, and no number of a list
        return False
    if word.turned or word.glued:
        return False
    return text in SIGNS or text in DASHES or _is_count(word) or is_number(text)


def _stands_level(mark: Word, level: Iterable[Word]) -> bool:
    """Whether another word stands on a sign's very baseline (``level``), as nearly always."""
    return any(word is not mark and not word.turned for word in level)


def _is_count(word: Word) -> bool:
    return word.text.isdecimal() and len(word.text) <= MOST_DIGITS


def _is_next(mark: Word, other: Word) -> bool:
    """Whether a number counts on from the one over it."""
    under = abs(mark.x0 - other.x0) <= SAME or abs(mark.x1 - other.x1) <= SAME
    return under and other.base > mark.base and int(other.text) == int(mark.text) + 1


def _item_base(mark: Word, words: Iterable[Word]) -> float | None:
    """The baseline of the item that a sign begins; None where it stands on one, or begins nothing."""
    size = mark.look.size
    near = [
        word
        for word in words
        if word is not mark
        and not word.turned
        and abs(word.base - mark.base) <= LOWERED * max(size, word.look.size)
    ]
    if any(
        abs(word.base - mark.base) <= LEVEL * size or 0 <= mark.x1 - word.x1 <= COLUMN_APART for word in near
    ):
        return None
    after = [word for word in near if word.look.size != size and word.x0 >= mark.x1]
    item = min(after, key=lambda word: (abs(word.base - mark.base), word.x0), default=None)
    if (
        item is None
        or item.x0 - mark.x1 > REACH * max(size, item.look.size)
        or size > UNLIKE * item.look.size
    ):
        return None
    return item.base
