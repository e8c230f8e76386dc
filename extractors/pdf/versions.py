"""Versions before the names of a table's rows ('0.8 Boards', '1.0 Stable') are words, not the numbers of a list."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from extractors.pdf.lattice import Grid
from extractors.pdf.middles import Middles
from extractors.pdf.primitives import Word

_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})$")
_LEAST = 2
"""Rows with such numbers: one alone is no sequence."""
_SAME_LINE = 2.0
"""Points by which the baselines of a line differ."""


def columns_of_versions(grid: Grid, words: Middles[Word]) -> frozenset[int]:
    """The columns of a table whose cells begin with the versions that they tell of."""
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for slot in sorted(grid.cells, key=lambda slot: slot.row):
        number = _DOTTED.match(_first(words.within(slot.box)))
        if number is not None:
            found[slot.column].append((int(number[1]), int(number[2])))
    return frozenset(column for column, numbers in found.items() if _are_versions(numbers))


def _first(words: Iterable[Word]) -> str:
    """The first word of a cell that holds more of them than one."""
    held = list(words)
    if len(held) < 2:
        return ""
    top = min(word.base for word in held)
    return min((word for word in held if word.base - top <= _SAME_LINE), key=lambda word: word.x0).text


def _are_versions(numbers: Sequence[tuple[int, int]]) -> bool:
    """Whether numbers count releases: a list never counts from nought ('0.8'), nor from '1.5' to a '2.0' that heads
    nothing; '1.0, 1.1, 2.0, 2.1' numbers a plan.
    """
    if len(numbers) < _LEAST or list(numbers) != sorted(set(numbers)):
        return False
    if numbers[0][0] == 0:
        return True
    bare = [major for major, minor in numbers if minor == 0]
    heads = any((major, 1) in numbers for major in bare)
    return bool(bare) and not heads and numbers[0][1] > 1
