"""Misspelt wordings: the known wording that one means ('Acheivements this month')."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

from rapidfuzz import fuzz, process

_SCORE = 92.0
"""Similarity (0..100) from which a wording counts as a misspelling of a known one; below, 'risk'/'risks owner' meet."""
_LONGER = 200 / _SCORE - 1
"""Times: a wording that is longer than this beside another one cannot be so similar."""
_SHORTEST = 8
"""Letters from which a wording may be misspelt."""


_DIGIT = re.compile(r"\d")


class Spellings:
    """The known wordings of one kind. Most lines are far longer than any of them and are not compared at all."""

    def __init__(self, known: Iterable[str]) -> None:
        self._alike: dict[tuple[str, int], list[tuple[int, str]]] = {}
        for rank, wording in enumerate(known):
            self._alike.setdefault((_digits(wording), len(wording)), []).append((rank, wording))
        self._known_digits = {digits for digits, _ in self._alike}
        self._longest = max((length for _, length in self._alike), default=0)
        self._near: dict[tuple[str, int], tuple[str, ...]] = {}

    def nearest(self, wording: str) -> str | None:
        """The known wording that one means by its letters; None where it is none's misspelling."""
        if not _SHORTEST <= len(wording) <= self._longest * _LONGER:
            return None
        candidates = self._candidates(_digits(wording), len(wording))
        best = process.extractOne(wording, candidates, scorer=fuzz.ratio, score_cutoff=_SCORE)
        if best is None or (best[0].split()[:1] != wording.split()[:1] and len(wording.split()) == 1):
            return None
        return best[0]

    def _candidates(self, digits: str, length: int) -> tuple[str, ...]:
        """The wordings of the same digits that can be so similar: what one has more than the other counts."""
        if digits not in self._known_digits:
            return ()
        if (digits, length) not in self._near:
            near = range(int(length / _LONGER), int(length * _LONGER) + 2)
            lengths = [other for other in near if 200 * min(length, other) >= (length + other) * _SCORE]
            ranked = itertools.chain(*(self._alike.get((digits, other), ()) for other in lengths))
            self._near[digits, length] = tuple(known for _, known in sorted(ranked))
        return self._near[digits, length]


def _digits(wording: str) -> str:
    """The digits of a wording, which no misspelling changes, in order of size."""
    return "".join(sorted(_DIGIT.findall(wording)))
